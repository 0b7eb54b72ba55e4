//! The models of bunsetsu and dependency, from GSD and WAC.

use crate::corpora::{self, cabocha, conllu, wac};
use crate::{dependency, prepared, score, segmentation};
use std::path::PathBuf;

/// Learn where bunsetsu begin and which depends on which.
#[derive(clap::Args)]
pub struct Arguments {
    /// Folder of the corpora.
    #[arg(long, default_value = "../shared/corpora")]
    corpora: PathBuf,
    /// Folder to write the models to.
    #[arg(long, default_value = "models")]
    to: PathBuf,
    /// Leave out the part for development, measure on it only, write nothing.
    #[arg(long)]
    development: bool,
}

/// Trains both models, prints their scores, writes them.
///
/// # Errors
/// When a corpus is missing or a file cannot be written.
pub fn build(arguments: &Arguments) -> anyhow::Result<()> {
    let path = |name: &str| arguments.corpora.join(name);
    let mut sentences =
        conllu::sentences(&corpora::text(&path("gsd/luw.ja_gsdluw-ud-train.ne.1.conllu.xz"))?);
    sentences.extend(wac::sentences(&path("wac.tar.xz"), "train")?);
    if !arguments.development {
        sentences.extend(cabocha::sentences(&corpora::text(&path("gsd-cabocha/ud_gsd_dev.cabocha.xz"))?));
    }
    let sentences = prepared::prepare(sentences);
    println!("{} sentences", sentences.len());
    let segmentation = segmentation::train(&sentences);
    let dependency = dependency::train(&sentences);
    let mut scores = String::new();
    let parts: &[&str] = if arguments.development { &["dev"] } else { &["dev", "test"] };
    for part in parts {
        let gold =
            cabocha::sentences(&corpora::text(&path(&format!("gsd-cabocha/ud_gsd_{part}.cabocha.xz")))?);
        let s = score::bunsetsu(&gold, &segmentation, &dependency);
        let (boundary, dependency, agreed) = (s.boundary, s.dependency, s.agreed);
        scores += &format!("| ud_gsd_{part} | {boundary:.4} | {dependency:.4} | {agreed:.4} |\n");
    }
    println!("{scores}");
    if arguments.development {
        return Ok(());
    }
    std::fs::write(arguments.to.join("bunsetsu.md"), CARD.replace("SCORES", &scores))?;
    crate::pack::write(&arguments.to, "segmentation.weights", &segmentation)?;
    crate::pack::write(&arguments.to, "dependency.weights", &dependency)
}

const CARD: &str = "\
# Bunsetsu and dependencies: `segmentation.weights`, `dependency.weights`

**Made by** `cargo run --release -p tenkyo-train -- bunsetsu --corpora FOLDER`. With `--development` the part for
development is left out of training and measured alone: boundary F1 0.966, dependency F1 0.835. In the table below it was trained on.

**Data**: UD Japanese GSD r2.9 (train, bunsetsu read off its long-unit words; dev as published with bunsetsu) and the Wikipedia Annotated Corpus (train).

**Licence**: CC BY-SA 4.0, as the corpora. Who passes on or changes these models does so under the same licence and names the
corpora.

**Method**: logistic models over hashed integer features of tokens and bunsetsu (`segmentation/features.rs`,
`dependency/features.rs`), learnt with AdaGrad and feature dropout, the mean of several runs; one table shared by both corpora
and one for each, of which shared + GSD is shipped, for the features that weigh most. Where the corpora always give one answer
for the context ids on both sides of a gap, these decide alone. Heads are chosen from right to left among those that cross no arc.

| sentences | boundary F1 | dependency F1 | dependency accuracy on agreed boundaries |
|---|---|---|---|
SCORES
Known to be weak: compounds that long-unit words cut and the dictionary does not; long coordinations; speech-like text.
";
