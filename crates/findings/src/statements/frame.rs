//! What stands around the words of a speaker: phrases that name a source, and adjuncts between speaker and content.

use super::cue_end::after_commas;
use super::line::Line;
use super::people::People;
use tenkyo_lexicon::speech::pattern::is_noun;
use tenkyo_lexicon::speech::phrase::{Mark, Phrase};
use tenkyo_model::{ActorId, ActorKind, Pos};
use tenkyo_text::Span;

/// How far the end of an adjunct is looked for, in units.
const REACH: usize = 30;

/// A phrase that names a source (`タス通信によると`).
#[derive(Clone, Debug)]
pub(super) struct Source {
    /// First unit of its noun phrase.
    pub start: usize,
    /// First unit of the words after the noun phrase (`によると`).
    pub words: usize,
    /// First unit after it, commas not counted.
    pub end: usize,
    /// Who it names; empty when the text names nobody the actors layer knows.
    pub actors: Vec<ActorId>,
    /// Whether a document stands for its issuer, who is named elsewhere (`それによると`).
    pub document: bool,
    /// What kind of source it is.
    pub role: Role,
    /// The words.
    pub span: Span,
    /// Whether it names those among whom a view is held (`専門家の間では`).
    pub among: bool,
}

/// Kinds of sources.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// It vouches for what it governs.
    Plain,
    /// It only lets through.
    Channel,
    /// Another passes on its word.
    Original,
}

/// The source phrases of a line, in order.
pub(super) fn sources(people: &People<'_>, line: &Line) -> Vec<Source> {
    let mut out: Vec<Source> = Vec::new();
    let mut at = 1;
    while at < line.len() {
        match source(people, line, at) {
            Some(source) => {
                at = source.end;
                out.push(source);
            }
            None => at += 1,
        }
    }
    out
}

fn source(people: &People<'_>, line: &Line, at: usize) -> Option<Source> {
    let found = people.speech().sources.at(people.text(), &line.tokens, at)?;
    let negates = people.speech().evidentials.at_where(people.text(), &line.tokens, found.end, |e| e.negates);
    if negates.is_some_and(|n| n.end > found.end) {
        return None;
    }
    let role = match found.rule {
        r if r.has(Mark::Channel) => Role::Channel,
        r if r.has(Mark::Original) => Role::Original,
        _ => Role::Plain,
    };
    // `情報筋として`: the first word of the phrase can end the name.
    let inside = || people.before(line, at + 1).filter(|_| role == Role::Original);
    let named = people.before(line, at).or_else(inside);
    let document = if named.is_none() { people.document_before(line, at, false) } else { None };
    let verbal = !matches!(line.pos(at), Pos::Case | Pos::Genitive);
    let subject = verbal.then(|| people.subject_before(line, at)).flatten();
    let (actors, first) = match (named, document, subject) {
        (_, _, Some(holder)) => (holder.actors, holder.start),
        (Some((actors, first)), ..) => (actors, first),
        (None, Some(document), _) => (people.genitive(line, 0, document), document),
        (None, None, _) => (Vec::new(), at - 1),
    };
    let unsigned = |at: usize| {
        let documents = &people.speech().documents;
        documents.at_where(people.text(), &line.tokens, at, |r| r.has(Mark::Unsigned)).is_some()
    };
    let medium = found.rule.has(Mark::Medium);
    if (actors.is_empty() && document.is_some_and(unsigned))
        || medium
            && (actors.is_empty() || !actors.iter().all(|a| people.is_medium(*a)) || !is_press(people, line))
    {
        return None;
    }
    let among = found.rule.has(Mark::Held);
    if among && !actors.iter().all(|a| people.kind(*a) == ActorKind::Group) {
        return None;
    }
    if actors.is_empty() && (among || role != Role::Plain) && people.head_before(line, at).is_none() {
        return None;
    }
    let start = phrase_start(people, line, first);
    let span = line.span(first, found.end);
    Some(Source {
        start,
        words: at,
        end: found.end,
        document: document.is_some() && actors.is_empty(),
        actors,
        role,
        span,
        among,
    })
}

/// Whether the line ends in a verb that only media are the subject of.
fn is_press(people: &People<'_>, line: &Line) -> bool {
    let press = |r: &Phrase| r.has(Mark::Medium);
    let verbs = &people.speech().verbs;
    (line.len().saturating_sub(REACH / 5)..line.len())
        .any(|i| verbs.at_where(people.text(), &line.tokens, i, press).is_some())
}

/// Where the noun phrase that holds unit `at` begins: after a comma, a topic, an opener or at the start.
fn phrase_start(people: &People<'_>, line: &Line, at: usize) -> usize {
    let stops =
        |i: &usize| matches!(line.pos(*i), Pos::Comma | Pos::FullStop | Pos::Topic | Pos::Conjunction);
    let start = (0..at).rev().find(stops).map_or(0, |i| i + 1);
    let opener = people.speech().openers.at(people.text(), &line.tokens, start);
    opener.map(|o| o.end).filter(|end| *end <= at).unwrap_or(start)
}

/// What was passed over before the content.
#[derive(Clone, Debug, Default)]
pub(super) struct Skipped {
    /// Where the content begins.
    pub start: usize,
    /// To whom it was said.
    pub addressee: Option<ActorId>,
}

/// Passes over adjuncts from unit `from`, at most to `limit`.
pub(super) fn skip(
    people: &People<'_>,
    line: &Line,
    sources: &[Source],
    from: usize,
    limit: usize,
) -> Skipped {
    let mut out = Skipped { start: from, addressee: None };
    loop {
        let at = after_commas(line, out.start).min(limit);
        let next = opener(people, line, at)
            .or_else(|| source_end(sources, at))
            .or_else(|| time(people, line, at))
            .or_else(|| adjunct(people, line, at, limit, &mut out.addressee));
        out.start = at;
        let last = if line.quote(limit).is_some() { limit } else { limit.saturating_sub(1) };
        match next.filter(|next| *next > at && *next <= last) {
            Some(next) => out.start = next,
            None => return out,
        }
    }
}

fn opener(people: &People<'_>, line: &Line, at: usize) -> Option<usize> {
    let first = at == 0 || line.pos(at - 1) == Pos::Comma;
    let found = people.speech().openers.at(people.text(), &line.tokens, at)?;
    let whole = line.pos(found.end) != Pos::Genitive;
    ((first && whole) || line.pos(found.end) == Pos::Comma).then_some(found.end)
}

fn source_end(sources: &[Source], at: usize) -> Option<usize> {
    sources.iter().find(|s| s.start <= at && at < s.end).map(|s| s.end)
}

/// Passes over a time expression with a comma after it, or before a quotation.
fn time(people: &People<'_>, line: &Line, at: usize) -> Option<usize> {
    let start = line.tokens.get(at)?.span.start;
    let times = &people.findings.times;
    let first = times.partition_point(|t| t.span.start < start);
    let time = times.get(first).filter(|t| t.span.start == start)?;
    let mut end = line.at(time.span.end);
    while line.is_aside(end) || matches!(line.pos(end), Pos::Suffix | Pos::Counter) {
        end += 1;
    }
    if line.pos(end) == Pos::Comma || line.quote(end).is_some() {
        return Some(end);
    }
    let particle = matches!(line.pos(end), Pos::Case | Pos::Topic | Pos::Particle | Pos::Genitive);
    (particle && line.quote(end + 1).is_some()).then_some(end + 1)
}

/// Passes over one adjunct that begins at `at`.
fn adjunct(
    people: &People<'_>,
    line: &Line,
    at: usize,
    limit: usize,
    addressee: &mut Option<ActorId>,
) -> Option<usize> {
    let (mut topic, mut subject) = (false, false);
    for end in at..limit.min(at + REACH) {
        if line.quote(end).is_some() && !is_noun(line.pos(end + 1)) {
            return None;
        }
        if let Some(found) = people.speech().adjuncts.at(people.text(), &line.tokens, end)
            && fits(line, found.rule, at, end, found.end, subject)
            && !topic
        {
            if found.rule.has(Mark::Addressee) {
                let to = people.before(line, end).map(|(actors, _)| actors[0]);
                let apart = to.is_some() && has_topic(line, found.end, limit);
                if line.quote(found.end).is_none() && !apart && !hears(people, line, end, to) {
                    return None;
                }
                *addressee = to.or(*addressee);
            }
            return Some(found.end);
        }
        let particle = people.speech().particles.at(people.text(), &line.tokens, end);
        topic |= line.pos(end) == Pos::Topic && particle.is_some_and(|p| p.rule.has(Mark::Topic));
        subject |= particle.is_some_and(|p| p.rule.has(Mark::Subject));
        if line.pos(end) == Pos::FullStop {
            return None;
        }
    }
    None
}

/// Whether what follows a comma at `from` has a topic of its own before the next one, so that what stands before is no part of it:
/// `国連に対し、核は危険だと警告した`.
fn has_topic(line: &Line, from: usize, limit: usize) -> bool {
    let comma = line.pos(from) == Pos::Comma || line.pos(from - 1) == Pos::Comma;
    let clause = (after_commas(line, from)..limit).take_while(|i| line.pos(*i) != Pos::Comma);
    comma && clause.into_iter().any(|i| line.pos(i) == Pos::Topic)
}

/// Whether the particle at `at` marks somebody who is spoken to. States and bodies are mostly given something instead
/// (`…に対し、武器を供与すると発表した`), and a bare に mostly belongs to what was said.
fn hears(people: &People<'_>, line: &Line, at: usize, to: Option<ActorId>) -> bool {
    let short = people.text()[line.tokens[at].span].chars().nth(1).is_none() && line.pos(at + 1) != Pos::Verb;
    match to {
        Some(actor) if people.is_medium(actor) => true,
        Some(actor) => matches!(people.kind(actor), ActorKind::Person | ActorKind::Group),
        None => !short,
    }
}

fn fits(line: &Line, rule: &Phrase, start: usize, at: usize, end: usize, subject: bool) -> bool {
    let closed = line.pos(end) == Pos::Comma || line.pos(end - 1) == Pos::Comma || line.quote(end).is_some();
    let adverb = at == start;
    let clause = rule.has(Mark::Subordinate);
    (closed || !rule.has(Mark::Comma))
        && (clause || !subject)
        && (!adverb || !is_noun(line.pos(end)) || closed)
}
