//! The page that takes articles, and the outcome of what it took.

use super::{Frame, Page, Render, failure};
use crate::desk::Site;
use crate::display::shown;
use crate::import::{Brought, Item, MOST};
use askama::Template;
use axum::extract::multipart::{Field, MultipartError};
use axum::extract::{Multipart, Path, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use tenkyo_model::Declared;
use tenkyo_query::Date;

#[derive(Template)]
#[template(path = "import.html")]
struct Import {
    frame: Frame,
    open: bool,
    remark: &'static str,
}

#[derive(Template)]
#[template(path = "import-job.html")]
struct Outcomes {
    frame: Frame,
    items: Vec<Item>,
    done: bool,
}

pub(crate) async fn show(page: Page, State(site): State<Site>) -> Response {
    form(&page, &site, "")
}

fn form(page: &Page, site: &Site, remark: &'static str) -> Response {
    let frame = page.frame("import");
    Import { open: site.intake.is_some(), remark, frame }.page(page.language)
}

/// Takes a form and sends the reader on to the outcome.
pub(crate) async fn take(page: Page, State(site): State<Site>, parts: Multipart) -> Response {
    let refused = |status: StatusCode, key: &str| {
        let mut response = form(&page, &site, page.language.word(key));
        *response.status_mut() = status;
        response
    };
    let Some(intake) = site.intake.clone() else { return refused(StatusCode::FORBIDDEN, "import.none") };
    match brought(parts).await {
        Err(error) if error.status() == StatusCode::PAYLOAD_TOO_LARGE => {
            refused(StatusCode::PAYLOAD_TOO_LARGE, "import.toolarge")
        }
        Err(_) => refused(StatusCode::BAD_REQUEST, "import.broken"),
        Ok(brought) if brought.is_empty() => refused(StatusCode::BAD_REQUEST, "import.empty"),
        Ok(brought) if brought.len() > MOST => refused(StatusCode::PAYLOAD_TOO_LARGE, "import.toolarge"),
        Ok(brought) => {
            let number = site.jobs.begin(site.live.clone(), intake, brought);
            Redirect::to(&format!("/import/{number}")).into_response()
        }
    }
}

/// What the fields of the form hold.
async fn brought(mut parts: Multipart) -> Result<Vec<Brought>, MultipartError> {
    let (mut brought, mut declared, mut pasted) = (Vec::new(), Declared::default(), String::new());
    while let Some(field) = parts.next_field().await? {
        match field.name().unwrap_or_default() {
            "files" => brought.extend(file(field).await?),
            "text" => pasted = field.text().await?,
            "outlet" => declared.outlet = filled(field.text().await?),
            "published" => {
                declared.published = filled(field.text().await?).filter(|date| date.parse::<Date>().is_ok());
            }
            "urls" => {
                let lines = field.text().await?;
                let addresses = lines.lines().map(str::trim).filter(|line| !line.is_empty());
                brought.extend(addresses.map(|address| Brought::Address(address.to_owned())));
            }
            _ => {}
        }
    }
    for one in &mut brought {
        if let Brought::Bytes { declared: of_file, .. } = one {
            *of_file = declared.clone();
        }
    }
    if let Some(text) = filled(pasted) {
        let name = format!("pasted-{}", tenkyo_query::digest(&text));
        brought.push(Brought::Bytes { name, bytes: text.into_bytes(), declared });
    }
    Ok(brought)
}

/// A file; none where the field was left empty, which browsers send as a file without a name.
async fn file(field: Field<'_>) -> Result<Option<Brought>, MultipartError> {
    let name = field.file_name().unwrap_or_default();
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let name: String = last.chars().filter(|c| !c.is_control()).take(200).collect();
    let bytes = field.bytes().await?;
    let empty = name.is_empty() && bytes.is_empty();
    let name = if name.is_empty() { "unnamed".into() } else { name };
    Ok((!empty).then(|| Brought::Bytes { name, bytes: bytes.to_vec(), declared: Declared::default() }))
}

fn filled(value: String) -> Option<String> {
    let value = value.trim();
    (!value.is_empty()).then(|| value.to_owned())
}

/// What became of each document; renews itself until all are read.
pub(crate) async fn job(page: Page, State(site): State<Site>, Path(number): Path<u64>) -> Response {
    let frame = page.frame("import");
    let Some(job) = site.jobs.find(number) else {
        return failure(StatusCode::NOT_FOUND, frame, "error.missing");
    };
    let (items, done) = job.items();
    let mut response = Outcomes { frame, items, done }.page(page.language);
    if !done {
        response.headers_mut().insert(header::REFRESH, HeaderValue::from_static("1"));
    }
    response
}

impl Outcomes {
    fn text(&self, text: &str) -> String {
        shown(text).into_owned()
    }
}
