//! From what two sentences have in common, how likely it is that they say the same.

/// What two sentences have in common.
#[derive(Clone, Debug, PartialEq)]
pub struct Features {
    /// The share of the weight of a sentence's terms that the other has too: of the sentence with the greater share.
    pub covered: f64,
    /// The same share of both sentences together.
    pub covered_of_both: f64,
    /// The weight of the shared terms.
    pub mass: f64,
    /// The weight of the shared terms that stand near each other in both sentences.
    pub clause: f64,
    /// The share of words that are equal and in the same order.
    pub wording: f64,
    /// The number of terms of the sentence with fewer: the more it says, the more the other has to say of it.
    pub least_terms: usize,
    /// The number of equal numbers other than years.
    pub same_numbers: usize,
    /// Whether different numbers count the same.
    pub numbers_differ: bool,
    /// The number of equal names.
    pub same_names: usize,
    /// Whether each sentence has a name that the other has not.
    pub names_differ: bool,
    /// Whether only one of the sentences is negated.
    pub negated: bool,
    /// Whether they are sentences of one article, which repeats the same names and words without saying the same.
    pub in_one_article: bool,
    /// The number of words that are equal and in the same order.
    pub common_words: usize,
}

/// The likelihood, from 0 to 1, by a logistic function. Its weights were fitted on the groups of `tests/evaluation` that are not held out,
/// then rounded.
pub fn rate(features: &Features) -> f64 {
    let yes = |it: bool| if it { 1.0 } else { 0.0 };
    let sum = -8.7
        + 0.95 * features.covered
        + 0.45 * features.covered_of_both
        + 2.05 * features.mass.sqrt()
        + 1.55 * features.clause.sqrt()
        + 1.85 * features.wording
        + 1.1 * features.same_numbers.min(3) as f64
        - 0.3 * features.same_names.min(3) as f64
        - 0.5 * yes(features.names_differ)
        - 0.3 * yes(features.numbers_differ)
        - 0.75 * yes(features.negated)
        - 1.25 * yes(features.in_one_article)
        - 0.25 * features.least_terms.min(12) as f64;
    1.0 / (1.0 + (-sum).exp())
}
