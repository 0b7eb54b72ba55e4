//! What makes figures comparable: what they count, from whom and to whom.

use super::indicator::{self, Beside};
use super::people;
use crate::actors::Actors;
use crate::corpus::{Corpus, Place};
use std::collections::BTreeMap;
use tenkyo_model::ActorKind;
use tenkyo_text::Span;

/// Name in `data/ja/ledger` of what containers would hold.
pub(super) const WOULD_FIT: &str = "would-fit";

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

/// What the text tells of a figure.
pub(super) struct Told<'t> {
    pub place: Place,
    pub noun: &'t str,
    /// Giver and receiver of the transfer that it counts.
    pub route: Option<(Option<usize>, Option<usize>)>,
    pub mentioned: (Option<usize>, Option<usize>, bool),
    pub context: Span,
}

/// What a figure counts, and whether that goes from one to another.
pub(super) fn of(corpus: &Corpus<'_>, actors: &Actors, told: &Told<'_>) -> (Subject, bool) {
    let document = &corpus.list[told.place.document];
    let quantity = &document.findings.quantities[told.place.index];
    let beside = Beside::of(corpus, told.place);
    let indicator = indicator::of(corpus, &beside);
    let (class, moves) = class(corpus, told.noun);
    if corpus.lexicon.ledger.figure.heads.contains(&quantity.unit) {
        return people::subject(corpus, actors, told, (indicator, class, moves), &beside);
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

/// The calibre named right before a figure (`152ミリ砲弾なら`), else the one in which reports convert.
fn calibre(corpus: &Corpus<'_>, beside: &Beside<'_>) -> String {
    let digits: String = beside.before.chars().filter(char::is_ascii_digit).collect();
    if digits.is_empty() { corpus.lexicon.ledger.figure.conversion.clone() } else { digits }
}

/// The two states that a stretch of text names nearest to a figure, those before it first (who is told of it often stands after
/// it), in the order in which it names them, which in Japanese is that of giver and receiver; and whether the second stands
/// before the figure.
pub(super) fn sides(
    corpus: &Corpus<'_>,
    actors: &Actors,
    document: usize,
    context: Span,
    figure: Span,
) -> (Option<usize>, Option<usize>, bool) {
    let mut nearest: BTreeMap<usize, (bool, u32, u32)> = BTreeMap::new();
    for (index, actor) in corpus.list[document].findings.actors.iter().enumerate() {
        let side = actors.side(actors.index(document, tenkyo_model::ActorId(index as u32)));
        if actors.list[side].kind != ActorKind::State {
            continue;
        }
        for m in actor.mentions.iter().filter(|m| !m.span.is_empty() && context.contains(m.span)) {
            let distance = figure.start.saturating_sub(m.span.end) + m.span.start.saturating_sub(figure.end);
            let place = (m.span.start >= figure.end, distance, m.span.start);
            let best = nearest.entry(side).or_insert(place);
            *best = place.min(*best);
        }
    }
    let mut found: Vec<((bool, u32, u32), usize)> =
        nearest.into_iter().map(|(side, place)| (place, side)).collect();
    found.sort_unstable();
    found.truncate(2);
    found.sort_unstable_by_key(|((_, _, at), _)| *at);
    let side = |i: usize| found.get(i).map(|(_, side)| *side);
    (side(0), side(1), found.get(1).is_some_and(|((_, _, at), _)| *at < figure.start))
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
