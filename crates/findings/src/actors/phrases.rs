//! Noun phrases that refer to an actor.

use super::pieces::{Piece, What};
use crate::Context;
use tenkyo_lexicon::actors::{Actors, NameUse, TitleKind};
use tenkyo_model::{ActorKind, MentionForm, Pos};
use tenkyo_text::Span;

/// A noun phrase that refers.
#[derive(Clone, Debug)]
pub(super) struct Phrase {
    /// The strings that refer, with their forms; the longest first.
    pub(super) surfaces: Vec<(Span, MentionForm)>,
    /// To what.
    pub(super) referent: Referent,
    /// The words of the title in it.
    pub(super) title: Option<Span>,
    /// What found it.
    pub(super) rule: &'static str,
}

/// What a phrase says of its referent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Referent {
    /// It is one of these known actors.
    Known(Vec<u32>),
    /// Somebody or something of this name; `short` for a family name.
    Named { kind: ActorKind, name: String, short: bool },
}

/// Reads the pieces from left to right.
pub(super) fn read(context: Context<'_>, pieces: &[Piece<'_>]) -> Vec<Phrase> {
    let reader = Reader { text: &context.article.text, actors: &context.lexicon.actors, pieces };
    let mut out = Vec::new();
    let mut at = 0;
    while at < pieces.len() {
        at = reader.phrase(at, &mut out);
    }
    out
}

struct Reader<'a> {
    text: &'a str,
    actors: &'a Actors,
    pieces: &'a [Piece<'a>],
}

impl Reader<'_> {
    /// Reads the phrase at piece `at`, if there is one; returns the piece after it.
    fn phrase(&self, at: usize, out: &mut Vec<Phrase>) -> usize {
        match self.pieces[at].what {
            What::Known(uses) => self.known(at, uses, out),
            What::Foreign => self.titled(at, at + 1, out),
            What::Noun(token) if token.pos == Pos::Person => self.titled(at, self.name_end(at), out),
            _ => at + 1,
        }
    }

    /// The piece after the tokens of a person's name that begins at `at`.
    fn name_end(&self, at: usize) -> usize {
        let is_name = |p: &Piece<'_>| p.joined && matches!(p.what, What::Noun(t) if t.pos == Pos::Person);
        at + 1 + self.pieces[at + 1..].iter().take(2).take_while(|p| is_name(p)).count()
    }

    /// The pieces of the same noun phrase from `at` on: as far as they touch.
    fn rest(&self, at: usize) -> &[Piece<'_>] {
        let rest = &self.pieces[at.min(self.pieces.len())..];
        &rest[..rest.iter().take_while(|p| p.joined).count()]
    }

    /// The last piece of the title that follows a name ending before piece `at`.
    fn title_after(&self, at: usize) -> Option<usize> {
        let rest = self.rest(at);
        let first = rest.iter().take(6).position(|p| matches!(p.what, What::Title(_)))?;
        let more = rest[first + 1..].iter().take_while(|p| matches!(p.what, What::Title(_))).count();
        Some(at + first + more)
    }

    fn known(&self, at: usize, uses: &[(u32, NameUse)], out: &mut Vec<Phrase>) -> usize {
        let full: Vec<u32> = uses.iter().filter(|(_, u)| *u == NameUse::Full).map(|(k, _)| *k).collect();
        let Some(first) = full.first() else { return at + 1 };
        let kind = self.actors.get(*first).kind;
        let span = self.pieces[at].span;
        let mut surfaces = Vec::new();
        let (mut end, mut title) = (at + 1, None);
        if kind == ActorKind::Person {
            if let Some(last) = self.title_after(at + 1) {
                end = last + 1;
                title = Some(Span { start: span.end, end: self.pieces[last].span.end });
                surfaces.push((span.cover(self.pieces[last].span), MentionForm::Name));
            }
            surfaces.push((span, MentionForm::Name));
        } else {
            let rest = self.rest(at + 1);
            let tail = rest.first().filter(|p| self.actors.words.state_tails.contains(&self.text[p.span]));
            let form = match (tail, rest.first()) {
                (Some(tail), _) if kind == ActorKind::State => {
                    surfaces.push((span.cover(tail.span), MentionForm::Name));
                    MentionForm::Description
                }
                (_, Some(next)) if !matches!(next.what, What::Join) => MentionForm::Description,
                _ if self.pieces[at].joined => MentionForm::Description,
                _ => MentionForm::Name,
            };
            surfaces.push((span, form));
        }
        out.push(Phrase { surfaces, referent: Referent::Known(full), title, rule: "actor.known" });
        end
    }

    /// A name (pieces `at..end`) that only its title shows to be one.
    fn titled(&self, at: usize, end: usize, out: &mut Vec<Phrase>) -> usize {
        let name = self.pieces[at].span.cover(self.pieces[end - 1].span);
        let words = &self.text[name];
        let Some(last) = self.title_after(end) else { return end };
        let whole = name.cover(self.pieces[last].span);
        let title = Span { start: name.end, end: whole.end };
        let honorific = matches!(self.pieces[last].what, What::Title(TitleKind::Honorific));
        let known = self.actors.names.of_short(words);
        let referent = match known {
            [one] => Referent::Known(vec![*one]),
            _ => Referent::Named {
                kind: ActorKind::Person,
                name: words.to_owned(),
                short: !words.contains(['・', '=', '＝']) && end - at < 2,
            },
        };
        let surfaces = vec![(whole, MentionForm::Name), (name, MentionForm::Name)];
        out.push(Phrase { surfaces, referent, title: (!honorific).then_some(title), rule: "actor.titled" });
        last + 1
    }
}
