//! Names of actors and outlets, and which outlet speaks in its own voice.

use crate::quotes::quote;
use crate::shown::shown;
use crate::words::Words;
use std::collections::{BTreeMap, BTreeSet};
use tenkyo_model::ledger::{Document, Ledger, Member};

/// Names by id, documents by source.
pub(crate) struct Names<'a> {
    actors: BTreeMap<&'a str, String>,
    documents: BTreeMap<&'a str, &'a Document>,
    /// Roots that are outlets or documents: what rests on them is said in their own voice.
    voices: BTreeSet<&'a str>,
}

impl<'a> Names<'a> {
    pub fn new(ledger: &'a Ledger, better: &dyn Fn(&str) -> Option<String>) -> Self {
        let outlets: BTreeSet<&str> = ledger.documents.iter().filter_map(|d| d.outlet.as_deref()).collect();
        let is_outlet = |a: &&tenkyo_model::ledger::Actor| {
            outlets.contains(a.name.as_str()) || a.names.iter().any(|n| outlets.contains(n.as_str()))
        };
        let own = ledger.actors.iter().filter(is_outlet).map(|a| a.id.as_str());
        let sources = ledger.documents.iter().map(|d| d.source.as_str());
        let name = |a: &'a tenkyo_model::ledger::Actor| {
            (a.id.as_str(), shown(&better(&a.id).unwrap_or_else(|| a.name.clone())))
        };
        Self {
            voices: own.chain(outlets.iter().copied()).chain(sources).collect(),
            actors: ledger.actors.iter().map(name).collect(),
            documents: ledger.documents.iter().map(|d| (d.source.as_str(), d)).collect(),
        }
    }

    /// The name of an actor; the id itself for what is no actor, such as an outlet; of a path its last part.
    pub fn name(&self, id: &str) -> String {
        let file = || id.rsplit('/').next().filter(|_| self.documents.contains_key(id)).unwrap_or(id);
        self.actors.get(id).cloned().unwrap_or_else(|| shown(file()))
    }

    /// Several names, each once.
    pub fn list<'i>(&self, words: &Words, ids: impl IntoIterator<Item = &'i String>) -> String {
        let mut names: Vec<String> = Vec::new();
        for name in ids.into_iter().map(|id| self.name(id)) {
            if !names.contains(&name) {
                names.push(name);
            }
        }
        words.list(&names)
    }

    /// Whether one of the roots is an outlet that says it in its own voice.
    pub fn own_voice(&self, roots: &[String]) -> bool {
        roots.is_empty() || roots.iter().any(|root| self.voices.contains(root.as_str()))
    }

    /// The document of a member.
    pub fn document(&self, member: &Member) -> Option<&'a Document> {
        self.documents.get(member.document.as_str()).copied()
    }

    /// The exact words of a member.
    pub fn words(&self, member: &Member) -> String {
        let text = self.document(member).and_then(|d| d.text.get(member.span.range()));
        shown(text.unwrap_or_default())
    }

    /// The sentence that the words of a member stand in.
    pub fn sentence(&self, member: &Member) -> String {
        let quote = self.document(member).and_then(|d| quote(&d.text, member.span));
        quote.map(|q| shown(&format!("{}{}{}", q.before, q.words, q.after))).unwrap_or_default()
    }

    /// The outlet of the document of a member, else the document's name.
    pub fn outlet(&self, member: &Member) -> String {
        let outlet = self.document(member).and_then(|d| d.outlet.as_deref());
        outlet.map_or_else(|| self.name(&member.document), shown)
    }

    /// Publication date of the document of a member.
    pub fn published(&self, member: &Member) -> Option<&'a str> {
        self.document(member)?.published.as_deref()
    }
}
