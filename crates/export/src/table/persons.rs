//! Tables of who acts: actors, and what pairs of them do to each other.

use super::Rows;
use super::cell::{Cell, Column, a_count, a_number, a_text, integer, many, maybe, number, text, texts};
use crate::Export;
use tenkyo_record::ledger::{Actor, Relation};

pub(super) const ACTORS: &[Column] = &[
    text("id"),
    text("name"),
    text("kind"),
    text("wikidata"),
    texts("names"),
    texts("titles"),
    integer("mentions"),
    integer("documents"),
];

pub(super) fn actors<'e>(e: &'e Export<'e>) -> Rows<'e> {
    Box::new(e.ledger.actors.iter().map(|a| actor(e, a)))
}

fn actor(e: &Export<'_>, a: &Actor) -> Vec<Cell> {
    vec![
        a_text(&a.id),
        a_text(&a.name),
        a_text(&a.kind),
        maybe(a.wikidata.as_deref()),
        many(a.names.iter().map(String::as_str)),
        many(a.titles.iter().map(|t| t.title.as_str())),
        a_count(a.mentions),
        a_count(e.documents_of(&a.members)),
    ]
}

pub(super) const RELATIONS: &[Column] = &[
    text("month"),
    text("source"),
    text("source_id"),
    text("target"),
    text("target_id"),
    integer("count"),
    number("score"),
    integer("confirmed"),
    number("confirmed_score"),
    texts("occurrences"),
];

pub(super) fn relations<'e>(e: &'e Export<'e>) -> Rows<'e> {
    Box::new(e.ledger.relations.iter().map(|r| relation(e, r)))
}

fn relation(e: &Export<'_>, r: &Relation) -> Vec<Cell> {
    vec![
        a_text(&r.month),
        a_text(e.name(&r.source)),
        a_text(&r.source),
        a_text(e.name(&r.target)),
        a_text(&r.target),
        a_count(r.count),
        a_number(r.score.as_ref()),
        a_count(r.confirmed),
        a_number(r.confirmed_score.as_ref()),
        many(r.occurrences.iter().map(String::as_str)),
    ]
}
