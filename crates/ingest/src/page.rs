//! Pages from the web.

use crate::address::PublicOnly;
use crate::{Fault, IngestError, Outcome, file};
use std::net::IpAddr;
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tenkyo_model::Declared;
use ureq::Agent;
use ureq::http::{Response, header};
use ureq::unversioned::transport::DefaultConnector;
use url::Url;

/// Most redirects that are followed.
pub const MAX_REDIRECTS: usize = 5;

/// How pages are fetched.
#[derive(Clone, Debug)]
pub struct Options {
    /// Whether addresses within this machine and local networks are fetched too.
    pub allow_private: bool,
    /// Longest time for a page with all its redirects.
    pub timeout: Duration,
}

impl Default for Options {
    /// Public addresses only, 30 seconds.
    fn default() -> Self {
        Self { allow_private: false, timeout: Duration::from_secs(30) }
    }
}

/// Whether a source is meant as an address rather than a path.
pub fn is_address(source: &str) -> bool {
    source.split_once("://").is_some_and(|(scheme, _)| {
        !scheme.is_empty()
            && scheme.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'))
    })
}

/// Fetches one page.
///
/// # Errors
/// An address that is no web address or leads to a private network; a page that does not come, is too large, or is no Japanese text.
pub fn page(address: &str, options: &Options) -> Outcome {
    fetch(address, options).map_err(|fault| IngestError::new(address, fault))
}

fn fetch(address: &str, options: &Options) -> Result<tenkyo_model::Capture, Fault> {
    let refused = Arc::new(Mutex::new(None));
    let agent = agent(options, &refused);
    let mut at = web(address)?;
    for _ in 0..=MAX_REDIRECTS {
        let mut response = agent.get(at.as_str()).call().map_err(|error| failed(&at, error, &refused))?;
        if response.status().is_redirection() {
            at = next(&at, &response)?;
            continue;
        }
        if !response.status().is_success() {
            return Err(Fault::Status(response.status().as_u16()));
        }
        let bytes = file::bounded(response.body_mut().as_reader())?;
        let content_type = response.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
        let declared = Declared { url: Some(at.to_string()), ..Declared::default() };
        return file::capture(address, &bytes, content_type, declared);
    }
    Err(Fault::Redirects(MAX_REDIRECTS))
}

/// Follows no redirect itself, so that each hop is checked here; uses no proxy, which would resolve names unchecked.
fn agent(options: &Options, refused: &Arc<Mutex<Option<IpAddr>>>) -> Agent {
    let config = Agent::config_builder()
        .timeout_global(Some(options.timeout))
        .max_redirects(0)
        .max_redirects_will_error(false)
        .http_status_as_error(false)
        .proxy(None)
        .user_agent(concat!("tenkyo/", env!("CARGO_PKG_VERSION")))
        .build();
    let resolver = PublicOnly::new(options.allow_private, refused.clone());
    Agent::with_parts(config, DefaultConnector::default(), resolver)
}

fn failed(at: &Url, error: ureq::Error, refused: &Mutex<Option<IpAddr>>) -> Fault {
    match *refused.lock().unwrap_or_else(|e| e.into_inner()) {
        Some(ip) => Fault::Private(at.host_str().unwrap_or_default().to_owned(), ip),
        None => Fault::Network(error.to_string()),
    }
}

fn web(address: &str) -> Result<Url, Fault> {
    let url = Url::parse(address).map_err(|_| Fault::Scheme)?;
    (matches!(url.scheme(), "http" | "https") && url.has_host()).then_some(url).ok_or(Fault::Scheme)
}

/// Where a redirect leads: again a web address.
fn next<B>(at: &Url, response: &Response<B>) -> Result<Url, Fault> {
    let location = response.headers().get(header::LOCATION).and_then(|value| value.to_str().ok());
    let joined = location
        .and_then(|location| at.join(location).ok())
        .ok_or(Fault::Status(response.status().as_u16()))?;
    web(joined.as_str())
}

#[cfg(test)]
mod tests;
