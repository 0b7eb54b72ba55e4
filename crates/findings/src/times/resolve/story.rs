//! The dates that a story has reached: what `翌日`, `同月`, `当時` and a bare `午後3時` count from.

use super::Value;
use super::point::{Clock, Moment, Point, date};
use crate::Context;
use crate::times::scan::Expression;
use crate::times::{happened, sources, tense};
use jiff::civil::Date;
use tenkyo_lexicon::time::Anchor;
use tenkyo_model::{Published, TimeKind, TimeMod};
use tenkyo_text::Span;

/// When the article was written, as exactly as it is known.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::times) struct Written {
    pub(in crate::times) year: Option<i32>,
    pub(in crate::times) month: Option<i32>,
    pub(in crate::times) day: Option<i32>,
}

impl Written {
    pub(in crate::times) fn of(published: Option<&Published>) -> Self {
        let Some(published) = published else { return Self::default() };
        let mut parts = published.value.split(['-', 'T']).map(|p| p.parse().ok());
        let mut next = || parts.next().flatten();
        Self { year: next(), month: next(), day: next() }
    }

    /// The day, when it is known.
    pub(in crate::times) fn date(self) -> Option<Date> {
        date(self.year?, self.month?, self.day?)
    }

    /// The day, or the middle of the month that is known.
    pub(in crate::times) fn about(self) -> Option<Date> {
        date(self.year?, self.month?, self.day.unwrap_or(15))
    }
}

/// A date that was mentioned.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mention {
    pub(super) moment: Moment,
    pub(super) span: Span,
    pub(super) sentence: usize,
    pub(super) block: usize,
    /// Whether the words place it late in its year.
    pub(super) late: bool,
    /// Whether it stands inside round brackets.
    bracketed: bool,
}

/// The state of the story while its expressions are resolved from left to right.
pub(super) struct Story<'a> {
    pub(super) context: Context<'a>,
    pub(super) written: Written,
    /// The last calendar expression of any precision.
    pub(super) last: Option<Mention>,
    /// The last clock time, with whether its words say which half of the day it lies in.
    clock: Option<(Mention, bool)>,
    /// Every day that was mentioned, with its place.
    days: Vec<(Span, Date)>,
    /// The last that names a day.
    pub(super) last_day: Option<Mention>,
    /// The last day that a main clause names.
    pub(super) reached: Option<Mention>,
    /// The first day that the story names: the news.
    pub(super) main: Option<Date>,
}

impl<'a> Story<'a> {
    pub(super) fn new(context: Context<'a>, written: Written, _expressions: &[Expression]) -> Self {
        Self {
            context,
            written,
            last: None,
            clock: None,
            days: Vec::new(),
            last_day: None,
            reached: None,
            main: None,
        }
    }

    /// Takes note of a resolved calendar expression.
    pub(super) fn mention(&mut self, expression: &Expression, moment: Moment) {
        if self.is_aside(expression) {
            return;
        }
        let late = expression.meaning.modifier.is_some_and(|m| m.0 == TimeMod::End);
        let span = expression.span;
        let mention = Mention {
            moment,
            span,
            sentence: expression.sentence,
            block: expression.block,
            late,
            bracketed: expression.bracketed,
        };
        self.last = Some(mention);
        if let Clock::Time { hour, .. } = moment.clock {
            let meaning = &expression.meaning;
            let halved =
                meaning.clock_part.or(meaning.part).is_some() || (hour >= 12 && meaning.hour != Some(hour));
            let carried =
                self.last_clock(expression).is_some_and(|(_, halved)| halved) && meaning.hour != Some(hour);
            self.clock = Some((mention, halved || carried));
        }
        if let Point::Day { .. } = moment.point {
            self.last_day = Some(mention);
            self.days.extend(moment.point.date().map(|day| (span, day)));
            if !tense::describes_noun(self.context, expression) {
                self.reached = Some(mention);
                self.main = self.main.or(moment.point.date());
            }
        }
    }

    /// Whether the expression stands beside the story: in a source list, or in the time of another zone.
    fn is_aside(&self, expression: &Expression) -> bool {
        let before = &self.context.article.text[..expression.span.start as usize];
        let zones = &self.context.lexicon.time.cues.other_zone;
        sources::is_source(self.context, expression)
            || zones.iter().any(|zone| before.ends_with(zone.as_str()))
    }

    /// The day that an anchor stands for.
    pub(super) fn day(&self, anchor: Anchor, expression: &Expression) -> Option<Date> {
        let in_block = |m: &&Mention| m.block == expression.block;
        match anchor {
            Anchor::Speech if expression.quoted => self.spoken().or(self.written.date()),
            Anchor::Speech => self.written.date().or_else(|| self.spoken()),
            Anchor::Mention => {
                if let Some(day) = self.event_day(expression) {
                    return Some(day);
                }
                let last = self.last_day.as_ref().filter(in_block).and_then(|m| m.moment.point.date());
                last.or(self.main).or_else(|| self.written.date())
            }
            Anchor::Story => {
                let reached = self.reached.as_ref().filter(in_block).and_then(|m| m.moment.point.date());
                reached.or(self.main).or_else(|| self.day(Anchor::Mention, expression))
            }
        }
    }

    /// The day of the event that an expression counts from: `会談の翌日`.
    pub(super) fn event_day(&self, expression: &Expression) -> Option<Date> {
        let noun = happened::anchor(self.context, expression.span)?;
        happened::dated(self.context, noun, self.days.iter().copied())
    }

    /// The day on which a quoted speaker spoke: the one that the story has reached, when it is no history.
    fn spoken(&self) -> Option<Date> {
        let reached = self.last_day.and_then(|m| m.moment.point.date()).or(self.main)?;
        let near = |written: Date| written.since(reached).map_or(0, |s| s.get_days()).abs() <= NEWS_DAYS;
        self.written.date().is_none_or(near).then_some(reached)
    }

    /// The day on which a bare clock time lies.
    pub(super) fn running(&self, expression: &Expression) -> Option<Point> {
        let in_block = self.last_day.filter(|m| m.block == expression.block).map(|m| m.moment.point);
        in_block.or(self.main.map(Point::of_date)).or_else(|| self.written.date().map(Point::of_date))
    }

    /// The value that `当時` and `同じ時期` repeat.
    pub(super) fn echo(&self, expression: &Expression) -> Value {
        let last = self.last.filter(|m| m.block == expression.block);
        let text = last.map(|m| Moment { clock: Clock::None, ..m.moment }.to_string());
        Value::new(TimeKind::Date, text.unwrap_or_else(|| "PAST_REF".to_owned()))
    }

    /// The hour of the last clock time of the block, and whether its words tell the half of the day.
    pub(super) fn last_clock(&self, expression: &Expression) -> Option<(i32, bool)> {
        let near =
            |m: &Mention| m.block == expression.block && m.sentence + CLOCK_SENTENCES >= expression.sentence;
        let (mention, halved) = self.clock.filter(|(m, _)| near(m))?;
        match mention.moment.clock {
            Clock::Time { hour, .. } => Some((hour, halved)),
            _ => None,
        }
    }

    /// The last mention, when it stands in the same sentence or, within its block, at most `sentences` before. What is said in brackets
    /// (`朝鮮戦争(1950年から1953年)`) dates the word before them and nothing outside.
    pub(super) fn recent(&self, expression: &Expression, sentences: usize) -> Option<Point> {
        let near = |m: &Mention| {
            m.block == expression.block
                && m.sentence + sentences >= expression.sentence
                && (!m.bracketed || expression.bracketed)
        };
        self.last.filter(near).map(|m| m.moment.point)
    }
}

/// Sentences for which a clock time is remembered.
const CLOCK_SENTENCES: usize = 2;

/// Days between news and report at most.
pub(super) const NEWS_DAYS: i32 = 8;
