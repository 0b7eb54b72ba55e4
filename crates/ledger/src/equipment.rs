//! Equipment across documents: one by its id in `knowledge/`.

use crate::corpus::{Corpus, Place};
use crate::ids::digest;
use std::collections::BTreeMap;
use tenkyo_model::ledger::Equipment;

/// The equipment that the documents name, in order of its ids in `knowledge/`.
pub(crate) fn collect(corpus: &Corpus<'_>) -> Vec<Equipment> {
    let mut all: BTreeMap<&str, Equipment> = BTreeMap::new();
    for Place { document, index } in corpus.places(|f| f.equipment.len()) {
        let found = &corpus.list[document].findings.equipment[index];
        let entry = all.entry(&found.knowledge).or_insert_with(|| Equipment {
            id: format!("k-{}", digest(&[&found.knowledge])),
            knowledge: found.knowledge.clone(),
            name: found.name.clone(),
            latin: found.latin.clone(),
            kind: found.kind.clone(),
            maker: found.maker.clone(),
            category: found.category.clone(),
            members: Vec::new(),
        });
        entry.members.extend(found.mentions.iter().map(|span| corpus.member(document, *span)));
    }
    all.into_values().collect()
}
