//! `tenkyo serve`: the desk over a workspace, for a browser on this machine.

use crate::data::DataOptions;
use crate::messages::Messages;
use crate::workspace::WorkspaceOptions;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::Path;
use std::process::ExitCode;
use tenkyo_query::Live;
use tenkyo_server::{Intake, Options};
use tenkyo_store::Store;

/// Serve the workspace: pages for a browser, the API (`/api`), and tools for a language model (`/mcp`).
#[derive(clap::Args)]
pub struct Arguments {
    #[command(flatten)]
    workspace: WorkspaceOptions,
    #[command(flatten)]
    listen: ListenOptions,
    #[command(flatten)]
    data: DataOptions,
}

/// Where the desk answers.
#[derive(clap::Args, Debug)]
pub struct ListenOptions {
    /// Address to answer on; beyond this machine it needs a token.
    #[arg(long, value_name = "ADDRESS", default_value_t = IpAddr::V4(Ipv4Addr::LOCALHOST))]
    host: IpAddr,
    /// Port to answer on; 0 takes a free one.
    #[arg(long, default_value_t = 8470)]
    port: u16,
    /// What a browser must show to be let in: open `http://…/?token=TOKEN` once.
    #[arg(long, env = "TENKYO_TOKEN", hide_env_values = true)]
    token: Option<String>,
}

/// Runs the verb.
pub fn run(arguments: &Arguments, messages: &Messages) -> anyhow::Result<ExitCode> {
    Store::create(&arguments.workspace.workspace)?;
    open(&arguments.workspace.workspace, &arguments.listen, &arguments.data, messages)
}

/// Serves a workspace until the process is told to stop.
pub fn open(
    folder: &Path,
    listen: &ListenOptions,
    data: &DataOptions,
    messages: &Messages,
) -> anyhow::Result<ExitCode> {
    let live = Live::open(folder)?;
    let data = data.load()?;
    let intake = Intake {
        lexicon: data.lexicon,
        data_version: data.version,
        fetch: tenkyo_ingest::Options::default(),
    };
    let options = Options { token: listen.token.clone(), intake: Some(intake) };
    let runtime = tokio::runtime::Runtime::new()?;
    runtime.block_on(async {
        let asked = SocketAddr::new(listen.host, listen.port);
        let listener = tokio::net::TcpListener::bind(asked)
            .await
            .map_err(|error| anyhow::anyhow!("cannot answer on {asked}: {error}; choose another --port"))?;
        let address = format!("http://{}/", listener.local_addr()?);
        anstream::eprintln!("{}", messages.fill("serve.open", &[("address", &address)]));
        Ok::<_, anyhow::Error>(tenkyo_server::serve(live, options, listener).await?)
    })?;
    Ok(ExitCode::SUCCESS)
}
