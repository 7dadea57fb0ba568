//! Which Latin words are in an article: whether a name can be in it at all is told by a look-up, without searching the text.

use std::collections::HashSet;

use crate::analysis::parsed::ParsedArticle;
use crate::text::visible_text;

/// The runs of Latin letters and digits in an article, without invisible characters.
#[derive(Debug)]
pub(super) struct Runs(HashSet<Box<str>>);

impl Runs {
    /// The runs of an article.
    pub(super) fn new(article: &ParsedArticle) -> Self {
        let text = visible_text(article.article.text.as_str());
        Self(text.split(|c| !is_latin(c)).filter(|run| !run.is_empty()).map(Box::from).collect())
    }

    /// Whether words may be in the article as whole words: no word ends between two of these characters (Unicode Standard Annex #29,
    /// WB5 and WB8 to WB10), so that the first run of the words is one in the article.
    pub(super) fn may_have(&self, words: &str) -> bool {
        let end = words.find(|c| !is_latin(c)).unwrap_or(words.len());
        end == 0 || self.0.contains(&words[..end])
    }
}

/// Whether this is a letter of the Latin script or a digit.
fn is_latin(c: char) -> bool {
    c.is_ascii_alphanumeric() || ('\u{c0}'..='\u{24f}').contains(&c) && c.is_alphabetic()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::fixture_tests::Fixture;
    use crate::analysis::parsed::ParsedArticles;

    #[test]
    fn a_name_that_is_found_is_never_ruled_out() {
        let text = "Pa\u{ad}ris, José’s, COVID-19, 3,000m; Appleは×Kent, Jo\u{301}n, don't AT&T Łódź";
        let fixture = Fixture::new(&[text]);
        let parsed = ParsedArticles::update(fixture.project(), &ParsedArticles::default());
        let article = &parsed.all()[0];
        let runs = Runs::new(article);
        for words in
            ["Paris", "José", "COVID-19", "19", "3,000m", "Apple", "は", "Kent", "Jo\u{301}n", "don't", "AT&T", "Łódź"]
        {
            assert!(runs.may_have(words), "{words}");
        }
        for words in ["Pari", "aris", "Jos", "Londres", "000"] {
            let is_found = article.article.text.find_words(words).next().is_some();
            assert_eq!((runs.may_have(words), is_found), (false, false), "{words}");
        }
    }
}
