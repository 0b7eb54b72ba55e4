//! Transfers as strands from giver to receiver: one a transfer, coloured by what is given, dashed until it is under way.

use super::{KINDS, Key, place};
use crate::desk::Desk;
use crate::display::{self, shown};
use crate::language::Language;
use askama::Template;
use std::collections::BTreeMap;
use tenkyo_model::ledger::Transfer;

const STRAND: f64 = 9.0;
const GAP: f64 = 14.0;
const TOP: f64 = 30.0;
/// Longest name, in characters.
const NAME: usize = 16;
/// Most transfers that are drawn.
const MOST: usize = 80;

#[derive(Template)]
#[template(path = "chart-flow.html")]
pub(crate) struct Chart {
    language: Language,
    height: f64,
    givers: Vec<Node>,
    receivers: Vec<Node>,
    strands: Vec<Strand>,
    /// How many transfers there are to be drawn, of which these have the most sources.
    count: usize,
    keys: Vec<Key>,
}

struct Node {
    href: String,
    name: String,
    top: f64,
    height: f64,
}

struct Strand {
    href: String,
    words: String,
    /// Which of the givers and of the receivers it joins.
    giver: usize,
    receiver: usize,
    from: f64,
    to: f64,
    kind: usize,
    /// `solid`, `planned` or `denied`.
    state: &'static str,
}

/// The chart of transfers of which a giver and a receiver is known; `None` without any.
pub(crate) fn chart(desk: &Desk, found: &[&Transfer], language: Language) -> Option<Chart> {
    let named = found.iter().copied().filter(|t| t.giver.is_some() && t.receiver.is_some());
    let mut transfers: Vec<&Transfer> = named.collect();
    let count = transfers.len();
    if count == 0 {
        return None;
    }
    transfers.sort_by_key(|t| std::cmp::Reverse((t.roots.len(), t.members.len())));
    transfers.truncate(MOST);
    let kinds = ranks(transfers.iter().map(|t| t.category.as_str()));
    let (givers, receivers) =
        (ranks(transfers.iter().map(|t| giver(t))), ranks(transfers.iter().map(|t| receiver(t))));
    let key = |t: &Transfer| (givers[giver(t)], receivers[receiver(t)], kinds[t.category.as_str()]);
    let left = side(desk, &transfers, giver, |t| key(t));
    let right = side(desk, &transfers, receiver, |t| (key(t).1, key(t).0, key(t).2));
    let strand = |(at, t): (usize, &&Transfer)| {
        Some(Strand {
            href: desk.href(t.members.first()?)?,
            words: words(desk, t, language),
            giver: givers[giver(t)],
            receiver: receivers[receiver(t)],
            from: left.1[at],
            to: right.1[at],
            kind: kinds[t.category.as_str()].min(KINDS - 1),
            state: state(t),
        })
    };
    let strands = transfers.iter().enumerate().filter_map(strand).collect();
    let bottom = left.0.iter().chain(&right.0).map(|n| n.top + n.height).fold(TOP, f64::max);
    let mut keys: Vec<Key> =
        kinds.iter().map(|(name, rank)| Key { kind: *rank, words: category(name, language) }).collect();
    keys.sort_by_key(|key| key.kind);
    keys.iter_mut().for_each(|key| key.kind = key.kind.min(KINDS - 1));
    Some(Chart { language, height: bottom + 8.0, givers: left.0, receivers: right.0, strands, count, keys })
}

fn giver(t: &Transfer) -> &str {
    t.giver.as_deref().unwrap_or_default()
}

fn receiver(t: &Transfer) -> &str {
    t.receiver.as_deref().unwrap_or_default()
}

/// The names by how often they come, the most frequent first.
fn ranks<'l>(names: impl Iterator<Item = &'l str>) -> BTreeMap<&'l str, usize> {
    let mut counts = BTreeMap::<&str, usize>::new();
    names.for_each(|name| *counts.entry(name).or_default() += 1);
    let mut order: Vec<_> = counts.into_iter().collect();
    order.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(b.0)));
    order.into_iter().enumerate().map(|(rank, (name, _))| (name, rank)).collect()
}

/// The nodes of one side, and where each strand ends at it.
fn side(
    desk: &Desk,
    transfers: &[&Transfer],
    of: fn(&Transfer) -> &str,
    key: impl Fn(&Transfer) -> (usize, usize, usize),
) -> (Vec<Node>, Vec<f64>) {
    let mut order: Vec<usize> = (0..transfers.len()).collect();
    order.sort_by_key(|at| (key(transfers[*at]), *at));
    let (mut nodes, mut ends) = (Vec::<(&str, Node)>::new(), vec![0.0; transfers.len()]);
    let mut y = TOP;
    for at in order {
        let id = of(transfers[at]);
        match nodes.last_mut().filter(|(last, _)| *last == id) {
            Some((_, node)) => node.height += STRAND,
            None => {
                if !nodes.is_empty() {
                    y += GAP;
                }
                let href = format!("/transfers?actor={}", crate::ask::encoded(id));
                let name = display::shortened(&desk.name(id), NAME);
                nodes.push((id, Node { href, name, top: y, height: STRAND }));
            }
        }
        ends[at] = place(y + STRAND / 2.0);
        y += STRAND;
    }
    (nodes.into_iter().map(|(_, node)| node).collect(), ends)
}

fn state(t: &Transfer) -> &'static str {
    match t.status.name() {
        _ if t.polarity.name() == "-" => "denied",
        "denied" | "refused" => "denied",
        "shipped" | "delivered" | "used" => "solid",
        _ => "planned",
    }
}

fn category(name: &str, language: Language) -> String {
    language.word(&format!("category.{name}")).to_owned()
}

fn words(desk: &Desk, t: &Transfer, language: Language) -> String {
    let status = language.word(&format!("status.{}", t.status.name()));
    let (from, to) = (desk.name(giver(t)), desk.name(receiver(t)));
    let denied = if t.polarity.name() == "-" { language.word("polarity.-") } else { status };
    format!("{from} → {to}: {} ({}, {denied})", shown(&t.item), category(&t.category, language))
}
