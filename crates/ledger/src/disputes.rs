//! Denials beside what they deny.

use crate::ids::digest;
use tenkyo_model::ledger::{Claim, Dispute, DisputeKind, Member, Side, Stance};

/// The claims that some affirm and others deny.
pub(crate) fn denials(claims: &[Claim]) -> Vec<Dispute> {
    claims.iter().filter_map(denial).collect()
}

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
