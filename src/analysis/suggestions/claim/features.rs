//! What a sentence has that tells whether it states something that can be checked.

use crate::analysis::language::{ClaimCue, WordClass};
use crate::analysis::parsed::{ParsedArticle, Sentence, Token, TokenKind};
use crate::text::TextRange;

use super::feature::ClaimFeature;

/// Fewer words are no sentence.
const LEAST: usize = 3;

/// Fewer words state little.
const SHORT: usize = 8;

/// A line of so many words without a full stop is a heading.
const HEADING: usize = 14;

/// A sentence with so many words tells details.
const LONG: usize = 20;

/// The features of a sentence, each once, in the order of their first word; `None` for what is no sentence. `quotations` are those of the article, sorted.
pub(super) fn features(
    article: &ParsedArticle,
    sentence: &Sentence,
    quotations: &[TextRange],
) -> Option<Vec<ClaimFeature>> {
    let tokens = article.tokens_of(sentence);
    let mut found = Vec::new();
    let mut add = |feature: ClaimFeature| {
        if !found.contains(&feature) {
            found.push(feature);
        }
    };
    let (mut names, mut figures, mut words) = (0, 0, 0);
    for (index, &token) in tokens.iter().enumerate() {
        match token.kind {
            TokenKind::Number => match is_year(article.words(token)) {
                true => add(ClaimFeature::Date),
                false => figures += 1,
            },
            TokenKind::Word => {
                words += 1;
                let seen = word(article, token, &mut add);
                figures += usize::from(seen == Seen::Figure);
                names += usize::from(seen == Seen::Name && index > 0);
            }
            _ => {}
        }
    }
    for (count, one, several) in
        [(figures, ClaimFeature::Figure, ClaimFeature::Figures), (names, ClaimFeature::Name, ClaimFeature::Names)]
    {
        match count {
            0 => {}
            1 => add(one),
            _ => add(several),
        }
    }
    if words < LEAST {
        return None;
    }
    if words < SHORT {
        add(ClaimFeature::Short);
    }
    if words > LONG {
        add(ClaimFeature::Long);
    }
    if quoted(sentence.range, quotations) * 5 >= sentence.range.len() * 3 {
        add(ClaimFeature::Quoted);
    }
    let text = article.slice(sentence.range).trim_end_matches(['”', '"', '’', '\'', ')', '»']);
    if text.ends_with('?') {
        add(ClaimFeature::Question);
    }
    let is_item =
        text.starts_with(['•', '-', '*', '–']) || tokens.first().is_some_and(|token| token.kind == TokenKind::Number);
    if !text.ends_with(['.', '!', '?', '…', ';']) && words <= HEADING && !is_item {
        add(ClaimFeature::Heading);
    }
    Some(found)
}

#[derive(PartialEq, Eq)]
enum Seen {
    Figure,
    Name,
    Other,
}

/// Adds what a word tells.
fn word(article: &ParsedArticle, token: Token, add: &mut impl FnMut(ClaimFeature)) -> Seen {
    let words = article.words(token);
    let lower = words.to_lowercase();
    let language = article.language;
    let class = (language.speech.class)(words, &lower);
    if class == WordClass::Time {
        add(ClaimFeature::Date);
    }
    if (language.speech.verb)(&lower).is_some() {
        add(ClaimFeature::Saying);
    }
    if class == WordClass::Content && lower.len() > 4 && lower.ends_with("ed") {
        add(ClaimFeature::Past);
    }
    let feature = match (language.claims.cue)(&lower) {
        Some(ClaimCue::Figure) => return Seen::Figure,
        Some(ClaimCue::Comparison) => Some(ClaimFeature::Comparison),
        Some(ClaimCue::Cause) => Some(ClaimFeature::Cause),
        Some(ClaimCue::Superlative) => Some(ClaimFeature::Superlative),
        Some(ClaimCue::Change) => Some(ClaimFeature::Change),
        Some(ClaimCue::Act) => Some(ClaimFeature::Act),
        Some(ClaimCue::Opinion) => Some(ClaimFeature::Opinion),
        Some(ClaimCue::Wish) => Some(ClaimFeature::Wish),
        Some(ClaimCue::Possibility) => Some(ClaimFeature::Possibility),
        None => None,
    };
    if let Some(feature) = feature {
        add(feature);
    }
    let is_name = class == WordClass::Content && words.starts_with(char::is_uppercase);
    if is_name { Seen::Name } else { Seen::Other }
}

fn is_year(number: &str) -> bool {
    number.len() == 4
        && (number.starts_with("19") || number.starts_with("20"))
        && number.bytes().all(|byte| byte.is_ascii_digit())
}

/// How many bytes of a range are in quotations.
fn quoted(range: TextRange, quotations: &[TextRange]) -> u32 {
    let first = quotations.partition_point(|one| one.end() <= range.start());
    let near = quotations[first..].iter().take_while(|one| one.start() < range.end());
    near.filter_map(|one| one.intersection(range)).map(TextRange::len).sum()
}
