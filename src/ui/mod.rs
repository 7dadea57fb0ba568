//! The page: Yew components, a folder for each part of it, and the store that they look at.

mod announcer;
mod api_host;
mod app;
mod attribute_palette;
mod attributes;
mod backup;
mod banner;
mod commands;
mod dialogs;
mod entity_offer;
mod entity_picker;
mod exporting;
mod header;
mod incoming;
mod keys;
mod label_style;
mod linking;
mod links;
mod palette;
mod place;
pub mod projects;
mod reader;
mod search;
mod shared;
mod side;
pub mod store;
mod web_link;
mod wording;

pub use api_host::install_api;
pub use app::{App, AppProps};
