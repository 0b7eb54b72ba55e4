//! Particles and voices as far as events need them (`data/ja/event/grammar.toml`).

use crate::{DataError, Sources};
use serde::Deserialize;
use std::collections::BTreeMap;

/// The place of a phrase in its clause, told by its particles.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Slot {
    /// が: the subject. Topics stand here too, when no other が does.
    Ga,
    /// は, も.
    Topic,
    /// を.
    Wo,
    /// に, へ.
    Ni,
    /// で.
    De,
    /// と as a companion.
    To,
    /// から, より.
    Kara,
    /// の.
    No,
    /// による, によって: the one who acts, of a passive or a noun.
    By,
    /// に対し, に対する, への, 向け: the one acted on.
    Against,
    /// との: the companion of a noun.
    With,
    /// からの: where a noun comes from.
    Origin,
    /// について, をめぐり: what it is about.
    About,
    /// として: in what role.
    As,
    /// によると: on whose word.
    Source,
    /// と after what is said.
    Quote,
    /// や, と between members of a list.
    List,
    /// The noun that the clause describes.
    Head,
    /// Anywhere among the phrases of the clause but its subject; only for the words that a frame asks for.
    Any,
    /// Before the trigger in the same compound (`ウクライナ侵攻`).
    Compound,
}

/// Particles and voices, and the nouns that tell who acts.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Grammar {
    /// For each slot, the particles (joined as they stand) that mark it.
    slots: BTreeMap<Slot, Vec<String>>,
    /// Lemmas that make a predicate passive.
    pub passive: Vec<String>,
    /// Lemmas that make a predicate causative.
    pub causative: Vec<String>,
    /// Nouns for those who act: a clause before one without a subject of its own tells what they do.
    pub agents: Vec<String>,
    /// Ends of names for those who only listen and report.
    pub audience: Vec<String>,
    /// Classes of bodies (`knowledge/actors`) whose officials act for them.
    pub official: Vec<String>,
    /// Ends of a predicate that make it a condition or a purpose, so that it tells no event.
    pub conditional: Vec<String>,
    /// Ends of a predicate that tell a wish: under a request they say what is asked for.
    pub wished: Vec<String>,
    /// Words after short names of several states that mean all of them (`日米両政府`), longest first.
    pub joint: Vec<String>,
    /// Words that mean the last two states told before (`両国`).
    pub both_states: Vec<String>,
    /// Words that mean the last two people told before (`両氏`).
    pub both_people: Vec<String>,
    /// Words, also the ends of a count, that mean the members of the last list (`各国`, `6カ国`).
    pub members: Vec<String>,
    /// Words that mean two states, each with the names of both (`南北`).
    pub pairs: BTreeMap<String, Vec<String>>,
    /// Words before the short name of a state that make it where somebody goes (`訪米`).
    pub bound: Vec<String>,
    /// How the dictionary names the forms that command.
    pub imperative: String,
    /// Verbs whose subject did what their object names (`拘束を認める`).
    pub owning: Vec<String>,
    /// Nouns that make what stands before them a condition or an aim (`撤退を条件に`).
    pub aims: Vec<String>,
    /// Ends of the names of bodies that act for the state in whose name theirs begins (`ロシア国境警備隊`).
    pub organs: Vec<String>,
    /// Lemmas that tell a lasting state, which no later plan makes unsure (`批判しており`).
    pub ongoing: Vec<String>,
    /// Ends of a verb before する that make both an attempt.
    pub attempt: Vec<String>,
    /// Ends that look so and tell a guess (`だろうと`).
    pub guess: Vec<String>,
    /// Words before and after a number that count people (`計57人`).
    pub counting: Vec<String>,
    /// Those of the conditional ends that are an if.
    pub ifs: Vec<String>,
    /// Ends that look so and only cite or compare (`報道によれば`).
    pub no_ifs: Vec<String>,
    /// Particles after a verbal noun at the end of a sentence that say that it is to happen (`首脳が会談へ`).
    pub headed: Vec<String>,
    /// Suffixes that leave a verbal noun a predicate (`訪問中の`).
    pub aspects: Vec<String>,
    /// Suffixes that leave a bare verbal noun a predicate whose event is over (`視察後`).
    pub after: Vec<String>,
    /// Particles after `aspects` that leave them a predicate (`訪問中に`).
    pub lasting: Vec<String>,
    /// Particles after the name of a body that make it the one who acts (`国防省では`).
    pub hosting: Vec<String>,
    /// Prefixes of nouns for protest before the name of whom it opposes (`反米デモ`).
    pub opposing: Vec<String>,
    /// Nouns that name the deed of those who claim it or are held to have done it (`犯行声明`).
    pub claims: Vec<String>,
    /// Verbs and verbal nouns that tell that somebody is hurt or killed (`死亡`).
    pub casualties: Vec<String>,
    /// Ends of phrases of means that tell only the ground or the occasion of a passive, not who does it (`要請で`, `容疑で`).
    pub occasions: Vec<String>,
    /// Words before an event's noun that tell an earlier one of its kind (`前回の核実験`).
    pub former: Vec<String>,
    /// Words that make a clause a noun (`逮捕されたのは`).
    pub nominalisers: Vec<String>,
    /// Nouns over a clause that say only that somebody holds so (`撤退を求める声`).
    pub voices: Vec<String>,
    /// Lemmas of the copula.
    pub copula: Vec<String>,
    /// Lemmas of the verb する.
    pub suru: Vec<String>,
    /// Verb forms that join a phrase to the next predicate as a particle would.
    pub joining: Vec<String>,
    /// Nouns that stand after a name and still mean its bearer (`側`, `両国`).
    pub sides: Vec<String>,
    /// First persons: they mean who speaks.
    pub first_person: Vec<String>,
    #[serde(skip)]
    by_particle: BTreeMap<String, Slot>,
}

impl Grammar {
    pub(super) fn load(sources: &Sources) -> Result<Self, DataError> {
        let file = "ja/event/grammar.toml";
        let form = |message: String| DataError::Form { file: file.into(), message };
        let text = sources.text(file).ok_or_else(|| form("the file is missing".into()))?;
        let mut grammar: Self = toml::from_str(text).map_err(|e| form(e.to_string()))?;
        for (slot, particles) in &grammar.slots {
            for particle in particles {
                if grammar.by_particle.insert(particle.clone(), *slot).is_some() {
                    return Err(form(format!("{particle} marks two slots; a particle marks one")));
                }
            }
        }
        Ok(grammar)
    }

    /// Whether a verb that ends so before する is an attempt (`侵攻しようと`).
    pub fn is_attempt(&self, words: &str) -> bool {
        let ends = |list: &[String]| list.iter().any(|end| words.ends_with(end.as_str()));
        ends(&self.attempt) && !ends(&self.guess)
    }

    /// The slot that `particles`, joined as they stand, mark.
    pub fn slot(&self, particles: &str) -> Option<Slot> {
        self.by_particle.get(particles).copied()
    }
}
