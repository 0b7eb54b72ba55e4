//! The examples of `data/ja/speech`, and what must hold for any text.

use crate::testing::Desk;
use proptest::prelude::*;

/// The contents in `{ }` of an example, and its text without the braces.
fn expected(example: &str) -> (Vec<&str>, String) {
    let contents = example.split('{').skip(1).filter_map(|s| s.split_once('}')).map(|(c, _)| c).collect();
    (contents, example.replace(['{', '}'], ""))
}

fn contents(desk: &mut Desk, text: &str) -> Vec<String> {
    let (article, findings) = desk.read(text);
    findings.statements.iter().map(|s| article.text[s.content.range()].to_owned()).collect()
}

#[test]
fn examples_of_the_data_hold() {
    let mut desk = Desk::new();
    let mut wrong = Vec::new();
    let lists = desk.lexicon().speech.lists();
    for (list, rule) in lists.iter().flat_map(|(list, table)| table.rules.iter().map(move |r| (list, r))) {
        for example in &rule.examples {
            let (expected, text) = expected(example);
            let mut found = contents(&mut desk, &text);
            found.dedup();
            if found != expected {
                wrong.push(format!("{list} {}: {example}\n    found {found:?}", rule.id));
            }
        }
        for example in &rule.counter_examples {
            let found = contents(&mut desk, example);
            if !found.is_empty() {
                wrong.push(format!("{list} {}: counter-example {example}\n    found {found:?}", rule.id));
            }
        }
    }
    assert!(wrong.is_empty(), "{} wrong\n{}", wrong.len(), wrong.join("\n"));
}

/// Words and brackets that make trouble when they are put together at random.
const PIECES: &[&str] = &[
    "「",
    "」",
    "『",
    "』",
    "(",
    ")",
    "と述べた",
    "、",
    "。",
    "\n",
    "金氏は",
    "ロシアは",
    "によると",
    "として",
    "との見方を示した",
    "という",
    "こと",
    "を否定した",
    "「平和」",
    "合意は近い",
    "と、",
    "の話として",
    "=",
    "A.",
    "\u{202e}",
    "🚀",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn spans_are_words_of_the_text(pieces in proptest::collection::vec(proptest::sample::select(PIECES), 0..40)) {
        let text: String = pieces.concat();
        let (article, findings) = Desk::new().read(&text);
        for statement in &findings.statements {
            prop_assert!(!article.text[statement.content.range()].trim().is_empty());
            for span in statement.cue.iter().chain(statement.via.iter().map(|l| &l.span)) {
                prop_assert!(article.text.get(span.range()).is_some());
            }
        }
    }
}
