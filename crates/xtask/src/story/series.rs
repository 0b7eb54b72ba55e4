//! Figures in a row: whether each is found with its value, and whether they stand in the right rows.

use super::anchors::{Anchor, Texts};
use super::clusters::put_bcubed;
use super::gold::{Gold, Point as GoldPoint};
use super::{Measured, share};
use tenkyo_model::ledger::{Point, Series};

/// A figure of the ledger and the series that it stands in.
type Found<'a> = (usize, &'a Point);

/// Scores the ledger's series.
pub(super) fn score(texts: &Texts, gold: &Gold, ledger: &[Series]) -> anyhow::Result<Measured> {
    let found: Vec<Found<'_>> =
        ledger.iter().enumerate().flat_map(|(at, s)| s.points.iter().map(move |p| (at, p))).collect();
    let mut measured = Measured::default();
    let (mut groups, mut dated, mut anchors) = (Vec::new(), 0, Vec::new());
    let mut used = vec![false; found.len()];
    for (series, point) in gold.series.iter().flat_map(|s| s.points.iter().map(move |p| (s, p))) {
        let anchor = texts.anchor(&point.at)?;
        let touching: Vec<usize> = (0..found.len()).filter(|i| anchor.touches(&found[*i].1.member)).collect();
        match touching.iter().find(|i| same_value(point, found[**i].1)) {
            Some(at) => {
                dated += usize::from(same_day(&point.as_of, found[*at].1.as_of.as_deref()));
                groups.push((series.id.as_str(), Some(found[*at].0)));
                touching.iter().filter(|i| same_value(point, found[**i].1)).for_each(|i| used[*i] = true);
            }
            None => measured.errors.push(missing(
                texts,
                &series.id,
                &anchor,
                touching.first().map(|i| found[*i].1),
            )),
        }
        anchors.push(anchor);
    }
    let wanted = anchors.len();
    anchors.extend(
        gold.beside
            .iter()
            .map(|b| texts.anchor(&b.at))
            .collect::<anyhow::Result<Vec<_>>>()?
            .into_iter()
            .inspect(|anchor| {
                (0..found.len()).filter(|i| anchor.touches(&found[*i].1.member)).for_each(|i| used[i] = true)
            }),
    );
    let false_ones: Vec<usize> = (0..found.len()).filter(|i| !used[*i]).collect();
    for at in &false_ones {
        let (series, point) = found[*at];
        measured.errors.push(format!(
            "not in the gold: {} in {}",
            texts.show(&point.member),
            ledger[series].what
        ));
    }
    let right = groups.len() as f64;
    measured.put_f1(right, right + false_ones.len() as f64, wanted as f64);
    measured.put("as_of", share(dated as f64, right));
    put_grouping(&mut measured, &groups, ledger);
    Ok(measured)
}

/// How right the rows are, over the figures that are found: B-cubed F1, as `grouped`.
fn put_grouping(measured: &mut Measured, groups: &[(&str, Option<usize>)], ledger: &[Series]) {
    let mut inner = Measured::default();
    put_bcubed(&mut inner, groups);
    measured.put("grouped", inner.metrics["b3_f1"]);
    let mut pairs: Vec<(&str, usize)> = groups.iter().filter_map(|(id, at)| Some((*id, (*at)?))).collect();
    pairs.sort_unstable();
    pairs.dedup();
    for (id, at) in &pairs {
        let row = &ledger[*at].what;
        if pairs.iter().any(|(other, same)| same == at && other != id) {
            measured.errors.push(format!("{id}: with others in one row: {row}"));
        }
        if pairs.iter().any(|(same, other)| same == id && other != at) {
            measured.errors.push(format!("{id}: only partly in the row: {row}"));
        }
    }
}

fn missing(texts: &Texts, series: &str, anchor: &Anchor, touching: Option<&Point>) -> String {
    let shown = texts.shown(anchor);
    match touching {
        Some(p) => format!("{series}: {shown} has the value {:?} to {:?}", p.bounds.min, p.bounds.max),
        None => format!("{series}: not found: {shown}"),
    }
}

fn same_value(gold: &GoldPoint, found: &Point) -> bool {
    gold.min == found.bounds.min && gold.max == found.bounds.max
}

/// Whether the days agree at the precision of the coarser one, the month at least unless the gold has a year.
fn same_day(gold: &str, found: Option<&str>) -> bool {
    let agree = |day: &str| {
        let len = gold.len().min(day.len());
        gold.get(..len) == day.get(..len) && len >= gold.len().min(7)
    };
    found.is_some_and(|found| found.split('/').any(agree))
}
