//! What is known about an article: title, source, date, language, attributes, status, note; and removing it.

use std::collections::BTreeMap;

use wasm_bindgen::JsCast;
use web_sys::{FormData, HtmlFormElement};
use yew::prelude::*;

use super::frame::Frame;
use crate::app::messages::errors;
use crate::app::messages::names::status as status_name;
use crate::edit::{ArticleFields, AttributePatch, Command};
use crate::model::{Article, ArticleId, ArticleStatus, AttributeValue};
use crate::ui::attributes::{Field, Target, asked_of_article};
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
    // Not a state: the Enter key sends the form before a field's change could be drawn.
    let values = use_mut_ref(|| article.attributes.clone());
    let redraw = use_force_update();
    let state = store.state();
    let status = state.project().status(article);
    let onsubmit = {
        let (store, article, problem, values) = (store.clone(), article.clone(), problem.setter(), values.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let Some(mut fields) = read_fields(&event) else { return };
            fields.attributes = difference(&article.attributes, &values.borrow());
            // Left as it was, the status goes on following the tags.
            fields.status = fields.status.filter(|said| *said != status);
            match store.perform(Command::EditArticle(article.id.clone(), fields)) {
                Ok(_) => store.dispatch(Action::Open(None)),
                Err(error) => problem.set(errors::edit(&error)),
            }
        })
    };
    let remove = remove(&store, article.id.clone());
    let set = {
        let values = values.clone();
        Callback::from(move |(name, value): (String, Option<AttributeValue>)| {
            let mut values = values.borrow_mut();
            match value {
                Some(value) => values.insert(name, value),
                None => values.remove(&name),
            };
            redraw.force_update();
        })
    };
    let target = Target::Form(set);
    let asked = asked_of_article(state.project(), &values.borrow()).into_iter().enumerate().map(|(i, asked)| {
        let key = asked.attribute.name.clone();
        html! { <Field {key} target={target.clone()} {asked} id={format!("article-attribute-{i}")} /> }
    });
    html! {
        <Frame heading="About this article">
            <form {onsubmit}>
                { fields(&article.title, &article.source, &article.date, &article.language) }
                <div class="attributes">{ for asked }{ status_field(status) }</div>
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

fn status_field(status: ArticleStatus) -> Html {
    html! {
        <label class="attribute">
            <span class="attribute-name">{ "Status" }</span>
            <select name="status">
                { for ArticleStatus::ALL.into_iter().map(|one| html! {
                    <option value={one.name()} selected={one == status}>{ status_name(one) }</option>
                }) }
            </select>
        </label>
    }
}

/// What turns some values into others.
fn difference(before: &BTreeMap<String, AttributeValue>, after: &BTreeMap<String, AttributeValue>) -> AttributePatch {
    let gone = before.keys().filter(|name| !after.contains_key(*name)).map(|name| (name.clone(), None));
    let new = after.iter().filter(|(name, value)| before.get(*name) != Some(*value));
    gone.chain(new.map(|(name, value)| (name.clone(), Some(value.clone())))).collect()
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
        status: ArticleStatus::ALL.into_iter().find(|status| status.name() == read("status")),
        ..Default::default()
    })
}
