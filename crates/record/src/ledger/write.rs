//! From the model to the shape.

use super as to;
use crate::analysis::Amount;
use crate::number::number;
use std::cell::RefCell;
use std::collections::BTreeMap;
use tenkyo_model::ledger as from;
use tenkyo_text::Offsets;

impl to::Ledger {
    /// The record of a ledger.
    pub fn new(ledger: &from::Ledger) -> Self {
        let texts: BTreeMap<&str, &str> =
            ledger.documents.iter().map(|d| (d.source.as_str(), &*d.text)).collect();
        let w = Writer::new(|source| texts.get(source).copied());
        Self {
            schema: super::SCHEMA.into(),
            documents: each(&ledger.documents, |d| w.document(d)),
            actors: each(&ledger.actors, |a| w.actor(a)),
            occurrences: each(&ledger.occurrences, |o| w.occurrence(o)),
            utterances: each(&ledger.utterances, |u| w.utterance(u)),
            claims: each(&ledger.claims, |c| w.claim(c)),
            transfers: each(&ledger.transfers, |t| w.transfer(t)),
            series: each(&ledger.series, |s| w.series(s)),
            disputes: each(&ledger.disputes, |d| w.dispute(d)),
            distinctions: each(&ledger.distinctions, |d| w.distinction(d)),
            forecasts: each(&ledger.forecasts, |f| w.forecast(f)),
            relations: each(&ledger.relations, |r| w.relation(r)),
            blocs: each(&ledger.blocs, |b| w.bloc(b)),
            agreements: each(&ledger.agreements, |a| w.agreement(a)),
            equipment: each(&ledger.equipment, |e| w.equipment(e)),
            judgements: each(&ledger.judgements, |j| w.judgement(j)),
            corrections: each(&ledger.corrections, standing),
        }
    }
}

fn each<T, U>(items: &[T], make: impl Fn(&T) -> U) -> Vec<U> {
    items.iter().map(make).collect()
}

fn grade(g: &from::Grade) -> to::Grade {
    let reasons = g.reasons.iter().map(|(name, value)| ((*name).to_owned(), value.clone()));
    to::Grade { source: g.source.into(), information: g.information, reasons: reasons.collect() }
}

fn standing(s: &from::Standing) -> to::Standing {
    to::Standing { number: s.number, kind: s.kind.into(), found: s.found }
}

fn measure(m: &from::Measure) -> to::Measure {
    to::Measure {
        id: m.id.clone(),
        name: m.name.clone(),
        paragraph: m.paragraph.clone(),
        reason: m.reason.clone(),
        partial: m.partial,
        throughout: m.throughout,
    }
}

/// Gives the text of the document with a name.
type Texts<'a> = Box<dyn Fn(&str) -> Option<&'a str> + 'a>;

/// Makes records of single entries; a document's text is counted through when the first of its members is written.
pub struct Writer<'a> {
    text: Texts<'a>,
    counted: RefCell<BTreeMap<String, Offsets<'a>>>,
    /// Most words, points, positions and the like of one entry.
    most: usize,
}

impl<'a> Writer<'a> {
    /// `text` gives the text of the document with a name.
    pub fn new(text: impl Fn(&str) -> Option<&'a str> + 'a) -> Self {
        Self { text: Box::new(text), counted: RefCell::default(), most: usize::MAX }
    }

    /// Of each list within an entry that grows with the articles, only the first `most`.
    pub fn shortened(self, most: usize) -> Self {
        Self { most, ..self }
    }

    fn first<T, U>(&self, items: &[T], make: impl Fn(&T) -> U) -> Vec<U> {
        items.iter().take(self.most).map(make).collect()
    }

    fn member(&self, m: &from::Member) -> to::Member {
        let mut counted = self.counted.borrow_mut();
        if !counted.contains_key(&m.document) {
            let text = (self.text)(&m.document).unwrap_or_default();
            counted.insert(m.document.clone(), Offsets::new(text));
        }
        let span = counted.get(&m.document).map_or([0, 0], |o| o.code_points(m.span));
        to::Member { document: m.document.clone(), span }
    }

    /// The record of a document.
    pub fn document(&self, d: &from::Document) -> to::Document {
        to::Document {
            source: d.source.clone(),
            id: d.id.clone(),
            title: d.title.clone(),
            outlet: d.outlet.clone(),
            published: d.published.clone(),
            copy_of: d.copy_of.clone(),
            version_of: d.version_of.clone(),
        }
    }

    /// The record of a relation.
    pub fn relation(&self, r: &from::Relation) -> to::Relation {
        to::Relation {
            source: r.source.clone(),
            target: r.target.clone(),
            month: r.month.clone(),
            count: r.occurrences.len(),
            score: number(r.score),
            confirmed: r.confirmed,
            confirmed_score: number(r.confirmed_score),
            occurrences: self.first(&r.occurrences, String::clone),
        }
    }

    fn members(&self, members: &[from::Member]) -> Vec<to::Member> {
        self.first(members, |m| self.member(m))
    }

    /// The record of an actor.
    pub fn actor(&self, a: &from::Actor) -> to::Actor {
        let title =
            |t: &from::Title| to::Title { title: t.title.clone(), from: t.from.clone(), to: t.to.clone() };
        to::Actor {
            id: a.id.clone(),
            name: a.name.clone(),
            kind: a.kind.name().into(),
            wikidata: a.wikidata.clone(),
            names: a.names.clone(),
            titles: each(&a.titles, title),
            mentions: a.mentions,
            members: self.members(&a.members),
        }
    }

    /// The record of an occurrence.
    pub fn occurrence(&self, o: &from::Occurrence) -> to::Occurrence {
        to::Occurrence {
            id: o.id.clone(),
            kind: o.kind.name().into(),
            mode: o.mode.clone(),
            label: o.label.clone(),
            date: o.date.clone(),
            date_local: o.date_local.clone(),
            source: o.source.clone(),
            target: o.target.clone(),
            place: o.place.clone(),
            polarity: o.polarity.name().into(),
            certainty: o.certainty.name().into(),
            members: self.members(&o.members),
            announced: self.first(&o.announced, |a| self.announcement(a)),
            grade: grade(&o.grade),
            agreements: o.agreements.clone(),
            roots: o.roots.clone(),
        }
    }

    fn announcement(&self, a: &from::Announcement) -> to::Announcement {
        to::Announcement { member: self.member(&a.member), by: a.by.clone(), date: a.date.clone() }
    }

    /// The record of a bloc.
    pub fn bloc(&self, b: &from::Bloc) -> to::Bloc {
        to::Bloc {
            id: b.id.clone(),
            members: b.members.clone(),
            occurrences: self.first(&b.occurrences, String::clone),
            from: b.from.clone(),
            to: b.to.clone(),
        }
    }

    /// The record of an agreement.
    pub fn agreement(&self, a: &from::Agreement) -> to::Agreement {
        to::Agreement {
            id: a.id.clone(),
            name: a.name.clone(),
            knowledge: a.knowledge.clone(),
            parties: a.parties.clone(),
            signed: a.signed.clone(),
            in_force: a.in_force.clone(),
            ended: a.ended.clone(),
            predecessor: a.predecessor.clone(),
            clauses: self.members(&a.clauses),
            members: self.members(&a.members),
        }
    }

    /// The record of equipment.
    pub fn equipment(&self, e: &from::Equipment) -> to::Equipment {
        to::Equipment {
            id: e.id.clone(),
            knowledge: e.knowledge.clone(),
            name: e.name.clone(),
            latin: e.latin.clone(),
            kind: e.kind.clone(),
            maker: e.maker.clone(),
            category: e.category.clone(),
            members: self.members(&e.members),
        }
    }

    /// The record of an utterance.
    pub fn utterance(&self, u: &from::Utterance) -> to::Utterance {
        to::Utterance {
            id: u.id.clone(),
            speaker: u.speaker.clone(),
            via: u.via.clone(),
            date: u.date.clone(),
            text: u.text.clone(),
            mode: u.mode.name().into(),
            certainty: u.certainty.name().into(),
            polarity: u.polarity.name().into(),
            members: self.members(&u.members),
        }
    }

    /// The record of a claim.
    pub fn claim(&self, c: &from::Claim) -> to::Claim {
        let position = |p: &from::Position| to::Position {
            by: p.by.clone(),
            stance: p.stance.name().into(),
            members: self.members(&p.members),
        };
        to::Claim {
            id: c.id.clone(),
            label: c.label.clone(),
            positions: self.first(&c.positions, position),
            roots: c.roots.clone(),
        }
    }

    /// The record of a transfer.
    pub fn transfer(&self, t: &from::Transfer) -> to::Transfer {
        let amount = t.quantity.as_ref().map(|(bounds, unit)| Amount {
            min: bounds.min.and_then(number),
            max: bounds.max.and_then(number),
            unit: unit.clone(),
        });
        to::Transfer {
            id: t.id.clone(),
            giver: t.giver.clone(),
            receiver: t.receiver.clone(),
            item: t.item.clone(),
            category: t.category.clone(),
            quantity: amount,
            date: t.date.clone(),
            status: t.status.name().into(),
            polarity: t.polarity.name().into(),
            certainty: t.certainty.name().into(),
            roots: t.roots.clone(),
            measures: each(&t.measures, measure),
            agreements: t.agreements.clone(),
            members: self.members(&t.members),
        }
    }

    /// The record of a series.
    pub fn series(&self, s: &from::Series) -> to::Series {
        let point = |p: &from::Point| to::Point {
            as_of: p.as_of.clone(),
            min: p.bounds.min.and_then(number),
            max: p.bounds.max.and_then(number),
            root: p.root.clone(),
            member: self.member(&p.member),
        };
        to::Series {
            id: s.id.clone(),
            what: s.what.clone(),
            unit: s.unit.clone(),
            points: self.first(&s.points, point),
        }
    }

    /// The record of a dispute.
    pub fn dispute(&self, d: &from::Dispute) -> to::Dispute {
        to::Dispute {
            id: d.id.clone(),
            kind: d.kind.name().into(),
            about: d.about.clone(),
            sides: self.first(&d.sides, |s| self.side(s)),
        }
    }

    fn side(&self, s: &from::Side) -> to::Side {
        to::Side { label: s.label.clone(), members: self.members(&s.members) }
    }

    /// The record of a distinction.
    pub fn distinction(&self, d: &from::Distinction) -> to::Distinction {
        to::Distinction { id: d.id.clone(), about: d.about.clone(), sides: each(&d.sides, |s| self.side(s)) }
    }

    /// The record of a forecast.
    pub fn forecast(&self, f: &from::Forecast) -> to::Forecast {
        to::Forecast {
            id: f.id.clone(),
            by: f.by.clone(),
            member: self.member(&f.member),
            likelihood: f.likelihood.name().into(),
            horizon: f.horizon.clone(),
            outcome: to::Outcome {
                result: f.outcome.result.name().into(),
                members: self.members(&f.outcome.members),
            },
        }
    }

    /// The record of a judgement.
    pub fn judgement(&self, j: &from::Judgement) -> to::Judgement {
        to::Judgement {
            about: j.about.name().into(),
            left: self.member(&j.left),
            right: self.member(&j.right),
            verdict: j.verdict.name().into(),
            rule: j.rule.0.to_string(),
            evidence: j.evidence.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect(),
        }
    }
}
