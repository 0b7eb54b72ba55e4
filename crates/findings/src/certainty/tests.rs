//! The examples of `evidential.toml`, and endings that pile up.

use super::*;
use tenkyo_japanese::Japanese;
use tenkyo_lexicon::Lexicon;
use tenkyo_model::{Capture, Declared, Media};

/// The stance of the clause before the words in `[ ]`, and those words.
fn read(lexicon: &Lexicon, sentence: &str) -> (Stance, String, String) {
    let (clause, rest) = sentence.split_once('[').unwrap_or((sentence.trim_end_matches('。'), ""));
    let text = sentence.replace(['[', ']'], "");
    let declared = Declared::default();
    let capture = Capture { source: String::new(), media: Media::Text, text: text.clone(), declared };
    let (article, _) = tenkyo_article::read(&capture, lexicon);
    let (analysis, _) = Japanese::new().analyze(&article);
    let context = Context { article: &article, analysis: &analysis, lexicon };
    let stance = of_clause(context, Span::new(0, clause.len()));
    let evidence = stance.evidence.map_or("", |e| e.of_text(&text)).to_owned();
    (stance, evidence, rest.split(']').next().unwrap_or("").to_owned())
}

#[test]
fn examples_of_the_data_match_their_rules() {
    let lexicon = Lexicon::embedded().unwrap();
    let mut wrong = Vec::new();
    for rule in &lexicon.speech.evidentials.rules {
        for example in &rule.examples {
            let (stance, evidence, expected) = read(&lexicon, example);
            let found = stance.rules.iter().any(|r| &*r.0 == rule.id.as_str());
            if !found || !evidence.starts_with(&expected) {
                wrong.push(format!("{}: {example}: {:?} {evidence}", rule.id, stance.rules));
            }
        }
        for example in &rule.counter_examples {
            let (stance, ..) = read(&lexicon, example);
            if stance.rules.iter().any(|r| &*r.0 == rule.id.as_str()) {
                wrong.push(format!("{}: counter-example {example} matches", rule.id));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn endings_pile_up() {
    let lexicon = Lexicon::embedded().unwrap();
    let stance = |sentence| {
        let (stance, ..) = read(&lexicon, sentence);
        (stance.certainty, stance.polarity)
    };
    use Certainty::*;
    use Polarity::*;
    assert_eq!(stance("部隊を送った。"), (Certain, Positive));
    assert_eq!(stance("部隊を送らなかった。"), (Certain, Negative));
    assert_eq!(stance("部隊を送っていません。"), (Certain, Negative));
    assert_eq!(stance("部隊を送る[可能性があるとみられる]。"), (Possible, Positive));
    assert_eq!(stance("部隊を送る[可能性は低いとみられている]。"), (Probable, Negative));
    assert_eq!(stance("部隊を送らない[だろう]。"), (Probable, Negative));
    assert_eq!(stance("部隊を送らない[わけではない]。"), (Certain, Positive));
    assert_eq!(stance("部隊を送ら[なければならない]。"), (Certain, Positive));
    assert_eq!(stance("部隊を送る[との憶測が流れている]。"), (Unknown, Positive));
    assert_eq!(stance("派兵[の可能性がある]。"), (Possible, Positive));
    assert_eq!(stance("派兵[は難しい]。"), (Probable, Negative));
}
