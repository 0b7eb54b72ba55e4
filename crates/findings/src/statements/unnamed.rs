//! Speakers whom no name tells apart: a noun phrase for people or a body (`原告ら`, `武装勢力の代表者`) that says something
//! becomes an actor of its own.

use super::attribute::Attribution;
use super::discourse::Discourse;
use super::draft::Draft;
use super::line::Line;
use super::people::People;
use super::{alone, frame, is_heading};
use std::collections::BTreeMap;
use tenkyo_lexicon::speech::pattern::is_noun;
use tenkyo_lexicon::speech::phrase::Mark;
use tenkyo_model::{Actor, ActorId, ActorKind, Findings, Mention, MentionForm, Pos, RuleId, Token};
use tenkyo_text::Span;

/// Rule of the mentions that this module adds.
const RULE: &str = "actor.speaker";

/// Rule of the mentions of speakers that are left out.
const OMITTED: &str = "actor.omitted";

/// The noun phrase of a speaker.
#[derive(Clone, Debug)]
pub(super) struct Phrase {
    /// Its words, without what stands before の.
    noun: Span,
    /// Its words with the modifier before の, where it has one.
    whole: Span,
    /// Its words without what marks a side or a plural: phrases with the same ones speak of the same.
    key: String,
    /// The actor it points back to (`同地裁`).
    antecedent: Option<ActorId>,
}

/// Phrases for which no actor stands.
#[derive(Debug, Default)]
pub(super) struct Phrases {
    /// Those that speak.
    speaking: Vec<Phrase>,
    /// All topics and subjects: mentions of the same, where they do not speak.
    others: Vec<Phrase>,
}

/// The phrases in `lines` that speak and for which no actor stands.
pub(super) fn phrases(people: &People<'_>, lines: &[Line]) -> Phrases {
    let mut discourse = Discourse::default();
    let mut out = Phrases::default();
    for (number, line) in lines.iter().enumerate() {
        let sources = frame::sources(people, line);
        let from = |s: &frame::Source| s.actors.is_empty() && !s.document;
        let mut ends: Vec<usize> =
            sources.iter().filter(|s| from(s)).map(|s| line.at(s.span.start) + 1).collect();
        let heading = is_heading(people, lines, number);
        let attribution = Attribution { people, line, number, sources, heading };
        let outcome = attribution.read(&attribution.cues(), &mut discourse);
        let beside = alone::before_last(people, line, &outcome).filter(|(h, _)| h.actors.is_empty());
        ends.extend(beside.map(|(holder, _)| holder.noun));
        ends.extend(outcome.unnamed);
        out.speaking.extend(ends.into_iter().filter_map(|end| phrase(people, line, end)));
        let silent =
            people.holders(line, 0, line.len()).into_iter().filter(|h| h.actors.is_empty() && !h.document);
        out.others.extend(silent.filter_map(|h| phrase(people, line, h.noun)));
    }
    out
}

/// The phrase whose head ends before unit `end`.
fn phrase(people: &People<'_>, line: &Line, end: usize) -> Option<Phrase> {
    let mut end = end;
    while end > 0 && line.is_aside(end - 1) {
        end -= 1;
    }
    let head = people.head_before(line, end).filter(|_| end > 0 && line.quote(end - 1).is_none())?;
    let found = people.speech().heads.at(people.text(), &line.tokens, head)?;
    if found.rule.has(Mark::Anaphor) || (found.rule.has(Mark::Affix) && run_start(&line.tokens, head) == head)
    {
        return None;
    }
    let tokens = &line.tokens[..];
    let start = run_start(tokens, head);
    let noun = line.span(start, end);
    let text = people.text();
    let alone =
        start == 0 || line.pos(start - 1) != Pos::Genitive || people.before(line, start - 1).is_none();
    let antecedent = pointed(people, noun).or_else(|| home(people, noun).filter(|_| alone));
    let pointing = begins_anaphor(people, &tokens[start..end.min(tokens.len())]);
    if antecedent.is_none() && pointing {
        return None;
    }
    let whole = modifier_start(people.findings, tokens, start).map_or(noun, |first| line.span(first, end));
    let whole = without_pronoun(people, whole);
    // A count alone (`2人`) points back; with の it picks some of many (`学生の1人`).
    let count = line.pos(start) == Pos::Number;
    if count && whole == noun {
        return None;
    }
    let noun = if count { whole } else { noun };
    let plain = people.without_tail(line, end).filter(|at| *at > start).unwrap_or(end);
    Some(Phrase { noun, whole, key: text[line.span(start, plain)].to_owned(), antecedent })
}

/// The words without a pronoun that they begin with (`同国外務省の報道官`): it names nobody outside the article.
fn without_pronoun(people: &People<'_>, whole: Span) -> Span {
    let text = &people.text()[whole];
    let pronouns = &people.context.lexicon.actors.words.pronouns;
    let found = pronouns.find(text, |m| m.span.start == 0).into_iter().next();
    let rest = found.map_or(0, |m| m.span.end);
    if rest > 0 && whole.start + rest < whole.end {
        Span { start: whole.start + rest, ..whole }
    } else {
        whole
    }
}

/// The first token of the nouns that touch each other before token `at`.
fn run_start(tokens: &[Token], at: usize) -> usize {
    let joins = |i: &usize| {
        let token = &tokens[*i];
        (is_noun(token.pos) && token.pos != Pos::AdverbialNoun || token.pos == Pos::Prefix)
            && token.span.end == tokens[i + 1].span.start
    };
    (0..at).rev().take_while(joins).last().unwrap_or(at)
}

/// Where the nouns before `の` begin that describe the phrase which begins with token `start`; none when they tell a time.
fn modifier_start(findings: &Findings, tokens: &[Token], start: usize) -> Option<usize> {
    let particle = start.checked_sub(1).filter(|i| tokens[*i].pos == Pos::Genitive)?;
    let last = particle.checked_sub(1)?;
    let touches = tokens[last].span.end == tokens[particle].span.start;
    let nominal = is_noun(tokens[last].pos) && tokens[last].pos != Pos::AdverbialNoun;
    let first = (touches && nominal).then(|| run_start(tokens, last))?;
    let words = tokens[first].span.cover(tokens[last].span);
    let after = findings.times.partition_point(|t| t.span.end <= words.start);
    let time = findings.times.get(after).is_some_and(|t| t.span.start < words.end);
    (!time).then_some(first)
}

/// Whether the noun is a prefix that points back and one word (`同地裁`), so that it names nobody by itself.
fn begins_anaphor(people: &People<'_>, noun: &[Token]) -> bool {
    let words = &people.context.lexicon.actors.words;
    let first = noun.first().map_or("", |t| &people.text()[t.span]);
    noun.len() < 3 && words.same.iter().chain(&words.both).any(|w| w == first)
}

/// The state of the readers, when the article names it, for the government of no state named (`政府`).
fn home(people: &People<'_>, noun: Span) -> Option<ActorId> {
    let words = &people.context.lexicon.actors.words;
    let actors = &people.findings.actors;
    let is_home = |a: &Actor| a.knowledge.as_deref() == Some(words.home.as_str());
    let found = words.state_tails.contains(&people.text()[noun]).then(|| actors.iter().position(is_home));
    found.flatten().map(|at| ActorId(at as u32))
}

/// The last actor before `同X` that a mention ending in `X` names.
fn pointed(people: &People<'_>, noun: Span) -> Option<ActorId> {
    let text = people.text();
    let same = &people.context.lexicon.actors.words.same;
    let rest = same.iter().find_map(|w| text[noun].strip_prefix(w.as_str())).filter(|r| !r.is_empty())?;
    let places = people.index.all();
    let before = places.partition_point(|p| p.span.start < noun.start);
    let named = |p: &&crate::actors::Place| p.span.end <= noun.start && text[p.span].ends_with(rest);
    places[..before].iter().rev().find(named).map(|p| p.actor)
}

/// Adds an actor for each phrase, one for all that speak of the same.
pub(super) fn add(text: &str, phrases: Phrases, findings: &mut Findings) {
    let mut made: BTreeMap<String, usize> = BTreeMap::new();
    for phrase in phrases.speaking {
        let same = made.get(&phrase.key).copied();
        let at = phrase.antecedent.map(|a| a.0 as usize).or(same).unwrap_or_else(|| {
            made.insert(phrase.key.clone(), findings.actors.len());
            findings.actors.push(Actor::group(text[phrase.whole].to_owned()));
            findings.actors.len() - 1
        });
        let pointing = phrase.antecedent.is_some();
        let form = if pointing { MentionForm::Pronoun } else { MentionForm::Group };
        let spans = if pointing { vec![phrase.noun] } else { vec![phrase.whole, phrase.noun] };
        mention(&mut findings.actors[at], &spans, form);
    }
    for phrase in phrases.others.iter().filter(|p| p.antecedent.is_none()) {
        if let Some(at) = made.get(&phrase.key) {
            mention(&mut findings.actors[*at], &[phrase.whole, phrase.noun], MentionForm::Group);
        }
    }
}

/// Adds a mention without words for each speaker whom his clause leaves out.
pub(super) fn add_omitted(drafts: &[Draft], findings: &mut Findings) {
    for draft in drafts {
        let Some(at) = draft.omitted else { continue };
        for speaker in &draft.speakers {
            let actor = &mut findings.actors[speaker.0 as usize];
            mention(actor, &[Span { start: at, end: at }], MentionForm::Omitted);
        }
    }
}

fn mention(actor: &mut Actor, spans: &[Span], form: MentionForm) {
    let rule = RuleId::from(if form == MentionForm::Omitted { OMITTED } else { RULE });
    for span in spans {
        if !actor.mentions.iter().any(|m| m.span == *span) {
            actor.mentions.push(Mention { span: *span, form, rule: rule.clone() });
        }
    }
    actor.mentions.sort_by_key(|m| (m.span.start, std::cmp::Reverse(m.span.end)));
}

/// Gives the groups that speak the modifier before の that tells them from others (`ソウルの専門家`).
pub(super) fn describe(tokens: &[Token], findings: &mut Findings) {
    let mut speakers: Vec<ActorId> = findings.statements.iter().filter_map(|s| s.speaker).collect();
    speakers.sort_unstable();
    speakers.dedup();
    for id in speakers {
        let longer = longer(tokens, findings, &findings.actors[id.0 as usize]);
        mention(&mut findings.actors[id.0 as usize], &longer, MentionForm::Group);
    }
}

fn longer(tokens: &[Token], findings: &Findings, actor: &Actor) -> Vec<Span> {
    if actor.kind != ActorKind::Group {
        return Vec::new();
    }
    let whole = |span: Span| {
        let start = tokens.partition_point(|t| t.span.start < span.start);
        let first = modifier_start(findings, tokens, start)?;
        Some(tokens[first].span.cover(span))
    };
    let described =
        |m: &&Mention| *m.rule.0 != *RULE && matches!(m.form, MentionForm::Group | MentionForm::Title);
    let spans = actor.mentions.iter().filter(described).map(|m| m.span);
    spans.filter_map(whole).collect()
}
