//! From the model to the shape: equipment, launches, agreements, grades, measures.

use super::shape as to;
use super::write::{Writer, actor_id, actor_ids};
use tenkyo_model as from;

impl Writer<'_> {
    pub(super) fn equipment(&self, index: usize, e: &from::Equipment) -> to::Equipment {
        to::Equipment {
            id: format!("q{}", index + 1),
            knowledge: e.knowledge.clone(),
            name: e.name.clone(),
            latin: e.latin.clone(),
            kind: e.kind.clone(),
            maker: e.maker.clone(),
            category: e.category.clone(),
            mentions: e.mentions.iter().map(|m| self.span(*m)).collect(),
        }
    }

    pub(super) fn launch(&self, index: usize, l: &from::Launch) -> to::Launch {
        to::Launch {
            id: format!("l{}", index + 1),
            kind: l.kind.name().into(),
            trigger: self.span(l.trigger),
            what: self.span(l.what),
            equipment: l.equipment.map(|i| format!("q{}", i + 1)),
            by: l.by.map(actor_id),
            outcome: l.outcome.name().into(),
            outcome_span: l.outcome_span.map(|s| self.span(s)),
            count: l.count,
            date: l.date.clone(),
            date_span: l.date_span.map(|s| self.span(s)),
            polarity: l.polarity.name().into(),
            certainty: l.certainty.name().into(),
            according_to: actor_ids(&l.according_to),
            rule: l.rule.0.to_string(),
        }
    }

    pub(super) fn agreement(&self, index: usize, a: &from::Agreement) -> to::Agreement {
        let date = |d: &from::AgreementDate| to::AgreementDate {
            value: d.value.clone(),
            span: d.span.map(|s| self.span(s)),
        };
        to::Agreement {
            id: format!("g{}", index + 1),
            name: a.name.clone(),
            knowledge: a.knowledge.clone(),
            mentions: a.mentions.iter().map(|m| self.span(*m)).collect(),
            parties: actor_ids(&a.parties),
            clauses: a.clauses.iter().map(|c| self.span(*c)).collect(),
            signed: a.signed.as_ref().map(date),
            in_force: a.in_force.as_ref().map(date),
            ended: a.ended.as_ref().map(date),
            predecessor: a.predecessor.map(|p| format!("g{}", p + 1)),
            rule: a.rule.0.to_string(),
        }
    }
}

pub(super) fn falling(f: &from::Falling) -> to::Falling {
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
        source: g.source.to_string(),
        information: g.information,
        reasons: g.reasons.iter().map(reason).collect(),
    }
}
