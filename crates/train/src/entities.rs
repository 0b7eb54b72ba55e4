//! The model of named entities, from GSD, WAC, ner-wikipedia and IOB2Corpus.

use crate::corpora::{self, Sentence, classes, conllu, iob, json, wac};
use crate::{names, prepared};
use std::collections::BTreeSet;
use std::path::PathBuf;
use tenkyo_japanese::entities::{Decoder, Table, find};
use tenkyo_japanese::{Tokenizer, Word};
use tenkyo_model::{Analysis, EntityLabel};
use tenkyo_text::Span;

/// How much of what is particular to a corpus (GSD, WAC, ner-wikipedia, IOB2) goes into the shipped weights.
const SHARES: [f32; 4] = [0.5, 0.2, 0.5, 0.1];

/// Learn named entities.
#[derive(clap::Args)]
pub struct Arguments {
    /// Folder of the corpora.
    #[arg(long, default_value = "../shared/corpora")]
    corpora: PathBuf,
    /// Folder to write the model to.
    #[arg(long, default_value = "models")]
    to: PathBuf,
    /// Leave out the parts for development, measure on them only, write nothing.
    #[arg(long)]
    development: bool,
}

/// Trains the model, prints its scores, writes it.
///
/// # Errors
/// When a corpus is missing or the file cannot be written.
pub fn build(arguments: &Arguments) -> anyhow::Result<()> {
    let path = |name: &str| arguments.corpora.join(name);
    let gsd = |part: &str| {
        anyhow::Ok(conllu::sentences(&corpora::text(&path(&format!(
            "gsd/suw.ja_gsd-ud-{part}.ne.1.conllu.xz"
        )))?))
    };
    let wikipedia = json::sentences(&corpora::text(&path("ner-wikipedia.json.xz"))?)?;
    let fold =
        |k: usize| wikipedia.iter().enumerate().filter(move |(i, _)| i % 10 == k).map(|(_, s)| s.clone());
    let mut sentences = gsd("train")?;
    sentences.extend(wac::sentences(&path("wac.tar.xz"), "train")?);
    sentences.extend(iob::sentences(&corpora::text(&path("ja.wikipedia.conll.xz"))?));
    let first = if arguments.development { 2 } else { 1 };
    sentences.extend((first..10).flat_map(fold));
    if !arguments.development {
        sentences.extend(gsd("dev")?);
    }
    sentences.iter_mut().for_each(|s| s.bunsetsu.clear());
    let sentences = prepared::prepare(sentences);
    println!("{} sentences", sentences.len());
    let (model, slots) = names::train(&sentences);
    let table = model.table(&slots, SHARES);
    let mut parts = vec![
        ("ud_gsd_dev", gsd("dev")?),
        ("ner-wikipedia 1/10", fold(1).collect()),
        ("WAC dev", wac::sentences(&path("wac.tar.xz"), "dev")?),
    ];
    if !arguments.development {
        parts.push(("ud_gsd_test", gsd("test")?));
        parts.push(("ner-wikipedia 0/10", fold(0).collect()));
    }
    let scores: String = parts.iter().map(|(name, gold)| report(name, gold, &table)).collect();
    println!("{scores}");
    if arguments.development {
        return Ok(());
    }
    std::fs::write(arguments.to.join("names.md"), CARD.replace("SCORES", &scores))?;
    crate::pack::write(&arguments.to, "names.weights", &table)
}

/// Strict F1 of persons, organisations and places (facilities among them), as `entities.py` counts.
fn report(name: &str, gold: &[Sentence], table: &[i16]) -> String {
    let mut counts = [[0usize; 3]; 3];
    let mut tokenizer = Tokenizer::new();
    let mut decoder = Decoder::default();
    for sentence in gold {
        let (gold, masked) = of_gold(sentence);
        let text = &sentence.text;
        let mut analysis = Analysis::default();
        let tokens = tokenizer.tokenize(text, Span::of(text), &mut analysis.tokens);
        let words: Vec<Word> = analysis.tokens.iter().map(|t| Word::new(text, t)).collect();
        find(text, tokens, &words, Table::new(table), &mut decoder, &mut analysis);
        let found = analysis
            .entities
            .iter()
            .filter_map(|e| Some((e.span.start as usize, e.span.end as usize, group(e.label)?)));
        let ours: BTreeSet<_> =
            found.filter(|x| gold.contains(x) || !masked.iter().any(|m| x.0 < m.1 && m.0 < x.1)).collect();
        for x in &gold {
            counts[x.2][1] += 1;
        }
        for x in &ours {
            counts[x.2][2] += 1;
        }
        for x in gold.intersection(&ours) {
            counts[x.2][0] += 1;
        }
    }
    let f1 = |c: [usize; 3]| 2.0 * c[0] as f64 / (c[1] + c[2]) as f64;
    let all = counts.iter().fold([0; 3], |a, c| [a[0] + c[0], a[1] + c[1], a[2] + c[2]]);
    let [person, organization, place] = counts.map(f1);
    format!("| {name} | {:.4} | {person:.4} | {organization:.4} | {place:.4} |\n", f1(all))
}

type Bounds = BTreeSet<(usize, usize, usize)>;

fn of_gold(sentence: &Sentence) -> (Bounds, Vec<(usize, usize)>) {
    let mut gold = Bounds::new();
    let mut masked = Vec::new();
    for (start, end, label) in &sentence.names {
        let group = match classes::meaning(sentence.source, label) {
            classes::Meaning::Name(classes) => classes.iter().find_map(|c| group(*c)),
            _ => None,
        };
        match group {
            Some(group) => drop(gold.insert((*start, *end, group))),
            None => masked.push((*start, *end)),
        }
    }
    (gold, masked)
}

fn group(label: EntityLabel) -> Option<usize> {
    match label {
        EntityLabel::Person => Some(0),
        EntityLabel::Organization => Some(1),
        EntityLabel::Location | EntityLabel::Facility => Some(2),
        _ => None,
    }
}

const CARD: &str = "\
# Named entities: `names.weights`

**Made by** `cargo run --release -p tenkyo-train -- entities --corpora FOLDER`. With `--development` the parts for
development are left out of training and measured alone: GSD dev 0.752, ner-wikipedia 1/10 0.768, WAC dev 0.726. In the table
below they were trained on, all but WAC dev.

**Data**: UD Japanese GSD r2.9 (train and dev), Wikipedia Annotated Corpus (train), ner-wikipedia (folds 1 to 9 of 10),
IOB2Corpus `ja.wikipedia.conll`. Features use `clusters.table` and `gazetteer.table`, made by `tenkyo-train words`.

**Licence**: CC BY-SA 4.0, as the corpora (ner-wikipedia: CC BY-SA 3.0). Who passes on or changes this model does so under the
same licence and names the corpora.

**Method**: a conditional random field over tokens with hashed integer features (`entities/features.rs`), learnt with AdaGrad
and feature dropout, the mean of several runs. The corpora mark different things; where one is silent all labels that it leaves open are right. Weights
shared by all corpora plus a share of those of each are shipped, for the features that weigh most.

Strict spans; facilities count as places.

| sentences | all | PERSON | ORG | LOC |
|---|---|---|---|---|
SCORES
Known to be weak: organisations without a telling last word, compounds that corpora cut differently, names of works.
";
