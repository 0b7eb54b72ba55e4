//! From cues to statements: who says what in one line.

use super::content::contents;
use super::cue::{Cue, Next, Shape};
use super::cues::Reader;
use super::discourse::Discourse;
use super::draft::Draft;
use super::frame::{self, Role as SourceRole, Source};
use super::line::Line;
use super::people::{Holder, People, Role};
use tenkyo_lexicon::speech::phrase::Mark;
use tenkyo_model::{ActorId, ActorKind, Mode, Pos, RuleId};

/// One line on its way to statements.
pub(super) struct Attribution<'a> {
    /// Looks speakers up.
    pub people: &'a People<'a>,
    /// The line.
    pub line: &'a Line,
    /// Its number.
    pub number: usize,
    /// Its source phrases.
    pub sources: Vec<Source>,
    /// Whether it is a heading.
    pub heading: bool,
}

/// What the cues of a line came to.
#[derive(Debug, Default)]
pub(super) struct Outcome {
    /// The statements.
    pub drafts: Vec<Draft>,
    /// For each cue that told something, the units from its speaker to where the sentence resumes.
    pub frames: Vec<(usize, usize)>,
    /// For each speaker in the line for whom no actor stands, the unit after its noun phrase.
    pub unnamed: Vec<usize>,
    /// Whether a cue left the rest of the sentence to somebody else's telling.
    pub open: bool,
}

impl<'a> Attribution<'a> {
    /// The cues of the line.
    pub fn cues(&self) -> Vec<Cue<'a>> {
        let is_name_end = |offset| self.people.ending_at(offset).is_some();
        let sources: Vec<_> =
            self.sources.iter().filter(|s| s.role == SourceRole::Plain).map(|s| s.words..s.end).collect();
        let reader = Reader {
            text: self.people.text(),
            speech: self.people.speech(),
            is_name_end: &is_name_end,
            sources: &sources,
        };
        reader.cues(self.line)
    }

    /// Reads all cues in order.
    pub fn read(&self, cues: &[Cue<'_>], discourse: &mut Discourse) -> Outcome {
        let mut out = Outcome::default();
        let (mut segment, mut last) = (0, None);
        let mut at = 0;
        while at < cues.len() {
            let cue = &cues[at];
            let outer = cues.get(at + 1).filter(|o| cue.next == Next::Relay && o.content_end == cue.resume);
            if outer.is_some_and(|o| !self.relays(cue, o, segment)) {
                at += 1;
                continue;
            }
            if cues.get(at + 1).is_some_and(|next| Self::is_object_of(cue, next)) {
                at += 1;
                continue;
            }
            let found = self.statement(cue, outer, segment, last.as_deref(), discourse, &mut out);
            let closing = outer.unwrap_or(cue);
            if found || closing.next != Next::Noun {
                at += usize::from(outer.is_some());
            }
            if found && cue.has(Mark::Asked) {
                last = self.asked(segment, cue);
                (segment, out.open) = (cue.resume, true);
                at += 1;
                continue;
            }
            if matches!(closing.next, Next::Clause | Next::End) {
                segment = closing.resume;
                out.open = closing.next == Next::Clause && closing.verb != closing.content_end;
            }
            // Whoever speaks in a clause that describes a noun has not the floor after it.
            if found && closing.next != Next::Noun {
                last = out.drafts.last().map(|d| d.speakers.clone());
            }
            at += 1;
        }
        out
    }

    /// Whether a verb that takes a noun only makes the clause of the shell noun after it: `立候補を認めない方針を示した`.
    fn is_object_of(cue: &Cue<'_>, shell: &Cue<'_>) -> bool {
        cue.shape == Shape::Object && shell.shape == Shape::Shell && shell.content_end == cue.end
    }

    fn statement(
        &self,
        cue: &Cue<'_>,
        outer: Option<&Cue<'_>>,
        segment: usize,
        last: Option<&[ActorId]>,
        discourse: &mut Discourse,
        out: &mut Outcome,
    ) -> bool {
        if cue.negated {
            return false;
        }
        let limit = self.content_limit(cue, segment);
        let front = self.front(segment, limit);
        let relay = outer.map(|o| self.relay(o, &front));
        let passed = relay.as_ref().is_some_and(|(_, used)| *used);
        let front: &[Holder] = if passed { &front[1..] } else { &front };
        let Some(mut speaker) = self.speaker(cue, front, segment, limit, last, discourse) else {
            return false;
        };
        if cue.rule.is_none() && !speaker.explicit && self.has_topic(cue) {
            return false;
        }
        if passed && speaker.start.is_none() {
            speaker.after = self.front(segment, limit)[0].end;
        }
        let skipped = frame::skip(self.people, self.line, &self.sources, speaker.after, limit);
        let ranges = self.ranges(cue, segment, skipped.start);
        let mut via = relay.map(|(links, _)| links).unwrap_or_default();
        let told = !via.is_empty();
        via.extend(self.channels(segment, cue.end));
        if !speaker.source && (speaker.explicit || !speaker.actors.is_empty()) {
            via.extend(self.over(cue));
        }
        via.extend(self.links(&speaker.tellers, None, cue));
        out.unnamed.extend(self.unnamed(cue, front, limit));
        let before = out.drafts.len();
        let given = speaker.explicit || speaker.source || speaker.start.is_some();
        let left_out = (!given).then(|| self.line.span(skipped.start, skipped.start + 1).start);
        for (start, end, original) in ranges {
            let originals = original.map(|s| s.actors.clone());
            let reporters = originals.as_ref().map(|_| self.links(&speaker.actors, speaker.start, cue));
            let mut via = via.clone();
            via.splice(0..0, reporters.unwrap_or_default());
            let speakers = originals.unwrap_or_else(|| speaker.actors.clone());
            via.retain(|link| !speakers.contains(&link.actor));
            if self.points_forward(start, end) {
                continue;
            }
            for content in contents(self.people, self.line, start, end) {
                if content.span.is_empty()
                    || (speakers.is_empty() && !speaker.explicit && content.mode != Mode::Direct)
                {
                    continue;
                }
                out.drafts.push(Draft {
                    content: content.span,
                    mode: content.mode,
                    speakers: speakers.clone(),
                    cue: Some(self.line.span(cue.verb, cue.end)),
                    via: via.clone(),
                    addressee: skipped.addressee.or_else(|| self.told_to(cue)),
                    denied: cue.has(Mark::Deny) || cue.denied,
                    rule: RuleId::from(cue.rule.map_or("verb.any-after-quotation", |r| r.id.as_str())),
                    line: self.number,
                    omitted: left_out.filter(|_| original.is_none()),
                });
            }
        }
        let found = out.drafts.len() > before;
        if found && cue.has(Mark::Asked) {
            return true;
        }
        if found {
            let resume = outer.unwrap_or(cue).resume;
            out.frames.push((speaker.start.unwrap_or(skipped.start).min(skipped.start), resume));
            // A medium that adds to what it passed on leaves the floor to whom it quoted.
            let adds = !speaker.explicit && !speaker.source && discourse.is_relayed_by(&speaker.actors);
            if adds {
                discourse.attributed = Some(self.number);
                return true;
            }
            discourse.speakers = out.drafts[before].speakers.clone();
            discourse.via = out.drafts[before].via.clone();
            let body = discourse.speakers.iter().all(|a| self.people.kind(*a) != ActorKind::Person);
            let issues = (0..cue.end).any(|i| {
                self.people
                    .speech()
                    .documents
                    .at_where(self.people.text(), &self.line.tokens, i, |r| r.has(Mark::Held))
                    .is_some()
            });
            if body || issues {
                discourse.issuers = discourse.speakers.clone();
            }
            discourse.attributed = Some(self.number);
        }
        found || told
    }

    /// The topic of a clause that tells of a question: who is asked.
    fn asked(&self, segment: usize, cue: &Cue<'_>) -> Option<Vec<ActorId>> {
        let holders = self.people.holders(self.line, segment, cue.content_end);
        holders.into_iter().find(|h| h.role == Role::Topic && !h.actors.is_empty()).map(|h| h.actors)
    }

    /// The phrases around the cue that can speak and have no actor: the topic, else the first subject, and who follows the content.
    fn unnamed(&self, cue: &Cue<'_>, front: &[Holder], limit: usize) -> Vec<usize> {
        let first = front.iter().find(|h| h.role == Role::Topic).or_else(|| front.first());
        let after = self.people.holders(self.line, cue.gap, cue.end);
        let beside = front.iter().filter(|h| h.end == limit);
        let unknown = |h: &&Holder| h.actors.is_empty() && !h.document;
        let held =
            (cue.gap..cue.verb).rev().find(|&i| cue.has(Mark::Held) && self.line.pos(i) == Pos::Genitive);
        let held = held.filter(|&i| self.people.before(self.line, i).is_none());
        let phrases = first.into_iter().chain(beside).chain(&after).filter(unknown).map(|h| h.noun);
        phrases.chain(held).collect()
    }

    /// Whether a topic of its own stands between the quotation and the verb.
    fn has_topic(&self, cue: &Cue<'_>) -> bool {
        (cue.gap..cue.verb).any(|i| self.line.pos(i) == Pos::Topic)
    }

    /// Whether the units only point to a quotation that follows (`次のような見方`).
    fn points_forward(&self, start: usize, end: usize) -> bool {
        let pointer = self.people.speech().pointers.at(self.people.text(), &self.line.tokens, start);
        pointer.is_some_and(|p| p.end >= end)
    }

    /// Where the search for the speaker ends: at the quotation when the content ends in one, else at the quotative.
    pub(super) fn content_limit(&self, cue: &Cue<'_>, segment: usize) -> usize {
        let mut at = cue.content_end;
        while at > segment && (self.line.quote(at - 1).is_some() || self.line.is_aside(at - 1)) {
            at -= 1;
        }
        if self.line.quote(at).is_some() { at } else { cue.content_end }
    }
}
