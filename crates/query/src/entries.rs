//! The entries of the ledger: what each is known by, in which order they are listed, and which fields a filter looks at.

use crate::postings::{Keys, Postings};
use crate::{Index, Wanted};
use std::borrow::Cow;
use tenkyo_model::ledger::{
    Actor, Agreement, Bloc, Claim, Dispute, DisputeKind, Distinction, Document, Equipment, Forecast, Ledger,
    Member, Occurrence, Relation, Series, Stance, Transfer, Utterance,
};

/// An entry of one of the ledger's lists.
pub trait Entry {
    /// What it is known by; no two of a list share it.
    fn id(&self) -> Cow<'_, str>;
    /// What lists are sorted by, before the id.
    fn order(&self, ledger: &Ledger, index: &Index) -> Cow<'_, str>;
    /// Whether it is wanted.
    fn fits(&self, wanted: &Wanted<'_>) -> bool;
    /// The words that it stands on.
    fn members(&self) -> Vec<&Member>;
    /// What narrows its list, if the list is a long one.
    fn postings(_: &Index) -> Option<&Postings> {
        None
    }
}

/// An entry of a list with [`Postings`].
pub(crate) trait Keyed {
    /// Ids of the actors that a filter asks for.
    fn ids(&self) -> impl Iterator<Item = &String>;
    /// What it is found by.
    fn keys(&self) -> Keys<'_>;
}

impl Keyed for Occurrence {
    fn ids(&self) -> impl Iterator<Item = &String> {
        self.source.iter().chain(&self.target).chain(&self.place)
    }
    fn keys(&self) -> Keys<'_> {
        Keys { actors: self.ids().map(String::as_str).collect(), text: &self.label, members: &self.members }
    }
}

impl Keyed for Utterance {
    fn ids(&self) -> impl Iterator<Item = &String> {
        self.speaker.iter().chain(&self.via)
    }
    fn keys(&self) -> Keys<'_> {
        Keys { actors: self.ids().map(String::as_str).collect(), text: &self.text, members: &self.members }
    }
}

impl Keyed for Transfer {
    fn ids(&self) -> impl Iterator<Item = &String> {
        self.giver.iter().chain(&self.receiver)
    }
    fn keys(&self) -> Keys<'_> {
        Keys { actors: self.ids().map(String::as_str).collect(), text: &self.item, members: &self.members }
    }
}

/// Comes after every date.
const UNDATED: &str = "~";

fn by_date(date: &Option<String>) -> Cow<'_, str> {
    date.as_deref().unwrap_or(UNDATED).into()
}

/// The greatest number first.
fn falling(number: usize) -> String {
    format!("{:010}", 9_999_999_999_usize.saturating_sub(number))
}

impl Entry for Document {
    fn id(&self) -> Cow<'_, str> {
        self.id.as_str().into()
    }
    fn order(&self, _: &Ledger, _: &Index) -> Cow<'_, str> {
        by_date(&self.published)
    }
    fn fits(&self, w: &Wanted<'_>) -> bool {
        let whole = Member { document: self.source.clone(), span: tenkyo_text::Span::of(&self.text) };
        w.date(self.published.as_deref())
            && w.outlet(self.outlet.as_deref())
            && w.words(&[self.title.as_deref().unwrap_or_default(), &self.text], [].into_iter())
            && w.mentioned([&whole].into_iter())
    }
    fn members(&self) -> Vec<&Member> {
        Vec::new()
    }
}

impl Entry for Actor {
    fn id(&self) -> Cow<'_, str> {
        self.id.as_str().into()
    }
    fn order(&self, _: &Ledger, _: &Index) -> Cow<'_, str> {
        falling(self.mentions).into()
    }
    fn fits(&self, w: &Wanted<'_>) -> bool {
        let titles = self.titles.iter().map(|t| &t.title);
        let texts: Vec<&str> = self.names.iter().chain(titles).map(String::as_str).collect();
        w.actors([&self.id])
            && w.published(self.members.iter())
            && w.outlets(self.members.iter())
            && w.certainty_at(self.members.iter())
            && w.kinds([self.kind.name()])
            && w.words(&texts, self.members.iter())
    }
    fn members(&self) -> Vec<&Member> {
        self.members.iter().collect()
    }
}

impl Entry for Occurrence {
    fn id(&self) -> Cow<'_, str> {
        self.id.as_str().into()
    }
    fn order(&self, _: &Ledger, _: &Index) -> Cow<'_, str> {
        by_date(&self.date)
    }
    fn fits(&self, w: &Wanted<'_>) -> bool {
        w.date(self.date.as_deref())
            && w.certainty(self.certainty)
            && w.polarity(self.polarity)
            && w.actors(self.ids())
            && w.outlets(self.members.iter())
            && w.kinds([self.kind.name()].into_iter().chain(self.mode.as_deref()))
            && w.words(&[&self.label], self.members.iter())
    }
    fn members(&self) -> Vec<&Member> {
        self.members.iter().collect()
    }
    fn postings(index: &Index) -> Option<&Postings> {
        Some(&index.narrow.occurrences)
    }
}

impl Entry for Utterance {
    fn id(&self) -> Cow<'_, str> {
        self.id.as_str().into()
    }
    fn order(&self, _: &Ledger, _: &Index) -> Cow<'_, str> {
        by_date(&self.date)
    }
    fn fits(&self, w: &Wanted<'_>) -> bool {
        w.date(self.date.as_deref())
            && w.certainty(self.certainty)
            && w.polarity(self.polarity)
            && w.actors(self.ids())
            && w.outlets(self.members.iter())
            && w.kinds([self.mode.name()])
            && w.words(&[&self.text], self.members.iter())
    }
    fn members(&self) -> Vec<&Member> {
        self.members.iter().collect()
    }
    fn postings(index: &Index) -> Option<&Postings> {
        Some(&index.narrow.utterances)
    }
}

impl Entry for Claim {
    fn id(&self) -> Cow<'_, str> {
        self.id.as_str().into()
    }
    /// What somebody denies comes first, then what most take a stance on.
    fn order(&self, _: &Ledger, _: &Index) -> Cow<'_, str> {
        let denied = self.positions.iter().any(|p| p.stance == Stance::Denies);
        format!("{}{}", u8::from(!denied), falling(self.positions.len())).into()
    }
    fn fits(&self, w: &Wanted<'_>) -> bool {
        let members = || self.positions.iter().flat_map(|p| &p.members);
        (w.actors(self.positions.iter().map(|p| &p.by)) || w.named_in(&self.label))
            && w.published(members())
            && w.outlets(members())
            && w.certainty_at(members())
            && w.kinds(self.positions.iter().map(|p| p.stance.name()))
            && w.words(&[&self.label], members())
    }
    fn members(&self) -> Vec<&Member> {
        self.positions.iter().flat_map(|p| &p.members).collect()
    }
}

impl Entry for Transfer {
    fn id(&self) -> Cow<'_, str> {
        self.id.as_str().into()
    }
    fn order(&self, _: &Ledger, _: &Index) -> Cow<'_, str> {
        by_date(&self.date)
    }
    fn fits(&self, w: &Wanted<'_>) -> bool {
        w.date(self.date.as_deref())
            && w.certainty(self.certainty)
            && w.polarity(self.polarity)
            && w.actors(self.ids())
            && w.outlets(self.members.iter())
            && w.kinds([self.category.as_str(), self.status.name()])
            && w.words(&[&self.item], self.members.iter())
    }
    fn members(&self) -> Vec<&Member> {
        self.members.iter().collect()
    }
    fn postings(index: &Index) -> Option<&Postings> {
        Some(&index.narrow.transfers)
    }
}

impl Entry for Series {
    fn id(&self) -> Cow<'_, str> {
        self.id.as_str().into()
    }
    /// The longest first.
    fn order(&self, _: &Ledger, _: &Index) -> Cow<'_, str> {
        falling(self.points.len()).into()
    }
    /// A series passes when one of its points does.
    fn fits(&self, w: &Wanted<'_>) -> bool {
        self.points.iter().any(|point| w.point(self, point))
    }
    fn members(&self) -> Vec<&Member> {
        self.points.iter().map(|p| &p.member).collect()
    }
}

impl Entry for Dispute {
    fn id(&self) -> Cow<'_, str> {
        self.id.as_str().into()
    }
    fn order(&self, _: &Ledger, _: &Index) -> Cow<'_, str> {
        match self.kind {
            DisputeKind::Denial => "0",
            DisputeKind::Figure => "1",
            DisputeKind::Date => "2",
            DisputeKind::Actor => "3",
        }
        .into()
    }
    fn fits(&self, w: &Wanted<'_>) -> bool {
        opposed(w, &self.about, self.kind.name(), &self.members())
    }
    fn members(&self) -> Vec<&Member> {
        self.sides.iter().flat_map(|s| &s.members).collect()
    }
}

impl Entry for Distinction {
    fn id(&self) -> Cow<'_, str> {
        self.id.as_str().into()
    }
    fn order(&self, _: &Ledger, _: &Index) -> Cow<'_, str> {
        self.about.as_str().into()
    }
    fn fits(&self, w: &Wanted<'_>) -> bool {
        opposed(w, &self.about, Distinction::KIND, &self.members())
    }
    fn members(&self) -> Vec<&Member> {
        self.sides.iter().flat_map(|s| &s.members).collect()
    }
}

/// Whether words that stand against each other are wanted.
fn opposed(w: &Wanted<'_>, about: &str, kind: &str, members: &[&Member]) -> bool {
    let members = || members.iter().copied();
    (w.mentioned(members()) || w.named_in(about))
        && w.published(members())
        && w.certainty_at(members())
        && w.kinds([kind])
        && w.outlets(members())
        && w.words(&[about], members())
}

impl Entry for Forecast {
    fn id(&self) -> Cow<'_, str> {
        self.id.as_str().into()
    }
    fn order(&self, ledger: &Ledger, index: &Index) -> Cow<'_, str> {
        let published = index.document(ledger, &self.member.document).and_then(|d| d.published.clone());
        published.unwrap_or_else(|| UNDATED.into()).into()
    }
    fn fits(&self, w: &Wanted<'_>) -> bool {
        let member = || [&self.member].into_iter();
        (w.actors(&self.by) || w.mentioned(member()))
            && (w.published(member()) || w.date(self.horizon.as_deref()))
            && w.outlets(member())
            && w.certainty_at(member())
            && w.kinds([self.likelihood.name(), self.outcome.result.name()])
            && w.words(&[], member())
    }
    fn members(&self) -> Vec<&Member> {
        [&self.member].into_iter().chain(&self.outcome.members).collect()
    }
}

impl Entry for Relation {
    fn id(&self) -> Cow<'_, str> {
        format!("{}|{}|{}", self.month, self.source, self.target).into()
    }
    fn order(&self, _: &Ledger, _: &Index) -> Cow<'_, str> {
        self.month.as_str().into()
    }
    fn fits(&self, w: &Wanted<'_>) -> bool {
        let events = || self.occurrences.iter().filter_map(|id| w.index.occurrence(w.ledger, id));
        let name = |id: &String| w.index.actor(w.ledger, id).map_or("", |a| a.name.as_str());
        let asks = |o: &Occurrence| w.certainty(o.certainty) && w.polarity(o.polarity);
        w.actors([&self.source, &self.target])
            && w.date(Some(&self.month))
            && events().any(asks)
            && w.kinds(events().flat_map(|o| [o.kind.name()].into_iter().chain(o.mode.as_deref())))
            && w.outlets(events().flat_map(|o| &o.members))
            && w.words(&[name(&self.source), name(&self.target)], events().flat_map(|o| &o.members))
    }
    fn members(&self) -> Vec<&Member> {
        Vec::new()
    }
}

impl Entry for Bloc {
    fn id(&self) -> Cow<'_, str> {
        self.id.as_str().into()
    }
    /// What rests on most events comes first.
    fn order(&self, _: &Ledger, _: &Index) -> Cow<'_, str> {
        falling(self.occurrences.len()).into()
    }
    fn fits(&self, w: &Wanted<'_>) -> bool {
        let events = || self.occurrences.iter().filter_map(|id| w.index.occurrence(w.ledger, id));
        let names: Vec<&str> = self
            .members
            .iter()
            .filter_map(|id| w.index.actor(w.ledger, id))
            .map(|a| a.name.as_str())
            .collect();
        let asks = |o: &Occurrence| w.certainty(o.certainty) && w.polarity(o.polarity);
        let months = self.from.iter().zip(&self.to).next().map(|(from, to)| format!("{from}/{to}"));
        w.actors(&self.members)
            && w.date(months.as_deref())
            && events().any(asks)
            && w.kinds(events().flat_map(|o| [o.kind.name()].into_iter().chain(o.mode.as_deref())))
            && w.outlets(events().flat_map(|o| &o.members))
            && w.words(&names, events().flat_map(|o| &o.members))
    }
    fn members(&self) -> Vec<&Member> {
        Vec::new()
    }
}

impl Entry for Agreement {
    fn id(&self) -> Cow<'_, str> {
        self.id.as_str().into()
    }
    fn order(&self, _: &Ledger, _: &Index) -> Cow<'_, str> {
        by_date(if self.signed.is_some() { &self.signed } else { &self.in_force })
    }
    /// The kinds are the stations of its life that are known.
    fn fits(&self, w: &Wanted<'_>) -> bool {
        let stations = [("signed", &self.signed), ("in_force", &self.in_force), ("ended", &self.ended)];
        let known = || stations.into_iter().filter(|(_, date)| date.is_some());
        let members = || self.clauses.iter().chain(&self.members);
        let dated = known().next().is_none() && w.date(None);
        (dated || known().any(|(_, date)| w.date(date.as_deref())))
            && (w.actors(&self.parties) || w.named_in(&self.name))
            && w.outlets(members())
            && w.certainty_at(members())
            && w.kinds(known().map(|(name, _)| name))
            && w.words(&[&self.name], members())
    }
    fn members(&self) -> Vec<&Member> {
        self.members.iter().chain(&self.clauses).collect()
    }
}

impl Entry for Equipment {
    fn id(&self) -> Cow<'_, str> {
        self.id.as_str().into()
    }
    /// The most mentioned first.
    fn order(&self, _: &Ledger, _: &Index) -> Cow<'_, str> {
        falling(self.members.len()).into()
    }
    fn fits(&self, w: &Wanted<'_>) -> bool {
        (w.actors(&self.maker) || w.mentioned(self.members.iter()))
            && w.published(self.members.iter())
            && w.outlets(self.members.iter())
            && w.certainty_at(self.members.iter())
            && w.kinds([self.kind.as_str(), self.category.as_str()])
            && w.words(&[&self.name, self.latin.as_deref().unwrap_or_default()], self.members.iter())
    }
    fn members(&self) -> Vec<&Member> {
        self.members.iter().collect()
    }
}
