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
        FileKind::Yaml => "a YAML file",
        FileKind::Rdf => "a file of linked data (RDF)",
        FileKind::Email => "an e-mail message",
        FileKind::WebArchive => "a saved web page (MHTML)",
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
        | FileKind::OpenDocument
        | FileKind::Spreadsheet
        | FileKind::Slides
        | FileKind::Office
        | FileKind::Ebook => {
            "Crossread reads plain text: open the file in its own program, copy the text, and paste it here with Ctrl+V."
        }
        FileKind::Archive => "Unpack it, and add the texts in it.",
        FileKind::Word | FileKind::Html => {
            "Drop it on the page, or choose it with “Open texts…”: its text becomes an article."
        }
        FileKind::Picture | FileKind::Media => "Crossread reads plain text.",
        FileKind::Utf32 => "Save it as UTF-8, and choose it again.",
        FileKind::Email => {
            "Open it in a mail program, copy the text, and paste it here with Ctrl+V. Added as plain text, it contains the headers."
        }
        FileKind::WebArchive => {
            "Open it in a browser, copy the text, and paste it here with Ctrl+V. Added as plain text, it contains the markup."
        }
        FileKind::Xml => "Added as plain text, it contains the markup.",
        FileKind::Table => {
            "Import opens tables that have the columns start, end and label, or a column text. Added as plain text, all of it \
             becomes one article."
        }
        FileKind::Json => "It has neither a project nor annotations in a format that Import opens.",
        FileKind::Uima => {
            "Export it as UIMA CAS JSON, which Import opens. Added as plain text, all of it becomes one article."
        }
        FileKind::Yaml => "Added as plain text, all of it becomes one article.",
        FileKind::Rdf
        | FileKind::JsonLd
        | FileKind::JsonLines
        | FileKind::Brat
        | FileKind::Conll
        | FileKind::WebAnno => {
            "It is in none of the forms that Import opens. Added as plain text, all of it becomes one article."
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    use crate::app::messages::text::has_a_before_vowel;
    use FileKind as K;

    /// What is said of each kind: what it is, what is possible, and whether it can be added as plain text.
    const SAID: [(FileKind, &str, &str, bool); 27] = [
        (K::Pdf, "a PDF", COPY, false),
        (K::PostScript, "a PostScript file", COPY, false),
        (K::Rtf, "a document in Rich Text Format (RTF)", COPY, false),
        (K::Word, "a Word document", OPEN, false),
        (K::OpenDocument, "an OpenDocument file", COPY, false),
        (K::Spreadsheet, "a spreadsheet", COPY, false),
        (K::Slides, "a presentation", COPY, false),
        (K::Office, "a document of an office program", COPY, false),
        (K::Ebook, "an e-book", COPY, false),
        (K::Archive, "an archive or compressed file", "Unpack it", false),
        (K::Picture, "a picture", "Crossread reads plain text.", false),
        (K::Media, "a sound or video file", "Crossread reads plain text.", false),
        (K::Utf32, "a text in UTF-32, which browsers do not decode", "Save it as UTF-8", false),
        (K::Html, "a web page (HTML)", OPEN, true),
        (K::Xml, "an XML file", "Added as plain text, it contains the markup", true),
        (K::Table, "a table", "Import opens tables that have the columns", true),
        (K::Yaml, "a YAML file", "Added as plain text", true),
        (K::Rdf, "a file of linked data (RDF)", NONE, true),
        (K::Email, "an e-mail message", "Open it in a mail program", true),
        (K::WebArchive, "a saved web page (MHTML)", "Open it in a browser", true),
        (K::Json, "JSON, but not a Crossread project", "It has neither a project nor annotations", true),
        (K::JsonLd, "JSON-LD, a format for linked data and annotations", NONE, true),
        (K::JsonLines, "JSON Lines, a format for data sets and annotations", NONE, true),
        (K::Brat, "a file of annotations in the format of brat", NONE, true),
        (K::Conll, "a file of tagged words in columns (CoNLL)", NONE, true),
        (K::WebAnno, "a file of annotations in the format of WebAnno and INCEpTION", NONE, true),
        (K::Uima, "a file of annotations in the format of UIMA", "Export it as UIMA CAS JSON", true),
    ];
    const COPY: &str = "Crossread reads plain text: open the file in its own program, copy the text";
    const OPEN: &str = "Drop it on the page";
    const NONE: &str = "It is in none of the forms that Import opens.";

    #[test]
    fn each_kind_has_a_message_that_says_what_it_is_and_what_is_possible() {
        // The last kind: with another one, this table has another row.
        assert_eq!(K::Uima as usize + 1, SAID.len());
        for (at, (kind, what, possible, is_readable)) in SAID.into_iter().enumerate() {
            assert_eq!(kind as usize, at, "{kind:?}");
            assert_eq!(kind.is_readable(), is_readable, "{kind:?}");
            let message = not_added("some.file", kind);
            let beginning = format!("{} is {what}. {possible}", quoted("some.file"));
            assert!(message.starts_with(&beginning) && message.ends_with('.'), "{message}");
            assert_eq!(message.matches("some.file").count(), 1, "{message}");
            assert!(!has_a_before_vowel(&message), "{message}");
            assert!(contains(kind).starts_with(&format!("This seems to be {what}.")), "{}", contains(kind));
        }
    }
}
