//! Many documents into one ledger.
//!
//! Entry point: [`build`]. Pairs of findings are **judged** same, different or unsure, with the grounds kept; clusters follow
//! from the judgements and are never edited. Reads nothing but the articles and findings that it is given, and gives the same
//! ledger whatever their order.

mod actors;
mod claims;
mod clusters;
mod copies;
mod corpus;
mod dates;
mod disputes;
mod forecasts;
mod ids;
mod occurrences;
mod relations;
mod roots;
mod series;
mod similarity;
mod transfers;
mod utterances;

use corpus::Corpus;
use tenkyo_model::ledger::Ledger;
use tenkyo_model::{Article, Findings};

/// One document as it was read.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// Its text and what it says about itself; `source` must differ from that of every other document.
    pub article: Article,
    /// What it says.
    pub findings: Findings,
}

/// The ledger of these documents. Their order does not matter.
pub fn build(readings: &[Reading]) -> Ledger {
    let mut judgements = Vec::new();
    let corpus = Corpus::new(readings, &mut judgements);
    let actors = actors::merge(&corpus, &mut judgements);
    let occurrences = occurrences::group(&corpus, &actors, &mut judgements);
    let utterances = utterances::group(&corpus, &actors, &mut judgements);
    let transfers = transfers::group(&corpus, &actors, &mut judgements);
    let claims = claims::collect(&corpus, &actors, &occurrences, &utterances, &transfers);
    let series = series::collect(&corpus, &actors, &transfers);
    let disputes = disputes::find(&corpus, &claims, &series);
    let forecasts = forecasts::follow(&corpus, &actors, &occurrences);
    judgements.sort_by(|a, b| (a.about, &a.left, &a.right).cmp(&(b.about, &b.left, &b.right)));
    Ledger {
        documents: corpus.documents(),
        relations: relations::count(&occurrences.list),
        actors: actors.list,
        occurrences: occurrences.list,
        utterances: utterances.list,
        claims,
        transfers: transfers.list,
        series,
        disputes,
        forecasts,
        judgements,
    }
}
