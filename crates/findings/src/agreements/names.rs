//! Whether two names are of one agreement: names that several treaties share, and names with a slip of the pen.

use super::mentions::Mention;
use crate::Context;
use tenkyo_model::{ActorId, Findings};

/// Characters of the shortest name in which a slip is still told from another name.
const SHORTEST: usize = 9;

/// The known treaty that a name belongs to which others bear too: by its year, or by its parties in the sentence.
pub(super) fn shared(context: Context<'_>, findings: &Findings, mention: &Mention) -> Option<usize> {
    let name = &context.article.text[mention.span];
    let sentence = context.analysis.sentences[mention.sentence].span;
    let signed = |year: &str| {
        let mut told = findings.times.iter().filter(|t| sentence.contains(t.span));
        told.any(|t| t.value.starts_with(year))
    };
    let named = |id: &String| {
        let at = findings.actors.iter().position(|a| a.knowledge.as_ref() == Some(id));
        let actor = at.map(|i| ActorId(i as u32));
        actor
            .is_some_and(|a| findings.actors[a.0 as usize].mentions.iter().any(|m| sentence.contains(m.span)))
    };
    let fits = |k: &&tenkyo_lexicon::agreements::Known| {
        let year = k.signed.as_deref().and_then(|d| d.get(..4)).is_some_and(signed);
        let parties = k.parties.iter().filter(|p| named(p)).count();
        parties > 0 && (year || parties == k.parties.len())
    };
    let known = &context.lexicon.agreements.known;
    // Of treaties of one name and year the one whose parties are all told.
    let best = known.iter().filter(|k| k.shared.iter().any(|n| n == name)).filter(fits);
    let best = best.max_by_key(|k| k.parties.iter().filter(|p| named(p)).count())?;
    context.lexicon.agreements.by_id(&best.id)
}

/// Whether two long names differ by one letter (パートナッシップ, パートナーシップ).
pub(super) fn is_slip(a: &str, b: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    if a.len().min(b.len()) < SHORTEST || a.len().abs_diff(b.len()) > 1 {
        return false;
    }
    let head = a.iter().zip(&b).take_while(|(x, y)| x == y).count();
    let tail = a.iter().rev().zip(b.iter().rev()).take_while(|(x, y)| x == y).count();
    let katakana = |c: Option<&char>| c.is_none_or(|c| matches!(c, '\u{30a1}'..='\u{30fe}'));
    head + tail + 1 >= a.len().max(b.len()) && katakana(a.get(head)) && katakana(b.get(head))
}
