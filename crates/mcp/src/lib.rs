//! The workspace as tools for a language model (Model Context Protocol), so that it answers with citations.
//!
//! Entry points: [`stdio`] answers on standard input and output, [`http`] is a service for a web server. The tools only read.
//! Every entry comes with the words that it stands on; `words` fetches all of them with document, offsets and selectors.

mod answer;
mod ask;
mod tools;

pub use tools::Tools;

use rmcp::ServiceExt;
use rmcp::transport::streamable_http_server::session::never::NeverSessionManager;
use rmcp::transport::streamable_http_server::{StreamableHttpServerConfig, StreamableHttpService};
use std::sync::Arc;
use tenkyo_query::Live;

/// Longest request, in bytes.
const REQUEST: usize = 1024 * 1024;

/// Answers on standard input and output until the client goes.
///
/// # Errors
/// When the client does not speak the protocol, or goes in the middle of a message.
pub async fn stdio(live: Arc<Live>) -> std::io::Result<()> {
    let service = Tools::new(live).serve(rmcp::transport::stdio()).await.map_err(std::io::Error::other)?;
    service.waiting().await.map_err(std::io::Error::other)?;
    Ok(())
}

/// The service over streamable HTTP, without sessions. Who may reach it is for the caller to say.
pub fn http(live: Arc<Live>) -> StreamableHttpService<Tools, NeverSessionManager> {
    let config = StreamableHttpServerConfig::default()
        .with_legacy_session_mode(false)
        .with_json_response(true)
        .with_max_request_body_bytes(REQUEST)
        .disable_allowed_hosts();
    StreamableHttpService::new(move || Ok(Tools::new(live.clone())), Arc::default(), config)
}
