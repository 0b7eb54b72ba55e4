//! Values: what the words of an expression mean on the calendar of this article.
//!
//! Expressions are resolved in the order of the text, with a [`Story`] that remembers the dates reached so far.

mod calendar;
mod length;
mod modifier;
mod point;
mod shift;
mod story;
mod years;

pub(super) use point::{date, week_day};
pub(super) use years::by_weekday;

use super::{edtf, scan::Expression};
use crate::Context;
use story::{Story, Written};
use tenkyo_lexicon::time::{Reference, Role};
use tenkyo_model::{Published, RuleId, Time, TimeKind, TimeMod};

/// The times of the article.
pub(super) fn resolve(
    context: Context<'_>,
    expressions: &[Expression],
    published: Option<&Published>,
) -> Vec<Time> {
    let mut story = Story::new(context, Written::of(published), expressions);
    expressions.iter().filter_map(|e| Some(time(context, e, value(&mut story, e)?))).collect()
}

/// Type and value of an expression.
struct Value {
    kind: TimeKind,
    text: String,
    /// A modifier that the value brings with it.
    modifier: Option<TimeMod>,
}

impl Value {
    fn new(kind: TimeKind, text: String) -> Self {
        Self { kind, text, modifier: None }
    }
}

fn value(story: &mut Story<'_>, expression: &Expression) -> Option<Value> {
    let meaning = &expression.meaning;
    match expression.role {
        Role::Nothing => None,
        Role::Duration => length::duration(meaning),
        Role::Set => length::set(meaning),
        Role::Reference => Some(Value::new(TimeKind::Date, reference(meaning.reference?).to_owned())),
        Role::Echo => Some(story.echo(expression)),
        Role::Shift => shift::shift(story, expression),
        Role::Calendar => calendar::calendar(story, expression),
    }
}

fn reference(reference: Reference) -> &'static str {
    match reference {
        Reference::Past => "PAST_REF",
        Reference::Present => "PRESENT_REF",
        Reference::Future => "FUTURE_REF",
    }
}

fn time(context: Context<'_>, expression: &Expression, value: Value) -> Time {
    let modifier = modifier::of(context, expression).or(value.modifier);
    let edtf = edtf::of(value.kind, &value.text, modifier);
    let rule = RuleId::from(context.lexicon.time.rules[expression.rule].id.as_str());
    Time { span: expression.span, kind: value.kind, value: value.text, modifier, edtf, rule }
}
