//! The log of corrections as lines, and the corrected documents as gold.

use crate::messages::Messages;
use crate::output::printable;
use anyhow::Context;
use std::io::Write;
use std::path::Path;
use tenkyo_query::Live;

/// One line a correction: number, whether it stands, and its record.
pub fn show(live: &Live, messages: &Messages) -> anyhow::Result<()> {
    let mut out = std::io::stdout().lock();
    let now = live.now();
    for entry in now.log.iter().map(|entry| now.logged(entry)) {
        let record = serde_json::to_string(&entry.correction)?;
        writeln!(
            out,
            "{}\t{}\t{}",
            entry.number,
            messages.text(&format!("correction.{}", entry.state)),
            printable(&record)
        )?;
    }
    Ok(())
}

/// Writes one file for each document that a standing correction names.
pub fn export(live: &Live, folder: &Path, messages: &Messages) -> anyhow::Result<()> {
    std::fs::create_dir_all(folder).with_context(|| folder.display().to_string())?;
    let corrected = live.now().corrected();
    for (id, gold) in &corrected {
        let path = folder.join(format!("{id}.json"));
        std::fs::write(&path, serde_json::to_string_pretty(gold)?)
            .with_context(|| path.display().to_string())?;
    }
    let count = corrected.len().to_string();
    let folder = folder.display().to_string();
    anstream::eprintln!("{}", messages.fill("correct.exported", &[("count", &count), ("folder", &folder)]));
    Ok(())
}
