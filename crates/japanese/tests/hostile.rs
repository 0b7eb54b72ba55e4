//! Whatever the text: no panic, spans on character boundaries, tokens that tile their sentence, heads to the right, and a
//! time that grows with the length of the text.

use proptest::prelude::*;
use std::cell::RefCell;
use std::sync::Arc;
use tenkyo_japanese::Japanese;
use tenkyo_model::{Analysis, Article, Block, BlockKind, Declared, DocumentId};
use tenkyo_text::Span;

thread_local! {
    static JAPANESE: RefCell<Japanese> = RefCell::new(Japanese::new());
}

fn analyze(text: &str) -> Analysis {
    let block = Block { kind: BlockKind::Paragraph, span: Span::of(text).trim(text) };
    let article = Article {
        id: DocumentId(String::new()),
        source: String::new(),
        text: Arc::from(text),
        declared: Declared::default(),
        published_span: None,
        blocks: vec![block],
    };
    JAPANESE.with_borrow_mut(|japanese| japanese.analyze(&article).0)
}

/// Characters that show nothing and may fall between tokens.
fn is_blank(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || matches!(c,
            '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}'
            | '\u{feff}' | '\u{e0100}'..='\u{e01ef}')
}

fn check(text: &str) {
    let analysis = analyze(text);
    let mut end = 0;
    for sentence in &analysis.sentences {
        assert!(text.get(sentence.span.range()).is_some() && !sentence.span.is_empty());
        assert!(text[end as usize..sentence.span.start as usize].chars().all(char::is_whitespace));
        end = sentence.span.end;
        tiles(text, sentence.span, analysis.tokens_of(sentence).iter().map(|t| t.span));
        let bunsetsu = analysis.bunsetsu_of(sentence);
        tiles(text, sentence.span, bunsetsu.iter().map(|b| b.span));
        for (i, b) in bunsetsu.iter().enumerate() {
            let here = sentence.bunsetsu.start + i;
            let last = here + 1 == sentence.bunsetsu.end;
            assert_eq!(b.head.is_none(), last);
            assert!(b.head.is_none_or(|head| head > here && head < sentence.bunsetsu.end));
        }
    }
    for pair in analysis.entities.windows(2) {
        assert!(pair[0].span.end <= pair[1].span.start);
    }
    for entity in &analysis.entities {
        assert!(text.get(entity.span.range()).is_some() && !entity.span.is_empty());
    }
}

fn tiles(text: &str, whole: Span, parts: impl Iterator<Item = Span>) {
    let mut end = whole.start;
    for part in parts {
        assert!(text.get(part.range()).is_some() && !part.is_empty());
        assert!(
            part.start >= end && text[end as usize..part.start as usize].chars().all(is_blank),
            "{text:?}"
        );
        end = part.end;
    }
    assert!(text[end as usize..whole.end as usize].chars().all(is_blank), "{text:?}");
}

proptest! {
    #[test]
    fn any_characters(text in "(?s).{0,120}") {
        check(&text);
    }

    #[test]
    fn japanese_characters(text in "[ぁ-んァ-ヶ一-龠ｱ-ﾟ々ー0-9A-Za-z、。「」()()『』・\u{202e}\u{200b}\u{fe00}\u{e0100}😀 \n]{0,200}") {
        check(&text);
    }

    #[test]
    fn words_of_news(words in prop::collection::vec(
        prop::sample::select(vec!["大統領", "は", "「", "」", "と", "述べた", "。", "(", ")", "国防省", "が", "、", "訪問し", "その後", "と共に", "!", "12日"]), 0..80)) {
        check(&words.concat());
    }
}

#[test]
fn a_hundred_thousand_characters_without_a_full_stop() {
    check(&"両首脳は協力を深めることで一致し、".repeat(100_000 / 17));
    check(&"あ".repeat(100_000));
    check(&"山".repeat(100_000));
}

#[test]
fn brackets_a_thousand_deep() {
    check(&("「".repeat(1_000) + "合意した。" + &"」".repeat(1_000) + "と述べた。"));
    check(&"「".repeat(30_000));
    check(&"「(".repeat(10_000));
    check(&")」".repeat(10_000));
}

#[test]
fn odd_characters() {
    check("\u{feff}\u{202e}金正恩氏は\u{202c}👨‍👩‍👧ﾐｻｲﾙを\u{0}発射し\u{3099}た。");
    check("");
    check(" \u{3000}\n\t");
    check("\u{200b}\u{200b}");
}
