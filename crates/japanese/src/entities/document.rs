//! What the whole document says of its names: one found in one place is a name in the others.

use std::collections::BTreeMap;
use tenkyo_model::{Analysis, Entity, EntityLabel, Pos, Token};
use tenkyo_text::Span;

/// Classes whose names a document repeats.
const CLASSES: [EntityLabel; 4] =
    [EntityLabel::Person, EntityLabel::Organization, EntityLabel::Location, EntityLabel::Facility];
/// How many names that begin with the same token are tried at a token, so that time stays linear.
const TRIED: usize = 8;
/// A name of fewer bytes (two kanji) is not looked for elsewhere.
const SHORTEST: usize = 6;
/// Nor one of more bytes.
const LONGEST: usize = 90;

/// How often a name was found as each of the classes.
type Votes = [usize; CLASSES.len()];

/// Gives each name the class that it has most often in the document, and finds it where it was overlooked.
pub fn agree(text: &str, analysis: &mut Analysis) {
    let votes = votes(text, &analysis.entities);
    for entity in &mut analysis.entities {
        if let Some(votes) = votes.get(&text[entity.span]) {
            settle(entity, votes);
        }
    }
    let found = overlooked(text, analysis, &votes);
    analysis.entities.extend(found);
    analysis.entities.sort_by_key(|e| (e.span.start, e.span.end));
}

fn votes<'t>(text: &'t str, entities: &[Entity]) -> BTreeMap<&'t str, Votes> {
    let mut votes = BTreeMap::<_, Votes>::new();
    for entity in entities.iter().filter(|e| (SHORTEST..=LONGEST).contains(&e.span.len())) {
        if let Some(class) = CLASSES.iter().position(|c| *c == entity.label) {
            votes.entry(&text[entity.span]).or_default()[class] += 1;
        }
    }
    votes
}

/// Another class wins when it was found more than twice as often.
fn settle(entity: &mut Entity, votes: &Votes) {
    let Some(class) = CLASSES.iter().position(|c| *c == entity.label) else { return };
    let most = best(votes);
    if votes[most] > 2 * votes[class] {
        entity.label = CLASSES[most];
    }
}

/// The class found most often; of equals the first.
fn best(votes: &Votes) -> usize {
    (0..votes.len()).rev().max_by_key(|c| votes[*c]).unwrap_or(0)
}

fn overlooked(text: &str, analysis: &Analysis, votes: &BTreeMap<&str, Votes>) -> Vec<Entity> {
    let tokens = &analysis.tokens;
    let names = by_first_token(text, analysis, votes);
    let mut entities = analysis.entities.iter().peekable();
    let mut found: Vec<Entity> = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        while entities.next_if(|e| e.span.end <= token.span.start).is_some() {}
        let free = entities.peek().map_or(u32::MAX, |e| e.span.start);
        let after = found.last().map_or(0, |e| e.span.end);
        let Some(names) = names.get(&text[token.span]).filter(|_| token.span.start >= after) else {
            continue;
        };
        let here = names.iter().filter_map(|(name, class)| {
            let span = Span { start: token.span.start, end: token.span.start + name.len() as u32 };
            (span.end <= free && stands_alone(text, tokens, at, span, name))
                .then_some(Entity { span, label: *class })
        });
        found.extend(here.max_by_key(|e| e.span.end));
    }
    found
}

/// The names that hold a proper noun or an unknown word, by the first token they have where they were found.
fn by_first_token<'t>(
    text: &'t str,
    analysis: &Analysis,
    votes: &BTreeMap<&'t str, Votes>,
) -> BTreeMap<&'t str, Vec<(&'t str, EntityLabel)>> {
    let tokens = &analysis.tokens;
    let mut names = BTreeMap::<&str, Vec<_>>::new();
    for entity in &analysis.entities {
        let Some((name, votes)) = votes.get_key_value(&text[entity.span]) else { continue };
        let first = tokens.partition_point(|t| t.span.end <= entity.span.start);
        let telling = tokens[first..].iter().take_while(|t| t.span.start < entity.span.end).any(is_telling);
        if let Some(token) = tokens.get(first).filter(|_| telling) {
            let list = names.entry(&text[token.span]).or_default();
            if list.len() < TRIED && !list.iter().any(|(n, _)| n == name) {
                list.push((*name, CLASSES[best(votes)]));
            }
        }
    }
    names
}

fn is_telling(token: &Token) -> bool {
    !token.known || matches!(token.pos, Pos::Person | Pos::Place | Pos::Organization | Pos::Proper)
}

/// Whether the name stands at `span`, which begins with token `at`, and is no part of a longer compound.
fn stands_alone(text: &str, tokens: &[Token], at: usize, span: Span, name: &str) -> bool {
    if !text[span.start as usize..].starts_with(name) {
        return false;
    }
    let after = at + tokens[at..].iter().take_while(|t| t.span.end <= span.end).count();
    let whole = tokens[after - 1].span.end == span.end;
    let joined = |token: Option<&Token>, edge: fn(&Token) -> u32, at: u32| {
        token.is_some_and(|t| edge(t) == at && is_compound(t.pos))
    };
    let before = at.checked_sub(1).and_then(|i| tokens.get(i));
    whole
        && !joined(before, |t| t.span.end, span.start)
        && !joined(tokens.get(after), |t| t.span.start, span.end)
}

/// Whether a noun beside a name makes one word with it; suffixes do not count, titles are among them.
fn is_compound(pos: Pos) -> bool {
    use Pos::*;
    matches!(pos, Noun | Person | Place | Organization | Proper | Number | Counter | Prefix)
}
