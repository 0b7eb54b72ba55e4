//! `tenkyo search`: articles and statements by their words.

use crate::messages::Messages;
use crate::output::{self, Column, OutputOptions, both, csv};
use crate::workspace::WorkspaceOptions;
use std::collections::BTreeMap;
use std::process::ExitCode;
use tenkyo_record::search::Found;
use tenkyo_store::{Document, Hit, HitKind};

/// Articles and statements by their words, in every inflection.
#[derive(clap::Args)]
pub struct Arguments {
    /// Words. Side by side they must stand side by side, with white space between them they must all be there.
    #[arg(required = true)]
    query: Vec<String>,
    /// Most results.
    #[arg(long, default_value_t = 20)]
    limit: usize,
    #[command(flatten)]
    workspace: WorkspaceOptions,
    #[command(flatten)]
    output: OutputOptions,
}

const COLUMNS: &[Column] = &[
    both("kind"),
    both("text"),
    both("title"),
    both("outlet"),
    both("published"),
    both("source"),
    csv("start"),
    csv("end"),
    both("id"),
];

/// Runs the verb.
pub fn run(arguments: &Arguments, messages: &Messages) -> anyhow::Result<ExitCode> {
    let mut store = arguments.workspace.open()?;
    let hits = store.search(&arguments.query.join(" "), arguments.limit)?;
    let documents: BTreeMap<String, Document> =
        store.documents()?.into_iter().map(|d| (d.id.clone(), d)).collect();
    let found: Vec<Found> =
        hits.into_iter().filter_map(|hit| Some(found(documents.get(&hit.document)?, hit))).collect();
    output::print(&arguments.output, messages, COLUMNS, &found, cells)?;
    Ok(ExitCode::SUCCESS)
}

fn found(document: &Document, hit: Hit) -> Found {
    let (kind, statement) = match hit.kind {
        HitKind::Article => ("article", None),
        HitKind::Statement(id) => ("statement", Some(id)),
    };
    Found {
        kind: kind.to_owned(),
        document: hit.document,
        source: document.source.clone(),
        title: document.title.clone(),
        outlet: document.outlet.clone(),
        published: document.published.clone(),
        statement,
        score: hit.score,
        snippet: hit.snippet,
        span: hit.span,
        highlights: hit.highlights,
    }
}

/// The snippet with the words asked for marked.
fn marked(found: &Found) -> String {
    let mut out = String::new();
    for (at, c) in (found.span[0]..).zip(found.snippet.chars()) {
        if found.highlights.iter().any(|h| h[0] == at) {
            out.push('【');
        }
        out.push(c);
        if found.highlights.iter().any(|h| h[1] == at + 1) {
            out.push('】');
        }
    }
    out.replace("】【", "")
}

fn cells(found: &Found) -> Vec<String> {
    let id = found.statement.as_ref().map_or(String::new(), |s| format!(":{s}"));
    vec![
        found.kind.clone(),
        marked(found),
        found.title.clone().unwrap_or_default(),
        found.outlet.clone().unwrap_or_default(),
        found.published.clone().unwrap_or_default(),
        found.source.clone(),
        found.span[0].to_string(),
        found.span[1].to_string(),
        format!("{}{id}", found.document),
    ]
}
