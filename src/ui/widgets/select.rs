//! Selects.

use std::rc::Rc;

use yew::prelude::*;

use crate::model::Article;
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

/// The options of a select of articles: all of them, by this name, or one.
pub(in crate::ui) fn article_options(articles: &[Rc<Article>], all: &str) -> impl Iterator<Item = SelectOption> {
    let articles = articles.iter().map(|article| SelectOption::new(&article.id, article.title.clone()));
    std::iter::once(SelectOption::new("", all)).chain(articles)
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
        html! { <option {value} {selected}>{ name }</option> }
    };
    html! { <select aria-label={label.to_owned()} {onchange}>{ for options.into_iter().map(option) }</select> }
}
