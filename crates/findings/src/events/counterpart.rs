//! Finds a target that its clause leaves out.

use super::clause::Clause;
use super::content;
use super::scene::Scene;
use super::told;
use tenkyo_lexicon::events::{Counterpart, Frame, Slot};
use tenkyo_model::{ActorId, ActorKind, BlockKind, EventType, Sentence, Statement};

/// How far back, in sentences, the one who spoke before may stand.
const MEMORY: usize = 3;

/// The target by the frame's own ways of looking for it, best first; and whether the clause tells it, so that no answer to
/// what was said before may take its place.
pub(super) fn of(
    scene: &Scene<'_>,
    frame: &Frame,
    clause: &Clause,
    source: &[ActorId],
) -> (Vec<ActorId>, bool) {
    let genitive = frame.kind == EventType::Reject;
    let asking = frame.kind == EventType::Request;
    let forms = frame.with.get(&Slot::Quote).map_or(&[][..], |forms| &forms[..]);
    let look = Look {
        scene,
        clause,
        source,
        kinds: &frame.target_kinds,
        genitive,
        asking,
        aims: &frame.target,
        forms,
    };
    let told = frame
        .counterpart
        .iter()
        .position(|way| matches!(way, Counterpart::Exchange | Counterpart::Deed))
        .unwrap_or(0);
    let found = frame.counterpart.iter().map(|way| look.by(*way)).enumerate();
    let first = found.into_iter().find(|(_, a)| !a.is_empty());
    first.map_or((Vec::new(), false), |(index, actors)| (actors, index < told))
}

struct Look<'a> {
    scene: &'a Scene<'a>,
    clause: &'a Clause,
    source: &'a [ActorId],
    /// Kinds that may be acted on; empty for all.
    kinds: &'a [ActorKind],
    /// Whether only a genitive tells whose the thing acted on is: what one denies or refuses is the other's word.
    genitive: bool,
    /// Whether it is a request: its target is who is to act.
    asking: bool,
    /// Where the target of the frame stands.
    aims: &'a [Slot],
    /// The forms of what is quoted by which the frame is known.
    forms: &'a [String],
}

impl Look<'_> {
    fn by(&self, way: Counterpart) -> Vec<ActorId> {
        match way {
            Counterpart::Content => self.content(),
            Counterpart::Theme => self.theme(),
            Counterpart::Previous => self.previous(),
            Counterpart::Owner => self.owner(),
            Counterpart::Clause => self.anywhere(),
            Counterpart::Place => self.place(),
            Counterpart::Discourse => self.discourse(),
            Counterpart::Exchange | Counterpart::Deed => Vec::new(),
        }
    }

    /// Those of `actors` that may be the other side: not the source nor its own state or body, nor who reports.
    fn others(&self, mut actors: Vec<ActorId>) -> Vec<ActorId> {
        let scene = self.scene;
        actors.retain(|a| !self.source.contains(a) && !scene.is_medium(*a));
        actors.retain(|a| !self.source.iter().any(|s| scene.bodies(*s).contains(a)));
        let body = |a: ActorId| scene.kind(a) == ActorKind::Organization;
        let organ =
            |a: ActorId, s: ActorId| body(a) && (scene.bodies(a).contains(&s) || scene.namesake(a, s));
        actors.retain(|a| !self.source.iter().any(|s| organ(*a, *s)));
        let states = self.source.iter().any(|s| scene.kind(*s) == ActorKind::State);
        actors.retain(|a| !states || !scene.is_commentator(*a));
        let teller = scene.statement(self.clause.word).and_then(|(_, s)| s.speaker);
        actors.retain(|a| Some(*a) != teller);
        actors.retain(|a| self.kinds.is_empty() || self.kinds.contains(&scene.kind(scene.state_of(*a))));
        actors
    }

    /// Those of `actors` that do not act for the same state or body as the source.
    fn strangers(&self, actors: Vec<ActorId>) -> Vec<ActorId> {
        let own: Vec<_> = self.source.iter().flat_map(|s| self.scene.acting_for(*s)).collect();
        let apart = |a: &ActorId| self.scene.bodies(*a).iter().all(|b| !own.contains(b));
        actors.into_iter().filter(apart).collect()
    }

    fn first(&self, found: impl Iterator<Item = Vec<ActorId>>) -> Vec<ActorId> {
        found.map(|a| self.others(a)).find(|a| !a.is_empty()).unwrap_or_default()
    }

    /// Whom the quoted clause is about, else the statement that the clause is part of.
    fn content(&self) -> Vec<ActorId> {
        let spoken_of = self.clause.phrases(Slot::About).map(|i| self.scene.makers(i));
        let maker = self.first(spoken_of);
        if !maker.is_empty() {
            return maker;
        }
        let around = self.scene.statement(self.clause.word).map(|(_, s)| s.content);
        let spans = content::quoted(self.scene, self.clause).into_iter().chain(around);
        spans.map(|s| self.about(s)).find(|a| !a.is_empty()).unwrap_or_default()
    }

    /// Whom the words of `span` are about: who acts in them.
    fn about(&self, span: tenkyo_text::Span) -> Vec<ActorId> {
        if self.asking && !self.forms.is_empty() {
            let obliged = content::obliged(self.scene, span, self.forms).into_iter();
            return self.first(obliged.chain(content::subjects(self.scene, span)));
        }
        self.first(content::parties(self.scene, span).into_iter())
    }

    /// The subject before it in the sentence, else whom the same speaker spoke of before.
    fn theme(&self) -> Vec<ActorId> {
        let Some(sentence) = self.scene.sentence(self.clause.predicate) else { return Vec::new() };
        let before = sentence.bunsetsu.start..self.clause.predicate;
        let subject = |slot: Option<Slot>| matches!(slot, Some(Slot::Ga | Slot::Topic));
        let own = self.nearest(before, &subject);
        let earlier = || self.earlier().filter(|s| s.speaker.is_some_and(|s| self.source.contains(&s)));
        if own.is_empty() {
            earlier().map(|s| self.about(s.content)).find(|a| !a.is_empty()).unwrap_or_default()
        } else {
            own
        }
    }

    /// The statements before the clause, the last first, as far as they may still be answered.
    fn earlier(&self) -> impl Iterator<Item = &Statement> {
        let scene = self.scene;
        let sentences = &scene.context.analysis.sentences;
        let here = scene.context.analysis.sentence_at(self.clause.word.start).unwrap_or(0);
        let since = sentences.get(here.saturating_sub(MEMORY)).map_or(0, |s| s.span.start);
        let start = self.clause.word.start;
        let before = scene.findings.statements.iter().rev().filter(move |s| s.content.end <= start);
        before.take_while(move |s| s.content.start >= since)
    }

    /// The last one before who spoke, other than the source.
    fn previous(&self) -> Vec<ActorId> {
        self.first(self.earlier().filter_map(|s| s.speaker).map(|s| vec![s]))
    }

    /// The owner of what is acted on.
    fn owner(&self) -> Vec<ActorId> {
        let slots = [Slot::Wo, Slot::About, Slot::Ni, Slot::Against, Slot::De, Slot::Ga, Slot::No];
        let aimed = self.genitive && !self.aims.contains(&Slot::Wo) && self.aims.contains(&Slot::Ni);
        let dative = aimed.then_some(Slot::Ni);
        let phrases =
            dative.into_iter().chain(slots).flat_map(|s| self.clause.phrases(s).collect::<Vec<_>>());
        let of = |i| {
            let whose = |i| {
                Some(self.scene.doers(i)).filter(|a| !a.is_empty()).unwrap_or_else(|| self.scene.owners(i))
            };
            // To whom what is asked for is to go is not who is asked (`難民への支援を求める`).
            let owners = if self.genitive || self.asking { whose(i) } else { self.scene.concerned(i) };
            if self.asking && self.undergoes(i, &owners) { Vec::new() } else { owners }
        };
        let told = || self.told_of().into_iter();
        let owners = phrases.map(of);
        // Whoever is told to do what is refused comes before those whose the things in it are.
        if self.genitive { self.first(told().chain(owners)) } else { self.first(owners.chain(told())) }
    }

    /// Whether the owners of the noun of phrase `index` are those to whom it is done, not who is to do it (`人質の解放`,
    /// `調査団の受け入れ`).
    fn undergoes(&self, index: usize, owners: &[ActorId]) -> bool {
        use EventType::{Agree, Assault, Coerce, Retreat};
        let scene = self.scene;
        let words = scene.words(scene.phrases[index].words);
        let done = |f: &Frame| matches!(f.kind, Agree | Assault | Coerce | Retreat) && !f.symmetric;
        let takes = |f: &Frame| f.target.contains(&Slot::No) || f.target.contains(&Slot::Ni);
        let body = |a: &ActorId| matches!(scene.kind(*a), ActorKind::State | ActorKind::Organization);
        !owners.iter().any(body)
            && scene
                .lexicon()
                .of_noun(words)
                .any(|f| done(f) && takes(f) && !f.source_kinds.is_empty() | f.negated.is_some())
    }

    /// The subjects of the clauses that the object or a purpose holds, and their owners (`韓国の船が通るのを禁じる`,
    /// `大統領の任期を延ばすよう圧力をかける`).
    fn told_of(&self) -> Vec<Vec<ActorId>> {
        let scene = self.scene;
        let clauses = |i: &usize| scene.phrases[*i].predicate.is_some();
        let objects = [Slot::Wo, Slot::Ni].into_iter().filter(|s| *s == Slot::Wo || self.genitive);
        let shells = objects.flat_map(|s| self.clause.phrases(s).collect::<Vec<_>>());
        let shells = shells.flat_map(|i| std::iter::once(i).chain(scene.dependents(i).iter().copied()));
        let wishes = scene.dependents(self.clause.predicate).iter().copied();
        let wishes = wishes.filter(|i| told::is_wish(scene, *i));
        let inner: Vec<usize> = shells.filter(|i| clauses(i)).chain(wishes).collect();
        let marked = |slot: Slot| {
            let phrases = inner.iter().flat_map(|p| scene.dependents(*p).iter().copied());
            phrases.filter(move |d| scene.phrases[*d].slot == Some(slot)).collect::<Vec<_>>()
        };
        // What is refused or denied is a deed of its subject only (`首相が参拝することに反対する`).
        let slots = [Slot::Ga, Slot::Wo, Slot::Ni].into_iter().filter(|s| *s == Slot::Ga || !self.genitive);
        let order = slots.flat_map(marked);
        order.flat_map(|i| [scene.participants(i), scene.owners(i)]).collect()
    }

    /// The state named first in a place that the clause goes to (`ロシア東部に`).
    fn place(&self) -> Vec<ActorId> {
        let goals =
            [Slot::Ni, Slot::Against].into_iter().flat_map(|s| self.clause.phrases(s).collect::<Vec<_>>());
        self.first(goals.flat_map(|i| [self.scene.participants(i), self.scene.owners(i)]))
    }

    /// Any other actor of the clause.
    fn anywhere(&self) -> Vec<ActorId> {
        let told = self.clause.fillers.iter().filter(|(slot, _)| !matches!(slot, Slot::Source | Slot::List));
        self.first(told.flat_map(|(_, i)| [self.scene.participants(*i), self.scene.concerned(*i)]))
    }

    /// The nearest other actor before the trigger in its sentence, else whom the sentences before are about.
    fn discourse(&self) -> Vec<ActorId> {
        let scene = self.scene;
        let Some(here) = scene.context.analysis.sentence_at(self.clause.word.start) else {
            return Vec::new();
        };
        let sentences = &scene.context.analysis.sentences;
        let heard = self.first([self.addressee()].into_iter());
        if !heard.is_empty() {
            return heard;
        }
        let own = self.nearest(sentences[here].bunsetsu.start..self.clause.predicate, &spoken_of);
        if !own.is_empty() {
            return own;
        }
        let prose = |s: &&Sentence| scene.block_kind(s.span).is_some_and(BlockKind::is_prose);
        let earlier = sentences[..here].iter().rev().filter(prose).take(MEMORY);
        earlier.map(|s| self.theme_of(s)).find(|a| !a.is_empty()).unwrap_or_default()
    }

    /// To whom the words are said of which the clause is part (`XはYに対し、「…を要請した」と述べた`).
    fn addressee(&self) -> Vec<ActorId> {
        let scene = self.scene;
        let cue = scene.statement(self.clause.word).and_then(|(_, s)| s.cue);
        let Some(verb) = cue.and_then(|c| scene.context.analysis.bunsetsu_at(c.start)) else {
            return Vec::new();
        };
        let heard = scene.dependents(verb).iter().filter(|d| scene.phrases[**d].slot == Some(Slot::Against));
        heard.map(|d| scene.participants(*d)).find(|a| !a.is_empty()).unwrap_or_default()
    }

    /// The other side that `sentence` is about: its topic, else its subject, else whoever the article names most.
    fn theme_of(&self, sentence: &Sentence) -> Vec<ActorId> {
        let marked = |slot: Slot| self.nearest(sentence.bunsetsu.clone(), &|s| s == Some(slot));
        let topic = marked(Slot::Topic);
        if !topic.is_empty() {
            return topic;
        }
        let others = |i: usize| self.strangers(self.others(self.scene.participants(i)));
        let named = sentence.bunsetsu.clone().filter(|i| spoken_of(self.scene.phrases[*i].slot));
        let lasting = |a: &Vec<ActorId>| {
            a.iter().any(|x| !matches!(self.scene.kind(*x), ActorKind::Place | ActorKind::Group))
        };
        let sides = named.map(others).filter(lasting);
        sides.max_by_key(|a| a.iter().map(|x| self.scene.weight(*x)).max()).unwrap_or_default()
    }

    /// The actors, other than the source, of the last of `phrases` whose slot passes.
    fn nearest(
        &self,
        phrases: std::ops::Range<usize>,
        passes: &dyn Fn(Option<Slot>) -> bool,
    ) -> Vec<ActorId> {
        let other = |i: usize| {
            let mut actors = self.scene.participants(i);
            actors.retain(|a| self.scene.kind(*a) != ActorKind::Place);
            self.strangers(actors)
        };
        self.first(phrases.rev().filter(|i| passes(self.scene.phrases[*i].slot)).map(other))
    }
}

fn spoken_of(slot: Option<Slot>) -> bool {
    !matches!(slot, Some(Slot::Source | Slot::No | Slot::List | Slot::Against))
}
