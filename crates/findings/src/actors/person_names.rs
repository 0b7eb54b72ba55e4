//! Where the name of a person begins and ends: in katakana, in kanji, of `knowledge/`.

use super::letters::{joins, kanji};
use super::phrases::Reader;
use super::pieces::What;
use super::referents::same_title;
use std::ops::Range;
use tenkyo_lexicon::actors::{NameUse, TitleKind};
use tenkyo_model::{ActorKind, EntityLabel, Pos, Token};
use tenkyo_text::Span;

/// A name that begins at some piece.
pub(super) struct Name {
    /// Its words.
    pub(super) span: Span,
    /// The piece after it.
    pub(super) end: usize,
    /// The known persons who bear it.
    pub(super) known: Vec<u32>,
    /// How sure it is that it is a name at all.
    pub(super) strength: Strength,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Strength {
    /// A name only with a form of address directly after it.
    Addressed,
    /// A name only with a title after it.
    Titled,
    /// A name by itself.
    Alone,
}

impl Reader<'_> {
    pub(super) fn name(&self, at: usize, run: Range<usize>) -> Option<Name> {
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
        if let Some(last) = self.after_initial(span.end) {
            span = span.cover(self.pieces[last].span);
            end = last + 1;
        }
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

    /// The last piece of a name that goes on with an initial after the byte `end`: `ロバート・M・ゲイツ`. The dictionary may leave a dot with
    /// the letters before it, and calls the initial a symbol.
    fn after_initial(&self, end: u32) -> Option<usize> {
        let rest = self.text[end as usize..].trim_start_matches(joins);
        let dotted = self.text[..self.text.len() - rest.len()].ends_with(joins);
        let after = rest.trim_start_matches(|c: char| c.is_ascii_uppercase());
        let last = after.trim_start_matches(joins);
        let initial = (1..=2).contains(&(rest.len() - after.len())) && last.len() < after.len();
        let place = |words: &str| self.piece_at((self.text.len() - words.len()) as u32);
        let piece = place(last).or_else(|| place(after)).filter(|_| dotted && initial)?;
        let person = self.known(piece).is_some_and(|(kind, _)| kind == ActorKind::Person);
        (person || matches!(self.pieces[piece].what, What::Foreign)).then_some(piece)
    }

    /// The label of the named entity that covers exactly or more than `span`.
    pub(super) fn label(&self, span: Span) -> Option<EntityLabel> {
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
        if self.is_kin(at) && at + 1 < run.end || self.is_district_office(at, token) {
            return None;
        }
        let end = self.kanji_end(at, run);
        let name =
            |end: usize, strength| Some(Name { span: self.span(at..end), end, known: Vec::new(), strength });
        if surname && let Some(full) = self.japanese_name(at, run) {
            return name(full, Strength::Alone);
        }
        if at > run.start && self.continues_word(at) {
            return None;
        }
        // `表明安倍首相` in a headline without spaces: an act is no name.
        let eastern = token.pos != Pos::Verbal && self.context.lexicon.actors.words.surnames.contains(&first);
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

    /// Whether piece `at` is a word for a relative.
    fn is_kin(&self, at: usize) -> bool {
        self.context.lexicon.actors.words.kin.contains(self.words(at))
    }

    /// Whether piece `at` is a place whose office the title after it is: `高知県知事`.
    fn is_district_office(&self, at: usize, token: &Token) -> bool {
        let districts = &self.context.lexicon.actors.words.districts;
        let title = self.pieces.get(at + 1).filter(|p| p.joined && matches!(p.what, What::Title(_)));
        token.pos == Pos::Place
            && title.is_some_and(|p| districts.iter().any(|d| self.text[p.span].starts_with(d.as_str())))
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
        if self.is_kin(at - 1) {
            return false;
        }
        match self.pieces[at - 1].what {
            What::Noun(t) => t.pos != Pos::Suffix && !self.is_former(at - 1),
            What::Foreign => true,
            _ => false,
        }
    }
}

fn is_kana(c: char) -> bool {
    matches!(c, 'ぁ'..='ゖ' | 'ァ'..='ヺ' | 'ー')
}
