//! From judgements on pairs to clusters.

use crate::corrections::Ruling;
use std::collections::BTreeSet;
use tenkyo_model::ledger::Verdict;

/// A verdict that two items are one thing, and how strong it is.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Edge {
    pub left: usize,
    pub right: usize,
    pub strength: f64,
}

/// The clusters of `count` items, each in order, and all in order of their first items. Strong verdicts are followed before
/// weak ones, and two clusters stay apart when `apart` says so of any pair across them; what analysts said holds whatever the
/// verdicts are, the latest word before earlier ones.
pub(crate) fn of(
    count: usize,
    mut edges: Vec<Edge>,
    rulings: &[Ruling],
    apart: impl Fn(usize, usize) -> bool,
) -> Vec<Vec<usize>> {
    edges.sort_by(|a, b| {
        b.strength.total_cmp(&a.strength).then_with(|| (a.left, a.right).cmp(&(b.left, b.right)))
    });
    let ruled: BTreeSet<(usize, usize)> = rulings.iter().map(|r| (r.left, r.right)).collect();
    let free = |e: &&Edge| !ruled.contains(&(e.left.min(e.right), e.left.max(e.right)));
    let forbidden = different(rulings);
    let mut forest = Forest::new(count);
    for edge in edges.iter().filter(free) {
        if let Some((a, b)) = forest.two(edge.left, edge.right, &forbidden)
            && !forest.contradict(a, b, &apart)
        {
            forest.join(a, b);
        }
    }
    for ruling in rulings.iter().rev().filter(|r| r.verdict == Verdict::Same) {
        if let Some((a, b)) = forest.two(ruling.left, ruling.right, &forbidden) {
            forest.join(a, b);
        }
    }
    forest.clusters()
}

/// Every pair that analysts keep apart: what is the same as one side is different from the other too.
fn different(rulings: &[Ruling]) -> Vec<(usize, usize)> {
    let with = |item: usize| -> Vec<usize> {
        let mut all = vec![item];
        let mut at = 0;
        while let Some(item) = all.get(at).copied() {
            let same = rulings.iter().filter(|r| r.verdict == Verdict::Same);
            let other = same.filter_map(|r| match (r.left == item, r.right == item) {
                (true, _) => Some(r.right),
                (_, true) => Some(r.left),
                _ => None,
            });
            let new: Vec<usize> = other.filter(|o| !all.contains(o)).collect();
            all.extend(new);
            at += 1;
        }
        all
    };
    let apart = rulings.iter().filter(|r| r.verdict == Verdict::Different);
    apart
        .flat_map(|r| {
            let (left, right) = (with(r.left), with(r.right));
            left.into_iter().flat_map(move |l| right.clone().into_iter().map(move |r| (l, r)))
        })
        .filter(|(l, r)| l != r)
        .collect()
}

/// Clusters that grow.
struct Forest {
    cluster_of: Vec<usize>,
    clusters: Vec<Vec<usize>>,
    /// The clusters with which each is known to have a contradiction: it stays when they grow.
    contradicted: Vec<BTreeSet<usize>>,
}

impl Forest {
    fn new(count: usize) -> Self {
        Self {
            cluster_of: (0..count).collect(),
            clusters: (0..count).map(|i| vec![i]).collect(),
            contradicted: vec![BTreeSet::new(); count],
        }
    }

    /// The clusters of two items; none where they are one already or analysts keep them apart.
    fn two(&self, left: usize, right: usize, forbidden: &[(usize, usize)]) -> Option<(usize, usize)> {
        let (a, b) = (self.cluster_of[left], self.cluster_of[right]);
        let across = |(l, r): &(usize, usize)| {
            let (x, y) = (self.cluster_of[*l], self.cluster_of[*r]);
            (x, y) == (a, b) || (x, y) == (b, a)
        };
        (a != b && !forbidden.iter().any(across)).then_some((a, b))
    }

    /// Whether something in one cluster contradicts something in another; asked once for as long as neither is joined to it.
    fn contradict(&mut self, a: usize, b: usize, apart: impl Fn(usize, usize) -> bool) -> bool {
        if self.contradicted[a].contains(&b) {
            return true;
        }
        let found = self.clusters[a].iter().any(|x| self.clusters[b].iter().any(|y| apart(*x, *y)));
        if found {
            self.contradicted[a].insert(b);
            self.contradicted[b].insert(a);
        }
        found
    }

    fn join(&mut self, a: usize, b: usize) {
        let (into, from) = if self.clusters[a].len() >= self.clusters[b].len() { (a, b) } else { (b, a) };
        let moved = std::mem::take(&mut self.clusters[from]);
        for item in &moved {
            self.cluster_of[*item] = into;
        }
        self.clusters[into].extend(moved);
        for other in std::mem::take(&mut self.contradicted[from]) {
            self.contradicted[other].remove(&from);
            self.contradicted[other].insert(into);
            self.contradicted[into].insert(other);
        }
    }

    fn clusters(self) -> Vec<Vec<usize>> {
        let mut clusters: Vec<Vec<usize>> = self.clusters.into_iter().filter(|c| !c.is_empty()).collect();
        clusters.iter_mut().for_each(|c| c.sort_unstable());
        clusters.sort();
        clusters
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edge(left: usize, right: usize, strength: f64) -> Edge {
        Edge { left, right, strength }
    }

    #[test]
    fn the_stronger_verdict_wins_where_both_cannot_hold() {
        let edges = vec![edge(0, 1, 0.6), edge(1, 2, 0.9)];
        let clusters = of(4, edges, &[], |a, b| (a, b) == (0, 2) || (a, b) == (2, 0));
        assert_eq!(clusters, [vec![0], vec![1, 2], vec![3]]);
    }

    #[test]
    fn verdicts_carry_over() {
        assert_eq!(of(3, vec![edge(2, 1, 0.5), edge(0, 1, 0.5)], &[], |_, _| false), [vec![0, 1, 2]]);
    }

    #[test]
    fn an_analyst_outranks_every_verdict() {
        let ruling = |left, right, verdict| Ruling { left, right, verdict };
        let edges = vec![edge(0, 1, 0.9), edge(1, 2, 0.8)];
        let rulings = [ruling(0, 1, Verdict::Different), ruling(2, 3, Verdict::Same)];
        assert_eq!(of(4, edges.clone(), &rulings, |_, _| true), [vec![0], vec![1], vec![2, 3]]);
        let chain = [ruling(0, 1, Verdict::Same), ruling(0, 2, Verdict::Different)];
        assert_eq!(of(3, edges.clone(), &chain, |_, _| false), [vec![0, 1], vec![2]]);
        assert_eq!(of(4, edges, &rulings, |_, _| false), [vec![0], vec![1, 2, 3]]);
        assert_eq!(
            of(2, vec![edge(0, 1, 0.9)], &[ruling(0, 1, Verdict::Unsure)], |_, _| false),
            [vec![0], vec![1]]
        );
    }
}
