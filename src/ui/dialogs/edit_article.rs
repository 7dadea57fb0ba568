//! What is known about an article: title, source, date, language, note; and removing it.

use wasm_bindgen::JsCast;
use web_sys::{FormData, HtmlFormElement};
use yew::prelude::*;

use super::frame::Frame;
use crate::edit::{ArticleFields, Command};
use crate::model::{Article, ArticleId};
use crate::ui::shared::{Shared, use_store};
use crate::ui::store::Action;

#[derive(Properties, PartialEq)]
pub(super) struct EditArticleProps {
    pub(super) article: Shared<Article>,
}

/// Edits what is known about an article.
#[component]
pub(super) fn EditArticle(props: &EditArticleProps) -> Html {
    let store = use_store();
    let article = &props.article;
    let problem = use_state(String::new);
    let onsubmit = {
        let (store, id, problem) = (store.clone(), article.id.clone(), problem.setter());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let Some(fields) = read_fields(&event) else { return };
            match store.perform(Command::EditArticle(id.clone(), fields)) {
                Ok(_) => store.dispatch(Action::Open(None)),
                Err(error) => problem.set(error.to_string()),
            }
        })
    };
    let remove = remove(&store, article.id.clone());
    html! {
        <Frame heading="About this article">
            <form {onsubmit}>
                { fields(&article.title, &article.source, &article.date, &article.language) }
                <label class="field"><span>{ "Note" }</span><textarea name="note" rows="3" ~defaultValue={article.note.clone()} /></label>
                <p class="problem" role="alert">{ (*problem).clone() }</p>
                <div class="dialog-actions">
                    <button type="button" class="danger" onclick={remove}>{ "Remove article" }</button>
                    <button type="submit" class="primary">{ "Keep changes" }</button>
                </div>
            </form>
        </Frame>
    }
}

fn remove(store: &crate::ui::store::Store, id: ArticleId) -> Callback<MouseEvent> {
    let store = store.clone();
    Callback::from(move |_| {
        store.dispatch(Action::Open(None));
        store.dispatch(Action::Edit(Command::RemoveArticle(id.clone())));
    })
}

/// The fields that an article has besides its text.
pub(super) fn fields(title: &str, source: &str, date: &str, language: &str) -> Html {
    let field = |label: &'static str, name: &'static str, value: &str, hint: &'static str| {
        html! { <label class="field" key={name}><span>{ label }</span><input type="text" {name} ~defaultValue={value.to_owned()} placeholder={hint} required={name == "title"} /></label> }
    };
    html! {
        <>
            { field("Title", "title", title, "Its headline") }
            <div class="field-row">
                { field("Source", "source", source, "Who published it") }
                { field("Date", "date", date, "2021-11-28") }
                { field("Language", "language", language, "en") }
            </div>
        </>
    }
}

/// What a form of [`fields`] says.
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
    })
}
