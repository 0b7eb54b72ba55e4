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
    /// Words after the first letters of several states (`日米韓`): what such states do together.
    pub row_tails: BTreeSet<String>,
    /// Words that look like first letters of states and are not.
    pub not_rows: BTreeSet<String>,
    /// Words between a state and its medium (`紙`, `国営`).
    pub media_kinds: BTreeSet<String>,
    /// Words for kinds of bodies that stand before a name (`石油大手`, `組織`).
    pub kinds: BTreeSet<String>,
    /// Those of them that mean our own state's when nothing else tells (`防衛省`).
    pub home_bodies: BTreeSet<String>,
    /// Those that every state has: of the state that the article is about, else our own (`国会`).
    pub common_bodies: BTreeSet<String>,
    /// Id of our own state, in whose language the articles are.
    pub home: String,
    /// Words before a name that mark the dead (`故`).
    pub late: BTreeSet<String>,
    /// Endings that make a name many (`ら`, `たち`).
    pub plurals: BTreeSet<String>,
    /// Words that qualify the name after them without being a part of it (`大手`, `国営`).
    pub qualifiers: BTreeSet<String>,
    /// Words between a title and the name of who held it (`国務長官だったポンペオ氏`).
    pub being: BTreeSet<String>,
    /// Words before a title that mark it as no longer held.
    pub past: BTreeSet<String>,
    /// Words that join two titles of one person (`副首相兼国防相`).
    pub concurrent: BTreeSet<String>,
    /// The particle between a state and its body (`の`).
    pub of: BTreeSet<String>,
    /// First letters of Korean and Chinese names.
    pub surnames: BTreeSet<char>,
    /// Words in katakana that look like names and are none.
    pub not_names: BTreeSet<String>,
    /// Words that end as the names of bodies do and name none (`入退院`).
    pub not_bodies: BTreeSet<String>,
    /// Units and zones that a state before them only says the kind of (`日本時間`, `香港ドル`).
    pub units: BTreeSet<String>,
    /// Words for relatives that stand before a given name (`弟`, `長女`).
    pub kin: BTreeSet<String>,
    /// Letters that make a place an office with the title after them (`県`, `市`).
    pub districts: BTreeSet<String>,
    /// Words after whoever a report is taken from (`によると`).
    pub citing: BTreeSet<String>,
    /// Pronoun-like words for persons, and for two actors together, with their kind.
    pub pronouns: Automaton<String>,
    /// The rules that the words stand in, for their tests.
    pub rules: Vec<WordRule>,
}

/// A list of words with the reason for it and sentences that it must read rightly.
#[derive(Clone, Debug)]
pub struct WordRule {
    /// Its name, unique over all lists.
    pub id: String,
    /// Sentences with the mentions that must be found in `{ }`.
    pub examples: Vec<String>,
    /// Sentences with words in `{ }` that must not be a mention.
    pub counter_examples: Vec<String>,
}

/// A rule as the files write it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Form {
    id: String,
    #[expect(dead_code, reason = "for people who read the file")]
    reason: String,
    words: Vec<String>,
    /// Kind of the titles.
    kind: Option<TitleKind>,
    /// What the pronouns refer to.
    refers: Option<String>,
    examples: Vec<String>,
    #[serde(default)]
    counter_examples: Vec<String>,
}

/// Any file of the folder, list by list.
type File = BTreeMap<String, Vec<Form>>;

/// The names of the lists.
const LISTS: &[&str] = &[
    "title",
    "former",
    "state_tails",
    "body_suffixes",
    "group_nouns",
    "quantifiers",
    "generic_bodies",
    "owned_bodies",
    "home_bodies",
    "common_bodies",
    "kinds",
    "media_kinds",
    "both",
    "row_tails",
    "not_rows",
    "media_endings",
    "same",
    "generic_names",
    "home",
    "late",
    "plurals",
    "qualifiers",
    "of",
    "past",
    "being",
    "concurrent",
    "surnames",
    "not_names",
    "not_bodies",
    "units",
    "kin",
    "districts",
    "citing",
    "pronouns",
];

/// The rules of all files by list.
struct Lists(BTreeMap<String, Vec<Form>>);

impl Lists {
    fn load(sources: &Sources) -> Result<Self, DataError> {
        let mut all: BTreeMap<String, Vec<Form>> = BTreeMap::new();
        for (path, file) in sources.parse::<File>("ja/actors")? {
            for (list, rules) in file {
                let bad = |rule: &str, message: String| DataError::Rule {
                    file: path.clone(),
                    rule: rule.to_owned(),
                    message,
                };
                if !LISTS.contains(&list.as_str()) {
                    return Err(bad(&list, format!("is no list; write one of {}", LISTS.join(", "))));
                }
                if let Some(rule) = rules.iter().find(|r| r.examples.is_empty() || r.words.is_empty()) {
                    return Err(bad(&rule.id, "needs words and an example with the mention in { }".into()));
                }
                all.entry(list).or_default().extend(rules);
            }
        }
        Ok(Self(all))
    }

    /// The rules of a list.
    fn of(&self, list: &str) -> &[Form] {
        self.0.get(list).map_or(&[], Vec::as_slice)
    }

    /// The words of a list.
    fn words(&self, list: &str) -> impl Iterator<Item = String> + '_ {
        self.of(list).iter().flat_map(|r| r.words.iter().cloned())
    }

    fn set(&self, list: &str) -> BTreeSet<String> {
        self.words(list).collect()
    }
}

impl Words {
    pub(crate) fn load<'k>(
        sources: &Sources,
        held: impl Iterator<Item = &'k str>,
    ) -> Result<Self, DataError> {
        let all = Lists::load(sources)?;
        // Every title that somebody known holds is one.
        let held = held.map(|t| (t.to_owned(), Title { kind: TitleKind::Office }));
        let titles = all.of("title").iter().flat_map(|r| {
            let kind = r.kind.unwrap_or(TitleKind::Office);
            r.words.iter().map(move |w| (w.clone(), Title { kind }))
        });
        let pronouns = all.of("pronouns").iter().flat_map(|r| {
            let refers = r.refers.clone().unwrap_or_default();
            r.words.iter().map(move |w| (w.clone(), refers.clone()))
        });
        let rule = |r: &Form| WordRule {
            id: r.id.clone(),
            examples: r.examples.clone(),
            counter_examples: r.counter_examples.clone(),
        };
        Ok(Self {
            titles: Automaton::new("ja/actors", held.chain(titles).collect())?,
            pronouns: Automaton::new("ja/actors", pronouns.collect())?,
            rules: all.0.values().flatten().map(rule).collect(),
            body_suffixes: by_last_letter(all.words("body_suffixes").collect()),
            surnames: all.words("surnames").flat_map(|w| w.chars().collect::<Vec<_>>()).collect(),
            home: all.words("home").collect(),
            former: all.set("former"),
            state_tails: all.set("state_tails"),
            owned_bodies: all.set("owned_bodies"),
            group_nouns: all.set("group_nouns"),
            quantifiers: all.set("quantifiers"),
            generic_bodies: all.set("generic_bodies"),
            home_bodies: all.set("home_bodies"),
            common_bodies: all.set("common_bodies"),
            generic_names: all.set("generic_names"),
            same: all.set("same"),
            media_endings: all.set("media_endings"),
            both: all.set("both"),
            row_tails: all.set("row_tails"),
            not_rows: all.set("not_rows"),
            media_kinds: all.set("media_kinds"),
            kinds: all.set("kinds"),
            late: all.set("late"),
            plurals: all.set("plurals"),
            qualifiers: all.set("qualifiers"),
            of: all.set("of"),
            past: all.set("past"),
            being: all.set("being"),
            concurrent: all.set("concurrent"),
            not_names: all.set("not_names"),
            not_bodies: all.set("not_bodies"),
            units: all.set("units"),
            kin: all.set("kin"),
            districts: all.set("districts"),
            citing: all.set("citing"),
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
