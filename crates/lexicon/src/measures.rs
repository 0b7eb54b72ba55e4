//! Measures in force (`knowledge/measures`): which of them a transfer falls under on a date, and why.

use crate::{DataError, Sources};
use serde::Deserialize;

/// All measures in order of their files and lines.
#[derive(Debug, Default)]
pub struct Measures {
    /// The measures.
    pub measures: Vec<Measure>,
}

/// A resolution or law that restricts what may go to or come from a state.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Measure {
    /// Stable id.
    pub id: String,
    /// Name in Japanese.
    pub name: String,
    /// Name in English.
    pub english: String,
    /// Id in `knowledge/actors` of the state that it binds.
    pub target: String,
    /// First day in force, ISO date.
    pub from: String,
    /// Last day in force, ISO date; none while it is.
    pub until: Option<String>,
    /// Address of the document.
    pub source: String,
    /// What it restricts.
    #[serde(default)]
    pub provision: Vec<Provision>,
}

/// One restriction of a measure.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Provision {
    /// Paragraphs of the document; none where nobody has checked them.
    pub paragraph: Option<String>,
    /// Which way goods go.
    pub direction: Flow,
    /// Categories of transfers.
    pub categories: Vec<String>,
    /// Words of which the item must hold one; none: every item of the categories.
    #[serde(default)]
    pub words: Vec<String>,
    /// Whether it is a cap or has exceptions, so that a transfer may be allowed.
    #[serde(default)]
    pub partial: bool,
    /// What it restricts, in English.
    pub reason: String,
}

/// Which way goods go, seen from the state that a measure binds.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum Flow {
    /// To it.
    To,
    /// From it.
    From,
    /// Either way.
    Both,
}

/// A transfer as a measure sees it. Parties are ids of `knowledge/actors`: of states, not of persons.
#[derive(Clone, Copy, Debug)]
pub struct Goods<'a> {
    /// Who gives.
    pub giver: &'a str,
    /// Who gets.
    pub receiver: &'a str,
    /// Category of the transfer.
    pub category: &'a str,
    /// The item as worded.
    pub item: &'a str,
    /// ISO date, month, year, or interval `A/B`.
    pub date: &'a str,
}

/// A provision that a transfer falls under.
#[derive(Clone, Debug)]
pub struct Hit<'m> {
    /// The measure.
    pub measure: &'m Measure,
    /// The provision of it.
    pub provision: &'m Provision,
    /// The word of the provision that the item holds; none when the whole category falls under it.
    pub word: Option<&'m str>,
    /// Whether the measure was in force on every day that the date covers.
    pub throughout: bool,
}

impl Measures {
    pub(crate) fn load(sources: &Sources) -> Result<Self, DataError> {
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        struct File {
            measure: Vec<Measure>,
        }
        let files = sources.parse::<File>("knowledge/measures")?;
        Ok(Self { measures: files.into_iter().flat_map(|(_, file)| file.measure).collect() })
    }

    /// Every provision that `goods` fall under, in order of the measures.
    pub fn on(&self, goods: Goods<'_>) -> Vec<Hit<'_>> {
        let provisions = self.measures.iter().flat_map(|m| m.provision.iter().map(move |p| (m, p)));
        provisions.filter_map(|(measure, provision)| hit(measure, provision, goods)).collect()
    }
}

fn hit<'m>(measure: &'m Measure, provision: &'m Provision, goods: Goods<'_>) -> Option<Hit<'m>> {
    let flows = match provision.direction {
        Flow::To => goods.receiver == measure.target,
        Flow::From => goods.giver == measure.target,
        Flow::Both => goods.receiver == measure.target || goods.giver == measure.target,
    };
    let category = provision.categories.iter().any(|c| c == goods.category);
    let word = provision.words.iter().map(String::as_str).find(|w| goods.item.contains(w));
    let (first, last) = days(goods.date);
    let until = measure.until.as_deref().unwrap_or("9999-12-31");
    let in_force = last.as_str() >= measure.from.as_str() && first.as_str() <= until;
    let applies = flows && category && in_force && (provision.words.is_empty() || word.is_some());
    let throughout = first.as_str() >= measure.from.as_str() && last.as_str() <= until;
    applies.then_some(Hit { measure, provision, word, throughout })
}

/// The first and the last day that a date, month, year or interval covers. Months are taken to have 31 days: only the
/// order of days matters here.
fn days(date: &str) -> (String, String) {
    let (from, to) = date.split_once('/').unwrap_or((date, date));
    let fill = |part: &str, rest: &str| -> String {
        let part: String = part.chars().take(10).collect();
        let missing: String = rest.chars().skip(part.chars().count()).collect();
        part + &missing
    };
    (fill(from, "0000-01-01"), fill(to, "9999-12-31"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Lexicon;

    fn on(giver: &str, receiver: &str, category: &str, item: &str, date: &str) -> Vec<(String, bool)> {
        let lexicon = Lexicon::embedded().unwrap();
        let goods = Goods { giver, receiver, category, item, date };
        lexicon.measures.on(goods).iter().map(|h| (h.measure.id.clone(), h.throughout)).collect()
    }

    #[test]
    fn shells_from_the_north() {
        let ids = |date| {
            on("prk", "rus", "ammunition", "砲弾", date).into_iter().map(|(id, _)| id).collect::<Vec<_>>()
        };
        assert_eq!(ids("2023-09"), ["unscr-1874", "unscr-2270"]);
        assert_eq!(ids("2010-03-01"), ["unscr-1874"]);
        assert!(ids("2005").is_empty());
    }

    #[test]
    fn direction_and_words_matter() {
        assert!(on("rus", "chn", "arms", "武器", "2023").is_empty());
        assert!(on("prk", "rus", "personnel", "労働者", "2018").iter().any(|(id, _)| id == "unscr-2397"));
        assert!(on("rus", "prk", "vehicle", "専用車", "2024-02").iter().any(|(id, _)| id == "unscr-1718"));
        assert!(on("rus", "prk", "food", "小麦粉", "2024-02").is_empty());
    }

    #[test]
    fn a_year_of_adoption_is_not_covered_throughout() {
        let found = on("prk", "syr", "arms", "ミサイル", "2006");
        assert_eq!(found, [("unscr-1718".to_owned(), false)]);
        assert_eq!(
            on("prk", "syr", "arms", "ミサイル", "2006-11/2007-02"),
            [("unscr-1718".to_owned(), true)]
        );
    }

    #[test]
    fn categories_are_those_of_transfers() {
        let lexicon = Lexicon::embedded().unwrap();
        let known: Vec<&str> = lexicon.transfers.categories.iter().map(|c| c.category.as_str()).collect();
        for measure in &lexicon.measures.measures {
            assert!(lexicon.actors.by_id(&measure.target).is_some(), "{}: unknown target", measure.id);
            for provision in &measure.provision {
                for category in &provision.categories {
                    assert!(
                        known.contains(&category.as_str()),
                        "{}: unknown category {category}",
                        measure.id
                    );
                }
            }
        }
    }
}
