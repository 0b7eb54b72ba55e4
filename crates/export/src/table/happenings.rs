//! Tables of what happens: events, transfers, figures.

use super::Rows;
use super::cell::{
    Cell, Column, a_count, a_date, a_number, a_text, day, integer, many, maybe, number, text, texts,
};
use crate::{Export, label};
use tenkyo_record::ledger::{Occurrence, Point, Series, Transfer};

pub(super) const OCCURRENCES: &[Column] = &[
    text("id"),
    text("type"),
    text("mode"),
    text("label"),
    text("date"),
    day("date_first"),
    day("date_last"),
    text("date_local"),
    texts("source"),
    texts("source_ids"),
    texts("target"),
    texts("target_ids"),
    text("place"),
    text("place_id"),
    text("polarity"),
    text("certainty"),
    text("grade"),
    texts("grade_reasons"),
    texts("roots"),
    integer("documents"),
];

pub(super) fn occurrences<'e>(e: &'e Export<'e>) -> Rows<'e> {
    Box::new(e.ledger.occurrences.iter().map(|o| occurrence(e, o)))
}

fn occurrence(e: &Export<'_>, o: &Occurrence) -> Vec<Cell> {
    let [date, first, last] = a_date(o.date.as_deref());
    vec![
        a_text(&o.id),
        a_text(&o.kind),
        maybe(o.mode.as_deref()),
        a_text(&o.label),
        date,
        first,
        last,
        maybe(o.date_local.as_deref()),
        many(o.source.iter().map(|id| e.name(id))),
        many(o.source.iter().map(String::as_str)),
        many(o.target.iter().map(|id| e.name(id))),
        many(o.target.iter().map(String::as_str)),
        maybe(o.place.as_deref().map(|id| e.name(id))),
        maybe(o.place.as_deref()),
        a_text(&o.polarity),
        a_text(&o.certainty),
        Cell::Text(Some(label::grade(&o.grade))),
        Cell::Texts(o.grade.reasons.iter().map(|(name, value)| format!("{name} {value}")).collect()),
        many(o.roots.iter().map(|id| e.name(id))),
        a_count(e.documents_of(&o.members)),
    ]
}

pub(super) const TRANSFERS: &[Column] = &[
    text("id"),
    text("date"),
    day("date_first"),
    day("date_last"),
    text("giver"),
    text("giver_id"),
    text("receiver"),
    text("receiver_id"),
    text("item"),
    text("category"),
    number("min"),
    number("max"),
    text("unit"),
    text("status"),
    text("polarity"),
    text("certainty"),
    texts("roots"),
    texts("measures"),
    integer("documents"),
];

pub(super) fn transfers<'e>(e: &'e Export<'e>) -> Rows<'e> {
    Box::new(e.ledger.transfers.iter().map(|t| transfer(e, t)))
}

fn transfer(e: &Export<'_>, t: &Transfer) -> Vec<Cell> {
    let [date, first, last] = a_date(t.date.as_deref());
    let amount = t.quantity.as_ref();
    vec![
        a_text(&t.id),
        date,
        first,
        last,
        maybe(t.giver.as_deref().map(|id| e.name(id))),
        maybe(t.giver.as_deref()),
        maybe(t.receiver.as_deref().map(|id| e.name(id))),
        maybe(t.receiver.as_deref()),
        a_text(&t.item),
        a_text(&t.category),
        a_number(amount.and_then(|a| a.min.as_ref())),
        a_number(amount.and_then(|a| a.max.as_ref())),
        maybe(amount.map(|a| a.unit.as_str())),
        a_text(&t.status),
        a_text(&t.polarity),
        a_text(&t.certainty),
        many(t.roots.iter().map(|id| e.name(id))),
        many(t.measures.iter().map(|m| m.id.as_str())),
        a_count(e.documents_of(&t.members)),
    ]
}

pub(super) const SERIES: &[Column] = &[
    text("id"),
    text("what"),
    text("unit"),
    text("as_of"),
    day("as_of_first"),
    day("as_of_last"),
    number("min"),
    number("max"),
    text("root"),
    text("root_id"),
    text("document"),
    text("text"),
];

/// One row a figure.
pub(super) fn series<'e>(e: &'e Export<'e>) -> Rows<'e> {
    let points = move |s: &'e Series| s.points.iter().map(move |p| point(e, s, p));
    Box::new(e.ledger.series.iter().flat_map(points))
}

fn point(e: &Export<'_>, s: &Series, p: &Point) -> Vec<Cell> {
    let [as_of, first, last] = a_date(p.as_of.as_deref());
    vec![
        a_text(&s.id),
        a_text(&s.what),
        a_text(&s.unit),
        as_of,
        first,
        last,
        a_number(p.min.as_ref()),
        a_number(p.max.as_ref()),
        maybe(p.root.as_deref().map(|id| e.name(id))),
        maybe(p.root.as_deref()),
        a_text(&p.member.document),
        a_text(e.words(&p.member)),
    ]
}
