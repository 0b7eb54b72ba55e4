//! Who gave what to whom: status, how sure, on whose word, and the measures that it may fall under.

use crate::amounts::amount;
use crate::phrases::Ground;
use crate::shown::shown;
use crate::writer::{Group, Section, Sentence, Writer};
use tenkyo_model::ledger::Transfer;

pub(crate) fn section(writer: &mut Writer<'_>) -> Section {
    let mut list: Vec<&Transfer> = writer.ledger.transfers.iter().collect();
    list.sort_by(|a, b| (a.date.is_none(), &a.date, &a.id).cmp(&(b.date.is_none(), &b.date, &b.id)));
    let sentences = list.into_iter().map(|t| sentence(writer, t)).collect();
    writer.section("transfers", vec![Group { heading: None, sentences }])
}

fn sentence(writer: &mut Writer<'_>, t: &Transfer) -> Sentence {
    let words = writer.words;
    let ground =
        Ground { date: t.date.as_deref(), roots: &t.roots, certainty: t.certainty, polarity: t.polarity };
    let mut text = writer.framed(&clause(writer, t), &ground);
    let mut more =
        vec![words.fill("sure.line", &[("certainty", words.get(&format!("sure.{}", t.certainty.name())))])];
    if !t.measures.is_empty() {
        let names: Vec<String> = t.measures.iter().map(|m| shown(&m.name)).collect();
        more.push(words.fill("sure.measure", &[("measures", &names.join(words.get("list.comma")))]));
    }
    more.extend(writer.in_force(&t.agreements));
    text += &format!(" [{}]", more.join("; "));
    writer.sentence(text, &t.members)
}

fn clause(writer: &Writer<'_>, t: &Transfer) -> String {
    let words = writer.words;
    let quantity = t.quantity.as_ref().map(|(bounds, unit)| amount(words, *bounds, &shown(unit)));
    let amount = quantity.filter(|a| !a.is_empty()).map(|a| words.fill("clause.amount", &[("amount", &a)]));
    let name = |id: &Option<String>| id.as_deref().map(|id| writer.names.name(id));
    let (giver, receiver) = (name(&t.giver), name(&t.receiver));
    let key = match (&giver, &receiver) {
        (Some(_), Some(_)) => "clause.transfer",
        (Some(_), None) => "clause.transfer-from",
        (None, Some(_)) => "clause.transfer-to",
        (None, None) => "clause.transfer-alone",
    };
    let values = [
        ("giver", giver.unwrap_or_default()),
        ("receiver", receiver.unwrap_or_default()),
        ("item", shown(&t.item)),
        ("amount", amount.unwrap_or_default()),
        ("status", words.get(&format!("status.{}", t.status.name())).to_owned()),
    ];
    let values: Vec<(&str, &str)> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
    words.fill(key, &values)
}
