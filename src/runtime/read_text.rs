//! Reading the text of a file: a plain text, or a document.

use super::documents::Documents;
use super::{Store, archives, wording};
use crate::app::IncomingAction;
use crate::app::incoming::{FileText, ReadAs, preview};
use crate::app::messages::{documents as document_words, encodings, files as words};
use crate::format::documents::{Document, DocumentKind};
use crate::limits::TEXT_BYTES;
use crate::text::{Encoding, Text, broken_bytes, normalise, sniff};
use crate::web::{encoding_detector, files, handles};

/// Reads a file of the dialog that adds articles again, in this way, or as plain text in the encoding that it probably has.
pub(super) fn read_again(store: &Store, number: u32, how: Option<ReadAs>) {
    let Some(file) = handles::file(number) else { return };
    let store = store.clone();
    wasm_bindgen_futures::spawn_local(async move {
        let kind = how.map(|how| how.kind).unwrap_or_default();
        let text = match files::read(&file, TEXT_BYTES).await {
            Ok(bytes) => text_of(&bytes, kind, how.map(|how| how.encoding)).await,
            Err(error) => Err(wording::file_read(&error)),
        };
        store.dispatch(IncomingAction::RereadDone(number, how, text.map(Box::new)));
    });
}

/// The text of a file's bytes, in the encoding that the user has chosen or in the one that it probably has. If that cannot be
/// guessed, it is Windows-1252, with a warning.
///
/// # Errors
/// With why this is not a text, as a message.
pub(super) async fn text_of(bytes: &[u8], kind: DocumentKind, chosen: Option<Encoding>) -> Result<FileText, String> {
    let documents = if kind == DocumentKind::PlainText { None } else { Some(Store::documents().await?) };
    if let (Some(documents), DocumentKind::Word) = (documents, kind) {
        let document = archives::word_document(documents, bytes).await?;
        return finished(text_of_document(document, kind, Encoding::UTF_8));
    }
    let declared = || documents.filter(|_| kind == DocumentKind::Html).and_then(|documents| declared(documents, bytes));
    let certain = chosen.or_else(|| sniff(bytes)).or_else(declared);
    let guess = if certain.is_none() { encoding_detector::guess(bytes).await } else { None };
    let encoding = certain.or(guess).unwrap_or(Encoding::WINDOWS_1252);
    let decoded = files::decode(bytes, encoding);
    let decoded = decoded.map_err(|error| wording::decode(&error, encoding, chosen.is_some()))?;
    if decoded.len() > Text::MAX_BYTES {
        return Err(words::text_too_long(Text::MAX_BYTES));
    }
    let broken = broken_bytes(bytes, encoding, &decoded);
    let normalised = normalise(&decoded);
    let (mut remarks, mut warnings) = (Vec::new(), Vec::new());
    if chosen.is_none() && certain.is_some() && encoding != Encoding::UTF_8 {
        remarks.push(encodings::read_as(encoding));
    }
    if certain.or(guess).is_none() {
        warnings.push(encodings::not_guessed(encoding));
    }
    if broken.count > 0 {
        warnings.push(encodings::broken_bytes(&broken, encoding));
    }
    let mut text = match documents {
        Some(documents) => text_of_document((documents.read)(kind, &normalised.text), kind, encoding),
        None => {
            if normalised.removed_bom {
                remarks.push(words::BOM_REMOVED.to_owned());
            }
            if normalised.line_ends > 0 {
                remarks.push(words::line_ends_changed(normalised.line_ends));
            }
            file_text(normalised.text, kind, encoding)
        }
    };
    text.is_guess = guess.is_some();
    text.remarks.splice(0..0, remarks);
    text.warnings.extend(warnings);
    finished(text)
}

/// The encoding that a page says it has.
fn declared(documents: &Documents, bytes: &[u8]) -> Option<Encoding> {
    let encoding = files::encoding_of_label(&(documents.declared_charset)(bytes)?)?;
    // It could be read up to here as bytes, so it is not UTF-16.
    let is_utf_16 = matches!(encoding, Encoding::UTF_16LE | Encoding::UTF_16BE);
    Some(if is_utf_16 { Encoding::UTF_8 } else { encoding })
}

fn file_text(text: String, kind: DocumentKind, encoding: Encoding) -> FileText {
    FileText {
        characters: text.chars().count(),
        preview: preview(&text),
        text,
        kind,
        details: Default::default(),
        encoding,
        is_guess: false,
        remarks: Vec::new(),
        warnings: Vec::new(),
    }
}

fn text_of_document(document: Document, kind: DocumentKind, encoding: Encoding) -> FileText {
    let Document { text, details, outside_article, .. } = document;
    let mut remarks = vec![document_words::read_as(kind)];
    if outside_article > 0 {
        remarks.push(document_words::outside_article(outside_article));
    }
    FileText { details, remarks, ..file_text(text, kind, encoding) }
}

fn finished(text: FileText) -> Result<FileText, String> {
    if text.text.trim().is_empty() { Err(words::NO_TEXT.to_owned()) } else { Ok(text) }
}
