//! Who speaks: the phrase in the clause, else what the text before it gives.

use super::attribute::Attribution;
use super::cue::{Cue, Next, Shape};
use super::discourse::Discourse;
use super::frame::Role as SourceRole;
use super::people::{Holder, Role};
use tenkyo_lexicon::speech::phrase::{Mark, Phrase};
use tenkyo_model::ActorId;

/// Who speaks, and how that is known.
#[derive(Clone, Debug)]
pub(super) struct Speaker {
    pub(super) actors: Vec<ActorId>,
    /// The phrase in the clause, when there is one.
    pub(super) start: Option<usize>,
    /// Where the content can begin at the earliest.
    pub(super) after: usize,
    /// Whether the clause names the speaker itself.
    pub(super) explicit: bool,
    /// Whether the source phrase of the line is the speaker.
    pub(super) source: bool,
    /// Who tells the words of the speaker.
    pub(super) tellers: Vec<ActorId>,
}

impl Attribution<'_> {
    pub(super) fn speaker(
        &self,
        cue: &Cue<'_>,
        front: &[Holder],
        segment: usize,
        limit: usize,
        last: Option<&[ActorId]>,
        discourse: &Discourse,
    ) -> Option<Speaker> {
        let named = |actors: Vec<ActorId>, start, after| {
            Some(Speaker { actors, start, after, explicit: true, source: false, tellers: Vec::new() })
        };
        if cue.has(Mark::Asked) {
            let after = self.people.holders(self.line, cue.gap, cue.verb).into_iter().find(|h| self.asks(h));
            let before = self.people.holders(self.line, segment, limit).into_iter().rfind(|h| self.asks(h));
            let topic =
                self.people.holders(self.line, segment, limit).into_iter().find(|h| h.role == Role::Topic);
            let start = |h: Option<&Holder>| h.map_or(segment, |h| h.end);
            return match (after, before) {
                (Some(h), _) => named(h.actors, None, start(topic.as_ref())),
                (None, Some(h)) => named(h.actors.clone(), Some(h.start), h.end),
                (None, None) => None,
            };
        }
        if let Some(source) = self.press(cue, front) {
            return Some(Speaker { source: true, ..named(source.actors.clone(), None, source.end)? });
        }
        if let Some(holder) = self.people.holders(self.line, cue.gap, cue.end).into_iter().next_back() {
            return named(self.issuers(&holder, discourse), None, segment);
        }
        let direct = self.line.quote(limit).is_some() && limit < cue.content_end;
        let needs_holder = cue.shape == Shape::Shell && cue.end == self.shell_end(cue);
        let mut front = front.to_vec();
        if !direct {
            front.retain(|h| self.may_speak(h, cue, segment, last.is_some()));
        }
        let front = &front[..];
        if let Some(actors) = self.beside(cue, limit) {
            let teller = self.chosen(front, direct, false).filter(|h| h.role == Role::Topic);
            let mut speaker = named(actors, None, teller.map_or(segment, |h| h.end))?;
            speaker.tellers = teller.map(|h| h.actors.clone()).unwrap_or_default();
            return Some(speaker);
        }
        let own = |h: &&Holder| h.role == Role::Subject && h.end == limit && !h.actors.is_empty();
        if let Some(holder) =
            front.iter().rfind(own).filter(|_| direct && (needs_holder || cue.next == Next::Noun))
        {
            return named(self.issuers(holder, discourse), Some(holder.start), holder.end);
        }
        if let Some(holder) = front.iter().rfind(|h| self.asks(h) && !h.actors.is_empty())
            && self.is_received(cue)
        {
            return named(holder.actors.clone(), Some(holder.start), holder.end);
        }
        if let Some(holder) = self.chosen(front, direct, needs_holder) {
            return named(self.issuers(holder, discourse), Some(holder.start), holder.end);
        }
        if cue.next == Next::Noun
            && cue.shape == Shape::Clause
            && !cue.has(Mark::Naming)
            && let Some(actors) = self.described(cue)
        {
            return named(actors, None, segment);
        }
        let held = needs_holder && self.is_spread(cue);
        let source = self.sources.iter().find(|s| held && s.among && s.end <= cue.content_end);
        if let Some(source) = source {
            return named(source.actors.clone(), None, source.end);
        }
        let among = front.iter().rfind(|h| h.end == limit && self.asks(h));
        if let Some(holder) = among.filter(|_| held && direct) {
            return named(holder.actors.clone(), Some(holder.start), holder.end);
        }
        if held || ((needs_holder || cue.next == Next::Noun) && !direct) {
            return None;
        }
        if cue.shape == Shape::Object && last.is_none() {
            return None;
        }
        self.inherited(cue, segment, direct, last, discourse)
    }

    /// The medium before the content that reports, when the verb is one of the media and no phrase of the clause is a medium's.
    fn press(&self, cue: &Cue<'_>, front: &[Holder]) -> Option<&super::frame::Source> {
        let media =
            |actors: &[ActorId]| !actors.is_empty() && actors.iter().all(|a| self.people.is_medium(*a));
        let press = cue.has(Mark::Medium) && !front.iter().any(|h| media(&h.actors));
        let plain = |s: &&super::frame::Source| {
            s.role == SourceRole::Plain && s.end <= cue.content_end && media(&s.actors)
        };
        self.sources.iter().rfind(plain).filter(|_| press)
    }

    /// A speaker from outside the clause: the source of the line, the cue before, the discourse.
    pub(super) fn inherited(
        &self,
        cue: &Cue<'_>,
        segment: usize,
        direct: bool,
        last: Option<&[ActorId]>,
        discourse: &Discourse,
    ) -> Option<Speaker> {
        let unnamed = |actors: Vec<ActorId>, source| {
            Some(Speaker {
                actors,
                start: None,
                after: segment,
                explicit: false,
                source,
                tellers: Vec::new(),
            })
        };
        let mut sources =
            self.sources.iter().filter(|s| s.role == SourceRole::Plain && s.end <= cue.content_end);
        let source = sources.next_back();
        if let Some(last) = last
            && source.is_none_or(|s| s.start < segment)
        {
            let (actors, start) = (last.to_vec(), None);
            return Some(Speaker {
                actors,
                start,
                after: segment,
                explicit: true,
                source: false,
                tellers: Vec::new(),
            });
        }
        if let Some(source) = source {
            let media = !source.actors.is_empty() && source.actors.iter().all(|a| self.people.is_medium(*a));
            let passes_on = media && direct && !discourse.holder().is_empty() && !cue.has(Mark::Report);
            if !passes_on {
                let actors =
                    if source.document { discourse.issuer().to_vec() } else { source.actors.clone() };
                return unnamed(actors, true);
            }
        }
        if self.can_report(cue)
            && let Some(link) = discourse.via.last()
        {
            return unnamed(vec![link.actor], false);
        }
        if !direct && !discourse.reaches(self.number) {
            return None;
        }
        if let Some(actors) = self.narrated(cue, discourse) {
            return unnamed(actors, false);
        }
        unnamed(discourse.holder().to_vec(), false)
    }

    /// Whom the source of the line before told of, when the cue is an act of his and nothing that a medium does.
    fn narrated(&self, cue: &Cue<'_>, discourse: &Discourse) -> Option<Vec<ActorId>> {
        let (actors, line) = discourse.narrated.as_ref()?;
        let told = *line + 1 == self.number && discourse.attributed == Some(*line);
        let media = discourse.holder().iter().all(|a| self.people.is_medium(*a));
        let acts = !cue.has(Mark::Report) && !cue.has(Mark::Naming) && cue.rule.is_some();
        (told && media && acts).then(|| actors.clone())
    }

    /// Whether the verb of the cue, in any of its senses, passes on what others say.
    fn can_report(&self, cue: &Cue<'_>) -> bool {
        let speech = self.people.speech();
        let report = |r: &Phrase| r.has(Mark::Report);
        speech.verbs.at_where(self.people.text(), &self.line.tokens, cue.verb, report).is_some()
    }

    /// Whether the shell noun is itself a subject, with nobody who holds it (`との観測が広がっている`).
    fn is_spread(&self, cue: &Cue<'_>) -> bool {
        let particles = &self.people.speech().particles;
        let found = particles.at(self.people.text(), &self.line.tokens, self.shell_end(cue));
        found.is_some_and(|p| p.rule.has(Mark::Subject) || p.rule.has(Mark::Topic))
    }

    /// Whether the shell noun comes to whoever is the subject of its verb: `との連絡を受けた`, `との回答があった`.
    fn is_received(&self, cue: &Cue<'_>) -> bool {
        let end = self.shell_end(cue);
        let received = |r: &Phrase| r.has(Mark::Received);
        let verbs = &self.people.speech().verbs;
        let verb = verbs.at_where(self.people.text(), &self.line.tokens, end + 1, received);
        cue.shape == Shape::Shell && verb.is_some()
    }

    /// Whether the phrase names from whom it is heard (`記者団から`, `野党からは`).
    fn asks(&self, holder: &Holder) -> bool {
        let particles = &self.people.speech().particles;
        let from = |r: &Phrase| r.has(Mark::Asked);
        particles.at_where(self.people.text(), &self.line.tokens, holder.noun, from).is_some()
    }

    pub(super) fn issuers(&self, holder: &Holder, discourse: &Discourse) -> Vec<ActorId> {
        if holder.actors.is_empty() && holder.document {
            discourse.issuer().to_vec()
        } else {
            holder.actors.clone()
        }
    }
}
