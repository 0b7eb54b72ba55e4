//! What one sentence offers: names with their parts, things, clause breaks.

use crate::Context;
use crate::actors::ActorIndex;
use tenkyo_lexicon::quantity::Words;
use tenkyo_lexicon::transfers::{Part, Transfers};
use tenkyo_model::{ActorId, ActorKind, BlockKind, Findings, Pos, Quantity, Statement, Time, Token};
use tenkyo_text::Span;

/// A name with the part that the words after it give to it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Name {
    pub span: Span,
    pub actor: ActorId,
    pub part: Option<Part>,
    pub kind: ActorKind,
    /// Whether its marker leads on to a noun (への, からの, による) and not to a predicate.
    pub attributive: bool,
}

/// A thing with the index of its category.
#[derive(Clone, Copy, Debug)]
pub(super) struct Item {
    pub span: Span,
    pub category: usize,
}

/// How a clause ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Break {
    /// Its subject holds on.
    Continues,
    /// Only its topic holds on.
    Closes,
    /// A full stop, inside a quotation too.
    Stops,
}

/// One sentence as the layer reads it.
pub(super) struct Scene<'a> {
    pub context: Context<'a>,
    pub lexicon: &'a Transfers,
    pub text: &'a str,
    /// Index of the sentence.
    pub sentence: usize,
    /// The function of its block.
    pub block: BlockKind,
    pub span: Span,
    pub names: Vec<Name>,
    pub items: Vec<Item>,
    /// The byte after each clause, with how it ends.
    pub breaks: Vec<(u32, Break)>,
    /// The statements whose contents reach into the sentence, the innermost last.
    pub statements: Vec<&'a Statement>,
    pub quantities: &'a [Quantity],
    /// All times of the article.
    pub times: &'a [Time],
}

impl<'a> Scene<'a> {
    pub fn new(context: Context<'a>, index: &ActorIndex, sentence: usize, findings: &'a Findings) -> Self {
        let (statements, quantities) = (&findings.statements, &findings.quantities);
        let span = context.analysis.sentences[sentence].span;
        let mut inside: Vec<&Statement> = statements.iter().filter(|s| s.content.overlaps(span)).collect();
        inside.sort_by_key(|s| std::cmp::Reverse(s.content.len()));
        let from = quantities.partition_point(|q| q.span.start < span.start);
        let to = quantities.partition_point(|q| q.span.end <= span.end);
        let mut scene = Scene {
            context,
            lexicon: &context.lexicon.transfers,
            text: &context.article.text,
            sentence,
            block: context.article.blocks[context.analysis.sentences[sentence].block].kind,
            span,
            names: Vec::new(),
            items: Vec::new(),
            breaks: Vec::new(),
            statements: inside,
            quantities: &quantities[from..to.max(from)],
            times: &findings.times,
        };
        scene.items = scene.find_items();
        scene.names = scene.find_names(index, findings);
        scene.breaks = scene.find_breaks();
        scene
    }

    pub fn tokens(&self) -> &'a [Token] {
        self.context.analysis.tokens_of(&self.context.analysis.sentences[self.sentence])
    }

    pub fn words(&self, start: u32, end: u32) -> &'a str {
        &self.text[start.min(end) as usize..end as usize]
    }

    /// The words from `at` to the end of the sentence.
    pub fn after(&self, at: u32) -> &'a str {
        self.words(at, self.span.end.max(at))
    }

    /// The words from the start of the sentence to `at`.
    pub fn before(&self, at: u32) -> &'a str {
        self.words(self.span.start, at)
    }

    fn find_names(&self, index: &ActorIndex, findings: &Findings) -> Vec<Name> {
        let places = index.outermost(self.span);
        let listeners = &self.lexicon.words.listeners;
        let mut names: Vec<Name> = places
            .iter()
            // 工兵部隊 in 工兵部隊を派遣 is what is given.
            .filter(|p| !self.items.iter().any(|i| i.span.contains(p.span)))
            .filter(|p| !is_medium(self.context, &findings.actors[p.actor.0 as usize]))
            .filter(|p| {
                !p.span.is_empty() && listeners.tail_of(self.words(p.span.start, p.span.end)).is_none()
            })
            .filter_map(|p| {
                let actor = self.state_of_place(p.actor, findings)?;
                let toward = self.lexicon.words.toward.tail_of(self.before(p.span.start)).is_some();
                let after = self.part_after(self.past_place(p.span.end, actor, findings));
                let (part, attributive) = if toward { (Some(Part::To), true) } else { after };
                let kind = findings.actors[actor.0 as usize].kind;
                Some(Name { span: p.span, actor, part, kind, attributive })
            })
            .collect();

        for i in (1..names.len()).rev() {
            // 北朝鮮の金正恩総書記 is one party, 北朝鮮のロシアへの輸出 has two.
            let owned = names[i - 1].part == Some(Part::Of)
                && !matches!(names[i].kind, ActorKind::State | ActorKind::Place);
            if owned && self.words(names[i - 1].span.end, names[i].span.start).chars().count() <= 1 {
                names[i].span = names[i].span.cover(names[i - 1].span);
                names.remove(i - 1);
            }
        }
        for i in (1..names.len()).rev() {
            let between = self.words(names[i - 1].span.end, names[i].span.start);
            let alone = names[i - 1].part == Some(Part::Subject);
            if self.lexicon.joins(between) && names[i].part.is_some() && !alone {
                (names[i - 1].part, names[i - 1].attributive) = (names[i].part, names[i].attributive);
            }
        }
        names
    }

    /// The actor itself; for a place the state in which it lies, when the article names that state.
    fn state_of_place(&self, actor: ActorId, findings: &Findings) -> Option<ActorId> {
        let found = &findings.actors[actor.0 as usize];
        if found.kind != ActorKind::Place {
            return Some(actor);
        }
        let known = &self.context.lexicon.actors;
        let place = known.get(known.by_id(found.knowledge.as_deref()?)?);
        let state = place.of.as_deref()?;
        let at = findings.actors.iter().position(|a| a.knowledge.as_deref() == Some(state))?;
        Some(ActorId(at as u32))
    }

    /// Where the particle of a state stands: past the part of it or the place in it that is named with it (ロシア西部クルスク州に).
    fn past_place(&self, at: u32, actor: ActorId, findings: &Findings) -> u32 {
        if findings.actors[actor.0 as usize].kind != ActorKind::State {
            return at;
        }
        let tails = &self.lexicon.words.place_tail;
        let tail = tails.head_of(self.after(at)).map(|len| at + len as u32);
        let Some(mut end) = tail else { return at };
        let tokens = self.tokens();
        let next = tokens.partition_point(|t| t.span.start < end);
        for token in &tokens[next..] {
            let place = token.pos == Pos::Place || tails.has(&self.text[token.span]);
            if !place || token.span.start != end {
                break;
            }
            end = token.span.end;
        }
        end
    }

    /// The part given by the words at `at`, past a closing bracket or a gloss in brackets, and whether it leads on to a noun.
    fn part_after(&self, at: u32) -> (Option<Part>, bool) {
        let mut rest = self.after(at);
        if rest.starts_with(['(', '\u{ff08}'])
            && let Some(close) = rest.find([')', '\u{ff09}'])
        {
            rest = &rest[close..];
        }
        rest = rest.trim_start_matches([')', '\u{ff09}', '」', '』', '”']);
        let headline = matches!(self.block, BlockKind::Title | BlockKind::Heading);
        if headline && rest.starts_with('、') {
            return (Some(Part::Subject), false);
        }
        let Some((part, len)) = self.lexicon.part(rest) else { return (None, false) };
        (Some(part), self.lexicon.words.attributive.tail_of(&rest[..len]).is_some())
    }

    /// Whether a comma or a particle of the topic sets a name off, so that it may belong to the end of the sentence.
    pub fn is_set_off(&self, name: &Name) -> bool {
        let rest = self.after(name.span.end);
        let len = self.lexicon.part(rest).map_or(0, |(_, len)| len);
        rest[len..].starts_with('、') || self.lexicon.words.topics.tail_of(&rest[..len]).is_some()
    }

    fn find_items(&self) -> Vec<Item> {
        let base = self.span.start;
        let text = self.words(base, self.span.end);
        let tokens = self.tokens();
        let boundary = |at: u32| {
            let next = tokens.partition_point(|t| t.span.end <= at);
            tokens.get(next).is_none_or(|t| t.span.start >= at)
        };
        let found = self.lexicon.items.find(text, |m| {
            let span = m.span.shift(base);
            let alone = crate::programmes::stands_alone(self.text, span);
            alone && boundary(span.end) && self.lexicon.words.no_item.head_of(self.after(span.end)).is_none()
        });
        let mut items: Vec<Item> = Vec::new();
        for m in found {
            let span = m.span.shift(base);
            match items.last_mut() {
                // One compound: the last part is its head.
                Some(last) if last.span.end == span.start => {
                    *last = Item { span: last.span.cover(span), category: *m.value }
                }
                _ => items.push(Item { span, category: *m.value }),
            }
        }
        let lifted = items.into_iter().filter_map(|item| self.whole_thing(item));
        lifted.fold(Vec::new(), |mut out: Vec<Item>, item| {
            if out.last().is_none_or(|last| !last.span.contains(item.span)) {
                out.push(item);
            }
            out
        })
    }

    /// The noun phrase that a thing heads or describes: knowledge and parts of it; a count that names its containers. None for a
    /// container that only counts something else (コンテナ1000個分の武器).
    fn whole_thing(&self, item: Item) -> Option<Item> {
        if let Some(q) = self.quantities.iter().find(|q| q.span.contains(item.span)) {
            let words = &self.lexicon.words;
            let rest = self.after(q.span.end);
            let marked = words.object.head_of(rest).or(words.moved.head_of(rest));
            return marked.map(|_| Item { span: q.span, ..item });
        }
        let rest = self.after(item.span.end);
        let of = self.lexicon.categories[item.category].knowledge.as_ref();
        let technology = of.and_then(|name| self.lexicon.categories.iter().position(|c| c.category == *name));
        let longer = |len: usize, category: usize| Item {
            span: Span { start: item.span.start, end: item.span.end + len as u32 },
            category,
        };
        let known = technology.zip(self.lexicon.words.knowledge.head_of(rest)).map(|(c, len)| longer(len, c));
        let part = || self.lexicon.words.parts.head_of(rest).map(|len| longer(len, item.category));
        // 歩兵用ロケット弾: the thing is for the other.
        let purpose = self.lexicon.words.purpose.head_of(rest).is_some();
        known.or_else(part).or((!purpose).then_some(item))
    }

    fn find_breaks(&self) -> Vec<(u32, Break)> {
        let words = &self.lexicon.words;
        let tokens = self.tokens();
        let mut out = Vec::new();
        for (i, token) in tokens.iter().enumerate() {
            let next = tokens.get(i + 1);
            let comma = next.is_some_and(|t| t.pos == Pos::Comma);
            let kind = match token.pos {
                Pos::FullStop => Some(Break::Stops),
                Pos::Conjunctive if next.is_some_and(|t| t.pos == Pos::DependentVerb) => None,
                // 古くて能力の低い: inside a noun phrase.
                Pos::Conjunctive if i > 0 && tokens[i - 1].pos == Pos::Adjective && !comma => None,
                Pos::Conjunctive if words.continuing.has(&self.text[token.span]) => Some(Break::Continues),
                Pos::Conjunctive => Some(Break::Closes),
                Pos::Verb | Pos::DependentVerb | Pos::Auxiliary if comma => {
                    let continues = token.field(5).is_some_and(|form| words.continuing_forms.has(form));
                    continues.then_some(Break::Continues)
                }
                Pos::Verbal if comma && self.has_object_before(i) => Some(Break::Continues),
                _ => None,
            };
            out.extend(kind.map(|k| (token.span.end, k)));
        }
        out
    }

    /// Whether a verbal noun before a comma ends a clause: an object stands in the same clause before it.
    fn has_object_before(&self, at: usize) -> bool {
        let before = self.tokens()[..at].iter().rev();
        let mut clause =
            before.take_while(|t| !matches!(t.pos, Pos::Comma | Pos::FullStop | Pos::Conjunctive));
        clause.any(|t| t.pos == Pos::Case && self.lexicon.words.object.has(&self.text[t.span]))
    }

    /// The innermost statement that holds the byte `at`.
    pub fn statement_at(&self, at: u32) -> Option<&'a Statement> {
        self.statements.iter().rev().find(|s| s.content.holds(at)).copied()
    }

    /// Where the parties of a predicate at `at` are looked for: the innermost content that holds it, else the sentence.
    pub fn scope(&self, at: u32) -> Span {
        let whole = self.statement_at(at).map_or(self.span, |s| s.content);
        let inside = Span {
            start: whole.start.clamp(self.span.start, self.span.end),
            end: whole.end.clamp(self.span.start, self.span.end),
        };
        let stops = || self.breaks.iter().filter(|(_, kind)| *kind == Break::Stops).map(|(end, _)| *end);
        let start = stops().filter(|end| *end <= at).max().unwrap_or(0).max(inside.start);
        let end = stops().filter(|end| *end > at).min().unwrap_or(u32::MAX).min(inside.end);
        Span { start, end: end.max(start) }
    }

    /// Start of the clause of the byte `at`, and of the clauses before whose subject and topic it shares.
    pub fn clause(&self, at: u32) -> Clause {
        let scope = self.scope(at);
        let before = || self.breaks.iter().rev().filter(|(end, _)| *end <= at && *end > scope.start);
        let start = before().map(|(end, _)| *end).next().unwrap_or(scope.start);
        let shared =
            before().find(|(_, kind)| *kind != Break::Continues).map_or(scope.start, |(end, _)| *end);
        Clause { start, subject_from: shared.max(scope.start), topic_from: scope.start }
    }
}

/// Whether an actor is a medium: it tells of transfers and takes no part in them.
pub(super) fn is_medium(context: Context<'_>, actor: &tenkyo_model::Actor) -> bool {
    is_of_class(context, actor, &context.lexicon.transfers.words.media)
}

/// Whether `knowledge/actors` puts an actor into one of these classes.
pub(super) fn is_of_class(context: Context<'_>, actor: &tenkyo_model::Actor, classes: &Words) -> bool {
    let actors = &context.lexicon.actors;
    let known = actor.knowledge.as_deref().and_then(|id| actors.by_id(id));
    known.and_then(|i| actors.get(i).class.as_deref()).is_some_and(|class| classes.has(class))
}

/// How far back each part of a predicate is looked for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Clause {
    /// The clause itself.
    pub start: u32,
    /// The clauses that share its subject.
    pub subject_from: u32,
    /// The clauses that share its topic.
    pub topic_from: u32,
}
