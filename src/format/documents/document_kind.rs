//! What kind of document a file is, by its content and name.

use crate::format::FileKind;

/// How the text of an article is taken out of a file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DocumentKind {
    /// All of it is the text.
    #[default]
    PlainText,
    /// It is a web page.
    Html,
    /// It is a Markdown page.
    Markdown,
    /// It is a Word document.
    Word,
}

impl DocumentKind {
    /// The kinds that a file of text can be read as.
    pub const OF_TEXTS: [Self; 3] = [Self::PlainText, Self::Html, Self::Markdown];

    /// The name in the page.
    pub fn name(self) -> &'static str {
        match self {
            Self::PlainText => "text",
            Self::Html => "html",
            Self::Markdown => "markdown",
            Self::Word => "word",
        }
    }

    /// The kind of text of this name.
    pub fn find(name: &str) -> Option<Self> {
        Self::OF_TEXTS.into_iter().find(|kind| kind.name() == name)
    }

    /// How a file is read, by its name and by what its content shows; with the beginning of it.
    pub fn of(file_name: &str, content: Option<FileKind>, head: &[u8]) -> Self {
        let extension = file_name.rsplit_once('.').map(|(_, extension)| extension.to_lowercase());
        match (content, extension.as_deref()) {
            (Some(FileKind::Html), _) => Self::Html,
            // Other archives are unpacked before.
            (Some(FileKind::Word | FileKind::Archive), _) if head.starts_with(b"PK\x03\x04") => Self::Word,
            (None, Some("md" | "markdown" | "mkd")) => Self::Markdown,
            _ => Self::PlainText,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_content_counts_before_the_name() {
        let of = |name: &str, kind: Option<FileKind>| DocumentKind::of(name, kind, b"PK\x03\x04");
        assert_eq!(of("a.txt", Some(FileKind::Html)), DocumentKind::Html);
        assert_eq!(of("a", Some(FileKind::Word)), DocumentKind::Word);
        assert_eq!(DocumentKind::of("a.gz", Some(FileKind::Archive), b"\x1f\x8b"), DocumentKind::PlainText);
        assert_eq!(of("A.MD", None), DocumentKind::Markdown);
        assert_eq!(of("a.md", Some(FileKind::Json)), DocumentKind::PlainText);
        assert_eq!(of("a.txt", None), DocumentKind::PlainText);
        for kind in DocumentKind::OF_TEXTS {
            assert_eq!(DocumentKind::find(kind.name()), Some(kind));
        }
        assert_eq!(DocumentKind::find("word"), None);
    }
}
