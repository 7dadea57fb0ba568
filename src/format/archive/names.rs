//! The names of files in an archive.

use rawzip::ZipFileHeaderRecord;

/// The characters of code page 437 from 0x80 on, in which names are that are not marked as UTF-8.
const CP437: &str = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{a0}";

/// The extra field with the name in UTF-8 (Info-ZIP).
const UNICODE_PATH: u16 = 0x7075;

/// The path of a file: without what leads out of the archive.
pub(super) fn name_of(record: &ZipFileHeaderRecord<'_>) -> String {
    let path = record.file_path();
    let raw = path.as_bytes();
    let unicode = record
        .extra_fields()
        .find(|(id, _)| id.as_u16() == UNICODE_PATH)
        .and_then(|(_, field)| unicode_path(field, raw));
    let name = unicode.unwrap_or_else(|| decode(raw));
    let parts = name.split(['/', '\\']).filter(|part| !matches!(*part, "" | "." | ".."));
    parts.collect::<Vec<_>>().join("/")
}

/// The name in an extra field: a version, a checksum of the other name, the name.
fn unicode_path(field: &[u8], raw: &[u8]) -> Option<String> {
    let (head, name) = field.split_at_checked(5)?;
    let [1, checksum @ ..] = head else { return None };
    let checksum = u32::from_le_bytes(checksum.try_into().ok()?);
    (checksum == rawzip::crc32(raw)).then(|| String::from_utf8(name.to_vec()).ok()).flatten()
}

/// A name that is UTF-8 is that, marked or not: some programs do not mark it.
fn decode(raw: &[u8]) -> String {
    let cp437 = |byte: u8| match byte.checked_sub(0x80) {
        None => char::from(byte),
        Some(index) => CP437.chars().nth(usize::from(index)).unwrap_or('?'),
    };
    std::str::from_utf8(raw).map_or_else(|_| raw.iter().map(|byte| cp437(*byte)).collect(), str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_utf_8_or_code_page_437() {
        assert_eq!(CP437.chars().count(), 128);
        assert_eq!(decode("Grüße 😀.txt".as_bytes()), "Grüße 😀.txt");
        assert_eq!(decode(b"Gr\x81\xe1e.txt"), "Grüße.txt");
        assert_eq!(decode(b"\x80\xff"), "Ç\u{a0}");
        let mut field = vec![1];
        field.extend(rawzip::crc32(b"raw").to_le_bytes());
        field.extend("ü".as_bytes());
        assert_eq!(unicode_path(&field, b"raw"), Some("ü".to_owned()));
        assert_eq!((unicode_path(&field, b"other"), unicode_path(b"\x01", b"")), (None, None));
    }
}
