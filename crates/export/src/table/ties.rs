//! Tables of what ties actors: agreements, the equipment that they build and give, and those who act together.

use super::Rows;
use super::cell::{Cell, Column, a_count, a_date, a_text, day, integer, many, maybe, text, texts};
use crate::Export;
use tenkyo_record::ledger::{Agreement, Bloc, Equipment};

pub(super) const AGREEMENTS: &[Column] = &[
    text("id"),
    text("name"),
    text("knowledge"),
    texts("parties"),
    texts("party_ids"),
    text("signed"),
    day("signed_first"),
    day("signed_last"),
    text("in_force"),
    text("ended"),
    text("predecessor_id"),
    texts("clauses"),
    integer("documents"),
];

pub(super) fn agreements<'e>(e: &'e Export<'e>) -> Rows<'e> {
    Box::new(e.ledger.agreements.iter().map(|a| agreement(e, a)))
}

fn agreement(e: &Export<'_>, a: &Agreement) -> Vec<Cell> {
    let [signed, first, last] = a_date(a.signed.as_deref());
    vec![
        a_text(&a.id),
        a_text(&a.name),
        maybe(a.knowledge.as_deref()),
        many(a.parties.iter().map(|id| e.name(id))),
        many(a.parties.iter().map(String::as_str)),
        signed,
        first,
        last,
        maybe(a.in_force.as_deref()),
        maybe(a.ended.as_deref()),
        maybe(a.predecessor.as_deref()),
        many(a.clauses.iter().map(|clause| e.words(clause))),
        a_count(e.documents_of(&a.members)),
    ]
}

pub(super) const EQUIPMENT: &[Column] = &[
    text("id"),
    text("name"),
    text("latin"),
    text("kind"),
    text("category"),
    text("maker"),
    text("maker_id"),
    text("knowledge"),
    integer("mentions"),
    integer("documents"),
];

pub(super) fn equipment<'e>(e: &'e Export<'e>) -> Rows<'e> {
    Box::new(e.ledger.equipment.iter().map(|item| one(e, item)))
}

fn one(e: &Export<'_>, item: &Equipment) -> Vec<Cell> {
    vec![
        a_text(&item.id),
        a_text(&item.name),
        maybe(item.latin.as_deref()),
        a_text(&item.kind),
        a_text(&item.category),
        maybe(item.maker.as_deref().map(|id| e.name(id))),
        maybe(item.maker.as_deref()),
        a_text(&item.knowledge),
        a_count(item.members.len()),
        a_count(e.documents_of(&item.members)),
    ]
}

pub(super) const BLOCS: &[Column] =
    &[text("id"), texts("members"), texts("member_ids"), text("from"), text("to"), texts("occurrences")];

pub(super) fn blocs<'e>(e: &'e Export<'e>) -> Rows<'e> {
    Box::new(e.ledger.blocs.iter().map(|b| bloc(e, b)))
}

fn bloc(e: &Export<'_>, b: &Bloc) -> Vec<Cell> {
    vec![
        a_text(&b.id),
        many(b.members.iter().map(|id| e.name(id))),
        many(b.members.iter().map(String::as_str)),
        maybe(b.from.as_deref()),
        maybe(b.to.as_deref()),
        many(b.occurrences.iter().map(String::as_str)),
    ]
}
