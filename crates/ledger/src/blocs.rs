//! States that act together: by treaties and support for each other, and by acts that they do side by side.

use crate::actors::Actors;
use crate::dates::Interval;
use crate::ids::digest;
use std::collections::{BTreeMap, BTreeSet};
use tenkyo_model::ledger::{Bloc, Occurrence};
use tenkyo_model::{ActorKind, Certainty, EventType, Polarity};

/// Joint acts that tie two states; a treaty does it alone.
const ACTS: usize = 2;
/// Most blocs that are listed: states can be tied in a way that makes three to the third part of their number.
const MOST: usize = 1000;

/// The occurrences that tie two states.
type Ties<'o> = BTreeMap<(&'o str, &'o str), Vec<&'o Occurrence>>;

/// The blocs: the largest sets of states of which each is tied to each other one.
pub(crate) fn find(actors: &Actors, occurrences: &[Occurrence]) -> Vec<Bloc> {
    let states: BTreeSet<&str> =
        actors.list.iter().filter(|a| a.kind == ActorKind::State).map(|a| a.id.as_str()).collect();
    let ties = ties(&states, occurrences);
    let mut of: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (a, b) in ties.keys() {
        of.entry(a).or_default().insert(b);
        of.entry(b).or_default().insert(a);
    }
    let mut cliques = Vec::new();
    largest(&of, &mut Vec::new(), of.keys().copied().collect(), BTreeSet::new(), &mut cliques);
    let mut blocs: Vec<Bloc> = cliques.into_iter().map(|members| bloc(&ties, members)).collect();
    blocs.sort_by(|a, b| a.members.cmp(&b.members));
    blocs
}

fn ties<'o>(states: &BTreeSet<&str>, occurrences: &'o [Occurrence]) -> Ties<'o> {
    let mut ties = Ties::new();
    let counts = |o: &&Occurrence| o.polarity == Polarity::Positive && o.certainty == Certainty::Certain;
    for o in occurrences.iter().filter(counts) {
        let of = |ids: &'o [String]| -> BTreeSet<&'o str> {
            ids.iter().map(String::as_str).filter(|id| states.contains(id)).collect()
        };
        let (from, to) = (of(&o.source), of(&o.target));
        let mutual = matches!(o.kind, EventType::Support | EventType::Agree | EventType::Cooperate);
        // Side by side: both act on somebody else. Talks bring enemies together too.
        let joint = !matches!(o.kind, EventType::Consult);
        let all: Vec<&'o str> =
            if mutual { from.union(&to).copied().collect() } else { from.into_iter().collect() };
        for (i, a) in all.iter().enumerate().filter(|_| mutual || joint) {
            all[i + 1..].iter().for_each(|b| ties.entry((a, b)).or_default().push(o));
        }
    }
    ties.retain(|_, acts| acts.len() >= ACTS || acts.iter().any(|o| o.mode.as_deref() == Some("treaty")));
    ties
}

/// Bron and Kerbosch with a pivot (Tomita, Tanaka and Takahashi 2006): every set of neighbours that no other neighbour of all of
/// them could join. Neighbours of the pivot need no branch of their own: each such set holds the pivot or something that is none.
fn largest<'o>(
    of: &BTreeMap<&'o str, BTreeSet<&'o str>>,
    clique: &mut Vec<&'o str>,
    mut open: BTreeSet<&'o str>,
    mut done: BTreeSet<&'o str>,
    found: &mut Vec<Vec<&'o str>>,
) {
    if open.is_empty() && done.is_empty() && clique.len() > 1 {
        found.push(clique.clone());
    }
    let most = |a: &&&str| open.intersection(&of[**a]).count();
    let Some(pivot) = open.iter().chain(&done).max_by_key(most) else { return };
    for next in &open - &of[pivot] {
        if found.len() >= MOST {
            return;
        }
        let near = &of[next];
        clique.push(next);
        largest(of, clique, &open & near, &done & near, found);
        clique.pop();
        open.remove(next);
        done.insert(next);
    }
}

fn bloc(ties: &Ties<'_>, mut members: Vec<&str>) -> Bloc {
    members.sort_unstable();
    let within = |(a, b): &(&str, &str)| members.contains(a) && members.contains(b);
    let acts: BTreeMap<&str, &Occurrence> = ties
        .iter()
        .filter(|(pair, _)| within(pair))
        .flat_map(|(_, acts)| acts.iter().map(|o| (o.id.as_str(), *o)))
        .collect();
    let month = |o: &&Occurrence| o.date.as_deref().and_then(Interval::parse).and_then(Interval::month);
    let months: BTreeSet<String> = acts.values().filter_map(month).collect();
    Bloc {
        id: format!("b-{}", digest(&members)),
        members: members.iter().map(|m| (*m).to_owned()).collect(),
        occurrences: acts.keys().map(|id| (*id).to_owned()).collect(),
        from: months.first().cloned(),
        to: months.last().cloned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Neighbours by pairs.
    fn graph<'o>(
        pairs: impl IntoIterator<Item = (&'o str, &'o str)>,
    ) -> BTreeMap<&'o str, BTreeSet<&'o str>> {
        let mut of: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for (a, b) in pairs {
            of.entry(a).or_default().insert(b);
            of.entry(b).or_default().insert(a);
        }
        of
    }

    fn cliques<'o>(of: &BTreeMap<&'o str, BTreeSet<&'o str>>) -> Vec<Vec<&'o str>> {
        let mut found = Vec::new();
        largest(of, &mut Vec::new(), of.keys().copied().collect(), BTreeSet::new(), &mut found);
        found.iter_mut().for_each(|c| c.sort_unstable());
        found.sort();
        found
    }

    #[test]
    fn each_largest_set_stands_once() {
        let of = graph([("a", "b"), ("a", "c"), ("b", "c"), ("c", "d"), ("d", "e")]);
        assert_eq!(cliques(&of), [vec!["a", "b", "c"], vec!["c", "d"], vec!["d", "e"]]);
    }

    #[test]
    fn ties_that_make_a_million_sets_end() {
        // Forty states in thirteen groups of three, each tied to all but those of its group: 3 to the 13th largest sets.
        let names: Vec<String> = (0..40).map(|i| format!("{i:02}")).collect();
        let all = || names.iter().enumerate();
        let apart = all().flat_map(|(i, a)| {
            all().filter(move |(j, _)| i / 3 != j / 3).map(move |(_, b)| (a.as_str(), b.as_str()))
        });
        assert_eq!(cliques(&graph(apart)).len(), MOST);
    }
}
