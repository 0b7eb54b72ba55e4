//! From a scene to records of transfers.

use super::answers;
use super::exchange;
use super::goods::{self, Goods};
use super::memory::{Memory, Request, is_same_class};
use super::outlook::{self, View};
use super::parties::{self, Parties};
use super::route;
use super::scene::Scene;
use super::trigger::{self, Form, Trigger};
use crate::certainty;
use crate::times::{self, DateBasis, Dated};
use tenkyo_lexicon::transfers::{Direction, Effect, Transfers};
use tenkyo_model::{ActorId, ActorKind, BlockKind, Certainty, Findings, Polarity, Transfer, TransferStatus};
use tenkyo_text::Span;

/// Adds the transfers that a sentence tells.
pub(super) fn add(scene: &Scene<'_>, findings: &Findings, memory: &mut Memory) {
    let all = trigger::all(scene);
    // One thing against another is a bargain of its own, whoever else tells of the first thing.
    let bargain = all.iter().any(|t| exchange::of(scene, t, &all).is_some());
    let counts = |t: &Trigger<'_>| !asks(scene, t) && !exchange::is_price(scene, t) && !is_support(&all, t);
    for trigger in all.iter().copied().filter(counts) {
        let goods = goods_of(scene, findings, &trigger, memory);
        let price = exchange::of(scene, &trigger, &all);
        let view = outlook::of(scene, &trigger);
        let parties = parties::of(scene, &trigger, goods.first().map(|g| g.span));
        for goods in goods {
            if is_taken_up(scene, &trigger, &goods) || is_unadmitted(scene, &trigger) {
                continue;
            }
            remember_request(scene, &trigger, &parties, &goods, memory);
            for (giver, receiver) in complete(scene, &trigger, &parties, &goods, memory) {
                let mut record = record(scene, findings, &trigger, &goods, &view, (giver, receiver));
                if record.according_to.is_empty() {
                    record.according_to.clone_from(&parties.deniers);
                }
                if is_own_denial(&trigger, &record, memory) {
                    record.status = TransferStatus::Denied;
                }
                let counter = price.as_ref().and_then(|p| exchange::tie(scene, p, &mut record, memory));
                keep(scene, &trigger, record, bargain, memory);
                memory.told.extend(counter);
            }
        }
    }
    answers::add(scene, memory);
    memory.keep_topic(scene);
}

/// Whether a word of getting is only the predicate over the name of a transfer: 巡視船の供与を受ける.
fn is_support(all: &[Trigger<'_>], trigger: &Trigger<'_>) -> bool {
    let over = |t: &Trigger<'_>| matches!(t.support, Some((Effect::Get | Effect::Do, span)) if span.overlaps(trigger.span));
    all.iter().any(|t| t.span.end <= trigger.span.start && t.form == Form::Nominal && over(t))
}

/// Whether the words only take up what was told before: こうした軍事支援.
fn is_taken_up(scene: &Scene<'_>, trigger: &Trigger<'_>, goods: &Goods) -> bool {
    let before = scene.before(goods.span.start.min(trigger.span.start));
    trigger.form == Form::Nominal && scene.lexicon.words.anaphoric.tail_of(before).is_some()
}

/// Whether somebody only fails to own up to it, or to deny it.
fn is_unadmitted(scene: &Scene<'_>, trigger: &Trigger<'_>) -> bool {
    let Some((Effect::Admit | Effect::Deny, span)) = trigger.support else { return false };
    certainty::of_clause(scene.context, span).polarity == Polarity::Negative
}

/// Whether a party itself says that it did not give or get: 武器を輸出したことはない.
fn is_own_denial(trigger: &Trigger<'_>, record: &Transfer, memory: &Memory) -> bool {
    let parties = || record.giver.into_iter().chain(record.receiver);
    let own = |a: &ActorId| parties().any(|p| memory.same_side(p, *a));
    record.polarity == Polarity::Negative
        && record.certainty == Certainty::Certain
        && record.status == TransferStatus::Unknown
        && trigger.support.is_none()
        && record.according_to.first().is_some_and(own)
}

/// Whether the clause only asks: 提供するのか.
fn asks(scene: &Scene<'_>, trigger: &Trigger<'_>) -> bool {
    let end = trigger.support.map_or(trigger.end, |(_, span)| span.end.max(trigger.end));
    scene.lexicon.words.asks.head_of(scene.after(end)).is_some()
}

/// The goods of a trigger; for a bare 支援 those of the request that it answers.
fn goods_of(scene: &Scene<'_>, findings: &Findings, trigger: &Trigger<'_>, memory: &Memory) -> Vec<Goods> {
    let mut found = goods::of(scene, trigger);
    if found.is_empty() {
        found.extend(goods::more(scene, trigger, |q| memory.last_counted(scene, findings, q)));
    }
    // 無人機を売却したが、…への輸出は拒む: the goods of the same sentence.
    let last = memory.told.last().filter(|t| scene.span.contains(t.span));
    if let (Some(last), [only]) = (last, &mut found[..])
        && only.span == trigger.span
        && !trigger.frame.whole
    {
        only.category.clone_from(&last.category);
        only.span = last.item;
    }
    let passive = trigger.form == Form::Passive && !trigger.frame.intransitive;
    if found.is_empty() && passive && !goods::has_object(scene, trigger) {
        found.extend(memory.last_goods(scene, 2));
    }
    let answered = memory.request.as_ref().filter(|r| r.giver.is_none()).filter(|r| {
        let answer = matches!(trigger.support, Some((Effect::Refuse | Effect::Agree, _)));
        found.is_empty() && answer && trigger.form == Form::Nominal && scene.sentence <= r.sentence + 2
    });
    match answered {
        Some(r) => vec![Goods { span: trigger.span, category: r.category.clone(), quantity: None }],
        None => found,
    }
}

/// Keeps what is asked for and what is offered, for the answers that follow.
fn remember_request(
    scene: &Scene<'_>,
    trigger: &Trigger<'_>,
    parties: &Parties,
    goods: &Goods,
    memory: &mut Memory,
) {
    let asks = trigger.frame.direction == Direction::Ask || matches!(trigger.support, Some((Effect::Ask, _)));
    if let (true, Some(receiver)) = (asks, parties.receivers.first()) {
        let category = goods.category.clone();
        let person = memory.kind(*receiver) == ActorKind::Person;
        let receiver = if person { memory.side(*receiver) } else { *receiver };
        memory.request =
            Some(Request { giver: None, receiver, item: goods.span, category, sentence: scene.sentence });
    } else if let (Some((Effect::Offer, _)), Some(giver), Some(receiver)) =
        (trigger.support, parties.givers.first(), parties.receivers.first())
    {
        let category = goods.category.clone();
        let (giver, receiver) = (Some(memory.side(*giver)), memory.side(*receiver));
        memory.request =
            Some(Request { giver, receiver, item: goods.span, category, sentence: scene.sentence });
    }
}

/// Every pair of giver and receiver, a party that is left out filled in; a person who deals with a state stands for his own.
fn complete(
    scene: &Scene<'_>,
    trigger: &Trigger<'_>,
    parties: &Parties,
    goods: &Goods,
    memory: &Memory,
) -> Vec<(ActorId, ActorId)> {
    let asked = memory.request.as_ref().filter(|r| r.giver.is_none());
    let asked = asked.filter(|r| r.category == goods.category && scene.sentence <= r.sentence + 2);
    let other = |known: ActorId, gives: bool| {
        let asker = asked.map(|r| r.receiver).filter(|r| gives && !memory.same_side(*r, known));
        asker.or_else(|| memory.counterpart(scene, known, gives, &goods.category, trigger.span.start))
    };
    let (mut givers, mut receivers) = (parties.givers.clone(), parties.receivers.clone());
    if !trigger.frame.told && !parties.closed {
        speak_for_oneself(scene, trigger, memory, &mut givers, &mut receivers);
    }
    let told = !givers.is_empty() && !receivers.is_empty();
    let denied = matches!(trigger.support, Some((Effect::Deny, _)));
    let party = givers.first().or(receivers.first()).copied();
    if let Some(again) =
        party.filter(|_| denied && !told).and_then(|p| memory.told_of(scene, p, &goods.category))
    {
        return vec![again];
    }
    let barred =
        matches!(trigger.support, Some((Effect::Stop | Effect::Limit, _))) && parties.givers.is_empty();
    // Without a thing of its own (輸入の再開) a word of trade counts only between two that are told.
    let nothing = goods.span == trigger.span && !trigger.frame.whole && memory.request.is_none();
    // 安保理は…への輸出を制限した: whoever bars or limits it from outside gives nothing.
    let outside = match trigger.support {
        Some((Effect::Bar, _)) => !givers.iter().all(|g| memory.is_power(*g)),
        Some((Effect::Limit, _)) => givers.iter().any(|g| memory.is_body(*g)),
        _ => false,
    };
    if (parties.closed || nothing) && !told || outside {
        return Vec::new();
    }
    if givers.is_empty() && receivers.is_empty() && trigger.form != Form::Nominal {
        if let Some(again) = memory.same_again(scene, &goods.category) {
            return vec![again];
        }
        let gives = trigger.frame.direction == Direction::Give && trigger.form == Form::Active;
        if gives { givers.extend(memory.topic(scene)) } else { receivers.extend(memory.topic(scene)) }
    }
    if !told && (is_mention(trigger) || barred && trigger.form == Form::Nominal)
        || mutual(trigger, &givers, memory)
    {
        return Vec::new();
    }
    let personal = |known: ActorId| {
        (trigger.frame.personal && memory.kind(known) == ActorKind::Person)
            .then(|| memory.person(scene, known))
            .flatten()
    };
    if receivers.is_empty() {
        receivers.extend(givers.first().and_then(|g| personal(*g).or_else(|| other(*g, true))));
    } else if givers.is_empty() {
        givers.extend(receivers.first().and_then(|r| personal(*r).or_else(|| other(*r, false))));
    }
    let pairs = givers.iter().flat_map(|g| receivers.iter().map(move |r| (*g, *r)));
    let pairs = pairs.map(|pair| stand_for(memory, pair, told || trigger.frame.personal));
    pairs
        .filter(|(g, r)| !memory.same_side(*g, *r) && !is_attack(scene, trigger, memory, *g, *r))
        .map(|pair| turned(scene.lexicon, memory, trigger, goods, pair))
        .collect()
}

/// Whether two sides are at war, so that what one sends the other is an attack.
fn is_attack(
    scene: &Scene<'_>,
    trigger: &Trigger<'_>,
    memory: &Memory,
    giver: ActorId,
    receiver: ActorId,
) -> bool {
    let hostile = scene.lexicon.words.hostile.has(&trigger.frame.id);
    hostile && memory.are_at_war(giver, receiver)
}

/// A subject left out of what somebody says is the speaker: 小麦を供与する意向を示した.
fn speak_for_oneself(
    scene: &Scene<'_>,
    trigger: &Trigger<'_>,
    memory: &Memory,
    givers: &mut Vec<ActorId>,
    receivers: &mut Vec<ActorId>,
) {
    let acts = |s: &ActorId| memory.is_power(*s) || memory.is_body(*s);
    let Some(speaker) = outlook::speaker_of_own(scene, trigger).filter(acts) else {
        return;
    };
    let (own, other) = match trigger.frame.direction {
        Direction::Give if !matches!(trigger.support, Some((Effect::Ask | Effect::Get, _))) => {
            (givers, receivers)
        }
        Direction::Give | Direction::Take | Direction::Ask => (receivers, givers),
        Direction::Deal | Direction::Swap => return,
    };
    // 100万ユーロを支援すると発表した: nobody else is told, so the speaker means himself.
    let alone = other.is_empty() && trigger.form == Form::Active;
    let others = !other.is_empty() && other.iter().all(|o| !memory.same_side(*o, speaker));
    if own.is_empty() && (others || alone) {
        own.push(speaker);
    }
}

/// A noun of giving without a predicate over it, or with one of somebody who takes no part: only a mention.
fn is_mention(trigger: &Trigger<'_>) -> bool {
    let aside = matches!(trigger.support, None | Some((Effect::Comment | Effect::Bar, _)));
    trigger.form == Form::Nominal && aside
}

/// Two sides that agree on a transfer together: the words do not say which gives.
fn mutual(trigger: &Trigger<'_>, givers: &[ActorId], memory: &Memory) -> bool {
    let one_side = givers.windows(2).all(|pair| memory.same_side(pair[0], pair[1]));
    trigger.form == Form::Nominal
        && !matches!(trigger.frame.direction, Direction::Deal | Direction::Swap)
        && !one_side
        && givers.len() == 2
}

/// Persons stay persons when both are told; else they stand for their states.
fn stand_for(memory: &Memory, (giver, receiver): (ActorId, ActorId), told: bool) -> (ActorId, ActorId) {
    let person = |a| memory.kind(a) == ActorKind::Person;
    if told && person(giver) && person(receiver) {
        return (giver, receiver);
    }
    let state = |a: ActorId| if person(a) { memory.side(a) } else { a };
    (state(giver), state(receiver))
}

/// A deal goes the way that such goods went before in the article.
fn turned(
    lexicon: &Transfers,
    memory: &Memory,
    trigger: &Trigger<'_>,
    goods: &Goods,
    (giver, receiver): (ActorId, ActorId),
) -> (ActorId, ActorId) {
    let back = |t: &Transfer| {
        is_same_class(lexicon, &t.category, &goods.category)
            && t.giver.is_some_and(|g| memory.same_side(g, receiver))
            && t.receiver.is_some_and(|r| memory.same_side(r, giver))
    };
    let deal = trigger.frame.direction == Direction::Deal;
    if deal && memory.told.iter().any(back) { (receiver, giver) } else { (giver, receiver) }
}

fn record(
    scene: &Scene<'_>,
    findings: &Findings,
    trigger: &Trigger<'_>,
    goods: &Goods,
    view: &View,
    (giver, receiver): (ActorId, ActorId),
) -> Transfer {
    let clause = scene.clause(trigger.span.start);
    let dated = date(scene, findings, trigger);
    let quantity =
        goods.quantity.as_ref().and_then(|q| findings.quantities.iter().position(|other| other == q));
    let start = clause.start.min(goods.span.start);
    let span = Span { start, end: trigger.end.max(goods.span.end) }.trim(scene.text);
    Transfer {
        giver: Some(giver),
        receiver: Some(receiver),
        item: goods.span,
        category: goods.category.clone(),
        quantity,
        date: dated.as_ref().map(|d| d.value.clone()),
        date_span: dated.and_then(|d| d.span),
        date_local: None,
        date_japan: None,
        status: view.status,
        polarity: view.polarity,
        certainty: view.certainty,
        according_to: outlook::chain(scene, trigger.span.start),
        span,
        terms: route::of(scene, trigger, goods.span),
        rule: trigger.frame.id.as_str().into(),
    }
}

/// The date of a trigger, when its own sentence gives one.
fn date(scene: &Scene<'_>, findings: &Findings, trigger: &Trigger<'_>) -> Option<Dated> {
    let dated = times::of_clause(scene.context, findings, trigger.span)?;
    (dated.basis <= DateBasis::Sentence).then_some(dated)
}

/// Keeps a record unless the article has told it already.
fn keep(scene: &Scene<'_>, trigger: &Trigger<'_>, record: Transfer, bargain: bool, memory: &mut Memory) {
    let headline = matches!(scene.block, BlockKind::Title | BlockKind::Heading);
    let mention = is_mention(trigger) || headline;
    if is_mention(trigger) && trigger.frame.direction == Direction::Take {
        return;
    }
    let given =
        |old: &Transfer| trigger.frame.personal && same_present(old, &record, |a| memory.sides[a.0 as usize]);
    if let Some(at) = memory.told.iter().position(given) {
        let old = memory.told.remove(at);
        memory.told.push(if record.certainty < old.certainty { record } else { old });
        return;
    }
    let told = memory
        .told
        .iter()
        .any(|old| same_goods(old, &record) && (mention || same_view(old, &record, bargain)));
    if !told {
        memory.told.push(record);
    }
}

/// Whether two sides, whoever acts for them, are said to give one thing on one day: the car, the same car once more.
fn same_present(old: &Transfer, new: &Transfer, side: impl Fn(ActorId) -> ActorId) -> bool {
    let sides = |t: &Transfer| (t.giver.map(&side), t.receiver.map(&side));
    sides(old) == sides(new)
        && (&old.category, old.quantity, &old.date, old.polarity)
            == (&new.category, new.quantity, &new.date, new.polarity)
        && (old.giver, old.receiver) != (new.giver, new.receiver)
}

fn same_goods(old: &Transfer, new: &Transfer) -> bool {
    (old.giver, old.receiver, &old.category) == (new.giver, new.receiver, &new.category)
        && (old.quantity.is_none() || new.quantity.is_none() || old.quantity == new.quantity)
}

/// Whether two records are one view. What only may be, and what is half of a bargain, is told anew by each who says so.
fn same_view(old: &Transfer, new: &Transfer, bargain: bool) -> bool {
    let anew = bargain || new.certainty >= Certainty::Possible;
    let unnamed = old.according_to.is_empty() || new.according_to.is_empty();
    (old.polarity, old.certainty) == (new.polarity, new.certainty)
        && (old.according_to == new.according_to || unnamed && !anew)
}
