//! Bodies that only the words after them show: whoever stands before `によると` in letters that `knowledge/` does not hold.

use super::letters::latin;
use super::phrases::{Phrase, Reader, Referent};
use super::pieces::What;
use std::ops::Range;
use tenkyo_model::{ActorKind, MentionForm, Pos};
use tenkyo_text::Span;

/// Adds a body for each unknown name in katakana or Latin letters that a report is taken from, and makes a place there one.
pub(super) fn read(reader: &Reader<'_>, out: &mut Vec<Phrase>) {
    let mut found: Vec<Phrase> = Vec::new();
    for at in 0..reader.pieces.len() {
        let Some(range) = reader.cited(at) else { continue };
        let span = reader.span(range);
        let taken = |p: &Phrase| p.span().end >= span.end && p.span().start <= span.start && !is_place(p);
        let near = out.partition_point(|p| p.span().start <= span.start);
        if out[near.saturating_sub(4)..near].iter().any(taken) {
            continue;
        }
        let referent = Referent::Named(ActorKind::Organization, reader.text[span].to_owned());
        found.push(Phrase::new(span, MentionForm::Name, referent, "actor.cited"));
    }
    out.retain(|p| !found.iter().any(|f| f.span().contains(p.span())));
    out.extend(found);
    out.sort_by_key(|p| (p.span().start, std::cmp::Reverse(p.span().end)));
}

fn is_place(phrase: &Phrase) -> bool {
    matches!(phrase.referent, Referent::Named(ActorKind::Place, _))
}

impl Reader<'_> {
    /// The pieces of the unknown name that ends with piece `at`, when a report is taken from it.
    fn cited(&self, at: usize) -> Option<Range<usize>> {
        let words = &self.context.lexicon.actors.words;
        let after = &self.text[self.pieces[at].span.end as usize..];
        words.citing.iter().any(|c| after.starts_with(c.as_str())).then_some(())?;
        let first = (0..=at).rev().find(|i| !self.pieces[*i].joined).unwrap_or(0);
        let range = first..at + 1;
        let name = &self.text[self.span(range.clone())];
        let common = words.not_names.contains(name) || words.not_names.contains(self.words(at));
        let strange =
            range.clone().all(|i| self.is_foreign_part(i)) && range.clone().any(|i| self.is_strange(i));
        (!common && strange).then_some(range)
    }

    /// Whether a piece is written in katakana or Latin letters, or joins such.
    fn is_foreign_part(&self, at: usize) -> bool {
        match self.pieces[at].what {
            What::Foreign | What::Join => true,
            What::Noun(_) => self.words(at).chars().all(|c| latin(c) || c.is_ascii_digit()),
            // `デジタル・コンゴ`: a state inside a longer name.
            What::Known(_) => {
                let state = self.known(at).is_some_and(|(kind, _)| kind == ActorKind::State);
                state && at > 0 && self.pieces[at].joined && matches!(self.pieces[at - 1].what, What::Join)
            }
            _ => false,
        }
    }

    /// Whether a piece is no common word: unknown katakana, or letters that begin with a capital.
    fn is_strange(&self, at: usize) -> bool {
        let span: Span = self.pieces[at].span;
        match self.pieces[at].what {
            What::Foreign => self.context.analysis.tokens_in(span).any(|i| {
                let token = &self.context.analysis.tokens[i];
                !token.known
                    || matches!(token.pos, Pos::Proper | Pos::Organization | Pos::Place | Pos::Person)
            }),
            What::Noun(_) => {
                let capitals = self.words(at).chars().filter(char::is_ascii_uppercase).count();
                capitals > 1 || capitals > 0 && self.words(at).len() > 4
            }
            What::Known(_) => true,
            _ => false,
        }
    }
}
