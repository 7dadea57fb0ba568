//! Reading the text of a file.

use super::{Store, wording};
use crate::app::IncomingAction;
use crate::app::incoming::{FileText, preview};
use crate::app::messages::{encodings, files as words};
use crate::limits::TEXT_BYTES;
use crate::text::{Encoding, Text, broken_bytes, normalise, sniff};
use crate::web::{encoding_detector, files, handles};

/// Reads a file of the dialog that adds articles again, in this encoding or in the one that it probably has.
pub(super) fn read_again(store: &Store, number: u32, encoding: Option<Encoding>) {
    let Some(file) = handles::file(number) else { return };
    let store = store.clone();
    wasm_bindgen_futures::spawn_local(async move {
        let text = match files::read(&file, TEXT_BYTES).await {
            Ok(bytes) => text_of(&bytes, encoding).await,
            Err(error) => Err(wording::file_read(&error)),
        };
        store.dispatch(IncomingAction::RereadDone(number, encoding, text));
    });
}

/// The text of a file's bytes, in the encoding that the user has chosen or in the one that it probably has. If that cannot be
/// guessed, it is Windows-1252, with a warning.
///
/// # Errors
/// With why this is not a text, as a message.
pub(super) async fn text_of(bytes: &[u8], chosen: Option<Encoding>) -> Result<FileText, String> {
    let certain = chosen.or_else(|| sniff(bytes));
    let guess = if certain.is_none() { encoding_detector::guess(bytes).await } else { None };
    let encoding = certain.or(guess).unwrap_or(Encoding::WINDOWS_1252);
    let decoded = files::decode(bytes, encoding);
    let decoded = decoded.map_err(|error| wording::decode(&error, encoding, chosen.is_some()))?;
    if decoded.len() > Text::MAX_BYTES {
        return Err(words::text_too_long(Text::MAX_BYTES));
    }
    let broken = broken_bytes(bytes, encoding, &decoded);
    let normalised = normalise(&decoded);
    if normalised.text.trim().is_empty() {
        return Err(words::NO_TEXT.to_owned());
    }
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
    if normalised.removed_bom {
        remarks.push(words::BOM_REMOVED.to_owned());
    }
    if normalised.line_ends > 0 {
        remarks.push(words::line_ends_changed(normalised.line_ends));
    }
    let characters = normalised.text.chars().count();
    let (text, is_guess) = (normalised.text, guess.is_some());
    Ok(FileText { characters, preview: preview(&text), text, encoding, is_guess, remarks, warnings })
}
