//! Corrections as people ask for them: by the id of an entry or of a finding, turned into anchors on the words.

use crate::{Live, QueryError, Snapshot};
use std::collections::BTreeSet;
use tenkyo_model::EventType;
use tenkyo_model::correction::{Anchor, Change, Correction, Logged};
use tenkyo_model::ledger::{Member, Subject, Verdict};
use tenkyo_record::gold::Gold;

/// What somebody wants corrected. An id is that of an entry of the ledger, or `DOCUMENT:s1` for one finding of one document
/// (`s` statement, `v` event, `t` transfer, `m1-2` the second mention of the first actor).
#[derive(Clone, Debug, PartialEq)]
pub enum Correcting {
    /// Two are one, or are not.
    Pair {
        /// One of them.
        left: String,
        /// The other.
        right: String,
        /// The verdict.
        verdict: Verdict,
    },
    /// Somebody else says it: id or name of an actor; none when the text leaves it open.
    Speaker(String, Option<String>),
    /// It happened at another date; none when nobody knows.
    Date(String, Option<String>),
    /// It is an event of another type, with a mode; none when it is no event.
    Type(String, Option<EventType>, Option<String>),
    /// Nobody is said to say it.
    NotStatement(String),
    /// An actor has another name.
    Alias(String, String),
    /// An entry of the log no longer counts.
    Withdraw(u64),
}

/// A correction that cannot be made.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadCorrection {
    /// Nothing has this id.
    #[error("nothing has the id {0}; take ids from the lists")]
    Nothing(String),
    /// The entry is of another kind than the correction.
    #[error("{0} is no {1}")]
    Kind(String, &'static str),
    /// The two are not of one kind.
    #[error("{0} and {1} are not of one kind")]
    Kinds(String, String),
    /// The log has no such entry, or it is withdrawn already.
    #[error("the log holds no correction {0} that stands")]
    Number(u64),
    /// A value is missing or none of its kind.
    #[error("`{0}` is no {1}")]
    Value(String, &'static str),
}

/// What a correction is about: words of one kind.
#[derive(Clone, Debug, PartialEq)]
pub struct Target {
    /// Of which kind.
    pub about: Subject,
    /// The words, one a document.
    pub members: Vec<Member>,
}

impl Snapshot {
    /// What an id means.
    pub fn target(&self, id: &str) -> Option<Target> {
        match id.rsplit_once(':') {
            Some((document, finding)) if self.reading(document).is_some() => self.finding(document, finding),
            _ => self.entry(id),
        }
    }

    fn entry(&self, id: &str) -> Option<Target> {
        let l = &self.ledger;
        let target = |about, members: &Vec<Member>| Some(Target { about, members: members.clone() });
        let utterance = || self.find(&l.utterances, id).map(|e| (Subject::Utterance, &e.members));
        let occurrence = || self.find(&l.occurrences, id).map(|e| (Subject::Occurrence, &e.members));
        let transfer = || self.find(&l.transfers, id).map(|e| (Subject::Transfer, &e.members));
        let actor = || self.actor(id).map(|e| (Subject::Actor, &e.members));
        let found = utterance().or_else(occurrence).or_else(transfer).or_else(actor);
        found.and_then(|(about, members)| target(about, members))
    }

    fn finding(&self, document: &str, finding: &str) -> Option<Target> {
        let reading = self.reading(document)?;
        let place = crate::places(&reading.findings).into_iter().find(|place| place.anchor == finding)?;
        let about = match place.layer {
            crate::Layer::Statement => Subject::Utterance,
            crate::Layer::Event => Subject::Occurrence,
            crate::Layer::Transfer => Subject::Transfer,
            crate::Layer::Actor => Subject::Actor,
            _ => return None,
        };
        let member = Member { document: reading.article.source.clone(), span: place.span };
        Some(Target { about, members: vec![member] })
    }

    /// The anchor of words.
    fn anchor(&self, member: &Member) -> Option<Anchor> {
        let reading = self.reading(&self.document(member)?.id)?;
        Some(tenkyo_ledger::anchor::of(&reading.article, member.span))
    }

    /// The entries that the log gets: one for each document that the entry stands in.
    ///
    /// # Errors
    /// When an id, a value or a number is wrong; then nothing is to be written.
    pub fn changes(&self, asked: &Correcting) -> Result<Vec<Change>, BadCorrection> {
        match asked {
            Correcting::Pair { left, right, verdict } => self.pair(left, right, *verdict),
            Correcting::Speaker(id, speaker) => {
                self.each(id, &[Subject::Utterance], "statement", |statement| Change::Speaker {
                    statement,
                    speaker: speaker.clone(),
                })
            }
            Correcting::NotStatement(id) => self
                .each(id, &[Subject::Utterance], "statement", |statement| Change::NotStatement { statement }),
            Correcting::Date(id, date) => {
                self.each(id, &[Subject::Occurrence, Subject::Transfer], "event or transfer", |at| {
                    Change::Date { at, date: date.clone() }
                })
            }
            Correcting::Type(id, kind, mode) => self.each(id, &[Subject::Occurrence], "event", |event| {
                Change::Type { event, kind: *kind, mode: mode.clone() }
            }),
            Correcting::Alias(actor, alias) => self.alias(actor, alias),
            Correcting::Withdraw(number) => {
                let stands = self.ledger.corrections.iter().any(|s| s.number == *number);
                stands
                    .then(|| vec![Change::Withdraw { number: *number }])
                    .ok_or(BadCorrection::Number(*number))
            }
        }
    }

    fn wanted(&self, id: &str) -> Result<Target, BadCorrection> {
        self.target(id).ok_or_else(|| BadCorrection::Nothing(id.to_owned()))
    }

    fn each(
        &self,
        id: &str,
        kinds: &[Subject],
        name: &'static str,
        change: impl Fn(Anchor) -> Change,
    ) -> Result<Vec<Change>, BadCorrection> {
        let target = self.wanted(id)?;
        if !kinds.contains(&target.about) {
            return Err(BadCorrection::Kind(id.to_owned(), name));
        }
        Ok(target.members.iter().filter_map(|m| self.anchor(m)).map(change).collect())
    }

    fn pair(&self, left: &str, right: &str, verdict: Verdict) -> Result<Vec<Change>, BadCorrection> {
        let (a, b) = (self.wanted(left)?, self.wanted(right)?);
        if a.about != b.about {
            return Err(BadCorrection::Kinds(left.to_owned(), right.to_owned()));
        }
        let first = |target: &Target, id: &str| {
            let member = target.members.first().and_then(|m| self.anchor(m));
            member.ok_or_else(|| BadCorrection::Nothing(id.to_owned()))
        };
        Ok(vec![Change::Pair { about: a.about, left: first(&a, left)?, right: first(&b, right)?, verdict }])
    }

    fn alias(&self, actor: &str, alias: &str) -> Result<Vec<Change>, BadCorrection> {
        let alias = alias.trim();
        if alias.is_empty() || alias.chars().count() > 100 {
            return Err(BadCorrection::Value(alias.to_owned(), "name"));
        }
        let known = self.ledger.actors.iter().any(|a| a.id == actor || a.name == actor);
        known
            .then(|| vec![Change::Alias { actor: actor.to_owned(), alias: alias.to_owned() }])
            .ok_or_else(|| BadCorrection::Nothing(actor.to_owned()))
    }
}

impl Live {
    /// Writes a correction into the log and gives its numbers: `by` says who, `why` says why, the clock says when.
    ///
    /// # Errors
    /// The outer when the workspace refuses, the inner when the correction cannot be made.
    pub fn correct(
        &self,
        asked: &Correcting,
        by: &str,
        why: &str,
    ) -> Result<Result<Vec<u64>, BadCorrection>, QueryError> {
        let changes = match self.now().changes(asked) {
            Ok(changes) => changes,
            Err(bad) => return Ok(Err(bad)),
        };
        let at = jiff::Timestamp::now().round(jiff::Unit::Second).unwrap_or_default().to_string();
        self.change(|store| {
            let mut numbers = Vec::new();
            for change in changes {
                let (by, why) = (by.trim().to_owned(), why.trim().to_owned());
                numbers.push(store.correct(&Correction { by, at: at.clone(), why, change })?);
            }
            Ok(numbers)
        })
        .map(Ok)
    }
}

impl Snapshot {
    /// The documents that a standing correction is about, corrected, as gold annotations with the id of each.
    pub fn corrected(&self) -> Vec<(String, Gold)> {
        let stands =
            |entry: &&Logged| self.ledger.corrections.iter().any(|s| s.number == entry.number && s.found);
        let anchors = self.log.iter().filter(stands).flat_map(|entry| anchors(&entry.correction.change));
        let ids: BTreeSet<&str> = anchors.filter_map(|anchor| self.id_of(anchor)).collect();
        let reading = |id: &&str| {
            self.reading(id).map(|r| (r.article.id.0.clone(), Gold::new(&r.article, &r.findings)))
        };
        ids.iter().filter_map(reading).collect()
    }

    /// The document of an anchor: the text itself, else the one that has taken its place under the same name.
    fn id_of(&self, anchor: &Anchor) -> Option<&str> {
        let documents = || self.ledger.documents.iter();
        let named = || documents().find(|d| d.source == anchor.source);
        documents().find(|d| d.id == anchor.document).or_else(named).map(|d| d.id.as_str())
    }
}

fn anchors(change: &Change) -> Vec<&Anchor> {
    match change {
        Change::Pair { left, right, .. } => vec![left, right],
        Change::Speaker { statement, .. } | Change::NotStatement { statement } => vec![statement],
        Change::Date { at, .. } => vec![at],
        Change::Type { event, .. } => vec![event],
        Change::Alias { .. } | Change::Withdraw { .. } => Vec::new(),
    }
}
