//! JSON is parsed, or refused with the place of the error; a value that is written and parsed again is the same value.

use std::collections::BTreeMap;

use crossread::app::messages::errors;
use crossread::json::{FromJson, Json, JsonError, JsonExt, Place, ToJson, parse, to_line, to_pretty};

/// Checks any bytes.
pub fn check(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    match parse(text) {
        Ok(value) => check_round_trip(&value),
        Err(error) => check_place(text, &error),
    }
}

/// Checks that the error has a line and a column of the text.
pub fn check_place(text: &str, error: &JsonError) {
    let Place::Line { line, column } = error.place else { panic!("no line and column: {error:?}") };
    let there = text.split('\n').nth(line - 1).expect("a line of the text");
    assert!((1..=there.chars().count() + 1).contains(&column), "{error:?}");
    assert!(errors::json(error).len() < 200, "{error:?}");
}

struct Value(Json);

impl ToJson for Value {
    fn to_json(&self) -> Json {
        self.0.clone()
    }
}

fn check_round_trip(value: &Json) {
    let written = Value(value.clone());
    let (line, pretty) = (to_line(&written), to_pretty(&written));
    assert!(!line.contains('\n'));
    assert_eq!(parse(&line).as_ref(), Ok(value));
    assert_eq!(parse(&pretty).as_ref(), Ok(value));
    assert!(errors::found(&value.found()).len() < 500);
    assert!(value.names().count() <= line.len());
    let texts = Vec::<String>::from_json(value.clone());
    if let Ok(texts) = texts {
        assert_eq!(Vec::from_json(texts.to_json()), Ok(texts));
    }
    let numbers = BTreeMap::<String, Option<f64>>::from_json(value.clone());
    if let Ok(numbers) = numbers {
        assert_eq!(BTreeMap::from_json(numbers.to_json()), Ok(numbers));
    }
    let _ = (u32::from_json(value.clone()), char::from_json(value.clone()), bool::from_json(value.clone()));
}
