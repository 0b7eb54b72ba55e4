//! Entries of the ledger as rows, for every page that lists them.

use crate::charts;
use crate::desk::Desk;
use crate::desk::{Cited, Words};
use crate::display::{self, shortened, shown};
use crate::language::Language;
use tenkyo_model::ledger::{Dispute, Distinction, Occurrence, Point, Series, Side, Transfer, Utterance};

/// Longest content shown in a list, in characters.
const CONTENT: usize = 180;
/// Most words shown of one entry or one side of it, and most actors that stand in one row; a link leads to the others.
const WORDS: usize = 3;
const NAMES: usize = 6;
/// Most sides shown of one dispute.
const SIDES: usize = 4;
/// Newest values listed of a series among others.
const VALUES: usize = 8;

/// An actor with the address of its page.
#[derive(Clone, Debug)]
pub(crate) struct Named {
    pub name: String,
    /// Empty when it has no page.
    pub href: String,
}

impl Desk {
    pub(crate) fn named(&self, id: &str) -> Named {
        let href = self.actor(id).map(|actor| format!("/actors/{}", crate::ask::encoded(&actor.id)));
        Named { name: self.name(id), href: href.unwrap_or_default() }
    }

    pub(crate) fn all_named(&self, ids: &[String]) -> Vec<Named> {
        ids.iter().take(NAMES).map(|id| self.named(id)).collect()
    }
}

/// An act of saying.
pub(crate) struct UtteranceRow {
    pub id: String,
    pub date: String,
    pub speaker: Option<Named>,
    pub via: Vec<Named>,
    pub text: String,
    pub mode: &'static str,
    pub certainty: &'static str,
    pub denied: bool,
    pub words: Cited,
    pub href: String,
}

pub(crate) fn utterance(desk: &Desk, u: &Utterance, language: Language) -> UtteranceRow {
    UtteranceRow {
        id: u.id.clone(),
        date: date(u.date.as_deref(), language),
        speaker: u.speaker.as_deref().map(|id| desk.named(id)),
        via: desk.all_named(&u.via),
        text: shortened(&u.text, CONTENT),
        mode: u.mode.name(),
        certainty: u.certainty.name(),
        denied: u.polarity.name() == "-",
        words: desk.cited(&u.id, &u.members, WORDS, language),
        href: u.members.first().and_then(|member| desk.href(member)).unwrap_or_default(),
    }
}

/// A real event.
pub(crate) struct OccurrenceRow {
    pub id: String,
    pub date: String,
    /// Whether the date is coarser than a day.
    pub fuzzy: bool,
    pub kind: &'static str,
    pub label: String,
    /// Address of the first words.
    pub href: String,
    pub place: Option<Named>,
    pub certainty: &'static str,
    /// On the Admiralty scale: `B2`.
    pub grade: String,
    pub negative: bool,
    pub roots: Vec<Named>,
    pub words: Cited,
}

pub(crate) fn occurrence(desk: &Desk, o: &Occurrence, language: Language) -> OccurrenceRow {
    OccurrenceRow {
        id: o.id.clone(),
        date: date(o.date.as_deref(), language),
        fuzzy: o.date.as_deref().is_none_or(|date| date.len() < 10 || date.contains('/')),
        kind: o.kind.name(),
        label: shown(&o.label).into_owned(),
        href: o.members.first().and_then(|member| desk.href(member)).unwrap_or_default(),
        place: o.place.as_deref().map(|id| desk.named(id)),
        certainty: o.certainty.name(),
        grade: format!("{}{}", o.grade.source, o.grade.information),
        negative: o.polarity.name() == "-",
        roots: desk.all_named(&o.roots),
        words: desk.cited(&o.id, &o.members, WORDS, language),
    }
}

/// A transfer.
pub(crate) struct TransferRow {
    pub id: String,
    pub date: String,
    pub giver: Option<Named>,
    pub receiver: Option<Named>,
    pub item: String,
    pub category: String,
    pub quantity: String,
    pub status: &'static str,
    pub certainty: &'static str,
    pub negative: bool,
    pub roots: Vec<Named>,
    pub words: Cited,
}

pub(crate) fn transfer(desk: &Desk, t: &Transfer, language: Language) -> TransferRow {
    let quantity = t.quantity.as_ref().map(|(bounds, unit)| display::amount(*bounds, unit, language));
    TransferRow {
        id: t.id.clone(),
        date: date(t.date.as_deref(), language),
        giver: t.giver.as_deref().map(|id| desk.named(id)),
        receiver: t.receiver.as_deref().map(|id| desk.named(id)),
        item: shown(&t.item).into_owned(),
        category: t.category.clone(),
        quantity: quantity.unwrap_or_default(),
        status: t.status.name(),
        certainty: t.certainty.name(),
        negative: t.polarity.name() == "-",
        roots: desk.all_named(&t.roots),
        words: desk.cited(&t.id, &t.members, WORDS, language),
    }
}

/// A contradiction with its sides.
pub(crate) struct DisputeRow {
    pub kind: &'static str,
    pub about: String,
    pub sides: Vec<SideRow>,
    /// How many more sides there are, and where their words are.
    pub rest: usize,
    pub all: String,
}

/// One side of it.
pub(crate) struct SideRow {
    pub label: String,
    pub words: Cited,
}

pub(crate) fn dispute(desk: &Desk, d: &Dispute, language: Language) -> DisputeRow {
    let (sides, rest) = sides(desk, &d.id, &d.sides, language);
    DisputeRow { kind: d.kind.name(), about: shown(&d.about).into_owned(), sides, rest, all: words_of(&d.id) }
}

/// Figures that differ because they count different things.
pub(crate) fn distinction(desk: &Desk, d: &Distinction, language: Language) -> DisputeRow {
    let (sides, rest) = sides(desk, &d.id, &d.sides, language);
    DisputeRow {
        kind: Distinction::KIND,
        about: shown(&d.about).into_owned(),
        sides,
        rest,
        all: words_of(&d.id),
    }
}

/// The first sides, and how many more there are.
fn sides(desk: &Desk, id: &str, sides: &[Side], language: Language) -> (Vec<SideRow>, usize) {
    let side = |side: &Side| SideRow {
        label: shown(&side.label).into_owned(),
        words: desk.cited(id, &side.members, WORDS, language),
    };
    (sides.iter().take(SIDES).map(side).collect(), sides.len().saturating_sub(SIDES))
}

/// The page with all words of an entry.
fn words_of(id: &str) -> String {
    format!("/words?id={}", crate::ask::encoded(id))
}

/// A figure over time.
pub(crate) struct SeriesRow {
    pub what: String,
    pub chart: Option<charts::series::Chart>,
    pub points: Vec<PointRow>,
    /// How many values are not listed, and the page that lists all.
    pub rest: usize,
    pub href: String,
}

/// One value of it.
pub(crate) struct PointRow {
    pub as_of: String,
    pub value: String,
    pub who: String,
    pub words: Option<Words>,
    /// Length of its bar, in hundredths of the greatest value.
    pub bar: u32,
    /// Whether the greatest value is open.
    pub open: bool,
}

/// A series among others: its newest values.
pub(crate) fn series(desk: &Desk, s: &Series, language: Language) -> SeriesRow {
    let dated = s.points.iter().filter(|point| point.as_of.is_some()).count();
    // The values without a date come last.
    let from = dated.saturating_sub(VALUES);
    let listed = &s.points[from..s.points.len().min(from + VALUES)];
    SeriesRow {
        what: shown(&s.what).into_owned(),
        chart: charts::series::chart(desk, s, charts::series::FEW, language),
        points: points(desk, s, listed, language),
        rest: s.points.len() - listed.len(),
        href: format!("/series/{}", crate::ask::encoded(&s.id)),
    }
}

/// Some values of a series as rows.
pub(crate) fn points(desk: &Desk, s: &Series, listed: &[Point], language: Language) -> Vec<PointRow> {
    let size = |b: tenkyo_model::Bounds| b.max.or(b.min).unwrap_or(0.0).max(0.0);
    let most = s.points.iter().map(|point| size(point.bounds)).fold(0.0, f64::max);
    let point = |point: &Point| PointRow {
        as_of: date(point.as_of.as_deref(), language),
        value: display::amount(point.bounds, &s.unit, language),
        who: point.root.as_deref().map(|id| desk.name(id)).unwrap_or_default(),
        words: desk.shown_words(&point.member, language),
        bar: if most > 0.0 { (size(point.bounds) / most * 100.0).round() as u32 } else { 0 },
        open: point.bounds.max.is_none(),
    };
    listed.iter().map(point).collect()
}

/// A date in words.
pub(crate) fn date(value: Option<&str>, language: Language) -> String {
    value.map_or_else(|| language.word("unknown.date").to_owned(), |value| display::date(value, language))
}
