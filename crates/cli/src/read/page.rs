//! One document as a page for a terminal: its sentences, and under each what was found in it.

use crate::list::quantity;
use crate::messages::Messages;
use crate::output::printable;
use anstyle::{AnsiColor, Style};
use std::io::{self, Write};
use tenkyo_record::analysis::{Analysis, Points};

const STRONG: Style = Style::new().bold();
const FAINT: Style = Style::new().dimmed();
const ACTOR: Style = AnsiColor::Cyan.on_default();
const SAID: Style = AnsiColor::Green.on_default();
const DONE: Style = AnsiColor::Yellow.on_default();
const WHEN: Style = AnsiColor::Magenta.on_default();

/// Writes the page.
pub fn write(out: &mut impl Write, analysis: &Analysis, messages: &Messages) -> io::Result<()> {
    let page = Page { analysis, messages, text: analysis.document.text.chars().collect() };
    page.head(out)?;
    for block in &analysis.blocks {
        writeln!(out, "\n{FAINT}[{}]{FAINT:#}", messages.fill(&format!("block.{}", block.kind), &[]))?;
        for sentence in page.sentences(block.span) {
            page.sentence(out, sentence)?;
        }
    }
    page.actors(out)
}

struct Page<'a> {
    analysis: &'a Analysis,
    messages: &'a Messages,
    text: Vec<char>,
}

impl Page<'_> {
    fn words(&self, [start, end]: Points) -> String {
        printable(&self.text.get(start..end).unwrap_or_default().iter().collect::<String>())
    }

    fn name(&self, id: &str) -> String {
        let actor = self.analysis.actors.iter().find(|a| a.id == id);
        printable(actor.map_or(id, |a| &a.name))
    }

    fn names<'s>(&self, ids: impl IntoIterator<Item = &'s String>) -> String {
        let names: Vec<String> = ids.into_iter().map(|id| self.name(id)).collect();
        if names.is_empty() { "?".into() } else { names.join("・") }
    }

    fn value(&self, name: &str) -> String {
        self.messages.fill(&format!("value.{name}"), &[])
    }

    fn head(&self, out: &mut impl Write) -> io::Result<()> {
        let d = &self.analysis.document;
        let title = d.title.as_deref().unwrap_or(&d.source);
        writeln!(out, "{STRONG}{}{STRONG:#}", printable(title))?;
        let published = d.published.as_ref().map(|p| {
            let basis = self.messages.fill(&format!("basis.{}", p.basis), &[]);
            format!("{} ({basis})", p.value)
        });
        let facts = [d.outlet.clone(), d.byline.clone(), published, Some(d.source.clone())];
        let facts: Vec<String> = facts.into_iter().flatten().map(|f| printable(&f)).collect();
        writeln!(out, "{FAINT}{}{FAINT:#}", facts.join(" · "))
    }

    /// The sentences of a block: up to a full stop outside brackets, or a line end.
    fn sentences(&self, [start, end]: Points) -> Vec<Points> {
        let (mut sentences, mut from, mut depth) = (Vec::new(), start, 0usize);
        for (at, c) in self.text[start..end].iter().enumerate().map(|(i, c)| (start + i, c)) {
            match c {
                '「' | '『' => depth += 1,
                '」' | '』' => depth = depth.saturating_sub(1),
                _ => {}
            }
            if *c == '\n' || (*c == '。' && depth == 0) {
                sentences.push([from, at + 1]);
                from = at + 1;
                depth = if *c == '\n' { 0 } else { depth };
            }
        }
        sentences.push([from, end]);
        sentences.retain(|s| !self.words(*s).trim().is_empty());
        sentences
    }

    fn sentence(&self, out: &mut impl Write, sentence: Points) -> io::Result<()> {
        writeln!(out, "{}", self.coloured(sentence))?;
        let within = |span: Points| sentence[0] <= span[0] && span[0] < sentence[1];
        let a = self.analysis;
        for time in a.times.iter().filter(|t| within(t.span)) {
            let modifier = time.modifier.as_ref().map(|m| format!(" {m}")).unwrap_or_default();
            self.line(out, WHEN, "time", &format!("{} = {}{modifier}", self.words(time.span), time.value))?;
        }
        for q in a.quantities.iter().filter(|q| within(q.span)) {
            self.line(out, WHEN, "quantity", &format!("{} = {}", self.words(q.span), quantity(&q.amount)))?;
        }
        for s in a.statements.iter().filter(|s| within(s.content)) {
            self.line(out, SAID, "statement", &self.statement(s))?;
        }
        for e in a.events.iter().filter(|e| within(e.trigger)) {
            self.line(out, DONE, "event", &self.event(e))?;
        }
        for t in a.transfers.iter().filter(|t| within(t.span)) {
            self.line(out, DONE, "transfer", &self.transfer(t))?;
        }
        for f in a.forecasts.iter().filter(|f| within(f.span)) {
            let by = self.names(&f.by);
            let line = format!("{by}: {} [{}]", self.words(f.span), self.value(&f.likelihood));
            self.line(out, DONE, "forecast", &line)?;
        }
        Ok(())
    }

    fn line(&self, out: &mut impl Write, style: Style, layer: &str, words: &str) -> io::Result<()> {
        let layer = self.messages.fill(&format!("layer.{layer}"), &[]);
        writeln!(out, "    {style}{layer}{style:#}  {words}")
    }

    /// The words of a sentence with the mentions of actors in colour.
    fn coloured(&self, [start, end]: Points) -> String {
        let mentions = self.analysis.actors.iter().flat_map(|a| &a.mentions).map(|m| m.span);
        let mut mentions: Vec<Points> =
            mentions.filter(|m| start <= m[0] && m[1] <= end && m[0] < m[1]).collect();
        mentions.sort_by_key(|m| (m[0], std::cmp::Reverse(m[1])));
        let (mut line, mut at) = (String::new(), start);
        for [from, to] in mentions {
            if from >= at {
                line += &self.words([at, from]);
                line += &format!("{ACTOR}{}{ACTOR:#}", self.words([from, to]));
                at = to;
            }
        }
        line + self.words([at, end]).trim_end()
    }

    fn statement(&self, s: &tenkyo_record::analysis::Statement) -> String {
        let words = self.words(s.content);
        let words = if s.mode == "direct" { format!("「{words}」") } else { words };
        let via = if s.via.is_empty() { String::new() } else { format!(" ← {}", self.names(&s.via)) };
        format!("{}{via}: {words} {}", self.names(&s.speaker), self.certainty(&s.certainty, &s.polarity))
    }

    fn event(&self, e: &tenkyo_record::analysis::Event) -> String {
        let mode = e.mode.as_ref().map(|m| format!("/{m}")).unwrap_or_default();
        let when = e.date.as_ref().map(|d| format!(" {d}")).unwrap_or_default();
        let place = e.place.as_ref().map(|p| format!(" @{}", self.name(p))).unwrap_or_default();
        let target =
            if e.target.is_empty() { String::new() } else { format!(" → {}", self.names(&e.target)) };
        format!(
            "{}{mode} {}{target}: {}{when}{place} {}{}",
            e.kind,
            self.names(&e.source),
            self.words(e.trigger),
            self.certainty(&e.certainty, &e.polarity),
            self.according_to(&e.according_to)
        )
    }

    fn transfer(&self, t: &tenkyo_record::analysis::Transfer) -> String {
        let amount = t.quantity.as_ref().map(|q| format!(" {}", quantity(q))).unwrap_or_default();
        let when = t.date.as_ref().map(|d| format!(" {d}")).unwrap_or_default();
        format!(
            "{} → {}: {}{amount}{when} {} {}{}",
            self.names(&t.giver),
            self.names(&t.receiver),
            self.words(t.item),
            self.value(&t.status),
            self.certainty(&t.certainty, &t.polarity),
            self.according_to(&t.according_to)
        )
    }

    fn certainty(&self, certainty: &str, polarity: &str) -> String {
        let not = if polarity == "-" { "−" } else { "" };
        format!("[{not}{}]", self.value(certainty))
    }

    fn according_to(&self, chain: &[String]) -> String {
        if chain.is_empty() { String::new() } else { format!(" ← {}", self.names(chain)) }
    }

    fn actors(&self, out: &mut impl Write) -> io::Result<()> {
        if self.analysis.actors.is_empty() {
            return Ok(());
        }
        writeln!(out, "\n{FAINT}[{}]{FAINT:#}", self.messages.text("layer.actors"))?;
        for actor in &self.analysis.actors {
            let titles: Vec<&str> = actor.roles.iter().map(|r| r.title.as_str()).collect();
            let titles = if titles.is_empty() { String::new() } else { format!(" ({})", titles.join("・")) };
            let kind = self.value(&actor.kind);
            let name = printable(&actor.name);
            writeln!(out, "  {ACTOR}{name}{ACTOR:#}{} {kind} ×{}", printable(&titles), actor.mentions.len())?;
        }
        Ok(())
    }
}
