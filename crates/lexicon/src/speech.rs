//! Verbs and phrases of saying, evidential endings (`data/ja/speech`).

pub mod evidential;
pub mod pattern;
pub mod phrase;
pub mod table;

use crate::{DataError, Sources};
use evidential::{Evidential, EvidentialForm};
use phrase::{Phrase, PhraseForm};
use serde::Deserialize;
use table::Table;

/// Verbs and phrases of saying, evidential endings (`data/ja/speech`).
#[derive(Debug, Default)]
pub struct Speech {
    /// Endings that say how sure a clause is.
    pub evidentials: Table<Evidential>,
    /// Particles that close what is said (`と`, `などと`, `として`).
    pub quotatives: Table<Phrase>,
    /// Verbs of saying, thinking, reporting, denying.
    pub verbs: Table<Phrase>,
    /// Links between what is said and a shell noun (`との`, `という`).
    pub links: Table<Phrase>,
    /// Shell nouns (`考え`, `見方`, `発言`).
    pub shells: Table<Phrase>,
    /// Nouns that make a clause an object (`こと`, `点`, `旨`).
    pub facts: Table<Phrase>,
    /// Nouns that name what can be denied, admitted or reported.
    pub objects: Table<Phrase>,
    /// Phrases after a source (`によると`, `の話では`).
    pub sources: Table<Phrase>,
    /// Nouns of written or spoken sources that stand for whoever issued them (`声明`, `発表`, `それ`).
    pub documents: Table<Phrase>,
    /// Ends of adjuncts between the speaker and what is said (`について`, `会見で`).
    pub adjuncts: Table<Phrase>,
    /// Words that open a sentence or clause (`また`, `そして`).
    pub openers: Table<Phrase>,
    /// Endings of hearsay (`という`, `とのことだ`).
    pub hearsay: Table<Phrase>,
    /// Words that point forward to a quotation (`次のように`).
    pub pointers: Table<Phrase>,
    /// What stands between a speaker's name and the particle that marks it (`側`, `ら`).
    pub tails: Table<Phrase>,
    /// Last words of noun phrases that speak or write (`当局者`, `側`).
    pub heads: Table<Phrase>,
    /// Case particles (`は`, `が`, `を`).
    pub particles: Table<Phrase>,
    /// Endings of a verb that tries (`得ようとする`).
    pub volitions: Table<Phrase>,
    /// What joins two speakers (`と`, `や`).
    pub joins: Table<Phrase>,
    /// What makes a verb passive.
    pub passives: Table<Phrase>,
    /// What joins a clause of saying to the next clause (`うえで`, `のに対し`).
    pub joints: Table<Phrase>,
    /// Particles that end a question (`か`).
    pub questions: Table<Phrase>,
    /// Labels before an answer (`A.`).
    pub labels: Table<Phrase>,
    /// Phrases that name the expert of an interview (`の解説です`).
    pub experts: Table<Phrase>,
}

/// Any file of the folder; each may hold any of the lists.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct File {
    evidential: Vec<EvidentialForm>,
    quotative: Vec<PhraseForm>,
    verb: Vec<PhraseForm>,
    link: Vec<PhraseForm>,
    shell: Vec<PhraseForm>,
    fact: Vec<PhraseForm>,
    object: Vec<PhraseForm>,
    source: Vec<PhraseForm>,
    document: Vec<PhraseForm>,
    adjunct: Vec<PhraseForm>,
    opener: Vec<PhraseForm>,
    hearsay: Vec<PhraseForm>,
    pointer: Vec<PhraseForm>,
    tail: Vec<PhraseForm>,
    head: Vec<PhraseForm>,
    particle: Vec<PhraseForm>,
    join: Vec<PhraseForm>,
    volition: Vec<PhraseForm>,
    passive: Vec<PhraseForm>,
    joint: Vec<PhraseForm>,
    question: Vec<PhraseForm>,
    label: Vec<PhraseForm>,
    expert: Vec<PhraseForm>,
}

impl Speech {
    pub(crate) fn load(sources: &Sources) -> Result<Self, DataError> {
        let mut speech = Self::default();
        for (path, file) in sources.parse::<File>("ja/speech")? {
            speech.add(&path, file)?;
        }
        Ok(speech)
    }

    fn add(&mut self, path: &str, file: File) -> Result<(), DataError> {
        for form in file.evidential {
            form.add_to(&mut self.evidentials, path)?;
        }
        let lists = [
            (&mut self.quotatives, file.quotative),
            (&mut self.verbs, file.verb),
            (&mut self.links, file.link),
            (&mut self.shells, file.shell),
            (&mut self.facts, file.fact),
            (&mut self.objects, file.object),
            (&mut self.sources, file.source),
            (&mut self.documents, file.document),
            (&mut self.adjuncts, file.adjunct),
            (&mut self.openers, file.opener),
            (&mut self.hearsay, file.hearsay),
            (&mut self.pointers, file.pointer),
            (&mut self.tails, file.tail),
            (&mut self.heads, file.head),
            (&mut self.particles, file.particle),
            (&mut self.joins, file.join),
            (&mut self.volitions, file.volition),
            (&mut self.passives, file.passive),
            (&mut self.joints, file.joint),
            (&mut self.questions, file.question),
            (&mut self.labels, file.label),
            (&mut self.experts, file.expert),
        ];
        for (table, forms) in lists {
            for form in forms {
                form.add_to(table, path)?;
            }
        }
        Ok(())
    }

    /// Every list of phrases with the name it has in the files.
    pub fn lists(&self) -> [(&'static str, &Table<Phrase>); 21] {
        [
            ("quotative", &self.quotatives),
            ("verb", &self.verbs),
            ("link", &self.links),
            ("shell", &self.shells),
            ("fact", &self.facts),
            ("object", &self.objects),
            ("source", &self.sources),
            ("document", &self.documents),
            ("adjunct", &self.adjuncts),
            ("opener", &self.openers),
            ("hearsay", &self.hearsay),
            ("pointer", &self.pointers),
            ("tail", &self.tails),
            ("head", &self.heads),
            ("particle", &self.particles),
            ("join", &self.joins),
            ("volition", &self.volitions),
            ("passive", &self.passives),
            ("joint", &self.joints),
            ("label", &self.labels),
            ("expert", &self.experts),
        ]
    }
}
