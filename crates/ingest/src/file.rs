//! One file, or standard input.

use crate::{Fault, IngestError, Outcome, charset, jsonl, media, text};
use std::io::Read;
use std::path::Path;
use tenkyo_model::{Capture, Declared};

/// Largest document that is read, in bytes.
pub const MAX_BYTES: u64 = 16 * 1024 * 1024;

/// Reads one file as one document.
///
/// # Errors
/// When it cannot be read, or is no Japanese text.
pub fn file(path: &Path) -> Outcome {
    let name = path.display().to_string();
    let read = open(path).and_then(|bytes| capture(&name, &bytes, None, Declared::default()));
    read.map_err(|fault| IngestError::new(&name, fault))
}

/// Reads one file: one document, or one for each line of a JSONL file.
pub fn documents(path: &Path) -> Vec<Outcome> {
    let name = path.display().to_string();
    match open(path) {
        Ok(read) => bytes(&name, &read, Declared::default()),
        Err(fault) => vec![Err(IngestError::new(&name, fault))],
    }
}

/// Reads standard input to its end as one document, named `-`.
pub fn standard_input() -> Vec<Outcome> {
    match bounded(std::io::stdin().lock()) {
        Ok(read) => bytes("-", &read, Declared::default()),
        Err(fault) => vec![Err(IngestError::new("-", fault))],
    }
}

/// Reads bytes that came under a name: one document, or one for each line of a JSONL file.
pub fn bytes(name: &str, bytes: &[u8], declared: Declared) -> Vec<Outcome> {
    if bytes.len() as u64 > MAX_BYTES {
        return vec![Err(IngestError::new(name, Fault::TooLarge { limit: MAX_BYTES }))];
    }
    if media::is_jsonl(name) {
        return jsonl::records(name, bytes);
    }
    vec![capture(name, bytes, None, declared).map_err(|fault| IngestError::new(name, fault))]
}

fn open(path: &Path) -> Result<Vec<u8>, Fault> {
    // Opening a pipe or a device could wait for ever.
    std::fs::metadata(path)?.is_file().then_some(()).ok_or(Fault::NotAFile)?;
    bounded(std::fs::File::open(path)?)
}

/// All bytes of `input`, unless there are too many.
pub(crate) fn bounded(input: impl Read) -> Result<Vec<u8>, Fault> {
    let mut bytes = Vec::new();
    input.take(MAX_BYTES + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > MAX_BYTES {
        return Err(Fault::TooLarge { limit: MAX_BYTES });
    }
    Ok(bytes)
}

/// Bytes with what is known of them as a capture. `content_type` is the value of the HTTP header.
pub(crate) fn capture(
    name: &str,
    bytes: &[u8],
    content_type: Option<&str>,
    declared: Declared,
) -> Result<Capture, Fault> {
    let text = text::decode(bytes, content_type)?;
    text::check(&text).map_err(|fault| match (fault, charset::foreign(bytes)) {
        (Fault::NotJapanese, Some(encoding)) => Fault::Charset(encoding),
        (fault, _) => fault,
    })?;
    Ok(Capture { source: name.to_owned(), media: media::of(name, content_type, &text), text, declared })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(name: &str, bytes: &[u8]) -> String {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        match file(&path) {
            Ok(capture) => capture.text,
            Err(error) => error.fault.to_string(),
        }
    }

    #[test]
    fn each_charset_of_japan_is_read() {
        for (label, charset) in
            [("sjis", encoding_rs::SHIFT_JIS), ("euc", encoding_rs::EUC_JP), ("utf-8", encoding_rs::UTF_8)]
        {
            let words = "首脳は①「砲弾の供与はない」と述べた。髙橋氏はこれを疑っている。";
            let (bytes, _, lossy) = charset.encode(words);
            assert!(!lossy || label == "euc", "{label}");
            let expected = charset.decode(&bytes).0;
            assert_eq!(read(label, &bytes), expected, "{label}");
        }
    }

    #[test]
    fn utf_16_is_named_and_refused() {
        let bytes: Vec<u8> = "\u{feff}会談は終わった。".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert!(read("a", &bytes).contains("UTF-16LE"), "{}", read("a", &bytes));
    }

    #[test]
    fn iso_2022_jp_is_named_and_refused() {
        let (bytes, ..) = encoding_rs::ISO_2022_JP.encode("会談は終わった。");
        assert!(read("a", &bytes).contains("ISO-2022-JP"), "{}", read("a", &bytes));
    }

    #[test]
    fn bad_files_say_what_to_do() {
        assert!(read("a", b"").contains("empty"));
        assert!(read("a", " \u{3000}\n".as_bytes()).contains("empty"));
        assert!(read("a", b"%PDF-1.7\n\x00\xff").contains("a PDF document"));
        assert!(read("a", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR").contains("an image"));
        assert!(read("a", b"abc\0\x01\x02def").contains("binary data"));
        assert!(read("a", b"The summit is over.").contains("no Japanese"));
        assert!(read("a", "会谈已经结束。双方没有签署协议。".as_bytes()).contains("no Japanese"));
        assert!(read("a", "Саммит завершён.".as_bytes()).contains("no Japanese"));
        assert!(
            read("a", &encoding_rs::GBK.encode("会谈已经结束，双方没有签署协议，也没有说明原因。").0)
                .contains("its encoding is"),
            "{}",
            read("a", &encoding_rs::GBK.encode("会谈已经结束，双方没有签署协议，也没有说明原因。").0)
        );
        assert!(read("a", &encoding_rs::EUC_KR.encode("정상회담이 끝났다. 양측은 합의문에 서명하지 않았다. 러시아와 북한은 무기 거래를 부인했다.").0).contains("EUC-KR"));
    }

    #[test]
    fn huge_files_are_refused_before_they_are_decoded() {
        assert!(read("a", &vec![b'a'; MAX_BYTES as usize + 1]).contains("16 MiB"));
    }

    #[test]
    fn missing_files_are_named_on_one_line() {
        let error = file(Path::new("/nowhere/a\nb")).unwrap_err().to_string();
        assert!(error.contains("/nowhere/a\u{fffd}b: there is no such file"), "{error}");
    }
}
