//! Words of a document that name an event told elsewhere without telling it again (`会談後`, `6月に署名された条約`).

use crate::actors::Actors;
use crate::corpus::{Corpus, Document};
use crate::dates::Interval;
use crate::deeds::{Class, PEOPLE, TREATY};
use crate::occurrences::treaty_signed;
use std::collections::BTreeSet;
use tenkyo_lexicon::ledger::{Apart, Reference};
use tenkyo_model::{ActorId, ActorKind, EventType};
use tenkyo_text::Span;

/// Words that name an event, with what is known of it.
pub(crate) struct Named<'a> {
    pub document: usize,
    pub span: Span,
    pub rule: &'a Reference,
    pub class: Class<'a>,
    pub mode: Option<&'a str>,
    pub variant: Option<&'a str>,
    /// The actor on the receiving side, where the words name it.
    pub target: Option<usize>,
    /// When the event was, where the words right before say so.
    pub date: Option<Interval>,
    /// Publication date.
    pub heard: Option<Interval>,
    /// Whether the sentence tells of what is to come.
    pub coming: bool,
    /// The actors that the sentence names, and the states for which they stand.
    pub persons: BTreeSet<usize>,
    pub sides: BTreeSet<usize>,
    /// All states and bodies that the document names.
    pub around: BTreeSet<usize>,
}

/// Characters at most between a date and the words that it dates.
const NEAR: usize = 15;

/// The words of all documents that name events, in order, except where the document tells such an event in the same sentence.
pub(crate) fn all<'c>(corpus: &'c Corpus<'_>, actors: &Actors) -> Vec<Named<'c>> {
    let mut named = Vec::new();
    for (index, document) in corpus.list.iter().enumerate() {
        let around = sides(actors, document, index, None).1;
        for sentence in sentences(document) {
            let text = &document.article.text[sentence];
            for (span, rule) in corpus.lexicon.ledger.references.find(text) {
                let new = name(corpus, actors, (index, sentence), span.shift(sentence.start), rule);
                if !told(document, sentence, &new) {
                    named.push(Named { around: around.clone(), ..new });
                }
            }
        }
    }
    named
}

/// The sentences of the story.
fn sentences<'d>(document: &'d Document<'_>) -> impl Iterator<Item = Span> + 'd {
    let text = &document.article.text;
    let prose = document.article.blocks.iter().filter(|b| b.kind.is_prose());
    prose.flat_map(move |block| {
        let mut at = block.span.start;
        std::iter::from_fn(move || {
            let rest = Span { start: at, end: block.span.end };
            let first = text[rest].trim_start();
            let start = rest.end - first.len() as u32;
            let width = first.chars().next()?.len_utf8() as u32;
            let sentence = document.sentence(Span { start, end: start + width });
            at = (sentence.end + 1).max(start + width);
            while at < block.span.end && !text.is_char_boundary(at as usize) {
                at += 1;
            }
            at = at.min(block.span.end);
            Some(sentence)
        })
    })
}

fn name<'c>(
    corpus: &'c Corpus<'_>,
    actors: &Actors,
    (index, sentence): (usize, Span),
    span: Span,
    rule: &'c Reference,
) -> Named<'c> {
    let document = &corpus.list[index];
    let text = &document.article.text;
    let ledger = &corpus.lexicon.ledger;
    let goods = rule.goods.as_deref().map(|g| Class::Goods(ledger.family(g)));
    let class = goods.or(rule.event().map(Class::Other)).unwrap_or(Class::Other(EventType::Consult));
    let treaty = rule.mode.as_deref() == Some(TREATY);
    let variant = match class {
        Class::Goods(PEOPLE) => Apart::find(&ledger.references.people, &text[sentence]),
        _ if treaty => Apart::find(&ledger.references.stages, &text[document.clause(span)]),
        _ => None,
    };
    let known = || treaty_signed(corpus, document, span).filter(|_| treaty && variant.is_none());
    let (persons, sides) = sides(actors, document, index, Some(sentence));
    Named {
        document: index,
        span,
        rule,
        class,
        mode: rule.mode.as_deref(),
        variant,
        target: rule.target.as_deref().and_then(|id| actors.known(id)),
        date: known().or_else(|| date(document, sentence, span)),
        heard: document.published,
        coming: ledger.planned.words.iter().any(|w| text[sentence].contains(w.as_str())),
        persons,
        sides,
        around: BTreeSet::new(),
    }
}

/// Whether the sentence tells an event of the kind itself.
fn told(document: &Document<'_>, sentence: Span, named: &Named<'_>) -> bool {
    document.deeds.iter().any(|d| {
        // 会うのは6月の会談以来, 5月の打ち上げを最後に打ち上げていない: the last time is another.
        let negative = d.event.polarity == tenkyo_model::Polarity::Negative;
        let other = d.last.is_some() && (negative || d.event.trigger.end <= named.span.start);
        d.event.trigger.overlaps(named.span)
            || d.class == named.class && sentence.contains(d.event.trigger) && !other
    })
}

/// The date that stands right before the words.
fn date(document: &Document<'_>, sentence: Span, words: Span) -> Option<Interval> {
    let before =
        document.findings.times.iter().filter(|t| sentence.contains(t.span) && t.span.end <= words.start);
    let nearest = before.max_by_key(|t| t.span.end)?;
    let between = &document.article.text[Span { start: nearest.span.end, end: words.start }];
    Interval::parse(&nearest.value).filter(|_| between.chars().count() <= NEAR)
}

/// Persons, and states and bodies, that a stretch of a document names; all that it names without one.
fn sides(
    actors: &Actors,
    document: &Document<'_>,
    index: usize,
    within: Option<Span>,
) -> (BTreeSet<usize>, BTreeSet<usize>) {
    let (mut persons, mut sides) = (BTreeSet::new(), BTreeSet::new());
    for (i, actor) in document.findings.actors.iter().enumerate() {
        let named = |s: Span| within.is_none_or(|w| w.contains(s) && !s.is_empty());
        if actor.mentions.iter().any(|m| named(m.span)) {
            let merged = actors.index(index, ActorId(i as u32));
            if actors.list[merged].kind == ActorKind::Person {
                persons.insert(merged);
            }
            sides.insert(actors.side(merged));
        }
    }
    (persons, sides)
}
