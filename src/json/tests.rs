//! Tests of reading and writing JSON, and of the places of errors.

use proptest::prelude::*;

use super::*;

fn refused(text: &str) -> JsonError {
    parse(text).expect_err(text)
}

fn syntax(line: usize, column: usize, reason: &str) -> JsonError {
    JsonError::new(Place::Line { line, column }, JsonProblem::Syntax(reason.to_owned()))
}

#[test]
fn every_kind_of_value_survives_a_round_trip() {
    let text = r#"{"z":[null,true,false,0,-1.5,12345678901234567890,"é\"\\\n\u0001😀"],"b":{},"a":[]}"#;
    let value = parse(text).expect("JSON");
    assert_eq!(value.to_string(), text);
    let pretty = format!("{value:#}");
    assert_eq!(format!("{:#}", parse(&pretty).expect("JSON")), pretty);
    let escapes = r#""\u00e9\ud83d\ude00\/\b\f""#;
    assert_eq!(parse(escapes).expect("JSON").as_str(), Some("é😀/\u{8}\u{c}"));
}

#[test]
fn syntax_errors_have_line_and_column() {
    assert_eq!(refused(""), JsonError::new(Place::Line { line: 1, column: 1 }, JsonProblem::EndsEarly));
    assert_eq!(refused("{\n \"é\" 1}"), syntax(2, 6, "expected `:`"));
    assert_eq!(refused("[1,]"), syntax(1, 4, "trailing comma"));
    assert_eq!(refused("[1 2]"), syntax(1, 4, "expected `,` or `]`"));
    assert_eq!(refused("1 2"), syntax(1, 3, "trailing characters"));
    assert_eq!(refused("1e999"), syntax(1, 5, "number out of range"));
    assert_eq!(refused("\"a\nb\"").place, Place::Line { line: 2, column: 1 });
    for half in [r#""\ud800""#, r#""\ud800\ud800""#, r#""\udc00""#, r#""\ud800\n""#] {
        assert!(matches!(*refused(half).problem, JsonProblem::Syntax(_)), "{half}");
    }
}

#[test]
fn nesting_is_limited() {
    let nested = |n| "[".repeat(n) + &"]".repeat(n);
    assert!(parse(&nested(127)).is_ok());
    assert_eq!(*refused(&nested(128)).problem, JsonProblem::TooDeep { most: 127 });
    assert_eq!(*refused(&"[".repeat(1 << 20)).problem, JsonProblem::TooDeep { most: 127 });
}

#[test]
fn integers_may_have_a_fraction_of_zero() {
    let integer = |text| parse(text).expect("JSON").as_u32();
    assert_eq!(
        (integer("3"), integer("3.0"), integer("3e0"), integer("4294967295")),
        (Some(3), Some(3), Some(3), Some(u32::MAX))
    );
    for text in ["-3", "0.5", "4294967296", "1e300", "\"3\"", "null"] {
        assert_eq!(integer(text), None, "{text}");
    }
}

#[test]
fn numbers_are_shown_in_decimal_notation() {
    for (number, shown) in
        [(0.0, "0"), (-0.0, "0"), (3.0, "3"), (-7.5, "-7.5"), (0.1, "0.1"), (1e15, "1000000000000000")]
    {
        assert_eq!(show_number(number), shown);
    }
}

#[test]
fn text_is_as_serde_json_writes_it() {
    let control: String = (0..0x21_u8).map(char::from).collect();
    let texts = ["", "é😀\"\\/\u{7f}\u{2028}", &control];
    let lists: Vec<Json> = texts.iter().map(|text| Json::from(*text)).collect();
    let nested = parse(r#"{"a":[],"b":{},"c":[[1,-2.5],{"d":null,"e":[true,{"f":[]}]}],"g":1e300}"#).expect("JSON");
    for value in [Json::from(lists), nested] {
        assert_eq!(to_line(&value), value.to_string());
        assert_eq!(to_pretty(&value), format!("{value:#}\n"));
    }
}

proptest! {
    #[test]
    fn any_number_survives_a_round_trip(bits in any::<u64>()) {
        let number = f64::from_bits(bits);
        prop_assume!(number.is_finite());
        let shown = show_number(number);
        let read = parse(&shown).expect("JSON").as_f64();
        prop_assert_eq!(read, Some(number), "{}", shown);
        prop_assert_eq!(read.map(show_number), Some(shown));
    }
}

#[test]
fn an_error_has_the_path() {
    let lists = |text| Vec::<Vec<u32>>::from_json(parse(text).expect("JSON")).expect_err(text);
    let unexpected = |place, found| JsonError::new(place, JsonProblem::Unexpected { expected: Expected::Count, found });
    assert_eq!(lists("[[1],[2,-3]]"), unexpected("[1][1]", Found::Literal("-3".to_owned())));
    assert_eq!(lists("[[1],[\"2\"]]"), unexpected("[1][0]", Found::Text("2".to_owned())));
}
