//! The language layer: sentences, tokens, bunsetsu with dependencies, named entities.
//!
//! Flat arrays; a sentence and a bunsetsu hold index ranges into them. Tokens tile their sentence but for white space.

use crate::names::names;
use std::ops::Range;
use tenkyo_text::Span;

/// Everything the language layer says about one article.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Analysis {
    /// Sentences in order. A quotation of several sentences stays within the sentence that holds its brackets.
    pub sentences: Vec<Sentence>,
    /// All tokens.
    pub tokens: Vec<Token>,
    /// All bunsetsu.
    pub bunsetsu: Vec<Bunsetsu>,
    /// Named entities in order; they do not overlap.
    pub entities: Vec<Entity>,
}

/// One sentence, heading or caption.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Where it stands, closing punctuation included.
    pub span: Span,
    /// Index into [`crate::Article::blocks`].
    pub block: usize,
    /// Its tokens, as a range of [`Analysis::tokens`].
    pub tokens: Range<usize>,
    /// Its bunsetsu, as a range of [`Analysis::bunsetsu`].
    pub bunsetsu: Range<usize>,
}

/// One morpheme of IPADIC.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it stands in the original text.
    pub span: Span,
    /// Part of speech.
    pub pos: Pos,
    /// The dictionary's features, `品詞,細分類1,細分類2,細分類3,活用型,活用形,原形,読み,発音`; fewer fields for unknown words.
    pub feature: &'static str,
    /// IPADIC's left context id: one number for each combination of part of speech and inflection (0 to 1315).
    pub context: u16,
    /// Whether the dictionary holds the word.
    pub known: bool,
}

impl Token {
    /// Field `index` of the feature string; `*` stands for "does not apply" and reads as absent.
    pub fn field(&self, index: usize) -> Option<&'static str> {
        self.feature.split(',').nth(index).filter(|f| *f != "*")
    }

    /// Whether a suffix or dependent noun makes what it ends an adverb (名詞,接尾,副詞可能 and 名詞,非自立,副詞可能 of IPADIC's tag
    /// set): words of time and the like.
    pub fn is_adverbial(&self) -> bool {
        self.field(2) == Some("副詞可能")
    }

    /// Dictionary form, or the surface where the dictionary has none.
    pub fn lemma<'t>(&self, text: &'t str) -> &'t str
    where
        'static: 't,
    {
        self.field(6).unwrap_or(&text[self.span])
    }

    /// Reading in katakana, if the dictionary has one.
    pub fn reading(&self) -> Option<&'static str> {
        self.field(7)
    }
}

/// Parts of speech of IPADIC, as far as later stages tell them apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Pos {
    /// 名詞,一般 and other nouns without a class of their own below.
    Noun,
    /// 名詞,固有名詞,人名.
    Person,
    /// 名詞,固有名詞,地域.
    Place,
    /// 名詞,固有名詞,組織.
    Organization,
    /// 名詞,固有名詞 of any other kind.
    Proper,
    /// 名詞,サ変接続: nouns that become verbs with する.
    Verbal,
    /// 名詞,形容動詞語幹.
    AdjectivalNoun,
    /// 名詞,数.
    Number,
    /// 名詞,副詞可能.
    AdverbialNoun,
    /// 名詞,代名詞.
    Pronoun,
    /// 名詞,非自立.
    DependentNoun,
    /// 名詞,接尾 but counters.
    Suffix,
    /// 名詞,接尾,助数詞.
    Counter,
    /// 動詞,自立.
    Verb,
    /// 動詞,非自立 and 動詞,接尾.
    DependentVerb,
    /// 形容詞.
    Adjective,
    /// 副詞.
    Adverb,
    /// 連体詞.
    Adnominal,
    /// 接続詞.
    Conjunction,
    /// 接頭詞.
    Prefix,
    /// 助詞,格助詞.
    Case,
    /// 助詞,係助詞.
    Topic,
    /// 助詞,連体化 (の).
    Genitive,
    /// 助詞,接続助詞.
    Conjunctive,
    /// 助詞,並立助詞.
    Coordinating,
    /// 助詞 of any other kind.
    Particle,
    /// 助動詞.
    Auxiliary,
    /// 感動詞 and フィラー.
    Interjection,
    /// 記号,括弧開.
    Open,
    /// 記号,括弧閉.
    Close,
    /// 記号,句点.
    FullStop,
    /// 記号,読点.
    Comma,
    /// 記号 of any other kind.
    Symbol,
    /// White space and anything else.
    Other,
}

/// A bunsetsu (phrase): content words with the function words that follow them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bunsetsu {
    /// Where it stands, punctuation included.
    pub span: Span,
    /// Its tokens, as a range of [`Analysis::tokens`].
    pub tokens: Range<usize>,
    /// The bunsetsu that it depends on, as an index into [`Analysis::bunsetsu`]; none for the sentence's last.
    pub head: Option<usize>,
    /// How it depends.
    pub relation: Relation,
}

/// How a bunsetsu depends on its head.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Relation {
    /// が.
    Ga,
    /// を.
    Wo,
    /// に.
    Ni,
    /// で.
    De,
    /// と as a case.
    To,
    /// から.
    Kara,
    /// へ.
    He,
    /// より.
    Yori,
    /// まで.
    Made,
    /// の.
    No,
    /// は.
    Topic,
    /// も.
    Mo,
    /// と after what is said or thought.
    Quotative,
    /// A predicate that continues (て, 連用形, が, ので).
    Predicate,
    /// A predicate or word that describes a noun.
    Adnominal,
    /// A member of a coordination.
    Parallel,
    /// Nothing depends further: the last bunsetsu.
    Root,
    /// Adverbs and everything else.
    Other,
}

/// A named entity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entity {
    /// Where it stands.
    pub span: Span,
    /// Its class.
    pub label: EntityLabel,
}

/// Classes of named entities.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum EntityLabel {
    /// A person.
    Person,
    /// An organisation.
    Organization,
    /// A place, states included.
    Location,
    /// A building or installation.
    Facility,
    /// A calendar expression.
    Date,
    /// A clock expression.
    Time,
    /// A sum of money.
    Money,
    /// Any other measured amount.
    Quantity,
    /// A named event.
    Event,
    /// A product or weapon.
    Product,
    /// A law, treaty or resolution.
    Law,
    /// Any other name.
    Other,
}

names!(EntityLabel {
    Person = "PERSON", Organization = "ORG", Location = "LOC", Facility = "FAC", Date = "DATE", Time = "TIME", Money = "MONEY", Quantity = "QUANTITY", Event = "EVENT", Product = "PRODUCT", Law = "LAW", Other = "OTHER",
});

impl Analysis {
    /// The tokens of a sentence.
    pub fn tokens_of(&self, sentence: &Sentence) -> &[Token] {
        &self.tokens[sentence.tokens.clone()]
    }

    /// The bunsetsu of a sentence.
    pub fn bunsetsu_of(&self, sentence: &Sentence) -> &[Bunsetsu] {
        &self.bunsetsu[sentence.bunsetsu.clone()]
    }

    /// Index of the sentence that holds the byte `offset`.
    pub fn sentence_at(&self, offset: u32) -> Option<usize> {
        let after = self.sentences.partition_point(|s| s.span.start <= offset);
        after.checked_sub(1).filter(|i| self.sentences[*i].span.holds(offset))
    }

    /// Index of the bunsetsu that holds the byte `offset`.
    pub fn bunsetsu_at(&self, offset: u32) -> Option<usize> {
        let after = self.bunsetsu.partition_point(|b| b.span.start <= offset);
        after.checked_sub(1).filter(|i| self.bunsetsu[*i].span.holds(offset))
    }

    /// Indices of the tokens that lie wholly inside `span`.
    pub fn tokens_in(&self, span: Span) -> Range<usize> {
        let start = self.tokens.partition_point(|t| t.span.start < span.start);
        let end = self.tokens.partition_point(|t| t.span.end <= span.end);
        start..end.max(start)
    }
}
