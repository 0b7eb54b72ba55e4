//! What the reader says about each finding.

use super::rules;
use crate::display::{self, shortened, shown};
use crate::language::MISSING;
use crate::pages::Frame;
use tenkyo_ledger::Reading;
use tenkyo_model::{ActorId, Event, Forecast, Grade, RuleId, Statement, Transfer};
use tenkyo_query::{Layer, Place};
use tenkyo_text::Span;

/// Longest wording in the list beside the article, in characters.
const WORDS: usize = 60;

/// One finding in the list beside the article.
pub(crate) struct Note {
    pub layer: &'static str,
    pub anchor: String,
    /// Who says, does or gives it.
    pub head: String,
    pub words: String,
    /// Certainty, date and the like, in words.
    pub tail: Vec<String>,
    pub denied: bool,
    /// The rule or model that made it.
    pub rule: String,
    /// What rules of its kind go by; empty for a model.
    pub ground: &'static str,
    /// Why there is such a rule, in English.
    pub reason: Option<&'static str>,
    /// The words that attribute a statement.
    pub cue: String,
    /// From the one responsible to the article, each who passed it on.
    pub chain: Vec<String>,
    /// Grade of the Admiralty scale with its reasons, where there is one.
    pub grade: Option<(String, Vec<String>)>,
}

/// Statements, events, transfers and forecasts in order of the text.
pub(super) fn notes(reading: &Reading, frame: &Frame) -> Vec<Note> {
    let places = tenkyo_query::places(&reading.findings);
    let told = |layer| matches!(layer, Layer::Statement | Layer::Event | Layer::Transfer | Layer::Forecast);
    let mut told: Vec<_> = places.into_iter().filter(|place| told(place.layer)).collect();
    told.sort_by_key(|place| (place.span.start, place.layer));
    told.iter().map(|place| note(reading, place, frame)).collect()
}

fn note(reading: &Reading, place: &Place, frame: &Frame) -> Note {
    let (told, rule) = told(reading, place, frame);
    Note {
        layer: place.layer.name(),
        anchor: place.anchor.clone(),
        words: shortened(words(reading, place.span), WORDS),
        ground: ground(&rule.0, frame),
        reason: rules::reason(&rule.0),
        rule: rule.0.to_string(),
        ..told
    }
}

/// What rules with this beginning of the id go by.
fn ground(id: &str, frame: &Frame) -> &'static str {
    match frame.name("rule", id.split('.').next().unwrap_or_default()) {
        MISSING => "",
        words => words,
    }
}

/// What is particular to a layer, and the rule.
fn told<'r>(reading: &'r Reading, place: &Place, frame: &Frame) -> (Note, &'r RuleId) {
    let f = &reading.findings;
    match place.layer {
        Layer::Statement => {
            (statement(reading, &f.statements[place.index], frame), &f.statements[place.index].rule)
        }
        Layer::Event => {
            let grade = f.grades.events.get(place.index).map(grade);
            (Note { grade, ..event(reading, &f.events[place.index], frame) }, &f.events[place.index].rule)
        }
        Layer::Transfer => {
            let grade = f.grades.transfers.get(place.index).map(grade);
            let transfer = transfer(reading, &f.transfers[place.index], frame);
            (Note { grade, ..transfer }, &f.transfers[place.index].rule)
        }
        _ => (forecast(reading, &f.forecasts[place.index], frame), &f.forecasts[place.index].rule),
    }
}

fn words(reading: &Reading, span: Span) -> &str {
    reading.article.text.get(span.range()).unwrap_or_default()
}

/// A note of which only this is known.
fn begun(head: String, tail: Vec<String>, denied: bool) -> Note {
    Note {
        layer: "",
        anchor: String::new(),
        head,
        words: String::new(),
        tail,
        denied,
        rule: String::new(),
        ground: "",
        reason: None,
        cue: String::new(),
        chain: Vec::new(),
        grade: None,
    }
}

fn statement(reading: &Reading, s: &Statement, frame: &Frame) -> Note {
    let speaker = s.speaker.map_or(frame.t("unknown.speaker").to_owned(), |id| name(reading, id));
    let mut tail = vec![
        frame.name("mode", s.mode.name()).to_owned(),
        frame.name("certainty", s.certainty.name()).to_owned(),
    ];
    let via: Vec<_> = s.via.iter().map(|link| name(reading, link.actor)).collect();
    if !via.is_empty() {
        tail.push(format!("{} {}", frame.t("via"), via.join(" → ")));
    }
    let outlet = reading.article.declared.outlet.as_deref().map(|outlet| shown(outlet).into_owned());
    let chain = [speaker.clone()].into_iter().chain(via).chain(outlet).collect();
    let cue = s.cue.map(|cue| shortened(words(reading, cue), WORDS)).unwrap_or_default();
    Note { chain, cue, ..begun(speaker, tail, s.polarity.name() == "-") }
}

fn event(reading: &Reading, e: &Event, frame: &Frame) -> Note {
    let kind = frame.name("event", e.kind.name());
    let head = format!("{kind}: {}", between(reading, &e.source, &e.target));
    let mut tail = vec![frame.name("certainty", e.certainty.name()).to_owned()];
    tail.extend(e.date.as_deref().map(|date| display::date(date, frame.language)));
    begun(head, tail, e.polarity.name() == "-")
}

fn transfer(reading: &Reading, t: &Transfer, frame: &Frame) -> Note {
    let giver: Vec<_> = t.giver.into_iter().collect();
    let receiver: Vec<_> = t.receiver.into_iter().collect();
    let mut tail = vec![
        frame.name("category", &t.category).to_owned(),
        frame.name("status", t.status.name()).to_owned(),
        frame.name("certainty", t.certainty.name()).to_owned(),
    ];
    tail.extend(t.date.as_deref().map(|date| display::date(date, frame.language)));
    begun(between(reading, &giver, &receiver), tail, t.polarity.name() == "-")
}

fn forecast(reading: &Reading, forecast: &Forecast, frame: &Frame) -> Note {
    let by = forecast.by.map_or(frame.t("unknown.author").to_owned(), |id| name(reading, id));
    begun(by, vec![frame.name("likelihood", forecast.likelihood.name()).to_owned()], false)
}

/// `B2` and what decided each part.
fn grade(grade: &Grade) -> (String, Vec<String>) {
    let reasons = grade.reasons.iter().map(|reason| shown(&reason.text).into_owned());
    (format!("{}{}", grade.source, grade.information), reasons.collect())
}

/// `A、B → C`.
fn between(reading: &Reading, from: &[ActorId], to: &[ActorId]) -> String {
    let names = |ids: &[ActorId]| ids.iter().map(|id| name(reading, *id)).collect::<Vec<_>>().join("・");
    match (from.is_empty(), to.is_empty()) {
        (false, true) => names(from),
        (true, true) => String::new(),
        _ => format!("{} → {}", if from.is_empty() { "?".into() } else { names(from) }, names(to)),
    }
}

fn name(reading: &Reading, id: ActorId) -> String {
    let actor = reading.findings.actors.get(id.0 as usize);
    shown(actor.map_or("?", |actor| &actor.name)).into_owned()
}

/// What a pointer over the words shows.
pub(super) fn title(reading: &Reading, place: &Place, frame: &Frame) -> String {
    let f = &reading.findings;
    let layer = frame.name("layer", place.layer.name());
    let detail = match place.layer {
        Layer::Actor => shown(&f.actors[place.index].name).into_owned(),
        Layer::Time => f.times[place.index].value.clone(),
        Layer::Quantity => {
            let quantity = &f.quantities[place.index];
            display::amount(quantity.bounds, &quantity.unit, frame.language)
        }
        _ => note(reading, place, frame).head,
    };
    format!("{layer}: {detail}")
}
