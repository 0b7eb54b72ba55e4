//! Bytes into characters, and whether these are a Japanese text.

use crate::{Fault, charset};

/// Share of undecodable characters up to which a text is read all the same: old pages hold a stray byte now and then.
const MAX_LOST_SHARE: f64 = 0.005;

/// File formats by their first bytes.
const FORMATS: [(&[u8], &str); 14] = [
    (b"%PDF-", "a PDF document"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"RIFF", "a picture, sound or film"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"\x1f\x8b", "a compressed file"),
    (b"BZh", "a compressed file"),
    (b"\xfd7zXZ", "a compressed file"),
    (b"\x28\xb5\x2f\xfd", "a compressed file"),
    (b"7z\xbc\xaf", "an archive"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3", "a database"),
];

/// Decodes a document; a byte order mark is left out.
pub(crate) fn decode(bytes: &[u8], content_type: Option<&str>) -> Result<String, Fault> {
    if let Some((_, name)) = FORMATS.iter().find(|(mark, _)| bytes.starts_with(mark)) {
        return Err(Fault::Binary(name));
    }
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(Fault::Empty);
    }
    let utf16 = encoding_rs::Encoding::for_bom(bytes).is_some();
    if !utf16 && is_binary(bytes) {
        return Err(Fault::Binary("binary data"));
    }
    let encoding = charset::of(bytes, content_type).map_err(Fault::Charset)?;
    let (text, _) = encoding.decode_with_bom_removal(bytes);
    let lost = text.chars().filter(|c| *c == '\u{fffd}').count();
    if lost as f64 > text.chars().count() as f64 * MAX_LOST_SHARE {
        return Err(Fault::Broken(encoding.name()));
    }
    Ok(text.into_owned())
}

/// Texts hold hardly any control characters; binary data hold many, and zero bytes.
fn is_binary(bytes: &[u8]) -> bool {
    let start = &bytes[..bytes.len().min(8192)];
    let controls = start
        .iter()
        .filter(|b| b.is_ascii_control() && !b.is_ascii_whitespace() && **b != 0x1b && **b != 0x0b);
    start.contains(&0) && !start.is_ascii() || controls.count() * 50 > start.len()
}

/// Whether a decoded document is worth reading.
pub(crate) fn check(text: &str) -> Result<(), Fault> {
    if text.chars().all(|c| c.is_whitespace() || c == '\u{feff}') {
        return Err(Fault::Empty);
    }
    text.contains(is_kana).then_some(()).ok_or(Fault::NotJapanese)
}

/// Hiragana and katakana, but no half-width katakana: these are what other encodings look like when read as Shift_JIS.
fn is_kana(c: char) -> bool {
    matches!(c, '\u{3041}'..='\u{3096}' | '\u{30a1}'..='\u{30fa}')
}
