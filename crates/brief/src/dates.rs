//! ISO dates, months, years and intervals in words.

use crate::words::Words;

/// A date in words; what is no date stands as it is.
pub(crate) fn date(words: &Words, value: Option<&str>) -> String {
    let Some(value) = value else { return words.get("date.unknown").to_owned() };
    if let Some((a, b)) = value.split_once('/') {
        return words.fill("date.range", &[("a", &date(words, Some(a))), ("b", &date(words, Some(b)))]);
    }
    let day = value.split_once('T').map_or(value, |(day, _)| day);
    let numbers: Option<Vec<u32>> = day.split('-').map(|part| part.parse().ok()).collect();
    let Some(numbers) = numbers.filter(|_| day.len() >= 4) else { return value.to_owned() };
    let number = |at: usize| numbers.get(at).map(u32::to_string).unwrap_or_default();
    let month =
        numbers.get(1).and_then(|m| words.get("date.months").split(',').nth(m.checked_sub(1)? as usize));
    let filled = [
        ("y", number(0)),
        ("month", month.unwrap_or_default().to_owned()),
        ("m", number(1)),
        ("d", number(2)),
    ];
    let filled: Vec<(&str, &str)> = filled.iter().map(|(name, value)| (*name, value.as_str())).collect();
    words.fill(&format!("date.{}", precision(value)), &filled)
}

/// A date as it begins a sentence.
pub(crate) fn on(words: &Words, value: Option<&str>) -> String {
    let key = format!("on.{}", value.map_or("unknown", precision));
    words.fill(&key, &[("date", &date(words, value))])
}

/// `day`, `month`, `year` or `range`.
fn precision(value: &str) -> &'static str {
    let day = value.split_once('T').map_or(value, |(day, _)| day);
    match day.split('-').count() {
        _ if value.contains('/') => "range",
        1 => "year",
        2 => "month",
        _ => "day",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Language;

    #[test]
    fn every_precision() {
        let (ja, en) = (Words::of(Language::Japanese), Words::of(Language::English));
        assert_eq!(date(ja, Some("2023-09-13TAF")), "2023年9月13日");
        assert_eq!(date(en, Some("2023-09")), "September 2023");
        assert_eq!(on(en, Some("2023-09-07/2023-10-01")), "from 7 September 2023 to 1 October 2023, ");
        assert_eq!(on(ja, Some("2019")), "2019年、");
        assert_eq!(date(ja, Some("PAST_REF")), "PAST_REF");
        assert_eq!(date(en, Some("2023-99-01")), "1  2023", "a month that there is not has no name");
    }
}
