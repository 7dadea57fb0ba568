//! The root component: gets each new state and lays the page out.

use std::rc::Rc;

use yew::prelude::*;

use super::dom::effects::use_effects_before_keys;
use super::dom::live_region::live_region;
use super::header::Header;
use super::label_style;
use super::later::Later;
use super::page::{PendingEffects, Root, listeners};
use super::panels::SearchPanel;
use super::part_banner::PartBanner;
use super::reader::Reader;
use super::use_entry_points::{use_entry_points, use_entry_points_after};
use crate::app::messages::panels;
use crate::app::{ByPtr, Dispatcher, State};
use crate::web::panic;

/// How many frames after the part [`Later`] the panels come, so that a text can be tagged before.
const SIDE_AFTER: usize = 3;
const LISTS_AFTER: usize = 4;

/// Props of [`App`].
#[derive(Properties, PartialEq)]
pub struct AppProps {
    /// The store.
    pub dispatcher: Dispatcher,
}

/// The page.
#[component]
pub fn App(props: &AppProps) -> Html {
    use_effects_before_keys();
    let dispatcher = props.dispatcher.clone();
    let state = use_state(|| dispatcher.state());
    let pending = use_memo((), |()| PendingEffects::default());
    {
        let (set_state, pending) = (state.setter(), (*pending).clone());
        let dispatcher = dispatcher.clone();
        use_effect_with((), move |()| {
            // The state may have changed before the first render.
            set_state.set(dispatcher.state());
            let set_state = Callback::from(move |state: Rc<State>| set_state.set(state));
            dispatcher.connect(Rc::new(Root { dispatcher: dispatcher.clone(), set_state, pending }));
            let listeners = listeners(&dispatcher);
            move || drop(listeners)
        });
    }
    {
        let (state, pending) = ((*state).clone(), (*pending).clone());
        use_effect(move || pending.run(&state));
    }
    let schema = ByPtr(state.project().schema().clone());
    use_effect_with(schema, |schema| label_style::apply(schema));
    let later = use_entry_points::<Later>();
    let (side, lists) = (use_entry_points_after::<Later>(SIDE_AFTER), use_entry_points_after::<Later>(LISTS_AFTER));
    if state.editor.history().next_undo().is_some() {
        panic::force("render");
    }
    html! {
        <ContextProvider<Dispatcher> context={dispatcher}>
            { header(&state, later) }
            <PartBanner />
            { later.map(|later| (later.banners)(&state)).unwrap_or_default() }
            { main(&state, later, side, lists) }
            { later.map(|later| (later.dialogs)(&state)).unwrap_or_default() }
            { live_region() }
        </ContextProvider<Dispatcher>>
    }
}

fn header(state: &State, later: Option<&'static Later>) -> Html {
    let history = state.editor.history();
    let words = |transaction: Option<&Rc<crate::edit::Transaction>>| {
        transaction.zip(later).map(|(transaction, later)| AttrValue::from((later.summary)(&transaction.summary)))
    };
    html! {
        <Header
            title={state.project().title.clone()}
            session={state.session.clone()}
            backup={state.backup.clone()}
            undo={words(history.next_undo())}
            redo={words(history.next_redo())}
            schema={ByPtr(state.project().schema().clone())}
            columns={state.columns()}
            room={state.room()}
            board={state.board.is_shown}
            side_hidden={state.side_hidden()}
            left_hidden={state.left_hidden()}
            can_tag={later.is_some_and(|later| (later.can_tag)(state))}
            active={super::active_label::ActiveLabel::of(state)}
            chord={state.chord.clone()}
        />
    }
}

/// The panels and the articles. Panels that are not loaded yet have their place, so that no text moves when they come.
fn main(state: &State, later: Option<&Later>, side: Option<&Later>, lists: Option<&Later>) -> Html {
    let is_choosing_end = state.mode.relation().is_some_and(|relation| relation.kind.is_some());
    let class = classes!(
        "desk",
        state.side_hidden().then_some("side-hidden"),
        state.left_hidden().then_some("left-hidden"),
        is_choosing_end.then_some("choosing")
    );
    // Always one node: with another number of children, the elements after them would be made anew, and what was scrolled or selected
    // in them would be lost.
    let shown = |later: Option<&Later>, view: fn(&Later) -> fn(&State) -> Html| {
        later.map(|later| view(later)(state)).unwrap_or_default()
    };
    html! {
        <main {class}>
            <div class="left" id="left">
                <SearchPanel ..super::panels::SearchPanelProps::of(state) />
                { shown(lists, |later| later.articles) }
            </div>
            { shown(lists, |later| later.separators) }
            if state.board.is_shown {
                { shown(later, |later| later.board) }
            } else {
                <Reader key={state.generation.to_string()} ..super::reader::ReaderProps::of(state) />
                { shown(later, |later| later.entity_offer) }
            }
            { side.map_or_else(side_placeholder, |later| (later.side)(state)) }
            { shown(later, |later| later.over_text) }
        </main>
    }
}

fn side_placeholder() -> Html {
    html! { <aside class="side" id="side" aria-label={panels::SIDE} aria-busy="true" /> }
}
