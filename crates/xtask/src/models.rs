//! The files of `models/` against their manifest.

use anyhow::Context;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// Bytes that all models together may take in the repository.
const MOST_BYTES: u64 = 40 * 1024 * 1024;

#[derive(serde::Deserialize)]
struct Manifest {
    model: Vec<Entry>,
}

#[derive(serde::Deserialize)]
struct Entry {
    file: String,
    source: String,
    licence: String,
    sha256: String,
}

/// Checks that every model has an entry with source, licence and the checksum that it really has, and that all are small.
///
/// # Errors
/// Names the file and what is wrong with it.
pub fn check(folder: &Path) -> anyhow::Result<()> {
    let text = fs::read_to_string(folder.join("manifest.toml")).context("models/manifest.toml")?;
    let manifest: Manifest = toml::from_str(&text).context("models/manifest.toml")?;
    let entries: BTreeMap<&str, &Entry> = manifest.model.iter().map(|e| (e.file.as_str(), e)).collect();
    let mut bytes = 0;
    for file in fs::read_dir(folder)? {
        let path = file?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if path.extension().is_none_or(|e| e != "zst") {
            continue;
        }
        let entry =
            entries.get(name.as_str()).with_context(|| format!("models/{name} is not in the manifest"))?;
        let content = fs::read(&path)?;
        bytes += content.len() as u64;
        let digest: String = Sha256::digest(&content).iter().map(|b| format!("{b:02x}")).collect();
        anyhow::ensure!(digest == entry.sha256, "models/{name}: the checksum is {digest}");
        let told = !entry.source.is_empty() && !entry.licence.is_empty();
        anyhow::ensure!(told, "models/{name}: say its source and licence");
    }
    anyhow::ensure!(bytes <= MOST_BYTES, "the models take {bytes} bytes; {MOST_BYTES} are allowed");
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn models_are_as_the_manifest_says() {
        check(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../models")).unwrap();
    }
}
