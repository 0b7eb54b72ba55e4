//! From the shape back to the model.

use super::read_more::grade;
use super::shape as from;
use crate::RecordError;
use tenkyo_model as to;
use tenkyo_text::{Offsets, Span};

impl from::Analysis {
    /// Parses a stored record.
    ///
    /// # Errors
    /// When it is not JSON of this shape, or of another version of it.
    pub fn parse(json: &str) -> Result<Self, RecordError> {
        let record: Self = serde_json::from_str(json)?;
        if record.schema != super::SCHEMA {
            return Err(RecordError::Schema { found: record.schema, expected: super::SCHEMA });
        }
        Ok(record)
    }

    /// The article of the record, its spans in bytes again.
    ///
    /// # Errors
    /// When a span does not lie in the text, or a value is none of its enumeration.
    pub fn article(&self) -> Result<to::Article, RecordError> {
        Reader::new(self).article()
    }

    /// The findings of the record, their spans in bytes again.
    ///
    /// # Errors
    /// When a span does not lie in the text, a value is none of its enumeration, or a reference leads nowhere.
    pub fn findings(&self) -> Result<to::Findings, RecordError> {
        Reader::new(self).findings()
    }
}

pub(super) type Result<T, E = RecordError> = std::result::Result<T, E>;

pub(super) struct Reader<'a> {
    pub(super) record: &'a from::Analysis,
    offsets: Offsets<'a>,
}

impl<'a> Reader<'a> {
    fn new(record: &'a from::Analysis) -> Self {
        Self { record, offsets: Offsets::new(&record.document.text) }
    }

    fn article(&self) -> Result<to::Article> {
        let document = &self.record.document;
        let published = document.published.as_ref();
        let metadata = published.filter(|p| p.basis == to::Basis::Metadata.name());
        Ok(to::Article {
            id: to::DocumentId(document.id.clone()),
            source: document.source.clone(),
            text: document.text.as_str().into(),
            declared: to::Declared {
                title: document.title.clone(),
                outlet: document.outlet.clone(),
                byline: document.byline.clone(),
                published: metadata.map(|p| p.value.clone()),
                url: document.url.clone(),
            },
            published_span: self.maybe("document.published.span", published.and_then(|p| p.span))?,
            blocks: each(&self.record.blocks, |b| self.block(b))?,
        })
    }

    fn findings(&self) -> Result<to::Findings> {
        let r = self.record;
        Ok(to::Findings {
            published: r.document.published.as_ref().map(|p| self.published(p)).transpose()?,
            actors: each(&r.actors, |a| self.actor(a))?,
            times: each(&r.times, |t| self.time(t))?,
            quantities: each(&r.quantities, |q| self.quantity(q))?,
            statements: each(&r.statements, |s| self.statement(s))?,
            events: each(&r.events, |e| self.event(e))?,
            transfers: each(&r.transfers, |t| self.transfer(t))?,
            forecasts: each(&r.forecasts, |f| self.forecast(f))?,
            equipment: each(&r.equipment, |e| self.equipment(e))?,
            launches: each(&r.launches, |l| self.launch(l))?,
            agreements: each(&r.agreements, |a| self.agreement(a))?,
            grades: to::Grades {
                events: r.events.iter().filter_map(|e| e.grade.as_ref()).map(grade).collect(),
                transfers: r.transfers.iter().filter_map(|t| t.grade.as_ref()).map(grade).collect(),
            },
        })
    }

    pub(super) fn span(&self, field: &'static str, points: from::Points) -> Result<Span> {
        let span = self.offsets.span_of_code_points(points);
        span.ok_or_else(|| RecordError::Value { field, value: format!("{points:?}") })
    }

    pub(super) fn maybe(&self, field: &'static str, points: Option<from::Points>) -> Result<Option<Span>> {
        points.map(|p| self.span(field, p)).transpose()
    }

    /// The index behind an id such as `a3`, which must lie below `count`.
    pub(super) fn index(&self, field: &'static str, letter: char, id: &str, count: usize) -> Result<u32> {
        let number = id.strip_prefix(letter).and_then(|n| n.parse::<u32>().ok());
        let index = number.and_then(|n| n.checked_sub(1)).filter(|i| (*i as usize) < count);
        index.ok_or_else(|| RecordError::Value { field, value: id.to_owned() })
    }

    fn actor_id(&self, field: &'static str, id: &str) -> Result<to::ActorId> {
        self.index(field, 'a', id, self.record.actors.len()).map(to::ActorId)
    }

    pub(super) fn maybe_actor(
        &self,
        field: &'static str,
        id: &Option<String>,
    ) -> Result<Option<to::ActorId>> {
        id.as_deref().map(|id| self.actor_id(field, id)).transpose()
    }

    pub(super) fn actor_ids(&self, field: &'static str, ids: &[String]) -> Result<Vec<to::ActorId>> {
        each(ids, |id| self.actor_id(field, id))
    }

    fn block(&self, b: &from::Block) -> Result<to::Block> {
        let kind = named("blocks.kind", &b.kind, to::BlockKind::from_name)?;
        Ok(to::Block { kind, span: self.span("blocks.span", b.span)? })
    }

    fn published(&self, p: &from::Published) -> Result<to::Published> {
        Ok(to::Published {
            value: p.value.clone(),
            basis: named("document.published.basis", &p.basis, to::Basis::from_name)?,
            span: self.maybe("document.published.span", p.span)?,
            rule: rule(&p.rule),
        })
    }

    fn actor(&self, a: &from::Actor) -> Result<to::Actor> {
        let role = |r: &from::Role| {
            let of = self.maybe_actor("actors.roles.of", &r.of)?;
            let mark = self.maybe("actors.roles.mark", r.mark)?;
            let (title, former) = (r.title.clone(), r.former);
            Ok(to::Role { title, of, former, mark, from: r.from.clone(), to: r.to.clone() })
        };
        Ok(to::Actor {
            name: a.name.clone(),
            kind: named("actors.kind", &a.kind, to::ActorKind::from_name)?,
            knowledge: a.knowledge.clone(),
            wikidata: a.wikidata.clone(),
            roles: each(&a.roles, role)?,
            mentions: each(&a.mentions, |m| self.mention(m))?,
        })
    }

    fn mention(&self, m: &from::Mention) -> Result<to::Mention> {
        Ok(to::Mention {
            span: self.span("actors.mentions.span", m.span)?,
            form: named("actors.mentions.form", &m.form, to::MentionForm::from_name)?,
            rule: rule(&m.rule),
        })
    }

    fn time(&self, t: &from::Time) -> Result<to::Time> {
        let modifier = t.modifier.as_deref().map(|m| named("times.mod", m, to::TimeMod::from_name));
        Ok(to::Time {
            span: self.span("times.span", t.span)?,
            kind: named("times.type", &t.kind, to::TimeKind::from_name)?,
            value: t.value.clone(),
            modifier: modifier.transpose()?,
            edtf: t.edtf.clone(),
            rule: rule(&t.rule),
        })
    }

    fn quantity(&self, q: &from::Quantity) -> Result<to::Quantity> {
        let number = |n: &Option<serde_json::Number>| n.as_ref().and_then(serde_json::Number::as_f64);
        Ok(to::Quantity {
            span: self.span("quantities.span", q.span)?,
            bounds: to::Bounds { min: number(&q.amount.min), max: number(&q.amount.max) },
            unit: q.amount.unit.clone(),
            approximate: q.approximate,
            rule: rule(&q.rule),
        })
    }

    fn statement(&self, s: &from::Statement) -> Result<to::Statement> {
        let via = s.via.iter().zip(&s.via_spans).map(|(actor, span)| {
            let actor = self.actor_id("statements.via", actor)?;
            Ok(to::Link { actor, span: self.span("statements.via_spans", *span)? })
        });
        Ok(to::Statement {
            content: self.span("statements.content", s.content)?,
            mode: named("statements.mode", &s.mode, to::Mode::from_name)?,
            speaker: self.maybe_actor("statements.speaker", &s.speaker)?,
            cue: self.maybe("statements.cue", s.cue)?,
            via: via.collect::<Result<_>>()?,
            addressee: self.maybe_actor("statements.addressee", &s.addressee)?,
            certainty: named("statements.certainty", &s.certainty, to::Certainty::from_name)?,
            polarity: named("statements.polarity", &s.polarity, to::Polarity::from_name)?,
            rule: rule(&s.rule),
        })
    }

    fn event(&self, e: &from::Event) -> Result<to::Event> {
        let statements = self.record.statements.len();
        let statement = e.statement.as_deref().map(|id| self.index("events.statement", 's', id, statements));
        Ok(to::Event {
            kind: named("events.type", &e.kind, to::EventType::from_name)?,
            mode: e.mode.clone(),
            contexts: e.contexts.clone(),
            trigger: self.span("events.trigger", e.trigger)?,
            source: self.actor_ids("events.source", &e.source)?,
            target: self.actor_ids("events.target", &e.target)?,
            date: e.date.clone(),
            date_span: self.maybe("events.date_span", e.date_span)?,
            date_local: e.date_local.clone(),
            date_japan: e.date_japan.clone(),
            place: self.maybe_actor("events.place", &e.place)?,
            polarity: named("events.polarity", &e.polarity, to::Polarity::from_name)?,
            certainty: named("events.certainty", &e.certainty, to::Certainty::from_name)?,
            according_to: self.actor_ids("events.according_to", &e.according_to)?,
            statement: statement.transpose()?.map(to::StatementId),
            rule: rule(&e.rule),
        })
    }

    fn transfer(&self, t: &from::Transfer) -> Result<to::Transfer> {
        let known = |q: &usize| *q < self.record.quantities.len();
        Ok(to::Transfer {
            giver: self.maybe_actor("transfers.giver", &t.giver)?,
            receiver: self.maybe_actor("transfers.receiver", &t.receiver)?,
            item: self.span("transfers.item", t.item)?,
            category: t.category.clone(),
            quantity: t.quantity_index.filter(known),
            date: t.date.clone(),
            date_span: self.maybe("transfers.date_span", t.date_span)?,
            date_local: t.date_local.clone(),
            date_japan: t.date_japan.clone(),
            status: named("transfers.status", &t.status, to::TransferStatus::from_name)?,
            polarity: named("transfers.polarity", &t.polarity, to::Polarity::from_name)?,
            certainty: named("transfers.certainty", &t.certainty, to::Certainty::from_name)?,
            according_to: self.actor_ids("transfers.according_to", &t.according_to)?,
            span: self.span("transfers.span", t.span)?,
            terms: self.terms(t)?,
            rule: rule(&t.rule),
        })
    }

    fn forecast(&self, f: &from::Forecast) -> Result<to::Forecast> {
        Ok(to::Forecast {
            span: self.span("forecasts.span", f.span)?,
            by: self.maybe_actor("forecasts.by", &f.by)?,
            likelihood: named("forecasts.likelihood", &f.likelihood, to::Likelihood::from_name)?,
            horizon: f.horizon.clone(),
            condition: self.maybe("forecasts.condition", f.condition)?,
            rule: rule(&f.rule),
        })
    }
}

pub(super) fn each<T, U>(items: &[T], make: impl FnMut(&T) -> Result<U>) -> Result<Vec<U>> {
    items.iter().map(make).collect()
}

pub(super) fn rule(id: &str) -> to::RuleId {
    to::RuleId::from(id)
}

pub(super) fn named<T>(field: &'static str, name: &str, find: impl Fn(&str) -> Option<T>) -> Result<T> {
    find(name).ok_or_else(|| RecordError::Value { field, value: name.to_owned() })
}
