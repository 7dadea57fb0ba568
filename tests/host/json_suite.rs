//! JSONTestSuite: valid JSON is accepted, and invalid JSON is refused with its place, by the JSON parser and by
//! imports.

use std::path::PathBuf;

use crossread::app::messages::errors::{json as json_message, read as read_message};
use crossread::format::import_any;
use crossread::json::{Place, parse};

/// The files on which parsers may differ ("i_…") and that are accepted here.
const ACCEPTED: [&str; 6] = [
    "i_number_double_huge_neg_exp.json",
    "i_number_real_underflow.json",
    "i_number_too_big_neg_int.json",
    "i_number_too_big_pos_int.json",
    "i_number_very_big_negative_int.json",
    "i_structure_UTF-8_BOM_empty_object.json",
];
const BOM: &[u8] = "\u{feff}".as_bytes();

/// The name and bytes of each file; none, with a message, if the suite is missing.
fn suite() -> Vec<(String, Vec<u8>)> {
    let folder = std::env::var_os("CROSSREAD_FIXTURES")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/fixtures"), PathBuf::from);
    let folder = folder.join("hostile/JSONTestSuite/test_parsing");
    let Ok(files) = std::fs::read_dir(&folder) else {
        println!("skipped: no JSONTestSuite under {}", folder.display());
        return Vec::new();
    };
    let read = |file: std::fs::DirEntry| {
        (file.file_name().to_string_lossy().into_owned(), std::fs::read(file.path()).expect("a readable file"))
    };
    let mut files: Vec<_> = files.flatten().map(read).collect();
    files.sort();
    assert!(files.len() > 300, "the suite has more files than {}", files.len());
    files
}

fn is_accepted(name: &str) -> bool {
    name.starts_with("y_") || ACCEPTED.contains(&name)
}

/// Whether a place is a line and column of the file. A sequence of bytes that is not UTF-8 counts as a character.
fn is_valid_place(bytes: &[u8], place: &Place) -> bool {
    let text = String::from_utf8_lossy(bytes.strip_prefix(BOM).unwrap_or(bytes)).into_owned();
    let Place::Line { line, column } = place else { return false };
    let there = line.checked_sub(1).and_then(|before| text.split('\n').nth(before));
    there.is_some_and(|there| (1..=there.chars().count() + 1).contains(column))
}

#[test]
fn the_parser_accepts_json_and_refuses_anything_else_with_its_place() {
    for (name, bytes) in suite() {
        // Byte order mark and encoding are handled before parsing.
        let Ok(text) = std::str::from_utf8(bytes.strip_prefix(BOM).unwrap_or(&bytes)) else {
            assert!(!is_accepted(&name), "{name}");
            continue;
        };
        match parse(text) {
            Ok(_) => assert!(is_accepted(&name), "{name} is accepted"),
            Err(error) => {
                assert!(!is_accepted(&name), "{name}: {}", json_message(&error));
                assert!(is_valid_place(text.as_bytes(), &error.place), "{name}: {}", json_message(&error));
            }
        }
    }
}

#[test]
fn an_import_reports_the_place_of_invalid_json_or_the_missing_field() {
    for (name, bytes) in suite() {
        let error = import_any("x.crossread.json", &bytes).map(|_| ()).expect_err("no project");
        let message = read_message(&error);
        match is_accepted(&name) {
            true => {
                assert!(
                    !matches!(error.place, Place::Line { .. }) && message.contains("expected"),
                    "{name}: {message}"
                );
            }
            false => assert!(is_valid_place(&bytes, &error.place), "{name}: {message}"),
        }
        let inside = [br#"{"format":"crossread","version":1,"later":"#.as_slice(), &bytes, b"}"].concat();
        let error = import_any("x.crossread.json", &inside).map(|_| ()).expect_err("no project in it");
        // Inside a file, a byte order mark is not valid; some texts close the object around them.
        let changed = bytes.starts_with(BOM) || error.place == "project".into();
        assert!(
            changed || is_accepted(&name) || is_valid_place(&inside, &error.place),
            "{name}: {}",
            read_message(&error)
        );
    }
}

#[test]
fn places_have_line_and_column_as_in_editors() {
    let expected = [
        ("n_array_extra_comma.json", "line 1, column 5: not valid JSON: trailing comma"),
        ("n_array_unclosed_with_new_lines.json", "line 3, column 2: not valid JSON: the text ends too early"),
        ("n_object_trailing_comment.json", "line 1, column 10: not valid JSON: trailing characters"),
        ("n_string_unescaped_newline.json", "line 2, column 1: not valid JSON: control character"),
        ("n_string_single_doublequote.json", "line 1, column 1: not valid JSON: the text ends too early"),
        ("n_array_invalid_utf8.json", "line 1, column 2: not UTF-8"),
        ("n_structure_100000_opening_arrays.json", "line 1, column 128: not valid JSON"),
        ("n_structure_open_array_object.json", "line 1, column 317: not valid JSON"),
    ];
    let suite = suite();
    for (name, expected) in expected {
        let Some((_, bytes)) = suite.iter().find(|(other, _)| other == name) else { continue };
        let error = import_any("x.crossread.json", bytes).map(|_| ()).expect_err(name);
        assert!(read_message(&error).starts_with(expected), "{name}: {}", read_message(&error));
    }
}
