//! Persons: names with their titles, readings and forms of address.

use super::brackets;
use super::letters::{joins, katakana};
use super::person_names::{Name, Strength};
use super::phrases::{Phrase, Reader, Referent, TitleWords};
use super::pieces::What;
use std::ops::Range;
use tenkyo_lexicon::actors::TitleKind;
use tenkyo_model::{ActorKind, EntityLabel, MentionForm, Pos};
use tenkyo_text::Span;

/// The title after a name.
struct After {
    /// The pieces from the first word after the name to the last of the title.
    pieces: Range<usize>,
    /// First piece of the title itself.
    title: usize,
    kind: TitleKind,
}

/// Reads the person whose name begins at piece `at`, if one does; returns the phrase and the piece after it.
pub(super) fn read(reader: &Reader<'_>, at: usize, run: Range<usize>) -> Option<(Phrase, usize)> {
    let start = if reader.is_late(at) && at + 1 < run.end { at + 1 } else { at };
    let name = reader.name(start, run.clone())?;
    let reading = brackets::after(reader.text, name.span.end).filter(|b| b.is_reading(reader.text));
    let from = match reading {
        Some(b) => reader.piece_at(b.next).unwrap_or(usize::MAX),
        None if name.end < run.end => name.end,
        None => usize::MAX,
    };
    let after =
        reader.title_after(from, name.strength).or_else(|| reader.title_after_dot(from, name.strength));
    let direct = |a: &After| a.title == a.pieces.start;
    let enough = match (name.strength, &after) {
        (Strength::Alone, _) => true,
        (Strength::Titled, Some(_)) => true,
        (Strength::Titled, None) => reading.is_some_and(|b| b.is_foreign_reading(reader.text)),
        (Strength::Addressed, Some(a)) => a.kind != TitleKind::Office && direct(a),
        (Strength::Addressed, None) => false,
    };
    // `プーチン政権`, `反プーチン派`: the name is a part of something else.
    let loose = after.is_some() || reading.is_some() || reader.is_loose(start, name.end, &run);
    if !enough {
        return reader.bare(start, &name, loose).map(|phrase| (phrase, name.end));
    }
    if !loose {
        return None;
    }
    let end = after.as_ref().map_or(name.end, |a| a.pieces.end);
    Some((reader.person(at, &name, reading, after), end))
}
impl Reader<'_> {
    /// Whether piece `at` marks the dead (`故`).
    fn is_late(&self, at: usize) -> bool {
        self.context.lexicon.actors.words.late.contains(self.words(at))
    }

    /// Whether the pieces `at..end` have no noun of the same run directly before or after them that makes a compound.
    fn is_loose(&self, at: usize, end: usize, run: &Range<usize>) -> bool {
        let before = at == run.start
            || matches!(self.pieces[at - 1].what, What::Title(_) | What::Join | What::Known(_))
            || matches!(self.pieces[at - 1].what, What::Noun(t) if t.pos != Pos::Prefix && !self.is_former(at - 1));
        before
            && (end >= run.end
                || matches!(self.pieces[end].what, What::Join | What::Known(_))
                || self.is_plural(end)
                || self.is_both(end))
    }

    /// `両氏`, `両首脳` after the second of two names.
    fn is_both(&self, at: usize) -> bool {
        self.context.lexicon.actors.words.both.contains(self.words(at))
    }

    fn is_plural(&self, at: usize) -> bool {
        self.context.lexicon.actors.words.plurals.contains(self.words(at))
    }

    /// The title after a name that ends before piece `from`: behind a state, a body, `前`, `元`, or a few nouns that belong to it.
    fn title_after(&self, from: usize, strength: Strength) -> Option<After> {
        if from >= self.pieces.len() {
            return None;
        }
        let end = self.run_end(from);
        let far = if strength == Strength::Alone { 6 } else { 4 };
        let title = (from..end).take(far).find(|i| matches!(self.pieces[*i].what, What::Title(_)))?;
        let between = from..title;
        if between.clone().any(|i| !self.may_precede_title(i, strength)) {
            return None;
        }
        let is_title = |i: usize| i < end && matches!(self.pieces[i].what, What::Title(_));
        let mut last = title;
        loop {
            last += match last + 1 {
                next if is_title(next) => 1,
                next if next < end && self.is_concurrent(next) && is_title(next + 1) => 2,
                _ => break,
            };
        }
        let What::Title(kind) = self.pieces[last].what else { return None };
        Some(After { pieces: from..last + 1, title, kind })
    }

    /// The title after a dot that a place or body begins: `カチンスキ・ワルシャワ市長`.
    fn title_after_dot(&self, dot: usize, strength: Strength) -> Option<After> {
        let joined = |i: usize| self.pieces.get(i).is_some_and(|p| p.joined);
        if strength == Strength::Addressed || !joined(dot) || !joined(dot + 1) {
            return None;
        }
        let owner = match self.pieces[dot + 1].what {
            What::Known(_) => self.known(dot + 1).is_some_and(|(kind, _)| kind != ActorKind::Person),
            What::Noun(t) => matches!(t.pos, Pos::Place | Pos::Organization),
            _ => self.label(self.pieces[dot + 1].span) == Some(EntityLabel::Location),
        };
        let office = |a: &After| a.kind == TitleKind::Office && a.title > dot + 1;
        (matches!(self.pieces[dot].what, What::Join) && owner)
            .then(|| self.title_after(dot + 1, Strength::Alone))
            .flatten()
            .filter(office)
            .map(|a| After { pieces: dot..a.pieces.end, ..a })
    }

    /// Whether piece `at` joins two titles of one person.
    fn is_concurrent(&self, at: usize) -> bool {
        self.context.lexicon.actors.words.concurrent.contains(self.words(at))
    }

    fn may_precede_title(&self, at: usize, strength: Strength) -> bool {
        match self.pieces[at].what {
            What::Known(_) => self.known(at).is_none_or(|(kind, _)| kind != ActorKind::Person),
            What::Noun(t) => strength == Strength::Alone || t.pos != Pos::Verbal || self.is_former(at),
            _ => false,
        }
    }

    fn person(
        &self,
        at: usize,
        name: &Name,
        reading: Option<brackets::Bracket>,
        after: Option<After>,
    ) -> Phrase {
        let words = &self.text[name.span];
        let mut surfaces = Vec::new();
        let start = self.pieces[at].span.start;
        let mut title = None;
        if let Some(after) = &after {
            let whole = Span { start, end: self.pieces[after.pieces.end - 1].span.end };
            let past = brackets::after(self.text, whole.end).filter(|b| self.is_past(b.inside));
            surfaces.extend(past.map(|b| (Span { start, end: b.outside.end }, MentionForm::Name)));
            surfaces.push((whole, MentionForm::Name));
            if start < name.span.start {
                surfaces.push((Span { start: name.span.start, ..whole }, MentionForm::Alias));
            }
            let former = past.map(|b| b.inside).or_else(|| self.former_in(after.pieces.clone()));
            let span = Span { start: self.pieces[after.title].span.start, end: whole.end };
            title = (after.kind != TitleKind::Honorific).then_some(TitleWords { span, former });
        }
        let family = self.is_family(name);
        let bare_form = if family && after.is_some() && words.chars().count() < 2 {
            MentionForm::Description
        } else {
            MentionForm::Name
        };
        surfaces.push((name.span, bare_form));
        let referent = match () {
            () if !name.known.is_empty() => Referent::Known(name.known.clone()),
            () if family => Referent::Family(words.to_owned()),
            () => Referent::Named(ActorKind::Person, words.to_owned()),
        };
        let of =
            after.as_ref().and_then(|a| a.pieces.clone().find_map(|i| self.known(i)).map(|(_, u)| u[0].0));
        let of = of.or_else(|| self.state_before(at));
        let rule = if after.is_some() { "actor.person-titled" } else { "actor.person" };
        Phrase { surfaces, referent, title, of, reading: reading.map(|b| b.inside), weak: false, rule }
    }

    /// A short name without a title, which counts when the article names the person in full somewhere.
    fn bare(&self, at: usize, name: &Name, loose: bool) -> Option<Phrase> {
        let words = &self.text[name.span];
        let token = matches!(self.pieces[at].what, What::Noun(t) if t.pos == Pos::Person);
        let likely = match self.pieces[at].what {
            What::Foreign => self.head(at, at).is_none(),
            _ => loose && token && self.head(at, at).is_none(),
        };
        // `ハルゲイサ大学`: the name is the body's.
        let body = |i: usize| self.head(i, at).is_some();
        if !loose && (name.end..self.run_end(at)).any(body) {
            return None;
        }
        let form = if loose { MentionForm::Alias } else { MentionForm::Description };
        let referent = Referent::Family(words.to_owned());
        likely.then(|| Phrase { weak: true, ..Phrase::new(name.span, form, referent, "actor.bare") })
    }

    fn is_past(&self, span: Span) -> bool {
        let words = &self.text[span];
        self.context
            .lexicon
            .actors
            .words
            .former
            .iter()
            .any(|w| w.chars().count() > 1 && words.starts_with(w.as_str()))
    }

    /// Whether the name is only a part of one: a katakana word without dots, or a short word in kanji without a given name.
    fn is_family(&self, name: &Name) -> bool {
        let words = &self.text[name.span];
        let letters = words.chars().count();
        if words.chars().all(katakana) {
            return true;
        }
        // A surname and a given name; one that begins with a given name has no surname.
        let mut given = self
            .context
            .analysis
            .tokens_in(name.span)
            .map(|i| self.context.analysis.tokens[i].field(3) == Some("名"));
        let given = letters > 2 && given.next() == Some(false) && given.any(|is_given| is_given);
        let korean = letters == 3
            && words.chars().next().is_some_and(|c| self.context.lexicon.actors.words.surnames.contains(&c));
        !words.chars().any(joins) && letters <= 3 && !given && !korean
    }
}
