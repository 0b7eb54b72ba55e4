//! Unpacks the models so that they can be embedded, and refuses one that is not what `models/manifest.toml` says.

use sha2::{Digest, Sha256};
use std::path::{Path, PathBuf};

fn main() {
    let models = Path::new("../../models");
    println!("cargo::rerun-if-changed=../../models");
    let manifest = std::fs::read_to_string(models.join("manifest.toml")).expect("models/manifest.toml");
    let manifest: toml::Table = manifest.parse().expect("models/manifest.toml is TOML");
    let out = PathBuf::from(std::env::var_os("OUT_DIR").expect("cargo sets OUT_DIR"));
    for model in manifest["model"].as_array().expect("[[model]] entries") {
        let text =
            |key: &str| model.get(key).and_then(|v| v.as_str()).unwrap_or_else(|| panic!("model.{key}"));
        let packed =
            std::fs::read(models.join(text("file"))).unwrap_or_else(|e| panic!("{}: {e}", text("file")));
        assert_eq!(digest(&packed), text("sha256"), "{}: checksum differs", text("file"));
        let unpacked = zstd::decode_all(packed.as_slice()).expect("model is zstd");
        assert_eq!(digest(&unpacked), text("unpacked_sha256"), "{}: unpacked checksum differs", text("file"));
        std::fs::write(out.join(text("file").trim_end_matches(".zst")), unpacked)
            .expect("OUT_DIR is writable");
    }
}

fn digest(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|b| format!("{b:02x}")).collect()
}
