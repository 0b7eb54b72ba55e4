//! IPADIC for vibrato, from the sources that Debian's `mecab-ipadic` installs.

use anyhow::Context;
use std::io::Cursor;
use std::path::{Path, PathBuf};
use vibrato_rkyv::{Dictionary, SystemDictionaryBuilder};

/// Compile IPADIC from its CSV and .def files.
#[derive(clap::Args)]
pub struct Arguments {
    /// Folder of the sources, in EUC-JP.
    #[arg(long, default_value = "/usr/share/mecab/dic/ipadic")]
    from: PathBuf,
    /// Folder to write the dictionary to.
    #[arg(long, default_value = "models")]
    to: PathBuf,
}

/// Compiles the dictionary and writes it.
///
/// # Errors
/// When a source is missing or not EUC-JP, or the file cannot be written.
pub fn build(arguments: &Arguments) -> anyhow::Result<()> {
    let read = |name: &str| euc_jp(&arguments.from.join(name));
    let inner = SystemDictionaryBuilder::from_readers(
        Cursor::new(lexicon(&arguments.from)?),
        Cursor::new(read("matrix.def")?),
        Cursor::new(read("char.def")?),
        Cursor::new(read("unk.def")?),
    )?;
    let mut bytes = Vec::new();
    Dictionary::from_inner(inner).write(&mut bytes)?;
    crate::pack::save(&arguments.to, "ipadic.dic", &bytes)
}

/// All CSV files, one after the other in order of their names.
fn lexicon(folder: &Path) -> anyhow::Result<String> {
    let entries =
        std::fs::read_dir(folder).with_context(|| format!("{}: install mecab-ipadic", folder.display()))?;
    let mut paths: Vec<PathBuf> = entries.map(|e| e.map(|e| e.path())).collect::<Result<_, _>>()?;
    paths.retain(|p| p.extension().is_some_and(|e| e == "csv"));
    paths.sort();
    paths.iter().map(|p| euc_jp(p)).collect()
}

fn euc_jp(path: &Path) -> anyhow::Result<String> {
    let bytes = std::fs::read(path).with_context(|| path.display().to_string())?;
    let (text, _, broken) = encoding_rs::EUC_JP.decode(&bytes);
    anyhow::ensure!(!broken, "{} is not EUC-JP", path.display());
    Ok(text.into_owned())
}
