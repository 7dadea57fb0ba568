//! Reading a document or an archive. The first byte of the input says which.

use crossread::format::archive::entries;
use crossread::format::documents::{Document, declared_charset, read_html, read_markdown, word};
use crossread::text::is_normalised;

/// Checks any bytes.
pub fn check(bytes: &[u8]) {
    let (first, rest) = bytes.split_first().unwrap_or((&0, &[]));
    let text = || String::from_utf8_lossy(rest).into_owned();
    match first % 4 {
        0 => check_page(&text(), read_html),
        1 => check_page(&text(), read_markdown),
        2 => check_word(&text()),
        _ => check_archive(rest),
    }
    let _ = declared_charset(rest);
}

/// Checks what a page is read as, in the form in which pages come: with LF line ends.
pub fn check_page(page: &str, read: fn(&str) -> Document) {
    let page = crossread::text::normalise(page).text;
    let document = read(&page);
    check_document(&page, &document);
    assert_eq!(read(&page), document);
}

/// Checks the main part of a Word document.
fn check_word(xml: &str) {
    if let Ok(document) = word::read(&[("word/document.xml".to_owned(), xml.as_bytes().to_vec())]) {
        check_document(xml.strip_prefix('\u{feff}').unwrap_or(xml), &document);
    }
}

/// Checks that each kept piece is at its place in the source, in order, and that the text is one that an article may have.
pub fn check_document(source: &str, document: &Document) {
    let text = &document.text;
    assert!(is_normalised(text), "{text:?}");
    assert_eq!(text.trim(), text, "{text:?}");
    let (mut in_text, mut in_source) = (0, 0);
    for piece in &document.kept {
        assert!(piece.text.start >= in_text && piece.text.start < piece.text.end, "{piece:?}");
        assert!(
            piece.source.start >= in_source && piece.source.start <= piece.source.end,
            "{piece:?} after {in_source}"
        );
        (in_text, in_source) = (piece.text.end, piece.source.end);
        let (kept, original) = (&text[piece.text.clone()], &source[piece.source.clone()]);
        if piece.is_verbatim {
            assert_eq!(kept, original, "{piece:?}");
            assert_eq!(document.source_of(piece.text.end - 1), Some(piece.source.end - 1));
        }
        assert_eq!(document.source_of(piece.text.start), Some(piece.source.start));
    }
    assert!(in_text <= text.len() && in_source <= source.len());
}

fn check_archive(bytes: &[u8]) {
    for entry in entries(bytes).unwrap_or_default() {
        if let Ok(packed) = entry.content {
            let _ = packed.check(packed.data.to_vec());
        }
        let _ = entry.is_hidden();
        assert!(!entry.name.split('/').any(|part| matches!(part, "" | "." | "..")));
    }
}
