//! The desk through its router: pages, API, changes while it runs.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod api;
#[path = "../common/mod.rs"]
mod common;
mod contrast;
mod corrections;
mod examples;
mod gold;
mod import;
mod live;
mod mcp;
mod pages;
mod quotations;
mod search;
mod security;
mod site;
mod size;
mod vendored;
