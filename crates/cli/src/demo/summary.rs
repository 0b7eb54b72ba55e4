//! The ledger on one screen or two: how much there is, what happened, who said what, what is contradicted, what moved.

use crate::list::timeline::who;
use crate::list::{bounds, quantity};
use crate::messages::Messages;
use crate::output::printable;
use crate::workspace::Story;
use anstyle::{AnsiColor, Style};
use std::io::{self, Write};
use tenkyo_record::ledger::{Dispute, Occurrence, Series, Transfer, Utterance};

const HEAD: Style = Style::new().bold();
const FAINT: Style = Style::new().dimmed();
const WHO: Style = AnsiColor::Cyan.on_default();

/// Longest quotation, in characters.
const QUOTE: usize = 48;
/// Most entries of one list; the verbs show all.
const ENTRIES: usize = 12;

/// Writes the summary.
pub fn write(out: &mut impl Write, story: &Story, messages: &Messages) -> io::Result<()> {
    let page = Page { story, messages };
    page.counts(out)?;
    page.list(out, "timeline", &story.ledger.occurrences, |o| page.occurrence(o))?;
    page.list(out, "statements", &story.ledger.utterances, |u| page.utterance(u))?;
    page.list(out, "transfers", &story.ledger.transfers, |t| page.transfer(t))?;
    page.list(out, "series", &story.ledger.series, |s| page.series(s))?;
    page.list(out, "disputes", &story.ledger.disputes, |d| page.dispute(d))
}

struct Page<'a> {
    story: &'a Story,
    messages: &'a Messages,
}

impl Page<'_> {
    fn counts(&self, out: &mut impl Write) -> io::Result<()> {
        let l = &self.story.ledger;
        let counts = [
            ("documents", l.documents.len()),
            ("actors", l.actors.len()),
            ("occurrences", l.occurrences.len()),
            ("utterances", l.utterances.len()),
            ("transfers", l.transfers.len()),
            ("claims", l.claims.len()),
            ("disputes", l.disputes.len()),
        ];
        let values: Vec<(&str, String)> = counts.iter().map(|(name, n)| (*name, n.to_string())).collect();
        let values: Vec<(&str, &str)> = values.iter().map(|(name, n)| (*name, n.as_str())).collect();
        writeln!(out, "{}", self.messages.fill("demo.counts", &values))
    }

    fn list<T>(
        &self,
        out: &mut impl Write,
        verb: &str,
        entries: &[T],
        line: impl Fn(&T) -> String,
    ) -> io::Result<()> {
        let title = self.messages.fill(&format!("title.{verb}"), &[]);
        writeln!(out, "\n{HEAD}{title}{HEAD:#} {FAINT}tenkyo {verb}{FAINT:#}")?;
        // Evenly over the whole list, so that its end is seen too.
        let step = entries.len().div_ceil(ENTRIES).max(1);
        for entry in entries.iter().step_by(step) {
            writeln!(out, "  {}", line(entry))?;
        }
        let hidden = entries.len() - entries.iter().step_by(step).count();
        if hidden > 0 {
            let more = self.messages.fill("demo.more", &[("count", &hidden.to_string())]);
            writeln!(out, "  {FAINT}{more}{FAINT:#}")?;
        }
        Ok(())
    }

    fn value(&self, name: &str) -> String {
        self.messages.fill(&format!("value.{name}"), &[])
    }

    /// How sure, unless it is plainly asserted.
    fn doubt(&self, certainty: &str, polarity: &str) -> String {
        let not =
            if polarity == "-" { format!(" [{}]", self.messages.text("value.not")) } else { String::new() };
        if certainty == "certain" { not } else { format!("{not} [{}]", self.value(certainty)) }
    }

    fn sources(&self, documents: usize, roots: &[String]) -> String {
        let values = [("documents", documents.to_string()), ("roots", self.story.names(roots))];
        let values: Vec<(&str, &str)> = values.iter().map(|(name, v)| (*name, v.as_str())).collect();
        format!("{FAINT}{}{FAINT:#}", self.messages.fill("demo.sources", &values))
    }

    fn occurrence(&self, o: &Occurrence) -> String {
        format!(
            "{:<10} {WHO}{}{WHO:#}: {} {} {}{}  {}",
            o.date.as_deref().unwrap_or("?"),
            printable(&who(self.story, o)),
            o.kind,
            o.mode.as_deref().unwrap_or(""),
            cut(&o.label),
            self.doubt(&o.certainty, &o.polarity),
            self.sources(self.story.documents(&o.members), &o.roots)
        )
    }

    fn utterance(&self, u: &Utterance) -> String {
        let words = if u.mode == "direct" { format!("「{}」", cut(&u.text)) } else { cut(&u.text) };
        let via = if u.via.is_empty() { String::new() } else { format!(" ← {}", self.story.names(&u.via)) };
        format!(
            "{:<10} {WHO}{}{WHO:#}{via}: {words}{}",
            u.date.as_deref().unwrap_or("?"),
            printable(&u.speaker.as_ref().map_or_else(|| "?".into(), |s| self.story.name(s).to_owned())),
            self.doubt(&u.certainty, &u.polarity)
        )
    }

    fn transfer(&self, t: &Transfer) -> String {
        let name =
            |id: &Option<String>| id.as_ref().map_or_else(|| "?".into(), |id| self.story.name(id).to_owned());
        let amount = t.quantity.as_ref().map(|q| format!(" {}", quantity(q))).unwrap_or_default();
        format!(
            "{:<10} {WHO}{} → {}{WHO:#}: {}{amount} ({}){}  {}",
            t.date.as_deref().unwrap_or("?"),
            printable(&name(&t.giver)),
            printable(&name(&t.receiver)),
            cut(&t.item),
            self.value(&t.status),
            self.doubt(&t.certainty, &t.polarity),
            self.sources(self.story.documents(&t.members), &t.roots)
        )
    }

    fn series(&self, s: &Series) -> String {
        let point = |p: &tenkyo_record::ledger::Point| {
            let root = self.story.names(&p.root);
            let value = bounds(p.min.as_ref(), p.max.as_ref());
            format!("{} {value} ({})", p.as_of.as_deref().unwrap_or("?"), printable(&root))
        };
        let points: Vec<String> = s.points.iter().map(point).collect();
        format!("{WHO}{}{WHO:#} [{}]: {}", printable(&s.what), s.unit, points.join(" · "))
    }

    fn dispute(&self, d: &Dispute) -> String {
        let side = |s: &tenkyo_record::ledger::Side| {
            let words = s.members.first().map(|m| cut(&self.story.words(m))).unwrap_or_default();
            format!("{}「{words}」", self.value(&s.label))
        };
        let sides: Vec<String> = d.sides.iter().map(side).collect();
        format!("{WHO}{}{WHO:#} ({}): {}", cut(&d.about), self.value(&d.kind), sides.join(" ⇔ "))
    }
}

/// Text cut to a line.
fn cut(text: &str) -> String {
    let text = printable(text);
    match text.char_indices().nth(QUOTE) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text,
    }
}
