//! Answers: who refuses, denies, accepts or defies answers the one who asked, charged, offered or warned before.

use super::clause::Clause;
use super::evoke::Evoked;
use super::scene::Scene;
use tenkyo_lexicon::events::Counterpart;
use tenkyo_model::{ActorId, EventType};

/// How far back, in sentences, what is answered may stand.
const REACH: usize = 12;

/// Gives each answer that names no other side the one whom it answers; an answer that answers nobody is none.
pub(super) fn settle(scene: &Scene<'_>, found: &mut Vec<Evoked<'_>>) {
    for index in 0..found.len() {
        let (before, rest) = found.split_at_mut(index);
        let answer = &mut rest[0];
        let asked = before.iter().rev().find(|e| answers(answer) && is_asked(scene, e, answer));
        let Some(asked) = asked else {
            if answer.frame.counterpart.contains(&Counterpart::Deed) && !answer.roles.named {
                let done = before.iter().rev().find(|e| is_deed(scene, e, answer));
                answer.roles.target =
                    done.map_or_else(|| answer.roles.target.clone(), |e| e.roles.source.clone());
            }
            continue;
        };
        if !answer.roles.named {
            answer.roles.target = asked.roles.source.clone();
        }
        answer.answers = Some(asked.clause.clone());
    }
    found.retain(|e| e.frame.lone || !e.roles.target.is_empty());
}

fn answers(evoked: &Evoked<'_>) -> bool {
    evoked.frame.counterpart.contains(&Counterpart::Exchange)
}

/// Whether `done` is a deed that `charge` may be about.
fn is_deed(scene: &Scene<'_>, done: &Evoked<'_>, charge: &Evoked<'_>) -> bool {
    use EventType::*;
    let hostile = matches!(done.frame.kind, Assault | Coerce | Mobilize | Sanction | Threaten);
    let whole = |side: &[ActorId]| side.iter().flat_map(|a| scene.acting_for(*a)).collect::<Vec<_>>();
    let accusing = whole(&charge.roles.source);
    let own = whole(&done.roles.source).iter().any(|a| accusing.contains(a));
    hostile && !own && near(scene, &done.clause, &charge.clause)
}

/// Whether `asked` may be what `answer` answers: it was put to those who answer, not long before.
fn is_asked(scene: &Scene<'_>, asked: &Evoked<'_>, answer: &Evoked<'_>) -> bool {
    use EventType::*;
    let stirs = matches!(asked.frame.kind, Request | Accuse | Threaten | Agree | Sanction);
    let refused = matches!(asked.frame.kind, Request | Agree) || answer.frame.kind != Agree;
    stirs && refused && near(scene, &asked.clause, &answer.clause) && put_to(scene, asked, answer)
}

fn near(scene: &Scene<'_>, asked: &Clause, answer: &Clause) -> bool {
    let sentence = |c: &Clause| scene.context.analysis.sentence_at(c.word.start).unwrap_or(0);
    asked.word.end <= answer.word.start && sentence(asked) + REACH >= sentence(answer)
}

fn put_to(scene: &Scene<'_>, asked: &Evoked<'_>, answer: &Evoked<'_>) -> bool {
    let whole = |side: &[ActorId]| side.iter().flat_map(|a| scene.acting_for(*a)).collect::<Vec<_>>();
    let (answering, asking) = (whole(&answer.roles.source), whole(&asked.roles.source));
    let to = whole(&asked.roles.target);
    let own = answering.iter().any(|a| asking.contains(a));
    let told = answer.roles.target.iter().flat_map(|a| scene.acting_for(*a)).any(|a| asking.contains(&a));
    let meant = |a: &ActorId| answering.iter().any(|b| b == a || scene.namesake(*a, *b));
    !own && to.iter().any(meant) && (!answer.roles.named || told)
}
