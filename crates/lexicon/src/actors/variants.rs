//! Spellings of one name: ヴ rows, middle dots, spaces, full-width Latin letters.

/// All spellings of `name` under which a text may have it, `name` without its spaces first.
pub(crate) fn spellings(name: &str) -> Vec<String> {
    let mut out = Vec::new();
    let mut add = |s: String| {
        if !s.is_empty() && !out.contains(&s) {
            out.push(s);
        }
    };
    if name.is_ascii() {
        add(name.to_owned());
        add(full_width(name));
        add(name.replace(' ', ""));
        return out;
    }
    let joined = name.replace(' ', "");
    for dotted in [joined.clone(), plain_v(&joined)] {
        for separator in ["・", "", "=", "\u{ff1d}", " "] {
            add(dotted.replace('・', separator));
        }
    }
    if name.contains(' ') {
        add(name.to_owned());
        add(name.replace(' ', "\u{3000}"));
    }
    out
}

/// Katakana with the rows of ヴ written with the rows of バ.
pub fn plain_v(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    let mut chars = name.chars().peekable();
    while let Some(c) = chars.next() {
        if c != 'ヴ' {
            out.push(c);
            continue;
        }
        let row = match chars.peek() {
            Some('ァ') => Some('バ'),
            Some('ィ') => Some('ビ'),
            Some('ェ') => Some('ベ'),
            Some('ォ') => Some('ボ'),
            _ => None,
        };
        if row.is_some() {
            chars.next();
        }
        out.push(row.unwrap_or('ブ'));
    }
    out
}

/// The least letters of a name whose spellings are compared without the marks of length: below, names fall together.
const FOLDED: usize = 4;

/// What the spellings of one foreign name share: no ヴ, no marks of length or doubling, no small letters (`サーカシヴィリ`,
/// `サーカシビリ`; `ゼレンスキー`, `ゼレンスキ`). `plain_v` of a name that is short or not in katakana.
pub(crate) fn folded(name: &str) -> String {
    let plain = plain_v(name);
    if !plain.chars().all(|c| matches!(c, 'ァ'..='ヶ' | 'ー')) {
        return plain;
    }
    let fold = |c: char| match c {
        'ー' | 'ッ' => None,
        'ァ' => Some('ア'),
        'ィ' => Some('イ'),
        'ゥ' => Some('ウ'),
        'ェ' => Some('エ'),
        'ォ' => Some('オ'),
        'ャ' => Some('ヤ'),
        'ュ' => Some('ユ'),
        'ョ' => Some('ヨ'),
        other => Some(other),
    };
    let out: String = plain.chars().filter_map(fold).collect();
    if out.chars().count() < FOLDED { plain } else { out }
}

/// ASCII as full-width forms.
fn full_width(name: &str) -> String {
    let wide = |c: char| match c {
        ' ' => '\u{3000}',
        '!'..='~' => char::from_u32(c as u32 + 0xfee0).unwrap_or(c),
        _ => c,
    };
    name.chars().map(wide).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folded_names_fall_together_only_when_long() {
        assert_eq!(folded("ゼレンスキイ"), "ゼレンスキイ");
        assert_eq!(folded("ゼレンスキ"), folded("ゼレンスキー"));
        assert_eq!(folded("メドヴェージェフ"), folded("メドベジェフ"));
        assert_ne!(folded("シーン"), folded("シン"));
    }

    #[test]
    fn spellings_cover_v_dots_and_width() {
        let all = spellings("ヴィクトル・ヴァン");
        assert!(all.contains(&"ビクトル・バン".to_owned()) && all.contains(&"ヴィクトルヴァン".to_owned()));
        assert!(spellings("NHK").contains(&"ＮＨＫ".to_owned()));
        assert_eq!(spellings("岸田 文雄")[0], "岸田文雄");
        assert!(spellings("岸田 文雄").contains(&"岸田\u{3000}文雄".to_owned()));
    }
}
