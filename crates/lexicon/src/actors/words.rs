//! Titles, suffixes of organisations, words for groups (`data/ja/actors`).

use super::automaton::Automaton;
use crate::{DataError, Sources};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

/// A word that follows a person's name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Title {
    /// Its kind.
    pub kind: TitleKind,
}

/// Kinds of titles.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TitleKind {
    /// An office or profession (`大統領`, `教授`), which can also stand alone for its holder.
    Office,
    /// A form of address (`氏`, `さん`).
    Honorific,
    /// A legal standing (`容疑者`, `被告`).
    Standing,
}

/// The words of `data/ja/actors`.
#[derive(Debug)]
pub struct Words {
    /// Titles, longest first.
    pub titles: Automaton<Title>,
    /// Words before a title or name that mark it as past or dead (`前`, `元`, `故`).
    pub former: BTreeSet<String>,
    /// Words after a state that leave it the state (`政府`, `側`, `当局`).
    pub state_tails: BTreeSet<String>,
    /// Last words of names of bodies (`省`, `研究所`, `新聞`).
    pub body_suffixes: BTreeSet<String>,
    /// Last words of descriptions of unnamed groups (`専門家`, `関係者`).
    pub group_nouns: BTreeSet<String>,
    /// Words before a group noun (`複数の`, `一部`).
    pub quantifiers: BTreeSet<String>,
    /// Pronoun-like words for persons, and for two actors together.
    pub pronouns: BTreeMap<String, String>,
}

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct File {
    title: Vec<TitleList>,
    former: Vec<String>,
    state_tails: Vec<String>,
    body_suffixes: Vec<String>,
    group_nouns: Vec<String>,
    quantifiers: Vec<String>,
    pronouns: BTreeMap<String, String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TitleList {
    kind: TitleKind,
    words: Vec<String>,
}

impl Words {
    pub(crate) fn load(sources: &Sources) -> Result<Self, DataError> {
        let mut all = File::default();
        for (_, file) in sources.parse::<File>("ja/actors")? {
            all.title.extend(file.title);
            all.former.extend(file.former);
            all.state_tails.extend(file.state_tails);
            all.body_suffixes.extend(file.body_suffixes);
            all.group_nouns.extend(file.group_nouns);
            all.quantifiers.extend(file.quantifiers);
            all.pronouns.extend(file.pronouns);
        }
        let titles = all.title.into_iter().flat_map(|l| l.words.into_iter().map(move |w| (w, Title { kind: l.kind })));
        Ok(Self {
            titles: Automaton::new("ja/actors", titles.collect())?,
            former: all.former.into_iter().collect(),
            state_tails: all.state_tails.into_iter().collect(),
            body_suffixes: all.body_suffixes.into_iter().collect(),
            group_nouns: all.group_nouns.into_iter().collect(),
            quantifiers: all.quantifiers.into_iter().collect(),
            pronouns: all.pronouns,
        })
    }
}
