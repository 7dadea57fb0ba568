//! The files that are not added, and why.

use yew::prelude::*;

use super::drafts::ArticleField;
use super::view::View;
use crate::app::IncomingAction;
use crate::app::incoming::RefusedFile;
use crate::app::messages::add_articles as words;

/// The files that are not added. Some can be added as plain text.
pub(super) fn refused(view: &View, files: &[RefusedFile]) -> Html {
    let item = |(index, file): (usize, &RefusedFile)| {
        let button = file.as_text.map(|number| {
            let view = view.clone();
            let onclick = Callback::from(move |_: MouseEvent| {
                view.drafts.set_changed();
                view.focus.set_next(ArticleField::Title.id(number));
                view.dispatcher.dispatch(IncomingAction::ReadAsText(number));
            });
            html! { <button type="button" aria-label={words::as_text(&file.name)} {onclick}>{ words::AS_TEXT }</button> }
        });
        html! { <li key={index}><span>{ &file.message }</span>{ for button }</li> }
    };
    html! {
        <div class="refused" role="alert">
            if !files.is_empty() {
                <h3>{ words::REFUSED }</h3>
                <ul>{ for files.iter().enumerate().map(item) }</ul>
            }
        </div>
    }
}
