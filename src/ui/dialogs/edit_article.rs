//! The fields of an article: title, source, date, language, attributes, status, note; and removing the article.

use std::collections::BTreeMap;

use yew::prelude::*;

use super::article_fields::{FieldValues, fields, read_fields};
use crate::app::attributes::attributes_of_article;
use crate::app::messages::{articles as words, dialogs, errors};
use crate::app::{ByPtr, Dispatcher, State, ViewAction};
use crate::edit::{ArticleFields, AttributePatch, Command};
use crate::model::{Article, ArticleId, ArticleStatus, AttributeValue, Project};
use crate::ui::panels::attribute_controls::{AttributeControlProps, AttributeTarget, attribute_control};
use crate::ui::widgets::{Dialog, use_dispatcher};

type Values = BTreeMap<String, AttributeValue>;

#[derive(Clone, Properties, PartialEq)]
pub(in crate::ui) struct EditArticleProps {
    project: ByPtr<Project>,
    article: ByPtr<Article>,
    status: ArticleStatus,
}

impl EditArticleProps {
    pub(super) fn of(state: &State, id: &ArticleId) -> Option<Self> {
        let project = state.project();
        let article = project.article(id)?;
        Some(Self { project: project.into(), article: article.into(), status: project.status(article) })
    }
}

/// Edits the fields of an article.
#[component]
pub(super) fn EditArticleDialog(props: &EditArticleProps) -> Html {
    let dispatcher = use_dispatcher();
    let article = &props.article;
    let problem = use_state_eq(String::new);
    // Not a state: the Enter key submits the form before a changed field could be rendered.
    let values = use_mut_ref(|| article.attributes.clone());
    let rerender = use_force_update();
    let onsubmit = {
        let (dispatcher, article, status) = (dispatcher.clone(), article.clone(), props.status);
        let (values, problem) = (values.clone(), problem.setter());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let Some(mut fields) = read_fields(&event) else { return };
            fields.attributes = difference(&article.attributes, &values.borrow());
            // A status that was not changed still follows from the tags.
            fields.status = fields.status.filter(|chosen| *chosen != status);
            if let Err(reason) = save(&dispatcher, article.id.clone(), fields) {
                problem.set(reason);
            }
        })
    };
    let set = {
        let values = values.clone();
        Callback::from(move |(name, value): (String, Option<AttributeValue>)| {
            let mut values = values.borrow_mut();
            match value {
                Some(value) => values.insert(name, value),
                None => values.remove(&name),
            };
            rerender.force_update();
        })
    };
    let shown = attributes_of_article(&props.project, &values.borrow());
    let controls = shown.into_iter().enumerate().map(|(i, shown)| {
        let key = shown.attribute.name.clone();
        let target = AttributeTarget::Form(set.clone());
        let id = format!("article-attribute-{i}").into();
        attribute_control(&dispatcher, key, &AttributeControlProps { target, shown, id, done: Callback::noop() })
    });
    let own = FieldValues {
        title: &article.title,
        source: &article.source,
        date: &article.date,
        language: &article.language,
    };
    html! {
        <Dialog heading={words::DETAILS}>
            <form {onsubmit}>
                { fields(own) }
                <div class="attributes">{ for controls }{ status_field(props.status) }</div>
                <label class="field"><span>{ words::NOTE }</span><textarea name="note" rows="3" ~defaultValue={article.note.clone()} /></label>
                <p class="problem" role="alert">{ (*problem).clone() }</p>
                <div class="dialog-actions">
                    <button type="button" class="danger" onclick={remove(&dispatcher, article.id.clone())}>{ words::REMOVE }</button>
                    <button type="submit" class="primary">{ dialogs::SAVE }</button>
                </div>
            </form>
        </Dialog>
    }
}

fn status_field(status: ArticleStatus) -> Html {
    let option = |one: ArticleStatus| {
        html! { <option value={one.name()} selected={one == status}>{ words::status(one) }</option> }
    };
    html! {
        <label class="attribute">
            <span class="attribute-name">{ words::STATUS }</span>
            <select name="status">{ for ArticleStatus::ALL.into_iter().map(option) }</select>
        </label>
    }
}

/// What turns some values into others.
fn difference(before: &Values, after: &Values) -> AttributePatch {
    let cleared = before.keys().filter(|name| !after.contains_key(*name)).map(|name| (name.clone(), None));
    let changed = after.iter().filter(|(name, value)| before.get(*name) != Some(*value));
    cleared.chain(changed.map(|(name, value)| (name.clone(), Some(value.clone())))).collect()
}

/// Saves the fields and closes the dialog; if they cannot be saved, says why.
fn save(dispatcher: &Dispatcher, article: ArticleId, fields: ArticleFields) -> Result<(), String> {
    let saved = dispatcher.perform(Command::EditArticle(article, fields));
    saved.map_err(|error| errors::sentence(&errors::edit(&error)))?;
    dispatcher.dispatch(ViewAction::Open(None));
    Ok(())
}

fn remove(dispatcher: &Dispatcher, article: ArticleId) -> Callback<MouseEvent> {
    let dispatcher = dispatcher.clone();
    Callback::from(move |_| {
        dispatcher.dispatch(ViewAction::Open(None));
        dispatcher.dispatch(Command::RemoveArticle(article.clone()));
    })
}
