//! What others wrote stands here unchanged: the sums of the list.

use sha2::{Digest, Sha256};
use std::path::Path;

#[test]
fn vendored_files_have_their_sums() {
    for folder in ["static", "tests/vendor"] {
        check(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder));
    }
}

fn check(folder: &Path) {
    let list = std::fs::read_to_string(folder.join("SHA256SUMS")).unwrap();
    assert!(!list.trim().is_empty());
    for line in list.lines() {
        let (sum, name) = line.split_once("  ").unwrap();
        let found: String = Sha256::digest(std::fs::read(folder.join(name)).unwrap())
            .iter()
            .map(|b| format!("{b:02x}"))
            .collect();
        assert_eq!(found, sum, "{name}");
    }
}
