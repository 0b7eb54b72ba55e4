//! The model of named entities, from GSD, WAC, ner-wikipedia and IOB2Corpus.

use crate::corpora::{self, Sentence, Source, classes, conllu, iob, json, wac};
use crate::{names, prepared};
use std::collections::BTreeSet;
use std::path::PathBuf;
use tenkyo_japanese::entities::{Decoder, Table, find};
use tenkyo_japanese::{Tokenizer, Word};
use tenkyo_model::{Analysis, EntityLabel};
use tenkyo_text::Span;

/// Learn named entities.
#[derive(clap::Args)]
pub struct Arguments {
    /// Folder of the corpora.
    #[arg(long, default_value = "../shared/corpora")]
    corpora: PathBuf,
    /// Folder to write the model to.
    #[arg(long, default_value = "models")]
    to: PathBuf,
    /// Leave out the part for development, to measure on it.
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
    let combos = [[0.6, 0.3, 0.7, 0.3]];
    let tables = names::train(&sentences, &combos);
    let wacdev = wac::sentences(&path("wac.tar.xz"), "dev")?;
    for (c, table) in combos.iter().zip(&tables) {
        println!("{c:?}");
        report("ud_gsd_dev", &gsd("dev")?, &table);
        report("ud_gsd_test", &gsd("test")?, &table);
        report("ner-wikipedia 1/10", &fold(1).collect::<Vec<_>>(), &table);
        report("ner-wikipedia 0/10", &fold(0).collect::<Vec<_>>(), &table);
        report("wac dev", &wacdev, &table);
    }
    let table = &tables[0];
    crate::pack::write(&arguments.to, "names.weights", table)
}

/// Strict F1 of persons, organisations and places (facilities among them), as `entities.py` counts.
fn report(name: &str, gold: &[Sentence], table: &[i16]) {
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
        if std::env::var_os("ERR").is_some() {
            for (s, e, g) in gold.difference(&ours) {
                println!("MISSED {name} {g} {}   | {}", &text[*s..*e], text);
            }
            for (s, e, g) in ours.difference(&gold) {
                println!("EXTRA {name} {g} {}   | {}", &text[*s..*e], text);
            }
        }
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
    println!(
        "{name}: {:.4}  PERSON {:.4}  ORG {:.4}  LOC {:.4}",
        f1(all),
        f1(counts[0]),
        f1(counts[1]),
        f1(counts[2])
    );
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
    let _ = Source::Gsd;
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
