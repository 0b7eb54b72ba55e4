//! Figures in a row, with those that contradict each other.

use crate::amounts::amount;
use crate::dates;
use crate::shown::shown;
use crate::writer::{Group, Section, Sentence, Writer};
use std::collections::BTreeSet;
use tenkyo_model::ledger::{DisputeKind, Member, Point, Series};

pub(crate) fn section(writer: &mut Writer<'_>) -> Section {
    let disputed = disputed(writer);
    let groups = writer.ledger.series.iter().map(|series| {
        let sentences = series.points.iter().map(|p| sentence(writer, series, p, &disputed)).collect();
        Group { heading: Some(format!("{} ({})", shown(&series.what), shown(&series.unit))), sentences }
    });
    let groups = groups.collect();
    writer.section("series", groups)
}

/// The words of figures that others contradict.
fn disputed(writer: &Writer<'_>) -> BTreeSet<Member> {
    let figures = writer.ledger.disputes.iter().filter(|d| d.kind == DisputeKind::Figure);
    figures.flat_map(|d| d.sides.iter().flat_map(|s| s.members.clone())).collect()
}

/// One figure as a sentence.
pub(crate) fn sentence(
    writer: &mut Writer<'_>,
    series: &Series,
    point: &Point,
    disputed: &BTreeSet<Member>,
) -> Sentence {
    let words = writer.words;
    let value = amount(words, point.bounds, &shown(&series.unit));
    let root = point.root.as_deref().map(|id| writer.names.name(id));
    let key = if root.is_some() { "figure.line" } else { "figure.line-alone" };
    let on = dates::on(words, point.as_of.as_deref());
    let values = [("on", on.as_str()), ("value", &value), ("root", root.as_deref().unwrap_or_default())];
    let mut text = words.fill(key, &values);
    if disputed.contains(&point.member) {
        text += words.get("figure.disputed");
    }
    writer.sentence(text, [&point.member])
}
