//! Words around an expression that tell what it stands for (`data/ja/time/cues`).

use crate::{DataError, Sources};
use serde::Deserialize;

/// Lists of words, by what they tell.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Cues {
    /// Right after a date, or later in its clause: it lies ahead (`予定`, `見通し`).
    pub future: Vec<String>,
    /// Right after a date: it is an end that may lie ahead (`まで`).
    pub until: Vec<String>,
    /// In or right after a date: what began then goes on (`から`, `以来`).
    pub since: Vec<String>,
    /// Before a date: it is told in another zone than the story's (`日本時間`).
    pub other_zone: Vec<String>,
    /// In a line with a date: the date is that of publication (`更新`, `配信`).
    pub stated: Vec<String>,
    /// After a date: it is when a page was looked up (`閲覧`).
    pub accessed: Vec<String>,
    /// Before a date: the source is a project that links its own other articles.
    pub own_articles: Vec<String>,
    /// After a length: it begins at the earliest date of its clause (`ぶり`).
    pub after_gap: Vec<String>,
    /// After a date or event: it is the start of a gap (`以来`).
    pub since_then: Vec<String>,
    /// After an approximate clock time in brackets (`ごろ`).
    pub about: Vec<String>,
    /// After a length and a particle: more than it (`超え`).
    pub beyond: Vec<String>,
    /// Between two dates of which the second says the first again (`の`).
    pub apposition: Vec<String>,
    /// Names whose first character the dictionary may join to a date (`18日朝鮮中央通信`).
    pub next_name: Vec<String>,
    /// Verbs of events at which something else happens (`13日に開かれた会議で`), as lemmas.
    pub held: Vec<String>,
    /// Particles of the place or occasion.
    pub occasion: Vec<String>,
    /// Before a name with a title: the office has been left (`前`, `元`).
    pub former: Vec<String>,
    /// After a name with a title: the office was held then (`(当時)`).
    pub at_that_time: Vec<String>,
    /// Before a date: it is told in the zone of the place.
    pub local_zone: Vec<String>,
    /// Between the name of a zone and a date (`の`).
    pub joins: Vec<String>,
    /// Zones with names of their own.
    pub zones: Vec<ZoneName>,
    /// Between an event and a word that counts from it (`会談の翌日`, `発足から1年後`).
    pub counted_from: Vec<String>,
    /// After an event: on its day (`会談後`, `会談に先立ち`).
    pub same_day: Vec<String>,
    /// After an event: from it until now (`侵攻以来`).
    pub ever_since: Vec<String>,
    /// Events that begin something that lasts (`就任`): what happens after them is not of their day.
    pub begins: Vec<String>,
    /// Particles of the topic.
    pub topic: Vec<String>,
    /// Verbs that stand between a date and the predicate that it dates, as lemmas.
    pub stative: Vec<String>,
}

/// A zone with a name of its own.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ZoneName {
    /// Its name.
    pub name: String,
    /// Hours ahead of UTC.
    pub hours: i64,
}

impl Cues {
    pub(crate) fn load(sources: &Sources) -> Result<Self, DataError> {
        let mut files = sources.parse::<Self>("ja/time/cues")?;
        Ok(files.pop().map(|(_, cues)| cues).unwrap_or_default())
    }
}
