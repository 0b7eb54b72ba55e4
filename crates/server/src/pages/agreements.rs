//! Treaties and other agreements over all articles: who made them, what they lay down, and whether they are in force.

use super::rows::{self, Named};
use super::{BLOCKS, Frame, Page, Pager, Render};
use crate::ask::Asked;
use crate::desk::{Cited, Desk};
use crate::display::shown;
use crate::language::Language;
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use std::sync::Arc;
use tenkyo_model::AgreementDate;
use tenkyo_model::ledger::{Agreement, Member};

/// Most words shown of one kind for one agreement.
const WORDS: usize = 6;

#[derive(Template)]
#[template(path = "agreements.html")]
struct Agreements {
    frame: Frame,
    pager: Pager,
    rows: Vec<Row>,
}

/// One agreement, as all articles tell of it.
struct Row {
    id: String,
    name: String,
    /// `in-force`, `ended`, `signed` or `unknown`.
    state: &'static str,
    parties: Vec<Named>,
    signed: Option<Told>,
    in_force: Option<Told>,
    ended: Option<Told>,
    /// Whose place it takes.
    predecessor: Option<Named>,
    clauses: Cited,
    mentions: Cited,
}

/// A date in words, and the words that tell it where an article does.
struct Told {
    date: String,
    href: String,
}

pub(crate) async fn show(page: Page, State(desk): State<Arc<Desk>>, asked: Asked) -> Response {
    let mut found = asked.of(&desk, &desk.ledger.agreements);
    found.sort_by_key(|agreement| std::cmp::Reverse(agreement.members.len()));
    let pager = Pager::new("/agreements", &asked, found.len(), BLOCKS).with_json("agreements", &asked);
    let rows = pager.of(&found).iter().map(|agreement| row(&desk, agreement, page.language)).collect();
    Agreements { frame: page.frame("agreements"), pager, rows }.page(page.language)
}

/// What one article says of an agreement, with where it names it first.
type Telling<'d> = (&'d Member, &'d tenkyo_model::Agreement);

/// What each article says of the agreement.
fn tellings<'d>(desk: &'d Desk, agreement: &'d Agreement) -> Vec<Telling<'d>> {
    let telling = |member: &'d Member| {
        let reading = desk.reading(&desk.document(member)?.id)?;
        let named = |told: &&tenkyo_model::Agreement| told.mentions.first() == Some(&member.span);
        Some((member, reading.findings.agreements.iter().find(named)?))
    };
    agreement.members.iter().filter_map(telling).collect()
}

fn row(desk: &Desk, agreement: &Agreement, language: Language) -> Row {
    let tellings = tellings(desk, agreement);
    let told = |date: &Option<String>, of: Station| told(desk, date.as_deref(), of, &tellings, language);
    let (signed, in_force, ended) = (
        told(&agreement.signed, |a| &a.signed),
        told(&agreement.in_force, |a| &a.in_force),
        told(&agreement.ended, |a| &a.ended),
    );
    let state = match (&ended, &in_force, &signed) {
        (Some(_), ..) => "ended",
        (_, Some(_), _) => "in-force",
        (.., Some(_)) => "signed",
        _ => "unknown",
    };
    Row {
        id: agreement.id.clone(),
        name: shown(&agreement.name).into_owned(),
        state,
        parties: desk.all_named(&agreement.parties),
        predecessor: agreement.predecessor.as_deref().and_then(|id| predecessor(desk, id)),
        clauses: desk.cited(&agreement.id, &agreement.clauses, WORDS, language),
        mentions: desk.cited(&agreement.id, &agreement.members, WORDS, language),
        signed,
        in_force,
        ended,
    }
}

/// A day in the life of an agreement, as one article tells it.
type Station = fn(&tenkyo_model::Agreement) -> &Option<AgreementDate>;

/// The date that the ledger gives, at the words of the first article that tells it; where no article says when, that it happened.
fn told(
    desk: &Desk,
    date: Option<&str>,
    of: Station,
    tellings: &[Telling<'_>],
    language: Language,
) -> Option<Told> {
    let dates = || tellings.iter().filter_map(|(at, told)| Some((*at, of(told).as_ref()?)));
    dates().next()?;
    let mut same = dates().filter(|(_, told)| told.value.as_deref() == date);
    let cited = same.find_map(|(at, told)| Some(Member { document: at.document.clone(), span: told.span? }));
    Some(Told {
        date: rows::date(date, language),
        href: cited.and_then(|member| desk.href(&member)).unwrap_or_default(),
    })
}

/// The agreement with this id, at its place on the page.
fn predecessor(desk: &Desk, id: &str) -> Option<Named> {
    let before = desk.ledger.agreements.iter().find(|agreement| agreement.id == id)?;
    let href = format!("/agreements?q={}#{id}", crate::ask::encoded(&before.name));
    Some(Named { name: shown(&before.name).into_owned(), href })
}
