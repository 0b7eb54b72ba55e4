//! Names of the places in the reader: `s1` for the first statement, `v1` event, `t1` transfer, `f1` forecast, `q1` quantity,
//! `d1` time, `m1-2` the second mention of the first actor.

use std::collections::BTreeMap;
use tenkyo_ledger::Reading;
use tenkyo_model::Findings;
use tenkyo_text::Span;

/// Anchor by document name and span.
pub(crate) type Anchors = BTreeMap<(String, Span), String>;

/// Which layer of findings a place belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Layer {
    /// Who says what.
    Statement,
    /// Who gives what to whom.
    Transfer,
    /// What somebody expects.
    Forecast,
    /// What happens.
    Event,
    /// Mentions of actors.
    Actor,
    /// Time expressions.
    Time,
    /// Quantities.
    Quantity,
}

impl Layer {
    /// All, in the order of a legend.
    pub const ALL: [Self; 7] = [
        Self::Statement,
        Self::Event,
        Self::Transfer,
        Self::Forecast,
        Self::Actor,
        Self::Time,
        Self::Quantity,
    ];

    /// Name in style sheets and messages.
    pub fn name(self) -> &'static str {
        match self {
            Self::Statement => "statement",
            Self::Transfer => "transfer",
            Self::Forecast => "forecast",
            Self::Event => "event",
            Self::Actor => "actor",
            Self::Time => "time",
            Self::Quantity => "quantity",
        }
    }
}

/// A finding's words in one document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Its layer.
    pub layer: Layer,
    /// Bytes of the text.
    pub span: Span,
    /// Name of the place in the reader.
    pub anchor: String,
    /// Index in its list of [`Findings`].
    pub index: usize,
}

/// The places of all findings of a document, those of one span in the order of [`Layer`].
pub fn places(f: &Findings) -> Vec<Place> {
    let mut places = Vec::new();
    let mut list = |layer, letter: char, spans: Vec<Span>| {
        places.extend(spans.into_iter().enumerate().map(|(index, span)| Place {
            layer,
            span,
            anchor: format!("{letter}{}", index + 1),
            index,
        }));
    };
    list(Layer::Statement, 's', f.statements.iter().map(|s| s.content).collect());
    list(Layer::Transfer, 't', f.transfers.iter().map(|t| t.span).collect());
    list(Layer::Forecast, 'f', f.forecasts.iter().map(|f| f.span).collect());
    list(Layer::Event, 'v', f.events.iter().map(|e| e.trigger).collect());
    list(Layer::Time, 'd', f.times.iter().map(|t| t.span).collect());
    list(Layer::Quantity, 'q', f.quantities.iter().map(|q| q.span).collect());
    for (index, actor) in f.actors.iter().enumerate() {
        let mentions = actor.mentions.iter().enumerate();
        places.extend(mentions.map(|(n, mention)| Place {
            layer: Layer::Actor,
            span: mention.span,
            anchor: format!("m{}-{}", index + 1, n + 1),
            index,
        }));
    }
    places.retain(|place| !place.span.is_empty());
    places
}

pub(crate) fn of(readings: &[Reading]) -> Anchors {
    let mut anchors = Anchors::new();
    for reading in readings {
        for place in places(&reading.findings) {
            anchors.entry((reading.article.source.clone(), place.span)).or_insert(place.anchor);
        }
    }
    anchors
}
