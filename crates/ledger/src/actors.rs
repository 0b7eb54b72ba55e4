//! Actors across documents: one by its id in `knowledge/`, else by kind and name; a short name joins the one long name it fits.

mod states;

use crate::clusters::{self, Edge};
use crate::corpus::{Corpus, Place};
use crate::corrections::Corrections;
use crate::ids::digest;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use tenkyo_model::ledger::{Actor, Judgement, Member, Subject, Title, Verdict};
use tenkyo_model::{self as found, ActorId, ActorKind, Article, MentionForm, RuleId};

/// The merged actors, and which of them each actor of a document is.
pub(crate) struct Actors {
    pub list: Vec<Actor>,
    /// Index into `list` by document and actor of the document.
    of: Vec<Vec<usize>>,
    /// The state behind each actor, itself for a state.
    state: Vec<Option<usize>>,
    by_id: HashMap<String, usize>,
    /// The actor behind each name; none where several have it.
    by_name: HashMap<String, Option<usize>>,
}

impl Actors {
    /// Index of the merged actor behind one of a document.
    pub fn index(&self, document: usize, actor: ActorId) -> usize {
        self.of[document][actor.0 as usize]
    }

    /// Id of the merged actor behind one of a document.
    pub fn id(&self, document: usize, actor: ActorId) -> String {
        self.list[self.index(document, actor)].id.clone()
    }

    /// The state that an actor stands for, the actor itself where none is known.
    pub fn side(&self, index: usize) -> usize {
        self.state[index].unwrap_or(index)
    }

    /// Index of the actor with this id.
    pub fn known(&self, id: &str) -> Option<usize> {
        self.by_id.get(id).copied()
    }

    /// Id of the only actor with this name.
    pub fn named(&self, name: &str) -> Option<&str> {
        self.by_name.get(name).copied().flatten().map(|i| self.list[i].id.as_str())
    }
}

/// What makes two actors of documents one.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    Known(String),
    Named(ActorKind, String),
    /// Unnamed people are somebody else in every document.
    Unnamed(String, String),
}

impl Key {
    fn id(&self) -> String {
        match self {
            Self::Known(id) => id.clone(),
            Self::Named(kind, name) => format!("{}-{}", kind.name(), digest(&[name])),
            Self::Unnamed(document, name) => format!("group-{}", digest(&[document, name])),
        }
    }
}

/// Merges the actors of all documents.
pub(crate) fn merge(
    corpus: &Corpus<'_>,
    corrections: &Corrections<'_>,
    judgements: &mut Vec<Judgement>,
) -> Actors {
    let places = corpus.places(|f| f.actors.len());
    let mut groups = by_key(corpus, &places);
    join_short_names(corpus, &mut groups, judgements);
    join_aliases(corpus, &mut groups, corrections);
    let groups = ruled(corpus, groups, &places, corrections, judgements);
    let mut ids = HashMap::new();
    let mut actors = Actors {
        list: groups
            .iter()
            .map(|(key, places)| actor(corpus, numbered(key.id(), &mut ids), places))
            .collect(),
        of: corpus.list.iter().map(|d| vec![0; d.findings.actors.len()]).collect(),
        state: Vec::new(),
        by_id: HashMap::new(),
        by_name: HashMap::new(),
    };
    for (index, place) in
        groups.iter().enumerate().flat_map(|(i, (_, places))| places.iter().map(move |p| (i, p)))
    {
        actors.of[place.document][place.index] = index;
    }
    actors.state = states::of(corpus, &actors);
    actors.by_id = actors.list.iter().enumerate().map(|(i, a)| (a.id.clone(), i)).collect();
    actors.by_name = by_name(&actors.list);
    actors
}

/// The actors of documents by what makes them one, each in order.
fn by_key(corpus: &Corpus<'_>, places: &[Place]) -> BTreeMap<Key, Vec<Place>> {
    // Most names come again as they are: their key is made once.
    let mut written: HashMap<(Option<&str>, ActorKind, &str, usize), Vec<Place>> = HashMap::new();
    for place in places {
        let actor = &corpus.list[place.document].findings.actors[place.index];
        let here = if actor.kind == ActorKind::Group { place.document } else { 0 };
        let as_written = (actor.knowledge.as_deref(), actor.kind, actor.name.as_str(), here);
        written.entry(as_written).or_default().push(*place);
    }
    let mut groups: BTreeMap<Key, Vec<Place>> = BTreeMap::new();
    for places in written.into_values() {
        groups.entry(key(corpus, places[0])).or_default().extend(places);
    }
    groups.values_mut().for_each(|places| places.sort_unstable());
    groups
}

fn by_name(list: &[Actor]) -> HashMap<String, Option<usize>> {
    let mut by_name: HashMap<String, Option<usize>> = HashMap::new();
    for (index, actor) in list.iter().enumerate() {
        for name in actor.names.iter().chain([&actor.name]) {
            let only = by_name.entry(name.clone()).or_insert(Some(index));
            *only = only.filter(|other| *other == index);
        }
    }
    by_name
}

/// An id that no other actor has: whom an analyst told apart from others of his name gets a number.
fn numbered(id: String, given: &mut HashMap<String, usize>) -> String {
    let count = given.entry(id.clone()).and_modify(|n| *n += 1).or_insert(1);
    if *count == 1 { id } else { format!("{id}-{count}") }
}

/// The id that an actor of a document has by itself.
pub(crate) fn own_id(article: &Article, actor: &found::Actor) -> String {
    own_key(article, actor).id()
}

/// Groups whose names analysts say to be of one actor become one.
fn join_aliases(corpus: &Corpus<'_>, groups: &mut BTreeMap<Key, Vec<Place>>, corrections: &Corrections<'_>) {
    for (actor, alias) in corrections.aliases() {
        let is = |key: &Key, places: &[Place], name: &str| {
            let first = &corpus.list[places[0].document].findings.actors[places[0].index];
            key.id() == name || first.name == name || matches!(key, Key::Named(_, n) if *n == plain(name))
        };
        let find = |name: &str, not: Option<&Key>| {
            let mut all = groups.iter().filter(|(key, places)| Some(*key) != not && is(key, places, name));
            all.next().map(|(key, _)| key.clone())
        };
        let Some(into) = find(actor, None) else { continue };
        let Some(from) = find(alias, Some(&into)) else { continue };
        // The known actor keeps its id, whichever was named first.
        let (into, from) = if matches!(from, Key::Known(_)) { (from, into) } else { (into, from) };
        if let Some(places) = groups.remove(&from) {
            let all = groups.entry(into).or_default();
            all.extend(places);
            all.sort_unstable();
        }
    }
}

/// The groups after what analysts said of pairs of mentions, in order of their keys.
fn ruled(
    corpus: &Corpus<'_>,
    groups: BTreeMap<Key, Vec<Place>>,
    places: &[Place],
    corrections: &Corrections<'_>,
    judgements: &mut Vec<Judgement>,
) -> Vec<(Key, Vec<Place>)> {
    let spans = |p: Place| {
        let mentions = corpus.list[p.document].findings.actors[p.index].mentions.iter();
        mentions.map(|m| m.span).filter(|s| !s.is_empty()).collect()
    };
    let rulings = corrections.rulings(corpus, Subject::Actor, places, spans, judgements);
    if rulings.is_empty() {
        return groups.into_iter().collect();
    }
    let at = |p: &Place| places.binary_search(p).unwrap_or_default();
    let edges = groups.values().flat_map(|group| {
        group[1..].iter().map(|p| Edge { left: at(&group[0]), right: at(p), strength: 1.0 })
    });
    let clusters = clusters::of(places.len(), edges.collect(), &rulings, |_, _| false);
    let keys: BTreeMap<Place, &Key> =
        groups.iter().flat_map(|(key, places)| places.iter().map(move |p| (*p, key))).collect();
    let group = |cluster: Vec<usize>| {
        let places: Vec<Place> = cluster.into_iter().map(|i| places[i]).collect();
        let key = places.iter().filter_map(|p| keys.get(p).copied()).min();
        Some((key?.clone(), places))
    };
    let mut groups: Vec<_> = clusters.into_iter().filter_map(group).collect();
    groups.sort();
    groups
}

fn key(corpus: &Corpus<'_>, place: Place) -> Key {
    let document = &corpus.list[place.document];
    own_key(document.article, &document.findings.actors[place.index])
}

fn own_key(article: &Article, actor: &found::Actor) -> Key {
    match (&actor.knowledge, actor.kind) {
        (Some(id), _) => Key::Known(id.clone()),
        (None, ActorKind::Group) => Key::Unnamed(article.id.0.clone(), actor.name.clone()),
        (None, kind) => Key::Named(kind, plain(&actor.name)),
    }
}

/// A name without the dots and spaces that outlets put between its parts.
fn plain(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric() || *c == 'ー').collect()
}

/// A name such as a family name alone joins the only longer name of its kind that begins or ends with it, if they share a
/// document or a title.
fn join_short_names(
    corpus: &Corpus<'_>,
    groups: &mut BTreeMap<Key, Vec<Place>>,
    judgements: &mut Vec<Judgement>,
) {
    for (key, longer) in short_names(corpus, groups) {
        let only = longer.len() == 1;
        let titles = titles_of(corpus, &groups[&key]);
        let shared = groups.get(&longer[0]).is_some_and(|l| !titles.is_disjoint(&titles_of(corpus, l)));
        let verdict = if only && shared { Verdict::Same } else { Verdict::Unsure };
        let (Some(a), Some(b)) = (member(corpus, groups, &key), member(corpus, groups, &longer[0])) else {
            continue;
        };
        judgements.push(Judgement {
            about: Subject::Actor,
            left: a.clone().min(b.clone()),
            right: a.max(b),
            verdict,
            rule: RuleId::from("ledger.actor.short-name"),
            evidence: vec![("candidates", longer.len().to_string()), ("shared-title", shared.to_string())],
        });
        if verdict == Verdict::Same
            && let Some(places) = groups.remove(&key)
        {
            let into = groups.entry(longer[0].clone()).or_default();
            into.extend(places);
            into.sort_unstable();
        }
    }
}

/// The persons, by name alone, with whose names those of others begin or end, in order, each with these others.
fn short_names(corpus: &Corpus<'_>, groups: &BTreeMap<Key, Vec<Place>>) -> Vec<(Key, Vec<Key>)> {
    fn named(key: &Key) -> Option<&str> {
        match key {
            Key::Named(ActorKind::Person, name) => Some(name),
            _ => None,
        }
    }
    let keys: Vec<(&Key, &str)> = groups.keys().filter_map(|key| Some((key, named(key)?))).collect();
    let of: HashMap<&str, usize> = keys.iter().enumerate().map(|(at, (_, name))| (*name, at)).collect();
    let mut longer: Vec<BTreeSet<&Key>> = vec![BTreeSet::new(); keys.len()];
    for (key, places) in groups {
        let Some(name) = person(corpus, key, places) else { continue };
        for at in name.char_indices().map(|(at, _)| at).skip(1) {
            let ends = [&name[..at], &name[at..]];
            ends.iter().filter_map(|end| of.get(end)).for_each(|short| _ = longer[*short].insert(key));
        }
    }
    let some = keys.into_iter().zip(longer).filter(|(_, longer)| !longer.is_empty());
    some.map(|((key, _), longer)| (key.clone(), longer.into_iter().cloned().collect())).collect()
}

/// The plain name of a person; none for what is no person.
fn person(corpus: &Corpus<'_>, key: &Key, places: &[Place]) -> Option<String> {
    match key {
        Key::Named(ActorKind::Person, name) => Some(name.clone()),
        Key::Known(_) => {
            let first = places.first()?;
            let actor = &corpus.list[first.document].findings.actors[first.index];
            (actor.kind == ActorKind::Person).then(|| plain(&actor.name))
        }
        _ => None,
    }
}

fn titles_of(corpus: &Corpus<'_>, places: &[Place]) -> BTreeSet<String> {
    let roles = places.iter().flat_map(|p| &corpus.list[p.document].findings.actors[p.index].roles);
    roles.map(|r| r.title.clone()).collect()
}

fn member(corpus: &Corpus<'_>, groups: &BTreeMap<Key, Vec<Place>>, key: &Key) -> Option<Member> {
    let place = groups.get(key)?.first()?;
    let actor = &corpus.list[place.document].findings.actors[place.index];
    actor.mentions.first().map(|m| corpus.member(place.document, m.span))
}

fn actor(corpus: &Corpus<'_>, id: String, places: &[Place]) -> Actor {
    let found = |p: &Place| &corpus.list[p.document].findings.actors[p.index];
    let mut members = Vec::new();
    let (mut best, mut kinds) = (BTreeMap::<_, usize>::new(), BTreeMap::<_, usize>::new());
    let mut names = BTreeSet::new();
    for place in places {
        let actor = found(place);
        *best.entry(actor.name.as_str()).or_default() += actor.mentions.len().max(1);
        *kinds.entry(actor.kind).or_default() += 1;
        for mention in actor.mentions.iter().filter(|m| !m.span.is_empty()) {
            members.push(corpus.member(place.document, mention.span));
            if matches!(mention.form, MentionForm::Name | MentionForm::Alias | MentionForm::Group) {
                names.insert(corpus.words(place.document, mention.span));
            }
        }
    }
    let most = |(a, n): &(&str, usize), (b, m): &(&str, usize)| n.cmp(m).then_with(|| b.cmp(a));
    Actor {
        id,
        name: best.into_iter().max_by(most).map_or_else(String::new, |(name, _)| name.to_owned()),
        kind: kinds.into_iter().max_by_key(|(_, n)| *n).map_or(ActorKind::Group, |(kind, _)| kind),
        wikidata: places.iter().find_map(|p| found(p).wikidata.clone()),
        names: names.into_iter().map(str::to_owned).collect(),
        titles: titles(corpus, places),
        mentions: members.len(),
        members,
    }
}

/// Titles with the dates of the first and last document that gives them; those that a text marks as past do not count.
fn titles(corpus: &Corpus<'_>, places: &[Place]) -> Vec<Title> {
    let mut titles: BTreeMap<&str, (Option<&str>, Option<&str>)> = BTreeMap::new();
    for place in places {
        let document = &corpus.list[place.document];
        let date = document.published_value();
        let roles = document.findings.actors[place.index].roles.iter();
        for role in roles.filter(|r| !r.former) {
            let (from, to) = titles.entry(&role.title).or_insert((date, date));
            *from = if date.is_some() && (from.is_none() || date < *from) { date } else { *from };
            *to = (*to).max(date);
        }
    }
    let title = |(title, (from, to)): (&str, (Option<&str>, Option<&str>))| Title {
        title: title.to_owned(),
        from: from.map(str::to_owned),
        to: to.map(str::to_owned),
    };
    let mut titles: Vec<Title> = titles.into_iter().map(title).collect();
    titles.sort_by(|a, b| (&a.from, &a.title).cmp(&(&b.from, &b.title)));
    titles
}
