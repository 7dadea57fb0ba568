//! The page: Yew components. They get slices of the state as props and a `Dispatcher`, and hold only what is purely theirs:
//! an open menu, a half-typed field.

mod active_label;
mod analysis;
mod app;
mod article_groups;
mod banners;
mod claims_board;
mod dialogs;
mod dom;
mod early_keys;
mod effects;
mod formats;
mod full_text;
mod header;
mod highlights;
mod keys;
mod label_style;
mod later;
mod minimap;
mod notice_bar;
mod opening_bar;
mod page;
mod palette;
mod panels;
mod part_banner;
mod reader;
mod suggestions;
mod use_entry_points;
mod widgets;

pub use analysis::install_analysis;
pub use app::{App, AppProps};
pub use formats::install_formats;
pub use later::install_later;
pub use use_entry_points::come_in_turn;
