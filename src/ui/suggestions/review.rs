//! The card of the review, in the place of the inspector: what is suggested and why, and what can be done.

use std::rc::Rc;

use yew::prelude::*;

use super::review_buttons::{main_buttons, other_buttons};
use crate::analysis::suggestions::SuggestionList;
use crate::analysis::suggestions::{SuggestedLabel, SuggestedValue, Suggestion};
use crate::app::messages::{review as words, suggestions::reason};
use crate::app::{ByPtr, FocusTarget, Review, ReviewAction, State};
use crate::model::{ArticleId, Project, Schema};
use crate::text::TextRange;
use crate::ui::analysis::Analysis;
use crate::ui::dom::events::chosen;
use crate::ui::dom::focus;
use crate::ui::label_style::{label_class, swatch_of};
use crate::ui::palette::use_highlight;
use crate::ui::widgets::use_dispatcher;
use crate::web::entry_points::EntryPoints as _;

/// The names of the highlights in the style sheet: the place that is shown, and the other side of a pair.
const CURRENT: &str = "suggestion-current";
const OTHER: &str = "suggestion-other";

#[derive(Clone, Properties, PartialEq)]
pub(in crate::ui) struct ReviewCardProps {
    pub(super) review: Review,
    pub(super) project: ByPtr<Project>,
    pub(super) list: ByPtr<SuggestionList>,
}

impl ReviewCardProps {
    /// While the user walks through the suggestions.
    pub(in crate::ui) fn of(state: &State) -> Option<Self> {
        let review = state.mode.review()?.clone();
        Some(Self { review, project: ByPtr(state.project().clone()), list: state.suggestions.list.clone() })
    }
}

/// The card.
#[component]
pub(in crate::ui) fn ReviewCard(props: &ReviewCardProps) -> Html {
    let dispatcher = use_dispatcher();
    let ReviewCardProps { review, project, list } = props;
    let current = &review.current;
    use_highlight(CURRENT, place(review, review.side).as_ref());
    let other = if review.side == 0 { 1 } else { 0 };
    use_highlight(OTHER, place(review, other).as_ref());
    let walk = list.walk(review.by_group);
    let at = walk.iter().position(|one| one.id == current.id).map_or(0, |at| at + 1);
    let class = classes!("inspector", "review", tag_class(project.schema(), current.label.as_ref()));
    html! {
        <section {class} aria-label={words::REGION}>
            <div class="review-head">
                <h3>{ words::kind(current.kind) }</h3>
                { type_select(&dispatcher, project.schema(), review) }
                <span class="muted small">{ words::position(at, walk.len()) }</span>
            </div>
            { speaker(current) }
            { main_buttons(&dispatcher, project, list.group_of(&current.id), review) }
            { Analysis::now().map(|analysis| (analysis.sides)(project, review)).unwrap_or_default() }
            <p class="review-reason">
                // The type of a relation is in the first line.
                if review.relation_type().is_none() { { made(project, current.label.as_ref()) } }
                <span>{ reason(&current.reason) }</span>
                if let Some(score) = words::own_score(current) { <span class="muted small">{ words::score_of(score) }</span> }
            </p>
            { other_buttons(&dispatcher, review) }
        </section>
    }
}

fn place(review: &Review, side: usize) -> Option<(ArticleId, Vec<TextRange>)> {
    review.current.spans.get(side).map(|span| (span.article.clone(), vec![span.range]))
}

fn tag_class(schema: &Schema, label: Option<&SuggestedLabel>) -> Option<String> {
    match label {
        Some(SuggestedLabel::Label(label)) => label_class(schema, label),
        _ => None,
    }
}

/// Who says it, if that is what is suggested.
fn speaker(current: &Suggestion) -> Html {
    match &current.value {
        Some(SuggestedValue::Speaker { name, attribution, .. }) => {
            html! { <p class="review-speaker">{ words::speaker(name, *attribution) }</p> }
        }
        _ => Html::default(),
    }
}

/// What accepting would make.
pub(super) fn made(project: &Project, label: Option<&SuggestedLabel>) -> Html {
    let swatch = match label {
        Some(SuggestedLabel::Label(id)) => swatch_of(project.schema(), Some(id)),
        _ => Html::default(),
    };
    let class = classes!("review-label", tag_class(project.schema(), label));
    match label {
        Some(label) => html! { <b {class}>{ swatch }{ words::label(project, Some(label)) }</b> },
        None => Html::default(),
    }
}

/// The relation type that would be made.
fn type_select(dispatcher: &crate::app::Dispatcher, schema: &Rc<Schema>, review: &Review) -> Html {
    let Some(current) = review.relation_type() else { return Html::default() };
    let dispatcher = dispatcher.clone();
    let onchange = Callback::from(move |event: Event| {
        if let Some(id) = chosen(&event) {
            dispatcher.dispatch(ReviewAction::Retype(id.as_str().into()));
        }
    });
    let option = |kind: &crate::model::RelationType| {
        let selected = kind.id == *current;
        html! { <option value={kind.id.to_string()} {selected}>{ &kind.name }</option> }
    };
    html! {
        <label class="review-type">
            <span class="visually-hidden">{ words::RELATION_TYPE }</span>
            <select ref={focus::target(FocusTarget::ReviewType)} {onchange}>{ for schema.relation_types.iter().map(option) }</select>
        </label>
    }
}
