//! Rebuilds the crate when a data file is added or removed; the embedding macro notices changes, but not new files.
//!
//! Only where the files are embedded: a debug build reads them where they lie.

fn main() {
    if std::env::var("PROFILE").is_ok_and(|profile| profile == "release") {
        println!("cargo::rerun-if-changed=../../data");
        println!("cargo::rerun-if-changed=../../knowledge");
    } else {
        println!("cargo::rerun-if-changed=build.rs");
    }
}
