//! Adding twice changes nothing; the order of adding changes nothing; the number of threads changes nothing.
#![expect(clippy::unwrap_used, reason = "a test fails where it unwraps nothing")]

use snapbox::cmd::{Command, cargo_bin};
use std::path::{Path, PathBuf};

fn tenkyo(folder: &Path) -> Command {
    Command::new(cargo_bin!("tenkyo"))
        .current_dir(folder)
        .env_remove("TENKYO_WORKSPACE")
        .env_remove("TENKYO_KNOWLEDGE")
        .env("LC_ALL", "C")
}

/// The example articles, by name only, as they lie in the folder of this checkout.
fn articles() -> (PathBuf, Vec<String>) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../demo");
    let files = std::fs::read_dir(&folder).unwrap().map(|f| f.unwrap().file_name().into_string().unwrap());
    let mut files: Vec<String> = files.filter(|f| !f.ends_with(".toml")).collect();
    files.sort();
    (folder, files)
}

fn ledger(workspace: &Path, batches: &[&[String]]) -> String {
    let (folder, _) = articles();
    for batch in batches {
        tenkyo(&folder).arg("add").args(*batch).arg("--workspace").arg(workspace).assert().success();
    }
    let output = tenkyo(&folder).args(["ledger", "--json", "--workspace"]).arg(workspace).output().unwrap();
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn adding_twice_or_in_another_order_changes_nothing() {
    let (_, files) = articles();
    let backwards: Vec<String> = files.iter().rev().cloned().collect();
    let (head, tail) = backwards.split_at(4);
    let temporary = tempfile::tempdir().unwrap();
    let at = |name: &str| temporary.path().join(name);
    let once = ledger(&at("once"), &[&files]);
    assert!(once.len() > 1000, "there is something to compare");
    assert_eq!(ledger(&at("once"), &[&files]), once, "added again");
    assert_eq!(ledger(&at("parts"), &[tail, head, tail]), once, "in parts, backwards, some of them twice");
}

#[test]
fn threads_change_nothing() {
    let (folder, files) = articles();
    let read = |threads: &str| {
        let output =
            tenkyo(&folder).args(["read", "--jsonl", "--threads", threads]).args(&files).output().unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    let one = read("1");
    assert_eq!(one.lines().count(), files.len());
    assert_eq!(read("3"), one);
    assert_eq!(read("16"), one);
}

#[test]
fn lists_come_in_every_form() {
    let (folder, files) = articles();
    let temporary = tempfile::tempdir().unwrap();
    ledger(temporary.path(), &[&files]);
    let run = |arguments: &[&str]| {
        let output =
            tenkyo(&folder).args(arguments).arg("--workspace").arg(temporary.path()).output().unwrap();
        assert_eq!(
            output.status.code(),
            Some(0),
            "{arguments:?}: {}",
            String::from_utf8_lossy(&output.stderr)
        );
        String::from_utf8(output.stdout).unwrap()
    };
    let verbs = [
        "timeline",
        "statements",
        "claims",
        "disputes",
        "transfers",
        "series",
        "forecasts",
        "relations",
        "actors",
    ];
    for verb in verbs {
        let json = run(&[verb, "--format", "json"]);
        let entries = serde_json::from_str::<Vec<serde_json::Value>>(&json).unwrap().len();
        let table = run(&[verb]);
        let csv = run(&[verb, "--format", "csv", "--bom"]);
        assert!(csv.starts_with('\u{feff}'));
        let rows = csv::Reader::from_reader(csv.trim_start_matches('\u{feff}').as_bytes()).into_records();
        assert_eq!(rows.map(Result::unwrap).count(), entries, "{verb}");
        assert!(
            table.contains(&format!("{entries} entries")) || table == "nothing found\n",
            "{verb}: {table}"
        );
    }
    let kim = run(&["actors", "--actor", "金正恩", "--format", "csv"]);
    assert_eq!(kim.lines().count(), 2, "{kim}");
    assert!(run(&["search", "砲弾"]).contains("【砲弾】"));
    assert!(run(&["--lang", "ja", "actors"]).contains("表記"));
}
