//! `tenkyo`: one verb per user task.

mod add;
mod batch;
mod brief;
mod correct;
mod data;
mod demo;
mod explain;
mod export;
mod filters;
mod ledger;
mod list;
mod mcp;
mod messages;
mod output;
mod parse;
mod read;
mod search;
mod serve;
mod workspace;

use clap::{CommandFactory, FromArgMatches, Parser, Subcommand};
use list::ListOptions;
use messages::Messages;
use std::process::ExitCode;

/// Reads Japanese news about a developing story and keeps a ledger of who said what and who gave what to whom.
#[derive(Parser)]
#[command(version, about, disable_help_subcommand = true)]
struct Arguments {
    /// Language of messages: `ja` or `en`. Without it, that of the locale.
    #[arg(long, global = true, value_parser = ["ja", "en"])]
    lang: Option<String>,
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Subcommand)]
enum Verb {
    Read(read::Arguments),
    Add(add::Arguments),
    /// What happened, by date.
    Timeline(ListOptions),
    /// Who said what, each act of saying once.
    Statements(ListOptions),
    /// Propositions, and who asserts, hedges, denies or relays them.
    Claims(ListOptions),
    /// What the documents contradict each other on: denials, figures, dates, actors.
    Disputes(ListOptions),
    /// Who gave, sold, shipped or offered what to whom.
    Transfers(ListOptions),
    /// Figures that measure the same thing, in a row.
    Series(ListOptions),
    /// What was expected, by whom, and what became of it.
    Forecasts(ListOptions),
    /// What each pair did to each other, month by month, from conflict (negative) to cooperation (positive).
    Relations(ListOptions),
    Actors(list::actors::Arguments),
    Brief(brief::Arguments),
    Export(export::Arguments),
    Search(search::Arguments),
    Ledger(ledger::Arguments),
    Explain(explain::Arguments),
    Correct(correct::Arguments),
    Serve(serve::Arguments),
    Mcp(mcp::Arguments),
    Demo(demo::Arguments),
    Parse(parse::Arguments),
}

fn main() -> ExitCode {
    let messages = Messages::of_locale(messages::asked(std::env::args()));
    let command = messages.translate(Arguments::command());
    let arguments = match Arguments::from_arg_matches(&command.get_matches()) {
        Ok(arguments) => arguments,
        Err(error) => error.exit(),
    };
    match run(&arguments.verb, &messages) {
        Err(error) if is_closed(&error) => ExitCode::SUCCESS,
        Err(error) => {
            anstream::eprintln!("tenkyo: {error:#}");
            ExitCode::FAILURE
        }
        Ok(code) => code,
    }
}

fn run(verb: &Verb, messages: &Messages) -> anyhow::Result<ExitCode> {
    match verb {
        Verb::Read(arguments) => read::run(arguments, messages),
        Verb::Add(arguments) => add::run(arguments, messages),
        Verb::Timeline(options) => list::timeline::LIST.run(options, messages),
        Verb::Statements(options) => list::statements::LIST.run(options, messages),
        Verb::Claims(options) => list::claims::LIST.run(options, messages),
        Verb::Disputes(options) => list::disputes::run(options, messages),
        Verb::Transfers(options) => list::transfers::LIST.run(options, messages),
        Verb::Series(options) => list::series::run(options, messages),
        Verb::Forecasts(options) => list::forecasts::LIST.run(options, messages),
        Verb::Relations(options) => list::relations::LIST.run(options, messages),
        Verb::Actors(arguments) => list::actors::run(arguments, messages),
        Verb::Brief(arguments) => brief::run(arguments, messages),
        Verb::Export(arguments) => export::run(arguments, messages),
        Verb::Search(arguments) => search::run(arguments, messages),
        Verb::Ledger(arguments) => ledger::run(arguments),
        Verb::Explain(arguments) => explain::run(arguments, messages),
        Verb::Correct(arguments) => correct::run(arguments, messages),
        Verb::Mcp(arguments) => mcp::run(arguments),
        Verb::Serve(arguments) => serve::run(arguments, messages),
        Verb::Demo(arguments) => demo::run(arguments, messages),
        Verb::Parse(arguments) => parse::run(arguments),
    }
}

/// Whether the reader of our output has gone away (`tenkyo timeline | head`), which is no error.
fn is_closed(error: &anyhow::Error) -> bool {
    error.chain().any(|cause| {
        let io = cause.downcast_ref::<std::io::Error>().map(std::io::Error::kind);
        let json = cause.downcast_ref::<serde_json::Error>().and_then(serde_json::Error::io_error_kind);
        io.or(json) == Some(std::io::ErrorKind::BrokenPipe)
    })
}
