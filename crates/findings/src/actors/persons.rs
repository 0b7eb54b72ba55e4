//! Persons: names with their titles, readings and forms of address.

use super::brackets;
use super::letters::{joins, kanji, katakana};
use super::phrases::{Phrase, Reader, Referent, TitleWords};
use super::pieces::What;
use super::referents::same_title;
use std::ops::Range;
use tenkyo_lexicon::actors::{NameUse, TitleKind};
use tenkyo_model::{ActorKind, EntityLabel, MentionForm, Pos, Token};
use tenkyo_text::Span;

/// A name that begins at some piece.
struct Name {
    /// Its words.
    span: Span,
    /// The piece after it.
    end: usize,
    /// The known persons who bear it.
    known: Vec<u32>,
    /// How sure it is that it is a name at all.
    strength: Strength,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Strength {
    /// A name only with a form of address directly after it.
    Addressed,
    /// A name only with a title after it.
    Titled,
    /// A name by itself.
    Alone,
}

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
    let after = reader.title_after(from, name.strength);
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

impl<'a> Reader<'a> {
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

    fn name(&self, at: usize, run: Range<usize>) -> Option<Name> {
        match self.pieces[at].what {
            What::Known(uses) => self.known_name(at, uses),
            What::Foreign => self.foreign_name(at, &run),
            What::Noun(token) => self.kanji_name(at, token, &run),
            _ => None,
        }
    }

    fn known_name(&self, at: usize, uses: &[(u32, NameUse)]) -> Option<Name> {
        let actors = &self.context.lexicon.actors;
        let known: Vec<u32> =
            uses.iter().map(|u| u.0).filter(|k| actors.get(*k).kind == ActorKind::Person).collect();
        if known.is_empty() {
            return None;
        }
        Some(Name { span: self.pieces[at].span, end: at + 1, known, strength: Strength::Alone })
    }

    /// A name in katakana, with a known family name after a dot taken in (`イバンカ・トランプ`).
    fn foreign_name(&self, at: usize, run: &Range<usize>) -> Option<Name> {
        let (mut end, mut span) = (at + 1, self.pieces[at].span);
        let person = |i: usize| self.known(i).is_some_and(|(kind, _)| kind == ActorKind::Person);
        if end + 1 < run.end && matches!(self.pieces[end].what, What::Join) && person(end + 1) {
            span = span.cover(self.pieces[end + 1].span);
            end += 2;
        }
        let words = &self.text[span];
        if self.context.lexicon.actors.words.not_names.contains(words) {
            return None;
        }
        let dotted = words.chars().any(joins);
        let titled_before =
            at > run.start && matches!(self.pieces[at - 1].what, What::Title(TitleKind::Office));
        let entity = self.label(span);
        let strength = match entity {
            Some(EntityLabel::Person) if dotted || words.chars().count() > 5 => Strength::Alone,
            Some(EntityLabel::Person) => Strength::Titled,
            Some(_) if !dotted => {
                let titled = end < run.end && matches!(self.pieces[end].what, What::Title(_));
                return titled.then_some(Name { span, end, known: Vec::new(), strength: Strength::Titled });
            }
            _ if dotted && self.has_strange_word(span) && entity.is_none() => Strength::Alone,
            _ if titled_before && self.has_strange_word(span) => Strength::Alone,
            _ if !self.context.lexicon.actors.names.of_short(words).is_empty() => Strength::Titled,
            _ if dotted || self.has_strange_word(span) => Strength::Titled,
            _ => Strength::Addressed,
        };
        Some(Name { span, end, known: Vec::new(), strength })
    }

    /// The label of the named entity that covers exactly or more than `span`.
    fn label(&self, span: Span) -> Option<EntityLabel> {
        let entities = &self.context.analysis.entities;
        let after = entities.partition_point(|e| e.span.start <= span.start);
        after.checked_sub(1).map(|i| entities[i]).filter(|e| e.span.contains(span)).map(|e| e.label)
    }

    /// Whether some word in `span` is not a common noun of the dictionary.
    fn has_strange_word(&self, span: Span) -> bool {
        let analysis = self.context.analysis;
        let strange = |t: &Token| {
            !t.known || matches!(t.pos, Pos::Person | Pos::Proper | Pos::Place | Pos::Organization)
        };
        let tokens = &analysis.tokens[analysis.tokens_in(span)];
        tokens.iter().any(strange) || tokens.len() > 1 && !self.text[span].chars().any(joins)
    }

    /// A name in kanji: of the dictionary (surname and given name), of the shape of a Korean or Chinese name, or any word that a
    /// form of address follows.
    fn kanji_name(&self, at: usize, token: &Token, run: &Range<usize>) -> Option<Name> {
        let words = self.words(at);
        let first = words.chars().next().filter(|c| kanji(*c))?;
        let surname = token.field(3) == Some("姓");
        let end = self.kanji_end(at, run);
        let name =
            |end: usize, strength| Some(Name { span: self.span(at..end), end, known: Vec::new(), strength });
        if surname && let Some(full) = self.japanese_name(at, run) {
            return name(full, Strength::Alone);
        }
        if at > run.start && self.continues_word(at) {
            return None;
        }
        let eastern = self.context.lexicon.actors.words.surnames.contains(&first);
        let three = if eastern { self.three_letters(at, run) } else { None };
        let end = three.unwrap_or(end);
        let letters = self.letters(at..end);
        let entity = self.label(self.span(at..end)) == Some(EntityLabel::Person);
        match () {
            () if letters > 5 => None,
            () if entity && letters > 2 => name(end, Strength::Alone),
            () if entity || eastern || token.pos == Pos::Person => name(end, Strength::Titled),
            () if self.is_known_family(at, end) => name(end, Strength::Titled),
            () if letters <= 4 => name(end, Strength::Addressed),
            () => None,
        }
    }

    /// Whether the pieces `at..end` are the family name of a known person who holds the title after them.
    fn is_known_family(&self, at: usize, end: usize) -> bool {
        let actors = &self.context.lexicon.actors;
        let Some(piece) = self.pieces.get(end).filter(|p| p.joined && matches!(p.what, What::Title(_)))
        else {
            return false;
        };
        let title = &self.text[piece.span];
        let holds = |k: &u32| actors.get(*k).roles.iter().any(|r| same_title(&r.title, title));
        actors.names.of_short(&self.text[self.span(at..end)]).iter().any(holds)
    }

    /// The piece after the first three letters from piece `at`, all nouns in kanji and all the run has before a title or its end.
    fn three_letters(&self, at: usize, run: &Range<usize>) -> Option<usize> {
        let noun =
            |i: &usize| matches!(self.pieces[*i].what, What::Noun(_)) && self.words(*i).chars().all(kanji);
        let end = (at + 1..=run.end.min(at + 3)).find(|e| self.letters(at..*e) == 3)?;
        (at..end).all(|i| noun(&i)).then_some(end)
    }

    /// Letters in a range of pieces.
    fn letters(&self, range: Range<usize>) -> usize {
        self.text[self.span(range)].chars().count()
    }

    /// The piece after a Japanese name: a surname of the dictionary, then a given name, whole or cut into words of one kanji.
    fn japanese_name(&self, at: usize, run: &Range<usize>) -> Option<usize> {
        let token = |i: usize| match self.pieces[i].what {
            What::Noun(t) if i < run.end && self.words(i).chars().all(|c| kanji(c) || is_kana(c)) => Some(t),
            _ => None,
        };
        let given = at + 1 < run.end && token(at + 1).is_some_and(|t| t.field(3) == Some("名"));
        let given = given && self.letters(at + 1..at + 2) > 1;
        let person = |i: usize| i < run.end && token(i).is_some_and(|t| t.pos == Pos::Person);
        let end = self.kanji_end(at, run);
        let closed = end == run.end || matches!(self.pieces[end].what, What::Title(_) | What::Join);
        let shape = (given || self.letters(at..at + 1) > 1) && matches!(self.letters(at..end), 3..=5);
        if closed && shape && (at + 1..end).any(person) { Some(end) } else { given.then_some(at + 2) }
    }

    /// The piece after the nouns in kanji from `at` on, before a title or a known name.
    fn kanji_end(&self, at: usize, run: &Range<usize>) -> usize {
        let part = |i: &usize| {
            let short = self.words(*i).chars().count() < 3;
            matches!(self.pieces[*i].what, What::Noun(_))
                && short
                && self.words(*i).chars().all(kanji)
                && !self.is_former(*i)
        };
        at + 1 + (at + 1..run.end).take(3).take_while(part).count()
    }

    /// Whether piece `at` goes on with the word before it, as the second half of a compound does.
    fn continues_word(&self, at: usize) -> bool {
        match self.pieces[at - 1].what {
            What::Noun(t) => t.pos != Pos::Suffix && !self.is_former(at - 1),
            What::Foreign => true,
            _ => false,
        }
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
        let mut last = title;
        while last + 1 < end && matches!(self.pieces[last + 1].what, What::Title(_)) {
            last += 1;
        }
        let What::Title(kind) = self.pieces[last].what else { return None };
        Some(After { pieces: from..last + 1, title, kind })
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
            let former = past.is_some() || after.pieces.clone().any(|i| self.is_former(i));
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
        let given = letters > 2
            && self
                .context
                .analysis
                .tokens_in(name.span)
                .any(|i| self.context.analysis.tokens[i].field(3) == Some("名"));
        let korean = letters == 3
            && words.chars().next().is_some_and(|c| self.context.lexicon.actors.words.surnames.contains(&c));
        !words.chars().any(joins) && letters <= 3 && !given && !korean
    }
}

fn is_kana(c: char) -> bool {
    matches!(c, 'ぁ'..='ゖ' | 'ァ'..='ヺ' | 'ー')
}
