//! Contradictions: found when they are of one kind and words of both sides stand on different sides.

use super::Measured;
use super::anchors::{Anchor, Texts};
use super::gold::Gold;
use tenkyo_model::ledger::{Dispute, Side};

/// Scores the ledger's disputes.
pub(super) fn score(texts: &Texts, gold: &Gold, ledger: &[Dispute]) -> anyhow::Result<Measured> {
    let mut measured = Measured::default();
    let mut used = vec![false; ledger.len()];
    let mut right = 0.0;
    for dispute in &gold.dispute {
        let sides = [texts.anchors(&dispute.sides[0])?, texts.anchors(&dispute.sides[1])?];
        let fits = |d: &Dispute| d.kind.name() == dispute.kind && opposed(&sides, d);
        match (0..ledger.len()).find(|i| !used[*i] && fits(&ledger[*i])) {
            Some(at) => {
                used[at] = true;
                right += 1.0;
            }
            None => measured.errors.push(format!("{}: not found ({})", dispute.id, dispute.kind)),
        }
    }
    for (dispute, _) in ledger.iter().zip(&used).filter(|(_, used)| !**used) {
        measured.errors.push(wrong(texts, gold, dispute)?);
    }
    measured.put_f1(right, ledger.len() as f64, gold.dispute.len() as f64);
    Ok(measured)
}

/// Whether different sides of the dispute touch the two sides of the gold.
fn opposed(gold: &[Vec<Anchor>; 2], dispute: &Dispute) -> bool {
    let touches =
        |anchors: &[Anchor], side: &Side| anchors.iter().any(|a| side.members.iter().any(|m| a.touches(m)));
    let sides = |anchors: &[Anchor]| -> Vec<usize> {
        (0..dispute.sides.len()).filter(|i| touches(anchors, &dispute.sides[*i])).collect()
    };
    let (one, other) = (sides(&gold[0]), sides(&gold[1]));
    one.iter().any(|a| other.iter().any(|b| a != b))
}

/// A line for a dispute that is none, with the reason where the gold foresaw it.
fn wrong(texts: &Texts, gold: &Gold, dispute: &Dispute) -> anyhow::Result<String> {
    let mut why = String::new();
    for foreseen in &gold.no_dispute {
        let [a, b] = &foreseen.pair;
        if opposed(&[vec![texts.anchor(a)?], vec![texts.anchor(b)?]], dispute) {
            why = format!(": {}", foreseen.why);
        }
    }
    let side = |s: &Side| s.members.iter().map(|m| texts.show(m)).collect::<Vec<_>>().join(" ");
    let sides: Vec<String> = dispute.sides.iter().map(side).collect();
    Ok(format!("none, or found twice ({}){why}: {}", dispute.kind.name(), sides.join(" ⇔ ")))
}
