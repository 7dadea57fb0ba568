//! What gives evidence in a sentence: "records showed".

use crate::analysis::parsed::{ParsedArticle, Words};

/// How far from the start of a sentence its subject may be, and how far from it its verb.
const SUBJECT: usize = 8;
const VERB: usize = 9;

/// The indices of the words of a sentence, without the quotation mark or bullet before it: the first, and the one after the last.
pub(super) fn words_of(article: &ParsedArticle, words: &Words, sentence: usize) -> (usize, usize) {
    let (first, last) = article.sentences.get(sentence).map_or((0, 0), |sentence| sentence.tokens);
    let is_word = |at: &usize| words.is_letters(*at) || words.is_number(*at);
    ((first..last).find(is_word).unwrap_or(last), last)
}

/// What gives evidence in a sentence, and what it does, as the indices of two words.
pub(super) fn evidence(article: &ParsedArticle, words: &Words, sentence: usize) -> Option<(usize, usize)> {
    let support = &article.language.support;
    let (first, last) = words_of(article, words, sentence);
    let noun = (first..last.min(first + SUBJECT)).find(|&at| (support.is_evidence)(words.at(at)))?;
    let verb = (noun + 1..last.min(noun + VERB)).find(|&at| (support.is_finding)(words.at(at)))?;
    Some((noun, verb))
}

/// The two words, as the article has them.
pub(super) fn cue(article: &ParsedArticle, (noun, verb): (usize, usize)) -> String {
    let word = |at: usize| article.tokens.get(at).map_or("", |token| article.words(*token));
    format!("{} {}", word(noun), word(verb))
}
