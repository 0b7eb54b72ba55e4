//! What can keep the desk from being served.

use tenkyo_query::QueryError;

/// A desk that cannot be served.
#[derive(Debug, thiserror::Error)]
pub enum ServerError {
    /// The workspace cannot be read.
    #[error(transparent)]
    Workspace(#[from] QueryError),
    /// Other machines can reach the address, and nothing keeps them out.
    #[error("{0} can be reached from other machines: set a token, or listen on 127.0.0.1")]
    TokenNeeded(std::net::SocketAddr),
    /// The listener fails.
    #[error("the network: {0}")]
    Network(std::io::Error),
}
