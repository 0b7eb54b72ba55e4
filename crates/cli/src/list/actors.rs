//! `tenkyo actors`: who acts and speaks, under which names and titles.

use super::ListOptions;
use crate::messages::Messages;
use crate::output::{Column, both, csv};
use crate::workspace::Story;
use std::process::ExitCode;
use tenkyo_record::ledger::{Actor, Title};

/// Who acts and speaks, under which names and titles; the most mentioned first.
#[derive(clap::Args)]
pub struct Arguments {
    /// Only actors of this kind.
    #[arg(long, value_parser = ["person", "organization", "state", "place", "group"])]
    kind: Option<String>,
    #[command(flatten)]
    list: ListOptions,
}

const COLUMNS: &[Column] = &[
    both("name"),
    both("kind"),
    both("titles"),
    both("names"),
    both("mentions"),
    both("documents"),
    csv("wikidata"),
    both("id"),
];

/// Runs the verb.
pub fn run(arguments: &Arguments, messages: &Messages) -> anyhow::Result<ExitCode> {
    let story = arguments.list.open()?;
    let (entries, records) = (&story.model.actors, &story.ledger.actors);
    let mut shown = story.select(&arguments.list.filters, messages, entries, records)?;
    shown.retain(|a: &&Actor| arguments.kind.as_ref().is_none_or(|k| *k == a.kind));
    shown.sort_by(|a, b| b.mentions.cmp(&a.mentions).then_with(|| a.id.cmp(&b.id)));
    arguments.list.print(messages, COLUMNS, &shown, |a| cells(&story, a))
}

fn cells(story: &Story, a: &Actor) -> Vec<String> {
    let titles: Vec<&str> = a.titles.iter().map(|t: &Title| t.title.as_str()).collect();
    vec![
        a.name.clone(),
        a.kind.clone(),
        titles.join("・"),
        a.names.join("・"),
        a.mentions.to_string(),
        story.documents(&a.members).to_string(),
        a.wikidata.clone().unwrap_or_default(),
        a.id.clone(),
    ]
}
