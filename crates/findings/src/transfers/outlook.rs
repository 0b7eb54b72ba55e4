//! How sure a transfer is, whether it is affirmed, how far it has got, and on whose word.

use super::scene::{Break, Scene};
use super::trigger::{Form, Trigger};
use crate::certainty::{self, Stance};
use tenkyo_lexicon::transfers::{Direction, Effect, Part, Scope};
use tenkyo_model::{ActorId, Certainty, Polarity, Pos, Statement, TransferStatus};
use tenkyo_text::Span;

/// What is thought of a transfer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct View {
    pub certainty: Certainty,
    pub polarity: Polarity,
    pub status: TransferStatus,
}

/// The view of the words on a trigger.
pub(super) fn of(scene: &Scene<'_>, trigger: &Trigger<'_>) -> View {
    let effect = trigger.support.map(|(effect, _)| effect);
    // The word of giving itself is no ending (得る also means "may").
    let own = Span { start: trigger.span.end, end: trigger.end.max(trigger.span.end) };
    let clause = trigger.support.map_or(own, |(_, span)| span);
    let stance = stance(scene, trigger, clause);
    let asked = effect == Some(Effect::Ask) || trigger.frame.direction == Direction::Ask && effect.is_none();
    let statement = scene.statement_at(trigger.span.start);
    let denied = statement.is_some_and(|s| s.polarity == Polarity::Negative) && effect != Some(Effect::Deny);
    // 支払うことができなかった: what was not possible is sure not to have been.
    let negated = scene.lexicon.words.negated.head_of(scene.after(trigger.end)).is_some();
    let unable = scene.lexicon.words.never.head_of(scene.after(trigger.end)).is_some();
    let sure = if unable { Certainty::Certain } else { stance.certainty };
    let stance_polarity = if negated { Polarity::Negative } else { stance.polarity };
    let stance_polarity = if denied { negate(stance_polarity) } else { stance_polarity };
    let polarity = match effect {
        Some(Effect::Refuse | Effect::Stop | Effect::Limit | Effect::Deny | Effect::Bar) => {
            negate(stance_polarity)
        }
        _ => stance_polarity,
    };
    let base = match effect {
        _ if asked => Certainty::Possible,
        Some(Effect::Agree | Effect::Offer) if polarity == Polarity::Positive => Certainty::Probable,
        None if trigger.frame.direction == Direction::Deal => Certainty::Possible,
        None if is_promise(trigger) => Certainty::Probable,
        None | Some(Effect::Get | Effect::Do) if is_coming(scene, trigger) => Certainty::Probable,
        None if is_object(scene, trigger) || is_condition(scene, trigger) => Certainty::Possible,
        _ => Certainty::Certain,
    };
    let after = if unable { None } else { after(scene, trigger) };
    let said = [after, cue(scene, trigger), headline(scene, trigger)].into_iter().flatten().max();
    // A denial is itself sure, whatever it calls what it denies.
    let certainty = if effect == Some(Effect::Deny) {
        Certainty::Certain
    } else {
        base.max(sure).max(said.unwrap_or(Certainty::Certain)).min(Certainty::Possible)
    };
    let effect = if denied { Some(Effect::Deny) } else { effect };
    let stage = match certainty {
        Certainty::Certain => TransferStatus::from_name(&trigger.frame.status),
        Certainty::Probable if is_past(scene, trigger) => TransferStatus::from_name(&trigger.frame.status),
        Certainty::Probable => Some(TransferStatus::Offered),
        _ => None,
    };
    let status = status(effect, asked, polarity, stage.unwrap_or(TransferStatus::Unknown));
    View { certainty, polarity, status }
}

/// How a clause is put, without the words that attribute what it is said in (贈られたということです).
fn stance(scene: &Scene<'_>, trigger: &Trigger<'_>, clause: Span) -> Stance {
    let whole = certainty::of_clause(scene.context, clause);
    let end = scene.statement_at(trigger.span.start).map_or(u32::MAX, |s| s.content.end);
    let outside = whole.evidence.is_some_and(|e| e.start >= end);
    if outside { certainty::of_words(scene.context, clause) } else { whole }
}

/// Whether the predicate ends its clause in the plain non-past: what is announced (供与すると発表した).
fn is_coming(scene: &Scene<'_>, trigger: &Trigger<'_>) -> bool {
    let words = &scene.lexicon.words;
    let tokens = scene.tokens();
    let next = tokens.partition_point(|t| t.span.end <= trigger.end);
    let Some(last) = next.checked_sub(1).map(|i| &tokens[i]) else { return false };
    let verb =
        last.pos == Pos::Verb || last.pos == Pos::DependentVerb && words.passive.has(last.lemma(scene.text));
    let plain = last.field(5).is_some_and(|f| words.adnominal_forms.has(f));
    let name = |pos: Pos| matches!(pos, Pos::Place | Pos::Person | Pos::Organization);
    let describes = tokens.get(next).is_some_and(|t| super::trigger::is_noun(t.pos) || name(t.pos));
    (trigger.form != Form::Nominal || trigger.support.is_some()) && verb && plain && !describes
}

/// Whether the predicate sets a condition: 砲弾を送れば.
fn is_condition(scene: &Scene<'_>, trigger: &Trigger<'_>) -> bool {
    let conditions = &scene.context.lexicon.forecasts.words.conditions;
    conditions.head_of(scene.after(trigger.end)).is_some()
}

fn is_promise(trigger: &Trigger<'_>) -> bool {
    TransferStatus::from_name(&trigger.frame.status) == Some(TransferStatus::Agreed)
}

/// Whether the name of a transfer is the object of a predicate of which we do not know what it makes of it.
fn is_object(scene: &Scene<'_>, trigger: &Trigger<'_>) -> bool {
    let object = scene.lexicon.words.object.words.first();
    trigger.form == Form::Nominal
        && object.is_some_and(|w| scene.after(trigger.span.end).starts_with(w.as_str()))
}

fn negate(polarity: Polarity) -> Polarity {
    match polarity {
        Polarity::Positive => Polarity::Negative,
        Polarity::Negative => Polarity::Positive,
    }
}

/// How far it has got; `stage` is what the clause itself tells of it.
fn status(effect: Option<Effect>, asked: bool, polarity: Polarity, stage: TransferStatus) -> TransferStatus {
    match effect {
        _ if asked => TransferStatus::Requested,
        Some(Effect::Refuse) => TransferStatus::Refused,
        Some(Effect::Deny) => TransferStatus::Denied,
        Some(Effect::Offer) => TransferStatus::Offered,
        _ if polarity == Polarity::Negative => TransferStatus::Unknown,
        Some(Effect::Agree) => TransferStatus::Agreed,
        _ => stage,
    }
}

/// Whether the predicate is in the past: what is only thought to have been given has been, not offered (送ったと推定される).
fn is_past(scene: &Scene<'_>, trigger: &Trigger<'_>) -> bool {
    let tokens = scene.tokens();
    let next = tokens.partition_point(|t| t.span.end <= trigger.end);
    next.checked_sub(1).is_some_and(|last| scene.lexicon.words.past.has(tokens[last].lemma(scene.text)))
}

/// The speaker of the content that holds a trigger, when its subject, if it has none, must be he: before a predicate, or where
/// the words of attribution deny or intend.
pub(super) fn speaker_of_own(scene: &Scene<'_>, trigger: &Trigger<'_>) -> Option<ActorId> {
    let statement = scene.statement_at(trigger.span.start)?;
    let cue = statement.cue.map_or("", |span| span.of_text(scene.text));
    let own = |effect: Effect| {
        matches!(effect, Effect::Deny | Effect::Admit | Effect::Agree | Effect::Offer | Effect::Refuse)
    };
    let mut supports = scene.lexicon.supports.iter().filter(|s| own(s.effect));
    let meant = supports.any(|s| s.words.iter().any(|w| cue.contains(w.as_str())));
    let intended = read(scene, Scope::Cue, cue) == Some(Certainty::Probable);
    let acts = trigger.form == Form::Active && !is_judged(scene, trigger) || is_own_act(scene, trigger);
    (acts || meant || intended).then_some(statement.speaker).flatten()
}

/// Whether the clause is the object of a judgement, whose subject is not its own (武器を渡すことを非難する).
fn is_judged(scene: &Scene<'_>, trigger: &Trigger<'_>) -> bool {
    let after = scene.after(trigger.end);
    let words = &scene.lexicon.words;
    let object = words.nominalizers.words.iter().find_map(|noun| {
        let rest = after.strip_prefix(noun.as_str())?;
        words.object.words.iter().find_map(|particle| rest.strip_prefix(particle.as_str()))
    });
    let comments = || scene.lexicon.supports.iter().filter(|s| s.effect == Effect::Comment);
    object.is_some_and(|rest| comments().any(|s| s.words.iter().any(|w| rest.starts_with(w.as_str()))))
}

/// Whether the predicate over the name of a transfer leaves its subject out (供与を停止すると述べた), or denies that there is one.
fn is_own_act(scene: &Scene<'_>, trigger: &Trigger<'_>) -> bool {
    let Some((effect, span)) = trigger.support else { return false };
    let part = scene.lexicon.part(scene.after(trigger.span.end)).map(|(part, _)| part);
    let object = matches!(part, Some(Part::Object | Part::To));
    let none = || certainty::of_clause(scene.context, span).polarity == Polarity::Negative;
    match effect {
        Effect::Comment | Effect::Bar => false,
        Effect::Do if !object => none(),
        _ => object,
    }
}

/// The least sure of the words that follow the predicate in its scope, up to a clause of its own.
fn after(scene: &Scene<'_>, trigger: &Trigger<'_>) -> Option<Certainty> {
    let scope = scene.scope(trigger.span.start);
    let closes = scene.breaks.iter().find(|(end, kind)| *end > trigger.end && *kind != Break::Continues);
    // The closing particle itself may be the hedge (〜れば), so its clause is read with it.
    let end = closes.map_or(scope.end, |(end, _)| *end).min(scope.end);
    let words = scene.words(trigger.span.end.min(end), end);
    read(scene, Scope::After, words)
}

/// What the words that attribute the content say.
fn cue(scene: &Scene<'_>, trigger: &Trigger<'_>) -> Option<Certainty> {
    let statement = scene.statement_at(trigger.span.start)?;
    let cue = statement.cue?;
    let from = if cue.start >= statement.content.end { statement.content.end } else { cue.start };
    read(scene, Scope::Cue, scene.text.get(from as usize..cue.end as usize)?)
}

/// What ends a headline after a noun of giving: 供与か, 供与へ.
fn headline(scene: &Scene<'_>, trigger: &Trigger<'_>) -> Option<Certainty> {
    let rest = scene.after(trigger.span.end);
    let rest = rest.split([' ', '\u{3000}', '=', '\u{ff1d}', '―', '…']).next().unwrap_or(rest);
    let rules = scene.lexicon.outlooks.iter().filter(|o| o.scope == Scope::Headline);
    let hit = rules.filter(|o| o.words.iter().any(|w| w == rest));
    hit.filter_map(|o| Certainty::from_name(&o.certainty)).max()
}

fn read(scene: &Scene<'_>, scope: Scope, words: &str) -> Option<Certainty> {
    let rules = scene.lexicon.outlooks.iter().filter(|o| o.scope == scope);
    let hit = rules.filter(|o| o.words.iter().any(|w| words.contains(w.as_str())));
    hit.filter_map(|o| Certainty::from_name(&o.certainty)).max()
}

/// On whose word: the speaker of the innermost statement and those who relay it, then the same for the statements around it.
pub(super) fn chain(scene: &Scene<'_>, at: u32) -> Vec<ActorId> {
    let mut out: Vec<ActorId> = Vec::new();
    let around: Vec<&Statement> =
        scene.statements.iter().rev().filter(|s| s.content.holds(at)).copied().collect();
    for statement in around {
        let links = statement.speaker.into_iter().chain(statement.via.iter().map(|l| l.actor));
        for actor in links {
            if !out.contains(&actor) {
                out.push(actor);
            }
        }
    }
    out
}
