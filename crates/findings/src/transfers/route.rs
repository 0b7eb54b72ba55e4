//! Where goods set out, where they go and what carries them.

use super::scene::Scene;
use super::trigger::{Trigger, is_noun};
use tenkyo_lexicon::quantity::Words;
use tenkyo_model::{Pos, Terms, Token};
use tenkyo_text::Span;

/// Characters of the longest name of a ship in brackets.
const NAME: usize = 24;

/// The route of the goods, as the sentence words it; states are parties and no places on a route.
pub(super) fn of(scene: &Scene<'_>, trigger: &Trigger<'_>, item: Span) -> Terms {
    let words = &scene.lexicon.words;
    let scope = scene.scope(trigger.span.start);
    Terms {
        route_from: place(scene, scope, &words.route_from),
        route_to: place(scene, scope, &words.route_to),
        carrier: carrier(scene, scope, item),
        ..Terms::default()
    }
}

/// The last place in `scope` before one of these particles.
fn place(scene: &Scene<'_>, scope: Span, particles: &Words) -> Option<Span> {
    let tokens = scene.tokens();
    (0..tokens.len()).rev().find_map(|at| {
        let token = &tokens[at];
        let after = scene.after(token.span.end);
        let marked = particles.head_of(after).is_some()
            && token.span.start >= scope.start
            && token.span.end < scope.end;
        let named = token.pos == Pos::Place
            || scene.lexicon.words.stations.tail_of(&scene.text[token.span]).is_some();
        let span = (marked && named).then(|| compound(tokens, at))?;
        let state = scene
            .names
            .iter()
            .any(|n| n.span == span && n.kind != tenkyo_model::ActorKind::Place && is_state(scene, span));
        let timed = scene.times.iter().any(|t| t.span.overlaps(span));
        (!state && !timed).then_some(span)
    })
}

/// Whether a name is that of a state itself and not of a place in one.
fn is_state(scene: &Scene<'_>, span: Span) -> bool {
    scene.lexicon.words.stations.tail_of(&scene.text[span]).is_none()
}

/// The compound noun that ends with token `at`.
fn compound(tokens: &[Token], at: usize) -> Span {
    let joins = |t: &Token| is_noun(t.pos) || matches!(t.pos, Pos::Place | Pos::Organization | Pos::Person);
    let mut first = at;
    while first > 0 && joins(&tokens[first - 1]) && tokens[first - 1].span.end == tokens[first].span.start {
        first -= 1;
    }
    tokens[first].span.cover(tokens[at].span)
}

/// The ship, train or road in `scope`, with its name in brackets.
fn carrier(scene: &Scene<'_>, scope: Span, item: Span) -> Option<Span> {
    let tokens = scene.tokens();
    let carriers = &scene.lexicon.words.carriers;
    let here = |t: &Token| t.span.start >= scope.start && t.span.end <= scope.end && !t.span.overlaps(item);
    (0..tokens.len()).find_map(|at| {
        let whole = compound(tokens, at);
        let fits = here(&tokens[at]) && carriers.tail_of(&scene.text[whole]).is_some();
        let last = tokens.get(at + 1).is_none_or(|t| !is_noun(t.pos));
        let rest = scene.after(whole.end);
        let moves = carriers.head_of(rest).is_none() && scene.lexicon.words.carried.head_of(rest).is_some();
        let name = rest.strip_prefix('「').and_then(|r| r.find('」')).filter(|n| r_chars(rest, *n) <= NAME);
        let named = name.map(|n| Span {
            start: whole.start,
            end: whole.end + (n + '「'.len_utf8() + '」'.len_utf8()) as u32,
        });
        (fits && last && (moves || named.is_some())).then(|| named.unwrap_or(whole))
    })
}

fn r_chars(rest: &str, bytes: usize) -> usize {
    rest[..('「'.len_utf8() + bytes).min(rest.len())].chars().count()
}
