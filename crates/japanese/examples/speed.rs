//! Characters a second of processor time: the tokenizer alone and the whole parse, side by side. `speed FILE [REPEATS]`;
//! the file should have some 100,000 characters, for the count of the processor goes by milliseconds.

#![expect(clippy::print_stdout, reason = "it prints its measurements")]

use std::time::Instant;
use tenkyo_japanese::{Japanese, Tokenizer};
use tenkyo_text::Span;

fn main() {
    let mut arguments = std::env::args().skip(1);
    let path = arguments.next().expect("usage: speed FILE [REPEATS]");
    let repeats: usize = arguments.next().map_or(5, |n| n.parse().expect("REPEATS is a number"));
    let start = Instant::now();
    let mut japanese = Japanese::new();
    japanese.analyze_sentence("開始。");
    println!("start: {:.1} ms", start.elapsed().as_secs_f64() * 1e3);
    let text = std::fs::read_to_string(path).expect("FILE is UTF-8 text");
    let lines: Vec<&str> = text.lines().filter(|l| !l.trim().is_empty()).collect();
    let characters: usize = lines.iter().map(|l| l.chars().count()).sum();
    let mut tokenizer = Tokenizer::new();
    let mut tokens = Vec::new();
    let best = |mut run: Box<dyn FnMut() + '_>| {
        (0..repeats)
            .map(|_| {
                let start = processor_time();
                run();
                processor_time() - start
            })
            .fold(f64::MAX, f64::min)
    };
    let bare = best(Box::new(|| {
        for line in &lines {
            tokens.clear();
            tokenizer.tokenize(line, Span::of(line), &mut tokens);
        }
    }));
    let whole = best(Box::new(|| {
        for line in &lines {
            std::hint::black_box(japanese.analyze_sentence(line));
        }
    }));
    println!("tokenizer: {:.2} M characters/s", characters as f64 / bare / 1e6);
    println!(
        "parse:     {:.2} M characters/s, {:.1} times the tokenizer's time",
        characters as f64 / whole / 1e6,
        whole / bare
    );
}

/// Seconds that this process has had a processor, so that others on the machine count less; of the clock, where Linux does
/// not say.
fn processor_time() -> f64 {
    static START: std::sync::OnceLock<Instant> = std::sync::OnceLock::new();
    let of_clock = || START.get_or_init(Instant::now).elapsed().as_secs_f64();
    let line = std::fs::read_to_string("/proc/self/schedstat").unwrap_or_default();
    let nanoseconds = line.split(' ').next().and_then(|n| n.parse::<f64>().ok());
    nanoseconds.map_or_else(of_clock, |n| n / 1e9)
}
