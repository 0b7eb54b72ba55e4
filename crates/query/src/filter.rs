//! The filter: one type for the command line, the pages, the API and the MCP tools.
//!
//! Its doc comments are the help text of the options, of the API's parameters and of the tools' arguments.

use crate::Date;
use serde::Deserialize;
use std::collections::BTreeSet;
use utoipa::openapi::schema::{Schema, Type};
use utoipa::openapi::{ObjectBuilder, RefOr};

/// Which entries of a list are wanted; what is left out asks for nothing.
#[derive(
    Clone, Debug, Default, PartialEq, Eq, Deserialize, clap::Args, utoipa::IntoParams, schemars::JsonSchema,
)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub struct Filter {
    /// Only entries with this actor: an id, a name or a part of one. May be given several times.
    #[arg(long, value_name = "NAME")]
    #[param(inline, max_items = 20, value_type = Vec<Term>, example = json!(["rus"]))]
    #[schemars(length(max = 20), inner(length(max = 200)))]
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
    #[param(inline, max_items = 20, value_type = Vec<Term>, example = json!(["NHK"]))]
    #[schemars(length(max = 20), inner(length(max = 200)))]
    pub outlet: Vec<String>,
    /// Only entries of this type: `CONSULT` or `meet` of events, `ammunition` or `shipped` of transfers, `denial` of disputes,
    /// `failed` of forecasts, `person` of actors and so on, as the lists show them. May be given several times.
    #[arg(id = "type", long = "type", value_name = "TYPE", value_delimiter = ',')]
    #[serde(rename = "type")]
    #[param(inline, max_items = 20, value_type = Vec<Term>, example = json!(["CONSULT"]))]
    #[schemars(length(max = 20), inner(length(max = 200)))]
    pub kind: Vec<String>,
    /// Only entries with these words in them. May be given several times: all of them must be there.
    #[arg(long = "topic", value_name = "WORDS")]
    #[param(inline, max_items = 20, value_type = Vec<Term>, example = json!(["KN-23"]))]
    #[schemars(length(max = 20), inner(length(max = 200)))]
    pub q: Vec<String>,
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

/// Longest value, in characters, and most values of one field.
const LONGEST: usize = 200;
const MOST: usize = 20;

/// One value of a field that takes several, as the API describes it.
struct Term;

impl utoipa::PartialSchema for Term {
    fn schema() -> RefOr<Schema> {
        ObjectBuilder::new().schema_type(Type::String).max_length(Some(LONGEST)).into()
    }
}

impl utoipa::ToSchema for Term {}

impl Filter {
    /// Names of the fields, as addresses have them.
    pub const NAMES: [&'static str; 8] =
        ["actor", "from", "to", "certainty", "polarity", "outlet", "type", "q"];

    /// Whether nothing is asked for.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// What is too much in it, if anything is.
    pub fn excess(&self) -> Option<String> {
        if self.certainty.len() > MOST {
            return Some(format!("`certainty` may be given {MOST} times at most"));
        }
        let fields = [("actor", &self.actor), ("outlet", &self.outlet), ("type", &self.kind), ("q", &self.q)];
        fields.into_iter().find_map(|(name, values)| {
            let long = values.iter().any(|value| value.chars().count() > LONGEST);
            let many = values.len() > MOST;
            many.then(|| format!("`{name}` may be given {MOST} times at most"))
                .or_else(|| long.then(|| format!("`{name}` may have {LONGEST} characters at most")))
        })
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
        pairs.extend(many("type", &self.kind));
        pairs.extend(many("q", &self.q));
        pairs
    }

    /// What is asked for, in one line for people; empty when nothing is.
    pub fn asked(&self) -> String {
        let dates = [&self.from, &self.to].map(|d| d.as_ref().map_or("", Date::as_str));
        let period = if dates == ["", ""] { String::new() } else { dates.join("/") };
        let names = self.certainty.iter().map(|c| c.name()).chain(self.polarity.map(PolarityName::name));
        let lists =
            [&self.actor, &self.outlet, &self.kind, &self.q].into_iter().flatten().map(String::as_str);
        let parts = lists.chain(names).chain([period.as_str()]).filter(|part| !part.is_empty());
        parts.collect::<Vec<_>>().join("; ")
    }
}
