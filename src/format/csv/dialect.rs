//! How the cells of a table are separated and quoted: as a Table Dialect of Frictionless Data says, or found out.
//!
//! Source: <https://datapackage.org/standard/table-dialect/>.

use super::columns::known_columns;
use crate::json::Json;

/// The separators that are tried where no dialect is given, the most usual one first.
const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];
/// How many rows are looked at.
const EXAMINED: usize = 50;

/// How a table is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Dialect {
    /// Between cells.
    pub(super) delimiter: u8,
    /// Around cells.
    pub(super) quote: Option<u8>,
    /// Before a quote in a cell.
    pub(super) escape: Option<u8>,
    /// Whether a quote in a cell is doubled.
    pub(super) double_quote: bool,
    /// What rows end with, if not with a line end.
    pub(super) terminator: Option<u8>,
    /// What rows begin with that are comments.
    pub(super) comment: Option<u8>,
    /// Whether spaces after a delimiter are no part of the cell.
    pub(super) skip_initial_space: bool,
    /// How many rows are before the first one with data; the last of them is the header.
    pub(super) header_rows: usize,
}

impl Default for Dialect {
    fn default() -> Self {
        Self {
            delimiter: b',',
            quote: Some(b'"'),
            escape: None,
            double_quote: true,
            terminator: None,
            comment: None,
            skip_initial_space: false,
            header_rows: 1,
        }
    }
}

impl Dialect {
    /// The dialect of a resource: that of its `dialect`, with the defaults of its `format`.
    pub(super) fn of_resource(resource: &Json) -> Self {
        let mut dialect = Self::default();
        if resource.get("format").and_then(Json::as_str) == Some("tsv") {
            dialect.delimiter = b'\t';
        }
        let Some(given) = resource.get("dialect") else { return dialect };
        // Some versions of the reference implementation have the properties one level deeper.
        let inner = given.get("csv");
        let property = |name: &str| given.get(name).or_else(|| inner?.get(name));
        let byte = |name: &str| property(name).and_then(Json::as_str).and_then(one_byte);
        let is = |name: &str| property(name).and_then(Json::as_bool);
        dialect.delimiter = byte("delimiter").unwrap_or(dialect.delimiter);
        if let Some(quote) = property("quoteChar") {
            dialect.quote = quote.as_str().and_then(one_byte);
        }
        dialect.escape = byte("escapeChar");
        dialect.double_quote = is("doubleQuote").unwrap_or(dialect.escape.is_none());
        dialect.terminator = byte("lineTerminator").filter(|end| !matches!(end, b'\n' | b'\r'));
        dialect.comment = byte("commentChar");
        dialect.skip_initial_space = is("skipInitialSpace").unwrap_or_default();
        let rows = property("headerRows").and_then(Json::as_array);
        let last = rows.and_then(|rows| rows.iter().filter_map(Json::as_u64).max());
        dialect.header_rows = match (is("header"), last) {
            (Some(false), _) => 0,
            (_, Some(last)) => usize::try_from(last).unwrap_or(1),
            _ => 1,
        };
        dialect
    }

    /// The dialect that a table without a description probably has: the delimiter that gives the most known columns, then the most
    /// equal rows.
    pub(super) fn detect(text: &str) -> Self {
        // A line of Excel.
        if let Some(delimiter) = text.strip_prefix("sep=").and_then(|rest| rest.lines().next()).and_then(one_byte) {
            return Self { delimiter, header_rows: 2, ..Self::default() };
        }
        let score = |dialect: &Self| {
            let mut rows = dialect.reader(text).into_records().take(EXAMINED).filter_map(Result::ok);
            let Some(header) = rows.next().filter(|header| header.len() > 1) else { return (0, 0, 0) };
            let (mut equal, mut all) = (0, 0);
            for row in rows {
                all += 1;
                equal += usize::from(row.len() == header.len());
            }
            (known_columns(header.iter()), equal * 100 / all.max(1), header.len())
        };
        let all = DELIMITERS.map(|delimiter| Self { delimiter, ..Self::default() });
        // The last of the best would win.
        all.into_iter().rev().max_by_key(score).unwrap_or_default()
    }

    /// A reader of the rows of a text, with the header.
    pub(super) fn reader<'a>(&self, text: &'a str) -> csv::Reader<&'a [u8]> {
        let mut builder = csv::ReaderBuilder::new();
        builder.has_headers(false).flexible(true).delimiter(self.delimiter);
        builder.quoting(self.quote.is_some()).quote(self.quote.unwrap_or(b'"'));
        builder.escape(self.escape).double_quote(self.double_quote).comment(self.comment);
        if let Some(end) = self.terminator {
            builder.terminator(csv::Terminator::Any(end));
        }
        builder.from_reader(text.as_bytes())
    }
}

fn one_byte(text: &str) -> Option<u8> {
    match text.as_bytes() {
        [byte] if byte.is_ascii() => Some(*byte),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn the_delimiter_is_found() {
        for (text, delimiter) in [
            ("doc_id,start,end,label\na,1,2,\"x;y;z\"\n", b','),
            ("doc_id;start;end;label\na;1;2;\"x, y, z\"\n", b';'),
            ("doc_id\tstart\tend\tlabel\ttext\na\t1\t2\tX\tone, two, three\n", b'\t'),
            ("doc|start|end\na|1|2", b'|'),
            ("sep=;\na;b\n", b';'),
            ("a;b\n1,5;2,5\n", b';'),
            ("text\nOne\n", b','),
            ("", b','),
        ] {
            assert_eq!(Dialect::detect(text).delimiter, delimiter, "{text}");
        }
    }

    #[test]
    fn dialects_of_resources_are_read() {
        let dialect = |value: Json| Dialect::of_resource(&json!({ "dialect": value }));
        assert_eq!(dialect(json!({})), Dialect::default());
        let other = dialect(json!({
            "delimiter": ";", "quoteChar": "'", "escapeChar": "\\", "commentChar": "#", "skipInitialSpace": true, "header": false,
        }));
        let expected = Dialect {
            delimiter: b';',
            quote: Some(b'\''),
            escape: Some(b'\\'),
            double_quote: false,
            comment: Some(b'#'),
            skip_initial_space: true,
            header_rows: 0,
            ..Dialect::default()
        };
        assert_eq!(other, expected);
        assert_eq!(dialect(json!({ "csv": { "delimiter": "|" } })).delimiter, b'|');
        assert_eq!(dialect(json!({ "headerRows": [2, 3] })).header_rows, 3);
        assert_eq!(Dialect::of_resource(&json!({ "format": "tsv" })).delimiter, b'\t');
        assert_eq!(dialect(json!({ "delimiter": "§", "quoteChar": null })).quote, None);
    }
}
