//! Known treaties (`knowledge/agreements`) and words of agreements (`data/ja/agreement`).

use crate::actors::Automaton;
use crate::quantity::Words;
use crate::{DataError, Sources};
use serde::Deserialize;
use std::collections::BTreeMap;

/// Known treaties and words of agreements.
#[derive(Debug)]
pub struct Agreements {
    /// Known treaties, in order of files and lines.
    pub known: Vec<Known>,
    /// Their names, with their indices.
    pub names: Automaton<usize>,
    /// Words of agreements.
    pub words: AgreementWords,
}

/// A known treaty. Dates are ISO days, months or years; one that is not certain is left out.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Known {
    /// Its id.
    pub id: String,
    /// Its names, the usual one first.
    pub names: Vec<String>,
    /// Names that other treaties bear too: they count beside the year of signing or all its parties.
    #[serde(default)]
    pub shared: Vec<String>,
    /// Ids in `knowledge/actors` of its parties; empty for treaties of many.
    #[serde(default)]
    pub parties: Vec<String>,
    /// When it was signed or adopted.
    pub signed: Option<String>,
    /// From when it is in force.
    pub in_force: Option<String>,
    /// When it ended.
    pub ended: Option<String>,
    /// Id of the treaty whose place it takes.
    pub predecessor: Option<String>,
}

/// Words of agreements.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AgreementWords {
    /// Last parts of names of agreements.
    pub heads: Words,
    /// Before a head these take up an agreement that was named (同条約).
    pub anaphoric: Words,
    /// After a head these make another word of it (条約局).
    pub not_agreement: Words,
    /// Before a bare head these make it one of its own (新たな条約).
    pub fresh: Words,
    /// Those who make an agreement between two, when they were named before (両国).
    pub both: Words,
    /// Of an earlier agreement (旧ソ連時代の条約).
    pub earlier: Words,
    /// Between an earlier agreement and the one that takes its place.
    pub replaces: Words,
    /// Predicates of signing.
    pub signing: Words,
    /// Predicates of coming into force.
    pub force: Words,
    /// Predicates of ending.
    pub ending: Words,
    /// Predicates of laying down, over a clause.
    pub lays_down: Words,
    /// Nouns that a clause describes (条項).
    pub clause_nouns: Words,
    /// Between a clause and what lays it down.
    pub clause_links: Words,
    /// After the name of an agreement, when it lays something down itself.
    pub own: Words,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    agreement: Vec<Known>,
}

impl Agreements {
    pub(crate) fn load(sources: &Sources) -> Result<Self, DataError> {
        let files = sources.parse::<File>("knowledge/agreements")?;
        let known: Vec<Known> = files.into_iter().flat_map(|(_, file)| file.agreement).collect();
        let mut names = BTreeMap::new();
        for (i, agreement) in known.iter().enumerate() {
            names.extend(agreement.names.iter().map(|name| (name.clone(), i)));
        }
        let words = sources.parse_file("ja/agreement/words.toml")?;
        Ok(Self { names: Automaton::new("knowledge/agreements", names)?, known, words })
    }

    /// The index of a known treaty.
    pub fn by_id(&self, id: &str) -> Option<usize> {
        self.known.iter().position(|k| k.id == id)
    }
}

#[cfg(test)]
mod tests {
    use crate::Lexicon;
    use std::collections::BTreeSet;

    #[test]
    fn entries_are_sound() {
        let lexicon = Lexicon::embedded().unwrap();
        let (mut ids, mut names) = (BTreeSet::new(), BTreeSet::new());
        for known in &lexicon.agreements.known {
            assert!(ids.insert(&known.id), "{}: id twice", known.id);
            assert!(known.names.iter().all(|n| names.insert(n)), "{}: a name twice", known.id);
            let unknown = known.parties.iter().find(|p| lexicon.actors.by_id(p).is_none());
            assert_eq!(unknown, None, "{}: unknown party", known.id);
            let before = known.predecessor.as_deref();
            let found = before.is_none_or(|id| lexicon.agreements.by_id(id).is_some());
            assert!(found, "{}: unknown predecessor", known.id);
            let dates = [&known.signed, &known.in_force, &known.ended].map(|d| d.as_deref());
            let told: Vec<&str> = dates.into_iter().flatten().collect();
            assert!(told.windows(2).all(|p| p[0] <= p[1]), "{}: dates out of order", known.id);
        }
    }
}
