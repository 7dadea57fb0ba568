//! Properties of the texts that are taken out of documents: any page is read, and each kept piece is at its place.

use crossread::format::archive::{ArchiveProblem, entries};
use crossread::format::documents::{read_html, read_markdown, word};
use proptest::prelude::*;

use crate::fuzz_seeds::checks::documents::{check_document, check_page};

/// Pieces of HTML and Markdown, also broken ones.
const PIECES: [&str; 64] = [
    "<p>",
    "</p>",
    "<div>",
    "</div>",
    "<div hidden>",
    "<span>",
    "</span>",
    "<b>",
    "</b>",
    "<li>",
    "<ul>",
    "</ul>",
    "<ol>",
    "</ol>",
    "<table>",
    "</table>",
    "<tr>",
    "<td>",
    "</td>",
    "<pre>",
    "</pre>",
    "<br>",
    "<hr>",
    "<q>",
    "</q>",
    "<script>",
    "</script>",
    "<style>",
    "</style>",
    "<title>",
    "</title>",
    "<nav>",
    "</nav>",
    "<article>",
    "</article>",
    "<svg>",
    "</svg>",
    "<![CDATA[",
    "]]>",
    "<!--",
    "-->",
    "<a href='",
    "'>",
    "<",
    ">",
    "&amp;",
    "&eacute",
    "&#x1F600;",
    "&#0;",
    "&",
    "\n",
    "\n\n",
    "\r\n",
    "  ",
    "\t",
    "> ",
    "- ",
    "1. ",
    "```\n",
    "| a |\n|---|\n",
    "*",
    "`",
    "[^1]",
    "---\n",
];

fn page() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        Just("word"),
        Just("Zoë"),
        Just("😀"),
        Just("e\u{301}"),
        Just("שלום"),
        Just("\u{a0}"),
        Just("\u{feff}")
    ];
    let piece = prop_oneof![3 => prop::sample::select(&PIECES[..]), 2 => word];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn any_page_is_read_with_its_places(page in page()) {
        check_page(&page, read_html);
        check_page(&page, read_markdown);
    }

    #[test]
    fn any_text_is_read(text in ".{0,200}") {
        check_page(&text, read_html);
        check_page(&text, read_markdown);
    }

    #[test]
    fn text_in_paragraphs_stays(words in prop::collection::vec("[a-zé😀]{1,8}", 1..20)) {
        let html: String = words.iter().map(|word| format!("<p>{word}</p>\n")).collect();
        prop_assert_eq!(read_html(&html).text, words.join("\n\n"));
        prop_assert_eq!(read_markdown(&words.join("\n\n")).text, words.join("\n\n"));
    }

    #[test]
    fn any_text_of_a_word_document_is_at_its_place(texts in prop::collection::vec("[a-zé😀&<>'\" \\]]{0,8}", 0..8), keep in any::<bool>()) {
        let space = if keep { " xml:space='preserve'" } else { "" };
        let escaped = |text: &String| text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
        let runs: String = texts.iter().map(|text| format!("<w:r><w:t{space}>{}</w:t></w:r>", escaped(text))).collect();
        let xml = format!("<w:p xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'>{runs}</w:p>");
        let xml = format!("<x>{xml}</x>");
        let document = word::read(&[("word/document.xml".to_owned(), xml.clone().into_bytes())]);
        let document = document.map_err(|error| TestCaseError::fail(format!("{error:?}")))?;
        check_document(&xml, &document);
        if keep {
            let expected = texts.concat();
            prop_assert_eq!(document.text, expected.trim());
        }
    }

    #[test]
    fn any_bytes_are_no_archive_or_one(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        prop_assert_eq!(entries(&bytes).map(drop), Err(ArchiveProblem::Damaged));
    }
}
