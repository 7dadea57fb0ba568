//! What kind of file a user chose as a text, by the beginning of its content and by its name: most files of other programs are
//! not texts, or are not only text.

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
                | Self::JsonLd
                | Self::JsonLines
                | Self::Brat
                | Self::Conll
                | Self::WebAnno
                | Self::Uima
        )
    }
}

/// How much of a file [`file_kind`] needs, in bytes.
pub const FILE_HEAD: usize = 4_096;

/// The first bytes of files.
const SIGNATURES: [(&[u8], FileKind); 29] = [
    (b"%!PS", FileKind::PostScript),
    (b"{\\rtf", FileKind::Rtf),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", FileKind::Office),
    (b"\x1f\x8b", FileKind::Archive),
    (b"BZh", FileKind::Archive),
    (b"\xfd7zXZ\0", FileKind::Archive),
    (b"7z\xbc\xaf\x27\x1c", FileKind::Archive),
    (b"Rar!\x1a\x07", FileKind::Archive),
    (b"\x28\xb5\x2f\xfd", FileKind::Archive),
    (b"\x89PNG\r\n\x1a\n", FileKind::Picture),
    (b"\xff\xd8\xff", FileKind::Picture),
    (b"GIF87a", FileKind::Picture),
    (b"GIF89a", FileKind::Picture),
    (b"II*\0", FileKind::Picture),
    (b"MM\0*", FileKind::Picture),
    (b"\0\0\x01\0", FileKind::Picture),
    (b"AT&TFORM", FileKind::Picture),
    (b"ID3", FileKind::Media),
    (b"\xff\xfb", FileKind::Media),
    (b"\xff\xf3", FileKind::Media),
    (b"OggS", FileKind::Media),
    (b"fLaC", FileKind::Media),
    (b"\x1a\x45\xdf\xa3", FileKind::Media),
    (b"\xff\xfe\0\0", FileKind::Utf32),
    (b"\0\0\xfe\xff", FileKind::Utf32),
    (b"#FORMAT=WebAnno TSV", FileKind::WebAnno),
    (b"<!doctype html", FileKind::Html),
    (b"<html", FileKind::Html),
    (b"<?xml", FileKind::Xml),
];

/// The kinds of text files that only their names tell.
const EXTENSIONS: [(&[&str], FileKind); 9] = [
    (&["html", "htm", "xhtml"], FileKind::Html),
    (&["xml", "tei"], FileKind::Xml),
    (&["csv", "tsv", "tab"], FileKind::Table),
    (&["json"], FileKind::Json),
    (&["jsonld"], FileKind::JsonLd),
    (&["jsonl", "ndjson", "json1", "jl"], FileKind::JsonLines),
    (&["ann", "a1", "a2"], FileKind::Brat),
    (&["conll", "conllu", "conllx", "conll03", "iob", "iob2", "bio", "bioes"], FileKind::Conll),
    (&["xmi"], FileKind::Uima),
];

/// The extensions of texts.
const TEXT_EXTENSIONS: [&str; 5] = ["txt", "text", "md", "markdown", "asc"];

/// Whether a file is a text by its name.
pub fn has_text_extension(name: &str) -> bool {
    extension(name).is_some_and(|extension| TEXT_EXTENSIONS.contains(&extension.as_str()))
}

/// The extension of a file's name, in lower case.
fn extension(name: &str) -> Option<String> {
    name.rsplit_once('.').map(|(_, extension)| extension.to_lowercase())
}

/// What kind of file this is, by its name and at least the first [`FILE_HEAD`] bytes of its content; `None` if it may be a text.
pub fn file_kind(name: &str, content: &[u8]) -> Option<FileKind> {
    let head = &content[..content.len().min(FILE_HEAD)];
    let extension = extension(name).unwrap_or_default();
    if let Some(kind) = by_content(head, &extension) {
        return Some(kind);
    }
    EXTENSIONS.iter().find(|(names, _)| names.contains(&extension.as_str())).map(|(_, kind)| *kind)
}

fn by_content(head: &[u8], extension: &str) -> Option<FileKind> {
    // PDFs may have something before their signature.
    if contains(&head[..head.len().min(1_024)], b"%PDF-") && !TEXT_EXTENSIONS.contains(&extension)
        || head.starts_with(b"%PDF-")
    {
        return Some(FileKind::Pdf);
    }
    if head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06") {
        return Some(zipped(head, extension));
    }
    if head.starts_with(b"RIFF") {
        return Some(if head.get(8..12) == Some(b"WEBP") { FileKind::Picture } else { FileKind::Media });
    }
    if head.get(4..8) == Some(b"ftyp") {
        let is_picture = matches!(head.get(8..12), Some(b"heic" | b"heix" | b"avif" | b"mif1"));
        return Some(if is_picture { FileKind::Picture } else { FileKind::Media });
    }
    if head.starts_with(b"BM") && contains(head, b"\0\0\0") {
        return Some(FileKind::Picture);
    }
    if contains(&head[..head.len().min(80)], b"BOOKMOBI") {
        return Some(FileKind::Ebook);
    }
    let start = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head).trim_ascii_start();
    let has = |signature: &[u8]| {
        let found = start.get(..signature.len());
        found.is_some_and(|found| found.eq_ignore_ascii_case(signature)) || head.starts_with(signature)
    };
    let kind = SIGNATURES.iter().find(|(signature, _)| has(signature)).map(|(_, kind)| *kind)?;
    match kind {
        FileKind::Xml if contains(head, b"<html") || extension.ends_with("html") => Some(FileKind::Html),
        FileKind::Xml if contains(head, b"<xmi:XMI") => Some(FileKind::Uima),
        // Markdown may begin with markup.
        FileKind::Html | FileKind::Xml if extension == "md" || extension == "markdown" => None,
        kind => Some(kind),
    }
}

/// What an archive of the zip format contains, by the names of its first files.
fn zipped(head: &[u8], extension: &str) -> FileKind {
    let contents: [(&[u8], FileKind); 7] = [
        (b"application/epub+zip", FileKind::Ebook),
        (b"application/vnd.oasis.opendocument.spreadsheet", FileKind::Spreadsheet),
        (b"application/vnd.oasis.opendocument.presentation", FileKind::Slides),
        (b"application/vnd.oasis.opendocument", FileKind::OpenDocument),
        (b"word/", FileKind::Word),
        (b"xl/", FileKind::Spreadsheet),
        (b"ppt/", FileKind::Slides),
    ];
    if let Some((_, kind)) = contents.iter().find(|(name, _)| contains(head, name)) {
        return *kind;
    }
    match extension {
        "docx" | "docm" | "dotx" => FileKind::Word,
        "odt" | "ott" => FileKind::OpenDocument,
        "epub" => FileKind::Ebook,
        "xlsx" | "xlsm" | "ods" => FileKind::Spreadsheet,
        "pptx" | "odp" => FileKind::Slides,
        "pages" | "numbers" | "key" => FileKind::Office,
        _ => FileKind::Archive,
    }
}

fn contains(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_recognised_by_their_content() {
        let odt = b"PK\x03\x04............................mimetypeapplication/vnd.oasis.opendocument.textPK";
        let rows: &[(&str, &[u8], Option<FileKind>)] = &[
            ("report.pdf", b"%PDF-1.7\n%\xe2\xe3", Some(FileKind::Pdf)),
            ("report.txt", b"%PDF-1.4", Some(FileKind::Pdf)),
            ("report.bin", b"\r\n\r\n%PDF-1.4", Some(FileKind::Pdf)),
            ("letter.doc", b"{\\rtf1\\ansi", Some(FileKind::Rtf)),
            ("letter.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0", Some(FileKind::Office)),
            ("a", b"PK\x03\x04\x14\0\x06\0[Content_Types].xml..word/document.xml", Some(FileKind::Word)),
            ("a.docx", b"PK\x03\x04\x14\0\x06\0[Content_Types].xml", Some(FileKind::Word)),
            ("a.xlsx", b"PK\x03\x04\x14\0xl/workbook.xml", Some(FileKind::Spreadsheet)),
            ("a.odt", odt, Some(FileKind::OpenDocument)),
            ("a.epub", b"PK\x03\x04..mimetypeapplication/epub+zip", Some(FileKind::Ebook)),
            ("a.zip", b"PK\x03\x04..a.txt", Some(FileKind::Archive)),
            ("a.png", b"\x89PNG\r\n\x1a\n\0", Some(FileKind::Picture)),
            ("a.txt", b"\xff\xd8\xff\xe0\0\x10JFIF", Some(FileKind::Picture)),
            ("a.webp", b"RIFF....WEBPVP8", Some(FileKind::Picture)),
            ("a.heic", b"\0\0\0\x18ftypheic", Some(FileKind::Picture)),
            ("a.mp4", b"\0\0\0\x18ftypisom", Some(FileKind::Media)),
            ("a.mp3", b"ID3\x04", Some(FileKind::Media)),
            ("a.txt", b"\xff\xfe\0\0a\0\0\0", Some(FileKind::Utf32)),
            ("a.txt", b"\xff\xfea\0", None),
            ("page", b"\xef\xbb\xbf \n<!DOCTYPE HTML>", Some(FileKind::Html)),
            ("page.txt", b"<html lang=en>", Some(FileKind::Html)),
            ("README.md", b"<html>", None),
            ("page.xhtml", b"<?xml version='1.0'?>", Some(FileKind::Html)),
            ("a.xmi", b"<?xml version='1.0'?><xmi:XMI", Some(FileKind::Uima)),
            ("a.tsv", b"#FORMAT=WebAnno TSV 3.3\n", Some(FileKind::WebAnno)),
            ("a.txt", b"", None),
            ("BMW.txt", b"BMW is a maker of cars.", None),
            ("ID.txt", b"Id est", None),
        ];
        for (name, content, kind) in rows {
            assert_eq!(file_kind(name, content), *kind, "{name} {}", content.escape_ascii());
        }
    }

    #[test]
    fn texts_of_other_tools_are_recognised_by_their_names() {
        for (name, kind) in [
            ("a.HTML", FileKind::Html),
            ("a.csv", FileKind::Table),
            ("a.tsv", FileKind::Table),
            ("a.jsonl", FileKind::JsonLines),
            ("a.jsonld", FileKind::JsonLd),
            ("a.json", FileKind::Json),
            ("a.ann", FileKind::Brat),
            ("a.conllu", FileKind::Conll),
        ] {
            assert_eq!(file_kind(name, b"x"), Some(kind), "{name}");
        }
        for name in ["a.txt", "a.md", "README", "a.log", "csv", "a.srt"] {
            assert_eq!(file_kind(name, b"x"), None, "{name}");
        }
    }
}
