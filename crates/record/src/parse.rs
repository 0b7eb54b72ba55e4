//! The language layer of one text: `tenkyo parse --lines`. Spans are in code points of `text`.

use crate::analysis::Points;
use serde::{Deserialize, Serialize};
use tenkyo_model as from;
use tenkyo_text::Offsets;

/// Tokens, bunsetsu and entities of one text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Parse {
    /// The text as it was given.
    pub text: String,
    /// Its morphemes.
    pub tokens: Vec<Token>,
    /// Its bunsetsu.
    pub bunsetsu: Vec<Bunsetsu>,
    /// Its named entities.
    pub entities: Vec<Entity>,
}

/// A morpheme.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Token {
    /// Where it stands.
    pub span: Points,
    /// IPADIC's part of speech, its levels joined by hyphens.
    pub pos: String,
    /// Dictionary form.
    pub lemma: String,
}

/// A bunsetsu.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Bunsetsu {
    /// Where it stands.
    pub span: Points,
    /// Index of the bunsetsu that it depends on; -1 for none.
    pub head: i64,
    /// How it depends, by the name of the model's relation.
    pub relation: String,
}

/// A named entity.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Entity {
    /// Where it stands.
    pub span: Points,
    /// Its class, such as `PERSON`.
    pub label: String,
}

impl Parse {
    /// The record of an analysis of `text`.
    pub fn new(text: &str, analysis: &from::Analysis) -> Self {
        let offsets = Offsets::new(text);
        let token = |t: &from::Token| Token {
            span: offsets.code_points(t.span),
            pos: levels(t.feature),
            lemma: t.lemma(text).to_owned(),
        };
        let bunsetsu = |b: &from::Bunsetsu| Bunsetsu {
            span: offsets.code_points(b.span),
            head: b.head.map_or(-1, |head| head as i64),
            relation: format!("{:?}", b.relation).to_lowercase(),
        };
        let entity =
            |e: &from::Entity| Entity { span: offsets.code_points(e.span), label: e.label.name().to_owned() };
        Self {
            text: text.to_owned(),
            tokens: analysis.tokens.iter().map(token).collect(),
            bunsetsu: analysis.bunsetsu.iter().map(bunsetsu).collect(),
            entities: analysis.entities.iter().map(entity).collect(),
        }
    }
}

fn levels(feature: &str) -> String {
    feature.split(',').take(4).take_while(|level| *level != "*").collect::<Vec<_>>().join("-")
}
