//! The examples of the data file.

use crate::testing::Desk;
use tenkyo_model::Launch;

fn shown(l: &Launch) -> String {
    let count = l.count.map(|n| format!(" {n}")).unwrap_or_default();
    format!("{} {}{count}", l.kind.name(), l.outcome.name())
}

#[test]
fn acts() {
    let mut desk = Desk::new();
    for act in &desk.lexicon().programmes.launches.acts {
        for example in &act.examples {
            let (text, expected) = example.split_once(" => ").expect("an example has =>");
            let found: Vec<String> = desk.read(text).1.launches.iter().map(shown).collect();
            assert_eq!(found, [expected], "{}: {text}", act.id);
        }
        for text in &act.counter_examples {
            let found: Vec<String> = desk.read(text).1.launches.iter().map(shown).collect();
            assert!(found.is_empty(), "{}: {text}: {found:?}", act.id);
        }
    }
}

#[test]
fn a_weak_name_needs_a_word_of_its_kind() {
    let mut desk = Desk::new();
    let names = |text: &str, desk: &mut Desk| -> Vec<String> {
        desk.read(text).1.equipment.iter().map(|e| e.latin.clone().unwrap_or_default()).collect()
    };
    assert_eq!(names("ロシアは巡航ミサイル「カリブル」を発射した。", &mut desk), ["Kalibr"]);
    assert!(names("論文は医学誌ランセットに載った。", &mut desk).is_empty());
    assert_eq!(names("スホイ35戦闘機とＦ１６、F-15Eを比べた。", &mut desk), ["Su-35", "F-16", "F-15"]);
    assert!(names("型番はF160とKN-250だ。", &mut desk).is_empty());
}
