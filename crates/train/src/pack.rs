//! Writes tables of weights and prints what `models/manifest.toml` says of them.

use std::path::Path;

/// Writes `table` to `folder/name.zst` and prints its checksums.
///
/// # Errors
/// When the file cannot be written.
pub fn write(folder: &Path, name: &str, table: &[i16]) -> anyhow::Result<()> {
    let bytes: Vec<u8> = table.iter().flat_map(|n| n.to_le_bytes()).collect();
    let packed = zstd::encode_all(bytes.as_slice(), 19)?;
    std::fs::write(folder.join(format!("{name}.zst")), &packed)?;
    println!("file = \"{name}.zst\"");
    println!("sha256 = \"{}\"", crate::digest(&packed));
    println!("unpacked_sha256 = \"{}\"", crate::digest(&bytes));
    println!("unpacked_bytes = {}", bytes.len());
    Ok(())
}
