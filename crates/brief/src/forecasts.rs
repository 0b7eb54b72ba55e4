//! Forecasts and what became of them, with the words on both sides.

use crate::dates;
use crate::writer::{Group, Section, Sentence, Writer};
use tenkyo_model::ledger::{Forecast, OutcomeResult};

pub(crate) fn section(writer: &mut Writer<'_>) -> Section {
    let ledger = writer.ledger;
    // What is decided comes first.
    let mut list: Vec<&Forecast> = ledger.forecasts.iter().collect();
    list.sort_by_key(|f| f.outcome.result == OutcomeResult::Open);
    let groups = list.into_iter().map(|f| Group { heading: None, sentences: sentences(writer, f) }).collect();
    writer.section("forecasts", groups)
}

/// The forecast, then what became of it.
pub(crate) fn sentences(writer: &mut Writer<'_>, f: &Forecast) -> Vec<Sentence> {
    let words = writer.words;
    let by = f.by.as_deref().map(|id| writer.names.name(id));
    let key = if by.is_some() { "forecast.line" } else { "forecast.line-alone" };
    let values = [
        ("on", dates::on(words, writer.names.published(&f.member))),
        ("by", by.unwrap_or_default()),
        ("text", writer.names.words(&f.member)),
        ("likelihood", words.get(&format!("forecast.{}", f.likelihood.name())).to_owned()),
    ];
    let values: Vec<(&str, &str)> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let text = words.fill(key, &values);
    let made = writer.sentence(text, [&f.member]);
    vec![made, outcome(writer, f)]
}

fn outcome(writer: &mut Writer<'_>, f: &Forecast) -> Sentence {
    let words = writer.words;
    match (f.outcome.result, f.outcome.members.first()) {
        (OutcomeResult::Open, _) | (_, None) => {
            let text = words.get("forecast.open").to_owned();
            writer.sentence(text, [&f.member])
        }
        (result, Some(first)) => {
            let deciding = writer.names.sentence(first);
            let text = words.fill(&format!("forecast.{}", result.name()), &[("text", &deciding)]);
            writer.sentence(text, &f.outcome.members)
        }
    }
}
