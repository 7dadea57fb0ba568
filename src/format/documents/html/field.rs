//! What a web page may say of itself.

/// A field of an article, or of the page that it is on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Field {
    Title,
    Publisher,
    Author,
    Date,
    Language,
    Url,
}
