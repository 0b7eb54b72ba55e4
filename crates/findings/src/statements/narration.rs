//! What a source vouches for without a verb of saying: plain narration under `Xによると`, and hearsay that goes on with the
//! source of the sentence before.

use super::attribute::{Attribution, Outcome};
use super::content::contents;
use super::discourse::Discourse;
use super::draft::Draft;
use super::frame::{self, Role, Source};
use super::line::Line;
use tenkyo_lexicon::speech::pattern::is_noun;
use tenkyo_lexicon::speech::phrase::Mark;
use tenkyo_model::{ActorId, Link, Pos, RuleId};

/// Fewest units that can be a clause of their own.
const CLAUSE: usize = 4;
/// How many units the ending of a sentence of hearsay can take.
const ENDING: usize = 8;

/// The narration of the line's source, or the hearsay that the line is.
pub(super) fn narration(at: &Attribution<'_>, outcome: &Outcome, discourse: &mut Discourse) -> Vec<Draft> {
    let source = at.sources.iter().find(|s| s.role == Role::Plain && !s.among);
    match source {
        Some(source) => of_source(at, source, outcome, discourse),
        None if outcome.drafts.is_empty() => hearsay(at, discourse),
        None => Vec::new(),
    }
}

fn of_source(
    at: &Attribution<'_>,
    source: &Source,
    outcome: &Outcome,
    discourse: &mut Discourse,
) -> Vec<Draft> {
    let (actors, via, source) = teller(at, source, discourse);
    let (end, _) = without_hearsay(at);
    let pieces = pieces(at, source, outcome, end);
    let mut out = Vec::new();
    for (start, end) in pieces {
        let skipped = frame::skip(at.people, at.line, &at.sources, start, end).start;
        let start = if is_clause(at.line, (skipped, end)) { skipped } else { start };
        out.extend(drafts(at, start, end, &actors, &via, source.span, "source.narration"));
    }
    if !out.is_empty() && outcome.drafts.is_empty() {
        let topic = at.people.holders(at.line, source.end, at.line.len()).into_iter().find(is_topic);
        discourse.narrated = topic.map(|h| (h.actors, at.number));
        discourse.speakers = actors;
        discourse.via = via;
        discourse.attributed = Some(at.number);
    }
    out
}

fn is_topic(holder: &super::people::Holder) -> bool {
    holder.role == super::people::Role::Topic && !holder.actors.is_empty()
}

/// Who vouches for the narration and who passes it on: of two sources one after the other the second (`A新聞によると、Bの話によると`), of
/// a report that is another's (`A新聞がBの報告として伝えたところによると`) that other; and the source it stands under.
fn teller<'s>(
    at: &'s Attribution<'_>,
    source: &'s Source,
    discourse: &Discourse,
) -> (Vec<ActorId>, Vec<Link>, &'s Source) {
    let link = |s: &Source| Attribution::source_links(s).collect::<Vec<_>>();
    let own = |s: &Source| if s.document { discourse.issuer().to_vec() } else { s.actors.clone() };
    let inner = at
        .sources
        .iter()
        .find(|s| s.role == Role::Plain && !s.among && s.start >= source.end && s.start <= source.end + 1);
    if let Some(inner) = inner.filter(|s| !s.actors.is_empty()) {
        return (inner.actors.clone(), link(source), inner);
    }
    let original =
        at.sources.iter().find(|s| s.role == Role::Original && !s.actors.is_empty() && at.is_under(s));
    match original {
        Some(original) => (original.actors.clone(), link(source), source),
        None => (own(source), Vec::new(), source),
    }
}

/// The stretches after the source that no cue of the line accounts for.
fn pieces(at: &Attribution<'_>, source: &Source, outcome: &Outcome, end: usize) -> Vec<(usize, usize)> {
    let Some((first, _)) = outcome.frames.iter().min() else { return vec![(source.end, end)] };
    let mut out = Vec::new();
    let before = (source.end, *first);
    let comma = first.checked_sub(2).filter(|_| at.line.pos(*first - 1) == Pos::Comma);
    if comma.is_some_and(|i| !is_noun(at.line.pos(i))) && is_clause(at.line, before) {
        out.push((before.0, without_joint(at.line, before.1)));
    }
    let resume = outcome.frames.iter().map(|(_, resume)| *resume).max().unwrap_or(end);
    if outcome.open && end > resume + CLAUSE && is_clause(at.line, (resume, end)) {
        out.push((resume, end));
    }
    out
}

fn is_clause(line: &Line, (start, end): (usize, usize)) -> bool {
    let predicate = (start..end).any(|i| matches!(line.pos(i), Pos::Verb | Pos::Auxiliary | Pos::Adjective));
    end >= start + CLAUSE && predicate
}

/// `end` without a comma and the conjunctive particle before it.
fn without_joint(line: &Line, end: usize) -> usize {
    let mut end = end;
    while end > 0 && matches!(line.pos(end - 1), Pos::Comma | Pos::Conjunctive) {
        end -= 1;
    }
    end
}

/// The end of the line without its ending of hearsay and full stop, and whether there was one.
fn without_hearsay(at: &Attribution<'_>) -> (usize, bool) {
    let line = at.line;
    let mut end = line.len();
    while end > 0 && line.pos(end - 1) == Pos::FullStop {
        end -= 1;
    }
    let speech = at.people.speech();
    let ending = (line.len().saturating_sub(ENDING)..end)
        .find(|&i| speech.hearsay.at(at.people.text(), &line.tokens, i).is_some_and(|h| h.end >= end));
    (ending.unwrap_or(end), ending.is_some())
}

/// A sentence of hearsay right after an attributed one.
fn hearsay(at: &Attribution<'_>, discourse: &mut Discourse) -> Vec<Draft> {
    let (end, is_hearsay) = without_hearsay(at);
    let follows = discourse.attributed.is_some_and(|line| line + 1 == at.number);
    if !is_hearsay || !follows {
        return Vec::new();
    }
    let start = frame::skip(at.people, at.line, &at.sources, 0, end).start;
    let span = at.line.span(end, at.line.len());
    let teller = discourse.teller.take().filter(|(_, line)| line + 1 == at.number);
    if let Some((actors, _)) = teller {
        (discourse.speakers, discourse.via) = (actors, Vec::new());
    }
    let start = after_own_topic(at, start, &discourse.speakers);
    if names(at, start, end, &discourse.speakers) {
        return Vec::new();
    }
    let out = drafts(at, start, end, &discourse.speakers, &discourse.via, span, "hearsay.continued");
    if !out.is_empty() {
        discourse.attributed = Some(at.number);
    }
    out
}

/// Where the content begins after a topic that is the source itself: `同省は、…を調べたという`.
fn after_own_topic(at: &Attribution<'_>, start: usize, speakers: &[ActorId]) -> usize {
    let topic = at.people.holders(at.line, start, at.line.len()).into_iter().find(|h| h.start <= start + 1);
    topic.filter(|h| !speakers.is_empty() && h.actors == speakers).map_or(start, |h| h.end)
}

/// Whether the units name one of the speakers, so that somebody else tells of him.
fn names(at: &Attribution<'_>, start: usize, end: usize, speakers: &[ActorId]) -> bool {
    let span = at.line.span(start, end);
    at.people.index.all().iter().any(|p| span.contains(p.span) && speakers.contains(&p.actor))
}

fn drafts(
    at: &Attribution<'_>,
    start: usize,
    end: usize,
    speakers: &[ActorId],
    via: &[Link],
    cue: tenkyo_text::Span,
    rule: &str,
) -> Vec<Draft> {
    let contents = contents(at.people, at.line, start, end);
    let draft = |content: super::draft::Content| Draft {
        content: content.span,
        mode: content.mode,
        speakers: speakers.to_vec(),
        cue: Some(cue),
        via: via.to_vec(),
        addressee: None,
        denied: false,
        rule: RuleId::from(rule),
        line: at.number,
        omitted: None,
    };
    contents.into_iter().filter(|c| !c.span.is_empty()).map(draft).collect()
}

/// `Xは…Yの話として伝えた` without a content of its own: what X said just before is Y's, passed on by X.
pub(super) fn original(
    at: &Attribution<'_>,
    outcome: &Outcome,
    discourse: &mut Discourse,
    drafts: &mut [Draft],
) {
    let Some(source) =
        at.sources.iter().find(|s| s.role == Role::Original).filter(|_| outcome.drafts.is_empty())
    else {
        return;
    };
    let speech = at.people.speech();
    let reports = (source.end..at.line.len()).any(|i| {
        speech.verbs.at_where(at.people.text(), &at.line.tokens, i, |r| r.has(Mark::Report)).is_some()
    });
    if !reports || discourse.attributed.is_none_or(|line| line + 1 != at.number) {
        return;
    }
    let via: Vec<Link> = discourse.speakers.iter().map(|a| Link { actor: *a, span: source.span }).collect();
    for draft in drafts.iter_mut().filter(|d| d.line + 1 == at.number && d.speakers == discourse.speakers) {
        draft.speakers = source.actors.clone();
        draft.via = via.clone();
    }
    discourse.speakers = source.actors.clone();
    discourse.via = via;
    discourse.attributed = Some(at.number);
}
