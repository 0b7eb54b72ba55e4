//! What one article says, as records that stand on its words.

use crate::names::names;
use std::sync::Arc;
use tenkyo_text::Span;

/// All findings of one article. Ids are indices into these lists.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Findings {
    /// The article's publication date; none when nothing in it or beside it tells.
    pub published: Option<Published>,
    /// Persons, organisations, states, places and groups.
    pub actors: Vec<Actor>,
    /// Time expressions, in order of their spans.
    pub times: Vec<Time>,
    /// Measured amounts, in order of their spans.
    pub quantities: Vec<Quantity>,
    /// Contents that the text puts in somebody's mouth, writing or mind, in order of their contents.
    pub statements: Vec<Statement>,
    /// Distinct events.
    pub events: Vec<Event>,
    /// What one actor gives, sells, ships or offers to another.
    pub transfers: Vec<Transfer>,
    /// Claims about what will or will not happen.
    pub forecasts: Vec<Forecast>,
}

/// Index into [`Findings::actors`]; `a1` in records is index 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ActorId(pub u32);

/// Index into [`Findings::statements`]; `s1` in records is index 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StatementId(pub u32);

/// Names the rule or model that made a finding, such as `time.month-day`; `tenkyo explain` looks it up.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RuleId(pub Arc<str>);

impl From<&str> for RuleId {
    fn from(id: &str) -> Self {
        Self(id.into())
    }
}

/// The day (or month, or year) on which the article was published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Published {
    /// ISO 8601 at the precision that is known: `2024-06-19`, `2024-06` or `2024`.
    pub value: String,
    /// How it is known.
    pub basis: Basis,
    /// The words that show it, when they stand in the text.
    pub span: Option<Span>,
    /// What made it.
    pub rule: RuleId,
}

/// How a publication date is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// A dateline or timestamp in the text.
    Stated,
    /// Metadata of the page or record.
    Metadata,
    /// Concluded from dates and weekdays in the text.
    Inferred,
}

/// Someone or something that acts or speaks, or a place, with every mention in this article.
#[derive(Clone, Debug, PartialEq)]
pub struct Actor {
    /// The best name: of `knowledge/`, else the fullest in the text.
    pub name: String,
    /// What it is.
    pub kind: ActorKind,
    /// Its id in `knowledge/`, when it is known there.
    pub knowledge: Option<String>,
    /// Its Wikidata id, when certain.
    pub wikidata: Option<String>,
    /// Titles that the text gives it.
    pub roles: Vec<Role>,
    /// Where it is mentioned, in order.
    pub mentions: Vec<Mention>,
}

/// Kinds of actors.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ActorKind {
    /// A human being.
    Person,
    /// A government, party, company, medium, agency.
    Organization,
    /// A state or territory.
    State,
    /// A place that does not act.
    Place,
    /// Unnamed but specific people (`複数の専門家`).
    Group,
}

/// A title with the state or body in which it is held.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Role {
    /// The title as it stands in the text.
    pub title: String,
    /// Where it is held, when the text says.
    pub of: Option<ActorId>,
    /// Whether the text marks it as past (`当時`, `元`, `前`).
    pub former: bool,
}

/// One place in the text that refers to an actor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// The words; empty for an omitted subject, at the place where it would stand.
    pub span: Span,
    /// Their form.
    pub form: MentionForm,
    /// What found it.
    pub rule: RuleId,
}

/// Forms of mentions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum MentionForm {
    /// The name, with or without a title in the same noun phrase.
    Name,
    /// Another name or spelling.
    Alias,
    /// A title alone (`大統領`).
    Title,
    /// A definite description or metonym (`北朝鮮の独裁者`).
    Description,
    /// `同氏`, `彼`, `両首脳`.
    Pronoun,
    /// An unnamed group.
    Group,
    /// A subject left out.
    Omitted,
}

/// A TIMEX3 of ISO-TimeML.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Time {
    /// The whole expression without particles.
    pub span: Span,
    /// Its type.
    pub kind: TimeKind,
    /// The normalised value: `2023-09-13`, `2023-09-13TAF`, `P4Y`, `PRESENT_REF` …
    pub value: String,
    /// How the value is to be taken.
    pub modifier: Option<TimeMod>,
    /// The value in EDTF, where it has one.
    pub edtf: Option<String>,
    /// What made it.
    pub rule: RuleId,
}

/// Types of TIMEX3.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum TimeKind {
    /// Days and longer.
    Date,
    /// Below the day.
    Time,
    /// A length.
    Duration,
    /// A repetition.
    Set,
}

/// The `mod` of TIMEX3.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum TimeMod {
    /// Early part.
    Start,
    /// Middle part.
    Mid,
    /// Late part.
    End,
    /// About.
    Approx,
    /// Before it.
    Before,
    /// After it.
    After,
    /// At least.
    EqualOrMore,
    /// At most.
    EqualOrLess,
    /// More than.
    MoreThan,
    /// Less than.
    LessThan,
}

/// A measured amount.
#[derive(Clone, Debug, PartialEq)]
pub struct Quantity {
    /// Number and unit, with `約`, `以上` and the like.
    pub span: Span,
    /// The amount.
    pub bounds: Bounds,
    /// The unit as counted: `発`, `個`, `コンテナ`, `ドル`.
    pub unit: String,
    /// Whether the text says it is about right.
    pub approximate: bool,
    /// What made it.
    pub rule: RuleId,
}

/// Lower and upper bound of an amount, both inclusive; equal for an exact one; an absent bound is open.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Bounds {
    /// At least.
    pub min: Option<f64>,
    /// At most.
    pub max: Option<f64>,
}

/// Content that the text puts in somebody's mouth, writing or mind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// What was said, without outer brackets, quotative particle and cue.
    pub content: Span,
    /// How it is rendered.
    pub mode: Mode,
    /// Who is held responsible for it; none when the text leaves it open.
    pub speaker: Option<ActorId>,
    /// The words that attribute it.
    pub cue: Option<Span>,
    /// Who relays it, nearest to the speaker first.
    pub via: Vec<Link>,
    /// To whom.
    pub addressee: Option<ActorId>,
    /// How sure the speaker is of the content.
    pub certainty: Certainty,
    /// Whether the speaker affirms or denies the content.
    pub polarity: Polarity,
    /// What made it.
    pub rule: RuleId,
}

/// One link of a chain of sources.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Link {
    /// Who relays.
    pub actor: ActorId,
    /// The words that say so.
    pub span: Span,
}

/// How a statement is rendered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Mode {
    /// Word for word, in brackets.
    Direct,
    /// In the writer's words.
    Indirect,
    /// In the writer's words with quoted parts.
    Mixed,
}

/// How sure the one who asserts is (after FactBank).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Certainty {
    /// Plainly asserted.
    Certain,
    /// `だろう`, `とみられる`, `方針`.
    Probable,
    /// `可能性がある`, `かもしれない`.
    Possible,
    /// `憶測`, `説もある`: nobody vouches for it.
    Unknown,
}

/// Whether something is affirmed or negated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Polarity {
    /// It is or will be so.
    Positive,
    /// It is not or will not be so, or it is denied.
    Negative,
}

/// A coded event (PLOVER).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// PLOVER type.
    pub kind: EventType,
    /// PLOVER mode, when the words tell one.
    pub mode: Option<String>,
    /// PLOVER contexts.
    pub contexts: Vec<String>,
    /// The clearest words for it.
    pub trigger: Span,
    /// Who acts.
    pub source: Vec<ActorId>,
    /// Who is acted on.
    pub target: Vec<ActorId>,
    /// When: ISO date, month, year or interval `A/B`.
    pub date: Option<String>,
    /// The time expression that `date` comes from.
    pub date_span: Option<Span>,
    /// Where.
    pub place: Option<ActorId>,
    /// Whether it happens.
    pub polarity: Polarity,
    /// How sure.
    pub certainty: Certainty,
    /// On whose word, nearest to the fact first; empty when the author asserts it.
    pub according_to: Vec<ActorId>,
    /// The statement whose content holds it.
    pub statement: Option<StatementId>,
    /// What made it.
    pub rule: RuleId,
}

/// The sixteen types of PLOVER.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the names are PLOVER's own")]
pub enum EventType {
    Agree,
    Consult,
    Support,
    Concede,
    Cooperate,
    Aid,
    Retreat,
    Request,
    Accuse,
    Reject,
    Threaten,
    Protest,
    Sanction,
    Mobilize,
    Coerce,
    Assault,
}

/// Something that one actor gives, sells, ships, offers or is said to give to another.
#[derive(Clone, Debug, PartialEq)]
pub struct Transfer {
    /// Who gives.
    pub giver: Option<ActorId>,
    /// Who gets.
    pub receiver: Option<ActorId>,
    /// The words for what is given.
    pub item: Span,
    /// Class of the item: arms, ammunition, aircraft, vehicle, satellite-technology, military-technology, nuclear, energy, food,
    /// money, personnel, gift, trade, other.
    pub category: String,
    /// How much, as an index into [`Findings::quantities`].
    pub quantity: Option<usize>,
    /// When: ISO date, month, year or interval.
    pub date: Option<String>,
    /// The time expression that `date` comes from.
    pub date_span: Option<Span>,
    /// How far it has got.
    pub status: TransferStatus,
    /// Whether it happens.
    pub polarity: Polarity,
    /// How sure.
    pub certainty: Certainty,
    /// On whose word, nearest to the fact first.
    pub according_to: Vec<ActorId>,
    /// The clause that says it.
    pub span: Span,
    /// What made it.
    pub rule: RuleId,
}

/// How far a transfer has got.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum TransferStatus {
    /// Asked for.
    Requested,
    /// Offered or announced.
    Offered,
    /// Agreed.
    Agreed,
    /// Under way.
    Shipped,
    /// Arrived.
    Delivered,
    /// Seen in use.
    Used,
    /// Turned down.
    Refused,
    /// Said not to exist by a party.
    Denied,
    /// The text does not say.
    Unknown,
}

/// Somebody's claim about what will or will not happen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Forecast {
    /// The words.
    pub span: Span,
    /// Whose; none for an author who is not named.
    pub by: Option<ActorId>,
    /// How likely.
    pub likelihood: Likelihood,
    /// By when, ISO date, month, year or interval.
    pub horizon: Option<String>,
    /// What made it.
    pub rule: RuleId,
}

/// Words of likelihood (after ICD 203).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Likelihood {
    /// 95 to 99 %.
    AlmostCertain,
    /// 55 to 80 %.
    Likely,
    /// 45 to 55 %.
    Even,
    /// 20 to 45 %.
    Unlikely,
    /// 1 to 5 %.
    Remote,
    /// No word of likelihood.
    Unstated,
}

names!(Basis { Stated = "stated", Metadata = "metadata", Inferred = "inferred" });
names!(ActorKind {
    Person = "person", Organization = "organization", State = "state", Place = "place", Group = "group",
});
names!(MentionForm {
    Name = "name", Alias = "alias", Title = "title", Description = "description", Pronoun = "pronoun",
    Group = "group", Omitted = "omitted",
});
names!(TimeKind { Date = "DATE", Time = "TIME", Duration = "DURATION", Set = "SET" });
names!(TimeMod {
    Start = "START", Mid = "MID", End = "END", Approx = "APPROX", Before = "BEFORE", After = "AFTER",
    EqualOrMore = "EQUAL_OR_MORE", EqualOrLess = "EQUAL_OR_LESS", MoreThan = "MORE_THAN", LessThan = "LESS_THAN",
});
names!(Mode { Direct = "direct", Indirect = "indirect", Mixed = "mixed" });
names!(Certainty { Certain = "certain", Probable = "probable", Possible = "possible", Unknown = "unknown" });
names!(Polarity { Positive = "+", Negative = "-" });
names!(EventType {
    Agree = "AGREE", Consult = "CONSULT", Support = "SUPPORT", Concede = "CONCEDE", Cooperate = "COOPERATE",
    Aid = "AID", Retreat = "RETREAT", Request = "REQUEST", Accuse = "ACCUSE", Reject = "REJECT",
    Threaten = "THREATEN", Protest = "PROTEST", Sanction = "SANCTION", Mobilize = "MOBILIZE", Coerce = "COERCE",
    Assault = "ASSAULT",
});
names!(TransferStatus {
    Requested = "requested", Offered = "offered", Agreed = "agreed", Shipped = "shipped", Delivered = "delivered",
    Used = "used", Refused = "refused", Denied = "denied", Unknown = "unknown",
});
names!(Likelihood {
    AlmostCertain = "almost-certain", Likely = "likely", Even = "even", Unlikely = "unlikely", Remote = "remote",
    Unstated = "unstated",
});
