//! What one actor did to another, month by month: cooperation above the line, conflict below; what is certain is filled.

use super::{TimeAxis, When, place};
use crate::display;
use crate::language::Language;
use askama::Template;
use tenkyo_model::ledger::Relation;

const LEFT: f64 = 34.0;
const RIGHT: f64 = 548.0;
const ZERO: f64 = 76.0;
/// Height of the greatest score.
const REACH: f64 = 60.0;

#[derive(Template)]
#[template(path = "chart-relations.html")]
pub(crate) struct Chart {
    language: Language,
    name: String,
    months: TimeAxis,
    /// The greatest score, which stands at the edge.
    most: f64,
    bars: Vec<Bar>,
}

struct Bar {
    href: String,
    words: String,
    /// `2024-06`, and the scores with and without what is not certain.
    month: String,
    score: f64,
    confirmed: f64,
    x: f64,
    y: f64,
    height: f64,
    /// The certain part.
    sure_y: f64,
    sure: f64,
    conflict: bool,
}

/// The chart of the months of one pair; `href` says where the events of a month are listed, by its place and itself.
pub(crate) fn chart(
    name: &str,
    href: impl Fn(usize, &Relation) -> String,
    months: &[&Relation],
    language: Language,
) -> Option<Chart> {
    let dated: Vec<(&Relation, When)> =
        months.iter().filter_map(|r| Some((*r, When::parse(&r.month)?))).collect();
    let axis = TimeAxis::over(dated.iter().map(|(_, when)| *when), LEFT, RIGHT)?;
    let most = dated.iter().map(|(r, _)| r.score.abs()).fold(10.0, f64::max);
    let bar = |(n, (r, when)): (usize, &(&Relation, When))| {
        let height = |score: f64| place((score.abs() / most * REACH).max(2.0));
        let top = |score: f64, height: f64| if score < 0.0 { ZERO } else { ZERO - height };
        let sure = if r.confirmed > 0 && r.confirmed_score * r.score > 0.0 {
            height(r.confirmed_score)
        } else {
            0.0
        };
        let sure = sure.min(height(r.score));
        Bar {
            href: href(n, r),
            words: format!("{} · {:+.1}", display::date(&r.month, language), r.score),
            month: r.month.clone(),
            score: r.score,
            confirmed: r.confirmed_score,
            x: axis.at(when.middle()),
            y: top(r.score, height(r.score)),
            height: height(r.score),
            sure_y: top(r.score, sure),
            sure,
            conflict: r.score < 0.0,
        }
    };
    let bars = dated.iter().enumerate().map(bar).collect();
    Some(Chart { language, name: name.to_owned(), most, bars, months: axis })
}
