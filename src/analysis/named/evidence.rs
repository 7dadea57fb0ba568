//! What all articles of a project together say about names.

use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use super::candidates::{ArticleNames, Candidate, Counts};
use super::kind::{NameKind, Scores};

/// The least and most points for a kind from the words around the other places of a name.
const LEAST_OF_OTHERS: f32 = -2.0;
const MOST_OF_OTHERS: f32 = 6.0;

/// A short form with more points than this for a person is a surname.
const SURNAME: f32 = 3.0;

/// What is known of a name.
#[derive(Clone, Copy, Debug, Default)]
struct Known {
    /// What its own words say, as a sum over its places.
    scores: Scores,
    /// What the words around it say, as a sum over its places.
    context: Scores,
    /// The number of places outside of headlines where it is not the first word of a sentence.
    firm: u32,
    /// The number of all places.
    count: u32,
}

/// A short form of longer names: "Johnson" of "Boris Johnson".
#[derive(Clone, Copy, Debug, Default)]
struct Short {
    /// Points for the kind of the longer names.
    scores: Scores,
}

/// The evidence of a project.
#[derive(Debug, Default)]
pub(super) struct Evidence {
    names: HashMap<String, Known>,
    shorts: HashMap<String, Short>,
    counts: HashMap<Box<str>, Counts>,
}

impl Evidence {
    /// Joins what the articles say.
    pub(super) fn new(articles: &[Rc<ArticleNames>]) -> Self {
        let mut evidence = Self::default();
        for article in articles {
            for (word, counts) in &article.counts {
                let sum = evidence.counts.entry(word.clone()).or_default();
                sum.lower += counts.lower;
                sum.capital += counts.capital;
            }
            for one in &article.candidates {
                evidence.add(one);
            }
        }
        evidence.find_shorts(articles);
        evidence
    }

    fn add(&mut self, one: &Candidate) {
        let known = self.names.entry(one.key.clone()).or_default();
        known.scores += one.scores;
        known.context += one.context;
        known.count += 1;
        known.firm += u32::from(!one.begins && !one.in_headline);
    }

    fn find_shorts(&mut self, articles: &[Rc<ArticleNames>]) {
        let mut seen: HashSet<&str> = HashSet::new();
        for one in articles.iter().flat_map(|article| &article.candidates) {
            if one.names < 2 || !seen.insert(&one.key) {
                continue;
            }
            let known = self.names.get(&one.key).copied().unwrap_or_default();
            let mut mean = known.scores;
            mean += known.context;
            let (kind, points) = mean.times(1.0 / known.count.max(1) as f32).best();
            if points < 1.0 {
                continue;
            }
            for (short, share) in short_forms(one, kind) {
                let scores = &mut self.shorts.entry(short).or_default().scores;
                // Several long names with one short form say no more than one, except where they are of different kinds.
                let more = 4.0 * share - scores.get(kind);
                if more > 0.0 {
                    scores.add(kind, more);
                }
            }
        }
    }

    /// Points for a candidate: its own, and from the other places of the same name and of longer ones.
    pub(super) fn scores(&self, one: &Candidate) -> Scores {
        let mut scores = one.scores;
        scores += one.context;
        if let Some(known) = self.names.get(&one.key) {
            // What stands around the other places counts too, less and less the more there are.
            let others = known.count.saturating_sub(1);
            if others > 0 {
                let mut sum = known.context;
                sum += one.context.times(-1.0);
                scores += sum.times(1.2 / (others as f32).sqrt()).clamped(LEAST_OF_OTHERS, MOST_OF_OTHERS);
            }
        }
        if let Some(short) = self.shorts.get(&one.key) {
            scores += short.scores;
            // The surname of somebody who is named in full, also in "the Rosenbaum house".
            if short.scores.get(NameKind::Person) > SURNAME {
                scores.add(NameKind::Person, 2.5);
            }
        }
        scores
    }

    /// Whether a longer name has this as its short form.
    pub(super) fn is_short(&self, key: &str) -> bool {
        self.shorts.contains_key(key)
    }

    /// Whether a longer name of a person has this as its surname.
    pub(super) fn is_surname(&self, key: &str) -> bool {
        self.shorts.get(key).is_some_and(|short| short.scores.get(NameKind::Person) > SURNAME)
    }

    /// The number of places where this is a name in any case.
    pub(super) fn firm(&self, key: &str) -> u32 {
        self.names.get(key).map_or(0, |known| known.firm)
    }

    /// How a word is written where no sentence begins.
    pub(super) fn counts(&self, word: &str) -> Counts {
        self.counts.get(word.to_lowercase().as_str()).copied().unwrap_or_default()
    }
}

/// The short forms of a name, and how safe they are.
fn short_forms(one: &Candidate, kind: NameKind) -> Vec<(String, f32)> {
    let mut words: Vec<&str> = one.key.split(' ').collect();
    if words.len() > 2 && matches!(words.last(), Some(&("Jr" | "Sr" | "Jr." | "Sr." | "II" | "III" | "IV"))) {
        words.pop();
    }
    let mut forms = Vec::new();
    let count = words.len();
    match kind {
        NameKind::Person => {
            // The surname, also with its particles; the first name.
            for at in 1..count {
                forms.push((words[at..].join(" "), 1.0));
            }
            forms.push((words[0].to_owned(), 0.7));
        }
        NameKind::Organization => {
            forms.push((words[..count - 1].join(" "), 0.6));
            if count > 2 {
                forms.push((words[0].to_owned(), 0.5));
            }
            forms.push((words[count - 1].to_owned(), 0.2));
        }
        NameKind::Location | NameKind::Event => forms.push((words[count - 1].to_owned(), 0.4)),
        NameKind::Other => {}
    }
    if kind != NameKind::Person && one.initials.chars().count() > 1 {
        forms.push((one.initials.clone(), 1.2));
    }
    forms.retain(|(form, _)| {
        form.starts_with(|c: char| c.is_uppercase() || c.is_lowercase()) && form.chars().count() > 1
    });
    forms
}
