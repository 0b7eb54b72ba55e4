//! What the filters ask of each kind of entry.

use crate::workspace::Story;
use tenkyo_record::ledger::{
    Actor, Claim, Dispute, Forecast, Member, Occurrence, Point, Relation, Transfer, Utterance,
};

/// An entry as the filters see it. Of each list one is enough.
#[derive(Default)]
pub struct Entry<'e> {
    /// Ids of the actors in it.
    pub actors: Vec<&'e str>,
    /// A text that names actors.
    pub named_in: Option<&'e str>,
    /// Whether actors mentioned within its words are in it too.
    pub by_words: bool,
    /// Its dates; `None` is one that is not known.
    pub dates: Vec<Option<&'e str>>,
    /// How sure it is; where nothing is given, what the events, statements and transfers at its words are.
    pub certainties: Vec<&'e str>,
    /// Its types, as the lists show them.
    pub kinds: Vec<&'e str>,
    /// Its own texts.
    pub texts: Vec<&'e str>,
    /// Its words.
    pub members: Vec<&'e Member>,
}

/// What can be filtered.
pub trait Filtered {
    /// The entry as the filters see it.
    fn entry<'e>(&'e self, story: &'e Story) -> Entry<'e>;
}

fn all<'e>(ids: impl IntoIterator<Item = &'e String>) -> Vec<&'e str> {
    ids.into_iter().map(String::as_str).collect()
}

/// Publication dates of the documents of some words.
fn published<'e>(story: &'e Story, members: &[&Member]) -> Vec<Option<&'e str>> {
    members.iter().map(|m| story.published(&m.document)).collect()
}

impl Filtered for Occurrence {
    fn entry<'e>(&'e self, _: &'e Story) -> Entry<'e> {
        Entry {
            actors: all(self.source.iter().chain(&self.target).chain(&self.place)),
            dates: vec![self.date.as_deref()],
            certainties: vec![&self.certainty],
            kinds: all([&self.kind].into_iter().chain(&self.mode)),
            texts: vec![&self.label],
            members: self.members.iter().collect(),
            ..Entry::default()
        }
    }
}

impl Filtered for Utterance {
    fn entry<'e>(&'e self, _: &'e Story) -> Entry<'e> {
        Entry {
            actors: all(self.speaker.iter().chain(&self.via)),
            dates: vec![self.date.as_deref()],
            certainties: vec![&self.certainty],
            kinds: vec![&self.mode],
            texts: vec![&self.text],
            members: self.members.iter().collect(),
            ..Entry::default()
        }
    }
}

impl Filtered for Claim {
    fn entry<'e>(&'e self, story: &'e Story) -> Entry<'e> {
        let members: Vec<&Member> = self.positions.iter().flat_map(|p| &p.members).collect();
        Entry {
            actors: all(self.positions.iter().map(|p| &p.by)),
            named_in: Some(&self.label),
            dates: published(story, &members),
            kinds: all(self.positions.iter().map(|p| &p.stance)),
            texts: vec![&self.label],
            members,
            ..Entry::default()
        }
    }
}

impl Filtered for Dispute {
    fn entry<'e>(&'e self, story: &'e Story) -> Entry<'e> {
        let members: Vec<&Member> = self.sides.iter().flat_map(|s| &s.members).collect();
        Entry {
            named_in: Some(&self.about),
            by_words: true,
            dates: published(story, &members),
            kinds: vec![&self.kind],
            texts: vec![&self.about],
            members,
            ..Entry::default()
        }
    }
}

impl Filtered for Transfer {
    fn entry<'e>(&'e self, _: &'e Story) -> Entry<'e> {
        Entry {
            actors: all(self.giver.iter().chain(&self.receiver)),
            dates: vec![self.date.as_deref()],
            certainties: vec![&self.certainty],
            kinds: vec![&self.category, &self.status],
            texts: vec![&self.item],
            members: self.members.iter().collect(),
            ..Entry::default()
        }
    }
}

/// A figure, with what its series measures and the unit.
impl Filtered for (&str, &str, &Point) {
    fn entry<'e>(&'e self, _: &'e Story) -> Entry<'e> {
        let (what, unit, point) = self;
        Entry {
            actors: all(&point.root),
            named_in: Some(what),
            dates: vec![point.as_of.as_deref()],
            kinds: vec![unit],
            texts: vec![what],
            members: vec![&point.member],
            ..Entry::default()
        }
    }
}

impl Filtered for Forecast {
    fn entry<'e>(&'e self, story: &'e Story) -> Entry<'e> {
        let mut dates = published(story, &[&self.member]);
        dates.extend(self.horizon.as_deref().map(Some));
        Entry {
            actors: all(&self.by),
            by_words: true,
            dates,
            kinds: vec![&self.likelihood, &self.outcome.result],
            members: vec![&self.member],
            ..Entry::default()
        }
    }
}

impl Filtered for Relation {
    fn entry<'e>(&'e self, story: &'e Story) -> Entry<'e> {
        let events = || self.occurrences.iter().filter_map(|id| story.occurrence(id));
        Entry {
            actors: vec![&self.source, &self.target],
            dates: vec![Some(&self.month)],
            certainties: events().map(|o| o.certainty.as_str()).collect(),
            kinds: all(events().flat_map(|o| [&o.kind].into_iter().chain(&o.mode))),
            texts: vec![story.name(&self.source), story.name(&self.target)],
            members: events().flat_map(|o| &o.members).collect(),
            ..Entry::default()
        }
    }
}

impl Filtered for Actor {
    fn entry<'e>(&'e self, story: &'e Story) -> Entry<'e> {
        let members: Vec<&Member> = self.members.iter().collect();
        Entry {
            actors: vec![&self.id],
            dates: published(story, &members),
            kinds: vec![&self.kind],
            texts: all(self.names.iter().chain(self.titles.iter().map(|t| &t.title))),
            members,
            ..Entry::default()
        }
    }
}
