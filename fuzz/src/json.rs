//! JSON is read or refused with its place, and what was read comes back as it was written.

use std::collections::BTreeMap;

use crossread::app::messages::errors;
use crossread::json::{FromJson, Json, JsonError, JsonExt, Place, ToJson, parse, to_line, to_pretty};

/// Holds for any bytes.
pub fn hold(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    match parse(text) {
        Ok(value) => comes_back(&value),
        Err(error) => names_its_place(text, &error),
    }
}

/// Whether the error says a line and a column that the text has.
pub fn names_its_place(text: &str, error: &JsonError) {
    let Place::Line { line, column } = error.place else { panic!("no line and column: {error:?}") };
    let there = text.split('\n').nth(line - 1).expect("a line of the text");
    assert!((1..=there.chars().count() + 1).contains(&column), "{error:?}");
    assert!(errors::json(error).len() < 200, "{error:?}");
}

struct Whole(Json);

impl ToJson for Whole {
    fn to_json(&self) -> Json {
        self.0.clone()
    }
}

fn comes_back(value: &Json) {
    let whole = Whole(value.clone());
    let (line, pretty) = (to_line(&whole), to_pretty(&whole));
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
