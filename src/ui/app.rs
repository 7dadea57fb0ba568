//! The root component: gets each new state and lays the page out.

use std::rc::Rc;

use yew::prelude::*;

use super::banners::Banners;
use super::claims_board::{Board, BoardProps};
use super::dialogs::{Dialogs, shows_notices};
use super::dom::effects::use_effects_before_keys;
use super::dom::live_region::live_region;
use super::full_text::FullText;
use super::header::Header;
use super::label_style;
use super::notice_bar::NoticeBar;
use super::page::{PendingEffects, Root, listeners};
use super::palette::{AttributePalette, Palette};
use super::panels::{ArticlesPanel, SearchPanel, Separators, SidePanel};
use super::reader::{
    EntityOffer, Reader, RelationOverlay, relation_popover, use_counterpart_highlights, use_result_highlights,
};
use super::suggestions::use_suggestion_outlines;
use crate::app::messages::summaries;
use crate::app::{ByPtr, Dispatcher, State};
use crate::web::panic;

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
    use_result_highlights(&dispatcher, &state);
    use_counterpart_highlights(&dispatcher, &state);
    use_suggestion_outlines(&dispatcher, &state);
    if state.editor.history().next_undo().is_some() {
        panic::force("render");
    }
    html! {
        <ContextProvider<Dispatcher> context={dispatcher}>
            { header(&state) }
            <Banners session={state.session.clone()} backup={state.backup.clone()} />
            { main(&state) }
            <Dialogs ..super::dialogs::DialogsProps::of(&state) />
            <NoticeBar notice={state.notice.clone().filter(|_| !shows_notices(state.dialog.as_ref()))} />
            <FullText />
            { live_region() }
        </ContextProvider<Dispatcher>>
    }
}

fn header(state: &State) -> Html {
    let history = state.editor.history();
    let words = |transaction: Option<&Rc<crate::edit::Transaction>>| {
        transaction.map(|transaction| AttrValue::from(summaries::summary(&transaction.summary)))
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
            can_tag={state.can_tag()}
            active={super::active_label::ActiveLabel::of(state)}
            chord={state.chord.clone()}
        />
    }
}

fn main(state: &State) -> Html {
    let is_choosing_end = state.mode.relation().is_some_and(|relation| relation.kind.is_some());
    let class = classes!(
        "desk",
        state.side_hidden().then_some("side-hidden"),
        state.left_hidden().then_some("left-hidden"),
        is_choosing_end.then_some("choosing")
    );
    html! {
        <main {class}>
            <div class="left" id="left">
                <SearchPanel ..super::panels::SearchPanelProps::of(state) />
                <ArticlesPanel ..super::panels::ArticlesPanelProps::of(state) />
            </div>
            <Separators panels={state.resizable_panels()} />
            if state.board.is_shown {
                <Board key={format!("board {}", state.generation)} ..BoardProps::of(state) />
            } else {
                <Reader key={state.generation.to_string()} ..super::reader::ReaderProps::of(state) />
                <EntityOffer ..super::reader::EntityOfferProps::of(state) />
            }
            <SidePanel key={format!("side {}", state.generation)} ..super::panels::SidePanelProps::of(state) />
            <Palette ..super::palette::PaletteProps::of(state) />
            <AttributePalette ..super::palette::AttributePaletteProps::of(state) />
            if !state.board.is_shown {
                <RelationOverlay ..super::reader::RelationOverlayProps::of(state) />
            }
            { relation_popover(state) }
        </main>
    }
}
