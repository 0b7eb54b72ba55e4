//! Which date a trigger gets.

use super::examples::article;
use super::{DateBasis, of_clause};
use crate::{Context, times};
use tenkyo_japanese::Japanese;
use tenkyo_lexicon::Lexicon;
use tenkyo_model::Findings;
use tenkyo_text::Span;

fn date(text: &str, trigger: &str) -> Option<(String, DateBasis)> {
    let lexicon = Lexicon::embedded().unwrap();
    let article = article(text, Some("2024-06-19"));
    let (analysis, _) = Japanese::new().analyze(&article);
    let context = Context { article: &article, analysis: &analysis, lexicon: &lexicon };
    let mut findings = Findings::default();
    times::find(context, &mut findings, &mut Vec::new());
    let at = text.rfind(trigger).unwrap();
    of_clause(context, &findings, Span::new(at, at + trigger.len())).map(|d| (d.value, d.basis))
}

fn value(text: &str, trigger: &str) -> String {
    date(text, trigger).map(|d| d.0).unwrap_or_default()
}

#[test]
fn the_date_of_the_same_clause() {
    let text = "去年9月に首相が訪れた際に気に入り、ことし2月に大統領から贈られた。";
    assert_eq!(value(text, "訪れた"), "2023-09");
    assert_eq!(value(text, "贈られた"), "2024-02");
    assert_eq!(value("18日の首脳会談で合意した。", "会談"), "2024-06-18");
}

#[test]
fn a_clause_that_describes_a_noun_keeps_its_date() {
    let text = "首相は18日、到着した。\n16日に出発していた首相は会談した。";
    assert_eq!(value(text, "出発"), "2024-06-16");
    assert_eq!(date(text, "会談した"), Some(("2024-06-18".to_owned(), DateBasis::Article)));
}

#[test]
fn the_paragraph_and_the_article_help_out() {
    let text = "首相は18日、到着した。その後、外相と会談した。\n両国は協定に署名した。";
    assert_eq!(date(text, "会談した"), Some(("2024-06-18".to_owned(), DateBasis::Paragraph)));
    assert_eq!(date(text, "署名した"), Some(("2024-06-18".to_owned(), DateBasis::Article)));
    assert_eq!(date("協定に署名した。", "署名"), Some(("2024-06-19".to_owned(), DateBasis::Published)));
}

#[test]
fn dates_outside_a_quotation_serve_when_it_has_none() {
    let text = "議長は18日、「協定に署名した」と述べた。";
    assert_eq!(value(text, "署名した"), "2024-06-18");
    assert_eq!(value("議長は18日、「去年9月に署名した」と述べた。", "署名した"), "2023-09");
    assert_eq!(value("議長は18日、「去年9月に署名した」と述べた。", "述べた"), "2024-06-18");
}

#[test]
fn an_event_of_the_article_is_an_anchor() {
    let text = "首相は16日、外相と会談した。\n18日は休みだった。会談後、文書に署名した。";
    assert_eq!(date(text, "署名した"), Some(("2024-06-16".to_owned(), DateBasis::Event)));
    let text = "首相は5月30日に就任した。\n18日は休みだった。就任以来、七カ国を訪問した。";
    assert_eq!(value(text, "訪問した"), "2024-05-30/2024-06-19");
    let text = "18日は休みだった。ウクライナ侵攻以来、両国は協力した。";
    assert_eq!(value(text, "協力した"), "2022-02-24/2024-06-19");
}

#[test]
fn an_event_without_a_date_is_none() {
    let text = "首相は18日に着いた。会談後、文書に署名した。";
    assert_eq!(date(text, "署名した"), Some(("2024-06-18".to_owned(), DateBasis::Paragraph)));
}

#[test]
fn stretches_become_intervals() {
    assert_eq!(value("今週、署名した。", "署名"), "2024-06-17/2024-06-23");
    assert_eq!(value("1990年代に署名した。", "署名"), "1990/1999");
    assert_eq!(value("6月13〜15日に開かれた。", "開かれた"), "2024-06-13/2024-06-15");
}
