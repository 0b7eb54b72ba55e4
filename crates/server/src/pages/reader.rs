//! The article with its findings highlighted in place.

mod explain;
mod pieces;
mod rules;

use super::{Frame, Page, Render, failure};
use crate::desk::Desk;
use crate::display::{self, shown};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use explain::Note;
use pieces::Piece;
use serde::Deserialize;
use std::sync::Arc;
use tenkyo_ledger::Reading;
use tenkyo_model::BlockKind;
use tenkyo_model::ledger::Document;
use tenkyo_query::{Layer, places};
use tenkyo_text::Span;

/// Words to mark beside the findings: bytes of the text, `START-END`.
#[derive(Deserialize)]
pub(crate) struct Asked {
    at: Option<String>,
}

#[derive(Template)]
#[template(path = "reader.html")]
struct Reader {
    frame: Frame,
    /// Id of the document.
    document: String,
    title: String,
    outlet: String,
    byline: String,
    published: String,
    basis: &'static str,
    /// Other forms of the article: what each is to this one, its address and date.
    versions: Vec<(&'static str, String, String)>,
    layers: Vec<(&'static str, usize)>,
    blocks: Vec<ShownBlock>,
    notes: Vec<Note>,
    remarks: Vec<String>,
}

struct ShownBlock {
    kind: &'static str,
    pieces: Vec<Piece>,
}

pub(crate) async fn show(
    page: Page,
    State(desk): State<Arc<Desk>>,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
) -> Response {
    let frame = page.frame("documents");
    match desk.reading(&id) {
        Some(reading) => {
            reader(&desk, reading, frame, asked.at.as_deref().and_then(span)).page(page.language)
        }
        None => failure(StatusCode::NOT_FOUND, frame, "reader.missing"),
    }
}

fn span(at: &str) -> Option<Span> {
    let (start, end) = at.split_once('-')?;
    let (start, end) = (start.parse().ok()?, end.parse().ok()?);
    (start < end).then_some(Span { start, end })
}

fn reader(desk: &Desk, reading: &Reading, frame: Frame, asked: Option<Span>) -> Reader {
    let (article, findings) = (&reading.article, &reading.findings);
    let language = frame.language;
    let places = places(findings);
    let marks = pieces::marks(reading, &places, asked, &frame);
    let blocks = article.blocks.iter().map(|block| ShownBlock {
        kind: block.kind.name(),
        pieces: pieces::cut(&article.text, block.span, &marks),
    });
    let title = article.declared.title.as_deref().unwrap_or(&article.source);
    let published = findings.published.as_ref();
    let count = |layer: Layer| places.iter().filter(|place| place.layer == layer).count();
    let text = |value: &Option<String>| value.as_deref().map(|v| shown(v).into_owned()).unwrap_or_default();
    Reader {
        document: article.id.0.clone(),
        title: shown(title).into_owned(),
        outlet: text(&article.declared.outlet),
        byline: text(&article.declared.byline),
        published: published.map(|p| display::date(&p.value, language)).unwrap_or_default(),
        basis: published.map_or("", |p| frame.name("basis", p.basis.name())),
        layers: Layer::ALL.into_iter().map(|layer| (layer.name(), count(layer))).collect(),
        versions: versions(desk, &article.source, &frame),
        blocks: blocks.collect(),
        notes: explain::notes(reading, &frame),
        remarks: desk.remarks(&article.source).iter().map(|r| shown(r).into_owned()).collect(),
        frame,
    }
}

/// What this article repeats or revises, and what repeats or revises it.
fn versions(desk: &Desk, source: &str, frame: &Frame) -> Vec<(&'static str, String, String)> {
    let of = |d: &Document, name: &Option<String>| name.as_deref() == Some(source) && d.source != source;
    let own = desk.ledger.documents.iter().find(|d| d.source == source);
    let mine = |d: &Document, name: Option<&String>| name == Some(&d.source);
    let told = desk.ledger.documents.iter().filter_map(|d| {
        let key = match d {
            d if of(d, &d.version_of) => "version.later",
            d if of(d, &d.copy_of) => "version.copy",
            d if mine(d, own.and_then(|o| o.version_of.as_ref())) => "version.earlier",
            d if mine(d, own.and_then(|o| o.copy_of.as_ref())) => "version.original",
            _ => return None,
        };
        let date = d.published.as_deref().map(|date| display::date(date, frame.language));
        Some((frame.t(key), format!("/read/{}", d.id), date.unwrap_or_default()))
    });
    told.collect()
}

impl Reader {
    /// Whether the article's text holds its title.
    fn has_title(&self) -> bool {
        self.blocks.iter().any(|block| self.is_title(block.kind))
    }

    /// Whether the page's own heading shows the title, so that the block need not.
    fn is_title(&self, kind: &str) -> bool {
        kind == BlockKind::Title.name()
    }
}
