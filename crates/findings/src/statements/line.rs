//! One sentence as the statements layer walks it: its morphemes, with each quotation and each aside in brackets as one unit.

use super::brackets::{self, Bracket, Brackets};
use crate::Context;
use tenkyo_lexicon::speech::pattern::is_noun;
use tenkyo_model::{BlockKind, Pos, Token};
use tenkyo_text::Span;

/// How many paragraphs a quotation may run over before its end is given up.
const PARAGRAPHS: usize = 8;

/// Shortest quotation, in bytes, that counts as a clause whatever stands in it.
const LONG: usize = 48;

/// What a unit of a [`Line`] is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A morpheme.
    Word,
    /// A quotation, from bracket to bracket.
    Quote(Bracket),
    /// Words in round brackets.
    Aside,
}

/// A sentence. Units stand in `tokens` and, index by index, their kinds in `kinds`.
#[derive(Debug)]
pub(super) struct Line {
    /// Index of the (first) block that it stands in.
    pub block: usize,
    /// The units; a quotation or an aside is one token of its own.
    pub tokens: Vec<Token>,
    /// What each unit is.
    pub kinds: Vec<Kind>,
}

impl Line {
    /// How many units it has.
    pub fn len(&self) -> usize {
        self.tokens.len()
    }

    /// The quotation at `at`.
    pub fn quote(&self, at: usize) -> Option<Bracket> {
        match self.kinds.get(at)? {
            Kind::Quote(bracket) => Some(*bracket),
            _ => None,
        }
    }

    /// Whether the unit at `at` is an aside.
    pub fn is_aside(&self, at: usize) -> bool {
        self.kinds.get(at) == Some(&Kind::Aside)
    }

    /// Part of speech at `at`; [`Pos::Other`] for quotations, asides and past the end.
    pub fn pos(&self, at: usize) -> Pos {
        match self.kinds.get(at) {
            Some(Kind::Word) => self.tokens[at].pos,
            _ => Pos::Other,
        }
    }

    /// The words from unit `start` to before unit `end`.
    pub fn span(&self, start: usize, end: usize) -> Span {
        let last = end.max(start + 1) - 1;
        let first = self.tokens[start.min(self.len() - 1)].span;
        Span { start: first.start, end: self.tokens[last.min(self.len() - 1)].span.end.max(first.start) }
    }

    /// The first unit that begins at or after the byte `offset`.
    pub fn at(&self, offset: u32) -> usize {
        self.tokens.partition_point(|t| t.span.start < offset)
    }
}

/// The lines of the article, block by block. Furniture and source lists are left out.
pub(super) fn lines(context: Context<'_>) -> Vec<Line> {
    let blocks = &context.article.blocks;
    let mut out = Vec::new();
    let mut at = 0;
    while at < blocks.len() {
        let (end, brackets) = together(context, at);
        if reads(blocks[at].kind) {
            cut(context, at, blocks[at].span.cover(blocks[end].span), &brackets, &mut out);
        }
        at = end + 1;
    }
    out
}

fn reads(kind: BlockKind) -> bool {
    kind.is_prose() || matches!(kind, BlockKind::Title | BlockKind::Heading | BlockKind::Caption)
}

/// The last block that an unclosed quotation in block `first` runs into, and the brackets of all of them.
fn together(context: Context<'_>, first: usize) -> (usize, Brackets) {
    let blocks = &context.article.blocks;
    let text = &context.article.text;
    let mut brackets = brackets::pair(text, blocks[first].span);
    let Some(open) = brackets.open.first().copied() else { return (first, brackets) };
    if mend(context, open, blocks[first].span.end, &mut brackets) {
        return (first, brackets);
    }
    for last in first + 1..blocks.len().min(first + PARAGRAPHS) {
        let further = brackets::pair(text, blocks[last].span);
        if !further.close.is_empty() {
            return (last, brackets::pair(text, blocks[first].span.cover(blocks[last].span)));
        }
        if !further.open.is_empty() || !blocks[last].kind.is_prose() {
            break;
        }
    }
    (first, brackets)
}

/// Closes a quotation that lost its end before the first cue after `open`; says whether there is one.
fn mend(context: Context<'_>, open: Span, end: u32, brackets: &mut Brackets) -> bool {
    let speech = &context.lexicon.speech;
    let (text, tokens) = (&context.article.text, &context.analysis.tokens);
    let range = context.analysis.tokens_in(Span { start: open.end, end });
    let inside = |at: usize| brackets.pairs.iter().any(|b| b.outer.holds(tokens[at].span.start));
    let cue = range.clone().find(|&at| {
        let closes = speech
            .quotatives
            .at(text, tokens, at)
            .is_some_and(|q| speech.verbs.at(text, tokens, q.end).is_some())
            || speech
                .links
                .at(text, tokens, at)
                .is_some_and(|l| speech.shells.at(text, tokens, l.end).is_some());
        closes && at > range.start && is_predicate_end(tokens[at - 1].pos) && !inside(at)
    });
    let Some(at) = cue else { return false };
    let inner = Span { start: open.end, end: tokens[at].span.start };
    brackets.pairs.retain(|b| !inner.contains(b.outer));
    brackets.pairs.push(Bracket { outer: open.cover(inner), inner, quote: true, clausal: true });
    brackets.pairs.sort_by_key(|b| b.outer.start);
    brackets.open.retain(|o| *o != open);
    true
}

/// Whether a clause can end in a morpheme of this class.
pub(super) fn is_predicate_end(pos: Pos) -> bool {
    matches!(pos, Pos::Verb | Pos::DependentVerb | Pos::Adjective | Pos::Auxiliary | Pos::Particle)
}

/// Cuts the morphemes of `span` into lines at the ends of sentences that stand outside brackets.
fn cut(context: Context<'_>, block: usize, span: Span, brackets: &Brackets, out: &mut Vec<Line>) {
    let analysis = context.analysis;
    let mut line = Line { block, tokens: Vec::new(), kinds: Vec::new() };
    let mut pairs = brackets.pairs.iter().peekable();
    let mut inside_until = 0;
    for index in analysis.tokens_in(span) {
        let token = analysis.tokens[index];
        if token.span.start >= inside_until {
            while pairs.next_if(|b| b.outer.end <= token.span.start).is_some() {}
            match pairs.next_if(|b| b.outer.start < token.span.end) {
                Some(bracket) => {
                    inside_until = bracket.outer.end;
                    line.tokens.push(Token {
                        span: bracket.outer,
                        pos: Pos::Other,
                        feature: "",
                        known: true,
                        ..token
                    });
                    let clausal = is_clausal(context, bracket.inner);
                    line.kinds.push(if bracket.quote {
                        Kind::Quote(Bracket { clausal, ..*bracket })
                    } else {
                        Kind::Aside
                    });
                }
                None => {
                    line.tokens.push(token);
                    line.kinds.push(Kind::Word);
                }
            }
        }
        let ends = token.span.end >= inside_until
            && (ends_sentence(context, index) || stands_alone(context, &line, index));
        if ends {
            flush(&mut line, out);
        }
    }
    flush(&mut line, out);
}

/// Whether a quotation holds a clause: it has a predicate, or is longer than names are.
fn is_clausal(context: Context<'_>, inner: Span) -> bool {
    let predicate = |t: &Token| matches!(t.pos, Pos::Verb | Pos::Adjective | Pos::Auxiliary | Pos::Topic);
    inner.len() >= LONG || context.analysis.tokens[context.analysis.tokens_in(inner)].iter().any(predicate)
}

/// Whether the line so far is a quotation of whole sentences that the next word does not take up.
fn stands_alone(context: Context<'_>, line: &Line, token: usize) -> bool {
    let text = &context.article.text;
    let [Kind::Quote(quote)] = line.kinds[..] else { return false };
    let whole = text[quote.inner].ends_with(['。', '!', '?', '\u{ff01}', '\u{ff1f}']) && quote.clausal;
    let next = context.analysis.tokens.get(token + 1).map_or(Pos::Other, |t| t.pos);
    whole && (is_noun(next) || matches!(next, Pos::Adnominal | Pos::Prefix | Pos::Conjunction | Pos::Open))
}

fn ends_sentence(context: Context<'_>, token: usize) -> bool {
    let sentences = &context.analysis.sentences;
    let after = sentences.partition_point(|s| s.tokens.end <= token + 1);
    after.checked_sub(1).is_some_and(|i| sentences[i].tokens.end == token + 1)
}

fn flush(line: &mut Line, out: &mut Vec<Line>) {
    if !line.tokens.is_empty() {
        let block = line.block;
        out.push(std::mem::replace(line, Line { block, tokens: Vec::new(), kinds: Vec::new() }));
    }
}
