//! What the dates of a text say of the time in which it was written.

use super::bound::Bound;
use super::terms;
use crate::Context;
use crate::times::resolve::by_weekday;
use crate::times::scan::Expression;
use crate::times::sources;
use crate::times::tense::{Outlook, outlook};
use tenkyo_lexicon::time::{Anchor, Role, Unit};
use tenkyo_text::Span;

/// What the text says of its own time.
#[derive(Debug, Default)]
pub(super) struct Evidence {
    /// The newest date that the article looks back on.
    pub(super) newest: Option<(Span, Bound)>,
    /// The same, without what only lies ahead or follows from offices.
    pub(super) looked_back: Option<Bound>,
    /// The newest date with a year of its own.
    explicit: Option<Bound>,
    /// The one year, or month, in which everybody held the office that the article gives him.
    pub(super) office: Option<Bound>,
    /// Every date with a year.
    pub(super) named: Vec<Bound>,
    /// Days without a month that the article looks back on.
    pub(super) days: Vec<i32>,
}

impl Evidence {
    pub(super) fn gather(context: Context<'_>, expressions: &[Expression]) -> Self {
        let past: Vec<&Expression> = expressions.iter().filter(|e| looks_back(context, e)).collect();
        let mut all = Self::default();
        for expression in &past {
            if let Some(bound) = explicit(expression) {
                all.named.push(bound);
                all.raise(expression.span, bound);
            }
        }
        let named = all.newest;
        all.raise_by_gap(context, &past);
        all.explicit = all.newest.map(|(_, n)| n);
        let by_gap = all.newest != named;
        let office =
            Office { span: terms::span(context), first: first_year(context), latest: latest_year(context) };
        let bare = past.iter().any(|e| is_bare_news(e));
        let history =
            bare && !by_gap && office.span.is_none() && all.explicit.is_some_and(|n| n.month.is_none());
        if history {
            // News tells its own dates without a year: a year that stands alone beside them is more often history.
            (all.newest, all.explicit) = (None, None);
        }
        for expression in &past {
            if let Some(bound) = all.month_day(expression, office) {
                all.raise(expression.span, bound);
            }
        }
        let bare = past.iter().enumerate().filter(|(i, e)| is_bare_day(e) && !follows_month(&past[..*i], e));
        all.days = bare.filter_map(|(_, e)| e.meaning.day).collect();
        all.looked_back = all.newest.map(|n| n.1);
        if !history {
            all.fall_back(context, expressions, office);
        }
        all.leave_history(office);
        all
    }

    /// Without any date to look back on: the year of what lies ahead, with the month and day of a dateline.
    fn fall_back(&mut self, context: Context<'_>, expressions: &[Expression], office: Office) {
        if self.newest.is_some() {
            return;
        }
        let ahead = || expressions.iter().filter(|e| !is_foreign_to_story(context, e));
        let planned = ahead().filter_map(explicit).map(|b| b.year).min();
        let month = ahead().find_map(|e| Some((e.meaning.month?, e.meaning.day, e.span)));
        let Some((month, day, span)) = month else { return };
        let told = office.span.and_then(|s| terms::year_of(s, month, day, office.latest));
        let head = ahead().find(|e| is_bare_date(e) && heads_block(context, e));
        let Some(year) = told.or(planned.filter(|_| head.is_some())) else { return };
        let date = head.map(|e| (e.span, Bound { year, month: e.meaning.month, day: e.meaning.day }));
        self.newest = Some(date.unwrap_or((span, Bound { year, month: None, day: None })));
    }

    /// What lies before everybody held his office is history; the time in which they did is then all that is known.
    fn leave_history(&mut self, office: Office) {
        let Some((from, to)) = office.span else { return };
        if self.newest.is_some_and(|(_, newest)| newest.lies_before(from)) {
            self.newest = None;
        }
        let month = (from.year == to.year && from.month == to.month).then_some(from.month).flatten();
        let known = from.year == to.year.min(office.latest);
        self.office = known.then_some(Bound { year: from.year, month, day: None });
    }

    fn raise(&mut self, span: Span, bound: Bound) {
        if self.newest.is_none_or(|(_, newest)| newest < bound) {
            self.newest = Some((span, bound));
        }
    }

    /// `2019年以来、4年ぶり`: four years after 2019.
    fn raise_by_gap(&mut self, context: Context<'_>, past: &[&Expression]) {
        let text = &*context.article.text;
        let cues = &context.lexicon.time.cues;
        let ends = |e: &Expression| cues.after_gap.iter().any(|w| text[e.span].ends_with(w.as_str()));
        let Some(gap) =
            past.iter().find(|e| e.role == Role::Duration && e.meaning.unit == Some(Unit::Year) && ends(e))
        else {
            return;
        };
        let since = |e: &&&Expression| {
            let from = &text[e.span.start as usize..context.analysis.sentences[e.sentence].span.end as usize];
            explicit(e).is_some() && cues.since_then.iter().any(|w| from.contains(w.as_str()))
        };
        let Some(start) = past.iter().filter(since).filter_map(|e| explicit(e)).max() else { return };
        let years = gap.meaning.amount.map_or(0, |a| a.value as i32);
        self.raise(gap.span, Bound { year: start.year + years, month: None, day: None });
    }

    /// A month and day without a year: in the year of its weekday, else in the newest year that the text has named.
    fn month_day(&self, expression: &Expression, office: Office) -> Option<Bound> {
        let meaning = &expression.meaning;
        if expression.role != Role::Calendar || explicit(expression).is_some() || meaning.year_shift.is_some()
        {
            return None;
        }
        let (month, day) = (meaning.month?, meaning.day);
        let about = self.year_after(month, day, office);
        let year = match (day, meaning.weekday) {
            (Some(day), Some(weekday)) => by_weekday(about.unwrap_or(office.latest), month, day, weekday)?,
            _ => about?,
        };
        Some(Bound { year, month: Some(month), day })
    }

    /// The year of a month and day that the article tells as news: the first in which it does not lie before the newest date that
    /// the article looks back on, while everybody held his office; without such a date the only such year.
    fn year_after(&self, month: i32, day: Option<i32>, office: Office) -> Option<i32> {
        let told = office.span.and_then(|span| terms::year_of(span, month, day, office.latest));
        let Some(newest) = self.explicit.filter(|n| n.year >= office.first) else { return told };
        let here = |year: &i32| {
            let bound = Bound { year: *year, month: Some(month), day };
            !bound.lies_before(Bound { day: None, ..newest })
                && office.span.is_none_or(|span| terms::holds(span, bound))
        };
        let last = newest.year + i32::from(day.is_some() && newest.day.is_none());
        (newest.year..=last).find(here).or(told).or(Some(newest.year))
    }

    /// Whether one of the bare days lies on or just after `event`.
    pub(super) fn tells_day(&self, event: Bound) -> bool {
        event.day.is_some_and(|day| self.days.iter().any(|d| (day - 1..=day + NEWS_DAYS).contains(d)))
    }

    /// The date after `newest` on which the latest bare day falls: such days are of the month of writing.
    pub(super) fn carried_on(&self, newest: Bound) -> Bound {
        let (Some(month), Some(own)) = (newest.month, newest.day) else { return newest };
        match self.days.iter().copied().max() {
            Some(day) if day >= own => Bound { day: Some(day), ..newest },
            Some(day) if day + TURN_OF_MONTH > own => newest,
            Some(day) if month < 12 => Bound { month: Some(month + 1), day: Some(day), ..newest },
            Some(day) => Bound { year: newest.year + 1, month: Some(1), day: Some(day) },
            None => newest,
        }
    }

    /// The latest bare day that belongs to the news of `bound`, or its own day.
    pub(super) fn latest_day(&self, bound: Bound) -> Option<i32> {
        let own = bound.day?;
        let news = self.days.iter().copied().filter(|d| (own..=own + NEWS_DAYS).contains(d));
        news.max().or(Some(own))
    }
}

/// What the offices of those whom the article names tell of its time.
#[derive(Clone, Copy, Debug)]
struct Office {
    span: Option<(Bound, Bound)>,
    /// The years of the earliest and the latest known event: articles are of the time between them.
    first: i32,
    latest: i32,
}

/// The year of the earliest known event.
fn first_year(context: Context<'_>) -> i32 {
    context.lexicon.time.events.first().and_then(|e| Bound::parse(&e.date)).map_or(1990, |b| b.year)
}

/// The year of the latest known event: about the present, as far as the data knows.
fn latest_year(context: Context<'_>) -> i32 {
    context.lexicon.time.events.last().and_then(|e| Bound::parse(&e.date)).map_or(2025, |b| b.year)
}

/// A bare day this far before the newest date is of the next month, a nearer one of the same.
const TURN_OF_MONTH: i32 = 15;

/// Days for which an event stays news.
const NEWS_DAYS: i32 = 4;

/// Whether the clause of an expression looks back, and the expression is of the story.
fn looks_back(context: Context<'_>, expression: &Expression) -> bool {
    let text = &*context.article.text;
    let (words, after) = (&text[expression.span], &text[expression.span.end as usize..]);
    let began = context
        .lexicon
        .time
        .cues
        .since
        .iter()
        .any(|w| after.starts_with(w.as_str()) || words.ends_with(w.as_str()));
    !is_foreign_to_story(context, expression)
        && (began
            || !matches!(outlook(context, expression), Outlook::Ahead | Outlook::Planned | Outlook::Once))
}

/// The date of an expression that names its year.
pub(super) fn explicit(expression: &Expression) -> Option<Bound> {
    let meaning = &expression.meaning;
    if expression.role != Role::Calendar {
        return None;
    }
    let year = meaning.year.or_else(|| Some(meaning.era? + meaning.era_year?))?;
    Some(Bound { year, month: meaning.month, day: meaning.day })
}

/// Whether a day without a month goes on with a month that its sentence, or the one before, has named.
fn follows_month(before: &[&Expression], expression: &Expression) -> bool {
    before
        .iter()
        .rev()
        .take_while(|e| e.block == expression.block && e.sentence + 1 >= expression.sentence)
        .any(|e| e.meaning.month.is_some() && (e.sentence == expression.sentence || e.meaning.year.is_some()))
}

/// A month and day without a year.
fn is_bare_date(expression: &Expression) -> bool {
    let meaning = &expression.meaning;
    expression.role == Role::Calendar
        && meaning.month.is_some()
        && meaning.day.is_some()
        && meaning.year.is_none()
}

/// A day, or month and day, as news tells it: without a year and a weekday.
fn is_bare_news(expression: &Expression) -> bool {
    let meaning = &expression.meaning;
    let bare = is_bare_date(expression) || (is_bare_day(expression) && meaning.day.is_some());
    bare && meaning.weekday.is_none()
}

/// Whether an expression stands in the bracket of a dateline at the head of its block: `【6月20日 架空】`.
fn heads_block(context: Context<'_>, expression: &Expression) -> bool {
    let block = context.article.blocks[expression.block].span;
    let before = &context.article.text[block.start as usize..expression.span.start as usize];
    before.starts_with(['【', '[', '\u{ff3b}', '(', '\u{ff08}']) && before.len() <= LONGEST_DATELINE
}

/// Bytes of a dateline before its date at most.
const LONGEST_DATELINE: usize = 60;

fn is_bare_day(expression: &Expression) -> bool {
    let meaning = &expression.meaning;
    expression.role == Role::Calendar
        && meaning.month.is_none()
        && meaning.year.is_none()
        && meaning.anchor != Some(Anchor::Mention)
}

/// Whether a date is when a page was looked up, or that of another article of the same site.
pub(super) fn is_foreign_to_story(context: Context<'_>, expression: &Expression) -> bool {
    sources::is_accessed(context, expression) || sources::is_own_article(context, expression)
}
