//! Where the Latin words of an article are: whether and where a name can be in it is told by a look-up, without searching the text.

use std::collections::HashSet;

use crate::analysis::parsed::ParsedArticle;
use crate::order;
use crate::text::{ByteOffset, TextRange, has_ignored, visible_text};

/// The runs of Latin letters and digits in an article.
#[derive(Debug)]
pub(super) enum Runs {
    /// Of a text without invisible characters: the start and the end of each in bytes, sorted by their words, then in order.
    Plain(Vec<(u32, u32)>),
    /// Of any other text: the words, without invisible characters.
    Marked(HashSet<Box<str>>),
}

impl Runs {
    /// The runs of an article.
    pub(super) fn new(article: &ParsedArticle) -> Self {
        let text = article.article.text.as_str();
        if has_ignored(text) {
            let visible = visible_text(text);
            return Self::Marked(
                visible.split(|c| !is_latin(c)).filter(|run| !run.is_empty()).map(Box::from).collect(),
            );
        }
        let (mut runs, mut at) = (Vec::new(), 0);
        for run in text.split_inclusive(|c| !is_latin(c)) {
            let end = at + run.trim_end_matches(|c| !is_latin(c)).len();
            // Texts are shorter than 4 GB.
            runs.extend((end > at).then_some((at as u32, end as u32)));
            at += run.len();
        }
        order::sort_by(&mut runs, |a, b| words_of(text, *a).cmp(words_of(text, *b)).then(a.cmp(b)));
        Self::Plain(runs)
    }

    /// Whether words may be in the article as whole words: no word ends between two of these characters (Unicode Standard Annex #29,
    /// WB5 and WB8 to WB10), so that the first run of the words is one in the article.
    pub(super) fn may_have(&self, article: &ParsedArticle, words: &str) -> bool {
        match (self, first_run(words)) {
            (_, "") => true,
            (Self::Plain(_), run) => !self.equal(article, run).is_empty(),
            (Self::Marked(runs), run) => runs.contains(run),
        }
    }

    /// Where words are in the article as whole words, in order.
    pub(super) fn find(&self, article: &ParsedArticle, words: &str) -> Vec<TextRange> {
        let (text, run) = (&article.article.text, first_run(words));
        if matches!(self, Self::Marked(_)) || run.is_empty() || has_ignored(words) {
            return text.find_words(words).collect();
        }
        let starts = self.equal(article, run).iter().map(|(start, _)| ByteOffset::from_index(*start as usize));
        text.find_words_at(words, starts)
    }

    /// The runs of a plain text that have these words.
    fn equal(&self, article: &ParsedArticle, words: &str) -> &[(u32, u32)] {
        let Self::Plain(runs) = self else { return &[] };
        let text = article.article.text.as_str();
        let from = runs.partition_point(|run| words_of(text, *run) < words);
        let rest = runs.get(from..).unwrap_or_default();
        rest.get(..rest.partition_point(|run| words_of(text, *run) == words)).unwrap_or_default()
    }
}

fn words_of(text: &str, (start, end): (u32, u32)) -> &str {
    text.get(start as usize..end as usize).unwrap_or_default()
}

/// The run that words begin with; empty if they begin with another character.
fn first_run(words: &str) -> &str {
    &words[..words.find(|c| !is_latin(c)).unwrap_or(words.len())]
}

/// Whether this is a letter of the Latin script or a digit.
fn is_latin(c: char) -> bool {
    c.is_ascii_alphanumeric() || ('\u{c0}'..='\u{24f}').contains(&c) && c.is_alphabetic()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::analysis::fixture_tests::Fixture;
    use crate::analysis::parsed::ParsedArticles;

    #[test]
    fn a_name_that_is_found_is_never_ruled_out() {
        let text = "Pa\u{ad}ris, José’s, COVID-19, 3,000m; Appleは×Kent, Jo\u{301}n, don't AT&T Łódź";
        for text in [text, &text.replace('\u{ad}', "")] {
            let parsed = ParsedArticles::update(Fixture::new(&[text]).project(), &ParsedArticles::default());
            let article = &parsed.all()[0];
            let runs = Runs::new(article);
            for words in [
                "Paris",
                "José",
                "COVID-19",
                "19",
                "3,000m",
                "Apple",
                "は",
                "Kent",
                "Jo\u{301}n",
                "don't",
                "AT&T",
                "Łódź",
            ] {
                assert!(runs.may_have(article, words), "{words}");
            }
            for words in ["Pari", "aris", "Jos", "Londres", "000"] {
                let is_found = article.article.text.find_words(words).next().is_some();
                assert_eq!((runs.may_have(article, words), is_found), (false, false), "{words}");
            }
        }
    }

    proptest! {
        #[test]
        fn what_is_found_by_runs_is_what_a_search_finds(
            pieces in proptest::collection::vec(
                prop::sample::select(vec!["a", "b", "É", "7", " ", "-", "'", "’s", "s", "es", "は", "\u{301}", "\u{ad}", "👩", ".", "\u{200d}"]),
                0..40,
            ),
            from in 0_usize..40,
            length in 1_usize..6,
        ) {
            let words: String = pieces.iter().skip(from).take(length).copied().collect();
            for text in [pieces.concat(), pieces.concat().replace(['\u{ad}', '\u{200d}'], "")] {
                let parsed = ParsedArticles::update(Fixture::new(&[&text]).project(), &ParsedArticles::default());
                let Some(article) = parsed.all().first() else { return Ok(()) };
                let runs = Runs::new(article);
                let words = visible_text(&words);
                let searched: Vec<TextRange> = article.article.text.find_words(&words).collect();
                prop_assert!(searched.is_empty() || runs.may_have(article, &words));
                if runs.may_have(article, &words) {
                    prop_assert_eq!(runs.find(article, &words), searched);
                }
            }
        }
    }
}
