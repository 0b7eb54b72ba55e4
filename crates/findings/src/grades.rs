//! Admiralty grades of events and transfers, computed from data: how reliable the source of each is by its kind, and how credible the
//! information by who else in the article says or denies it. Each grade lists its reasons.
//!
//! Entry point: [`find`]. The letters and numbers are `data/ja/grade/grades.toml`.

use crate::Context;
use crate::transfers::{is_official, is_same_class, side_of};
use std::collections::BTreeSet;
use tenkyo_lexicon::grades::{SourceKind, Standing};
use tenkyo_model::{
    Actor, ActorId, ActorKind, Certainty, Diagnostic, Event, Findings, Grade, Grades, Polarity, Reason,
    Transfer, TransferStatus,
};

/// Adds the grades.
pub fn find(context: Context<'_>, findings: &mut Findings, _diagnostics: &mut Vec<Diagnostic>) {
    let sides = (0..findings.actors.len()).map(|i| side_of(context, findings, i)).collect();
    let grader = Grader { context, findings, sides };
    findings.grades = Grades {
        events: findings.events.iter().map(|e| grader.event(e)).collect(),
        transfers: findings.transfers.iter().map(|t| grader.transfer(t)).collect(),
    };
}

struct Grader<'a> {
    context: Context<'a>,
    findings: &'a Findings,
    /// For each actor the state or body that it acts for.
    sides: Vec<ActorId>,
}

impl Grader<'_> {
    fn transfer(&self, t: &Transfer) -> Grade {
        let parties: Vec<ActorId> = t.giver.into_iter().chain(t.receiver).collect();
        let same = |o: &&Transfer| {
            let way = |t: &Transfer| (t.giver.map(|a| self.side(a)), t.receiver.map(|a| self.side(a)));
            way(o) == way(t) && is_same_class(&self.context.lexicon.transfers, &o.category, &t.category)
        };
        let others: Vec<&Transfer> = self.findings.transfers.iter().filter(same).collect();
        let says = |t: &Transfer| t.polarity == Polarity::Positive && t.status != TransferStatus::Denied;
        // What may be so is no support of what is.
        let sure = |t: &Transfer| says(t) && t.certainty <= Certainty::Probable;
        let roots = self.roots(others.iter().filter(|o| sure(o)).map(|o| &o.according_to[..]));
        let denied = others.iter().any(|o| o.status == TransferStatus::Denied);
        self.grade(&t.according_to, &parties, standing(says(t), roots.len(), denied), &roots)
    }

    fn event(&self, e: &Event) -> Grade {
        let parties: Vec<ActorId> = e.source.iter().chain(&e.target).copied().collect();
        let sides =
            |actors: &[ActorId]| -> BTreeSet<ActorId> { actors.iter().map(|a| self.side(*a)).collect() };
        let same = |o: &&Event| {
            o.kind == e.kind && sides(&o.source) == sides(&e.source) && sides(&o.target) == sides(&e.target)
        };
        let others: Vec<&Event> = self.findings.events.iter().filter(same).collect();
        let says = |e: &Event| e.polarity == Polarity::Positive;
        let sure = |e: &Event| says(e) && e.certainty <= Certainty::Probable;
        let dated = |o: &&&Event| o.date == e.date || o.date.is_none() || e.date.is_none();
        let roots = self.roots(others.iter().filter(|o| sure(o)).filter(dated).map(|o| &o.according_to[..]));
        let denied = others.iter().filter(dated).any(|o| !says(o));
        self.grade(&e.according_to, &parties, standing(says(e), roots.len(), denied), &roots)
    }

    fn side(&self, actor: ActorId) -> ActorId {
        self.sides[actor.0 as usize]
    }

    /// The independent first sources of several chains: those who act for one state are one. `None` is the article itself.
    fn roots<'c>(&self, chains: impl Iterator<Item = &'c [ActorId]>) -> BTreeSet<Option<ActorId>> {
        chains.map(|chain| chain.first().map(|a| self.side(*a))).collect()
    }

    fn grade(
        &self,
        chain: &[ActorId],
        parties: &[ActorId],
        standing: Standing,
        roots: &BTreeSet<Option<ActorId>>,
    ) -> Grade {
        let rules = &self.context.lexicon.grades;
        let outlet = self.outlet();
        let root = chain.first().copied().or(outlet);
        let kind = root.map_or(SourceKind::Unknown, |a| self.kind(a, parties));
        let name = root.map_or("the article", |a| &self.actor(a).name);
        let mut grade = Grade { source: 'F', information: 6, reasons: Vec::new() };
        if let Some(rule) = rules.source.get(&kind) {
            grade.source = rule.grade;
            let text = format!("{name}: {}", rule.reason);
            grade.reasons.push(Reason { rule: rule.id.clone(), text });
        }
        if let Some(rule) = rules.information.get(&standing) {
            grade.information = rule.grade;
            let named = |r: &Option<ActorId>| r.map_or("the article", |a| &self.actor(a).name);
            let from = roots.iter().map(named).collect::<Vec<_>>().join(", ");
            let text = if from.is_empty() { rule.reason.clone() } else { format!("{}: {from}", rule.reason) };
            grade.reasons.push(Reason { rule: rule.id.clone(), text });
        }
        grade
    }

    fn actor(&self, actor: ActorId) -> &Actor {
        &self.findings.actors[actor.0 as usize]
    }

    /// The outlet of the article, when it is one of its actors.
    fn outlet(&self) -> Option<ActorId> {
        let name = self.context.article.declared.outlet.as_deref()?;
        let at = self.findings.actors.iter().position(|a| a.name == name)?;
        Some(ActorId(at as u32))
    }

    /// What kind of source an actor is in a matter of `parties`.
    fn kind(&self, actor: ActorId, parties: &[ActorId]) -> SourceKind {
        let rules = &self.context.lexicon.grades;
        let found = self.actor(actor);
        let known = &self.context.lexicon.actors;
        let entry = found.knowledge.as_deref().and_then(|id| known.by_id(id)).map(|i| known.get(i));
        match entry.and_then(|k| k.class.as_deref()) {
            Some("media") => {
                let owned = entry.and_then(|k| k.of.as_deref()).is_some_and(|of| rules.state_media.has(of));
                let run = rules.state_run.words.iter().any(|w| found.name.contains(w.as_str()));
                let kind = rules.medium(&found.name).unwrap_or(SourceKind::Media);
                return if owned && run { SourceKind::StateMedia } else { kind };
            }
            Some("body") => return SourceKind::Body,
            _ => {}
        }
        // 地元紙, ウクライナのテレビ局: a medium that is not named.
        let unknown = entry.is_none() && matches!(found.kind, ActorKind::Group | ActorKind::Organization);
        if let Some(kind) = rules.medium(&found.name).filter(|_| unknown) {
            return kind;
        }
        let side = self.side(actor);
        let own = parties.iter().any(|p| self.side(*p) == side);
        match found.kind {
            ActorKind::Group if rules.officials.words.iter().any(|w| found.name.contains(w.as_str())) => {
                SourceKind::AnonymousOfficial
            }
            ActorKind::Group => SourceKind::Anonymous,
            _ if self.actor(side).kind != ActorKind::State && !is_official(self.context, found) => {
                SourceKind::Named
            }
            _ if own => SourceKind::Party,
            _ => SourceKind::Official,
        }
    }
}

/// How a piece of information stands: who says it, and whether somebody denies it.
fn standing(says: bool, roots: usize, denied: bool) -> Standing {
    match (says, roots, denied) {
        (true, 2.., false) => Standing::Corroborated,
        (true, 2.., true) => Standing::Disputed,
        (true, _, true) => Standing::Denied,
        (false, 1.., _) => Standing::Denial,
        _ => Standing::Alone,
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::Desk;

    fn grades(text: &str) -> Vec<String> {
        let (_, findings) = Desk::new().read(text);
        let all = findings.grades.transfers.iter();
        all.map(|g| format!("{}{} {}", g.source, g.information, g.reasons.len())).collect()
    }

    #[test]
    fn one_source_cannot_be_judged() {
        assert_eq!(grades("韓国国防省は、北朝鮮がロシアに砲弾を供与したと発表した。"), ["B6 2"]);
    }

    #[test]
    fn a_denial_and_a_second_source_change_the_number() {
        let text = "韓国政府は、北朝鮮がロシアに砲弾を供与したと発表した。\
                    米国のカービー補佐官は、北朝鮮がロシアに砲弾を供与したと述べた。\
                    ロシアのペスコフ報道官は砲弾の供与を否定した。";
        assert_eq!(grades(text), ["B3 2", "B3 2", "C4 2"]);
    }

    #[test]
    fn what_may_be_is_no_support() {
        let text = "韓国政府は、北朝鮮がロシアに砲弾を供与したと発表した。\
                    米国のカービー補佐官は、北朝鮮がロシアに砲弾を供与した可能性があると述べた。";
        assert_eq!(grades(text), ["B6 2", "B6 2"]);
    }

    #[test]
    fn media_have_kinds() {
        let by = |name: &str| grades(&format!("{name}は、北朝鮮がロシアに砲弾を供与したと報じた。"));
        assert_eq!(by("ロイター通信"), ["B6 2"]);
        assert_eq!(by("朝鮮中央通信"), ["D6 2"]);
    }

    #[test]
    fn nobody_named_is_f() {
        assert_eq!(grades("複数の専門家は、北朝鮮がロシアに砲弾を供与したと述べた。"), ["F6 2"]);
    }
}
