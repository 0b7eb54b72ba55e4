//! The words that each entry stands on, list by list.

use crate::Export;
use std::collections::BTreeSet;
use tenkyo_record::ledger::{Agreement, Claim, Dispute, Forecast, Member, Series};

/// Name of the table, id of the entry, the part of it (a stance, a side), the words.
pub(crate) type Ground<'e> = (&'static str, &'e str, Option<&'e str>, &'e Member);

impl Export<'_> {
    /// Every place that an entry stands on, in the order of the lists.
    pub(crate) fn grounds(&self) -> impl Iterator<Item = Ground<'_>> {
        let l = &self.ledger;
        let actors = l.actors.iter().flat_map(|a| whole("actors", &a.id, &a.members));
        let occurrences = l.occurrences.iter().flat_map(|o| whole("occurrences", &o.id, &o.members));
        let statements = l.utterances.iter().flat_map(|u| whole("statements", &u.id, &u.members));
        let transfers = l.transfers.iter().flat_map(|t| whole("transfers", &t.id, &t.members));
        actors
            .chain(occurrences)
            .chain(statements)
            .chain(l.claims.iter().flat_map(claim))
            .chain(transfers)
            .chain(l.series.iter().flat_map(series))
            .chain(l.disputes.iter().flat_map(dispute))
            .chain(l.forecasts.iter().flat_map(forecast))
            .chain(l.agreements.iter().flat_map(agreement))
            .chain(l.equipment.iter().flat_map(|e| whole("equipment", &e.id, &e.members)))
    }

    /// The articles that the words stand in, in order.
    pub(crate) fn sources<'m>(&self, members: &'m [Member]) -> BTreeSet<&'m str> {
        members.iter().map(|m| m.document.as_str()).collect()
    }

    /// How many articles the words stand in.
    pub(crate) fn documents_of(&self, members: &[Member]) -> usize {
        self.sources(members).len()
    }
}

fn whole<'e>(table: &'static str, id: &'e str, members: &'e [Member]) -> impl Iterator<Item = Ground<'e>> {
    members.iter().map(move |m| (table, id, None, m))
}

fn claim(c: &Claim) -> impl Iterator<Item = Ground<'_>> {
    c.positions
        .iter()
        .flat_map(move |p| p.members.iter().map(move |m| ("claims", &*c.id, Some(&*p.stance), m)))
}

fn series(s: &Series) -> impl Iterator<Item = Ground<'_>> {
    s.points.iter().map(move |p| ("series", &*s.id, p.as_of.as_deref(), &p.member))
}

fn dispute(d: &Dispute) -> impl Iterator<Item = Ground<'_>> {
    d.sides.iter().flat_map(move |s| s.members.iter().map(move |m| ("disputes", &*d.id, Some(&*s.label), m)))
}

fn forecast(f: &Forecast) -> impl Iterator<Item = Ground<'_>> {
    let outcome = f.outcome.members.iter().map(move |m| ("forecasts", &*f.id, Some(&*f.outcome.result), m));
    [("forecasts", &*f.id, None, &f.member)].into_iter().chain(outcome)
}

fn agreement(a: &Agreement) -> impl Iterator<Item = Ground<'_>> {
    let clauses = a.clauses.iter().map(move |m| ("agreements", &*a.id, Some("clause"), m));
    whole("agreements", &a.id, &a.members).chain(clauses)
}
