//! The value of an attribute in the native JSON: a text, a list of texts, a number, or true or false.

use std::fmt;

use serde::de::{Error, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::model::AttributeValue;

/// From here on not every whole number has a value of its own, so digits would promise too much.
const EXACT: f64 = 9_007_199_254_740_992.0;

pub(crate) struct ValueRecord(pub(crate) AttributeValue);

impl Serialize for ValueRecord {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.0 {
            AttributeValue::Text(text) => serializer.serialize_str(text),
            AttributeValue::List(list) => list.serialize(serializer),
            AttributeValue::Number(n) if n.fract() == 0.0 && n.abs() < EXACT => serializer.serialize_i64(*n as i64),
            AttributeValue::Number(number) => serializer.serialize_f64(*number),
            AttributeValue::YesNo(yes) => serializer.serialize_bool(*yes),
        }
    }
}

impl<'de> Deserialize<'de> for ValueRecord {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ValueVisitor).map(Self)
    }
}

struct ValueVisitor;

impl<'de> Visitor<'de> for ValueVisitor {
    type Value = AttributeValue;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text, a list of texts, a number, or true or false")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<AttributeValue, E> {
        Ok(AttributeValue::Text(text.to_owned()))
    }

    fn visit_bool<E: Error>(self, yes: bool) -> Result<AttributeValue, E> {
        Ok(AttributeValue::YesNo(yes))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<AttributeValue, E> {
        Ok(AttributeValue::Number(number as f64))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<AttributeValue, E> {
        Ok(AttributeValue::Number(number as f64))
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<AttributeValue, E> {
        Ok(AttributeValue::Number(number))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<AttributeValue, A::Error> {
        let mut list = Vec::new();
        while let Some(text) = seq.next_element()? {
            list.push(text);
        }
        Ok(AttributeValue::List(list))
    }
}

#[cfg(test)]
impl schemars::JsonSchema for ValueRecord {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Value".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "A text, a list of texts, a number, or true or false.",
            "type": ["string", "array", "number", "boolean"],
            "items": { "type": "string" }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_come_back_as_they_were_written() {
        for json in ["\"é\"", "[]", "[\"a\",\"b\"]", "true", "3", "-7", "0.1", "1e300", "9007199254740993.0"] {
            let value: ValueRecord = serde_json::from_str(json).expect(json);
            let written = serde_json::to_string(&value).expect(json);
            let again: ValueRecord = serde_json::from_str(&written).expect(json);
            assert_eq!(serde_json::to_string(&again).expect(json), written);
        }
        let whole: ValueRecord = serde_json::from_str("3.0").expect("a number");
        assert_eq!(serde_json::to_string(&whole).expect("json"), "3");
    }

    #[test]
    fn other_values_are_refused() {
        let error = serde_json::from_str::<ValueRecord>("{}").map(|_| ()).expect_err("an object");
        assert!(error.to_string().contains("expected a text, a list of texts, a number"), "{error}");
    }
}
