//! The texts that the user has taken out, which can be added after all.

use yew::prelude::*;

use super::drafts::ArticleField;
use super::fields::name_of;
use super::view::View;
use crate::app::IncomingAction;
use crate::app::incoming::IncomingText;
use crate::app::messages::add_articles as words;

/// The texts that were taken out, each with a button that puts it back.
pub(super) fn removed(view: &View, texts: &[(usize, IncomingText)]) -> Html {
    let item = |(_, text): &(usize, IncomingText)| {
        let onclick = {
            let (view, number) = (view.clone(), text.number);
            Callback::from(move |_: MouseEvent| {
                view.focus.set_next(ArticleField::Title.id(number));
                view.dispatcher.dispatch(IncomingAction::Restore(number));
            })
        };
        html! {
            <li key={text.number}>
                <span>{ words::removed(name_of(text)) }</span>
                <button type="button" aria-label={words::restore(name_of(text))} {onclick}>{ words::RESTORE }</button>
            </li>
        }
    };
    html! {
        <div class="refused" role="status">
            if !texts.is_empty() {
                <ul>{ for texts.iter().map(item) }</ul>
            }
        </div>
    }
}
