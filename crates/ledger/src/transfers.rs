//! Things given, sold, shipped or offered, over all documents.

use crate::actors::Actors;
use crate::clusters::{self, Edge};
use crate::corpus::{Corpus, Place};
use crate::corrections::Corrections;
use crate::dates::Interval;
use crate::ids::Ids;
use crate::roots;
use tenkyo_lexicon::measures::{Goods, Hit};
use tenkyo_model::ledger::{Judgement, Measure, Subject, Transfer as Entry, Verdict};
use tenkyo_model::{Bounds, Quantity, RuleId, Transfer, TransferStatus};

mod pairs;

/// Days between reports of one delivery.
const NEWS: i32 = 7;

/// The transfers, and the findings of documents behind each.
pub(crate) struct Transfers {
    pub list: Vec<Entry>,
    pub places: Vec<Vec<Place>>,
}

/// The transfer at a place.
pub(crate) fn transfer<'a>(corpus: &Corpus<'a>, place: Place) -> &'a Transfer {
    &corpus.list[place.document].findings.transfers[place.index]
}

/// Its quantity.
pub(crate) fn quantity<'a>(corpus: &Corpus<'a>, place: Place) -> Option<&'a Quantity> {
    transfer(corpus, place).quantity.and_then(|q| corpus.list[place.document].findings.quantities.get(q))
}

/// Who gives what to whom, by states.
pub(crate) type Route<'a> = (Option<usize>, Option<usize>, &'a str);

/// The route of a transfer.
pub(crate) fn route<'a>(corpus: &Corpus<'a>, actors: &Actors, place: Place) -> Route<'a> {
    let t = transfer(corpus, place);
    let side = |actor: Option<_>| actor.map(|a| actors.side(actors.index(place.document, a)));
    (side(t.giver), side(t.receiver), &t.category)
}

/// Groups the transfers of all documents.
pub(crate) fn group(
    corpus: &Corpus<'_>,
    actors: &Actors,
    corrections: &Corrections<'_>,
    judgements: &mut Vec<Judgement>,
) -> Transfers {
    let places = corpus.places(|f| f.transfers.len());
    let mut edges = Vec::new();
    for (left, right) in pairs::worth_judging(corpus, actors, &places) {
        let (verdict, why) = judge(corpus, places[left], places[right]);
        if verdict == Verdict::Same {
            edges.push(Edge { left, right, strength: 1.0 });
        }
        if verdict != Verdict::Different {
            judgements.push(judgement(corpus, places[left], places[right], verdict, why));
        }
    }
    let apart = |a: usize, b: usize| judge(corpus, places[a], places[b]).0 == Verdict::Different;
    let spans = |p: Place| vec![transfer(corpus, p).span];
    let rulings = corrections.rulings(corpus, Subject::Transfer, &places, spans, judgements);
    let clusters = clusters::of(places.len(), edges, &rulings, apart);
    collect(
        corpus,
        actors,
        clusters.into_iter().map(|c| c.into_iter().map(|i| places[i]).collect()).collect(),
    )
}

fn judge(corpus: &Corpus<'_>, a: Place, b: Place) -> (Verdict, &'static str) {
    let (x, y) = (transfer(corpus, a), transfer(corpus, b));
    if x.polarity != y.polarity {
        return (Verdict::Different, "polarity");
    }
    let amounts = (quantity(corpus, a), quantity(corpus, b));
    if matches!(amounts, (Some(q), Some(r)) if q.unit == r.unit && q.bounds != r.bounds) {
        return (Verdict::Different, "quantity");
    }
    let (own, other) = (own_date(x), own_date(y));
    if matches!((own, other), (Some(d), Some(e)) if d.gap(e) > 1) {
        return (Verdict::Different, "date");
    }
    match amounts {
        // Containers and shells, or shells and tons, cannot be held against each other.
        (Some(q), Some(r)) if q.unit != r.unit => return (Verdict::Unsure, "unit"),
        (Some(_), Some(_)) => return (Verdict::Same, "quantity"),
        _ => {}
    }
    let published = |p: Place| corpus.list[p.document].published;
    match (own, other, published(a), published(b)) {
        (Some(_), Some(_), ..) => (Verdict::Same, "date"),
        (_, _, Some(d), Some(e)) if d.gap(e) <= NEWS => (Verdict::Same, "reported-together"),
        _ => (Verdict::Unsure, "date"),
    }
}

/// When a transfer happened by its own words.
fn own_date(transfer: &Transfer) -> Option<Interval> {
    transfer.date.as_deref().and_then(Interval::parse)
}

fn judgement(corpus: &Corpus<'_>, a: Place, b: Place, verdict: Verdict, why: &'static str) -> Judgement {
    Judgement {
        about: Subject::Transfer,
        left: corpus.member(a.document, transfer(corpus, a).span),
        right: corpus.member(b.document, transfer(corpus, b).span),
        verdict,
        rule: RuleId::from("ledger.transfer.route"),
        evidence: vec![("decided-by", why.to_owned())],
    }
}

fn collect(corpus: &Corpus<'_>, actors: &Actors, clusters: Vec<Vec<Place>>) -> Transfers {
    let mut ids = Ids::new("t");
    let mut entries: Vec<(Entry, Vec<Place>)> =
        clusters.into_iter().map(|places| (entry(corpus, actors, &places), places)).collect();
    entries.sort_by(|(a, _), (b, _)| (&a.date, &a.members).cmp(&(&b.date, &b.members)));
    for (entry, _) in &mut entries {
        let quantity = entry.quantity.as_ref().map(|(b, unit)| format!("{b:?}{unit}")).unwrap_or_default();
        let giver = entry.giver.as_deref().unwrap_or("");
        let receiver = entry.receiver.as_deref().unwrap_or("");
        let date = entry.date.as_deref().unwrap_or("");
        entry.id = ids.give(&[giver, receiver, &entry.category, &quantity, date, entry.polarity.name()]);
    }
    let (list, places) = entries.into_iter().unzip();
    Transfers { list, places }
}

fn entry(corpus: &Corpus<'_>, actors: &Actors, places: &[Place]) -> Entry {
    let all = || places.iter().map(|p| (p.document, transfer(corpus, *p)));
    let first = places[0];
    let amount: Option<(Bounds, String)> =
        places.iter().find_map(|p| quantity(corpus, *p)).map(|q| (q.bounds, q.unit.clone()));
    let t = transfer(corpus, first);
    let date = all().filter_map(|(_, t)| t.date.clone()).max_by_key(|d| (d.len(), d.clone()));
    Entry {
        id: String::new(),
        giver: all().find_map(|(d, t)| t.giver.map(|a| actors.id(d, a))),
        receiver: all().find_map(|(d, t)| t.receiver.map(|a| actors.id(d, a))),
        item: corpus.words(first.document, t.item).to_owned(),
        category: t.category.clone(),
        quantity: amount,
        status: furthest(all().map(|(_, t)| t.status)),
        polarity: t.polarity,
        certainty: all().map(|(_, t)| t.certainty).min().unwrap_or(t.certainty),
        roots: roots::all(all().map(|(d, t)| roots::root(corpus, actors, d, &t.according_to))),
        measures: measures(corpus, actors, places, date.as_deref()),
        date,
        agreements: Vec::new(),
        members: all().map(|(d, t)| corpus.member(d, t.span)).collect(),
    }
}

/// The last stage of those that reports tell.
fn furthest(told: impl Iterator<Item = TransferStatus>) -> TransferStatus {
    told.filter(|s| *s != TransferStatus::Unknown).max().unwrap_or(TransferStatus::Unknown)
}

/// Publication date of the first report that tells of a transfer.
pub(crate) fn first_report<'a>(corpus: &Corpus<'a>, places: &[Place]) -> Option<&'a str> {
    places.iter().filter_map(|p| corpus.list[p.document].published_value()).min()
}

/// The measures that a transfer falls under: by its date, else by that of the first report.
fn measures(corpus: &Corpus<'_>, actors: &Actors, places: &[Place], date: Option<&str>) -> Vec<Measure> {
    let Some(date) = date.or_else(|| first_report(corpus, places)) else { return Vec::new() };
    let (giver, receiver, category) = route(corpus, actors, places[0]);
    let id = |side: Option<usize>| side.map_or("", |i| actors.list[i].id.as_str());
    let item = corpus.words(places[0].document, transfer(corpus, places[0]).item);
    let goods = Goods { giver: id(giver), receiver: id(receiver), category, item, date };
    let measure = |hit: Hit<'_>| Measure {
        id: hit.measure.id.clone(),
        name: hit.measure.name.clone(),
        paragraph: hit.provision.paragraph.clone(),
        reason: hit.provision.reason.clone(),
        partial: hit.provision.partial,
        throughout: hit.throughout,
    };
    corpus.lexicon.measures.on(goods).into_iter().map(measure).collect()
}
