//! The ledger does not depend on the order of its documents, every member stands in its document, and no list holds an id twice.

use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use tenkyo_ledger::{Reading, anchor, build, build_corrected};
use tenkyo_model::correction::{Anchor, Change, Correction, Logged};
use tenkyo_model::ledger::{Ledger, Member, Subject, Verdict};
use tenkyo_model::*;
use tenkyo_text::Span;

const NAMES: &[(&str, ActorKind)] = &[
    ("北国", ActorKind::State),
    ("南国", ActorKind::State),
    ("田中首相", ActorKind::Person),
    ("田中", ActorKind::Person),
    ("北国外務省", ActorKind::Organization),
    ("専門家", ActorKind::Group),
];
const DATES: &[Option<&str>] =
    &[None, Some("2024-06-19"), Some("2024-06-20"), Some("2024-06"), Some("2023/2024-07"), Some("PAST_REF")];
const SENTENCES: &[&str] = &[
    "北国と南国の首脳が首都で会談した。",
    "砲弾1万発を送ったと発表した。",
    "砲弾8千発を渡したことはないと否定した。",
    "砲弾1万発を渡したと述べた。",
];

/// One finding of a document: which sentence, actors, date, and a number that picks the rest.
type Pick = (usize, usize, usize, usize, usize);

fn reading(number: usize, picks: &[Pick], published: usize) -> Reading {
    let text: String = picks.iter().map(|p| SENTENCES[p.0 % SENTENCES.len()]).collect();
    let mut at = 0;
    let mut findings = Findings { actors: actors(), ..Findings::default() };
    findings.published = DATES[published % 3].map(|value| Published {
        value: value.into(),
        basis: Basis::Stated,
        span: None,
        rule: RuleId::from("test"),
    });
    for pick in picks {
        let sentence = SENTENCES[pick.0 % SENTENCES.len()];
        add(&mut findings, Span::new(at, at + sentence.len()), pick);
        at += sentence.len();
    }
    let outlet = ["東紙", "西紙"].get(published % 3).map(|o| (*o).to_owned());
    let article = Article {
        id: DocumentId(format!("{number:016x}")),
        source: format!("{number}.txt"),
        declared: Declared { outlet, ..Declared::default() },
        published_span: None,
        blocks: vec![Block { kind: BlockKind::Paragraph, span: Span::of(&text) }],
        text: text.into(),
    };
    Reading { article, findings }
}

fn actors() -> Vec<Actor> {
    let actor = |(name, kind): &(&str, ActorKind)| Actor {
        name: (*name).into(),
        kind: *kind,
        knowledge: None,
        wikidata: None,
        roles: vec![Role::new("首相", Some(ActorId(0)), false)],
        mentions: vec![Mention {
            span: Span::new(0, 6),
            form: MentionForm::Name,
            rule: RuleId::from("test"),
        }],
    };
    NAMES.iter().map(actor).collect()
}

fn add(findings: &mut Findings, span: Span, (_, who, whom, when, rest): &Pick) {
    let rule = || RuleId::from("test");
    let (who, whom) = (ActorId((who % NAMES.len()) as u32), ActorId((whom % NAMES.len()) as u32));
    let certainty = Certainty::NAMES[rest % 4].0;
    let polarity = Polarity::NAMES[rest % 2].0;
    let date = DATES[when % DATES.len()].map(str::to_owned);
    findings.quantities.push(Quantity {
        span: Span { start: span.start, end: span.start + 6 },
        bounds: Bounds { min: Some((rest % 3) as f64), max: None },
        unit: "発".into(),
        approximate: false,
        rule: rule(),
    });
    findings.statements.push(Statement {
        content: span,
        mode: Mode::NAMES[rest % 3].0,
        speaker: (rest % 5 > 0).then_some(who),
        cue: None,
        via: if rest % 2 == 0 { vec![Link { actor: whom, span }] } else { vec![] },
        addressee: None,
        certainty,
        polarity,
        rule: rule(),
    });
    findings.events.push(Event {
        kind: EventType::NAMES[rest % 3].0,
        mode: None,
        contexts: vec![],
        trigger: span,
        source: vec![who],
        target: vec![whom],
        date: date.clone(),
        date_span: None,
        date_local: None,
        date_japan: None,
        place: None,
        polarity,
        certainty,
        according_to: vec![whom],
        statement: None,
        rule: rule(),
    });
    findings.transfers.push(Transfer {
        giver: Some(who),
        receiver: (rest % 4 > 0).then_some(whom),
        item: span,
        category: "ammunition".into(),
        quantity: (rest % 2 > 0).then_some(findings.quantities.len() - 1),
        date,
        date_span: None,
        date_local: None,
        date_japan: None,
        status: TransferStatus::NAMES[rest % 9].0,
        polarity,
        certainty,
        according_to: vec![],
        span,
        terms: Terms::default(),
        rule: rule(),
    });
    findings.forecasts.push(Forecast {
        span,
        by: Some(who),
        likelihood: Likelihood::NAMES[rest % 6].0,
        horizon: None,
        condition: None,
        rule: rule(),
    });
}

fn readings() -> impl Strategy<Value = Vec<Reading>> {
    let pick = (0usize..9, 0usize..9, 0usize..9, 0usize..9, 0usize..99);
    let document = (prop::collection::vec(pick, 1..5), 0usize..9);
    prop::collection::vec(document, 0..8).prop_map(|documents| {
        documents.iter().enumerate().map(|(n, (picks, published))| reading(n, picks, *published)).collect()
    })
}

fn members(l: &Ledger) -> Vec<&Member> {
    let mut all: Vec<&Member> = l.actors.iter().flat_map(|a| &a.members).collect();
    all.extend(l.occurrences.iter().flat_map(|o| &o.members));
    all.extend(l.utterances.iter().flat_map(|u| &u.members));
    all.extend(l.transfers.iter().flat_map(|t| &t.members));
    all.extend(l.claims.iter().flat_map(|c| &c.positions).flat_map(|p| &p.members));
    all.extend(l.disputes.iter().flat_map(|d| &d.sides).flat_map(|s| &s.members));
    all.extend(l.series.iter().flat_map(|s| &s.points).map(|p| &p.member));
    all.extend(l.forecasts.iter().map(|f| &f.member));
    all
}

fn ids(l: &Ledger) -> Vec<&String> {
    let mut all: Vec<&String> = l.actors.iter().map(|a| &a.id).collect();
    all.extend(l.occurrences.iter().map(|o| &o.id));
    all.extend(l.utterances.iter().map(|u| &u.id));
    all.extend(l.transfers.iter().map(|t| &t.id));
    all.extend(l.claims.iter().map(|c| &c.id));
    all.extend(l.disputes.iter().map(|d| &d.id));
    all.extend(l.series.iter().map(|s| &s.id));
    all.extend(l.forecasts.iter().map(|f| &f.id));
    all
}

proptest! {
    #[test]
    fn order_changes_nothing(readings in readings().prop_shuffle_pair()) {
        let (readings, shuffled) = readings;
        prop_assert_eq!(build(&readings), build(&shuffled));
    }

    #[test]
    fn entries_stand_on_words(readings in readings()) {
        let ledger = build(&readings);
        for member in members(&ledger) {
            let document = ledger.documents.iter().find(|d| d.source == member.document).unwrap();
            prop_assert!(document.text.get(member.span.range()).is_some());
        }
        let ids = ids(&ledger);
        let once: BTreeSet<_> = ids.iter().collect();
        prop_assert_eq!(once.len(), ids.len(), "an id stands twice in {:?}", ids);
        // No finding is lost and none stands in two entries.
        let events: usize = readings.iter().map(|r| r.findings.events.len()).sum();
        let transfers: usize = readings.iter().map(|r| r.findings.transfers.len()).sum();
        let deeds: usize = ledger.occurrences.iter().map(|o| o.members.len()).sum();
        prop_assert!((events..=events + transfers).contains(&deeds), "{} deeds of {} events", deeds, events);
        let said: usize = readings.iter().map(|r| r.findings.statements.len()).sum();
        prop_assert_eq!(ledger.utterances.iter().map(|u| u.members.len()).sum::<usize>(), said);
    }
}

/// A list with a shuffled copy of itself.
trait ShufflePair: Strategy<Value = Vec<Reading>> + Sized {
    fn prop_shuffle_pair(self) -> impl Strategy<Value = (Vec<Reading>, Vec<Reading>)> {
        self.prop_flat_map(|list| (Just(list.clone()), Just(list).prop_shuffle()))
    }
}
impl<S: Strategy<Value = Vec<Reading>>> ShufflePair for S {}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]
    /// Documents added one by one in any order, with others that come and go in between, give the ledger that is built at once.
    #[test]
    fn growing_gives_what_building_gives(
        (readings, shuffled) in readings().prop_shuffle_pair(),
        kept in prop::collection::vec(any::<bool>(), 8),
    ) {
        let lexicon = lexicon();
        let mut growing = tenkyo_ledger::Growing::new(lexicon);
        for reading in &shuffled {
            growing.add(reading.clone());
            growing.ledger();
        }
        prop_assert_eq!(&growing.ledger(), &build(&readings));
        let keeps = |(at, _): &(usize, &Reading)| kept.get(*at).copied().unwrap_or(true);
        let subset: Vec<Reading> = readings.iter().enumerate().filter(keeps).map(|(_, r)| r.clone()).collect();
        for (_, reading) in readings.iter().enumerate().filter(|item| !keeps(item)) {
            growing.remove(&reading.article.source);
        }
        let (small, again) = (growing.ledger(), build(&subset));
        prop_assert_eq!(format!("{small:?}"), format!("{again:?}"), "byte for byte");
        prop_assert_eq!(small, again);
        // Everything is known by now: putting a document back works nothing out again.
        let worked_out = growing.worked_out();
        for reading in &readings {
            growing.add(reading.clone());
        }
        growing.ledger();
        prop_assert_eq!(growing.worked_out(), worked_out);
    }
}

/// What an analyst says: about which two sentences, in which way.
type Said = (usize, usize, usize, usize, usize);

/// Corrections about sentences of the documents, each as far as there are any.
fn log(readings: &[Reading], said: &[Said]) -> Vec<Logged> {
    let sentences: Vec<Anchor> = readings.iter().flat_map(sentences).collect();
    if sentences.is_empty() {
        return Vec::new();
    }
    let anchor = |at: usize| sentences[at % sentences.len()].clone();
    let change = |(number, (left, right, about, kind, value)): (usize, &Said)| match kind % 6 {
        0 => Change::Date { at: anchor(*left), date: DATES[value % DATES.len()].map(str::to_owned) },
        1 => Change::NotStatement { statement: anchor(*left) },
        2 => Change::Speaker { statement: anchor(*left), speaker: Some(NAMES[value % NAMES.len()].0.into()) },
        3 if number > 0 => Change::Withdraw { number: (value % number) as u64 + 1 },
        _ => Change::Pair {
            about: Subject::NAMES[about % Subject::NAMES.len()].0,
            left: anchor(*left),
            right: anchor(*right),
            verdict: Verdict::NAMES[value % Verdict::NAMES.len()].0,
        },
    };
    let logged = |(number, change): (usize, Change)| Logged {
        number: number as u64 + 1,
        correction: Correction { by: "佐藤".into(), at: String::new(), why: String::new(), change },
    };
    said.iter().enumerate().map(change).enumerate().map(logged).collect()
}

fn sentences(reading: &Reading) -> Vec<Anchor> {
    let spans = reading.findings.statements.iter().map(|s| s.content);
    spans.map(|span| anchor::of(&reading.article, span)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]
    /// Documents that are revised and analysts who correct, in between and in any order of documents, give the ledger that is built
    /// at once from the last versions and the whole log.
    #[test]
    fn revising_and_correcting_gives_what_building_gives(
        (readings, shuffled) in readings().prop_shuffle_pair(),
        newer in readings(),
        said in prop::collection::vec((0usize..99, 0usize..99, 0usize..9, 0usize..9, 0usize..99), 0..6),
    ) {
        let log = log(&readings, &said);
        let mut growing = tenkyo_ledger::Growing::new(lexicon());
        shuffled.iter().for_each(|reading| growing.add(reading.clone()));
        for entry in &log {
            growing.correct(entry.clone());
            growing.ledger();
        }
        prop_assert_eq!(&growing.ledger(), &build_corrected(&readings, &log));
        // Another text takes the place of each document that has a newer version.
        let mut latest: BTreeMap<String, Reading> =
            readings.into_iter().map(|r| (r.article.source.clone(), r)).collect();
        for (number, mut reading) in newer.into_iter().enumerate() {
            reading.article.id = DocumentId(format!("{:016x}", 1000 + number));
            growing.add(reading.clone());
            latest.insert(reading.article.source.clone(), reading);
            growing.ledger();
        }
        let latest: Vec<Reading> = latest.into_values().collect();
        let (grown, built) = (growing.ledger(), build_corrected(&latest, &log));
        prop_assert_eq!(format!("{grown:?}"), format!("{built:?}"), "byte for byte");
    }

    /// No judgement of ours joins or parts what an analyst has judged last, and nobody withdrew.
    #[test]
    fn an_analyst_outranks_us(
        readings in readings(),
        (left, right, about) in (0usize..99, 0usize..99, 0usize..9),
        same in any::<bool>(),
    ) {
        let verdict = if same { 0 } else { 1 };
        let ruling = log(&readings, &[(left, right, about, 4, verdict)]);
        let ledger = build_corrected(&readings, &ruling);
        for judgement in ledger.judgements.iter().filter(|j| &*j.rule.0 == "analyst") {
            let clusters: Vec<&[Member]> = match judgement.about {
                Subject::Occurrence => ledger.occurrences.iter().map(|o| &*o.members).collect(),
                Subject::Utterance => ledger.utterances.iter().map(|u| &*u.members).collect(),
                Subject::Transfer => ledger.transfers.iter().map(|t| &*t.members).collect(),
                // All actors of these documents stand on the same words, and documents are no clusters.
                Subject::Actor | Subject::Document => continue,
            };
            let both = |c: &&&[Member]| c.contains(&judgement.left) && c.contains(&judgement.right);
            let one = clusters.iter().filter(both).count();
            prop_assert_eq!(one > 0, judgement.verdict == Verdict::Same, "{:?}", judgement);
        }
        prop_assert_eq!(ledger.corrections.len(), ruling.len());
    }
}

fn lexicon() -> &'static tenkyo_lexicon::Lexicon {
    static LEXICON: std::sync::LazyLock<tenkyo_lexicon::Lexicon> = std::sync::LazyLock::new(|| {
        tenkyo_lexicon::Lexicon::embedded().expect("the test's own data is sound")
    });
    &LEXICON
}
