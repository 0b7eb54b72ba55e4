//! One bunsetsu as events need it: its slot, its predicate, the actors that it stands for.

use crate::Context;
use std::ops::Range;
use tenkyo_lexicon::events::{Effect, Slot};
use tenkyo_model::{ActorId, Bunsetsu, Pos, Relation, Token};
use tenkyo_text::Span;

/// Longest gloss in round brackets, in tokens.
const GLOSS: usize = 24;

/// One bunsetsu.
#[derive(Clone, Debug, Default)]
pub(super) struct Phrase {
    /// Its tokens without particles and punctuation at the end.
    pub(super) content: Range<usize>,
    /// The words of `content`.
    pub(super) words: Span,
    /// What its particles mark.
    pub(super) slot: Option<Slot>,
    /// Its predicate, if it has one.
    pub(super) predicate: Option<Predicate>,
    /// The actors that the whole phrase stands for.
    pub(super) actors: Vec<ActorId>,
    /// Just inside the start of its name, or where the round brackets open that it closes, if that is in an earlier phrase.
    pub(super) gloss: Option<u32>,
    /// Whether its particle says that its verbal noun is to happen (`会談へ`).
    pub(super) headed: bool,
    /// Whether its verb only joins a phrase to the next predicate, as a particle would (`に向けて`).
    pub(super) transparent: bool,
    /// Whether its predicate says of something that it was held (`行われた`): no actor is the subject of that.
    pub(super) staged: bool,
    /// Whether all its actors are places.
    pub(super) is_place: bool,
    /// Whether a comma ends it.
    pub(super) ends_with_comma: bool,
}

/// The predicate of a bunsetsu.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Predicate {
    /// Index of the token that carries the meaning: a verb, or the verbal noun before する.
    pub(super) token: usize,
    /// Whether `token` is a noun.
    pub(super) nominal: bool,
    /// Whether it is in the passive.
    pub(super) passive: bool,
    /// Whether it is in the causative.
    pub(super) causative: bool,
    /// The words from the start of the meaning to the end of the inflection.
    pub(super) span: Span,
}

/// Reads one bunsetsu; `sites` are the mentions of actors in order of their ends.
pub(super) fn read(context: Context<'_>, sites: &[(Span, ActorId)], bunsetsu: &Bunsetsu) -> Phrase {
    let tokens = &context.analysis.tokens;
    let text = &context.article.text;
    let inner = trim_marks(tokens, bunsetsu.tokens.clone());
    let particles = trailing(tokens, inner.clone(), is_particle);
    let content = trim_marks(tokens, inner.start..particles.start);
    let joined = tokens[particles.clone()].iter().map(|t| &text[t.span]).collect::<String>();
    let words = cover(tokens, content.clone()).unwrap_or(bunsetsu.span);
    let rest = &tokens[inner.end..bunsetsu.tokens.end];
    let brackets =
        tokens[content.end..particles.start].iter().chain(rest).take_while(|t| t.pos == Pos::Close);
    let closed = brackets.last().map_or(words.end, |t| t.span.end);
    let quoted = is_quotative(tokens, particles.clone());
    let lasting = is_lasting(context, content.clone(), particles.clone());
    let headed = bunsetsu.relation == Relation::Root
        && context.lexicon.events.grammar.headed.contains(&joined)
        && tokens[content.clone()].last().is_some_and(|t| t.pos == Pos::Verbal);
    let found = predicate(context, content.clone(), !particles.is_empty() && !lasting && !headed);
    let joins =
        |p: Predicate| !p.nominal && context.lexicon.events.grammar.joining.iter().any(|w| *w == text[words]);
    let gloss = before_brackets(text, tokens, content.clone());
    let standing = match gloss {
        Some(end) => ending_at(sites, end),
        None => actors(context, sites, words, closed),
    };
    let earlier = || {
        let first = sites.partition_point(|(span, _)| span.end <= words.start);
        let ending = sites[first..].iter().take_while(|(span, _)| span.end <= closed);
        let own = ending.filter(|(_, actor)| standing.contains(actor)).map(|(span, _)| span.start).min();
        // A place inside the first phrase of the name, not the end of the phrase before, unless that is what brackets gloss
        // (`中村太郎(65)ら4人の容疑者`).
        let inside = |start: u32| start + u32::from(!text[start as usize..].starts_with(['(', '\u{ff08}']));
        own.filter(|start| *start < bunsetsu.span.start).map(inside)
    };
    let gloss = gloss.or_else(earlier);
    let marked = context.lexicon.events.grammar.slot(&joined);
    let beside = marked == Some(Slot::With) && !standing.is_empty();
    Phrase {
        headed,
        transparent: found.is_some_and(joins),
        staged: found.is_some_and(|p| p.passive && is_staging(context, p)),
        words,
        is_place: false,
        slot: match marked {
            _ if quoted && !beside => Some(Slot::Quote),
            _ if (lasting || headed) && found.is_some() => None,
            marked => marked,
        },
        predicate: found,
        actors: standing,
        gloss,
        ends_with_comma: rest.iter().any(|t| t.pos == Pos::Comma),
        content,
    }
}

fn is_staging(context: Context<'_>, predicate: Predicate) -> bool {
    let lemma = context.analysis.tokens[predicate.token].lemma(&context.article.text);
    context.lexicon.events.words.light_verbs(lemma).any(|light| light.effect == Effect::Happens)
}

/// Whether the phrase describes the next by what goes on (`訪問中の`).
fn is_lasting(context: Context<'_>, content: Range<usize>, particles: Range<usize>) -> bool {
    let tokens = &context.analysis.tokens;
    let joined = tokens[particles].iter().map(|t| &context.article.text[t.span]).collect::<String>();
    let grammar = &context.lexicon.events.grammar;
    grammar.lasting.contains(&joined) && tokens[content].last().is_some_and(|t| is_aspect(context, t))
}

fn is_aspect(context: Context<'_>, token: &Token) -> bool {
    context.lexicon.events.grammar.aspects.iter().any(|a| *a == context.article.text[token.span])
}

fn is_quotative(tokens: &[Token], particles: Range<usize>) -> bool {
    tokens[particles].first().is_some_and(|t| t.pos == Pos::Case && t.field(2) == Some("引用"))
}

fn is_particle(token: &Token) -> bool {
    use Pos::*;
    matches!(token.pos, Case | Topic | Genitive | Coordinating | Particle)
}

/// `range` without punctuation and closing brackets at its end.
fn trim_marks(tokens: &[Token], range: Range<usize>) -> Range<usize> {
    use Pos::*;
    let mark = |t: &Token| matches!(t.pos, Comma | FullStop | Close | Symbol | Open);
    let marks = trailing(tokens, range.clone(), mark);
    range.start..marks.start
}

/// The longest end of `range` whose tokens all pass `test`.
fn trailing(tokens: &[Token], range: Range<usize>, test: impl Fn(&Token) -> bool) -> Range<usize> {
    let kept =
        tokens[range.clone()].iter().rposition(|t| !test(t)).map_or(range.start, |i| range.start + i + 1);
    kept..range.end
}

fn cover(tokens: &[Token], range: Range<usize>) -> Option<Span> {
    let tokens = &tokens[range];
    Some(Span { start: tokens.first()?.span.start, end: tokens.last()?.span.end })
}

/// The actors whose mentions end the phrase, but for words such as `側` and readings in brackets. `sites` are in order of
/// their ends; `end` is the end of the phrase with its closing brackets.
fn actors(context: Context<'_>, sites: &[(Span, ActorId)], words: Span, end: u32) -> Vec<ActorId> {
    let sides = &context.lexicon.events.grammar.sides;
    let text = &context.article.text;
    let bracket = text[words].find(['(', '(']).map(|at| words.start + at as u32);
    let first = sites.partition_point(|(span, _)| span.end <= words.start);
    let within = || sites[first..].iter().take_while(|(span, _)| span.end <= end);
    let is_side = |rest: &str| rest.is_empty() || sides.iter().any(|side| side == rest);
    let before =
        |span: &Span| bracket.is_some_and(|b| span.end == b || (span.start < b && span.end >= words.end));
    let counted = |rest: Span| {
        let tokens = &context.analysis.tokens[context.analysis.tokens_in(rest)];
        let counts = |t: &Token| context.lexicon.events.grammar.counting.iter().any(|c| *c == text[t.span]);
        tokens.iter().any(|t| t.pos == Pos::Number)
            && tokens.iter().all(|t| t.pos == Pos::Number || counts(t))
    };
    let ends = |span: &Span| {
        let rest = Span { start: span.end.min(words.end), end: words.end };
        is_side(&text[rest]) || counted(rest)
    };
    let pick = |fits: &dyn Fn(&Span) -> bool| {
        let mut found: Vec<_> = within().filter(|(span, _)| fits(span)).map(|(_, actor)| *actor).collect();
        found.sort();
        found.dedup();
        found
    };
    let outside = pick(&before);
    if outside.is_empty() { pick(&ends) } else { outside }
}

/// Where the round brackets open that end phrase `content` and began in an earlier one (`委員長(当時の肩書)が`).
fn before_brackets(text: &str, tokens: &[Token], content: Range<usize>) -> Option<u32> {
    let last = content.end.checked_sub(1)?;
    let closed = tokens.get(content.end).filter(|t| t.pos == Pos::Close)?;
    let first = last.saturating_sub(GLOSS);
    let inside = tokens[first..=last].iter().rev().take_while(|t| t.pos != Pos::Close);
    let open = inside.into_iter().find(|t| t.pos == Pos::Open)?;
    let round = matches!(&text[closed.span], "\u{29}" | "\u{ff09}");
    (round && open.span.start <= tokens[content.start].span.start).then_some(open.span.start)
}

/// The actors whose mentions end at `end`.
fn ending_at(sites: &[(Span, ActorId)], end: u32) -> Vec<ActorId> {
    let first = sites.partition_point(|(span, _)| span.end < end);
    let mut found: Vec<_> =
        sites[first..].iter().take_while(|(s, _)| s.end == end).map(|(_, a)| *a).collect();
    found.sort();
    found.dedup();
    found
}

fn predicate(context: Context<'_>, content: Range<usize>, marked: bool) -> Option<Predicate> {
    let tokens = &context.analysis.tokens;
    let text: &str = &context.article.text;
    let grammar = &context.lexicon.events.grammar;
    let is = |list: &[String], t: &Token| list.iter().any(|w| w == t.lemma(text));
    let noun = content.clone().rev().find(|i| tokens[*i].pos == Pos::Verbal);
    let verb = (noun.unwrap_or(content.start)..content.end).find(|i| tokens[*i].pos == Pos::Verb);
    let (token, nominal) = match verb {
        Some(v) if is(&grammar.suru, &tokens[v]) && v > content.start => (v - 1, true),
        Some(v) => (v, false),
        None if !marked => (content.clone().rev().find(|i| tokens[*i].pos == Pos::Verbal)?, true),
        None => return None,
    };
    let over = |t: &Token| content.len() == 2 && grammar.after.iter().any(|a| *a == text[t.span]);
    let inflects = |t: &Token| t.pos == Pos::Auxiliary || is_aspect(context, t) || over(t);
    if verb.is_none() && !tokens[token + 1..content.end].iter().all(inflects) {
        return None;
    }
    let tail = &tokens[token + 1..content.end];
    let any = |list: &[String]| tail.iter().any(|t| is(list, t));
    let span = Span { start: tokens[token].span.start, end: tokens[content.end - 1].span.end };
    Some(Predicate {
        token,
        nominal,
        passive: any(&grammar.passive),
        causative: any(&grammar.causative),
        span,
    })
}
