//! Things given, sold, shipped, offered, asked for.
//!
//! Entry point: [`find`]. A sentence becomes a [`scene`] (names with their parts, things, clause breaks); each word of giving in it
//! is a [`trigger`]; [`parties`], [`goods`], [`route`] and [`outlook`] read around the trigger; [`exchange`] ties what is given in return;
//! [`measures`] looks up what it falls under; [`memory`] fills in what the sentence leaves out ([`disaster`]: whom relief goes to);
//! [`doubt`] weighs what the article doubts.

mod answers;
mod disaster;
mod doubt;
mod exchange;
mod finder;
mod goods;
mod measures;
mod memory;
mod outlook;
mod parties;
mod records;
mod route;
mod scene;
mod trigger;

use crate::Context;
use crate::actors::ActorIndex;
use memory::Memory;
pub(crate) use memory::{is_official, is_same_class, side_of};
use scene::Scene;
use tenkyo_model::{BlockKind, Diagnostic, Findings};

/// Bytes of the longest sentence that is read: work in a sentence grows with the square of its clauses.
const LONGEST: usize = 30_000;

/// Adds the transfers, in order of the clauses that tell them.
pub fn find(context: Context<'_>, findings: &mut Findings, diagnostics: &mut Vec<Diagnostic>) {
    let index = ActorIndex::new(findings);
    let mut memory = Memory::new(context, findings, &index);
    // Headlines last: they add what the text below does not tell.
    for headlines in [false, true] {
        for (i, sentence) in context.analysis.sentences.iter().enumerate() {
            let kind = context.article.blocks[sentence.block].kind;
            let headline = matches!(kind, BlockKind::Title | BlockKind::Heading);
            if sentence.span.len() > LONGEST {
                if headlines {
                    let message = "sentence too long to look for transfers in".to_owned();
                    diagnostics.push(Diagnostic {
                        code: "long-sentence",
                        message,
                        span: Some(sentence.span),
                    });
                }
            } else if headline == headlines && !kind.is_furniture() && kind != BlockKind::Sources {
                records::add(&Scene::new(context, &index, i, findings), findings, &mut memory);
            }
        }
    }
    memory.told.sort_by_key(|t| (t.span, t.item));
    let mut told = std::mem::take(&mut memory.told);
    let side = |a: Option<tenkyo_model::ActorId>| a.map(|a| memory.side(a).0);
    exchange::link(&mut told, |t| (side(t.giver), side(t.receiver)));
    doubt::weigh(context, &mut told);
    measures::add(context, findings, &memory, &mut told);
    findings.transfers = told;
}

#[cfg(test)]
mod tests;
