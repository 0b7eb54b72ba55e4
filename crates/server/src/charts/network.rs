//! Who acts on whom: actors on an ellipse, an arrow a pair, as wide as its events are many, coloured by the sign of its score.
//!
//! The places depend on the entries alone: those who act on each other most stand side by side.

use super::place;
use crate::desk::Desk;
use crate::display;
use crate::language::Language;
use askama::Template;
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::f64::consts::{FRAC_PI_2, TAU};
use tenkyo_model::ledger::Relation;

const MIDDLE: f64 = 560.0;
const REACH: f64 = 360.0;
/// Room above and below the ellipse.
const MARGIN: f64 = 30.0;
/// Half the height of the ellipse: at least, and for each actor, so that the names stand apart.
const LOW: f64 = 130.0;
const EACH: f64 = 9.0;
/// How far an arrow bends aside, so that the two of a pair stand apart, as a share of its length.
const BEND: f64 = 0.12;
/// Longest name, in characters.
const NAME: usize = 16;

#[derive(Template)]
#[template(path = "chart-network.html")]
pub(crate) struct Chart {
    language: Language,
    height: f64,
    nodes: Vec<Node>,
    edges: Vec<Edge>,
}

struct Node {
    /// Address of the actor.
    href: String,
    id: String,
    name: String,
    x: f64,
    y: f64,
    r: f64,
    /// Where its name stands.
    text_x: f64,
    text_y: f64,
    /// Whether the name ends there.
    left: bool,
}

struct Edge {
    href: String,
    source: String,
    target: String,
    words: String,
    path: String,
    width: f64,
    /// `agree`, `conflict` or `even`.
    sign: &'static str,
}

impl Chart {
    /// What a sign means, in words.
    fn meaning(&self, sign: &str) -> &'static str {
        self.language.word(&format!("chart.network.{sign}"))
    }
}

/// The network of pairs, each of which the page lists under `pair-0`, `pair-1` and so on; `None` without two.
pub(crate) fn chart(desk: &Desk, pairs: &[Vec<&Relation>], language: Language) -> Option<Chart> {
    let weights: Vec<(&str, &str, usize)> = pairs.iter().filter_map(|months| weight(months)).collect();
    if weights.len() < 2 {
        return None;
    }
    let order = order(&weights);
    let high = (EACH * order.len() as f64).max(LOW);
    let nodes: BTreeMap<&str, Node> =
        order.iter().enumerate().map(|(at, id)| (*id, node(desk, id, at, order.len(), high))).collect();
    let edge = |(n, months): (usize, &Vec<&Relation>)| edge(desk, n, months, &nodes, language);
    let edges = pairs.iter().enumerate().filter_map(edge).collect();
    let nodes = nodes.into_values().collect();
    Some(Chart { language, height: 2.0 * (high + MARGIN), nodes, edges })
}

/// The two of a pair, and how many events it has.
fn weight<'l>(months: &[&'l Relation]) -> Option<(&'l str, &'l str, usize)> {
    let first = months.first().filter(|r| r.source != r.target)?;
    Some((&first.source, &first.target, months.iter().map(|r| r.occurrences.len()).sum()))
}

/// The actors, each next to the one before it that it has most to do with among those left.
fn order<'l>(weights: &[(&'l str, &'l str, usize)]) -> Vec<&'l str> {
    let mut left = BTreeMap::<&str, usize>::new();
    for (source, target, count) in weights {
        *left.entry(source).or_default() += count;
        *left.entry(target).or_default() += count;
    }
    let mut order: Vec<&str> = Vec::new();
    while !left.is_empty() {
        let last = order.last().copied().unwrap_or_default();
        let shared = |id: &str| {
            let between = weights.iter().filter(|(s, t, _)| (*s, *t) == (id, last) || (*s, *t) == (last, id));
            between.map(|(_, _, count)| count).sum::<usize>()
        };
        let next = left.iter().min_by_key(|(id, total)| (Reverse(shared(id)), Reverse(**total), **id));
        let Some(next) = next.map(|(id, _)| *id) else { break };
        left.remove(next);
        order.push(next);
    }
    order
}

fn node(desk: &Desk, id: &str, at: usize, of: usize, high: f64) -> Node {
    let angle = (at as f64 + 0.5) / of as f64 * TAU - FRAC_PI_2;
    let (x, y) = (MIDDLE + REACH * angle.cos(), high + MARGIN + high * angle.sin());
    let left = angle.cos() < 0.0;
    Node {
        href: desk.named(id).href,
        id: id.to_owned(),
        name: display::shortened(&desk.name(id), NAME),
        x: place(x),
        y: place(y),
        r: 6.0,
        text_x: place(if left { x - 12.0 } else { x + 12.0 }),
        text_y: place(y + 4.0 + 6.0 * angle.sin()),
        left,
    }
}

fn edge(
    desk: &Desk,
    n: usize,
    months: &[&Relation],
    nodes: &BTreeMap<&str, Node>,
    language: Language,
) -> Option<Edge> {
    let (source, target, count) = weight(months)?;
    let score: f64 = months.iter().map(|r| r.score).sum();
    let names = format!("{} → {}", desk.name(source), desk.name(target));
    let events = language.word("count.occurrences");
    Some(Edge {
        href: format!("#pair-{n}"),
        source: source.to_owned(),
        target: target.to_owned(),
        words: format!("{names}: {events} {count}, {} {score:+.1}", language.word("col.score")),
        path: arc(nodes.get(source)?, nodes.get(target)?),
        width: place((1.0 + (count as f64).sqrt()).min(8.0)),
        sign: sign(score),
    })
}

fn sign(score: f64) -> &'static str {
    match score {
        score if score > 0.0 => "agree",
        score if score < 0.0 => "conflict",
        _ => "even",
    }
}

/// A curve from the rim of one node to the rim of another, bent to its right.
fn arc(from: &Node, to: &Node) -> String {
    let (dx, dy) = (to.x - from.x, to.y - from.y);
    let middle = ((from.x + to.x) / 2.0 - dy * BEND, (from.y + to.y) / 2.0 + dx * BEND);
    let rim = |node: &Node, gap: f64| {
        let (x, y) = (middle.0 - node.x, middle.1 - node.y);
        let share = (node.r + gap) / x.hypot(y).max(1.0);
        (place(node.x + x * share), place(node.y + y * share))
    };
    let (a, b) = (rim(from, 1.0), rim(to, 3.0));
    format!("M{} {}Q{} {} {} {}", a.0, a.1, place(middle.0), place(middle.1), b.0, b.1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn those_with_most_between_them_stand_side_by_side() {
        let weights = [("b", "a", 3), ("a", "c", 1), ("d", "a", 9), ("c", "d", 2), ("b", "d", 1)];
        assert_eq!(order(&weights), ["a", "d", "c", "b"]);
        assert_eq!(order(&weights[1..2]), ["a", "c"]);
        assert!(order(&[]).is_empty());
    }

    #[test]
    fn the_two_arrows_of_a_pair_bend_apart() {
        let at = |x, y| Node {
            href: String::new(),
            id: String::new(),
            name: String::new(),
            x,
            y,
            r: 6.0,
            text_x: x,
            text_y: y,
            left: false,
        };
        let (a, b) = (at(0.0, 0.0), at(100.0, 0.0));
        assert!(arc(&a, &b).contains("Q50 12 "), "{}", arc(&a, &b));
        assert!(arc(&b, &a).contains("Q50 -12 "), "{}", arc(&b, &a));
    }
}
