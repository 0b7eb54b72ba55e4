//! Characters a second of the time layer alone, resolution and publication date included:
//! `cargo bench -p tenkyo-findings --bench times [-- FILE…]`. Without files, on a text of its own that is dense in dates.

#![allow(clippy::print_stdout, reason = "the figure is its output")]

use std::time::Instant;
use tenkyo_findings::{Context, times};
use tenkyo_japanese::Japanese;
use tenkyo_lexicon::Lexicon;
use tenkyo_model::{Capture, Declared, Findings, Media};

const DENSE: &str = "⟦架空⟧通信は2024年6月18日午後3時半ごろ、代表団が去年9月以来およそ9カ月ぶりに到着したと伝えた。\
翌19日未明には首脳が出迎え、同日夜まで2時間半にわたって会談した。協定は1961年に結ばれ、1996年に失効していた。\n";

fn main() {
    let files: Vec<String> = std::env::args().skip(1).filter(|a| !a.starts_with("--")).collect();
    let texts: Vec<String> = if files.is_empty() {
        vec![DENSE.repeat(20); 50]
    } else {
        files.iter().map(|f| std::fs::read_to_string(f).expect("FILE is UTF-8 text")).collect()
    };
    let lexicon = Lexicon::embedded().expect("the embedded data is sound");
    let mut japanese = Japanese::new();
    let (mut seconds, mut characters, mut found) = (0.0, 0, 0);
    for text in texts.iter().flat_map(|t| t.split("\n\n\n")).filter(|t| !t.trim().is_empty()) {
        let capture = Capture {
            source: String::new(),
            media: Media::Text,
            text: text.to_owned(),
            declared: Declared::default(),
        };
        let (article, _) = tenkyo_article::read(&capture, &lexicon);
        let (analysis, _) = japanese.analyze(&article);
        let context = Context { article: &article, analysis: &analysis, lexicon: &lexicon };
        let mut findings = Findings::default();
        let start = Instant::now();
        times::find(context, &mut findings, &mut Vec::new());
        seconds += start.elapsed().as_secs_f64();
        characters += text.chars().count();
        found += findings.times.len();
    }
    let rate = characters as f64 / seconds;
    println!(
        "{characters} characters, {found} times: {:.2} M characters/s, {:.0} M an hour",
        rate / 1e6,
        rate * 3600.0 / 1e6
    );
}
