//! What the article itself doubts: この情報は公には確認されていない, 信ぴょう性を疑問視する向きもある.

use crate::Context;
use tenkyo_model::{Certainty, Transfer, TransferStatus};

/// How many sentences a doubt may stand after what it doubts.
const REACH: usize = 3;

/// Makes what sources claim possible at most where the sentences after it doubt it.
pub(super) fn weigh(context: Context<'_>, transfers: &mut [Transfer]) {
    let sentences = &context.analysis.sentences;
    let words = &context.lexicon.transfers.words.doubts.words;
    let doubts =
        |i: usize| words.iter().any(|w| context.article.text[sentences[i].span].contains(w.as_str()));
    for transfer in transfers.iter_mut().filter(|t| is_claim(t)) {
        let Some(at) = context.analysis.sentence_at(transfer.span.start) else { continue };
        let after = at + 1..(at + 1 + REACH).min(sentences.len());
        if after.into_iter().any(doubts) {
            transfer.certainty = transfer.certainty.max(Certainty::Possible);
        }
    }
}

/// Whether only a source tells it; a denial is sure to have been made, whatever it denies.
fn is_claim(transfer: &Transfer) -> bool {
    !transfer.according_to.is_empty() && transfer.status != TransferStatus::Denied
}
