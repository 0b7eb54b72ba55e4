//! Bodies: their names, generic names, bodies inside longer phrases, media with their country.

use super::letters::{joins, kanji, katakana};
use super::phrases::{Phrase, Reader, Referent};
use super::pieces::What;
use std::ops::Range;
use tenkyo_lexicon::actors::NameUse;
use tenkyo_model::{ActorKind, EntityLabel, MentionForm, Pos};
use tenkyo_text::Span;

impl Reader<'_> {
    pub(super) fn body(&self, from: usize, at: usize, form: MentionForm, out: &mut Vec<Phrase>) {
        let span = self.span(from..at + 1);
        if let Some((whole, name)) = self.with_inner_reading(span) {
            let referent = Referent::Named(ActorKind::Organization, name);
            // Its first noun and the reading alone were taken for names.
            while out.pop_if(|p| whole.contains(p.span())).is_some() {}
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
                (Referent::Generic(words.to_owned()), self.state_of_owner(from))
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
    pub(super) fn with_inner_reading(&self, span: Span) -> Option<(Span, String)> {
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
    pub(super) fn inner_bodies(&self, range: Range<usize>, out: &mut Vec<Phrase>) {
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

    /// The plain name at the end of a medium's longer one: `英紙ガーディアン`, `ロシア国営タス通信`.
    pub(super) fn medium_inside(&self, at: usize) -> Option<Span> {
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

    pub(super) fn known_phrase(&self, at: usize, kind: ActorKind, form: MentionForm, out: &mut Vec<Phrase>) {
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

    /// Whether a unit follows that the name before it only tells the kind of (`日本時間`).
    fn is_unit_after(&self, end: u32) -> bool {
        let units = &self.context.lexicon.actors.words.units;
        units.iter().any(|unit| self.text[end as usize..].starts_with(unit.as_str()))
    }

    /// Whether a word such as `紙` after the name, or its end, tells that it is a medium's.
    fn is_paper(&self, span: Span) -> bool {
        let words = &self.context.lexicon.actors.words;
        let after = &self.text[span.end as usize..];
        let kind = words
            .media_kinds
            .iter()
            .any(|k| after.strip_prefix(k.as_str()).is_some_and(|rest| !rest.starts_with(kanji)));
        kind || words
            .media_endings
            .iter()
            .any(|e| self.text[span].ends_with(e.as_str()) && self.text[span] != **e)
    }

    /// Nouns without any head: a named entity that only the language layer knows.
    pub(super) fn entity(&self, range: Range<usize>, out: &mut Vec<Phrase>) {
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
            let unit = self.is_unit_after(e.span.end);
            if ours < 2 || weak || unit || self.context.lexicon.actors.words.not_names.contains(words) {
                continue;
            }
            let kind = match e.label {
                EntityLabel::Person => ActorKind::Person,
                EntityLabel::Organization => ActorKind::Organization,
                _ if self.is_paper(e.span) => ActorKind::Organization,
                EntityLabel::Location | EntityLabel::Facility => ActorKind::Place,
                _ => continue,
            };
            let form = if e.span == span { MentionForm::Name } else { MentionForm::Description };
            let referent = Referent::Named(kind, self.text[e.span].to_owned());
            out.push(Phrase::new(e.span, form, referent, "actor.entity"));
        }
    }
}
