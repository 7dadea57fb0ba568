//! A passage of another version of a text: a quote, and where it was.

use crate::anchor::{Quote, context};
use crate::format::native::RangeRecord;
use crate::json::{FromJson as _, Json, ToJson as _};
use crate::text::{Text, TextRange};

/// A passage of another version of a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Passage {
    /// The passage with the texts before and after it.
    pub quote: Quote,
    /// Where it began and ended in that version, in code points.
    pub at: (u32, u32),
}

impl Passage {
    /// The passage of a range.
    pub fn of(text: &Text, range: TextRange) -> Self {
        let (prefix, suffix) = context(text, range);
        let quote = Quote { exact: text.slice(range).to_owned(), prefix: prefix.to_owned(), suffix: suffix.to_owned() };
        Self { quote, at: (text.to_code_points(range.start()).0, text.to_code_points(range.end()).0) }
    }

    /// The passages of a list of ranges in a file; `None` if it is not one.
    pub(super) fn list(json: &Json) -> Option<Vec<Self>> {
        let records = Vec::<RangeRecord>::from_json(json.clone()).ok()?;
        Some(records.into_iter().map(Self::of_record).collect())
    }

    pub(super) fn of_record(record: RangeRecord) -> Self {
        let RangeRecord { start, end, exact, prefix, suffix, .. } = record;
        let quote = Quote { exact, prefix: prefix.unwrap_or_default(), suffix: suffix.unwrap_or_default() };
        Self { quote, at: (start, end) }
    }

    pub(super) fn record(&self) -> RangeRecord {
        let Self { quote: Quote { exact, prefix, suffix }, at: (start, end) } = self.clone();
        let (utf16_start, utf16_end) = (None, None);
        RangeRecord { start, end, utf16_start, utf16_end, exact, prefix: Some(prefix), suffix: Some(suffix) }
    }

    /// The passages as a list of ranges in a file.
    pub(super) fn json(all: &[Self]) -> Json {
        all.iter().map(|passage| passage.record().to_json()).collect()
    }
}
