//! The report as Markdown with footnotes.

use crate::report::Report;
use askama::Template;
use std::fmt::{self, Write};

#[derive(Template)]
#[template(path = "brief.md")]
struct Page<'a> {
    report: &'a Report<'a>,
}

pub(crate) fn write(report: &Report<'_>) -> String {
    Page { report }.render().expect("the template writes into a string")
}

/// Escapes everything that Markdown or the HTML in it would take for a sign.
#[derive(Clone, Copy)]
pub(crate) struct Markdown;

impl askama::filters::Escaper for Markdown {
    fn write_escaped_str<W: Write>(&self, mut out: W, text: &str) -> fmt::Result {
        for c in text.chars() {
            self.write_escaped_char(&mut out, c)?;
        }
        Ok(())
    }

    fn write_escaped_char<W: Write>(&self, mut out: W, c: char) -> fmt::Result {
        match c {
            '<' => out.write_str("&lt;"),
            '>' => out.write_str("&gt;"),
            '&' => out.write_str("&amp;"),
            // What could begin a block (`-`, `1.`) never stands at the start of a line.
            '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '#' | '|' | '~' | '!' | '$' | '^' => {
                out.write_char('\\')?;
                out.write_char(c)
            }
            c => out.write_char(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use askama::filters::Escaper;

    #[test]
    fn signs_are_letters() {
        let mut out = String::new();
        Markdown.write_escaped_str(&mut out, "<b>[x](javascript:1) ![i] *a* _b_ `c`").unwrap();
        assert_eq!(out, r"&lt;b&gt;\[x\](javascript:1) \!\[i\] \*a\* \_b\_ \`c\`");
    }
}
