//! Classes of words with their meanings (`data/ja/time/words`).

use super::meaning::Meaning;
use crate::{DataError, Sources};
use serde::Deserialize;
use std::collections::BTreeMap;

/// All classes, by name and by index.
#[derive(Debug, Default)]
pub(crate) struct Classes {
    names: BTreeMap<String, u16>,
    classes: Vec<Class>,
}

/// Words of one class, longest first for each first character.
#[derive(Debug, Default)]
struct Class {
    words: BTreeMap<char, Vec<(String, Meaning)>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    class: BTreeMap<String, ClassForm>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ClassForm {
    #[expect(dead_code, reason = "for readers of the file")]
    reason: String,
    words: Vec<WordForm>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WordForm {
    texts: Vec<String>,
    #[serde(default)]
    means: Meaning,
}

impl Classes {
    pub(crate) fn load(sources: &Sources) -> Result<Self, DataError> {
        let mut all = Self::default();
        for (file, form) in sources.parse::<File>("ja/time/words")? {
            for (name, class) in form.class {
                all.insert(&file, name, class)?;
            }
        }
        Ok(all)
    }

    fn insert(&mut self, file: &str, name: String, form: ClassForm) -> Result<(), DataError> {
        let mut class = Class::default();
        for word in form.words {
            for text in word.texts {
                let folded: String = text.chars().map(fold).collect();
                let Some(first) = folded.chars().next() else {
                    let message = "a word is empty; remove it".to_owned();
                    return Err(DataError::Rule { file: file.to_owned(), rule: name, message });
                };
                class.words.entry(first).or_default().push((folded, word.means));
            }
        }
        for words in class.words.values_mut() {
            words.sort_by(|(a, _), (b, _)| b.len().cmp(&a.len()).then(a.cmp(b)));
        }
        if self.names.contains_key(&name) {
            let message = "two classes have this name; rename one".to_owned();
            return Err(DataError::Rule { file: file.to_owned(), rule: name, message });
        }
        self.names.insert(name, self.classes.len() as u16);
        self.classes.push(class);
        Ok(())
    }

    pub(crate) fn find(&self, name: &str) -> Option<u16> {
        self.names.get(name).copied()
    }

    /// Words of the class at byte `at`, longest first: their ends and meanings.
    pub(crate) fn at<'c, 't>(
        &'c self,
        class: u16,
        text: &'t str,
        at: usize,
    ) -> impl DoubleEndedIterator<Item = (usize, &'c Meaning)> + use<'c, 't> {
        let first = text[at..].chars().next().map(fold);
        let words = first.and_then(|c| self.classes[class as usize].words.get(&c));
        words.into_iter().flatten().filter_map(move |(word, meaning)| Some((ends(text, at, word)?, meaning)))
    }

    pub(crate) fn first_characters(&self, class: u16) -> impl Iterator<Item = char> {
        self.classes[class as usize].words.keys().copied()
    }
}

/// Where `word` ends when it stands at byte `at`, up to the width of its characters.
pub(crate) fn ends(text: &str, at: usize, word: &str) -> Option<usize> {
    let mut rest = text[at..].chars();
    let mut end = at;
    for expected in word.chars() {
        let c = rest.next().filter(|c| fold(*c) == expected)?;
        end += c.len_utf8();
    }
    Some(end)
}

/// The character in the width and form that the data uses: ASCII for full-width forms, one form of each dash.
pub(crate) fn fold(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).map_or(c, dash),
        _ => dash(c),
    }
}

fn dash(c: char) -> char {
    match c {
        '~' | '\u{301c}' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{ff0d}' => '-',
        '\u{3000}' | '\u{a0}' => ' ',
        '\u{ff65}' => '・',
        _ => c,
    }
}
