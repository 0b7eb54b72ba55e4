//! Treaties and other agreements over all articles: who made them, what they lay down, and whether they are in force.

use super::rows::Named;
use super::{Frame, Page, Render};
use crate::desk::{Desk, Words};
use crate::display::{self, shown};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use std::collections::BTreeMap;
use std::sync::Arc;
use tenkyo_ledger::Reading;
use tenkyo_model::ledger::Member;
use tenkyo_model::{Agreement, AgreementDate};
use tenkyo_text::Span;

/// Most words shown of one kind for one agreement.
const WORDS: usize = 12;

#[derive(Template)]
#[template(path = "agreements.html")]
struct Agreements {
    frame: Frame,
    rows: Vec<Row>,
}

/// One agreement, as all articles tell of it.
#[derive(Default)]
struct Row {
    name: String,
    /// `in-force`, `ended`, `signed` or `unknown`.
    state: &'static str,
    parties: Vec<Named>,
    signed: Option<Told>,
    in_force: Option<Told>,
    ended: Option<Told>,
    /// Whose place it takes.
    predecessor: String,
    clauses: Vec<Words>,
    mentions: Vec<Words>,
}

/// A date in words, and the words that tell it where an article does.
struct Told {
    date: String,
    href: String,
}

pub(crate) async fn show(page: Page, State(desk): State<Arc<Desk>>) -> Response {
    let mut rows = BTreeMap::<String, Row>::new();
    for document in &desk.ledger.documents {
        let Some(reading) = desk.reading(&document.id) else { continue };
        for agreement in &reading.findings.agreements {
            let key = agreement.knowledge.clone().unwrap_or_else(|| agreement.name.clone());
            let teller = Teller { desk: &desk, reading, page: &page };
            teller.add(agreement, rows.entry(key).or_default());
        }
    }
    let mut rows: Vec<Row> = rows.into_values().collect();
    rows.iter_mut().for_each(|row| row.state = state(row));
    rows.sort_by(|a, b| b.mentions.len().cmp(&a.mentions.len()).then_with(|| a.name.cmp(&b.name)));
    Agreements { frame: page.frame("agreements"), rows }.page(page.language)
}

fn state(row: &Row) -> &'static str {
    match (&row.ended, &row.in_force, &row.signed) {
        (Some(_), ..) => "ended",
        (_, Some(_), _) => "in-force",
        (.., Some(_)) => "signed",
        _ => "unknown",
    }
}

/// One article, which tells of agreements.
struct Teller<'a> {
    desk: &'a Desk,
    reading: &'a Reading,
    page: &'a Page,
}

impl Teller<'_> {
    /// Adds what this article says of an agreement; the first to tell something is cited for it.
    fn add(&self, agreement: &Agreement, row: &mut Row) {
        if row.name.is_empty() {
            row.name = shown(&agreement.name).into_owned();
        }
        for id in &agreement.parties {
            let Some(party) = self.reading.findings.actors.get(id.0 as usize) else { continue };
            let id = party.knowledge.as_deref().unwrap_or(&party.name);
            let named = self.desk.named(id);
            if !row.parties.iter().any(|known| known.name == named.name) {
                row.parties.push(named);
            }
        }
        row.signed = row.signed.take().or_else(|| self.told(agreement.signed.as_ref()));
        row.in_force = row.in_force.take().or_else(|| self.told(agreement.in_force.as_ref()));
        row.ended = row.ended.take().or_else(|| self.told(agreement.ended.as_ref()));
        if let Some(before) = agreement.predecessor.and_then(|at| self.reading.findings.agreements.get(at)) {
            row.predecessor = shown(&before.name).into_owned();
        }
        self.words(&agreement.clauses, &mut row.clauses);
        self.words(&agreement.mentions[..agreement.mentions.len().min(1)], &mut row.mentions);
    }

    fn told(&self, date: Option<&AgreementDate>) -> Option<Told> {
        let date = date?;
        let unknown = || self.page.language.word("unknown.date").to_owned();
        let words = date.value.as_deref().map_or_else(unknown, |d| display::date(d, self.page.language));
        let href = date.span.and_then(|span| self.desk.href(&self.member(span))).unwrap_or_default();
        Some(Told { date: words, href })
    }

    fn words(&self, spans: &[Span], to: &mut Vec<Words>) {
        let words = spans.iter().filter_map(|s| self.desk.shown_words(&self.member(*s), self.page.language));
        to.extend(words);
        to.truncate(WORDS);
    }

    fn member(&self, span: Span) -> Member {
        Member { document: self.reading.article.source.clone(), span }
    }
}
