//! The workspace that a verb works on, and its ledger.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use tenkyo_ledger::Reading;
use tenkyo_record::ledger::{Ledger, Member};
use tenkyo_store::Store;

/// Which workspace.
#[derive(clap::Args, Debug)]
pub struct WorkspaceOptions {
    /// Folder of the workspace.
    #[arg(
        long,
        global = true,
        value_name = "DIR",
        env = "TENKYO_WORKSPACE",
        default_value = "tenkyo-workspace"
    )]
    pub workspace: PathBuf,
}

impl WorkspaceOptions {
    /// Opens it.
    pub fn open(&self) -> anyhow::Result<Store> {
        Ok(Store::open(&self.workspace)?)
    }
}

/// The ledger of a workspace as the model has it.
pub fn ledger(store: &Store) -> anyhow::Result<tenkyo_model::ledger::Ledger> {
    let mut readings = Vec::new();
    for analysis in store.analyses()? {
        let analysis = analysis?;
        readings.push(Reading { article: analysis.article()?, findings: analysis.findings()? });
    }
    Ok(tenkyo_ledger::build_corrected(&readings, &store.corrections()?))
}

/// The ledger of a workspace as its record, with the texts that its spans point into.
pub struct Story {
    /// The record.
    pub ledger: Ledger,
    /// What it is the record of, each list in the same order.
    pub model: tenkyo_model::ledger::Ledger,
    /// What filters look up in it.
    pub index: tenkyo_query::Index,
    texts: BTreeMap<String, Vec<char>>,
    /// Names of actors by their ids.
    names: BTreeMap<String, String>,
    /// Publication dates by sources.
    published: BTreeMap<String, Option<String>>,
}

impl Story {
    /// Reads the workspace.
    pub fn open(options: &WorkspaceOptions) -> anyhow::Result<Self> {
        Self::open_store(&options.open()?)
    }

    /// Reads an open workspace.
    pub fn open_store(store: &Store) -> anyhow::Result<Self> {
        Ok(Self::new(ledger(store)?))
    }

    /// The record of a ledger.
    pub fn new(ledger: tenkyo_model::ledger::Ledger) -> Self {
        let documents = || ledger.documents.iter();
        Self {
            texts: documents().map(|d| (d.source.clone(), d.text.chars().collect())).collect(),
            names: ledger.actors.iter().map(|a| (a.id.clone(), a.name.clone())).collect(),
            published: documents().map(|d| (d.source.clone(), d.published.clone())).collect(),
            ledger: Ledger::new(&ledger),
            index: tenkyo_query::Index::new(&ledger),
            model: ledger,
        }
    }

    /// The words of a member.
    pub fn words(&self, member: &Member) -> String {
        let [start, end] = member.span;
        let words = self.texts.get(&member.document).and_then(|text| text.get(start..end));
        words.unwrap_or_default().iter().collect()
    }

    /// The name of the actor with this id; the id itself for what is no actor, such as an outlet; of a path its last part.
    pub fn name<'s>(&'s self, id: &'s str) -> &'s str {
        let file = || id.rsplit('/').next().filter(|_| self.texts.contains_key(id)).unwrap_or(id);
        self.names.get(id).map_or_else(file, String::as_str)
    }

    /// Publication date of a document.
    pub fn published(&self, source: &str) -> Option<&str> {
        self.published.get(source)?.as_deref()
    }

    /// The names of several.
    pub fn names<'s>(&'s self, ids: impl IntoIterator<Item = &'s String>) -> String {
        let names: Vec<&str> = ids.into_iter().map(|id| self.name(id)).collect();
        names.join("・")
    }

    /// How many documents the members stand in.
    pub fn documents(&self, members: &[Member]) -> usize {
        let sources: BTreeSet<_> = members.iter().map(|m| &m.document).collect();
        sources.len()
    }

    /// The sources of the documents that the members stand in.
    pub fn sources(&self, members: &[Member]) -> String {
        let sources: BTreeSet<&str> = members.iter().map(|m| m.document.as_str()).collect();
        sources.into_iter().collect::<Vec<_>>().join(", ")
    }
}
