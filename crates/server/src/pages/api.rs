//! The API's description, to be read and tried: made from the same document as `/api/openapi.json`.

use super::{Frame, Page, Render};
use askama::Template;
use axum::response::Response;
use std::sync::LazyLock;
use utoipa::openapi::path::{Operation, ParameterIn};
use utoipa::openapi::{RefOr, Required};

static OPERATIONS: LazyLock<Vec<Described>> = LazyLock::new(described);

#[derive(Template)]
#[template(path = "api.html")]
struct Api {
    frame: Frame,
    operations: &'static [Described],
}

/// One operation.
struct Described {
    path: String,
    summary: String,
    parameters: Vec<Parameter>,
    answers: Vec<(String, String)>,
    /// Whether it can be tried by a form: nothing of its address is open.
    trial: bool,
}

struct Parameter {
    name: String,
    tells: String,
    required: bool,
    in_path: bool,
}

pub(crate) async fn show(page: Page) -> Response {
    Api { frame: page.frame("api"), operations: &OPERATIONS }.page(page.language)
}

fn described() -> Vec<Described> {
    let paths = tenkyo_api::description().paths.paths.into_iter();
    paths.filter_map(|(path, item)| Some(operation(path, item.get?))).collect()
}

/// None of ours is given by reference.
fn told(parameter: RefOr<utoipa::openapi::path::Parameter>) -> Option<utoipa::openapi::path::Parameter> {
    match parameter {
        RefOr::T(parameter) => Some(parameter),
        RefOr::Ref(_) => None,
    }
}

fn operation(path: String, operation: Operation) -> Described {
    let parameters =
        operation.parameters.unwrap_or_default().into_iter().filter_map(told).map(|p| Parameter {
            required: matches!(p.required, Required::True),
            in_path: matches!(p.parameter_in, ParameterIn::Path),
            tells: p.description.unwrap_or_default(),
            name: p.name,
        });
    let answers = operation.responses.responses.into_iter().map(|(status, response)| match response {
        RefOr::T(response) => (status, response.description),
        RefOr::Ref(_) => (status, String::new()),
    });
    let trial = !path.contains('{');
    Described {
        trial,
        summary: operation.summary.unwrap_or_default(),
        parameters: parameters.collect(),
        answers: answers.collect(),
        path,
    }
}
