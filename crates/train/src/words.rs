//! Packs word lists into tables found by hash: clusters of words by use, and known names.

use anyhow::Context;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use tenkyo_japanese::{Index, Tokenizer, tag, word_hash};
use tenkyo_text::Span;

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
    let clusters = list(&arguments.from.join("clusters.tsv"))?;
    let mut table = Places::new(20);
    let values: Vec<(usize, i16)> =
        clusters.iter().filter_map(|(word, cluster)| Some((table.place(word)?, cluster + 1))).collect();
    let mut numbers = vec![0; 1 << 20];
    values.into_iter().for_each(|(place, value)| numbers[place] = value);
    crate::pack::write(&arguments.to, "clusters.table", &[table.tags, numbers].concat())?;
    let names = list(&arguments.from.join("names.tsv"))?;
    crate::pack::write(&arguments.to, "gazetteer.table", &gazetteer(&names, &clusters))
}

/// What each name names, and its cluster; then the clusters of other words that are several tokens for us.
fn gazetteer(names: &BTreeMap<String, i16>, clusters: &BTreeMap<String, i16>) -> Vec<i16> {
    let mut tokenizer = Tokenizer::new();
    let mut is_long = |word: &str| {
        let mut tokens = Vec::new();
        tokenizer.tokenize(word, Span::of(word), &mut tokens);
        tokens.len() > 1
    };
    let mut table = Places::new(21);
    let mut pairs = vec![0; 2 << 21];
    for (name, bits) in names {
        let cluster = clusters.get(name).map_or(0, |c| c + 1);
        if let Some(place) = table.place(name) {
            pairs[2 * place..][..2].copy_from_slice(&[*bits, cluster]);
        }
    }
    for (word, cluster) in clusters.iter().filter(|(word, _)| !names.contains_key(*word) && is_long(word)) {
        if let Some(place) = table.place(word) {
            pairs[2 * place + 1] = cluster + 1;
        }
    }
    [table.tags, pairs].concat()
}

/// Places given to words so far, in a table of 2ⁿ.
struct Places {
    tags: Vec<i16>,
}

impl Places {
    fn new(bits: u32) -> Self {
        Self { tags: vec![0; 1 << bits] }
    }

    /// The place of a word; none when both that it can have are taken.
    fn place(&mut self, word: &str) -> Option<usize> {
        let hash = word_hash(word);
        let place = Index::new(&self.tags).places(hash).into_iter().find(|place| self.tags[*place] == 0)?;
        self.tags[place] = tag(hash);
        Some(place)
    }
}

/// Lines of a word and a number.
fn list(path: &Path) -> anyhow::Result<BTreeMap<String, i16>> {
    let list = std::fs::read_to_string(path).with_context(|| path.display().to_string())?;
    let line = |line: &str| {
        let (word, value) = line.split_once('\t').with_context(|| line.to_owned())?;
        Ok((word.to_owned(), value.parse()?))
    };
    list.lines().map(line).collect()
}
