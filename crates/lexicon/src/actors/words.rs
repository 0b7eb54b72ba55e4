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
    /// No title, though a part of the word is one (`大統領府`).
    None,
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
    /// Last words of names of bodies (`省`, `研究所`, `新聞`) by their last letter, the longest first.
    body_suffixes: BTreeMap<char, Vec<String>>,
    /// Bodies whose name needs the state before `の` (`日本の大使館`).
    pub owned_bodies: BTreeSet<String>,
    /// Last words of descriptions of unnamed groups (`専門家`, `関係者`).
    pub group_nouns: BTreeSet<String>,
    /// Words before a group noun (`複数の`, `一部`).
    pub quantifiers: BTreeSet<String>,
    /// Names of bodies that need a state or an earlier mention to say which (`外務省`).
    pub generic_bodies: BTreeSet<String>,
    /// Those of them that readers take as a name (`外務省`); the others are descriptions (`大使館`).
    pub generic_names: BTreeSet<String>,
    /// The prefix that points back (`同`).
    pub same: BTreeSet<String>,
    /// Endings of the names of newspapers, agencies and broadcasters.
    pub media_endings: BTreeSet<String>,
    /// The prefix that takes two names together (`両`).
    pub both: BTreeSet<String>,
    /// Words between a state and its medium (`紙`, `国営`).
    pub media_kinds: BTreeSet<String>,
    /// Words for kinds of bodies that stand before a name (`石油大手`, `組織`).
    pub kinds: BTreeSet<String>,
    /// Those of them that mean our own state's when nothing else tells (`防衛省`).
    pub home_bodies: BTreeSet<String>,
    /// Id of our own state, in whose language the articles are.
    pub home: String,
    /// Words before a name that mark the dead (`故`).
    pub late: BTreeSet<String>,
    /// Endings that make a name many (`ら`, `たち`).
    pub plurals: BTreeSet<String>,
    /// Words that qualify the name after them without being a part of it (`大手`, `国営`).
    pub qualifiers: BTreeSet<String>,
    /// The particle between a state and its body (`の`).
    pub of: BTreeSet<String>,
    /// First letters of Korean and Chinese names.
    pub surnames: BTreeSet<char>,
    /// Words in katakana that look like names and are none.
    pub not_names: BTreeSet<String>,
    /// Pronoun-like words for persons, and for two actors together, with their kind.
    pub pronouns: Automaton<String>,
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
    generic_bodies: Vec<String>,
    owned_bodies: Vec<String>,
    home_bodies: Vec<String>,
    kinds: Vec<String>,
    media_kinds: Vec<String>,
    both: Vec<String>,
    media_endings: Vec<String>,
    same: Vec<String>,
    generic_names: Vec<String>,
    home: String,
    late: Vec<String>,
    plurals: Vec<String>,
    qualifiers: Vec<String>,
    of: Vec<String>,
    surnames: String,
    not_names: Vec<String>,
    pronouns: BTreeMap<String, String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TitleList {
    kind: TitleKind,
    words: Vec<String>,
}

impl Words {
    pub(crate) fn load<'k>(
        sources: &Sources,
        held: impl Iterator<Item = &'k str>,
    ) -> Result<Self, DataError> {
        let mut all = File::default();
        for (_, file) in sources.parse::<File>("ja/actors")? {
            all.title.extend(file.title);
            all.former.extend(file.former);
            all.state_tails.extend(file.state_tails);
            all.body_suffixes.extend(file.body_suffixes);
            all.group_nouns.extend(file.group_nouns);
            all.quantifiers.extend(file.quantifiers);
            all.generic_bodies.extend(file.generic_bodies);
            all.home_bodies.extend(file.home_bodies);
            all.home.push_str(&file.home);
            all.owned_bodies.extend(file.owned_bodies);
            all.generic_names.extend(file.generic_names);
            all.same.extend(file.same);
            all.media_endings.extend(file.media_endings);
            all.both.extend(file.both);
            all.media_kinds.extend(file.media_kinds);
            all.kinds.extend(file.kinds);
            all.late.extend(file.late);
            all.plurals.extend(file.plurals);
            all.qualifiers.extend(file.qualifiers);
            all.of.extend(file.of);
            all.surnames.push_str(&file.surnames);
            all.not_names.extend(file.not_names);
            all.pronouns.extend(file.pronouns);
        }
        // Every title that somebody known holds is one.
        let held = held.map(|t| (t.to_owned(), Title { kind: TitleKind::Office }));
        let titles =
            all.title.into_iter().flat_map(|l| l.words.into_iter().map(move |w| (w, Title { kind: l.kind })));
        Ok(Self {
            titles: Automaton::new("ja/actors", held.chain(titles).collect())?,
            former: all.former.into_iter().collect(),
            state_tails: all.state_tails.into_iter().collect(),
            body_suffixes: by_last_letter(all.body_suffixes),
            owned_bodies: all.owned_bodies.into_iter().collect(),
            group_nouns: all.group_nouns.into_iter().collect(),
            quantifiers: all.quantifiers.into_iter().collect(),
            generic_bodies: all.generic_bodies.into_iter().collect(),
            home_bodies: all.home_bodies.into_iter().collect(),
            home: all.home,
            generic_names: all.generic_names.into_iter().collect(),
            same: all.same.into_iter().collect(),
            media_endings: all.media_endings.into_iter().collect(),
            both: all.both.into_iter().collect(),
            media_kinds: all.media_kinds.into_iter().collect(),
            kinds: all.kinds.into_iter().collect(),
            late: all.late.into_iter().collect(),
            plurals: all.plurals.into_iter().collect(),
            qualifiers: all.qualifiers.into_iter().collect(),
            of: all.of.into_iter().collect(),
            surnames: all.surnames.chars().filter(|c| !c.is_whitespace()).collect(),
            not_names: all.not_names.into_iter().collect(),
            pronouns: Automaton::new("ja/actors", all.pronouns)?,
        })
    }
}

impl Words {
    /// The longest ending of names of bodies that `words` ends with.
    pub fn body_suffix(&self, words: &str) -> Option<&str> {
        let suffixes = self.body_suffixes.get(&words.chars().next_back()?)?;
        suffixes.iter().map(String::as_str).find(|s| words.ends_with(s))
    }

    /// Whether `words` is such an ending and nothing more.
    pub fn is_body_suffix(&self, words: &str) -> bool {
        self.body_suffix(words) == Some(words)
    }
}

fn by_last_letter(words: Vec<String>) -> BTreeMap<char, Vec<String>> {
    let mut out: BTreeMap<char, Vec<String>> = BTreeMap::new();
    for word in words {
        if let Some(last) = word.chars().next_back() {
            out.entry(last).or_default().push(word);
        }
    }
    for list in out.values_mut() {
        list.sort_by_key(|w| std::cmp::Reverse(w.len()));
    }
    out
}
