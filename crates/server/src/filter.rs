//! Filters of lists, the same on every page.

use serde::Deserialize;

/// Entries on one page of a list.
pub(crate) const PAGE: usize = 100;

/// What a reader asked for; empty fields ask for nothing.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Filter {
    /// Id of an actor.
    pub actor: String,
    /// ISO date or its beginning.
    pub from: String,
    /// ISO date or its beginning, the whole day, month or year included.
    pub to: String,
    pub certainty: String,
    pub polarity: String,
    pub outlet: String,
    /// Words that the entry holds.
    pub q: String,
    /// Page of the list, counted from 0.
    pub page: usize,
}

impl Filter {
    /// Whether a date (day, month, year or interval) lies at least partly between the two; an unknown date does only when
    /// nothing is asked of dates.
    pub fn date(&self, date: Option<&str>) -> bool {
        let (from, to) = (self.from.trim(), self.to.trim());
        let Some(date) = date else { return from.is_empty() && to.is_empty() };
        let (start, end) = date.split_once('/').unwrap_or((date, date));
        // `2023-09` is before and after nothing within `2023-09`.
        let begins = from.is_empty() || end >= from || from.starts_with(end);
        let ends = to.is_empty() || start <= to || start.starts_with(to);
        begins && ends
    }

    /// Whether one of the actors is the one asked for.
    pub fn actor<'i>(&self, mut ids: impl Iterator<Item = &'i str>) -> bool {
        self.actor.is_empty() || ids.any(|id| id == self.actor)
    }

    pub fn certainty(&self, name: &str) -> bool {
        self.certainty.is_empty() || self.certainty == name
    }

    pub fn polarity(&self, name: &str) -> bool {
        // A plus sign in an address means a space.
        self.polarity.is_empty() || self.polarity == name || self.polarity.trim().is_empty() && name == "+"
    }

    pub fn words(&self, text: &str) -> bool {
        self.q.trim().is_empty() || text.contains(self.q.trim())
    }

    pub fn is_empty(&self) -> bool {
        let asked =
            [&self.actor, &self.from, &self.to, &self.certainty, &self.polarity, &self.outlet, &self.q];
        asked.iter().all(|field| field.is_empty())
    }

    /// The query of this filter for another page of the list.
    pub fn query(&self, page: usize) -> String {
        let page = page.to_string();
        let fields = [
            ("actor", &self.actor),
            ("from", &self.from),
            ("to", &self.to),
            ("certainty", &self.certainty),
            ("polarity", &self.polarity),
            ("outlet", &self.outlet),
            ("q", &self.q),
            ("page", &page),
        ];
        let given = fields.into_iter().filter(|(_, value)| !value.is_empty());
        given.map(|(key, value)| format!("{key}={}", encoded(value))).collect::<Vec<_>>().join("&")
    }
}

/// A value for a query: everything but letters, digits and a few marks as %XX.
pub(crate) fn encoded(value: &str) -> String {
    let mut out = String::new();
    for byte in value.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' => out.push(char::from(byte)),
            _ => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_of_every_precision() {
        let filter = |from: &str, to: &str| Filter { from: from.into(), to: to.into(), ..Filter::default() };
        assert!(filter("2023-09-13", "").date(Some("2023-09")), "the month holds the day");
        assert!(filter("", "2023-09").date(Some("2023-09-13")));
        assert!(!filter("2023-10", "").date(Some("2023-09-13")));
        assert!(!filter("", "2023-08").date(Some("2023-09-13")));
        assert!(filter("2023-09-20", "2023-09-25").date(Some("2023-09-07/2023-10-01")));
        assert!(filter("", "").date(None) && !filter("2023", "").date(None));
    }

    #[test]
    fn queries_come_back() {
        let filter = Filter { q: "砲弾&<".into(), polarity: "+".into(), ..Filter::default() };
        assert_eq!(filter.query(2), "polarity=%2B&q=%E7%A0%B2%E5%BC%BE%26%3C&page=2");
    }
}
