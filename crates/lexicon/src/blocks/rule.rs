//! One pattern of a line.

use super::fold;
use crate::DataError;
use serde::Deserialize;
use tenkyo_model::BlockKind;

/// Characters that end a sentence; `full_stop` says whether a line holds one.
const STOPS: [char; 2] = ['。', '．'];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RuleFile {
    pub(super) rule: Vec<RawRule>,
}

/// A rule as it stands in a file. A line must meet every condition that is given.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawRule {
    id: String,
    kind: String,
    reason: String,
    #[serde(default)]
    equals: Vec<String>,
    #[serde(default)]
    starts: Vec<String>,
    #[serde(default)]
    ends: Vec<String>,
    #[serde(default)]
    contains: Vec<String>,
    max_chars: Option<usize>,
    full_stop: Option<bool>,
    #[serde(default)]
    kana: bool,
    #[serde(default)]
    closes: bool,
    #[serde(default)]
    opens: bool,
    examples: Vec<String>,
    #[serde(default)]
    counter_examples: Vec<String>,
}

/// A pattern of a line: which block it makes, and of which lines.
#[derive(Debug)]
pub struct Rule {
    /// Names the rule, such as `credit.label`.
    pub id: String,
    /// The block that it makes.
    pub kind: BlockKind,
    /// Why the rule is as it is.
    pub reason: String,
    /// Whether the article ends here: short lines after it are furniture.
    pub closes: bool,
    /// Whether the paragraphs after it are of the same kind (a heading over an author's note, an answer).
    pub opens: bool,
    /// Lines that meet it.
    pub examples: Vec<String>,
    /// Lines that look alike and do not.
    pub counter_examples: Vec<String>,
    equals: Vec<String>,
    starts: Vec<String>,
    ends: Vec<String>,
    contains: Vec<String>,
    max_chars: usize,
    full_stop: Option<bool>,
    kana: bool,
}

impl Rule {
    pub(super) fn compile(file: &str, raw: RawRule) -> Result<Self, DataError> {
        let wrong = |message: &str| DataError::Rule {
            file: file.into(),
            rule: raw.id.clone(),
            message: message.into(),
        };
        let kind = BlockKind::from_name(&raw.kind).ok_or_else(|| wrong("`kind` is no kind of block"))?;
        let words = [&raw.equals, &raw.starts, &raw.ends, &raw.contains];
        if words.iter().all(|list| list.is_empty()) {
            return Err(wrong("give at least one of `equals`, `starts`, `ends`, `contains`"));
        }
        if !raw.contains.is_empty() && raw.starts.is_empty() && raw.max_chars.is_none() {
            return Err(wrong(
                "`contains` needs `max_chars`, or long lines would be searched for every word",
            ));
        }
        Ok(Self {
            id: raw.id,
            kind,
            reason: raw.reason,
            closes: raw.closes,
            opens: raw.opens,
            examples: raw.examples,
            counter_examples: raw.counter_examples,
            equals: folded(raw.equals),
            starts: folded(raw.starts),
            ends: folded(raw.ends),
            contains: folded(raw.contains),
            max_chars: raw.max_chars.unwrap_or(usize::MAX),
            full_stop: raw.full_stop,
            kana: raw.kana,
        })
    }

    /// Whether a folded and trimmed line of `chars` code points meets the rule.
    pub fn matches(&self, line: &str, chars: usize) -> bool {
        if self.equals.iter().any(|word| word == line) {
            return true;
        }
        let given = !(self.starts.is_empty() && self.ends.is_empty() && self.contains.is_empty());
        given
            && chars <= self.max_chars
            && self.full_stop.is_none_or(|wanted| line.contains(STOPS) == wanted)
            && (!self.kana || line.contains(is_kana))
            && any(&self.starts, |word| line.starts_with(word))
            && any(&self.ends, |word| line.ends_with(word))
            && any(&self.contains, |word| line.contains(word))
    }

    /// Whether the rule lists the folded line word for word.
    pub fn matches_whole(&self, line: &str) -> bool {
        self.equals.iter().any(|word| word == line)
    }

    /// The words at the start of the folded line that make it what it is, such as `画像説明,`; the longest that fits.
    pub fn label<'l>(&self, line: &'l str) -> Option<&'l str> {
        let longest =
            self.starts.iter().filter(|word| line.starts_with(word.as_str())).max_by_key(|w| w.len());
        longest.map(|word| &line[..word.len()])
    }
}

/// Hiragana and katakana.
fn is_kana(c: char) -> bool {
    ('\u{3041}'..='\u{30fa}').contains(&c)
}

fn any(words: &[String], meets: impl Fn(&str) -> bool) -> bool {
    words.is_empty() || words.iter().any(|word| meets(word))
}

fn folded(words: Vec<String>) -> Vec<String> {
    words.iter().map(|word| fold(word)).collect()
}
