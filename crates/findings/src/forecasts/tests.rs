//! The examples of the data files.

use crate::testing::Desk;

#[test]
fn endings() {
    let mut desk = Desk::new();
    let mut wrong = Vec::new();
    for ending in &desk.lexicon().forecasts.endings {
        for example in &ending.examples {
            let (text, expected) = example.split_once(" => ").expect("an example has =>");
            let found: Vec<&str> = desk.read(text).1.forecasts.iter().map(|f| f.likelihood.name()).collect();
            if found != [expected] {
                wrong.push(format!("{}: {text}: {found:?}", ending.id));
            }
        }
        for text in &ending.counter_examples {
            let found = desk.read(text).1.forecasts;
            if !found.is_empty() {
                wrong.push(format!("{}: counter-example {text}: {:?}", ending.id, found[0].rule));
            }
        }
    }
    assert!(wrong.is_empty(), "{}\n{} wrong", wrong.join("\n"), wrong.len());
}
