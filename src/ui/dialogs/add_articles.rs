//! Adding articles: each text gets its title, source and date, one after the other.

use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use super::article_fields::{FieldValues, fields, read_fields};
use crate::app::messages::{articles as words, errors};
use crate::app::{ByPtr, Dispatcher, IncomingText, ViewAction};
use crate::edit::{ArticleFields, Command, NewArticle};
use crate::text::{Text, normalise};
use crate::ui::widgets::{Dialog, use_dispatcher};

/// How much of a text is shown before it is added, in code points.
const PREVIEW: usize = 600;

#[derive(Clone, Properties, PartialEq)]
pub(in crate::ui) struct AddArticlesProps {
    pub(super) texts: ByPtr<Vec<IncomingText>>,
}

/// Asks for the fields of each text, and adds all texts as one change.
#[component]
pub(super) fn AddArticlesDialog(props: &AddArticlesProps) -> Html {
    let dispatcher = use_dispatcher();
    let ready = use_state(Vec::<NewArticle>::new);
    let problem = use_state_eq(String::new);
    let pasted = use_node_ref();
    let count = props.texts.len();
    let at = ready.len().min(count.saturating_sub(1));
    let Some(incoming) = props.texts.get(at) else { return Html::default() };
    let onsubmit = {
        let (incoming, ready, problem, pasted) = (incoming.clone(), ready, problem.setter(), pasted.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let text = if incoming.is_to_paste() { pasted_text(&pasted) } else { incoming.text.clone() };
            let Some(fields) = read_fields(&event) else { return };
            let article = match article(fields, text) {
                Ok(article) => article,
                Err(reason) => return problem.set(reason),
            };
            let articles: Vec<NewArticle> = ready.iter().cloned().chain([article]).collect();
            problem.set(String::new());
            if articles.len() < count {
                ready.set(articles);
            } else if let Err(reason) = add(&dispatcher, articles) {
                problem.set(reason);
            }
        })
    };
    html! {
        <Dialog heading={heading(at, count)} class="wide">
            <form {onsubmit} key={at}>
                { fields(FieldValues { title: &incoming.title, ..Default::default() }) }
                { if incoming.is_to_paste() { paste_field(&pasted) } else { preview(incoming) } }
                <p class="problem" role="alert">{ (*problem).clone() }</p>
                <div class="dialog-actions"><button type="submit" class="primary">{ submit_text(at, count) }</button></div>
            </form>
        </Dialog>
    }
}

fn heading(at: usize, count: usize) -> String {
    if count > 1 { words::add_one_of(at + 1, count) } else { words::ADD.to_owned() }
}

fn submit_text(at: usize, count: usize) -> &'static str {
    if at + 1 < count {
        words::NEXT
    } else if count > 1 {
        words::ADD_ALL
    } else {
        words::ADD
    }
}

fn pasted_text(field: &NodeRef) -> String {
    let value = field.cast::<HtmlTextAreaElement>().map(|field| field.value()).unwrap_or_default();
    normalise(&value).text
}

/// A text with its fields as an article, or why it cannot be one, as a message.
fn article(fields: ArticleFields, text: String) -> Result<NewArticle, String> {
    if text.trim().is_empty() {
        return Err(words::NO_TEXT.to_owned());
    }
    if text.len() > Text::MAX_BYTES {
        return Err(words::too_long(Text::MAX_BYTES));
    }
    Ok(NewArticle { id: None, index: None, fields, text: Text::new(text) })
}

fn add(dispatcher: &Dispatcher, articles: Vec<NewArticle>) -> Result<(), String> {
    let added = dispatcher.perform(Command::AddArticles(articles));
    added.map_err(|error| errors::sentence(&errors::edit(&error)))?;
    dispatcher.dispatch(ViewAction::Open(None));
    Ok(())
}

fn paste_field(field: &NodeRef) -> Html {
    html! {
        <label class="field">
            <span>{ words::TEXT }</span>
            <textarea ref={field} name="text" rows="12" class="paste" placeholder={words::TEXT_PLACEHOLDER} />
        </label>
    }
}

/// The beginning of a text, its length, and what was changed or guessed while it was read.
fn preview(incoming: &IncomingText) -> Html {
    let shown: String = incoming.text.chars().take(PREVIEW).collect();
    let more = if shown.len() < incoming.text.len() { "…" } else { "" };
    let mut remarks = vec![words::characters(incoming.text.chars().count())];
    remarks.extend(incoming.remarks.iter().cloned());
    html! {
        <>
            <p class="muted remarks">{ remarks.join(" · ") }</p>
            <div class="preview" tabindex="0" role="region" aria-label={words::PREVIEW}>{ shown }{ more }</div>
        </>
    }
}
