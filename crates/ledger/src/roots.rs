//! On whose word: the independent first sources behind an entry.

use crate::actors::Actors;
use crate::corpus::Corpus;
use std::collections::BTreeSet;
use tenkyo_model::ActorId;

/// Id of the first source of a finding: the one nearest to the fact in its chain, else the document's own voice (an actor's
/// id where the outlet is one).
pub(crate) fn root(corpus: &Corpus<'_>, actors: &Actors, document: usize, chain: &[ActorId]) -> String {
    match chain.first() {
        Some(nearest) => actors.id(document, *nearest),
        None => voice(corpus, actors, document),
    }
}

/// Who vouches for what a document says in its own voice; the original's outlet for a copy.
pub(crate) fn voice(corpus: &Corpus<'_>, actors: &Actors, document: usize) -> String {
    let original = corpus.list[document].copy_of.unwrap_or(document);
    let voice = corpus.list[original].voice();
    actors.named(voice).unwrap_or(voice).to_owned()
}

/// The roots of several findings, each once, in order.
pub(crate) fn all(roots: impl Iterator<Item = String>) -> Vec<String> {
    roots.collect::<BTreeSet<_>>().into_iter().collect()
}
