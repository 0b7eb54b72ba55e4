//! Which agreements were in force between the sides of an entry on its day.

use crate::actors::Actors;
use crate::corpus::Corpus;
use crate::dates::Interval;
use crate::transfers::{self, Transfers};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use tenkyo_model::ledger::{Agreement, Occurrence};

/// An agreement between two or more, and the days on which it was in force.
struct Force<'a> {
    id: &'a str,
    parties: BTreeSet<&'a str>,
    from: Interval,
    ended: Option<Interval>,
}

/// Writes into each entry the agreements between its sides that were in force on its day; for a transfer without a date, as for the
/// measures that it falls under, on the day of the first report.
pub(crate) fn mark(
    corpus: &Corpus<'_>,
    actors: &Actors,
    agreements: &[Agreement],
    occurrences: &mut [Occurrence],
    transfers: &mut Transfers,
) {
    let index: HashMap<&str, usize> =
        actors.list.iter().enumerate().map(|(i, a)| (a.id.as_str(), i)).collect();
    let side = |id: &'_ String| index.get(id.as_str()).map(|i| actors.list[actors.side(*i)].id.as_str());
    let all: Vec<Force<'_>> = agreements.iter().filter_map(|a| force(a, side)).collect();
    let mut by_party: BTreeMap<&str, Vec<&Force<'_>>> = BTreeMap::new();
    for force in &all {
        // Each stands once, with the first of its parties.
        force.parties.first().into_iter().for_each(|p| by_party.entry(p).or_default().push(force));
    }
    let on = |sides: BTreeSet<&str>, date: Option<&str>| {
        let Some(date) = date.and_then(Interval::parse) else { return Vec::new() };
        let near = sides.iter().filter_map(|s| by_party.get(s)).flatten();
        let between = near.filter(|f| f.parties.is_subset(&sides) && f.holds(date));
        between.map(|f| f.id.to_owned()).collect::<BTreeSet<_>>().into_iter().collect()
    };
    for o in occurrences {
        o.agreements = on(o.source.iter().chain(&o.target).filter_map(side).collect(), o.date.as_deref());
    }
    for (t, places) in transfers.list.iter_mut().zip(&transfers.places) {
        let date = t.date.as_deref().or_else(|| transfers::first_report(corpus, places));
        t.agreements = on(t.giver.iter().chain(&t.receiver).filter_map(side).collect(), date);
    }
}

fn force<'a>(agreement: &'a Agreement, side: impl Fn(&String) -> Option<&'a str>) -> Option<Force<'a>> {
    let day = |value: &Option<String>| value.as_deref().and_then(Interval::parse);
    let parties: BTreeSet<&str> = agreement.parties.iter().filter_map(side).collect();
    // Where nobody says when it came into force, its signing is the best that is known.
    let from = day(&agreement.in_force).or_else(|| day(&agreement.signed))?;
    let ended = day(&agreement.ended);
    (parties.len() > 1).then_some(Force { id: &agreement.id, parties, from, ended })
}

impl Force<'_> {
    /// Whether it was in force on every day of a date.
    fn holds(&self, date: Interval) -> bool {
        (self.from.last <= date.first || self.from == date)
            && self.ended.is_none_or(|end| date.last < end.first)
    }
}
