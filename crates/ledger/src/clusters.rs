//! From judgements on pairs to clusters.

/// A verdict that two items are one thing, and how strong it is.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Edge {
    pub left: usize,
    pub right: usize,
    pub strength: f64,
}

/// The clusters of `count` items, each in order, and all in order of their first items. Strong verdicts are followed first;
/// two clusters stay apart when `apart` says so of any pair across them.
pub(crate) fn of(
    count: usize,
    mut edges: Vec<Edge>,
    apart: impl Fn(usize, usize) -> bool,
) -> Vec<Vec<usize>> {
    edges.sort_by(|a, b| {
        b.strength.total_cmp(&a.strength).then_with(|| (a.left, a.right).cmp(&(b.left, b.right)))
    });
    let mut cluster_of: Vec<usize> = (0..count).collect();
    let mut clusters: Vec<Vec<usize>> = (0..count).map(|i| vec![i]).collect();
    for edge in edges {
        let (a, b) = (cluster_of[edge.left], cluster_of[edge.right]);
        if a == b || clusters[a].iter().any(|x| clusters[b].iter().any(|y| apart(*x, *y))) {
            continue;
        }
        let (into, from) = if clusters[a].len() >= clusters[b].len() { (a, b) } else { (b, a) };
        let moved = std::mem::take(&mut clusters[from]);
        for item in &moved {
            cluster_of[*item] = into;
        }
        clusters[into].extend(moved);
    }
    let mut clusters: Vec<Vec<usize>> = clusters.into_iter().filter(|c| !c.is_empty()).collect();
    clusters.iter_mut().for_each(|c| c.sort_unstable());
    clusters.sort();
    clusters
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
        let clusters = of(4, edges, |a, b| (a, b) == (0, 2) || (a, b) == (2, 0));
        assert_eq!(clusters, [vec![0], vec![1, 2], vec![3]]);
    }

    #[test]
    fn verdicts_carry_over() {
        assert_eq!(of(3, vec![edge(2, 1, 0.5), edge(0, 1, 0.5)], |_, _| false), [vec![0, 1, 2]]);
    }
}
