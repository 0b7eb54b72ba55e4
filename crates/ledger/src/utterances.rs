//! One act of saying, as each outlet worded it.

use crate::actors::Actors;
use crate::clusters::{self, Edge};
use crate::corpus::{Corpus, Place};
use crate::corrections::Corrections;
use crate::dates::Interval;
use crate::ids::{Ids, digest};
use crate::similarity::{Likeness, Outline, Pairs};
use std::collections::BTreeSet;
use std::sync::Arc;
use tenkyo_model::ledger::{Judgement, Subject, Utterance, Verdict};
use tenkyo_model::{ActorKind, Mode, RuleId, Statement};

/// Days between reports of one act of saying.
const NEWS: i32 = 4;
/// Fewest pairs of characters that tell a content from others.
const SHORT: usize = 4;

/// Fewest characters of a quotation that tell it from others.
const QUOTED: usize = 6;

/// The utterances, and the statements of documents behind each.
pub(crate) struct Utterances {
    pub list: Vec<Utterance>,
    pub places: Vec<Vec<Place>>,
    /// The pairs of characters of each one's text.
    pub pairs: Vec<Arc<Pairs>>,
}

/// The statement at a place.
pub(crate) fn statement<'a>(corpus: &Corpus<'a>, place: Place) -> &'a Statement {
    &corpus.list[place.document].findings.statements[place.index]
}

/// A statement with what its judgement rests on.
struct Candidate<'a> {
    words: &'a str,
    /// Whether it is quoted, at least in part.
    direct: bool,
    place: Place,
    speaker: Option<usize>,
    side: Option<usize>,
    /// When it was said, where the text says.
    said: Option<Interval>,
    published: Option<Interval>,
    pairs: Arc<Pairs>,
    numbers: Vec<String>,
}

/// Groups the statements of all documents.
pub(crate) fn group(
    corpus: &Corpus<'_>,
    actors: &Actors,
    corrections: &Corrections<'_>,
    judgements: &mut Vec<Judgement>,
) -> Utterances {
    let places = corpus.places(|f| f.statements.len());
    let candidates: Vec<Candidate<'_>> = places.iter().map(|p| candidate(corpus, actors, *p)).collect();
    let common = &corpus.lexicon.ledger.common;
    let mut edges = Vec::new();
    for (left, right) in pairs(&candidates) {
        let (a, b) = (&candidates[left], &candidates[right]);
        let likeness = a.pairs.compare(&b.pairs, common);
        let verdict = judge(a, b, likeness);
        if verdict == Verdict::Same {
            edges.push(Edge { left, right, strength: likeness.jaccard + likeness.containment });
        }
        if verdict != Verdict::Different {
            judgements.push(judgement(corpus, a, b, verdict, likeness));
        }
    }
    let apart = |a: usize, b: usize| {
        let (a, b) = (&candidates[a], &candidates[b]);
        let figures = !a.numbers.is_empty() || !b.numbers.is_empty();
        let none = !a.numbers.iter().any(|n| b.numbers.contains(n));
        figures && none && a.pairs.compare(&b.pairs, common).containment < 0.5
    };
    let spans = |p: Place| vec![statement(corpus, p).content];
    let rulings = corrections.rulings(corpus, Subject::Utterance, &places, spans, judgements);
    let clusters = clusters::of(places.len(), edges, &rulings, apart);
    collect(
        corpus,
        actors,
        clusters.into_iter().map(|c| c.into_iter().map(|i| places[i]).collect()).collect(),
    )
}

fn candidate<'a>(corpus: &Corpus<'a>, actors: &Actors, place: Place) -> Candidate<'a> {
    let s = statement(corpus, place);
    let words = corpus.words(place.document, s.content);
    let speaker = s.speaker.map(|a| actors.index(place.document, a));
    Candidate {
        words: words.trim_end_matches('。'),
        direct: s.mode != Mode::Indirect,
        place,
        speaker,
        side: speaker.map(|s| actors.side(s)).filter(|side| actors.list[*side].kind == ActorKind::State),
        said: corpus.list[place.document].said[place.index],
        published: corpus.list[place.document].published,
        pairs: corpus.pairs(place.document, s.content),
        numbers: numbers(words),
    }
}

/// Whether one quotation is a part of the other, word for word.
fn holds(a: &Candidate<'_>, b: &Candidate<'_>) -> bool {
    let (short, long) = if a.words.len() < b.words.len() { (a, b) } else { (b, a) };
    short.words.chars().count() >= QUOTED && long.words.contains(short.words)
}

/// The runs of digits in a text.
fn numbers(words: &str) -> Vec<String> {
    let runs = words.split(|c: char| !c.is_numeric() && !matches!(c, '.' | ','));
    let mut runs: Vec<String> = runs.filter(|r| r.chars().any(char::is_numeric)).map(str::to_owned).collect();
    runs.sort();
    runs
}

/// Pairs of one side or of an unnamed one, said or reported within a few days of each other, that may be alike; in order.
fn pairs(candidates: &[Candidate<'_>]) -> Vec<(usize, usize)> {
    let (mut timed, mut undated) = (Vec::new(), Vec::new());
    for (index, c) in candidates.iter().enumerate().filter(|(_, c)| c.pairs.len() >= SHORT) {
        let brief = Brief { index, side: c.side, outline: c.pairs.outline() };
        match c.said.or(c.published) {
            Some(day) => timed.push((day, brief)),
            None => undated.push(brief),
        }
    }
    timed.sort_unstable_by_key(|(day, brief)| (*day, brief.index));
    let mut pairs = Vec::new();
    for (i, (day, left)) in timed.iter().enumerate() {
        let near = timed[i + 1..].iter().take_while(|(other, _)| day.gap(*other) <= NEWS);
        pairs.extend(near.filter(|(_, right)| left.fits(right)).map(|(_, right)| left.with(right)));
    }
    // Without dates only statements of one document can be compared.
    let document = |brief: &Brief| candidates[brief.index].place.document;
    for together in undated.chunk_by(|a, b| document(a) == document(b)) {
        for (i, left) in together.iter().enumerate() {
            pairs.extend(
                together[i + 1..].iter().filter(|right| left.fits(right)).map(|right| left.with(right)),
            );
        }
    }
    pairs.sort_unstable();
    pairs
}

/// What decides whether a statement is worth comparing with another; in the order of comparing, as it is looked at many times.
struct Brief {
    index: usize,
    side: Option<usize>,
    outline: Outline,
}

impl Brief {
    fn fits(&self, other: &Self) -> bool {
        let one_side = self.side.is_none() || other.side.is_none() || self.side == other.side;
        one_side && may_be_alike(self.outline.at_most(&other.outline))
    }

    fn with(&self, other: &Self) -> (usize, usize) {
        (self.index.min(other.index), self.index.max(other.index))
    }
}

/// Whether two contents of this likeness at most can be anything but different: [`judge`] asks for no less of any pair.
fn may_be_alike(most: Likeness) -> bool {
    most.jaccard >= UNSURE || most.containment >= PART
}

/// Least likeness that leaves a pair open.
const UNSURE: f64 = 0.2;
/// Least part of the shorter content that the longer one holds when they are one in spite of other words around it.
const PART: f64 = 0.5;

fn judge(a: &Candidate<'_>, b: &Candidate<'_>, likeness: Likeness) -> Verdict {
    if matches!((a.said, b.said), (Some(x), Some(y)) if x.gap(y) > 1) {
        return Verdict::Different;
    }
    let one_speaker = a.speaker.is_some() && a.speaker == b.speaker;
    // A spokesman's words are given to his ministry or state by others; then the words must agree more, and more still where
    // nobody knows for whom somebody speaks. A figure that both give says as much as many words.
    let figure = a.numbers.iter().any(|n| n.chars().count() > 1 && b.numbers.contains(n));
    let (jaccard, containment) = match (one_speaker, a.side.is_some() && a.side == b.side) {
        (true, _) => (0.35, 0.6),
        (_, true) if figure => (0.3, PART),
        (_, true) => (0.5, 0.75),
        _ if figure => (0.4, 0.7),
        _ => (0.6, 0.9),
    };
    if one_speaker && a.direct && b.direct && holds(a, b) {
        return Verdict::Same;
    }
    // The same figure from the same mouth on the same day.
    let day = a.said.is_some_and(Interval::is_day) && a.said == b.said;
    if one_speaker && figure && day && likeness.containment >= 0.6 {
        return Verdict::Same;
    }
    let short = a.pairs.len().min(b.pairs.len()) < 2 * SHORT;
    let alike = likeness.jaccard >= jaccard
        || (likeness.containment >= containment
            && !short
            && likeness.jaccard >= if figure { 0.12 } else { 0.2 });
    if alike {
        Verdict::Same
    } else if likeness.jaccard >= UNSURE {
        Verdict::Unsure
    } else {
        Verdict::Different
    }
}

fn judgement(
    corpus: &Corpus<'_>,
    a: &Candidate<'_>,
    b: &Candidate<'_>,
    verdict: Verdict,
    likeness: Likeness,
) -> Judgement {
    Judgement {
        about: Subject::Utterance,
        left: corpus.member(a.place.document, statement(corpus, a.place).content),
        right: corpus.member(b.place.document, statement(corpus, b.place).content),
        verdict,
        rule: RuleId::from("ledger.utterance.words"),
        evidence: vec![
            ("jaccard", format!("{:.2}", likeness.jaccard)),
            ("containment", format!("{:.2}", likeness.containment)),
            ("same-speaker", (a.speaker == b.speaker).to_string()),
        ],
    }
}

fn collect(corpus: &Corpus<'_>, actors: &Actors, clusters: Vec<Vec<Place>>) -> Utterances {
    let mut ids = Ids::new("u");
    let mut entries: Vec<(Utterance, Vec<Place>, Arc<Pairs>)> =
        clusters.into_iter().map(|places| utterance(corpus, actors, places)).collect();
    entries.sort_by(|(a, ..), (b, ..)| (&a.date, &a.members).cmp(&(&b.date, &b.members)));
    let mut utterances = Utterances { list: Vec::new(), places: Vec::new(), pairs: Vec::new() };
    for (mut entry, places, pairs) in entries {
        let speaker = entry.speaker.as_deref().unwrap_or("");
        entry.id = ids.give(&[speaker, entry.date.as_deref().unwrap_or(""), &digest(&[&entry.text])]);
        utterances.list.push(entry);
        utterances.places.push(places);
        utterances.pairs.push(pairs);
    }
    utterances
}

fn utterance(
    corpus: &Corpus<'_>,
    actors: &Actors,
    places: Vec<Place>,
) -> (Utterance, Vec<Place>, Arc<Pairs>) {
    // The earliest report speaks for all, its own words before its copies, a quotation before a paraphrase.
    let rank = |p: &&Place| {
        let d = &corpus.list[p.document];
        (d.copy_of.is_some(), d.published.is_none(), d.published, statement(corpus, **p).mode, **p)
    };
    let first = *places.iter().min_by_key(rank).unwrap_or(&places[0]);
    let s = statement(corpus, first);
    let speakers = places.iter().filter_map(|p| Some((p.document, statement(corpus, *p).speaker?)));
    // The nearest to a person: a spokesman before the ministry in whose name he speaks.
    let speaker = speakers.map(|(d, a)| actors.index(d, a)).min_by_key(|i| (actors.list[*i].kind, *i));
    let via = places
        .iter()
        .flat_map(|p| statement(corpus, *p).via.iter().map(|link| actors.id(p.document, link.actor)));
    let said = places.iter().filter_map(|p| corpus.list[p.document].said[p.index]);
    let said = said.min_by_key(|i| (i.days(), i.first)).map(Interval::value);
    let published = places.iter().filter_map(|p| corpus.list[p.document].published_value()).min();
    let utterance = Utterance {
        id: String::new(),
        speaker: speaker.map(|i| actors.list[i].id.clone()),
        via: via.collect::<BTreeSet<_>>().into_iter().collect(),
        date: said.or_else(|| published.map(str::to_owned)),
        text: corpus.words(first.document, s.content).to_owned(),
        mode: s.mode,
        certainty: s.certainty,
        polarity: s.polarity,
        members: places.iter().map(|p| corpus.member(p.document, statement(corpus, *p).content)).collect(),
    };
    (utterance, places, corpus.pairs(first.document, s.content))
}
