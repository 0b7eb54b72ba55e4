//! Patterns over morphemes: how phrases of saying and of doubt are written in the data files.
//!
//! A pattern is a list of elements with spaces between them; an element is one or more alternatives with `|` between them and
//! may end in `?` (may be absent). An alternative matches a morpheme of this dictionary form, or a run of whole morphemes that
//! is written like it: `可能性 が|は|も ある` matches `可能性もあり`, however the dictionary cuts `可能性`.
//! `@noun`, `@verb`, `@adjective` and `@adverb` match any morpheme of that class.

use tenkyo_model::{Pos, Token};

/// A compiled pattern.
#[derive(Clone, Debug)]
pub struct Pattern {
    elements: Vec<Element>,
}

#[derive(Clone, Debug)]
struct Element {
    alternatives: Vec<Alternative>,
    optional: bool,
}

#[derive(Clone, Debug)]
enum Alternative {
    Word(String),
    Class(fn(Pos) -> bool),
}

impl Pattern {
    /// Compiles a pattern.
    ///
    /// # Errors
    /// An empty pattern, an empty alternative, an unknown class, or nothing but optional elements: with what to do.
    pub fn new(source: &str) -> Result<Self, String> {
        let elements = source.split_whitespace().map(element).collect::<Result<Vec<_>, _>>()?;
        if elements.iter().all(|e| e.optional) {
            return Err(format!("pattern \"{source}\" could match nothing; give it a word without ?"));
        }
        Ok(Self { elements })
    }

    /// The end (an index into `tokens`, exclusive) of the longest match that begins at `at`.
    pub fn matches(&self, text: &str, tokens: &[Token], at: usize) -> Option<usize> {
        run(&self.elements, text, tokens, at)
    }

    /// The first characters that a match can begin with; none when a class can begin it.
    pub fn first(&self) -> Option<Vec<char>> {
        let mut out = Vec::new();
        for element in &self.elements {
            for alternative in &element.alternatives {
                let Alternative::Word(word) = alternative else { return None };
                out.extend(word.chars().next());
            }
            if !element.optional {
                break;
            }
        }
        Some(out)
    }
}

fn element(source: &str) -> Result<Element, String> {
    let (words, optional) = match source.strip_suffix('?') {
        Some(words) => (words, true),
        None => (source, false),
    };
    let alternatives = words.split('|').map(alternative).collect::<Result<_, _>>()?;
    Ok(Element { alternatives, optional })
}

fn alternative(word: &str) -> Result<Alternative, String> {
    Ok(match word {
        "" => return Err("an alternative is empty; remove the extra |".into()),
        "@noun" => Alternative::Class(is_noun),
        "@verb" => Alternative::Class(|pos| pos == Pos::Verb),
        "@adjective" => Alternative::Class(|pos| matches!(pos, Pos::Adjective | Pos::AdjectivalNoun)),
        "@adverb" => Alternative::Class(|pos| matches!(pos, Pos::Adverb | Pos::AdverbialNoun)),
        _ if word.starts_with('@') => {
            return Err(format!("no class {word}; write @noun, @verb, @adjective or @adverb"));
        }
        _ => Alternative::Word(word.into()),
    })
}

/// Whether morphemes of this class stand in noun phrases.
pub fn is_noun(pos: Pos) -> bool {
    use Pos::*;
    matches!(
        pos,
        Noun | Person
            | Place
            | Organization
            | Proper
            | Verbal
            | AdjectivalNoun
            | Number
            | AdverbialNoun
            | Pronoun
            | DependentNoun
            | Suffix
            | Counter
    )
}

fn run(elements: &[Element], text: &str, tokens: &[Token], at: usize) -> Option<usize> {
    let Some((element, rest)) = elements.split_first() else { return Some(at) };
    let taken = element
        .alternatives
        .iter()
        .filter_map(|alternative| take(alternative, text, tokens, at))
        .filter_map(|next| run(rest, text, tokens, next))
        .max();
    if element.optional { taken.max(run(rest, text, tokens, at)) } else { taken }
}

fn take(alternative: &Alternative, text: &str, tokens: &[Token], at: usize) -> Option<usize> {
    let token = tokens.get(at)?;
    match alternative {
        Alternative::Class(holds) => holds(token.pos).then_some(at + 1),
        Alternative::Word(word) if token.lemma(text) == word => Some(at + 1),
        Alternative::Word(word) => written(word, text, tokens, at),
    }
}

/// The end of the run of whole morphemes at `at` that is written like `word`.
fn written(word: &str, text: &str, tokens: &[Token], at: usize) -> Option<usize> {
    let start = tokens[at].span.start as usize;
    if !text[start..].starts_with(word) {
        return None;
    }
    let end = start + word.len();
    let past = tokens[at..].iter().position(|t| t.span.end as usize >= end)?;
    (tokens[at + past].span.end as usize == end).then_some(at + past + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn refuses_what_cannot_be_meant() {
        assert!(Pattern::new("").is_err());
        assert!(Pattern::new("が? は?").is_err());
        assert!(Pattern::new("@name").is_err());
        assert!(Pattern::new("a||b").is_err());
    }

    #[test]
    fn first_characters_pass_over_optional_elements() {
        assert_eq!(Pattern::new("と? 可能性|恐れ が").unwrap().first(), Some(vec!['と', '可', '恐']));
        assert_eq!(Pattern::new("@noun が").unwrap().first(), None);
    }
}
