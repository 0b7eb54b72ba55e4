//! Many documents over several threads, in the order in which they were named.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Mutex, mpsc};
use tenkyo_ingest::{IngestError, Options, Outcome};
use tenkyo_lexicon::Lexicon;
use tenkyo_pipeline::Reader;
use tenkyo_record::analysis::Analysis;

/// What one file or address gave.
pub type Read = Vec<Result<Analysis, IngestError>>;

/// How many threads read.
#[derive(clap::Args, Debug)]
pub struct ThreadOptions {
    /// Threads that read documents; their number does not change what comes out. Without it, one a processor.
    #[arg(long, value_name = "N")]
    threads: Option<std::num::NonZeroUsize>,
}

impl ThreadOptions {
    fn count(&self) -> usize {
        self.threads.or_else(|| std::thread::available_parallelism().ok()).map_or(1, Into::into)
    }
}

/// A file, an address, standard input, or what could not even be listed.
pub enum Source {
    /// A path to one file.
    File(std::path::PathBuf),
    /// `-` or an address.
    Other(String),
    /// A folder that cannot be read.
    Bad(IngestError),
}

/// The sources that the user's arguments name, folders taken apart, in order.
pub fn sources(arguments: &[String]) -> Vec<Source> {
    let each = |argument: &String| {
        if argument == "-" || tenkyo_ingest::is_address(argument) {
            return vec![Source::Other(argument.clone())];
        }
        match tenkyo_ingest::files(Path::new(argument)) {
            Ok(files) => files.into_iter().map(Source::File).collect(),
            Err(error) => vec![Source::Bad(error)],
        }
    };
    arguments.iter().flat_map(each).collect()
}

fn captures(source: Source, options: &Options) -> Vec<Outcome> {
    match source {
        Source::File(path) => tenkyo_ingest::documents(&path),
        Source::Other(name) => tenkyo_ingest::read(&name, options).collect(),
        Source::Bad(error) => vec![Err(error)],
    }
}

/// Reads one source after another and hands what each gave to `sink`, in order.
///
/// # Errors
/// The first error of `sink`; nothing is read after it.
pub fn read(
    sources: Vec<Source>,
    options: &Options,
    lexicon: &std::sync::Arc<Lexicon>,
    threads: &ThreadOptions,
    mut sink: impl FnMut(Read) -> anyhow::Result<()>,
) -> anyhow::Result<()> {
    let count = threads.count().min(sources.len().max(1));
    // A bounded queue: what is read and not yet handed on stays small.
    let (tasks, queue) = mpsc::sync_channel::<(usize, Source)>(4 * count);
    let queue = Mutex::new(queue);
    let (done, results) = mpsc::sync_channel(4 * count);
    let mut sources = sources.into_iter().enumerate();
    std::thread::scope(|scope| {
        for _ in 0..count {
            let (queue, done) = (&queue, done.clone());
            scope.spawn(move || work(queue, &done, options, Reader::new(lexicon.clone())));
        }
        drop(done);
        let (mut tasks, mut waiting, mut next) = (Some(tasks), BTreeMap::new(), 0);
        let mut sent = 0;
        loop {
            // Never more under way than the channels hold, so that no one waits for us while we wait for him.
            while sent - next < 4 * count
                && let Some(open) = &tasks
            {
                match sources.next() {
                    Some(task) => open.send(task)?,
                    None => tasks = None,
                }
                sent += usize::from(tasks.is_some());
            }
            let Ok((index, read)) = results.recv() else { return Ok(()) };
            waiting.insert(index, read);
            while let Some(read) = waiting.remove(&next) {
                next += 1;
                sink(read)?;
            }
        }
    })
}

/// Takes sources from the queue until there are no more, or nobody wants what they give.
fn work(
    queue: &Mutex<mpsc::Receiver<(usize, Source)>>,
    done: &mpsc::SyncSender<(usize, Read)>,
    options: &Options,
    mut reader: Reader,
) {
    loop {
        let task = queue.lock().map(|queue| queue.recv());
        let Ok(Ok((index, source))) = task else { return };
        let read = captures(source, options).into_iter().map(|capture| {
            let reading = reader.read(&capture?);
            Ok(Analysis::new(&reading.article, &reading.findings, &reading.diagnostics))
        });
        if done.send((index, read.collect())).is_err() {
            return;
        }
    }
}
