//! What the derived schemas cannot say by themselves.

use utoipa::openapi::schema::{ArrayBuilder, Object, Schema, Type};
use utoipa::openapi::{ObjectBuilder, RefOr};
use utoipa::{PartialSchema, ToSchema};

/// `[start, end]`: two counts of code points.
pub(crate) struct Pair;

impl PartialSchema for Pair {
    fn schema() -> RefOr<Schema> {
        let count: Object = ObjectBuilder::new().schema_type(Type::Integer).minimum(Some(0)).build();
        ArrayBuilder::new().items(count).min_items(Some(2)).max_items(Some(2)).into()
    }
}

impl ToSchema for Pair {}
