//! Which stretch of a text to show for a search: the one in which the words asked for stand closest together.

use std::ops::Range;

/// Longest snippet, in bytes: about seventy characters of Japanese.
const LONGEST: usize = 210;

/// One of the words asked for, where it stands in the text.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Mark {
    /// In bytes of the text.
    pub at: Range<usize>,
    /// Which of the words.
    pub word: usize,
    /// How much it tells.
    pub weight: f32,
}

/// The stretch of a text that tells most of the words asked for (given in order) and the marks in it, in bytes of the text; the
/// text's beginning where none of them stands in it. The first line is often a headline that is shown anyway: it is taken only
/// where it tells more than what follows.
pub(super) fn best(text: &str, marks: &[Mark]) -> (Range<usize>, Vec<Range<usize>>) {
    let head = text.find('\n').map_or(0, |end| marks.partition_point(|mark| mark.at.end <= end));
    let (whole, body) = (telling(marks), telling(&marks[head..]));
    let marks = if body.1 + LITTLE > whole.1 { &marks[head..][body.0] } else { &marks[whole.0] };
    let Some((first, last)) = marks.first().zip(marks.last()) else {
        return (0..text.floor_char_boundary(LONGEST), Vec::new());
    };
    (around(text, first.at.start..last.at.end), marks.iter().map(|mark| mark.at.clone()).collect())
}

/// Sums of the same weights may differ by this much.
const LITTLE: f32 = 1e-3;

/// The marks, as places in their list, that stand within one snippet and weigh most, each word counted once; the first of such.
/// Then what they weigh.
fn telling(marks: &[Mark]) -> (Range<usize>, f32) {
    let mut seen = vec![0_usize; marks.iter().map(|mark| mark.word + 1).max().unwrap_or(0)];
    let (mut best, mut most, mut weight, mut from) = (0..0, 0.0, 0.0, 0);
    for (to, mark) in marks.iter().enumerate() {
        seen[mark.word] += 1;
        weight += if seen[mark.word] == 1 { mark.weight } else { 0.0 };
        while from < to && mark.at.end - marks[from].at.start > LONGEST {
            let gone = &marks[from];
            seen[gone.word] -= 1;
            weight -= if seen[gone.word] == 0 { gone.weight } else { 0.0 };
            from += 1;
        }
        if weight > most + LITTLE {
            (best, most) = (from..to + 1, weight);
        }
    }
    (best, most)
}

/// The words with what stands around them within their lines, up to the length of a snippet: from the beginning of the
/// sentence where that is near, and more after them than before.
fn around(text: &str, words: Range<usize>) -> Range<usize> {
    let room = LONGEST.saturating_sub(words.len());
    let near = text.ceil_char_boundary(words.start.saturating_sub(room / 2));
    let before = &text[near..words.start];
    let sentence = before
        .rfind(['。', '\n'])
        .map_or(near, |at| near + at + text[near + at..].chars().next().map_or(0, char::len_utf8));
    let far = text.floor_char_boundary((sentence + LONGEST).max(words.end));
    let end = text[words.end..far].find('\n').map_or(far, |at| words.end + at);
    sentence..end
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn marks(text: &str, words: &[&str]) -> Vec<Mark> {
        let of = |(word, w): (usize, &&str)| {
            let at = text.match_indices(*w).map(|(at, w)| at..at + w.len());
            at.map(|at| Mark { at, word, weight: 1.0 }).collect::<Vec<_>>()
        };
        let mut marks: Vec<Mark> = words.iter().enumerate().flat_map(of).collect();
        marks.sort_unstable_by_key(|mark| (mark.at.start, mark.at.end));
        marks
    }

    #[test]
    fn words_that_stand_together_are_shown_together() {
        let text = format!("外相が訪問した。{}外相は弾薬に触れた。", "天気は晴れだった。".repeat(20));
        let (shown, highlights) = best(&text, &marks(&text, &["外相", "弾薬"]));
        assert_eq!(&text[shown], "外相は弾薬に触れた。");
        assert_eq!(highlights.into_iter().map(|h| &text[h]).collect::<Vec<_>>(), ["外相", "弾薬"]);
    }

    #[test]
    fn a_headline_gives_way_to_the_text() {
        let text = "外相が訪問\n記者団に外相が語った。\n弾薬はない。";
        let shown = |words: &[&str]| &text[best(text, &marks(text, words)).0];
        assert_eq!(shown(&["外相"]), "記者団に外相が語った。");
        assert_eq!(shown(&["訪問"]), "外相が訪問");
    }

    proptest! {
        #[test]
        fn a_snippet_is_a_stretch_of_the_text_with_its_marks(text in "[あ弾薬。\na]{0,300}") {
            let marks = marks(&text, &["弾", "薬", "弾薬"]);
            let (shown, highlights) = best(&text, &marks);
            prop_assert!(text.get(shown.clone()).is_some_and(|shown| shown.len() <= LONGEST));
            prop_assert_eq!(marks.is_empty(), highlights.is_empty());
            for mark in highlights {
                prop_assert!(text.get(mark.clone()).is_some() && shown.start <= mark.start && mark.end <= shown.end);
            }
        }
    }
}
