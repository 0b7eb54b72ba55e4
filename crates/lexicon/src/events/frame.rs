//! One frame: which words evoke an event, and which of their phrases are its participants.

use super::{Plover, Slot};
use crate::{DataError, Sources};
use serde::Deserialize;
use std::collections::BTreeMap;
use tenkyo_model::{ActorKind, EventType, Polarity};

/// One frame of the data.
#[derive(Clone, Debug, PartialEq)]
pub struct Frame {
    /// Its id, such as `event.consult.meet`.
    pub id: String,
    /// PLOVER type.
    pub kind: EventType,
    /// PLOVER mode.
    pub mode: Option<String>,
    /// Verbs in dictionary form; they evoke it as predicates only.
    pub verbs: Vec<String>,
    /// Verbal nouns; they evoke it with する, with a light verb, and as nouns.
    pub acts: Vec<String>,
    /// Nouns that evoke it with a light verb and as nouns.
    pub nouns: Vec<String>,
    /// Where the one who acts stands in the active clause, best first.
    pub source: Vec<Slot>,
    /// Where the one acted on stands in the active clause, best first.
    pub target: Vec<Slot>,
    /// Kinds that may act; empty for all but places.
    pub source_kinds: Vec<ActorKind>,
    /// Kinds that may be acted on; empty for all but places.
    pub target_kinds: Vec<ActorKind>,
    /// For each slot named, the phrase there must hold one of the words.
    pub with: BTreeMap<Slot, Vec<String>>,
    /// None of these words may stand in a phrase of the clause.
    pub without: Vec<String>,
    /// Whether both sides act alike, so that either may stand in either slot and both may be one subject.
    pub symmetric: bool,
    /// Whether the event counts without a target.
    pub lone: bool,
    /// Whether the event counts without a source where its clause has no place for one (`人質が解放された`).
    pub agentless: bool,
    /// Ends of the names of bodies that do it by their office where no clause names who did it (`警察`).
    pub authorities: Vec<String>,
    /// Whether an event of this frame is never one of another frame (`核実験` is no launch).
    pub apart: bool,
    /// Whether only its negation tells the event (`結果を認めない`).
    pub negative: bool,
    /// Type when the clause is negated (`応じない`); the polarity then stays positive.
    pub negated: Option<EventType>,
    /// Type when the clause tells an intention of the source (`支援する意向`).
    pub intended: Option<EventType>,
    /// Type when the clause tells that the source stands ready (`派遣する用意がある`).
    pub offered: Option<EventType>,
    /// Type when it answers what was put to the source before (`決議に反発する`).
    pub answering: Option<EventType>,
    /// Whether the words tell that it did not come about (`決裂`).
    pub fails: bool,
    /// Whether what the clause quotes must be affirmed or must be denied (`違反していないと主張`).
    pub quoted: Option<Polarity>,
    /// Where a target that the clause leaves out may be looked for.
    pub counterpart: Vec<Counterpart>,
    /// Sentences in which it is evoked.
    pub examples: Vec<String>,
    /// Sentences in which it is not.
    pub counter_examples: Vec<String>,
}

/// Where a target may be looked for when no slot holds one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Counterpart {
    /// The subject of the quoted clause, else its first actor: whom it is about.
    Content,
    /// The subject before it in the sentence, else whom the same speaker spoke of before.
    Theme,
    /// The state of the place that the clause goes to.
    Place,
    /// The last one before who accused, asked or spoke to the source.
    Previous,
    /// The owner of the thing acted on (`ウクライナの港を攻撃`).
    Owner,
    /// Any other actor of the clause.
    Clause,
    /// The one who asked, charged, offered or warned before: an answer answers him.
    Exchange,
    /// The one who did what was told last, for deeds that have no owner (`攻撃を非難した`).
    Deed,
    /// The nearest other actor before it in the sentence, else the topic of the sentences before.
    Discourse,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    frame: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    id: String,
    #[serde(rename = "type")]
    kind: String,
    mode: Option<String>,
    reason: String,
    #[serde(default)]
    verbs: Vec<String>,
    #[serde(default)]
    acts: Vec<String>,
    #[serde(default)]
    nouns: Vec<String>,
    #[serde(default = "subject")]
    source: Vec<Slot>,
    #[serde(default)]
    target: Vec<Slot>,
    #[serde(default)]
    source_kinds: Vec<String>,
    #[serde(default)]
    target_kinds: Vec<String>,
    #[serde(default)]
    with: BTreeMap<Slot, Vec<String>>,
    #[serde(default)]
    without: Vec<String>,
    #[serde(default)]
    symmetric: bool,
    #[serde(default)]
    lone: bool,
    #[serde(default)]
    agentless: bool,
    #[serde(default)]
    authorities: Vec<String>,
    #[serde(default)]
    apart: bool,
    #[serde(default)]
    negative: bool,
    negated: Option<String>,
    intended: Option<String>,
    offered: Option<String>,
    answering: Option<String>,
    #[serde(default)]
    fails: bool,
    quoted: Option<Quoted>,
    #[serde(default)]
    counterpart: Vec<Counterpart>,
    examples: Vec<String>,
    counter_examples: Vec<String>,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Quoted {
    Affirmed,
    Denied,
}

fn subject() -> Vec<Slot> {
    vec![Slot::Ga]
}

pub(super) fn load(sources: &Sources, plover: &Plover) -> Result<Vec<Frame>, DataError> {
    let mut frames: Vec<Frame> = Vec::new();
    for (file, parsed) in sources.parse::<File>("ja/event/frames")? {
        for entry in parsed.frame {
            let id = entry.id.clone();
            let refuse = |message: String| DataError::Rule { file: file.clone(), rule: id.clone(), message };
            if frames.iter().any(|f| f.id == entry.id) {
                return Err(refuse("another frame has this id; give it one of its own".into()));
            }
            frames.push(check(entry, plover).map_err(refuse)?);
        }
    }
    Ok(frames)
}

fn check(entry: Entry, plover: &Plover) -> Result<Frame, String> {
    if entry.reason.trim().is_empty() || entry.examples.is_empty() || entry.counter_examples.is_empty() {
        return Err("reason, examples and counter_examples must not be empty".into());
    }
    if entry.verbs.is_empty() && entry.acts.is_empty() && entry.nouns.is_empty() {
        return Err("verbs, acts and nouns are all empty; nothing evokes the frame".into());
    }
    let kind = event_type(&entry.kind)?;
    if let Some(mode) = entry.mode.as_ref().filter(|m| !plover.has_mode(kind, m)) {
        return Err(format!("{} has no mode {mode}; plover.toml lists its modes", entry.kind));
    }
    Ok(Frame {
        id: entry.id,
        kind,
        mode: entry.mode,
        verbs: entry.verbs,
        acts: entry.acts,
        nouns: entry.nouns,
        source: entry.source,
        target: entry.target,
        source_kinds: kinds(&entry.source_kinds)?,
        target_kinds: kinds(&entry.target_kinds)?,
        with: entry.with,
        without: entry.without,
        symmetric: entry.symmetric,
        lone: entry.lone,
        agentless: entry.agentless,
        authorities: entry.authorities,
        apart: entry.apart,
        negative: entry.negative,
        negated: entry.negated.as_deref().map(event_type).transpose()?,
        intended: entry.intended.as_deref().map(event_type).transpose()?,
        offered: entry.offered.as_deref().map(event_type).transpose()?,
        answering: entry.answering.as_deref().map(event_type).transpose()?,
        fails: entry.fails,
        quoted: entry.quoted.map(|quoted| match quoted {
            Quoted::Affirmed => Polarity::Positive,
            Quoted::Denied => Polarity::Negative,
        }),
        counterpart: entry.counterpart,
        examples: entry.examples,
        counter_examples: entry.counter_examples,
    })
}

fn event_type(name: &str) -> Result<EventType, String> {
    EventType::from_name(name).ok_or_else(|| format!("{name} is no PLOVER type"))
}

fn kinds(names: &[String]) -> Result<Vec<ActorKind>, String> {
    names.iter().map(|n| ActorKind::from_name(n).ok_or_else(|| format!("{n} is no kind of actor"))).collect()
}
