//! From cues to statements: who says what in one line.

use super::content::contents;
use super::cues::{Cue, Next, Reader, Shape};
use super::discourse::Discourse;
use super::draft::Draft;
use super::frame::{self, Role as SourceRole, Source};
use super::line::Line;
use super::people::{Holder, People, Role};
use tenkyo_lexicon::speech::pattern::is_noun;
use tenkyo_lexicon::speech::phrase::Mark;
use tenkyo_model::{ActorId, ActorKind, Link, Mode, Pos, RuleId};
use tenkyo_text::Span;

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
    /// Whether a cue left the rest of the sentence to somebody else's telling.
    pub open: bool,
}

/// Who speaks, and how that is known.
#[derive(Clone, Debug)]
struct Speaker {
    actors: Vec<ActorId>,
    /// The phrase in the clause, when there is one.
    start: Option<usize>,
    /// Where the content can begin at the earliest.
    after: usize,
    /// Whether the clause names the speaker itself.
    explicit: bool,
    /// Whether the source phrase of the line is the speaker.
    source: bool,
    /// Who tells the words of the speaker.
    tellers: Vec<ActorId>,
}

impl<'a> Attribution<'a> {
    /// The cues of the line.
    pub fn cues(&self) -> Vec<Cue<'a>> {
        let is_name_end = |offset| self.people.ending_at(offset).is_some();
        let sources: Vec<_> = self
            .sources
            .iter()
            .filter(|s| s.role == SourceRole::Plain)
            .map(|s| s.end.saturating_sub(1).max(s.start)..s.end)
            .collect();
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
            let found = self.statement(cue, outer, segment, last.as_deref(), discourse, &mut out);
            let closing = outer.unwrap_or(cue);
            if found || closing.next != Next::Noun {
                at += usize::from(outer.is_some());
            }
            if matches!(closing.next, Next::Clause | Next::End) {
                segment = closing.resume;
                out.open = closing.next == Next::Clause && closing.verb != closing.content_end;
            }
            if found {
                last = out.drafts.last().map(|d| d.speakers.clone());
            }
            at += 1;
        }
        out
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
        if passed && speaker.start.is_none() {
            speaker.after = self.front(segment, limit)[0].end;
        }
        let skipped = frame::skip(self.people, self.line, &self.sources, speaker.after, limit);
        let ranges = self.ranges(segment, skipped.start, cue.content_end);
        let mut via = relay.map(|(links, _)| links).unwrap_or_default();
        let told = !via.is_empty();
        via.extend(self.channels(segment, cue.end));
        if !speaker.source && (speaker.explicit || !speaker.actors.is_empty()) {
            via.extend(self.over(cue));
        }
        via.extend(self.links(&speaker.tellers, None, cue));
        let before = out.drafts.len();
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
                });
            }
        }
        let found = out.drafts.len() > before;
        if found {
            let resume = outer.unwrap_or(cue).resume;
            out.frames.push((speaker.start.unwrap_or(skipped.start).min(skipped.start), resume));
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

    /// Whether the units only point to a quotation that follows (`次のような見方`).
    fn points_forward(&self, start: usize, end: usize) -> bool {
        let pointer = self.people.speech().pointers.at(self.people.text(), &self.line.tokens, start);
        pointer.is_some_and(|p| p.end >= end)
    }

    /// Where the search for the speaker ends: at the quotation when the content ends in one, else at the quotative.
    fn content_limit(&self, cue: &Cue<'_>, segment: usize) -> usize {
        let mut at = cue.content_end;
        while at > segment && (self.line.quote(at - 1).is_some() || self.line.is_aside(at - 1)) {
            at -= 1;
        }
        if self.line.quote(at).is_some() { at } else { cue.content_end }
    }

    /// The phrases before the content that could name the speaker; in headings also a name before a comma.
    fn front(&self, segment: usize, limit: usize) -> Vec<Holder> {
        let mut holders = self.people.holders(self.line, segment, limit);
        holders.retain(|h| !self.sources.iter().any(|s| s.start <= h.start && h.end <= s.end));
        if self.heading && holders.first().is_none_or(|h| h.role == Role::Subject) {
            let beside = |i: &usize| {
                matches!(self.line.pos(*i), Pos::Comma | Pos::Symbol) || self.line.quote(*i).is_some()
            };
            let comma = (segment + 1..self.line.len().min(limit + 1)).find(beside);
            let named = comma.and_then(|at| Some((at, self.people.before(self.line, at)?)));
            if let Some((at, (actors, start))) = named {
                holders.insert(
                    0,
                    Holder { actors, start, end: (at + 1).min(limit), role: Role::Topic, document: false },
                );
            }
        }
        holders
    }

    /// Who passes the inner statement on, and whether that took the first phrase before the content.
    fn relay(&self, outer: &Cue<'_>, front: &[Holder]) -> (Vec<Link>, bool) {
        let gap = self.people.holders(self.line, outer.gap, outer.verb);
        if let Some(holder) = gap.first() {
            return (self.links(&holder.actors, Some(holder.start), outer), false);
        }
        match front {
            [first, ..] if front.len() > 1 || first.actors.iter().all(|a| self.people.is_medium(*a)) => {
                (self.links(&first.actors, Some(first.start), outer), true)
            }
            _ => (Vec::new(), false),
        }
    }

    /// Whether `outer` passes on the words of somebody else; if not, `inner` is a part of what `outer` says.
    fn relays(&self, inner: &Cue<'_>, outer: &Cue<'_>, segment: usize) -> bool {
        let front = self.front(segment, self.content_limit(inner, segment));
        let told = !self.people.holders(self.line, outer.gap, outer.verb).is_empty();
        told || (front.len() > 1 && inner.shape == Shape::Clause)
            || (!front.is_empty() && outer.has(Mark::Report))
    }

    fn links(&self, actors: &[ActorId], start: Option<usize>, cue: &Cue<'_>) -> Vec<Link> {
        let span = start.map_or(self.line.span(cue.verb, cue.end), |s| self.line.span(s, s + 1));
        actors.iter().map(|actor| Link { actor: *actor, span: self.name(*actor, span) }).collect()
    }

    /// The whole mention of the actor that begins like `span`, or `span`.
    fn name(&self, actor: ActorId, span: Span) -> Span {
        self.people.index.at(span.start).filter(|p| p.actor == actor).map_or(span, |p| p.span)
    }

    fn speaker(
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
        if let Some(holder) = self.chosen(front, direct, needs_holder) {
            return named(self.issuers(holder, discourse), Some(holder.start), holder.end);
        }
        if cue.next == Next::Noun
            && cue.shape == Shape::Clause
            && let Some(actors) = self.described(cue)
        {
            return named(actors, None, segment);
        }
        if (needs_holder || cue.next == Next::Noun) && !direct {
            return None;
        }
        if cue.shape == Shape::Object && last.is_none() {
            return None;
        }
        self.inherited(cue, segment, direct, last, discourse)
    }

    /// A speaker from outside the clause: the source of the line, the cue before, the discourse.
    fn inherited(
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
        if cue.has(Mark::Report)
            && let Some(link) = discourse.via.last()
        {
            return unnamed(vec![link.actor], false);
        }
        unnamed(discourse.holder().to_vec(), false)
    }

    fn issuers(&self, holder: &Holder, discourse: &Discourse) -> Vec<ActorId> {
        if holder.actors.is_empty() && holder.document {
            discourse.issuer().to_vec()
        } else {
            holder.actors.clone()
        }
    }

    /// First unit after a shell noun itself.
    fn shell_end(&self, cue: &Cue<'_>) -> usize {
        let shell = self.people.speech().shells.at(self.people.text(), &self.line.tokens, cue.verb);
        shell.map_or(cue.end, |s| s.end)
    }

    /// Whether the phrase can be the subject of the cue and not of a clause inside what is said.
    fn may_speak(&self, holder: &Holder, cue: &Cue<'_>, segment: usize, continued: bool) -> bool {
        if holder.role == Role::Topic {
            return !continued || self.leads(holder, segment);
        }
        if cue.shape == Shape::Object {
            return true;
        }
        self.leads(holder, segment) && !self.is_adnominal(holder, cue.content_end)
    }

    /// Whether the subject belongs to a verb that describes a noun inside what is said.
    fn is_adnominal(&self, holder: &Holder, limit: usize) -> bool {
        let stop = |i: &usize| matches!(self.line.pos(*i), Pos::Verb | Pos::Comma | Pos::Other);
        let Some(verb) = (holder.end..limit).find(stop).filter(|i| self.line.pos(*i) == Pos::Verb) else {
            return false;
        };
        let inflects = |i: &usize| {
            matches!(self.line.pos(*i), Pos::Auxiliary | Pos::DependentVerb | Pos::Conjunctive | Pos::Verb)
        };
        let end = (verb..limit).find(|i| !inflects(i)).unwrap_or(limit);
        end < limit && is_noun(self.line.pos(end))
    }

    /// Whether nothing but openers and adjuncts stands before the phrase in its segment.
    fn leads(&self, holder: &Holder, segment: usize) -> bool {
        let from = frame::skip(self.people, self.line, &self.sources, segment, holder.start).start;
        (from..holder.start).all(|i| match self.line.pos(i) {
            Pos::Topic => holder.role == Role::Subject && self.line.pos(i + 1) == Pos::Comma,
            pos => !matches!(pos, Pos::Case | Pos::Conjunctive),
        })
    }

    /// The phrase before the content that names the speaker.
    fn chosen<'h>(&self, front: &'h [Holder], direct: bool, strict: bool) -> Option<&'h Holder> {
        let closed = |h: &&Holder| self.line.pos(h.end) == Pos::Comma;
        if let Some(first) = front.first().filter(|h| h.role == Role::Subject).filter(closed) {
            return Some(first);
        }
        let mut topics = front.iter().filter(|h| h.role == Role::Topic);
        if strict {
            return topics.find(closed);
        }
        let named = topics.clone().find(|h| !h.actors.is_empty()).or_else(|| topics.next());
        named.or_else(|| {
            let mut subjects =
                front.iter().filter(|h| h.role == Role::Subject && (direct || !h.actors.is_empty()));
            if direct { subjects.next_back() } else { subjects.next() }
        })
    }

    /// The speaker in brackets after a quotation, in the genitive before it, or between link and shell noun.
    fn beside(&self, cue: &Cue<'_>, limit: usize) -> Option<Vec<ActorId>> {
        let before = cue.content_end.checked_sub(1)?;
        if self.line.is_aside(before) {
            let inside = self.people.index.outermost(self.line.tokens[before].span);
            let actor = inside.last().map(|p| vec![p.actor]).unwrap_or_default();
            return (cue.shape == Shape::Shell && !inside.is_empty()).then_some(actor);
        }
        if cue.shape != Shape::Shell || !cue.has(Mark::Held) {
            return None;
        }
        let between = (cue.gap..cue.verb).rev().find(|&i| self.line.pos(i) == Pos::Genitive);
        if let Some(at) = between {
            let known = self.people.before(self.line, at).filter(|(_, start)| *start >= cue.gap);
            if let Some((actors, _)) = known {
                return Some(actors);
            }
            if self.people.head_before(self.line, at).is_some_and(|start| start >= cue.gap) {
                return Some(Vec::new());
            }
        }
        let genitive = limit
            .checked_sub(1)
            .filter(|&i| self.line.quote(limit).is_some() && self.line.pos(i) == Pos::Genitive);
        genitive.and_then(|at| self.people.before(self.line, at)).map(|(actors, _)| actors)
    }

    /// The noun that a cue describes (`…と考えるアナリスト`), if it is somebody.
    fn described(&self, cue: &Cue<'_>) -> Option<Vec<ActorId>> {
        let end = (cue.end..self.line.len().min(cue.end + 16)).find(|&i| {
            self.people.speech().particles.at(self.people.text(), &self.line.tokens, i).is_some()
        })?;
        match self.people.before(self.line, end) {
            Some((actors, start)) => (start >= cue.end).then_some(actors),
            None => self.people.head_before(self.line, end).map(|_| Vec::new()),
        }
    }

    /// The parts of a content that have sources of their own (`Aの話として…、Bの話として…と伝えた`).
    fn ranges(&self, segment: usize, start: usize, end: usize) -> Vec<(usize, usize, Option<&Source>)> {
        let originals: Vec<&Source> = self
            .sources
            .iter()
            .filter(|s| s.role == SourceRole::Original && s.start >= segment && s.end <= end)
            .filter(|s| !self.is_under(s))
            .collect();
        let Some(first) = originals.first() else { return vec![(start, end, None)] };
        let start = start.max(first.end);
        let ends = originals.iter().skip(1).map(|s| s.start).chain([end]);
        let starts = std::iter::once(start).chain(originals.iter().skip(1).map(|s| s.end));
        originals
            .iter()
            .zip(starts.zip(ends))
            .map(|(source, (s, e))| (super::cues::after_commas(self.line, s), e, Some(*source)))
            .collect()
    }

    /// Whether a plain source follows an original one and passes it on (`AがBの報道として伝えたところによると`).
    fn is_under(&self, original: &Source) -> bool {
        self.sources
            .iter()
            .any(|s| s.role == SourceRole::Plain && s.end > original.end && s.start <= original.start)
    }

    fn channels(&self, segment: usize, end: usize) -> Vec<Link> {
        let channels = self
            .sources
            .iter()
            .filter(|s| s.role == SourceRole::Channel && s.start >= segment && s.end <= end);
        channels.flat_map(Self::source_links).collect()
    }

    /// The sources that pass the statement of another on.
    fn over(&self, cue: &Cue<'_>) -> Vec<Link> {
        let under = |s: &&Source| s.role == SourceRole::Original && self.is_under(s);
        let plain = self.sources.iter().filter(|s| s.role == SourceRole::Plain && s.end <= cue.end);
        self.sources.iter().filter(under).chain(plain).flat_map(Self::source_links).collect()
    }

    fn source_links(source: &Source) -> impl Iterator<Item = Link> + '_ {
        source.actors.iter().map(|actor| Link { actor: *actor, span: source.span })
    }

    /// The addressee between quotative and verb (`と記者団に述べた`).
    fn told_to(&self, cue: &Cue<'_>) -> Option<ActorId> {
        let at = (cue.gap..cue.verb).find(|&i| {
            self.people
                .speech()
                .adjuncts
                .at(self.people.text(), &self.line.tokens, i)
                .is_some_and(|a| a.rule.has(Mark::Addressee))
        })?;
        self.people.before(self.line, at).filter(|(_, start)| *start >= cue.gap).map(|(actors, _)| actors[0])
    }
}
