//! Which time expression dates a clause.

use crate::Context;
use tenkyo_model::{Findings, Time, TimeKind};
use tenkyo_text::Span;

/// The date of a clause.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dated {
    /// ISO 8601 day, month, year or interval, without the time of day.
    pub value: String,
    /// The expression that it comes from; none for the day of the article itself.
    pub span: Option<Span>,
}

/// The date of what `trigger` (a predicate or a noun for an event) tells. In order: an expression whose bunsetsu depends on the
/// trigger's, directly or through others; the nearest before it in its clause or sentence; the day that the paragraph has
/// reached. `None` when none of these tells.
pub fn of_clause(context: Context<'_>, findings: &Findings, trigger: Span) -> Option<Dated> {
    let times: Vec<&Time> = findings.times.iter().filter(|t| is_date(t)).collect();
    let sentence = context.analysis.sentence_at(trigger.start)?;
    let span = context.analysis.sentences[sentence].span;
    let inside: Vec<&Time> = times.iter().copied().filter(|t| span.contains(t.span)).collect();
    let found = dependent(context, &inside, trigger)
        .or_else(|| nearest(context, &inside, trigger))
        .or_else(|| reached(context, &times, span));
    found.map(dated)
}

/// Whether a time can date an event: a point of the calendar.
fn is_date(time: &Time) -> bool {
    matches!(time.kind, TimeKind::Date | TimeKind::Time)
        && !time.value.ends_with("_REF")
        && !time.value.contains('X')
        && time.value.starts_with(|c: char| c.is_ascii_digit())
}

fn dated(time: &Time) -> Dated {
    let day = |v: &str| v.split('T').next().unwrap_or(v).to_owned();
    let value = time.value.split('/').map(day).collect::<Vec<_>>().join("/");
    Dated { value, span: Some(time.span) }
}

/// The last expression whose bunsetsu reaches the trigger's through its heads without passing another predicate's clause end.
fn dependent<'t>(context: Context<'_>, times: &[&'t Time], trigger: Span) -> Option<&'t Time> {
    let goal = context.analysis.bunsetsu_at(trigger.start)?;
    let direct = |t: &&&Time| {
        let own = context.analysis.bunsetsu_at(t.span.end.saturating_sub(1).max(t.span.start));
        own.is_some_and(|b| b == goal || context.analysis.bunsetsu[b].head == Some(goal))
    };
    times.iter().rfind(direct).copied()
}

/// The nearest expression before the trigger, else the first after it, within the sentence and outside other quotations.
fn nearest<'t>(context: Context<'_>, times: &[&'t Time], trigger: Span) -> Option<&'t Time> {
    let text = &*context.article.text;
    let same_level = |t: &&&Time| {
        let between = Span { start: t.span.end.min(trigger.end), end: trigger.start.max(t.span.start) };
        balanced(&text[between.range()])
    };
    let before = times.iter().filter(|t| t.span.end <= trigger.start).rfind(same_level);
    before.or_else(|| times.iter().filter(|t| t.span.start >= trigger.end).find(same_level)).copied()
}

/// Whether every quotation that opens in `between` closes in it, and the other way round.
fn balanced(between: &str) -> bool {
    let mut depth = 0i32;
    for c in between.chars() {
        match c {
            '「' | '『' | '“' => depth += 1,
            '」' | '』' | '”' => depth -= 1,
            _ => {}
        }
        if depth < 0 {
            return false;
        }
    }
    depth == 0
}

/// The last day that an earlier sentence of the same block names.
fn reached<'t>(context: Context<'_>, times: &[&'t Time], sentence: Span) -> Option<&'t Time> {
    let block = context.article.blocks.iter().find(|b| b.span.contains(sentence))?;
    let earlier =
        |t: &&&Time| block.span.contains(t.span) && t.span.end <= sentence.start && t.value.len() >= 10;
    times.iter().rfind(earlier).copied()
}
