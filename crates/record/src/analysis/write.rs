//! From the model to the shape.

use super::shape as to;
use super::write_more::{falling, grade};
use crate::number::number;
use tenkyo_model as from;
use tenkyo_text::{Offsets, Span};

impl to::Analysis {
    /// The record of one document.
    pub fn new(article: &from::Article, findings: &from::Findings, diagnostics: &[from::Diagnostic]) -> Self {
        let w = Writer { offsets: Offsets::new(&article.text), findings };
        Self {
            schema: super::SCHEMA.into(),
            document: w.document(article),
            blocks: article
                .blocks
                .iter()
                .map(|b| to::Block { kind: b.kind.name().into(), span: w.span(b.span) })
                .collect(),
            actors: each(&findings.actors, |i, a| w.actor(i, a)),
            times: findings.times.iter().map(|t| w.time(t)).collect(),
            quantities: findings.quantities.iter().map(|q| w.quantity(q)).collect(),
            statements: each(&findings.statements, |i, s| w.statement(i, s)),
            events: each(&findings.events, |i, e| w.event(i, e)),
            transfers: each(&findings.transfers, |i, t| w.transfer(i, t)),
            forecasts: findings.forecasts.iter().map(|f| w.forecast(f)).collect(),
            equipment: each(&findings.equipment, |i, e| w.equipment(i, e)),
            launches: each(&findings.launches, |i, l| w.launch(i, l)),
            agreements: each(&findings.agreements, |i, a| w.agreement(i, a)),
            diagnostics: diagnostics.iter().map(|d| w.diagnostic(d)).collect(),
        }
    }
}

fn each<T, U>(items: &[T], make: impl Fn(usize, &T) -> U) -> Vec<U> {
    items.iter().enumerate().map(|(i, item)| make(i, item)).collect()
}

/// Id of the actor with this index.
pub(super) fn actor_id(id: from::ActorId) -> String {
    format!("a{}", id.0 + 1)
}

pub(super) fn actor_ids(ids: &[from::ActorId]) -> Vec<String> {
    ids.iter().copied().map(actor_id).collect()
}

pub(super) struct Writer<'a> {
    pub(super) offsets: Offsets<'a>,
    pub(super) findings: &'a from::Findings,
}

impl Writer<'_> {
    pub(super) fn span(&self, span: Span) -> to::Points {
        self.offsets.code_points(span)
    }

    fn document(&self, article: &from::Article) -> to::Document {
        let declared = &article.declared;
        to::Document {
            id: article.id.0.clone(),
            source: article.source.clone(),
            title: declared.title.clone(),
            outlet: declared.outlet.clone(),
            byline: declared.byline.clone(),
            url: declared.url.clone(),
            published: self.findings.published.as_ref().map(|p| to::Published {
                value: p.value.clone(),
                basis: p.basis.name().into(),
                span: p.span.map(|s| self.span(s)),
                rule: p.rule.0.to_string(),
            }),
            text: article.text.to_string(),
        }
    }

    fn actor(&self, index: usize, actor: &from::Actor) -> to::Actor {
        let role = |r: &from::Role| to::Role {
            title: r.title.clone(),
            of: r.of.map(actor_id),
            former: r.former,
            mark: r.mark.map(|s| self.span(s)),
            from: r.from.clone(),
            to: r.to.clone(),
        };
        let mention = |m: &from::Mention| to::Mention {
            span: self.span(m.span),
            form: m.form.name().into(),
            rule: m.rule.0.to_string(),
        };
        to::Actor {
            id: actor_id(from::ActorId(index as u32)),
            name: actor.name.clone(),
            kind: actor.kind.name().into(),
            knowledge: actor.knowledge.clone(),
            wikidata: actor.wikidata.clone(),
            roles: actor.roles.iter().map(role).collect(),
            mentions: actor.mentions.iter().map(mention).collect(),
        }
    }

    fn time(&self, time: &from::Time) -> to::Time {
        to::Time {
            span: self.span(time.span),
            kind: time.kind.name().into(),
            value: time.value.clone(),
            modifier: time.modifier.map(|m| m.name().into()),
            edtf: time.edtf.clone(),
            rule: time.rule.0.to_string(),
        }
    }

    fn amount(&self, q: &from::Quantity) -> to::Amount {
        to::Amount {
            min: q.bounds.min.and_then(number),
            max: q.bounds.max.and_then(number),
            unit: q.unit.clone(),
        }
    }

    fn quantity(&self, q: &from::Quantity) -> to::Quantity {
        to::Quantity {
            span: self.span(q.span),
            amount: self.amount(q),
            approximate: q.approximate,
            rule: q.rule.0.to_string(),
        }
    }

    fn statement(&self, index: usize, s: &from::Statement) -> to::Statement {
        to::Statement {
            id: format!("s{}", index + 1),
            content: self.span(s.content),
            mode: s.mode.name().into(),
            speaker: s.speaker.map(actor_id),
            cue: s.cue.map(|c| self.span(c)),
            via: s.via.iter().map(|l| actor_id(l.actor)).collect(),
            via_spans: s.via.iter().map(|l| self.span(l.span)).collect(),
            addressee: s.addressee.map(actor_id),
            certainty: s.certainty.name().into(),
            polarity: s.polarity.name().into(),
            rule: s.rule.0.to_string(),
        }
    }

    fn event(&self, index: usize, e: &from::Event) -> to::Event {
        to::Event {
            id: format!("v{}", index + 1),
            kind: e.kind.name().into(),
            mode: e.mode.clone(),
            contexts: e.contexts.clone(),
            trigger: self.span(e.trigger),
            source: actor_ids(&e.source),
            target: actor_ids(&e.target),
            date: e.date.clone(),
            date_span: e.date_span.map(|s| self.span(s)),
            date_local: e.date_local.clone(),
            date_japan: e.date_japan.clone(),
            place: e.place.map(actor_id),
            polarity: e.polarity.name().into(),
            certainty: e.certainty.name().into(),
            according_to: actor_ids(&e.according_to),
            statement: e.statement.map(|s| format!("s{}", s.0 + 1)),
            grade: self.findings.grades.events.get(index).map(grade),
            rule: e.rule.0.to_string(),
        }
    }

    fn transfer(&self, index: usize, t: &from::Transfer) -> to::Transfer {
        let quantity = t.quantity.and_then(|q| self.findings.quantities.get(q));
        to::Transfer {
            id: format!("t{}", index + 1),
            giver: t.giver.map(actor_id),
            receiver: t.receiver.map(actor_id),
            item: self.span(t.item),
            category: t.category.clone(),
            quantity: quantity.map(|q| self.amount(q)),
            quantity_index: t.quantity,
            date: t.date.clone(),
            date_span: t.date_span.map(|s| self.span(s)),
            date_local: t.date_local.clone(),
            date_japan: t.date_japan.clone(),
            status: t.status.name().into(),
            polarity: t.polarity.name().into(),
            certainty: t.certainty.name().into(),
            according_to: actor_ids(&t.according_to),
            span: self.span(t.span),
            in_return: t.terms.in_return.map(|s| self.span(s)),
            counterpart: t.terms.counterpart.map(|i| format!("t{}", i + 1)),
            route: to::Route {
                from: t.terms.route_from.map(|s| self.span(s)),
                to: t.terms.route_to.map(|s| self.span(s)),
                carrier: t.terms.carrier.map(|s| self.span(s)),
            },
            measures: t.terms.measures.iter().map(falling).collect(),
            grade: self.findings.grades.transfers.get(index).map(grade),
            rule: t.rule.0.to_string(),
        }
    }

    fn forecast(&self, f: &from::Forecast) -> to::Forecast {
        to::Forecast {
            span: self.span(f.span),
            by: f.by.map(actor_id),
            likelihood: f.likelihood.name().into(),
            band: f.likelihood.band(),
            horizon: f.horizon.clone(),
            condition: f.condition.map(|s| self.span(s)),
            rule: f.rule.0.to_string(),
        }
    }

    fn diagnostic(&self, d: &from::Diagnostic) -> to::Diagnostic {
        to::Diagnostic { code: d.code.into(), message: d.message.clone(), span: d.span.map(|s| self.span(s)) }
    }
}
