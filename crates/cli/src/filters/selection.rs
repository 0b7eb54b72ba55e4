//! The part of a whole ledger that passes the filters.

use super::Filter;
use crate::workspace::Story;
use std::collections::BTreeSet;
use tenkyo_model::ledger::Ledger;

/// The part of the ledger that passes, with the documents it stands on. Actors and claims stay, as they name who is meant.
pub fn selected(ledger: Ledger, story: &Story, filter: &Filter<'_>) -> Ledger {
    let mut ledger = entries(ledger, story, filter);
    let cited = cited(&ledger);
    ledger.documents.retain(|d| cited.contains(&d.source));
    ledger
}

/// The same for a ledger that leaves the program: claims and relations pass too, and of the actors those stay that an entry names.
pub fn selected_wholly(ledger: Ledger, story: &Story, filter: &Filter<'_>) -> Ledger {
    let mut ledger = entries(ledger, story, filter);
    ledger.claims = kept(ledger.claims, &story.ledger.claims, |c| filter.passes(c));
    ledger.relations = kept(ledger.relations, &story.ledger.relations, |r| filter.passes(r));
    let mut cited = cited(&ledger);
    let positions = ledger.claims.iter().flat_map(|c| &c.positions);
    cited.extend(positions.flat_map(|p| p.members.iter().map(|m| m.document.clone())));
    ledger.documents.retain(|d| cited.contains(&d.source));
    let named = named(&ledger);
    ledger.actors.retain(|a| named.contains(&a.id));
    for actor in &mut ledger.actors {
        actor.members.retain(|m| cited.contains(&m.document));
    }
    ledger
}

/// Ids of the actors that entries name.
fn named(ledger: &Ledger) -> BTreeSet<String> {
    let occurrences = ledger.occurrences.iter();
    let occurrences =
        occurrences.flat_map(|o| o.source.iter().chain(&o.target).chain(&o.place).chain(&o.roots));
    let utterances = ledger.utterances.iter().flat_map(|u| u.speaker.iter().chain(&u.via));
    let transfers = ledger.transfers.iter();
    let transfers = transfers.flat_map(|t| t.giver.iter().chain(&t.receiver).chain(&t.roots));
    let claims = ledger.claims.iter().flat_map(|c| c.positions.iter().map(|p| &p.by).chain(&c.roots));
    let points = ledger.series.iter().flat_map(|s| s.points.iter().filter_map(|p| p.root.as_ref()));
    let forecasts = ledger.forecasts.iter().filter_map(|f| f.by.as_ref());
    let relations = ledger.relations.iter().flat_map(|r| [&r.source, &r.target]);
    let all = occurrences.chain(utterances).chain(transfers).chain(claims).chain(points).chain(forecasts);
    all.chain(relations).cloned().collect()
}

/// The events, statements, transfers, figures, disputes and forecasts that pass; the other lists as they were.
fn entries(mut ledger: Ledger, story: &Story, filter: &Filter<'_>) -> Ledger {
    let record = &story.ledger;
    ledger.occurrences = kept(ledger.occurrences, &record.occurrences, |o| filter.passes(o));
    ledger.utterances = kept(ledger.utterances, &record.utterances, |u| filter.passes(u));
    ledger.transfers = kept(ledger.transfers, &record.transfers, |t| filter.passes(t));
    ledger.disputes = kept(ledger.disputes, &record.disputes, |d| filter.passes(d));
    ledger.forecasts = kept(ledger.forecasts, &record.forecasts, |f| filter.passes(f));
    for (series, of) in ledger.series.iter_mut().zip(&record.series) {
        let points = std::mem::take(&mut series.points);
        series.points = kept(points, &of.points, |p| filter.passes(&(of.what.as_str(), of.unit.as_str(), p)));
    }
    ledger.series.retain(|s| !s.points.is_empty());
    ledger
}

/// The entries whose records pass; the two lists have the same order.
fn kept<T, R>(entries: Vec<T>, records: &[R], passes: impl Fn(&R) -> bool) -> Vec<T> {
    entries.into_iter().zip(records).filter(|(_, record)| passes(record)).map(|(entry, _)| entry).collect()
}

/// Names of the documents that the entries stand on.
fn cited(ledger: &Ledger) -> BTreeSet<String> {
    let occurrences = ledger.occurrences.iter().flat_map(|o| &o.members);
    let utterances = ledger.utterances.iter().flat_map(|u| &u.members);
    let transfers = ledger.transfers.iter().flat_map(|t| &t.members);
    let points = ledger.series.iter().flat_map(|s| s.points.iter().map(|p| &p.member));
    let sides = ledger.disputes.iter().flat_map(|d| d.sides.iter().flat_map(|s| &s.members));
    let forecasts = ledger.forecasts.iter().flat_map(|f| f.outcome.members.iter().chain([&f.member]));
    let all = occurrences.chain(utterances).chain(transfers).chain(points).chain(sides).chain(forecasts);
    all.map(|m| m.document.clone()).collect()
}
