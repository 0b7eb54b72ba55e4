//! What each quantity of a document counts, for whom, when and on whose word.

use super::indicator::{self, Beside};
use super::noun::noun;
use super::subject::{self, Subject, Told};
use super::{PLANNED, as_of, routes};
use crate::actors::Actors;
use crate::corpus::{Corpus, Document, Place};
use crate::deeds::PEOPLE;
use crate::roots;
use crate::transfers::{self, Transfers};
use std::collections::BTreeMap;
use tenkyo_model::ledger::Member;
use tenkyo_model::{Bounds, Statement, TransferStatus};
use tenkyo_text::Span;

/// A quantity as a point of a series.
pub(crate) struct Figure {
    /// The quantity.
    pub place: Place,
    pub subject: Subject,
    /// What is counted, as worded.
    pub noun: String,
    pub as_of: Option<String>,
    pub bounds: Bounds,
    pub root: String,
    pub member: Member,
    /// Whether what is counted goes from one to another.
    pub moves: bool,
    /// Whether it has happened, when a transfer says.
    pub done: Option<bool>,
    /// Whether it stands in a statement.
    quoted: bool,
    /// Whether it stands in the story, not in a headline or caption.
    prose: bool,
}

impl Figure {
    /// Whether it counts what has happened: goods delivered, people dead, wounded or taken.
    pub fn has_happened(&self) -> bool {
        let class = self.subject.class.as_str();
        self.done == Some(true) && !class.ends_with(PLANNED) || HAPPENED.contains(&class)
    }
}

/// Names in `data/ja/ledger` of what figures of people count only when it has happened.
const HAPPENED: [&str; 5] = ["casualties", "dead", "wounded", "captured", "missing"];

/// The figures of all documents.
pub(super) fn all(corpus: &Corpus<'_>, actors: &Actors, transfers: &Transfers) -> Vec<Figure> {
    let mut by_quantity: BTreeMap<Place, Vec<Place>> = BTreeMap::new();
    for place in transfers.places.iter().flatten() {
        if let Some(index) = transfers::transfer(corpus, *place).quantity {
            by_quantity.entry(Place { document: place.document, index }).or_default().push(*place);
        }
    }
    let places = corpus.places(|f| f.quantities.len()).into_iter().filter(|p| !is_partitive(corpus, *p));
    let figures = places.map(|p| figure(corpus, actors, p, by_quantity.get(&p).map_or(&[], Vec::as_slice)));
    let mut figures: Vec<Figure> = figures.collect();
    carry_on(corpus, &mut figures);
    let mut figures = once(figures);
    routes::complete(&mut figures);
    figures
}

/// Whether it only singles somebody out (`専門家の一人`).
fn is_partitive(corpus: &Corpus<'_>, place: Place) -> bool {
    let document = &corpus.list[place.document];
    let quantity = &document.findings.quantities[place.index];
    let figure = &corpus.lexicon.ledger.figure;
    let before = &document.article.text[..quantity.span.start as usize];
    let one = quantity.bounds.min == Some(1.0) && quantity.bounds.max == Some(1.0);
    one && figure.heads.contains(&quantity.unit) && figure.of.iter().any(|of| before.ends_with(of.as_str()))
}

/// A bare number of people counts what the one before it counts, in the same sentence or the one before
/// (`死者は約2000人に上る。4月には600人だった`). `figures` in the order of the texts.
fn carry_on(corpus: &Corpus<'_>, figures: &mut [Figure]) {
    let heads = &corpus.lexicon.ledger.figure.heads;
    for at in 1..figures.len() {
        let (before, rest) = figures.split_at_mut(at);
        let (last, figure) = (&before[at - 1], &mut rest[0]);
        let bare = figure.subject.class == figure.subject.unit && heads.contains(&figure.subject.unit);
        let same = last.subject.unit == figure.subject.unit && last.subject.class != last.subject.unit;
        let owner = figure.subject.from.is_none_or(|own| last.subject.from == Some(own));
        if bare && same && owner && !is_part(corpus, figure) && follows(corpus, last, figure) {
            let class = last.subject.class.trim_end_matches(PLANNED);
            let coming = class == PEOPLE && indicator::planned(corpus, &Beside::of(corpus, figure.place));
            let class = if coming { format!("{class}{PLANNED}") } else { class.to_owned() };
            figure.subject = Subject { class, from: last.subject.from, ..figure.subject.clone() };
        }
    }
}

/// Whether a figure is of some of those counted before (`このうち1人`).
fn is_part(corpus: &Corpus<'_>, figure: &Figure) -> bool {
    let before = &corpus.list[figure.place.document].article.text[..figure.member.span.start as usize];
    corpus.lexicon.ledger.figure.part.iter().any(|w| before.ends_with(w.as_str()))
}

/// Whether a figure stands in the sentence of another or the next, in one paragraph.
fn follows(corpus: &Corpus<'_>, last: &Figure, figure: &Figure) -> bool {
    let document = &corpus.list[figure.place.document];
    let (end, start) = (last.member.span.end, figure.member.span.start);
    if last.place.document != figure.place.document || end > start {
        return false;
    }
    let ended = document.sentence(last.member.span).end;
    let block = document.article.blocks.iter().find(|b| b.span.contains(last.member.span));
    let sentence = document.sentence(figure.member.span);
    let between = Span { start: ended.min(sentence.start), end: sentence.start };
    let next = || corpus.words(figure.place.document, between).chars().count() <= GAP;
    sentence.contains(last.member.span)
        || block.is_some_and(|b| b.span.contains(figure.member.span)) && next()
}

/// Characters at most between two sentences that follow each other.
const GAP: usize = 2;

/// Leaves out what a document says again: what somebody is said to have said comes first, a headline last.
fn once(mut figures: Vec<Figure>) -> Vec<Figure> {
    figures.sort_by_key(|f| (f.place.document, !f.prose, !f.quoted, f.member.span, f.place.index));
    let mut kept: Vec<Figure> = Vec::new();
    for figure in figures {
        let again = |k: &Figure| {
            let (a, b) = (&k.subject, &figure.subject);
            let what = if figure.prose { a == b } else { a.unit == b.unit };
            // A headline leaves out that it is about or at most.
            let bound = k.bounds.min == figure.bounds.min || k.bounds.max == figure.bounds.max;
            what && (k.bounds == figure.bounds || (!figure.prose && bound))
        };
        let mut earlier = kept.iter().rev().take_while(|k| k.place.document == figure.place.document);
        if !earlier.any(again) {
            kept.push(figure);
        }
    }
    kept
}

fn figure(corpus: &Corpus<'_>, actors: &Actors, place: Place, transfers: &[Place]) -> Figure {
    let document = &corpus.list[place.document];
    let quantity = &document.findings.quantities[place.index];
    let statement = statement(document, quantity.span);
    let context = statement.map_or_else(|| document.sentence(quantity.span), |(_, s)| s.content);
    // The transfer that agrees with the order in which the states are named, else the first.
    let route = |p: &Place| transfers::route(corpus, actors, *p);
    let mentioned = subject::sides(corpus, actors, place.document, context, quantity.span);
    let agrees = |p: &&Place| mentioned.0.is_some() && (route(p).0, route(p).1) == (mentioned.0, mentioned.1);
    let transfer = transfers.iter().find(agrees).or(transfers.first());
    let item = || {
        let t = transfers::transfer(corpus, *transfer?);
        Some(corpus.words(place.document, t.item).to_owned()).filter(|_| !t.item.overlaps(quantity.span))
    };
    let noun = noun(corpus, place).or_else(item).unwrap_or_else(|| quantity.unit.clone());
    let route = transfer.map(|p| (route(p).0, route(p).1)).filter(|r| r.0.is_some());
    let told = Told { place, noun: &noun, route, mentioned, context };
    let (subject, moves) = subject::of(corpus, actors, &told);
    let own = as_of::of_clause(corpus, place.document, context, quantity.span);
    let said = statement.and_then(|(i, _)| document.said[i]).map(crate::dates::Interval::value);
    let when =
        || transfer.and_then(|p| transfers::transfer(corpus, *p).date.clone()).filter(|d| d.len() == 10);
    let published = || document.published_value().map(str::to_owned);
    let chain = transfer.map(|p| transfers::transfer(corpus, *p).according_to.as_slice()).unwrap_or_default();
    let speaker = statement.and_then(|(_, s)| s.speaker);
    let root = match speaker {
        Some(speaker) => actors.id(place.document, speaker),
        None => roots::root(corpus, actors, place.document, chain),
    };
    Figure {
        place,
        subject,
        noun,
        moves,
        as_of: own.or(said).or_else(when).or_else(published),
        bounds: quantity.bounds,
        root,
        member: corpus.member(place.document, quantity.span),
        quoted: statement.is_some(),
        prose: document.article.blocks.iter().any(|b| b.kind.is_prose() && b.span.contains(quantity.span)),
        done: transfer.map(|p| is_done(transfers::transfer(corpus, *p).status)),
    }
}

fn is_done(status: TransferStatus) -> bool {
    matches!(
        status,
        TransferStatus::Shipped | TransferStatus::Delivered | TransferStatus::Used | TransferStatus::Unknown
    )
}

/// The innermost statement that holds a span, with its index.
fn statement<'a>(document: &Document<'a>, span: Span) -> Option<(usize, &'a Statement)> {
    let holding = document.findings.statements.iter().enumerate().filter(|(_, s)| s.content.contains(span));
    holding.min_by_key(|(i, s)| (s.content.len(), *i))
}
