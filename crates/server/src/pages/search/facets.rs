//! The facets of a search as links: a value narrows the search to itself, one that is asked for already gives way.

use crate::ask::query_of;
use crate::desk::Desk;
use crate::display::shown;
use crate::language::Language;
use tenkyo_query::{By, Filter};
use tenkyo_record::search::{Facet, Facets};

/// One facet.
pub(super) struct FacetRow {
    /// What it sorts by, in words.
    pub title: &'static str,
    /// Language of the values, where they are of the articles.
    pub lang: &'static str,
    pub values: Vec<ValueRow>,
}

/// One value of it.
pub(super) struct ValueRow {
    pub name: String,
    pub count: usize,
    /// Whether the search asks for it.
    pub chosen: bool,
    /// The search with it, or, where it is chosen, without.
    pub href: String,
}

/// The facets that have values. What is asked for stands among them even where it leaves nothing, so that it can give way.
pub(super) fn rows(facets: &Facets, desk: &Desk, filter: &Filter, language: Language) -> Vec<FacetRow> {
    let all = [
        (By::Kind, "search.kind", &facets.kinds),
        (By::Outlet, "col.outlet", &facets.outlets),
        (By::Year, "search.year", &facets.years),
        (By::Speaker, "col.speaker", &facets.speakers),
    ];
    let row = |(by, key, found): (By, &str, &Vec<Facet>)| FacetRow {
        title: language.word(key),
        lang: if matches!(by, By::Outlet | By::Speaker) { "ja" } else { language.code() },
        values: with_asked(by, found, desk, filter)
            .iter()
            .map(|facet| value(by, facet, filter, language))
            .collect(),
    };
    all.into_iter().map(row).filter(|row| !row.values.is_empty()).collect()
}

/// The values found, then those asked for that are not among them.
fn with_asked(by: By, found: &[Facet], desk: &Desk, filter: &Filter) -> Vec<Facet> {
    let mut facets = found.to_vec();
    for asked in filter.values(by) {
        if !facets.iter().any(|facet| facet.value == asked) {
            let name = desk.actor(asked).map_or(asked, |actor| &actor.name).to_owned();
            facets.push(Facet { value: asked.to_owned(), name, count: 0 });
        }
    }
    facets
}

fn value(by: By, facet: &Facet, filter: &Filter, language: Language) -> ValueRow {
    let narrowed = filter.narrowed(by, &facet.value);
    let chosen = narrowed == *filter;
    let to = if chosen { filter.widened(by) } else { narrowed };
    let name = match by {
        By::Kind => match language.word(&format!("search.kind.{}", facet.value)) {
            crate::language::MISSING => shown(&facet.name).into_owned(),
            word => word.to_owned(),
        },
        By::Year => crate::display::date(&facet.value, language),
        By::Outlet | By::Speaker => shown(&facet.name).into_owned(),
    };
    ValueRow { name, count: facet.count, chosen, href: format!("/search?{}", query_of(&to)) }
}
