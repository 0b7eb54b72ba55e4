//! Contradictions: denials beside what they deny, different figures for one thing at one date.

use crate::corpus::Corpus;
use crate::ids::digest;
use std::collections::BTreeMap;
use tenkyo_model::Bounds;
use tenkyo_model::ledger::{Claim, Dispute, DisputeKind, Member, Point, Series, Side, Stance};

/// The disputes in claims and series.
pub(crate) fn find(corpus: &Corpus<'_>, claims: &[Claim], series: &[Series]) -> Vec<Dispute> {
    let mut disputes: Vec<Dispute> = claims.iter().filter_map(denial).collect();
    disputes.extend(series.iter().flat_map(|s| figures(corpus, s)));
    disputes
}

/// A claim that some affirm and others deny.
fn denial(claim: &Claim) -> Option<Dispute> {
    let side = |stances: &[Stance]| -> Vec<Member> {
        let positions = claim.positions.iter().filter(|p| stances.contains(&p.stance));
        positions.flat_map(|p| p.members.clone()).collect()
    };
    let (for_it, against) = (side(&[Stance::Asserts, Stance::Hedges]), side(&[Stance::Denies]));
    let sides = vec![
        Side { label: Stance::Asserts.name().into(), members: for_it },
        Side { label: Stance::Denies.name().into(), members: against },
    ];
    sides.iter().all(|s| !s.members.is_empty()).then(|| Dispute {
        id: format!("d-{}", digest(&["denial", &claim.id])),
        kind: DisputeKind::Denial,
        about: claim.label.clone(),
        sides,
    })
}

/// Values of one series for one date that cannot all hold.
fn figures(corpus: &Corpus<'_>, series: &Series) -> Vec<Dispute> {
    let mut dates: BTreeMap<&str, Vec<&Point>> = BTreeMap::new();
    for point in &series.points {
        dates.entry(point.as_of.as_deref().unwrap_or("")).or_default().push(point);
    }
    let dispute = |(date, points): (&str, Vec<&Point>)| {
        let mut sides: Vec<(Bounds, Side)> = Vec::new();
        for point in points {
            match sides.iter_mut().find(|(bounds, _)| meet(*bounds, point.bounds)) {
                Some((_, side)) => side.members.push(point.member.clone()),
                None => sides.push((point.bounds, side(corpus, point))),
            }
        }
        (sides.len() > 1).then(|| Dispute {
            id: format!("d-{}", digest(&["figure", &series.id, date])),
            kind: DisputeKind::Figure,
            about: format!("{} ({}) {date}", series.what, series.unit),
            sides: sides.into_iter().map(|(_, side)| side).collect(),
        })
    };
    dates.into_iter().filter_map(dispute).collect()
}

fn side(corpus: &Corpus<'_>, point: &Point) -> Side {
    let document = corpus.list.iter().position(|d| d.article.source == point.member.document);
    let label = document.map_or("", |d| corpus.words(d, point.member.span));
    Side { label: label.to_owned(), members: vec![point.member.clone()] }
}

/// Whether one value can satisfy both.
fn meet(a: Bounds, b: Bounds) -> bool {
    let below = |low: Option<f64>, high: Option<f64>| !matches!((low, high), (Some(l), Some(h)) if l > h);
    below(a.min, b.max) && below(b.min, a.max)
}
