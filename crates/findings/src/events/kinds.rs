//! What kind of actor or phrase something is, as far as events ask.

use super::scene::Scene;
use tenkyo_lexicon::events::Participants;
use tenkyo_model::{ActorId, ActorKind, Pos};

impl Scene<'_> {
    /// Whether phrase `index` ends with a count of people (`将兵ら計57人`).
    pub(super) fn counts_people(&self, index: usize) -> bool {
        let content = &self.context.analysis.tokens[self.phrases[index].content.clone()];
        let counting = &self.lexicon().grammar.counting;
        content.iter().any(|t| t.pos == Pos::Number)
            && content.last().is_some_and(|t| counting.iter().any(|c| c == self.words(t.span)))
    }

    /// Whether the actor is a group of people who act only of themselves, such as residents or journalists: no armed men, no body.
    pub(super) fn is_unarmed(&self, actor: ActorId) -> bool {
        let name = self.findings.actors.get(actor.0 as usize).map_or("", |a| a.name.as_str());
        let fitting =
            |p: &Participants| p.words.iter().filter(|w| name.ends_with(w.as_str())).map(String::len).max();
        let classes = self.lexicon().participants.iter();
        let nearest = classes.filter_map(|p| Some((fitting(p)?, p))).max_by_key(|(length, _)| *length);
        self.kind(actor) == ActorKind::Group && nearest.is_some_and(|(_, class)| !class.acts.is_empty())
    }

    /// Whether the actor is a place on the land of a state, or one that nothing is known of.
    pub(super) fn is_land(&self, actor: ActorId) -> bool {
        self.kind(actor) == ActorKind::Place && self.known(actor).is_none_or(|k| k.of.is_some())
    }

    /// The state that the article names most, the first of those named alike.
    pub(super) fn main_state(&self) -> Option<ActorId> {
        let states = (0..self.findings.actors.len()).map(|i| ActorId(i as u32));
        let states = states.filter(|a| self.kind(*a) == ActorKind::State);
        states.rev().max_by_key(|a| self.weight(*a))
    }
}
