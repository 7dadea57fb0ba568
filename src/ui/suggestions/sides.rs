//! The places of a suggestion: one in its context, or both sides of a pair, one below the other, with what differs marked.

use std::rc::Rc;

use yew::prelude::*;

use crate::analysis::parsed::ParsedArticle;
use crate::analysis::suggestions::{SuggestedSpan, SuggestionKind};
use crate::analysis::word_diff::{Mark, diff_words, word_diff};
use crate::app::Review;
use crate::app::messages::review as words;
use crate::model::{Article, Project};
use crate::text::{ByteOffset, Text, TextRange};
use crate::ui::panels::text_in_context;

/// More places than this are not listed.
const MOST: usize = 6;

/// The places of the suggestion that is reviewed.
pub(in crate::ui) fn sides(project: &Project, review: &Review) -> Html {
    let spans = &review.current.spans;
    match (review.current.kind, spans.as_slice()) {
        (SuggestionKind::Repeat | SuggestionKind::Relation, [first, second, ..]) => {
            let (Some(here), Some(there)) = (passage(project, first), passage(project, second)) else {
                return Html::default();
            };
            let words = |of: &ParsedArticle| diff_words(of, &[of.article.text.full_range()]);
            let diff = word_diff(&words(&here), &words(&there));
            let sides = [(first, marked(&here, &diff.marks(0))), (second, marked(&there, &diff.marks(1)))];
            let shown =
                sides.into_iter().enumerate().map(|(at, (span, text))| side(project, span, text, at == review.side));
            let legend = words::difference(&diff);
            html! { <>{ for shown }<p class="muted small">{ legend }</p></> }
        }
        (SuggestionKind::Number | SuggestionKind::SameEntity, _) => {
            let shown =
                spans.iter().take(MOST).enumerate().map(|(at, span)| in_context(project, span, at == review.side));
            shown.collect()
        }
        _ => spans.get(review.side).map_or_else(Html::default, |span| in_context(project, span, true)),
    }
}

fn in_context(project: &Project, span: &SuggestedSpan, is_current: bool) -> Html {
    let article = project.article(&span.article);
    let text = article.map_or_else(Html::default, |article| text_in_context(article, span.range));
    side(project, span, text, is_current)
}

/// The text of a place below the title of its article.
fn side(project: &Project, span: &SuggestedSpan, text: Html, is_current: bool) -> Html {
    let title = project.article(&span.article).map(|article| article.title.clone());
    html! {
        <figure class={classes!("review-side", is_current.then_some("current"))} aria-current={is_current.then_some("true")}>
            <figcaption class="muted small">{ title }</figcaption>
            <blockquote class="review-text">{ text }</blockquote>
        </figure>
    }
}

/// The text of a place, parsed alone: its article may be long.
fn passage(project: &Project, span: &SuggestedSpan) -> Option<ParsedArticle> {
    let article = project.article(&span.article)?;
    let text = Text::new(article.text.slice(span.range));
    Some(ParsedArticle::new(Rc::new(Article { text, ..(**article).clone() })))
}

/// A passage with marked words.
fn marked(passage: &ParsedArticle, marks: &[(TextRange, Mark)]) -> Html {
    let text = &passage.article.text;
    let plain = |from: ByteOffset, to: ByteOffset| text.slice(TextRange::new(from, to.max(from))).to_owned();
    let mut shown: Vec<Html> = Vec::new();
    let mut at = ByteOffset(0);
    for &(range, mark) in marks {
        let (class, title) = words::mark(mark);
        shown.push(html! { { plain(at, range.start()) } });
        shown.push(html! { <strong {class} {title}>{ text.slice(range).to_owned() }</strong> });
        at = range.end();
    }
    shown.push(html! { { plain(at, text.end()) } });
    shown.into_iter().collect()
}
