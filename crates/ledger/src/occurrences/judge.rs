//! Whether two deeds of documents are one event.

use super::candidate::{Candidate, Sides};
use crate::dates::Interval;
use crate::deeds::{Class, PEOPLE};
use crate::similarity::Likeness;
use tenkyo_lexicon::ledger::Common;
use tenkyo_model::EventType;
use tenkyo_model::ledger::Verdict;

/// Days after an event within which reports that give it no date still mean it.
pub(super) const NEWS: i32 = 3;
/// Days over which an undated report still means the last such event, or an announcement the next.
pub(super) const REACH: i32 = 400;

/// A verdict with its grounds.
pub(crate) struct Judged {
    pub verdict: Verdict,
    pub strength: f64,
    pub rule: &'static str,
    grounds: Option<Grounds>,
}

/// What was added up.
struct Grounds {
    who: f64,
    when: f64,
    how: &'static str,
    words: f64,
}

impl Judged {
    fn without(verdict: Verdict, rule: &'static str) -> Self {
        Self { verdict, strength: 0.0, rule, grounds: None }
    }

    /// The grounds as they are written.
    pub fn evidence(&self) -> Vec<(&'static str, String)> {
        let written = |g: &Grounds| {
            vec![
                ("actors", format!("{:.2}", g.who)),
                ("date", format!("{} {:.2}", g.how, g.when)),
                ("words", format!("{:.2}", g.words)),
                ("sum", format!("{:.2}", self.strength)),
            ]
        };
        self.grounds.as_ref().map(written).unwrap_or_default()
    }
}

/// Judges two deeds: what excludes that they are one comes first, then what speaks for it is added up.
pub(crate) fn judge(a: &Candidate<'_>, b: &Candidate<'_>, common: &Common) -> Judged {
    let different = |rule| Judged::without(Verdict::Different, rule);
    if a.class != b.class || (a.polarity != b.polarity && !a.denied && !b.denied) {
        return different("ledger.occurrence.type");
    }
    let modal = !matches!(a.class, Class::Goods(_));
    // A report to parliament is no meeting, and backing is no treaty.
    let known = !matches!(a.class, Class::Other(EventType::Consult | EventType::Support));
    if modal && a.mode != b.mode && !(known && (a.mode.is_none() || b.mode.is_none())) {
        return different("ledger.occurrence.mode");
    }
    if a.variant != b.variant {
        return different("ledger.occurrence.variant");
    }
    let Some(who) = participants(a, b) else { return different("ledger.occurrence.actors") };
    let Some((when, how)) = dates(a, b) else { return different("ledger.occurrence.date") };
    if !a.documents.is_disjoint(&b.documents) {
        // What one document tells apart may still be one through another, but it does not say so itself.
        return Judged::without(Verdict::Unsure, "ledger.occurrence.one-document");
    }
    let Likeness { jaccard: words, .. } = a.words.compare(&b.words, common);
    let venue = f64::from(a.venue.is_some() && a.venue == b.venue);
    let strength = who + when + 0.3 * venue + 0.5 * words;
    let same = strength >= threshold(a.class);
    Judged {
        verdict: if same { Verdict::Same } else { Verdict::Unsure },
        strength,
        rule: "ledger.occurrence.sum",
        grounds: Some(Grounds { who, when, how, words }),
    }
}

/// Meetings, treaties and missions between two sides are rare, words against each other are not: these need more to be one.
fn threshold(class: Class<'_>) -> f64 {
    match class {
        Class::Goods(_) => 1.25,
        Class::Other(EventType::Consult | EventType::Support | EventType::Retreat | EventType::Mobilize) => {
            1.2
        }
        Class::Other(_) => 1.4,
    }
}

/// How well the actors agree, from 0 to 1; none when they cannot be the same.
fn participants(a: &Candidate<'_>, b: &Candidate<'_>) -> Option<f64> {
    let (sides_a, sides_b) = (&a.all.sides, &b.all.sides);
    if sides_a.is_empty() || sides_b.is_empty() {
        return Some(0.2);
    }
    let mutual = match a.class {
        Class::Other(EventType::Consult) => a.mode != Some("visit"),
        Class::Other(EventType::Support) => a.mode == Some("treaty"),
        Class::Other(kind) => matches!(kind, EventType::Agree | EventType::Cooperate),
        Class::Goods(_) => false,
    };
    // Reports of one time may name the wrong person; at another time who else was met is another meeting.
    let when = |c: &Candidate<'_>| c.date.or(c.heard);
    let later = matches!((when(a), when(b)), (Some(x), Some(y)) if x.gap(y) > NEWS);
    if mutual && (opposed(&a.all, &b.all) || later && a.all.differ(&b.all)) {
        return None;
    }
    // Who acts, and in which direction, counts where it is not mutual.
    let acts = |c: &Candidate<'_>, d: &Candidate<'_>| {
        !c.source.sides.is_empty()
            && !d.source.sides.is_empty()
            && c.source.sides.is_disjoint(&d.source.sides)
    };
    let others = opposed(&a.source, &b.source);
    if !mutual && (acts(a, b) || others) {
        return None;
    }
    let shared = sides_a.intersection(sides_b).count();
    let smaller = sides_a.len().min(sides_b.len());
    let part = shared as f64 / sides_a.union(sides_b).count() as f64;
    let open = a.target.sides.is_empty() || b.target.sides.is_empty();
    let least = match a.class {
        // Who sends soldiers sends them to one place, named or not.
        Class::Goods(PEOPLE) if open && !a.source.sides.is_disjoint(&b.source.sides) => 0.9,
        _ => 0.6,
    };
    if words_against(a.class) && !a.source.sides.is_disjoint(&b.source.sides) {
        return Some(part.max(0.8));
    }
    (shared > 0).then_some(if shared == smaller { part.max(least) } else { part * 0.8 })
}

/// Whether it is a word against somebody, of which reports name now this and now that addressee.
fn words_against(class: Class<'_>) -> bool {
    matches!(class, Class::Other(EventType::Reject | EventType::Accuse))
}

/// Whether both name persons, and none in common.
fn opposed(a: &Sides, b: &Sides) -> bool {
    !a.persons.is_empty() && !b.persons.is_empty() && a.persons.is_disjoint(&b.persons)
}

/// How well the dates agree, from 0 to 1, and why; none when they cannot be the same.
fn dates(a: &Candidate<'_>, b: &Candidate<'_>) -> Option<(f64, &'static str)> {
    match (a.date, b.date) {
        (Some(x), Some(y)) => match x.gap(y) {
            0 if x.is_day() && y.is_day() => Some((0.8, "same-day")),
            0 if x.days().max(y.days()) <= 31 => Some((0.5, "same-month")),
            0 if a.expected || b.expected => Some((0.3, "expected")),
            0 => Some((0.15, "overlap")),
            // The local date and that of Japan, or a mistake in one of them.
            1 if x.is_day() && y.is_day() => Some((0.4, "next-day")),
            _ => None,
        },
        (Some(date), None) => told(date, a, b),
        (None, Some(date)) => told(date, b, a),
        (None, None) => match (a.heard, b.heard) {
            (Some(x), Some(y)) if x.gap(y) == 0 => Some((0.5, "told-together")),
            (Some(x), Some(y)) if x.gap(y) <= NEWS => Some((0.3, "reported-together")),
            (Some(x), Some(y)) if x.gap(y) > REACH => None,
            (Some(x), Some(y)) => Some((far(a, x.gap(y)), "reported-apart")),
            _ => Some((0.0, "unknown")),
        },
    }
}

/// What a dated deed has to do with one that another document tells without a date.
fn told(date: Interval, dated: &Candidate<'_>, undated: &Candidate<'_>) -> Option<(f64, &'static str)> {
    let Some(heard) = undated.heard else { return Some((0.0, "unknown")) };
    let gap = heard.gap(date);
    let after = heard.last >= date.first;
    match () {
        () if gap <= NEWS && date.days() <= 31 => Some((0.5, "news")),
        // Words of what is to come mean the next, words of what was mean the last.
        () if !after && undated.expected && !dated.expected => Some((far(dated, gap), "announced")),
        () if !after || gap > REACH => None,
        () => Some((far(dated, gap), "looked-back")),
    }
}

/// Reports of what happens once in a while mean the nearest: the farther, the less so.
fn far(c: &Candidate<'_>, gap: i32) -> f64 {
    let rare = match c.class {
        Class::Goods(family) => family == PEOPLE,
        Class::Other(kind) => matches!(kind, EventType::Consult | EventType::Support) && c.mode.is_some(),
    };
    if rare && gap <= REACH { 0.4 - 0.15 * f64::from(gap) / f64::from(REACH) } else { 0.0 }
}
