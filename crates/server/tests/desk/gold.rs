//! Corrected documents as gold: scored against the findings that they were made of, by the rules of the gold, nothing is lost.

use crate::site::Site;
use serde_json::Value;
use std::collections::BTreeSet;
use tenkyo_query::Correcting;
use tenkyo_record::analysis::Analysis;
use tenkyo_server::Options;

/// A document's gold, its findings as a record, and its text.
struct Scored {
    gold: Value,
    found: Value,
    text: Vec<char>,
}

impl Scored {
    fn list<'v>(&'v self, of: &'v Value, name: &str) -> &'v Vec<Value> {
        of[name].as_array().unwrap_or_else(|| panic!("{name}"))
    }

    /// The place of quoted words in code points: those that begin `nth` after the first.
    fn place(&self, words: &Value, nth: &Value) -> Value {
        let words: Vec<char> = words.as_str().unwrap().chars().collect();
        let starts = (0..self.text.len()).filter(|at| self.text[*at..].starts_with(&words));
        let at = starts.take(nth.as_u64().unwrap() as usize + 1).last().expect("the words stand in the text");
        Value::from(vec![at, at + words.len()])
    }

    /// The names under which an actor is known: those of gold are strings, those of findings stretches of the text.
    fn names(&self, of: &Value, id: &Value) -> BTreeSet<String> {
        let Some(actor) = self.list(of, "actors").iter().find(|actor| actor["id"] == *id) else {
            return BTreeSet::new();
        };
        let mut names = BTreeSet::from([actor["name"].as_str().unwrap().to_owned()]);
        let strings =
            actor["surfaces"].as_array().into_iter().flatten().map(|name| name.as_str().unwrap().to_owned());
        let spans = actor["mentions"].as_array().into_iter().flatten().map(|m| {
            let [start, end] = [0, 1].map(|at| m["span"][at].as_u64().unwrap() as usize);
            self.text[start..end].iter().collect::<String>()
        });
        names.extend(strings.chain(spans));
        names
    }

    /// Whether an id of gold and one of the findings mean the same actor; nobody is nobody.
    fn same(&self, gold: &Value, found: &Value) -> bool {
        let (a, b) = (self.names(&self.gold, gold), self.names(&self.found, found));
        if gold.is_null() { found.is_null() } else { a.intersection(&b).next().is_some() }
    }

    fn same_all(&self, gold: &Value, found: &Value) -> bool {
        let (gold, found) = (gold.as_array().unwrap(), found.as_array().unwrap());
        gold.len() == found.len() && gold.iter().zip(found).all(|(g, f)| self.same(g, f))
    }

    /// Every entry of a layer with that of the other side; both have as many.
    fn pairs(&self, layer: &str) -> Vec<(&Value, &Value)> {
        let (gold, found) = (self.list(&self.gold, layer), self.list(&self.found, layer));
        assert_eq!(gold.len(), found.len(), "{layer}");
        gold.iter().zip(found).collect()
    }

    /// How many entries were compared.
    fn agrees(&self) -> usize {
        let equal = |g: &Value, f: &Value, names: &[&str]| names.iter().all(|name| g[*name] == f[*name]);
        let mut count = 0;
        let mut told = |fits: bool, gold: &Value, found: &Value| {
            assert!(fits, "{gold}\n{found}");
            count += 1;
        };
        for (g, f) in self.pairs("times") {
            told(self.place(&g["text"], &g["nth"]) == f["span"] && equal(g, f, &["type", "value"]), g, f);
        }
        for (g, f) in self.pairs("statements") {
            let place = self.place(&g["content"], &g["nth"]) == f["content"];
            told(place && self.same(&g["speaker"], &f["speaker"]) && equal(g, f, &["mode"]), g, f);
        }
        for (g, f) in self.pairs("events") {
            let place = self.place(&g["trigger"], &g["nth"]) == f["trigger"];
            let who = self.same_all(&g["source"], &f["source"]) && self.same_all(&g["target"], &f["target"]);
            told(place && who && equal(g, f, &["type", "date", "polarity", "certainty"]), g, f);
        }
        for (g, f) in self.pairs("transfers") {
            let place = self.place(&g["text"], &g["nth"]) == f["span"];
            let who = self.same(&g["giver"], &f["giver"]) && self.same(&g["receiver"], &f["receiver"]);
            let amount = ["min", "max"].iter().all(|bound| g["quantity"][*bound] == f["quantity"][*bound]);
            told(place && who && amount && equal(g, f, &["category", "date", "polarity", "certainty"]), g, f);
        }
        for (g, f) in self.pairs("forecasts") {
            told(self.place(&g["text"], &g["nth"]) == f["span"] && self.same(&g["by"], &f["by"]), g, f);
        }
        count
    }
}

#[tokio::test]
async fn the_gold_of_a_corrected_document_scores_as_its_findings() {
    let site = Site::new(&[], Options::default());
    let correct = |asked| site.live.correct(&asked, "sato", "read again").unwrap().unwrap();
    let first = site.live.now().ledger.utterances[0].id.clone();
    correct(Correcting::Speaker(first, None));
    let single = |t: &&tenkyo_model::ledger::Transfer| t.members.len() == 1;
    let transfer = site.live.now().ledger.transfers.iter().find(single).unwrap().id.clone();
    correct(Correcting::Date(transfer, Some("2024-06-01".into())));
    let now = site.live.now();
    let corrected = now.corrected();
    let (mut compared, mut transfers) = (0, 0);
    for (id, gold) in &corrected {
        let reading = now.reading(id).unwrap();
        let scored = Scored {
            gold: serde_json::to_value(gold).unwrap(),
            found: serde_json::to_value(Analysis::new(&reading.article, &reading.findings, &[])).unwrap(),
            text: reading.article.text.chars().collect(),
        };
        compared += scored.agrees();
        let moved = |t: &&tenkyo_model::Transfer| t.date.as_deref() == Some("2024-06-01");
        transfers += reading.findings.transfers.iter().filter(moved).count();
    }
    assert!(compared > 20 && transfers > 0, "{compared} entries, {transfers} transfers with another date");
}
