//! Which measures in force a transfer falls under.

use super::memory::Memory;
use crate::{Context, times};
use tenkyo_lexicon::measures::{Goods, Hit};
use tenkyo_model::{ActorId, Falling, Findings, Transfer};

/// Adds to each transfer the measures in force on its date, else on that of the paragraph, the article or the report. A transfer that is only claimed stays
/// claimed: what it would fall under is told all the same.
pub(super) fn add(context: Context<'_>, findings: &Findings, memory: &Memory, transfers: &mut [Transfer]) {
    let id = |actor: Option<ActorId>| {
        let side = actor.map(|a| memory.side(a))?;
        findings.actors[side.0 as usize].knowledge.as_deref()
    };
    for transfer in transfers {
        // An article of history has older days about it than the day it appeared on.
        let told = times::of_clause(context, findings, transfer.item).map(|d| d.value);
        let Some(date) = transfer.date.clone().or(told) else { continue };
        let goods = Goods {
            giver: id(transfer.giver).unwrap_or_default(),
            receiver: id(transfer.receiver).unwrap_or_default(),
            category: &transfer.category,
            item: &context.article.text[transfer.item],
            date: &date,
        };
        transfer.terms.measures = context.lexicon.measures.on(goods).into_iter().map(falling).collect();
    }
}

fn falling(hit: Hit<'_>) -> Falling {
    Falling {
        id: hit.measure.id.clone(),
        name: hit.measure.name.clone(),
        reason: hit.provision.reason.clone(),
        word: hit.word.map(str::to_owned),
        partial: hit.provision.partial,
        throughout: hit.throughout,
    }
}
