//! Which encoding the bytes are in.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{EUC_JP, Encoding, SHIFT_JIS, UTF_8};

/// How much of a page's start may name its encoding, in bytes (the HTML standard looks at the first 1024).
const DECLARED_WITHIN: usize = 2048;

/// The encoding of `bytes`: by byte order mark, HTTP header, the page's own word, else by the bytes themselves.
///
/// # Errors
/// The name of an encoding that is not read.
pub(crate) fn of(bytes: &[u8], content_type: Option<&str>) -> Result<&'static Encoding, String> {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return supported(encoding);
    }
    let header = content_type.and_then(charset_of).and_then(for_label);
    // What is declared is often wrong; bytes that are valid UTF-8 beyond ASCII hardly ever are anything else.
    if std::str::from_utf8(bytes).is_ok() && !has_escape(bytes) {
        return Ok(UTF_8);
    }
    supported(header.or_else(|| declared(bytes)).unwrap_or_else(|| guessed(bytes)))
}

fn supported(encoding: &'static Encoding) -> Result<&'static Encoding, String> {
    let read = [UTF_8, SHIFT_JIS, EUC_JP].contains(&encoding);
    read.then_some(encoding).ok_or_else(|| encoding.name().to_owned())
}

/// ISO-2022-JP is ASCII with escape sequences.
fn has_escape(bytes: &[u8]) -> bool {
    bytes.windows(3).any(|w| matches!(w, [0x1b, b'$', b'B' | b'@'] | [0x1b, b'(', b'J' | b'I']))
}

/// The encoding that a page or an XML declaration names in its first bytes.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let start = String::from_utf8_lossy(&bytes[..bytes.len().min(DECLARED_WITHIN)]).to_ascii_lowercase();
    let named = start.find("charset=").map(|at| &start[at..]);
    let xml = start.starts_with("<?xml").then(|| start.find("encoding=").map(|at| &start[at..])).flatten();
    named
        .and_then(charset_of)
        .or_else(|| xml.and_then(|s| value(s.strip_prefix("encoding=")?)))
        .and_then(for_label)
}

fn for_label(label: String) -> Option<&'static Encoding> {
    Encoding::for_label(label.as_bytes())
}

fn charset_of(words: &str) -> Option<String> {
    let lower = words.to_ascii_lowercase();
    value(&lower[lower.find("charset=")? + "charset=".len()..])
}

/// The first word behind an equals sign, without its quotation marks.
fn value(rest: &str) -> Option<String> {
    let rest = rest.trim_start_matches(['"', '\'', ' ']);
    let end = rest
        .find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | ':' | '.')))
        .unwrap_or(rest.len());
    (end > 0).then(|| rest[..end].to_owned())
}

/// Japanese encodings before others, as short texts leave a choice.
fn guessed(bytes: &[u8]) -> &'static Encoding {
    guess(bytes, Some(b"jp"))
}

fn guess(bytes: &[u8], country: Option<&[u8]>) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    detector.feed(bytes, true);
    detector.guess(country, Utf8Detection::Allow)
}

/// The encoding that bytes have which turned out to be no Japanese; none for UTF-8.
pub(crate) fn foreign(bytes: &[u8]) -> Option<String> {
    let encoding = guess(bytes, None);
    let other = ![UTF_8, SHIFT_JIS, EUC_JP].contains(&encoding) && std::str::from_utf8(bytes).is_err();
    other.then(|| encoding.name().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn declarations_are_found() {
        let (body, ..) = SHIFT_JIS.encode("会談");
        for head in [
            "<meta charset=Shift_JIS>",
            "<meta content=\"text/html; charset=x-sjis\">",
            "<?xml encoding='shift_jis'?>",
        ] {
            let page = [head.as_bytes(), &body].concat();
            assert_eq!(of(&page, None), Ok(SHIFT_JIS), "{head}");
        }
        assert_eq!(of(&body, Some("text/html; charset=\"cp932\"")), Ok(SHIFT_JIS));
    }

    #[test]
    fn valid_utf_8_goes_before_a_wrong_declaration() {
        assert_eq!(of("<meta charset=euc-jp>会談は終わった".as_bytes(), None), Ok(UTF_8));
    }
}
