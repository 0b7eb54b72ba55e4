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
}

/// Trains both models, prints their scores, writes them.
///
/// # Errors
/// When a corpus is missing or a file cannot be written.
pub fn build(arguments: &Arguments) -> anyhow::Result<()> {
    let path = |name: &str| arguments.corpora.join(name);
    let mut sentences =
        conllu::sentences(&corpora::text(&path("gsd/luw.ja_gsdluw-ud-train.ne.1.conllu.xz"))?);
    if std::env::var_os("NOWAC").is_none() {
        sentences.extend(wac::sentences(&path("wac.tar.xz"), "train")?);
    }
    let sentences = prepared::prepare(sentences);
    println!("{} sentences", sentences.len());
    let segmentation = segmentation::train(&sentences);
    let dependency = dependency::train(&sentences);
    for part in ["dev", "test"] {
        let gold =
            cabocha::sentences(&corpora::text(&path(&format!("gsd-cabocha/ud_gsd_{part}.cabocha.xz")))?);
        println!("ud_gsd_{part}: {:.4?}", score::bunsetsu(&gold, &segmentation, &dependency));
    }
    crate::pack::write(&arguments.to, "segmentation.weights", &segmentation)?;
    crate::pack::write(&arguments.to, "dependency.weights", &dependency)
}
