//! Characters a second of each stage, on one thread: `cargo run --release -p tenkyo-eval --example throughput -- FILE…`.
//!
//! Files are plain text, or JSONL with a `text` field. Each stage runs over everything; the tokenizer alone is the yardstick.

use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};
use tenkyo_japanese::{Japanese, Tokenizer};
use tenkyo_lexicon::Lexicon;
use tenkyo_model::{Article, Capture, Declared, Media};

fn main() {
    let captures: Vec<Capture> =
        std::env::args().skip(1).flat_map(|path| captures(Path::new(&path))).collect();
    assert!(!captures.is_empty(), "usage: throughput FILE...");
    let characters: usize = captures.iter().map(|c| c.text.chars().count()).sum();
    let lexicon = Arc::new(Lexicon::embedded().expect("the embedded data is sound"));
    let articles: Vec<Article> = captures.iter().map(|c| tenkyo_article::read(c, &lexicon).0).collect();

    let mut tokenizer = Tokenizer::new();
    let mut tokens = Vec::new();
    let bare = timed(|| {
        for (article, block) in articles.iter().flat_map(|a| a.blocks.iter().map(move |b| (a, b))) {
            tokens.clear();
            tokenizer.tokenize(&article.text, block.span, &mut tokens);
        }
    });
    let mut japanese = Japanese::new();
    let mut analyses = Vec::new();
    let parse = timed(|| analyses.extend(articles.iter().map(|a| japanese.analyze(a).0)));
    let mut found = 0;
    let find = timed(|| {
        for (article, analysis) in articles.iter().zip(&analyses) {
            found += tenkyo_findings::find(article, analysis, &lexicon).0.actors.len();
        }
    });
    let mut slowest = (Duration::ZERO, "");
    for (article, analysis) in articles.iter().zip(&analyses) {
        let took = timed(|| drop(tenkyo_findings::find(article, analysis, &lexicon)));
        slowest = slowest.max((took, &article.source));
    }
    eprintln!("{} documents, {characters} characters, {found} actors", articles.len());
    for (stage, took) in
        [("tokenizer", bare), ("japanese", parse), ("findings", find), ("both", parse + find)]
    {
        let rate = characters as f64 / took.as_secs_f64() / 1e6;
        let ratio = took.as_secs_f64() / bare.as_secs_f64();
        eprintln!("{stage:10} {rate:8.2} M characters/s   {ratio:6.2} x the tokenizer");
    }
    eprintln!("slowest document in findings: {:.1} ms, {}", slowest.0.as_secs_f64() * 1e3, slowest.1);
}

fn timed(work: impl FnOnce()) -> Duration {
    let start = Instant::now();
    work();
    start.elapsed()
}

fn captures(path: &Path) -> Vec<Capture> {
    let content = std::fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    let source = path.display().to_string();
    let capture = |source: String, text: String| Capture {
        source,
        media: Media::Text,
        text,
        declared: Declared::default(),
    };
    if path.extension().is_none_or(|e| e != "jsonl") {
        return vec![capture(source, content)];
    }
    let text = |line: &str| {
        let value: serde_json::Value = serde_json::from_str(line).expect("a line is JSON");
        value["text"].as_str().expect("a line has a text").to_owned()
    };
    content.lines().enumerate().map(|(i, line)| capture(format!("{source}:{}", i + 1), text(line))).collect()
}
