//! Lists that single facts of transfers need (`data/ja/transfer/words.toml`).

use crate::quantity::Words;
use serde::Deserialize;

/// Lists that single facts need.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TransferWords {
    /// After a noun of giving these make another word of it.
    pub follows_noun: Words,
    /// Before a noun of giving these say that no goods are given.
    pub before_noun: Words,
    /// Words with which an article doubts what sources told it.
    pub doubts: Words,
    /// Names of disasters.
    pub disasters: Words,
    /// Categories of what is given after a disaster.
    pub relief: Words,
    /// Words for a request or an offer that is answered.
    pub answered: Words,
    /// Between a noun of giving and する.
    pub makes: Words,
    /// Words that take up the transfer told before.
    pub demonstratives: Words,
    /// Auxiliaries that turn giving round.
    pub benefactive: Words,
    /// An item word before these is a part of something else.
    pub no_item: Words,
    /// Conjunctive particles after which the subject holds on.
    pub continuing: Words,
    /// Inflected forms that end such a clause before a comma.
    pub continuing_forms: Words,
    /// Nouns that make a noun of a clause.
    pub nominalizers: Words,
    /// Auxiliaries of the past.
    pub past: Words,
    /// Inflected forms that describe a noun directly after them.
    pub adnominal_forms: Words,
    /// Makes a predicate of a verbal noun.
    pub light: Words,
    /// Passive auxiliaries.
    pub passive: Words,
    /// Between an item and its particle.
    pub item_tail: Words,
    /// Particles that mark what is given.
    pub object: Words,
    /// Particles that mark what is given when the verb is passive or the item the topic.
    pub moved: Words,
    /// Between the item and the noun of giving.
    pub linking: Words,
    /// を with these marks no object.
    pub not_object: Words,
    /// Ends of markers that lead on to a noun.
    pub attributive: Words,
    /// Before the name of a transfer these take up what was told.
    pub anaphoric: Words,
    /// Classes of known actors that take no part.
    pub media: Words,
    /// Classes of actors that limit and bar transfers between others.
    pub bodies: Words,
    /// Ends of markers that set a name off.
    pub topics: Words,
    /// Help that each would give the other.
    pub mutual: Words,
    /// Right after the predicate these deny it.
    pub negated: Words,
    /// Of these, those that tell a fact.
    pub never: Words,
    /// Right after the predicate these make a question of it.
    pub asks: Words,
    /// Between the item and bare help.
    pub about: Words,
    /// Those who are told something; they neither give nor get.
    pub listeners: Words,
    /// After a state these name a part of it or a place in it.
    pub place_tail: Words,
    /// Ends of names of armed forces, which are sent as well as they send.
    pub forces: Words,
    /// Words of a goal that is nobody in particular.
    pub nobody: Words,
    /// After a thing: what follows is made for it.
    pub purpose: Words,
    /// Names of claims: whoever turns one down denies it.
    pub claims: Words,
    /// Before the name of a state: the goods go there (対北朝鮮).
    pub toward: Words,
    /// Units that compare or count occasions; they measure no goods.
    pub no_amount: Words,
    /// In a clause these tell a transfer in return for what was told.
    pub return_for: Words,
    /// Before those words: they are in return for what stands before, and not for what was told.
    pub return_of: Words,
    /// Particles after the place where goods set out.
    pub route_from: Words,
    /// Particles after the place where goods go to.
    pub route_to: Words,
    /// Ends of names of places on a route.
    pub stations: Words,
    /// What carries goods.
    pub carriers: Words,
    /// After a carrier, when it carries the goods.
    pub carried: Words,
    /// Before these the transfer is given in return for what is named.
    pub in_return: Words,
    /// Frames whose goods between states at war are no transfer.
    pub hostile: Words,
    /// Categories that the general word for weapons covers.
    pub weapons: Words,
    /// After the name of a thing these make knowledge of it.
    pub knowledge: Words,
    /// After the name of a thing these make a part of it, which stays in its class.
    pub parts: Words,
}
