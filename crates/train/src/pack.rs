//! Writes tables of weights and keeps their checksums in `manifest.toml`.

use anyhow::Context;
use std::path::Path;

/// Writes `table`, after the header of models, as [`save`] does.
///
/// # Errors
/// When the file or the manifest cannot be written.
pub fn write(folder: &Path, name: &str, table: &[i16]) -> anyhow::Result<()> {
    let numbers = table.iter().flat_map(|n| n.to_le_bytes());
    let bytes: Vec<u8> = tenkyo_japanese::HEADER.into_iter().chain(numbers).collect();
    save(folder, name, &bytes)
}

/// Writes `bytes` to `folder/name.zst`; where the folder has a manifest that lists the file, its checksums are renewed.
///
/// # Errors
/// When the file or the manifest cannot be written.
pub fn save(folder: &Path, name: &str, bytes: &[u8]) -> anyhow::Result<()> {
    let packed = zstd::encode_all(bytes, 19)?;
    std::fs::write(folder.join(format!("{name}.zst")), &packed)?;
    let facts = [
        ("sha256", format!("\"{}\"", crate::digest(&packed))),
        ("unpacked_sha256", format!("\"{}\"", crate::digest(bytes))),
        ("unpacked_bytes", bytes.len().to_string()),
    ];
    println!("{name}.zst");
    facts.iter().for_each(|(key, value)| println!("{key} = {value}"));
    let manifest = folder.join("manifest.toml");
    if manifest.exists() {
        let text = std::fs::read_to_string(&manifest)?;
        let renewed = renewed(&text, &format!("{name}.zst"), &facts);
        std::fs::write(&manifest, renewed).with_context(|| manifest.display().to_string())?;
    }
    Ok(())
}

/// The manifest with these facts in the entry of the file; everything else, comments too, stays.
fn renewed(manifest: &str, file: &str, facts: &[(&str, String)]) -> String {
    let mut here = false;
    let mut out = String::new();
    for line in manifest.lines() {
        let key = line.split(" = ").next().unwrap_or_default();
        if key == "file" {
            here = line == format!("file = \"{file}\"");
        }
        match facts.iter().find(|(k, _)| here && *k == key) {
            Some((key, value)) => out += &format!("{key} = {value}\n"),
            None => out += &format!("{line}\n"),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_entry_of_the_file_changes() {
        let before = "# note\nfile = \"a.zst\"\nsha256 = \"1\"\n\nfile = \"b.zst\"\nsha256 = \"2\"\n";
        let after = renewed(before, "b.zst", &[("sha256", "\"3\"".to_owned())]);
        assert_eq!(after, before.replace("\"2\"", "\"3\""));
    }
}
