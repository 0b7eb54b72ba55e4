//! What the finders of events look at: the phrases of the article, the actors in them, the statements around them.

use super::heads;
use super::joint;
use super::names::Names;
use super::phrase::{self, Phrase};
use super::repairs;
use crate::Context;
use std::collections::{BTreeMap, BTreeSet};
use tenkyo_lexicon::events::{Events, Slot};
use tenkyo_model::{
    Actor, ActorId, ActorKind, BlockKind, Findings, Mention, MentionForm, Relation, Sentence, Statement,
};
use tenkyo_text::Span;

/// The article as the finders of events see it. Phrases are indexed like the analysis' bunsetsu.
pub(super) struct Scene<'a> {
    pub(super) context: Context<'a>,
    pub(super) findings: &'a Findings,
    pub(super) phrases: Vec<Phrase>,
    pub(super) heads: Vec<Option<usize>>,
    pub(super) names: Names<'a>,
    /// For each phrase, the phrases that depend on it, in order.
    dependents: Vec<Vec<usize>>,
    /// For each person, the states and bodies that his name follows (`ロシア大統領府のペスコフ報道官`).
    employers: BTreeMap<ActorId, BTreeSet<ActorId>>,
}

impl<'a> Scene<'a> {
    pub(super) fn new(context: Context<'a>, findings: &'a Findings) -> Self {
        let names = Names::new(context, findings);
        let sites = sites(findings);
        let mut phrases: Vec<_> =
            context.analysis.bunsetsu.iter().map(|b| phrase::read(context, &sites, b)).collect();
        for phrase in &mut phrases {
            phrase.is_place =
                !phrase.actors.is_empty() && phrase.actors.iter().all(|a| is_place(findings, *a));
        }
        for sentence in &context.analysis.sentences {
            headline_topic(&mut phrases, sentence);
        }
        for phrase in phrases.iter_mut().filter(|p| p.actors.len() < 2 && !p.words.is_empty()) {
            let joint =
                names.in_row(&context.article.text[phrase.words], &context.lexicon.events.grammar.joint);
            phrase.actors = if joint.is_empty() { std::mem::take(&mut phrase.actors) } else { joint };
        }
        let mut heads = heads::raised(&context.analysis.bunsetsu, &context.analysis.tokens, &phrases);
        repairs::attempts(context, &mut phrases, &mut heads);
        repairs::wishes(context, &phrases, &mut heads);
        repairs::lasting(context, &phrases, &mut heads);
        repairs::inner_subjects(context, &phrases, &mut heads);
        let mut dependents = vec![Vec::new(); phrases.len()];
        for (index, head) in heads.iter().enumerate() {
            if let Some(head) = head {
                dependents[*head].push(index);
            }
        }
        let employers = BTreeMap::new();
        let mut scene = Self { context, findings, phrases, heads, names, dependents, employers };
        scene.employers = scene.employed();
        for (index, meant) in joint::all(&scene) {
            scene.phrases[index].actors = meant;
        }
        scene
    }

    /// Whom persons with an office are named after.
    fn employed(&self) -> BTreeMap<ActorId, BTreeSet<ActorId>> {
        let mut found: BTreeMap<ActorId, BTreeSet<ActorId>> = BTreeMap::new();
        for index in 1..self.phrases.len() {
            let [person] = self.phrases[index].actors[..] else { continue };
            let before = &self.phrases[index - 1];
            let beside = before.slot == Some(Slot::No) && self.heads[index - 1] == Some(index);
            if beside && self.holds_office(person) {
                let official = before.actors.iter().copied().filter(|a| self.is_official(*a));
                found.entry(person).or_default().extend(official);
            }
        }
        found
    }

    fn holds_office(&self, actor: ActorId) -> bool {
        let roles = self.findings.actors.get(actor.0 as usize).map_or(&[][..], |a| &a.roles[..]);
        self.kind(actor) == ActorKind::Person && roles.iter().any(|r| !r.former)
    }

    /// Whether the actor is a state or one of the bodies of states.
    fn is_official(&self, actor: ActorId) -> bool {
        let classes = &self.lexicon().grammar.official;
        let class = || self.known(actor).and_then(|k| k.class.as_deref());
        self.kind(actor) == ActorKind::State || class().is_some_and(|c| classes.iter().any(|o| o == c))
    }

    pub(super) fn lexicon(&self) -> &'a Events {
        &self.context.lexicon.events
    }

    pub(super) fn text(&self) -> &'a str {
        &self.context.article.text
    }

    pub(super) fn words(&self, span: Span) -> &'a str {
        &self.text()[span]
    }

    /// Where token `index` ends.
    pub(super) fn token_end(&self, index: usize) -> u32 {
        self.context.analysis.tokens[index].span.end
    }

    /// The predicate of phrase `index` in dictionary form.
    pub(super) fn lemma(&self, index: usize) -> Option<&'a str> {
        let predicate = self.phrases[index].predicate?;
        Some(self.context.analysis.tokens[predicate.token].lemma(self.text()))
    }

    /// The phrases that depend on phrase `index`, in order.
    pub(super) fn dependents(&self, index: usize) -> &[usize] {
        &self.dependents[index]
    }

    pub(super) fn kind(&self, actor: ActorId) -> ActorKind {
        self.findings.actors.get(actor.0 as usize).map_or(ActorKind::Place, |a| a.kind)
    }

    /// Whether the name of one actor begins with that of the other (`タリバン政権`, `タリバン`).
    pub(super) fn namesake(&self, a: ActorId, b: ActorId) -> bool {
        let name = |x: ActorId| self.findings.actors.get(x.0 as usize).map_or("", |a| a.name.as_str());
        let (a, b) = (name(a), name(b));
        let long = |x: &str| x.chars().count() > 2;
        long(a) && long(b) && (a.starts_with(b) || b.starts_with(a))
    }

    /// Whether the actor speaks for no state or body and only comments: states do not deal with such.
    pub(super) fn is_commentator(&self, actor: ActorId) -> bool {
        let person = matches!(self.kind(actor), ActorKind::Person | ActorKind::Group);
        let speaks = || self.findings.statements.iter().any(|s| s.speaker == Some(actor));
        person && self.bodies(actor).is_empty() && speaks()
    }

    /// How often the article names the actor.
    pub(super) fn weight(&self, actor: ActorId) -> usize {
        self.findings.actors.get(actor.0 as usize).map_or(0, |a| a.mentions.len())
    }

    /// The sentence that holds phrase `index`.
    pub(super) fn sentence(&self, index: usize) -> Option<&'a Sentence> {
        let sentences = &self.context.analysis.sentences;
        let after = sentences.partition_point(|s| s.bunsetsu.start <= index);
        after.checked_sub(1).map(|i| &sentences[i]).filter(|s| s.bunsetsu.contains(&index))
    }

    /// The kind of the block that holds `span`.
    pub(super) fn block_kind(&self, span: Span) -> Option<BlockKind> {
        let sentence = self.context.analysis.sentence_at(span.start)?;
        let block = self.context.analysis.sentences[sentence].block;
        self.context.article.blocks.get(block).map(|b| b.kind)
    }

    /// Whether the article itself tells what phrase `index` says: not a list of sources, not the page around it.
    pub(super) fn is_told(&self, index: usize) -> bool {
        let kind = self.block_kind(self.context.analysis.bunsetsu[index].span);
        kind.is_some_and(|kind| !kind.is_furniture() && kind != BlockKind::Sources)
    }

    /// The innermost statement whose content holds `span`, with its index.
    pub(super) fn statement(&self, span: Span) -> Option<(usize, &'a Statement)> {
        let holds = |s: &Statement| s.content.contains(span);
        let inside = self.findings.statements.iter().enumerate().filter(|(_, s)| holds(s));
        inside.min_by_key(|(_, s)| s.content.len())
    }

    /// All who say what `statement` says, for one record is made for each of them.
    pub(super) fn speakers(&self, statement: &Statement) -> Vec<ActorId> {
        let same = self.findings.statements.iter().filter(|s| s.content == statement.content);
        same.filter_map(|s| s.speaker).collect()
    }

    /// The actors of phrase `index` and of the members of the list that ends with it (`日本や韓国が`).
    pub(super) fn participants(&self, index: usize) -> Vec<ActorId> {
        let own = &self.phrases[index].actors;
        if own.is_empty() {
            return Vec::new();
        }
        let named = |at: u32| self.context.analysis.bunsetsu.partition_point(|b| b.span.end < at);
        if let Some(owners) = self.several(index) {
            return owners;
        }
        let mut first = self.phrases[index].gloss.map_or(index, |at| named(at).min(index));
        let mut members: Vec<usize> = (first..=index).collect();
        while let Some(before) = self.member_before(first) {
            members.insert(0, before);
            first = before;
        }
        let mut all = self.parted(first).map(|member| self.participants(member)).unwrap_or_default();
        all.extend(members.into_iter().flat_map(|i| &self.phrases[i].actors));
        all.extend(self.faction(index));
        let mut seen = BTreeSet::new();
        all.retain(|a| seen.insert(*a));
        all
    }

    /// The group to which the people of phrase `index` belong (`親ロシア派の戦闘員`).
    fn faction(&self, index: usize) -> Vec<ActorId> {
        let groups = |i: usize| self.phrases[i].actors.iter().all(|a| self.kind(*a) == ActorKind::Group);
        let before = index.checked_sub(1).filter(|b| {
            self.heads[*b] == Some(index)
                && self.phrases[*b].slot == Some(Slot::No)
                && groups(*b)
                && groups(index)
        });
        before.map(|b| self.phrases[b].actors.clone()).unwrap_or_default()
    }

    /// The states whose office phrase `index` names, when they are several (`日米韓の外相`).
    fn several(&self, index: usize) -> Option<Vec<ActorId>> {
        let before = index.checked_sub(1).filter(|b| self.heads[*b] == Some(index))?;
        let group = self.phrases[index].actors.iter().all(|a| !self.has_name(*a));
        let owners = &self.phrases[before];
        let states = owners.actors.iter().all(|a| self.kind(*a) == ActorKind::State);
        (group && owners.slot == Some(Slot::No) && states && owners.actors.len() > 1)
            .then(|| owners.actors.clone())
    }

    /// Whether the article calls the actor by a name, not only by an office or a description.
    fn has_name(&self, actor: ActorId) -> bool {
        let named = |m: &Mention| matches!(m.form, MentionForm::Name | MentionForm::Alias);
        self.findings.actors.get(actor.0 as usize).is_some_and(|a| a.mentions.iter().any(named))
    }

    /// The member of a list that modifiers part from phrase `first` (`岸田首相と米国のバイデン大統領が`).
    fn parted(&self, first: usize) -> Option<usize> {
        let mut at = first;
        while at > 0 && self.phrases[at - 1].slot == Some(Slot::No) && self.heads[at - 1] == Some(at) {
            at -= 1;
        }
        let before = at.checked_sub(1).filter(|_| at < first)?;
        let joins = self.context.analysis.bunsetsu[before].relation == Relation::Parallel;
        (joins && self.is_member(before, first)).then_some(before)
    }

    /// The member of a list before the one that phrase `at` names, across the state that owns the latter
    /// (`ロシアのX大統領と北朝鮮のY総書記`): then both are of one kind.
    fn member_before(&self, at: usize) -> Option<usize> {
        let before = at.checked_sub(1)?;
        if self.is_member(before, at) {
            return Some(before);
        }
        let kind = |i: usize| self.phrases[i].actors.last().map(|a| self.kind(*a));
        let owner = self.phrases[before].slot == Some(Slot::No) && self.heads[before] == Some(at);
        let other = before.checked_sub(1).filter(|other| owner && self.is_member(*other, before))?;
        (kind(other) == Some(ActorKind::Person) && kind(at) == kind(other)).then_some(other)
    }

    /// The last member of the list that phrase `index` opens (`提出した日本やアメリカ`).
    pub(super) fn list_from(&self, index: usize) -> usize {
        let mut last = index;
        while last + 1 < self.phrases.len() && self.is_member(last, last + 1) {
            let next = &self.phrases[last + 1];
            if next.actors.is_empty() {
                break;
            }
            last += 1;
        }
        last
    }

    /// The noun phrase that the predicate of phrase `index` describes, also by way of a view of it (`拘束されたとみられる記者`).
    pub(super) fn described(&self, index: usize) -> Option<usize> {
        let phrase = &self.phrases[index];
        let head = self.heads[index]?;
        if phrase.slot == Some(Slot::Quote) && self.phrases[head].predicate.is_some_and(|p| p.passive) {
            return self.described(head);
        }
        // What stands between belongs to the noun (`射殺されたジャーナリストの長井さん`).
        let placed = |i: usize| self.phrases[i].slot == Some(Slot::No) && self.phrases[i].actors.is_empty();
        let bearer = (index + 1..self.phrases.len()).find(|i| !placed(*i)).filter(|i| *i <= head);
        let named = |i: &usize| self.phrases[*i].actors.iter().any(|a| self.kind(*a) == ActorKind::Person);
        let head = bearer.filter(named).unwrap_or(head);
        let owners = |i: usize| self.phrases[i].slot == Some(Slot::No);
        let beside = Some(head) == bearer || (index + 1..head).all(owners);
        let adnominal = phrase.slot.is_none() && !phrase.ends_with_comma && beside;
        let noun = self.context.analysis.bunsetsu[index].relation == Relation::Adnominal;
        (adnominal && (noun || !self.phrases[head].actors.is_empty())).then_some(head)
    }

    /// The noun right after phrase `index` that belongs to what it names (`中国の` of `中国の外相`).
    pub(super) fn owned_by(&self, index: usize) -> Option<usize> {
        let genitive = self.phrases[index].slot == Some(Slot::No);
        self.heads[index].filter(|head| genitive && *head == index + 1)
    }

    /// Whether phrase `before`, which stands before `after`, is a member of the same list.
    fn is_member(&self, before: usize, after: usize) -> bool {
        let phrase = &self.phrases[before];
        let same_sentence = self.sentence(before).is_some_and(|s| s.bunsetsu.contains(&after));
        let listed = match phrase.slot {
            None => phrase.ends_with_comma && phrase.predicate.is_none(),
            Some(slot) => matches!(slot, Slot::List | Slot::To),
        };
        let alike = self.phrases[after].actors.is_empty() || self.phrases[after].is_place == phrase.is_place;
        same_sentence && listed && alike && !phrase.actors.is_empty()
    }

    /// Whether the actor only reports or listens: a medium, the press.
    pub(super) fn is_medium(&self, actor: ActorId) -> bool {
        let Some(known) = self.findings.actors.get(actor.0 as usize) else { return false };
        let relays = || self.findings.statements.iter().any(|s| s.via.iter().any(|l| l.actor == actor));
        let audience = &self.lexicon().grammar.audience;
        self.known(actor).is_some_and(|k| k.class.as_deref() == Some("media"))
            || audience.iter().any(|a| known.name.ends_with(a.as_str()))
            || (known.kind == ActorKind::Organization && relays())
    }

    /// Whether the actor is a medium that speaks for its state.
    pub(super) fn is_mouthpiece(&self, actor: ActorId) -> bool {
        let state = self.known(actor).and_then(|k| k.of.as_deref());
        self.is_medium(actor) && state.is_some_and(|of| self.context.lexicon.grades.state_media.has(of))
    }

    pub(super) fn known(&self, actor: ActorId) -> Option<&'a tenkyo_lexicon::actors::Known> {
        let known = &self.context.lexicon.actors;
        let id = self.findings.actors.get(actor.0 as usize)?.knowledge.as_deref()?;
        known.by_id(id).map(|index| known.get(index))
    }

    /// The bodies and the state for which an actor acts: by its titles, and by what is known of it.
    pub(super) fn bodies(&self, actor: ActorId) -> Vec<ActorId> {
        let Some(who) = self.findings.actors.get(actor.0 as usize) else { return Vec::new() };
        let mut found: Vec<_> = who.roles.iter().filter(|r| !r.former).filter_map(|r| r.of).collect();
        let of = self.known(actor).filter(|k| k.kind != ActorKind::Place).and_then(|k| k.of.as_deref());
        found.extend(of.and_then(|id| self.named(id)));
        let held = || self.known(actor).map_or(&[][..], |k| &k.roles[..]);
        if found.is_empty() && who.roles.iter().all(|r| !r.former) {
            found.extend(held().iter().filter_map(|r| self.named(&r.of)));
        }
        found.extend(self.employers.get(&actor).into_iter().flatten());
        found.extend(self.side_of(actor));
        found.extend(self.state_behind(actor));
        let above: Vec<_> = found.iter().filter_map(|b| self.named(self.known(*b)?.of.as_deref()?)).collect();
        found.extend(above);
        let mut seen = BTreeSet::from([actor]);
        found.retain(|a| seen.insert(*a));
        found
    }

    /// The group whose people or leader the unnamed `actor` is, by its name (`反政府派の指導者` of `反政府派`).
    fn side_of(&self, actor: ActorId) -> Option<ActorId> {
        let ids = || (0..self.findings.actors.len()).map(|i| ActorId(i as u32));
        let name = |a: ActorId| self.findings.actors[a.0 as usize].name.as_str();
        let group = |a: ActorId| self.kind(a) == ActorKind::Group;
        let side = |b: &ActorId| group(*b) && name(*b).len() < name(actor).len() && self.namesake(*b, actor);
        ids().filter(|_| group(actor)).find(side)
    }

    /// The actor of the article that has this id in `knowledge/`.
    fn named(&self, id: &str) -> Option<ActorId> {
        let at = self.findings.actors.iter().position(|a| a.knowledge.as_deref() == Some(id));
        at.map(|i| ActorId(i as u32))
    }

    /// An actor with the bodies and the state for which it acts.
    pub(super) fn acting_for(&self, actor: ActorId) -> Vec<ActorId> {
        let mut all = vec![actor];
        all.extend(self.bodies(actor));
        all
    }

    /// The state in which a place lies, when the article names it; else the actor itself.
    pub(super) fn state_of(&self, actor: ActorId) -> ActorId {
        if self.kind(actor) != ActorKind::Place {
            return actor;
        }
        let of = self.known(actor).and_then(|k| k.of.as_deref());
        of.and_then(|of| self.named(of)).unwrap_or(actor)
    }

    /// Everything that stands in phrase `index` and in the phrases that depend on it, as one span.
    pub(super) fn subtree(&self, index: usize) -> Span {
        let mut span = self.context.analysis.bunsetsu[index].span;
        let mut first = index;
        while let Some(d) = self.dependents[first].first() {
            span = span.cover(self.context.analysis.bunsetsu[*d].span);
            first = *d;
        }
        span
    }
}

fn is_place(findings: &Findings, actor: ActorId) -> bool {
    findings.actors.get(actor.0 as usize).is_some_and(|a| a.kind == ActorKind::Place)
}

/// A name with a comma that opens a sentence is its topic (`ロシア、日本に抗議`), unless it opens a list.
fn headline_topic(phrases: &mut [Phrase], sentence: &Sentence) {
    let first = sentence.bunsetsu.start;
    let member = |next: &Phrase| {
        let apart = matches!(
            next.slot,
            Some(Slot::De | Slot::Ni | Slot::Wo | Slot::Against | Slot::Kara | Slot::With)
        );
        let alike = phrases.get(first).is_some_and(|p| p.is_place == next.is_place);
        (!next.actors.is_empty() && !apart && alike) || next.slot == Some(Slot::Topic)
    };
    let listed = phrases.get(first + 1).is_none_or(member);
    let Some(phrase) = phrases.get_mut(first).filter(|_| !listed) else { return };
    if phrase.slot.is_none()
        && phrase.ends_with_comma
        && phrase.predicate.is_none()
        && !phrase.actors.is_empty()
    {
        phrase.slot = Some(Slot::Topic);
    }
}

/// The mentions of actors that have words, in order of their ends.
fn sites(findings: &Findings) -> Vec<(Span, ActorId)> {
    let numbered = findings.actors.iter().enumerate();
    let each = |(index, actor): (usize, &Actor)| {
        let spans: Vec<_> = actor.mentions.iter().map(|m| m.span).filter(|s| !s.is_empty()).collect();
        spans.into_iter().map(move |span| (span, ActorId(index as u32)))
    };
    let mut sites: Vec<_> = numbered.flat_map(each).collect();
    sites.sort_by_key(|(span, actor)| (span.end, span.start, *actor));
    sites
}
