//! The entry points of the runtime into the part [`Part::Documents`].

use super::Store;
use crate::app::messages::documents as words;
use crate::format::archive::{self, ArchiveProblem, Entry, EntryProblem, Packed};
use crate::format::documents::{self, Document, DocumentKind, DocumentProblem, WordPart, word};
use crate::web::entry_points::{EntryPoints, entry_points};
use crate::web::parts::{self, Part};

/// The entry points.
pub(super) struct Documents {
    /// Reads the text of a web page or a Markdown page.
    pub(super) read: fn(DocumentKind, &str) -> Document,
    /// The label of the encoding that a web page says it has.
    pub(super) declared_charset: fn(&[u8]) -> Option<String>,
    /// Reads the text of a Word document from its parts.
    pub(super) read_word: fn(&[WordPart]) -> Result<Document, DocumentProblem>,
    /// Whether a part of a Word document is needed for its text.
    pub(super) is_part_of_word: fn(&str) -> bool,
    /// Whether the files with these names are those of an office document.
    pub(super) is_office: fn(&[Entry<'_>]) -> bool,
    /// The files of an archive.
    pub(super) entries: for<'a> fn(&'a [u8]) -> Result<Vec<Entry<'a>>, ArchiveProblem>,
    /// Returns the decompressed content of a file if it is what the archive says of it.
    pub(super) check: fn(&Packed<'_>, Vec<u8>) -> Result<Vec<u8>, EntryProblem>,
}

static DOCUMENTS: Documents = Documents {
    read: |kind, text| match kind {
        DocumentKind::Markdown => documents::read_markdown(text),
        DocumentKind::Html | DocumentKind::PlainText | DocumentKind::Word => documents::read_html(text),
    },
    declared_charset: documents::declared_charset,
    read_word: word::read,
    is_part_of_word: word::is_needed,
    is_office: word::is_office,
    entries: archive::entries,
    check: |packed, content| packed.check(content),
};

entry_points!(Documents, Documents, &DOCUMENTS, install_documents);

impl Store {
    /// The entry points, when the part is there.
    ///
    /// # Errors
    /// When it does not come, as a message.
    pub(super) async fn documents() -> Result<&'static Documents, String> {
        parts::request(Part::Documents);
        parts::wait(Part::Documents).await;
        Documents::now().ok_or_else(|| words::NOT_LOADED.to_owned())
    }
}
