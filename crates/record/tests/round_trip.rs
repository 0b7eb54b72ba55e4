//! What is written is read back, whatever the text and wherever the spans lie.

use proptest::prelude::*;
use tenkyo_model::*;
use tenkyo_record::analysis;
use tenkyo_text::Span;

/// The span between two places of the text, given as fractions of its characters.
fn between(text: &str, (a, b): (usize, usize)) -> Span {
    let bounds: Vec<usize> = text.char_indices().map(|(i, _)| i).chain([text.len()]).collect();
    let at = |n: usize| bounds[n % bounds.len()];
    Span::new(at(a).min(at(b)), at(a).max(at(b)))
}

/// An article with one finding of every kind, its spans laid where the numbers say.
fn reading(text: String, at: &[(usize, usize)], pick: usize) -> (Article, Findings) {
    let span = |i: usize| between(&text, at[i % at.len()]);
    let rule = || RuleId::from("test.rule");
    let (actor, other) = (ActorId(0), ActorId(1));
    let one_of = |n: usize| pick % n;
    let mention = Mention { span: span(0), form: MentionForm::NAMES[one_of(7)].0, rule: rule() };
    let named = |name: &str| Actor {
        name: name.into(),
        kind: ActorKind::NAMES[one_of(5)].0,
        knowledge: Some("prk".into()),
        wikidata: None,
        roles: vec![Role { from: Some("2021".into()), ..Role::new("外相", Some(other), true) }],
        mentions: vec![mention.clone()],
    };
    let published = Published {
        value: "2024-06-19".into(),
        basis: Basis::NAMES[one_of(3)].0,
        span: Some(span(1)),
        rule: rule(),
    };
    let grade = || Grade {
        source: 'B',
        information: 6,
        reasons: vec![Reason { rule: "r".into(), text: "why".into() }],
    };
    let findings = Findings {
        published: Some(published.clone()),
        actors: vec![named("金正恩"), named("北朝鮮")],
        times: vec![Time {
            span: span(2),
            kind: TimeKind::NAMES[one_of(4)].0,
            value: "2024".into(),
            modifier: Some(TimeMod::NAMES[one_of(10)].0),
            edtf: Some("2024~".into()),
            rule: rule(),
        }],
        quantities: vec![Quantity {
            span: span(3),
            bounds: Bounds { min: Some(pick as f64 / 4.0), max: None },
            unit: "発".into(),
            approximate: true,
            rule: rule(),
        }],
        statements: vec![Statement {
            content: span(4),
            mode: Mode::NAMES[one_of(3)].0,
            speaker: Some(actor),
            cue: Some(span(5)),
            via: vec![Link { actor: other, span: span(6) }],
            addressee: None,
            certainty: Certainty::NAMES[one_of(4)].0,
            polarity: Polarity::NAMES[one_of(2)].0,
            rule: rule(),
        }],
        events: vec![Event {
            kind: EventType::NAMES[one_of(16)].0,
            mode: Some("meet".into()),
            contexts: vec!["military".into()],
            trigger: span(7),
            source: vec![actor],
            target: vec![other],
            date: Some("2023-09".into()),
            date_span: Some(span(8)),
            date_local: Some("2024-06-18".into()),
            date_japan: Some("2024-06-19".into()),
            place: Some(other),
            polarity: Polarity::NAMES[one_of(2)].0,
            certainty: Certainty::NAMES[one_of(4)].0,
            according_to: vec![other],
            statement: Some(StatementId(0)),
            rule: rule(),
        }],
        transfers: vec![Transfer {
            giver: Some(actor),
            receiver: None,
            item: span(9),
            category: "arms".into(),
            quantity: Some(0),
            date: None,
            date_span: None,
            date_local: Some("2024-06-18".into()),
            date_japan: Some("2024-06-19".into()),
            status: TransferStatus::NAMES[one_of(9)].0,
            polarity: Polarity::NAMES[one_of(2)].0,
            certainty: Certainty::NAMES[one_of(4)].0,
            according_to: vec![actor, other],
            span: span(10),
            terms: Terms {
                in_return: Some(span(1)),
                counterpart: Some(0),
                route_from: Some(span(2)),
                route_to: None,
                carrier: Some(span(3)),
                measures: vec![Falling {
                    id: "m".into(),
                    name: "決議".into(),
                    reason: "arms".into(),
                    word: Some("砲弾".into()),
                    partial: true,
                    throughout: false,
                }],
            },
            rule: rule(),
        }],
        forecasts: vec![Forecast {
            span: span(11),
            by: Some(actor),
            likelihood: Likelihood::NAMES[one_of(6)].0,
            horizon: Some("2025".into()),
            condition: Some(span(4)),
            rule: rule(),
        }],
        equipment: vec![Equipment {
            knowledge: "kn-25".into(),
            name: "超大型放射砲".into(),
            latin: Some("KN-25".into()),
            kind: "artillery".into(),
            maker: Some("prk".into()),
            category: "arms".into(),
            mentions: vec![span(5), span(6)],
        }],
        launches: vec![Launch {
            kind: LaunchKind::NAMES[one_of(2)].0,
            trigger: span(7),
            what: span(8),
            equipment: Some(0),
            by: Some(other),
            outcome: LaunchOutcome::NAMES[one_of(3)].0,
            outcome_span: Some(span(9)),
            count: Some(2),
            date: Some("2023-08-24".into()),
            date_span: None,
            polarity: Polarity::Positive,
            certainty: Certainty::NAMES[one_of(4)].0,
            according_to: vec![actor],
            rule: rule(),
        }],
        agreements: vec![Agreement {
            name: "条約".into(),
            knowledge: None,
            mentions: vec![span(10)],
            parties: vec![actor, other],
            clauses: vec![span(11)],
            signed: Some(AgreementDate { value: Some("2024-06-19".into()), span: Some(span(12)) }),
            in_force: Some(AgreementDate { value: None, span: None }),
            ended: None,
            predecessor: Some(0),
            rule: rule(),
        }],
        grades: Grades { events: vec![grade()], transfers: vec![grade()] },
    };
    let metadata = (published.basis == Basis::Metadata).then(|| published.value.clone());
    let article = Article {
        id: DocumentId("0123456789abcdef".into()),
        source: "a.txt".into(),
        declared: Declared { title: Some("題".into()), published: metadata, ..Declared::default() },
        published_span: published.span,
        blocks: vec![Block { kind: BlockKind::NAMES[one_of(13)].0, span: span(12) }],
        text: text.into(),
    };
    (article, findings)
}

proptest! {
    #[test]
    fn reading_back_gives_the_same(
        text in "(?s).{0,200}",
        at in prop::collection::vec((0usize..400, 0usize..400), 13),
        pick in 0usize..1000,
    ) {
        let (article, findings) = reading(text, &at, pick);
        let json = serde_json::to_string(&analysis::Analysis::new(&article, &findings, &[])).unwrap();
        let record = analysis::Analysis::parse(&json).unwrap();
        prop_assert_eq!(record.article().unwrap(), article);
        prop_assert_eq!(record.findings().unwrap(), findings);
    }
}

#[test]
fn what_does_not_fit_is_refused_by_name() {
    let (article, findings) = reading("金正恩氏".into(), &[(0, 2)], 0);
    let good = analysis::Analysis::new(&article, &findings, &[]);
    let refusal = |change: &dyn Fn(&mut analysis::Analysis)| {
        let mut record = good.clone();
        change(&mut record);
        record.findings().unwrap_err().to_string()
    };
    assert!(refusal(&|r| r.times[0].span = [0, 99]).contains("times.span"));
    assert!(refusal(&|r| r.statements[0].speaker = Some("a9".into())).contains("a9"));
    assert!(refusal(&|r| r.events[0].kind = "DANCE".into()).contains("DANCE"));
    let other = serde_json::to_string(&good).unwrap().replace("tenkyo.analysis/1", "tenkyo.analysis/0");
    assert!(analysis::Analysis::parse(&other).unwrap_err().to_string().contains("tenkyo.analysis/0"));
}

#[test]
fn corrections_come_back() {
    use tenkyo_model::EventType;
    use tenkyo_model::correction::{Anchor, Change, Correction};
    use tenkyo_model::ledger::{Subject, Verdict};
    use tenkyo_record::correction::Correction as Record;
    let anchor = |exact: &str| Anchor {
        document: "00".into(),
        source: "a.txt".into(),
        exact: exact.into(),
        prefix: "前".into(),
        suffix: "後".into(),
    };
    let pair = |verdict| Change::Pair {
        about: Subject::Occurrence,
        left: anchor("会談した"),
        right: anchor("会談しました"),
        verdict,
    };
    let changes = [
        pair(Verdict::Same),
        pair(Verdict::Different),
        pair(Verdict::Unsure),
        Change::Speaker { statement: anchor("渡していない"), speaker: Some("Q7747".into()) },
        Change::Date { at: anchor("会談した"), date: None },
        Change::Type {
            event: anchor("会談した"), kind: Some(EventType::Consult), mode: Some("meet".into())
        },
        Change::NotStatement { statement: anchor("渡していない") },
        Change::Alias { actor: "Q7747".into(), alias: "プ氏".into() },
        Change::Withdraw { number: 3 },
    ];
    for change in changes {
        let correction =
            Correction { by: "佐藤".into(), at: "2026-11-24T12:00:00Z".into(), why: String::new(), change };
        let json = serde_json::to_string(&Record::new(&correction)).unwrap();
        assert!(json.contains(&format!("\"kind\":\"{}\"", correction.change.kind())), "{json}");
        assert_eq!(Record::parse(&json).unwrap().model().unwrap(), correction);
    }
    assert!(
        Record::parse(r#"{"schema":"tenkyo.correction/2","by":"","at":"","kind":"withdraw","number":1}"#)
            .is_err()
    );
}
