//! The entry points of the page into the part [`Part::Later`](crate::web::parts::Part).

use web_sys::{Element, KeyboardEvent};
use yew::prelude::*;

use super::analysis::BoardPlace;
use super::banners::Banners;
use super::claims_board::BoardProps;
use super::dialogs::{Dialogs, DialogsProps, shows_notices};
use super::early_keys;
use super::effects;
use super::full_text::FullText;
use super::highlights::{Highlights, HighlightsProps};
use super::keys;
use super::minimap::{Minimap, MinimapProps};
use super::notice_bar::NoticeBar;
use super::opening_bar::opening_bar;
use super::palette::{AttributePalette, AttributePaletteProps, Palette, PaletteProps};
use super::panels::{
    ArticlesPanel, ArticlesPanelProps, SearchResultsProps, Separators, SidePanel, SidePanelProps, search_results,
};
use super::reader::{
    EntityOffer, EntityOfferProps, Made, RelationOverlay, RelationOverlayProps, relation_popover, select, shown_ends,
    word_under,
};
use crate::app::keys::KeyPress;
use crate::app::messages::summaries;
use crate::app::{Cursor, Dispatcher, State, UiEffect};
use crate::edit::Summary;
use crate::model::Article;
use crate::text::{ByteOffset, Text, TextRange};
use crate::web::entry_points::entry_points;

/// The entry points.
pub(super) struct Later {
    /// What a transaction has done, in words.
    pub(super) summary: fn(&Summary) -> String,
    /// Whether a label would act on something.
    pub(super) can_tag: fn(&State) -> bool,
    /// What is between the header and the articles.
    pub(super) banners: fn(&State) -> Html,
    /// The answers below the search field.
    pub(super) search_results: fn(&Dispatcher, &SearchResultsProps) -> Html,
    /// The articles panel.
    pub(super) articles: fn(&State) -> Html,
    /// The separators of the panels.
    pub(super) separators: fn(&State) -> Html,
    /// The claims board.
    pub(super) board: fn(&State) -> Html,
    /// The minimap of a column.
    pub(super) minimap: fn(MinimapProps) -> Html,
    /// The offer to link a mention, over the reader.
    pub(super) entity_offer: fn(&State) -> Html,
    /// The right-hand panel.
    pub(super) side: fn(&State) -> Html,
    /// The palettes, and what is shown of relations over the text.
    pub(super) over_text: fn(&State) -> Html,
    /// Dialogs and messages.
    pub(super) dialogs: fn(&State) -> Html,
    /// Runs an effect at once, or returns it because it needs the next render.
    pub(super) run_at_once: fn(&Dispatcher, &State, UiEffect) -> Option<UiEffect>,
    /// Runs effects after a render.
    pub(super) run_rendered: fn(&State, Vec<UiEffect>),
    /// Makes something the selection.
    pub(super) select: fn(&Dispatcher, Cursor, Made),
    /// The ends of the selection as they are shown.
    pub(super) shown_ends: fn(&Text, &Cursor) -> (ByteOffset, ByteOffset),
    /// The word under the pointer.
    pub(super) word_under: fn(&Article, &Element, ByteOffset, f64) -> TextRange,
    /// A key that no widget has taken.
    pub(super) key_pressed: fn(&Dispatcher, &KeyboardEvent),
    /// A key that was pressed before the part was there.
    pub(super) key_pressed_before: fn(&Dispatcher, &KeyboardEvent, &KeyPress),
}

static LATER: Later = Later {
    summary: summaries::summary,
    can_tag: State::can_tag,
    banners: |state| html! { <Banners session={state.session.clone()} backup={state.backup.clone()} /> },
    search_results,
    articles: |state| html! { <ArticlesPanel ..ArticlesPanelProps::of(state) /> },
    separators: |state| html! { <Separators panels={state.resizable_panels()} /> },
    board: |state| html! { <BoardPlace key={format!("board {}", state.generation)} ..BoardProps::of(state) /> },
    minimap: |props| html! { <Minimap ..props /> },
    entity_offer: |state| html! { <EntityOffer ..EntityOfferProps::of(state) /> },
    side: |state| html! { <SidePanel key={format!("side {}", state.generation)} ..SidePanelProps::of(state) /> },
    over_text,
    dialogs: |state| {
        html! {
            <>
                <Dialogs ..DialogsProps::of(state) />
                <NoticeBar notice={state.notice.clone().filter(|_| !shows_notices(state.dialog.as_ref()))} />
                { opening_bar(state) }
                <FullText />
            </>
        }
    },
    run_at_once: effects::run_at_once,
    run_rendered: effects::run_rendered,
    select,
    shown_ends,
    word_under,
    key_pressed: keys::key_pressed,
    key_pressed_before: early_keys::key_pressed_before,
};

fn over_text(state: &State) -> Html {
    html! {
        <>
            <Palette ..PaletteProps::of(state) />
            <AttributePalette ..AttributePaletteProps::of(state) />
            if !state.board.is_shown {
                <RelationOverlay ..RelationOverlayProps::of(state) />
            }
            { relation_popover(state) }
            <Highlights ..HighlightsProps::of(state) />
        </>
    }
}

entry_points!(Later, Later, &LATER, install_later);
