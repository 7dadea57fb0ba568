//! Selects.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::ByPtr;
use crate::model::{Article, ArticleId};
use crate::ui::dom::events::chosen;

/// An option of a select.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::ui) struct SelectOption {
    /// Its value; empty for "none" or "all".
    pub(in crate::ui) value: String,
    /// What it says.
    pub(in crate::ui) name: String,
}

impl SelectOption {
    /// An option with this value.
    pub(in crate::ui) fn new(value: &(impl ToString + ?Sized), name: impl Into<String>) -> Self {
        Self { value: value.to_string(), name: name.into() }
    }
}

/// A select with this accessible name. `onchoose` gets the chosen value, `None` for the empty one.
pub(in crate::ui) fn select(
    label: &str,
    options: impl IntoIterator<Item = SelectOption>,
    current: Option<&str>,
    onchoose: &Callback<Option<String>>,
) -> Html {
    let onchange = onchoose.reform(|event: Event| chosen(&event));
    let option = |SelectOption { value, name }: SelectOption| {
        let selected = current.unwrap_or_default() == value;
        html! { <option key={value.clone()} {value} {selected}>{ name }</option> }
    };
    html! { <select aria-label={label.to_owned()} {onchange}>{ for options.into_iter().map(option) }</select> }
}

/// The most articles of which a closed select has the options.
const MOST_ALWAYS: usize = 100;

#[derive(Properties, PartialEq)]
pub(in crate::ui) struct ArticleSelectProps {
    /// The accessible name.
    pub(in crate::ui) label: &'static str,
    /// The name of the option for all articles.
    pub(in crate::ui) all: &'static str,
    pub(in crate::ui) articles: ByPtr<Vec<Rc<Article>>>,
    /// The chosen article.
    pub(in crate::ui) current: Option<ArticleId>,
    /// Gets the chosen article, `None` for all.
    pub(in crate::ui) onchoose: Callback<Option<ArticleId>>,
}

/// A select of an article, or all. Of many articles it has the options only while it has the focus or is pressed: thousands of elements
/// would make each change of the page's style slow.
#[component]
pub(in crate::ui) fn ArticleSelect(props: &ArticleSelectProps) -> Html {
    let is_used = use_state_eq(|| false);
    let set_used = |used: bool| {
        let setter = is_used.setter();
        move || setter.set(used)
    };
    let (focused, pressed, left) = (set_used(true), set_used(true), set_used(false));
    let is_complete = *is_used || props.articles.len() <= MOST_ALWAYS;
    let is_there = |article: &&Rc<Article>| is_complete || props.current.as_ref() == Some(&article.id);
    let articles = props.articles.iter().filter(is_there);
    let articles = articles.map(|article| SelectOption::new(&article.id, article.title.clone()));
    let options = std::iter::once(SelectOption::new("", props.all)).chain(articles);
    let onchoose = props.onchoose.reform(|chosen: Option<String>| chosen.map(|id| id.as_str().into()));
    html! {
        <div class="article-select" onfocusin={move |_| focused()} onpointerdown={move |_| pressed()} onfocusout={move |_| left()}>
            { select(props.label, options, props.current.as_ref().map(|id| id.as_str()), &onchoose) }
        </div>
    }
}
