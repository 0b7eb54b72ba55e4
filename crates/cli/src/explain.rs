//! `tenkyo explain`: what an entry rests on: words, rule, data version.

mod rules;

use crate::data::DataOptions;
use crate::messages::Messages;
use crate::output::printable;
use crate::workspace::{Story, WorkspaceOptions};
use std::io::Write;
use std::process::ExitCode;
use tenkyo_record::ledger::Member;
use tenkyo_store::Store;

/// Say what an entry rests on: the words, the rule or model that made it, the data that it was read with.
#[derive(clap::Args)]
pub struct Arguments {
    /// Id of an entry of the ledger, of a finding (`DOCUMENT:s3`) or of a rule.
    id: String,
    #[command(flatten)]
    workspace: WorkspaceOptions,
    #[command(flatten)]
    data: DataOptions,
}

/// Runs the verb.
pub fn run(arguments: &Arguments, messages: &Messages) -> anyhow::Result<ExitCode> {
    let explainer = Explainer { messages, sources: arguments.data.sources()? };
    let mut out = std::io::stdout().lock();
    if explainer.rule(&mut out, &arguments.id, "")? {
        return Ok(ExitCode::SUCCESS);
    }
    let store = arguments.workspace.open()?;
    let found = match arguments.id.split_once(':') {
        Some((document, finding)) => explainer.finding(&mut out, &store, document, finding)?,
        None => explainer.entry(&mut out, &store, &arguments.id)?,
    };
    anyhow::ensure!(found, messages.fill("error.no-entry", &[("id", &arguments.id)]));
    Ok(ExitCode::SUCCESS)
}

struct Explainer<'a> {
    messages: &'a Messages,
    sources: tenkyo_lexicon::Sources,
}

impl Explainer<'_> {
    /// A finding of one document, by the document's id or source and its own id there.
    fn finding(
        &self,
        out: &mut impl Write,
        store: &Store,
        document: &str,
        finding: &str,
    ) -> anyhow::Result<bool> {
        let analysis = match store.document(document)? {
            Some(analysis) => Some(analysis),
            None => store.document_by_source(document)?,
        };
        let Some(analysis) = analysis else { return Ok(false) };
        let record = serde_json::to_value(&analysis)?;
        let layers = ["actors", "statements", "events", "transfers"].into_iter();
        let findings = layers.filter_map(|l| record[l].as_array()).flatten();
        let Some(entry) = findings.into_iter().find(|f| f["id"] == finding) else { return Ok(false) };
        writeln!(out, "{}", serde_json::to_string_pretty(entry)?)?;
        let span = ["content", "trigger", "span"].into_iter().find_map(|key| points(&entry[key]));
        if let Some([start, end]) = span {
            let words: String = analysis.document.text.chars().skip(start).take(end - start).collect();
            self.line(out, "words", &words)?;
        }
        self.document(out, store, &analysis.document.source)?;
        if let Some(rule) = entry["rule"].as_str() {
            self.made_by(out, rule)?;
        }
        self.mentions(out, entry, &analysis.document.text)?;
        Ok(true)
    }

    /// Each wording of an actor with the rule or model that found it, once.
    fn mentions(&self, out: &mut impl Write, actor: &serde_json::Value, text: &str) -> anyhow::Result<()> {
        let mut shown = std::collections::BTreeSet::new();
        for mention in actor["mentions"].as_array().into_iter().flatten() {
            let (Some([start, end]), Some(rule)) = (points(&mention["span"]), mention["rule"].as_str())
            else {
                continue;
            };
            let words: String = text.chars().skip(start).take(end.saturating_sub(start)).collect();
            if shown.insert((words.clone(), rule.to_owned())) {
                self.line(out, "words", &words)?;
                self.made_by(out, rule)?;
            }
        }
        Ok(())
    }

    /// An entry of the ledger: the record, its words with the rule behind each, and the judgements that put them together.
    fn entry(&self, out: &mut impl Write, store: &Store, id: &str) -> anyhow::Result<bool> {
        let story = Story::open_store(store)?;
        let record = serde_json::to_value(&story.ledger)?;
        let lists =
            record.as_object().into_iter().flatten().filter_map(|(_, list)| list.as_array()).flatten();
        let Some(entry) = lists.into_iter().find(|e| e["id"] == id) else { return Ok(false) };
        let mut members = Vec::new();
        members_in(entry, &mut members);
        let mut shown = entry.clone();
        if let Some(entry) = shown.as_object_mut() {
            entry.remove("members");
        }
        writeln!(out, "{}", serde_json::to_string_pretty(&shown)?)?;
        self.in_force(out, &story, entry)?;
        for member in &members {
            let [start, end] = member.span;
            writeln!(out, "- {} [{start}, {end}]", printable(&member.document))?;
            self.line(out, "words", &story.words(member))?;
            for rule in self.rules_at(store, member)? {
                self.line(out, "rule", &rule)?;
            }
        }
        for source in members.iter().map(|m| &m.document).collect::<std::collections::BTreeSet<_>>() {
            self.document(out, store, source)?;
        }
        let judged = story.ledger.judgements.iter();
        for j in judged.filter(|j| members.contains(&j.left) && members.contains(&j.right)) {
            let evidence: Vec<String> = j.evidence.iter().map(|(k, v)| format!("{k} {v}")).collect();
            let pair = format!("{} / {}", story.words(&j.left), story.words(&j.right));
            self.line(
                out,
                "judgements",
                &format!("{} {} ({}): {pair}", j.verdict, j.rule, evidence.join(", ")),
            )?;
        }
        Ok(true)
    }

    /// The agreements of an entry, each with the days from and to which it was in force.
    fn in_force(&self, out: &mut impl Write, story: &Story, entry: &serde_json::Value) -> anyhow::Result<()> {
        let ids: Vec<String> = serde_json::from_value(entry["agreements"].clone()).unwrap_or_default();
        for agreement in story.ledger.agreements.iter().filter(|a| ids.contains(&a.id)) {
            let from = agreement.in_force.as_ref().or(agreement.signed.as_ref());
            let day = |day: Option<&String>| day.map_or("", String::as_str).to_owned();
            let period = format!("{}/{}", day(from), day(agreement.ended.as_ref()));
            self.line(out, "agreement", &format!("{} {} {period}", agreement.id, agreement.name))?;
        }
        Ok(())
    }

    /// The rules that made the findings at exactly these words.
    fn rules_at(&self, store: &Store, member: &Member) -> anyhow::Result<Vec<String>> {
        let Some(analysis) = store.document_by_source(&member.document)? else { return Ok(Vec::new()) };
        let mut rules = std::collections::BTreeSet::new();
        rules_in(&serde_json::to_value(&analysis)?, member.span, &mut rules);
        Ok(rules.into_iter().collect())
    }

    fn document(&self, out: &mut impl Write, store: &Store, source: &str) -> anyhow::Result<()> {
        if let Some(document) = store.versions(source)?.pop() {
            self.line(out, "document", &format!("{} ({})", document.source, document.id))?;
            self.line(out, "version", &document.data_version)?;
        }
        Ok(())
    }

    fn made_by(&self, out: &mut impl Write, rule: &str) -> anyhow::Result<()> {
        self.line(out, "rule", rule)?;
        self.rule(out, rule, "  ")?;
        Ok(())
    }

    fn rule(&self, out: &mut impl Write, id: &str, indent: &str) -> anyhow::Result<bool> {
        let Some(rule) = rules::find(&self.sources, id) else { return Ok(false) };
        writeln!(out, "{indent}{}", rule.file)?;
        for line in rule.text.lines() {
            writeln!(out, "{indent}{}", printable(line))?;
        }
        Ok(true)
    }

    fn line(&self, out: &mut impl Write, key: &str, words: &str) -> anyhow::Result<()> {
        Ok(writeln!(out, "  {}: {}", self.messages.fill(&format!("explain.{key}"), &[]), printable(words))?)
    }
}

fn points(value: &serde_json::Value) -> Option<[usize; 2]> {
    serde_json::from_value(value.clone()).ok()
}

/// Every member anywhere in an entry.
fn members_in(value: &serde_json::Value, members: &mut Vec<Member>) {
    if let Ok(member) = serde_json::from_value::<Member>(value.clone()) {
        members.push(member);
    }
    match value {
        serde_json::Value::Array(values) => values.iter().for_each(|v| members_in(v, members)),
        serde_json::Value::Object(fields) => fields.values().for_each(|v| members_in(v, members)),
        _ => {}
    }
}

/// Every rule of a finding whose words are these.
fn rules_in(value: &serde_json::Value, span: [usize; 2], rules: &mut std::collections::BTreeSet<String>) {
    match value {
        serde_json::Value::Array(values) => values.iter().for_each(|v| rules_in(v, span, rules)),
        serde_json::Value::Object(fields) => {
            let stands = ["span", "content", "trigger"]
                .iter()
                .filter_map(|k| fields.get(*k))
                .any(|v| points(v) == Some(span));
            if let Some(rule) = fields.get("rule").and_then(|r| r.as_str()).filter(|_| stands) {
                rules.insert(rule.to_owned());
            }
            fields.values().for_each(|v| rules_in(v, span, rules));
        }
        _ => {}
    }
}
