//! States, bodies and groups: the parts of a run that name no person.

use super::heads::Head;
use super::phrases::{Phrase, Reader, Referent, TitleWords};
use super::pieces::What;
use std::ops::Range;
use tenkyo_model::{ActorKind, MentionForm};
use tenkyo_text::Span;

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
        let closed = whole && self.is_open_tail(last + 1, range.end);
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
    pub(super) fn quantifier_before(&self, at: usize) -> Option<u32> {
        let start = self.pieces[at].span.start as usize;
        let before = &self.text[..start];
        let words = &self.context.lexicon.actors.words;
        let plain = words.of.iter().find_map(|no| before.strip_suffix(no.as_str())).unwrap_or(before);
        words.quantifiers.iter().find(|q| plain.ends_with(q.as_str())).map(|q| (plain.len() - q.len()) as u32)
    }

    fn title(&self, from: usize, at: usize, out: &mut Vec<Phrase>) {
        if let Some(start) = self.states_with(from, at) {
            let span = Span { start, end: self.pieces[at].span.end };
            let referent = Referent::Named(ActorKind::Group, self.text[span].to_owned());
            return out.push(Phrase::new(span, MentionForm::Group, referent, "actor.group"));
        }
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
        phrase.title = Some(TitleWords {
            span: self.pieces[at].span,
            former: self.former_in(from.saturating_sub(1)..at),
        });
        out.push(phrase);
    }

    /// Where several states begin that have the title at piece `at` each: `日米韓の外相`, `日米韓外相`.
    fn states_with(&self, from: usize, at: usize) -> Option<u32> {
        let state = |i: usize| self.known(i).is_some_and(|(kind, _)| kind == ActorKind::State);
        let last = if from < at && state(at - 1) {
            at - 1
        } else {
            self.owner_start(from).filter(|_| from == at)?;
            from - 1
        };
        let mut first = last;
        while self.pieces[first].joined && first > 0 && state(first - 1) {
            first -= 1;
        }
        (first < last && state(last)).then(|| self.pieces[first].span.start)
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
}
