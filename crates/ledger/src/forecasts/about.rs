//! What a forecast is of.

use super::facts::{Theme, Told, told};
use crate::actors::Actors;
use crate::corpus::{Corpus, Place};
use crate::deeds::Class;
use crate::nouns::is_ideograph;
use std::collections::{BTreeMap, BTreeSet};
use tenkyo_lexicon::ledger::Reference;
use tenkyo_model::{ActorKind, EventType, Polarity};
use tenkyo_text::Span;

/// The deeds that a forecast is of; where it names its deed in words that tell no sides, another mention of it in the document.
pub(super) fn about<'c>(corpus: &'c Corpus<'_>, actors: &Actors, place: Place) -> Vec<Told<'c>> {
    let document = &corpus.list[place.document];
    let span = document.findings.forecasts[place.index].span;
    let text = &document.article.text;
    let follows =
        |s: Span, words: &[String]| words.iter().any(|w| text[s.end as usize..].starts_with(w.as_str()));
    // 供与を協議する: what is only talked about is not what is expected.
    let object = |s: Span| follows(s, &corpus.lexicon.ledger.object);
    let own = document.deeds.iter().filter(|d| span.overlaps(d.event.trigger) && !object(d.event.trigger));
    let own: Vec<Told<'c>> = own.filter_map(|d| told(corpus, actors, place.document, d)).collect();
    if !own.is_empty() {
        return own;
    }
    // What the words name: 訪朝は選挙の後になる, 供与が止まることはない.
    let named = named(corpus, actors, place.document, span).into_iter().filter(|t| !object(t.span));
    let ended = |t: Told<'c>| Told { ends: follows(t.span, &corpus.lexicon.ledger.ends), ..t };
    let named: Vec<Told<'c>> = named.map(ended).collect();
    if !named.is_empty() {
        return named;
    }
    let again = document.deeds.iter().filter(|d| d.event.trigger.end <= span.start);
    let again =
        again.filter(|d| takes_up(&text[span], &text[d.event.trigger], &corpus.lexicon.ledger.phrase_ends));
    again.filter_map(|d| told(corpus, actors, place.document, d)).collect()
}

/// What words of a forecast name of deeds told elsewhere, between the states that the document names most.
fn named<'c>(corpus: &'c Corpus<'_>, actors: &Actors, document: usize, span: Span) -> Vec<Told<'c>> {
    let d = &corpus.list[document];
    let most = states(corpus, actors, document);
    let theme = |rule: &'c Reference| match (rule.goods.as_deref(), rule.event()) {
        (Some(goods), _) => {
            let family = corpus.lexicon.ledger.family(goods);
            let own = d.deeds.iter().filter(|deed| deed.class == Class::Goods(family));
            own.filter_map(|deed| told(corpus, actors, document, deed)).map(|t| t.theme).next()
        }
        (None, Some(EventType::Consult)) => {
            let host = rule.target.as_deref().and_then(|id| actors.known(id));
            let guests = most.iter().copied().filter(|s| Some(*s) != host);
            let sides: BTreeSet<usize> = host.into_iter().chain(guests).take(2).collect();
            Some(Theme::Other(EventType::Consult, rule.mode.as_deref(), sides))
        }
        _ => None,
    };
    let words = corpus.words(document, span);
    let found = corpus.lexicon.ledger.references.find(words).into_iter();
    let told = |(at, rule): (Span, &'c Reference)| {
        Some(Told {
            document,
            span: at.shift(span.start),
            theme: theme(rule)?,
            fact: false,
            published: d.published,
            polarity: Polarity::Positive,
            persons: BTreeSet::new(),
            date: None,
            last: None,
            ends: false,
        })
    };
    found.filter_map(told).collect()
}

/// The states of a document, those for which most is said and done first.
fn states(corpus: &Corpus<'_>, actors: &Actors, document: usize) -> Vec<usize> {
    let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
    for (index, actor) in corpus.list[document].findings.actors.iter().enumerate() {
        let side = actors.side(actors.index(document, tenkyo_model::ActorId(index as u32)));
        if actors.list[side].kind == ActorKind::State {
            *counts.entry(side).or_default() += actor.mentions.len();
        }
    }
    let mut counts: Vec<(usize, usize)> = counts.into_iter().collect();
    counts.sort_by_key(|(side, count)| (std::cmp::Reverse(*count), *side));
    counts.into_iter().map(|(side, _)| side).collect()
}

/// Whether a text takes up the word of a deed: its verb or noun up to where it is inflected (`引き渡された`, `引き渡しは続く`). `ends`
/// are the letters that end a phrase.
fn takes_up(text: &str, deed: &str, ends: &[char]) -> bool {
    let word = deed.split(ends).rev().find(|part| part.chars().next().is_some_and(is_ideograph));
    let Some(word) = word else { return false };
    let stems = word.char_indices().map(|(at, c)| &word[..at + c.len_utf8()]);
    let is_stem = |s: &&str| {
        let ideographs = s.chars().take_while(|c| is_ideograph(*c)).count();
        s.chars().count() >= STEM || ideographs > 1
    };
    stems.filter(is_stem).any(|stem| text.contains(stem))
}

/// Letters that tell a word by its beginning where they are not all Chinese characters.
const STEM: usize = 3;
