//! Propositions and who stands where on them.

use crate::actors::Actors;
use crate::corpus::{Corpus, Place};
use crate::dates::Interval;
use crate::ids::{Ids, digest};
use crate::occurrences::{self, Occurrences};
use crate::roots;
use crate::transfers::{self, Transfers};
use crate::utterances::{self, Utterances};
use std::collections::{BTreeMap, BTreeSet};
use tenkyo_model::ledger::{Claim, Member, Position, Stance};
use tenkyo_model::{ActorId, Certainty, EventType, Polarity, TransferStatus};
use tenkyo_text::Span;

mod alike;

/// One act of taking a position.
struct Voice {
    by: String,
    stance: Stance,
    member: Member,
}

/// The claims of the ledger: on each route of transfers, on each occurrence that somebody doubts, on contents that several
/// speakers take up.
pub(crate) fn collect(
    corpus: &Corpus<'_>,
    actors: &Actors,
    occurrences: &Occurrences,
    utterances: &Utterances,
    transfers: &Transfers,
) -> Vec<Claim> {
    let mut ids = Ids::new("c");
    let mut claims = on_transfers(corpus, actors, transfers, &mut ids);
    claims.extend(on_occurrences(corpus, actors, occurrences, &mut ids));
    claims.extend(on_contents(corpus, actors, utterances, &mut ids));
    claims
}

fn stance(polarity: Polarity, certainty: Certainty) -> Stance {
    match (polarity, certainty) {
        (Polarity::Negative, _) => Stance::Denies,
        (_, Certainty::Certain) => Stance::Asserts,
        _ => Stance::Hedges,
    }
}

/// The positions of a finding's chain: its first source takes the stance, the others relay.
fn chain(
    corpus: &Corpus<'_>,
    actors: &Actors,
    document: usize,
    chain: &[ActorId],
    stance: Stance,
    member: &Member,
) -> Vec<Voice> {
    let first = Voice { by: roots::root(corpus, actors, document, chain), stance, member: member.clone() };
    let relays = chain.iter().skip(1).map(|link| Voice {
        by: actors.id(document, *link),
        stance: Stance::Relays,
        member: member.clone(),
    });
    std::iter::once(first).chain(relays).collect()
}

fn claim(id: String, label: String, voices: Vec<Voice>) -> Claim {
    let roots = voices.iter().filter(|v| v.stance != Stance::Relays).map(|v| v.by.clone());
    let roots = roots.collect::<BTreeSet<_>>().into_iter().collect();
    let mut positions: BTreeMap<(Stance, String), BTreeSet<Member>> = BTreeMap::new();
    for voice in voices {
        positions.entry((voice.stance, voice.by)).or_default().insert(voice.member);
    }
    let position = |((stance, by), members): ((Stance, String), BTreeSet<Member>)| Position {
        by,
        stance,
        members: members.into_iter().collect(),
    };
    Claim { id, label, positions: positions.into_iter().map(position).collect(), roots }
}

/// Whether a stretch of a document is somebody's forecast.
fn is_forecast(corpus: &Corpus<'_>, document: usize, span: Span) -> bool {
    corpus.list[document].findings.forecasts.iter().any(|f| f.span.overlaps(span))
}

/// The year in which a transfer happens by its own word, else in which it was told.
fn period<'c>(corpus: &Corpus<'c>, place: Place) -> &'c str {
    let own = transfers::transfer(corpus, place).date.as_deref().filter(|d| Interval::parse(d).is_some());
    own.or(corpus.list[place.document].published_value()).and_then(|d| d.get(..4)).unwrap_or_default()
}

/// One claim a route and year: that this giver gives this kind of thing to this receiver. Without a period, a denial of one year
/// would stand against what another one saw.
fn on_transfers(corpus: &Corpus<'_>, actors: &Actors, transfers: &Transfers, ids: &mut Ids) -> Vec<Claim> {
    let mut routes: BTreeMap<(String, String, &str, &str), Vec<Place>> = BTreeMap::new();
    for place in transfers.places.iter().flatten() {
        let (giver, receiver, category) = transfers::route(corpus, actors, *place);
        let category = corpus.lexicon.ledger.family(category);
        let name = |i: Option<usize>| i.map(|i| actors.list[i].name.clone());
        if let (Some(giver), Some(receiver)) = (name(giver), name(receiver)) {
            routes.entry((giver, receiver, category, period(corpus, *place))).or_default().push(*place);
        }
    }
    let voices = |place: &Place| {
        let t = transfers::transfer(corpus, *place);
        let member = corpus.member(place.document, t.span);
        let stance = match stance(t.polarity, t.certainty) {
            // Who thinks it unlikely does not deny it.
            Stance::Denies
                if t.status != TransferStatus::Denied && is_forecast(corpus, place.document, t.span) =>
            {
                Stance::Hedges
            }
            // Who does not deny it does not assert it.
            Stance::Asserts if t.status == TransferStatus::Denied => Stance::Hedges,
            stance => stance,
        };
        chain(corpus, actors, place.document, &t.according_to, stance, &member)
    };
    let each = |((giver, receiver, category, year), places): ((String, String, &str, &str), Vec<Place>)| {
        let first = places[0];
        let item = corpus.words(first.document, transfers::transfer(corpus, first).item);
        let when = if year.is_empty() { String::new() } else { format!(" ({year})") };
        let label = format!("{giver} → {receiver}: {item}{when}");
        claim(
            ids.give(&["transfer", &giver, &receiver, category, year]),
            label,
            places.iter().flat_map(voices).collect(),
        )
    };
    routes.into_iter().map(each).collect()
}

/// Occurrences of one type between the same sides at the same date, affirmed and denied, make one claim.
fn on_occurrences(
    corpus: &Corpus<'_>,
    actors: &Actors,
    occurrences: &Occurrences,
    ids: &mut Ids,
) -> Vec<Claim> {
    let mut groups: BTreeMap<_, Vec<usize>> = BTreeMap::new();
    for (index, o) in occurrences.list.iter().enumerate() {
        // What is given is claimed under transfers.
        if o.kind != EventType::Aid && !o.source.is_empty() && !o.target.is_empty() {
            groups.entry((o.kind, &o.mode, &o.source, &o.target, &o.date)).or_default().push(index);
        }
    }
    let voices = |place: &Place| {
        let e = occurrences::event(corpus, *place);
        let member = corpus.member(place.document, e.trigger);
        chain(corpus, actors, place.document, &e.according_to, stance(e.polarity, e.certainty), &member)
    };
    let mut claims = Vec::new();
    for group in groups.into_values() {
        let voices: Vec<Voice> =
            group.iter().flat_map(|i| &occurrences.places[*i]).flat_map(voices).collect();
        let first = &occurrences.list[group[0]];
        let several = voices.iter().any(|v| v.by != voices[0].by || v.stance != voices[0].stance);
        if several && voices.iter().any(|v| v.stance != Stance::Asserts) {
            claims.push(claim(ids.give(&["occurrence", &first.id]), first.label.clone(), voices));
        }
    }
    claims
}

/// Contents that different speakers take up, by their words.
fn on_contents(corpus: &Corpus<'_>, actors: &Actors, utterances: &Utterances, ids: &mut Ids) -> Vec<Claim> {
    let voices = |place: &Place| {
        let s = utterances::statement(corpus, *place);
        let member = corpus.member(place.document, s.content);
        let mut links: Vec<ActorId> = s.speaker.into_iter().collect();
        links.extend(s.via.iter().map(|l| l.actor));
        chain(corpus, actors, place.document, &links, stance(s.polarity, s.certainty), &member)
    };
    let each = |group: &Vec<usize>| {
        let first = &utterances.list[group[0]];
        let voices = group.iter().flat_map(|i| &utterances.places[*i]).flat_map(voices).collect();
        claim(ids.give(&["content", &digest(&[&first.text])]), first.text.clone(), voices)
    };
    alike::groups(corpus, utterances).iter().map(each).collect()
}
