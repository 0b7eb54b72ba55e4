//! Universal Dependencies: bunsetsu read off the long-unit words, names off `NE=`.

use super::{Sentence, Source};

struct Row<'a> {
    form: &'a str,
    upos: &'a str,
    head: usize,
    relation: &'a str,
    name: &'a str,
}

/// The sentences of a file.
pub fn sentences(text: &str) -> Vec<Sentence> {
    text.split("\n\n").filter_map(|block| sentence(&rows(block))).collect()
}

fn rows(block: &str) -> Vec<Row<'_>> {
    let fields = block.lines().map(|line| line.split('\t').collect::<Vec<_>>());
    let words = fields.filter(|f| f.len() == 10 && f[0].bytes().all(|b| b.is_ascii_digit()));
    words
        .map(|f| Row {
            form: f[1],
            upos: f[3],
            head: f[6].parse().unwrap_or(0),
            relation: f[7],
            name: f[9].split('|').find_map(|m| m.strip_prefix("NE=")).unwrap_or("O"),
        })
        .collect()
}

fn sentence(rows: &[Row<'_>]) -> Option<Sentence> {
    let text: String = rows.iter().map(|r| r.form).collect();
    let mut names = Vec::new();
    let mut bunsetsu = Vec::new();
    let mut of_row = Vec::new();
    let mut at = 0;
    for (i, row) in rows.iter().enumerate() {
        if begins(rows, i) {
            bunsetsu.push((at, None));
        }
        of_row.push(bunsetsu.len() - 1);
        let end = at + row.form.len();
        super::iob::extend(&mut names, row.name, at, end);
        at = end;
    }
    for (row, here) in rows.iter().zip(&of_row) {
        if let Some(there) =
            row.head.checked_sub(1).and_then(|h| of_row.get(h)).filter(|there| *there != here)
        {
            bunsetsu[*here].1 = Some(*there);
        }
    }
    (!text.is_empty()).then_some(Sentence { text, source: Source::Gsd, bunsetsu, names })
}

/// Whether a bunsetsu begins with this long-unit word: content words and opening brackets begin one, but for members of a
/// compound and what follows an opening bracket.
fn begins(rows: &[Row<'_>], i: usize) -> bool {
    let Some(before) = i.checked_sub(1).map(|b| &rows[b]) else { return true };
    let row = &rows[i];
    if is_open(before)
        || matches!(before.form, "・" | "-" | "〜" | "~" | "/" | "&" | ":")
        || before.upos == "SYM"
    {
        return false;
    }
    if is_open(row) {
        return true;
    }
    let function = matches!(row.upos, "ADP" | "AUX" | "SCONJ" | "PART" | "PUNCT" | "SYM");
    !function && !is_compound(before, row, i + 1) && !is_auxiliary(row)
}

fn is_open(row: &Row<'_>) -> bool {
    row.upos == "PUNCT" && row.form.chars().all(|c| "「『(（【〈《〔“‘[［<＜\"".contains(c))
}

/// `id` is the number of `row`.
fn is_compound(before: &Row<'_>, row: &Row<'_>, id: usize) -> bool {
    let joins = matches!(before.upos, "NOUN" | "PROPN" | "NUM" | "X") && row.upos != "VERB";
    let member = matches!(before.relation, "compound" | "nummod") && before.head == id;
    joins
        && (member
            || (row.upos == "NUM" && row.relation == "nummod" && before.head != 0 && before.upos != "X"))
}

/// Long-unit auxiliaries that the corpus tags as verbs.
fn is_auxiliary(row: &Row<'_>) -> bool {
    row.upos == "VERB" && (row.form.starts_with("こと") || row.form == "よう")
}
