//! Why an entry stands in the ledger, and what became of each correction.

use crate::{Layer, Place, Snapshot};
use std::collections::BTreeSet;
use tenkyo_model::Findings;
use tenkyo_model::ledger::{Judgement, Member};
use tenkyo_record::correction::{Correction, Logged};
use tenkyo_record::explanation::{Explanation, Ground};
use tenkyo_record::ledger::Writer;
use tenkyo_text::Span;

/// Most words and comparisons that an explanation tells.
const MOST: usize = 200;

impl Snapshot {
    /// What the entry with this id rests on, whatever list it is in.
    pub fn explain(&self, id: &str) -> Option<Explanation> {
        let members = self.members_of(id)?;
        let own: BTreeSet<&Member> = members.iter().copied().collect();
        let together = self.compared(&own);
        let known = self.known(id);
        let ground = |member: &Member| {
            let rules = self.rules(member, &together, known.as_deref());
            Some(Ground { words: self.words(member)?, rules: rules.into_iter().collect() })
        };
        let writer = self.writer();
        Some(Explanation {
            id: id.to_owned(),
            grounds: members.iter().take(MOST).filter_map(|member| ground(member)).collect(),
            judgements: together.into_iter().take(MOST).map(|j| writer.judgement(j)).collect(),
        })
    }

    /// What put words there: the rules that found exactly them; else those whose findings share words with them, such as the
    /// transfer of which the ledger makes an event; else the comparisons that joined them to the entry, such as a noun that refers
    /// to an event told before; else what an agreement or equipment is known by.
    fn rules(&self, words: &Member, joined: &[&Judgement], known: Option<&str>) -> BTreeSet<String> {
        let places = self.document(words).and_then(|d| self.reading(&d.id)).map(|reading| &reading.findings);
        let ruled = |fits: &dyn Fn(Span) -> bool| -> BTreeSet<String> {
            let found =
                places.into_iter().flat_map(|f| crate::places(f).into_iter().map(move |place| (f, place)));
            found.filter(|(_, place)| fits(place.span)).filter_map(|(f, place)| rule(f, &place)).collect()
        };
        let about = |j: &&&Judgement| j.left == *words || j.right == *words;
        let mut rules = ruled(&|span| span == words.span);
        if rules.is_empty() && known.is_none() {
            rules = ruled(&|span| span.overlaps(words.span));
        }
        if rules.is_empty() {
            rules = joined.iter().filter(about).map(|j| j.rule.0.to_string()).collect();
        }
        if rules.is_empty() {
            rules.extend(known.map(str::to_owned));
        }
        rules
    }

    /// What an agreement or a piece of equipment is known by: an entry of `knowledge/`, else the rule for names of agreements.
    fn known(&self, id: &str) -> Option<String> {
        let agreement = self.find(&self.ledger.agreements, id).map(|agreement| match &agreement.knowledge {
            Some(known) => format!("knowledge/agreements {known}"),
            None => "agreement.heads".to_owned(),
        });
        let equipment =
            || self.find(&self.ledger.equipment, id).map(|e| format!("knowledge/equipment {}", e.knowledge));
        agreement.or_else(equipment)
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

/// What made the finding at a place.
fn rule(f: &Findings, place: &Place) -> Option<String> {
    let rule = match place.layer {
        Layer::Statement => &f.statements.get(place.index)?.rule,
        Layer::Event => &f.events.get(place.index)?.rule,
        Layer::Transfer => &f.transfers.get(place.index)?.rule,
        Layer::Forecast => &f.forecasts.get(place.index)?.rule,
        Layer::Time => &f.times.get(place.index)?.rule,
        Layer::Quantity => &f.quantities.get(place.index)?.rule,
        Layer::Actor => &f.actors.get(place.index)?.mentions.iter().find(|m| m.span == place.span)?.rule,
    };
    Some(rule.0.to_string())
}
