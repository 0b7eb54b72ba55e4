//! Whatever stands in an article, every export stays what it says it is.
#![allow(clippy::unwrap_used, reason = "helpers of tests")]

use proptest::prelude::*;
use tenkyo_export::{Export, Format, table};
use tenkyo_model::ledger::{
    Actor, Agreement, Document, Equipment, Grade, Ledger, Member, Occurrence, Relation, Utterance,
};
use tenkyo_model::{ActorKind, Certainty, EventType, Mode, Polarity};
use tenkyo_text::Span;

/// A ledger of one article in which every text is this one.
fn ledger(text: &str) -> Ledger {
    let member = Member { document: text.into(), span: Span::of(text) };
    let some = || Some(text.to_owned());
    let document = Document {
        source: text.into(),
        id: "0f".into(),
        title: some(),
        outlet: some(),
        published: some(),
        copy_of: some(),
        version_of: None,
        text: text.into(),
    };
    let actor = Actor {
        id: text.into(),
        name: text.into(),
        kind: ActorKind::Person,
        wikidata: None,
        names: vec![text.into()],
        titles: Vec::new(),
        mentions: 1,
        members: vec![member.clone()],
    };
    let occurrence = Occurrence {
        id: "o-1".into(),
        kind: EventType::NAMES[0].0,
        mode: some(),
        label: text.into(),
        date: Some("2024-06".into()),
        date_local: some(),
        source: vec![text.into()],
        target: vec![text.into()],
        place: some(),
        polarity: Polarity::NAMES[0].0,
        certainty: Certainty::NAMES[0].0,
        members: vec![member.clone()],
        announced: Vec::new(),
        roots: vec![text.into()],
        grade: Grade::default(),
        agreements: vec![],
    };
    let utterance = Utterance {
        id: "u-1".into(),
        speaker: some(),
        via: vec![text.into()],
        date: some(),
        text: text.into(),
        mode: Mode::NAMES[0].0,
        certainty: Certainty::NAMES[0].0,
        polarity: Polarity::NAMES[0].0,
        members: vec![member.clone()],
    };
    let agreement = Agreement {
        id: format!("g-{text}"),
        name: text.into(),
        knowledge: Some(text.into()),
        parties: vec![text.into()],
        signed: Some(text.into()),
        in_force: None,
        ended: None,
        predecessor: None,
        clauses: vec![member.clone()],
        members: vec![member.clone()],
    };
    let equipment = Equipment {
        id: format!("k-{text}"),
        knowledge: text.into(),
        name: text.into(),
        latin: Some(text.into()),
        kind: text.into(),
        maker: Some(text.into()),
        category: text.into(),
        members: vec![member.clone()],
    };
    let relation = Relation {
        source: text.into(),
        target: text.into(),
        month: text.into(),
        occurrences: vec![text.into()],
        score: 1.5,
        confirmed: 1,
        confirmed_score: 1.5,
    };
    Ledger {
        documents: vec![document],
        actors: vec![actor],
        occurrences: vec![occurrence],
        utterances: vec![utterance],
        relations: vec![relation],
        agreements: vec![agreement],
        equipment: vec![equipment],
        ..Ledger::default()
    }
}

fn written(text: &str, format: Format, table: Option<&str>) -> Vec<u8> {
    let ledger = ledger(text);
    let mut out = Vec::new();
    Export::new(&ledger).write(format, table, &mut out).unwrap();
    out
}

/// Reads an export back as far as its syntax goes.
fn check(text: &str) {
    for format in [Format::Annotation, Format::Stix, Format::Provenance, Format::Timeline] {
        serde_json::from_slice::<serde_json::Value>(&written(text, format, None)).unwrap();
    }
    for format in [Format::Jsonl, Format::FollowTheMoney] {
        let out = String::from_utf8(written(text, format, None)).unwrap();
        assert!(out.split_terminator('\n').all(|l| serde_json::from_str::<serde_json::Value>(l).is_ok()));
    }
    for name in table::NAMES {
        let out = written(text, Format::Csv, Some(name));
        assert!(csv::Reader::from_reader(&out[3..]).records().all(|row| row.is_ok()));
        assert!(written(text, Format::Parquet, Some(name)).ends_with(b"PAR1"));
    }
    let xml = String::from_utf8(written(text, Format::GraphMl, None)).unwrap();
    let mut reader = quick_xml::Reader::from_str(&xml);
    while !matches!(reader.read_event().unwrap(), quick_xml::events::Event::Eof) {}
    assert!(!xml.contains(|c: char| c.is_ascii_control() && !matches!(c, '\t' | '\n' | '\r')));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn every_text_comes_through(text in "(?s).{1,60}") {
        check(&text);
    }
}

#[test]
fn markup_and_formulas_are_text() {
    let text = "=HYPERLINK(\"x\")</b><script>&amp;]]>\u{202e}\u{0}\"'\n,;";
    check(text);
    let slide = String::from_utf8(written(text, Format::Timeline, None)).unwrap();
    assert!(!slide.contains("<script"), "{slide}");
    let csv = String::from_utf8(written(text, Format::Csv, Some("articles"))).unwrap();
    assert!(csv.contains("'=HYPERLINK"), "{csv}");
}

#[test]
fn no_cell_of_a_spreadsheet_begins_as_a_formula() {
    for first in ["=", "+", "-", "@", "\t", "\r", "\n", "\u{ff1d}", "\u{ff0b}", "\u{ff0d}", "\u{ff20}"] {
        for name in table::NAMES {
            let out = written(&format!("{first}1+1"), Format::Csv, Some(name));
            assert!(out.starts_with("\u{feff}".as_bytes()), "{name}");
            for row in csv::Reader::from_reader(&out[3..]).records() {
                let row = row.unwrap();
                let formula = |cell: &str| cell.starts_with(first) && cell.chars().nth(1).is_some();
                assert!(!row.iter().any(formula), "{name}: {row:?}");
            }
        }
    }
}

#[test]
fn control_characters_do_not_reach_a_spreadsheet() {
    let out = String::from_utf8(written("a\u{0}\u{1b}[31mb\u{7f}", Format::Csv, Some("articles"))).unwrap();
    assert!(!out.contains(|c: char| c.is_ascii_control() && !matches!(c, '\t' | '\n' | '\r')), "{out:?}");
    assert!(out.contains("a\u{fffd}\u{fffd}[31mb\u{fffd}"), "{out:?}");
}

#[test]
fn a_format_without_tables_refuses_one() {
    let ledger = ledger("a");
    let export = Export::new(&ledger);
    let refused = |format, table| export.write(format, table, &mut Vec::new()).unwrap_err().to_string();
    assert!(refused(Format::Stix, Some("claims")).contains("stix is one file"));
    assert!(refused(Format::Csv, None).contains("--out DIR"));
    assert!(refused(Format::Parquet, Some("verdicts")).contains("verdicts"));
}
