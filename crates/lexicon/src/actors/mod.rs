//! Known actors and places (`knowledge/actors`, `knowledge/places`), titles and words for groups (`data/ja/actors`).
//!
//! [`Actors`] holds the compiled whole: the known actors, an automaton over all their names, and the words of Japanese that
//! make a noun phrase a person, a body or a group.

mod automaton;
mod known;
pub(crate) mod table;
mod variants;
mod words;

pub use automaton::{Automaton, Match};
pub use known::{Known, KnownRole, NameUse, Names};
pub use variants::plain_v;
pub use words::{Title, TitleKind, WordRule, Words};

use crate::{DataError, Sources};
use std::collections::BTreeMap;

/// Known actors and places, titles and words for groups.
#[derive(Debug)]
pub struct Actors {
    /// Everything in `knowledge/actors` and `knowledge/places`, in order of files and lines.
    pub known: Vec<Known>,
    /// What names mean, longest match first.
    pub names: Names,
    /// Titles, suffixes of organisations, words for groups.
    pub words: Words,
    by_id: BTreeMap<String, u32>,
    /// Persons by the state or body in which they hold a title.
    holders: BTreeMap<String, Vec<u32>>,
    /// Persons by title, for titles of which there is one in the world.
    sole: BTreeMap<String, Vec<u32>>,
}

impl Actors {
    pub(crate) fn load(sources: &Sources) -> Result<Self, DataError> {
        let (known, names) = known::load(sources)?;
        let by_id = known.iter().zip(0..).map(|(k, i)| (k.id.clone(), i)).collect();
        let titles = known.iter().flat_map(|k| &k.roles).map(|r| r.title.as_str());
        let words = Words::load(sources, titles)?;
        let mut holders: BTreeMap<String, Vec<u32>> = BTreeMap::new();
        for (person, index) in known.iter().zip(0..) {
            for role in &person.roles {
                let list = holders.entry(role.of.clone()).or_default();
                if list.last() != Some(&index) {
                    list.push(index);
                }
            }
        }
        let sole = sole_titles(&known);
        Ok(Self { known, names, words, by_id, holders, sole })
    }

    /// Index into [`Actors::known`] of the actor with this id.
    pub fn by_id(&self, id: &str) -> Option<u32> {
        self.by_id.get(id).copied()
    }

    /// Known persons (indices) who hold or held a title in the state or body with this id.
    pub fn holders(&self, id: &str) -> &[u32] {
        self.holders.get(id).map_or(&[], Vec::as_slice)
    }

    /// Known persons (indices) who hold or held a title of which there is one in the world (`国連事務総長`); none for other titles.
    pub fn holders_of_sole(&self, title: &str) -> &[u32] {
        self.sole.get(title).map_or(&[], Vec::as_slice)
    }

    /// The known actor with this index.
    pub fn get(&self, index: u32) -> &Known {
        &self.known[index as usize]
    }
}

/// Titles that at least three known persons held, all in the same state or body.
fn sole_titles(known: &[Known]) -> BTreeMap<String, Vec<u32>> {
    let mut by_title: BTreeMap<&str, (&str, bool, Vec<u32>)> = BTreeMap::new();
    for (person, index) in known.iter().zip(0..) {
        for role in &person.roles {
            let (of, sole, list) = by_title.entry(&role.title).or_insert((&role.of, true, Vec::new()));
            *sole &= *of == role.of;
            if list.last() != Some(&index) {
                list.push(index);
            }
        }
    }
    let sole = by_title.into_iter().filter(|(_, (_, sole, list))| *sole && list.len() > 2);
    sole.map(|(title, (_, _, list))| (title.to_owned(), list)).collect()
}
