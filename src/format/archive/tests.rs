//! Archives as programs write them, and hostile ones.

use super::{ArchiveProblem, Entry, EntryProblem, entries};

/// A file of an archive: its name, flags, method, data, and the length and checksum that are said of its content.
struct File<'a> {
    name: &'a [u8],
    flags: u16,
    method: u16,
    data: Vec<u8>,
    size: usize,
    checksum: u32,
}

fn stored<'a>(name: &'a [u8], content: &[u8]) -> File<'a> {
    File { name, flags: 0, method: 0, data: content.to_vec(), size: content.len(), checksum: rawzip::crc32(content) }
}

fn deflated<'a>(name: &'a [u8], content: &[u8]) -> File<'a> {
    File { method: 8, data: miniz_oxide::deflate::compress_to_vec(content, 6), ..stored(name, content) }
}

/// Writes an archive as the specification says (PKWARE APPNOTE 4.3).
fn archive(files: &[File<'_>]) -> Vec<u8> {
    let (mut out, mut directory) = (Vec::new(), Vec::new());
    for file in files {
        let offset = out.len() as u32;
        let mut common = Vec::new();
        for number in [20, file.flags, file.method, 0, 0x21] {
            common.extend(u16::to_le_bytes(number));
        }
        for number in [file.checksum, file.data.len() as u32, file.size as u32] {
            common.extend(number.to_le_bytes());
        }
        common.extend((file.name.len() as u16).to_le_bytes());
        common.extend([0, 0]);
        out.extend(b"PK\x03\x04");
        out.extend(&common);
        out.extend(file.name);
        out.extend(&file.data);
        directory.extend(b"PK\x01\x02\x14\0");
        directory.extend(&common);
        directory.extend([0; 10]);
        directory.extend(offset.to_le_bytes());
        directory.extend(file.name);
    }
    let start = out.len() as u32;
    out.extend(&directory);
    out.extend(b"PK\x05\x06\0\0\0\0");
    out.extend([(files.len() as u16).to_le_bytes(), (files.len() as u16).to_le_bytes()].concat());
    out.extend((directory.len() as u32).to_le_bytes());
    out.extend(start.to_le_bytes());
    out.extend([0, 0]);
    out
}

/// The names and contents, decompressed as a browser does.
fn read(bytes: &[u8]) -> Vec<(String, Result<Vec<u8>, EntryProblem>)> {
    let entries = entries(bytes).expect("an archive");
    let content = entries.into_iter().filter(|entry| !entry.is_hidden()).map(|entry| {
        let content = entry.content.and_then(|packed| {
            let content = match packed.is_deflated {
                true => miniz_oxide::inflate::decompress_to_vec_with_limit(packed.data, packed.size)
                    .map_err(|_| EntryProblem::Damaged)?,
                false => packed.data.to_vec(),
            };
            packed.check(content)
        });
        (entry.name, content)
    });
    content.collect()
}

#[test]
fn files_are_read_in_order() {
    let text = "Text. ".repeat(1_000);
    let bytes = archive(&[
        stored(b"folder/", b""),
        deflated(b"folder/a.txt", text.as_bytes()),
        stored(b"b.ann", b"T1"),
        stored(b"__MACOSX/folder/._a.txt", b"x"),
        stored(b"folder/.DS_Store", b"x"),
        stored("Grüße.txt".as_bytes(), b""),
        File { flags: 1 << 11, ..stored("é.txt".as_bytes(), b"e") },
        stored(b"\x81.txt", b"u"),
        stored(b"/abs/../../up\\win.txt", b"w"),
    ]);
    let names: Vec<_> =
        read(&bytes).into_iter().map(|(name, content)| (name, content.map(|content| content.len()))).collect();
    let expected =
        [("folder/a.txt", 6_000), ("b.ann", 2), ("Grüße.txt", 0), ("é.txt", 1), ("ü.txt", 1), ("abs/up/win.txt", 1)];
    assert_eq!(names, expected.map(|(name, length)| (name.to_owned(), Ok(length))));
    assert_eq!(read(&archive(&[])), []);
}

#[test]
fn what_cannot_be_read_is_said_of_each_file() {
    let bomb = miniz_oxide::deflate::compress_to_vec(&vec![0; 1 << 20], 9);
    let bytes = archive(&[
        File { flags: 1, ..stored(b"secret", b"x") },
        File { method: 14, ..stored(b"lzma", b"x") },
        File { checksum: 7, ..stored(b"checksum", b"x") },
        File { size: 100, ..stored(b"length", b"x") },
        File { data: bomb, ..deflated(b"bomb", b"small") },
        File { data: vec![0xff; 10], ..deflated(b"damaged", b"x") },
        stored(b"good", b"x"),
    ]);
    let found: Vec<_> = read(&bytes).into_iter().map(|(name, content)| (name, content.err())).collect();
    let expected = [
        ("secret", Some(EntryProblem::Encrypted)),
        ("lzma", Some(EntryProblem::Method(14))),
        ("checksum", Some(EntryProblem::Damaged)),
        ("length", Some(EntryProblem::Damaged)),
        ("bomb", Some(EntryProblem::Damaged)),
        ("damaged", Some(EntryProblem::Damaged)),
        ("good", None),
    ];
    assert_eq!(found, expected.map(|(name, problem)| (name.to_owned(), problem)));
}

#[test]
fn files_that_share_bytes_are_refused() {
    let mut bytes = archive(&[stored(b"a", b"one"), stored(b"b", b"one")]);
    // The second record of the directory points to the first file.
    let at = bytes.windows(4).rposition(|window| window == b"PK\x01\x02").expect("a record") + 42;
    bytes[at..at + 4].copy_from_slice(&[0; 4]);
    let found: Vec<_> = read(&bytes).into_iter().map(|(_, content)| content.is_ok()).collect();
    assert_eq!(found, [true, false]);
}

#[test]
fn damaged_archives_are_errors() {
    for bytes in [&b""[..], b"PK\x03\x04", b"PK\x05\x06", b"not an archive"] {
        assert_eq!(entries(bytes), Err(ArchiveProblem::Damaged));
    }
    let whole = archive(&[deflated(b"a.txt", b"Text. Text. Text."), stored(b"b", b"x")]);
    for end in 0..whole.len() {
        assert!(entries(&whole[..end]).is_err(), "{end}");
    }
    for at in 0..whole.len() {
        for byte in [0, 1, 0x7f, 0xff] {
            let mut damaged = whole.clone();
            damaged[at] = byte;
            // No panic.
            if entries(&damaged).is_ok() {
                read(&damaged);
            }
        }
    }
}

#[test]
fn hidden_files_are_told_apart() {
    let is_hidden = |name: &str| Entry { name: name.to_owned(), content: Err(EntryProblem::Damaged) }.is_hidden();
    for name in [".DS_Store", "a/.git/x", "__MACOSX/._a.txt", "a/Thumbs.db"] {
        assert!(is_hidden(name), "{name}");
    }
    assert!(!is_hidden("a/b.c.txt"));
    // The relationships of office documents are needed.
    let bytes = archive(&[stored(b"_rels/.rels", b"x")]);
    assert_eq!(entries(&bytes).map(|entries| entries[0].name.clone()), Ok("_rels/.rels".to_owned()));
}
