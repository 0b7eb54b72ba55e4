//! Contradictions, each side's words beside the other's, and figures that only look like one.

use crate::shown::shown;
use crate::writer::{Group, Section, Writer};
use std::collections::BTreeMap;
use tenkyo_model::ledger::{Dispute, DisputeKind, Distinction, Member, Side, Stance};

pub(crate) fn section(writer: &mut Writer<'_>) -> Section {
    let voices = voices(writer);
    let ledger = writer.ledger;
    let disputes: Vec<Group> = ledger.disputes.iter().map(|d| group(writer, d, &voices)).collect();
    let distinctions = ledger.distinctions.iter().map(|d| distinct(writer, d, &voices));
    let groups = disputes.into_iter().chain(distinctions).collect();
    writer.section("disputes", groups)
}

/// Who says the words of a member and how, where the ledger knows: positions on claims, roots of figures.
type Voices<'a> = BTreeMap<&'a Member, (&'a str, Stance)>;

fn voices<'a>(writer: &Writer<'a>) -> Voices<'a> {
    let held = writer.ledger.claims.iter().flat_map(|c| &c.positions).filter(|p| p.stance != Stance::Relays);
    let said = held.flat_map(|p| p.members.iter().map(|m| (m, (p.by.as_str(), p.stance))));
    let points = writer.ledger.series.iter().flat_map(|s| &s.points);
    let counted = points.filter_map(|p| Some((&p.member, (p.root.as_deref()?, Stance::Asserts))));
    let mut voices = Voices::new();
    for (member, voice) in said.chain(counted) {
        voices.entry(member).or_insert(voice);
    }
    voices
}

fn group(writer: &mut Writer<'_>, dispute: &Dispute, voices: &Voices<'_>) -> Group {
    let heading = writer.words.fill("dispute.heading", &about(writer, dispute).each());
    let mut group = Group { heading: Some(heading), sentences: Vec::new() };
    for side in &dispute.sides {
        for said in said(writer, side, voices) {
            let values = [("who", said.who.as_str()), ("text", said.text.as_str())];
            let line = writer.words.fill(key(dispute, side, said.stance), &values);
            group.sentences.push(writer.sentence(line, said.members));
        }
    }
    group
}

/// Figures that differ because they count different things, each with what it counts.
fn distinct(writer: &mut Writer<'_>, distinction: &Distinction, voices: &Voices<'_>) -> Group {
    let kind = writer.words.get("dispute.distinction");
    let values = [("about", &*shown(&distinction.about)), ("kind", kind)];
    let heading = writer.words.fill("dispute.heading", &values);
    let mut group = Group { heading: Some(heading), sentences: Vec::new() };
    for side in &distinction.sides {
        let key = format!("counted.{}", side.label);
        let what = shown(writer.words.get(&key));
        for said in said(writer, side, voices) {
            let values = [("who", said.who.as_str()), ("what", what.as_str()), ("text", said.text.as_str())];
            let line = writer.words.fill("dispute.counts", &values);
            group.sentences.push(writer.sentence(line, said.members));
        }
    }
    group
}

/// What a dispute is about, and its kind in words.
pub(crate) struct About {
    about: String,
    kind: String,
}

impl About {
    /// As values for words.
    pub fn each(&self) -> [(&str, &str); 2] {
        [("about", &self.about), ("kind", &self.kind)]
    }
}

pub(crate) fn about(writer: &Writer<'_>, dispute: &Dispute) -> About {
    let kind = writer.words.get(&format!("dispute.{}", dispute.kind.name())).to_owned();
    About { about: shown(&dispute.about), kind }
}

fn key(dispute: &Dispute, side: &Side, stance: Stance) -> &'static str {
    match (dispute.kind, stance) {
        (DisputeKind::Denial, _) if side.label == Stance::Denies.name() => "dispute.denies",
        (DisputeKind::Denial, Stance::Hedges) => "dispute.hedges",
        (DisputeKind::Denial, _) => "dispute.asserts",
        _ => "dispute.side",
    }
}

/// What somebody says on one side.
struct Said<'s> {
    who: String,
    text: String,
    stance: Stance,
    members: Vec<&'s Member>,
}

/// The words of a side, copies together; the order is that of the members.
fn said<'s>(writer: &Writer<'_>, side: &'s Side, voices: &Voices<'_>) -> Vec<Said<'s>> {
    let mut list: Vec<Said<'s>> = Vec::new();
    for member in &side.members {
        let known = voices.get(member).map(|(id, stance)| (writer.names.name(id), *stance));
        let (who, stance) = known.unwrap_or_else(|| (writer.names.outlet(member), Stance::Asserts));
        let text = writer.names.sentence(member);
        match list.iter_mut().find(|s| s.who == who && s.text == text && s.stance == stance) {
            Some(said) => said.members.push(member),
            None => list.push(Said { who, text, stance, members: vec![member] }),
        }
    }
    list
}
