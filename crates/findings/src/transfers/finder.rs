//! Names around a trigger by their part, and what rules a filled-in party out.

use super::scene::{Clause, Name, Scene};
use super::trigger::{Form, Trigger};
use tenkyo_lexicon::transfers::Part;
use tenkyo_model::{ActorId, ActorKind, Bunsetsu, Pos, Relation};
use tenkyo_text::Span;

/// Names that stand together.
pub(super) type Group = Vec<ActorId>;

/// Finds names by their part.
pub(super) struct Finder<'s, 'a> {
    pub scene: &'s Scene<'a>,
    pub trigger: &'s Trigger<'a>,
    pub clause: Clause,
    /// The words for what is given, when it is named.
    pub item: Option<Span>,
}

impl Finder<'_, '_> {
    /// The names of the clause with this part, those nearest to the trigger; then those between it and its support.
    pub fn near(&self, part: Part) -> Group {
        let fits =
            |n: &Name, from: u32, to: u32| n.part == Some(part) && n.span.start >= from && n.span.end <= to;
        let names = &self.scene.names;
        let trigger = self.trigger.span;
        let own = |n: &Name| fits(n, self.clause.start, trigger.start) && !self.belongs_elsewhere(n);
        let before = names.iter().rposition(own);
        let after = || names.iter().position(|n| fits(n, trigger.end, self.trigger.end) && !n.attributive);
        let found = before.or_else(after).map(|i| self.group(i, part)).unwrap_or_default();
        if found.is_empty() && part == Part::To { self.goal() } else { found }
    }

    /// Where the goods go without a marker of their own: a place in a larger phrase, or the one that the clause describes.
    fn goal(&self) -> Group {
        let place = self.place();
        if place.is_empty() { self.described() } else { place }
    }

    /// Whether an active clause without a subject describes an actor: 北朝鮮に武器を売ったロシア.
    fn describes_giver(&self) -> bool {
        !matches!(self.trigger.form, Form::Passive | Form::Benefactive) && !self.described_actor().is_empty()
    }

    /// The actor that stands directly after the predicate.
    fn described_actor(&self) -> Group {
        let end = self.trigger.support.map_or(self.trigger.end, |(_, span)| span.end.max(self.trigger.end));
        let directly = |n: &&Name| n.span.start == end && end > self.trigger.span.end;
        self.scene.names.iter().find(directly).map(|n| n.actor).into_iter().collect()
    }

    /// The state that a passive clause describes: 北朝鮮兵が派遣されたクルスク州.
    fn described(&self) -> Group {
        let directly = |n: &&Name| n.span.start == self.trigger.end && n.kind == ActorKind::State;
        let found = self.scene.names.iter().find(directly).filter(|_| self.trigger.form == Form::Passive);
        found.map(|n| n.actor).into_iter().collect()
    }

    /// The state of a place that goods go to: ロシア西部のクルスク州に, ウクライナ東部へ.
    fn place(&self) -> Group {
        let names = self.scene.names.iter();
        let goal = |b: &Bunsetsu| matches!(b.relation, Relation::Ni | Relation::He) && self.is_own(b);
        let analysis = self.scene.context.analysis;
        let within = |n: &Name| {
            let Some(at) = analysis.bunsetsu_at(n.span.start) else { return false };
            let own = &analysis.bunsetsu[at];
            let next = own.head.map(|h| &analysis.bunsetsu[h]);
            let station = |b: &Bunsetsu| {
                let words = &self.scene.lexicon.words.stations;
                let name = analysis.tokens[b.tokens.clone()].iter();
                name.clone().any(|t| t.pos == Pos::Place || words.tail_of(&self.scene.text[t.span]).is_some())
            };
            let inside = own.relation == Relation::No && next.is_some_and(goal);
            n.part.is_none() && (goal(own) || inside)
                || n.part == Some(Part::Of) && inside && next.is_some_and(station)
        };
        let state =
            |n: &&Name| n.kind == ActorKind::State && n.span.end <= self.trigger.span.start && within(n);
        names.filter(state).map(|n| n.actor).next_back().into_iter().collect()
    }

    /// Whether a bunsetsu of the clause depends on the trigger.
    fn is_own(&self, bunsetsu: &Bunsetsu) -> bool {
        let head = self.scene.context.analysis.bunsetsu_at(self.trigger.span.start);
        bunsetsu.head == head && head.is_some() && bunsetsu.span.start >= self.clause.start
    }

    /// Whether the goods go to a named place that is no actor's (台湾近海に), so that nobody may be filled in.
    pub fn has_other_goal(&self) -> bool {
        use Pos::{Organization, Person, Place, Proper};
        let analysis = self.scene.context.analysis;
        let sentence = &analysis.sentences[self.scene.sentence];
        let named = |b: &Bunsetsu| {
            let tokens = analysis.tokens[b.tokens.clone()].iter();
            let proper = tokens.clone().any(|t| matches!(t.pos, Organization | Person | Place | Proper));
            proper && !self.scene.names.iter().any(|n| n.span.overlaps(b.span) && n.part.is_some())
        };
        let goal = |b: &Bunsetsu| matches!(b.relation, Relation::Ni | Relation::He) && self.is_own(b);
        let nobody = &self.scene.lexicon.words.nobody.words;
        let clause = self.scene.words(self.clause.start, self.trigger.span.start);
        let to_nobody = nobody.iter().filter_map(|w| clause.rfind(w.as_str()).map(|at| at + w.len()));
        let marked = |at: usize| {
            self.scene
                .lexicon
                .part(&clause[at..])
                .is_some_and(|(part, _)| matches!(part, Part::To | Part::From))
        };
        analysis.bunsetsu_of(sentence).iter().any(|b| goal(b) && named(b)) && self.place().is_empty()
            || to_nobody.clone().any(marked)
    }

    /// Whether a name depends on another verb between it and the trigger.
    fn belongs_elsewhere(&self, name: &Name) -> bool {
        let analysis = self.scene.context.analysis;
        let head =
            analysis.bunsetsu_at(name.span.end.saturating_sub(1)).and_then(|b| analysis.bunsetsu[b].head);
        let Some(head) = head.map(|h| &analysis.bunsetsu[h]) else { return false };
        let verb = analysis.tokens[head.tokens.clone()].iter().any(|t| t.pos == Pos::Verb);
        !name.attributive
            && !self.scene.is_set_off(name)
            && verb
            && head.span.start > name.span.start
            && head.span.end <= self.trigger.span.start
    }

    /// Whether each would give the other.
    pub fn is_mutual(&self) -> bool {
        let clause = self.scene.words(self.clause.start, self.trigger.span.start);
        self.scene.lexicon.words.mutual.words.iter().any(|w| clause.contains(w.as_str()))
    }

    /// Whether somebody who is no actor stands as source (女性から), so that nobody else may be filled in.
    pub fn has_other_source(&self) -> bool {
        let analysis = self.scene.context.analysis;
        let Some(predicate) = analysis.bunsetsu_at(self.trigger.span.start) else { return false };
        let sentence = &analysis.sentences[self.scene.sentence];
        let mut own = sentence.bunsetsu.clone().map(|i| &analysis.bunsetsu[i]).filter(|b| {
            b.head == Some(predicate) && b.relation == Relation::Kara && b.span.start >= self.clause.start
        });
        own.any(|b| {
            let named = self.scene.names.iter().any(|n| n.span.overlaps(b.span));
            let timed = self.scene.times.iter().any(|t| t.span.overlaps(b.span));
            !named && !timed
        })
    }

    /// The subject: が of the clause, unless it belongs to a clause inside; else the topic, also of clauses before.
    pub fn subject(&self) -> Group {
        let names = &self.scene.names;
        let end = self.trigger.span.start;
        let last = |part: Part, from: u32| {
            names.iter().rposition(|n| n.part == Some(part) && n.span.start >= from && n.span.end <= end)
        };
        if self.has_other_subject() {
            return Group::new();
        }
        let near = last(Part::Subject, self.clause.start);
        let topic = last(Part::Topic, self.clause.start);
        if near.is_none() && self.describes_giver() {
            return self.described_actor();
        }
        let found = match (near, topic) {
            (Some(near), Some(topic)) if self.is_captured(names[near].span.end) => Some((topic, Part::Topic)),
            (Some(near), _) => Some((near, Part::Subject)),
            (None, Some(topic)) => Some((topic, Part::Topic)),
            (None, None) => self.support_subject().or_else(|| {
                let shared = last(Part::Subject, self.clause.subject_from).map(|i| (i, Part::Subject));
                let topic = last(Part::Topic, self.clause.topic_from).map(|i| (i, Part::Topic));
                match (shared, topic) {
                    (Some(s), Some(t)) => Some(if s.0 > t.0 { s } else { t }),
                    (s, t) => s.or(t),
                }
            }),
        };
        found.map(|(i, part)| self.group(i, part)).unwrap_or_default()
    }

    /// Whether a が that depends on the predicate marks something that is no actor (もう一方が…支援を行う).
    pub fn has_other_subject(&self) -> bool {
        let analysis = self.scene.context.analysis;
        let last = self.trigger.support.map_or(self.trigger.span, |(_, span)| span);
        let Some(predicate) = analysis.bunsetsu_at(last.start) else { return false };
        let sentence = &analysis.sentences[self.scene.sentence];
        let mut own = sentence.bunsetsu.clone().filter(|i| {
            let b = &analysis.bunsetsu[*i];
            b.head == Some(predicate) && b.relation == Relation::Ga && b.span.start >= self.clause.start
        });
        let passive = self.trigger.form == Form::Passive;
        own.any(|i| {
            let b = analysis.bunsetsu[i].span;
            let named = self.scene.names.iter().any(|n| n.span.overlaps(b));
            let thing = self.scene.items.iter().any(|item| item.span.overlaps(b));
            !named && !thing && !passive
        })
    }

    /// A subject between the name of a transfer and the predicate over it.
    fn support_subject(&self) -> Option<(usize, Part)> {
        let inside = |n: &Name| n.span.start >= self.trigger.span.end && n.span.end <= self.trigger.end;
        let subject = |n: &Name| n.part.filter(|p| matches!(p, Part::Subject | Part::Topic));
        let names = self.scene.names.iter().enumerate();
        names.filter(|(_, n)| inside(n)).find_map(|(i, n)| Some((i, subject(n)?)))
    }

    /// Whether a clause that describes a noun ends between `from` and the trigger, so that a subject before it is its own.
    fn is_captured(&self, from: u32) -> bool {
        let words = &self.scene.lexicon.words;
        let tokens = self.scene.tokens();
        let end = self.trigger.span.start;
        let describes = |pair: &[tenkyo_model::Token]| {
            let verb = matches!(pair[0].pos, Pos::Verb | Pos::Auxiliary | Pos::DependentVerb);
            let form = pair[0].field(5).is_some_and(|f| words.adnominal_forms.has(f));
            verb && form
                && super::trigger::is_noun(pair[1].pos)
                && pair[0].span.start >= from
                && pair[1].span.end <= end
        };
        tokens.windows(2).any(describes)
    }

    /// Whoever owns the thing or the act: the last name with の before the trigger, with nothing but a noun phrase between.
    pub fn owner(&self) -> Group {
        let names = &self.scene.names;
        // 救助隊の派遣: who is sent is no giver.
        let sent =
            |n: &Name| self.item.is_some_and(|item| item.start < n.span.end && n.span.start < item.end);
        let fits = |n: &Name| n.part == Some(Part::Of) && n.span.start >= self.clause.start && !sent(n);
        let Some(at) = names.iter().rposition(|n| fits(n) && n.span.end <= self.trigger.span.start) else {
            return Group::new();
        };
        let pairs = self.scene.tokens().windows(2);
        let mut between = pairs
            .filter(|p| p[0].span.start >= names[at].span.end && p[0].span.end <= self.trigger.span.start);
        // への, からの lead on to the same noun.
        let words = &self.scene.lexicon.words;
        let emphasis = |t: &tenkyo_model::Token| words.object.has(&self.scene.text[t.span]);
        let closes = |p: &[tenkyo_model::Token]| {
            p[0].pos == Pos::Topic && !emphasis(&p[0])
                || p[0].pos == Pos::Case && p[1].pos != Pos::Genitive && self.ends_phrase(&p[0])
        };
        if between.any(closes) { Group::new() } else { self.group(at, Part::Of) }
    }

    /// Whose the thing is: a name with の, of a maker, or of a compound (北朝鮮兵), directly before it.
    pub fn item_owner(&self) -> Group {
        let Some(item) = self.item else { return Group::new() };
        let whose = |n: &&Name| {
            let near = self.scene.words(n.span.end, item.start).chars().count() < 12;
            let part = matches!(n.part, Some(Part::Of | Part::Made));
            n.span.end <= item.start && near && (part || n.span.end == item.start)
        };
        let found = self.scene.names.iter().rfind(whose);
        found
            .filter(|n| !self.crosses_particle(n.span.end, item.start))
            .map(|n| n.actor)
            .into_iter()
            .collect()
    }

    /// Who made the thing: 北朝鮮製のミサイルを.
    pub fn maker(&self) -> Group {
        let Some(item) = self.item else { return Group::new() };
        let made = |n: &&Name| {
            let near = self.scene.words(n.span.end, item.start).chars().count() < 12;
            n.part == Some(Part::Made) && n.span.end <= item.start && near
        };
        let found = self.scene.names.iter().rfind(made);
        found
            .filter(|n| !self.crosses_particle(n.span.end, item.start))
            .map(|n| n.actor)
            .into_iter()
            .collect()
    }

    /// Whether a particle of case, a topic or a verb stands between two places, so that they are no noun phrase.
    fn crosses_particle(&self, from: u32, to: u32) -> bool {
        let mut between = self.scene.tokens().iter().filter(|t| t.span.start >= from && t.span.end <= to);
        between.any(|t| matches!(t.pos, Pos::Case | Pos::Topic | Pos::Conjunctive | Pos::FullStop))
    }

    /// Whether a particle closes the noun phrase of the owner: all but the object's, when the trigger is a predicate.
    fn ends_phrase(&self, token: &tenkyo_model::Token) -> bool {
        let object = &self.scene.lexicon.words.object.words;
        let is_object = object.first().is_some_and(|w| w == &self.scene.text[token.span]);
        self.trigger.form == Form::Nominal || !is_object
    }

    /// The name at `i` with those joined to it before it.
    fn group(&self, i: usize, part: Part) -> Group {
        let names = &self.scene.names;
        let mut first = i;
        while first > 0 && names[first - 1].part == Some(part) {
            let between = self.scene.words(names[first - 1].span.end, names[first].span.start);
            if !self.scene.lexicon.joins(between) {
                break;
            }
            first -= 1;
        }
        names[first..=i].iter().map(|n| n.actor).collect()
    }
}
