//! What the report rests on, and the points that most reports and sources bear out.

use crate::dates;
use crate::shown::shown;
use crate::words::Words;
use crate::writer::{Group, Section, Sentence, Writer};
use crate::{disputes, forecasts, series, timeline};
use std::cmp::Reverse;
use std::collections::BTreeSet;
use tenkyo_model::ledger::{Ledger, Occurrence, OutcomeResult, Series};

/// Most points of one kind.
const EVENTS: usize = 8;
const OTHERS: usize = 3;

pub(crate) fn section(writer: &mut Writer<'_>) -> Section {
    let groups = [events(writer), figures(writer), contradictions(writer), outcomes(writer)];
    let groups = groups.into_iter().map(|sentences| Group { heading: None, sentences }).collect();
    writer.section("overview", groups)
}

/// The events with the most independent sources, in order of time.
fn events(writer: &mut Writer<'_>) -> Vec<Sentence> {
    let ledger = writer.ledger;
    let weight = |o: &Occurrence| {
        let documents: BTreeSet<&str> = o.members.iter().map(|m| m.document.as_str()).collect();
        Reverse((o.roots.len(), documents.len()))
    };
    let mut list: Vec<&Occurrence> = ledger.occurrences.iter().filter(|o| o.date.is_some()).collect();
    list.sort_by_key(|o| (weight(o), o.id.as_str()));
    list.truncate(EVENTS);
    list.sort_by(|a, b| (&a.date, &a.id).cmp(&(&b.date, &b.id)));
    list.into_iter().map(|o| timeline::sentence(writer, o)).collect()
}

/// The last value of the longest series.
fn figures(writer: &mut Writer<'_>) -> Vec<Sentence> {
    let ledger = writer.ledger;
    let mut list: Vec<&Series> = ledger.series.iter().filter(|s| s.points.len() > 1).collect();
    list.sort_by_key(|s| (Reverse(s.points.len()), s.id.as_str()));
    let last = list.into_iter().take(OTHERS).filter_map(|s| Some((s, s.points.last()?)));
    last.map(|(s, point)| {
        let sentence = series::sentence(writer, s, point, &BTreeSet::new());
        Sentence { text: format!("{}: {}", shown(&s.what), sentence.text), notes: sentence.notes }
    })
    .collect()
}

fn contradictions(writer: &mut Writer<'_>) -> Vec<Sentence> {
    let ledger = writer.ledger;
    let first = ledger.disputes.iter().take(OTHERS);
    first
        .map(|d| {
            let text = writer.words.fill("dispute.overview", &disputes::about(writer, d).each());
            writer.sentence(text, d.sides.iter().filter_map(|s| s.members.first()))
        })
        .collect()
}

/// Forecasts that are decided.
fn outcomes(writer: &mut Writer<'_>) -> Vec<Sentence> {
    let decided = writer.ledger.forecasts.iter().filter(|f| f.outcome.result != OutcomeResult::Open);
    decided.take(OTHERS).flat_map(|f| forecasts::sentences(writer, f)).collect()
}

/// Period, number of reports and the like.
pub(crate) fn facts(words: &Words, ledger: &Ledger, asked: &str) -> Vec<(String, String)> {
    let published: BTreeSet<&str> = ledger.documents.iter().filter_map(|d| d.published.as_deref()).collect();
    let outlets: BTreeSet<&str> = ledger.documents.iter().filter_map(|d| d.outlet.as_deref()).collect();
    let copies = ledger.documents.iter().filter(|d| d.copy_of.is_some()).count();
    let mut facts = Vec::new();
    let mut fact =
        |key: &str, value: String| facts.push((words.get(&format!("fact.{key}")).to_owned(), value));
    if let (Some(first), Some(last)) = (published.first(), published.last()) {
        let (a, b) = (dates::date(words, Some(first)), dates::date(words, Some(last)));
        fact("period", if a == b { a } else { words.fill("fact.span", &[("a", &a), ("b", &b)]) });
    }
    fact("reports", ledger.documents.len().to_string());
    if !outlets.is_empty() {
        let names: Vec<String> = outlets.iter().map(|o| shown(o)).collect();
        fact("outlets", names.join(words.get("list.comma")));
    }
    if copies > 0 {
        fact("copies", copies.to_string());
    }
    fact("counts", counts(words, ledger));
    if !asked.is_empty() {
        fact("asked", shown(asked));
    }
    facts
}

fn counts(words: &Words, ledger: &Ledger) -> String {
    let counts = [
        ("occurrences", ledger.occurrences.len()),
        ("utterances", ledger.utterances.len()),
        ("transfers", ledger.transfers.len()),
        ("series", ledger.series.len()),
        ("disputes", ledger.disputes.len()),
        ("forecasts", ledger.forecasts.len()),
    ];
    let counts: Vec<(&str, String)> = counts.iter().map(|(name, n)| (*name, n.to_string())).collect();
    let counts: Vec<(&str, &str)> = counts.iter().map(|(name, n)| (*name, n.as_str())).collect();
    words.fill("fact.entries", &counts)
}
