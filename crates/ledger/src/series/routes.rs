//! From whom to whom figures go of which a text does not say it.

use super::figures::Figure;
use super::subject::{Subject, WOULD_FIT};
use std::collections::{BTreeMap, BTreeSet};

/// Completes figures of which a text names one state or none: by the only route of such figures that fits, in the same
/// document or else in all.
pub(super) fn complete(figures: &mut [Figure]) {
    let routes = Routes::new(figures);
    let open = |f: &&mut Figure| f.subject.to.is_none() && (f.moves || f.subject.class == f.subject.unit);
    for figure in figures.iter_mut().filter(open) {
        // What would fit would fit into what the document counts, on its way.
        let held = figure.subject.class.starts_with(WOULD_FIT);
        if let Some(route) = held.then(|| most(routes.carried(figure))).flatten() {
            (figure.subject.from, figure.subject.to) = (route.from, route.to);
            continue;
        }
        let here = most(routes.here(figure));
        let found = here.or_else(|| most(routes.anywhere(figure)));
        if let Some(subject) = found {
            figure.subject = subject.clone();
        }
    }
}

/// How often each subject stands that names both states.
struct Routes {
    /// By document.
    by_document: BTreeMap<usize, BTreeMap<Subject, usize>>,
    /// By unit and one of the states.
    by_state: BTreeMap<(String, usize), BTreeMap<Subject, usize>>,
}

impl Routes {
    fn new(figures: &[Figure]) -> Self {
        let mut routes = Self { by_document: BTreeMap::new(), by_state: BTreeMap::new() };
        for Figure { subject, place, .. } in figures.iter().filter(|f| f.subject.to.is_some()) {
            let add =
                |counts: &mut BTreeMap<Subject, usize>| *counts.entry(subject.clone()).or_default() += 1;
            add(routes.by_document.entry(place.document).or_default());
            let states: BTreeSet<usize> = subject.from.into_iter().chain(subject.to).collect();
            for state in states {
                add(routes.by_state.entry((subject.unit.clone(), state)).or_default());
            }
        }
        routes
    }

    fn carried(&self, figure: &Figure) -> impl Iterator<Item = (&Subject, usize)> {
        self.by_document.get(&figure.place.document).into_iter().flatten().map(|(s, count)| (s, *count))
    }

    fn here<'r>(&'r self, figure: &'r Figure) -> impl Iterator<Item = (&'r Subject, usize)> {
        counted(self.by_document.get(&figure.place.document), figure)
    }

    fn anywhere<'r>(&'r self, figure: &'r Figure) -> impl Iterator<Item = (&'r Subject, usize)> {
        let one = figure.subject.from.map(|one| (figure.subject.unit.clone(), one));
        counted(one.and_then(|key| self.by_state.get(&key)), figure)
    }
}

/// The subjects that complete a figure.
fn counted<'r>(
    subjects: Option<&'r BTreeMap<Subject, usize>>,
    figure: &'r Figure,
) -> impl Iterator<Item = (&'r Subject, usize)> {
    let of = &figure.subject;
    let fits = |s: &Subject| {
        let bare = of.class == of.unit;
        s.unit == of.unit
            && (bare || s.class == of.class)
            && of.from.is_none_or(|one| s.from == Some(one) || s.to == Some(one))
    };
    subjects.into_iter().flatten().filter(move |(s, _)| fits(s)).map(|(s, count)| (s, *count))
}

/// The subject that stands most often; none when two stand as often.
fn most<'a>(subjects: impl Iterator<Item = (&'a Subject, usize)>) -> Option<&'a Subject> {
    let mut counts: Vec<(&Subject, usize)> = subjects.collect();
    counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    match counts.as_slice() {
        [(_, first), (_, second), ..] if first == second => None,
        [(best, _), ..] => Some(best),
        [] => None,
    }
}
