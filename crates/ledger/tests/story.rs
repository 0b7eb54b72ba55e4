//! Twelve reports by three outlets of four events: what is one is found once, what differs stays apart, figures stand in a row.
#![expect(clippy::unwrap_used, reason = "a test fails where it unwraps nothing")]

use std::collections::BTreeSet;
use tenkyo_ledger::{Reading, build};
use tenkyo_model::ledger::{DisputeKind, Ledger, Member, Stance};
use tenkyo_record::analysis::Analysis;

fn ledger() -> Ledger {
    let records = include_str!("story/analyses.jsonl").lines().map(|line| Analysis::parse(line).unwrap());
    let readings: Vec<Reading> =
        records.map(|r| Reading { article: r.article().unwrap(), findings: r.findings().unwrap() }).collect();
    build(&readings)
}

fn words<'l>(ledger: &'l Ledger, member: &Member) -> &'l str {
    let document = ledger.documents.iter().find(|d| d.source == member.document).unwrap();
    &document.text[member.span]
}

/// The reports whose words one cluster joins; a document stands once however often it says it.
fn joined(members: &[Member]) -> String {
    let reports: BTreeSet<&str> = members.iter().map(|m| m.document.trim_end_matches(".txt")).collect();
    reports.into_iter().collect::<Vec<_>>().join(" ")
}

/// The reports joined in the utterance that holds these words in this report.
fn said(ledger: &Ledger, report: &str, phrase: &str) -> String {
    let stands = |m: &Member| m.document == format!("{report}.txt") && words(ledger, m).contains(phrase);
    let utterance = ledger.utterances.iter().find(|u| u.members.iter().any(stands));
    utterance.map_or_else(|| format!("nobody says {phrase} in {report}"), |u| joined(&u.members))
}

#[test]
fn one_act_of_saying_in_several_wordings() {
    let ledger = ledger();
    let said = |report, phrase| said(&ledger, report, phrase);
    assert_eq!(said("a1", "機微な分野"), "a1 a2");
    assert_eq!(said("a1", "署名された文書はなかった"), "a1 a2");
    assert_eq!(said("a1", "代償を払う"), "a1 a2", "a quotation within a longer one");
    assert_eq!(
        said("b1", "コンテナ1000個以上"),
        "b1 b2 b3",
        "a minister's, his house's and his state's words"
    );
    assert_eq!(said("b2", "兵器を供与"), "b1 b2");
    assert_eq!(said("c1", "相互支援"), "c1 c2");
    assert_eq!(said("c1", "同盟の水準"), "c1 c2");
    assert_eq!(said("c3", "再検討"), "c2 c3");
    assert_eq!(said("d1", "特殊部隊1500人"), "d1 d2 d3");
}

#[test]
fn different_words_stay_apart() {
    let ledger = ledger();
    let said = |report, phrase| said(&ledger, report, phrase);
    assert_eq!(said("d3", "少なくとも3000人"), "d3", "another source with another figure, five days later");
    assert_eq!(said("a3", "聖なる戦い"), "a3");
    assert_eq!(said("c1", "派兵"), "c1");
}

#[test]
fn one_meeting_is_found_once() {
    let ledger = ledger();
    let meetings: Vec<String> = ledger
        .occurrences
        .iter()
        .filter(|o| o.mode.as_deref() == Some("meet") && o.source.len() + o.target.len() >= 2)
        .map(|o| format!("{} {}", o.date.as_deref().unwrap_or("?"), joined(&o.members)))
        .collect();
    assert_eq!(meetings, ["2023-09-13 a1 a2 a3", "2024-06-19 c1 c2"]);
}

#[test]
fn containers_stand_in_a_row() {
    let ledger = ledger();
    let containers = ledger.series.iter().find(|s| s.unit == "コンテナ").unwrap();
    let points: Vec<String> = containers
        .points
        .iter()
        .map(|p| {
            format!("{} {} {}", p.as_of.as_deref().unwrap_or("?"), p.bounds.min.unwrap(), p.member.document)
        })
        .collect();
    let expected = [
        "2023-10-13 1000 b1.txt",
        "2023-10-13 1000 b2.txt",
        "2023-10-13 1000 b3.txt",
        "2024-10-19 13000 d1.txt",
    ];
    assert_eq!(points, expected);
}

#[test]
fn a_denial_stands_beside_what_it_denies() {
    let ledger = ledger();
    let denials: Vec<_> = ledger.disputes.iter().filter(|d| d.kind == DisputeKind::Denial).collect();
    let between =
        |phrase: &str| denials.iter().any(|d| words(&ledger, &d.sides[1].members[0]).contains(phrase));
    assert!(between("派兵") && between("武器"), "{denials:#?}");
    // Who thinks a thing unlikely does not deny it.
    let denier = |c: &tenkyo_model::ledger::Claim| {
        c.positions
            .iter()
            .any(|p| p.stance == Stance::Denies && p.members.iter().any(|m| m.document == "c1.txt"))
    };
    assert!(!ledger.claims.iter().any(denier));
}

#[test]
fn two_values_of_one_source_are_no_dispute() {
    let ledger = ledger();
    let figures: Vec<_> = ledger.disputes.iter().filter(|d| d.kind == DisputeKind::Figure).collect();
    assert!(figures.is_empty(), "1500 sent and 12000 planned are two things: {figures:#?}");
}
