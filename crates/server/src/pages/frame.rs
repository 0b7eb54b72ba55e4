//! What every page shares: language, address, navigation.

use crate::language::Language;
use askama::Template;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use std::convert::Infallible;
use std::fmt::Display;

/// Pages of the navigation: key and address.
const PAGES: [(&str, &str); 16] = [
    ("story", "/"),
    ("timeline", "/timeline"),
    ("statements", "/statements"),
    ("actors", "/actors"),
    ("transfers", "/transfers"),
    ("claims", "/claims"),
    ("disputes", "/disputes"),
    ("series", "/series"),
    ("relations", "/relations"),
    ("agreements", "/agreements"),
    ("map", "/map"),
    ("forecasts", "/forecasts"),
    ("documents", "/documents"),
    ("sources", "/sources"),
    ("corrections", "/corrections"),
    ("import", "/import"),
];

/// The addresses of the navigation.
pub(crate) fn addresses() -> impl Iterator<Item = &'static str> {
    PAGES.iter().map(|(_, address)| *address)
}

/// The part of a request that pages look at.
#[derive(Clone, Debug)]
pub(crate) struct Page {
    pub language: Language,
    path: String,
    query: String,
}

impl<S: Send + Sync> FromRequestParts<S> for Page {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        let query = parts.uri.query().unwrap_or_default();
        let asked = query.split('&').find_map(|pair| pair.strip_prefix("lang="));
        let language = Language::of_request(asked, &parts.headers);
        Ok(Self { language, path: parts.uri.path().to_owned(), query: query.to_owned() })
    }
}

impl Page {
    /// What the address asks for under a name.
    pub fn asks(&self, name: &str) -> Option<&str> {
        let mut pairs = self.query.split('&').filter_map(|pair| pair.split_once('='));
        pairs.find(|(key, _)| *key == name).map(|(_, value)| value)
    }

    /// The frame of the page with this key of the navigation.
    pub fn frame(&self, key: &'static str) -> Frame {
        Frame::new(self.language, &self.path, &self.query, key)
    }
}

/// The frame around a page's content.
#[derive(Clone, Debug)]
pub(crate) struct Frame {
    pub language: Language,
    key: &'static str,
    /// Address of the same page in the other language.
    pub switch: String,
}

/// One link of the navigation.
pub(crate) struct Link {
    pub address: &'static str,
    pub words: &'static str,
    pub current: bool,
}

impl Frame {
    pub fn new(language: Language, path: &str, query: &str, key: &'static str) -> Self {
        let kept = query.split('&').filter(|pair| !pair.is_empty() && !pair.starts_with("lang="));
        let pairs: Vec<_> =
            kept.map(str::to_owned).chain([format!("lang={}", language.other().code())]).collect();
        let path = if path.is_empty() { "/" } else { path };
        Self { language, key, switch: format!("{path}?{}", pairs.join("&")) }
    }

    /// The words for a key.
    pub fn t(&self, key: &str) -> &'static str {
        self.language.word(key)
    }

    /// The words for a key of two parts, such as `certainty.` and `certain`.
    pub fn name(&self, group: &str, name: &str) -> &'static str {
        self.language.word(&format!("{group}.{name}"))
    }

    /// `and 12 more`.
    pub fn more(&self, rest: impl Display) -> String {
        self.t("rest").replace("{n}", &rest.to_string())
    }

    /// A line of the ledger whose last word is a name of this group, with the name in words.
    pub fn known(&self, group: &str, line: &str) -> String {
        let (head, last) =
            line.rsplit_once(": ").map_or(("", line), |(_, last)| (&line[..line.len() - last.len()], last));
        match self.name(group, last) {
            crate::language::MISSING => line.to_owned(),
            words => format!("{head}{words}"),
        }
    }

    /// What the letter and the figure of a grade (`B2`) mean.
    pub fn graded(&self, grade: &str) -> String {
        let mut signs = grade.chars();
        let mut word = |group: &str| self.name(group, &signs.next().map(String::from).unwrap_or_default());
        format!("{}{}{}", word("grade.source"), self.t("comma"), word("grade.information"))
    }

    pub fn title(&self) -> &'static str {
        self.t(&format!("{}.title", self.key))
    }

    pub fn lead(&self) -> &'static str {
        self.t(&format!("{}.lead", self.key))
    }

    pub fn links(&self) -> Vec<Link> {
        let link = |(key, address): &(&str, &'static str)| Link {
            address,
            words: self.t(&format!("nav.{key}")),
            current: *key == self.key,
        };
        PAGES.iter().map(link).collect()
    }
}

/// Renders templates into answers.
pub(crate) trait Render: Template {
    /// The page, with the language kept for the next one.
    fn page(&self, language: Language) -> Response {
        let Ok(html) = self.render() else {
            return StatusCode::INTERNAL_SERVER_ERROR.into_response();
        };
        let mut response = Html(html).into_response();
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_LANGUAGE, HeaderValue::from_static(language.code()));
        let kept = match language {
            Language::Japanese => "lang=ja; Path=/; SameSite=Lax; Max-Age=31536000",
            Language::English => "lang=en; Path=/; SameSite=Lax; Max-Age=31536000",
        };
        headers.insert(header::SET_COOKIE, HeaderValue::from_static(kept));
        response
    }
}

impl<T: Template> Render for T {}
