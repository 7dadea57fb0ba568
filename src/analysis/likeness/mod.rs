//! How alike sentences are, in the same or in other words.
//!
//! A sentence is its terms: the stems of its words without stop words, its names, and its numbers ([`SentenceTerms`]). A term weighs the more the
//! rarer it is in the project and in the language ([`Weights`]). [`compare`] pairs the terms of two sentences, equal ones first, then
//! synonyms, and rates the pairing. [`Index`] finds the sentences that are worth comparing.

mod compare;
mod index;
mod pairing;
mod rating;
mod terms;
mod weights;

pub use compare::{Likeness, compare};
pub use index::{Index, MANY, SentenceId, index, prepare_index};
pub use pairing::Pairing;
pub use rating::{Features, rate};
pub use terms::{ArticleTerms, SentenceTerms, Term, TermKind};
pub use weights::Weights;
