//! `tenkyo brief`: a report to read, every sentence with its sources.

use crate::data::DataOptions;
use crate::filters::{Filter, Filters};
use crate::messages::Messages;
use crate::workspace::{self, Story, WorkspaceOptions};
use std::collections::BTreeSet;
use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;
use tenkyo_brief::{Language, Options};
use tenkyo_model::ledger::Ledger;

/// A report to read, in Markdown or HTML: what happened, who said what, what moved, what is contradicted, every sentence with its
/// sources.
#[derive(clap::Args)]
pub struct Arguments {
    /// Form of the report. The page needs no other file.
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    /// Write it into this file instead of printing it.
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
    #[command(flatten)]
    workspace: WorkspaceOptions,
    #[command(flatten)]
    filters: Filters,
    #[command(flatten)]
    data: DataOptions,
}

#[derive(clap::ValueEnum, Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Format {
    /// Markdown with footnotes.
    #[default]
    Md,
    /// One HTML page.
    Html,
}

/// Runs the verb.
pub fn run(arguments: &Arguments, messages: &Messages) -> anyhow::Result<ExitCode> {
    let ledger = workspace::ledger(&arguments.workspace.open()?)?;
    let story = Story::new(&ledger);
    let filter = arguments.filters.ready(&story, messages)?;
    let asked = arguments.filters.asked();
    let ledger = if asked.is_empty() { ledger } else { selected(ledger, &story, &filter) };
    let report = write(&ledger, arguments, messages, &asked)?;
    match &arguments.output {
        Some(path) => std::fs::write(path, report).map_err(|e| anyhow::anyhow!("{}: {e}", path.display()))?,
        None => std::io::stdout().lock().write_all(report.as_bytes())?,
    }
    Ok(ExitCode::SUCCESS)
}

fn write(ledger: &Ledger, arguments: &Arguments, messages: &Messages, asked: &str) -> anyhow::Result<String> {
    let japanese = messages.is_japanese();
    let lexicon = if japanese { None } else { Some(arguments.data.load()?.lexicon) };
    // The ledger has Japanese names; English ones are known for known actors.
    let name = |id: &str| {
        let known = &lexicon.as_ref()?.actors;
        known.get(known.by_id(id)?).latin.clone()
    };
    let options = Options {
        format: match arguments.format {
            Format::Md => tenkyo_brief::Format::Markdown,
            Format::Html => tenkyo_brief::Format::Html,
        },
        language: if japanese { Language::Japanese } else { Language::English },
        asked,
        name: &name,
    };
    Ok(tenkyo_brief::write(ledger, &options))
}

/// The part of the ledger that passes, with the documents it stands on. Actors and claims stay, as they name who is meant.
fn selected(mut ledger: Ledger, story: &Story, filter: &Filter<'_>) -> Ledger {
    let record = &story.ledger;
    ledger.occurrences = kept(ledger.occurrences, &record.occurrences, |o| filter.passes(o));
    ledger.utterances = kept(ledger.utterances, &record.utterances, |u| filter.passes(u));
    ledger.transfers = kept(ledger.transfers, &record.transfers, |t| filter.passes(t));
    ledger.disputes = kept(ledger.disputes, &record.disputes, |d| filter.passes(d));
    ledger.forecasts = kept(ledger.forecasts, &record.forecasts, |f| filter.passes(f));
    for (series, of) in ledger.series.iter_mut().zip(&record.series) {
        let points = std::mem::take(&mut series.points);
        series.points = kept(points, &of.points, |p| filter.passes(&(of.what.as_str(), of.unit.as_str(), p)));
    }
    ledger.series.retain(|s| !s.points.is_empty());
    let cited = cited(&ledger);
    ledger.documents.retain(|d| cited.contains(&d.source));
    ledger
}

/// The entries whose records pass; the two lists have the same order.
fn kept<T, R>(entries: Vec<T>, records: &[R], passes: impl Fn(&R) -> bool) -> Vec<T> {
    entries.into_iter().zip(records).filter(|(_, record)| passes(record)).map(|(entry, _)| entry).collect()
}

/// Names of the documents that the entries stand on.
fn cited(ledger: &Ledger) -> BTreeSet<String> {
    let occurrences = ledger.occurrences.iter().flat_map(|o| &o.members);
    let utterances = ledger.utterances.iter().flat_map(|u| &u.members);
    let transfers = ledger.transfers.iter().flat_map(|t| &t.members);
    let points = ledger.series.iter().flat_map(|s| s.points.iter().map(|p| &p.member));
    let sides = ledger.disputes.iter().flat_map(|d| d.sides.iter().flat_map(|s| &s.members));
    let forecasts = ledger.forecasts.iter().flat_map(|f| f.outcome.members.iter().chain([&f.member]));
    let all = occurrences.chain(utterances).chain(transfers).chain(points).chain(sides).chain(forecasts);
    all.map(|m| m.document.clone()).collect()
}
