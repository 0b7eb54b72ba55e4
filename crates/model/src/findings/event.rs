//! Events, transfers, forecasts.

use super::{ActorId, Certainty, Polarity, RuleId, StatementId, Terms};
use crate::names::names;
use tenkyo_text::Span;

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
    /// The day where it happened, when it is another one in Japan and the text tells both or the zone.
    pub date_local: Option<String>,
    /// That day in Japan.
    pub date_japan: Option<String>,
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
    /// How much, as an index into [`super::Findings::quantities`].
    pub quantity: Option<usize>,
    /// When: ISO date, month, year or interval.
    pub date: Option<String>,
    /// The time expression that `date` comes from.
    pub date_span: Option<Span>,
    /// The day where it happened, when it is another one in Japan and the text tells both or the zone.
    pub date_local: Option<String>,
    /// That day in Japan.
    pub date_japan: Option<String>,
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
    /// What else is told and known of it.
    pub terms: Terms,
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
    /// The words of the condition under which it is to happen (〜れば).
    pub condition: Option<Span>,
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

impl Likelihood {
    /// The band of ICD 203 in per cent, from and to; none for a claim without a likelihood.
    pub fn band(self) -> Option<[u8; 2]> {
        match self {
            Self::AlmostCertain => Some([95, 99]),
            Self::Likely => Some([55, 80]),
            Self::Even => Some([45, 55]),
            Self::Unlikely => Some([20, 45]),
            Self::Remote => Some([1, 5]),
            Self::Unstated => None,
        }
    }
}

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
