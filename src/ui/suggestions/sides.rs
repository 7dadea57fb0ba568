//! The places of a suggestion: one in its context, or both sides of a pair, one below the other, with what differs marked.

use yew::prelude::*;

use crate::analysis::suggestions::{SuggestedSpan, SuggestionKind};
use crate::analysis::{Piece, word_difference};
use crate::app::Review;
use crate::app::messages::review as words;
use crate::model::Project;
use crate::ui::panels::text_in_context;

/// More places than this are not listed.
const MOST: usize = 6;

/// The places of the suggestion that is reviewed.
pub(super) fn sides(project: &Project, review: &Review) -> Html {
    let spans = &review.current.spans;
    match (review.current.kind, spans.as_slice()) {
        (SuggestionKind::Repeat | SuggestionKind::Relation, [first, second, ..]) => {
            let text = |span: &SuggestedSpan| {
                let article = project.article(&span.article);
                article.map(|article| article.text.slice(span.range).to_owned()).unwrap_or_default()
            };
            let (here, there) = word_difference(&text(first), &text(second));
            let sides = [(first, pieces(&here)), (second, pieces(&there))];
            let shown =
                sides.into_iter().enumerate().map(|(at, (span, text))| side(project, span, text, at == review.side));
            shown.collect()
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

fn pieces(pieces: &[Piece]) -> Html {
    let shown = pieces.iter().map(|piece| match piece.differs {
        true => html! { <strong class="differs" title={words::DIFFERS}>{ &piece.text }</strong> },
        false => html! { { &piece.text } },
    });
    shown.collect()
}
