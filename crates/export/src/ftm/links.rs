//! Mentions, what was said, who holds what, what moved.

use super::{dates, entity, id, one, proof};
use crate::Export;
use serde_json::Value;
use std::collections::BTreeSet;
use tenkyo_record::ledger::{Actor, Agreement, Claim, Forecast, Member, Transfer, Utterance};

/// Each name of an actor in each article, once.
pub(super) fn mentions<'e>(export: &'e Export<'_>, a: &'e Actor) -> impl Iterator<Item = Value> + 'e {
    let named: BTreeSet<(&str, &str)> = a
        .members
        .iter()
        .map(|m| (m.document.as_str(), export.words(m)))
        .filter(|(_, w)| !w.is_empty())
        .collect();
    let named: Vec<_> = if a.kind == "place" { Vec::new() } else { named.into_iter().zip(1..).collect() };
    named.into_iter().filter_map(|((source, words), number)| {
        let document = export.document(source)?;
        let properties =
            vec![("document", one(id(&document.id))), ("name", one(words)), ("resolved", one(id(&a.id)))];
        Some(entity(&id(&format!("{}-m{number}", a.id)), "Mention", properties))
    })
}

/// A note with the words, about its speaker, and a link from each article to it.
pub(super) fn statement(export: &Export<'_>, u: &Utterance) -> Vec<Value> {
    let note = Note {
        id: &u.id,
        role: "statement",
        text: &u.text,
        summary: format!("{} {} {}", u.mode, u.polarity, u.certainty),
        about: u.speaker.as_slice(),
        date: u.date.as_deref(),
    };
    note.entities(export, &u.members)
}

/// A note with the words, about the forecaster.
pub(super) fn forecast(export: &Export<'_>, f: &Forecast) -> Vec<Value> {
    let note = Note {
        id: &f.id,
        role: "forecast",
        text: export.words(&f.member),
        summary: format!("{} {}", f.likelihood, f.outcome.result),
        about: f.by.as_slice(),
        date: f.horizon.as_deref(),
    };
    note.entities(export, std::slice::from_ref(&f.member))
}

/// A note with the name, about the parties.
pub(super) fn agreement(export: &Export<'_>, a: &Agreement) -> Vec<Value> {
    let clauses: Vec<&str> = a.clauses.iter().map(|clause| export.words(clause)).collect();
    let note = Note {
        id: &a.id,
        role: "agreement",
        text: &a.name,
        summary: clauses.join(" / "),
        about: &a.parties,
        date: a.signed.as_deref(),
    };
    note.entities(export, &a.members)
}

/// What is written down of an entry.
struct Note<'n> {
    id: &'n str,
    /// What it is for the articles.
    role: &'n str,
    text: &'n str,
    summary: String,
    /// Ids of the actors that it is about.
    about: &'n [String],
    date: Option<&'n str>,
}

impl Note<'_> {
    /// The note, and a link from each article to it.
    fn entities(&self, export: &Export<'_>, members: &[Member]) -> Vec<Value> {
        let known = self.about.iter().filter(|actor| export.actor(actor).is_some());
        let note = entity(
            &id(self.id),
            "Note",
            vec![
                ("name", one(self.text)),
                ("description", one(self.text)),
                ("summary", Some(&self.summary).filter(|s| !s.is_empty()).cloned().into_iter().collect()),
                ("entity", known.map(|actor| id(actor)).collect()),
            ],
        );
        let documents = proof(export, members).into_iter().zip(1..);
        let link = |(document, number): (String, usize)| {
            let mut properties =
                vec![("document", vec![document]), ("entity", one(id(self.id))), ("role", one(self.role))];
            properties.extend(dates(self.date));
            entity(&id(&format!("{}-d{number}", self.id)), "Documentation", properties)
        };
        std::iter::once(note).chain(documents.map(link)).collect()
    }
}

/// A note with the proposition, and a link to it from each who takes a stand, with the stance as role.
pub(super) fn claim(export: &Export<'_>, c: &Claim) -> Vec<Value> {
    let note = entity(&id(&c.id), "Note", vec![("name", one(&c.label)), ("description", one(&c.label))]);
    let positions = c.positions.iter().zip(1..).filter(|(p, _)| export.actor(&p.by).is_some());
    let link = |(p, number): (&tenkyo_record::ledger::Position, usize)| {
        let properties = vec![
            ("subject", one(id(&p.by))),
            ("object", one(id(&c.id))),
            ("role", one(&p.stance)),
            ("proof", proof(export, &p.members)),
        ];
        entity(&id(&format!("{}-p{number}", c.id)), "UnknownLink", properties)
    };
    std::iter::once(note).chain(positions.map(link)).collect()
}

/// A link from giver to receiver; none where one of them is not known.
pub(super) fn transfer(export: &Export<'_>, t: &Transfer) -> Option<Value> {
    let (giver, receiver) = (t.giver.as_deref()?, t.receiver.as_deref()?);
    let mut properties = vec![
        ("subject", one(id(giver))),
        ("object", one(id(receiver))),
        ("role", one(format!("{} ({})", t.category, t.status))),
        ("status", one(format!("{} {} {}", t.status, t.polarity, t.certainty))),
        ("summary", one(export.moved(t))),
        ("recordId", one(&t.id)),
        ("proof", proof(export, &t.members)),
    ];
    properties.extend(dates(t.date.as_deref()));
    Some(entity(&id(&t.id), "UnknownLink", properties))
}
