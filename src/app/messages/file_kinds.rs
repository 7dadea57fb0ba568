//! Files that are not texts: what they are, and what can be done.

use super::text::quoted;
use crate::format::FileKind;

/// Why a file is not added as an article, and what is possible instead.
pub fn not_added(name: &str, kind: FileKind) -> String {
    format!("{} is {}. {}", quoted(name), what(kind), possible(kind))
}

/// What a text also is, by its content.
pub fn contains(kind: FileKind) -> String {
    format!("This seems to be {}. All of it becomes the text of the article", what(kind))
}

fn what(kind: FileKind) -> &'static str {
    match kind {
        FileKind::Pdf => "a PDF",
        FileKind::PostScript => "a PostScript file",
        FileKind::Rtf => "a document in Rich Text Format (RTF)",
        FileKind::Word => "a Word document",
        FileKind::OpenDocument => "an OpenDocument file",
        FileKind::Spreadsheet => "a spreadsheet",
        FileKind::Slides => "a presentation",
        FileKind::Office => "a document of an office program",
        FileKind::Ebook => "an e-book",
        FileKind::Archive => "an archive or compressed file",
        FileKind::Picture => "a picture",
        FileKind::Media => "a sound or video file",
        FileKind::Utf32 => "a text in UTF-32, which browsers do not decode",
        FileKind::Html => "a web page (HTML)",
        FileKind::Xml => "an XML file",
        FileKind::Table => "a table",
        FileKind::Json => "JSON, but not a Crossread project",
        FileKind::JsonLd => "JSON-LD, a format for linked data and annotations",
        FileKind::JsonLines => "JSON Lines, a format for data sets and annotations",
        FileKind::Brat => "a file of annotations in the format of brat",
        FileKind::Conll => "a file of tagged words in columns (CoNLL)",
        FileKind::WebAnno => "a file of annotations in the format of WebAnno and INCEpTION",
        FileKind::Uima => "a file of annotations in the format of UIMA",
    }
}

fn possible(kind: FileKind) -> &'static str {
    match kind {
        FileKind::Pdf
        | FileKind::PostScript
        | FileKind::Rtf
        | FileKind::Word
        | FileKind::OpenDocument
        | FileKind::Spreadsheet
        | FileKind::Slides
        | FileKind::Office
        | FileKind::Ebook => {
            "Crossread reads plain text: open the file in its own program, copy the text, and paste it here with Ctrl+V."
        }
        FileKind::Archive => "Unpack it, and add the texts in it.",
        FileKind::Picture | FileKind::Media => "Crossread reads plain text.",
        FileKind::Utf32 => "Save it as UTF-8, and choose it again.",
        FileKind::Html => {
            "Open it in a browser, copy the text, and paste it here with Ctrl+V. Added as plain text, it contains the markup."
        }
        FileKind::Xml => "Added as plain text, it contains the markup.",
        FileKind::Table => "Tables cannot be imported yet. Added as plain text, all of it becomes one article.",
        FileKind::Json => {
            "Import opens the JSON files of Crossread. Annotations in the formats of other tools cannot be imported yet."
        }
        FileKind::JsonLd
        | FileKind::JsonLines
        | FileKind::Brat
        | FileKind::Conll
        | FileKind::WebAnno
        | FileKind::Uima => {
            "Annotations of other tools cannot be imported yet. Added as plain text, all of it becomes one article."
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_says_what_a_file_is_and_what_is_possible() {
        assert_eq!(
            not_added("report.pdf", FileKind::Pdf),
            "“report.pdf” is a PDF. Crossread reads plain text: open the file in its own program, copy the text, and paste it \
             here with Ctrl+V."
        );
        assert!(not_added("a.ann", FileKind::Brat).contains("cannot be imported yet"));
    }
}
