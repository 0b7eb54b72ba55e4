//! Tables of what is said: statements, claims, disputes, forecasts.

use super::Rows;
use super::cell::{Cell, Column, a_count, a_date, a_text, day, integer, many, maybe, text, texts};
use crate::Export;
use tenkyo_record::ledger::{Claim, Dispute, Forecast, Position, Side, Utterance};

pub(super) const STATEMENTS: &[Column] = &[
    text("id"),
    text("date"),
    day("date_first"),
    day("date_last"),
    text("speaker"),
    text("speaker_id"),
    text("text"),
    text("mode"),
    text("polarity"),
    text("certainty"),
    texts("via"),
    texts("via_ids"),
    integer("documents"),
];

pub(super) fn statements<'e>(e: &'e Export<'e>) -> Rows<'e> {
    Box::new(e.ledger.utterances.iter().map(|u| statement(e, u)))
}

fn statement(e: &Export<'_>, u: &Utterance) -> Vec<Cell> {
    let [date, first, last] = a_date(u.date.as_deref());
    vec![
        a_text(&u.id),
        date,
        first,
        last,
        maybe(u.speaker.as_deref().map(|id| e.name(id))),
        maybe(u.speaker.as_deref()),
        a_text(&u.text),
        a_text(&u.mode),
        a_text(&u.polarity),
        a_text(&u.certainty),
        many(u.via.iter().map(|id| e.name(id))),
        many(u.via.iter().map(String::as_str)),
        a_count(e.documents_of(&u.members)),
    ]
}

pub(super) const CLAIMS: &[Column] = &[
    text("id"),
    text("label"),
    text("by"),
    text("by_id"),
    text("stance"),
    integer("words"),
    texts("documents"),
    texts("roots"),
];

/// One row a position.
pub(super) fn claims<'e>(e: &'e Export<'e>) -> Rows<'e> {
    let positions = move |c: &'e Claim| c.positions.iter().map(move |p| position(e, c, p));
    Box::new(e.ledger.claims.iter().flat_map(positions))
}

fn position(e: &Export<'_>, c: &Claim, p: &Position) -> Vec<Cell> {
    vec![
        a_text(&c.id),
        a_text(&c.label),
        a_text(e.name(&p.by)),
        a_text(&p.by),
        a_text(&p.stance),
        a_count(p.members.len()),
        many(e.sources(&p.members)),
        many(c.roots.iter().map(|id| e.name(id))),
    ]
}

pub(super) const DISPUTES: &[Column] =
    &[text("id"), text("kind"), text("about"), text("side"), integer("words"), texts("documents")];

/// One row a side.
pub(super) fn disputes<'e>(e: &'e Export<'e>) -> Rows<'e> {
    let sides = move |d: &'e Dispute| d.sides.iter().map(move |s| side(e, d, s));
    Box::new(e.ledger.disputes.iter().flat_map(sides))
}

fn side(e: &Export<'_>, d: &Dispute, s: &Side) -> Vec<Cell> {
    vec![
        a_text(&d.id),
        a_text(&d.kind),
        a_text(&d.about),
        a_text(&s.label),
        a_count(s.members.len()),
        many(e.sources(&s.members)),
    ]
}

pub(super) const FORECASTS: &[Column] = &[
    text("id"),
    text("by"),
    text("by_id"),
    text("text"),
    text("likelihood"),
    text("horizon"),
    text("outcome"),
    integer("decided_by"),
    text("document"),
    text("published"),
];

pub(super) fn forecasts<'e>(e: &'e Export<'e>) -> Rows<'e> {
    Box::new(e.ledger.forecasts.iter().map(|f| forecast(e, f)))
}

fn forecast(e: &Export<'_>, f: &Forecast) -> Vec<Cell> {
    let document = e.document(&f.member.document);
    vec![
        a_text(&f.id),
        maybe(f.by.as_deref().map(|id| e.name(id))),
        maybe(f.by.as_deref()),
        a_text(e.words(&f.member)),
        a_text(&f.likelihood),
        maybe(f.horizon.as_deref()),
        a_text(&f.outcome.result),
        a_count(f.outcome.members.len()),
        a_text(&f.member.document),
        maybe(document.and_then(|d| d.published.as_deref())),
    ]
}
