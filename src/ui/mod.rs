//! The page: Yew components. They get slices of the state as props and a `Dispatcher`, and hold only what is purely theirs:
//! an open menu, a half-typed field.

mod active_label;
mod app;
mod article_groups;
mod banners;
mod claims_board;
mod dialogs;
mod dom;
mod full_text;
mod header;
mod label_style;
mod minimap;
mod notice_bar;
mod page;
mod palette;
mod panels;
mod reader;
mod suggestions;
mod widgets;

pub use app::{App, AppProps};
