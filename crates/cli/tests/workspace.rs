//! A workspace that an analyst corrects and a language model reads.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, Stdio};

const TENKYO: &str = env!("CARGO_BIN_EXE_tenkyo");

fn tenkyo(folder: &Path, arguments: &[&str]) -> (bool, String) {
    let workspace = folder.join("story");
    let output = Command::new(TENKYO).args(arguments).arg("--workspace").arg(workspace).output().unwrap();
    (output.status.success(), String::from_utf8(output.stdout).unwrap())
}

fn list(folder: &Path, arguments: &[&str]) -> Vec<Value> {
    let (success, out) = tenkyo(folder, &[arguments, &["--format", "json"]].concat());
    assert!(success);
    serde_json::from_str(&out).unwrap()
}

#[test]
fn corrections_are_kept_undone_and_exported() {
    let folder = tempfile::tempdir().unwrap();
    assert!(tenkyo(folder.path(), &["demo"]).0);
    let first = list(folder.path(), &["statements"])[0].clone();
    let id = first["id"].as_str().unwrap();
    let place = first["members"][0].clone();
    let speaker = || {
        let all = list(folder.path(), &["statements"]);
        let same = all.iter().find(|u| u["members"].as_array().unwrap().contains(&place)).unwrap();
        same["speaker"].clone()
    };
    assert!(
        tenkyo(folder.path(), &["correct", "speaker", id, "国連事務総長", "--by", "sato", "--why", "x"]).0
    );
    assert_ne!(speaker(), first["speaker"]);
    let (_, log) = tenkyo(folder.path(), &["--lang", "en", "correct", "log"]);
    assert!(
        log.contains("\tstands\t") && log.contains("\"by\":\"sato\"") && log.contains("国連事務総長"),
        "{log}"
    );
    let gold = folder.path().join("gold");
    assert!(tenkyo(folder.path(), &["correct", "export", gold.to_str().unwrap()]).0);
    let file = std::fs::read_dir(&gold).unwrap().next().unwrap().unwrap().path();
    let gold: Value = serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap();
    let named = gold["actors"].as_array().unwrap().iter().find(|a| a["name"] == "国連事務総長").unwrap();
    assert!(gold["statements"].as_array().unwrap().iter().any(|s| s["speaker"] == named["id"]));
    for number in 1..=log.lines().count() {
        assert!(tenkyo(folder.path(), &["correct", "undo", &number.to_string()]).0);
    }
    assert_eq!(speaker(), first["speaker"]);
    assert!(!tenkyo(folder.path(), &["correct", "undo", "1"]).0, "it is undone already");
    assert!(!tenkyo(folder.path(), &["correct", "date", id, "2024"]).0, "a statement has no date of its own");
}

#[test]
fn a_language_model_asks_over_standard_input() {
    let folder = tempfile::tempdir().unwrap();
    assert!(tenkyo(folder.path(), &["demo"]).0);
    let mut server = Command::new(TENKYO)
        .args(["mcp", "--workspace"])
        .arg(folder.path().join("story"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut input = server.stdin.take().unwrap();
    let mut output = BufReader::new(server.stdout.take().unwrap()).lines();
    let client = json!({ "name": "test", "version": "1" });
    let hello = json!({ "protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": client });
    let denied = json!({ "name": "statements", "arguments": { "polarity": "-", "limit": 1 } });
    for message in [
        json!({ "jsonrpc": "2.0", "id": 1, "method": "initialize", "params": hello }),
        json!({ "jsonrpc": "2.0", "method": "notifications/initialized" }),
        json!({ "jsonrpc": "2.0", "id": 2, "method": "tools/call", "params": denied }),
    ] {
        writeln!(input, "{message}").unwrap();
    }
    let mut answer = || -> Value { serde_json::from_str(&output.next().unwrap().unwrap()).unwrap() };
    assert_eq!(answer()["result"]["serverInfo"]["name"], "tenkyo");
    let entry = answer()["result"]["structuredContent"]["entries"][0].clone();
    assert_eq!(entry["polarity"], "-");
    assert!(entry["words"][0]["quote"].as_str().is_some_and(|quote| !quote.is_empty()));
    drop(input);
    assert!(server.wait().unwrap().success());
}
