//! Figures told at one time that differ because they count different things: no contradiction, and the ledger says so.

use super::{Figure, PLANNED, TOGETHER, meet};
use crate::actors::Actors;
use crate::corpus::Corpus;
use crate::dates::Interval;
use crate::ids::Ids;
use std::collections::{BTreeMap, BTreeSet};
use tenkyo_model::ledger::{Distinction, Side};

/// Whom figures are about: the state of which, or from which and to which.
type About = (usize, Option<usize>);

/// The distinctions among the figures.
pub(crate) fn find(corpus: &Corpus<'_>, actors: &Actors, figures: &[Figure]) -> Vec<Distinction> {
    let mut about: BTreeMap<(About, Kind), Vec<&Figure>> = BTreeMap::new();
    for figure in figures {
        if let (Some(from), Some(kind)) = (figure.subject.from, kind(corpus, figure)) {
            about.entry(((from, figure.subject.to), kind)).or_default().push(figure);
        }
    }
    let mut ids = Ids::new("n");
    let mut found = Vec::new();
    for ((about, _), mut figures) in about {
        figures.sort_by(|a, b| (&a.as_of, &a.member).cmp(&(&b.as_of, &b.member)));
        for together in together(&figures) {
            found.extend(distinction(actors, &mut ids, about, together));
        }
    }
    found
}

/// Figures of people are held against figures of people, those of what is sent against those of what is sent.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    People,
    Goods,
}

fn kind(corpus: &Corpus<'_>, figure: &Figure) -> Option<Kind> {
    let heads = corpus.lexicon.ledger.figure.heads.contains(&figure.subject.unit);
    // A class that is only the unit says nothing of what is counted.
    let told = figure.subject.class != figure.subject.unit;
    (heads && told).then_some(Kind::People).or((figure.subject.to.is_some() && told).then_some(Kind::Goods))
}

/// Runs of figures of which each was given within days of the first.
fn together<'f, 's>(figures: &'s [&'f Figure]) -> Vec<&'s [&'f Figure]> {
    let day = |f: &Figure| f.as_of.as_deref().and_then(Interval::parse).filter(|d| d.days() <= 31);
    let near =
        |a: &Figure, b: &Figure| matches!((day(a), day(b)), (Some(x), Some(y)) if x.gap(y) <= TOGETHER);
    let mut runs = Vec::new();
    let mut rest = figures;
    while let Some(first) = rest.first() {
        let end = rest.iter().position(|f| !near(first, f)).unwrap_or(rest.len()).max(1);
        runs.push(&rest[..end]);
        rest = &rest[end..];
    }
    runs
}

/// The things that figures of one moment count, where different reports give values that cannot be one.
fn distinction(
    actors: &Actors,
    ids: &mut Ids,
    (from, to): About,
    figures: &[&Figure],
) -> Option<Distinction> {
    let mut things: BTreeMap<(&str, &str, &str), Vec<&Figure>> = BTreeMap::new();
    for figure in figures {
        let (class, unit) = (figure.subject.class.as_str(), figure.subject.unit.as_str());
        // What is to come is what each source expects.
        let by = if class.ends_with(PLANNED) { figure.root.as_str() } else { "" };
        things.entry((class, unit, by)).or_default().push(figure);
    }
    let documents =
        |f: &[&Figure]| -> BTreeSet<String> { f.iter().map(|f| f.member.document.clone()).collect() };
    let roots = |f: &[&Figure]| -> BTreeSet<String> { f.iter().map(|f| f.root.clone()).collect() };
    let differ = |a: &[&Figure], b: &[&Figure]| {
        let told_apart = documents(a) != documents(b) || roots(a).is_disjoint(&roots(b));
        told_apart && a.iter().any(|x| b.iter().any(|y| !meet(x.bounds, y.bounds)))
    };
    let sides: Vec<_> = things.iter().collect();
    let apart = (0..sides.len()).any(|a| (0..a).any(|b| differ(sides[a].1, sides[b].1)));
    let names: Vec<&str> =
        [Some(from), to].into_iter().flatten().map(|i| actors.list[i].name.as_str()).collect();
    let date = figures[0].as_of.as_deref().unwrap_or("");
    let about = format!("{} {date}", names.join(" → "));
    let side = |((class, _, _), figures): &(&(&str, &str, &str), &Vec<&Figure>)| Side {
        label: (*class).to_owned(),
        members: figures.iter().map(|f| f.member.clone()).collect(),
    };
    apart.then(|| Distinction { id: ids.give(&[&about]), about, sides: sides.iter().map(side).collect() })
}
