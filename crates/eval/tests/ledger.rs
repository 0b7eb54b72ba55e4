//! Short reports read into one ledger: what the whole flow makes of agreements, disputes, figures, blocs and grades.
#![expect(clippy::unwrap_used, reason = "a test fails where it unwraps nothing")]

use std::sync::{Arc, LazyLock};
use tenkyo_ledger::Reading;
use tenkyo_lexicon::Lexicon;
use tenkyo_model::ledger::{DisputeKind, Ledger, Member, Occurrence};
use tenkyo_model::{Capture, Declared, EventType, Media};
use tenkyo_pipeline::Reader;

static LEXICON: LazyLock<Arc<Lexicon>> = LazyLock::new(|| Arc::new(Lexicon::embedded().unwrap()));

/// The ledger of reports, each an outlet, a day and a text.
fn ledger(reports: &[(&str, &str, &str)]) -> Ledger {
    let mut reader = Reader::new(LEXICON.clone());
    let read = |(number, (outlet, day, text)): (usize, &(&str, &str, &str))| {
        let declared = Declared {
            outlet: Some((*outlet).into()),
            published: Some((*day).into()),
            ..Declared::default()
        };
        let source = number.to_string();
        let read = reader.read(&Capture { source, media: Media::Text, text: (*text).into(), declared });
        Reading { article: read.article, findings: read.findings }
    };
    let readings: Vec<Reading> = reports.iter().enumerate().map(read).collect();
    tenkyo_ledger::build_with(&readings, &LEXICON)
}

fn words(ledger: &Ledger, members: &[Member]) -> Vec<String> {
    let text = |m: &Member| {
        let document = ledger.documents.iter().find(|d| d.source == m.document).unwrap();
        format!("{}:{}", m.document, &document.text[m.span])
    };
    members.iter().map(text).collect()
}

fn of_kind(ledger: &Ledger, kind: EventType) -> Vec<&Occurrence> {
    ledger.occurrences.iter().filter(|o| o.kind == kind).collect()
}

const SIGNED: &str =
    "ロシアのプーチン大統領と北朝鮮の金正恩総書記は19日、平壌で包括的戦略パートナーシップ条約に署名した。";

#[test]
fn words_that_only_name_an_event_join_it() {
    let later = "北朝鮮は、昨年6月に署名されたロシアとの条約に基づいて支援したと主張した。";
    let ledger = ledger(&[("甲紙", "2024-06-19", SIGNED), ("乙紙", "2025-04-28", later)]);
    let treaty =
        of_kind(&ledger, EventType::Support).into_iter().find(|o| o.mode.as_deref() == Some("treaty"));
    let found = words(&ledger, &treaty.unwrap().members);
    assert!(found.contains(&"1:署名".to_owned()), "{found:?}");
}

#[test]
fn an_agreement_is_one_over_documents_and_in_force_on_a_day() {
    let earlier = "ロシアのプーチン大統領は13日、極東で北朝鮮の金正恩総書記と会談した。";
    let force = "ロシアと北朝鮮の露朝条約は4日、発効した。2000年に結ばれた露朝友好善隣協力条約に代わる。";
    let ledger = ledger(&[
        ("甲紙", "2023-09-13", earlier),
        ("乙紙", "2024-06-19", SIGNED),
        ("丙紙", "2024-12-05", force),
    ]);
    let new = ledger.agreements.iter().find(|a| a.knowledge.as_deref() == Some("prk-rus-2024")).unwrap();
    let documents: Vec<&str> = new.members.iter().map(|m| m.document.as_str()).collect();
    assert_eq!(documents, ["1", "2"]);
    assert_eq!((new.signed.as_deref(), new.in_force.as_deref()), (Some("2024-06-19"), Some("2024-12-04")));
    let old = ledger.agreements.iter().find(|a| a.knowledge.as_deref() == Some("prk-rus-2000")).unwrap();
    assert_eq!(new.predecessor.as_ref(), Some(&old.id));
    assert_eq!(old.ended.as_deref(), Some("2024-12-04"), "its successor came into force");
    let meeting = ledger.occurrences.iter().find(|o| o.date.as_deref() == Some("2023-09-13")).unwrap();
    assert_eq!(meeting.agreements, [old.id.as_str()], "the new treaty did not exist yet");
}

#[test]
fn persons_that_differ_are_a_dispute() {
    let one = "ロシアのラブロフ外相は5日、平壌で北朝鮮の崔善姫外相と会談した。";
    let other = "ロシアのルデンコ外務次官は5日、平壌で北朝鮮の崔善姫外相と会談した。";
    let both = ledger(&[("甲紙", "2024-11-06", one), ("乙紙", "2024-11-06", other)]);
    let disputes: Vec<_> = both.disputes.iter().filter(|d| d.kind == DisputeKind::Actor).collect();
    assert_eq!(disputes.len(), 1);
    assert_eq!(disputes[0].sides.len(), 2);
    let agreed = ledger(&[("甲紙", "2024-11-06", one), ("乙紙", "2024-11-06", one)]);
    assert!(agreed.disputes.is_empty());
}

#[test]
fn figures_of_different_things_are_no_dispute_and_say_so() {
    let decided =
        "韓国の国家情報院は18日、北朝鮮がロシアに計1万2000人の兵士を派遣することを決めたと発表した。";
    let arrived = "米国防総省は18日、北朝鮮がロシアに約3000人の兵士を派遣したと発表した。";
    let ledger = ledger(&[("甲紙", "2024-10-18", decided), ("乙紙", "2024-10-18", arrived)]);
    assert!(ledger.disputes.iter().all(|d| d.kind != DisputeKind::Figure), "{:?}", ledger.disputes);
    assert_eq!(ledger.distinctions.len(), 1, "{:?}", ledger.series);
    let labels: Vec<&str> = ledger.distinctions[0].sides.iter().map(|s| s.label.as_str()).collect();
    assert_eq!(labels, ["personnel", "personnel planned"]);
}

#[test]
fn figures_of_one_thing_that_cannot_both_hold_are_a_dispute() {
    let one = "韓国の国家情報院は18日、北朝鮮がロシアに約1500人の兵士を派遣したと発表した。";
    let other = "米国防総省は18日、北朝鮮がロシアに約3000人の兵士を派遣したと発表した。";
    let ledger = ledger(&[("甲紙", "2024-10-18", one), ("乙紙", "2024-10-18", other)]);
    assert!(ledger.disputes.iter().any(|d| d.kind == DisputeKind::Figure), "{:?}", ledger.series);
    assert!(ledger.distinctions.is_empty());
}

#[test]
fn a_treaty_makes_a_bloc() {
    let ledger = ledger(&[("甲紙", "2024-06-19", SIGNED)]);
    let members: Vec<&[String]> = ledger.blocs.iter().map(|b| b.members.as_slice()).collect();
    assert_eq!(members, [["prk", "rus"]]);
    assert_eq!(ledger.blocs[0].from.as_deref(), Some("2024-06"));
    let apart = ledger_of_a_meeting();
    assert!(apart.blocs.is_empty(), "one meeting ties nobody");
}

fn ledger_of_a_meeting() -> Ledger {
    ledger(&[("甲紙", "2024-11-06", "中国の王毅外相は5日、北京で韓国の趙兌烈外相と会談した。")])
}

#[test]
fn independent_roots_raise_a_grade() {
    let told = "中国の王毅外相は5日、北京で韓国の趙兌烈外相と会談した。";
    let one = ledger_of_a_meeting();
    let two = ledger(&[
        ("甲紙", "2024-11-06", told),
        (
            "乙紙",
            "2024-11-07",
            "韓国の趙兌烈外相と中国の王毅外相が5日、北京で会談し、経済について話し合った。",
        ),
    ]);
    let grade = |l: &Ledger| of_kind(l, EventType::Consult)[0].grade.clone();
    let (alone, together) = (grade(&one), grade(&two));
    assert!(together.information < alone.information, "{alone:?} {together:?}");
    let roots = together.reasons.iter().find(|(name, _)| *name == "roots");
    assert_eq!(roots.map(|(_, n)| n.as_str()), Some("2"));
}
