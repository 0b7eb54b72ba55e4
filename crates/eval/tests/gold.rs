//! Corrected documents leave as gold annotations: every quotation in them leads back to the finding that it was made from.

#![allow(clippy::unwrap_used, reason = "a failed step fails the test")]

use serde_json::Value;
use std::path::Path;
use std::sync::Arc;
use tenkyo_ledger::{Growing, Reading, anchor};
use tenkyo_lexicon::Lexicon;
use tenkyo_model::correction::{Change, Correction, Logged};
use tenkyo_model::{Capture, Declared, Media};
use tenkyo_pipeline::Reader;
use tenkyo_record::gold::Gold;
use tenkyo_text::Span;

fn readings() -> Vec<Reading> {
    let demo = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../demo");
    let files = std::fs::read_dir(demo).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<_> = files.filter(|path| path.extension().is_some_and(|e| e == "txt")).collect();
    files.sort();
    let mut reader = Reader::new(Arc::new(Lexicon::embedded().unwrap()));
    let mut read = |path: &Path| {
        let capture = Capture {
            source: path.file_name().unwrap().to_string_lossy().into_owned(),
            media: Media::Text,
            text: std::fs::read_to_string(path).unwrap(),
            declared: Declared::default(),
        };
        let reading = reader.read(&capture);
        Reading { article: reading.article, findings: reading.findings }
    };
    files.iter().map(|path| read(path)).collect()
}

fn gold(reading: &Reading) -> Value {
    serde_json::to_value(Gold::new(&reading.article, &reading.findings)).unwrap()
}

/// The place of an annotation's words, as a reader of gold finds it.
fn place(text: &str, annotation: &Value, field: &str) -> Span {
    let words = annotation[field].as_str().unwrap();
    let nth = usize::try_from(annotation["nth"].as_u64().unwrap()).unwrap();
    let mut from = 0;
    for _ in 0..nth {
        let at = from + text[from..].find(words).unwrap();
        from = at + text[at..].chars().next().map_or(0, char::len_utf8);
    }
    let start = u32::try_from(from + text[from..].find(words).unwrap()).unwrap();
    Span { start, end: start + u32::try_from(words.len()).unwrap() }
}

fn places(reading: &Reading, gold: &Value, layer: &str, field: &str) -> Vec<Span> {
    let annotations = gold[layer].as_array().unwrap().iter();
    annotations.map(|annotation| place(&reading.article.text, annotation, field)).collect()
}

#[test]
fn every_quotation_leads_back_to_its_finding() {
    for reading in readings() {
        let (gold, f) = (gold(&reading), &reading.findings);
        let same = |layer: &str, field: &str, spans: Vec<Span>| {
            assert_eq!(places(&reading, &gold, layer, field), spans, "{} {layer}", reading.article.source);
        };
        same("times", "text", f.times.iter().map(|t| t.span).collect());
        same("statements", "content", f.statements.iter().map(|s| s.content).collect());
        same("events", "trigger", f.events.iter().map(|e| e.trigger).collect());
        same("transfers", "text", f.transfers.iter().map(|t| t.span).collect());
        same("forecasts", "text", f.forecasts.iter().map(|f| f.span).collect());
        assert!(gold["published"]["value"].is_string(), "{gold}");
    }
}

#[test]
fn every_actor_that_is_named_is_there() {
    for reading in readings() {
        let gold = gold(&reading);
        let ids: Vec<&Value> = gold["actors"].as_array().unwrap().iter().map(|a| &a["id"]).collect();
        let fields = [
            ("statements", "speaker"),
            ("transfers", "giver"),
            ("transfers", "receiver"),
            ("forecasts", "by"),
        ];
        for (layer, field) in fields {
            let named = gold[layer].as_array().unwrap().iter().map(|a| &a[field]).filter(|id| !id.is_null());
            named.for_each(|id| assert!(ids.contains(&id), "{layer} {id}"));
        }
    }
}

#[test]
fn gold_differs_where_it_was_corrected_and_nowhere_else() {
    let before = readings();
    let at = before.iter().position(|r| r.findings.statements.iter().any(|s| s.speaker.is_some())).unwrap();
    let reading = &before[at];
    let statement = reading.findings.statements.iter().position(|s| s.speaker.is_some()).unwrap();
    let content = reading.findings.statements[statement].content;
    let change = Change::Speaker { statement: anchor::of(&reading.article, content), speaker: None };
    let correction =
        Correction { by: "sato".into(), at: "2026-11-24T00:00:00Z".into(), why: String::new(), change };
    let lexicon = Lexicon::embedded().unwrap();
    let mut growing = Growing::new(&lexicon);
    before.iter().cloned().for_each(|reading| growing.add(reading));
    growing.correct(Logged { number: 1, correction });
    let after = growing.corrected();
    for (number, old) in before.iter().enumerate() {
        let new = gold(&after[&old.article.source]);
        let mut old = gold(old);
        if number == at {
            assert_ne!(old, new);
            old["statements"][statement]["speaker"] = Value::Null;
        }
        assert_eq!(old, new, "{number}");
    }
}
