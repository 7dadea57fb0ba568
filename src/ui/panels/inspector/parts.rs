//! The parts of a discontinuous annotation.

use yew::prelude::*;

use crate::app::commands::shown_keys;
use crate::app::messages::inspector as words;
use crate::app::{Dispatcher, PartAction};
use crate::model::{Annotation, Article, Project};
use crate::text::{TextRange, shortened};
use crate::ui::dom::focus::focus_current_text;

/// How many characters of a part are shown.
const SHOWN: usize = 60;

/// The parts, where there are several; and what to do while another one is to be selected.
pub(super) fn parts(dispatcher: &Dispatcher, project: &Project, annotation: &Annotation, is_extended: bool) -> Html {
    let is_discontinuous = annotation.ranges.len() > 1;
    let article = project.article(&annotation.article).filter(|_| is_discontinuous);
    html! {
        <>
            { article.map(|article| list(dispatcher, article, annotation)).unwrap_or_default() }
            if is_extended {
                <p class="muted">{ words::SELECT_PART }<kbd>{ shown_keys("part.keep") }</kbd>{ words::OR_CHOOSE }</p>
            }
        </>
    }
}

/// The parts, each with a button that removes it.
fn list(dispatcher: &Dispatcher, article: &Article, annotation: &Annotation) -> Html {
    let part = |(at, range): (usize, &TextRange)| {
        let text = shortened(article.text.slice(*range), SHOWN);
        let (dispatcher, id) = (dispatcher.clone(), annotation.id.clone());
        let onclick = Callback::from(move |_: MouseEvent| {
            focus_current_text(&dispatcher.state());
            dispatcher.dispatch(PartAction::Remove(id.clone(), at));
        });
        html! {
            <li key={at}>
                <span class="part-text">{ &text }</span>
                <button type="button" class="icon" aria-label={words::remove_part(&text)} title={words::REMOVE_PART} {onclick}>{ "×" }</button>
            </li>
        }
    };
    html! {
        <ol class="parts" aria-label={words::parts(annotation.ranges.len())}>{ for annotation.ranges.iter().enumerate().map(part) }</ol>
    }
}
