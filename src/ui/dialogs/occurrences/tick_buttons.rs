//! The buttons that tick and untick occurrences together.

use yew::prelude::*;

use crate::app::messages::occurrences as words;
use crate::app::{Dispatcher, OccurrenceAction};
use crate::model::ArticleId;
use crate::ui::widgets::on;

/// The buttons that tick and untick all occurrences, of one article or of all. `of` says which, for their names.
pub(super) fn tick_buttons(dispatcher: &Dispatcher, article: Option<&ArticleId>, of: &str) -> Html {
    let button = |text: &'static str, is_on: bool| {
        let action = OccurrenceAction::TickAll(article.cloned(), is_on);
        html! {
            <button type="button" class="quiet" aria-label={words::tick_all(text, of)} onclick={on(dispatcher, action)}>{ text }</button>
        }
    };
    html! { <>{ button(words::TICK, true) }{ button(words::UNTICK, false) }</> }
}
