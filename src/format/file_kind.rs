//! Kinds of files that are not simply texts.

/// A kind of file that is not simply a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FileKind {
    /// A PDF.
    Pdf,
    /// PostScript.
    PostScript,
    /// Rich Text Format.
    Rtf,
    /// A document of Word.
    Word,
    /// A document of OpenOffice or LibreOffice.
    OpenDocument,
    /// A spreadsheet.
    Spreadsheet,
    /// Slides.
    Slides,
    /// An older document of an office program; its content does not say which.
    Office,
    /// A book.
    Ebook,
    /// A compressed file or an archive.
    Archive,
    /// A picture.
    Picture,
    /// Sound or video.
    Media,
    /// UTF-32, which browsers do not decode.
    Utf32,
    /// A web page.
    Html,
    /// XML of any kind.
    Xml,
    /// A table: values separated by commas or tabs.
    Table,
    /// YAML.
    Yaml,
    /// Linked data in a text format of RDF.
    Rdf,
    /// An e-mail message.
    Email,
    /// A web page that was saved with its pictures.
    WebArchive,
    /// JSON that is not a project.
    Json,
    /// JSON-LD, such as annotations of the W3C model.
    JsonLd,
    /// JSON Lines, as doccano and Prodigy write them.
    JsonLines,
    /// Annotations of brat.
    Brat,
    /// Tagged words in columns.
    Conll,
    /// Annotations of WebAnno or INCEpTION.
    WebAnno,
    /// Annotations of a UIMA program.
    Uima,
}

impl FileKind {
    /// Whether the content is characters that people may want to read as they are.
    pub fn is_readable(self) -> bool {
        matches!(
            self,
            Self::Html
                | Self::Xml
                | Self::Table
                | Self::Yaml
                | Self::Rdf
                | Self::Email
                | Self::WebArchive
                | Self::Json
                | Self::JsonLd
                | Self::JsonLines
                | Self::Brat
                | Self::Conll
                | Self::WebAnno
                | Self::Uima
        )
    }
}

/// How much of a file is needed to recognise its kind, in bytes.
pub const FILE_HEAD: usize = 16_384;
/// How much of it is needed to recognise the format of annotations, in bytes: a first line may have a whole text.
pub const LONG_FILE_HEAD: usize = 1 << 20;
