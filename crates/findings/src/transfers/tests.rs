//! The examples of the data files.

use crate::testing::Desk;
use proptest::prelude::*;
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

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]
    #[test]
    fn spans_are_words_of_the_text(parts in prop::collection::vec(prop::sample::select(PARTS), 0..24)) {
        let text = parts.concat();
        let (article, findings) = Desk::new().read(&text);
        for t in &findings.transfers {
            prop_assert!(article.text.get(t.span.range()).is_some_and(|words| !words.is_empty()));
            prop_assert!(article.text.get(t.item.range()).is_some());
            prop_assert!(t.giver != t.receiver);
        }
        for f in &findings.forecasts {
            prop_assert!(article.text.get(f.span.range()).is_some_and(|words| !words.is_empty()));
        }
    }
}

/// Pieces that sentences of transfers and forecasts are made of, in no order that a writer would choose.
const PARTS: &[&str] = &[
    "ロシア",
    "北朝鮮",
    "プーチン大統領",
    "が",
    "は",
    "に",
    "から",
    "を",
    "の",
    "砲弾",
    "1000発以上",
    "武器",
    "供与",
    "した",
    "する",
    "を求めた",
    "可能性がある",
    "だろう",
    "、",
    "。",
    "「",
    "」",
    "(",
    ")",
    "否定した",
    "と述べた",
    "\u{202e}",
    "\n",
    "支援",
    "応じ",
];
