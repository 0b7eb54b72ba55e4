//! The two languages of the desk, and which one a reader wants.

use axum::http::{HeaderMap, header};
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// Languages of the desk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Language {
    Japanese,
    English,
}

/// What stands in the place of words that do not exist.
pub(crate) const MISSING: &str = "?";

type Words = BTreeMap<String, String>;

static JAPANESE: LazyLock<Words> = LazyLock::new(|| parse(include_str!("../messages/ja.toml")));
static ENGLISH: LazyLock<Words> = LazyLock::new(|| parse(include_str!("../messages/en.toml")));

fn parse(text: &str) -> Words {
    // The files are part of the program; a test reads both.
    toml::from_str(text).unwrap_or_default()
}

impl Language {
    pub const ALL: [Self; 2] = [Self::Japanese, Self::English];

    /// `ja` or `en`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Japanese => "ja",
            Self::English => "en",
        }
    }

    pub fn other(self) -> Self {
        match self {
            Self::Japanese => Self::English,
            Self::English => Self::Japanese,
        }
    }

    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.code() == code)
    }

    /// The words for `key`; [`MISSING`] where there are none, which a test rules out for the keys of templates.
    pub fn word(self, key: &str) -> &'static str {
        let words: &'static Words = match self {
            Self::Japanese => &JAPANESE,
            Self::English => &ENGLISH,
        };
        words.get(key).map_or(MISSING, String::as_str)
    }

    /// The language of a request: `?lang=`, else the cookie, else what the browser asks for, else Japanese.
    pub fn of_request(query: Option<&str>, headers: &HeaderMap) -> Self {
        let asked = query.and_then(Self::of_code);
        asked
            .or_else(|| cookie(headers, "lang").and_then(|code| Self::of_code(&code)))
            .unwrap_or_else(|| accepted(headers))
    }
}

/// The value of a cookie.
pub(crate) fn cookie(headers: &HeaderMap, name: &str) -> Option<String> {
    let all = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    let mut pairs = all.flat_map(|line| line.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs.find(|(key, _)| *key == name).map(|(_, value)| value.to_owned())
}

/// The first of the two that `Accept-Language` names with the greatest weight.
fn accepted(headers: &HeaderMap) -> Language {
    let line = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let weighted = line.split(',').filter_map(|part| {
        let (tag, weight) = part.trim().split_once(";q=").unwrap_or((part.trim(), "1"));
        let language = Language::of_code(tag.split('-').next()?.to_ascii_lowercase().as_str())?;
        Some((language, weight.parse::<f32>().unwrap_or(0.0)))
    });
    weighted.fold((Language::Japanese, 0.0), |best, next| if next.1 > best.1 { next } else { best }).0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_have_the_same_words() {
        let keys = |words: &Words| words.keys().cloned().collect::<Vec<_>>();
        assert!(JAPANESE.len() > 100);
        assert_eq!(keys(&JAPANESE), keys(&ENGLISH));
    }

    #[test]
    fn every_word_that_a_template_asks_for_exists() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/templates");
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let text = std::fs::read_to_string(&path).unwrap();
            for rest in text.split("t(\"").skip(1) {
                let key = rest.split('"').next().unwrap();
                assert!(key.ends_with('.') || JAPANESE.contains_key(key), "{}: {key}", path.display());
            }
        }
    }

    #[test]
    fn the_browser_is_asked() {
        let mut headers = HeaderMap::new();
        headers.insert(header::ACCEPT_LANGUAGE, "fr, en-GB;q=0.8, ja;q=0.5".parse().unwrap());
        assert_eq!(Language::of_request(None, &headers), Language::English);
        assert_eq!(Language::of_request(Some("ja"), &headers), Language::Japanese);
        headers.insert(header::COOKIE, "a=b; lang=ja".parse().unwrap());
        assert_eq!(Language::of_request(None, &headers), Language::Japanese);
        assert_eq!(Language::of_request(None, &HeaderMap::new()), Language::Japanese);
    }
}
