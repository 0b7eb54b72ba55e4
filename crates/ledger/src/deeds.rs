//! The deeds of a document: its events, and what its transfers tell of beside them.

use crate::corpus::Document;
use crate::dates::Interval;
use std::borrow::Cow;
use tenkyo_lexicon::Lexicon;
use tenkyo_lexicon::ledger::Apart;
use tenkyo_model::{ActorId, Certainty, Event, EventType, Findings, Polarity, Transfer, TransferStatus};
use tenkyo_text::Span;

/// Something that a document says was done, is done or will be done.
pub(crate) struct Deed<'a> {
    /// The event; made from the transfer where the document tells of it in no other words.
    pub event: Cow<'a, Event>,
    /// The transfer that it is, as an index into those of the document.
    pub transfer: Option<usize>,
    pub class: Class<'a>,
    /// What tells it apart from deeds of its class: the stage of a treaty, the people sent.
    pub variant: Option<&'a str>,
    /// Whether it is told only to say that it did not happen.
    pub denied: bool,
    /// Whether it is told as something to come.
    pub expected: bool,
    /// When such a deed was done the last time before, where the text says so (`2019年4月以来`).
    pub last: Option<Interval>,
}

impl Deed<'_> {
    /// Who acts and who is acted on: giver and receiver where it is a transfer.
    pub fn sides(&self, findings: &Findings) -> (Vec<ActorId>, Vec<ActorId>) {
        let event = (self.event.source.clone(), self.event.target.clone());
        let Some(t) = self.transfer.map(|t| &findings.transfers[t]) else { return event };
        let or = |known: Option<ActorId>, told: Vec<ActorId>| known.map_or(told, |k| vec![k]);
        (or(t.giver, event.0), or(t.receiver, event.1))
    }
}

/// Deeds of different classes are never one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Class<'a> {
    /// Goods or people of one family of categories change hands, whatever the words (`供与`, `派遣`, `移送`).
    Goods(&'a str),
    /// Any other event of this type.
    Other(EventType),
}

/// Families of which the words of an event alone tell.
pub(crate) const PEOPLE: &str = "personnel";
const ARMS: &str = "arms";
/// Mode of the making of a treaty.
pub(crate) const TREATY: &str = "treaty";

/// The deeds of a document, its events first.
pub(crate) fn of<'a>(document: &Document<'a>, lexicon: &'a Lexicon) -> Vec<Deed<'a>> {
    let findings = document.findings;
    let mut taken = vec![false; findings.transfers.len()];
    let mut deeds: Vec<Deed<'a>> = Vec::new();
    for event in &findings.events {
        let same = |t: &Transfer| {
            moves(event.kind) && (t.span.overlaps(event.trigger) || beside(document, t, event))
        };
        let mut together = findings.transfers.iter().enumerate().filter(|(_, t)| same(t)).map(|(i, _)| i);
        // What a carrier holds says more than the carrier.
        let transfer = together.clone().find(|i| !carries(document, lexicon, *i)).or(together.next());
        transfer.into_iter().chain(together).for_each(|i| taken[i] = true);
        deeds.push(deed(document, lexicon, Cow::Borrowed(event), transfer));
    }
    for (index, transfer) in findings.transfers.iter().enumerate() {
        let again = |d: &Deed<'_>| d.transfer.is_some_and(|t| findings.transfers[t].span == transfer.span);
        if !taken[index] && !deeds.iter().any(again) {
            let event = Cow::Owned(event(document, transfer));
            deeds.push(deed(document, lexicon, event, Some(index)));
        }
    }
    deeds
}

/// Whether events of this type can be that something changes hands.
fn moves(kind: EventType) -> bool {
    use EventType::{Aid, Coerce, Cooperate, Mobilize, Retreat};
    matches!(kind, Aid | Mobilize | Coerce | Cooperate | Retreat)
}

/// Whether a transfer ends right where the words of the event begin.
fn beside(document: &Document<'_>, transfer: &Transfer, event: &Event) -> bool {
    let between = transfer.span.end <= event.trigger.start && event.trigger.start - transfer.span.end <= 6;
    between && document.sentence(transfer.span).contains(event.trigger)
}

fn deed<'a>(
    document: &Document<'a>,
    lexicon: &'a Lexicon,
    event: Cow<'a, Event>,
    transfer: Option<usize>,
) -> Deed<'a> {
    let findings = document.findings;
    let goods = transfer.map(|t| findings.transfers[held(document, lexicon, t)].category.as_str());
    let mode = event.mode.as_deref();
    let abroad = mode == Some("weapons") && !event.target.is_empty();
    let told = match event.kind {
        EventType::Mobilize if mode == Some("troops") || abroad => Some(PEOPLE),
        EventType::Aid if mode == Some("military") => Some(ARMS),
        _ => None,
    };
    let class = match goods.or(told) {
        Some(category) => Class::Goods(lexicon.ledger.family(category)),
        None => Class::Other(event.kind),
    };
    let refused = transfer.is_some_and(|t| findings.transfers[t].status == TransferStatus::Denied);
    let denied = event.polarity == Polarity::Negative && (refused || is_denied(document, &event));
    let foretold = findings.forecasts.iter().any(|f| f.span.overlaps(event.trigger));
    let open = event.certainty != Certainty::Certain && event.date_span.is_none();
    let expected = foretold || open || is_coming(document, lexicon, event.trigger);
    let variant = variant(document, lexicon, &event, class);
    let last = last(document, lexicon, &event);
    let event =
        if last.is_some_and(|(_, span)| event.date_span == Some(span)) { undated(event) } else { event };
    Deed { event, transfer, class, variant, denied, expected, last: last.map(|(when, _)| when) }
}

/// When such a deed was done the last time before, with the words that say so: a date after the deed with a word of the last time
/// after it, or a date beside a deed that is told not to have been done since.
fn last(document: &Document<'_>, lexicon: &Lexicon, event: &Event) -> Option<(Interval, Span)> {
    let words = &lexicon.ledger.last;
    let sentence = document.sentence(event.trigger);
    let text = &document.article.text;
    let times = || document.findings.times.iter().filter(|t| sentence.contains(t.span));
    let marked = |span: Span, words: &[String]| {
        let next = times().map(|t| t.span.start).filter(|at| *at >= span.end).min().unwrap_or(sentence.end);
        let after = &text[Span { start: span.end, end: next }];
        words.iter().any(|w| text[span].ends_with(w.as_str()) || after.contains(w.as_str()))
    };
    let negative = event.polarity == Polarity::Negative;
    let tells = |span: Span| {
        event.trigger.end <= span.start && marked(span, &words.since)
            || negative && marked(span, &words.ended)
    };
    let found = times().find(|t| tells(t.span))?;
    Some((Interval::parse(&found.value)?, found.span))
}

/// An event without the date that is not its own.
fn undated(event: Cow<'_, Event>) -> Cow<'_, Event> {
    let bare =
        Event { date: None, date_span: None, date_local: None, date_japan: None, ..event.into_owned() };
    Cow::Owned(bare)
}

/// Whether what a transfer names only carries other goods.
fn carries(document: &Document<'_>, lexicon: &Lexicon, transfer: usize) -> bool {
    let item = &document.article.text[document.findings.transfers[transfer].item];
    lexicon.ledger.figure.carriers.iter().any(|c| item.contains(c.as_str()))
}

/// The transfer of what a carrier holds, where the words of its transfer tell (`弾薬を積んだコンテナを渡した`), else itself.
fn held(document: &Document<'_>, lexicon: &Lexicon, transfer: usize) -> usize {
    let all = &document.findings.transfers;
    let inner = |i: &usize| {
        let (outer, t) = (&all[transfer], &all[*i]);
        outer.span.contains(t.span) && outer.giver == t.giver && !carries(document, lexicon, *i)
    };
    let found = || (0..all.len()).find(inner);
    if carries(document, lexicon, transfer) { found().unwrap_or(transfer) } else { transfer }
}

/// What tells a deed apart from others of its class, by the words of its sentence.
fn variant<'a>(
    document: &Document<'_>,
    lexicon: &'a Lexicon,
    event: &Event,
    class: Class<'_>,
) -> Option<&'a str> {
    let references = &lexicon.ledger.references;
    let sentence = document.sentence(event.trigger);
    let text = &document.article.text;
    match class {
        Class::Goods(PEOPLE) => Apart::find(&references.people, &text[sentence]),
        Class::Other(EventType::Support) if event.mode.as_deref() == Some(TREATY) => {
            Apart::find(&references.stages, &text[document.clause(event.trigger)])
        }
        _ => None,
    }
}

/// Characters after a deed within which words make it one to come.
const AFTER: usize = 12;

/// Whether the words right after a deed make it one to come (`訪問する用意`).
fn is_coming(document: &Document<'_>, lexicon: &Lexicon, trigger: Span) -> bool {
    let rest = Span { start: trigger.end, end: document.sentence(trigger).end.max(trigger.end) };
    let rest = &document.article.text[rest];
    let end = rest.char_indices().nth(AFTER).map_or(rest.len(), |(at, _)| at);
    lexicon.ledger.coming.iter().any(|w| rest[..end].contains(w.as_str()))
}

/// Whether the sentence goes on to deny it.
fn is_denied(document: &Document<'_>, event: &Event) -> bool {
    let sentence = document.sentence(event.trigger);
    let denies = |e: &Event| {
        e.kind == EventType::Reject && e.trigger.start >= event.trigger.end && sentence.contains(e.trigger)
    };
    document.findings.events.iter().any(denies)
}

/// The event that a transfer is.
fn event(document: &Document<'_>, transfer: &Transfer) -> Event {
    let kind = if transfer.category == PEOPLE { EventType::Mobilize } else { EventType::Aid };
    let sure = match transfer.status {
        TransferStatus::Requested | TransferStatus::Offered | TransferStatus::Agreed => Certainty::Probable,
        _ => Certainty::Certain,
    };
    let content = |i: usize| document.findings.statements[i].content;
    let holding = (0..document.findings.statements.len()).filter(|i| content(*i).contains(transfer.span));
    Event {
        kind,
        mode: (kind == EventType::Mobilize).then(|| "troops".to_owned()),
        contexts: Vec::new(),
        trigger: words(document, transfer),
        source: transfer.giver.into_iter().collect(),
        target: transfer.receiver.into_iter().collect(),
        date: transfer.date.clone(),
        date_span: transfer.date_span,
        date_local: transfer.date_local.clone(),
        date_japan: transfer.date_japan.clone(),
        place: None,
        polarity: transfer.polarity,
        certainty: transfer.certainty.max(sure),
        according_to: transfer.according_to.clone(),
        statement: holding
            .min_by_key(|i| (content(*i).len(), *i))
            .map(|i| tenkyo_model::StatementId(i as u32)),
        rule: transfer.rule.clone(),
    }
}

/// The words that say that a transfer happens: what stands beside the item in its clause.
fn words(document: &Document<'_>, transfer: &Transfer) -> Span {
    let after = Span { start: transfer.item.end.max(transfer.span.start), end: transfer.span.end };
    let before = Span { start: transfer.span.start, end: transfer.item.start.min(transfer.span.end) };
    let fits = |s: &Span| s.start < s.end && transfer.span.contains(*s);
    let words = Some(after).filter(fits).or(Some(before).filter(fits)).unwrap_or(transfer.span);
    words.trim(&document.article.text)
}
