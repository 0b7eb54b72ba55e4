//! Words and phrases of saying: what each can take and where it counts.

use super::table::Table;
use crate::DataError;
use serde::Deserialize;
use std::collections::BTreeSet;

/// A word or phrase of saying, or one that stands around it.
#[derive(Debug)]
pub struct Phrase {
    /// Its id, such as `verb.state`.
    pub id: String,
    /// What it can do; the words are explained in `data/ja/speech/README.md`.
    pub marks: BTreeSet<Mark>,
    /// Sentences whose statements' contents stand in `{ }`.
    pub examples: Vec<String>,
    /// Sentences without any statement.
    pub counter_examples: Vec<String>,
}

impl Phrase {
    /// Whether the phrase carries the mark.
    pub fn has(&self, mark: Mark) -> bool {
        self.marks.contains(&mark)
    }
}

/// What a phrase can do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Mark {
    /// Takes a clause or quotation with と.
    Clause,
    /// Takes only a quotation in brackets with と.
    Quote,
    /// Takes a clause with こと, 点, 旨.
    Fact,
    /// Takes a noun that names what happened; of a particle: marks the object.
    Object,
    /// Takes any noun as what is said.
    AnyObject,
    /// Says that it is not so.
    Deny,
    /// Passes on what others say.
    Report,
    /// Also means a conversation with somebody: `と` after a noun is no quotative.
    Companion,
    /// Turns a shell noun into a statement: `考えを示す`.
    Light,
    /// A shell noun that takes a bare clause: `…する考え`.
    Bare,
    /// A shell noun whose holder may stand in the genitive or in brackets without a verb: `…との見方`.
    Held,
    /// A noun phrase that must stay inside: the verb only makes or names something.
    Naming,
    /// An adjunct that needs a comma or a quotation after it.
    Comma,
    /// An adjunct that tells to whom.
    Addressee,
    /// An adjunct that may hold a clause with its own subject.
    Subordinate,
    /// A question that was put; of a verb: told by who answers; of a particle: marks who asks.
    Asked,
    /// Asks: a verb or a fact of a question (`含まれるのかを尋ねた`).
    Question,
    /// A verb of thinking: its subject, inside what somebody says, is no speaker of his own.
    Thought,
    /// A source that is only passed through: `を通じて`, `の取材で`.
    Channel,
    /// A particle of the topic.
    Topic,
    /// A particle of the subject.
    Subject,
    /// Of a particle: marks the subject and nothing else (`が`).
    Nominative,
    /// A noun that is only the last part of a longer word for somebody (`側`, `者`).
    Affix,
    /// A text that only courts issue, or the last word of a court's name.
    Court,
    /// Of a noun: points back to somebody named before (`同社`, `彼`).
    Anaphor,
    /// A source whose word another passes on: `の話として`.
    Original,
    /// Of a verb: its subject is a medium; of a source: it must be one (`Xで…と報じた`).
    Medium,
    /// A document that nobody in particular issued: `報道によると`.
    Unsigned,
    /// Of a verb: the words came to its subject, from whom から marks (`との連絡を受けた`).
    Received,
    /// A noun for several of a kind that names before など are examples of (`日本の各社`).
    Collective,
}

/// A phrase as the files write it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PhraseForm {
    id: String,
    #[expect(dead_code, reason = "for people who read the file")]
    reason: String,
    patterns: Vec<String>,
    #[serde(default)]
    marks: BTreeSet<Mark>,
    examples: Vec<String>,
    #[serde(default)]
    counter_examples: Vec<String>,
}

impl PhraseForm {
    pub(super) fn add_to(self, table: &mut Table<Phrase>, file: &str) -> Result<(), DataError> {
        if self.examples.is_empty() {
            let message = "has no example; write a sentence with what is said in { }".into();
            return Err(DataError::Rule { file: file.into(), rule: self.id, message });
        }
        let rule = Phrase {
            id: self.id.clone(),
            marks: self.marks,
            examples: self.examples,
            counter_examples: self.counter_examples,
        };
        table.add(file, &self.id, &self.patterns, rule)
    }
}
