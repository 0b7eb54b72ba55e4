//! A finding as one line of text, for specs.

use tenkyo_model::{ActorId, Findings};
use tenkyo_pipeline::Reading;
use tenkyo_text::Span;

/// The lines of one layer of a reading.
///
/// # Errors
/// The name of a layer that does not exist.
pub fn layer(reading: &Reading, layer: &str) -> Result<Vec<String>, String> {
    let r = Renderer { text: &reading.article.text, findings: &reading.findings };
    Ok(match layer {
        "blocks" => reading
            .article
            .blocks
            .iter()
            .map(|b| format!("{} | {}", b.kind.name(), r.words(b.span)))
            .collect(),
        "sentences" => reading.analysis.sentences.iter().map(|s| r.words(s.span).to_owned()).collect(),
        "bunsetsu" => bunsetsu(reading),
        "entities" => reading
            .analysis
            .entities
            .iter()
            .map(|e| format!("{} | {}", r.words(e.span), e.label.name()))
            .collect(),
        "published" => r.published(),
        "times" => r.times(),
        "quantities" => r.quantities(),
        "actors" => r.actors(),
        "statements" => r.statements(),
        "events" => r.events(),
        "transfers" => r.transfers(),
        "forecasts" => r.forecasts(),
        "equipment" => r.equipment(),
        "launches" => r.launches(),
        "agreements" => r.agreements(),
        other => return Err(format!("there is no layer named {other}")),
    })
}

/// One line a sentence: bunsetsu with their heads, counted from 0 in the sentence.
fn bunsetsu(reading: &Reading) -> Vec<String> {
    let line = |s: &tenkyo_model::Sentence| {
        let each = reading.analysis.bunsetsu_of(s).iter().map(|b| {
            let head = b.head.map_or("-".into(), |h| (h - s.bunsetsu.start).to_string());
            format!("{}→{head}", &reading.article.text[b.span])
        });
        each.collect::<Vec<_>>().join(" ")
    };
    reading.analysis.sentences.iter().map(line).collect()
}

struct Renderer<'a> {
    text: &'a str,
    findings: &'a Findings,
}

impl<'a> Renderer<'a> {
    /// The words of a span, a line break shown as ⏎.
    fn words(&self, span: Span) -> String {
        self.text[span].replace('\n', "⏎")
    }

    fn actor(&self, id: ActorId) -> &'a str {
        &self.findings.actors[id.0 as usize].name
    }

    fn list(&self, ids: &[ActorId]) -> String {
        if ids.is_empty() {
            "-".into()
        } else {
            ids.iter().map(|i| self.actor(*i)).collect::<Vec<_>>().join("+")
        }
    }

    fn one(&self, id: Option<ActorId>) -> &'a str {
        id.map_or("-", |id| self.actor(id))
    }

    fn published(&self) -> Vec<String> {
        let line = |p: &tenkyo_model::Published| {
            let words = p.span.map_or("-".into(), |s| self.words(s));
            format!("{} | {} | {words}", p.value, p.basis.name())
        };
        self.findings.published.iter().map(line).collect()
    }

    fn times(&self) -> Vec<String> {
        let line = |t: &tenkyo_model::Time| {
            let modifier = t.modifier.map(|m| format!(" {}", m.name())).unwrap_or_default();
            format!("{} | {} {}{modifier}", self.words(t.span), t.kind.name(), t.value)
        };
        self.findings.times.iter().map(line).collect()
    }

    fn quantities(&self) -> Vec<String> {
        let line = |q: &tenkyo_model::Quantity| {
            let about = if q.approximate { " ~" } else { "" };
            format!("{} | {} {}{about}", self.words(q.span), bounds(q), q.unit)
        };
        self.findings.quantities.iter().map(line).collect()
    }

    fn actors(&self) -> Vec<String> {
        let line = |a: &tenkyo_model::Actor| {
            let mention = |m: &tenkyo_model::Mention| format!("{} ({})", self.words(m.span), m.form.name());
            let mentions = a.mentions.iter().map(mention).collect::<Vec<_>>().join(", ");
            format!("{} [{}] {mentions}", a.name, a.kind.name())
        };
        self.findings.actors.iter().map(line).collect()
    }

    fn statements(&self) -> Vec<String> {
        let line = |s: &tenkyo_model::Statement| {
            let cue = s.cue.map_or("-".into(), |c| self.words(c));
            let mut line =
                format!("{} 「{}」 | {} | {cue}", s.mode.name(), self.words(s.content), self.one(s.speaker));
            if !s.via.is_empty() {
                let via: Vec<&str> = s.via.iter().map(|l| self.actor(l.actor)).collect();
                line += &format!(" | via {}", via.join(" > "));
            }
            if let Some(to) = s.addressee {
                line += &format!(" | to {}", self.actor(to));
            }
            line + &format!(" | {}{}", s.polarity.name(), s.certainty.name())
        };
        self.findings.statements.iter().map(line).collect()
    }

    fn events(&self) -> Vec<String> {
        let line = |e: &tenkyo_model::Event| {
            let mode = e.mode.as_deref().map(|m| format!("/{m}")).unwrap_or_default();
            let (source, target) = (self.list(&e.source), self.list(&e.target));
            let mut line = format!("{}{mode} {} | {source} → {target}", e.kind.name(), self.words(e.trigger));
            line += &format!(" | {} | {}", date(&e.date, &e.date_local, &e.date_japan), self.one(e.place));
            line += &format!(" | {}{}", e.polarity.name(), e.certainty.name());
            line + &self.according(&e.according_to)
        };
        self.findings.events.iter().map(line).collect()
    }

    fn transfers(&self) -> Vec<String> {
        let line = |t: &tenkyo_model::Transfer| {
            let (giver, receiver) = (self.one(t.giver), self.one(t.receiver));
            let quantity = t.quantity.map(|q| &self.findings.quantities[q]);
            let quantity = quantity.map_or("-".into(), |q| format!("{} {}", bounds(q), q.unit));
            let mut line =
                format!("{giver} → {receiver} | {} [{}] | {quantity}", self.words(t.item), t.category);
            line += &format!(" | {} | {}", date(&t.date, &t.date_local, &t.date_japan), t.status.name());
            line += &format!(" | {}{}", t.polarity.name(), t.certainty.name());
            line + &self.according(&t.according_to) + &self.terms(&t.terms)
        };
        self.findings.transfers.iter().map(line).collect()
    }

    fn forecasts(&self) -> Vec<String> {
        let line = |f: &tenkyo_model::Forecast| {
            let horizon = f.horizon.as_deref().map(|h| format!(" | {h}")).unwrap_or_default();
            let condition = f.condition.map(|c| format!(" | if {}", self.words(c))).unwrap_or_default();
            format!(
                "「{}」 | {} | {}{horizon}{condition}",
                self.words(f.span),
                self.one(f.by),
                f.likelihood.name()
            )
        };
        self.findings.forecasts.iter().map(line).collect()
    }

    /// What is told beside the transfer itself; measures are left out, because they are the same for a whole category.
    fn terms(&self, terms: &tenkyo_model::Terms) -> String {
        let labels = ["in return for", "from", "to", "carried by"];
        let spans = [terms.in_return, terms.route_from, terms.route_to, terms.carrier];
        let told = labels.iter().zip(spans).filter_map(|(label, span)| Some((label, span?)));
        told.map(|(label, span)| format!(" | {label} {}", self.words(span))).collect()
    }

    fn equipment(&self) -> Vec<String> {
        let line = |e: &tenkyo_model::Equipment| {
            let mentions = e.mentions.iter().map(|m| self.words(*m)).collect::<Vec<_>>().join(", ");
            let latin = e.latin.as_deref().unwrap_or("-");
            format!("{} / {latin} [{}] {} | {mentions}", e.name, e.kind, e.maker.as_deref().unwrap_or("-"))
        };
        self.findings.equipment.iter().map(line).collect()
    }

    fn launches(&self) -> Vec<String> {
        let line = |l: &tenkyo_model::Launch| {
            let count = l.count.map(|n| format!(" ×{n}")).unwrap_or_default();
            let named =
                l.equipment.map(|e| format!(" ({})", self.findings.equipment[e].name)).unwrap_or_default();
            let mut line = format!("{} {}{named} | {}", l.kind.name(), self.words(l.what), self.one(l.by));
            line += &format!(" | {}{count} | {}", l.outcome.name(), l.date.as_deref().unwrap_or("-"));
            line += &format!(" | {}{}", l.polarity.name(), l.certainty.name());
            line + &self.according(&l.according_to)
        };
        self.findings.launches.iter().map(line).collect()
    }

    fn agreements(&self) -> Vec<String> {
        let date = |label: &str, d: &Option<tenkyo_model::AgreementDate>| {
            let shown = |d: &tenkyo_model::AgreementDate| {
                let words = d.span.map_or("knowledge".into(), |s| self.words(s));
                format!(" | {label} {} ({words})", d.value.as_deref().unwrap_or("-"))
            };
            d.as_ref().map(shown).unwrap_or_default()
        };
        let line = |a: &tenkyo_model::Agreement| {
            let known = a.knowledge.as_deref().unwrap_or("-");
            let mut line = format!("{} [{known}] | {}", a.name, self.list(&a.parties));
            line += &(date("signed", &a.signed) + &date("in force", &a.in_force) + &date("ended", &a.ended));
            let before =
                a.predecessor.map(|p| format!(" | in place of {}", self.findings.agreements[p].name));
            line += &before.unwrap_or_default();
            let clause = |c: &Span| format!(" | 「{}」", self.words(*c));
            line + &a.clauses.iter().map(clause).collect::<String>()
        };
        self.findings.agreements.iter().map(line).collect()
    }

    fn according(&self, chain: &[ActorId]) -> String {
        if chain.is_empty() {
            return String::new();
        }
        format!(" | by {}", chain.iter().map(|i| self.actor(*i)).collect::<Vec<_>>().join(" > "))
    }
}

/// `1000..2000`, `1000..` for an open bound, `1000` for an exact amount.
fn bounds(q: &tenkyo_model::Quantity) -> String {
    let show = |n: Option<f64>| n.map_or(String::new(), |n| n.to_string());
    let (min, max) = (show(q.bounds.min), show(q.bounds.max));
    if min == max { min } else { format!("{min}..{max}") }
}

/// A date, with the day at the place and that in Japan where they differ.
fn date(date: &Option<String>, local: &Option<String>, japan: &Option<String>) -> String {
    let date = date.as_deref().unwrap_or("-");
    match (local, japan) {
        (Some(local), Some(japan)) => format!("{date} (there {local}, Japan {japan})"),
        _ => date.to_owned(),
    }
}
