//! Figures of people: whose they are, and which of them.

use super::indicator::{self, Beside};
use super::subject::{Subject, Told};
use crate::actors::Actors;
use crate::corpus::Corpus;
use crate::deeds::PEOPLE;
use std::collections::BTreeSet;
use tenkyo_lexicon::ledger::Apart;
use tenkyo_model::ActorKind;
use tenkyo_text::Span;

/// Name in `data/ja/ledger` of people sent beside those sent before.
const AGAIN: &str = "again";
/// What the class of a figure of what is to come ends in.
pub(crate) const PLANNED: &str = " planned";

/// People are counted of one state, whoever names them and wherever they are sent.
pub(super) fn subject(
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
        // ゼレンスキー氏は1万人だとした: who speaks is not counted.
        None if names_person(corpus, actors, told) => quantity.unit.clone(),
        None => class,
    };
    let rank = corpus.lexicon.ledger.figure.ranks.iter().find(|r| told.noun.ends_with(r.as_str()));
    let class = rank.map_or(class.clone(), |rank| format!("{class} {rank}"));
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

/// Whether the noun beside a figure is the name or title of a person.
fn names_person(corpus: &Corpus<'_>, actors: &Actors, told: &Told<'_>) -> bool {
    let document = told.place.document;
    let all = corpus.list[document].findings.actors.iter().enumerate();
    all.filter(|(i, _)| {
        actors.list[actors.index(document, tenkyo_model::ActorId(*i as u32))].kind == ActorKind::Person
    })
    .flat_map(|(_, actor)| &actor.mentions)
    .any(|m| !m.span.is_empty() && corpus.words(document, m.span).ends_with(told.noun))
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

/// The state whose people are named nearest to a figure (`北朝鮮兵`, `北朝鮮の兵士`), those before it first.
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
    let mut found: Vec<(bool, u32, usize)> = Vec::new();
    for (index, actor) in corpus.list[document].findings.actors.iter().enumerate() {
        let side = actors.side(actors.index(document, tenkyo_model::ActorId(index as u32)));
        if actors.list[side].kind != ActorKind::State {
            continue;
        }
        let spans =
            actor.mentions.iter().map(|m| m.span).filter(|s| !s.is_empty() && within(*s) && people(*s));
        found.extend(spans.map(|s| (s.start >= figure.end, s.start.abs_diff(figure.start), side)));
    }
    found.into_iter().min().map(|(.., side)| side)
}
