//! Who gives and who gets, by the parts of the names around a trigger.

use super::finder::{Finder, Group};
use super::scene::{Name, Scene};
use super::trigger::{Form, Trigger};
use tenkyo_lexicon::transfers::{Direction, Effect, Part, Role};
use tenkyo_model::ActorId;
use tenkyo_text::Span;

/// The parties as the sentence names them; an empty list where it does not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Parties {
    pub givers: Vec<ActorId>,
    pub receivers: Vec<ActorId>,
    /// Whether a party is told that is no actor, so that none may be filled in.
    pub closed: bool,
    /// Who denies it, when the predicate over it is one of denial.
    pub deniers: Vec<ActorId>,
}

/// The parties of `trigger`, which gives `item`.
pub(super) fn of(scene: &Scene<'_>, trigger: &Trigger<'_>, item: Option<Span>) -> Parties {
    let finder = Finder { scene, trigger, clause: scene.clause(trigger.span.start), item };
    let closed = finder.has_other_source()
        || finder.has_other_goal()
        || finder.has_other_subject()
        || finder.is_mutual();
    let parties = named(&finder, trigger);
    let untold = trigger.frame.told && parties.givers.is_empty();
    let denied = matches!(trigger.support, Some((Effect::Deny, _)));
    let deniers = if denied { finder.subject() } else { Group::new() };
    Parties { closed: closed || parties.closed || untold, deniers, ..parties }
}

fn named(finder: &Finder<'_, '_>, trigger: &Trigger<'_>) -> Parties {
    let effect = trigger.support.map(|(effect, _)| effect);
    if trigger.frame.intransitive {
        return finder.reaching();
    }
    if trigger.frame.made {
        return finder.using();
    }
    match (trigger.frame.direction, trigger.form, effect) {
        (Direction::Deal, ..) => finder.deal(),
        (Direction::Swap, ..) => finder.swap(),
        (_, Form::Benefactive, _) => finder.getting(),
        (Direction::Give, Form::Nominal, _) if trigger.answers => {
            finder.pair(&[&finder.subject()], &[&finder.near(Part::To), &finder.owner()])
        }
        (Direction::Give, _, Some(Effect::Ask)) => finder.asking(),
        (Direction::Give, Form::Nominal, Some(Effect::Get)) => finder.getting(),
        (Direction::Give, Form::Nominal, _) => finder.named_giving(),
        (Direction::Give, Form::Passive, _) => finder.being_given(),
        (Direction::Give, ..) => finder.giving(),
        (Direction::Take, Form::Passive, _) => {
            finder.pair(&[&finder.near(Part::From)], &[&finder.near(Part::By), &finder.near(Part::To)])
        }
        (Direction::Take, Form::Nominal, _) => finder.named_getting(),
        (Direction::Take, ..) => finder.getting(),
        (Direction::Ask, Form::Passive, _) => finder.pair(
            &[&finder.subject()],
            &[&finder.near(Part::From), &finder.near(Part::By), &finder.near(Part::To)],
        ),
        (Direction::Ask, ..) => finder.asking(),
    }
}

impl Finder<'_, '_> {
    /// The first group that is there on each side; nobody stands on both.
    fn pair(&self, givers: &[&Group], receivers: &[&Group]) -> Parties {
        let first = |groups: &[&Group], but: &Group| -> Group {
            let fits = groups.iter().find(|g| !g.is_empty() && g.iter().all(|a| !but.contains(a)));
            fits.map(|g| (*g).clone()).unwrap_or_default()
        };
        let givers = first(givers, &Vec::new());
        let receivers = first(receivers, &givers);
        Parties { givers, receivers, ..Parties::default() }
    }

    fn giving(&self) -> Parties {
        let object = if self.trigger.frame.object.is_some() { self.near(Part::Object) } else { Group::new() };
        let owner = if self.trigger.frame.of == Some(Role::Receiver) { self.owner() } else { Group::new() };
        let (subject, from, to) = (self.subject(), self.near(Part::From), self.near(Part::To));
        if to.is_empty() && object.is_empty() && !from.is_empty() && !subject.is_empty() && from != subject {
            // ロシアが北朝鮮から弾薬を運び込んだ: whoever fetches gets.
            return self.pair(&[&from], &[&subject]);
        }
        // 衛星開発を支援: the owner of what is helped gets.
        let helped = self.trigger.frame.of == Some(Role::Receiver);
        let whose = if helped { Group::new() } else { self.item_owner() };
        self.pair(&[&subject, &from, &self.near(Part::By), &whose], &[&to, &object, &owner])
    }

    /// The thing is the subject: Aから Bに渡る, A製の…がBに渡る.
    fn reaching(&self) -> Parties {
        let owner = self.item_owner();
        let parties = self.pair(&[&self.near(Part::From), &owner], &[&self.near(Part::To)]);
        Parties { closed: parties.givers.is_empty(), ..parties }
    }

    /// Bが A製の…を使う.
    fn using(&self) -> Parties {
        let (maker, subject) = (self.maker(), self.subject());
        let parties = self.pair(&[&maker], &[&subject, &self.near(Part::By), &self.owner()]);
        let closed = parties.givers.is_empty() || parties.receivers.is_empty();
        Parties { closed, ..parties }
    }

    fn named_giving(&self) -> Parties {
        let owner = self.owner();
        let debt = self.trigger.frame.of == Some(Role::Receiver) && self.trigger.frame.object.is_none();
        let aside = matches!(self.trigger.support, Some((Effect::Comment | Effect::Bar, _)));
        let subject = if aside { Group::new() } else { self.subject() };
        let (gives, gets) = if debt { (Group::new(), owner) } else { (owner, Group::new()) };
        self.pair(
            &[&self.near(Part::By), &self.near(Part::From), &gives, &subject],
            &[&self.near(Part::To), &gets],
        )
    }

    fn being_given(&self) -> Parties {
        let (from, by, to) = (self.near(Part::From), self.near(Part::By), self.near(Part::To));
        let subject = self.subject();
        if super::goods::has_object(self.scene, self.trigger) {
            self.pair(&[&from, &by, &to], &[&subject, &to])
        } else {
            self.pair(&[&from, &by, &self.item_owner()], &[&to, &subject])
        }
    }

    fn getting(&self) -> Parties {
        let (from, to) = (self.near(Part::From), self.near(Part::To));
        self.swapped(&[&self.subject(), &self.near(Part::By)], &[&from, &self.owner(), &self.maker(), &to])
    }

    fn named_getting(&self) -> Parties {
        let from = self.near(Part::From);
        let owner = self.owner();
        if from.is_empty() {
            self.swapped(&[&self.near(Part::By), &self.subject()], &[&owner])
        } else {
            self.swapped(&[&self.near(Part::By), &owner, &self.subject()], &[&from])
        }
    }

    fn asking(&self) -> Parties {
        let (from, owner) = (self.near(Part::From), self.owner());
        let to = self.near(Part::To);
        let attributive = |n: &Name| n.attributive && n.part == Some(Part::To) && to.contains(&n.actor);
        let by = self.near(Part::By);
        if self.scene.names.iter().any(attributive) {
            // ロシア軍への供与を求める: whom the goods are for, not who is asked.
            return self.swapped(&[&to, &self.subject()], &[&from, &by, &owner]);
        }
        self.swapped(&[&self.subject(), &by], &[&to, &from, &owner])
    }

    /// [`Finder::pair`] that fills the receivers first.
    fn swapped(&self, receivers: &[&Group], givers: &[&Group]) -> Parties {
        let Parties { givers: receivers, receivers: givers, .. } = self.pair(receivers, givers);
        Parties { givers, receivers, ..Parties::default() }
    }

    /// 両者が…を交換した: each gives and each gets.
    fn swap(&self) -> Parties {
        let subject = self.subject();
        let other = self.near(Part::With);
        if subject.len() == 2 {
            return Parties { givers: subject.clone(), receivers: subject, ..Parties::default() };
        }
        self.pair(&[&subject], &[&self.near(Part::To), &other, &self.near(Part::Of)])
    }

    fn deal(&self) -> Parties {
        let with = self.near(Part::With);
        let owners = self.owner();
        let both = if owners.len() == 2 { owners } else { self.subject() };
        if with.is_empty() && both.len() == 2 {
            return Parties { givers: vec![both[1]], receivers: vec![both[0]], ..Parties::default() };
        }
        self.pair(&[&with], &[&self.subject(), &both])
    }
}
