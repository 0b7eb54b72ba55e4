//! What happened, year by year.

use crate::dates;
use crate::phrases::Ground;
use crate::writer::{Group, Section, Sentence, Writer};
use std::collections::BTreeMap;
use tenkyo_model::ledger::{Member, Occurrence};

pub(crate) fn section(writer: &mut Writer<'_>) -> Section {
    let ledger = writer.ledger;
    let mut years: BTreeMap<String, Vec<&Occurrence>> = BTreeMap::new();
    for occurrence in &ledger.occurrences {
        // The undated come last.
        let year = occurrence.date.as_deref().and_then(|d| d.get(..4)).unwrap_or("~");
        years.entry(year.to_owned()).or_default().push(occurrence);
    }
    let groups = years.into_iter().map(|(year, mut list)| {
        list.sort_by(|a, b| (&a.date, &a.id).cmp(&(&b.date, &b.id)));
        let heading = match year.as_str() {
            "~" => writer.words.get("heading.undated").to_owned(),
            year => dates::date(writer.words, Some(year)),
        };
        let sentences = list.into_iter().map(|o| sentence(writer, o)).collect();
        Group { heading: Some(heading), sentences }
    });
    let groups = groups.collect();
    writer.section("timeline", groups)
}

/// One event as a sentence.
pub(crate) fn sentence(writer: &mut Writer<'_>, occurrence: &Occurrence) -> Sentence {
    let clause = if planned(writer, occurrence) { "clause.planned" } else { "clause.event" };
    let what = writer.words.fill(clause, &[("what", &phrase(writer, occurrence))]);
    let ground = Ground {
        date: occurrence.date.as_deref(),
        roots: &occurrence.roots,
        certainty: occurrence.certainty,
        polarity: occurrence.polarity,
    };
    let mut text = quoted(writer, writer.framed(&what, &ground), occurrence);
    if let Some(treaties) = writer.in_force(&occurrence.agreements) {
        text += &format!(" [{treaties}]");
    }
    writer.sentence(text, &occurrence.members)
}

/// What is said of the event in our words, then in those of a report.
fn quoted(writer: &Writer<'_>, sentence: String, occurrence: &Occurrence) -> String {
    let Some(best) = told(writer, occurrence) else { return sentence };
    let (outlet, text) = (writer.names.outlet(best), writer.names.sentence(best));
    writer.words.fill("quoted.line", &[("sentence", &sentence), ("outlet", &outlet), ("text", &text)])
}

/// The first report that appeared when the event was over, else the first of all.
fn told<'o>(writer: &Writer<'_>, occurrence: &'o Occurrence) -> Option<&'o Member> {
    let day = occurrence.date.as_deref().map(|d| d.rsplit('/').next().unwrap_or(d));
    let over = |m: &&Member| writer.names.published(m) >= day;
    occurrence.members.iter().find(over).or_else(|| occurrence.members.first())
}

/// Whether every report that tells of it appeared before its day.
fn planned(writer: &Writer<'_>, occurrence: &Occurrence) -> bool {
    let day = occurrence.date.as_deref().map(|d| d.split('/').next().unwrap_or(d));
    // At the precision of the coarser one: a month holds its days.
    let earlier =
        |told: &str, day: &str| told.len().min(day.len()) >= 4 && told < day && !day.starts_with(told);
    let before =
        |m| matches!((writer.names.published(m), day), (Some(told), Some(day)) if earlier(told, day));
    occurrence.members.iter().all(before)
}

/// The event as a noun phrase: who, to whom, what, where.
fn phrase(writer: &Writer<'_>, o: &Occurrence) -> String {
    let words = writer.words;
    let kind = format!("event.{}", o.kind.name());
    let exact = o.mode.as_ref().and_then(|mode| words.find(&format!("{kind}.{mode}")));
    let entry = exact.unwrap_or_else(|| words.get(&kind));
    let (noun, to) = entry.split_once('|').unwrap_or((entry, ""));
    let (source, target) = (writer.names.list(words, &o.source), writer.names.list(words, &o.target));
    let all = writer.names.list(words, o.source.iter().chain(&o.target));
    let filled = |key: &str, noun: &str| {
        let values = [("source", &*source), ("target", &*target), ("all", &*all), ("noun", noun), ("to", to)];
        words.fill(&format!("clause.{key}"), &values)
    };
    let what = match (noun.strip_prefix('='), source.is_empty(), target.is_empty()) {
        (Some(noun), true, true) => filled("alone", noun),
        (Some(noun), ..) => filled("together", noun),
        (None, false, false) => filled("both", noun),
        (None, false, true) => filled("source", noun),
        (None, true, false) => filled("target", noun),
        (None, true, true) => filled("alone", noun),
    };
    match &o.place {
        Some(place) => words.fill("clause.place", &[("what", &what), ("place", &writer.names.name(place))]),
        None => what,
    }
}
