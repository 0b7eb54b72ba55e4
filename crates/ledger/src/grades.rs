//! Admiralty grades of occurrences, from what the ledger alone can know: independent roots, denials, admissions.

use crate::actors::Actors;
use crate::corpus::Corpus;
use crate::occurrences::Occurrences;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use tenkyo_model::ledger::{Dispute, DisputeKind, Grade, Member, Occurrence};
use tenkyo_model::{ActorKind, Certainty};

/// Grades every occurrence.
pub(crate) fn give(
    corpus: &Corpus<'_>,
    actors: &Actors,
    occurrences: &mut Occurrences,
    disputes: &[Dispute],
) {
    let kinds: HashMap<&str, usize> =
        actors.list.iter().enumerate().map(|(i, a)| (a.id.as_str(), i)).collect();
    let mut disputed: BTreeMap<&str, Vec<&Member>> = BTreeMap::new();
    for dispute in disputes.iter().filter(|d| d.kind == DisputeKind::Denial) {
        for member in &dispute.sides[0].members {
            disputed.entry(&member.document).or_default().push(member);
        }
    }
    for (o, places) in occurrences.list.iter_mut().zip(&occurrences.places) {
        let denied = o.members.iter().any(|m| {
            let told = disputed.get(m.document.as_str()).into_iter().flatten();
            told.into_iter().any(|d| d.span.contains(m.span))
        }) || places.iter().any(|p| corpus.list[p.document].deeds[p.index].denied);
        o.grade = grade(actors, &kinds, o, denied);
    }
}

fn grade(actors: &Actors, kinds: &HashMap<&str, usize>, o: &Occurrence, denied: bool) -> Grade {
    let side = |id: &String| kinds.get(id.as_str()).map(|i| actors.side(*i));
    let acting: BTreeSet<usize> = o.source.iter().filter_map(side).collect();
    let admitted = o.roots.iter().filter_map(side).any(|s| acting.contains(&s));
    let named =
        |id: &&String| kinds.get(id.as_str()).is_none_or(|i| actors.list[*i].kind != ActorKind::Group);
    let roots = o.roots.iter().filter(named).count();
    let sure = o.certainty == Certainty::Certain;
    let information = match (roots, sure, denied) {
        (0, ..) => 6,
        (_, false, true) => 5,
        (1, _, true) => 4,
        (_, _, true) | (1, ..) if !admitted => 3,
        (_, true, false) if roots > 1 => 1,
        _ => 2,
    };
    // Who owns up to a deed of his own knows; others are judged by nothing that the ledger holds.
    let source = match (admitted, roots) {
        (true, _) => 'B',
        (_, 0) => 'F',
        _ => 'C',
    };
    let reasons = vec![
        ("roots", roots.to_string()),
        ("certainty", o.certainty.name().to_owned()),
        ("denied", denied.to_string()),
        ("admitted", admitted.to_string()),
    ];
    Grade { source, information, reasons }
}
