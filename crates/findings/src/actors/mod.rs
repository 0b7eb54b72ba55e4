//! Actors: mentions, coreference, links to `knowledge/`.
//!
//! The words of the article pass through: names that `knowledge/` holds ([`known`]) → noun phrases cut into pieces ([`pieces`])
//! → phrases that refer ([`phrases`]) → actors, one for each referent ([`cluster`]). Later layers look actors up by place in an
//! [`ActorIndex`].

mod bodies;
mod bodies_named;
mod brackets;
mod cited;
mod cluster;
mod heads;
mod index;
mod known;
mod letters;
mod names_of_bodies;
mod owners;
mod people;
mod person_names;
mod persons;
mod phrases;
mod pieces;
mod pronouns;
mod quoted;
mod referents;
mod rows;
#[cfg(test)]
mod tests;
mod titles;

pub use index::{ActorIndex, Place};

use crate::Context;
use tenkyo_model::{Diagnostic, Findings};

/// Adds the actors with their mentions.
pub fn find(context: Context<'_>, findings: &mut Findings, _diagnostics: &mut Vec<Diagnostic>) {
    let hits = known::scan(context);
    let pieces = pieces::cut(context, &hits);
    let phrases = phrases::read(context, &pieces);
    findings.actors = cluster::actors(context, findings, phrases);
}
