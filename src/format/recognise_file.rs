//! Recognises what kind of file a user chose as a text, by the beginning of its content and by its name: most files of other
//! programs are not texts, or are not only text. A text may begin with the name of a format: what decides is what a text does not
//! have.

use super::content_kind::content_kind;
use super::file_kind::{FILE_HEAD, FileKind};
use super::files::without_bom;

/// How much of a file may be before the signature of a PDF.
const PDF_HEAD: usize = 1_024;

/// The first bytes of files that are not texts. All have characters that texts do not have.
const BINARY: [(&[u8], FileKind); 22] = [
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
    (b"OggS\0", FileKind::Media),
    (b"fLaC", FileKind::Media),
    (b"\x1a\x45\xdf\xa3", FileKind::Media),
    (b"BM", FileKind::Picture),
];

/// The first bytes of UTF-32.
const UTF32: [&[u8]; 2] = [b"\xff\xfe\0\0", b"\0\0\xfe\xff"];

/// The beginnings of markup and of formats of text, in any case, after spaces and comments.
const MARKUP: [(&[u8], FileKind); 8] = [
    (b"<!doctype html", FileKind::Html),
    (b"<html", FileKind::Html),
    (b"<head>", FileKind::Html),
    (b"<body", FileKind::Html),
    (b"<svg", FileKind::Picture),
    (b"<!doctype svg", FileKind::Picture),
    (b"<?xml", FileKind::Xml),
    (b"#format=webanno tsv", FileKind::WebAnno),
];

/// The kinds of text files that only their names tell.
const EXTENSIONS: [(&[&str], FileKind); 14] = [
    (&["html", "htm", "xhtml"], FileKind::Html),
    (&["xml", "tei"], FileKind::Xml),
    (&["svg"], FileKind::Picture),
    (&["csv", "tsv", "tab"], FileKind::Table),
    (&["yaml", "yml"], FileKind::Yaml),
    (&["ttl", "nt", "nq", "trig", "n3", "rdf", "owl"], FileKind::Rdf),
    (&["eml"], FileKind::Email),
    (&["mht", "mhtml"], FileKind::WebArchive),
    (&["json", "geojson", "ipynb"], FileKind::Json),
    (&["jsonld"], FileKind::JsonLd),
    (&["jsonl", "ndjson", "json1", "jl"], FileKind::JsonLines),
    (&["ann", "a1", "a2"], FileKind::Brat),
    (&["conll", "conllu", "conllx", "conll03", "iob", "iob2", "bio", "bioes"], FileKind::Conll),
    (&["xmi"], FileKind::Uima),
];

/// The extensions of texts.
pub const TEXT_EXTENSIONS: [&str; 5] = ["txt", "text", "md", "markdown", "asc"];

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
    let is_text = is_text(head);
    let by_signature = match is_text {
        _ if is_pdf(head, is_text, &extension) => Some(FileKind::Pdf),
        true => text_signature(head, &extension),
        false => binary_signature(head, &extension),
    };
    let by_name = || EXTENSIONS.iter().find(|(names, _)| names.contains(&extension.as_str())).map(|(_, kind)| *kind);
    by_signature.or_else(by_name).or_else(|| content_kind(head))
}

/// Whether a file seems to contain JSON.
pub fn begins_as_json(head: &[u8]) -> bool {
    matches!(without_bom(head).trim_ascii_start().first(), Some(b'{' | b'['))
}

/// Whether a file that is called a text is data of another tool by its content: words with tags in columns, or a table. The formats decide.
pub fn may_be_data(name: &str, head: &[u8]) -> bool {
    begins_as_json(head) || matches!(file_kind(name, head), Some(FileKind::Conll | FileKind::Table | FileKind::WebAnno))
}

/// Whether bytes may be a text in an encoding of bytes: without the control characters that texts do not have.
pub fn is_text(head: &[u8]) -> bool {
    !head.iter().any(|byte| *byte < b' ' && !matches!(byte, b'\t' | b'\n' | b'\r' | b'\x0c' | b'\x1b'))
}

/// The kind of a file that is not a text.
fn binary_signature(head: &[u8], extension: &str) -> Option<FileKind> {
    if UTF32.iter().any(|mark| head.starts_with(mark)) {
        return Some(FileKind::Utf32);
    }
    if head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06") {
        return Some(zipped(head, extension));
    }
    match (head.get(..4), head.get(8..12)) {
        (Some(b"RIFF"), Some(b"WEBP")) => return Some(FileKind::Picture),
        (Some(b"RIFF"), Some(b"WAVE" | b"AVI ")) => return Some(FileKind::Media),
        _ => {}
    }
    if head.get(4..8) == Some(b"ftyp") {
        let is_picture = matches!(head.get(8..12), Some(b"heic" | b"heix" | b"avif" | b"mif1"));
        return Some(if is_picture { FileKind::Picture } else { FileKind::Media });
    }
    if contains(&head[..head.len().min(80)], b"BOOKMOBI") {
        return Some(FileKind::Ebook);
    }
    let kind = BINARY.iter().find(|(signature, _)| head.starts_with(signature)).map(|(_, kind)| *kind);
    kind.or_else(|| text_signature(head, extension))
}

/// The kind of a file that may be a text.
fn text_signature(head: &[u8], extension: &str) -> Option<FileKind> {
    if let [b'%', b'!', b'P', b'S', b'-' | b'\r' | b'\n', ..] = head {
        return Some(FileKind::PostScript);
    }
    if let [b'{', b'\\', b'r', b't', b'f', b'0'..=b'9', ..] = head {
        return Some(FileKind::Rtf);
    }
    let start = after_comments(head);
    let has =
        |signature: &[u8]| start.get(..signature.len()).is_some_and(|found| found.eq_ignore_ascii_case(signature));
    let kind = MARKUP.iter().find(|(signature, _)| has(signature)).map(|(_, kind)| *kind)?;
    match kind {
        FileKind::Xml if contains(head, b"<html") || extension.ends_with("html") => Some(FileKind::Html),
        FileKind::Xml if contains(head, b"<svg") => Some(FileKind::Picture),
        FileKind::Xml if contains(head, b"<rdf:RDF") => Some(FileKind::Rdf),
        FileKind::Xml if contains(head, b"<xmi:XMI") => Some(FileKind::Uima),
        // Markdown may begin with markup.
        FileKind::Html | FileKind::Xml | FileKind::Picture if extension == "md" || extension == "markdown" => None,
        kind => Some(kind),
    }
}

/// The beginning without a byte order mark, spaces, and the comments of markup.
fn after_comments(head: &[u8]) -> &[u8] {
    let mut start = without_bom(head).trim_ascii_start();
    while start.starts_with(b"<!--") {
        let Some(end) = start.windows(3).position(|window| window == b"-->") else { break };
        start = start[end + 3..].trim_ascii_start();
    }
    start
}

/// Whether this is a PDF: "%PDF-1.7" and the end of the line, possibly after something else.
fn is_pdf(head: &[u8], is_text: bool, extension: &str) -> bool {
    let is_signature = |window: &[u8]| {
        matches!(window, [b'%', b'P', b'D', b'F', b'-', b'0'..=b'9', b'.', b'0'..=b'9', rest @ ..]
            if matches!(rest.first(), None | Some(b'\r' | b'\n')) || !is_text)
    };
    let places = if TEXT_EXTENSIONS.contains(&extension) { 1 } else { PDF_HEAD };
    (0..places.min(head.len())).any(|at| is_signature(&head[at..]))
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
            ("a.webp", b"RIFF\0\0\0\x08WEBPVP8", Some(FileKind::Picture)),
            ("a.wav", b"RIFF\x24\0\0\0WAVEfmt ", Some(FileKind::Media)),
            ("a.gif", b"GIF89a\x10\0\x10\0", Some(FileKind::Picture)),
            ("a.bz2", b"BZh91AY&SY\0\x01", Some(FileKind::Archive)),
            ("a.ogg", b"OggS\0\x02", Some(FileKind::Media)),
            ("a.flac", b"fLaC\0\0\0\x22", Some(FileKind::Media)),
            ("a.bmp", b"BM\x36\0\0\0", Some(FileKind::Picture)),
            ("a.ps", b"%!PS-Adobe-3.0\n", Some(FileKind::PostScript)),
            ("a.svg", b"<?xml version='1.0'?><!-- a --><svg>", Some(FileKind::Picture)),
            ("a", b"<svg xmlns=''>", Some(FileKind::Picture)),
            ("a.txt", b"<!-- saved from -->\n<!-- twice --> <HTML>", Some(FileKind::Html)),
            ("a.txt", b"<!-- never closed <html>", None),
            ("a.rdf", b"<?xml version='1.0'?><rdf:RDF", Some(FileKind::Rdf)),
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
        ];
        for (name, content, kind) in rows {
            assert_eq!(file_kind(name, content), *kind, "{name} {}", content.escape_ascii());
        }
    }

    #[test]
    fn a_text_may_begin_like_another_file() {
        for text in [
            "BMW is a maker of cars.",
            "Id est",
            "ID3 tags are in sound files.",
            "Flac is a codec",
            "fLaC is a codec",
            "BZH (Brittany)",
            "BZh9 is a level",
            "GIF89a is a format for pictures.",
            "RIFF raff",
            "RIFF and WAVE and WEBP",
            "OggS is a signature.",
            "PKZIP came later.",
            "II*2 is four.",
            "%PDF-1.7 is what a PDF begins with.",
            "%PDF stands for a PDF.",
            "%!PS is PostScript.",
            "{\\rtf is a command of RTF.",
            "Rar! It is rare.",
            "7z is an archive.",
            "AT&TFORM",
            "\u{42f}\u{42b} in UTF-8",
            "<3 you",
            "<header of a text>",
            "An <html> element.",
        ] {
            for name in ["a.txt", "a", "a.md"] {
                assert_eq!(file_kind(name, text.as_bytes()), None, "{name}: {text}");
            }
        }
        // "яы" in Windows-1251.
        assert_eq!(file_kind("a.txt", b"\xff\xfb \xe8 \xf2\xe0\xea"), None);
    }

    #[test]
    fn content_is_recognised_in_files_with_other_names() {
        for name in ["export.txt", "export", "export.log", "export.md"] {
            for (text, kind) in [
                ("{\"text\": \"a\"}\n{\"text\": \"b\"}\n", FileKind::JsonLines),
                ("{\"@context\": \"http://www.w3.org/ns/anno.jsonld\"}", FileKind::JsonLd),
                ("{\"a\": 1}", FileKind::Json),
                ("a,b,c\n1,2,3\n4,5,6\n", FileKind::Table),
                ("T1\tPerson 0 5\tAlice\n", FileKind::Brat),
                ("Alice B-PER\nis O\nhere O\n", FileKind::Conll),
            ] {
                assert_eq!(file_kind(name, text.as_bytes()), Some(kind), "{name}: {text}");
            }
        }
    }

    #[test]
    fn what_is_called_a_text_may_be_data() {
        for text in
            ["Alice B-PER\nis O\nhere O\n", "a,b,c\n1,2,3\n4,5,6\n", "\u{feff} {\"a\": 1}", "#FORMAT=WebAnno TSV 3.3\n"]
        {
            assert!(may_be_data("a.txt", text.as_bytes()), "{text}");
        }
        for text in ["Plain text.", "T1\tPerson 0 5\tAlice\n", "<html>", ""] {
            assert!(!may_be_data("a.txt", text.as_bytes()), "{text}");
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
            ("a.svg", FileKind::Picture),
            ("a.ttl", FileKind::Rdf),
            ("a.nt", FileKind::Rdf),
            ("a.nq", FileKind::Rdf),
            ("a.trig", FileKind::Rdf),
            ("a.n3", FileKind::Rdf),
            ("a.yaml", FileKind::Yaml),
            ("a.ipynb", FileKind::Json),
            ("a.geojson", FileKind::Json),
            ("a.mht", FileKind::WebArchive),
            ("a.mhtml", FileKind::WebArchive),
            ("a.eml", FileKind::Email),
        ] {
            assert_eq!(file_kind(name, b"x"), Some(kind), "{name}");
        }
        for name in ["a.txt", "a.md", "README", "a.log", "csv", "a.srt"] {
            assert_eq!(file_kind(name, b"x"), None, "{name}");
        }
    }
}
