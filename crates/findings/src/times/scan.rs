//! Finds the expressions: at each place of a sentence the longest match of any rule.

use super::guards;
use crate::Context;
use tenkyo_lexicon::time::{Match, Meaning, Role, Rule, Scratch, TimeWords, Unit, Vague};
use tenkyo_text::Span;

/// A time expression with what its words say.
#[derive(Clone, Copy, Debug)]
pub(super) struct Expression {
    pub(super) span: Span,
    /// Index of its rule.
    pub(super) rule: usize,
    pub(super) role: Role,
    pub(super) meaning: Meaning,
    /// Index of its sentence.
    pub(super) sentence: usize,
    /// Index of its block.
    pub(super) block: usize,
    /// Whether it stands inside quotation marks.
    pub(super) quoted: bool,
    /// Whether it stands inside round brackets.
    pub(super) bracketed: bool,
}

/// All expressions of the article, in order.
pub(super) fn scan(context: Context<'_>) -> Vec<Expression> {
    let mut out = Vec::new();
    let mut scratch = Scratch::default();
    for (index, sentence) in context.analysis.sentences.iter().enumerate() {
        if context.article.blocks[sentence.block].kind.is_furniture() {
            continue;
        }
        Scanner { context, sentence: index, block: sentence.block, depth: Depth::default() }.run(
            sentence.span,
            &mut scratch,
            &mut out,
        );
    }
    out
}

/// Open brackets at the place that is read.
#[derive(Clone, Copy, Debug, Default)]
struct Depth {
    quotes: u32,
    round: u32,
}

impl Depth {
    fn pass(&mut self, c: char) {
        match c {
            '「' | '『' | '“' => self.quotes += 1,
            '」' | '』' | '”' => self.quotes = self.quotes.saturating_sub(1),
            '(' | '\u{ff08}' => self.round += 1,
            ')' | '\u{ff09}' => self.round = self.round.saturating_sub(1),
            _ => {}
        }
    }
}

/// Whether a length would be so many years that it is a year: `この1994年`.
fn is_year(found: &Match) -> bool {
    let meaning = &found.meaning;
    let years = meaning.amount.filter(|a| a.vague == Vague::Exact && (1000.0..2200.0).contains(&a.value));
    years.is_some()
        && meaning.unit == Some(Unit::Year)
        && meaning.modifier.is_none()
        && meaning.approx.is_none()
        && meaning.direction.is_none()
}

struct Scanner<'a> {
    context: Context<'a>,
    sentence: usize,
    block: usize,
    depth: Depth,
}

impl<'a> Scanner<'a> {
    fn run(&mut self, span: Span, scratch: &mut Scratch<'a>, out: &mut Vec<Expression>) {
        let text = &self.context.article.text[..span.end as usize];
        let words: &'a TimeWords = &self.context.lexicon.time;
        let mut at = span.start as usize;
        while let Some(c) = text[at..].chars().next() {
            let accept = |rule: &Rule, found: &Match| {
                guards::allow(self.context, rule, found, span)
                    && !(rule.role == Role::Duration && is_year(found))
                    && (!rule.guards.after_year || self.after_year(out))
            };
            if let Some(found) = words.longest(text, at, scratch, accept) {
                self.push(found, out);
                for c in text[at..found.end].chars() {
                    self.depth.pass(c);
                }
                at = found.end;
            } else {
                self.depth.pass(c);
                // A number is read whole or not at all.
                at = words.number_end(text, at).max(at + c.len_utf8());
            }
        }
    }

    /// Whether the last expression names a year and stands in this sentence or the one before.
    fn after_year(&self, out: &[Expression]) -> bool {
        out.last().is_some_and(|e| {
            e.block == self.block
                && e.sentence + 1 >= self.sentence
                && (e.meaning.year.is_some() || e.meaning.short_year.is_some())
        })
    }

    fn push(&self, found: Match, out: &mut Vec<Expression>) {
        let role = self.context.lexicon.time.rules[found.rule].role;
        if role == Role::Nothing {
            return;
        }
        let text = &self.context.article.text;
        out.push(Expression {
            span: Span::new(found.start, found.end).trim(text),
            rule: found.rule,
            role,
            meaning: found.meaning,
            sentence: self.sentence,
            block: self.block,
            quoted: self.depth.quotes > 0,
            bracketed: self.depth.round > 0,
        });
    }
}
