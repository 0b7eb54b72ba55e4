//! What cannot be read gives one line that names it, the rest of the batch goes on, and the exit code says so.
#![expect(clippy::unwrap_used, reason = "a test fails where it unwraps nothing")]

use snapbox::cmd::{Command, cargo_bin};
use std::path::Path;

const ARTICLE: &str = "外相が訪問\n2024年6月19日\n外相は19日、首都を訪れ、「弾薬は渡していない」と述べた。\n";

fn tenkyo(folder: &Path) -> Command {
    Command::new(cargo_bin!("tenkyo"))
        .current_dir(folder)
        .env_remove("TENKYO_WORKSPACE")
        .env_remove("TENKYO_KNOWLEDGE")
        .env("LC_ALL", "C")
}

fn write(folder: &Path, name: &str, bytes: &[u8]) {
    std::fs::write(folder.join(name), bytes).unwrap();
}

/// A folder with everything that can be wrong with a file, and three files that are right.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    let more = ARTICLE.replace("外相", "首相");
    let third = ARTICLE.replace("外相", "国防相");
    write(at, "utf8.txt", ARTICLE.as_bytes());
    write(at, "sjis.txt", &encoding_rs::SHIFT_JIS.encode(&more).0);
    write(at, "euc.txt", &encoding_rs::EUC_JP.encode(&third).0);
    write(at, "empty.txt", b"");
    write(at, "blank.txt", " \n\u{3000}\n".as_bytes());
    write(at, "picture.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01");
    write(at, "english.txt", b"The minister visited the capital on Wednesday.\n");
    write(at, "huge.txt", ARTICLE.repeat(17 * 1024 * 1024 / ARTICLE.len()).as_bytes());
    write(at, "broken.txt", &[b"\xe5\xa4".as_slice(), ARTICLE.as_bytes(), b"\xff\xfe\xfa"].concat());
    folder
}

const FILES: &[&str] = &[
    "utf8.txt",
    "empty.txt",
    "blank.txt",
    "picture.txt",
    "english.txt",
    "huge.txt",
    "broken.txt",
    "missing.txt",
    "sjis.txt",
    "euc.txt",
];

#[test]
fn a_batch_goes_on_after_bad_files() {
    let folder = folder();
    let output = tenkyo(folder.path()).arg("add").args(FILES).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    let errors = String::from_utf8(output.stderr).unwrap();
    let lines: Vec<&str> = errors.lines().collect();
    let bad =
        ["empty.txt", "blank.txt", "picture.txt", "english.txt", "huge.txt", "broken.txt", "missing.txt"];
    for name in bad {
        let about = lines.iter().filter(|l| l.contains(name)).count();
        assert_eq!(about, 1, "one line about {name} in {errors}");
    }
    assert_eq!(lines.len(), bad.len() + 1, "{errors}");
    assert!(
        lines[bad.len()].starts_with("3 new, 0 new versions, 0 read again, 0 known, 7 could not be read")
    );
    let order: Vec<usize> = bad.iter().map(|name| errors.find(name).unwrap()).collect();
    assert!(order.is_sorted(), "in the order in which they were named: {errors}");
}

#[test]
fn nothing_of_a_bad_file_is_kept() {
    let folder = folder();
    tenkyo(folder.path()).args(["add", "empty.txt", "picture.txt", "missing.txt"]).assert().code(1);
    let output = tenkyo(folder.path()).args(["ledger", "--json"]).output().unwrap();
    let ledger: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(ledger["documents"].as_array().unwrap().len(), 0);
}

#[test]
fn every_charset_of_japan_reads_alike() {
    let folder = folder();
    let output =
        tenkyo(folder.path()).args(["read", "--jsonl", "utf8.txt", "sjis.txt", "euc.txt"]).output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    let texts: Vec<String> = String::from_utf8(output.stdout)
        .unwrap()
        .lines()
        .map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap()["document"]["text"].to_string())
        .collect();
    assert_eq!(texts[1].replace("首相", "外相"), texts[0]);
    assert_eq!(texts[2].replace("国防相", "外相"), texts[0]);
}

#[test]
fn a_workspace_that_is_not_there_is_named() {
    let folder = tempfile::tempdir().unwrap();
    for verb in ["timeline", "statements", "claims", "disputes", "transfers", "series", "forecasts", "actors"]
    {
        let assert = tenkyo(folder.path()).args([verb, "--workspace", "nowhere"]).assert().code(1);
        assert.stderr_eq("tenkyo: nowhere holds no workspace; add documents to make one: tenkyo add PATH\n");
    }
}

#[test]
fn an_unknown_actor_is_named() {
    let folder = folder();
    tenkyo(folder.path()).args(["add", "utf8.txt"]).assert().success();
    let assert = tenkyo(folder.path()).args(["timeline", "--actor", "諸葛亮"]).assert().code(1);
    assert.stderr_eq("tenkyo: no actor of this workspace is called 諸葛亮; see `tenkyo actors`\n");
    tenkyo(folder.path()).args(["timeline", "--from", "yesterday"]).assert().code(2);
}
