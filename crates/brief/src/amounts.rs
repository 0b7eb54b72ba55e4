//! Amounts in words.

use crate::Language;
use crate::words::Words;
use tenkyo_model::Bounds;

/// Bounds with their unit in words; empty when nothing is known. A unit of one letter (`人`) follows the number, a longer one
/// (`コンテナ`) and every one in English stands apart from it.
pub(crate) fn amount(words: &Words, bounds: Bounds, unit: &str) -> String {
    let apart = unit.chars().count() > 1 || words.language == Language::English;
    let unit = if apart && !unit.is_empty() { format!(" {unit}") } else { unit.to_owned() };
    let fill = |key: &str, values: [(&str, &str); 3]| words.fill(&format!("amount.{key}"), &values);
    match (bounds.min, bounds.max) {
        (Some(a), Some(b)) if a == b => fill("exact", [("n", &number(a)), ("unit", &unit), ("", "")]),
        (Some(a), Some(b)) => fill("between", [("a", &number(a)), ("b", &number(b)), ("unit", &unit)]),
        (Some(a), None) => fill("least", [("n", &number(a)), ("unit", &unit), ("", "")]),
        (None, Some(b)) => fill("most", [("n", &number(b)), ("unit", &unit), ("", "")]),
        (None, None) => String::new(),
    }
}

/// A number with commas between thousands.
fn number(value: f64) -> String {
    let plain = value.to_string();
    let (whole, part) = plain.split_once('.').map_or((plain.as_str(), None), |(w, p)| (w, Some(p)));
    let (sign, digits) = whole.strip_prefix('-').map_or(("", whole), |digits| ("-", digits));
    let mut out = String::from(sign);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at) % 3 == 0 {
            out.push(',');
        }
        out.push(digit);
    }
    if let Some(part) = part {
        out.push('.');
        out.push_str(part);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bounds_in_words() {
        let (ja, en) = (Words::of(Language::Japanese), Words::of(Language::English));
        let bounds = |min, max| Bounds { min, max };
        assert_eq!(amount(ja, bounds(Some(1_000.0), None), "コンテナ"), "1,000 コンテナ以上");
        assert_eq!(amount(ja, bounds(Some(12_000.0), Some(12_000.0)), "人"), "12,000人");
        assert_eq!(amount(en, bounds(None, Some(4_800_000.0)), "発"), "up to 4,800,000 発");
        assert_eq!(amount(en, bounds(Some(-1.5), Some(2.0)), ""), "-1.5 to 2");
        assert_eq!(amount(en, bounds(None, None), "人"), "");
    }
}
