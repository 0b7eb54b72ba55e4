//! Loads, checks and compiles `data/ja/**` (how Japanese says things) and `knowledge/**` (who and what exists).
//!
//! The files are embedded in the program; a user's own folder lies over them ([`Sources::with_overlay`]): a file of the same
//! name replaces ours, a new file adds. There are no language facts in code: what this crate knows is the shape of the files.

pub mod actors;
pub mod agreements;
pub mod blocks;
pub mod equipment;
mod error;
pub mod events;
pub mod forecasts;
pub mod grades;
pub mod ledger;
pub mod measures;
pub mod quantity;
mod sources;
pub mod speech;
pub mod time;
pub mod transfers;

pub use error::DataError;
pub use sources::Sources;

/// All data, compiled for use. Built once at start; reading it allocates nothing.
#[derive(Debug)]
pub struct Lexicon {
    /// Patterns that tell the blocks of an article apart.
    pub blocks: blocks::Blocks,
    /// Words and patterns of time expressions.
    pub time: time::TimeWords,
    /// Known actors and places, titles, words for groups.
    pub actors: actors::Actors,
    /// Verbs and phrases of saying, evidential endings.
    pub speech: speech::Speech,
    /// Frames of events and transfers, item categories, units.
    pub events: events::Events,
    /// Numbers, units and the words around amounts.
    pub quantity: quantity::Quantities,
    /// Words of giving and getting, things that are given.
    pub transfers: transfers::Transfers,
    /// Endings and words of forecasts.
    pub forecasts: forecasts::Forecasts,
    /// Known equipment, words of launches and tests.
    pub programmes: equipment::Programmes,
    /// Known treaties, words of agreements.
    pub agreements: agreements::Agreements,
    /// What Admiralty grades are computed from.
    pub grades: grades::Grades,
    /// Measures in force.
    pub measures: measures::Measures,
    /// Words that the ledger needs.
    pub ledger: ledger::LedgerWords,
}

impl Lexicon {
    /// Compiles the data of `sources`.
    ///
    /// # Errors
    /// A file that does not parse or breaks a rule of its format: with its path, the place in it and what to do.
    pub fn new(sources: &Sources) -> Result<Self, DataError> {
        let programmes = equipment::Programmes::load(sources)?;
        Ok(Self {
            blocks: blocks::Blocks::load(sources)?,
            time: time::TimeWords::load(sources)?,
            actors: actors::Actors::load(sources)?,
            speech: speech::Speech::load(sources)?,
            events: events::Events::load(sources)?,
            quantity: quantity::Quantities::load(sources)?,
            transfers: transfers::Transfers::load(sources, &programmes)?,
            programmes,
            agreements: agreements::Agreements::load(sources)?,
            grades: grades::Grades::load(sources)?,
            forecasts: forecasts::Forecasts::load(sources)?,
            measures: measures::Measures::load(sources)?,
            ledger: ledger::LedgerWords::load(sources)?,
        })
    }

    /// Compiles the data that the program carries.
    ///
    /// # Errors
    /// Only when the embedded data is broken, which the tests rule out.
    pub fn embedded() -> Result<Self, DataError> {
        Self::new(&Sources::embedded())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn embedded_data_compiles() {
        Lexicon::embedded().unwrap();
    }
}
