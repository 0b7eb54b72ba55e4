//! Patterns that tell the blocks of an article apart (`data/ja/article`).
//!
//! `rules/*.toml` hold patterns of lines, each with its kind of block; `stamps.toml` the words of timestamps and datelines.

mod fold;
mod rule;
mod stamps;

use crate::{DataError, Sources};
pub use fold::fold;
pub use rule::Rule;
use rule::RuleFile;
pub use stamps::Stamps;
use tenkyo_model::BlockKind;

/// Which kinds are tried first: those whose patterns are most particular.
const ORDER: [BlockKind; 9] = [
    BlockKind::Boilerplate,
    BlockKind::Sources,
    BlockKind::Note,
    BlockKind::Credit,
    BlockKind::Caption,
    BlockKind::Question,
    BlockKind::Answer,
    BlockKind::Heading,
    BlockKind::ListItem,
];

/// Patterns that tell the blocks of an article apart (`data/ja/article`).
#[derive(Debug, Default)]
pub struct Blocks {
    rules: Vec<Rule>,
    /// Words of timestamps and datelines.
    pub stamps: Stamps,
}

impl Blocks {
    pub(crate) fn load(sources: &Sources) -> Result<Self, DataError> {
        let mut rules = Vec::new();
        for (file, content) in sources.parse::<RuleFile>("ja/article/rules")? {
            for raw in content.rule {
                rules.push(Rule::compile(&file, raw)?);
            }
        }
        rules.sort_by_key(|rule| ORDER.iter().position(|kind| *kind == rule.kind));
        Ok(Self { rules, stamps: Stamps::load(sources)? })
    }

    /// The first rule that a line meets. `folded` is the trimmed line after [`fold`].
    pub fn rule_for(&self, folded: &str) -> Option<&Rule> {
        let chars = folded.chars().count();
        self.rules.iter().find(|rule| rule.matches(folded, chars))
    }

    /// All rules in the order in which they are tried.
    pub fn rules(&self) -> &[Rule] {
        &self.rules
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_has_examples_and_keeps_them() {
        let blocks = Blocks::load(&Sources::embedded()).unwrap();
        assert!(blocks.rules().len() > 20);
        for rule in blocks.rules() {
            assert!(!rule.reason.is_empty(), "{} gives no reason", rule.id);
            assert!(!rule.examples.is_empty(), "{} has no example", rule.id);
            for line in &rule.examples {
                let found = blocks.rule_for(&fold(line)).map(|r| r.kind);
                assert_eq!(found, Some(rule.kind), "{}: {line}", rule.id);
                assert!(rule.matches(&fold(line), line.chars().count()), "{}: {line}", rule.id);
            }
            for line in &rule.counter_examples {
                assert!(!rule.matches(&fold(line), line.chars().count()), "{}: {line}", rule.id);
            }
        }
    }

    #[test]
    fn ids_are_unique() {
        let blocks = Blocks::load(&Sources::embedded()).unwrap();
        let mut ids: Vec<_> = blocks.rules().iter().map(|r| &r.id).collect();
        ids.sort();
        let all = ids.len();
        ids.dedup();
        assert_eq!(ids.len(), all);
    }
}
