//! The normalised view: one way of writing widths, long-vowel marks, spaces and invisible characters.
//!
//! The dictionary knows Latin letters and punctuation in full width and groups digits in half width, so that is the way
//! chosen. Nothing here changes the text: the view remembers where each piece came from.

use tenkyo_text::{View, ViewBuilder};

/// The normalised view of a text that begins at byte `start` of a larger one; `None` where it is normal already.
pub fn view(text: &str, start: u32) -> Option<View> {
    if is_normal(text) {
        return None;
    }
    let mut builder = ViewBuilder::starting_at(start);
    let mut chars = text.char_indices().peekable();
    let mut before = ' ';
    while let Some((i, c)) = chars.next() {
        let mut written = rewrite(c, before, chars.peek().map(|(_, next)| *next));
        let mut end = i + c.len_utf8();
        while let Some((j, next)) = chars.next_if(|(_, n)| is_invisible(*n) || compose(written, *n).is_some())
        {
            written = compose(written, next).unwrap_or(written);
            end = j + next.len_utf8();
        }
        if written == c && end == i + c.len_utf8() {
            builder.keep(&text[i..end]);
        } else {
            builder.replace(written.encode_utf8(&mut [0; 4]), end - i);
        }
        before = written;
    }
    Some(builder.finish())
}

/// A quick look at the bytes: whether nothing in the text can need rewriting.
fn is_normal(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.iter().enumerate().all(|(i, b)| match b {
        b'0'..=b'9' | b' ' => true,
        0..0x80 | 0xC2 | 0xE2 | 0xEF | 0xF3 => false,
        0xE3 => !matches!(bytes[i + 1..], [0x80, 0x80 | 0x9C, ..] | [0x82, 0x99 | 0x9A, ..]),
        _ => true,
    })
}

fn rewrite(c: char, before: char, after: Option<char>) -> char {
    match c {
        '\u{ff10}'..='\u{ff19}' => shift(c, -0xFEE0),
        ' '.. if c.is_ascii_digit() => c,
        '-' | '\u{ff0d}' | '―' | '‐' | '–' | '—' | '−' | '─' if is_katakana(before) => {
            if after.is_none_or(|a| is_katakana(a) || is_hiragana(a)) { 'ー' } else { '−' }
        }
        '-' | '\u{ff0d}' | '–' => '−',
        '~' | '\u{ff5e}' | '\u{301c}' => '〜',
        '"' | '\'' => c,
        '!'..='~' => shift(c, 0xFEE0),
        '\u{ff61}'..='\u{ff9d}' => FULL_WIDTH_KANA[c as usize - 0xFF61],
        _ if c.is_whitespace() || c.is_control() || is_invisible(c) => ' ',
        _ => c,
    }
}

fn shift(c: char, by: i32) -> char {
    char::from_u32((c as i32 + by) as u32).unwrap_or(c)
}

const FULL_WIDTH_KANA: [char; 61] = [
    '。', '「', '」', '、', '・', 'ヲ', 'ァ', 'ィ', 'ゥ', 'ェ', 'ォ', 'ャ', 'ュ', 'ョ', 'ッ', 'ー', 'ア',
    'イ', 'ウ', 'エ', 'オ', 'カ', 'キ', 'ク', 'ケ', 'コ', 'サ', 'シ', 'ス', 'セ', 'ソ', 'タ', 'チ', 'ツ',
    'テ', 'ト', 'ナ', 'ニ', 'ヌ', 'ネ', 'ノ', 'ハ', 'ヒ', 'フ', 'ヘ', 'ホ', 'マ', 'ミ', 'ム', 'メ', 'モ',
    'ヤ', 'ユ', 'ヨ', 'ラ', 'リ', 'ル', 'レ', 'ロ', 'ワ', 'ン',
];

/// A kana with its mark of voicing (half width or combining) as one character.
fn compose(kana: char, mark: char) -> Option<char> {
    let voiced = matches!(mark, '\u{ff9e}' | '\u{3099}');
    let half = matches!(mark, '\u{ff9f}' | '\u{309a}');
    let step = match (kana, voiced) {
        ('う', true) => return Some('ゔ'),
        ('ウ', true) => return Some('ヴ'),
        ('か'..='ぢ' | 'カ'..='ヂ', true) => (kana as u32 % 2) as i32,
        ('つ'..='ど' | 'ツ'..='ド', true) => ((kana as u32 % 2) ^ 1) as i32,
        ('は'..='ぽ' | 'ハ'..='ポ', _) if is_base_of_ha(kana) => {
            if voiced {
                1
            } else {
                2 * i32::from(half)
            }
        }
        _ => 0,
    };
    (step > 0).then(|| shift(kana, step))
}

fn is_base_of_ha(kana: char) -> bool {
    let first = if kana >= 'ハ' { 'ハ' } else { 'は' };
    (kana as u32 - first as u32).is_multiple_of(3)
}

fn is_katakana(c: char) -> bool {
    matches!(c, 'ァ'..='ヺ' | 'ー')
}

fn is_hiragana(c: char) -> bool {
    matches!(c, 'ぁ'..='ゖ')
}

/// Characters that show nothing: variation selectors, marks of direction, joiners, soft hyphens.
fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}'
        | '\u{feff}' | '\u{e0100}'..='\u{e01ef}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use tenkyo_text::Span;

    fn normal(text: &str) -> String {
        view(text, 0).map_or_else(|| text.to_owned(), |v| v.text().to_owned())
    }

    #[test]
    fn widths_and_marks() {
        assert_eq!(normal("ﾐｻｲﾙ(KN-25)"), "ミサイル\u{ff08}\u{ff2b}\u{ff2e}−25\u{ff09}");
        assert_eq!(normal("ｶﾞｽ ﾊﾟｲﾌﾟ"), "ガス パイプ");
        assert_eq!(normal("２０２４年6月"), "2024年6月");
        assert_eq!(normal("か\u{3099}は\u{309a}つ\u{3099}と\u{3099}"), "がぱづど");
        assert_eq!(normal("カ\u{3099}ハ\u{3099}ツ\u{3099}ト\u{3099}チ\u{3099}"), "ガバヅドヂ");
        assert_eq!(normal("ミサイル-は"), "ミサイルーは");
        assert_eq!(normal("辻\u{e0100}氏\u{200b}は"), "辻氏は");
    }

    #[test]
    fn spans_lead_back() {
        let text = "辻\u{e0100}氏がｶﾞｽを";
        let view = view(text, 0).unwrap();
        let at = |words: &str| {
            let i = view.text().find(words).unwrap();
            &text[view.original(Span::new(i, i + words.len()))]
        };
        assert_eq!(at("辻"), "辻\u{e0100}");
        assert_eq!(at("ガ"), "ｶﾞ");
        assert_eq!(at("ガス"), "ｶﾞｽ");
    }

    proptest! {
        #[test]
        fn covers_the_original(text in "(?s)[\\PCｱ-ﾟ\u{fe00}\u{3099}か-ん「」。A-z0-9]{0,60}", start in 0u32..9) {
            if let Some(view) = view(&text, start) {
                let whole = view.original(Span::of(view.text()));
                prop_assert_eq!(whole, Span::of(&text).shift(start));
                for (i, c) in view.text().char_indices() {
                    let span = view.original(Span::new(i, i + c.len_utf8()));
                    let here = Span { start: span.start - start, end: span.end - start };
                    prop_assert!(text.get(here.range()).is_some());
                }
            }
        }
    }
}
