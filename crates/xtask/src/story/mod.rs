//! Reads the reports of each story of `eval` into one ledger and scores it against their gold: `cargo run -p xtask -- story --errors`.

mod anchors;
mod clusters;
mod disputes;
mod gold;
mod outcomes;
mod read;
mod series;

use anyhow::Context;
use gold::Gold;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use tenkyo_model::ledger::{Ledger, Member};

/// Where reports, gold, floors and results of each set lie: the one that rules are developed on, and the one that was written blind.
const SETS: [&str; 2] = ["eval/story", "eval/story2"];

/// Score the ledger of each set of reports against its gold and its floors.
#[derive(clap::Args)]
pub struct Arguments {
    /// The sets to score, each the folder of its reports and gold.
    #[arg(default_values = SETS)]
    sets: Vec<PathBuf>,
    /// List what is wrong, item by item.
    #[arg(long)]
    errors: bool,
    /// Only errors of this measure: occurrences, utterances, series, disputes or outcomes.
    #[arg(long)]
    measure: Option<String>,
    /// Write what was measured into the set's results.json.
    #[arg(long)]
    write: bool,
}

/// Value of each metric, by measure.
type Scores = BTreeMap<String, BTreeMap<String, f64>>;

/// What one measure found: its metrics, and a line for each thing that is wrong.
#[derive(Default)]
struct Measured {
    metrics: BTreeMap<String, f64>,
    errors: Vec<String>,
}

impl Measured {
    /// Keeps a metric, to three digits.
    fn put(&mut self, name: &str, value: f64) {
        self.metrics.insert(name.to_owned(), (value * 1000.0).round() / 1000.0);
    }

    /// Keeps precision, recall and their harmonic mean.
    fn put_f1(&mut self, found_right: f64, found: f64, wanted: f64) {
        let (p, r) = (share(found_right, found), share(found_right, wanted));
        self.put("precision", p);
        self.put("recall", r);
        self.put("f1", harmonic(p, r));
    }
}

fn share(part: f64, whole: f64) -> f64 {
    if whole == 0.0 { 0.0 } else { part / whole }
}

fn harmonic(a: f64, b: f64) -> f64 {
    share(2.0 * a * b, a + b)
}

/// Runs the check.
///
/// # Errors
/// When the gold does not fit the texts, or a score falls below its floor.
pub fn run(arguments: &Arguments) -> anyhow::Result<()> {
    let below: Vec<String> =
        arguments.sets.iter().map(|set| score(set, arguments)).collect::<anyhow::Result<Vec<_>>>()?.concat();
    anyhow::ensure!(below.is_empty(), "{}", below.join("\n"));
    Ok(())
}

/// Scores one set, and says what falls below its floors.
fn score(set: &Path, arguments: &Arguments) -> anyhow::Result<Vec<String>> {
    let ledger = read::ledger(set)?;
    let gold = Gold::read(&set.join("gold"))?;
    let mut scores = Scores::new();
    println!("{}", set.display());
    for (name, measured) in measure(&ledger, &gold)? {
        let asked = arguments.measure.as_deref().is_none_or(|m| m == name);
        if arguments.errors && asked {
            measured.errors.iter().for_each(|line| println!("{name}: {line}"));
        }
        scores.insert(name.to_owned(), measured.metrics);
    }
    print(&scores);
    if arguments.write {
        fs::write(set.join("results.json"), serde_json::to_string_pretty(&scores)? + "\n")?;
    }
    below_floors(&set.join("floors.toml"), &scores)
}

fn measure(ledger: &Ledger, gold: &Gold) -> anyhow::Result<Vec<(&'static str, Measured)>> {
    let texts = anchors::Texts::new(ledger);
    let occurrences: Vec<&[Member]> = ledger.occurrences.iter().map(|o| o.members.as_slice()).collect();
    let utterances: Vec<&[Member]> = ledger.utterances.iter().map(|u| u.members.as_slice()).collect();
    Ok(vec![
        ("occurrences", clusters::score(&texts, &gold.occurrence, &occurrences, anchors::TOUCH)?),
        ("utterances", clusters::score(&texts, &gold.utterance, &utterances, anchors::HALF)?),
        ("series", series::score(&texts, gold, &ledger.series)?),
        ("disputes", disputes::score(&texts, gold, &ledger.disputes)?),
        ("outcomes", outcomes::score(&texts, gold, &ledger.forecasts)?),
    ])
}

fn print(scores: &Scores) {
    for (measure, metrics) in scores {
        let cells: Vec<String> = metrics.iter().map(|(name, value)| format!("{name} {value:.3}")).collect();
        println!("{measure:12} {}", cells.join("  "));
    }
}

/// A line for each score below its floor.
fn below_floors(path: &Path, scores: &Scores) -> anyhow::Result<Vec<String>> {
    let name = || path.display().to_string();
    let floors: Scores = toml::from_str(&fs::read_to_string(path).with_context(name)?).with_context(name)?;
    let below = floors.iter().flat_map(|(measure, metrics)| {
        metrics.iter().filter_map(move |(metric, floor)| {
            let value = scores.get(measure).and_then(|m| m.get(metric)).copied().unwrap_or(0.0);
            (value < *floor).then(|| {
                format!("{}: {measure}.{metric} is {value:.3}, the floor is {floor:.3}", path.display())
            })
        })
    });
    Ok(below.collect())
}
