//! Who said what: quotation attribution.
//!
//! The article passes through: sentences with quotations as units ([`line`]) → cues ([`cues`]) and source phrases ([`frame`]) →
//! speaker ([`people`], [`unnamed`]) and content ([`content`]) of each cue ([`attribute`]) → what has no cue of its own: plain narration of a
//! source and hearsay ([`narration`]), quotations that stand alone, headlines and interviews ([`alone`]). What a clause does not
//! say comes from the [`discourse`].

mod alone;
mod attribute;
mod brackets;
mod chosen;
mod content;
mod cue;
mod cue_end;
mod cues;
mod cues_held;
mod cues_quoted;
mod discourse;
mod draft;
mod frame;
mod line;
mod narration;
mod people;
mod relay;
mod speaker;
#[cfg(test)]
mod tests;
mod unnamed;

use crate::actors::ActorIndex;
use crate::{Context, certainty};
use attribute::Attribution;
use discourse::Discourse;
use draft::Draft;
use line::Line;
use people::People;
use tenkyo_lexicon::speech::phrase::Mark;
use tenkyo_model::{BlockKind, Diagnostic, Findings, Polarity, Statement};

/// Adds the statements.
pub fn find(context: Context<'_>, findings: &mut Findings, diagnostics: &mut Vec<Diagnostic>) {
    let lines = line::lines(context);
    let people = People { context, findings, index: ActorIndex::new(findings) };
    let unnamed = unnamed::phrases(&people, &lines);
    unnamed::add(&context.article.text, unnamed, findings);
    let people = People { context, findings, index: ActorIndex::new(findings) };
    let mut discourse = Discourse::default();
    let mut drafts = Vec::new();
    for (number, line) in lines.iter().enumerate() {
        read(&people, &lines, line, number, &mut discourse, &mut drafts);
    }
    alone::interviews(&people, &mut drafts);
    unnamed::add_omitted(&drafts, findings);
    let statements = finish(context, drafts, diagnostics);
    findings.statements = statements;
    unnamed::describe(&context.analysis.tokens, findings);
}

fn read(
    people: &People<'_>,
    lines: &[Line],
    line: &Line,
    number: usize,
    discourse: &mut Discourse,
    drafts: &mut Vec<Draft>,
) {
    let sources = frame::sources(people, line);
    let heading = is_heading(people, lines, number);
    let attribution = Attribution { people, line, number, sources, heading };
    let next = lines.get(number + 1).filter(|next| next.block == line.block);
    if let Some(draft) = alone::quotation(people, line, number, next, discourse) {
        drafts.push(draft);
        return;
    }
    if heading && let Some(draft) = alone::headline(people, line, number) {
        drafts.push(draft);
        return;
    }
    let cues = attribution.cues();
    let outcome = attribution.read(&cues, discourse);
    drafts.extend(outcome.drafts.iter().cloned());
    discourse.teller =
        teller(&attribution, &outcome).map(|actors| (actors, number)).or(discourse.teller.take());
    if let Some(draft) = alone::verbless(people, line, number, &outcome, discourse) {
        drafts.push(draft);
    }
    drafts.extend(narration::narration(&attribution, &outcome, discourse));
    narration::original(&attribution, &outcome, discourse, drafts);
    discourse.announced = alone::announced(&attribution, &outcome, discourse);
    if outcome.drafts.is_empty() {
        issuer(people, line, discourse);
    }
    if outcome.drafts.is_empty() && !heading {
        topic(people, line, number, discourse);
    }
}

/// The source of a line in which several people speak.
fn teller(at: &Attribution<'_>, outcome: &attribute::Outcome) -> Option<Vec<tenkyo_model::ActorId>> {
    let source = at.sources.iter().find(|s| s.role == frame::Role::Plain && !s.actors.is_empty())?;
    let first = &outcome.drafts.first()?.speakers;
    outcome.drafts.iter().any(|d| d.speakers != *first).then(|| source.actors.clone())
}

/// Remembers whose text a line speaks of without quoting it (`通信社は金氏の談話を伝えた`).
fn issuer(people: &People<'_>, line: &Line, discourse: &mut Discourse) {
    let object = |i: &usize| {
        let found = people.speech().particles.at(people.text(), &line.tokens, *i);
        found.is_some_and(|p| p.rule.has(Mark::Object))
    };
    let document = (1..line.len()).filter(object).find_map(|i| people.document_before(line, i, true));
    let issuers = document.map(|at| people.genitive(line, 0, at)).unwrap_or_default();
    if !issuers.is_empty() {
        discourse.issuers = issuers;
    }
}

/// Remembers the topic of a line that holds no statement.
fn topic(people: &People<'_>, line: &Line, number: usize, discourse: &mut Discourse) {
    let holders = people.holders(line, 0, line.len());
    let topic = holders.into_iter().find(|h| h.role == people::Role::Topic && !h.actors.is_empty());
    if let Some(holder) = topic {
        discourse.topic = Some((holder.actors, number));
    }
}

/// Whether the line is a title, a heading, or stands alone in its block without a full stop.
fn is_heading(people: &People<'_>, lines: &[Line], number: usize) -> bool {
    let line = &lines[number];
    let kind = people.context.article.blocks[line.block].kind;
    let stops = line.pos(line.len() - 1) == tenkyo_model::Pos::FullStop;
    let single = |other: Option<&Line>| other.is_none_or(|o| o.block != line.block);
    let alone = single(lines.get(number + 1)) && single(number.checked_sub(1).and_then(|i| lines.get(i)));
    matches!(kind, BlockKind::Title | BlockKind::Heading) || (!stops && alone && line.quote(0).is_none())
}

/// One statement a speaker, in order of the contents, each content once.
fn finish(context: Context<'_>, mut drafts: Vec<Draft>, diagnostics: &mut Vec<Diagnostic>) -> Vec<Statement> {
    drafts.sort_by_key(|d| (d.content.start, d.content.end, d.line));
    let mut out: Vec<Statement> = Vec::new();
    for draft in drafts {
        if draft.speakers.is_empty() {
            diagnostics.push(Diagnostic {
                code: "speaker-unknown",
                message: "no actor was found to hold responsible for this".into(),
                span: Some(draft.content),
            });
        }
        let mut speakers: Vec<_> = draft.speakers.iter().copied().map(Some).collect();
        if speakers.is_empty() {
            speakers.push(None);
        }
        for speaker in speakers {
            let statement = statement(context, &draft, speaker);
            if !out
                .iter()
                .rev()
                .take(8)
                .any(|s| s.content == statement.content && s.speaker == statement.speaker)
            {
                out.push(statement);
            }
        }
    }
    out
}

fn statement(context: Context<'_>, draft: &Draft, speaker: Option<tenkyo_model::ActorId>) -> Statement {
    Statement {
        content: draft.content,
        mode: draft.mode,
        speaker,
        cue: draft.cue,
        via: draft.via.iter().filter(|l| Some(l.actor) != speaker).copied().collect(),
        addressee: draft.addressee.filter(|a| Some(*a) != speaker),
        certainty: certainty::of_words(context, draft.content).certainty,
        polarity: if draft.denied { Polarity::Negative } else { Polarity::Positive },
        rule: draft.rule.clone(),
    }
}
