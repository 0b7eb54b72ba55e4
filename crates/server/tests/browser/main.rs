//! The pages in a real browser: Debian's chromium and chromium-driver.
//!
//! Ignored unless asked for, as it needs both programs: `cargo test -p tenkyo-server --test browser -- --ignored`. With
//! `TENKYO_SCREENSHOTS=FOLDER` it leaves pictures of the pages there.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod accessible;
mod charts;
#[path = "../common/mod.rs"]
mod common;
mod driver;
mod figures;
mod fit;
mod journey;
mod keys;
mod pages;
