//! How time and memory grow with the number of articles, from text to ledger, on one thread:
//! `cargo run --release -p tenkyo-eval --example growth -- FILE.jsonl 1000 [10000]`, or `benches/growth.sh` for the whole curve.
//!
//! The file has one article a line with `text` and, if it likes, `headline`. Where it has fewer articles than asked for they come
//! again with other years, other names and some sentences left out: another story in the same words, as news has it.
#![allow(clippy::print_stdout, reason = "a command for developers; its output is its purpose")]

use std::collections::BTreeSet;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;
use tenkyo_ledger::Reading;
use tenkyo_lexicon::Lexicon;
use tenkyo_model::{Capture, Declared, Media};
use tenkyo_pipeline::Reader;

fn main() {
    let mut arguments = std::env::args().skip(1);
    let path = arguments.next().expect("usage: growth FILE.jsonl COUNT...");
    let content = std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{path}: {e}"));
    let articles: Vec<(String, String)> = content.lines().map(article).collect();
    let lexicon = Arc::new(Lexicon::embedded().expect("the embedded data is sound"));
    println!(
        "articles\tMchars\tread_s\tread_MiB\tledger_s\tpeak_MiB\tactors\toccurrences\tutterances\tjudgements\tcopies"
    );
    let known = words(&lexicon);
    for count in arguments.map(|n| n.parse::<usize>().expect("a count is a number")) {
        run(&articles, count, &lexicon, &known);
    }
}

fn run(articles: &[(String, String)], count: usize, lexicon: &Arc<Lexicon>, known: &BTreeSet<String>) {
    let mut reader = Reader::new(lexicon.clone());
    let (mut characters, mut readings) = (0, Vec::with_capacity(count));
    let mut read = 0.0;
    for at in 0..count {
        let capture = capture(&articles[at % articles.len()], at, at / articles.len(), known);
        characters += capture.text.chars().count();
        let start = processor();
        let found = reader.read(&capture);
        readings.push(Reading { article: found.article, findings: found.findings });
        read += processor() - start;
    }
    let after_reading = memory("VmRSS");
    let start = processor();
    let ledger = tenkyo_ledger::build_with(&readings, lexicon);
    let built = processor() - start;
    println!(
        "{count}\t{:.2}\t{read:.2}\t{after_reading}\t{built:.2}\t{}\t{}\t{}\t{}\t{}\t{}",
        characters as f64 / 1e6,
        memory("VmHWM"),
        ledger.actors.len(),
        ledger.occurrences.len(),
        ledger.utterances.len(),
        ledger.judgements.len(),
        ledger.documents.iter().filter(|d| d.copy_of.is_some()).count(),
    );
}

/// Seconds of processor time that this thread has used, whatever else the machine does; 0 where `/proc` does not tell.
fn processor() -> f64 {
    let stat = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    let nanoseconds: Option<f64> = stat.split_whitespace().next().and_then(|n| n.parse().ok());
    nanoseconds.unwrap_or(0.0) / 1e9
}

/// A value of `/proc/self/status` in MiB; 0 where there is none.
fn memory(name: &str) -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|l| l.strip_prefix(name)?.strip_prefix(':'));
    let kilobytes: Option<u64> = line.and_then(|l| l.split_whitespace().next()?.parse().ok());
    kilobytes.unwrap_or(0) / 1024
}

fn article(line: &str) -> (String, String) {
    let value: serde_json::Value = serde_json::from_str(line).expect("a line is JSON");
    let text = |key: &str| value[key].as_str().unwrap_or_default().to_owned();
    (text("headline"), text("text"))
}

/// The article; from its second appearance on with other years and names and without a third of its sentences.
fn capture((title, text): &(String, String), at: usize, round: usize, known: &BTreeSet<String>) -> Capture {
    let changed = |text: &str| names(&years(text, round), round, known);
    let kept = |(sentence, words): &(usize, &str)| round == 0 || pick(&(at, sentence, words)) % 3 != 0;
    let text: String = match round {
        0 => text.clone(),
        _ => text
            .split_inclusive('。')
            .enumerate()
            .filter(kept)
            .map(|(_, sentence)| changed(sentence))
            .collect(),
    };
    let title = if round == 0 { title.clone() } else { changed(title) };
    let declared = Declared { title: Some(title), ..Declared::default() };
    Capture { source: format!("{at:06}"), media: Media::Text, text, declared }
}

/// A number that depends on nothing but the value.
fn pick(value: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}

/// The text with every `2011年` moved by the number of the round.
fn years(text: &str, round: usize) -> String {
    let (mut out, mut digits) = (String::with_capacity(text.len()), String::new());
    for c in text.chars().chain(['\0']) {
        if c.is_ascii_digit() {
            digits.push(c);
            continue;
        }
        match digits.parse::<usize>() {
            Ok(year) if c == '年' && digits.len() == 4 => out.push_str(&(year + round).to_string()),
            _ => out.push_str(&digits),
        }
        digits.clear();
        out.push(c);
    }
    out.truncate(out.len() - 1);
    out
}

fn is_kana(c: char) -> bool {
    matches!(c, '\u{30a2}'..='\u{30ed}' | '\u{30f3}' | '\u{30fc}')
}

/// The words in katakana of known names.
fn words(lexicon: &Lexicon) -> BTreeSet<String> {
    let names = lexicon.actors.known.iter().map(|k| k.name.as_str());
    names.flat_map(|name| name.split(|c| !is_kana(c))).map(str::to_owned).collect()
}

/// The text with every word in katakana that is in no known name moved along the syllabary.
fn names(text: &str, round: usize, known: &BTreeSet<String>) -> String {
    let (mut out, mut word) = (String::with_capacity(text.len()), String::new());
    for c in text.chars().chain(['\0']) {
        if is_kana(c) {
            word.push(c);
            continue;
        }
        let stays = word.chars().count() < 3 || known.contains(&word);
        out.extend(word.drain(..).map(|c| if stays { c } else { turned(c, round) }));
        out.push(c);
    }
    out.truncate(out.len() - 1);
    out
}

fn turned(c: char, round: usize) -> char {
    const FIRST: u32 = 0x30a2;
    const LAST: u32 = 0x30ed;
    if c as u32 > LAST {
        return c;
    }
    let at = (c as u32 - FIRST + round as u32 * 7) % (LAST - FIRST + 1);
    char::from_u32(FIRST + at).unwrap_or(c)
}
