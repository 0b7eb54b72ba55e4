//! What the commands print over the example articles, to the letter. `SNAPSHOTS=overwrite cargo test -p tenkyo --test golden`
//! writes what was printed into `golden/`: read the difference.

use snapbox::cmd::{Command, cargo_bin};
use snapbox::file;
use std::path::Path;

fn tenkyo(folder: &Path) -> Command {
    Command::new(cargo_bin!("tenkyo"))
        .current_dir(folder)
        .env_remove("TENKYO_WORKSPACE")
        .env_remove("TENKYO_KNOWLEDGE")
        .env("LC_ALL", "C.UTF-8")
}

#[test]
fn the_example_articles() {
    let folder = tempfile::tempdir().unwrap();
    let run = |arguments: &[&str]| tenkyo(folder.path()).args(arguments).assert().success();
    run(&["demo", "--workspace", "tenkyo-workspace"]).stdout_eq(file!["golden/demo.txt"]);
    run(&["timeline", "--from", "2024-01"]).stdout_eq(file!["golden/timeline.txt"]);
    run(&["statements", "--actor", "プーチン", "--format", "csv"]).stdout_eq(file!["golden/statements.csv"]);
    run(&["transfers"]).stdout_eq(file!["golden/transfers.txt"]);
    run(&["series"]).stdout_eq(file!["golden/series.txt"]);
    run(&["disputes"]).stdout_eq(file!["golden/disputes.txt"]);
    run(&["search", "コンテナ"]).stdout_eq(file!["golden/search.txt"]);
    run(&["brief", "--lang", "ja", "--topic", "コンテナ"]).stdout_eq(file!["golden/brief.ja.md"]);
    run(&["brief", "--lang", "en", "--actor", "プーチン", "--from", "2023-09", "--to", "2023-12"])
        .stdout_eq(file!["golden/brief.en.md"]);
    run(&["brief", "--lang", "en", "--topic", "コンテナ", "--type", "ammunition", "--format", "html"])
        .stdout_eq(file!["golden/brief.en.html"]);
    run(&["timeline", "--type", "consult", "--certainty", "certain"]).stdout_eq(file!["golden/meetings.txt"]);
    run(&["transfers", "--type", "ammunition", "--topic", "砲弾"]).stdout_eq(file!["golden/shells.txt"]);
}
