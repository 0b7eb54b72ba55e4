//! Packs word lists into tables found by hash: clusters of words by use, and known names.

use anyhow::Context;
use std::path::{Path, PathBuf};
use tenkyo_japanese::{Index, tag, word_hash};

const BITS: u32 = 20;

/// Pack clusters.tsv and names.tsv, which `crates/train/sources/words.py` makes.
#[derive(clap::Args)]
pub struct Arguments {
    /// Folder of the two lists.
    #[arg(long)]
    from: PathBuf,
    /// Folder to write the tables to.
    #[arg(long, default_value = "models")]
    to: PathBuf,
}

/// Packs both lists.
///
/// # Errors
/// When a list is missing or not of its form, or a file cannot be written.
pub fn build(arguments: &Arguments) -> anyhow::Result<()> {
    let clusters = table(&arguments.from.join("clusters.tsv"), 1)?;
    crate::pack::write(&arguments.to, "clusters.table", &clusters)?;
    let names = table(&arguments.from.join("names.tsv"), 0)?;
    crate::pack::write(&arguments.to, "gazetteer.table", &names)
}

/// Tags, then values; `add` is added to each value.
fn table(path: &Path, add: i16) -> anyhow::Result<Vec<i16>> {
    let list = std::fs::read_to_string(path).with_context(|| path.display().to_string())?;
    let mut tags = vec![0; 1 << BITS];
    let mut values = vec![0; 1 << BITS];
    let mut dropped = 0;
    for line in list.lines() {
        let (word, value) = line.split_once('\t').with_context(|| line.to_owned())?;
        let hash = word_hash(word);
        let free = Index::new(&tags).places(hash).into_iter().find(|place| tags[*place] == 0);
        match free {
            Some(place) => (tags[place], values[place]) = (tag(hash), value.parse::<i16>()? + add),
            None => dropped += 1,
        }
    }
    println!("{}: {dropped} of {} words found no place", path.display(), list.lines().count());
    tags.extend(values);
    Ok(tags)
}
