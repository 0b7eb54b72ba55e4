//! The examples of the data files, and hostile text.

use crate::testing::Desk;
use proptest::prelude::*;
use tenkyo_model::Quantity;

fn amounts(desk: &mut Desk, text: &str) -> Vec<Quantity> {
    desk.read(text).1.quantities
}

fn shown(q: &Quantity) -> String {
    let bound = |b: Option<f64>| b.map_or(String::new(), |b| b.to_string());
    let about = if q.approximate { " about" } else { "" };
    format!("{}..{} {}{about}", bound(q.bounds.min), bound(q.bounds.max), q.unit)
}

#[test]
fn examples_hold() {
    let mut desk = Desk::new();
    let words = &desk.lexicon().quantity;
    let units = words.units.iter().map(|u| (&u.id, &u.examples));
    let prefixes = words.prefixes.iter().map(|p| (&p.id, &p.examples));
    let modifiers = words.modifiers.iter().map(|m| (&m.id, &m.examples));
    let all: Vec<(String, String)> = units
        .chain(prefixes)
        .chain(modifiers)
        .flat_map(|(id, examples)| examples.iter().map(|e| (id.clone(), e.clone())))
        .collect();
    for (id, example) in all {
        let (text, expected) = example.split_once(" => ").expect("an example has =>");
        let found: Vec<String> = amounts(&mut desk, text).iter().map(shown).collect();
        // Amounts with an indefinite digit are always approximate; the examples leave that out.
        let plain = |f: &String| f == expected || f.strip_suffix(" about") == Some(expected);
        assert!(found.iter().any(plain), "{id}: {text}: {found:?}");
    }
}

#[test]
fn counter_examples_hold() {
    let mut desk = Desk::new();
    let words = &desk.lexicon().quantity;
    let units = words.units.iter().map(|u| &u.counter_examples);
    let prefixes = words.prefixes.iter().map(|p| &p.counter_examples);
    let modifiers = words.modifiers.iter().map(|m| &m.counter_examples);
    let all: Vec<String> = units.chain(prefixes).chain(modifiers).flatten().cloned().collect();
    for text in all {
        let found: Vec<String> = amounts(&mut desk, &text).iter().map(shown).collect();
        assert!(found.is_empty(), "{text}: {found:?}");
    }
}

#[test]
fn rules_have_reasons() {
    let desk = Desk::new();
    for unit in &desk.lexicon().quantity.units {
        assert!(!unit.reason.is_empty() && !unit.examples.is_empty(), "{}", unit.id);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn spans_are_words_of_the_text(text in "[0-9一二十百千万億数約,.、人発個$ からコンテナ。a-c\u{0}-\u{ff}]{0,60}") {
        let (article, findings) = Desk::new().read(&text);
        for q in &findings.quantities {
            prop_assert!(article.text.get(q.span.range()).is_some());
        }
    }
}
