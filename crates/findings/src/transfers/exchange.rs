//! What is given in return: 武器供与の見返りに, 砲弾と引き換えに, その対価として.

use super::goods;
use super::memory::Memory;
use super::scene::Scene;
use super::trigger::Trigger;
use tenkyo_model::{Certainty, Transfer, TransferStatus};
use tenkyo_text::Span;

/// What a transfer is in return for, as its clause words it.
pub(super) enum Price {
    /// A thing of this category.
    Named(Span, String),
    /// What was told before.
    Told,
}

/// Whether a word of giving names what another transfer is in return for (派兵の対価として支払う).
pub(super) fn is_price(scene: &Scene<'_>, trigger: &Trigger<'_>) -> bool {
    scene.lexicon.words.in_return.head_of(scene.after(trigger.span.end)).is_some()
}

/// What the transfer of `trigger` is in return for.
pub(super) fn of(scene: &Scene<'_>, trigger: &Trigger<'_>, triggers: &[Trigger<'_>]) -> Option<Price> {
    let from = scene.clause(trigger.span.start).start;
    let words = &scene.lexicon.words;
    let ends_before = |end: u32| {
        let marked = words.in_return.head_of(scene.after(end));
        marked.filter(|len| end >= from && end + *len as u32 <= trigger.span.start)
    };
    let named = triggers.iter().rev().find(|t| ends_before(t.span.end).is_some());
    if let Some(named) = named {
        let goods = goods::of(scene, named).into_iter().next();
        return goods.map(|g| Price::Named(g.span.cover(named.span), g.category));
    }
    let thing = scene.items.iter().rev().find(|i| ends_before(i.span.end).is_some());
    if let Some(item) = thing {
        return Some(Price::Named(item.span, scene.lexicon.categories[item.category].category.clone()));
    }
    let clause = scene.words(from, trigger.span.start);
    // 軍事協力の見返りに: in return for something else that is no thing of ours.
    let of = |at: usize| words.return_of.tail_of(&clause[..at]).is_some();
    let told = |w: &String| clause.match_indices(w.as_str()).any(|(at, _)| !of(at));
    words.return_for.words.iter().any(told).then_some(Price::Told)
}

/// Ties a transfer to what it is in return for, and tells that one if nothing has.
pub(super) fn tie(
    scene: &Scene<'_>,
    price: &Price,
    record: &mut Transfer,
    memory: &Memory,
) -> Option<Transfer> {
    let back = |t: &&Transfer| {
        let sides = (t.giver.map(|a| memory.side(a)), t.receiver.map(|a| memory.side(a)));
        sides == (record.receiver.map(|a| memory.side(a)), record.giver.map(|a| memory.side(a)))
    };
    let near = |t: &&Transfer| {
        scene.context.analysis.sentence_at(t.span.start).is_some_and(|at| at + 1 >= scene.sentence)
    };
    let mut told =
        memory.told.iter().rev().filter(back).filter(|t| matches!(price, Price::Named(..)) || near(t));
    match price {
        Price::Told => {
            record.terms.in_return = told.next().map(|t| t.item);
            None
        }
        Price::Named(span, category) => {
            record.terms.in_return = Some(*span);
            let known = told.any(|t| t.category == *category);
            (!known).then(|| counter(record, *span, category))
        }
    }
}

/// The transfer that `record` is in return for.
fn counter(record: &Transfer, item: Span, category: &str) -> Transfer {
    let asked = record.status == TransferStatus::Requested;
    Transfer {
        giver: record.receiver,
        receiver: record.giver,
        item,
        category: category.into(),
        quantity: None,
        date: None,
        date_span: None,
        status: TransferStatus::Unknown,
        certainty: if asked { Certainty::Probable } else { record.certainty },
        rule: "transfer.in-return".into(),
        terms: tenkyo_model::Terms::default(),
        ..record.clone()
    }
}

/// Finds for each transfer the one that it is in return for.
pub(super) fn link(
    transfers: &mut [Transfer],
    memory_side: impl Fn(&Transfer) -> (Option<u32>, Option<u32>),
) {
    for i in 0..transfers.len() {
        let Some(span) = transfers[i].terms.in_return else { continue };
        let (giver, receiver) = memory_side(&transfers[i]);
        let back = |t: &Transfer| memory_side(t) == (receiver, giver);
        let exact = transfers.iter().position(|t| back(t) && t.item.overlaps(span));
        let other =
            exact.or_else(|| transfers.iter().position(|t| back(t) && t.span.end <= transfers[i].span.start));
        if let Some(other) = other.filter(|o| *o != i) {
            transfers[i].terms.counterpart = Some(other);
            transfers[other].terms.counterpart.get_or_insert(i);
        }
    }
}
