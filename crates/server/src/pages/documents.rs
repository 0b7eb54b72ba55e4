//! The articles that the ledger rests on.

use super::rows;
use super::{Frame, Page, Pager, ROWS, Render};
use crate::ask::Asked;
use crate::desk::Desk;
use crate::display::shown;
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use std::sync::Arc;
use tenkyo_model::ledger::Document;

#[derive(Template)]
#[template(path = "documents.html")]
struct Documents {
    frame: Frame,
    pager: Pager,
    rows: Vec<DocumentRow>,
}

struct DocumentRow {
    href: String,
    title: String,
    outlet: String,
    date: String,
    /// Address of the article whose text this one repeats, or that it revises.
    copy_of: Option<String>,
    version_of: Option<String>,
    statements: usize,
}

pub(crate) async fn show(page: Page, State(desk): State<Arc<Desk>>, asked: Asked) -> Response {
    let all = asked.of(&desk, &desk.ledger.documents);
    let pager = Pager::new("/documents", &asked, all.len(), ROWS).with_json("articles", &asked);
    let rows = pager.of(&all).iter().map(|document| row(&desk, document, &page)).collect();
    Documents { frame: page.frame("documents"), pager, rows }.page(page.language)
}

fn row(desk: &Desk, document: &Document, page: &Page) -> DocumentRow {
    let outlet = document.outlet.as_deref().unwrap_or(page.language.word("unknown.outlet"));
    DocumentRow {
        href: format!("/read/{}", document.id),
        title: shown(document.title.as_deref().unwrap_or(&document.source)).into_owned(),
        outlet: shown(outlet).into_owned(),
        date: rows::date(document.published.as_deref(), page.language),
        copy_of: desk.read(document.copy_of.as_deref()),
        version_of: desk.read(document.version_of.as_deref()),
        statements: desk.reading(&document.id).map_or(0, |reading| reading.findings.statements.len()),
    }
}
