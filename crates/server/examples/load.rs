//! How fast the desk answers when many ask at once: a server on a loopback port with two worker threads, and clients that follow
//! its pages and lists. `cargo run --release -p tenkyo-server --example load -- READINGS.jsonl COUNT [CLIENTS] [SECONDS]`, or
//! `benches/desk_load.sh`; `growth` (of `tenkyo-eval`) makes the readings.
//!
//! Each kind of page is asked for with what the ledger holds: every actor, article, date and outlet takes its turn, so that
//! most addresses with a filter are new. It stops by itself after the given time. Before that, one client asks alone, once the
//! server has made the pages that it makes beforehand: what one answer costs, and how long pages are with and without charts.
#![allow(clippy::print_stdout, reason = "a command for developers; its output is its purpose")]

use reqwest::Client;
use std::collections::BTreeMap;
use std::io::BufRead;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};
use tenkyo_query::{Live, Snapshot};
use tenkyo_record::analysis::Analysis;
use tenkyo_store::Store;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [path, count, more @ ..] = arguments.as_slice() else {
        panic!("usage: load READINGS.jsonl COUNT [CLIENTS] [SECONDS]")
    };
    let number = |at: usize, usual: usize| more.get(at).map_or(usual, |n| n.parse().expect("a number"));
    let (clients, seconds) = (number(0, 50), number(1, 30));
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    fill(folder.path(), Path::new(path), count.parse().expect("a count is a number"));
    let start = Instant::now();
    let live = Live::open(folder.path()).expect("the workspace was just made");
    let addresses = addresses(&live.now());
    println!(
        "opened in {:.1} s: {} statements",
        start.elapsed().as_secs_f64(),
        live.now().ledger.utterances.len()
    );
    let root = serve(live);
    println!("idle after {:.1} s of processor time", idle());
    let alone = runtime(1).block_on(alone(&root, &addresses));
    report("alone", &alone);
    let clock = Duration::from_secs(seconds as u64);
    let found = runtime(1).block_on(drive(&root, addresses, clients, clock));
    report(&format!("{clients} at once"), &found);
}

/// Waits until this process does nothing more by itself; gives the processor time that it has used by then.
fn idle() -> f64 {
    let mut before = processor();
    loop {
        std::thread::sleep(Duration::from_secs(1));
        let now = processor();
        if now - before < 0.03 {
            return now;
        }
        before = now;
    }
}

/// Seconds of processor time of all threads; 0 where `/proc` does not tell.
fn processor() -> f64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let fields = stat.rsplit(") ").next().unwrap_or_default().split(' ').skip(11).take(2);
    fields.filter_map(|ticks| ticks.parse::<f64>().ok()).sum::<f64>() / 100.0
}

/// One client that asks for some addresses of each kind, those that the many come to last.
async fn alone(root: &str, kinds: &[(&'static str, Vec<String>)]) -> Found {
    let (client, mut found) = (Client::new(), Found::new());
    for (kind, addresses) in kinds {
        for address in addresses.iter().rev().take(ALONE) {
            found.entry(kind).or_default().push(ask(&client, &format!("{root}{address}")).await);
        }
    }
    found
}

/// Puts the readings into a workspace.
fn fill(folder: &Path, readings: &Path, count: usize) {
    let file = std::fs::File::open(readings).expect("READINGS can be opened");
    let lines = std::io::BufReader::new(file).lines().take(count).map(|line| line.expect("a line is text"));
    let analyses: Vec<Analysis> =
        lines.map(|line| Analysis::parse(&line).expect("READINGS holds records")).collect();
    let mut store = Store::create(folder).expect("a workspace can be made");
    store.add(&analyses, "load").expect("the records are kept");
    store.update_index().expect("the index can be made");
}

fn runtime(threads: usize) -> tokio::runtime::Runtime {
    let mut builder = tokio::runtime::Builder::new_multi_thread();
    builder.worker_threads(threads).enable_all().build().expect("threads can be made")
}

/// Serves the desk in threads of its own; gives the address of the root.
fn serve(live: Arc<Live>) -> String {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a loopback port is free");
    listener.set_nonblocking(true).expect("a socket can wait");
    let root = format!("http://{}", listener.local_addr().expect("it is bound"));
    std::thread::spawn(move || {
        runtime(2).block_on(async {
            let listener = tokio::net::TcpListener::from_std(listener).expect("a runtime is there");
            tenkyo_server::serve(live, tenkyo_server::Options::default(), listener).await
        })
    });
    root
}

/// Addresses of each kind that one client asks for alone.
const ALONE: usize = 40;

/// Addresses by kind of page; one of each is asked for in turn.
fn addresses(now: &Snapshot) -> Vec<(&'static str, Vec<String>)> {
    let ledger = &now.ledger;
    let spread = |count: usize| (0..400).map(move |n| n * 7919 % count.max(1));
    let actors: Vec<&str> =
        spread(ledger.actors.len().min(4000)).map(|i| ledger.actors[i].id.as_str()).collect();
    let texts: Vec<&str> = spread(ledger.documents.len()).map(|i| ledger.documents[i].id.as_str()).collect();
    let events: Vec<&str> =
        spread(ledger.occurrences.len()).map(|i| ledger.occurrences[i].id.as_str()).collect();
    let words = ["会談", "大統領", "発表", "批判", "事故", "協議", "首相", "安全", "支援", "選挙"];
    let years: Vec<usize> = (2005..2025).collect();
    let one = |address: &str| vec![address.to_owned()];
    let with = |pattern: &str, values: &[&str]| values.iter().map(|v| pattern.replace("{}", v)).collect();
    let filtered = |path: &str| {
        let pairs = years.iter().flat_map(|year| words.iter().map(move |word| (year, word)));
        pairs.map(|(year, word)| format!("{path}?from={year}&to={}&q={word}", year + 1)).collect::<Vec<_>>()
    };
    vec![
        ("story", one("/")),
        ("timeline", one("/timeline")),
        ("timeline, filtered", filtered("/timeline")),
        ("reader", with("/read/{}", &texts)),
        ("statements", one("/statements")),
        ("statements, filtered", filtered("/statements")),
        ("statements of one", with("/statements?actor={}&certainty=certain", &actors)),
        ("claims", one("/claims")),
        ("matrix", one("/claims/matrix")),
        ("disputes", one("/disputes")),
        ("transfers", one("/transfers")),
        ("series", one("/series")),
        ("one series", ledger.series.iter().take(400).map(|s| format!("/series/{}", s.id)).collect()),
        ("actors", one("/actors")),
        ("actor", with("/actors/{}", &actors)),
        ("relations", one("/relations")),
        ("map", one("/map")),
        ("forecasts", one("/forecasts")),
        ("sources", one("/sources")),
        ("documents", filtered("/documents")),
        ("search", filtered("/search")),
        ("API statements", filtered("/api/v1/statements")),
        ("API timeline", with("/api/v1/timeline?actor={}", &actors)),
        ("API claims", one("/api/v1/claims")),
        ("API actors", one("/api/v1/actors")),
        ("API search", filtered("/api/v1/search")),
        ("API entry", with("/api/v1/actors/{}", &actors)),
        ("API words", with("/api/v1/words/{}", &actors)),
        ("API article", with("/api/v1/articles/{}", &texts)),
        ("API explain", with("/api/v1/explain/{}", &events)),
        ("API disputes", one("/api/v1/disputes")),
        ("API series", one("/api/v1/series")),
        ("API relations", one("/api/v1/relations")),
        ("API places", one("/api/v1/places")),
        ("API routes", one("/api/v1/routes")),
        ("API outlets", one("/api/v1/outlets")),
    ]
}

/// One answer: to its first byte, to its last, and its length.
struct Took {
    first: Duration,
    whole: Duration,
    bytes: usize,
    /// Bytes without charts.
    plain: usize,
}

type Found = BTreeMap<&'static str, Vec<Took>>;

/// Clients that ask one after the other until the time is over.
async fn drive(
    root: &str,
    kinds: Vec<(&'static str, Vec<String>)>,
    clients: usize,
    clock: Duration,
) -> Found {
    let (kinds, turn, found) =
        (Arc::new(kinds), Arc::new(AtomicUsize::new(0)), Arc::new(Mutex::new(Found::new())));
    let end = Instant::now() + clock;
    let one = |_| {
        let (root, kinds, turn, found) = (root.to_owned(), kinds.clone(), turn.clone(), found.clone());
        tokio::spawn(async move {
            let client = Client::new();
            while Instant::now() < end {
                let turn = turn.fetch_add(1, Ordering::Relaxed);
                let (kind, addresses) = &kinds[turn % kinds.len()];
                let address = &addresses[turn / kinds.len() % addresses.len()];
                let took = ask(&client, &format!("{root}{address}")).await;
                found.lock().expect("nobody panics").entry(*kind).or_default().push(took);
            }
        })
    };
    for client in (0..clients).map(one).collect::<Vec<_>>() {
        client.await.expect("a client does not panic");
    }
    std::mem::take(&mut *found.lock().expect("nobody panics"))
}

async fn ask(client: &Client, address: &str) -> Took {
    let start = Instant::now();
    let mut answer = client.get(address).send().await.expect("the server answers");
    assert!(answer.status().is_success(), "{address}: {}", answer.status());
    let (mut first, mut body) = (None, Vec::new());
    while let Some(chunk) = answer.chunk().await.expect("the answer comes whole") {
        first.get_or_insert_with(|| start.elapsed());
        body.extend_from_slice(&chunk);
    }
    let whole = start.elapsed();
    let text = String::from_utf8_lossy(&body);
    let plain = text
        .split("<figure class=\"chart")
        .map(|part| part.split_once("</figure>").map_or(part, |(_, rest)| rest));
    let plain = plain.map(str::len).sum();
    Took { first: first.unwrap_or(whole), whole, bytes: body.len(), plain }
}

fn report(how: &str, found: &Found) {
    println!("\n{how}:");
    println!(
        "| page | answers | first byte p50, ms | p99 | whole p50, ms | p99 | KB at most | KB without charts |"
    );
    println!("|---|---|---|---|---|---|---|---|");
    let all: Vec<&Took> = found.values().flatten().collect();
    for (kind, took) in found {
        line(kind, &took.iter().collect::<Vec<_>>());
    }
    line("all", &all);
}

/// One of the times of an answer.
type Reading = fn(&Took) -> Duration;

fn line(kind: &str, took: &[&Took]) {
    let part = |of: Reading, part: usize| {
        let mut times: Vec<Duration> = took.iter().map(|t| of(t)).collect();
        times.sort_unstable();
        times[(times.len() * part / 100).min(times.len() - 1)].as_secs_f64() * 1000.0
    };
    let (first, whole): (Reading, Reading) = (|t| t.first, |t| t.whole);
    let most = |of: fn(&Took) -> usize| took.iter().map(|t| of(t)).max().unwrap_or_default().div_ceil(1000);
    println!(
        "| {kind} | {} | {:.1} | {:.1} | {:.1} | {:.1} | {} | {} |",
        took.len(),
        part(first, 50),
        part(first, 99),
        part(whole, 50),
        part(whole, 99),
        most(|t| t.bytes),
        most(|t| t.plain),
    );
}
