//! Denials beside what they deny: the same kind of deed between the same sides, said by others shortly before.

use crate::actors::Actors;
use crate::corpus::Corpus;
use crate::dates::Interval;
use crate::deeds::Class;
use crate::ids::Ids;
use crate::occurrences::{self, own_date};
use crate::similarity::Pairs;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use tenkyo_lexicon::ledger::Common;
use tenkyo_model::ledger::{Dispute, DisputeKind, Member, Side, Stance};
use tenkyo_model::{ActorKind, Polarity};
use tenkyo_text::Span;

/// Days before and after a denial within which what it denies was said.
const BEFORE: i32 = 60;
const AFTER: i32 = 10;
/// Days within which denials of the same answer one charge.
const TOGETHER: i32 = 45;

/// Somebody's word for or against something.
struct Word<'a> {
    members: Vec<Member>,
    /// Its document and the sentence around it.
    place: (usize, Span),
    heard: Interval,
    classes: BTreeSet<Class<'a>>,
    /// The states that it is about.
    sides: BTreeSet<usize>,
    words: Arc<Pairs>,
}

/// The disputes in which somebody denies what others assert.
pub(crate) fn denials(corpus: &Corpus<'_>, actors: &Actors) -> Vec<Dispute> {
    let denials = against(corpus, actors);
    let assertions = in_favour(corpus, actors, &denials);
    let mut by_class: BTreeMap<Class<'_>, Vec<usize>> = BTreeMap::new();
    for (index, word) in assertions.iter().enumerate() {
        word.classes.iter().for_each(|c| by_class.entry(*c).or_default().push(index));
    }
    let common = &corpus.lexicon.ledger.common;
    let mut groups = Groups::default();
    for (index, denial) in denials.iter().enumerate() {
        let near = near(denial, &assertions, &by_class);
        let denied: BTreeSet<usize> =
            near.into_iter().filter(|a| answers(denial, &assertions[*a], common)).collect();
        if denied.is_empty() {
            continue;
        }
        groups.add(index, denied, |other| together(denial, &denials[other]));
    }
    let mut ids = Ids::new("d");
    groups.list.iter().map(|(d, a)| dispute(corpus, &mut ids, (d, &denials), (a, &assertions))).collect()
}

/// Denials with the assertions that they answer.
#[derive(Default)]
struct Groups {
    list: Vec<(Vec<usize>, BTreeSet<usize>)>,
    /// The groups in which each assertion is.
    of: BTreeMap<usize, BTreeSet<usize>>,
}

impl Groups {
    /// Adds a denial to the first group that answers one of the same assertions and holds a denial that it goes together with,
    /// else as a new one.
    fn add(&mut self, denial: usize, denied: BTreeSet<usize>, together: impl Fn(usize) -> bool) {
        let same: BTreeSet<usize> = denied.iter().filter_map(|a| self.of.get(a)).flatten().copied().collect();
        let found = same.into_iter().find(|group| self.list[*group].0.iter().any(|d| together(*d)));
        let group = found.unwrap_or_else(|| {
            self.list.push((Vec::new(), BTreeSet::new()));
            self.list.len() - 1
        });
        for assertion in &denied {
            self.of.entry(*assertion).or_default().insert(group);
        }
        self.list[group].0.push(denial);
        self.list[group].1.extend(denied);
    }
}

/// Assertions of the same kinds told around the time of a denial.
fn near<'a>(
    denial: &Word<'a>,
    assertions: &[Word<'a>],
    by_class: &BTreeMap<Class<'a>, Vec<usize>>,
) -> BTreeSet<usize> {
    let of = |class: &Class<'a>| {
        let all = by_class.get(class).map(Vec::as_slice).unwrap_or_default();
        let from = all.partition_point(|i| assertions[*i].heard.last_gap(denial.heard) > BEFORE);
        let until = |i: &&usize| denial.heard.last_gap(assertions[**i].heard) <= AFTER;
        all[from..].iter().take_while(until).copied().collect::<Vec<_>>()
    };
    denial.classes.iter().flat_map(of).collect()
}

/// Whether a denial is about what an assertion says.
fn answers(denial: &Word<'_>, assertion: &Word<'_>, common: &Common) -> bool {
    let same_sentence = denial.place == assertion.place;
    let goods = denial.classes.iter().any(|c| matches!(c, Class::Goods(_)) && assertion.classes.contains(c));
    let shared = denial.sides.intersection(&assertion.sides).count();
    let few = denial.sides.len().min(assertion.sides.len()).min(2);
    let sides = shared > 0 && shared >= few;
    !same_sentence && sides && (goods || denial.words.compare(&assertion.words, common).jaccard >= 0.15)
}

fn together(a: &Word<'_>, b: &Word<'_>) -> bool {
    a.heard.gap(b.heard) <= TOGETHER && !a.classes.is_disjoint(&b.classes)
}

fn dispute(
    corpus: &Corpus<'_>,
    ids: &mut Ids,
    (denying, denials): (&[usize], &[Word<'_>]),
    (asserting, assertions): (&BTreeSet<usize>, &[Word<'_>]),
) -> Dispute {
    let side = |stance: Stance, words: Vec<&Word<'_>>| {
        let members: BTreeSet<Member> = words.iter().flat_map(|w| w.members.clone()).collect();
        Side { label: stance.name().into(), members: members.into_iter().collect() }
    };
    let first = asserting.iter().map(|i| &assertions[*i]).min_by_key(|w| (w.heard, w.place));
    let about = first.map_or_else(String::new, |w| occurrences::label(corpus, w.place.0, w.members[0].span));
    let sides = vec![
        side(Stance::Asserts, asserting.iter().map(|i| &assertions[*i]).collect()),
        side(Stance::Denies, denying.iter().map(|i| &denials[*i]).collect()),
    ];
    let words: Vec<&str> = sides[1].members.iter().map(|m| corpus.words_of(m)).collect();
    Dispute { id: ids.give(&["denial", &about, &words.join("/")]), kind: DisputeKind::Denial, about, sides }
}

/// Sentences that deny something: a statement of negative polarity, an event of denying, a transfer said not to be.
fn against<'c>(corpus: &'c Corpus<'_>, actors: &Actors) -> Vec<Word<'c>> {
    let mut sentences: BTreeMap<(usize, Span), (BTreeSet<Member>, Option<Interval>)> = BTreeMap::new();
    let rules = &corpus.lexicon.ledger.denial.rules;
    for (index, document) in corpus.list.iter().enumerate() {
        let mut add = |span: Span, date: Option<Interval>| {
            let at = sentences.entry((index, document.sentence(span))).or_default();
            at.0.insert(corpus.member(index, span));
            at.1 = at.1.or(date);
        };
        let negative = document.findings.statements.iter().zip(&document.said);
        negative
            .filter(|(s, _)| s.polarity == Polarity::Negative || calls_untrue(corpus, index, s.content))
            .for_each(|(s, said)| add(s.content, *said));
        for deed in &document.deeds {
            let date = deed
                .event
                .date
                .as_deref()
                .and_then(Interval::parse)
                .filter(|_| deed.event.date_span.is_some());
            let told =
                rules.iter().any(|r| **r == *deed.event.rule.0) && deed.event.polarity == Polarity::Positive;
            if told {
                add(deed.event.trigger, date);
            } else if deed.denied {
                // A date outside what is denied is that of the denial.
                add(deed.event.trigger, date.filter(|_| own_date(document, &deed.event).is_none()));
            }
        }
    }
    let word =
        |((document, sentence), (members, date)): ((usize, Span), (BTreeSet<Member>, Option<Interval>))| {
            let heard = date.or(corpus.list[document].published)?;
            let word = word(corpus, actors, document, sentence, heard)?;
            Some(Word { members: members.into_iter().collect(), ..word })
        };
    let mut words: Vec<Word<'c>> = sentences.into_iter().filter_map(word).collect();
    words.sort_by_key(|w| (w.heard, w.place));
    words
}

/// Whether what is said calls something untrue (`あからさまなうそだ`).
fn calls_untrue(corpus: &Corpus<'_>, document: usize, content: Span) -> bool {
    let words = corpus.words(document, content);
    corpus.lexicon.ledger.denial.words.iter().any(|w| words.contains(w.as_str()))
}

/// Deeds asserted outside the sentences that deny; in order of the days on which they were told.
fn in_favour<'c>(corpus: &'c Corpus<'_>, actors: &Actors, denials: &[Word<'_>]) -> Vec<Word<'c>> {
    let denying: BTreeSet<(usize, Span)> = denials.iter().map(|d| d.place).collect();
    let mut words = Vec::new();
    for (index, document) in corpus.list.iter().enumerate() {
        for deed in document.deeds.iter().filter(|d| d.event.polarity == Polarity::Positive && !d.expected) {
            let statement = deed.event.statement.map(|s| s.0 as usize);
            let said = statement.and_then(|s| document.said[s]);
            let sentence = document.sentence(deed.event.trigger);
            let Some(heard) = said.or(document.published) else { continue };
            if denying.contains(&(index, sentence)) {
                continue;
            }
            let span = statement.map_or(deed.event.trigger, |s| document.findings.statements[s].content);
            let members = vec![corpus.member(index, span)];
            let Some(word) = word(corpus, actors, index, sentence, heard) else { continue };
            words.push(Word { members, classes: BTreeSet::from([deed.class]), ..word });
        }
    }
    words.sort_by(|a, b| (a.heard, a.place, &a.members).cmp(&(b.heard, b.place, &b.members)));
    words
}

/// What a sentence is about; none when it tells of no deed.
fn word<'c>(
    corpus: &'c Corpus<'_>,
    actors: &Actors,
    document: usize,
    sentence: Span,
    heard: Interval,
) -> Option<Word<'c>> {
    let d = &corpus.list[document];
    let rules = &corpus.lexicon.ledger.denial.rules;
    let told = d.deeds.iter().filter(|deed| sentence.contains(deed.event.trigger));
    let told = told.filter(|deed| !rules.iter().any(|r| **r == *deed.event.rule.0));
    let mut classes: BTreeSet<Class<'c>> = told.map(|deed| deed.class).collect();
    if classes.is_empty() {
        // 派兵の情報を否定した: what is denied is only named.
        let transfers = &corpus.lexicon.transfers;
        let named = transfers.items.find(corpus.words(document, sentence), |_| true);
        let categories = named.iter().filter_map(|m| transfers.categories.get(*m.value));
        classes.extend(categories.map(|c| Class::Goods(corpus.lexicon.ledger.family(&c.category))));
    }
    let is_state = |i: &usize| actors.list[*i].kind == ActorKind::State;
    let named = d
        .findings
        .actors
        .iter()
        .enumerate()
        .filter(|(_, a)| a.mentions.iter().any(|m| sentence.contains(m.span)));
    let sides = named.map(|(i, _)| actors.side(actors.index(document, tenkyo_model::ActorId(i as u32))));
    (!classes.is_empty()).then(|| Word {
        members: Vec::new(),
        place: (document, sentence),
        heard,
        classes,
        sides: sides.filter(is_state).collect(),
        words: corpus.pairs(document, sentence),
    })
}
