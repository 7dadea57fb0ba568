//! The files that are not added, and why.

use yew::prelude::*;

use super::view::View;
use crate::app::IncomingAction;
use crate::app::incoming::RefusedFile;
use crate::app::messages::add_articles as words;

/// The files that are not added. Some can be added as plain text.
pub(super) fn refused(view: &View, files: &[RefusedFile]) -> Html {
    let item = |(index, file): (usize, &RefusedFile)| {
        let button = file.as_text.map(|number| {
            let (dispatcher, drafts) = (view.dispatcher.clone(), view.drafts.clone());
            let onclick = Callback::from(move |_: MouseEvent| {
                drafts.set_changed();
                dispatcher.dispatch(IncomingAction::ReadAsText(number));
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
