//! The story page: what the articles say together, in order of time.

use super::rows::{self, DisputeRow, SeriesRow};
use super::timeline::{self, Year};
use super::{Frame, Page, Render};
use crate::desk::Desk;
use crate::display;
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use std::cmp::Reverse;
use std::sync::Arc;
use tenkyo_model::ActorKind;

/// How many events, disputes, series and actors the front page shows.
const EVENTS: usize = 40;
const DISPUTES: usize = 5;
const SERIES: usize = 3;
const ACTORS: usize = 12;

#[derive(Template)]
#[template(path = "story.html")]
struct Story {
    frame: Frame,
    lead: String,
    counts: Vec<(usize, &'static str, &'static str)>,
    years: Vec<Year>,
    disputes: Vec<DisputeRow>,
    series: Vec<SeriesRow>,
    actors: Vec<(rows::Named, usize)>,
}

pub(crate) async fn show(page: Page, State(desk): State<Arc<Desk>>) -> Response {
    let language = page.language;
    let frame = page.frame("story");
    let ledger = &desk.ledger;
    let disputes = ledger.disputes.iter().take(DISPUTES).map(|d| rows::dispute(&desk, d, language));
    let series = ledger.series.iter().take(SERIES).map(|s| rows::series(&desk, s, language));
    Story {
        lead: lead(&desk, &frame),
        counts: counts(&desk, &frame),
        years: timeline(&desk, &page),
        disputes: disputes.collect(),
        series: series.collect(),
        actors: most_mentioned(&desk),
        frame,
    }
    .page(language)
}

/// How many articles from when to when.
fn lead(desk: &Desk, frame: &Frame) -> String {
    let dates = || desk.ledger.documents.iter().filter_map(|d| d.published.as_deref());
    let count = desk.ledger.documents.len().to_string();
    if count == "0" {
        return frame.t("story.empty").to_owned();
    }
    match (dates().min(), dates().max()) {
        (Some(from), Some(to)) => {
            let words = frame.t("story.lead").replace("{documents}", &count);
            let words = words.replace("{from}", &display::date(from, frame.language));
            words.replace("{to}", &display::date(to, frame.language))
        }
        _ => frame.t("story.lead.undated").replace("{documents}", &count),
    }
}

fn counts(desk: &Desk, frame: &Frame) -> Vec<(usize, &'static str, &'static str)> {
    let ledger = &desk.ledger;
    vec![
        (ledger.documents.len(), frame.t("count.documents"), "/documents"),
        (ledger.utterances.len(), frame.t("count.utterances"), "/statements"),
        (ledger.occurrences.len(), frame.t("count.occurrences"), "/timeline"),
        (ledger.transfers.len(), frame.t("count.transfers"), "/transfers"),
        (ledger.disputes.len(), frame.t("count.disputes"), "/disputes"),
        (ledger.actors.len(), frame.t("count.actors"), "/actors"),
    ]
}

/// The events that the most sources tell of, in order of time.
fn timeline(desk: &Desk, page: &Page) -> Vec<Year> {
    let dated = desk.ledger.occurrences.iter().enumerate().filter(|(_, o)| o.date.is_some());
    let mut best: Vec<_> = dated.map(|(at, o)| (Reverse((o.roots.len(), o.members.len())), at)).collect();
    if best.len() > EVENTS {
        best.select_nth_unstable(EVENTS);
        best.truncate(EVENTS);
    }
    best.sort_unstable_by_key(|(_, at)| *at);
    let shown: Vec<_> = best.into_iter().map(|(_, at)| &desk.ledger.occurrences[at]).collect();
    timeline::by_year(desk, &shown, page)
}

fn most_mentioned(desk: &Desk) -> Vec<(rows::Named, usize)> {
    // The list has the most mentioned first.
    let actors = desk.ledger.actors.iter().filter(|actor| actor.kind != ActorKind::Place);
    actors.take(ACTORS).map(|actor| (desk.named(&actor.id), actor.mentions)).collect()
}

impl Story {
    /// Whether there is nothing to tell yet.
    fn is_empty(&self) -> bool {
        self.counts.iter().all(|(count, ..)| *count == 0)
    }
}
