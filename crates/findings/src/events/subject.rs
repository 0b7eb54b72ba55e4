//! Who the subject of a clause is, also where it is left out.

use super::clause::{Clause, Voice};
use super::scene::Scene;
use super::told;
use tenkyo_lexicon::events::{Effect, Slot};
use tenkyo_model::{
    ActorId, ActorKind, BlockKind, EventType, Mode, Pos, Relation, Sentence, Statement, Token,
};
use tenkyo_text::Span;

/// How many heads upwards a subject is looked for.
const REACH: usize = 8;
/// How many sentences back a topic still holds.
const MEMORY: usize = 12;

/// The actors that are the subject of `clause`; empty when the clause has one that is no actor.
pub(super) fn of(scene: &Scene<'_>, clause: &Clause) -> Vec<ActorId> {
    for slot in [Slot::Ga, Slot::Topic] {
        let standing: Vec<_> = clause.phrases(slot).filter(|i| !means_both(scene, *i)).collect();
        let acting = standing.iter().rev().filter(|i| !is_adverbial(scene, **i));
        let found = acting.map(|i| standing_for(scene, *i, clause)).find(|a| !a.is_empty());
        if let Some(found) = found {
            return found;
        }
        let near =
            |topic: &usize| (*topic + 1..clause.predicate).all(|i| scene.phrases[i].predicate.is_none());
        let suffers = clause.voice == Voice::Undergone && standing.last().is_some_and(near);
        let whole = clause.phrases(Slot::Wo).next().is_some() || suffers;
        let acts = slot == Slot::Ga || whole;
        if acts && standing.iter().any(|i| !is_adverbial(scene, *i)) {
            return Vec::new();
        }
    }
    let described = clause.actors(scene, Slot::Head);
    if !described.is_empty() {
        return described;
    }
    let host = host(scene, clause);
    if !host.is_empty() {
        return host;
    }
    if let Some(voice) = voiced(scene, clause) {
        return holders(scene, voice);
    }
    let noun_is_subject =
        clause.held || (clause.noun != clause.predicate && scene.phrases[clause.noun].slot == Some(Slot::Ga));
    if noun_is_subject || describes_agent(scene, clause) {
        return Vec::new();
    }
    omitted(scene, clause)
}

/// Whether a topic that acts is the clause's own and no other clause stands between (`北朝鮮は関与を否定した`).
pub(super) fn is_beside(scene: &Scene<'_>, clause: &Clause) -> bool {
    let Some(topic) = clause.phrases(Slot::Topic).last() else { return false };
    let plain = (topic + 1..clause.predicate).all(|i| scene.phrases[i].predicate.is_none());
    plain && !scene.phrases[topic].actors.is_empty()
}

/// Whether the phrase only says that the sides named before act together (`双方が`).
fn means_both(scene: &Scene<'_>, index: usize) -> bool {
    let words = scene.words(scene.phrases[index].words);
    scene.phrases[index].actors.is_empty() && scene.lexicon().grammar.joint.iter().any(|j| j == words)
}

/// The body that acts though it stands as a place (`国防省では`).
fn host(scene: &Scene<'_>, clause: &Clause) -> Vec<ActorId> {
    let marked = |i: &usize| told::ends_with(scene, *i, &scene.lexicon().grammar.hosting);
    let hosts = clause.phrases(Slot::De).filter(marked).map(|i| scene.participants(i));
    let bodies = |a: &Vec<ActorId>| a.iter().all(|a| scene.kind(*a) == ActorKind::Organization);
    hosts.filter(|a| !a.is_empty()).find(bodies).unwrap_or_default()
}

/// The noun over the clause that says only that somebody holds so (`撤退を求める声`).
fn voiced(scene: &Scene<'_>, clause: &Clause) -> Option<usize> {
    let noun = scene.described(clause.predicate)?;
    let words = scene.words(scene.phrases[noun].words);
    scene.lexicon().grammar.voices.iter().any(|v| v == words).then_some(noun)
}

/// Who holds what the noun of phrase `voice` tells: its owners, else those from whom it comes.
fn holders(scene: &Scene<'_>, voice: usize) -> Vec<ActorId> {
    let owners = scene.owners(voice);
    if !owners.is_empty() {
        return owners;
    }
    let Some(head) = scene.heads[voice] else { return Vec::new() };
    let beside = scene.dependents(voice).iter().chain(scene.dependents(head));
    let from =
        beside.filter(|d| matches!(scene.phrases[**d].slot, Some(Slot::Kara | Slot::Origin | Slot::By)));
    from.map(|d| scene.participants(*d)).find(|a| !a.is_empty()).unwrap_or_default()
}

/// The actors that a clause without a subject of its own goes on about.
pub(super) fn omitted(scene: &Scene<'_>, clause: &Clause) -> Vec<ActorId> {
    if goes_on_about_others(scene, clause) || goes_on_about_thing(scene, clause) {
        return Vec::new();
    }
    let near = [
        below(scene, clause.predicate, clause.predicate),
        above(scene, clause),
        marked_before(scene, clause, Slot::Topic),
        said_before(scene, clause),
        marked_before(scene, clause, Slot::Ga),
    ];
    let near = near.into_iter().find(|a| !a.is_empty());
    if let Some(near) = near {
        return near;
    }
    let statement = scene.statement(clause.word).map(|(_, s)| s);
    let speaker = statement.and_then(|s| s.speaker);
    let others = |speaker: ActorId| {
        let own = scene.acting_for(speaker);
        before(scene, clause).into_iter().filter(|a| !own.contains(a)).collect::<Vec<_>>()
    };
    if is_judged(scene, clause.predicate) {
        return speaker.map(others).unwrap_or_default();
    }
    let accused = speaker.filter(|_| statement.is_some_and(|s| charges(scene, s))).map(others);
    let mut found = match accused {
        Some(accused) if !accused.is_empty() => accused,
        _ if speaker.is_some() => statement.map(|s| scene.speakers(s)).unwrap_or_default(),
        _ => before(scene, clause),
    };
    found.retain(|a| !scene.is_medium(*a));
    if found.is_empty() { marked_before(scene, clause, Slot::Ga) } else { found }
}

/// Whether the clause of phrase `index` is the object of a criticism, whose subject is not its own (`武器を渡すことを非難する`).
fn is_judged(scene: &Scene<'_>, index: usize) -> bool {
    let noun = scene.heads[index].filter(|shell| scene.phrases[*shell].slot == Some(Slot::Wo));
    let verb = noun.and_then(|shell| scene.heads[shell]);
    let Some(lemma) = verb.and_then(|verb| scene.lemma(verb)) else { return false };
    scene.lexicon().of_predicate(lemma).any(|f| f.kind == EventType::Accuse && f.with.is_empty())
}

/// Whether the clause goes on from one whose subject is a number of people (`数千人が庁舎を囲み、退陣を求めた`).
fn goes_on_about_others(scene: &Scene<'_>, clause: &Clause) -> bool {
    let nobody = |i: &&usize| {
        let subject = scene.phrases[**i].slot == Some(Slot::Ga) && scene.phrases[**i].actors.is_empty();
        subject && scene.counts_people(**i) && scene.owners(**i).is_empty()
    };
    joined_before(scene, clause).is_some_and(|joined| scene.dependents(joined).iter().find(nobody).is_some())
}

/// Whether the passive clause goes on from one whose topic names no actor (`同船は銃撃を受け、拿捕された`).
fn goes_on_about_thing(scene: &Scene<'_>, clause: &Clause) -> bool {
    let thing = |i: &usize| {
        let topic = scene.phrases[*i].slot == Some(Slot::Topic) && !is_adverbial(scene, *i);
        topic && scene.phrases[*i].actors.is_empty() && scene.owners(*i).is_empty()
    };
    let passive = clause.voice == Voice::Passive && clause.noun == clause.predicate;
    passive && joined_before(scene, clause).is_some_and(|b| scene.dependents(b).iter().any(thing))
}

/// Whether the words that attribute the statement criticise: then it is about the other side.
fn charges(scene: &Scene<'_>, statement: &Statement) -> bool {
    let Some(cue) = statement.cue.map(|cue| scene.words(cue)) else { return false };
    let frames = scene
        .lexicon()
        .frames
        .iter()
        .filter(|f| f.kind == EventType::Accuse && f.quoted.is_none() && f.with.is_empty());
    frames.flat_map(|f| &f.acts).any(|act| cue.starts_with(act.as_str()))
}

/// The last subject before the clause within the statement that holds both.
fn said_before(scene: &Scene<'_>, clause: &Clause) -> Vec<ActorId> {
    let inside = scene.statement(clause.word).is_some_and(|(_, s)| s.mode != Mode::Direct);
    let transitive = clause.noun != clause.predicate || clause.phrases(Slot::Wo).next().is_some();
    if inside && transitive { marked_before(scene, clause, Slot::Ga) } else { Vec::new() }
}

/// The last topic (or subject) before the clause in its sentence, within the same quotation.
pub(super) fn marked_before(scene: &Scene<'_>, clause: &Clause, slot: Slot) -> Vec<ActorId> {
    let Some(sentence) = scene.sentence(clause.predicate) else { return Vec::new() };
    let quoted = |span| scene.statement(span).map(|(index, _)| index);
    let here = quoted(clause.word);
    let before = (sentence.bunsetsu.start..clause.predicate).rev();
    let topics = before.filter(|i| scene.phrases[*i].slot == Some(slot));
    let near = topics.filter(|i| quoted(scene.phrases[*i].words) == here);
    let acting = |i: usize| {
        let named = scene.participants(i);
        if named.is_empty() && slot == Slot::Ga { scene.owners(i) } else { named }
    };
    near.map(acting).find(|a| !a.is_empty()).unwrap_or_default()
}

/// The other side told in the clauses that this one, or one of the `reach` heads from it upwards, goes on from (`YがXに武器を渡し、その見返りに支援を受ける`).
pub(super) fn partner(scene: &Scene<'_>, clause: &Clause, reach: usize) -> Vec<ActorId> {
    let slots = [Slot::Ni, Slot::To, Slot::Against];
    let mut at = clause.predicate;
    for _ in 0..reach {
        let before = scene.dependents(at).iter().rev().filter(|d| **d < clause.predicate);
        let joined = before.filter(|d| scene.phrases[**d].predicate.is_some());
        let phrases = joined.flat_map(|c| scene.dependents(*c));
        let mut theirs = phrases.filter(|i| scene.phrases[**i].slot.is_some_and(|s| slots.contains(&s)));
        let found = theirs.find_map(|i| Some(scene.participants(*i)).filter(|a| !a.is_empty()));
        match (found, scene.heads[at]) {
            (Some(found), _) => return found,
            (None, Some(head)) => at = head,
            (None, None) => break,
        }
    }
    Vec::new()
}

/// Who acts in the clause that this passive one goes on from, where that tells something undergone too
/// (`武装集団に襲われ、職員が連れ去られた`, `警備隊の銃撃を受け、拿捕された`).
pub(super) fn agent_before(scene: &Scene<'_>, clause: &Clause) -> Vec<ActorId> {
    let undergone = |lemma| {
        let mut lights = scene.lexicon().words.light_verbs(lemma);
        lights.any(|l| l.effect == Effect::Undergone)
    };
    let suffers = |i: &usize| {
        let passive = scene.phrases[*i].predicate.is_some_and(|p| p.passive);
        passive || scene.lemma(*i).is_some_and(undergone)
    };
    let before = joined_before(scene, clause).filter(suffers);
    let agents = [Slot::By, Slot::Kara, Slot::Ni];
    let beside = || before.into_iter().flat_map(|b| scene.dependents(b).iter().copied());
    let acting = beside().filter(|d| scene.phrases[*d].slot.is_some_and(|s| agents.contains(&s)));
    let found =
        acting.map(|d| scene.participants(d)).find(|a| a.iter().any(|a| scene.kind(*a) != ActorKind::Place));
    let blow = || beside().filter(|d| scene.phrases[*d].slot == Some(Slot::Wo)).map(|d| scene.owners(d));
    found.or_else(|| blow().find(|a| !a.is_empty())).unwrap_or_default()
}

/// Whether the clause goes on from one whose subject is no actor and belongs to none (`同船は砲撃を受け、沈められた`).
pub(super) fn goes_on_about_things(scene: &Scene<'_>, clause: &Clause) -> bool {
    let marked = |i: &usize| matches!(scene.phrases[*i].slot, Some(Slot::Ga | Slot::Topic));
    let subjects = joined_before(scene, clause).into_iter().flat_map(|b| scene.dependents(b)).copied();
    let last = subjects.filter(marked).rfind(|i| !is_adverbial(scene, *i));
    last.is_some_and(|i| standing_for(scene, i, clause).is_empty())
}

/// The clause of the sentence that the predicate goes on from.
fn joined_before(scene: &Scene<'_>, clause: &Clause) -> Option<usize> {
    let joined = |d: &usize| {
        let goes_on = scene.context.analysis.bunsetsu[*d].relation == Relation::Predicate;
        *d < clause.predicate && goes_on && scene.phrases[*d].predicate.is_some()
    };
    scene.dependents(clause.predicate).iter().copied().rev().find(joined)
}

/// With whom the clauses before in the sentence say that something is done (`Yと会談し、…することで合意した`).
pub(super) fn companion(scene: &Scene<'_>, clause: &Clause) -> Vec<ActorId> {
    let Some(sentence) = scene.sentence(clause.predicate) else { return Vec::new() };
    let verbal = |i: &usize| scene.heads[*i].is_some_and(|h| scene.phrases[h].predicate.is_some());
    let before = (sentence.bunsetsu.start..clause.predicate).rev();
    let mut with = before.filter(|i| scene.phrases[*i].slot == Some(Slot::To)).filter(verbal);
    with.find_map(|i| Some(scene.participants(i)).filter(|a| !a.is_empty())).unwrap_or_default()
}

/// The other side of the clause that this one hangs on (`条約を締結したうえで続けることをYに提案する`).
pub(super) fn addressed(scene: &Scene<'_>, clause: &Clause) -> Vec<ActorId> {
    let verbal = |h: &usize| scene.phrases[*h].predicate.is_some();
    let above = scene.heads[clause.predicate];
    // `送ることを決めた`: the clause hangs on a noun that the predicate governs.
    let shell = || above.and_then(|h| scene.heads[h]).filter(|_| scene.described(clause.predicate).is_some());
    let Some(head) = above.filter(verbal).or_else(|| shell().filter(verbal)) else {
        return Vec::new();
    };
    let slots = [Slot::Ni, Slot::To, Slot::Against];
    let theirs =
        scene.dependents(head).iter().filter(|d| scene.phrases[**d].slot.is_some_and(|s| slots.contains(&s)));
    let mut found = theirs.map(|d| scene.participants(*d)).find(|a| !a.is_empty()).unwrap_or_default();
    found.retain(|a| scene.kind(*a) != ActorKind::Place);
    found
}

/// Whether the clause stands before a noun for somebody who acts and so tells what that one does.
fn describes_agent(scene: &Scene<'_>, clause: &Clause) -> bool {
    let phrase = &scene.phrases[clause.predicate];
    let next = scene.heads[clause.predicate].filter(|h| *h == clause.predicate + 1);
    let adnominal = phrase.slot.is_none() && !phrase.ends_with_comma && phrase.predicate.is_some();
    let Some(head) = next.filter(|_| adnominal) else { return false };
    let words = scene.words(scene.phrases[head].words);
    let within = |agent: &String| agent.chars().count() > 1 && words.contains(agent.as_str());
    scene.lexicon().grammar.agents.iter().any(|agent| words.ends_with(agent.as_str()) || within(agent))
}

/// The actors that phrase `index` stands for: named, first person, or owner of a body that acts for it.
pub(super) fn standing_for(scene: &Scene<'_>, index: usize, clause: &Clause) -> Vec<ActorId> {
    let named = scene.participants(index);
    if !named.is_empty() {
        return named;
    }
    let words = scene.words(scene.phrases[index].words);
    if scene.lexicon().grammar.first_person.iter().any(|w| w == words) {
        return scene.statement(clause.word).and_then(|(_, s)| s.speaker).into_iter().collect();
    }
    scene.owners(index)
}

/// The subject of a clause that this one goes on from (`YはAを訪れ、Bを要請した`).
fn below(scene: &Scene<'_>, index: usize, until: usize) -> Vec<ActorId> {
    let joined = |d: &&usize| {
        let phrase = &scene.phrases[**d];
        phrase.predicate.is_some() && scene.context.analysis.bunsetsu[**d].relation == Relation::Predicate
    };
    for clause in scene.dependents(index).iter().rev().filter(|d| **d < until).filter(joined) {
        for slot in [Slot::Topic, Slot::Ga] {
            let subjects =
                scene.dependents(*clause).iter().rev().filter(|d| scene.phrases[**d].slot == Some(slot));
            let found = subjects.map(|d| scene.participants(*d)).find(|a| !a.is_empty());
            if let Some(found) = found {
                return found;
            }
        }
    }
    Vec::new()
}

/// The subject of the clauses that this one hangs on.
pub(super) fn above(scene: &Scene<'_>, clause: &Clause) -> Vec<ActorId> {
    let mut at = clause.predicate;
    let quoted = |span| scene.statement(span).map(|(index, _)| index);
    let here = quoted(clause.word);
    for _ in 0..REACH {
        let Some(head) = scene.heads[at] else { break };
        let start = scene.phrases[head].words.start;
        if here.is_some() && quoted(Span { start, end: start }) != here {
            break;
        }
        for slot in [Slot::Topic, Slot::Ga] {
            // A subject that stands after the clause is another's (`辞職した際、政府が`).
            let named = |d: &&usize| {
                let before = slot == Slot::Topic || **d < clause.predicate;
                **d != at && before && scene.phrases[**d].slot == Some(slot) && !is_adverbial(scene, **d)
            };
            if let Some(theirs) = scene.dependents(head).iter().rev().find(named) {
                let found = scene.participants(*theirs);
                let found = if found.is_empty() { scene.owners(*theirs) } else { found };
                return found;
            }
        }
        let joined = below(scene, head, clause.predicate);
        if !joined.is_empty() {
            return joined;
        }
        at = head;
    }
    Vec::new()
}

/// Whether the phrase names a time or the like, which is nobody's subject (`在任中は`).
pub(super) fn is_adverbial(scene: &Scene<'_>, index: usize) -> bool {
    let tokens = &scene.context.analysis.tokens[scene.phrases[index].content.clone()];
    let timely = |t: &Token| t.pos == Pos::Suffix && t.is_adverbial();
    let class = |t: &Token| matches!(t.pos, Pos::AdverbialNoun | Pos::Counter | Pos::DependentNoun);
    let counted = |t: &Token| scene.lexicon().grammar.counting.iter().any(|c| c == scene.words(t.span));
    tokens.last().is_some_and(|t| (class(t) && !counted(t)) || timely(t))
}

/// The topic of the sentences before, else the subject of the last of them; a topic that is nobody ends the search.
pub(super) fn before(scene: &Scene<'_>, clause: &Clause) -> Vec<ActorId> {
    let sentences = &scene.context.analysis.sentences;
    let Some(here) = scene.context.analysis.sentence_at(clause.word.start) else { return Vec::new() };
    let told = |s: &&Sentence| scene.block_kind(s.span) != Some(BlockKind::Title);
    let earlier = sentences[..here].iter().rev().filter(told).take(MEMORY);
    for (distance, sentence) in earlier.enumerate() {
        let marked = |slot| {
            let phrases = sentence.bunsetsu.clone().filter(move |i| scene.phrases[*i].slot == Some(slot));
            let told = phrases.filter(|i| {
                scene.statement(scene.phrases[*i].words).is_none_or(|(_, s)| s.mode != Mode::Direct)
            });
            told.filter(|i| !is_adverbial(scene, *i)).collect::<Vec<_>>()
        };
        let topics = marked(Slot::Topic);
        let named =
            |phrases: &[usize]| phrases.iter().map(|i| scene.participants(*i)).find(|a| !a.is_empty());
        if let Some(found) = named(&topics) {
            return found;
        }
        if !topics.is_empty() && distance > 0 {
            break;
        }
        let last = sentence.bunsetsu.end.checked_sub(1);
        let subjects = marked(Slot::Ga);
        let main: Vec<_> = subjects.iter().copied().filter(|i| scene.heads[*i] == last).collect();
        let found = named(&main).or_else(|| named(&subjects).filter(|_| topics.is_empty()));
        if let Some(found) = found.filter(|_| distance == 0) {
            return found;
        }
    }
    Vec::new()
}
