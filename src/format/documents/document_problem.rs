//! Why a document cannot be read.

/// Why a document cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DocumentProblem {
    /// The archive has no part with the text of a Word document.
    NotWord,
    /// The elements of a part of a Word document are nested too deep.
    TooDeep {
        /// The name of the part.
        part: String,
        /// How deep they may be nested.
        most: usize,
    },
    /// A part of a Word document is not XML.
    Xml {
        /// The name of the part.
        part: String,
        /// What is wrong, with the line and column, as the parser says it in English; empty if it is not a text.
        reason: String,
    },
}
