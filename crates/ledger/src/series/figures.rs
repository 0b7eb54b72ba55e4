//! What each quantity of a document counts, for whom, when and on whose word.

use super::indicator::{self, Beside};
use super::routes;
use crate::actors::Actors;
use crate::corpus::{Corpus, Document, Place};
use crate::deeds::PEOPLE;
use crate::nouns::{leading, trailing};
use crate::roots;
use crate::transfers::{self, Transfers};
use std::collections::{BTreeMap, BTreeSet};
use tenkyo_lexicon::ledger::Apart;
use tenkyo_model::ledger::Member;
use tenkyo_model::{ActorKind, Bounds, Statement, TransferStatus};
use tenkyo_text::Span;

/// Name in `data/ja/ledger` of what containers would hold.
pub(super) const WOULD_FIT: &str = "would-fit";
/// Name in `data/ja/ledger` of people sent beside those sent before.
const AGAIN: &str = "again";
/// What the class of a figure of what is to come ends in.
pub(crate) const PLANNED: &str = " planned";

/// What makes two figures comparable.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Subject {
    /// The state from which, or of which.
    pub from: Option<usize>,
    /// The state to which.
    pub to: Option<usize>,
    /// Category of what is counted, else its noun.
    pub class: String,
    /// Its unit.
    pub unit: String,
}

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

/// The figures of all documents.
pub(super) fn all(corpus: &Corpus<'_>, actors: &Actors, transfers: &Transfers) -> Vec<Figure> {
    let mut by_quantity: BTreeMap<Place, Vec<Place>> = BTreeMap::new();
    for place in transfers.places.iter().flatten() {
        if let Some(index) = transfers::transfer(corpus, *place).quantity {
            by_quantity.entry(Place { document: place.document, index }).or_default().push(*place);
        }
    }
    let places = corpus.places(|f| f.quantities.len()).into_iter();
    let figures = places.map(|p| figure(corpus, actors, p, by_quantity.get(&p).map_or(&[], Vec::as_slice)));
    let mut figures = once(figures.collect());
    routes::complete(&mut figures);
    figures
}

/// Leaves out what a document says again: what somebody is said to have said comes first, a headline last.
fn once(mut figures: Vec<Figure>) -> Vec<Figure> {
    let order = |f: &Figure| (f.member.document.clone(), !f.prose, !f.quoted, f.member.clone());
    figures.sort_by_key(order);
    let mut kept: Vec<Figure> = Vec::new();
    for figure in figures {
        let again = |k: &Figure| {
            let (a, b) = (&k.subject, &figure.subject);
            let what = if figure.prose { a == b } else { a.unit == b.unit };
            // A headline leaves out that it is about or at most.
            let bound = k.bounds.min == figure.bounds.min || k.bounds.max == figure.bounds.max;
            what && (k.bounds == figure.bounds || (!figure.prose && bound))
        };
        let mut earlier = kept.iter().rev().take_while(|k| k.member.document == figure.member.document);
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
    let mentioned = sides(corpus, actors, place.document, context, quantity.span);
    let agrees = |p: &&Place| mentioned.0.is_some() && (route(p).0, route(p).1) == (mentioned.0, mentioned.1);
    let transfer = transfers.iter().find(agrees).or(transfers.first());
    let item = || {
        let t = transfers::transfer(corpus, *transfer?);
        Some(corpus.words(place.document, t.item).to_owned()).filter(|_| !t.item.overlaps(quantity.span))
    };
    let noun = noun(corpus, place).or_else(item).unwrap_or_else(|| quantity.unit.clone());
    let route = transfer.map(|p| (route(p).0, route(p).1)).filter(|r| r.0.is_some());
    let told = Told { place, noun: &noun, route, mentioned, context };
    let (subject, moves) = subject(corpus, actors, &told);
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
        as_of: said.or_else(when).or_else(published),
        bounds: quantity.bounds,
        root,
        member: corpus.member(place.document, quantity.span),
        quoted: statement.is_some(),
        prose: document.article.blocks.iter().any(|b| b.kind.is_prose() && b.span.contains(quantity.span)),
        done: transfer.map(|p| is_done(transfers::transfer(corpus, *p).status)),
    }
}

/// What the text tells of a figure.
struct Told<'t> {
    place: Place,
    noun: &'t str,
    /// Giver and receiver of the transfer that it counts.
    route: Option<(Option<usize>, Option<usize>)>,
    mentioned: (Option<usize>, Option<usize>, bool),
    context: Span,
}

/// What a figure counts, and whether that goes from one to another.
fn subject(corpus: &Corpus<'_>, actors: &Actors, told: &Told<'_>) -> (Subject, bool) {
    let document = &corpus.list[told.place.document];
    let quantity = &document.findings.quantities[told.place.index];
    let beside = Beside::of(corpus, told.place);
    let indicator = indicator::of(corpus, &beside);
    let (class, moves) = class(corpus, told.noun);
    if corpus.lexicon.ledger.figure.heads.contains(&quantity.unit) {
        return people(corpus, actors, told, (indicator, class, moves), &beside);
    }
    let (class, moves) = match indicator {
        Some(WOULD_FIT) => (format!("{WOULD_FIT} {}", calibre(corpus, &beside)), true),
        Some(other) if !moves || matches!(other, "fired" | "ordered") => (format!("{class} {other}"), moves),
        _ => (class, moves),
    };
    let last = || (told.mentioned.1.filter(|_| told.mentioned.2).or(told.mentioned.0), None);
    let mentioned = if moves { (told.mentioned.0, told.mentioned.1) } else { last() };
    let (from, to) = told.route.unwrap_or(mentioned);
    (Subject { from, to, class, unit: unit(corpus, &quantity.unit, told.noun) }, moves)
}

/// People are counted of one state, whoever names them and wherever they are sent.
fn people(
    corpus: &Corpus<'_>,
    actors: &Actors,
    told: &Told<'_>,
    (indicator, class, moves): (Option<&str>, String, bool),
    beside: &Beside<'_>,
) -> (Subject, bool) {
    let quantity = &corpus.list[told.place.document].findings.quantities[told.place.index];
    let sent = moves || told.route.is_some();
    let class = match indicator {
        Some("sent") | None if sent || indicator.is_some() => "personnel".to_owned(),
        Some(indicator) => indicator.to_owned(),
        None => class,
    };
    let again =
        sent && Apart::find(&corpus.lexicon.ledger.references.people, told_in(corpus, told)) == Some(AGAIN);
    let class = if again && class == "personnel" { format!("{class} {AGAIN}") } else { class };
    let coming = indicator::planned(corpus, beside);
    let class = if coming && class == "personnel" { format!("{class}{PLANNED}") } else { class };
    let near = || owner(corpus, actors, told.place.document, |m| told.context.contains(m), quantity.span);
    let anywhere = || owner(corpus, actors, told.place.document, |_| true, quantity.span);
    let given = || told.route.and_then(|r| r.0);
    let sender = || sender(corpus, actors, told.place.document).filter(|_| sent || indicator.is_some());
    let from = near().or_else(given).or_else(sender).or_else(anywhere).or(told.mentioned.0);
    (Subject { from, to: None, class, unit: quantity.unit.clone() }, false)
}

/// The sentence of a figure.
fn told_in<'c>(corpus: &Corpus<'c>, told: &Told<'_>) -> &'c str {
    let document = &corpus.list[told.place.document];
    let quantity = &document.findings.quantities[told.place.index];
    corpus.words(told.place.document, document.sentence(quantity.span))
}

/// The only state of which a document says that it sends people.
fn sender(corpus: &Corpus<'_>, actors: &Actors, document: usize) -> Option<usize> {
    let sends = |t: &&tenkyo_model::Transfer| t.category == PEOPLE;
    let givers = corpus.list[document].findings.transfers.iter().filter(sends).filter_map(|t| t.giver);
    let states: BTreeSet<usize> = givers.map(|g| actors.side(actors.index(document, g))).collect();
    states.first().copied().filter(|_| states.len() == 1)
}

/// The state whose people are named nearest to a figure (`北朝鮮兵`, `北朝鮮の兵士`).
fn owner(
    corpus: &Corpus<'_>,
    actors: &Actors,
    document: usize,
    within: impl Fn(Span) -> bool,
    figure: Span,
) -> Option<usize> {
    let text = &corpus.list[document].article.text;
    let words = &corpus.lexicon.ledger.figure;
    let people = |span: Span| {
        let after = &text[span.end as usize..];
        let after = words.of.iter().find_map(|of| after.strip_prefix(of.as_str())).unwrap_or(after);
        words.people.iter().any(|w| after.starts_with(w.as_str()) || text[span].ends_with(w.as_str()))
    };
    let mut found: Vec<(u32, usize)> = Vec::new();
    for (index, actor) in corpus.list[document].findings.actors.iter().enumerate() {
        let side = actors.side(actors.index(document, tenkyo_model::ActorId(index as u32)));
        if actors.list[side].kind != ActorKind::State {
            continue;
        }
        let spans =
            actor.mentions.iter().map(|m| m.span).filter(|s| !s.is_empty() && within(*s) && people(*s));
        found.extend(spans.map(|s| (s.start.abs_diff(figure.start), side)));
    }
    found.into_iter().min().map(|(_, side)| side)
}

/// The calibre named right before a figure (`152ミリ砲弾なら`), else the one in which reports convert.
fn calibre(corpus: &Corpus<'_>, beside: &Beside<'_>) -> String {
    let digits: String = beside.before.chars().filter(char::is_ascii_digit).collect();
    if digits.is_empty() { corpus.lexicon.ledger.figure.conversion.clone() } else { digits }
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

/// The two states that a stretch of text names nearest to a figure, in the order in which it names them, which in Japanese is
/// that of giver and receiver; and whether the second stands before the figure.
fn sides(
    corpus: &Corpus<'_>,
    actors: &Actors,
    document: usize,
    context: Span,
    figure: Span,
) -> (Option<usize>, Option<usize>, bool) {
    let mut nearest: BTreeMap<usize, (u32, u32)> = BTreeMap::new();
    for (index, actor) in corpus.list[document].findings.actors.iter().enumerate() {
        let side = actors.side(actors.index(document, tenkyo_model::ActorId(index as u32)));
        if actors.list[side].kind != ActorKind::State {
            continue;
        }
        for m in actor.mentions.iter().filter(|m| !m.span.is_empty() && context.contains(m.span)) {
            let distance = figure.start.saturating_sub(m.span.end) + m.span.start.saturating_sub(figure.end);
            let best = nearest.entry(side).or_insert((distance, m.span.start));
            *best = (distance, m.span.start).min(*best);
        }
    }
    let mut found: Vec<(u32, u32, usize)> =
        nearest.into_iter().map(|(side, (d, at))| (d, at, side)).collect();
    found.sort_unstable();
    found.truncate(2);
    found.sort_unstable_by_key(|(_, at, _)| *at);
    let side = |i: usize| found.get(i).map(|(_, _, side)| *side);
    (side(0), side(1), found.get(1).is_some_and(|(_, at, _)| *at < figure.start))
}

/// What a quantity counts: its unit when that is a word of its own, else the noun beside it.
fn noun(corpus: &Corpus<'_>, place: Place) -> Option<String> {
    let document = &corpus.list[place.document];
    let quantity = &document.findings.quantities[place.index];
    if quantity.unit.chars().count() > 1 {
        return Some(quantity.unit.clone());
    }
    let words = &corpus.lexicon.ledger.figure;
    let sentence = document.sentence(quantity.span);
    // 昨年1万人: a date between a noun and its figure is no noun.
    let time = document.findings.times.iter().find(|t| t.span.end == quantity.span.start);
    let end = time.map_or(quantity.span.start, |t| t.span.start).max(sentence.start);
    let before = corpus.words(place.document, Span { start: sentence.start, end });
    let after = corpus.words(place.document, Span { start: quantity.span.end, end: sentence.end });
    let follows = || words.of.iter().filter_map(|of| leading(after.strip_prefix(of.as_str())?)).next();
    let precedes = || words.subject.iter().filter_map(|s| trailing(before.strip_suffix(s.as_str())?)).next();
    // A counter of things counts what the sentence last named to carry goods.
    let carrier =
        || words.carriers.iter().filter_map(|c| Some((before.rfind(c.as_str())?, c.as_str()))).max();
    let carrier = || carrier().filter(|_| words.counters.contains(&quantity.unit));
    let is_time = |noun: &str| {
        document.findings.times.iter().any(|t| {
            let time = corpus.words(place.document, t.span);
            sentence.contains(t.span) && time.ends_with(noun)
        })
    };
    let beside = trailing(before).or_else(follows).or_else(precedes).or_else(|| carrier().map(|(_, c)| c));
    beside.filter(|noun| !is_time(noun)).map(str::to_owned)
}

/// The category of a noun, by the longest item that it ends in, else the noun; and whether it is something that moves.
fn class(corpus: &Corpus<'_>, noun: &str) -> (String, bool) {
    let transfers = &corpus.lexicon.transfers;
    let last = transfers.items.find(noun, |m| m.span.end as usize == noun.len()).pop();
    let category = last.and_then(|m| transfers.categories.get(*m.value));
    let carrier = corpus.lexicon.ledger.figure.carriers.iter().any(|c| noun.ends_with(c.as_str()));
    match category {
        Some(category) => (category.category.clone(), true),
        None => (noun.to_owned(), carrier),
    }
}

/// The unit under which figures are compared: containers are their own unit, whatever they are counted with.
fn unit(corpus: &Corpus<'_>, unit: &str, noun: &str) -> String {
    if !corpus.lexicon.ledger.figure.counters.iter().any(|c| c == unit) {
        return unit.to_owned();
    }
    let carrier = corpus.lexicon.ledger.figure.carriers.iter().find(|c| noun.ends_with(c.as_str()));
    carrier.map_or(unit, String::as_str).to_owned()
}
