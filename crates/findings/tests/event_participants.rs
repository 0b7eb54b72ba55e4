//! The words in `{ }` of the examples of `data/ja/event/participants.toml` become an actor, those of the counter-examples do not.

use tenkyo_japanese::Japanese;
use tenkyo_lexicon::Lexicon;
use tenkyo_model::{Capture, Declared, Media};
use tenkyo_text::Span;

/// Whether the words in `{ }` of `sentence` are a mention of an actor.
fn stands(lexicon: &Lexicon, japanese: &mut Japanese, sentence: &str) -> Vec<bool> {
    let text = sentence.replace(['{', '}'], "");
    let starts = sentence.match_indices('{').enumerate().map(|(i, (at, _))| at - 2 * i);
    let ends = sentence.match_indices('}').enumerate().map(|(i, (at, _))| at - 2 * i - 1);
    let marked: Vec<_> = starts.zip(ends).map(|(s, e)| Span { start: s as u32, end: e as u32 }).collect();
    let capture =
        Capture { source: "example".into(), media: Media::Text, text, declared: Declared::default() };
    let (article, _) = tenkyo_article::read(&capture, lexicon);
    let (analysis, _) = japanese.analyze(&article);
    let (findings, _) = tenkyo_findings::find(&article, &analysis, lexicon);
    let mentions: Vec<Span> = findings.actors.iter().flat_map(|a| &a.mentions).map(|m| m.span).collect();
    marked.iter().map(|span| mentions.contains(span)).collect()
}

#[test]
fn words_fit_their_examples() {
    let lexicon = Lexicon::embedded().unwrap();
    let mut japanese = Japanese::new();
    let mut faults = Vec::new();
    for class in &lexicon.events.participants {
        for (sentences, wanted) in [(&class.examples, true), (&class.counter_examples, false)] {
            for sentence in sentences {
                let found = stands(&lexicon, &mut japanese, sentence);
                if found.is_empty() || found.iter().any(|f| *f != wanted) {
                    faults.push(format!("{}: {sentence} {found:?}", class.id));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{} examples fail:\n{}", faults.len(), faults.join("\n"));
}
