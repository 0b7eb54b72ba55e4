//! Many documents into one ledger.
//!
//! Entry point: [`build`]. Pairs of findings are **judged** same, different or unsure, with the grounds kept; clusters follow
//! from the judgements and are never edited. Reads nothing but the articles and findings that it is given, and gives the same
//! ledger whatever their order.

mod actors;
mod agreements;
pub mod anchor;
mod blocs;
mod claims;
mod clusters;
mod copies;
mod corpus;
mod corrections;
mod dates;
mod deeds;
mod disputes;
mod equipment;
mod forecasts;
mod grades;
mod grow;
mod ids;
mod memo;
mod nouns;
mod occurrences;
mod references;
mod relations;
mod roots;
mod sayings;
mod series;
mod similarity;
mod transfers;
mod utterances;

pub use grow::Growing;

use actors::Actors;
use corpus::Corpus;
use corrections::Corrections;
use memo::Memo;
use occurrences::Occurrences;
use std::borrow::Cow;
use std::sync::LazyLock;
use tenkyo_lexicon::Lexicon;
use tenkyo_model::correction::Logged;
use tenkyo_model::ledger::{Judgement, Ledger};
use tenkyo_model::{Article, Findings};
use transfers::Transfers;
use utterances::Utterances;

/// One document as it was read.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// Its text and what it says about itself; `source` must differ from that of every other document.
    pub article: Article,
    /// What it says.
    pub findings: Findings,
}

/// The ledger of these documents, with the data that the program carries. Their order does not matter.
pub fn build(readings: &[Reading]) -> Ledger {
    build_corrected(readings, &[])
}

/// The same, with what analysts said: `log` in the order in which it was written. A pair that an analyst judged is as he
/// judged it, whatever the program finds; findings that he corrected are corrected before anything is compared.
pub fn build_corrected(readings: &[Reading], log: &[Logged]) -> Ledger {
    static EMBEDDED: LazyLock<Lexicon> =
        LazyLock::new(|| Lexicon::embedded().expect("the tests compile the embedded data"));
    build_corrected_with(readings, log, &EMBEDDED)
}

/// The ledger of these documents, with this data.
pub fn build_with(readings: &[Reading], lexicon: &Lexicon) -> Ledger {
    build_corrected_with(readings, &[], lexicon)
}

/// The ledger of these documents with what analysts said, with this data.
pub fn build_corrected_with(readings: &[Reading], log: &[Logged], lexicon: &Lexicon) -> Ledger {
    build_over(&readings.iter().collect::<Vec<_>>(), log, lexicon, &Memo::default())
}

/// What was done, said and given: none of them needs the others, so each has a thread.
fn side_by_side(
    corpus: &Corpus<'_>,
    actors: &Actors,
    corrections: &Corrections<'_>,
    judgements: &mut Vec<Judgement>,
) -> (Occurrences, Utterances, Transfers) {
    let (mut said, mut given) = (Vec::new(), Vec::new());
    let groups = std::thread::scope(|scope| {
        let utterances = scope.spawn(|| utterances::group(corpus, actors, corrections, &mut said));
        let transfers = transfers::group(corpus, actors, corrections, &mut given);
        let occurrences = occurrences::group(corpus, actors, corrections, judgements);
        // What went wrong there goes wrong here.
        let utterances = utterances.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic));
        (occurrences, utterances, transfers)
    });
    judgements.extend(said.into_iter().chain(given));
    groups
}

fn build_over(all: &[&Reading], log: &[Logged], lexicon: &Lexicon, memo: &Memo) -> Ledger {
    let corrections = Corrections::new(log, all, lexicon);
    let readings: Vec<Cow<'_, Reading>> = all.iter().map(|r| corrections.apply(r)).collect();
    let mut judgements = Vec::new();
    let corpus = Corpus::new(&readings, lexicon, memo, &corrections, &mut judgements);
    let actors = actors::merge(&corpus, &corrections, &mut judgements);
    let (mut occurrences, utterances, mut transfers) =
        side_by_side(&corpus, &actors, &corrections, &mut judgements);
    let claims = claims::collect(&corpus, &actors, &occurrences, &utterances, &transfers);
    let figures = series::figures(&corpus, &actors, &transfers);
    let (series, mut disputes) = series::collect(&corpus, &actors, &figures);
    disputes.extend(disputes::denials(&corpus, &actors));
    disputes.extend(disputes::dates_and_actors(&corpus, &actors, &occurrences));
    grades::give(&corpus, &actors, &mut occurrences, &disputes);
    let distinctions = series::distinctions(&corpus, &actors, &figures);
    let agreements = agreements::collect(&corpus, &actors);
    agreements::mark(&corpus, &actors, &agreements, &mut occurrences.list, &mut transfers);
    let forecasts = forecasts::follow(&corpus, &actors, &figures);
    judgements.sort_by(|a, b| (a.about, &a.left, &a.right).cmp(&(b.about, &b.left, &b.right)));
    Ledger {
        corrections: corrections.standing(&corpus),
        documents: corpus.documents(),
        relations: relations::count(&occurrences.list),
        blocs: blocs::find(&actors, &occurrences.list),
        equipment: equipment::collect(&corpus),
        actors: actors.list,
        occurrences: occurrences.list,
        utterances: utterances.list,
        claims,
        transfers: transfers.list,
        series,
        disputes,
        distinctions,
        agreements,
        forecasts,
        judgements,
    }
}
