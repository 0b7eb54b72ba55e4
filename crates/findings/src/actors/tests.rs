//! The examples of `data/ja/actors`.

use crate::testing::Desk;
use std::collections::BTreeSet;

/// The words in `{ }` of an example, and its text without the braces.
fn marked(example: &str) -> (Vec<&str>, String) {
    let words = example.split('{').skip(1).filter_map(|s| s.split_once('}')).map(|(c, _)| c).collect();
    (words, example.replace(['{', '}'], ""))
}

fn mentions(desk: &mut Desk, text: &str) -> BTreeSet<String> {
    let (article, findings) = desk.read(text);
    let spans = findings.actors.iter().flat_map(|a| &a.mentions).map(|m| m.span);
    spans.map(|s| article.text[s.range()].to_owned()).collect()
}

#[test]
fn examples_of_the_data_hold() {
    let mut desk = Desk::new();
    let mut wrong = Vec::new();
    for rule in &desk.lexicon().actors.words.rules {
        let good = rule.examples.iter().map(|e| (e, true));
        for (example, wanted) in good.chain(rule.counter_examples.iter().map(|e| (e, false))) {
            let (words, text) = marked(example);
            let found = mentions(&mut desk, &text);
            if words.is_empty() || words.iter().any(|w| found.contains(*w) != wanted) {
                wrong.push(format!("{}: {example}\n    found {found:?}", rule.id));
            }
        }
    }
    assert!(wrong.is_empty(), "{} wrong\n{}", wrong.len(), wrong.join("\n"));
}
