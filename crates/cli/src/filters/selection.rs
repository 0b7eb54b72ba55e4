//! The part of a whole ledger that passes the filters.

use std::collections::BTreeSet;
use tenkyo_model::ledger::{Ledger, Series};
use tenkyo_query::{Entry, Wanted};

/// The part of the ledger that passes, with the documents it stands on. Actors and claims stay, as they name who is meant.
pub fn selected(ledger: Ledger, filter: &Wanted<'_>) -> Ledger {
    let mut ledger = entries(ledger, filter);
    let cited = cited(&ledger);
    ledger.documents.retain(|d| cited.contains(&d.source));
    ledger
}

/// The same for a ledger that leaves the program: claims and relations pass too, and of the actors those stay that an entry names.
pub fn selected_wholly(ledger: Ledger, filter: &Wanted<'_>) -> Ledger {
    let mut ledger = entries(ledger, filter);
    ledger.claims.retain(|c| c.fits(filter));
    ledger.relations.retain(|r| r.fits(filter));
    ledger.blocs.retain(|b| b.fits(filter));
    ledger.agreements.retain(|a| a.fits(filter));
    ledger.equipment.retain(|e| e.fits(filter));
    let mut cited = cited(&ledger);
    let positions = ledger.claims.iter().flat_map(|c| &c.positions);
    let ties = ledger.agreements.iter().flat_map(|a| a.members.iter().chain(&a.clauses));
    let ties = ties.chain(ledger.equipment.iter().flat_map(|e| &e.members));
    cited.extend(positions.flat_map(|p| &p.members).chain(ties).map(|m| m.document.clone()));
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
    let ties = ledger.agreements.iter().flat_map(|a| &a.parties);
    let ties = ties.chain(ledger.blocs.iter().flat_map(|b| &b.members));
    let ties = ties.chain(ledger.equipment.iter().filter_map(|e| e.maker.as_ref()));
    all.chain(relations).chain(ties).cloned().collect()
}

/// The events, statements, transfers, figures, disputes and forecasts that pass; the other lists as they were.
fn entries(mut ledger: Ledger, filter: &Wanted<'_>) -> Ledger {
    ledger.occurrences.retain(|o| o.fits(filter));
    ledger.utterances.retain(|u| u.fits(filter));
    ledger.transfers.retain(|t| t.fits(filter));
    ledger.disputes.retain(|d| d.fits(filter));
    ledger.forecasts.retain(|f| f.fits(filter));
    for series in &mut ledger.series {
        let all = Series { points: Vec::new(), ..series.clone() };
        series.points.retain(|point| filter.point(&all, point));
    }
    ledger.series.retain(|s| !s.points.is_empty());
    ledger
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
