//! Who holds the floor: what a statement without a speaker of its own takes from the text before it.

use tenkyo_model::{ActorId, Link};
use tenkyo_text::Span;

/// How many lines back the last speaker or topic may stand.
const REACH: usize = 3;

/// The state of the discourse while the lines of an article are read in order.
#[derive(Debug, Default)]
pub(super) struct Discourse {
    /// Who spoke last.
    pub speakers: Vec<ActorId>,
    /// Who passed it on.
    pub via: Vec<Link>,
    /// Whose texts are spoken of: the last body that spoke.
    pub issuers: Vec<ActorId>,
    /// Line of the last statement.
    pub attributed: Option<usize>,
    /// The last topic, and the line it stands in.
    pub topic: Option<(Vec<ActorId>, usize)>,
    /// The topic of the last narration of a source, and the line it stands in: who acts there, while the source only tells of it.
    pub narrated: Option<(Vec<ActorId>, usize)>,
    /// The source that told what several people said in the last line: hearsay after it is the source's.
    pub teller: Option<(Vec<ActorId>, usize)>,
    /// A speaker whose words are announced and follow (`次のように述べた`).
    pub announced: Option<Announced>,
}

/// Words that are announced.
#[derive(Clone, Debug)]
pub(super) struct Announced {
    /// Who speaks.
    pub speakers: Vec<ActorId>,
    /// The words that announce.
    pub cue: Span,
    /// Who passes them on.
    pub via: Vec<Link>,
    /// Line in which they are announced.
    pub line: usize,
}

impl Discourse {
    /// Whether somebody spoke, or was the topic, near enough to `line` to speak there unnamed.
    pub fn reaches(&self, line: usize) -> bool {
        let last = self.attributed.max(self.topic.as_ref().map(|(_, line)| *line));
        last.is_none_or(|last| last + REACH >= line)
    }

    /// Whether the actors only passed on what was said last.
    pub fn is_relayed_by(&self, actors: &[ActorId]) -> bool {
        !actors.is_empty() && actors.iter().all(|a| self.via.iter().any(|l| l.actor == *a))
    }

    /// For whom a text speaks that is named without its issuer (`発表では`).
    pub fn issuer(&self) -> &[ActorId] {
        if self.issuers.is_empty() { self.holder() } else { &self.issuers }
    }

    /// Who speaks when nobody is named: the last topic if it is nearer than the last statement, else the last speaker.
    pub fn holder(&self) -> &[ActorId] {
        match &self.topic {
            Some((topic, line)) if self.attributed.is_none_or(|a| *line > a) => topic,
            _ => &self.speakers,
        }
    }
}
