//! What is read and written, and where a text is wrong.

use proptest::prelude::*;

use super::*;

fn refused(text: &str) -> String {
    parse(text).expect_err(text).to_string()
}

#[test]
fn every_kind_of_value_comes_back() {
    let text = r#"{"z":[null,true,false,0,-1.5,12345678901234567890,"é\"\\\n\u0001😀"],"b":{},"a":[]}"#;
    let value = parse(text).expect("JSON");
    assert_eq!(value.to_string(), text);
    let pretty = format!("{value:#}");
    assert_eq!(format!("{:#}", parse(&pretty).expect("JSON")), pretty);
    let escapes = r#""\u00e9\ud83d\ude00\/\b\f""#;
    assert_eq!(parse(escapes).expect("JSON").as_str(), Some("é😀/\u{8}\u{c}"));
}

#[test]
fn what_is_no_json_is_named_with_line_and_column() {
    assert_eq!(refused(""), "line 1, column 1: not valid JSON: the text ends too early");
    assert_eq!(refused("{\n \"é\" 1}"), "line 2, column 6: not valid JSON: expected `:`");
    assert_eq!(refused("[1,]"), "line 1, column 4: not valid JSON: trailing comma");
    assert_eq!(refused("[1 2]"), "line 1, column 4: not valid JSON: expected `,` or `]`");
    assert_eq!(refused("1 2"), "line 1, column 3: not valid JSON: trailing characters");
    assert!(refused("1e999").starts_with("line 1, column 5: not valid JSON: number out of range"));
    assert!(refused("\"a\nb\"").starts_with("line 2, column 1: not valid JSON: control character"));
    for half in [r#""\ud800""#, r#""\ud800\ud800""#, r#""\udc00""#, r#""\ud800\n""#] {
        assert!(refused(half).contains("not valid JSON"), "{half}");
    }
}

#[test]
fn nesting_has_an_end() {
    let nested = |n| "[".repeat(n) + &"]".repeat(n);
    assert!(parse(&nested(127)).is_ok());
    assert!(refused(&nested(128)).contains("nested more than 127 levels deep"));
    assert!(refused(&"[".repeat(1 << 20)).contains("nested more than 127 levels deep"));
}

#[test]
fn a_whole_number_is_one_however_it_is_written() {
    let whole = |text| parse(text).expect("JSON").as_u32();
    assert_eq!(
        (whole("3"), whole("3.0"), whole("3e0"), whole("4294967295")),
        (Some(3), Some(3), Some(3), Some(u32::MAX))
    );
    for text in ["-3", "0.5", "4294967296", "1e300", "\"3\"", "null"] {
        assert_eq!(whole(text), None, "{text}");
    }
}

#[test]
fn numbers_are_shown_as_people_write_them() {
    for (number, shown) in
        [(0.0, "0"), (-0.0, "0"), (3.0, "3"), (-7.5, "-7.5"), (0.1, "0.1"), (1e15, "1000000000000000")]
    {
        assert_eq!(show_number(number), shown);
    }
}

proptest! {
    #[test]
    fn any_number_comes_back(bits in any::<u64>()) {
        let number = f64::from_bits(bits);
        prop_assume!(number.is_finite());
        let shown = show_number(number);
        let read = parse(&shown).expect("JSON").as_f64();
        prop_assert_eq!(read, Some(number), "{}", shown);
        prop_assert_eq!(read.map(show_number), Some(shown));
    }
}

#[test]
fn an_error_names_the_path() {
    let lists = |text| Vec::<Vec<u32>>::from_json(parse(text).expect("JSON")).expect_err(text).to_string();
    assert_eq!(lists("[[1],[2,-3]]"), "[1][1]: expected a whole number from 0, found -3");
    assert_eq!(lists("[[1],[\"2\"]]"), "[1][0]: expected a whole number from 0, found \"2\"");
}
