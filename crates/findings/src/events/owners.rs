//! Whose something is: the owners of what a phrase names, who did it, whom it concerns, who issued it.

use super::scene::Scene;
use tenkyo_lexicon::events::Slot;
use tenkyo_model::{Actor, ActorId, ActorKind};

/// How many phrases deep an owner is looked for (`ロシア軍の部隊の撤退`).
const DEPTH: usize = 2;

impl Scene<'_> {
    /// The actors that own what phrase `index` names: `ロシアの代表団`, `ロシア代表団`.
    pub(super) fn owners(&self, index: usize) -> Vec<ActorId> {
        let genitive = |slot| matches!(slot, Slot::No);
        let told = self.modifiers(index, DEPTH, &genitive).unwrap_or_else(|| self.compound_owner(index));
        let told = if told.is_empty() { self.listed_owners(index) } else { told };
        if told.is_empty() { self.issuer(index).into_iter().collect() } else { told }
    }

    /// The owners of the nouns that the list ends with phrase `index` names (`ロシアの戦車や装甲車が`).
    fn listed_owners(&self, index: usize) -> Vec<ActorId> {
        let member = |d: &&usize| {
            let phrase = &self.phrases[**d];
            **d + 1 == index && matches!(phrase.slot, Some(Slot::List | Slot::To)) && phrase.actors.is_empty()
        };
        let before = self.dependents(index).iter().find(member);
        before.map(|d| self.owners(*d)).unwrap_or_default()
    }

    /// The actors by whom what phrase `index` names is done (`テロリストによる攻撃`).
    pub(super) fn doers(&self, index: usize) -> Vec<ActorId> {
        let by = self.dependents(index).iter().filter(|d| self.phrases[**d].slot == Some(Slot::By));
        by.map(|d| self.participants(*d)).find(|a| !a.is_empty()).unwrap_or_default()
    }

    /// Who does what the clause that describes phrase `index` tells (`ロシアの決めた制裁`).
    pub(super) fn makers(&self, index: usize) -> Vec<ActorId> {
        let clauses = self.dependents(index).iter().filter(|d| self.described(**d) == Some(index));
        let subjects = clauses.flat_map(|c| self.dependents(*c));
        let acts = |d: &&usize| matches!(self.phrases[**d].slot, Some(Slot::Ga | Slot::No));
        subjects.filter(acts).map(|d| self.participants(*d)).find(|a| !a.is_empty()).unwrap_or_default()
    }

    /// The body that made the document that phrase `index` names: the last one named before it.
    fn issuer(&self, index: usize) -> Option<ActorId> {
        let span = self.phrases[index].words;
        let words = self.words(span);
        let ends = |list: &[String], with: &str| list.iter().any(|w| with.ends_with(w.as_str()));
        let kind = self.lexicon().words.issuers.iter().find(|i| ends(&i.documents, words))?;
        let last = |a: &Actor| {
            let named = a.mentions.iter().filter(|m| m.span.end <= span.start && !m.span.is_empty());
            named.map(|m| m.span.end).max()
        };
        let bodies = |end: &String| {
            let all = self.findings.actors.iter().enumerate();
            let named =
                all.filter(|(_, a)| a.kind == ActorKind::Organization && a.name.ends_with(end.as_str()));
            named.filter_map(|(i, a)| Some((last(a)?, ActorId(i as u32)))).max()
        };
        kind.bodies.iter().find_map(bodies).map(|(_, actor)| actor)
    }

    /// The actors with whom what phrase `index` names is shared: `ロシアとの関係`.
    pub(super) fn partners(&self, index: usize) -> Vec<ActorId> {
        let shared = |slot| matches!(slot, Slot::With | Slot::To);
        self.modifiers(index, DEPTH, &shared).unwrap_or_default()
    }

    /// The actors in any phrase that describes what phrase `index` names: `韓国への輸出規制`, `ロシアとの関係`, and owners.
    pub(super) fn concerned(&self, index: usize) -> Vec<ActorId> {
        let any = |slot| {
            matches!(slot, Slot::No | Slot::Against | Slot::With | Slot::Origin | Slot::By | Slot::Kara)
        };
        let told = self.modifiers(index, DEPTH, &any).unwrap_or_else(|| self.compound_owner(index));
        if told.is_empty() { self.issuer(index).into_iter().collect() } else { told }
    }

    /// The state in whose name the name of a body begins (`イギリス大使館`).
    pub(super) fn named_in(&self, body: ActorId) -> Option<ActorId> {
        let mut name = self.findings.actors.get(body.0 as usize)?.name.chars();
        name.next_back()?;
        self.names.at_start(name.as_str()).filter(|a| self.kind(*a) == ActorKind::State)
    }

    /// The state for which a body acts by its own name (`ロシア国境警備隊`).
    pub(super) fn state_behind(&self, body: ActorId) -> Option<ActorId> {
        let name = &self.findings.actors.get(body.0 as usize)?.name;
        let organ = self.lexicon().grammar.organs.iter().any(|end| name.ends_with(end.as_str()));
        let acts = organ && self.kind(body) == ActorKind::Organization && !self.is_medium(body);
        self.named_in(body).filter(|_| acts)
    }

    fn modifiers(&self, index: usize, depth: usize, fits: &dyn Fn(Slot) -> bool) -> Option<Vec<ActorId>> {
        let near =
            || self.dependents(index).iter().rev().filter(|d| self.phrases[**d].slot.is_some_and(fits));
        let named = near().map(|d| self.participants(*d)).find(|a| !a.is_empty());
        let deeper = || near().filter(|_| depth > 0).find_map(|d| self.modifiers(*d, depth - 1, fits));
        let compound = || near().map(|d| self.compound_owner(*d)).find(|a| !a.is_empty());
        named.or_else(deeper).or_else(compound)
    }

    fn compound_owner(&self, index: usize) -> Vec<ActorId> {
        let words = self.words(self.phrases[index].words);
        let after = words
            .rfind([':', ':', '=', '='])
            .map_or(words, |at| words[at..].trim_start_matches([':', ':', '=', '=']));
        self.names.all_at_start(after)
    }
}
