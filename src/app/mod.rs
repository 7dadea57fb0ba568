//! What the page is, without a browser.

pub mod messages;
