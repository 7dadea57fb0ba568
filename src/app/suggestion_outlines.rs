//! Which parts of the text are outlined for open suggestions. Sentences are only marked where they begin, as nearly each one carries a
//! suggestion.

use crate::analysis::suggestions::SuggestionList;
use crate::analysis::suggestions::{SuggestedSpan, Suggestion, SuggestionKind};
use crate::model::{ArticleId, Project};
use crate::order;
use crate::text::TextRange;

/// A prediction of more bytes is outlined as a sentence is: it is that of a claim, as a rule.
const LONG: u32 = 60;

/// How a part is outlined.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outline {
    /// A line under the whole of it: names, dates and figures.
    Words,
    /// A fainter line under a sign of it: the first word of a claim or passage, the words that tell who says something.
    Sign,
}

/// The outlined parts in each of these articles, in order, without those that are tagged.
pub fn outlined_parts(
    project: &Project,
    list: &SuggestionList,
    outline: Outline,
    articles: &[ArticleId],
) -> Vec<(ArticleId, Vec<TextRange>)> {
    let mut parts: Vec<(&ArticleId, TextRange)> = Vec::new();
    for one in list.open.iter().filter(|one| outline_of(one) == Some(outline)) {
        let shown = spans(one).filter(|span| articles.contains(&span.article));
        parts.extend(shown.filter_map(|span| Some((&span.article, part(project, one, span)?))));
    }
    order::sort(&mut parts);
    let in_article = |group: &[(&ArticleId, TextRange)]| {
        (group[0].0.clone(), TextRange::merged(group.iter().map(|(_, range)| *range)))
    };
    parts.chunk_by(|a, b| a.0 == b.0).map(in_article).collect()
}

/// Places that are one entity are tagged already.
fn outline_of(one: &Suggestion) -> Option<Outline> {
    match one.kind {
        SuggestionKind::Prediction if one.spans.iter().any(|span| span.range.len() > LONG) => Some(Outline::Sign),
        SuggestionKind::Prediction => Some(Outline::Words),
        SuggestionKind::Entity | SuggestionKind::Mention | SuggestionKind::Number => Some(Outline::Words),
        SuggestionKind::Claim | SuggestionKind::Speaker | SuggestionKind::Repeat | SuggestionKind::Relation => {
            Some(Outline::Sign)
        }
        SuggestionKind::SameEntity => None,
    }
}

/// The spans of which a part is outlined: of speech only the cue, or the source if there is no cue.
fn spans(one: &Suggestion) -> impl Iterator<Item = &SuggestedSpan> {
    let spans = match (one.kind, one.spans.as_slice()) {
        (SuggestionKind::Speaker, [_, _, cue, ..]) => std::slice::from_ref(cue),
        (SuggestionKind::Speaker, [source, ..]) => std::slice::from_ref(source),
        (_, spans) => spans,
    };
    spans.iter().filter(|span| span.annotation.is_none())
}

/// The part of a span that is outlined. `None` if its article is no longer there.
fn part(project: &Project, one: &Suggestion, span: &SuggestedSpan) -> Option<TextRange> {
    let article = project.article(&span.article)?;
    match one.kind {
        SuggestionKind::Prediction if span.range.len() > LONG => Some(first_word(article.text.as_str(), span.range)),
        SuggestionKind::Claim | SuggestionKind::Repeat | SuggestionKind::Relation => {
            Some(first_word(article.text.as_str(), span.range))
        }
        _ => Some(span.range),
    }
}

/// The first word in a range; the whole range if there is none. Scans characters, as there may be thousands of ranges.
fn first_word(text: &str, range: TextRange) -> TextRange {
    let words = text.get(range.indices()).unwrap_or_default();
    let Some(from) = words.find(char::is_alphanumeric) else { return range };
    let is_inside = |c: char| c.is_alphanumeric() || matches!(c, '\'' | '’' | '-' | '.' | ',');
    let rest = &words[from..];
    let word = &rest[..rest.find(|c: char| !is_inside(c)).unwrap_or(rest.len())];
    let length = word.trim_end_matches(|c: char| !c.is_alphanumeric()).len();
    let start = range.start().index() + from;
    TextRange::from_indices(start, start + length)
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::*;
    use crate::analysis::suggestions::SuggestionReason;
    use crate::edit::{ArticleFields, Command, Editor, NewArticle, Stamp};
    use crate::model::{Timestamp, news_claims};
    use crate::text::Text;

    const TEXT: &str = "“More than 23,000 people crossed,” Ms Lowe said on Monday. …";

    fn project() -> Rc<Project> {
        let stamp = Stamp { at: Timestamp::parse("2026-01-01T00:00:00Z").expect("a time"), by: String::new() };
        let mut editor = Editor::new(Project::new("Test", news_claims(), stamp.at.clone()));
        let article = NewArticle {
            id: Some("x".into()),
            index: None,
            fields: ArticleFields { title: "News".to_owned(), ..Default::default() },
            text: Text::new(TEXT.to_owned()),
        };
        editor.perform(Command::AddArticles(vec![article]), stamp).expect("an article");
        editor.project().clone()
    }

    /// A suggestion on parts of the text; a part after "@" is tagged.
    fn suggestion(kind: SuggestionKind, parts: &[&str]) -> Rc<Suggestion> {
        let span = |part: &&str| {
            let words = part.trim_start_matches('@');
            let start = TEXT.find(words).expect("a part of the text");
            let annotation = part.starts_with('@').then(|| "a1".into());
            SuggestedSpan {
                article: "x".into(),
                range: TextRange::from_indices(start, start + words.len()),
                annotation,
            }
        };
        let spans = parts.iter().map(span).collect();
        let reason = SuggestionReason::Date;
        Rc::new(Suggestion { id: String::new(), kind, score: 0.5, reason, label: None, spans, value: None })
    }

    fn outlined(open: Vec<Rc<Suggestion>>, outline: Outline) -> Vec<&'static str> {
        let list = SuggestionList { open, ..SuggestionList::default() };
        let groups = outlined_parts(&project(), &list, outline, &["x".into()]);
        groups.into_iter().flat_map(|(_, ranges)| ranges).map(|range| &TEXT[range.indices()]).collect()
    }

    #[test]
    fn names_and_figures_are_outlined_in_full_and_sentences_by_a_word() {
        use SuggestionKind::*;
        let sentence = "“More than 23,000 people crossed,” Ms Lowe said on Monday.";
        let (words, sign) = (Outline::Words, Outline::Sign);
        let cases: [(SuggestionKind, &[&str], Outline, &[&str]); 10] = [
            (Entity, &["Ms Lowe"], words, &["Ms Lowe"]),
            (Mention, &["Monday"], words, &["Monday"]),
            (Number, &["More than 23,000", "@Monday"], words, &["More than 23,000"]),
            (Claim, &[sentence], sign, &["More"]),
            (Claim, &["23,000 people"], sign, &["23,000"]),
            (Repeat, &[sentence, "people crossed"], sign, &["More", "people"]),
            (Relation, &["@people crossed", "@Monday"], sign, &[]),
            (Speaker, &["Ms Lowe", "More than 23,000 people crossed,", "said"], sign, &["said"]),
            (Speaker, &["Ms Lowe", "More than 23,000 people crossed,"], sign, &["Ms Lowe"]),
            (Claim, &["…"], sign, &["…"]),
        ];
        for (kind, parts, outline, expected) in cases {
            assert_eq!(outlined(vec![suggestion(kind, parts)], outline), expected, "{kind:?} {parts:?}");
            let other = if outline == words { sign } else { words };
            assert!(outlined(vec![suggestion(kind, parts)], other).is_empty(), "{kind:?} is outlined in one way");
        }
        assert!(outlined(vec![suggestion(SameEntity, &["Ms Lowe"])], words).is_empty());
    }

    #[test]
    fn only_the_articles_that_are_shown_have_outlines() {
        let list = SuggestionList {
            open: vec![suggestion(SuggestionKind::Entity, &["Ms Lowe"])],
            ..SuggestionList::default()
        };
        for (shown, count) in [(vec!["y".into()], 0), (vec!["y".into(), "x".into()], 1)] {
            assert_eq!(outlined_parts(&project(), &list, Outline::Words, &shown).len(), count);
        }
    }

    #[test]
    fn a_word_that_is_the_sign_of_several_suggestions_is_outlined_once() {
        let claim = suggestion(SuggestionKind::Claim, &["More than 23,000 people crossed"]);
        let repeat = suggestion(SuggestionKind::Repeat, &["More than 23,000 people", "Ms Lowe said"]);
        assert_eq!(outlined(vec![claim, repeat], Outline::Sign), ["More", "Ms"]);
    }
}
