//! Which entries of the ledger a verb shows.

mod entries;
mod selection;

pub use entries::{Entry, Filtered};
pub use selection::{selected, selected_wholly};

use crate::messages::Messages;
use crate::workspace::Story;
use std::collections::{BTreeMap, BTreeSet};
use tenkyo_record::ledger::Member;

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
    /// Only entries of this type: `CONSULT` or `meet` of events, `ammunition` or `shipped` of transfers, `denial` of disputes,
    /// `failed` of forecasts, `person` of actors and so on, as the lists show them. May be given several times.
    #[arg(long = "type", value_name = "TYPE", value_delimiter = ',')]
    types: Vec<String>,
    /// Only entries with these words in them. May be given several times: all of them must be there.
    #[arg(long, value_name = "WORDS")]
    topic: Vec<String>,
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

/// Spans of a document with what stands there.
type Spans<T> = BTreeMap<String, Vec<([usize; 2], T)>>;

/// Filters made ready for one ledger.
pub struct Filter<'a> {
    filters: &'a Filters,
    story: &'a Story,
    /// Ids of the actors asked for.
    actors: Option<BTreeSet<String>>,
    /// Their names, and where they are mentioned.
    names: Vec<&'a str>,
    mentions: Spans<()>,
    /// How sure the entries are that stand somewhere; empty unless asked for.
    certainties: Spans<&'a str>,
}

impl Filters {
    /// Makes the filters ready: finds the actors that are meant.
    ///
    /// # Errors
    /// When no actor of the ledger has a name asked for.
    pub fn ready<'a>(&'a self, story: &'a Story, messages: &Messages) -> anyhow::Result<Filter<'a>> {
        let mut actors = BTreeSet::new();
        for asked in &self.actor {
            let found = named(story, asked);
            anyhow::ensure!(!found.is_empty(), messages.fill("error.no-actor", &[("name", asked)]));
            actors.extend(found);
        }
        let of_actors = || story.ledger.actors.iter().filter(|a| actors.contains(&a.id));
        Ok(Filter {
            filters: self,
            story,
            names: of_actors().map(|a| a.name.as_str()).collect(),
            mentions: spans(of_actors().flat_map(|a| a.members.iter().map(|m| (m, ())))),
            certainties: if self.certainty.is_empty() { Spans::new() } else { certainties(story) },
            actors: (!self.actor.is_empty()).then_some(actors),
        })
    }

    /// What is asked for, in one line for people; empty when nothing is.
    pub fn asked(&self) -> String {
        let dates = [&self.from, &self.to].map(|d| d.as_deref().unwrap_or_default());
        let period = if dates == ["", ""] { String::new() } else { dates.join("/") };
        let lists = [&self.actor, &self.certainty, &self.types, &self.topic].into_iter().flatten().cloned();
        lists.chain([period]).filter(|part| !part.is_empty()).collect::<Vec<_>>().join("; ")
    }
}

fn certainties(story: &Story) -> Spans<&str> {
    let l = &story.ledger;
    let occurrences = l.occurrences.iter().map(|e| (&e.members, e.certainty.as_str()));
    let utterances = l.utterances.iter().map(|e| (&e.members, e.certainty.as_str()));
    let transfers = l.transfers.iter().map(|e| (&e.members, e.certainty.as_str()));
    let all = occurrences.chain(utterances).chain(transfers);
    spans(all.flat_map(|(members, sure)| members.iter().map(move |m| (m, sure))))
}

fn spans<'m, T>(members: impl Iterator<Item = (&'m Member, T)>) -> Spans<T> {
    let mut spans = Spans::new();
    for (member, what) in members {
        spans.entry(member.document.clone()).or_default().push((member.span, what));
    }
    spans
}

/// What stands at the words of a member.
fn at<'s, T>(spans: &'s Spans<T>, member: &Member) -> impl Iterator<Item = &'s T> {
    let [start, end] = member.span;
    let there = spans.get(&member.document).map_or(&[][..], Vec::as_slice);
    there.iter().filter(move |(span, _)| span[0] < end && start < span[1]).map(|(_, what)| what)
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
    /// Whether an entry passes everything that is asked for.
    pub fn passes(&self, entry: &impl Filtered) -> bool {
        let entry = entry.entry(self.story);
        self.actors(&entry)
            && self.dates(&entry)
            && self.certainty(&entry)
            && self.kind(&entry)
            && self.topic(&entry)
    }

    fn actors(&self, entry: &Entry<'_>) -> bool {
        let Some(wanted) = &self.actors else { return true };
        entry.actors.iter().any(|id| wanted.contains(*id))
            || entry.named_in.is_some_and(|text| self.names.iter().any(|name| text.contains(name)))
            || entry.by_words && entry.members.iter().any(|m| at(&self.mentions, m).next().is_some())
    }

    fn dates(&self, entry: &Entry<'_>) -> bool {
        entry.dates.iter().any(|date| self.date(*date))
    }

    /// Whether an entry of this date passes; without a date it does unless dates are asked for.
    fn date(&self, date: Option<&str>) -> bool {
        within(self.filters.from.as_deref(), self.filters.to.as_deref(), date)
    }

    fn certainty(&self, entry: &Entry<'_>) -> bool {
        let wanted = |sure: &str| self.filters.certainty.iter().any(|c| c == sure);
        let own = || entry.certainties.iter().any(|c| wanted(c));
        let of_words = || entry.members.iter().any(|m| at(&self.certainties, m).any(|c| wanted(c)));
        self.filters.certainty.is_empty() || if entry.certainties.is_empty() { of_words() } else { own() }
    }

    fn kind(&self, entry: &Entry<'_>) -> bool {
        let wanted = |kind: &&str| self.filters.types.iter().any(|k| k.eq_ignore_ascii_case(kind));
        self.filters.types.is_empty() || entry.kinds.iter().any(wanted)
    }

    fn topic(&self, entry: &Entry<'_>) -> bool {
        let holds = |topic: &String| {
            entry.texts.iter().any(|text| text.contains(topic))
                || entry.members.iter().any(|m| self.story.words(m).contains(topic))
        };
        self.filters.topic.iter().all(holds)
    }
}

/// Whether a date lies within a period, both at the precision of the coarser one; without a date only when there is no period.
fn within(from: Option<&str>, to: Option<&str>, date: Option<&str>) -> bool {
    let Some(date) = date else { return from.is_none() && to.is_none() };
    let (first, last) = date.split_once('/').unwrap_or((date, date));
    let order = |a: &str, b: &str| {
        let len = a.len().min(b.len());
        a.get(..len).cmp(&b.get(..len))
    };
    from.is_none_or(|from| order(last, from).is_ge()) && to.is_none_or(|to| order(first, to).is_le())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_compared_at_the_coarser_precision() {
        let within = |date| within(Some("2023-09"), Some("2023-09-13"), date);
        for passes in ["2023", "2023-09", "2023-09-13", "2023-09-13TAF", "2022/2023-10"] {
            assert!(within(Some(passes)), "{passes}");
        }
        for fails in ["2023-09-14", "2022", "2023-10/2023-11"] {
            assert!(!within(Some(fails)), "{fails}");
        }
        assert!(!within(None));
        assert!(date("2024-6").is_err() && date("2024-06-19").is_ok());
    }
}
