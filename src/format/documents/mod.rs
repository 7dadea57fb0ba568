//! Documents that become articles: web pages, Markdown, Word. The text as it is shown, and where it is in the source.

mod details;
mod document;
mod document_kind;
mod document_problem;
mod front_matter;
mod html;
mod html_in_markdown;
mod markdown;
mod text_builder;
pub mod word;

pub use document::{Document, DocumentDetails, Kept};
pub use document_kind::DocumentKind;
pub use document_problem::DocumentProblem;
pub use html::declared_charset;
pub use word::WordPart;

/// Reads the text of a web page.
pub fn read_html(page: &str) -> Document {
    html::read(page)
}

/// Reads the text of a Markdown page.
pub fn read_markdown(page: &str) -> Document {
    markdown::read(page)
}
