//! The fields of an article besides its text, in the forms that add and edit articles.

use wasm_bindgen::JsCast;
use web_sys::{FormData, HtmlFormElement};
use yew::prelude::*;

use crate::app::messages::articles as words;
use crate::edit::ArticleFields;
use crate::model::ArticleStatus;

/// The values that the fields begin with.
#[derive(Clone, Copy, Default)]
pub(super) struct FieldValues<'a> {
    pub(super) title: &'a str,
    pub(super) source: &'a str,
    pub(super) date: &'a str,
    pub(super) language: &'a str,
}

/// Title, source, date and language.
pub(super) fn fields(values: FieldValues<'_>) -> Html {
    let field = |label: &'static str, name: &'static str, value: &str, placeholder: &'static str| {
        html! {
            <label class="field" key={name}>
                <span>{ label }</span>
                <input type="text" {name} ~defaultValue={value.to_owned()} {placeholder} required={name == "title"} />
            </label>
        }
    };
    html! {
        <>
            { field(words::TITLE, "title", values.title, words::TITLE_PLACEHOLDER) }
            <div class="field-row">
                { field(words::SOURCE, "source", values.source, words::SOURCE_PLACEHOLDER) }
                { field(words::DATE, "date", values.date, words::DATE_PLACEHOLDER) }
                { field(words::LANGUAGE, "language", values.language, words::LANGUAGE_PLACEHOLDER) }
            </div>
        </>
    }
}

/// The values of a form with these fields; of its note and status too, where it has them.
pub(super) fn read_fields(event: &SubmitEvent) -> Option<ArticleFields> {
    let form = event.target()?.dyn_into::<HtmlFormElement>().ok()?;
    let data = FormData::new_with_form(&form).ok()?;
    let read = |name: &str| data.get(name).as_string().unwrap_or_default();
    Some(ArticleFields {
        title: read("title"),
        source: read("source"),
        date: read("date"),
        language: read("language"),
        note: read("note").replace("\r\n", "\n"),
        status: ArticleStatus::ALL.into_iter().find(|status| status.name() == read("status")),
        ..Default::default()
    })
}
