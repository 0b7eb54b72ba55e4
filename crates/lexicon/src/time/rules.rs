//! Rules: what a pattern stands for and where it may stand (`data/ja/time/rules`).

use super::pattern::{Compiler, Step};
use super::words::Classes;
use crate::{DataError, Sources};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

/// One rule.
#[derive(Debug)]
pub struct Rule {
    /// Stable name, `time.…`.
    pub id: String,
    /// What its matches are.
    pub role: Role,
    /// Where it may match.
    pub guards: Guards,
    /// Sentences with the expressions that must be found, marked as the README of the folder says.
    pub examples: Vec<String>,
    /// Sentences in which the rule must find nothing.
    pub counter_examples: Vec<String>,
    pub(crate) program: Vec<Step>,
}

/// What the matches of a rule are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// A point or stretch of the calendar or the clock.
    Calendar,
    /// A length of time.
    Duration,
    /// A length of time from an anchor (`9カ月前`).
    Shift,
    /// Past, present or future.
    Reference,
    /// A repetition.
    Set,
    /// The date that another expression of the text has (`当時`).
    Echo,
    /// No time, though it looks like one.
    Nothing,
}

/// Where a rule may match.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Guards {
    /// Whether the match may begin or end inside a word of the dictionary.
    pub loose: bool,
    /// Whether it must stand alone, not inside a longer noun.
    pub alone: bool,
    /// Texts that must not follow.
    pub not_before: Vec<String>,
    /// Texts of which one must follow.
    pub before: Vec<String>,
    /// Texts that must not precede.
    pub not_after: Vec<String>,
    /// Texts of which one must precede.
    pub after: Vec<String>,
    /// Whether another expression with a year must precede in its sentence or the one before.
    pub after_year: bool,
    /// Whether a letter, digit or sign of ASCII may precede.
    pub after_ascii: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    pattern: BTreeMap<String, String>,
    #[serde(default)]
    rule: Vec<RuleForm>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RuleForm {
    id: String,
    #[expect(dead_code, reason = "for readers of the file")]
    reason: String,
    role: Role,
    pattern: String,
    #[serde(default)]
    guards: Guards,
    examples: Vec<String>,
    #[serde(default)]
    counter_examples: Vec<String>,
}

pub(crate) fn load(sources: &Sources, classes: &Classes) -> Result<Vec<Rule>, DataError> {
    let files = sources.parse::<File>("ja/time/rules")?;
    let named = files.iter().flat_map(|(_, f)| f.pattern.clone()).collect();
    let compiler = Compiler { named: &named, classes };
    let mut seen = BTreeSet::new();
    let mut rules = Vec::new();
    for (file, form) in files {
        for rule in form.rule {
            let wrong =
                |message: String| DataError::Rule { file: file.clone(), rule: rule.id.clone(), message };
            if !seen.insert(rule.id.clone()) {
                return Err(wrong("two rules have this id; rename one".to_owned()));
            }
            if rule.examples.is_empty() {
                return Err(wrong("it has no example; add one".to_owned()));
            }
            if rule.counter_examples.is_empty() {
                return Err(wrong("it has no counter-example; add one".to_owned()));
            }
            let program = compiler.compile(&rule.pattern).map_err(wrong)?;
            let RuleForm { id, role, guards, examples, counter_examples, .. } = rule;
            rules.push(Rule { id, role, guards, examples, counter_examples, program });
        }
    }
    Ok(rules)
}
