//! Widgets: one implementation of each, with keyboard and ARIA as the ARIA Authoring Practices describe them.

mod button;
mod combobox;
mod dialog;
mod dispatcher;
mod field;
mod long_list;
mod menu;
mod nothing;
mod popover;
mod select;
mod tabs;
mod toolbar;
mod web_link;

pub(super) use button::{button, keep_focus, on};
pub(super) use combobox::{Choice, ComboOption, Combobox};
pub(super) use dialog::{Dialog, DialogError, close_dialog_now};
pub(super) use dispatcher::use_dispatcher;
pub(super) use field::Field;
pub(super) use long_list::{LongList, Row, RowPlace, RowSource, Rows};
pub(super) use menu::menu_keys;
pub(super) use nothing::nothing;
pub(super) use popover::{close_popover, popover_keys};
pub(super) use select::{ArticleSelect, SelectOption, select};
pub(super) use tabs::{TabItem, Tabs, tabs};
pub(super) use toolbar::toolbar_keys;
pub(super) use web_link::web_link;
