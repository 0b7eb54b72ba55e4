//! What filters look up in a ledger.

use std::collections::{BTreeMap, HashMap};
use tenkyo_model::ledger::{Actor, Document, Ledger, Member};
use tenkyo_text::Span;

/// Places of documents, actors and mentions in the lists of one ledger.
#[derive(Debug, Default)]
pub struct Index {
    documents: BTreeMap<String, usize>,
    /// Name of the document by its id.
    sources: BTreeMap<String, String>,
    actors: BTreeMap<String, usize>,
    /// Mentions of each document in order, with the actor of each.
    mentions: HashMap<String, Vec<(Span, usize)>>,
}

impl Index {
    /// The index of a ledger whose lists stay in their order.
    pub fn new(ledger: &Ledger) -> Self {
        let place = |(i, id): (usize, &String)| (id.clone(), i);
        let mut mentions: HashMap<String, Vec<(Span, usize)>> = HashMap::new();
        for (at, member) in
            ledger.actors.iter().enumerate().flat_map(|(i, a)| a.members.iter().map(move |m| (i, m)))
        {
            mentions.entry(member.document.clone()).or_default().push((member.span, at));
        }
        mentions.values_mut().for_each(|list| list.sort_unstable());
        Self {
            documents: ledger.documents.iter().map(|d| &d.source).enumerate().map(place).collect(),
            sources: ledger.documents.iter().map(|d| (d.id.clone(), d.source.clone())).collect(),
            actors: ledger.actors.iter().map(|a| &a.id).enumerate().map(place).collect(),
            mentions,
        }
    }

    /// The document with this name.
    pub fn document<'l>(&self, ledger: &'l Ledger, source: &str) -> Option<&'l Document> {
        self.documents.get(source).and_then(|at| ledger.documents.get(*at))
    }

    /// The name of the document with this id.
    pub fn source(&self, id: &str) -> Option<&str> {
        self.sources.get(id).map(String::as_str)
    }

    /// The actor with this id.
    pub fn actor<'l>(&self, ledger: &'l Ledger, id: &str) -> Option<&'l Actor> {
        self.actors.get(id).and_then(|at| ledger.actors.get(*at))
    }

    /// The actors that are mentioned within the words.
    pub fn mentioned<'l>(
        &'l self,
        ledger: &'l Ledger,
        words: &Member,
    ) -> impl Iterator<Item = &'l Actor> + use<'l> {
        let list = self.mentions.get(&words.document).map_or(&[][..], Vec::as_slice);
        let words = words.span;
        let end = list.partition_point(|(span, _)| span.start < words.end);
        let overlaps = move |(span, _): &&(Span, usize)| span.end > words.start;
        list[..end].iter().filter(overlaps).filter_map(|(_, at)| ledger.actors.get(*at))
    }
}
