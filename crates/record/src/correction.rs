//! `tenkyo.correction/1`: what an analyst says against the program. [`tenkyo_model::correction`] tells how it is used.

use crate::RecordError;
use serde::{Deserialize, Serialize};
use tenkyo_model::EventType;
use tenkyo_model::correction as model;
use tenkyo_model::ledger::{Subject, Verdict};

/// The name and version of the shape.
pub const SCHEMA: &str = "tenkyo.correction/1";

/// One entry of the log of corrections.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Correction {
    /// [`SCHEMA`].
    pub schema: String,
    /// Who made it.
    pub by: String,
    /// When, RFC 3339 in UTC.
    pub at: String,
    /// Why.
    #[serde(default)]
    pub why: String,
    /// What it says.
    #[serde(flatten)]
    pub change: Change,
}

/// What it says, by its `kind`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "kind", rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the names are those of the model, which says what they are")]
pub enum Change {
    Same(Pair),
    Different(Pair),
    Unsure(Pair),
    Speaker { statement: Anchor, speaker: Option<String> },
    Date { words: Anchor, date: Option<String> },
    Type { event: Anchor, r#type: Option<String>, mode: Option<String> },
    NotAStatement { statement: Anchor },
    Alias { actor: String, alias: String },
    Withdraw { number: u64 },
}

/// Two mentions.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(as = correction::Pair))]
pub struct Pair {
    /// `actor`, `occurrence`, `utterance`, `transfer` or `document`.
    pub about: String,
    /// One of them.
    pub left: Anchor,
    /// The other.
    pub right: Anchor,
}

/// Words of a document.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Anchor {
    /// Content address of the document.
    pub document: String,
    /// Name of the document.
    #[serde(default)]
    pub source: String,
    /// The words.
    pub exact: String,
    /// The characters before them.
    #[serde(default)]
    pub prefix: String,
    /// The characters after them.
    #[serde(default)]
    pub suffix: String,
}

/// A correction in the log, and whether it still counts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Logged {
    /// Its number in the log, from 1.
    pub number: u64,
    /// `stands`, `lost` (its words are gone) or `withdrawn`.
    pub state: String,
    /// What was said.
    #[serde(flatten)]
    pub correction: Correction,
}

impl Correction {
    /// The record of a correction.
    pub fn new(correction: &model::Correction) -> Self {
        Self {
            schema: SCHEMA.into(),
            by: correction.by.clone(),
            at: correction.at.clone(),
            why: correction.why.clone(),
            change: Change::new(&correction.change),
        }
    }

    /// Parses a stored record.
    ///
    /// # Errors
    /// When it is not JSON of this shape, or of another version of it.
    pub fn parse(json: &str) -> Result<Self, RecordError> {
        let record: Self = serde_json::from_str(json)?;
        if record.schema != SCHEMA {
            return Err(RecordError::Schema { found: record.schema, expected: SCHEMA });
        }
        Ok(record)
    }

    /// The correction of the record.
    ///
    /// # Errors
    /// When a value is none of its enumeration.
    pub fn model(&self) -> Result<model::Correction, RecordError> {
        Ok(model::Correction {
            by: self.by.clone(),
            at: self.at.clone(),
            why: self.why.clone(),
            change: self.change.model()?,
        })
    }
}

impl Change {
    fn new(change: &model::Change) -> Self {
        use model::Change as From;
        match change.clone() {
            From::Pair { about, left, right, verdict } => {
                let pair = Pair { about: about.name().into(), left: left.into(), right: right.into() };
                match verdict {
                    Verdict::Same => Self::Same(pair),
                    Verdict::Different => Self::Different(pair),
                    Verdict::Unsure => Self::Unsure(pair),
                }
            }
            From::Speaker { statement, speaker } => Self::Speaker { statement: statement.into(), speaker },
            From::Date { at, date } => Self::Date { words: at.into(), date },
            From::Type { event, kind, mode } => {
                Self::Type { event: event.into(), r#type: kind.map(|k| k.name().into()), mode }
            }
            From::NotStatement { statement } => Self::NotAStatement { statement: statement.into() },
            From::Alias { actor, alias } => Self::Alias { actor, alias },
            From::Withdraw { number } => Self::Withdraw { number },
        }
    }

    fn model(&self) -> Result<model::Change, RecordError> {
        use model::Change as To;
        Ok(match self.clone() {
            Self::Same(pair) => pair.model(Verdict::Same)?,
            Self::Different(pair) => pair.model(Verdict::Different)?,
            Self::Unsure(pair) => pair.model(Verdict::Unsure)?,
            Self::Speaker { statement, speaker } => To::Speaker { statement: statement.into(), speaker },
            Self::Date { words, date } => To::Date { at: words.into(), date },
            Self::Type { event, r#type, mode } => {
                let kind = r#type.map(|t| EventType::from_name(&t).ok_or(value("type", t)));
                To::Type { event: event.into(), kind: kind.transpose()?, mode }
            }
            Self::NotAStatement { statement } => To::NotStatement { statement: statement.into() },
            Self::Alias { actor, alias } => To::Alias { actor, alias },
            Self::Withdraw { number } => To::Withdraw { number },
        })
    }
}

impl Pair {
    fn model(self, verdict: Verdict) -> Result<model::Change, RecordError> {
        let about = Subject::from_name(&self.about).ok_or_else(|| value("about", self.about))?;
        Ok(model::Change::Pair { about, left: self.left.into(), right: self.right.into(), verdict })
    }
}

fn value(field: &'static str, value: String) -> RecordError {
    RecordError::Value { field, value }
}

impl From<model::Anchor> for Anchor {
    fn from(a: model::Anchor) -> Self {
        let model::Anchor { document, source, exact, prefix, suffix } = a;
        Self { document, source, exact, prefix, suffix }
    }
}

impl From<Anchor> for model::Anchor {
    fn from(a: Anchor) -> Self {
        let Anchor { document, source, exact, prefix, suffix } = a;
        Self { document, source, exact, prefix, suffix }
    }
}
