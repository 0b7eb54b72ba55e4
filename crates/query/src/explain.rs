//! Why an entry stands in the ledger, and what became of each correction.

use crate::{Layer, Snapshot};
use std::collections::BTreeSet;
use tenkyo_model::Findings;
use tenkyo_model::ledger::Member;
use tenkyo_record::correction::{Correction, Logged};
use tenkyo_record::explanation::{Explanation, Ground};
use tenkyo_record::ledger::Writer;

/// Most words and comparisons that an explanation tells.
const MOST: usize = 200;

impl Snapshot {
    /// What the entry with this id rests on, whatever list it is in.
    pub fn explain(&self, id: &str) -> Option<Explanation> {
        let members = self.members_of(id)?;
        let grounds = members.iter().take(MOST).filter_map(|member| self.ground(member)).collect();
        let own: BTreeSet<&Member> = members.into_iter().collect();
        let writer = self.writer();
        Some(Explanation {
            id: id.to_owned(),
            grounds,
            judgements: self.compared(&own).into_iter().take(MOST).map(|j| writer.judgement(j)).collect(),
        })
    }

    fn ground(&self, member: &Member) -> Option<Ground> {
        let reading = self.reading(&self.document(member)?.id)?;
        let places = crate::places(&reading.findings).into_iter().filter(|place| place.span == member.span);
        let rules: BTreeSet<String> =
            places.filter_map(|place| rule(&reading.findings, member, place.layer, place.index)).collect();
        Some(Ground { words: self.words(member)?, rules: rules.into_iter().collect() })
    }

    /// Makes records of this state's entries.
    pub fn writer(&self) -> Writer<'_> {
        Writer::new(|source| self.index.document(&self.ledger, source).map(|d| &*d.text))
    }

    /// An entry of the log as a record, with whether it still counts.
    pub fn logged(&self, entry: &tenkyo_model::correction::Logged) -> Logged {
        Logged {
            number: entry.number,
            state: self.state(entry).to_owned(),
            correction: Correction::new(&entry.correction),
        }
    }

    /// `stands`, `lost` where the words of a correction are gone, or `withdrawn`.
    pub fn state(&self, entry: &tenkyo_model::correction::Logged) -> &'static str {
        let standing = self.ledger.corrections.iter().find(|s| s.number == entry.number);
        let withdraws = matches!(entry.correction.change, tenkyo_model::correction::Change::Withdraw { .. });
        match standing {
            Some(standing) if standing.found => "stands",
            Some(_) => "lost",
            None if withdraws => "stands",
            None => "withdrawn",
        }
    }
}

/// What made the finding with this index at these words.
fn rule(f: &Findings, words: &Member, layer: Layer, index: usize) -> Option<String> {
    let rule = match layer {
        Layer::Statement => &f.statements.get(index)?.rule,
        Layer::Event => &f.events.get(index)?.rule,
        Layer::Transfer => &f.transfers.get(index)?.rule,
        Layer::Forecast => &f.forecasts.get(index)?.rule,
        Layer::Time => &f.times.get(index)?.rule,
        Layer::Quantity => &f.quantities.get(index)?.rule,
        Layer::Actor => &f.actors.get(index)?.mentions.iter().find(|m| m.span == words.span)?.rule,
    };
    Some(rule.0.to_string())
}
