//! What each pair of actors did to each other, month by month.

use crate::dates::Interval;
use std::collections::BTreeMap;
use tenkyo_model::ledger::{Occurrence, Relation};
use tenkyo_model::{Certainty, EventType, Polarity};

/// Counts the occurrences between each pair of actors in each month; co-mention is no relation.
pub(crate) fn count(occurrences: &[Occurrence]) -> Vec<Relation> {
    let mut relations: BTreeMap<(String, String, String), Relation> = BTreeMap::new();
    for occurrence in occurrences.iter().filter(|o| o.polarity == Polarity::Positive) {
        let Some(month) = occurrence.date.as_deref().and_then(Interval::parse).and_then(Interval::month)
        else {
            continue;
        };
        for (source, target) in dyads(occurrence) {
            let key = (source.clone(), target.clone(), month.clone());
            let relation = relations.entry(key).or_insert_with(|| Relation {
                source,
                target,
                month: month.clone(),
                occurrences: Vec::new(),
                score: 0.0,
                confirmed: 0,
                confirmed_score: 0.0,
            });
            add(relation, occurrence);
        }
    }
    relations.into_values().collect()
}

fn dyads(occurrence: &Occurrence) -> Vec<(String, String)> {
    let pair = |s: &String| {
        let targets = occurrence.target.iter().filter(move |t| *t != s).cloned();
        let source = s.clone();
        targets.map(move |t| (source.clone(), t)).collect::<Vec<_>>()
    };
    occurrence.source.iter().flat_map(pair).collect()
}

fn add(relation: &mut Relation, occurrence: &Occurrence) {
    let score = score(occurrence.kind);
    relation.occurrences.push(occurrence.id.clone());
    relation.score += score;
    if occurrence.certainty == Certainty::Certain {
        relation.confirmed += 1;
        relation.confirmed_score += score;
    }
}

/// The weight of an event on the scale of conflict and cooperation that CAMEO took over from Goldstein (1992), by PLOVER type.
fn score(kind: EventType) -> f64 {
    match kind {
        EventType::Agree => 6.0,
        EventType::Consult => 1.0,
        EventType::Support => 4.0,
        EventType::Concede => 5.0,
        EventType::Cooperate => 6.4,
        EventType::Aid => 7.0,
        EventType::Retreat => 7.0,
        EventType::Request => -0.3,
        EventType::Accuse => -2.0,
        EventType::Reject => -4.0,
        EventType::Threaten => -5.8,
        EventType::Protest => -6.5,
        EventType::Sanction => -6.0,
        EventType::Mobilize => -7.2,
        EventType::Coerce => -7.0,
        EventType::Assault => -9.0,
    }
}
