//! The value of an attribute in the native JSON: a string, a list of strings, a number, or a boolean.

use crate::json::{Expected, FromJson, Json, JsonError, JsonExt, JsonWriter, ToJson};
use crate::model::AttributeValue;

impl ToJson for AttributeValue {
    fn to_json(&self) -> Json {
        match self {
            Self::Text(text) => text.to_json(),
            Self::List(list) => list.to_json(),
            Self::Number(number) => number.to_json(),
            Self::YesNo(yes) => yes.to_json(),
        }
    }

    fn write(&self, out: &mut JsonWriter) {
        match self {
            Self::Text(text) => text.write(out),
            Self::List(list) => list.write(out),
            Self::Number(number) => number.write(out),
            Self::YesNo(yes) => yes.write(out),
        }
    }
}

impl FromJson for AttributeValue {
    fn from_json(json: Json) -> Result<Self, JsonError> {
        match json {
            Json::String(text) => Ok(Self::Text(text)),
            Json::Bool(yes) => Ok(Self::YesNo(yes)),
            Json::Array(_) => Vec::from_json(json).map(Self::List),
            Json::Number(_) => f64::from_json(json).map(Self::Number),
            other => Err(other.instead_of(Expected::AttributeValue)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::{Found, JsonProblem, parse, to_line};

    fn read(json: &str) -> Result<AttributeValue, JsonError> {
        AttributeValue::from_json(parse(json).expect("JSON"))
    }

    #[test]
    fn values_survive_a_round_trip() {
        for json in ["\"é\"", "[]", "[\"a\",\"b\"]", "true", "3", "-7", "0.1", "1e300", "9007199254740993.0", "1e-300"]
        {
            let written = to_line(&read(json).expect(json));
            assert_eq!(to_line(&read(&written).expect(json)), written);
        }
        assert_eq!(to_line(&read("3.0").expect("a number")), "3");
        assert_eq!(to_line(&read("1e300").expect("a number")), "1e+300");
    }

    #[test]
    fn other_values_are_refused() {
        for json in ["{}", "null"] {
            let error = read(json).map(|_| ()).expect_err(json);
            assert!(matches!(*error.problem, JsonProblem::Unexpected { expected: Expected::AttributeValue, .. }));
        }
        let found = Found::Literal("1".to_owned());
        let problem = JsonProblem::Unexpected { expected: Expected::Text, found };
        assert_eq!(read("[1]"), Err(JsonError::new("[0]", problem)));
    }
}
