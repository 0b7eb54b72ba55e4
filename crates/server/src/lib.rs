//! The desk: pages over one workspace, for a browser on this machine.
//!
//! Entry points: [`router`] gives the pages of a workspace, [`serve`] answers on a listener and follows what others write to it. Everything
//! is rendered here and works without JavaScript; scripts (`static/`) only add to it. No page loads anything from another host. Text of articles is hostile: it
//! is escaped by the templates and its control characters are shown as marks ([`display`]).

mod ask;
mod assets;
mod charts;
mod desk;
mod display;
mod error;
mod guard;
mod import;
mod kept;
mod language;
mod pages;
mod routes;
mod warm;

pub use error::ServerError;
pub use import::Intake;
pub use routes::router;

use std::sync::Arc;
use tenkyo_query::Live;
use tokio::net::TcpListener;

/// How the desk is served.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// How documents that a reader brings are read; without it, the desk takes none.
    pub intake: Option<Intake>,
    /// What a browser must show to be let in: `?token=` once, then a cookie. Needed beyond the loopback address.
    pub token: Option<String>,
}

/// Answers on `listener` until the process is told to stop (Ctrl-C).
///
/// # Errors
/// When the listener can be reached from other machines and no token is set, or the network fails.
pub async fn serve(live: Arc<Live>, options: Options, listener: TcpListener) -> Result<(), ServerError> {
    let address = listener.local_addr().map_err(ServerError::Network)?;
    if !address.ip().is_loopback() && options.token.is_none() {
        return Err(ServerError::TokenNeeded(address));
    }
    let stop = async {
        // Without a signal handler there is nothing to wait for: serve until the process ends.
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    };
    let pages = routes::pages(live.clone(), &options);
    live.follow();
    warm::follow(pages.clone(), &live);
    let pages = routes::guarded(pages, live, options);
    axum::serve(listener, pages).with_graceful_shutdown(stop).await.map_err(ServerError::Network)
}
