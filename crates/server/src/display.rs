//! Values as a reader sees them: text without tricks, dates and amounts in words.

use crate::language::Language;
use std::borrow::Cow;
use tenkyo_model::Bounds;

/// Text fit to be shown: control and direction characters become marks such as `[U+202E]`, invisible ones are left out.
pub(crate) fn shown(text: &str) -> Cow<'_, str> {
    if !text.chars().any(|c| is_trick(c) || is_invisible(c)) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' | '\r' | '\t' | '\u{2028}' | '\u{2029}' => out.push(' '),
            c if is_trick(c) => out.push_str(&format!("[U+{:04X}]", c as u32)),
            c if is_invisible(c) => {}
            c => out.push(c),
        }
    }
    Cow::Owned(out)
}

/// Controls and everything that changes the direction of writing.
fn is_trick(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
        || matches!(c, '\u{e0000}'..='\u{e007f}')
}

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' | '\u{ad}')
}

/// At most `max` characters of `text`, with an ellipsis where something was cut off.
pub(crate) fn shortened(text: &str, max: usize) -> String {
    match text.char_indices().nth(max) {
        Some((end, _)) => format!("{}…", shown(&text[..end])),
        None => shown(text).into_owned(),
    }
}

/// An ISO date, month, year or interval in words; anything else as it stands.
pub(crate) fn date(value: &str, language: Language) -> String {
    if let Some((a, b)) = value.split_once('/') {
        let words = language.word("date.range");
        return words.replace("{a}", &date(a, language)).replace("{b}", &date(b, language));
    }
    let day = value.split_once('T').map_or(value, |(day, _)| day);
    let mut parts = day.split('-');
    let number = |part: Option<&str>| part.and_then(|p| p.parse::<usize>().ok());
    let (year, month, of_month) = (number(parts.next()), number(parts.next()), number(parts.next()));
    let Some(year) = year.filter(|_| day.len() >= 4) else { return shown(value).into_owned() };
    let key = match (month, of_month) {
        (Some(_), Some(_)) => "date.day",
        (Some(_), None) => "date.month",
        _ => "date.year",
    };
    let name =
        month.and_then(|m| language.word("months").split(',').nth(m.checked_sub(1)?)).unwrap_or_default();
    let text = |n: Option<usize>| n.map(|n| n.to_string()).unwrap_or_default();
    let words = language.word(key).replace("{y}", &year.to_string()).replace("{mon}", name);
    words.replace("{m}", &text(month)).replace("{d}", &text(of_month))
}

/// A moment (RFC 3339) to the minute, in UTC; anything else as it stands.
pub(crate) fn moment(value: &str) -> String {
    let moment = value.parse::<jiff::Timestamp>();
    moment.map_or_else(|_| shown(value).into_owned(), |at| at.strftime("%Y-%m-%d %H:%M UTC").to_string())
}

/// Bounds with their unit.
pub(crate) fn amount(bounds: Bounds, unit: &str, language: Language) -> String {
    let (min, max) = (bounds.min.map(number), bounds.max.map(number));
    let words = match (&min, &max) {
        (Some(a), Some(b)) if a == b => a.clone(),
        (Some(a), Some(b)) => language.word("bounds.range").replace("{a}", a).replace("{b}", b),
        (Some(a), None) => language.word("bounds.min").replace("{a}", a),
        (None, Some(b)) => language.word("bounds.max").replace("{b}", b),
        (None, None) => String::new(),
    };
    format!("{words} {}", shown(unit)).trim().to_owned()
}

/// A round number for an axis: short, in the units of the language.
pub(crate) fn rounded(value: f64, language: Language) -> String {
    let units = language.word("number.units").split(',').filter_map(|unit| unit.split_once('='));
    let mut fitting = units.filter_map(|(size, word)| Some((size.parse::<f64>().ok()?, word)));
    match fitting.rfind(|(size, _)| value >= *size) {
        Some((size, word)) => format!("{}{word}", number(value / size)),
        None => number(value),
    }
}

/// A number with commas between thousands.
fn number(value: f64) -> String {
    let whole = format!("{}", value.trunc().abs());
    let mut out = String::new();
    for (i, digit) in whole.chars().enumerate() {
        if i > 0 && (whole.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    let fraction = value.fract().abs();
    let sign = if value < 0.0 { "-" } else { "" };
    if fraction > 0.0 {
        format!("{sign}{out}{}", format!("{fraction:.2}").trim_start_matches('0').trim_end_matches('0'))
    } else {
        format!("{sign}{out}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_are_told_to_the_minute() {
        assert_eq!(moment("2026-11-24T15:02:33.5Z"), "2026-11-24 15:02 UTC");
        assert_eq!(moment("yesterday\u{202e}"), "yesterday[U+202E]");
    }

    #[test]
    fn tricks_become_marks() {
        assert_eq!(shown("会談\u{202e}は\u{0}終\u{200b}了"), "会談[U+202E]は[U+0000]終了");
        assert!(matches!(shown("会談は終了"), Cow::Borrowed(_)));
    }

    #[test]
    fn dates_in_both_languages() {
        assert_eq!(date("2023-09-13", Language::Japanese), "2023年9月13日");
        assert_eq!(date("2023-09", Language::English), "September 2023");
        assert_eq!(date("2023-09-13TAF", Language::English), "13 September 2023");
        assert_eq!(date("2023-09/2024-06", Language::Japanese), "2023年9月〜2024年6月");
        assert_eq!(date("PRESENT_REF", Language::Japanese), "PRESENT_REF");
    }

    #[test]
    fn amounts_with_their_bounds() {
        let bounds = |min, max| Bounds { min, max };
        assert_eq!(amount(bounds(Some(1000.0), None), "個", Language::Japanese), "1,000以上 個");
        assert_eq!(amount(bounds(Some(1.5), Some(1.5)), "%", Language::English), "1.5 %");
        assert_eq!(amount(bounds(Some(3e6), Some(3e6)), "", Language::English), "3,000,000");
        assert_eq!(rounded(3e6, Language::English), "3 million");
        assert_eq!(rounded(3e6, Language::Japanese), "300万");
        assert_eq!(rounded(500.0, Language::Japanese), "500");
    }
}
