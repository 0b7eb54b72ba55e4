//! What filters look up in a ledger.

use crate::entries::Keyed;
use crate::postings::Postings;
use std::collections::{BTreeSet, HashMap};
use tenkyo_model::Certainty;
use tenkyo_model::ledger::{Actor, DisputeKind, Document, Ledger, Member, Occurrence};
use tenkyo_text::Span;

/// Places of documents, actors and mentions in the lists of one ledger.
#[derive(Debug, Default)]
pub struct Index {
    documents: HashMap<String, usize>,
    /// Place of the document by its id.
    ids: HashMap<String, usize>,
    actors: HashMap<String, usize>,
    /// The actors with an id or a name, in their order.
    named: HashMap<String, Vec<usize>>,
    occurrences: HashMap<String, usize>,
    /// How sure what stands somewhere is.
    certainties: HashMap<String, Vec<(Span, Certainty)>>,
    /// What each document says that somebody said, as places in the list of utterances.
    utterances: HashMap<String, Vec<(Span, usize)>>,
    /// Mentions of each document in order, with the actor of each.
    mentions: HashMap<String, Vec<(Span, usize)>>,
    /// Figures of each document that another one contradicts.
    contradicted: HashMap<String, Vec<Span>>,
    /// The outlets that published something, in order.
    outlets: Vec<String>,
    /// What narrows the long lists.
    pub(crate) narrow: Narrow,
}

/// The postings of the long lists.
#[derive(Debug, Default)]
pub(crate) struct Narrow {
    pub occurrences: Postings,
    pub utterances: Postings,
    pub transfers: Postings,
}

impl Index {
    /// The index of a ledger whose lists stay in their order.
    pub fn new(ledger: &Ledger) -> Self {
        let mut mentions = by_document(ledger.actors.iter().map(|actor| &actor.members));
        mentions.values_mut().for_each(|list| list.sort_unstable());
        let documents = Self::of_documents(ledger);
        Self {
            narrow: narrow(ledger, &documents),
            actors: ledger.actors.iter().map(|a| &a.id).enumerate().map(place).collect(),
            named: named(ledger),
            occurrences: ledger.occurrences.iter().map(|o| &o.id).enumerate().map(place).collect(),
            certainties: certainties(ledger),
            utterances: by_document(ledger.utterances.iter().map(|utterance| &utterance.members)),
            mentions,
            contradicted: contradicted(ledger),
            outlets: outlets(ledger),
            ..documents
        }
    }

    /// What is known without the other lists, which can be sorted by it.
    pub(crate) fn of_documents(ledger: &Ledger) -> Self {
        Self {
            documents: ledger.documents.iter().map(|d| &d.source).enumerate().map(place).collect(),
            ids: ledger.documents.iter().map(|d| &d.id).enumerate().map(place).collect(),
            ..Self::default()
        }
    }

    /// The outlets that published something, in order.
    pub fn outlets(&self) -> &[String] {
        &self.outlets
    }

    /// Whether the figure at these words is a side of a dispute.
    pub fn is_contradicted(&self, words: &Member) -> bool {
        self.contradicted.get(&words.document).is_some_and(|spans| spans.contains(&words.span))
    }

    /// Statements by what narrows them.
    pub fn utterances(&self) -> &Postings {
        &self.narrow.utterances
    }

    /// Events by what narrows them.
    pub fn occurrences(&self) -> &Postings {
        &self.narrow.occurrences
    }

    /// Transfers by what narrows them.
    pub fn transfers(&self) -> &Postings {
        &self.narrow.transfers
    }

    /// The document with this name.
    pub fn document<'l>(&self, ledger: &'l Ledger, source: &str) -> Option<&'l Document> {
        self.documents.get(source).and_then(|at| ledger.documents.get(*at))
    }

    /// Place in the list of documents of the one with this id.
    pub(crate) fn place_of(&self, id: &str) -> Option<usize> {
        self.ids.get(id).copied()
    }

    /// The actor with this id.
    pub fn actor<'l>(&self, ledger: &'l Ledger, id: &str) -> Option<&'l Actor> {
        self.actors.get(id).and_then(|at| ledger.actors.get(*at))
    }

    /// The actors that have this id or name.
    pub fn named<'l>(&self, ledger: &'l Ledger, name: &str) -> impl Iterator<Item = &'l Actor> {
        self.named.get(name).into_iter().flatten().filter_map(|at| ledger.actors.get(*at))
    }

    /// The event with this id.
    pub fn occurrence<'l>(&self, ledger: &'l Ledger, id: &str) -> Option<&'l Occurrence> {
        self.occurrences.get(id).and_then(|at| ledger.occurrences.get(*at))
    }

    /// The acts of saying that have exactly these words as content, as places in their list.
    pub(crate) fn said(&self, words: &Member) -> impl Iterator<Item = usize> {
        let list = self.utterances.get(&words.document).map_or(&[][..], Vec::as_slice);
        list.iter().filter(move |(span, _)| *span == words.span).map(|(_, at)| *at)
    }

    /// How sure the events, statements and transfers are that share words with these.
    pub fn certainties(&self, words: &Member) -> impl Iterator<Item = Certainty> {
        let list = self.certainties.get(&words.document).map_or(&[][..], Vec::as_slice);
        let words = words.span;
        list.iter().filter(move |(span, _)| span.overlaps(words)).map(|(_, certainty)| *certainty)
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

fn place((at, id): (usize, &String)) -> (String, usize) {
    (id.clone(), at)
}

fn narrow(ledger: &Ledger, index: &Index) -> Narrow {
    let document = |source: &str| index.document(ledger, source);
    Narrow {
        occurrences: Postings::new(&ledger.occurrences, Keyed::keys, document),
        utterances: Postings::new(&ledger.utterances, Keyed::keys, document),
        transfers: Postings::new(&ledger.transfers, Keyed::keys, document),
    }
}

fn named(ledger: &Ledger) -> HashMap<String, Vec<usize>> {
    let mut named: HashMap<String, Vec<usize>> = HashMap::new();
    for (at, actor) in ledger.actors.iter().enumerate() {
        for name in actor.names.iter().chain([&actor.id, &actor.name]) {
            let all = named.entry(name.clone()).or_default();
            if all.last() != Some(&at) {
                all.push(at);
            }
        }
    }
    named
}

/// The words of each document, with the place in the list of the entry that stands on them.
fn by_document<'l>(entries: impl Iterator<Item = &'l Vec<Member>>) -> HashMap<String, Vec<(Span, usize)>> {
    let mut all: HashMap<String, Vec<_>> = HashMap::new();
    for (at, members) in entries.enumerate() {
        for member in members {
            all.entry(member.document.clone()).or_default().push((member.span, at));
        }
    }
    all
}

fn contradicted(ledger: &Ledger) -> HashMap<String, Vec<Span>> {
    let mut all: HashMap<String, Vec<_>> = HashMap::new();
    let of_figures = ledger.disputes.iter().filter(|d| d.kind == DisputeKind::Figure);
    for member in of_figures.flat_map(|d| &d.sides).flat_map(|side| &side.members) {
        all.entry(member.document.clone()).or_default().push(member.span);
    }
    all
}

fn outlets(ledger: &Ledger) -> Vec<String> {
    let names: BTreeSet<&String> = ledger.documents.iter().filter_map(|d| d.outlet.as_ref()).collect();
    names.into_iter().cloned().collect()
}

fn certainties(ledger: &Ledger) -> HashMap<String, Vec<(Span, Certainty)>> {
    let occurrences = ledger.occurrences.iter().map(|e| (&e.members, e.certainty));
    let utterances = ledger.utterances.iter().map(|e| (&e.members, e.certainty));
    let transfers = ledger.transfers.iter().map(|e| (&e.members, e.certainty));
    let mut all: HashMap<String, Vec<_>> = HashMap::new();
    for (members, certainty) in occurrences.chain(utterances).chain(transfers) {
        for member in members {
            all.entry(member.document.clone()).or_default().push((member.span, certainty));
        }
    }
    all
}
