//! The examples of the data files.

use crate::testing::Desk;
use tenkyo_model::{Certainty, Findings, Polarity, Transfer};

fn shown(findings: &Findings, t: &Transfer) -> String {
    let name = |id: Option<tenkyo_model::ActorId>| id.map_or("-", |id| &findings.actors[id.0 as usize].name);
    let minus = if t.polarity == Polarity::Negative { " -" } else { "" };
    let sure =
        if t.certainty == Certainty::Certain { String::new() } else { format!(" {}", t.certainty.name()) };
    format!("{} > {} {}{minus}{sure}", name(t.giver), name(t.receiver), t.category)
}

fn check<'r>(rules: impl Iterator<Item = (&'r str, &'r [String], &'r [String])>) {
    let mut desk = Desk::new();
    let mut wrong = Vec::new();
    for (id, examples, counter_examples) in rules {
        for example in examples {
            let (text, expected) = example.split_once(" => ").expect("an example has =>");
            let (_, findings) = desk.read(text);
            let found: Vec<String> = findings.transfers.iter().map(|t| shown(&findings, t)).collect();
            if !found.iter().any(|f| f == expected) {
                wrong.push(format!("{id}: {text}: {expected}: {found:?}"));
            }
        }
        for text in counter_examples {
            let (_, findings) = desk.read(text);
            let found: Vec<String> = findings.transfers.iter().map(|t| shown(&findings, t)).collect();
            if !found.is_empty() {
                wrong.push(format!("{id}: counter-example {text}: {found:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}\n{} wrong", wrong.join("\n"), wrong.len());
}

#[test]
fn frames() {
    let frames = Desk::new().lexicon().transfers.frames.iter();
    check(frames.map(|f| (f.id.as_str(), &f.examples[..], &f.counter_examples[..])));
}

#[test]
fn supports() {
    let supports = Desk::new().lexicon().transfers.supports.iter();
    check(supports.map(|s| (s.id.as_str(), &s.examples[..], &s.counter_examples[..])));
}

#[test]
fn outlooks() {
    let outlooks = Desk::new().lexicon().transfers.outlooks.iter();
    check(outlooks.map(|o| (o.id.as_str(), &o.examples[..], &[][..])));
}
