//! Which entries of a long list stand with an actor, in an outlet or with certain words: a list is narrowed to these before its
//! entries are looked at one by one.

use memchr::memmem::Finder;
use std::collections::HashMap;
use tenkyo_model::ledger::{Document, Member};

/// Places of entries in one list of the ledger, rising.
#[derive(Debug, Default)]
pub struct Postings {
    /// Entries of the list.
    count: usize,
    actors: HashMap<String, Vec<u32>>,
    outlets: HashMap<String, Vec<u32>>,
    /// The texts of all entries one after the other, and where those of each end.
    texts: String,
    ends: Vec<usize>,
}

/// What an entry is found by.
pub(crate) struct Keys<'e> {
    /// Ids of the actors that a filter asks for.
    pub actors: Vec<&'e str>,
    /// What a filter for words looks at beside the members.
    pub text: &'e str,
    /// The words that it stands on.
    pub members: &'e [Member],
}

impl Postings {
    /// The postings of a list; `document` gives the document with a name.
    pub(crate) fn new<'e, E>(
        list: &'e [E],
        keys: impl Fn(&'e E) -> Keys<'e>,
        document: impl Fn(&str) -> Option<&'e Document>,
    ) -> Self {
        let mut all = Self { count: list.len(), ..Self::default() };
        for (at, entry) in (0..).zip(list) {
            let Keys { actors, text, members } = keys(entry);
            actors.into_iter().for_each(|id| add(&mut all.actors, id, at));
            all.push_text(text);
            for member in members {
                let Some(document) = document(&member.document) else { continue };
                document.outlet.iter().for_each(|outlet| add(&mut all.outlets, outlet, at));
                all.push_text(document.text.get(member.span.range()).unwrap_or_default());
            }
            all.ends.push(all.texts.len());
        }
        all
    }

    fn push_text(&mut self, text: &str) {
        self.texts.push_str(text);
        self.texts.push('\0');
    }

    /// Entries of the list that these are the postings of.
    pub(crate) fn count(&self) -> usize {
        self.count
    }

    /// The entries with this actor.
    pub fn actor(&self, id: &str) -> &[u32] {
        self.actors.get(id).map_or(&[], Vec::as_slice)
    }

    /// The entries that this outlet tells of.
    pub fn outlet(&self, name: &str) -> &[u32] {
        self.outlets.get(name).map_or(&[], Vec::as_slice)
    }

    /// The entries with these words in one of their texts; they may hold a few others.
    pub(crate) fn words(&self, words: &Finder<'_>) -> Vec<u32> {
        let (mut found, mut from) = (Vec::new(), 0);
        while let Some(at) = words.find(&self.texts.as_bytes()[from..]) {
            let entry = self.ends.partition_point(|end| *end <= from + at);
            let Some(end) = self.ends.get(entry) else { break };
            found.extend(u32::try_from(entry));
            from = *end;
        }
        found
    }
}

fn add(lists: &mut HashMap<String, Vec<u32>>, key: &str, at: u32) {
    match lists.get_mut(key) {
        Some(list) if list.last() == Some(&at) => {}
        Some(list) => list.push(at),
        None => {
            lists.insert(key.to_owned(), vec![at]);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn postings(list: &[(&'static str, &'static str)]) -> Postings {
        let list: &'static [(&str, &str)] = list.to_vec().leak();
        Postings::new(list, |(id, text)| Keys { actors: vec![id, id], text, members: &[] }, |_| None)
    }

    #[test]
    fn an_entry_is_found_once_by_each_of_its_keys() {
        let all = postings(&[("a", "会談と会談"), ("b", ""), ("a", "共同会談"), ("c", "談")]);
        assert_eq!(all.actor("a"), [0, 2]);
        assert_eq!(all.words(&Finder::new("会談")), [0, 2]);
        assert_eq!(all.words(&Finder::new("談")), [0, 2, 3]);
        assert!(all.words(&Finder::new("談会")).is_empty() && all.actor("d").is_empty());
    }
}
