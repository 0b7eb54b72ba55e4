//! How a bunsetsu depends on its head: read off its last words.

use crate::words;
use tenkyo_model::{Pos, Relation, Token};

/// The relation of a bunsetsu of these tokens to a head after it.
pub fn relation(text: &str, tokens: &[Token]) -> Relation {
    let closing = |t: &&Token| !matches!(t.pos, Pos::Comma | Pos::Close | Pos::FullStop | Pos::Symbol);
    let mut words = tokens.iter().rev().filter(closing);
    let Some(mut last) = words.next() else { return Relation::Other };
    // Particles of degree and emphasis say nothing of the relation; the case before them does.
    if last.pos == Pos::Particle && words::relation_of(&text[last.span]).is_none() {
        last = words.find(|t| t.pos != Pos::Particle).unwrap_or(last);
    }
    match last.pos {
        Pos::Genitive => Relation::No,
        Pos::Coordinating => Relation::Parallel,
        Pos::Conjunctive => Relation::Predicate,
        Pos::Case if is_quotative(last) => Relation::Quotative,
        Pos::Case | Pos::Topic | Pos::Particle => {
            words::relation_of(&text[last.span]).unwrap_or(Relation::Other)
        }
        Pos::Adnominal => Relation::Adnominal,
        Pos::Verb | Pos::DependentVerb | Pos::Auxiliary | Pos::Adjective => of_inflection(last),
        _ => Relation::Other,
    }
}

/// IPADIC's 助詞,格助詞,引用.
fn is_quotative(token: &Token) -> bool {
    token.field(2) == Some("引用")
}

/// A verb, adjective or auxiliary at the end: its form says whether it goes on or describes.
fn of_inflection(token: &Token) -> Relation {
    let form = token.field(5).unwrap_or_default();
    if form.starts_with("基本形") || form.starts_with("体言接続") || form.starts_with("連体") {
        Relation::Adnominal
    } else {
        Relation::Predicate
    }
}
