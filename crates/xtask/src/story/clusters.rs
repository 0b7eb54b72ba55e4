//! The same event, the same utterance: clusters of mentions, by B-cubed and by pairs.
//!
//! A mention of the gold is found when a member of the ledger meets its words. Recall counts every mention of the gold, found
//! or not; precision counts the found ones, so that what the gold does not speak of neither helps nor hurts.

use super::anchors::{Anchor, Texts};
use super::gold::Cluster;
use super::{Measured, harmonic, share};
use tenkyo_model::ledger::Member;

/// A mention of the gold, and the cluster of the ledger that it was found in.
struct Item<'a> {
    gold: &'a str,
    anchor: Anchor,
    found: Option<usize>,
}

/// Scores the ledger's clusters.
pub(super) fn score(
    texts: &Texts,
    gold: &[Cluster],
    ledger: &[&[Member]],
    least: f64,
) -> anyhow::Result<Measured> {
    let mut items = Vec::new();
    for cluster in gold {
        for anchor in texts.anchors(&cluster.mentions)? {
            let found = find(&anchor, ledger, least);
            items.push(Item { gold: &cluster.id, anchor, found });
        }
    }
    let groups: Vec<(&str, Option<usize>)> = items.iter().map(|i| (i.gold, i.found)).collect();
    let mut measured = Measured::default();
    let found = items.iter().filter(|i| i.found.is_some()).count();
    measured.put("found", share(found as f64, items.len() as f64));
    put_bcubed(&mut measured, &groups);
    put_pairs(&mut measured, &groups);
    measured.errors = gold.iter().flat_map(|cluster| errors(texts, &items, &cluster.id)).collect();
    Ok(measured)
}

/// The cluster with the member that meets the anchor best: by its first words if any does, else by the largest common part.
fn find(anchor: &Anchor, ledger: &[&[Member]], least: f64) -> Option<usize> {
    let members = ledger.iter().enumerate().flat_map(|(at, members)| members.iter().map(move |m| (at, m)));
    let met = members.filter_map(|(at, m)| anchor.meets(m, least).map(|(place, common)| (place, common, at)));
    met.min_by(|a, b| a.0.cmp(&b.0).then(b.1.total_cmp(&a.1)).then(a.2.cmp(&b.2))).map(|(_, _, at)| at)
}

/// B-cubed precision, recall and F1.
pub(super) fn put_bcubed(measured: &mut Measured, items: &[(&str, Option<usize>)]) {
    let both =
        |a: &(&str, Option<usize>), b: &(&str, Option<usize>)| a.0 == b.0 && a.1.is_some() && a.1 == b.1;
    let (mut p, mut r, mut found) = (0.0, 0.0, 0.0);
    for item in items {
        let right = items.iter().filter(|other| both(item, other)).count() as f64;
        r += share(right, items.iter().filter(|other| other.0 == item.0).count() as f64);
        if item.1.is_some() {
            found += 1.0;
            p += share(right, items.iter().filter(|other| other.1 == item.1).count() as f64);
        }
    }
    let (p, r) = (share(p, found), share(r, items.len() as f64));
    measured.put("b3_precision", p);
    measured.put("b3_recall", r);
    measured.put("b3_f1", harmonic(p, r));
}

/// Precision, recall and F1 of pairs of mentions: the stricter view, as mentions that stand alone do not help.
fn put_pairs(measured: &mut Measured, items: &[(&str, Option<usize>)]) {
    let (mut right, mut linked, mut wanted) = (0.0, 0.0, 0.0);
    for (at, a) in items.iter().enumerate() {
        for b in &items[..at] {
            let (gold, ledger) = (a.0 == b.0, a.1.is_some() && a.1 == b.1);
            wanted += f64::from(u8::from(gold));
            linked += f64::from(u8::from(ledger));
            right += f64::from(u8::from(gold && ledger));
        }
    }
    let (p, r) = (share(right, linked), share(right, wanted));
    measured.put("pairs_f1", harmonic(p, r));
}

/// What is wrong with one cluster of the gold: mentions not found, apart, or together with others.
fn errors(texts: &Texts, items: &[Item<'_>], id: &str) -> Vec<String> {
    let own: Vec<&Item<'_>> = items.iter().filter(|i| i.gold == id).collect();
    let mut lines = Vec::new();
    for item in own.iter().filter(|i| i.found.is_none()) {
        lines.push(format!("{id}: not found: {}", texts.shown(&item.anchor)));
    }
    let mut parts: Vec<usize> = own.iter().filter_map(|i| i.found).collect();
    parts.sort_unstable();
    parts.dedup();
    if parts.len() > 1 {
        let part = |at: &usize| {
            let documents: Vec<&str> =
                own.iter().filter(|i| i.found == Some(*at)).map(|i| i.anchor.document.as_str()).collect();
            documents.join(" ")
        };
        lines.push(format!("{id}: apart: {}", parts.iter().map(part).collect::<Vec<_>>().join(" | ")));
    }
    for other in items.iter().filter(|i| i.gold != id && i.found.is_some_and(|at| parts.contains(&at))) {
        lines.push(format!("{id}: together with {}: {}", other.gold, texts.shown(&other.anchor)));
    }
    lines
}
