//! Which transfers are worth a judgement: those of one route that are near each other in time or tell the same amount.

use super::{NEWS, Route, own_date, quantity, route};
use crate::actors::Actors;
use crate::corpus::{Corpus, Place};
use crate::dates::Interval;
use std::collections::BTreeMap;

/// With how many of those that come next in its order one is compared, so that a thousand reports of one day give no million pairs;
/// what is one through those between is one all the same.
const NEXT: usize = 24;

/// Where transfers stand in a row: on one route by their own date or that of the report, or with one amount.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Row<'a> {
    Dated(Route<'a>),
    Reported(Route<'a>),
    Amount(Route<'a>, &'a str, [Option<u64>; 2]),
}

/// Pairs of indices into `places`, in order, each once.
pub(super) fn worth_judging(corpus: &Corpus<'_>, actors: &Actors, places: &[Place]) -> Vec<(usize, usize)> {
    let mut rows: BTreeMap<Row<'_>, Vec<(Option<Interval>, usize)>> = BTreeMap::new();
    for (index, place) in places.iter().enumerate() {
        let route = route(corpus, actors, *place);
        let (own, published) =
            (own_date(super::transfer(corpus, *place)), corpus.list[place.document].published);
        let mut stand = |row, when| rows.entry(row).or_default().push((when, index));
        if own.is_some() {
            stand(Row::Dated(route), own);
        }
        stand(Row::Reported(route), published);
        if let Some(q) = quantity(corpus, *place) {
            let bits = [q.bounds.min, q.bounds.max].map(|bound| bound.map(f64::to_bits));
            stand(Row::Amount(route, &q.unit, bits), own.or(published));
        }
    }
    let mut pairs: Vec<(usize, usize)> = rows.into_iter().flat_map(|(row, all)| near(&row, all)).collect();
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

/// The pairs of a row: each with those after it for as long as they are of the same days, and always with the next one.
fn near(row: &Row<'_>, mut all: Vec<(Option<Interval>, usize)>) -> Vec<(usize, usize)> {
    all.sort_unstable();
    let amount = matches!(row, Row::Amount(..));
    let together = |a: Option<Interval>, b: Option<Interval>| {
        amount || matches!((a, b), (Some(a), Some(b)) if a.gap(b) <= NEWS)
    };
    let mut pairs = Vec::new();
    for (at, (when, left)) in all.iter().enumerate() {
        for (beside, (other, right)) in all[at + 1..].iter().take(NEXT).enumerate() {
            if beside == 0 || together(*when, *other) {
                pairs.push((*left.min(right), *left.max(right)));
            }
        }
    }
    pairs
}
