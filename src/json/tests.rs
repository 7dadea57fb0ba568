//! The reader and the writer beside serde_json, which is trusted to know JSON.

use std::path::PathBuf;

use super::*;

fn refused(text: &str) -> String {
    parse(text).expect_err(text).to_string()
}

#[test]
fn every_kind_of_value_comes_back() {
    let text = r#"{"a":[null,true,false,0,-1.50e+07,12345678901234567890,"é\"\\\n\u0001😀"],"b":{},"c":[]}"#;
    let value = parse(text).expect("JSON");
    assert_eq!(to_line(&value), text);
    let serde: serde_json::Value =
        serde_json::from_str(r#"{"a":["é\"\\\n\r\t\u0008\f\u0000",1],"b":{},"c":[]}"#).expect("JSON");
    let pretty = serde_json::to_string_pretty(&serde).expect("JSON") + "\n";
    assert_eq!(to_pretty(&parse(&pretty).expect("JSON")), pretty);
    let escapes = r#""\u00e9\ud83d\ude00\/\b\f""#;
    assert_eq!(parse(escapes).expect("JSON").as_str(), Some("é😀/\u{8}\u{c}"));
}

#[test]
fn what_is_no_json_is_named_with_line_and_column() {
    assert_eq!(refused(""), "line 1, column 1: not valid JSON: the text ends too early");
    assert_eq!(refused("{\n \"é\" 1}"), "line 2, column 6: not valid JSON: expected `:`");
    assert_eq!(refused("[1,]"), "line 1, column 4: not valid JSON: expected a value");
    assert_eq!(refused("[1 2]"), "line 1, column 4: not valid JSON: expected `,` or `]`");
    assert_eq!(refused("01"), "line 1, column 2: not valid JSON: expected nothing more");
    assert_eq!(
        refused("\"a\nb\""),
        "line 1, column 3: not valid JSON: expected a control character to be written as an escape"
    );
    assert!(refused(r#"{"a":1,"b":2,"a":1}"#).contains("a field twice"));
    for half in [r#""\ud800""#, r#""\ud800\ud800""#, r#""\udc00""#, r#""\ud800\n""#] {
        assert!(refused(half).contains("half a character"), "{half}");
    }
}

#[test]
fn nesting_has_an_end() {
    let nested = |n| "[".repeat(n) + &"]".repeat(n);
    assert!(parse(&nested(128)).is_ok());
    assert!(refused(&nested(129)).contains("nested too deep"));
    assert!(refused(&"[".repeat(1 << 20)).contains("nested too deep"));
}

#[test]
fn an_error_names_the_path() {
    let lists = |text| Vec::<Vec<u32>>::from_json(parse(text).expect("JSON")).expect_err(text).to_string();
    assert_eq!(lists("[[1],[2,-3]]"), "[1][1]: expected a whole number from 0, found -3");
    assert_eq!(lists("[[1],[\"2\"]]"), "[1][0]: expected a whole number from 0, found \"2\"");
}

#[test]
fn the_same_texts_are_taken_as_by_serde_json() {
    let folder = std::env::var_os("CROSSREAD_FIXTURES")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/fixtures"), PathBuf::from);
    let Ok(files) = std::fs::read_dir(folder.join("hostile/JSONTestSuite/test_parsing")) else {
        println!("skipped: there is no JSONTestSuite");
        return;
    };
    for file in files.flatten() {
        let name = file.file_name().to_string_lossy().into_owned();
        let bytes = std::fs::read(file.path()).expect("a readable file");
        let Ok(text) = std::str::from_utf8(&bytes) else { continue };
        let expected = match name.as_str() {
            // Which of two fields of one name is meant, nobody can say.
            "y_object_duplicated_key.json" | "y_object_duplicated_key_and_value.json" => false,
            // A number is kept as it was written, however large it is.
            name if name.starts_with("i_number") => true,
            _ => serde_json::from_str::<serde_json::Value>(text).is_ok(),
        };
        assert_eq!(parse(text).is_ok(), expected, "{name}");
    }
}
