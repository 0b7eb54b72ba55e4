//! Words of timestamps, bylines and datelines (`data/ja/article/stamps.toml`).

use super::fold;
use crate::{DataError, Sources};
use serde::Deserialize;

/// Words that stand in lines and brackets that say when, where and by whom a report was made.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stamps {
    /// After the year's number.
    pub year: Vec<String>,
    /// After the month's number.
    pub month: Vec<String>,
    /// After the day's number.
    pub day: Vec<String>,
    /// After the hour.
    pub hour: Vec<String>,
    /// After the minute.
    pub minute: Vec<String>,
    /// Before or after a time.
    pub half_day: Vec<String>,
    /// Days of the week as they stand in brackets.
    pub weekday: Vec<String>,
    /// Labels of the first publication.
    pub published: Vec<String>,
    /// Labels of a later change.
    pub updated: Vec<String>,
    /// Names of news agencies and outlets as datelines write them.
    pub agencies: Vec<String>,
    /// Words before an author's name.
    pub author: Vec<String>,
    /// Words after an author's name.
    pub author_after: Vec<String>,
    /// Labels of the place a report was sent from.
    pub places: Vec<String>,
    /// Words beside a timestamp that are no names.
    pub noise: Vec<String>,
    /// Ends of the names of outlets.
    pub outlet_ends: Vec<String>,
    /// Ends of sentences that lack their full stop.
    pub sentence_ends: Vec<String>,
    /// Eras: name and the year before their first.
    pub eras: Vec<Era>,
}

/// An era of the Japanese calendar.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Era {
    /// Its name.
    pub name: String,
    /// The Gregorian year to which a year of the era is added.
    pub before: i32,
}

impl Stamps {
    const FILE: &str = "ja/article/stamps.toml";

    pub(super) fn load(sources: &Sources) -> Result<Self, DataError> {
        let form = |message: String| DataError::Form { file: Self::FILE.into(), message };
        let text = sources.text(Self::FILE).ok_or_else(|| form("the file is missing".into()))?;
        let mut stamps: Self = toml::from_str(text).map_err(|e| form(e.to_string()))?;
        stamps.fold();
        Ok(stamps)
    }

    fn fold(&mut self) {
        let lists = [
            &mut self.half_day,
            &mut self.published,
            &mut self.updated,
            &mut self.agencies,
            &mut self.author,
            &mut self.author_after,
            &mut self.outlet_ends,
            &mut self.noise,
        ];
        for list in lists {
            list.iter_mut().for_each(|word| *word = fold(word));
            list.sort_by_key(|word| std::cmp::Reverse(word.len()));
        }
    }
}
