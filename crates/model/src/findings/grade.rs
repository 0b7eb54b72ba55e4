//! Admiralty grades: how reliable the source of a finding is and how credible the finding, with the reasons.

/// A grade with its reasons.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Grade {
    /// A (completely reliable) to E (unreliable); F: cannot be judged.
    pub source: char,
    /// 1 (confirmed by other sources) to 5 (improbable); 6: cannot be judged.
    pub information: u8,
    /// Why, one reason each, the source's first: id of the rule in `data/ja/grade` and what it says.
    pub reasons: Vec<Reason>,
}

/// One reason for a grade.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// Id of the rule.
    pub rule: String,
    /// What it says, in English, with the names it is about.
    pub text: String,
}

/// Grades of events and transfers, in the order of the findings that they judge.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Grades {
    /// For each of [`super::Findings::events`].
    pub events: Vec<Grade>,
    /// For each of [`super::Findings::transfers`].
    pub transfers: Vec<Grade>,
}
