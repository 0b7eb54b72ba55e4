//! Numbers as JSON has them.

/// A number that is whole where the amount is; none for what JSON cannot say.
pub(crate) fn number(n: f64) -> Option<serde_json::Number> {
    if n.fract() == 0.0 && n.abs() < 9e15 { Some((n as i64).into()) } else { serde_json::Number::from_f64(n) }
}
