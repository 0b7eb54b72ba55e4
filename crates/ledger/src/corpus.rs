//! The documents in a fixed order, with what every later step asks about them.

use crate::corrections::Corrections;
use crate::dates::Interval;
use crate::deeds::{self, Deed};
use crate::memo::{Memo, Text};
use crate::similarity::Pairs;
use crate::{Reading, copies, sayings};
use std::borrow::Cow;
use std::sync::Arc;
use tenkyo_lexicon::Lexicon;
use tenkyo_model::ledger::{self, Judgement, Member};
use tenkyo_model::{Article, Findings};
use tenkyo_text::Span;

/// A finding: its document's and its own index.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Place {
    pub document: usize,
    pub index: usize,
}

/// All documents, in order of their sources.
pub(crate) struct Corpus<'a> {
    pub list: Vec<Document<'a>>,
    pub lexicon: &'a Lexicon,
}

pub(crate) struct Document<'a> {
    pub article: &'a Article,
    pub findings: &'a Findings,
    /// What is known of its text.
    pub known: Arc<Text>,
    /// Publication date.
    pub published: Option<Interval>,
    /// The day or month in which each statement was made, where the text says.
    pub said: Vec<Option<Interval>>,
    /// What it says was done.
    pub deeds: Vec<Deed<'a>>,
    /// The document that this one repeats.
    pub copy_of: Option<usize>,
}

impl<'a> Corpus<'a> {
    pub fn new(
        readings: &'a [Cow<'a, Reading>],
        lexicon: &'a Lexicon,
        memo: &Memo,
        corrections: &Corrections<'_>,
        judgements: &mut Vec<Judgement>,
    ) -> Self {
        let mut list: Vec<_> = readings.iter().map(|r| Document::new(r, lexicon, memo)).collect();
        list.sort_by(|a, b| (&a.article.source, &a.article.id).cmp(&(&b.article.source, &b.article.id)));
        let mut corpus = Self { list, lexicon };
        copies::mark(&mut corpus, corrections, judgements);
        corpus
    }

    /// The documents as the ledger cites them.
    pub fn documents(&self) -> Vec<ledger::Document> {
        let source = |i: usize| self.list[i].article.source.clone();
        let outlet = |d: &Document<'_>| d.article.declared.outlet.clone();
        // The same outlet revises, another one copies.
        let revises = |d: &Document<'_>| {
            d.copy_of.is_some_and(|o| outlet(d).is_some() && outlet(d) == outlet(&self.list[o]))
        };
        let cited = |d: &Document<'_>| ledger::Document {
            source: d.article.source.clone(),
            id: d.article.id.0.clone(),
            title: d.article.declared.title.clone(),
            outlet: d.article.declared.outlet.clone(),
            published: d.published_value().map(str::to_owned),
            copy_of: d.copy_of.filter(|_| !revises(d)).map(source),
            version_of: d.copy_of.filter(|_| revises(d)).map(source),
            text: d.article.text.clone(),
        };
        self.list.iter().map(cited).collect()
    }

    /// The words of a document as a member of an entry.
    pub fn member(&self, document: usize, span: Span) -> Member {
        Member { document: self.list[document].article.source.clone(), span }
    }

    /// The words themselves.
    pub fn words(&self, document: usize, span: Span) -> &'a str {
        &self.list[document].article.text[span]
    }

    /// The pairs of characters of a document's words.
    pub fn pairs(&self, document: usize, span: Span) -> Arc<Pairs> {
        let document = &self.list[document];
        document.known.pairs(document.article, span, &self.lexicon.ledger.common)
    }

    /// The words of a member.
    pub fn words_of(&self, member: &Member) -> &'a str {
        let document = self.list.binary_search_by(|d| d.article.source.cmp(&member.document));
        document.map_or("", |d| self.words(d, member.span))
    }

    /// Every finding of one kind, in order.
    pub fn places(&self, count: impl Fn(&Findings) -> usize) -> Vec<Place> {
        self.places_of(|d| count(d.findings))
    }

    /// Everything of one kind, in order.
    pub fn places_of(&self, count: impl Fn(&Document<'_>) -> usize) -> Vec<Place> {
        let of =
            |(document, d): (usize, &Document<'_>)| (0..count(d)).map(move |index| Place { document, index });
        self.list.iter().enumerate().flat_map(of).collect()
    }
}

impl<'a> Document<'a> {
    fn new(reading: &'a Reading, lexicon: &'a Lexicon, memo: &Memo) -> Self {
        let mut document = Self {
            article: &reading.article,
            findings: &reading.findings,
            known: memo.text(&reading.article),
            published: None,
            said: Vec::new(),
            deeds: Vec::new(),
            copy_of: None,
        };
        document.published = document.published_value().and_then(Interval::parse);
        document.said = sayings::dates(&document, lexicon);
        document.deeds = deeds::of(&document, lexicon);
        document
    }

    /// Publication date as written.
    pub fn published_value(&self) -> Option<&'a str> {
        let found = self.findings.published.as_ref().map(|p| p.value.as_str());
        found.or(self.article.declared.published.as_deref())
    }

    /// Who vouches for what the document says in its own voice: its outlet, else its source.
    pub fn voice(&self) -> &'a str {
        self.article.declared.outlet.as_deref().unwrap_or(&self.article.source)
    }

    /// The sentence around a span, without white space at its ends: up to the full stops or ends of the block around it.
    pub fn sentence(&self, span: Span) -> Span {
        let text = &self.article.text;
        let block = self.article.blocks.iter().find(|b| b.span.contains(span)).map_or(span, |b| b.span);
        let before = &text[Span { start: block.start, end: span.start }];
        let after = &text[Span { start: span.end, end: block.end }];
        let start = before.rfind(ENDS).map_or(block.start, |i| block.start + i as u32 + width(before, i));
        let end = after.find(ENDS).map_or(block.end, |i| span.end + i as u32 + width(after, i));
        Span { start, end }.trim(text)
    }
}

impl Document<'_> {
    /// Whether a time expression only says since when something is so (`昨年7月以降`, `8月から`).
    pub fn is_since(&self, lexicon: &Lexicon, time: Span) -> bool {
        let text = &self.article.text;
        let after = &text[time.end as usize..];
        let since = &lexicon.ledger.figure.since;
        since.iter().any(|w| text[time].ends_with(w.as_str()) || after.starts_with(w.as_str()))
    }

    /// The part of a sentence around a span: from the comma before it to the one after it.
    pub fn clause(&self, span: Span) -> Span {
        let (text, sentence) = (&self.article.text, self.sentence(span));
        let before = &text[Span { start: sentence.start, end: span.start.max(sentence.start) }];
        let after = &text[Span { start: span.end, end: sentence.end.max(span.end) }];
        let start =
            before.rfind(COMMA).map_or(sentence.start, |i| sentence.start + (i + COMMA.len_utf8()) as u32);
        let end = after.find(COMMA).map_or(sentence.end, |i| span.end + i as u32);
        Span { start, end: end.max(span.end) }
    }
}

const COMMA: char = '、';

/// What ends a sentence.
const ENDS: [char; 4] = ['。', '\n', '\u{ff01}', '\u{ff1f}'];

/// Length in bytes of the character at `at`.
fn width(text: &str, at: usize) -> u32 {
    text[at..].chars().next().map_or(0, |c| c.len_utf8() as u32)
}
