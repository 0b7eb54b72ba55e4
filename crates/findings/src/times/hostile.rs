//! Odd and hostile text: never a panic, spans that are words of the text, values that are ASCII.

use super::examples::article;
use crate::{Context, times};
use proptest::prelude::*;
use tenkyo_japanese::Japanese;
use tenkyo_lexicon::Lexicon;
use tenkyo_model::Findings;

fn sound(text: &str, published: Option<&str>) {
    thread_local! {
        static LEXICON: Lexicon = Lexicon::embedded().unwrap();
    }
    LEXICON.with(|lexicon| {
        let article = article(text, published);
        let (analysis, _) = Japanese::new().analyze(&article);
        let context = Context { article: &article, analysis: &analysis, lexicon };
        let mut findings = Findings::default();
        times::find(context, &mut findings, &mut Vec::new());
        let mut end = 0;
        for time in &findings.times {
            assert!(!text[time.span].trim().is_empty() && time.span.start >= end, "{time:?}");
            assert!(time.value.is_ascii() && !time.value.is_empty(), "{time:?}");
            end = time.span.end;
        }
    });
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn any_text(text in "(?s).{0,120}") {
        sound(&text, None);
    }

    #[test]
    fn text_of_date_characters(text in "[0-9年月日時分秒週半前後間約数十〇一二同翌昨今来去先春秋末初以来ぶり(火) :/.、。「」午朝夜旬代世紀度\\-〜]{0,60}") {
        sound(&text, Some("2024-06-19"));
        sound(&text, None);
    }

    #[test]
    fn dates_that_do_not_exist(year in 0u32..3000, month in 0u32..20, day in 0u32..99, hour in 0u32..99, after in 0u32..100_000) {
        let text = format!("{year}年{month}月{day}日{hour}時、{day}日、{after}年後、{after}日後、{after}カ月前、{hour}:{day}。");
        for published in [None, Some("2024-02-29"), Some("9999-12-31"), Some("0001-01-01"), Some("2024"), Some("2024-13")] {
            sound(&text, published);
        }
    }
}
