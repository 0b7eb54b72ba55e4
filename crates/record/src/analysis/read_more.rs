//! From the shape back to the model: equipment, launches, agreements, grades, terms of transfers.

use super::read::{Reader, Result, each, named, rule};
use super::shape as from;
use tenkyo_model as to;

impl Reader<'_> {
    /// The index behind an optional id.
    fn maybe_index(
        &self,
        field: &'static str,
        letter: char,
        id: &Option<String>,
        count: usize,
    ) -> Result<Option<usize>> {
        let index = id.as_deref().map(|id| self.index(field, letter, id, count)).transpose()?;
        Ok(index.map(|i| i as usize))
    }

    pub(super) fn terms(&self, t: &from::Transfer) -> Result<to::Terms> {
        let transfers = self.record.transfers.len();
        Ok(to::Terms {
            in_return: self.maybe("transfers.in_return", t.in_return)?,
            counterpart: self.maybe_index("transfers.counterpart", 't', &t.counterpart, transfers)?,
            route_from: self.maybe("transfers.route.from", t.route.from)?,
            route_to: self.maybe("transfers.route.to", t.route.to)?,
            carrier: self.maybe("transfers.route.carrier", t.route.carrier)?,
            measures: t.measures.iter().map(falling).collect(),
        })
    }

    pub(super) fn equipment(&self, e: &from::Equipment) -> Result<to::Equipment> {
        Ok(to::Equipment {
            knowledge: e.knowledge.clone(),
            name: e.name.clone(),
            latin: e.latin.clone(),
            kind: e.kind.clone(),
            maker: e.maker.clone(),
            category: e.category.clone(),
            mentions: each(&e.mentions, |m| self.span("equipment.mentions", *m))?,
        })
    }

    pub(super) fn launch(&self, l: &from::Launch) -> Result<to::Launch> {
        let equipment = self.record.equipment.len();
        Ok(to::Launch {
            kind: named("launches.kind", &l.kind, to::LaunchKind::from_name)?,
            trigger: self.span("launches.trigger", l.trigger)?,
            what: self.span("launches.what", l.what)?,
            equipment: self.maybe_index("launches.equipment", 'q', &l.equipment, equipment)?,
            by: self.maybe_actor("launches.by", &l.by)?,
            outcome: named("launches.outcome", &l.outcome, to::LaunchOutcome::from_name)?,
            outcome_span: self.maybe("launches.outcome_span", l.outcome_span)?,
            count: l.count,
            date: l.date.clone(),
            date_span: self.maybe("launches.date_span", l.date_span)?,
            polarity: named("launches.polarity", &l.polarity, to::Polarity::from_name)?,
            certainty: named("launches.certainty", &l.certainty, to::Certainty::from_name)?,
            according_to: self.actor_ids("launches.according_to", &l.according_to)?,
            rule: rule(&l.rule),
        })
    }

    pub(super) fn agreement(&self, a: &from::Agreement) -> Result<to::Agreement> {
        let date = |field: &'static str, d: &Option<from::AgreementDate>| {
            let read = |d: &from::AgreementDate| -> Result<to::AgreementDate> {
                Ok(to::AgreementDate { value: d.value.clone(), span: self.maybe(field, d.span)? })
            };
            d.as_ref().map(read).transpose()
        };
        let agreements = self.record.agreements.len();
        Ok(to::Agreement {
            name: a.name.clone(),
            knowledge: a.knowledge.clone(),
            mentions: each(&a.mentions, |m| self.span("agreements.mentions", *m))?,
            parties: self.actor_ids("agreements.parties", &a.parties)?,
            clauses: each(&a.clauses, |c| self.span("agreements.clauses", *c))?,
            signed: date("agreements.signed", &a.signed)?,
            in_force: date("agreements.in_force", &a.in_force)?,
            ended: date("agreements.ended", &a.ended)?,
            predecessor: self.maybe_index("agreements.predecessor", 'g', &a.predecessor, agreements)?,
            rule: rule(&a.rule),
        })
    }
}

fn falling(f: &from::Falling) -> to::Falling {
    to::Falling {
        id: f.id.clone(),
        name: f.name.clone(),
        reason: f.reason.clone(),
        word: f.word.clone(),
        partial: f.partial,
        throughout: f.throughout,
    }
}

pub(super) fn grade(g: &from::Grade) -> to::Grade {
    let reason = |r: &from::Reason| to::Reason { rule: r.rule.clone(), text: r.text.clone() };
    to::Grade {
        source: g.source.chars().next().unwrap_or('F'),
        information: g.information,
        reasons: g.reasons.iter().map(reason).collect(),
    }
}
