//! The report over a small ledger made by hand, with text that wants to be markup.

use std::sync::Arc;
use tenkyo_brief::{Format, Language, Options, write};
use tenkyo_model::ledger::{
    Actor, Dispute, DisputeKind, Distinction, Document, Forecast, Grade, Ledger, Member, Occurrence, Outcome,
    OutcomeResult, Point, Series, Side, Transfer, Utterance,
};
use tenkyo_model::{ActorKind, Bounds, Certainty, EventType, Likelihood, Mode, Polarity, TransferStatus};
use tenkyo_text::Span;

const TEXT: &str = "両首脳は会談した。\n「<script>alert(1)</script>」と[述べた](javascript:x)\u{202e}。砲弾を送る可能性がある。";

fn member(words: &str) -> Member {
    let at = TEXT.find(words).expect("the words stand in the text");
    Member { document: "a/1.txt".into(), span: Span::new(at, at + words.len()) }
}

fn actor(id: &str, name: &str) -> Actor {
    Actor {
        id: id.into(),
        name: name.into(),
        kind: ActorKind::Person,
        wikidata: None,
        names: vec![name.into()],
        titles: vec![],
        mentions: 1,
        members: vec![],
    }
}

fn ledger() -> Ledger {
    let document = Document {
        source: "a/1.txt".into(),
        id: "1".into(),
        title: Some("<b>題</b>".into()),
        outlet: Some("暁新聞<img src=x>".into()),
        published: Some("2024-06-20".into()),
        copy_of: None,
        version_of: None,
        text: Arc::from(TEXT),
    };
    Ledger {
        documents: vec![document],
        actors: vec![actor("p", "プーチン"), actor("k", "金\"正恩")],
        occurrences: vec![
            meeting("o-1", Certainty::Certain, vec!["暁新聞<img src=x>".into()]),
            meeting("o-2", Certainty::Possible, vec!["k".into()]),
        ],
        utterances: vec![said()],
        transfers: vec![shells()],
        series: vec![series()],
        disputes: vec![dispute()],
        distinctions: vec![distinction()],
        forecasts: vec![forecast()],
        ..Ledger::default()
    }
}

fn meeting(id: &str, certainty: Certainty, roots: Vec<String>) -> Occurrence {
    Occurrence {
        id: id.into(),
        kind: EventType::Consult,
        mode: Some("meet".into()),
        label: "両首脳は会談した。".into(),
        date: Some("2024-06-19".into()),
        date_local: None,
        source: vec!["p".into()],
        target: vec!["k".into()],
        place: None,
        polarity: Polarity::Positive,
        certainty,
        announced: Vec::new(),
        grade: Grade::default(),
        agreements: vec![],
        members: vec![member("会談した")],
        roots,
    }
}

fn said() -> Utterance {
    Utterance {
        id: "u-1".into(),
        speaker: Some("p".into()),
        via: vec![],
        date: None,
        text: "<script>alert(1)</script>".into(),
        mode: Mode::Direct,
        certainty: Certainty::Certain,
        polarity: Polarity::Positive,
        members: vec![member("<script>alert(1)</script>")],
    }
}

fn shells() -> Transfer {
    Transfer {
        id: "t-1".into(),
        giver: Some("k".into()),
        receiver: Some("p".into()),
        item: "砲弾".into(),
        category: "ammunition".into(),
        quantity: Some((Bounds { min: Some(1000.0), max: None }, "発".into())),
        date: Some("2024-06".into()),
        status: TransferStatus::Denied,
        polarity: Polarity::Negative,
        certainty: Certainty::Certain,
        roots: vec!["p".into()],
        measures: vec![],
        agreements: vec![],
        members: vec![member("砲弾を送る")],
    }
}

fn series() -> Series {
    let bounds = Bounds { min: Some(1000.0), max: None };
    let point =
        Point {
            as_of: Some("2024-06".into()), bounds, root: Some("p".into()), member: member("砲弾を送る")
        };
    Series {
        id: "q-1".into(), what: "金 → プーチン: 砲弾".into(), unit: "発".into(), points: vec![point]
    }
}

fn side(label: &str, words: &str) -> Side {
    Side { label: label.into(), members: vec![member(words)] }
}

fn dispute() -> Dispute {
    let sides = vec![side("asserts", "両首脳は会談した"), side("denies", "[述べた]")];
    Dispute { id: "d-1".into(), kind: DisputeKind::Denial, about: "会談".into(), sides }
}

fn distinction() -> Distinction {
    let sides = vec![side("dead", "両首脳"), side("personnel planned", "砲弾を送る")];
    Distinction { id: "n-1".into(), about: "金 2024-06".into(), sides }
}

fn forecast() -> Forecast {
    Forecast {
        id: "f-1".into(),
        by: None,
        member: member("砲弾を送る可能性がある"),
        likelihood: Likelihood::Even,
        horizon: None,
        outcome: Outcome { result: OutcomeResult::Open, members: vec![] },
    }
}

fn report(format: Format, language: Language) -> String {
    let name = |id: &str| (id == "p" && language == Language::English).then(|| "Putin".to_owned());
    write(&ledger(), &Options { format, language, asked: "", name: &name })
}

#[test]
fn markup_stays_text() {
    let html = report(Format::Html, Language::Japanese);
    for mark in ["<script", "<img", "<b>", "\u{202e}"] {
        assert!(!html.contains(mark), "{mark}");
    }
    assert!(html.contains("&#60;script&#62;alert(1)&#60;/script&#62;"));
    let markdown = report(Format::Markdown, Language::Japanese);
    assert!(!markdown.contains('\u{202e}'));
    let options = pulldown_cmark::Options::ENABLE_FOOTNOTES;
    let (mut items, mut notes) = (0, 0);
    for event in pulldown_cmark::Parser::new_ext(&markdown, options) {
        use pulldown_cmark::{Event, Tag};
        match event {
            Event::Html(_) | Event::InlineHtml(_) | Event::Code(_) => panic!("{event:?}"),
            Event::Start(Tag::Link { .. } | Tag::Image { .. } | Tag::Emphasis | Tag::CodeBlock(_)) => {
                panic!("{event:?}")
            }
            Event::Start(Tag::Item) => items += 1,
            Event::Start(Tag::FootnoteDefinition(_)) => notes += 1,
            _ => {}
        }
    }
    assert!(items > 6 && notes > 3, "{items} {notes}");
}

#[test]
fn the_page_needs_nothing_else() {
    let html = report(Format::Html, Language::English);
    for from_elsewhere in ["src=\"", "url(", "@import", "<script", "<link", "http://", "https://"] {
        assert!(!html.contains(from_elsewhere), "{from_elsewhere}");
    }
}

#[test]
fn every_sentence_has_its_sources() {
    let markdown = report(Format::Markdown, Language::English);
    let body =
        markdown.split("\n## ").filter(|s| !s.starts_with("Reports") && !s.starts_with("Sources")).skip(1);
    let parts =
        "Timeline|Who said what|Transfers|Figures in a row|Disputes and denials|Forecasts and what became";
    for part in parts.split('|') {
        assert!(markdown.contains(&format!("\n## {part}")), "{part} is missing");
    }
    let sentences: Vec<&str> = body.flat_map(str::lines).filter(|l| l.starts_with("- ")).collect();
    assert!(sentences.len() >= 12);
    for sentence in sentences {
        let number = sentence.rsplit("[^").next().and_then(|n| n.strip_suffix(']')).expect(sentence);
        assert!(markdown.contains(&format!("\n[^{number}]: ")), "{number}");
    }
}

#[test]
fn doubts_and_denials_stay() {
    let markdown = report(Format::Markdown, Language::English);
    assert!(markdown.contains("On 19 June 2024, there was a meeting of Putin and 金\"正恩."), "{markdown}");
    assert!(
        markdown.contains("According to 金\"正恩, it is possible that on 19 June 2024, there was a meeting")
    );
    assert!(markdown.contains(
        "According to Putin, it is not the case that in June 2024, 砲弾 (at least 1,000 発) was delivered"
    ));
    let markdown = report(Format::Markdown, Language::Japanese);
    assert!(
        markdown.contains(
            "2024年6月19日、金\"正恩によると、プーチンと金\"正恩の会談があった可能性があるという。"
        )
    );
    assert!(markdown.contains("金\"正恩からプーチンへ砲弾(1,000発以上)が渡されたという事実はないという。"));
}

#[test]
fn what_only_looks_like_a_contradiction_says_what_is_counted() {
    let markdown = report(Format::Markdown, Language::English);
    assert!(
        markdown.contains("### 金 2024-06 (different things are counted: no contradiction)"),
        "{markdown}"
    );
    assert!(markdown.contains(" (people to be sent): “"), "{markdown}");
    let markdown = report(Format::Markdown, Language::Japanese);
    assert!(
        markdown.contains("(死者):「") && markdown.contains("数えている物が違い、食い違いではない"),
        "{markdown}"
    );
}

#[test]
fn notes_quote_the_exact_words() {
    let html = report(Format::Html, Language::Japanese);
    assert!(html.contains("「両首脳は<mark>会談した</mark>。」"));
    assert!(html.contains("<mark>砲弾を送る可能性がある</mark>。」"));
}

#[test]
fn an_empty_ledger_says_so() {
    let name = |_: &str| None;
    let options =
        Options { format: Format::Markdown, language: Language::English, asked: "2030", name: &name };
    let markdown = write(&Ledger::default(), &options);
    assert!(
        markdown.contains("There is no entry within this selection.")
            && markdown.contains("**Selection**: 2030")
    );
}
