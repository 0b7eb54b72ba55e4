//! What the article has spoken of so far: one entry a referent.

use super::letters::joins;
use super::phrases::Phrase;
use crate::Context;
use std::collections::BTreeMap;
use tenkyo_lexicon::actors::{Actors, Known, KnownRole, plain_v};
use tenkyo_model::{ActorKind, Findings};

/// Class of newspapers, agencies and broadcasters in `knowledge/`.
const MEDIA: &str = "media";

/// Somebody or something that the article speaks of.
#[derive(Debug)]
pub(super) struct Entry {
    /// Its best name.
    pub(super) name: String,
    pub(super) kind: ActorKind,
    /// Its index among the known actors.
    pub(super) known: Option<u32>,
    /// Other names that the article gives it: readings in brackets.
    pub(super) others: Vec<String>,
    /// Titles that the article gives it.
    pub(super) titles: Vec<String>,
    /// The state or body that it is mentioned with.
    pub(super) of: Option<u32>,
    /// Where it was mentioned last, as far as the reading has come.
    pub(super) last: Option<u32>,
    /// How often the article names it.
    pub(super) count: usize,
}

/// All entries.
pub(super) struct Referents<'a> {
    pub(super) context: Context<'a>,
    pub(super) entries: Vec<Entry>,
    /// Publication date as ISO 8601, for titles that change hands.
    pub(super) published: Option<&'a str>,
    by_known: BTreeMap<u32, usize>,
    by_name: BTreeMap<(ActorKind, String), usize>,
    /// Entries by each part of their names.
    by_part: BTreeMap<String, Vec<usize>>,
}

impl<'a> Referents<'a> {
    pub(super) fn new(context: Context<'a>, findings: &'a Findings) -> Self {
        let published = findings.published.as_ref().map(|p| p.value.as_str());
        Self {
            context,
            entries: Vec::new(),
            published,
            by_known: BTreeMap::new(),
            by_name: BTreeMap::new(),
            by_part: BTreeMap::new(),
        }
    }

    pub(super) fn lexicon(&self) -> &'a Actors {
        &self.context.lexicon.actors
    }

    /// The entry of the best of these known actors.
    pub(super) fn known(&mut self, known: &[u32], phrase: &Phrase) -> usize {
        let best = self.best_known(known, phrase);
        if let Some(entry) = self.by_known.get(&best) {
            return *entry;
        }
        let Known { name, kind, .. } = self.lexicon().get(best);
        let entry = self.push(name.clone(), *kind, Some(best));
        self.by_known.insert(best, entry);
        entry
    }

    /// Of several known actors of one name: who holds the title, else who is in the article already, else the first.
    fn best_known(&self, known: &[u32], phrase: &Phrase) -> u32 {
        let title = phrase.title.map(|t| &self.context.article.text[t.span]);
        let score = |k: &u32| {
            let holds =
                title.is_some_and(|t| self.lexicon().get(*k).roles.iter().any(|r| same_title(&r.title, t)));
            (holds, self.by_known.contains_key(k))
        };
        // `max_by_key` takes the last of equals, the first is wanted.
        known.iter().rev().copied().max_by_key(score).unwrap_or_default()
    }

    /// The entry of this name.
    pub(super) fn named(&mut self, kind: ActorKind, name: &str, phrase: &Phrase) -> usize {
        let key = (kind, plain(name));
        if let Some(entry) = self.by_name.get(&key) {
            return *entry;
        }
        if kind == ActorKind::Person
            && let Some(entry) = self.given_name_of(name)
        {
            return entry;
        }
        let reading = phrase.reading.map(|r| &self.context.article.text[r]);
        let known = reading.and_then(|r| self.lexicon().names.full.get(r));
        let known = known.and_then(|uses| uses.iter().find(|u| self.lexicon().get(u.0).kind == kind));
        let entry = match known {
            Some(&(known, _)) => self.known(&[known], phrase),
            None => self.push(name.to_owned(), kind, None),
        };
        self.by_name.insert(key, entry);
        entry
    }

    /// The person named before whose given name this is: `横田早紀江さん`, then `母早紀江さん`.
    fn given_name_of(&self, name: &str) -> Option<usize> {
        let given = plain(name);
        let kanji = name.chars().all(super::letters::kanji);
        let ends = |e: &usize| {
            let full = plain(&self.entries[*e].name);
            full.len() > given.len() && full.ends_with(&given)
        };
        self.with_part(name).into_iter().find(ends).filter(|_| kanji)
    }

    fn push(&mut self, name: String, kind: ActorKind, known: Option<u32>) -> usize {
        let entry = self.entries.len();
        if kind == ActorKind::Person {
            self.index_parts(entry, &name);
        }
        let (others, titles) = (Vec::new(), Vec::new());
        self.entries.push(Entry { name, kind, known, others, titles, of: None, last: None, count: 0 });
        entry
    }

    /// Remembers the title, the reading and the state that a phrase gives its referent.
    pub(super) fn learn(&mut self, entry: usize, phrase: &Phrase) {
        let text = &*self.context.article.text;
        if let Some(reading) = phrase.reading.map(|r| text[r].to_owned()) {
            self.index_parts(entry, &reading);
            self.by_name.entry((ActorKind::Person, plain(&reading))).or_insert(entry);
            self.entries[entry].others.push(reading);
        }
        let known = &mut self.entries[entry];
        if let Some(title) = phrase.title.map(|t| text[t.span].to_owned())
            && !known.titles.contains(&title)
        {
            known.titles.push(title);
        }
        known.of = known.of.or(phrase.of);
    }

    /// How often the article names the state of this id, its bodies or its office holders; media are nobody's.
    pub(super) fn weight(&self, id: &str) -> usize {
        let counts = |e: &&Entry| {
            let known = e.known.map(|k| self.lexicon().get(k));
            known.is_some_and(|k| {
                let body = k.of.as_deref() == Some(id) && k.class.as_deref() != Some(MEDIA);
                k.id == id || body || k.roles.iter().any(|role| role.of == id)
            })
        };
        self.entries.iter().filter(counts).map(|e| e.count).sum()
    }

    /// Notes that the reading has come to a mention of `entry`.
    pub(super) fn see(&mut self, entry: usize, phrase: &Phrase) {
        self.learn(entry, phrase);
        self.entries[entry].last = Some(phrase.span().start);
    }

    fn index_parts(&mut self, entry: usize, name: &str) {
        let name = plain_v(name);
        let mut parts: Vec<String> = name.split(|c| joins(c) || c == ' ').map(str::to_owned).collect();
        if parts.len() < 2 {
            // Kanji without a space: every beginning can be the family name.
            let cuts: Vec<usize> = name.char_indices().skip(1).take(3).map(|(i, _)| i).collect();
            parts.extend(cuts.iter().map(|i| name[..*i].to_owned()));
            // And every end of more than a letter the given name: `弟拓也さん`.
            let given = cuts.iter().map(|i| &name[*i..]).filter(|given| given.chars().count() > 1);
            parts.extend(given.map(str::to_owned));
        }
        for part in parts.into_iter().filter(|p| !p.is_empty()) {
            let list = self.by_part.entry(part).or_default();
            if !list.contains(&entry) {
                list.push(entry);
            }
        }
    }

    /// The persons of the article whose name has this part.
    pub(super) fn with_part(&self, part: &str) -> Vec<usize> {
        let mut out = self.by_part.get(&plain_v(part)).cloned().unwrap_or_default();
        let known = self.lexicon().names.of_short(part).iter().filter_map(|k| self.by_known.get(k));
        out.extend(known);
        out.sort_unstable();
        out.dedup();
        out
    }

    /// Entries of a kind that were mentioned already, the latest first.
    pub(super) fn recent(&self, kind: ActorKind) -> Vec<usize> {
        let mut seen: Vec<usize> = (0..self.entries.len())
            .filter(|i| self.entries[*i].kind == kind && self.entries[*i].last.is_some())
            .collect();
        seen.sort_by_key(|i| std::cmp::Reverse(self.entries[*i].last));
        seen
    }

    /// Whether a role was held when the article was published; yes when either time is unknown.
    pub(super) fn holds_now(&self, role: &KnownRole) -> bool {
        holds(role, self.published)
    }
}

/// Whether a role was held at a date (ISO 8601); yes when either time is unknown.
pub(super) fn holds(role: &KnownRole, now: Option<&str>) -> bool {
    let Some(now) = now else { return true };
    let not_before = |bound: &str| now.get(..bound.len()).is_none_or(|n| n >= bound);
    let not_after = |bound: &str| now.get(..bound.len()).is_none_or(|n| n <= bound);
    role.from.as_deref().is_none_or(not_before) && role.to.as_deref().is_none_or(not_after)
}

/// Whether two titles can be the same office: equal, or one the short form of the other.
pub(super) fn same_title(a: &str, b: &str) -> bool {
    a.ends_with(b) || b.ends_with(a)
}

/// A name without its dots and with ヴ as ブ, to compare.
fn plain(name: &str) -> String {
    plain_v(name).chars().filter(|c| !joins(*c) && !c.is_whitespace()).collect()
}
