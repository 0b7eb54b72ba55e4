//! Whether a document is text or a page.

use std::path::Path;
use tenkyo_model::Media;

/// How much of a document's start is looked at, in bytes.
const SNIFFED: usize = 1024;
/// Starts of pages, in lower case.
const PAGE_STARTS: [&str; 8] =
    ["<!doctype html", "<html", "<head", "<body", "<article", "<!--", "<meta", "<div"];

/// By content type, else by the name's extension, else by the first characters.
pub(crate) fn of(name: &str, content_type: Option<&str>, text: &str) -> Media {
    let kind =
        content_type.and_then(|value| value.split(';').next()).map(|kind| kind.trim().to_ascii_lowercase());
    match (kind.as_deref(), extension(name).as_deref()) {
        (Some("text/html" | "application/xhtml+xml"), _) => Media::Html,
        (Some("text/plain"), _) => Media::Text,
        (_, Some("html" | "htm" | "xhtml")) => Media::Html,
        (_, Some("txt" | "text" | "md")) => Media::Text,
        _ if looks_like_page(text) => Media::Html,
        _ => Media::Text,
    }
}

fn looks_like_page(text: &str) -> bool {
    let end = text.char_indices().map(|(i, _)| i).take_while(|i| *i < SNIFFED).last().unwrap_or(0);
    let start = text[..end].trim_start().to_ascii_lowercase();
    let xml = start.starts_with("<?xml") && start.contains("<html");
    xml || PAGE_STARTS.iter().any(|mark| start.starts_with(mark))
}

/// Whether a file's name says that it holds one document a line.
pub(crate) fn is_jsonl(name: &str) -> bool {
    matches!(extension(name).as_deref(), Some("jsonl" | "ndjson"))
}

/// Whether a file found in a folder is to be read.
pub(crate) fn is_readable_name(path: &Path) -> bool {
    let known = ["txt", "text", "html", "htm", "xhtml", "jsonl", "ndjson"];
    path.to_str().and_then(extension).is_some_and(|e| known.contains(&e.as_str()))
}

fn extension(name: &str) -> Option<String> {
    let last = name.rsplit(['/', '\\']).next()?;
    last.rsplit_once('.').map(|(_, extension)| extension.to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn content_type_goes_before_name_and_name_before_looks() {
        assert_eq!(of("a.txt", Some("text/html; charset=utf-8"), "x"), Media::Html);
        assert_eq!(of("a.txt", None, "<html>"), Media::Text);
        assert_eq!(of("a.HTM", None, "x"), Media::Html);
        assert_eq!(of("-", None, "\n <!DOCTYPE html><p>会談"), Media::Html);
        assert_eq!(of("-", None, "会談"), Media::Text);
    }
}
