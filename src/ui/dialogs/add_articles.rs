//! Texts on their way into the project: each gets its title, source and date, one after the other.

use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use super::edit_article::{fields, read_fields};
use super::frame::Frame;
use crate::app::messages::counts::mebibytes;
use crate::app::messages::errors;
use crate::edit::{Command, NewArticle};
use crate::text::{Text, normalise};
use crate::ui::shared::{Shared, counted, use_store};
use crate::ui::store::{Action, IncomingText};

#[derive(Properties, PartialEq)]
pub(super) struct AddArticlesProps {
    pub(super) texts: Shared<Vec<IncomingText>>,
}

/// Asks what is known about each text, and adds them all as one change.
#[component]
pub(super) fn AddArticles(props: &AddArticlesProps) -> Html {
    let store = use_store();
    let ready = use_state(Vec::<NewArticle>::new);
    let problem = use_state(String::new);
    let pasted = use_node_ref();
    let all = props.texts.len();
    let at = ready.len().min(all.saturating_sub(1));
    let Some(incoming) = props.texts.get(at) else { return html! {} };
    let is_paste = incoming.text.is_empty() && incoming.title.is_empty();
    let onsubmit = {
        let (incoming, ready, problem, pasted) = (incoming.clone(), ready, problem.setter(), pasted.clone());
        let store = store;
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let text = if is_paste { pasted_text(&pasted) } else { incoming.text.clone() };
            let Some(fields) = read_fields(&event) else { return };
            if text.trim().is_empty() {
                return problem.set("There is no text in it.".to_owned());
            }
            if text.len() > Text::MAX_BYTES {
                let most = mebibytes(Text::MAX_BYTES);
                return problem.set(format!("It is longer than {most}: divide it into several texts."));
            }
            let article = NewArticle { id: None, index: None, fields, text: Text::new(text) };
            let mut articles = (*ready).clone();
            articles.push(article);
            problem.set(String::new());
            if articles.len() < all {
                return ready.set(articles);
            }
            match store.perform(Command::AddArticles(articles)) {
                Ok(_) => store.dispatch(Action::Open(None)),
                Err(error) => problem.set(errors::edit(&error)),
            }
        })
    };
    let heading = if all > 1 { format!("Add article {} of {all}", at + 1) } else { "Add article".to_owned() };
    let button = if at + 1 < all {
        "Next"
    } else if all > 1 {
        "Add articles"
    } else {
        "Add article"
    };
    html! {
        <Frame {heading} class="wide">
            <form {onsubmit} key={at}>
                { fields(&incoming.title, "", "", "") }
                { if is_paste { paste_field(&pasted) } else { preview(incoming) } }
                <p class="problem" role="alert">{ (*problem).clone() }</p>
                <div class="dialog-actions"><button type="submit" class="primary">{ button }</button></div>
            </form>
        </Frame>
    }
}

fn pasted_text(field: &NodeRef) -> String {
    let value = field.cast::<HtmlTextAreaElement>().map(|field| field.value()).unwrap_or_default();
    normalise(&value).text
}

fn paste_field(field: &NodeRef) -> Html {
    html! { <label class="field"><span>{ "Text" }</span><textarea ref={field} name="text" rows="12" class="paste" placeholder="Paste the article's text here" /></label> }
}

/// How much of a text is shown before it is added, in code points.
const PREVIEW: usize = 600;

fn preview(incoming: &IncomingText) -> Html {
    let shown: String = incoming.text.chars().take(PREVIEW).collect();
    let more = if shown.len() < incoming.text.len() { "…" } else { "" };
    let mut remarks = vec![counted(incoming.text.chars().count(), "character", "characters")];
    remarks.extend(incoming.remarks.iter().cloned());
    html! {
        <>
            <p class="muted remarks">{ remarks.join(" · ") }</p>
            <div class="preview" tabindex="0" role="region" aria-label="Beginning of the text">{ shown }{ more }</div>
        </>
    }
}
