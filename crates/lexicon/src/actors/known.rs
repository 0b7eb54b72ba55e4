//! Who is known, and under which names.

use super::automaton::Automaton;
use super::table::{self, Row};
use super::variants::{folded, plain_v, spellings};
use crate::{DataError, Sources};
use std::collections::BTreeMap;
use tenkyo_model::ActorKind;

/// One known actor or place.
#[derive(Clone, Debug)]
pub struct Known {
    /// Its id in `knowledge/`, unique over all files.
    pub id: String,
    /// Its usual name in Japanese.
    pub name: String,
    /// Its name in Latin letters, where known.
    pub latin: Option<String>,
    /// What it is.
    pub kind: ActorKind,
    /// Wikidata id, where certain.
    pub wikidata: Option<String>,
    /// The state (id) that a body belongs to or a place lies in.
    pub of: Option<String>,
    /// Class of a body (`ministry`, `media`, `army` …), for those who ask what it is.
    pub class: Option<String>,
    /// Titles with their times (persons).
    pub roles: Vec<KnownRole>,
    /// Latitude and longitude in degrees (places, states: the capital).
    pub point: Option<(f64, f64)>,
}

/// A title that somebody held.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownRole {
    /// The title.
    pub title: String,
    /// Id of the state or body in which it is held.
    pub of: String,
    /// From when: year or month, ISO 8601.
    pub from: Option<String>,
    /// Until when; none for "still".
    pub to: Option<String>,
}

/// How a name names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum NameUse {
    /// A name that stands by itself.
    Full,
    /// One kanji or a short form that names a state inside compounds (`米`, `露`).
    Compound,
    /// A short form that is also a common word (`毎日`): it counts where the full name stands too.
    Weak,
    /// A capital or seat that can stand for the government.
    Metonym,
}

/// What names mean.
#[derive(Debug)]
pub struct Names {
    /// Names that stand by themselves, with the known actors (indices) that bear them.
    pub full: Automaton<Vec<(u32, NameUse)>>,
    /// Family names and other short forms that need a title or the full name nearby.
    short: BTreeMap<String, Vec<u32>>,
}

impl Names {
    /// Known persons (indices) whose family name or short form is `name`.
    pub fn of_short(&self, name: &str) -> &[u32] {
        match self.short.get(name) {
            Some(found) => found,
            None => self.short.get(&folded(name)).map_or(&[], Vec::as_slice),
        }
    }
}

#[derive(Default)]
struct Building {
    known: Vec<Known>,
    full: BTreeMap<String, Vec<(u32, NameUse)>>,
    short: BTreeMap<String, Vec<u32>>,
}

pub(crate) fn load(sources: &Sources) -> Result<(Vec<Known>, Names), DataError> {
    let mut building = Building::default();
    for folder in ["knowledge/actors", "knowledge/places"] {
        for (file, text) in sources.below(folder).filter(|(file, _)| file.ends_with(".tsv")) {
            let kind = kind_of(file);
            table::read(file, text, |row| building.add(row, kind))?;
        }
    }
    let Building { known, full, short } = building;
    Ok((known, Names { full: Automaton::new("knowledge", full)?, short }))
}

/// The kind of actors that a file holds, by its folder or name.
fn kind_of(file: &str) -> ActorKind {
    let is = |part: &str| file.split(['/', '.']).any(|p| p == part);
    match () {
        () if is("places") => ActorKind::Place,
        () if is("persons") => ActorKind::Person,
        () if is("states") => ActorKind::State,
        () if is("groups") => ActorKind::Group,
        () => ActorKind::Organization,
    }
}

impl Building {
    fn add(&mut self, row: &Row<'_>, kind: ActorKind) -> Result<(), DataError> {
        let index = u32::try_from(self.known.len()).unwrap_or(u32::MAX);
        let name = row.need("name")?;
        self.known.push(Known {
            id: row.need("id")?.to_owned(),
            name: name.replace(' ', ""),
            latin: row.get("latin").map(str::to_owned),
            kind,
            wikidata: row.get("wikidata").map(str::to_owned),
            of: row.get("of").map(str::to_owned),
            class: row.get("class").map(str::to_owned),
            roles: row.list("roles").map(|r| role(row, r)).collect::<Result<_, _>>()?,
            point: point(row)?,
        });
        for form in [name].into_iter().chain(row.get("latin")).chain(row.list("aliases")) {
            self.name(form, index, kind);
        }
        // A name with a space has the family name first, its readings in katakana too (`シン・ウォンシク`).
        if kind == ActorKind::Person && name.contains(' ') {
            for (family, _) in row.list("aliases").filter_map(|form| form.split_once('・')) {
                self.short(family.trim_start_matches('~'), index);
            }
        }
        for form in row.list("compound") {
            self.full(form, index, NameUse::Compound);
        }
        for form in row.list("metonyms") {
            self.full(form, index, NameUse::Metonym);
        }
        Ok(())
    }

    /// Takes one name: `~` marks a short form that does not stand by itself.
    fn name(&mut self, form: &str, index: u32, kind: ActorKind) {
        if let Some(short) = form.strip_prefix('~') {
            return match kind {
                ActorKind::Person => self.short(short, index),
                _ => self.full(short, index, NameUse::Weak),
            };
        }
        self.full(form, index, NameUse::Full);
        if kind == ActorKind::Person
            && let Some(family) = family(form)
        {
            self.short(family, index);
        }
    }

    fn full(&mut self, form: &str, index: u32, usage: NameUse) {
        for spelling in spellings(form) {
            let uses = self.full.entry(spelling).or_default();
            if !uses.contains(&(index, usage)) {
                uses.push((index, usage));
            }
        }
    }

    fn short(&mut self, form: &str, index: u32) {
        for spelling in [form.to_owned(), plain_v(form), folded(form)] {
            let uses = self.short.entry(spelling).or_default();
            if !uses.contains(&index) {
                uses.push(index);
            }
        }
    }
}

/// The family name in a full name: before the space (`安倍 晋三`, `キム ジョンウン`), else after the last dot (`ジョン・スミス`).
fn family(name: &str) -> Option<&str> {
    if name.is_ascii() {
        return None;
    }
    match name.split_once(' ') {
        Some((family, _)) => Some(family),
        None => name.rsplit_once('・').map(|(_, family)| family),
    }
}

/// `title@of:from..to`, the times optional.
fn role(row: &Row<'_>, text: &str) -> Result<KnownRole, DataError> {
    let bad = || row.error(format!("role {text} is not title@of:from..to"));
    let (title, rest) = text.split_once('@').ok_or_else(bad)?;
    let (of, time) = rest.split_once(':').unwrap_or((rest, ".."));
    let (from, to) = time.split_once("..").ok_or_else(bad)?;
    let some = |s: &str| (!s.is_empty()).then(|| s.to_owned());
    Ok(KnownRole { title: title.to_owned(), of: of.to_owned(), from: some(from), to: some(to) })
}

fn point(row: &Row<'_>) -> Result<Option<(f64, f64)>, DataError> {
    let number = |column: &str| {
        let parse = |s: &str| s.parse::<f64>().map_err(|e| row.error(format!("{column}: {e}")));
        row.get(column).map(parse).transpose()
    };
    Ok(number("lat")?.zip(number("lon")?))
}
