//! Who said what: everything each speaker says, by date.

use crate::dates;
use crate::shown::shown;
use crate::writer::{Group, Section, Sentence, Writer};
use std::collections::{BTreeMap, BTreeSet};
use tenkyo_model::ledger::Utterance;
use tenkyo_model::{Mode, Polarity};

pub(crate) fn section(writer: &mut Writer<'_>) -> Section {
    let ledger = writer.ledger;
    let mut speakers: BTreeMap<Option<&str>, Vec<&Utterance>> = BTreeMap::new();
    for utterance in &ledger.utterances {
        speakers.entry(utterance.speaker.as_deref()).or_default().push(utterance);
    }
    // Who says most comes first, the unnamed last.
    let mut speakers: Vec<_> = speakers.into_iter().collect();
    speakers.sort_by_key(|(speaker, said)| (speaker.is_none(), std::cmp::Reverse(said.len()), *speaker));
    let groups = speakers.into_iter().map(|(speaker, mut said)| {
        said.sort_by(|a, b| (&a.date, &a.id).cmp(&(&b.date, &b.id)));
        let heading = speaker.map(|id| writer.names.name(id));
        let heading = heading.unwrap_or_else(|| writer.words.get("heading.nobody").to_owned());
        let sentences = said.into_iter().map(|u| sentence(writer, u)).collect();
        Group { heading: Some(heading), sentences }
    });
    let groups = groups.collect();
    writer.section("statements", groups)
}

fn sentence(writer: &mut Writer<'_>, u: &Utterance) -> Sentence {
    let words = writer.words;
    let key = match (&u.speaker, u.polarity, u.mode) {
        (None, ..) => "said.nobody",
        (_, Polarity::Negative, Mode::Indirect) => "said.denied",
        (_, _, Mode::Direct) => "said.direct",
        _ => "said.indirect",
    };
    let speaker = u.speaker.as_deref().map(|id| writer.names.name(id)).unwrap_or_default();
    let on = dates::on(words, u.date.as_deref());
    let mut text = words.fill(key, &[("on", &on), ("speaker", &speaker), ("text", &shown(&u.text))]);
    if !u.via.is_empty() {
        text += &words.fill("said.via", &[("via", &writer.names.list(words, &u.via))]);
    }
    let wordings: BTreeSet<String> = u.members.iter().map(|m| writer.names.words(m)).collect();
    let reports: BTreeSet<&str> = u.members.iter().map(|m| m.document.as_str()).collect();
    if wordings.len() > 1 && reports.len() > 1 {
        text += &words.fill("said.reports", &[("count", &reports.len().to_string())]);
    }
    writer.sentence(text, &u.members)
}
