//! Who said what, with filters.

use super::rows::{self, UtteranceRow};
use super::{Frame, Page, Pager, ROWS, Render};
use crate::ask::Asked;
use crate::desk::Desk;
use crate::display::shown;
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use std::sync::Arc;
use tenkyo_model::Certainty;

/// How many speakers the filter offers.
const SPEAKERS: usize = 200;

#[derive(Template)]
#[template(path = "statements.html")]
struct Statements {
    frame: Frame,
    filter: Asked,
    speakers: Vec<Choice>,
    outlets: Vec<Choice>,
    certainties: Vec<Choice>,
    polarities: Vec<Choice>,
    rows: Vec<UtteranceRow>,
    pager: Pager,
}

/// One value of a drop-down list.
pub(crate) struct Choice {
    pub value: String,
    pub words: String,
    pub chosen: bool,
}

pub(crate) async fn show(page: Page, State(desk): State<Arc<Desk>>, asked: Asked) -> Response {
    let language = page.language;
    let frame = page.frame("statements");
    let found = asked.of(&desk, &desk.ledger.utterances);
    let pager = Pager::new("/statements", &asked, found.len(), ROWS).with_json("statements", &asked);
    Statements {
        speakers: speakers(&desk, &asked),
        outlets: outlets(&desk, &asked),
        certainties: choices(
            Certainty::NAMES.iter().map(|(_, name)| *name),
            "certainty",
            asked.certainty(),
            &frame,
        ),
        polarities: choices(["+", "-"].into_iter(), "polarity", asked.polarity(), &frame),
        rows: pager.of(&found).iter().map(|u| rows::utterance(&desk, u, language)).collect(),
        pager,
        frame,
        filter: asked,
    }
    .page(language)
}

fn choices<'n>(
    names: impl Iterator<Item = &'n str>,
    group: &str,
    chosen: &str,
    frame: &Frame,
) -> Vec<Choice> {
    let choice = |name: &str| Choice {
        value: name.to_owned(),
        words: frame.name(group, name).to_owned(),
        chosen: name == chosen,
    };
    names.map(choice).collect()
}

/// The most frequent speakers, and the one that is chosen.
fn speakers(desk: &Desk, filter: &Asked) -> Vec<Choice> {
    let choice = |(id, count): &(String, usize)| Choice {
        value: id.clone(),
        words: format!("{} ({count})", desk.name(id)),
        chosen: *id == filter.actor(),
    };
    let (first, rest) = desk.speakers.split_at(desk.speakers.len().min(SPEAKERS));
    first.iter().chain(rest.iter().filter(|(id, _)| *id == filter.actor())).map(choice).collect()
}

fn outlets(desk: &Desk, filter: &Asked) -> Vec<Choice> {
    let choice = |name: &str| Choice {
        value: name.to_owned(),
        words: shown(name).into_owned(),
        chosen: name == filter.outlet(),
    };
    desk.index.outlets().iter().map(|name| choice(name)).collect()
}
