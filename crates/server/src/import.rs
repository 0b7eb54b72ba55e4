//! Documents that a reader brings: read one after another in the background, with an outcome for each.

use std::collections::{BTreeMap, VecDeque};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tenkyo_ingest::{IngestError, Outcome};
use tenkyo_lexicon::Lexicon;
use tenkyo_model::Declared;
use tenkyo_pipeline::Reader;
use tenkyo_query::{Live, QueryError};
use tenkyo_record::analysis::Analysis;
use tenkyo_store::{Addition, Store};

/// Most bytes of one request.
pub(crate) const MOST_BYTES: usize = 64 * 1024 * 1024;
/// Most documents of one request.
pub(crate) const MOST: usize = 200;
/// Jobs whose outcomes are kept.
const KEPT: usize = 50;

/// How documents are read.
#[derive(Clone)]
pub struct Intake {
    /// Words and actors.
    pub lexicon: Arc<Lexicon>,
    /// Names the program and the data.
    pub data_version: String,
    /// How pages are fetched.
    pub fetch: tenkyo_ingest::Options,
}

impl std::fmt::Debug for Intake {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Intake").field("data_version", &self.data_version).finish_non_exhaustive()
    }
}

/// Something to be read.
pub(crate) enum Brought {
    /// A file, or a text that was pasted.
    Bytes { name: String, bytes: Vec<u8>, declared: Declared },
    /// The address of a page.
    Address(String),
}

/// One document of a job.
#[derive(Clone, Debug)]
pub(crate) struct Item {
    /// Name of the document, or of the file that could not be read.
    pub name: String,
    /// Its id, once it is kept.
    pub document: Option<String>,
    /// `waiting`, `new`, `version`, `reread`, `known` or `bad`.
    pub state: &'static str,
    /// Why it could not be read.
    pub fault: String,
}

/// What is being read, and what has been.
#[derive(Default)]
pub(crate) struct Jobs {
    jobs: Mutex<BTreeMap<u64, Arc<Job>>>,
    /// One job reads at a time.
    turn: tokio::sync::Mutex<()>,
}

/// One request.
#[derive(Default)]
pub(crate) struct Job {
    state: Mutex<(Vec<Item>, VecDeque<String>, bool)>,
}

impl Job {
    fn lock(&self) -> MutexGuard<'_, (Vec<Item>, VecDeque<String>, bool)> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What is read, then what waits; and whether all is done.
    pub fn items(&self) -> (Vec<Item>, bool) {
        let state = self.lock();
        let waiting = state.1.iter().map(|name| Item {
            name: name.clone(),
            document: None,
            state: "waiting",
            fault: String::new(),
        });
        (state.0.iter().cloned().chain(waiting).collect(), state.2)
    }
}

impl Jobs {
    /// The job with this number.
    pub fn find(&self, number: u64) -> Option<Arc<Job>> {
        self.jobs.lock().unwrap_or_else(PoisonError::into_inner).get(&number).cloned()
    }

    /// Begins to read and gives the number of the job.
    pub fn begin(self: &Arc<Self>, live: Arc<Live>, intake: Arc<Intake>, brought: Vec<Brought>) -> u64 {
        let job = Arc::new(Job::default());
        job.lock().1 = brought.iter().map(Brought::name).collect();
        let number = {
            let mut jobs = self.jobs.lock().unwrap_or_else(PoisonError::into_inner);
            let number = jobs.last_key_value().map_or(1, |(last, _)| last + 1);
            jobs.insert(number, job.clone());
            while jobs.len() > KEPT {
                jobs.pop_first();
            }
            number
        };
        let jobs = self.clone();
        tokio::spawn(async move {
            let _turn = jobs.turn.lock().await;
            let read = tokio::task::spawn_blocking({
                let job = job.clone();
                move || run(&live, &intake, brought, &job)
            });
            if !matches!(read.await, Ok(Ok(()))) {
                tracing::error!("a document could not be kept");
            }
            job.lock().2 = true;
        });
        number
    }
}

impl Brought {
    fn name(&self) -> String {
        match self {
            Self::Bytes { name, .. } | Self::Address(name) => name.clone(),
        }
    }

    fn read(self, intake: &Intake) -> Vec<Outcome> {
        match self {
            Self::Bytes { name, bytes, declared } => tenkyo_ingest::bytes(&name, &bytes, declared),
            Self::Address(address) => vec![tenkyo_ingest::page(&address, &intake.fetch)],
        }
    }
}

fn run(live: &Live, intake: &Intake, brought: Vec<Brought>, job: &Job) -> Result<(), QueryError> {
    let mut reader = Reader::new(intake.lexicon.clone());
    let mut store = Store::open(live.folder())?;
    for one in brought {
        for outcome in one.read(intake) {
            let item = match outcome {
                Ok(capture) => {
                    let reading = reader.read(&capture);
                    let analysis = Analysis::new(&reading.article, &reading.findings, &reading.diagnostics);
                    let addition = store.add(std::slice::from_ref(&analysis), &intake.data_version)?;
                    kept(analysis, addition.first().copied())
                }
                Err(error) => unread(&error),
            };
            job.lock().0.push(item);
        }
        job.lock().1.pop_front();
    }
    // Whoever is sent on from the outcome finds the documents.
    live.refresh()?;
    Ok(())
}

fn kept(analysis: Analysis, addition: Option<Addition>) -> Item {
    let state = match addition {
        Some(Addition::New) => "new",
        Some(Addition::Version) => "version",
        Some(Addition::Reread) => "reread",
        Some(Addition::Known) | None => "known",
    };
    let (name, document) = (analysis.document.source, Some(analysis.document.id));
    Item { name, document, state, fault: String::new() }
}

fn unread(error: &IngestError) -> Item {
    Item { name: error.name.clone(), document: None, state: "bad", fault: error.fault.to_string() }
}
