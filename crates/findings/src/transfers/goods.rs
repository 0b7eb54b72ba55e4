//! What is given: the things around a trigger with their categories, and how much.

use super::scene::{Item, Scene};
use super::trigger::{Form, Trigger};
use tenkyo_lexicon::transfers::{Direction, Part};
use tenkyo_model::{ActorKind, Pos, Quantity, Relation};
use tenkyo_text::Span;

/// Bytes of the longest name in brackets that stands in apposition to a thing.
const APPOSITION: usize = 60;

/// Things of one category.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Goods {
    pub span: Span,
    pub category: String,
    /// How much.
    pub quantity: Option<Quantity>,
}

/// The goods of a trigger, one a category; none when nothing of a known category is given.
pub(super) fn of(scene: &Scene<'_>, trigger: &Trigger<'_>) -> Vec<Goods> {
    let mut out: Vec<Goods> = Vec::new();
    for item in items(scene, trigger) {
        let category = &scene.lexicon.categories[item.category].category;
        if trigger.frame.needs.as_ref().is_some_and(|needed| needed != category) {
            continue;
        }
        match out.iter_mut().find(|g| g.category == *category) {
            Some(same) => same.span = same.span.cover(item.span),
            None => out.push(Goods { span: item.span, category: category.clone(), quantity: None }),
        }
    }
    if out.is_empty() {
        out.extend(forces(scene, trigger).or_else(|| bare(scene, trigger)));
    }
    for goods in &mut out {
        goods.quantity = quantity(scene, trigger, goods.span);
    }
    out
}

fn items(scene: &Scene<'_>, trigger: &Trigger<'_>) -> Vec<Item> {
    if let Some(item) = compound(scene, trigger) {
        return vec![item];
    }
    let linked = match trigger.form {
        Form::Nominal => linked(scene, trigger),
        _ => object(scene, trigger).or_else(|| head(scene, trigger)).or_else(|| moved(scene, trigger)),
    };
    linked.map(|last| joined(scene, trigger, last)).unwrap_or_default()
}

/// The first part of a compound: 武器供与, 食料支援.
fn compound(scene: &Scene<'_>, trigger: &Trigger<'_>) -> Option<Item> {
    let before = scene.before(trigger.span.start);
    let prefixes = scene.lexicon.prefixes.iter().filter(|(word, _)| before.ends_with(word.as_str()));
    let (word, category) = prefixes.max_by_key(|(word, _)| word.len())?;
    let start = trigger.span.start - word.len() as u32;
    let thing = scene.items.iter().find(|i| i.span.end == trigger.span.start && i.span.start <= start);
    // 貨物輸入 is of cargo, 食料支援 is help with food: of help the word itself is a part of the name.
    let help = trigger.frame.object.is_some();
    let named = |i: &&Item| i.span.start < start || !help;
    let whole = Item { span: Span { start, end: trigger.span.end }, category: *category };
    Some(thing.filter(named).copied().unwrap_or(whole))
}

/// The thing directly before a noun of giving: 武器の提供, 短距離弾道ミサイルや砲弾などの供与.
fn linked(scene: &Scene<'_>, trigger: &Trigger<'_>) -> Option<usize> {
    let at = last_before(scene, trigger)?;
    let between = scene.words(scene.items[at].span.end, trigger.span.start);
    let between = between.trim_start_matches(['」', '』', '”', '\u{ff09}', ')']);
    let words = &scene.lexicon.words;
    let tail = words.item_tail.head_of(between).unwrap_or(0);
    let about = trigger.frame.object.is_some() && words.about.has(between);
    let rest = &between[tail..];
    let described = described(scene, trigger.span.start - rest.len() as u32, trigger.span.start);
    let holds = about
        || words.linking.has(between)
        || words.linking.has(rest)
        || described
        || counted(scene, at, trigger);
    holds.then_some(at)
}

/// Whether nothing but words that describe stand in a stretch: を含むさまざまな支援, の大規模かつ違法な輸出.
fn described(scene: &Scene<'_>, from: u32, to: u32) -> bool {
    use Pos::{AdjectivalNoun, Adjective, Adnominal, Adverb, Auxiliary, Genitive, Prefix};
    let mut tokens = scene.tokens().iter().filter(|t| t.span.start >= from && t.span.end <= to);
    let describes = |t: &tenkyo_model::Token| {
        matches!(t.pos, Adjective | AdjectivalNoun | Adnominal | Adverb | Auxiliary | Genitive | Prefix)
    };
    tokens.all(describes)
}

/// Whether only an amount and の stand between the thing and the trigger.
fn counted(scene: &Scene<'_>, at: usize, trigger: &Trigger<'_>) -> bool {
    let end = scene.items[at].span.end;
    let amount = scene.quantities.iter().find(|q| q.span.start >= end && q.span.end <= trigger.span.start);
    amount.is_some_and(|q| {
        let rest = scene.words(q.span.end, trigger.span.start);
        scene.words(end, q.span.start).chars().count() < 3 && scene.lexicon.words.linking.has(rest)
    })
}

fn last_before(scene: &Scene<'_>, trigger: &Trigger<'_>) -> Option<usize> {
    let clause = scene.clause(trigger.span.start);
    scene.items.iter().rposition(|i| i.span.end <= trigger.span.start && i.span.start >= clause.start)
}

/// The thing that the particle of the object follows, nearest before the predicate.
fn object(scene: &Scene<'_>, trigger: &Trigger<'_>) -> Option<usize> {
    let clause = scene.clause(trigger.span.start);
    let here = |i: &Item| i.span.end <= trigger.span.start && i.span.start >= clause.start;
    let words = &scene.lexicon.words;
    let marked = |i: &Item| {
        let rest = scene.particle_after(i.span.end);
        let about = trigger.frame.object.is_some() && words.about.head_of(rest).is_some();
        words.object.head_of(rest).is_some() && words.not_object.head_of(rest).is_none() || about
    };
    let mut candidates = scene.items.iter().enumerate().rev().filter(|(_, i)| here(i));
    candidates.find(|(_, i)| marked(i)).map(|(at, _)| at).or_else(|| phrase(scene, trigger))
}

/// The first thing in the noun phrase of the object, whatever stands between it and the particle.
fn phrase(scene: &Scene<'_>, trigger: &Trigger<'_>) -> Option<usize> {
    let clause = scene.clause(trigger.span.start);
    let tokens = scene.tokens();
    let object = scene.lexicon.words.object.words.first()?;
    let before = tokens.partition_point(|t| t.span.end <= trigger.span.start);
    let mark =
        (0..before).rev().find(|i| tokens[*i].pos == Pos::Case && &scene.text[tokens[*i].span] == object)?;
    let joins = |t: &tenkyo_model::Token| scene.lexicon.joins(&scene.text[t.span]);
    let edge =
        (0..mark).rev().find(|i| matches!(tokens[*i].pos, Pos::Topic | Pos::Case) && !joins(&tokens[*i]));
    let from = edge.map_or(clause.start, |i| tokens[i].span.end).max(clause.start);
    let to = tokens[mark].span.start;
    // The particle must be the trigger's own: no other verb stands between them.
    let own = !tokens[mark..before].iter().any(|t| t.pos == Pos::Verb);
    let here = |i: &Item| i.span.start >= from && i.span.end <= to;
    // 核兵器の放棄を求める: the thing only describes the object, unless the object is an amount of it.
    let linking = &scene.lexicon.words.linking.words;
    let describes = |i: &Item| {
        let of = linking.get(1).is_some_and(|no| scene.after(i.span.end).starts_with(no.as_str()));
        of && !scene.quantities.iter().any(|q| q.span.start >= i.span.end && q.span.end <= to)
    };
    own.then(|| scene.items.iter().position(|i| here(i) && !describes(i))).flatten()
}

/// The noun that the clause describes: 贈った車.
fn head(scene: &Scene<'_>, trigger: &Trigger<'_>) -> Option<usize> {
    if has_object(scene, trigger) {
        return None;
    }
    let at = scene.items.iter().position(|i| i.span.start >= trigger.end)?;
    let item = scene.items[at];
    let mut tokens =
        scene.tokens().iter().filter(|t| t.span.start >= trigger.end && t.span.end <= item.span.start);
    use Pos::{Case, Close, Comma, Conjunctive, FullStop, Particle, Topic};
    let phrase =
        tokens.all(|t| !matches!(t.pos, Case | Topic | Comma | FullStop | Conjunctive | Close | Particle));
    phrase.then_some(at)
}

/// Whether the particle of the object stands in the clause before the trigger.
pub(super) fn has_object(scene: &Scene<'_>, trigger: &Trigger<'_>) -> bool {
    let object = scene.lexicon.words.object.words.first();
    let from = scene.clause(trigger.span.start).start;
    let tokens = scene.tokens().iter();
    let mut clause = tokens.filter(|t| t.span.start >= from && t.span.end <= trigger.span.start);
    clause.any(|t| {
        let marks = t.pos == Pos::Case && object.is_some_and(|w| w == &scene.text[t.span]);
        marks && !is_of_inner_clause(scene, trigger, t.span.start)
    })
}

/// Whether the phrase at `at` depends on a verb that describes a noun before the trigger (侵攻を続けるロシアに).
fn is_of_inner_clause(scene: &Scene<'_>, trigger: &Trigger<'_>, at: u32) -> bool {
    let analysis = scene.context.analysis;
    let head =
        analysis.bunsetsu_at(at).and_then(|b| analysis.bunsetsu[b].head).map(|h| &analysis.bunsetsu[h]);
    head.is_some_and(|h| h.relation == Relation::Adnominal && h.span.end <= trigger.span.start)
}

/// The thing as subject or topic of a passive or of a clause that leaves its object out.
fn moved(scene: &Scene<'_>, trigger: &Trigger<'_>) -> Option<usize> {
    let clause = scene.clause(trigger.span.start);
    let fits = |i: &Item| {
        let rest = scene.particle_after(i.span.end);
        i.span.end <= trigger.span.start
            && i.span.start >= clause.topic_from
            && scene.lexicon.words.moved.head_of(rest).is_some()
    };
    let passive = trigger.form == Form::Passive || trigger.frame.direction == Direction::Ask;
    (passive && !has_object(scene, trigger)).then(|| scene.items.iter().rposition(fits)).flatten()
}

/// The thing at `last` and those joined to it before it.
fn joined(scene: &Scene<'_>, trigger: &Trigger<'_>, last: usize) -> Vec<Item> {
    let clause = scene.clause(trigger.span.start);
    let mut first = last;
    while first > 0 && scene.items[first - 1].span.start >= clause.start {
        let from = scene.items[first - 1].span.end;
        let between = scene.words(from, scene.items[first].span.start);
        let tail = scene.lexicon.words.item_tail.head_of(between).unwrap_or(0);
        if !scene.joins_items(from + tail as u32, scene.items[first].span.start) {
            break;
        }
        first -= 1;
    }
    let head = scene.items[last];
    let category = |item: &Item| scene.lexicon.categories[item.category].category.as_str();
    let mut all = scene.items[first..=last].to_vec();
    let technology =
        category(&head).ends_with("technology") && matches!(category(&all[0]), "arms" | "aircraft");
    if technology && scene.words(all[0].span.start, head.span.end).chars().count() < 14 {
        // 潜水艦や弾道技術: the head governs both parts.
        all = vec![Item { span: all[0].span.cover(head.span), category: head.category }];
    }
    all
}

/// Armed forces that are sent: 英軍を派遣する.
fn forces(scene: &Scene<'_>, trigger: &Trigger<'_>) -> Option<Goods> {
    let clause = scene.clause(trigger.span.start);
    let words = &scene.lexicon.words.forces;
    let name = scene.names.iter().rfind(|n| {
        let here = n.span.start >= clause.start && n.span.end <= trigger.span.start;
        let named = words.tail_of(scene.words(n.span.start, n.span.end)).is_some();
        here && named && n.part == Some(Part::Object) && n.kind == ActorKind::Organization
    })?;
    let category = trigger.frame.needs.clone().filter(|_| trigger.frame.direction == Direction::Give)?;
    Some(Goods { span: name.span, category, quantity: None })
}

/// Goods of a frame that needs no named thing, or whose amount says what it is.
fn bare(scene: &Scene<'_>, trigger: &Trigger<'_>) -> Option<Goods> {
    let frame = trigger.frame;
    let clause = scene.clause(trigger.span.start);
    let words = &scene.lexicon.words;
    let counted = |q: &&Quantity| {
        let end = scene.past_gloss(q.span.end);
        let rest = scene.words(end, trigger.span.start.max(end));
        let object = words.object.head_of(scene.after(end)).is_some();
        let own = trigger.form == Form::Nominal && words.linking.has(rest);
        q.span.start >= clause.start && q.span.end <= trigger.span.start && (object || own)
    };
    let amount = scene.quantities.iter().rev().find(counted);
    let people = frame.bare_as.as_deref() == Some("amount");
    for (unit, category, holds) in [("unit.money", "money", true), ("unit.people", "personnel", people)] {
        if let Some(q) = amount.filter(|q| holds && &*q.rule.0 == unit) {
            return Some(Goods { span: q.span, category: category.into(), quantity: None });
        }
    }
    let noun_only = frame.bare_as.as_deref() == Some("noun-only") && trigger.form == Form::Nominal;
    let category = frame.bare.as_ref().filter(|_| frame.whole || noun_only)?;
    Some(Goods { span: trigger.span, category: category.clone(), quantity: None })
}

/// More of what was given before: さらに4基を供与する. `before` finds goods that were counted as the amount is.
pub(super) fn more(
    scene: &Scene<'_>,
    trigger: &Trigger<'_>,
    before: impl Fn(&Quantity) -> Option<String>,
) -> Option<Goods> {
    let clause = scene.clause(trigger.span.start);
    let words = &scene.lexicon.words;
    let marks = if trigger.form == Form::Passive { &words.moved } else { &words.object };
    let counted = |q: &&Quantity| {
        let own = q.span.start >= clause.start && q.span.end <= trigger.span.start;
        own && marks.head_of(scene.after(q.span.end)).is_some()
    };
    let amount = scene.quantities.iter().rev().find(counted)?;
    Some(Goods { span: amount.span, category: before(amount)?, quantity: Some(amount.clone()) })
}

/// The amount of the goods: one that touches them, else the only one of the clause.
fn quantity(scene: &Scene<'_>, trigger: &Trigger<'_>, goods: Span) -> Option<Quantity> {
    let clause = scene.clause(trigger.span.start);
    let touches =
        |q: &Quantity| q.span.start >= goods.end && scene.words(goods.end, q.span.start).chars().count() < 2;
    let here = |q: &&Quantity| {
        q.span.start >= clause.start && (q.span.end <= trigger.end.max(goods.end) || touches(q))
    };
    let gap = |q: &Quantity| {
        let between = if q.span.end <= goods.start {
            scene.words(q.span.end, goods.start)
        } else {
            scene.words(goods.end, q.span.start)
        };
        if q.span.overlaps(goods) { 0 } else { between.chars().count() }
    };
    let amounts =
        scene.quantities.iter().filter(|q| !scene.lexicon.words.no_amount.has(&q.unit) && !scene.is_gloss(q));
    let near = amounts.filter(here).min_by_key(|q| gap(q))?;
    let crosses = scene.items.iter().any(|i| !i.span.overlaps(goods) && between(i.span, near.span, goods));
    (gap(near) <= 16 && !crosses).then(|| near.clone())
}

fn between(item: Span, a: Span, b: Span) -> bool {
    let whole = a.cover(b);
    whole.contains(item) && !item.overlaps(a)
}

impl<'a> Scene<'a> {
    /// The end of the gloss in brackets that begins at `at` (4億ドル(約580億円)); `at` itself where none does.
    fn past_gloss(&self, at: u32) -> u32 {
        let rest = self.after(at);
        let close = || rest.char_indices().take(APPOSITION).find(|(_, c)| matches!(c, ')' | '\u{ff09}'));
        let gloss = rest.starts_with(['(', '\u{ff08}']).then(close).flatten();
        gloss.map_or(at, |(i, c)| at + (i + c.len_utf8()) as u32)
    }

    /// Whether an amount only says in brackets what another amounts to.
    fn is_gloss(&self, quantity: &Quantity) -> bool {
        let holds = |q: &Quantity| {
            q.span.end <= quantity.span.start && self.past_gloss(q.span.end) > quantity.span.start
        };
        self.quantities.iter().any(holds)
    }

    /// The particle after a thing, past brackets, an amount and words like など.
    fn particle_after(&self, at: u32) -> &'a str {
        let mut rest = self.after(at).trim_start_matches(['」', '』', '”', ')', '\u{ff09}']);
        if rest.starts_with(['(', '\u{ff08}'])
            && let Some(close) = rest.find([')', '\u{ff09}'])
        {
            rest = rest[close..].trim_start_matches([')', '\u{ff09}']);
        }
        // ドローン「シャヘド136」が: a name in apposition.
        if let Some(close) = rest.strip_prefix('「').and_then(|r| r.find('」')).filter(|at| *at < APPOSITION)
        {
            rest = rest['「'.len_utf8() + close..].trim_start_matches('」');
        }
        let mut place = self.span.end - rest.len() as u32;
        let tail = self.lexicon.words.item_tail.head_of(rest).unwrap_or(0) as u32;
        place += tail;
        if let Some(q) = self.quantities.iter().find(|q| q.span.start == place) {
            place = q.span.end;
        }
        let tail = self.lexicon.words.item_tail.head_of(self.after(place)).unwrap_or(0) as u32;
        self.after(place + tail)
    }

    /// Whether two things are joined: a joining word, with adjectives or an amount at most beside it.
    fn joins_items(&self, from: u32, to: u32) -> bool {
        let from = match self.quantities.iter().find(|q| q.span.start == from) {
            Some(q) => q.span.end,
            None => from,
        };
        let between = self.words(from, to).trim_start_matches(['」', '』', '”', ')', '\u{ff09}']);
        let head = self.lexicon.markers.get(&Part::And);
        let joined =
            head.into_iter().flatten().filter(|w| between.starts_with(w.as_str())).map(String::len).max();
        let tokens = self.tokens().iter().filter(|t| t.span.start >= from && t.span.end <= to);
        let plain = tokens
            .skip(1)
            .all(|t| !matches!(t.pos, Pos::Case | Pos::Topic | Pos::FullStop | Pos::Conjunctive));
        let listed = self.lexicon.words.item_tail.tail_of(self.words(self.span.start, from)).is_some();
        (joined.is_some() || listed) && plain && between.chars().count() < 24
    }
}
