//! One line for people about each entry.

use crate::Export;
use std::collections::BTreeMap;
use tenkyo_record::ledger::{Grade, Ledger, Transfer};

/// Lines by table and id.
pub(crate) type Labels = BTreeMap<(&'static str, String), String>;

/// The lines of everything but actors, which have names.
pub(crate) fn all(ledger: &Ledger) -> Labels {
    let mut labels = Labels::new();
    let mut add = |table, id: &String, label: String| labels.insert((table, id.clone()), label);
    ledger.occurrences.iter().for_each(|o| drop(add("occurrences", &o.id, o.label.clone())));
    ledger.utterances.iter().for_each(|u| drop(add("statements", &u.id, u.text.clone())));
    ledger.claims.iter().for_each(|c| drop(add("claims", &c.id, c.label.clone())));
    ledger.transfers.iter().for_each(|t| drop(add("transfers", &t.id, t.item.clone())));
    ledger.series.iter().for_each(|s| drop(add("series", &s.id, s.what.clone())));
    ledger.disputes.iter().for_each(|d| drop(add("disputes", &d.id, d.about.clone())));
    ledger.agreements.iter().for_each(|a| drop(add("agreements", &a.id, a.name.clone())));
    ledger.equipment.iter().for_each(|e| drop(add("equipment", &e.id, e.name.clone())));
    labels
}

/// Letter and number of the Admiralty scale: `B2`.
pub(crate) fn grade(grade: &Grade) -> String {
    format!("{}{}", grade.source, grade.information)
}

impl Export<'_> {
    /// One line about an entry; the words of a forecast, the name of an actor.
    pub(crate) fn label(&self, table: &'static str, entry: &str) -> String {
        let forecast = || self.ledger.forecasts.iter().find(|f| table == "forecasts" && f.id == entry);
        match self.labels.get(&(table, entry.to_owned())) {
            Some(label) => label.clone(),
            None => forecast().map_or_else(|| self.name(entry), |f| self.words(&f.member)).to_owned(),
        }
    }

    /// What moves and how much, in one line.
    pub(crate) fn moved(&self, t: &Transfer) -> String {
        let Some(amount) = &t.quantity else { return t.item.clone() };
        let shown = |n: &Option<serde_json::Number>| n.as_ref().map(ToString::to_string).unwrap_or_default();
        let (min, max) = (shown(&amount.min), shown(&amount.max));
        let range = if min == max { min } else { format!("{min}–{max}") };
        format!("{} ({range} {})", t.item, amount.unit)
    }
}
