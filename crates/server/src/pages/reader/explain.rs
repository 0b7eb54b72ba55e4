//! What the reader says about each finding.

use crate::display::{self, shortened, shown};
use crate::pages::Frame;
use tenkyo_ledger::Reading;
use tenkyo_model::{ActorId, Event, Statement, Transfer};
use tenkyo_query::{Layer, Place};

/// Longest wording in the list beside the article, in characters.
const WORDS: usize = 60;

/// One finding in the list beside the article.
pub(crate) struct Note {
    pub layer: &'static str,
    pub anchor: String,
    /// Who says, does or gives it.
    pub head: String,
    pub words: String,
    /// Certainty, date and rule.
    pub tail: Vec<String>,
    pub denied: bool,
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
    let f = &reading.findings;
    let words = reading.article.text.get(place.span.range()).unwrap_or_default();
    let (head, tail, denied) = match place.layer {
        Layer::Statement => statement(reading, &f.statements[place.index], frame),
        Layer::Event => event(reading, &f.events[place.index], frame),
        Layer::Transfer => transfer(reading, &f.transfers[place.index], frame),
        _ => {
            let forecast = &f.forecasts[place.index];
            let by = forecast.by.map_or(frame.t("unknown.author").to_owned(), |id| name(reading, id));
            (
                by,
                vec![
                    frame.name("likelihood", forecast.likelihood.name()).to_owned(),
                    forecast.rule.0.to_string(),
                ],
                false,
            )
        }
    };
    Note {
        layer: place.layer.name(),
        anchor: place.anchor.clone(),
        head,
        words: shortened(words, WORDS),
        tail,
        denied,
    }
}

type Told = (String, Vec<String>, bool);

fn statement(reading: &Reading, s: &Statement, frame: &Frame) -> Told {
    let speaker = s.speaker.map_or(frame.t("unknown.speaker").to_owned(), |id| name(reading, id));
    let mut tail = vec![
        frame.name("mode", s.mode.name()).to_owned(),
        frame.name("certainty", s.certainty.name()).to_owned(),
    ];
    let via: Vec<_> = s.via.iter().map(|link| name(reading, link.actor)).collect();
    if !via.is_empty() {
        tail.push(format!("{} {}", frame.t("via"), via.join(" → ")));
    }
    tail.push(s.rule.0.to_string());
    (speaker, tail, s.polarity.name() == "-")
}

fn event(reading: &Reading, e: &Event, frame: &Frame) -> Told {
    let kind = frame.name("event", e.kind.name());
    let head = format!("{kind}: {}", between(reading, &e.source, &e.target));
    let mut tail = vec![frame.name("certainty", e.certainty.name()).to_owned()];
    tail.extend(e.date.as_deref().map(|date| display::date(date, frame.language)));
    tail.push(e.rule.0.to_string());
    (head, tail, e.polarity.name() == "-")
}

fn transfer(reading: &Reading, t: &Transfer, frame: &Frame) -> Told {
    let giver: Vec<_> = t.giver.into_iter().collect();
    let receiver: Vec<_> = t.receiver.into_iter().collect();
    let mut tail = vec![
        frame.name("category", &t.category).to_owned(),
        frame.name("status", t.status.name()).to_owned(),
        frame.name("certainty", t.certainty.name()).to_owned(),
    ];
    tail.extend(t.date.as_deref().map(|date| display::date(date, frame.language)));
    tail.push(t.rule.0.to_string());
    (between(reading, &giver, &receiver), tail, t.polarity.name() == "-")
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
