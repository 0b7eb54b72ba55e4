//! IPADIC's parts of speech as our own.

use tenkyo_model::Pos;

/// The part of speech that a feature string names. IPADIC's tag set is fixed; see its `pos-id.def`.
pub(crate) fn of_feature(feature: &str) -> Pos {
    let mut fields = feature.split(',');
    let mut next = || fields.next().unwrap_or("*");
    match (next(), next(), next()) {
        ("名詞", "固有名詞", "人名") => Pos::Person,
        ("名詞", "固有名詞", "地域") => Pos::Place,
        ("名詞", "固有名詞", "組織") => Pos::Organization,
        ("名詞", "固有名詞", _) => Pos::Proper,
        ("名詞", "サ変接続", _) => Pos::Verbal,
        ("名詞", "形容動詞語幹", _) => Pos::AdjectivalNoun,
        ("名詞", "数", _) => Pos::Number,
        ("名詞", "副詞可能", _) => Pos::AdverbialNoun,
        ("名詞", "代名詞", _) => Pos::Pronoun,
        ("名詞", "非自立", _) => Pos::DependentNoun,
        ("名詞", "接尾", "助数詞") => Pos::Counter,
        ("名詞", "接尾", _) => Pos::Suffix,
        ("名詞", ..) => Pos::Noun,
        ("動詞", "自立", _) => Pos::Verb,
        ("動詞", ..) => Pos::DependentVerb,
        ("形容詞", ..) => Pos::Adjective,
        ("副詞", ..) => Pos::Adverb,
        ("連体詞", ..) => Pos::Adnominal,
        ("接続詞", ..) => Pos::Conjunction,
        ("接頭詞", ..) => Pos::Prefix,
        ("助詞", "格助詞", _) => Pos::Case,
        ("助詞", "係助詞", _) => Pos::Topic,
        ("助詞", "連体化", _) => Pos::Genitive,
        ("助詞", "接続助詞", _) => Pos::Conjunctive,
        ("助詞", "並立助詞", _) => Pos::Coordinating,
        ("助詞", ..) => Pos::Particle,
        ("助動詞", ..) => Pos::Auxiliary,
        ("感動詞" | "フィラー", ..) => Pos::Interjection,
        ("記号", "括弧開", _) => Pos::Open,
        ("記号", "括弧閉", _) => Pos::Close,
        ("記号", "句点", _) => Pos::FullStop,
        ("記号", "読点", _) => Pos::Comma,
        ("記号", ..) => Pos::Symbol,
        _ => Pos::Other,
    }
}
