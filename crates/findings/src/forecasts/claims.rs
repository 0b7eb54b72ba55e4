//! Clauses of one voice: what a forecast is looked for in.

use crate::Context;
use tenkyo_model::{ActorId, ActorKind, BlockKind, Findings, Pos, Sentence, Statement};
use tenkyo_text::Span;

/// A clause of one voice.
#[derive(Clone, Copy, Debug)]
pub(super) struct Claim<'a> {
    pub span: Span,
    /// The statement that it is said in; none for the author's own words.
    pub statement: Option<&'a Statement>,
    /// Whether it ends its statement, so that the words of attribution follow.
    pub last: bool,
}

/// The actor who wrote the article, when he is named.
pub(super) fn author(context: Context<'_>, findings: &Findings) -> Option<ActorId> {
    let mut bylines = context.article.blocks.iter().filter(|b| b.kind == BlockKind::Byline);
    let named = |b: &tenkyo_model::Block| {
        let person = |a: &tenkyo_model::Actor| a.kind == ActorKind::Person;
        let at = findings
            .actors
            .iter()
            .position(|a| person(a) && a.mentions.iter().any(|m| b.span.contains(m.span)));
        at.map(|i| ActorId(i as u32))
    };
    let declared = || {
        let name = context.article.declared.byline.as_deref()?;
        let at = findings.actors.iter().position(|a| a.name == name)?;
        Some(ActorId(at as u32))
    };
    bylines.find_map(named).or_else(declared)
}

/// Every clause of the article in order.
pub(super) fn all<'a>(context: Context<'_>, findings: &'a Findings) -> Vec<Claim<'a>> {
    let mut out = Vec::new();
    for sentence in &context.analysis.sentences {
        let kind = context.article.blocks[sentence.block].kind;
        if kind.is_prose() && kind != BlockKind::Question {
            clauses(context, findings, sentence, &mut out);
        }
    }
    out
}

fn clauses<'a>(context: Context<'_>, findings: &'a Findings, sentence: &Sentence, out: &mut Vec<Claim<'a>>) {
    let inside: Vec<&Statement> =
        findings.statements.iter().filter(|s| s.content.overlaps(sentence.span)).collect();
    let mut cuts: Vec<u32> = vec![sentence.span.start, sentence.span.end];
    for s in &inside {
        cuts.extend(
            [s.content.start, s.content.end].map(|at| at.clamp(sentence.span.start, sentence.span.end)),
        );
    }
    let tokens = context.analysis.tokens_of(sentence);
    cuts.extend(tokens.iter().filter(|t| closes(context, t)).map(|t| t.span.end));
    cuts.sort_unstable();
    cuts.dedup();
    for pair in cuts.windows(2) {
        let span = Span { start: pair[0], end: pair[1] }.trim(&context.article.text);
        let holding = inside.iter().filter(|s| s.content.contains(span));
        let statement = holding.min_by_key(|s| s.content.len()).copied();
        let last = statement.is_some_and(|s| s.content.end <= span.end);
        if !span.is_empty() {
            out.push(Claim { span, statement, last });
        }
    }
}

/// Whether a clause with a voice of its own ends here: a full stop, or が and けれど after a finished predicate.
fn closes(context: Context<'_>, token: &tenkyo_model::Token) -> bool {
    let continuing = &context.lexicon.transfers.words.continuing;
    let conditional = &context.lexicon.forecasts.words.conditional;
    let words = &context.article.text[token.span];
    token.pos == Pos::FullStop
        || token.pos == Pos::Conjunctive && !continuing.has(words) && !conditional.has(words)
}
