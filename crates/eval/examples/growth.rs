//! How time and memory grow with the number of articles, from text to ledger, in processor seconds of all threads:
//! `cargo run --release -p tenkyo-eval --example growth -- ARTICLES.jsonl COUNT [READINGS.jsonl]`, or `benches/growth.sh` for the
//! whole curve. `articles` makes the file.
//!
//! With a third argument what was read is kept in that file, or taken from it where it is there: reading takes longer than the
//! ledger and need not be measured each time.
#![allow(clippy::print_stdout, reason = "a command for developers; its output is its purpose")]

use std::io::{BufRead, BufReader, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tenkyo_ledger::{Growing, Reading};
use tenkyo_lexicon::Lexicon;
use tenkyo_model::{Capture, Declared, Media};
use tenkyo_pipeline::Reader;
use tenkyo_record::analysis::Analysis;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [path, count, kept @ ..] = arguments.as_slice() else {
        panic!("usage: growth ARTICLES.jsonl COUNT [READINGS.jsonl]")
    };
    let count = count.parse().expect("a count is a number");
    let lexicon = Arc::new(Lexicon::embedded().expect("the embedded data is sound"));
    let kept = kept.first().map(PathBuf::from);
    let start = processor();
    let readings = match kept.as_deref().filter(|kept| kept.is_file()) {
        Some(kept) => again(kept, count),
        None => read(Path::new(path), count, &lexicon, kept.as_deref()),
    };
    assert_eq!(readings.len(), count, "the files hold too few articles");
    measure(readings, processor() - start, &lexicon);
}

/// Builds the ledger at once, then adds the last document anew to one that has grown to all the others.
fn measure(mut readings: Vec<Reading>, read: f64, lexicon: &Lexicon) {
    let count = readings.len();
    let characters: usize = readings.iter().map(|r| r.article.text.chars().count()).sum();
    let after_reading = memory("VmRSS");
    let start = processor();
    let ledger = tenkyo_ledger::build_with(&readings, lexicon);
    let built = processor() - start;
    let peak = memory("VmHWM");
    let last = readings.pop().expect("there is a document");
    let mut growing = Growing::new(lexicon);
    readings.into_iter().for_each(|reading| growing.add(reading));
    drop(growing.ledger());
    let (start, clock) = (processor(), std::time::Instant::now());
    growing.add(last);
    let grown = growing.ledger();
    let (added, waited) = (processor() - start, clock.elapsed().as_secs_f64());
    assert!(grown == ledger, "a ledger that grew is the one that is built at once");
    println!(
        "articles\tMchars\tread_s\tread_MiB\tledger_s\tpeak_MiB\tadd_one_s\twait_s\tactors\toccurrences\tutterances\tjudgements\tcopies"
    );
    println!(
        "{count}\t{:.2}\t{read:.2}\t{after_reading}\t{built:.2}\t{peak}\t{added:.2}\t{waited:.2}\t{}\t{}\t{}\t{}\t{}",
        characters as f64 / 1e6,
        ledger.actors.len(),
        ledger.occurrences.len(),
        ledger.utterances.len(),
        ledger.judgements.len(),
        ledger.documents.iter().filter(|d| d.copy_of.is_some()).count(),
    );
}

/// Reads the first articles of the file, and keeps what was read if a file is named for it.
fn read(path: &Path, count: usize, lexicon: &Arc<Lexicon>, kept: Option<&Path>) -> Vec<Reading> {
    let mut reader = Reader::new(lexicon.clone());
    let mut keep =
        kept.map(|kept| BufWriter::new(std::fs::File::create(kept).expect("READINGS can be made")));
    let one = |(at, line): (usize, String)| {
        let found = reader.read(&capture(&line, at));
        if let Some(keep) = &mut keep {
            let record = Analysis::new(&found.article, &found.findings, &found.diagnostics);
            serde_json::to_writer(&mut *keep, &record).expect("a record is JSON");
            keep.write_all(b"\n").expect("READINGS takes it");
        }
        Reading { article: found.article, findings: found.findings }
    };
    lines(path).take(count).enumerate().map(one).collect()
}

/// What was read before.
fn again(kept: &Path, count: usize) -> Vec<Reading> {
    let one = |line: String| {
        let record = Analysis::parse(&line).expect("READINGS holds records of this version");
        let (article, findings) = (record.article(), record.findings());
        Reading { article: article.expect("its spans lie in it"), findings: findings.expect("so do these") }
    };
    lines(kept).take(count).map(one).collect()
}

fn lines(path: &Path) -> impl Iterator<Item = String> {
    let file = std::fs::File::open(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    BufReader::new(file).lines().map(|line| line.expect("a line is text"))
}

fn capture(line: &str, at: usize) -> Capture {
    let value: serde_json::Value = serde_json::from_str(line).expect("a line is JSON");
    let text = |key: &str| value[key].as_str().map(str::to_owned);
    let declared = Declared {
        title: text("title"),
        outlet: text("outlet"),
        published: text("published"),
        ..Declared::default()
    };
    Capture {
        source: format!("{at:06}"),
        media: Media::Text,
        text: text("text").unwrap_or_default(),
        declared,
    }
}

/// Seconds of processor time that all threads have used, whatever else the machine does; 0 where `/proc` does not tell.
fn processor() -> f64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    // After the name in brackets: the state, ten other fields, then user and system time in hundredths of a second.
    let fields = stat.rsplit(')').next().unwrap_or_default().split_whitespace();
    fields.skip(11).take(2).filter_map(|ticks| ticks.parse::<f64>().ok()).sum::<f64>() / 100.0
}

/// A value of `/proc/self/status` in MiB; 0 where there is none.
fn memory(name: &str) -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|l| l.strip_prefix(name)?.strip_prefix(':'));
    let kilobytes: Option<u64> = line.and_then(|l| l.split_whitespace().next()?.parse().ok());
    kilobytes.unwrap_or(0) / 1024
}
