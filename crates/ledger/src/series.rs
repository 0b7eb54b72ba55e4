//! Quantities that measure the same thing, over time, and values among them that cannot all hold.

mod as_of;
mod distinctions;
mod figures;
mod indicator;
mod noun;
mod people;
mod routes;
mod subject;

use crate::actors::Actors;
use crate::corpus::Corpus;
use crate::dates::Interval;
use crate::ids::digest;
use crate::transfers::Transfers;
pub(crate) use distinctions::find as distinctions;
pub(crate) use figures::Figure;
pub(crate) use people::PLANNED;
use std::collections::{BTreeMap, BTreeSet};
use subject::Subject;
use tenkyo_model::Bounds;
use tenkyo_model::ledger::{Dispute, DisputeKind, Point, Series, Side};

/// Days between values that are given for the same moment.
const TOGETHER: i32 = 3;

/// The figures of all documents, completed.
pub(crate) fn figures(corpus: &Corpus<'_>, actors: &Actors, transfers: &Transfers) -> Vec<Figure> {
    figures::all(corpus, actors, transfers)
}

/// The series of the ledger, and the disputes about figures in them.
pub(crate) fn collect(
    corpus: &Corpus<'_>,
    actors: &Actors,
    figures: &[Figure],
) -> (Vec<Series>, Vec<Dispute>) {
    let mut groups: BTreeMap<Subject, Vec<&Figure>> = BTreeMap::new();
    for figure in figures {
        groups.entry(figure.subject.clone()).or_default().push(figure);
    }
    let (mut list, mut disputes) = (Vec::new(), Vec::new());
    for (subject, mut figures) in groups {
        // A lone figure about nobody in particular is no series.
        if figures.len() < 2 && subject.from.is_none() {
            continue;
        }
        figures.sort_by(|a, b| (&a.as_of, &a.member).cmp(&(&b.as_of, &b.member)));
        let series = series(actors, &subject, &figures);
        if subject.from.is_some() {
            disputes.extend(contradictions(corpus, &series, &figures));
        }
        list.push(series);
    }
    list.sort_by(|a, b| (&a.what, &a.unit, &a.id).cmp(&(&b.what, &b.unit, &b.id)));
    (list, disputes)
}

fn series(actors: &Actors, subject: &Subject, figures: &[&Figure]) -> Series {
    let name = |i: &Option<usize>| i.map(|i| actors.list[i].name.as_str());
    let id = |i: &Option<usize>| i.map_or("", |i| actors.list[i].id.as_str());
    let noun = &figures[0].noun;
    let what = match (name(&subject.from), name(&subject.to)) {
        (Some(from), Some(to)) => format!("{from} → {to}: {noun}"),
        (Some(one), None) | (None, Some(one)) => format!("{one}: {noun}"),
        (None, None) => noun.clone(),
    };
    let point = |f: &&Figure| Point {
        as_of: f.as_of.clone(),
        bounds: f.bounds,
        root: Some(f.root.clone()),
        member: f.member.clone(),
    };
    Series {
        id: format!("q-{}", digest(&[id(&subject.from), id(&subject.to), &subject.class, &subject.unit])),
        what,
        unit: subject.unit.clone(),
        points: figures.iter().map(point).collect(),
    }
}

/// Values given for one moment, in different documents or by different sources, that cannot all hold. `figures` in order of
/// their dates as written, which is that of the days and months among them.
fn contradictions(corpus: &Corpus<'_>, series: &Series, figures: &[&Figure]) -> Vec<Dispute> {
    let dated: Vec<(&Figure, Interval)> = figures.iter().filter_map(|f| Some((*f, moment(f)?))).collect();
    let mut taken = vec![false; dated.len()];
    let mut disputes = Vec::new();
    for (at, (first, day)) in dated.iter().enumerate() {
        if taken[at] {
            continue;
        }
        let mut together = vec![*first];
        let near = dated
            .iter()
            .enumerate()
            .skip(at + 1)
            .take_while(|(_, (_, other))| day.last_gap(*other) <= TOGETHER);
        for (other, (figure, when)) in near {
            if !taken[other] && comparable((first, *day), (figure, *when)) {
                taken[other] = true;
                together.push(figure);
            }
        }
        disputes.extend(dispute(corpus, series, &together));
    }
    disputes
}

/// The day or month of a figure.
fn moment(figure: &Figure) -> Option<Interval> {
    figure.as_of.as_deref().and_then(Interval::parse).filter(|date| date.days() <= 31)
}

/// Whether two figures speak of one moment and one state of things: what is planned does not contradict what has arrived.
fn comparable((a, x): (&Figure, Interval), (b, y): (&Figure, Interval)) -> bool {
    let planned = |f: &Figure| f.done == Some(false);
    // Who expects more than others expects something else; only one source's own plan can be told in two ways.
    let expected = a.subject.class.ends_with(PLANNED) && a.root != b.root;
    x.gap(y) <= TOGETHER && planned(a) == planned(b) && !expected
}

fn dispute(corpus: &Corpus<'_>, series: &Series, figures: &[&Figure]) -> Option<Dispute> {
    let mut sides: Vec<(Bounds, Vec<&Figure>)> = Vec::new();
    for figure in figures {
        match sides.iter_mut().find(|(bounds, _)| meet(*bounds, figure.bounds)) {
            Some((_, side)) => side.push(figure),
            None => sides.push((figure.bounds, vec![figure])),
        }
    }
    let first = figures.first()?;
    // A source that gives two values in one document counts two things: they do not contradict each other.
    let voices = |side: &[&Figure]| -> BTreeSet<(String, String)> {
        side.iter().map(|f| (f.root.clone(), f.member.document.clone())).collect()
    };
    let told_apart =
        (0..sides.len()).any(|a| (0..a).any(|b| !voices(&sides[a].1).is_disjoint(&voices(&sides[b].1))));
    let side = |(_, figures): &(Bounds, Vec<&Figure>)| Side {
        label: corpus.words_of(&figures[0].member).to_owned(),
        members: figures.iter().map(|f| f.member.clone()).collect(),
    };
    let date = first.as_of.as_deref().unwrap_or("");
    let sides: Vec<Side> = sides.iter().map(side).collect();
    let labels: Vec<&str> = sides.iter().map(|s| s.label.as_str()).collect();
    (sides.len() > 1 && !told_apart).then(|| Dispute {
        id: format!("d-{}", digest(&["figure", &series.id, date, &labels.join("/")])),
        kind: DisputeKind::Figure,
        about: format!("{} ({}) {date}", series.what, series.unit),
        sides: sides.clone(),
    })
}

/// Whether one value can satisfy both, rounding apart.
fn meet(a: Bounds, b: Bounds) -> bool {
    let below =
        |low: Option<f64>, high: Option<f64>| !matches!((low, high), (Some(l), Some(h)) if l > h * 1.02);
    below(a.min, b.max) && below(b.min, a.max)
}
