//! As many articles as a benchmark needs, one JSON object a line as `tenkyo add` and `growth` read them:
//! `cargo run --release -p tenkyo-eval --example articles -- FILE.jsonl COUNT > ARTICLES.jsonl`
//!
//! The file has one article a line with `text` and, if it likes, `headline`. Where it has fewer articles than asked for they come
//! again with other years, other names and some sentences left out: another story in the same words, as news has it. Each gets a
//! day of publication (the first that its text names, else one picked for it) and one of a few outlets.
#![allow(clippy::print_stdout, reason = "a command for developers; its output is its purpose")]

use std::collections::BTreeSet;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::Write;
use tenkyo_lexicon::Lexicon;

const OUTLETS: usize = 24;
/// The year and the number of days from which a day is picked for an article that names none: those of the corpus.
const FIRST_YEAR: usize = 2005;
const YEARS: usize = 14;

fn main() {
    let mut arguments = std::env::args().skip(1);
    let (path, count) = arguments.next().zip(arguments.next()).expect("usage: articles FILE.jsonl COUNT");
    let count: usize = count.parse().expect("a count is a number");
    let content = std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{path}: {e}"));
    let articles: Vec<(String, String)> = content.lines().map(article).collect();
    let known = words(&Lexicon::embedded().expect("the embedded data is sound"));
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    for at in 0..count {
        let line = changed(&articles[at % articles.len()], at, at / articles.len(), &known);
        writeln!(out, "{line}").expect("standard output takes it");
    }
}

fn article(line: &str) -> (String, String) {
    let value: serde_json::Value = serde_json::from_str(line).expect("a line is JSON");
    let text = |key: &str| value[key].as_str().unwrap_or_default().to_owned();
    (text("headline"), text("text"))
}

/// The article; from its second appearance on with other years and names and without a third of its sentences.
fn changed(
    (title, text): &(String, String),
    at: usize,
    round: usize,
    known: &BTreeSet<String>,
) -> serde_json::Value {
    let turn = |text: &str| names(&years(text, round), round, known);
    let kept = |(sentence, words): &(usize, &str)| round == 0 || pick(&(at, sentence, words)) % 3 != 0;
    let sentences = text.split_inclusive('。').enumerate().filter(kept);
    let text: String = sentences.map(|(_, sentence)| turn(sentence)).collect();
    let published = first_day(&text).unwrap_or_else(|| some_day(at, round));
    let outlet = format!("outlet {:02}", pick(&("outlet", at)) as usize % OUTLETS);
    serde_json::json!({ "title": turn(title), "text": text, "published": published, "outlet": outlet })
}

/// A number that depends on nothing but the value.
fn pick(value: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}

/// The first `2011年4月7日` of a text, as ISO has it.
fn first_day(text: &str) -> Option<String> {
    text.match_indices('年').find_map(|(at, _)| {
        let year = text[..at].get(at.checked_sub(4)?..)?.parse::<u16>().ok()?;
        let (month, rest) = text[at + '年'.len_utf8()..].split_once('月')?;
        let (day, _) = rest.split_once('日')?;
        let (month, day) = (month.parse::<u8>().ok()?, day.parse::<u8>().ok()?);
        let known = (1..=12).contains(&month) && (1..=28).contains(&day);
        known.then(|| format!("{year:04}-{month:02}-{day:02}"))
    })
}

fn some_day(at: usize, round: usize) -> String {
    let day = pick(&("day", at)) as usize;
    format!("{:04}-{:02}-{:02}", FIRST_YEAR + round + day % YEARS, 1 + day / YEARS % 12, 1 + day / 997 % 28)
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
