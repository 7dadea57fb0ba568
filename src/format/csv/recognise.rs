//! Tells tables from other files, by their names and their first rows.

use super::columns::TableKind;
use super::sheet::Sheet;
use crate::format::lines::decode;

/// How much of a file is looked at.
const HEAD: usize = 1 << 14;

/// Whether a file is a text by its name.
pub(super) fn is_text(name: &str) -> bool {
    name.to_lowercase().ends_with(".txt")
}

/// Whether a file is a table by its name.
pub(super) fn has_table_extension(name: &str) -> bool {
    let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension).to_lowercase();
    matches!(extension.as_str(), "csv" | "tsv" | "tab" | "psv")
}

/// Whether a file is a table of something that a project has: of annotations, or of anything if its name says that it is a table.
pub(super) fn is_table(name: &str, bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(HEAD)];
    let head = match std::str::from_utf8(head) {
        Err(error) if error.error_len().is_none() => head.get(..error.valid_up_to()).unwrap_or(head),
        _ => head,
    };
    let Ok(text) = decode(head) else { return false };
    if text.trim_start().starts_with(['{', '[', '<', '#']) || text.contains('\0') {
        return false;
    }
    let Ok(sheet) = Sheet::read(head) else { return false };
    let kind = TableKind::of(sheet.header.iter().map(String::as_str));
    match has_table_extension(name) {
        true => kind.is_some(),
        false => kind == Some(TableKind::Annotations) && !sheet.rows.is_empty(),
    }
}
