//! `tenkyo correct`: what an analyst says against the program.

mod log;

use crate::messages::Messages;
use crate::workspace::WorkspaceOptions;
use std::path::PathBuf;
use std::process::ExitCode;
use tenkyo_model::EventType;
use tenkyo_model::ledger::Verdict;
use tenkyo_query::{Correcting, Date, Live};

/// Correct an entry; what you say outranks what the program finds, survives a new reading, and can be undone.
#[derive(clap::Args)]
pub struct Arguments {
    #[command(subcommand)]
    what: What,
    #[command(flatten)]
    workspace: WorkspaceOptions,
    /// Who says so.
    #[arg(long, global = true, env = "USER", default_value = "analyst")]
    by: String,
    /// Why.
    #[arg(long, global = true, default_value = "")]
    why: String,
}

/// Ids are those of the lists, or `DOCUMENT:s1` for one finding of one document.
#[derive(clap::Subcommand)]
enum What {
    /// Two entries are one.
    Same {
        /// One of them.
        one: String,
        /// The other.
        other: String,
    },
    /// Two entries are not one.
    Different {
        /// One of them.
        one: String,
        /// The other.
        other: String,
    },
    /// Somebody else says it.
    Speaker {
        /// The statement.
        id: String,
        /// Id or name of the speaker; without one, the text leaves it open.
        name: Option<String>,
    },
    /// An event or transfer has another date.
    Date {
        /// The event or transfer.
        id: String,
        /// `2024`, `2024-06` or `2024-06-19`; without one, nobody knows.
        date: Option<Date>,
    },
    /// An event is of another type.
    Type {
        /// The event.
        id: String,
        /// The type, such as `CONSULT`; without one, it is no event.
        #[arg(value_parser = event_type)]
        r#type: Option<EventType>,
        /// Its mode, such as `meet`.
        #[arg(long)]
        mode: Option<String>,
    },
    /// Nobody is said to have said it.
    NotAStatement {
        /// The statement.
        id: String,
    },
    /// An actor has another name.
    Alias {
        /// Id or name of the actor.
        actor: String,
        /// The other name, as texts write it.
        name: String,
    },
    /// A correction no longer counts.
    Undo {
        /// Its number in the log.
        number: u64,
    },
    /// Show the log.
    Log,
    /// Write the corrected documents as gold annotations, one file each.
    Export {
        /// Folder to write into.
        folder: PathBuf,
    },
}

fn event_type(name: &str) -> Result<EventType, String> {
    let names = || EventType::NAMES.iter().map(|(_, name)| *name).collect::<Vec<_>>().join(", ");
    EventType::from_name(&name.to_ascii_uppercase()).ok_or_else(|| format!("one of {}", names()))
}

/// Runs the verb.
pub fn run(arguments: &Arguments, messages: &Messages) -> anyhow::Result<ExitCode> {
    let live = Live::open(&arguments.workspace.workspace)?;
    let Some(asked) = arguments.what.asked() else {
        match &arguments.what {
            What::Export { folder } => log::export(&live, folder, messages)?,
            _ => log::show(&live, messages)?,
        }
        return Ok(ExitCode::SUCCESS);
    };
    let numbers = live.correct(&asked, &arguments.by, &arguments.why)??;
    let numbers: Vec<String> = numbers.iter().map(u64::to_string).collect();
    anstream::println!("{}", messages.fill("correct.done", &[("numbers", &numbers.join(", "))]));
    Ok(ExitCode::SUCCESS)
}

impl What {
    /// The correction that is asked for; none where something else is.
    fn asked(&self) -> Option<Correcting> {
        let pair = |one: &String, other: &String, verdict| Correcting::Pair {
            left: one.clone(),
            right: other.clone(),
            verdict,
        };
        Some(match self {
            Self::Same { one, other } => pair(one, other, Verdict::Same),
            Self::Different { one, other } => pair(one, other, Verdict::Different),
            Self::Speaker { id, name } => Correcting::Speaker(id.clone(), name.clone()),
            Self::Date { id, date } => {
                Correcting::Date(id.clone(), date.as_ref().map(|date| date.as_str().to_owned()))
            }
            Self::Type { id, r#type, mode } => Correcting::Type(id.clone(), *r#type, mode.clone()),
            Self::NotAStatement { id } => Correcting::NotStatement(id.clone()),
            Self::Alias { actor, name } => Correcting::Alias(actor.clone(), name.clone()),
            Self::Undo { number } => Correcting::Withdraw(*number),
            Self::Log | Self::Export { .. } => return None,
        })
    }
}
