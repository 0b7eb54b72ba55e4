//! What can keep a document from being read.

/// A document that could not be read: which, and why. Its message is one line.
#[derive(Debug, thiserror::Error)]
#[error("{name}: {fault}")]
pub struct IngestError {
    /// The path, address or other name that the user gave, made safe to print.
    pub name: String,
    /// Why, and what to do.
    pub fault: Fault,
}

/// Why a document could not be read.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    /// Nothing has this name.
    #[error("there is no such file; check the path")]
    Missing,
    /// It exists and cannot be read.
    #[error("it cannot be read ({0})")]
    Unreadable(std::io::Error),
    /// It is neither file nor folder.
    #[error("it is neither a file nor a folder; give one of these")]
    NotAFile,
    /// It holds nothing but white space.
    #[error("it is empty; there is nothing to read in it")]
    Empty,
    /// It holds more bytes than are read.
    #[error("it is larger than {} MiB; split it into its articles", limit / (1024 * 1024))]
    TooLarge {
        /// The limit in bytes.
        limit: u64,
    },
    /// It is no text.
    #[error("it is no text but {0}; convert it to text or HTML first")]
    Binary(&'static str),
    /// Its characters are in an encoding that is not read.
    #[error(
        "its encoding is {0}, which is not read; convert it to UTF-8 (Shift_JIS and EUC-JP are read too)"
    )]
    Charset(String),
    /// Its bytes are no text of the encoding that it says or seems to have.
    #[error("it is not valid {0}; convert it to UTF-8 again from its source")]
    Broken(&'static str),
    /// It holds no kana.
    #[error("it holds no Japanese sentence (not one kana); only Japanese is read")]
    NotJapanese,
    /// A line of a JSONL file that is no record with a text.
    #[error("it is no JSON object with a `text`, `body`, `content` or `html` field ({0})")]
    Record(String),
    /// An address that is no web address.
    #[error("only addresses that begin with http:// or https:// are read")]
    Scheme,
    /// An address within this machine or a local network.
    #[error("{0} leads to {1}, which is no public address; allow private addresses if you mean it")]
    Private(String, std::net::IpAddr),
    /// The server did not give the page.
    #[error("the server answered {0}; check the address in a browser")]
    Status(u16),
    /// Too many redirects.
    #[error("it was redirected more than {0} times; give the final address")]
    Redirects(usize),
    /// No answer.
    #[error("the page did not come ({0})")]
    Network(String),
}

impl IngestError {
    pub(crate) fn new(name: &str, fault: Fault) -> Self {
        // A path may hold line ends and escape sequences; the message is one harmless line.
        let safe = |c: char| if c.is_control() || is_direction(c) { '\u{fffd}' } else { c };
        Self { name: name.chars().map(safe).collect(), fault }
    }
}

fn is_direction(c: char) -> bool {
    matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

impl From<std::io::Error> for Fault {
    fn from(error: std::io::Error) -> Self {
        match error.kind() {
            std::io::ErrorKind::NotFound => Self::Missing,
            _ => Self::Unreadable(error),
        }
    }
}
