//! Findings in the form of the gold annotations, so that corrected documents can train and test: text is quoted as it stands,
//! and `nth` says which of several places is meant.

use serde::Serialize;
use serde_json::{Value, json};
use tenkyo_model::{ActorId, Article, Findings};
use tenkyo_text::Span;

use crate::number::number;

/// One document of gold.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Gold {
    /// Name of the document.
    pub doc: String,
    /// Its publication date; an empty value where nothing tells it.
    pub published: Value,
    /// The actors with every string that refers to each.
    pub actors: Vec<Value>,
    /// Time expressions.
    pub times: Vec<Value>,
    /// Statements.
    pub statements: Vec<Value>,
    /// Events.
    pub events: Vec<Value>,
    /// Transfers.
    pub transfers: Vec<Value>,
    /// Forecasts.
    pub forecasts: Vec<Value>,
}

impl Gold {
    /// The gold of one document's findings.
    pub fn new(article: &Article, findings: &Findings) -> Self {
        let w = Writer { text: &article.text, f: findings };
        Self {
            doc: article.source.clone(),
            published: w.published(),
            actors: (0..findings.actors.len()).map(|i| w.actor(i)).collect(),
            times: findings.times.iter().map(|t| w.time(t)).collect(),
            statements: findings.statements.iter().map(|s| w.statement(s)).collect(),
            events: findings.events.iter().map(|e| w.event(e)).collect(),
            transfers: findings.transfers.iter().map(|t| w.transfer(t)).collect(),
            forecasts: findings.forecasts.iter().map(|f| w.forecast(f)).collect(),
        }
    }
}

struct Writer<'a> {
    text: &'a str,
    f: &'a Findings,
}

impl<'a> Writer<'a> {
    fn words(&self, span: Span) -> &'a str {
        &self.text[span]
    }

    fn published(&self) -> Value {
        let Some(p) = &self.f.published else { return json!({ "value": "", "basis": "unknown", "why": "" }) };
        let why = p.span.map(|span| self.words(span)).unwrap_or_default();
        json!({ "value": p.value, "basis": p.basis.name(), "why": why })
    }

    /// How many times the same words begin before these; they may overlap.
    fn nth(&self, span: Span) -> usize {
        let words = self.words(span);
        let Some(first) = words.chars().next() else { return 0 };
        let (mut from, mut count) = (0, 0);
        while let Some(at) =
            self.text[from..].find(words).map(|at| from + at).filter(|at| *at < span.start as usize)
        {
            (from, count) = (at + first.len_utf8(), count + 1);
        }
        count
    }

    fn actor(&self, at: usize) -> Value {
        use tenkyo_model::MentionForm::{Omitted, Pronoun};
        let actor = &self.f.actors[at];
        let worded = actor.mentions.iter().filter(|m| !matches!(m.form, Pronoun | Omitted));
        let mut surfaces: Vec<&str> = worded.map(|m| self.words(m.span)).collect();
        surfaces.sort_unstable();
        surfaces.dedup();
        json!({
            "id": id(ActorId(at as u32)), "name": actor.name, "kind": actor.kind.name(), "wikidata": actor.wikidata,
            "surfaces": surfaces,
        })
    }

    fn time(&self, t: &tenkyo_model::Time) -> Value {
        json!({
            "text": self.words(t.span), "nth": self.nth(t.span), "type": t.kind.name(), "value": t.value,
            "mod": t.modifier.map(|m| m.name()),
        })
    }

    fn statement(&self, s: &tenkyo_model::Statement) -> Value {
        json!({
            "content": self.words(s.content), "nth": self.nth(s.content), "mode": s.mode.name(), "speaker": s.speaker.map(id),
            "cue": s.cue.map(|cue| self.words(cue)), "via": s.via.iter().map(|link| id(link.actor)).collect::<Vec<_>>(),
            "addressee": s.addressee.map(id),
        })
    }

    fn event(&self, e: &tenkyo_model::Event) -> Value {
        let place = e.place.and_then(|place| self.f.actors.get(place.0 as usize)).map(|actor| &actor.name);
        json!({
            "type": e.kind.name(), "mode": e.mode, "trigger": self.words(e.trigger), "nth": self.nth(e.trigger),
            "source": ids(&e.source), "target": ids(&e.target), "date": e.date, "place": place, "polarity": e.polarity.name(),
            "certainty": e.certainty.name(), "according_to": ids(&e.according_to),
        })
    }

    fn transfer(&self, t: &tenkyo_model::Transfer) -> Value {
        let quantity = t.quantity.and_then(|at| self.f.quantities.get(at)).map(|q| {
            json!({ "min": q.bounds.min.and_then(number), "max": q.bounds.max.and_then(number), "unit": q.unit })
        });
        json!({
            "giver": t.giver.map(id), "receiver": t.receiver.map(id), "item": self.words(t.item), "category": t.category,
            "quantity": quantity, "date": t.date, "polarity": t.polarity.name(), "certainty": t.certainty.name(),
            "according_to": ids(&t.according_to), "text": self.words(t.span), "nth": self.nth(t.span),
        })
    }

    fn forecast(&self, f: &tenkyo_model::Forecast) -> Value {
        json!({
            "by": f.by.map(id), "text": self.words(f.span), "nth": self.nth(f.span), "about": null,
            "likelihood": f.likelihood.name(),
        })
    }
}

fn id(actor: ActorId) -> String {
    format!("a{}", actor.0 + 1)
}

fn ids(actors: &[ActorId]) -> Vec<String> {
    actors.iter().copied().map(id).collect()
}
