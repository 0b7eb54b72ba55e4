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
        if let Some(route) = held.then(|| routes.carried(figure)).flatten() {
            (figure.subject.from, figure.subject.to) = (route.from, route.to);
            continue;
        }
        let here = most(&routes.here(figure));
        let found = here.or_else(|| most(&routes.anywhere(figure)));
        if let Some(subject) = found {
            figure.subject = subject.clone();
        } else if let Some((from, to)) = routes.only(figure).filter(|_| figure.moves) {
            (figure.subject.from, figure.subject.to) = (from, to);
        }
    }
}

/// The subjects that name both states.
struct Routes {
    /// By document, in the order of its text.
    by_document: BTreeMap<usize, Vec<(u32, Subject)>>,
    /// How often each stands, by unit and one of the states.
    by_state: BTreeMap<(String, usize), BTreeMap<Subject, usize>>,
}

impl Routes {
    fn new(figures: &[Figure]) -> Self {
        let mut routes = Self { by_document: BTreeMap::new(), by_state: BTreeMap::new() };
        for Figure { subject, place, member, .. } in figures.iter().filter(|f| f.subject.to.is_some()) {
            let here = routes.by_document.entry(place.document).or_default();
            here.push((member.span.start, subject.clone()));
            let states: BTreeSet<usize> = subject.from.into_iter().chain(subject.to).collect();
            for state in states {
                let all = routes.by_state.entry((subject.unit.clone(), state)).or_default();
                *all.entry(subject.clone()).or_default() += 1;
            }
        }
        routes.by_document.values_mut().for_each(|here| here.sort());
        routes
    }

    fn of_document(&self, figure: &Figure) -> &[(u32, Subject)] {
        self.by_document.get(&figure.place.document).map_or(&[], Vec::as_slice)
    }

    /// What was counted last before a figure, else first after it.
    fn carried(&self, figure: &Figure) -> Option<&Subject> {
        let here = self.of_document(figure);
        let after = here.partition_point(|(at, _)| *at < figure.member.span.start);
        here.get(after.saturating_sub(1)).map(|(_, subject)| subject)
    }

    /// The only way that anything goes in a document of which a figure names no state.
    fn only(&self, figure: &Figure) -> Option<(Option<usize>, Option<usize>)> {
        let ways: BTreeSet<_> = self.of_document(figure).iter().map(|(_, s)| (s.from, s.to)).collect();
        ways.first().copied().filter(|_| ways.len() == 1 && figure.subject.from.is_none())
    }

    fn here(&self, figure: &Figure) -> BTreeMap<&Subject, usize> {
        let mut counts = BTreeMap::new();
        let here = self.of_document(figure).iter().map(|(_, subject)| subject);
        here.filter(|s| completes(s, figure)).for_each(|s| *counts.entry(s).or_default() += 1);
        counts
    }

    fn anywhere(&self, figure: &Figure) -> BTreeMap<&Subject, usize> {
        let one = figure.subject.from.map(|one| (figure.subject.unit.clone(), one));
        let all = one.and_then(|key| self.by_state.get(&key)).into_iter().flatten();
        all.filter(|(s, _)| completes(s, figure)).map(|(s, count)| (s, *count)).collect()
    }
}

/// Whether a subject completes that of a figure.
fn completes(s: &Subject, figure: &Figure) -> bool {
    let of = &figure.subject;
    let bare = of.class == of.unit;
    s.unit == of.unit
        && (bare || s.class == of.class)
        && of.from.is_none_or(|one| s.from == Some(one) || s.to == Some(one))
}

/// The subject that stands most often; none when two stand as often.
fn most<'a>(counts: &BTreeMap<&'a Subject, usize>) -> Option<&'a Subject> {
    let mut counts: Vec<(&Subject, usize)> = counts.iter().map(|(s, count)| (*s, *count)).collect();
    counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    match counts.as_slice() {
        [(_, first), (_, second), ..] if first == second => None,
        [(best, _), ..] => Some(best),
        [] => None,
    }
}
