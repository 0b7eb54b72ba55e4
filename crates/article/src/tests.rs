//! Whole captures through [`read`](crate::read).

use crate::read;
use std::sync::LazyLock;
use tenkyo_lexicon::Lexicon;
use tenkyo_model::{Article, Capture, Declared, Media};

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::embedded().unwrap());

fn article(media: Media, text: &str) -> Article {
    let capture = Capture { source: "t".into(), media, text: text.into(), declared: Declared::default() };
    read(&capture, &LEXICON).0
}

fn kinds(article: &Article) -> Vec<(&'static str, &str)> {
    article.blocks.iter().map(|b| (b.kind.name(), &article.text[b.span])).collect()
}

#[test]
fn a_broadcasters_page() {
    let article = article(
        Media::Text,
        "両首脳が会談へ\n\n駅に着いた列車\n\n画像提供, Reuters\n\n画像説明, 国境の駅に着いた専用列車(12日)\n\n専用列車は12日、国境を越えた。\n\n砲弾の行方\n\n米政府は取引を疑っている。\n\n関連記事\n\n別の話題の見出し",
    );
    let expected = [
        ("title", "両首脳が会談へ"),
        ("caption", "駅に着いた列車"),
        ("credit", "画像提供, Reuters"),
        ("caption", "画像説明, 国境の駅に着いた専用列車(12日)"),
        ("paragraph", "専用列車は12日、国境を越えた。"),
        ("heading", "砲弾の行方"),
        ("paragraph", "米政府は取引を疑っている。"),
        ("boilerplate", "関連記事"),
        ("boilerplate", "別の話題の見出し"),
    ];
    assert_eq!(kinds(&article), expected);
    assert_eq!(article.declared.title.as_deref(), Some("両首脳が会談へ"));
}

#[test]
fn bylines_datelines_and_their_dates() {
    let article = article(
        Media::Text,
        "砲弾の輸送続く\n佐藤花子　2024年3月1日(金) 6時50分\n【ソウル=鈴木一郎】韓国軍は1日、推計を示した。\n［モスクワ　1日　ロイター］ - 報道官は否定した。\n(聞き手・鈴木一郎)",
    );
    let found: Vec<_> = kinds(&article).into_iter().map(|(kind, _)| kind).collect();
    assert_eq!(found, ["title", "byline", "dateline", "paragraph", "dateline", "paragraph", "credit"]);
    assert_eq!(article.declared.byline.as_deref(), Some("佐藤花子"));
    assert_eq!(article.declared.published.as_deref(), Some("2024-03-01"));
    assert_eq!(&article.text[article.published_span.unwrap()], "2024年3月1日");
    assert_eq!(article.declared.outlet.as_deref(), Some("ロイター"));
}

#[test]
fn an_interview_has_questions_and_answers() {
    let article = article(
        Media::Text,
        "専門家に聞く\n――派兵はありますか。\n可能性は低いと思います。\n根拠は二つあります。\n――今後は。\n見通せません。\n※本稿は個人の見解です。",
    );
    let found: Vec<_> = kinds(&article).into_iter().map(|(kind, _)| kind).collect();
    assert_eq!(found, ["title", "question", "answer", "answer", "question", "answer", "note"]);
}

#[test]
fn a_page_gives_metadata_and_lines() {
    let page = r#"<html><head><title>条約に署名 | 暁新聞</title><script type="application/ld+json">
        {"@graph":[{"@type":"WebSite","name":"暁"},{"@type":"NewsArticle","headline":"条約に署名",
        "datePublished":"2024-06-18T20:10:00Z","author":[{"name":"佐藤花子"}],"publisher":{"name":"暁新聞社"}}]}</script></head>
        <body><nav>トップ</nav><article><h1>条約に署名</h1><figure><figcaption>握手する両首脳</figcaption></figure>
        <p><ruby>金正恩<rp>(</rp><rt>キムジョンウン</rt><rp>)</rp></ruby>総書記は19日、
          平壌で条約に署名した。有事の相互支援を盛り込んだ新しい条約で、両国の関係は新しい段階に入ったという。</p>
        <h2>軍事協力</h2><p>大統領は「軍事技術協力を排除しない」と述べた。韓国は遺憾の意を表明し、対応を協議した。</p>
        <p>条約の全文はまだ公表されていない。外務省は近く公表すると説明している。</p><script>alert(1)</script></article></body></html>"#;
    let article = article(Media::Html, page);
    assert_eq!(article.declared.outlet.as_deref(), Some("暁新聞社"));
    assert_eq!(article.declared.byline.as_deref(), Some("佐藤花子"));
    assert_eq!(article.declared.published.as_deref(), Some("2024-06-19"), "the day in Japan");
    let found = kinds(&article);
    assert_eq!(found[0], ("title", "条約に署名"));
    assert_eq!(found[1], ("caption", "握手する両首脳"));
    assert!(
        found[2].1.starts_with("金正恩(キムジョンウン)総書記は19日、平壌で条約に署名した。"),
        "{found:?}"
    );
    assert_eq!(found[3], ("heading", "軍事協力"));
    assert!(!article.text.contains("alert") && !article.text.contains("トップ"));
}

#[test]
fn pages_nested_too_deep_are_read_all_the_same() {
    let page = format!("<body>{}<p>列車は国境を越えた。</p>", "<div>".repeat(20_000));
    let article = article(Media::Html, &page);
    assert!(article.text.contains("列車は国境を越えた。"));
}

#[test]
fn ids_are_addresses_of_the_text() {
    let one = article(Media::Text, "会談は終わった。");
    assert_eq!(one.id.0.len(), 16);
    assert_eq!(one.id, article(Media::Text, "会談は終わった。").id);
    assert_ne!(one.id, article(Media::Text, "会談は終わった").id);
}

#[test]
fn dangerous_characters_stay_and_are_told_of() {
    let text = "会談\u{202e}は\u{0}終わった。".to_owned();
    let capture =
        Capture { source: "t".into(), media: Media::Text, text: text.clone(), declared: Declared::default() };
    let (article, diagnostics) = read(&capture, &LEXICON);
    assert_eq!(*article.text, text);
    let codes: Vec<_> = diagnostics.iter().map(|d| d.code).collect();
    assert_eq!(codes, ["control-character", "bidi-control"]);
}

proptest::proptest! {
    #[test]
    fn blocks_tile_in_order_and_hold_text(text in "(?s)[ -~\u{3000}-\u{30ff}年月日\u{202e}\r\n【】()■・Q.A0-9]{0,200}", html in proptest::bool::ANY) {
        let media = if html { Media::Html } else { Media::Text };
        let article = article(media, &text);
        let mut end = 0;
        for block in &article.blocks {
            proptest::prop_assert!(block.span.start >= end && !block.span.is_empty());
            end = block.span.end;
            let words = article.text.get(block.span.range());
            proptest::prop_assert!(words.is_some_and(|w| !w.trim().is_empty()));
        }
    }
}
