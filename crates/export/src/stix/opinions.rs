//! What is said: notes of statements, claims, disputes, forecasts and agreements, and opinions of those who take a stand on a claim.

use super::{Found, actor_id, confidence, found, object_id, report_ids};
use crate::Export;
use serde_json::{Value, json};
use tenkyo_record::ledger::{Agreement, Claim, Dispute, Forecast, Member, Position, Utterance};

pub(super) fn all<'e>(export: &'e Export<'_>) -> impl Iterator<Item = Found> + 'e {
    let l = &export.ledger;
    let statements = l.utterances.iter().map(|u| statement(export, u));
    let claims = l.claims.iter().flat_map(|c| claim(export, c));
    let disputes = l.disputes.iter().map(|d| dispute(export, d));
    let forecasts = l.forecasts.iter().map(|f| forecast(export, f));
    let agreements = l.agreements.iter().map(|a| agreement(export, a));
    statements.chain(claims).chain(disputes).chain(forecasts).chain(agreements)
}

/// A note about who speaks and the articles.
fn note(
    export: &Export<'_>,
    id: &str,
    kind: &str,
    by: Option<&str>,
    members: &[Member],
    content: &str,
    more: Value,
) -> Found {
    let by = by.filter(|id| export.actor(id).is_some());
    let mut refs: Vec<String> = by.map(actor_id).into_iter().collect();
    refs.extend(report_ids(&export.sources(members)));
    let mut own = json!({
        "abstract": kind,
        "content": content,
        "authors": by.map(|id| [export.name(id)]),
        "object_refs": refs,
        "external_references": [{"source_name": "tenkyo", "external_id": id}],
    });
    if let (Value::Object(own), Value::Object(more)) = (&mut own, more) {
        own.extend(more);
    }
    found(export, "note", id, members, own)
}

fn statement(export: &Export<'_>, u: &Utterance) -> Found {
    let more = json!({"confidence": confidence(&u.certainty), "labels": [u.mode]});
    note(export, &u.id, "statement", u.speaker.as_deref(), &u.members, &u.text, more)
}

fn forecast(export: &Export<'_>, f: &Forecast) -> Found {
    let more = json!({"labels": [f.likelihood, f.outcome.result]});
    let members = std::slice::from_ref(&f.member);
    note(export, &f.id, "forecast", f.by.as_deref(), members, export.words(&f.member), more)
}

fn dispute(export: &Export<'_>, d: &Dispute) -> Found {
    let members: Vec<Member> = d.sides.iter().flat_map(|s| s.members.clone()).collect();
    let sides: Vec<&str> = d.sides.iter().map(|s| s.label.as_str()).collect();
    let content = format!("{}: {}", d.about, sides.join(" / "));
    note(export, &d.id, "dispute", None, &members, &content, json!({"labels": [d.kind]}))
}

/// A note about the parties, with what the agreement lays down.
fn agreement(export: &Export<'_>, a: &Agreement) -> Found {
    let parties = a.parties.iter().filter(|id| export.actor(id).is_some()).map(|id| actor_id(id));
    let refs: Vec<String> = parties.chain(report_ids(&export.sources(&a.members))).collect();
    let lines = std::iter::once(a.name.as_str()).chain(a.clauses.iter().map(|clause| export.words(clause)));
    let content = lines.collect::<Vec<_>>().join("\n");
    note(export, &a.id, "agreement", None, &a.members, &content, json!({"object_refs": refs}))
}

/// The proposition as a note, and an opinion on it from each who takes a stand.
fn claim(export: &Export<'_>, c: &Claim) -> Vec<Found> {
    let members: Vec<Member> = c.positions.iter().flat_map(|p| p.members.clone()).collect();
    let proposition = note(export, &c.id, "claim", None, &members, &c.label, Value::Null);
    let opinions = c.positions.iter().map(|p| opinion(export, c, p));
    std::iter::once(proposition).chain(opinions).collect()
}

fn opinion(export: &Export<'_>, c: &Claim, p: &Position) -> Found {
    let words: Vec<&str> = p.members.iter().map(|m| export.words(m)).collect();
    let own = json!({
        "opinion": match p.stance.as_str() { "asserts" => "agree", "denies" => "disagree", _ => "neutral" },
        "explanation": format!("{} {}: {}", export.name(&p.by), p.stance, words.join(" / ")),
        "authors": [export.name(&p.by)],
        "labels": [p.stance],
        "object_refs": [object_id("note", &c.id)],
    });
    found(export, "opinion", &format!("{}/{}/{}", c.id, p.by, p.stance), &p.members, own)
}
