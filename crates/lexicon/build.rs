//! Rebuilds the crate when a data file is added, changed or removed; the embedding macro alone does not notice.

fn main() {
    println!("cargo::rerun-if-changed=../../data");
    println!("cargo::rerun-if-changed=../../knowledge");
}
