//! Which entries of the ledger a verb shows.

use crate::messages::Messages;
use crate::workspace::Story;
use std::collections::BTreeSet;

/// Filters that every list takes.
#[derive(clap::Args, Debug)]
pub struct Filters {
    /// Only entries with this actor: an id, a name or a part of one. May be given several times.
    #[arg(long, value_name = "NAME")]
    actor: Vec<String>,
    /// Only from this date on (`2024`, `2024-06` or `2024-06-19`).
    #[arg(long, value_name = "DATE", value_parser = date)]
    from: Option<String>,
    /// Only up to this date, inclusive.
    #[arg(long, value_name = "DATE", value_parser = date)]
    to: Option<String>,
    /// Only of this certainty. May be given several times.
    #[arg(long, value_name = "CERTAINTY", value_delimiter = ',', value_parser = ["certain", "probable", "possible", "unknown"])]
    certainty: Vec<String>,
}

/// A year, month or day.
fn date(value: &str) -> Result<String, String> {
    let digits = |part: &str, len: usize| part.len() == len && part.bytes().all(|b| b.is_ascii_digit());
    let parts: Vec<&str> = value.split('-').collect();
    let valid = match parts[..] {
        [year] => digits(year, 4),
        [year, month] => digits(year, 4) && digits(month, 2),
        [year, month, day] => digits(year, 4) && digits(month, 2) && digits(day, 2),
        _ => false,
    };
    valid.then(|| value.to_owned()).ok_or_else(|| "write 2024, 2024-06 or 2024-06-19".to_owned())
}

/// Filters made ready for one ledger.
pub struct Filter<'a> {
    filters: &'a Filters,
    actors: Option<BTreeSet<String>>,
}

impl Filters {
    /// Makes the filters ready: finds the actors that are meant.
    ///
    /// # Errors
    /// When no actor of the ledger has a name asked for.
    pub fn ready<'a>(&'a self, story: &Story, messages: &Messages) -> anyhow::Result<Filter<'a>> {
        let mut actors = BTreeSet::new();
        for asked in &self.actor {
            let found = named(story, asked);
            anyhow::ensure!(!found.is_empty(), messages.fill("error.no-actor", &[("name", asked)]));
            actors.extend(found);
        }
        Ok(Filter { filters: self, actors: (!self.actor.is_empty()).then_some(actors) })
    }
}

/// Ids of the actors with this id or name; of those with a name that holds it, when none has it whole.
fn named(story: &Story, asked: &str) -> Vec<String> {
    let find = |fits: &dyn Fn(&str) -> bool| -> Vec<String> {
        let actors = story.ledger.actors.iter();
        let fits = |a: &&tenkyo_record::ledger::Actor| {
            fits(&a.id) || fits(&a.name) || a.names.iter().any(|n| fits(n))
        };
        actors.filter(fits).map(|a| a.id.clone()).collect()
    };
    let whole = find(&|name| name == asked);
    if whole.is_empty() { find(&|name| name.contains(asked)) } else { whole }
}

impl Filter<'_> {
    /// Whether an entry with these actors passes.
    pub fn actors<'s>(&self, ids: impl IntoIterator<Item = &'s String>) -> bool {
        self.actors.as_ref().is_none_or(|wanted| ids.into_iter().any(|id| wanted.contains(id)))
    }

    /// Whether an entry of this date passes; without a date it does unless dates are asked for.
    pub fn date(&self, date: Option<&str>) -> bool {
        let (from, to) = (self.filters.from.as_deref(), self.filters.to.as_deref());
        match date {
            None => from.is_none() && to.is_none(),
            Some(date) => {
                let (first, last) = date.split_once('/').unwrap_or((date, date));
                // At the precision of the coarser of the two.
                let order = |a: &str, b: &str| {
                    let len = a.len().min(b.len());
                    a.get(..len).cmp(&b.get(..len))
                };
                from.is_none_or(|from| order(last, from).is_ge())
                    && to.is_none_or(|to| order(first, to).is_le())
            }
        }
    }

    /// Whether an entry of this certainty passes.
    pub fn certainty(&self, certainty: &str) -> bool {
        self.filters.certainty.is_empty() || self.filters.certainty.iter().any(|c| c == certainty)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_compared_at_the_coarser_precision() {
        let filters = Filters {
            actor: vec![],
            from: Some("2023-09".into()),
            to: Some("2023-09-13".into()),
            certainty: vec![],
        };
        let filter = Filter { filters: &filters, actors: None };
        for passes in ["2023", "2023-09", "2023-09-13", "2023-09-13TAF", "2022/2023-10"] {
            assert!(filter.date(Some(passes)), "{passes}");
        }
        for fails in ["2023-09-14", "2022", "2023-10/2023-11"] {
            assert!(!filter.date(Some(fails)), "{fails}");
        }
        assert!(!filter.date(None));
        assert!(date("2024-6").is_err() && date("2024-06-19").is_ok());
    }
}
