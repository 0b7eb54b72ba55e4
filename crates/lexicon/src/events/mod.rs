//! Frames of coded events and the words around them (`data/ja/event`).

mod frame;
mod grammar;
mod participants;
mod plover;
mod wars;
mod words;

pub use frame::{Counterpart, Frame};
pub use grammar::{Grammar, Slot};
pub use participants::Participants;
pub use plover::Plover;
pub use wars::War;
pub use words::{Effect, Issuer, Light, Words};

use crate::{DataError, Sources};
use std::collections::BTreeMap;

/// Frames of coded events and the words around them.
#[derive(Debug, Default)]
pub struct Events {
    /// All frames, in order of their files and of their places in them.
    pub frames: Vec<Frame>,
    /// Particles and voices.
    pub grammar: Grammar,
    /// Light verbs, words of intention, words that stand for the counterpart.
    pub words: Words,
    /// Words for people and bodies without a name who take part.
    pub participants: Vec<Participants>,
    /// Named wars, whose sides are known.
    pub wars: Vec<War>,
    /// PLOVER's types, modes, scores and contexts.
    pub plover: Plover,
    predicates: BTreeMap<String, Vec<usize>>,
    nominals: BTreeMap<String, Vec<usize>>,
}

impl Events {
    pub(crate) fn load(sources: &Sources) -> Result<Self, DataError> {
        let plover = Plover::load(sources)?;
        let frames = frame::load(sources, &plover)?;
        let mut events = Self {
            grammar: Grammar::load(sources)?,
            words: Words::load(sources, &plover)?,
            participants: participants::load(sources)?,
            wars: wars::load(sources)?,
            plover,
            ..Self::default()
        };
        for (index, frame) in frames.iter().enumerate() {
            index_words(&mut events.predicates, &frame.verbs, index);
            index_words(&mut events.predicates, &frame.acts, index);
            index_words(&mut events.nominals, &frame.acts, index);
            index_words(&mut events.nominals, &frame.nouns, index);
        }
        events.frames = frames;
        Ok(events)
    }

    /// The class of people or bodies that `word` names, if it names one.
    pub fn participant(&self, word: &str) -> Option<&Participants> {
        self.participants.iter().find(|class| class.words.contains(word))
    }

    /// Whether `lemma` is a light verb.
    pub fn light_verb(&self, lemma: &str) -> bool {
        self.words.light_verbs(lemma).next().is_some()
    }

    /// The frames that the predicate `lemma` (a verb, or a verbal noun without する) can evoke, in order of the data.
    pub fn of_predicate(&self, lemma: &str) -> impl Iterator<Item = &Frame> {
        self.named(&self.predicates, lemma)
    }

    /// The frames that `noun` can evoke on its own.
    pub fn of_noun(&self, noun: &str) -> impl Iterator<Item = &Frame> {
        self.named(&self.nominals, noun)
    }

    fn named<'s>(
        &'s self,
        index: &'s BTreeMap<String, Vec<usize>>,
        word: &str,
    ) -> impl Iterator<Item = &'s Frame> {
        index.get(word).into_iter().flatten().map(|i| &self.frames[*i])
    }
}

fn index_words(index: &mut BTreeMap<String, Vec<usize>>, words: &[String], frame: usize) {
    for word in words {
        let frames = index.entry(word.clone()).or_default();
        if frames.last() != Some(&frame) {
            frames.push(frame);
        }
    }
}
