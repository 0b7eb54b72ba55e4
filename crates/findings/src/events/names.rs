//! Names inside compounds (`ウクライナ侵攻`, `米朝会談`), and the actors that they mean.

use crate::Context;
use std::collections::BTreeMap;
use tenkyo_model::{ActorId, Findings, Mention, MentionForm};

/// The rule for a state or body named inside a compound (`米朝会談`).
const IN_COMPOUND: &str = "actor.in-compound";
/// Longest name that is looked for inside a compound, in code points.
const LONGEST: usize = 16;
/// Most names looked for in one compound.
const MOST: usize = 6;

/// The names of the article's actors.
pub(super) struct Names<'a> {
    by_name: BTreeMap<&'a str, ActorId>,
    /// Words that mean two states, both of which the article names (`南北`).
    pairs: Vec<(&'a str, Vec<ActorId>)>,
}

impl<'a> Names<'a> {
    pub(super) fn new(context: Context<'a>, findings: &'a Findings) -> Self {
        let mut by_name = BTreeMap::new();
        for (index, actor) in findings.actors.iter().enumerate() {
            let id = ActorId(index as u32);
            by_name.entry(actor.name.as_str()).or_insert(id);
            let inside = |m: &Mention| &*m.rule.0 == IN_COMPOUND;
            let named = actor
                .mentions
                .iter()
                .filter(|m| matches!(m.form, MentionForm::Name | MentionForm::Alias) || inside(m));
            for mention in named {
                by_name.entry(&context.article.text[mention.span]).or_insert(id);
            }
        }
        by_name.remove("");
        let of = |names: &[String]| -> Option<Vec<ActorId>> {
            names.iter().map(|n| by_name.get(n.as_str()).copied()).collect()
        };
        let pairs = context.lexicon.events.grammar.pairs.iter();
        let pairs = pairs.filter_map(|(word, names)| Some((word.as_str(), of(names)?))).collect();
        Self { by_name, pairs }
    }

    /// The two states that `words` means.
    fn pair(&self, words: &str) -> Option<Vec<ActorId>> {
        self.pairs.iter().find(|(word, _)| *word == words).map(|(_, both)| both.clone())
    }

    /// The actor of this name.
    pub(super) fn actor(&self, name: &str) -> Option<ActorId> {
        self.by_name.get(name).copied()
    }

    /// The actors whose names `words` ends with, last first, as far as names follow one another.
    pub(super) fn at_end(&self, words: &str) -> Vec<ActorId> {
        if let Some(both) = self.pairs.iter().find(|(word, _)| words.ends_with(word)) {
            return both.1.clone();
        }
        let mut found = Vec::new();
        let mut rest = words;
        while let Some((actor, before)) = self.last(rest).filter(|_| found.len() < MOST) {
            found.push(actor);
            rest = before;
        }
        found
    }

    /// The actors whose short names make up the whole of `words` (`日米`, `中露`); none unless there are at least two.
    /// `tails` may follow them (`日米両政府`, `日米韓3カ国`).
    pub(super) fn in_row(&self, words: &str, tails: &[String]) -> Vec<ActorId> {
        let row = tails.iter().find_map(|tail| words.strip_suffix(tail.as_str())).unwrap_or(words);
        if let Some(both) = self.pair(row) {
            return both;
        }
        if row.chars().count() > MOST {
            return Vec::new();
        }
        let words = row;
        let each: Option<Vec<_>> = words.chars().map(|c| self.actor(c.encode_utf8(&mut [0; 4]))).collect();
        each.filter(|found| found.len() > 1).unwrap_or_default()
    }

    /// The actors whose name `words` begins with: two by a word for both, else that of the longest name.
    pub(super) fn all_at_start(&self, words: &str) -> Vec<ActorId> {
        let pair = self.pairs.iter().find(|(word, _)| words.starts_with(word)).map(|(_, both)| both.clone());
        pair.unwrap_or_else(|| self.at_start(words).into_iter().collect())
    }

    /// The two or more states whose short names `words` begins with (`米朝実務`, `日朝国交正常化`); none if it is only one.
    pub(super) fn row_at_start(&self, words: &str) -> Vec<ActorId> {
        let both = self.all_at_start(words);
        if both.len() > 1 {
            return both;
        }
        let letters = words.chars().map(|c| self.actor(c.encode_utf8(&mut [0; 4])));
        let row: Vec<_> = letters.map_while(|a| a).take(MOST).collect();
        if row.len() > 1 { row } else { Vec::new() }
    }

    /// The actor whose name `words` begins with; the longest name counts.
    pub(super) fn at_start(&self, words: &str) -> Option<ActorId> {
        let ends: Vec<_> = words.char_indices().map(|(i, c)| i + c.len_utf8()).take(LONGEST).collect();
        ends.into_iter().rev().find_map(|end| self.actor(&words[..end]))
    }

    fn last<'w>(&self, words: &'w str) -> Option<(ActorId, &'w str)> {
        let starts: Vec<_> = words.char_indices().rev().map(|(i, _)| i).take(LONGEST).collect();
        starts.into_iter().rev().find_map(|i| Some((self.actor(&words[i..])?, &words[..i])))
    }
}
