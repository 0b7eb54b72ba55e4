//! Which time expression dates a clause.

use super::tense;
use crate::Context;
use tenkyo_model::{BlockKind, Findings, Pos, Relation, Time, TimeKind};
use tenkyo_text::Span;

/// The date of a clause.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dated {
    /// ISO 8601 day, month or year, or an interval `A/B` of them; never with a time of day.
    pub value: String,
    /// The expression that it comes from; none where the date is that of the article.
    pub span: Option<Span>,
    /// Where it was found.
    pub basis: DateBasis,
}

/// How a date belongs to a clause, the surest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DateBasis {
    /// The expression depends on the clause's predicate.
    Clause,
    /// The expression stands in the same sentence.
    Sentence,
    /// The sentence hangs it on an event that the article dates (`会談後`).
    Event,
    /// The paragraph has named it before.
    Paragraph,
    /// It is the first day that the article names: the news.
    Article,
    /// Only the publication date is known.
    Published,
}

/// The date of what `trigger` (a predicate, or a noun for an event) tells: the best that the article gives, with its basis, so that
/// a caller may leave the weaker ones out. `None` only in an article without any date.
pub fn of_clause(context: Context<'_>, findings: &Findings, trigger: Span) -> Option<Dated> {
    let now = findings.published.as_ref().map(|p| p.value.as_str());
    let finder = Finder { context, trigger, now, times: told(context, &findings.times) };
    let named = [
        (DateBasis::Clause, finder.dependent()),
        (DateBasis::Sentence, finder.nearest()),
        (DateBasis::Paragraph, finder.reached()),
        (DateBasis::Article, finder.news()),
    ];
    let found = named.into_iter().find_map(|(basis, time)| Some((basis, time?)));
    if found.is_none_or(|(basis, _)| basis > DateBasis::Event)
        && let Some((value, span)) = finder.hung_on()
    {
        return Some(Dated { value, span, basis: DateBasis::Event });
    }
    found
        .and_then(|(basis, time)| Some(Dated { value: plain(&time.value)?, span: Some(time.span), basis }))
        .or_else(|| {
            let published = findings.published.as_ref()?;
            Some(Dated { value: published.value.clone(), span: published.span, basis: DateBasis::Published })
        })
}

/// The times that can date an event. What a bracket says again in another zone does not.
fn told<'t>(context: Context<'_>, times: &'t [Time]) -> Vec<&'t Time> {
    let again = |i: usize| i > 0 && super::zones::side_by_side(context, &times[i - 1], &times[i]).is_some();
    times.iter().enumerate().filter(|(i, t)| is_date(t) && !again(*i)).map(|(_, t)| t).collect()
}

/// Whether a time can date an event: a point of the calendar.
fn is_date(time: &Time) -> bool {
    matches!(time.kind, TimeKind::Date | TimeKind::Time) && plain(&time.value).is_some()
}

/// A TIMEX3 value as an ISO day, month, year or interval; `None` for one that is no point of the calendar.
pub fn plain(value: &str) -> Option<String> {
    if value.ends_with("_REF") {
        return None;
    }
    let days = |v: &str| v.split('T').next().unwrap_or(v).to_owned();
    let (first, last) = match value.split_once('/') {
        Some((first, last)) => (days(first), Some(days(last))),
        None => (days(value), None),
    };
    if first.contains('X') || first.starts_with('P') {
        return None;
    }
    match last {
        Some(last) if last == first => Some(first),
        Some(last) => Some(format!("{first}/{last}")),
        None => Some(stretch(&first).unwrap_or(first)),
    }
}

/// Decades, centuries, weeks, seasons, quarters, halves and fiscal years as intervals.
fn stretch(value: &str) -> Option<String> {
    if let Some(year) = value.strip_prefix("FY") {
        let year: i32 = year.get(..4)?.parse().ok()?;
        return Some(format!("{year:04}-04/{:04}-03", year + 1));
    }
    match value.len() {
        2 => return Some(format!("{value}00/{value}99")),
        3 => return Some(format!("{value}0/{value}9")),
        _ => {}
    }
    let (year, part) = value.split_once('-')?;
    let months = |from: u32, to: u32| Some(format!("{year}-{from:02}/{year}-{to:02}"));
    match part {
        "SP" => months(3, 5),
        "SU" => months(6, 8),
        "FA" => months(9, 11),
        "WI" => Some(format!("{year}-12/{:04}-02", year.parse::<i32>().ok()? + 1)),
        "H1" => months(1, 6),
        "H2" => months(7, 12),
        "Q1" => months(1, 3),
        "Q2" => months(4, 6),
        "Q3" => months(7, 9),
        "Q4" => months(10, 12),
        _ => week(year, part.strip_prefix('W')?),
    }
}

fn week(year: &str, week: &str) -> Option<String> {
    let (number, weekend) = (week.get(..2)?, week.ends_with("-WE"));
    let (year, number) = (year.parse().ok()?, number.parse().ok()?);
    let first = super::resolve::week_day(year, number, if weekend { 6 } else { 1 })?;
    let last = super::resolve::week_day(year, number, 7)?;
    Some(format!("{first}/{last}"))
}

struct Finder<'a> {
    context: Context<'a>,
    trigger: Span,
    now: Option<&'a str>,
    times: Vec<&'a Time>,
}

impl<'a> Finder<'a> {
    /// The sentence of the trigger.
    fn sentence(&self) -> Option<Span> {
        let index = self.context.analysis.sentence_at(self.trigger.start)?;
        Some(self.context.analysis.sentences[index].span)
    }

    fn in_sentence(&self) -> impl DoubleEndedIterator<Item = &'a Time> + Clone {
        let sentence = self.sentence().unwrap_or_default();
        self.times.iter().copied().filter(move |t| sentence.contains(t.span))
    }

    /// The last expression whose bunsetsu depends on the trigger's, or on a noun that does through の, or on a clause that tells when
    /// it was held (`11日から開かれていた両国の協議`).
    fn dependent(&self) -> Option<&'a Time> {
        let all = &self.context.analysis.bunsetsu;
        let goal =
            self.context.analysis.bunsetsu_at(self.trigger.end.saturating_sub(1).max(self.trigger.start))?;
        let first = self.context.analysis.bunsetsu_at(self.trigger.start)?;
        let reaches = |t: &&Time| {
            let own = self.context.analysis.bunsetsu_at(t.span.end.saturating_sub(1))?;
            let head = all[own].head?;
            let through = || all[own].relation == Relation::No && all[head].head == Some(goal);
            let through = || through() || self.holds(head, goal);
            ((first..=goal).contains(&own) || (first..=goal).contains(&head) || through()).then_some(())
        };
        self.in_sentence().rfind(|t| self.same_level(t) && reaches(t).is_some())
    }

    /// Whether the clause of bunsetsu `verb` describes the noun of bunsetsu `goal`, or an owner of it, and tells that it was held.
    fn holds(&self, verb: usize, goal: usize) -> bool {
        let all = &self.context.analysis.bunsetsu;
        let held = &self.context.lexicon.time.cues.held;
        let tokens = &self.context.analysis.tokens[all[verb].tokens.clone()];
        let told = tokens.iter().any(|t| held.iter().any(|h| h == t.lemma(&self.context.article.text)));
        let noun = all[verb].head.filter(|_| all[verb].relation == Relation::Adnominal && told);
        let owned = |noun: usize| all[noun].head.filter(|_| all[noun].relation == Relation::No);
        noun.is_some_and(|noun| noun == goal || owned(noun) == Some(goal))
    }

    /// The nearest expression before the trigger in its sentence, else the first after it; those that describe another noun
    /// and those of another level of quotation come last.
    fn nearest(&self) -> Option<&'a Time> {
        let before = self.in_sentence().filter(|t| t.span.end <= self.trigger.start);
        let after = self.in_sentence().filter(|t| t.span.start >= self.trigger.end);
        let own = |t: &Time| !self.describes_other(t) && !self.dates_what_is_told(t);
        let free = |t: &&Time| self.same_level(t) && own(t);
        let outer = |t: &&Time| own(t) && !self.inside_other_quotation(t);
        before
            .clone()
            .rfind(free)
            .or_else(|| after.clone().find(free))
            .or_else(|| before.clone().rfind(outer))
    }

    /// Whether the words between an expression and the trigger close every quotation that they open, and open every one that they close.
    fn same_level(&self, time: &Time) -> bool {
        let (opens, closes) = self.quotations_between(time);
        !opens && !closes
    }

    /// Whether an expression stands in a quotation that the trigger is outside of.
    fn inside_other_quotation(&self, time: &Time) -> bool {
        self.quotations_between(time).1
    }

    /// Whether a quotation is left open, and whether one is closed, between an expression and a later trigger.
    fn quotations_between(&self, time: &Time) -> (bool, bool) {
        let between = Span {
            start: time.span.end.min(self.trigger.end),
            end: self.trigger.start.max(time.span.start).max(time.span.end.min(self.trigger.end)),
        };
        let (mut depth, mut closed) = (0i32, false);
        for c in self.context.article.text[between].chars() {
            match c {
                '「' | '『' | '“' => depth += 1,
                '」' | '』' | '”' => depth -= 1,
                _ => {}
            }
            closed |= depth < 0;
        }
        (depth > 0, closed)
    }

    /// Whether an expression belongs to a clause that describes a noun before the trigger: `12日に着いた首相は会談した`.
    fn describes_other(&self, time: &Time) -> bool {
        let Some(sentence) = self.context.analysis.sentence_at(time.span.start) else { return false };
        tense::described_noun(self.context, sentence, time.span.end)
            .is_some_and(|noun| noun <= self.trigger.start && !self.passes(time, self.trigger.start))
    }

    /// Whether a comma ends the bunsetsu of an expression and the parser hangs it on the one at byte `at` or one after that.
    fn passes(&self, time: &Time, at: u32) -> bool {
        let analysis = self.context.analysis;
        let own = analysis.bunsetsu_at(time.span.end.saturating_sub(1)).map(|own| &analysis.bunsetsu[own]);
        let comma = own.is_some_and(|own| analysis.tokens[own.tokens.end - 1].pos == Pos::Comma);
        let goal = analysis.bunsetsu_at(at);
        comma && own.and_then(|own| own.head) >= goal && goal.is_some()
    }

    /// Whether an expression depends on a verb before the trigger under こと or the like: it dates what is to be done
    /// (`13日、25日に行うことで合意した`).
    fn dates_what_is_told(&self, time: &Time) -> bool {
        let analysis = self.context.analysis;
        let Some(goal) = analysis.bunsetsu_at(self.trigger.start) else { return false };
        let own = analysis.bunsetsu_at(time.span.end.saturating_sub(1));
        let verb = own.and_then(|own| analysis.bunsetsu[own].head).map(|v| (v, &analysis.bunsetsu[v]));
        let told = verb.filter(|(v, b)| *v < goal && b.relation == Relation::Adnominal);
        let noun = told.and_then(|(_, b)| b.head).filter(|noun| *noun < goal);
        let first = noun.and_then(|noun| analysis.tokens.get(analysis.bunsetsu[noun].tokens.start));
        first.is_some_and(|t| t.pos == Pos::DependentNoun && !t.is_adverbial())
    }

    /// The date of the event that the sentence hangs this one on.
    fn hung_on(&self) -> Option<(String, Option<Span>)> {
        super::happened::hung_on(self.context, &self.times, self.sentence()?, self.trigger, self.now)
    }

    /// The last day that an earlier sentence of the same block names in a main clause.
    fn reached(&self) -> Option<&'a Time> {
        let sentence = self.sentence()?;
        let block = self.context.article.blocks.iter().find(|b| b.span.contains(sentence))?.span;
        let earlier = |t: &&&Time| block.contains(t.span) && t.span.end <= sentence.start && is_day(t);
        let main = |t: &&&Time| earlier(t) && !self.is_described(t);
        self.times.iter().rfind(main).or_else(|| self.times.iter().rfind(earlier)).copied()
    }

    /// The first day that the prose names in a main clause.
    fn news(&self) -> Option<&'a Time> {
        let blocks = &self.context.article.blocks;
        let kind = |t: &Time| blocks.iter().find(|b| b.span.contains(t.span)).map(|b| b.kind);
        let prose =
            |t: &&&Time| kind(t).is_some_and(BlockKind::is_prose) && is_day(t) && !self.is_described(t);
        self.times.iter().find(prose).copied()
    }

    fn is_described(&self, time: &Time) -> bool {
        let sentence = self.context.analysis.sentence_at(time.span.start);
        let noun = sentence.and_then(|s| tense::described_noun(self.context, s, time.span.end));
        noun.is_some_and(|noun| !self.passes(time, noun))
    }
}

/// Whether a time names a day.
fn is_day(time: &Time) -> bool {
    time.value.len() >= 10 && time.value.as_bytes()[4] == b'-' && time.value.as_bytes()[5].is_ascii_digit()
}
