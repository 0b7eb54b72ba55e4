//! Predicates and nouns of giving and getting in a sentence.

use super::scene::{Break, Scene};
use tenkyo_lexicon::transfers::{Direction, Effect, Frame};
use tenkyo_model::{BlockKind, Pos, Token};
use tenkyo_text::Span;

/// A word of giving or getting where it stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Trigger<'a> {
    pub frame: &'a Frame,
    /// The word.
    pub span: Span,
    /// How it stands.
    pub form: Form,
    /// What a predicate over it makes of it, with that predicate's words.
    pub support: Option<(Effect, Span)>,
    /// Whether it is the answer to a request (支援要請に応じる): whoever owns the request gets.
    pub answers: bool,
    /// Where its clause ends: the end of the predicate.
    pub end: u32,
}

/// How a word of giving stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// A predicate.
    Active,
    /// A predicate in the passive.
    Passive,
    /// A predicate with てもらう and the like: the subject gets.
    Benefactive,
    /// A noun.
    Nominal,
}

/// All triggers of a sentence in order.
pub(super) fn all<'a>(scene: &Scene<'a>) -> Vec<Trigger<'a>> {
    let tokens = scene.tokens();
    (0..tokens.len()).filter_map(|at| at_token(scene, tokens, at)).collect()
}

fn at_token<'a>(scene: &Scene<'a>, tokens: &[Token], at: usize) -> Option<Trigger<'a>> {
    let token = &tokens[at];
    match token.pos {
        Pos::Verb => verb(scene, tokens, at),
        pos if is_noun(pos) => noun(scene, tokens, at),
        _ => None,
    }
}

fn verb<'a>(scene: &Scene<'a>, tokens: &[Token], at: usize) -> Option<Trigger<'a>> {
    let frame = scene.lexicon.verb(tokens[at].lemma(scene.text))?;
    let (form, end) = predicate(scene, tokens, at);
    let form = if frame.intransitive { Form::Passive } else { form };
    let end = tokens[end].span.end;
    let support = outer(scene, tokens, at);
    Some(Trigger { frame, span: tokens[at].span, form, support, answers: false, end })
}

fn noun<'a>(scene: &Scene<'a>, tokens: &[Token], at: usize) -> Option<Trigger<'a>> {
    let words = &scene.lexicon.words;
    let token = &tokens[at];
    // IPADIC cuts some nouns of giving in two (引き渡し, 買い付け): longer words are tried first.
    let (frame, last) = joined(scene, tokens, at)?;
    let after = scene.after(tokens[last].span.end);
    let next = tokens.get(last + 1);
    // 帳消しにする
    let made = next.is_some_and(|t| words.makes.has(&scene.text[t.span]));
    let verb = last + 1 + usize::from(made);
    if tokens.get(verb).is_some_and(|t| t.pos == Pos::Verb && words.light.has(t.lemma(scene.text))) {
        let (form, end) = predicate(scene, tokens, verb);
        let form = if frame.intransitive { Form::Passive } else { form };
        let support = outer(scene, tokens, end);
        let span = token.span.cover(tokens[last].span);
        return Some(Trigger { frame, span, form, support, answers: false, end: tokens[end].span.end });
    }
    let other_word = words.follows_noun.head_of(after).is_some()
        || words.before_noun.tail_of(scene.before(token.span.start)).is_some();
    let compound = next.is_some_and(|t| is_noun(t.pos)) && support_at(scene, tokens, last + 1).is_none();
    if other_word
        || compound
            && !next.is_some_and(|t| matches!(t.pos, Pos::Suffix | Pos::AdverbialNoun | Pos::DependentNoun))
    {
        return None;
    }
    let span = token.span.cover(tokens[last].span);
    if ends_clause(scene, tokens, last) {
        return Some(Trigger {
            frame,
            span,
            form: Form::Active,
            support: None,
            answers: false,
            end: span.end,
        });
    }
    let first = over(scene, tokens, last + 1);
    let answer = first
        .filter(|(effect, _)| *effect == Effect::Ask)
        .and_then(|(_, asked)| answer(scene, tokens, asked));
    let support = answer.or(first);
    let end = support.map_or(span.end, |(_, s)| s.end);
    Some(Trigger { frame, span, form: Form::Nominal, support, answers: answer.is_some(), end })
}

/// The answer to a request that is named by a noun: 要請に応じる, 要求を断る.
fn answer(scene: &Scene<'_>, tokens: &[Token], asked: Span) -> Option<(Effect, Span)> {
    let next = tokens.partition_point(|t| t.span.end <= asked.end);
    let noun = tokens.get(next).is_some_and(|t| matches!(t.pos, Pos::Case | Pos::Topic | Pos::Genitive));
    let (effect, span) = noun.then(|| over(scene, tokens, next + 1)).flatten()?;
    matches!(effect, Effect::Agree | Effect::Refuse | Effect::Offer).then_some((effect, span))
}

/// The frame of the noun that begins at `at`, over one to three tokens, and its last token.
fn joined<'a>(scene: &Scene<'a>, tokens: &[Token], at: usize) -> Option<(&'a Frame, usize)> {
    (at..tokens.len().min(at + 3)).rev().find_map(|last| {
        let word = scene.words(tokens[at].span.start, tokens[last].span.end);
        Some((scene.lexicon.noun(word)?, last))
    })
}

/// Whether a verbal noun stands as a predicate without する: before a stop or comma, after an object; at the end of a headline.
fn ends_clause(scene: &Scene<'_>, tokens: &[Token], last: usize) -> bool {
    let next = tokens.get(last + 1);
    let closes = next.is_none_or(|t| matches!(t.pos, Pos::FullStop | Pos::Comma));
    let mut before = tokens[..=last].iter().rev().take_while(|t| t.pos != Pos::FullStop).take(24);
    let object = |t: &Token| t.pos == Pos::Case && scene.lexicon.words.object.has(&scene.text[t.span]);
    closes && before.any(object) || ends_headline(scene, tokens, last)
}

/// Whether a noun ends a headline, alone or with か or へ.
fn ends_headline(scene: &Scene<'_>, tokens: &[Token], last: usize) -> bool {
    let headline = matches!(scene.block, BlockKind::Title | BlockKind::Heading);
    let next = tokens.get(last + 1);
    let tail = next.is_some_and(|t| matches!(t.pos, Pos::Particle | Pos::Case));
    let end = if tail { tokens.get(last + 2) } else { next };
    headline && end.is_none_or(|t| matches!(t.pos, Pos::FullStop | Pos::Symbol | Pos::Other))
}

/// The form of the predicate whose verb is token `at`, and its last token.
fn predicate(scene: &Scene<'_>, tokens: &[Token], at: usize) -> (Form, usize) {
    let words = &scene.lexicon.words;
    let mut form = Form::Active;
    let mut last = at;
    for (i, token) in tokens.iter().enumerate().skip(at + 1) {
        let lemma = token.lemma(scene.text);
        match token.pos {
            Pos::DependentVerb if words.passive.has(lemma) => form = Form::Passive,
            Pos::DependentVerb if words.benefactive.has(lemma) => form = Form::Benefactive,
            Pos::DependentVerb | Pos::Auxiliary => {}
            Pos::Conjunctive if tokens.get(i + 1).is_some_and(|t| t.pos == Pos::DependentVerb) => {}
            _ => break,
        }
        last = i;
    }
    (form, last)
}

/// The predicate over a clause of giving: よう求める, ことに合意する, のを断る.
fn outer(scene: &Scene<'_>, tokens: &[Token], end: usize) -> Option<(Effect, Span)> {
    let (effect, span) = over(scene, tokens, end + 1)?;
    matches!(effect, Effect::Ask | Effect::Agree | Effect::Refuse | Effect::Stop | Effect::Deny)
        .then_some((effect, span))
}

/// The first predicate from token `from` on, if it is one of support and stands in the same clause.
fn over(scene: &Scene<'_>, tokens: &[Token], from: usize) -> Option<(Effect, Span)> {
    let scope = scene.scope(tokens.get(from)?.span.start);
    let mut content = 0;
    for at in from..tokens.len().min(from + 16) {
        let token = &tokens[at];
        let closed = scene.breaks.iter().any(|(b, kind)| {
            *b <= token.span.start && *b > tokens[from].span.start && *kind != Break::Continues
        });
        if closed || token.span.end > scope.end {
            return None;
        }
        // 移転は一切ない: only right after the name of the transfer; elsewhere ない negates something else.
        let bare = |t: &Token| matches!(t.pos, Pos::Topic | Pos::Adverb) || is_marker(scene, t);
        let usable = token.pos != Pos::Adjective || tokens[from..at].iter().all(bare);
        if let Some(found) = usable.then(|| support_at(scene, tokens, at)).flatten() {
            return Some(as_denial(scene, tokens[from].span.start, found));
        }
        // 宇宙技術の提供のほか食料援助も求めた: one predicate over both, unless a particle of case closes the first.
        let closed = tokens[from..at].iter().any(|t| t.pos == Pos::Case);
        let giving = closed && scene.lexicon.noun(&scene.text[token.span]).is_some();
        if giving && is_carried_out(scene, tokens, from, at) {
            return Some((Effect::Do, token.span.cover(tokens[predicate(scene, tokens, at + 1).1].span)));
        }
        content +=
            usize::from(token.pos == Pos::Verb && !scene.lexicon.words.light.has(token.lemma(scene.text)));
        if content > 0 || giving {
            return None;
        }
    }
    None
}

/// Whether the giving at token `at` is only that of the help whose name ends before `from`: 軍事支援を提供する.
fn is_carried_out(scene: &Scene<'_>, tokens: &[Token], from: usize, at: usize) -> bool {
    let words = &scene.lexicon.words;
    let object = words.object.words.first();
    let light = tokens.get(at + 1).is_some_and(|t| words.light.has(t.lemma(scene.text)));
    let frame = scene.lexicon.noun(&scene.text[tokens[at].span]);
    let gives = frame.is_some_and(|f| f.direction == Direction::Give && f.object.is_none());
    let named = from.checked_sub(1).and_then(|i| scene.lexicon.noun(&scene.text[tokens[i].span]));
    let help = named.is_some_and(|f| f.object.is_some());
    let between = &tokens[from..at];
    help && light
        && gives
        && object.is_some_and(|w| between.first().is_some_and(|t| &scene.text[t.span] == w))
}

fn is_marker(scene: &Scene<'_>, token: &Token) -> bool {
    scene.lexicon.words.moved.has(&scene.text[token.span])
}

/// 派兵説を退ける: whoever turns down a claim denies what it says.
fn as_denial(scene: &Scene<'_>, from: u32, (effect, span): (Effect, Span)) -> (Effect, Span) {
    let claims = &scene.lexicon.words.claims.words;
    let between = scene.words(from, span.start);
    let claimed = effect == Effect::Refuse && claims.iter().any(|w| between.contains(w.as_str()));
    (if claimed { Effect::Deny } else { effect }, span)
}

/// The support at token `at`: a verb, or a verbal noun that governs (の停止, を要請, 要請).
fn support_at(scene: &Scene<'_>, tokens: &[Token], at: usize) -> Option<(Effect, Span)> {
    let token = tokens.get(at)?;
    let long = tokens.get(at + 1).map(|t| scene.words(token.span.start, t.span.end));
    let plain = matches!(token.pos, Pos::Verb | Pos::Adjective)
        .then(|| token.lemma(scene.text))
        .unwrap_or(&scene.text[token.span]);
    let usable = matches!(token.pos, Pos::Verb | Pos::Adjective) || is_noun(token.pos);
    // 凍結資産: a part of the name of a thing.
    let named = scene.items.iter().any(|i| i.span.contains(token.span) && i.span.end > token.span.end);
    let support = (usable && !named)
        .then(|| long.and_then(|w| scene.lexicon.support(w)).or_else(|| scene.lexicon.support(plain)))??;
    let (_, last) = predicate(scene, tokens, at);
    // 確約もしなかった: も and は may stand between the noun and する.
    let topic = tokens.get(last + 1).is_some_and(|t| t.pos == Pos::Topic && is_noun(token.pos));
    let next = if topic { last + 2 } else { last + 1 };
    let last = match tokens.get(next) {
        Some(t) if t.pos == Pos::Verb && scene.lexicon.words.light.has(t.lemma(scene.text)) => {
            predicate(scene, tokens, next).1
        }
        _ => last,
    };
    Some((support.effect, token.span.cover(tokens[last].span)))
}

pub(super) fn is_noun(pos: Pos) -> bool {
    use Pos::*;
    matches!(pos, Noun | Verbal | Proper | AdverbialNoun | AdjectivalNoun | Suffix | Counter | DependentNoun)
}
