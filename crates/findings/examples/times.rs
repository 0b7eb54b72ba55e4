//! Marks the times of texts on standard input, one text a line: `⟦words|VALUE MOD⟧`. For whoever writes rules.
//!
//! `times [PUBLISHED] < lines.txt`; `\n` in a line begins a new block.

use std::io::{BufRead, Write};
use tenkyo_findings::{Context, times};
use tenkyo_japanese::Japanese;
use tenkyo_lexicon::Lexicon;
use tenkyo_model::{Capture, Declared, Findings, Media};

fn main() -> std::io::Result<()> {
    let published = std::env::args().nth(1);
    let lexicon = Lexicon::embedded().expect("the embedded data is sound");
    let mut japanese = Japanese::new();
    let mut out = std::io::stdout().lock();
    for line in std::io::stdin().lock().lines() {
        let text = line?.replace("\\n", "\n");
        let declared = Declared { published: published.clone(), ..Declared::default() };
        let capture = Capture { source: String::new(), media: Media::Text, text, declared };
        let (article, _) = tenkyo_article::read(&capture, &lexicon);
        let (analysis, _) = japanese.analyze(&article);
        let mut findings = Findings::default();
        let context = Context { article: &article, analysis: &analysis, lexicon: &lexicon };
        times::find(context, &mut findings, &mut Vec::new());
        writeln!(out, "{}", marked(&article.text, &findings))?;
    }
    Ok(())
}

fn marked(text: &str, findings: &Findings) -> String {
    let mut out = findings.published.as_ref().map_or("-".to_owned(), |p| p.value.clone()) + " ";
    let mut at = 0;
    for time in &findings.times {
        let modifier = time.modifier.map_or(String::new(), |m| format!(" {}", m.name()));
        out.push_str(&text[at..time.span.start as usize]);
        out.push_str(&format!("⟦{}|{}{modifier}⟧", &text[time.span], time.value));
        at = time.span.end as usize;
    }
    (out + &text[at..]).replace('\n', "\\n")
}
