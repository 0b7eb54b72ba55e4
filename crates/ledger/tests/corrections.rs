//! What an analyst says holds, survives reading anew, and is shown where its words are gone.
#![expect(clippy::unwrap_used, reason = "a test fails where it unwraps nothing")]

use std::collections::BTreeSet;
use tenkyo_ledger::{Reading, anchor, build, build_corrected};
use tenkyo_model::EventType;
use tenkyo_model::correction::{Anchor, Change, Correction, Logged};
use tenkyo_model::ledger::{Judgement, Ledger, Member, Subject, Verdict};
use tenkyo_record::analysis::Analysis;
use tenkyo_text::Span;

fn readings() -> Vec<Reading> {
    let records = include_str!("story/analyses.jsonl").lines().map(|line| Analysis::parse(line).unwrap());
    records.map(|r| Reading { article: r.article().unwrap(), findings: r.findings().unwrap() }).collect()
}

fn anchor(readings: &[Reading], report: &str, words: &str) -> Anchor {
    let article = readings.iter().map(|r| &r.article).find(|a| a.source == format!("{report}.txt")).unwrap();
    let at = article.text.find(words).unwrap();
    anchor::of(article, Span::new(at, at + words.len()))
}

fn log(changes: impl IntoIterator<Item = Change>) -> Vec<Logged> {
    let logged = |(number, change)| Logged {
        number,
        correction: Correction {
            by: "佐藤".into(),
            at: "2026-11-24T12:00:00Z".into(),
            why: "原文を確かめた".into(),
            change,
        },
    };
    (1..).zip(changes).map(logged).collect()
}

fn reports(members: &[Member]) -> String {
    let reports: BTreeSet<&str> = members.iter().map(|m| m.document.trim_end_matches(".txt")).collect();
    reports.into_iter().collect::<Vec<_>>().join(" ")
}

fn said(ledger: &Ledger, report: &str, phrase: &str) -> String {
    let document = ledger.documents.iter().find(|d| d.source == format!("{report}.txt")).unwrap();
    let stands = |m: &Member| m.document == document.source && document.text[m.span].contains(phrase);
    reports(&ledger.utterances.iter().find(|u| u.members.iter().any(stands)).unwrap().members)
}

fn pair(about: Subject, left: Anchor, right: Anchor, verdict: Verdict) -> Change {
    Change::Pair { about, left, right, verdict }
}

#[test]
fn a_verdict_on_a_pair_outranks_ours() {
    let readings = readings();
    let a = |report, words| anchor(&readings, report, words);
    let apart =
        pair(Subject::Utterance, a("c3", "問題を再検討する"), a("c2", "再検討する"), Verdict::Different);
    let ledger = build_corrected(&readings, &log([apart.clone()]));
    assert_eq!(
        (said(&ledger, "c2", "再検討する"), said(&ledger, "c3", "再検討する")),
        ("c2".into(), "c3".into())
    );
    let judgement = ledger.judgements.iter().find(|j| &*j.rule.0 == "analyst").unwrap();
    assert_eq!(judgement.verdict, Verdict::Different);
    assert!(judgement.evidence.contains(&("by", "佐藤".into())));
    // The latest word counts, and a withdrawn one does not.
    let same = pair(Subject::Utterance, a("c2", "再検討する"), a("c3", "問題を再検討する"), Verdict::Same);
    let ledger = build_corrected(&readings, &log([apart.clone(), same]));
    assert_eq!(said(&ledger, "c2", "再検討する"), "c2 c3");
    let mut withdrawn = build_corrected(&readings, &log([apart, Change::Withdraw { number: 1 }]));
    assert!(withdrawn.corrections.is_empty());
    withdrawn.corrections.clear();
    assert_eq!(withdrawn, build(&readings));
}

/// The members of each cluster of one kind.
fn clusters(ledger: &Ledger, about: Subject) -> Vec<&[Member]> {
    match about {
        Subject::Actor => ledger.actors.iter().map(|a| &*a.members).collect(),
        Subject::Occurrence => ledger.occurrences.iter().map(|o| &*o.members).collect(),
        Subject::Utterance => ledger.utterances.iter().map(|u| &*u.members).collect(),
        Subject::Transfer => ledger.transfers.iter().map(|t| &*t.members).collect(),
        Subject::Document => Vec::new(),
    }
}

fn is_one(ledger: &Ledger, j: &Judgement) -> bool {
    clusters(ledger, j.about).iter().any(|members| members.contains(&j.left) && members.contains(&j.right))
}

#[test]
fn every_judgement_of_ours_can_be_overruled() {
    let readings = readings();
    let anchor = |m: &Member| {
        let article = readings.iter().map(|r| &r.article).find(|a| a.source == m.document).unwrap();
        anchor::of(article, m.span)
    };
    let ours = build(&readings);
    let rules: BTreeSet<&str> = ours.judgements.iter().map(|j| &*j.rule.0).collect();
    assert!(
        rules.iter().any(|rule| rule.starts_with("ledger.reference")),
        "words that only name an event: {rules:?}"
    );
    // Whole documents are no clusters, and the same words cannot be told apart from themselves.
    let judged = |j: &&Judgement| j.about != Subject::Document && j.left != j.right;
    for judgement in ours.judgements.iter().filter(judged) {
        let against = if judgement.verdict == Verdict::Same { Verdict::Different } else { Verdict::Same };
        let said = pair(judgement.about, anchor(&judgement.left), anchor(&judgement.right), against);
        let ledger = build_corrected(&readings, &log([said]));
        assert_eq!(is_one(&ledger, judgement), against == Verdict::Same, "{judgement:?}");
        let standing: Vec<&Judgement> = ledger
            .judgements
            .iter()
            .filter(|j| (j.about, &j.left, &j.right) == (judgement.about, &judgement.left, &judgement.right))
            .collect();
        assert!(standing.len() == 1 && &*standing[0].rule.0 == "analyst", "{standing:?}");
    }
}

#[test]
fn words_that_only_name_an_event_are_told_apart_and_joined() {
    let readings = readings();
    let a = |report, words| anchor(&readings, report, words);
    // The reports of the event that the words `会談の冒頭` of a report name.
    let named = |changes: &[Change]| {
        let ledger = build_corrected(&readings, &log(changes.iter().cloned()));
        let words = |m: &Member| {
            let document = ledger.documents.iter().find(|d| d.source == m.document).unwrap();
            m.document == "a3.txt" && document.text[m.span.start as usize..].starts_with("会談の冒頭")
        };
        ledger.occurrences.iter().find(|o| o.members.iter().any(words)).map(|o| reports(&o.members))
    };
    let ruling =
        |report, words, verdict| pair(Subject::Occurrence, a("a3", "会談の冒頭"), a(report, words), verdict);
    assert!(named(&[]).unwrap().contains("a1 a2 a3"), "{:?}", named(&[]));
    // What is one with the event from which the words are told apart is another event than theirs too.
    let apart = ruling("a2", "会談しました", Verdict::Different);
    assert!(named(std::slice::from_ref(&apart)).is_none_or(|all| !all.contains("a2")));
    let elsewhere = ruling("c1", "会談し", Verdict::Same);
    assert!(named(std::slice::from_ref(&elsewhere)).unwrap().contains("c1"));
    let both = named(&[elsewhere, apart]).unwrap();
    assert!(both.contains("c1") && !both.contains("a2"), "{both}");
}

#[test]
fn what_we_would_never_join_is_joined() {
    let readings = readings();
    let a = |report, words| anchor(&readings, report, words);
    let same = pair(Subject::Occurrence, a("c1", "会談し"), a("a3", "会談した"), Verdict::Same);
    let ledger = build_corrected(&readings, &log([same]));
    let joined = |o: &&tenkyo_model::ledger::Occurrence| reports(&o.members).contains("a1 a2 a3 c1");
    assert!(ledger.occurrences.iter().any(|o| joined(&o)), "{:#?}", ledger.occurrences);
}

#[test]
fn actors_are_told_apart_and_named() {
    let readings = readings();
    let a = |report, words| anchor(&readings, report, words);
    let apart = pair(Subject::Actor, a("a1", "ワトソン"), a("a2", "ワトソン"), Verdict::Different);
    let ledger = build_corrected(&readings, &log([apart]));
    let watsons: Vec<&str> =
        ledger.actors.iter().filter(|a| a.name.contains("ワトソン")).map(|a| a.id.as_str()).collect();
    assert_eq!(watsons.len(), 2, "{watsons:?}");
    assert_ne!(watsons[0], watsons[1]);
    let named = Change::Alias { actor: "張虎鎮".into(), alias: "ワトソン".into() };
    let ledger = build_corrected(&readings, &log([named]));
    let actor = ledger.actors.iter().find(|a| a.names.iter().any(|n| n.contains("張虎鎮"))).unwrap();
    assert!(actor.names.iter().any(|n| n.contains("ワトソン")), "{:?}", actor.names);
}

#[test]
fn findings_are_corrected_and_stay_so_when_read_anew() {
    let readings = readings();
    let a = |report, words| anchor(&readings, report, words);
    let log = log([
        Change::Speaker {
            statement: a("a2", "代償を払うことになる"), speaker: Some("Q7747".into())
        },
        Change::NotStatement { statement: a("a3", "「聖なる戦い」を支持する") },
        Change::Date { at: a("a3", "会談した"), date: Some("2023-09-12".into()) },
        Change::Type { event: a("c3", "署名した"), kind: Some(EventType::Agree), mode: None },
    ]);
    let ledger = build_corrected(&readings, &log);
    let putin = ledger.actors.iter().find(|a| a.wikidata.as_deref() == Some("Q7747"));
    let words = |m: &Member| {
        let document = ledger.documents.iter().find(|d| d.source == m.document).unwrap();
        document.text[m.span].to_owned()
    };
    let says = |u: &&tenkyo_model::ledger::Utterance| {
        u.members.iter().any(|m| m.document == "a2.txt" && words(m).contains("代償"))
    };
    let utterance = ledger.utterances.iter().find(says).unwrap();
    assert!(utterance.speaker.is_some());
    assert!(putin.is_none_or(|p| utterance.speaker.as_ref() == Some(&p.id)));
    assert!(
        !ledger
            .utterances
            .iter()
            .flat_map(|u| &u.members)
            .any(|m| m.document == "a3.txt" && words(m).contains("聖なる戦い"))
    );
    assert!(
        ledger
            .occurrences
            .iter()
            .any(|o| o.kind == EventType::Agree && o.members.iter().any(|m| m.document == "c3.txt"))
    );
    assert!(ledger.corrections.iter().all(|c| c.found));
    // Another version of the text under the same name, a sentence longer at its head.
    let mut revised = readings.clone();
    let report = revised.iter_mut().find(|r| r.article.source == "a2.txt").unwrap();
    let head = "続報。\n";
    report.article = tenkyo_model::Article {
        id: tenkyo_model::DocumentId("ffff".into()),
        text: format!("{head}{}", report.article.text).into(),
        blocks: Vec::new(),
        ..report.article.clone()
    };
    let mut statements = std::mem::take(&mut report.findings.statements);
    statements.iter_mut().for_each(|s| (s.content, s.cue) = (s.content.shift(head.len() as u32), None));
    statements.iter_mut().for_each(|s| s.via.clear());
    let mut actors = std::mem::take(&mut report.findings.actors);
    actors.iter_mut().for_each(|a| a.mentions.clear());
    report.findings = tenkyo_model::Findings { statements, actors, ..Default::default() };
    let again = build_corrected(&revised, &log);
    assert!(again.corrections.iter().all(|c| c.found), "{:?}", again.corrections);
    assert!(
        again
            .utterances
            .iter()
            .any(|u| u.speaker == utterance.speaker && u.members.iter().any(|m| m.document == "a2.txt"))
    );
    let gone: Vec<Reading> = readings.into_iter().filter(|r| r.article.source != "a2.txt").collect();
    assert!(!build_corrected(&gone, &log).corrections[0].found);
}
