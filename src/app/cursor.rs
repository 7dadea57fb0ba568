//! The caret and the selection in an article's text.

use crate::model::ArticleId;
use crate::text::{ByteOffset, Snap, TextRange};

/// Direction of a movement or a search.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Direction {
    /// Towards the start of the text.
    Back,
    /// Towards its end.
    Forward,
}

impl Direction {
    /// The opposite direction.
    pub fn reversed(self) -> Self {
        match self {
            Self::Back => Self::Forward,
            Self::Forward => Self::Back,
        }
    }
}

/// An edge of an annotation or of a suggestion.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edge {
    /// Where it starts.
    Start,
    /// Where it ends.
    End,
}

/// The caret in a text, with the selection that ends at it.
#[derive(Clone, Debug, PartialEq)]
pub struct Cursor {
    /// The article.
    pub article: ArticleId,
    /// The fixed end of the selection.
    pub anchor: ByteOffset,
    /// The moving end of the selection, where the caret is.
    pub head: ByteOffset,
    /// How the selection snaps when it is tagged.
    pub snap: Snap,
    /// Whether a pointer made it. The page then shows the snapped selection and does not scroll, because the place was
    /// in view. While keys extend a selection, the page shows the selection itself and scrolls to the caret.
    pub by_pointer: bool,
    /// Whether the caret is at the end of a line that is broken only on the screen, and not at the start of the next line: both are
    /// the same position in the text.
    pub at_line_end: bool,
}

impl Cursor {
    /// A caret without a selection.
    pub fn at(article: ArticleId, position: ByteOffset) -> Self {
        Self { article, anchor: position, head: position, snap: Snap::Words, by_pointer: false, at_line_end: false }
    }

    /// A caret or selection that a pointer has made, from its fixed end to its moving end.
    pub fn by_pointer(article: ArticleId, anchor: ByteOffset, head: ByteOffset, snap: Snap) -> Self {
        Self { article, anchor, head, snap, by_pointer: true, at_line_end: false }
    }

    /// Whether anything is selected.
    pub fn is_selection(&self) -> bool {
        self.anchor != self.head
    }

    /// The selection, before snapping.
    pub fn range(&self) -> TextRange {
        TextRange::new(self.anchor, self.head)
    }
}
