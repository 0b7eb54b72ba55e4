//! Finds the clauses that evoke events.

use super::agentless;
use super::clause::Clause;
use super::exchange;
use super::phrase::Predicate;
use super::roles::{self, Roles};
use super::scene::Scene;
use super::speech;
use super::told;
use tenkyo_lexicon::events::{Effect, Frame, Light, Slot};
use tenkyo_model::{EventType, Pos, Relation, Token};
use tenkyo_text::Span;

/// Most tokens that one trigger spans.
const LONGEST: usize = 4;

/// An event as its clause tells it.
pub(super) struct Evoked<'a> {
    pub(super) frame: &'a Frame,
    pub(super) clause: Clause,
    pub(super) roles: Roles,
    /// The clause that it answers.
    pub(super) answers: Option<Clause>,
}

/// The events that the phrases of the article evoke, in order.
pub(super) fn all<'a>(scene: &Scene<'a>) -> Vec<Evoked<'a>> {
    let mut found = Vec::new();
    let mut taken = vec![false; scene.phrases.len()];
    let told: Vec<_> = (0..scene.phrases.len())
        .filter(|i| scene.is_told(*i) && !told::is_condition(scene, *i) && !told::is_command(scene, *i))
        .collect();
    for index in told.iter().copied() {
        let evoked = predicate(scene, index).or_else(|| light(scene, index));
        if let Some(evoked) = evoked {
            for (_, filler) in &evoked.clause.fillers {
                taken[*filler] = true;
            }
            taken[evoked.clause.noun] = true;
            taken[index] = true;
            let more = match evoked.frame.kind {
                _ if evoked.clause.effect == Effect::Broken => failed(scene, &evoked),
                EventType::Reject => light(scene, index),
                _ => None,
            };
            found.extend(more);
            found.push(evoked);
        }
    }
    let free = |i: &usize, e: &Evoked<'_>| !taken[*i] || e.roles.own;
    let nominal = told.into_iter().filter_map(|i| Some((i, noun(scene, i)?)));
    found.extend(nominal.filter(|(i, e)| free(i, e)).map(|(_, e)| e));
    found.extend(speech::acts(scene, &found));
    found.retain(|e| !told::is_name(scene, e.clause.word));
    told::drop_wishes(scene, &mut found);
    told::drop_wanted(scene, &mut found);
    found.sort_by_key(|e| (e.clause.word.start, std::cmp::Reverse(e.clause.predicate)));
    found.dedup_by(|later, first| later.clause.word == first.clause.word && later.frame.id == first.frame.id);
    agentless::complete(scene, &mut found);
    exchange::settle(scene, &mut found);
    found
}

/// The agreement that talks did not bring about.
fn failed<'a>(scene: &Scene<'a>, held: &Evoked<'a>) -> Option<Evoked<'a>> {
    let predicate = scene.phrases[held.clause.predicate].predicate?;
    let lemmas = lemmas(scene, held.clause.predicate, predicate.token, predicate.nominal);
    let frames = lemmas.iter().flat_map(|(_, lemma)| scene.lexicon().of_predicate(lemma));
    let frame = frames.into_iter().find(|frame| frame.fails)?;
    let clause = Clause { word: predicate.span, trigger: predicate.span, ..held.clause.clone() };
    Some(Evoked { frame, clause, roles: held.roles.clone(), answers: None })
}

/// The event of the predicate of phrase `index`.
fn predicate<'a>(scene: &Scene<'a>, index: usize) -> Option<Evoked<'a>> {
    let predicate = scene.phrases[index].predicate.filter(|p| !p.nominal || !in_list(scene, index))?;
    if is_deverbal(scene, index, predicate.token)
        || is_copular(scene, index, predicate)
        || is_over(scene, index, predicate)
    {
        return None;
    }
    for (word, lemma) in lemmas(scene, index, predicate.token, predicate.nominal) {
        let clause = Clause::of_predicate(scene, index, word)?;
        let found = best(scene, scene.lexicon().of_predicate(&lemma), &clause);
        if found.is_some() {
            return found;
        }
    }
    None
}

/// Whether the copula follows the noun of phrase `index` and nobody is named whose act it is: then it only says what
/// something else is (`20年ぶりの解除である`).
fn is_copular(scene: &Scene<'_>, index: usize, predicate: Predicate) -> bool {
    let next = scene.context.analysis.tokens.get(predicate.token + 1);
    let copula = |t: &Token| scene.lexicon().grammar.copula.iter().any(|c| c == t.lemma(scene.text()));
    let named = |d: &usize| {
        let phrase = &scene.phrases[*d];
        matches!(phrase.slot, Some(Slot::Ga | Slot::Topic | Slot::No)) && !phrase.actors.is_empty()
    };
    predicate.nominal && next.is_some_and(copula) && !scene.dependents(index).iter().any(named)
}

/// Whether the noun of phrase `index` only tells after what something happens: it is somebody's, or has no object
/// (`大統領の訪問後`, `撤退後`).
fn is_over(scene: &Scene<'_>, index: usize, predicate: Predicate) -> bool {
    let after = told::ends_with(scene, index, &scene.lexicon().grammar.after);
    let owned = |d: &usize| scene.phrases[*d].slot == Some(Slot::No) && !scene.phrases[*d].actors.is_empty();
    let object =
        |d: &usize| matches!(scene.phrases[*d].slot, Some(Slot::Wo | Slot::Ni | Slot::To | Slot::With));
    let around = scene.dependents(index);
    predicate.nominal && after && (around.iter().any(owned) || !around.iter().any(object))
}

/// Whether the verb of phrase `index` is a noun there, since a particle for topics follows its stem (`打ち上げについて`).
fn is_deverbal(scene: &Scene<'_>, index: usize, token: usize) -> bool {
    let phrase = &scene.phrases[index];
    phrase.slot == Some(Slot::About) && phrase.content.end == token + 1
}

/// Whether the bare noun of phrase `index` is the last of a list of nouns (`拘束と連行、死亡を認めた`).
fn in_list(scene: &Scene<'_>, index: usize) -> bool {
    let bare = scene.phrases[index].ends_with_comma && scene.phrases[index].slot.is_none();
    let member = |d: &usize| {
        let phrase = &scene.phrases[*d];
        matches!(phrase.slot, Some(Slot::To | Slot::List)) && phrase.actors.is_empty() && *d + 1 == index
    };
    bare && scene.dependents(index).iter().any(member)
}

/// The event of a noun that hangs on the light verb of phrase `index`.
fn light<'a>(scene: &Scene<'a>, index: usize) -> Option<Evoked<'a>> {
    let predicate = scene.phrases[index].predicate?;
    let lemmas = lemmas(scene, index, predicate.token, predicate.nominal);
    let lights = lemmas.iter().flat_map(|(_, lemma)| scene.lexicon().words.light_verbs(lemma));
    let lights: Vec<&Light> = lights.collect();
    let nouns = || scene.dependents(index).iter().rev().copied();
    lights.iter().find_map(|light| {
        let here =
            |d: &usize| scene.phrases[*d].slot.is_some_and(|s| light.slots.contains(&s) || s == Slot::Topic);
        let shells = || nouns().filter(here).filter_map(|shell| inside(scene, light, shell, index));
        let whole = |noun: usize| scene.owned_by(noun).unwrap_or(noun);
        let described = || {
            let noun = scene.described(index).or_else(|| staged(scene, index))?;
            under(scene, light, noun, index).or_else(|| under(scene, light, whole(noun), index))
        };
        let direct = nouns().filter(here).find_map(|noun| under(scene, light, noun, index));
        direct.or_else(|| shells().next()).or_else(described)
    })
}

/// The noun that a passive light verb tells to have been held, across what else describes it (`行われた両国の協議`).
fn staged(scene: &Scene<'_>, index: usize) -> Option<usize> {
    let phrase = &scene.phrases[index];
    let adnominal = scene.context.analysis.bunsetsu[index].relation == Relation::Adnominal;
    let head = scene.heads[index].filter(|_| phrase.staged && adnominal && !phrase.ends_with_comma)?;
    let between = (index + 1..head).all(|i| scene.heads[i].is_some_and(|h| h <= head));
    between.then_some(head)
}

fn under<'a>(scene: &Scene<'a>, light: &Light, noun: usize, verb: usize) -> Option<Evoked<'a>> {
    nouns(scene, noun).into_iter().find_map(|word| {
        let mut clause = Clause::of_light(scene, noun, word, verb, light)?;
        clause.effect = planned(scene, noun, word).unwrap_or(clause.effect);
        best(scene, scene.lexicon().of_noun(scene.words(word)), &clause)
    })
}

/// The event that a word of intention holds (`訪問の意向を示す`, `受け入れの意思を表明する`), a word that carries it
/// (`抗議の書簡を送る`), or a noun that says how it comes about (`制裁の延長を決める`).
fn inside<'a>(scene: &Scene<'a>, light: &Light, shell: usize, verb: usize) -> Option<Evoked<'a>> {
    let words = scene.words(scene.phrases[shell].words);
    let intended = scene.lexicon().words.intentions.iter().any(|w| w == words);
    let carried = || scene.lexicon().words.vehicles.iter().any(|w| words.ends_with(w.as_str()));
    let course = course(scene, light, words);
    if course.is_none() && (light.effect != Effect::Happens || !(intended || carried())) {
        return None;
    }
    let owned = |d: &&usize| scene.phrases[**d].slot == Some(Slot::No);
    let mut planned = scene.dependents(shell).iter().rev().filter(owned);
    let mut found = planned.find_map(|noun| under(scene, light, *noun, verb))?;
    found.clause.effect = course.unwrap_or(found.clause.effect);
    if intended {
        found.clause.effect = Effect::Planned;
    }
    Some(found)
}

/// What becomes of an event whose course `noun` names under a light verb (`延長を決める`, `停止を発表する`).
fn course(scene: &Scene<'_>, light: &Light, noun: &str) -> Option<Effect> {
    let own = scene.lexicon().words.light_verbs(noun).next()?.effect;
    match (own, light.effect) {
        (Effect::Happens, outer @ (Effect::Happens | Effect::Planned | Effect::Considered)) => Some(outer),
        (Effect::Fails, Effect::Happens | Effect::Planned) => Some(Effect::Fails),
        _ => None,
    }
}

/// The event of the noun of phrase `index` on its own.
fn noun<'a>(scene: &Scene<'a>, index: usize) -> Option<Evoked<'a>> {
    nouns(scene, index).into_iter().find_map(|word| {
        let mut clause = Clause::of_noun(scene, index, word);
        clause.effect = planned(scene, index, word).unwrap_or(clause.effect);
        best(scene, scene.lexicon().of_noun(scene.words(word)), &clause)
    })
}

/// The frame that asks for most and fits.
pub(super) fn best<'a>(
    scene: &Scene<'a>,
    frames: impl Iterator<Item = &'a Frame>,
    clause: &Clause,
) -> Option<Evoked<'a>> {
    let mut frames: Vec<_> = frames.collect();
    frames.sort_by_key(|f| std::cmp::Reverse(f.with.len()));
    let fitting = |frame: &'a Frame| Some((frame, roles::fill(scene, frame, clause)?));
    let (frame, roles) = frames.into_iter().find_map(fitting)?;
    Some(Evoked { frame, clause: clause.clone(), roles, answers: None })
}

/// The ways to read the predicate, longest first: where its words stand, and its dictionary form.
pub(super) fn lemmas(scene: &Scene<'_>, index: usize, token: usize, nominal: bool) -> Vec<(Span, String)> {
    let tokens = &scene.context.analysis.tokens;
    let content = &scene.phrases[index].content;
    if nominal {
        let spans = ending_at(tokens, content.start, token);
        return spans.map(|span| (span, scene.words(span).to_owned())).collect();
    }
    let own = (tokens[token].span, tokens[token].lemma(scene.text()).to_owned());
    let next = tokens
        .get(token + 1)
        .filter(|t| token + 1 < content.end && matches!(t.pos, Pos::Verb | Pos::DependentVerb));
    let compound = next.map(|next| {
        let joined = format!("{}{}", scene.words(tokens[token].span), next.lemma(scene.text()));
        (tokens[token].span.cover(next.span), joined)
    });
    compound.into_iter().chain([own]).collect()
}

/// The stretches of the noun phrase `index` that may name an event, longest first: they end where it ends.
pub(super) fn nouns(scene: &Scene<'_>, index: usize) -> Vec<Span> {
    let tokens = &scene.context.analysis.tokens;
    let content = &scene.phrases[index].content;
    let Some(last) = content.end.checked_sub(1).filter(|l| content.contains(l)) else { return Vec::new() };
    let timely = tokens[last].pos == Pos::Suffix && tokens[last].is_adverbial();
    let words = &scene.lexicon().words;
    let carriers = || words.vehicles.iter().chain(&words.intentions);
    let carries = || carriers().any(|w| w == scene.words(tokens[last].span));
    let before = last.checked_sub(1).filter(|l| content.contains(l) && (timely || carries()));
    let ends = [Some(last), before];
    ends.into_iter().flatten().flat_map(|end| ending_at(tokens, content.start, end)).collect()
}

/// That the event of `word` is only meant to come about, when a word of intention ends the compound (`発射準備`).
fn planned(scene: &Scene<'_>, index: usize, word: Span) -> Option<Effect> {
    let rest = Span { start: word.end, end: scene.phrases[index].words.end.max(word.end) };
    scene.lexicon().words.intentions.iter().any(|w| w == scene.words(rest)).then_some(Effect::Planned)
}

/// The spans of up to [`LONGEST`] tokens that end with token `end`, longest first.
fn ending_at(tokens: &[Token], first: usize, end: usize) -> impl Iterator<Item = Span> {
    let from = (end + 1).saturating_sub(LONGEST).max(first);
    (from..=end).map(move |start| tokens[start].span.cover(tokens[end].span))
}
