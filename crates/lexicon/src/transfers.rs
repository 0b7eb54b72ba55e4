//! Words of giving and getting, things that are given, and what bends them (`data/ja/transfer`).

mod words;

pub use words::TransferWords;

use crate::actors::Automaton;
use crate::equipment::Programmes;
use crate::{DataError, Sources};
use serde::Deserialize;
use std::collections::BTreeMap;
use tenkyo_model::{Certainty, TransferStatus};

/// Words of giving and getting, things that are given, and what bends them.
#[derive(Debug)]
pub struct Transfers {
    /// Frames of predicates and nouns.
    pub frames: Vec<Frame>,
    /// Predicates over the name of a transfer.
    pub supports: Vec<Support>,
    /// Words that say how sure and how far.
    pub outlooks: Vec<Outlook>,
    /// Classes of things.
    pub categories: Vec<Category>,
    /// What follows a name and says its part.
    pub markers: BTreeMap<Part, Vec<String>>,
    /// Lists that single facts need.
    pub words: TransferWords,
    /// Item words, each with its index in [`Transfers::categories`].
    pub items: Automaton<usize>,
    /// Words that name the item only directly before a noun of giving.
    pub prefixes: BTreeMap<String, usize>,
    verbs: BTreeMap<String, usize>,
    nouns: BTreeMap<String, usize>,
    supported: BTreeMap<String, usize>,
}

/// A word of giving or getting.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Frame {
    /// Id of the rule.
    pub id: String,
    /// Why it is there.
    pub reason: String,
    /// Who is who.
    pub direction: Direction,
    /// How far a plain statement of it has got: a name of [`TransferStatus`].
    pub status: String,
    /// Verbal nouns.
    #[serde(default)]
    pub nouns: Vec<String>,
    /// Verbs in their dictionary form.
    #[serde(default)]
    pub verbs: Vec<String>,
    /// Category when no item of a known one is told; none: then it does not count.
    pub bare: Option<String>,
    /// When `bare` holds: `noun-only` for nouns alone, `amount` where an amount of people is told.
    pub bare_as: Option<String>,
    /// What an actor before を is, when he may be a party.
    pub object: Option<Role>,
    /// Whom の before the item names.
    pub of: Option<Role>,
    /// Whether the word itself names what is given.
    #[serde(default)]
    pub whole: bool,
    /// The only category that counts.
    pub needs: Option<String>,
    /// Whether persons give and get in their own name.
    #[serde(default)]
    pub personal: bool,
    /// Whether the thing itself is the subject (弾薬がウクライナに渡る); the giver must then be told.
    #[serde(default)]
    pub intransitive: bool,
    /// Whether the giver must be told, so that none may be filled in.
    #[serde(default)]
    pub told: bool,
    /// Whether the subject gets what somebody else has made: only things with a maker count (北朝鮮製のミサイルを使う).
    #[serde(default)]
    pub made: bool,
    /// Texts with what is found.
    pub examples: Vec<String>,
    /// Texts in which nothing is found.
    pub counter_examples: Vec<String>,
}

/// Who is who in a frame.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum Direction {
    /// The subject gives.
    Give,
    /// The subject gets.
    Take,
    /// The subject would get.
    Ask,
    /// Both trade.
    Deal,
    /// The subject gives one thing and gets another.
    Swap,
}

/// A party of a transfer.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// Who gives.
    Giver,
    /// Who gets.
    Receiver,
}

/// A predicate over the name of a transfer.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Support {
    /// Id of the rule.
    pub id: String,
    /// What it makes of the transfer.
    pub effect: Effect,
    /// Why it is there.
    pub reason: String,
    /// Dictionary forms and verbal nouns.
    pub words: Vec<String>,
    /// Texts with what is found.
    pub examples: Vec<String>,
    /// Texts in which nothing is found.
    pub counter_examples: Vec<String>,
}

/// What a predicate makes of a transfer.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum Effect {
    /// The subject gets it.
    Get,
    /// The subject asks for it.
    Ask,
    /// The subject agrees to give it.
    Agree,
    /// The subject thinks of giving it.
    Offer,
    /// The subject will not give it.
    Refuse,
    /// It ends.
    Stop,
    /// It is limited or forbidden: by a state as to its own, by a body as to others'.
    Limit,
    /// It is carried out.
    Do,
    /// It is said not to be.
    Deny,
    /// It is owned up to.
    Admit,
    /// Somebody who takes no part speaks of it.
    Comment,
    /// Somebody bars it; he takes no part.
    Bar,
}

/// Words that say how sure and how far.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Outlook {
    /// Id of the rule.
    pub id: String,
    /// Why it is there.
    pub reason: String,
    /// A name of [`Certainty`].
    pub certainty: String,
    /// Where it is read.
    pub scope: Scope,
    /// The words.
    pub words: Vec<String>,
    /// Texts with what is found.
    pub examples: Vec<String>,
    /// Texts in which the rule does not hold.
    pub counter_examples: Vec<String>,
}

/// Where an outlook is read.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum Scope {
    /// After the predicate.
    After,
    /// In the words that attribute the content.
    Cue,
    /// Directly after a noun of giving at the end of a headline.
    Headline,
}

/// A class of things.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Category {
    /// Id of the rule.
    pub id: String,
    /// Its name in records.
    pub category: String,
    /// What belongs to it.
    pub reason: String,
    /// The category of knowledge of such things (戦車の技術); none where knowledge of it is no thing to give.
    pub knowledge: Option<String>,
    /// Whole nouns.
    pub words: Vec<String>,
    /// First parts of compounds.
    #[serde(default)]
    pub stems: Vec<String>,
    /// Last parts of compounds.
    #[serde(default)]
    pub heads: Vec<String>,
    /// Words that name the item only directly before a noun of giving.
    #[serde(default)]
    pub prefixes: Vec<String>,
    /// `text => category` of the last item.
    pub examples: Vec<String>,
    /// Texts without an item of the category.
    pub counter_examples: Vec<String>,
}

/// The part that a name plays in a sentence.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq, PartialOrd, Ord)]
#[serde(rename_all = "kebab-case")]
pub enum Part {
    /// から.
    From,
    /// に, へ, 向けに, に対し.
    To,
    /// による.
    By,
    /// が.
    Subject,
    /// は, も.
    Topic,
    /// を.
    Object,
    /// と.
    With,
    /// の.
    Of,
    /// と, や, 、 before another name.
    And,
    /// 製の, 産の: who made it.
    Made,
    /// According to, about, in: no party.
    Aside,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    frame: Vec<Frame>,
    #[serde(default)]
    support: Vec<Support>,
    #[serde(default)]
    outlook: Vec<Outlook>,
    #[serde(default)]
    category: Vec<Category>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Marker {
    words: Vec<String>,
}

impl Transfers {
    pub(crate) fn load(sources: &Sources, programmes: &Programmes) -> Result<Self, DataError> {
        let file = |name: &str| sources.parse_file::<File>(&format!("ja/transfer/{name}.toml"));
        let (frames, supports) = (file("frames")?.frame, file("support")?.support);
        let (outlooks, categories) = (file("outlook")?.outlook, file("items")?.category);
        let markers: BTreeMap<Part, Marker> = sources.parse_file("ja/transfer/markers.toml")?;
        for frame in &frames {
            check("frames", &frame.id, TransferStatus::from_name(&frame.status).is_some(), "unknown status")?;
        }
        for outlook in &outlooks {
            let known = Certainty::from_name(&outlook.certainty).is_some();
            check("outlook", &outlook.id, known, "unknown certainty")?;
        }
        Ok(Self {
            items: Automaton::new("ja/transfer/items.toml", item_words(&categories, programmes))?,
            prefixes: by_word(categories.iter().map(|c| &c.prefixes)),
            verbs: by_word(frames.iter().map(|f| &f.verbs)),
            nouns: by_word(frames.iter().map(|f| &f.nouns)),
            supported: by_word(supports.iter().map(|s| &s.words)),
            markers: markers.into_iter().map(|(part, marker)| (part, marker.words)).collect(),
            words: sources.parse_file("ja/transfer/words.toml")?,
            frames,
            supports,
            outlooks,
            categories,
        })
    }

    /// The frame of a verb in its dictionary form.
    pub fn verb(&self, lemma: &str) -> Option<&Frame> {
        self.verbs.get(lemma).map(|i| &self.frames[*i])
    }

    /// The frame of a verbal noun.
    pub fn noun(&self, word: &str) -> Option<&Frame> {
        self.nouns.get(word).map(|i| &self.frames[*i])
    }

    /// What a predicate, by its dictionary form or verbal noun, makes of a transfer.
    pub fn support(&self, lemma: &str) -> Option<&Support> {
        self.supported.get(lemma).map(|i| &self.supports[*i])
    }

    /// The part that `after`, the words after a name, gives to it, with the marker's length in bytes.
    pub fn part(&self, after: &str) -> Option<(Part, usize)> {
        let all = self.markers.iter().filter(|(part, _)| **part != Part::And);
        let words = all.flat_map(|(part, words)| words.iter().map(move |word| (*part, word)));
        let fits = words.filter(|(_, word)| after.starts_with(word.as_str()));
        fits.max_by_key(|(_, word)| word.len()).map(|(part, word)| (part, word.len()))
    }

    /// Whether `between`, the words between two names, joins them.
    pub fn joins(&self, between: &str) -> bool {
        self.markers.get(&Part::And).is_some_and(|words| words.iter().any(|w| w == between))
    }
}

fn check(file: &str, rule: &str, holds: bool, message: &str) -> Result<(), DataError> {
    let file = format!("ja/transfer/{file}.toml");
    holds.then_some(()).ok_or_else(|| DataError::Rule { file, rule: rule.into(), message: message.into() })
}

fn by_word<'f>(lists: impl Iterator<Item = &'f Vec<String>>) -> BTreeMap<String, usize> {
    lists.enumerate().flat_map(|(i, words)| words.iter().map(move |w| (w.clone(), i))).collect()
}

/// Every word for a thing, designations of equipment among them, with the index of its category.
fn item_words(categories: &[Category], programmes: &Programmes) -> BTreeMap<String, usize> {
    let compounds = |c: &Category| -> Vec<String> {
        let pairs = c.stems.iter().flat_map(|stem| c.heads.iter().map(move |head| format!("{stem}{head}")));
        pairs.chain(c.words.iter().cloned()).collect()
    };
    let index = |name: &str| categories.iter().position(|c| c.category == name);
    let designations = programmes.items().filter_map(|(word, name)| Some((word, index(name)?)));
    let all = categories.iter().enumerate();
    let words = all.flat_map(|(i, c)| compounds(c).into_iter().map(move |word| (word, i)));
    designations.chain(words).collect()
}
