//! The data that documents are read with: the program's own and a user's folder over it.

use sha2::{Digest, Sha256};
use std::path::PathBuf;
use std::sync::Arc;
use tenkyo_lexicon::{Lexicon, Sources};

/// Where a user's own data lies.
#[derive(clap::Args, Debug, Default)]
pub struct DataOptions {
    /// Folder with your own words and actors (`ja/**`, `knowledge/**`), which lie over ours.
    #[arg(long, value_name = "DIR", env = "TENKYO_KNOWLEDGE")]
    knowledge: Option<PathBuf>,
}

/// Compiled data with its version.
pub struct Data {
    /// The compiled form.
    pub lexicon: Arc<Lexicon>,
    /// Program version and a digest of the files.
    pub version: String,
}

impl DataOptions {
    /// Loads and compiles.
    pub fn load(&self) -> anyhow::Result<Data> {
        let sources = self.sources()?;
        let lexicon = Arc::new(Lexicon::new(&sources)?);
        let version = version(&sources);
        Ok(Data { lexicon, version })
    }

    /// The files without compiling them.
    pub fn sources(&self) -> anyhow::Result<Sources> {
        let embedded = Sources::embedded();
        Ok(match &self.knowledge {
            Some(folder) => embedded.with_overlay(folder)?,
            None => embedded,
        })
    }
}

fn version(sources: &Sources) -> String {
    let mut hash = Sha256::new();
    for (path, text) in sources.below("ja").chain(sources.below("knowledge")) {
        hash.update(path);
        hash.update([0]);
        hash.update(text);
        hash.update([0]);
    }
    let digest: String = hash.finalize().iter().take(6).map(|byte| format!("{byte:02x}")).collect();
    format!("{}+{digest}", env!("CARGO_PKG_VERSION"))
}
