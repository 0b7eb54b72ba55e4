//! Runs the examples and counter-examples of the rules in `data/ja/time/rules`.

use super::*;
use std::fmt::Write;
use tenkyo_japanese::Japanese;
use tenkyo_lexicon::time::{Role, Rule};
use tenkyo_lexicon::{Lexicon, Sources};
use tenkyo_model::{Article, Block, BlockKind, Declared, DocumentId};
use tenkyo_text::Span;

/// The day on which the examples are written: a Wednesday.
const WRITTEN: &str = "2024-06-19";

/// The text as a one-paragraph article.
pub(super) fn article(text: &str, published: Option<&str>) -> Article {
    Article {
        id: DocumentId(String::new()),
        source: String::new(),
        text: text.into(),
        declared: Declared { published: published.map(str::to_owned), ..Declared::default() },
        published_span: None,
        blocks: text
            .split_inclusive('\n')
            .scan(0, |at, line| {
                let span = Span::new(*at, *at + line.len()).trim(text);
                *at += line.len();
                Some(Block { kind: BlockKind::Paragraph, span })
            })
            .filter(|b| !b.span.is_empty())
            .collect(),
    }
}

fn read(japanese: &mut Japanese, lexicon: &Lexicon, text: &str, written: &str) -> Findings {
    let article = article(text, Some(written));
    let (analysis, _) = japanese.analyze(&article);
    let mut findings = Findings::default();
    find(Context { article: &article, analysis: &analysis, lexicon }, &mut findings, &mut Vec::new());
    findings
}

/// The text with its times marked as the examples mark them.
fn marked(text: &str, findings: &Findings) -> String {
    let mut out = String::new();
    let mut at = 0;
    for time in &findings.times {
        let Span { start, end } = time.span;
        out.push_str(&text[at..start as usize]);
        write!(out, "⟦{}|{}", &text[time.span], time.value).unwrap();
        if let Some(modifier) = time.modifier {
            write!(out, " {}", modifier.name()).unwrap();
        }
        out.push('⟧');
        at = end as usize;
    }
    out + &text[at..]
}

fn unmarked(example: &str) -> String {
    let mut out = String::new();
    for piece in example.split('⟦') {
        match piece.split_once('⟧') {
            Some((inside, rest)) => {
                out.push_str(inside.split('|').next().unwrap_or(""));
                out.push_str(rest);
            }
            None => out.push_str(piece),
        }
    }
    out
}

fn check(rule: &Rule, japanese: &mut Japanese, lexicon: &Lexicon, wrong: &mut String) {
    for example in &rule.examples {
        let text = unmarked(example);
        let findings = read(japanese, lexicon, &text, WRITTEN);
        let got = marked(&text, &findings);
        let used = rule.role == Role::Nothing || findings.times.iter().any(|t| *t.rule.0 == *rule.id);
        if got != *example || !used {
            let rules: Vec<&str> = findings.times.iter().map(|t| &*t.rule.0).collect();
            writeln!(wrong, "{}: wanted {example}\n    got {got} by {rules:?}", rule.id).unwrap();
        }
    }
    for example in &rule.counter_examples {
        let findings = read(japanese, lexicon, example, WRITTEN);
        if findings.times.iter().any(|t| *t.rule.0 == *rule.id) {
            writeln!(wrong, "{}: found in counter-example {}", rule.id, marked(example, &findings)).unwrap();
        }
    }
}

#[test]
fn examples_of_all_rules_hold() {
    let lexicon = Lexicon::embedded().unwrap();
    let mut japanese = Japanese::new();
    let mut wrong = String::new();
    for rule in &lexicon.time.rules {
        check(rule, &mut japanese, &lexicon, &mut wrong);
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn cases_hold() {
    let lexicon = Lexicon::embedded().unwrap();
    let mut japanese = Japanese::new();
    let mut wrong = String::new();
    for case in tenkyo_lexicon::time::cases(&Sources::embedded()).unwrap() {
        for text in &case.texts {
            let plain = unmarked(text);
            let got = marked(&plain, &read(&mut japanese, &lexicon, &plain, &case.written));
            if got != *text {
                writeln!(wrong, "{}\n    wanted {text}\n    got    {got}", case.reason).unwrap();
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}
