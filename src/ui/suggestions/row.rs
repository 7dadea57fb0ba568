//! The rows of the panel of suggestions: a group that can be opened, or a suggestion.

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::prelude::*;

use crate::analysis::suggestions::{SuggestedLabel, Suggestion};
use crate::app::messages::{review as words, suggestions::reason};
use crate::app::suggestions::first_side;
use crate::app::{ByPtr, Dispatcher, SuggestionAction};
use crate::model::{Article, Project, Schema};
use crate::text::shortened;
use crate::ui::dom::events::{closest, elements};
use crate::ui::dom::focus::give_focus;
use crate::ui::label_style::{label_class, swatch_of};
use crate::ui::panels::text_in_context;
use crate::ui::widgets::{Row, RowPlace, on};

/// How many characters of the other side are shown.
const SHOWN: usize = 160;

/// A row of the panel.
#[derive(Clone, PartialEq)]
pub(super) enum SuggestionRow {
    /// Several suggestions that are decided at once.
    Group {
        /// The key of the group.
        key: String,
        /// Their text.
        text: String,
        /// The first of them.
        first: ByPtr<Suggestion>,
        /// Their ids.
        ids: Vec<String>,
        schema: ByPtr<Schema>,
        is_open: bool,
    },
    /// A suggestion.
    One {
        one: ByPtr<Suggestion>,
        article: ByPtr<Article>,
        /// The article of the other side of a pair.
        other: Option<ByPtr<Article>>,
        schema: ByPtr<Schema>,
        /// Whether it is in an open group.
        is_member: bool,
        /// Whether it was rejected.
        is_rejected: bool,
    },
}

impl SuggestionRow {
    /// The row of a suggestion.
    pub(super) fn one(project: &Project, one: ByPtr<Suggestion>, is_member: bool, is_rejected: bool) -> Option<Self> {
        let article_of = |side: usize| Some(ByPtr::from(project.article(&one.spans.get(side)?.article)?));
        let side = first_side(&one);
        let other = if one.spans.len() > 1 { article_of(1 - side.min(1)) } else { None };
        let (article, schema) = (article_of(side)?, ByPtr::from(project.schema()));
        Some(Self::One { one, article, other, schema, is_member, is_rejected })
    }
}

impl Row for SuggestionRow {
    fn key(&self) -> AttrValue {
        match self {
            Self::Group { key, .. } => key.clone().into(),
            Self::One { one, .. } => one.id.clone().into(),
        }
    }

    fn view(&self, place: RowPlace, dispatcher: &Dispatcher) -> Html {
        let (posinset, setsize) = place.aria();
        match self {
            Self::Group { key, text, first, ids, schema, is_open } => {
                let buttons = decide(dispatcher, ids.clone(), text, false);
                html! {
                    <div role="listitem" aria-posinset={posinset} aria-setsize={setsize} class="suggestion group">
                        <button type="button" class="quiet suggestion-text" data-row="" data-toggle={key.clone()} aria-expanded={is_open.to_string()}>
                            { label(schema, first.label.as_ref()) }
                            <span>{ text }</span>
                            <span class="row-facts">{ words::places(ids.len()) }</span>
                        </button>
                        { buttons }
                    </div>
                }
            }
            Self::One { one, article, other, schema, is_member, is_rejected } => {
                let side = first_side(one);
                let Some(span) = one.spans.get(side) else { return Html::default() };
                let text = article.text.slice(span.range);
                let class = classes!("suggestion", is_member.then_some("member"));
                let show = SuggestionAction::Reveal(one.id.clone());
                let second = one.spans.get(1 - side.min(1)).zip(other.as_ref()).map(|(span, other)| {
                    html! { <span class="row-facts">{ shortened(other.text.slice(span.range), SHOWN) }</span> }
                });
                html! {
                    <div role="listitem" aria-posinset={posinset} aria-setsize={setsize} {class}>
                        <button type="button" class="quiet suggestion-text" data-row="" onclick={on(dispatcher, show)} title={words::SHOW_IN_TEXT}>
                            { label(schema, one.label.as_ref()) }
                            <span>{ text_in_context(article, span.range) }</span>
                            { for second }
                            <span class="row-facts suggestion-reason">
                                <span>{ reason(&one.reason) }</span>
                                { " " }
                                if let Some(score) = words::own_score(one) {
                                    <span title={words::score_of(score)}>{ words::score(score) }</span>
                                }
                            </span>
                        </button>
                        { decide(dispatcher, vec![one.id.clone()], text, *is_rejected) }
                    </div>
                }
            }
        }
    }
}

/// The label that a tag would get.
fn label(schema: &Schema, label: Option<&SuggestedLabel>) -> Html {
    let Some(SuggestedLabel::Label(id)) = label else { return Html::default() };
    let name = schema.label(id).map_or_else(|| id.to_string(), |label| label.name.clone());
    html! { <b class={classes!("suggestion-label", label_class(schema, id))}>{ swatch_of(schema, Some(id)) }{ name }</b> }
}

/// The buttons that decide suggestions.
fn decide(dispatcher: &Dispatcher, ids: Vec<String>, text: &str, is_rejected: bool) -> Html {
    let button = |name: &'static str, action: SuggestionAction| {
        let dispatcher = dispatcher.clone();
        let onclick = Callback::from(move |event: MouseEvent| {
            focus_next(&event);
            dispatcher.dispatch(action.clone());
        });
        html! { <button type="button" {onclick} data-decide={name} aria-label={words::of(name, text)}>{ name }</button> }
    };
    if is_rejected {
        return html! { <span class="suggestion-buttons">{ button(words::RESTORE, SuggestionAction::Restore(ids)) }</span> };
    }
    html! {
        <span class="suggestion-buttons">
            { button(words::ACCEPT, SuggestionAction::Accept(ids.clone())) }
            { button(words::REJECT, SuggestionAction::Reject(ids)) }
        </span>
    }
}

/// A row goes when it is decided, so the focus goes to the same button of the next one.
fn focus_next(event: &MouseEvent) {
    let Some(button) = closest(event.target(), "[data-decide]") else { return };
    let Some(list) = button.closest("[role=list]").ok().flatten() else { return };
    let name = button.get_attribute("data-decide").unwrap_or_default();
    let same = elements(&list, &format!("[data-decide={name}]"));
    let at = same.iter().position(|one| *one == button).unwrap_or_default();
    let next = same.get(at + 1).or(at.checked_sub(1).and_then(|at| same.get(at)));
    match next.and_then(|next| next.dyn_ref::<HtmlElement>()) {
        Some(next) => give_focus(next),
        None => focus_panel(event),
    }
}

/// The button goes with what it decides, so the focus goes to the panel.
pub(super) fn focus_panel(event: &MouseEvent) {
    let panel = closest(event.target(), ".suggestions").and_then(|panel| panel.dyn_into::<HtmlElement>().ok());
    if let Some(panel) = panel {
        give_focus(&panel);
    }
}
