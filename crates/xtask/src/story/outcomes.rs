//! Forecasts and what became of them.
//!
//! A forecast is right when its words are found, its result is the gold's, and for one that is decided some of the deciding
//! words are too. `accuracy` is over all forecasts of the gold; precision, recall and F1 are over those that are decided.

use super::anchors::{Anchor, HALF, Texts};
use super::gold::{Forecast as GoldForecast, Gold};
use super::{Measured, share};
use tenkyo_model::ledger::{Forecast, OutcomeResult};

/// Scores the ledger's outcomes.
pub(super) fn score(texts: &Texts, gold: &Gold, ledger: &[Forecast]) -> anyhow::Result<Measured> {
    let beside: Vec<Anchor> =
        gold.no_forecast.iter().map(|b| texts.anchor(&b.at)).collect::<anyhow::Result<_>>()?;
    let counts = |f: &&Forecast| !beside.iter().any(|a| a.touches(&f.member));
    let ledger: Vec<&Forecast> = ledger.iter().filter(counts).collect();
    let gold = &gold.forecast;
    let mut measured = Measured::default();
    let mut known = vec![false; ledger.len()];
    let (mut right, mut right_decided) = (0.0, 0.0);
    for wanted in gold {
        let anchor = texts.anchor(&wanted.at)?;
        let found =
            (0..ledger.len()).find(|i| !known[*i] && anchor.meets(&ledger[*i].member, HALF).is_some());
        let verdict = match found {
            None => Err("the forecast is not found".to_owned()),
            Some(at) => {
                known[at] = true;
                judge(texts, wanted, ledger[at])?
            }
        };
        match verdict {
            Ok(()) => {
                right += 1.0;
                right_decided += f64::from(u8::from(wanted.result != OPEN));
            }
            Err(why) => measured.errors.push(format!("{}: {why}", wanted.id)),
        }
    }
    let decided = |f: &Forecast| f.outcome.result != OutcomeResult::Open;
    for forecast in ledger.iter().zip(&known).filter(|(f, known)| decided(f) && !**known).map(|(f, _)| f) {
        measured.errors.push(format!("decided, not in the gold: {}", told(texts, forecast)));
    }
    let wanted = gold.iter().filter(|g| g.result != OPEN).count();
    measured.put("accuracy", share(right, gold.len() as f64));
    measured.put_f1(right_decided, ledger.iter().filter(|f| decided(f)).count() as f64, wanted as f64);
    Ok(measured)
}

const OPEN: &str = "open";

/// Whether an outcome is right, or why not.
fn judge(texts: &Texts, wanted: &GoldForecast, found: &Forecast) -> anyhow::Result<Result<(), String>> {
    if found.outcome.result.name() != wanted.result {
        return Ok(Err(format!("{} expected: {}", wanted.result, told(texts, found))));
    }
    let deciding = texts.anchors(&wanted.decided_by)?;
    let decided = deciding.iter().any(|a| found.outcome.members.iter().any(|m| a.touches(m)));
    if wanted.result == OPEN || decided {
        return Ok(Ok(()));
    }
    Ok(Err(format!("decided by other words: {}", told(texts, found))))
}

fn told(texts: &Texts, forecast: &Forecast) -> String {
    let members: Vec<String> = forecast.outcome.members.iter().map(|m| texts.show(m)).collect();
    format!("{} {} {}", texts.show(&forecast.member), forecast.outcome.result.name(), members.join(" "))
}
