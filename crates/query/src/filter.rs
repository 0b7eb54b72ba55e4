//! The filter: one type for the command line, the pages, the API and the MCP tools.
//!
//! Its doc comments are the help text of the options, of the API's parameters and of the tools' arguments.

use crate::Date;
use serde::Deserialize;
use std::collections::BTreeSet;

/// Which entries of a list are wanted; what is left out asks for nothing.
#[derive(
    Clone, Debug, Default, PartialEq, Eq, Deserialize, clap::Args, utoipa::IntoParams, schemars::JsonSchema,
)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub struct Filter {
    /// Only entries with this actor: an id, a name or a part of one. May be given several times.
    #[arg(long, value_name = "NAME")]
    #[param(max_items = 20)]
    pub actor: Vec<String>,
    /// Only from this date on (`2024`, `2024-06` or `2024-06-19`).
    #[arg(long, value_name = "DATE")]
    #[param(inline)]
    pub from: Option<Date>,
    /// Only up to this date, inclusive.
    #[arg(long, value_name = "DATE")]
    #[param(inline)]
    pub to: Option<Date>,
    /// Only of this certainty. May be given several times.
    #[arg(long, value_enum, value_name = "CERTAINTY", value_delimiter = ',')]
    #[param(inline, max_items = 20)]
    pub certainty: Vec<CertaintyName>,
    /// Only what is so (`+`) or only what is denied (`-`).
    #[arg(long, value_enum, value_name = "SIGN", allow_hyphen_values = true)]
    #[param(inline)]
    pub polarity: Option<PolarityName>,
    /// Only what this outlet published. May be given several times.
    #[arg(long, value_name = "NAME")]
    #[param(max_items = 20)]
    pub outlet: Vec<String>,
    /// Only entries whose wording holds these words.
    #[arg(long = "words", value_name = "WORDS")]
    #[param(max_length = 200)]
    pub q: Option<String>,
}

/// How sure an entry is.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Deserialize,
    clap::ValueEnum,
    utoipa::ToSchema,
    schemars::JsonSchema,
)]
#[serde(rename_all = "lowercase")]
#[schemars(inline)]
#[expect(missing_docs, reason = "the names of the model's certainties, which say what they are")]
pub enum CertaintyName {
    Certain,
    Probable,
    Possible,
    Unknown,
}

/// Whether an entry is so.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Deserialize, clap::ValueEnum, utoipa::ToSchema, schemars::JsonSchema,
)]
#[schemars(inline)]
pub enum PolarityName {
    /// It is so.
    // A plus sign in an address means a space.
    #[serde(rename = "+", alias = " ")]
    #[value(name = "+")]
    Positive,
    /// It is denied.
    #[serde(rename = "-")]
    #[value(name = "-")]
    Negative,
}

impl CertaintyName {
    /// The name that the model gives it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Certain => "certain",
            Self::Probable => "probable",
            Self::Possible => "possible",
            Self::Unknown => "unknown",
        }
    }
}

impl PolarityName {
    /// `+` or `-`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Positive => "+",
            Self::Negative => "-",
        }
    }
}

/// Longest words asked for, in characters, and most values of one field.
const LONGEST: usize = 200;
const MOST: usize = 20;

impl Filter {
    /// Names of the fields, as addresses have them.
    pub const NAMES: [&'static str; 7] = ["actor", "from", "to", "certainty", "polarity", "outlet", "q"];

    /// Whether nothing is asked for.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// What is too much in it, if anything is.
    pub fn excess(&self) -> Option<String> {
        let counts =
            [("actor", self.actor.len()), ("outlet", self.outlet.len()), ("certainty", self.certainty.len())];
        let many = counts.into_iter().find(|(_, count)| *count > MOST);
        let long = self.q.as_ref().is_some_and(|q| q.chars().count() > LONGEST);
        many.map(|(name, _)| format!("`{name}` may be given {MOST} times at most"))
            .or_else(|| long.then(|| format!("`q` may have {LONGEST} characters at most")))
    }

    /// The pairs of an address that ask for the same.
    pub fn pairs(&self) -> Vec<(&'static str, &str)> {
        fn many<'v>(key: &'static str, values: &'v [String]) -> Vec<(&'static str, &'v str)> {
            values.iter().map(|v| (key, v.as_str())).collect()
        }
        let certainties: BTreeSet<_> = self.certainty.iter().map(|c| c.name()).collect();
        let mut pairs = many("actor", &self.actor);
        pairs.extend(self.from.iter().map(|date| ("from", date.as_str())));
        pairs.extend(self.to.iter().map(|date| ("to", date.as_str())));
        pairs.extend(certainties.into_iter().map(|name| ("certainty", name)));
        pairs.extend(self.polarity.iter().map(|p| ("polarity", p.name())));
        pairs.extend(many("outlet", &self.outlet));
        pairs.extend(self.q.iter().map(|q| ("q", q.as_str())));
        pairs
    }
}
