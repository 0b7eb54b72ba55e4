//! Tables of what everything stands on: articles, and the exact words of every entry.

use super::Rows;
use super::cell::{Cell, Column, a_count, a_date, a_text, day, integer, maybe, text};
use crate::Export;
use tenkyo_record::ledger::{Document, Member};

pub(super) const ARTICLES: &[Column] = &[
    text("source"),
    text("id"),
    text("title"),
    text("outlet"),
    text("published"),
    day("published_first"),
    day("published_last"),
    text("copy_of"),
    text("version_of"),
    text("text"),
];

pub(super) fn articles<'e>(e: &'e Export<'e>) -> Rows<'e> {
    Box::new(e.ledger.documents.iter().map(|d| article(e, d)))
}

fn article(e: &Export<'_>, d: &Document) -> Vec<Cell> {
    let [published, first, last] = a_date(d.published.as_deref());
    vec![
        a_text(&d.source),
        a_text(&d.id),
        maybe(d.title.as_deref()),
        maybe(d.outlet.as_deref()),
        published,
        first,
        last,
        maybe(d.copy_of.as_deref()),
        maybe(d.version_of.as_deref()),
        a_text(e.text(&d.source)),
    ]
}

pub(super) const WORDS: &[Column] = &[
    text("table"),
    text("entry"),
    text("part"),
    text("document"),
    integer("start"),
    integer("end"),
    text("text"),
];

/// One row for the words of one entry in one place; `start` and `end` are code points of the article's text.
pub(super) fn words<'e>(e: &'e Export<'e>) -> Rows<'e> {
    Box::new(e.grounds().map(|(table, entry, part, member)| ground(e, table, entry, part, member)))
}

fn ground(e: &Export<'_>, table: &str, entry: &str, part: Option<&str>, member: &Member) -> Vec<Cell> {
    vec![
        a_text(table),
        a_text(entry),
        maybe(part),
        a_text(&member.document),
        a_count(member.span[0]),
        a_count(member.span[1]),
        a_text(e.words(member)),
    ]
}
