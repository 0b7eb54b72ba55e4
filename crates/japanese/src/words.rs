//! The word lists of `data/ja/japanese`, compiled in.

use std::collections::BTreeMap;
use std::sync::LazyLock;
use tenkyo_model::Relation;

static PARTICLES: &str = include_str!("../../../data/ja/japanese/particles.tsv");
static CONTINUATIONS: &str = include_str!("../../../data/ja/japanese/continuations.tsv");

/// A word that takes up what stands before it.
pub(crate) struct Continuation {
    pub word: &'static str,
    /// Longer words that begin so and do not.
    pub but: Vec<String>,
}

/// What a particle at the end of a bunsetsu makes of it.
pub(crate) fn relation_of(particle: &str) -> Option<Relation> {
    static TABLE: LazyLock<BTreeMap<&str, Relation>> =
        LazyLock::new(|| rows(PARTICLES).map(|(word, name)| (word, relation(name))).collect());
    TABLE.get(particle).copied()
}

/// Words that go on with a sentence where a mark might end it.
pub(crate) fn continuations() -> &'static [Continuation] {
    static LIST: LazyLock<Vec<Continuation>> = LazyLock::new(|| {
        let but = |words: &str| words.split_whitespace().map(str::to_owned).collect();
        rows(CONTINUATIONS).map(|(word, others)| Continuation { word, but: but(others) }).collect()
    });
    &LIST
}

fn rows(file: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    let lines = file.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
    lines.map(|line| line.split_once('\t').unwrap_or((line, "")))
}

fn relation(name: &str) -> Relation {
    use Relation::*;
    match name {
        "ga" => Ga,
        "wo" => Wo,
        "ni" => Ni,
        "de" => De,
        "to" => To,
        "kara" => Kara,
        "he" => He,
        "yori" => Yori,
        "made" => Made,
        "no" => No,
        "topic" => Topic,
        "mo" => Mo,
        "quotative" => Quotative,
        "adnominal" => Adnominal,
        _ => Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_relation_name_is_known() {
        for (word, name) in rows(PARTICLES) {
            assert_ne!(relation(name), Relation::Other, "{word} {name}");
        }
        assert_eq!(relation_of("について"), Some(Relation::Ni));
    }
}
