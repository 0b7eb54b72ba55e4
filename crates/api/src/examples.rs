//! An example of the answer of each address: what the API answers over the articles of `demo/`, the first entry of each list; none
//! of a whole article, which is long. A test of the server holds them against what it answers now, and writes them anew.

use serde_json::{Map, Value};
use utoipa::openapi::{OpenApi, RefOr};

/// Example by `operationId`.
const EXAMPLES: &str = include_str!("../examples.json");

/// Puts the examples into the description.
pub(crate) fn put(description: &mut OpenApi) {
    let examples: Map<String, Value> = serde_json::from_str(EXAMPLES).unwrap_or_default();
    for operation in description.paths.paths.values_mut().filter_map(|item| item.get.as_mut()) {
        let example = operation.operation_id.as_ref().and_then(|id| examples.get(id));
        let Some(RefOr::T(response)) = operation.responses.responses.get_mut("200") else { continue };
        for content in response.content.values_mut() {
            if let RefOr::T(content) = content {
                content.example = example.cloned();
            }
        }
    }
}
