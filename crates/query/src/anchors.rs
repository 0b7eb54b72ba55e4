//! Names of the places in the reader: `s1` for the first statement, `v1` event, `t1` transfer, `f1` forecast, `q1` quantity,
//! `d1` time, `m1-2` the second mention of the first actor.

use tenkyo_model::Findings;
use tenkyo_text::Span;

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
    let place = |(layer, span, name, index): Found| Place { layer, span, anchor: name.anchor(), index };
    found(f).map(place).collect()
}

/// Name of the first place with these words; none where nothing was found at exactly these.
pub(crate) fn at(f: &Findings, words: Span) -> Option<String> {
    found(f).find(|(_, span, ..)| *span == words).map(|(.., name, _)| name.anchor())
}

/// Letter and number of a place, and that of the mention of an actor.
struct Name(char, usize, Option<usize>);

impl Name {
    fn anchor(&self) -> String {
        match self {
            Self(letter, number, None) => format!("{letter}{number}"),
            Self(letter, number, Some(mention)) => format!("{letter}{number}-{mention}"),
        }
    }
}

/// Layer, words, name and index of a finding.
type Found = (Layer, Span, Name, usize);

fn found(f: &Findings) -> impl Iterator<Item = Found> {
    fn list(layer: Layer, letter: char, spans: impl Iterator<Item = Span>) -> impl Iterator<Item = Found> {
        spans.enumerate().map(move |(i, span)| (layer, span, Name(letter, i + 1, None), i))
    }
    let mentions = |(i, actor): (usize, &'_ tenkyo_model::Actor)| {
        let spans: Vec<Span> = actor.mentions.iter().map(|mention| mention.span).collect();
        let named = move |(n, span)| (Layer::Actor, span, Name('m', i + 1, Some(n + 1)), i);
        spans.into_iter().enumerate().map(named)
    };
    list(Layer::Statement, 's', f.statements.iter().map(|s| s.content))
        .chain(list(Layer::Transfer, 't', f.transfers.iter().map(|t| t.span)))
        .chain(list(Layer::Forecast, 'f', f.forecasts.iter().map(|f| f.span)))
        .chain(list(Layer::Event, 'v', f.events.iter().map(|e| e.trigger)))
        .chain(list(Layer::Time, 'd', f.times.iter().map(|t| t.span)))
        .chain(list(Layer::Quantity, 'q', f.quantities.iter().map(|q| q.span)))
        .chain(f.actors.iter().enumerate().flat_map(mentions))
        .filter(|(_, span, ..)| !span.is_empty())
}
