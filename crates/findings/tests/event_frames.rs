//! The examples of every frame of `data/ja/event/frames` evoke it, its counter-examples do not.

use tenkyo_japanese::Japanese;
use tenkyo_lexicon::Lexicon;
use tenkyo_lexicon::events::Frame;
use tenkyo_model::{Capture, Declared, Media};

/// The ids of the frames that `text` evokes.
fn evoked(lexicon: &Lexicon, japanese: &mut Japanese, text: &str) -> Vec<String> {
    let declared = Declared::default();
    let capture = Capture { source: "example".into(), media: Media::Text, text: text.into(), declared };
    let (article, _) = tenkyo_article::read(&capture, lexicon);
    let (analysis, _) = japanese.analyze(&article);
    let (findings, _) = tenkyo_findings::find(&article, &analysis, lexicon);
    findings.events.iter().map(|e| e.rule.0.to_string()).collect()
}

fn faults(lexicon: &Lexicon, japanese: &mut Japanese, frame: &Frame) -> Vec<String> {
    let mut faults = Vec::new();
    for (sentences, wanted) in [(&frame.examples, true), (&frame.counter_examples, false)] {
        for sentence in sentences {
            let found = evoked(lexicon, japanese, sentence);
            if found.contains(&frame.id) != wanted {
                let should = if wanted { "should evoke" } else { "should not evoke" };
                faults.push(format!("{sentence} {should} {}; it evokes {found:?}", frame.id));
            }
        }
    }
    faults
}

#[test]
fn frames_fit_their_examples() {
    let lexicon = Lexicon::embedded().unwrap();
    let mut japanese = Japanese::new();
    let faults: Vec<_> =
        lexicon.events.frames.iter().flat_map(|frame| faults(&lexicon, &mut japanese, frame)).collect();
    assert!(faults.is_empty(), "{} examples fail:\n{}", faults.len(), faults.join("\n"));
}
