//! Widgets: one implementation of each, with keyboard and ARIA as the ARIA Authoring Practices describe them.

mod button;
mod combobox;
mod dialog;
mod field;
mod long_list;
mod menu;
mod select;
mod tabs;
mod toolbar;
mod web_link;

use yew::prelude::*;

pub(super) use button::{button, keep_focus, on};
pub(super) use combobox::{Choice, ComboOption, Combobox};
pub(super) use dialog::Dialog;
pub(super) use field::Field;
pub(super) use long_list::{LongList, Row, RowPlace, row_keys};
pub(super) use menu::menu_keys;
pub(super) use select::{SelectOption, select};
pub(super) use tabs::{TabItem, Tabs};
pub(super) use toolbar::toolbar_keys;
pub(super) use web_link::web_link;

use crate::app::Dispatcher;

/// The dispatcher, for any component. It never changes, so no component renders again because of it.
#[hook]
pub(super) fn use_dispatcher() -> Dispatcher {
    use_context::<Dispatcher>().unwrap_or_else(super::no_dispatcher)
}
