//! States, bodies and groups: the parts of a run that name no person.

use super::letters::{joins, kanji, katakana};
use super::phrases::{Phrase, Reader, Referent, TitleWords};
use super::pieces::What;
use std::ops::Range;
use tenkyo_lexicon::actors::{NameUse, TitleKind};
use tenkyo_model::{ActorKind, EntityLabel, MentionForm, Pos};
use tenkyo_text::Span;

/// The word that makes a stretch of nouns a body, a group or the holder of a title.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Head {
    Known(ActorKind),
    Body,
    Group,
    Title,
    Tail,
}

/// Reads the pieces in `range`; `limit` is the piece after them in the same run, where a person begins or the run ends.
pub(super) fn read(reader: &Reader<'_>, range: Range<usize>, limit: usize, out: &mut Vec<Phrase>) {
    if range.is_empty() {
        return;
    }
    let mut start = range.start;
    while start < range.end {
        let end =
            (start..range.end).find(|i| matches!(reader.pieces[*i].what, What::Join)).unwrap_or(range.end);
        if start < end {
            reader.stretch(start..end, end == limit || end < range.end, out);
        }
        start = end + 1;
    }
}

impl Reader<'_> {
    /// Reads nouns without dots between them. `whole` tells whether the run ends with them.
    fn stretch(&self, range: Range<usize>, whole: bool, out: &mut Vec<Phrase>) {
        let heads: Vec<(usize, Head)> =
            range.clone().filter_map(|i| Some((i, self.head(i, range.start)?))).collect();
        let Some(&(last, _)) = heads.last() else { return self.entity(range, out) };
        let closed = (last + 1 == range.end && whole) || self.is_open_tail(last + 1, range.end) && whole;
        let mut from = range.start;
        for &(at, head) in &heads {
            // `当局` in `当局者`, `記者` in `記者団`.
            if at < last && self.group_start(at + 1, range.start).is_some_and(|s| s <= at) {
                continue;
            }
            let outer = closed && at == last;
            let form = if outer { MentionForm::Name } else { MentionForm::Description };
            match head {
                Head::Known(kind) => {
                    let begins = at == range.start || !self.is_bound(at - 1);
                    let form = if begins { form } else { MentionForm::Description };
                    self.known_phrase(at, kind, form, out);
                }
                Head::Body => self.body(self.trim(from, at), at, form, out),
                Head::Group if outer => self.group(self.trim(from, at), at, out),
                Head::Group => {}
                Head::Title if outer => {
                    self.inner_bodies(self.trim(from, at)..at, out);
                    self.title(self.trim(from, at), at, out);
                }
                Head::Title => self.inner_bodies(from..at, out),
                Head::Tail => self.tail(self.trim(from, at), at, form, out),
            }
            // `首相国連`: a title closes a name, unless the name goes on with it (`委員会`).
            if matches!(head, Head::Title) && at + 1 < range.end && self.known(at + 1).is_some() {
                from = at + 1;
            }
        }
    }

    /// What the piece makes of the nouns before it.
    pub(super) fn head(&self, at: usize, start: usize) -> Option<Head> {
        match self.pieces[at].what {
            What::Known(uses) => {
                let kind = self.known(at)?.0;
                // `ロ`, `北`: a short form counts only before or after other names.
                (uses.iter().any(|u| u.1 != NameUse::Compound) || self.compound_counts(at, start))
                    .then_some(Head::Known(kind))
            }
            What::Title(_) | What::Noun(_) | What::Foreign if self.group_noun(at, start) => Some(Head::Group),
            What::Title(TitleKind::Office) => Some(Head::Title),
            What::Title(_) => None,
            What::Join | What::Pronoun(_) => None,
            _ if self.tail_start(at, start).is_some_and(|t| self.owns_tail(t, start)) => Some(Head::Tail),
            What::Foreign | What::Noun(_) => self.is_body(at, start).then_some(Head::Body),
        }
    }

    /// Whether the nouns from piece `start` to `at` end as the names of bodies do.
    fn is_body(&self, at: usize, start: usize) -> bool {
        let w = &self.context.lexicon.actors.words;
        let (words, stretch) = (self.words(at), &self.text[self.span(start..at + 1)]);
        if w.generic_bodies.contains(words) || w.generic_bodies.contains(stretch) {
            return true;
        }
        let Some(suffix) = w.body_suffix(stretch) else { return false };
        let fits = suffix.len() < stretch.len() && (suffix.len() >= words.len() || words.chars().count() > 2);
        match self.pieces[at].what {
            What::Noun(t) if t.pos == Pos::Prefix => false,
            // `衛星放送` is a thing, `イラク国営放送` a body.
            What::Noun(t) if t.pos == Pos::Verbal => fits && self.is_proper(start..at),
            _ => fits,
        }
    }

    /// Whether some piece is a name.
    fn is_proper(&self, range: Range<usize>) -> bool {
        use Pos::*;
        range.into_iter().any(|i| match self.pieces[i].what {
            What::Known(_) => true,
            What::Noun(t) => !t.known || matches!(t.pos, Person | Place | Organization | Proper),
            _ => false,
        })
    }

    /// Whether a one-kanji state counts here: with a body, title or another state after it.
    fn compound_counts(&self, at: usize, _start: usize) -> bool {
        if self.words(at).chars().count() > 1 {
            return true;
        }
        let next = self.pieces.get(at + 1).filter(|p| p.joined);
        match next.map(|p| p.what) {
            Some(What::Known(_) | What::Title(_)) => true,
            Some(What::Noun(t)) => {
                let words = self.words(at + 1);
                let w = &self.context.lexicon.actors.words;
                w.state_tails.contains(words)
                    || self.is_body(at + 1, at)
                    || w.group_nouns.contains(words)
                    || t.pos != Pos::Suffix
            }
            _ => self.stands_alone(at),
        }
    }

    /// Whether a one-kanji state stands alone as headlines have it: `米、`, `北が`.
    fn stands_alone(&self, at: usize) -> bool {
        let span = self.pieces[at].span;
        let before = self.text[..span.start as usize].chars().next_back();
        let after = self.text[span.end as usize..].chars().next();
        !self.pieces[at].joined
            && before.is_none_or(|c| !c.is_alphanumeric())
            && after.is_some_and(|c| {
                matches!(c, '、' | 'が' | 'は' | 'に' | 'と' | 'も' | ',' | '・' | 'の' | ' ' | '\u{3000}')
            })
    }

    /// Whether the nouns after a head leave it a mention of its own (`ら`, `など`).
    fn is_open_tail(&self, from: usize, end: usize) -> bool {
        (from..end).all(|i| self.context.lexicon.actors.words.plurals.contains(self.words(i)))
    }

    /// Whether a piece binds to the name after it: a prefix (`反`, `対`, `在`) or another noun.
    fn is_bound(&self, at: usize) -> bool {
        let kinds = &self.context.lexicon.actors.words.kinds;
        let kind = || kinds.iter().any(|k| self.words(at).ends_with(k.as_str()));
        !matches!(self.pieces[at].what, What::Title(_) | What::Known(_)) && !kind()
    }

    /// First piece of the name that ends with piece `at`: nouns that only qualify it are left out.
    fn trim(&self, from: usize, at: usize) -> usize {
        let named = (from..at).find(|i| self.known(*i).is_some_and(|(kind, _)| kind != ActorKind::Person));
        let from = named
            .filter(|i| {
                *i == from || !matches!(self.pieces[*i - 1].what, What::Noun(t) if t.pos == Pos::Prefix)
            })
            .unwrap_or(from);
        let leading = |i: &usize| {
            *i < at
                && matches!(self.pieces[*i].what, What::Noun(t) if matches!(t.pos, Pos::Prefix | Pos::Verbal) && self.context.lexicon.actors.words.qualifiers.contains(self.words(*i)))
        };
        from + (from..at).take_while(leading).count()
    }

    fn known_phrase(&self, at: usize, kind: ActorKind, form: MentionForm, out: &mut Vec<Phrase>) {
        let What::Known(uses) = self.pieces[at].what else { return };
        if kind == ActorKind::Person {
            let known = uses.iter().map(|u| u.0).collect();
            return out.push(Phrase::new(
                self.pieces[at].span,
                MentionForm::Description,
                Referent::Known(known),
                "actor.in-compound",
            ));
        }
        let compound = uses.iter().all(|u| u.1 == NameUse::Compound);
        let long = self.words(at).chars().count() > 1;
        let form = if compound && (long || !self.stands_alone(at)) { MentionForm::Description } else { form };
        let rule = if form == MentionForm::Name { "actor.known" } else { "actor.in-compound" };
        let preferred: Vec<u32> = uses.iter().filter(|u| u.1 != NameUse::Metonym).map(|u| u.0).collect();
        if preferred.is_empty() {
            return;
        }
        let mut phrase = Phrase::new(self.pieces[at].span, form, Referent::Known(preferred), rule);
        phrase.surfaces.extend(self.medium_inside(at).map(|span| (span, form)));
        let next = self.pieces.get(at + 1).filter(|p| p.joined);
        let paper =
            next.filter(|p| self.context.lexicon.actors.words.media_kinds.contains(&self.text[p.span]));
        if let Some(paper) = paper.filter(|_| form == MentionForm::Name) {
            phrase.surfaces.insert(0, (self.pieces[at].span.cover(paper.span), form));
        }
        out.push(phrase);
    }

    /// The plain name at the end of a medium's longer one: `英紙ガーディアン`, `ロシア国営タス通信`.
    fn medium_inside(&self, at: usize) -> Option<Span> {
        let actors = &self.context.lexicon.actors;
        let known = self.known(at)?.1.first()?.0;
        (actors.get(known).class.as_deref() == Some("media")).then_some(())?;
        let (span, words) = (self.pieces[at].span, self.words(at));
        let same =
            |rest: &str| actors.names.full.get(rest).is_some_and(|u| u.contains(&(known, NameUse::Full)));
        let kinds = &actors.words.media_kinds;
        let after_kind = |i: &usize| kinds.iter().any(|k| words[..*i].ends_with(k.as_str()));
        let cut =
            words.char_indices().skip(1).map(|(i, _)| i).find(|i| after_kind(i) && same(&words[*i..]))?;
        Some(Span { start: span.start + cut as u32, ..span })
    }

    /// The state that the stretch from `from` begins with, and the piece after it.
    fn state_at(&self, from: usize, at: usize) -> Option<(u32, usize)> {
        (from < at).then_some(())?;
        let (kind, uses) = self.known(from)?;
        let state =
            uses.iter().map(|u| u.0).find(|k| self.context.lexicon.actors.get(*k).kind == ActorKind::State);
        (kind == ActorKind::State || state.is_some()).then(|| Some((state?, from + 1))).flatten()
    }

    fn body(&self, from: usize, at: usize, form: MentionForm, out: &mut Vec<Phrase>) {
        let span = self.span(from..at + 1);
        if let Some((whole, name)) = self.with_inner_reading(span) {
            let referent = Referent::Named(ActorKind::Organization, name);
            return out.push(Phrase::new(whole, form, referent, "actor.body"));
        }
        let words = &self.text[span];
        let actors = &self.context.lexicon.actors;
        let state = self.state_at(from, at);
        let (referent, of) = match state {
            Some((state, rest)) => {
                let full = format!("{}{}", actors.get(state).name, &self.text[self.span(rest..at + 1)]);
                let known =
                    actors.names.full.get(&full).map(|u| Referent::Known(u.iter().map(|u| u.0).collect()));
                let short = self.words(from).chars().count() < 2;
                let name = if short { full } else { words.to_owned() };
                (known.unwrap_or(Referent::Named(ActorKind::Organization, name)), Some(state))
            }
            None if actors.words.generic_bodies.contains(words) || actors.words.is_body_suffix(words) => {
                (Referent::Generic(words.to_owned()), self.state_before(from))
            }
            None => (Referent::Named(ActorKind::Organization, words.to_owned()), None),
        };
        // `同省`, `テレビ局`: which one, only the rest of the article tells.
        let same = actors.words.same.contains(self.words(from)) && from < at;
        let vague = matches!(referent, Referent::Generic(_)) && !actors.words.generic_names.contains(words);
        let form = match (same, vague) {
            (true, _) => MentionForm::Pronoun,
            (_, true) => MentionForm::Description,
            _ => form,
        };
        let referent = match (same, self.words(from).len()) {
            (true, cut) => Referent::Generic(words[cut..].to_owned()),
            _ => referent,
        };
        let mut phrase = Phrase::new(span, form, referent, "actor.body");
        if let (Some(_), Some(start), true) =
            (of, self.owner_start(from), actors.words.owned_bodies.contains(words))
        {
            phrase.surfaces.insert(0, (Span { start, end: span.end }, MentionForm::Name));
            phrase.surfaces[1].1 = MentionForm::Description;
        }
        phrase.of = of;
        out.push(phrase);
    }

    /// The words with the noun before a reading in brackets before them, and the name without the reading: `峨山(アサン)政策研究院`.
    fn with_inner_reading(&self, span: Span) -> Option<(Span, String)> {
        let before = self.text[..span.start as usize].strip_suffix([')', '\u{ff09}'])?;
        let open = before.char_indices().rev().take(16).find(|(_, c)| !katakana(*c) && !joins(*c))?;
        matches!(open.1, '(' | '\u{ff08}').then_some(())?;
        let noun = self.pieces.partition_point(|p| (p.span.end as usize) < open.0);
        let piece = self.pieces.get(noun).filter(|p| p.span.end as usize == open.0)?;
        let mut first = noun;
        while self.pieces[first].joined && first > 0 {
            first -= 1;
        }
        let start = self.pieces[first].span.start;
        let name = format!("{}{}", &self.text[start as usize..piece.span.end as usize], &self.text[span]);
        Some((Span { start, end: span.end }, name))
    }

    /// Bodies of the dictionary inside a longer phrase (`山形大客員教授`).
    fn inner_bodies(&self, range: Range<usize>, out: &mut Vec<Phrase>) {
        for i in range {
            if let What::Noun(t) = self.pieces[i].what
                && t.pos == Pos::Organization
                && !self.context.lexicon.actors.words.generic_bodies.contains(self.words(i))
            {
                let referent = Referent::Named(ActorKind::Organization, self.words(i).to_owned());
                out.push(Phrase::new(
                    self.pieces[i].span,
                    MentionForm::Description,
                    referent,
                    "actor.in-compound",
                ));
            }
        }
    }

    /// The state before `の` directly before piece `at`.
    pub(super) fn state_before(&self, at: usize) -> Option<u32> {
        let start = self.pieces[at].span.start;
        let before = at.checked_sub(1)?;
        let end = self.pieces[before].span.end;
        let no = &self.text[end as usize..start as usize];
        (self.context.lexicon.actors.words.of.contains(no))
            .then(|| self.state_at(before, at))
            .flatten()
            .map(|s| s.0)
    }

    /// Where the name before `の` directly before piece `at` begins.
    fn owner_start(&self, at: usize) -> Option<u32> {
        self.state_before(at)?;
        Some(self.pieces[at - 1].span.start)
    }

    fn group(&self, from: usize, at: usize, out: &mut Vec<Phrase>) {
        let span = self.span(from..at + 1);
        let name = self.text[span].to_owned();
        let mut phrase =
            Phrase::new(span, MentionForm::Group, Referent::Named(ActorKind::Group, name), "actor.group");
        if let Some(start) = self.quantifier_before(from) {
            phrase.surfaces.insert(0, (Span { start, end: span.end }, MentionForm::Group));
            phrase.referent =
                Referent::Named(ActorKind::Group, self.text[Span { start, end: span.end }].to_owned());
        }
        phrase.of = self.state_at(from, at).map(|s| s.0).or_else(|| self.state_before(from));
        out.push(phrase);
    }

    /// Where `複数の` or the like before piece `at` begins.
    fn quantifier_before(&self, at: usize) -> Option<u32> {
        let start = self.pieces[at].span.start as usize;
        let before = &self.text[..start];
        let words = &self.context.lexicon.actors.words;
        let plain = words.of.iter().find_map(|no| before.strip_suffix(no.as_str())).unwrap_or(before);
        words.quantifiers.iter().find(|q| plain.ends_with(q.as_str())).map(|q| (plain.len() - q.len()) as u32)
    }

    fn title(&self, from: usize, at: usize, out: &mut Vec<Phrase>) {
        let body =
            (from < at).then(|| self.known(from)).flatten().filter(|(kind, _)| *kind != ActorKind::Person);
        let state = self
            .state_at(from, at)
            .map(|s| s.0)
            .or(body.map(|b| b.1[0].0))
            .or_else(|| self.state_before(from));
        let span = self.span(from..at + 1);
        let mut phrase = Phrase::new(span, MentionForm::Title, Referent::Title, "actor.title");
        if let Some(start) = self.owner_start(from) {
            phrase.surfaces.insert(0, (Span { start, end: span.end }, MentionForm::Title));
        }
        phrase.of = state;
        phrase.title =
            Some(TitleWords { span: self.pieces[at].span, former: (from..at).any(|i| self.is_former(i)) });
        out.push(phrase);
    }

    /// Whether a noun for people (`専門家`, `当局者`) ends with piece `at`. One that is also a title needs a word before it.
    fn group_noun(&self, at: usize, start: usize) -> bool {
        let titled = matches!(self.pieces[at].what, What::Title(_));
        self.group_start(at, start)
            .is_some_and(|s| !titled || s > start || at > s || self.quantifier_before(s).is_some())
    }

    /// First piece of the longest noun for people that ends with piece `at`.
    fn group_start(&self, at: usize, start: usize) -> Option<usize> {
        let nouns = &self.context.lexicon.actors.words.group_nouns;
        (start.max(at.saturating_sub(3))..=at)
            .find(|from| nouns.contains(&self.text[self.span(*from..at + 1)]))
    }

    /// First piece of the words (`政府`, `指導部`) that leave a state the state and end with piece `at`.
    fn tail_start(&self, at: usize, start: usize) -> Option<usize> {
        let tails = &self.context.lexicon.actors.words.state_tails;
        let two = at > start && tails.contains(&self.text[self.span(at - 1..at + 1)]);
        if two { Some(at - 1) } else { tails.contains(self.words(at)).then_some(at) }
    }

    /// Whether a name stands before such words: directly, or before `の`.
    fn owns_tail(&self, tail: usize, start: usize) -> bool {
        if tail > start { self.known(tail - 1).is_some() } else { self.state_before(tail).is_some() }
    }

    /// `ロシア政府`, `韓国側`, `日本の政府`: the state, or the body, itself.
    fn tail(&self, from: usize, at: usize, form: MentionForm, out: &mut Vec<Phrase>) {
        let Some(tail) = self.tail_start(at, from) else { return };
        let Some((_, uses)) = tail.checked_sub(1).and_then(|i| self.known(i)) else { return };
        let actors = &self.context.lexicon.actors;
        let known: Vec<u32> = uses.iter().map(|u| u.0).collect();
        let state = known.iter().copied().find(|k| actors.get(*k).kind == ActorKind::State);
        let referent = Referent::Known(state.map_or(known, |s| vec![s]));
        out.push(Phrase::new(self.span(tail - 1..at + 1), form, referent, "actor.government"));
    }

    /// Nouns without any head: a named entity that only the language layer knows.
    fn entity(&self, range: Range<usize>, out: &mut Vec<Phrase>) {
        let span = self.span(range);
        let entities = &self.context.analysis.entities;
        let start = entities.partition_point(|e| e.span.start < span.start);
        for e in entities[start..].iter().take_while(|e| e.span.end <= span.end) {
            // Other letters alone are as often a time zone or a product, single kana chance.
            let words = &self.text[e.span];
            let ours = words.chars().filter(|c| kanji(*c) || katakana(*c)).count();
            let weak = self
                .context
                .lexicon
                .actors
                .names
                .full
                .get(words)
                .is_some_and(|u| u.iter().all(|u| u.1 == NameUse::Weak));
            if ours < 2 || weak || self.context.lexicon.actors.words.not_names.contains(words) {
                continue;
            }
            let kind = match e.label {
                EntityLabel::Person => ActorKind::Person,
                EntityLabel::Organization => ActorKind::Organization,
                EntityLabel::Location | EntityLabel::Facility => ActorKind::Place,
                _ => continue,
            };
            let form = if e.span == span { MentionForm::Name } else { MentionForm::Description };
            let referent = Referent::Named(kind, self.text[e.span].to_owned());
            out.push(Phrase::new(e.span, form, referent, "actor.entity"));
        }
    }
}
