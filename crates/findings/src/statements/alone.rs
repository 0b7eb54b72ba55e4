//! Statements without a cue of their own: quotations that stand alone, headlines with a speaker, answers of an interview.

use super::attribute::{Attribution, Outcome};
use super::brackets::Bracket;
use super::discourse::{Announced, Discourse};
use super::draft::Draft;
use super::line::Line;
use super::people::{Holder, People, Role};
use tenkyo_lexicon::speech::pattern::is_noun;
use tenkyo_lexicon::speech::phrase::{Mark, Phrase};
use tenkyo_model::{ActorId, ActorKind, BlockKind, Link, Mode, Pos, RuleId};
use tenkyo_text::Span;

/// Shortest quotation of a headline, in bytes.
const HEADLINE: usize = 15;
/// Shortest quotation that continues a speaker, in bytes.
const CONTINUED: usize = 24;
/// How many lines back a speaker may be continued from.
const NEAR: usize = 2;

/// How many nouns a title can have.
const TITLE: usize = 4;

fn draft(
    content: Span,
    speakers: Vec<ActorId>,
    via: Vec<Link>,
    cue: Option<Span>,
    rule: &str,
    line: usize,
) -> Draft {
    Draft {
        content,
        mode: Mode::Direct,
        speakers,
        cue,
        via,
        addressee: None,
        denied: false,
        rule: RuleId::from(rule),
        line,
        omitted: None,
    }
}

/// A line that is only a quotation: it was announced, or goes on with the last speaker.
pub(super) fn quotation(
    people: &People<'_>,
    line: &Line,
    number: usize,
    next: Option<&Line>,
    discourse: &mut Discourse,
) -> Option<Draft> {
    let at = (0..line.len())
        .find(|i| !matches!(line.pos(*i), Pos::Symbol | Pos::Other) || line.quote(*i).is_some())?;
    let quote = line.quote(at)?;
    let only = (at + 1..line.len()).all(|i| line.pos(i) == Pos::FullStop || line.is_aside(i));
    if !only {
        return None;
    }
    let content = Some(quote.inner.trim(people.text())).filter(|c| !c.is_empty())?;
    if let Some(words) = discourse.announced.take().filter(|a| a.line + NEAR >= number) {
        discourse.speakers = words.speakers.clone();
        discourse.via = words.via.clone();
        discourse.attributed = Some(number);
        discourse.announced = Some(Announced { line: number, ..words.clone() });
        return Some(draft(
            content,
            words.speakers,
            words.via,
            Some(words.cue),
            "quotation.announced",
            number,
        ));
    }
    if let Some((speakers, cue)) = next.filter(|_| quote.clausal).and_then(|n| pointing_back(people, n)) {
        discourse.speakers = speakers.clone();
        discourse.via = Vec::new();
        discourse.attributed = Some(number);
        return Some(draft(content, speakers, Vec::new(), Some(cue), "quotation.pointed-back", number));
    }
    let near = discourse.attributed.is_some_and(|a| a + NEAR >= number);
    if quote.inner.len() < CONTINUED || !near || discourse.speakers.is_empty() {
        return None;
    }
    discourse.attributed = Some(number);
    Some(draft(
        content,
        discourse.speakers.clone(),
        discourse.via.clone(),
        None,
        "quotation.continued",
        number,
    ))
}

/// Who said the quotation before the line, and the words that say so: `「…」。首相はこう述べた。`.
fn pointing_back(people: &People<'_>, line: &Line) -> Option<(Vec<ActorId>, Span)> {
    let quotes = (0..line.len()).any(|i| line.quote(i).is_some());
    let at = (1..line.len()).filter(|_| !quotes).find(|&i| {
        let back = |r: &Phrase| r.has(Mark::Anaphor);
        people.speech().pointers.at_where(people.text(), &line.tokens, i, back).is_some()
    })?;
    let holder = people.holders(line, 0, at).into_iter().rfind(|h| !h.actors.is_empty())?;
    Some((holder.actors, line.span(at, line.len())))
}

/// The quotation that ends the line without a verb and that no cue accounts for, with the phrase straight before it.
pub(super) fn before_last(people: &People<'_>, line: &Line, outcome: &Outcome) -> Option<(Holder, Bracket)> {
    let end = (0..line.len()).rfind(|i| line.pos(*i) != Pos::FullStop)?;
    let quote = line.quote(end).filter(|q| q.clausal && end + 1 < line.len())?;
    let covered = outcome.drafts.iter().any(|d| d.content.contains(quote.inner));
    let at = (0..end).rfind(|i| line.pos(*i) != Pos::Comma).filter(|_| !covered)?;
    let holders = people.holders(line, 0, at + 1);
    Some((holders.into_iter().rfind(|h| h.end == at + 1 && !h.document)?, quote))
}

/// `住民は「…」。`: a quotation that ends its sentence without a verb, straight after who said it.
pub(super) fn verbless(
    people: &People<'_>,
    line: &Line,
    number: usize,
    outcome: &Outcome,
    discourse: &mut Discourse,
) -> Option<Draft> {
    let (holder, quote) = before_last(people, line, outcome).filter(|(h, _)| !h.actors.is_empty())?;
    discourse.speakers = holder.actors.clone();
    discourse.via = Vec::new();
    discourse.attributed = Some(number);
    let content = quote.inner.trim(people.text());
    Some(draft(content, holder.actors, Vec::new(), None, "quotation.verbless", number))
}

/// Words that the line announces: it ends in a verb of saying that has nothing said in its own line.
pub(super) fn announced(at: &Attribution<'_>, outcome: &Outcome, discourse: &Discourse) -> Option<Announced> {
    let (people, line) = (at.people, at.line);
    let tail = line.len().saturating_sub(10);
    let verb = (tail..line.len()).rev().find(|&i| {
        let says = |r: &Phrase| r.has(Mark::Clause) && !r.has(Mark::Naming);
        people.speech().verbs.at_where(people.text(), &line.tokens, i, says).is_some()
    })?;
    let points =
        (0..line.len()).any(|i| people.speech().pointers.at(people.text(), &line.tokens, i).is_some());
    if !points && !outcome.drafts.is_empty() {
        return None;
    }
    let holders = people.holders(line, 0, verb);
    let topic = holders.iter().find(|h| h.role == Role::Topic && !h.actors.is_empty());
    let named = topic.or_else(|| holders.iter().rfind(|h| !h.actors.is_empty()));
    let speakers = named.map_or_else(|| discourse.holder().to_vec(), |h| h.actors.clone());
    let cue = line.span(verb, line.len());
    let via = at.passers(&speakers);
    (!speakers.is_empty()).then_some(Announced { speakers, cue, via, line: at.number })
}

/// `北朝鮮「…」`, `「…」 プーチン氏`, `…=米当局者`.
pub(super) fn headline(people: &People<'_>, line: &Line, number: usize) -> Option<Draft> {
    let mut end = line.len();
    while end > 0 && matches!(line.pos(end - 1), Pos::FullStop | Pos::Symbol) && line.quote(end - 1).is_none()
    {
        end -= 1;
    }
    let text = people.text();
    let (content, speakers) = name_then_quote(people, line, end)
        .or_else(|| quote_then_name(people, line, end))
        .or_else(|| clause_then_name(people, line, end))?;
    Some(draft(content.trim(text), speakers, Vec::new(), None, "headline.speaker", number))
}

fn name_then_quote(people: &People<'_>, line: &Line, end: usize) -> Option<(Span, Vec<ActorId>)> {
    let at = end.checked_sub(1)?;
    let quote = line.quote(at).filter(|q| q.inner.len() >= HEADLINE)?;
    let mut name = at;
    while name > 0 && matches!(line.pos(name - 1), Pos::Comma | Pos::Symbol | Pos::Topic) {
        name -= 1;
    }
    let (actors, start) = people.before(line, name)?;
    let plain =
        (0..start).all(|i| !matches!(line.pos(i), Pos::Topic | Pos::Case | Pos::Verb | Pos::Auxiliary));
    plain.then_some((quote.inner, actors))
}

fn quote_then_name(people: &People<'_>, line: &Line, end: usize) -> Option<(Span, Vec<ActorId>)> {
    let quote = line.quote(0).filter(|q| q.inner.len() >= HEADLINE)?;
    let (actors, start) = people.before(line, end)?;
    let between = (1..start).all(|i| matches!(line.pos(i), Pos::Case | Pos::Comma | Pos::Symbol));
    (start >= 1 && between).then_some((quote.inner, actors))
}

/// Equals signs before the source of a headline.
const BEFORE_SOURCE: &[&str] = &["=", "\u{ff1d}"];

fn clause_then_name(people: &People<'_>, line: &Line, end: usize) -> Option<(Span, Vec<ActorId>)> {
    let sign = (1..end)
        .rev()
        .find(|&i| BEFORE_SOURCE.iter().any(|s| people.text()[line.tokens[i].span].ends_with(s)))?;
    let (actors, start) = people.before(line, end)?;
    let clause = (0..sign).any(|i| matches!(line.pos(i), Pos::Case | Pos::Topic | Pos::Comma | Pos::Verb));
    (clause && start == sign + 1).then(|| (line.span(0, sign), actors))
}

/// The answers of a named expert: one statement an answer, paragraphs that follow it included.
pub(super) fn interviews(people: &People<'_>, drafts: &mut Vec<Draft>) {
    let blocks = &people.context.article.blocks;
    let mut expert = None;
    let mut at = 0;
    while at < blocks.len() {
        if blocks[at].kind == BlockKind::Answer {
            let last =
                (at..blocks.len()).take_while(|i| blocks[*i].kind == BlockKind::Answer).last().unwrap_or(at);
            if let Some(speaker) = expert {
                answer(people, at, last, speaker, drafts);
            }
            at = last;
        } else {
            expert = named_expert(people, blocks[at].span).or(expert);
        }
        at += 1;
    }
}

fn answer(people: &People<'_>, first: usize, last: usize, speaker: ActorId, drafts: &mut Vec<Draft>) {
    let blocks = &people.context.article.blocks;
    let span = blocks[first].span.cover(blocks[last].span);
    let tokens = &people.context.analysis.tokens;
    let range = people.context.analysis.tokens_in(span);
    let label = people.speech().labels.at(people.text(), tokens, range.start).filter(|l| l.end < range.end);
    let start = label.map_or(span.start, |l| tokens[l.end].span.start);
    let content = Span { start, end: span.end };
    for inner in drafts.iter_mut().filter(|d| content.contains(d.content)) {
        let link = Link { actor: speaker, span: Span { start: span.start, end: start } };
        if !inner.speakers.contains(&speaker) {
            inner.via.push(link);
        }
    }
    drafts.push(draft(content, vec![speaker], Vec::new(), None, "interview.answer", usize::MAX));
}

/// The expert whom a block announces (`国際部の…デスクの解説です`).
fn named_expert(people: &People<'_>, block: Span) -> Option<ActorId> {
    let tokens = &people.context.analysis.tokens;
    people.context.analysis.tokens_in(block).rev().find_map(|i| {
        people.speech().experts.at(people.text(), tokens, i)?;
        // Between the name and の can stand a title that no list holds.
        let titles = (0..i).rev().take(TITLE).take_while(|at| is_noun(tokens[*at].pos));
        let ends = std::iter::once(i).chain(titles).map(|at| tokens[at].span.start);
        ends.filter_map(|end| people.ending_at(end))
            .map(|p| p.actor)
            .find(|actor| people.kind(*actor) == ActorKind::Person)
    })
}
