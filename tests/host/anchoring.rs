//! The cases of Apache Annotator: where quotes and positions are in a text, and which quote is only at one place.

use crossread::anchor::{DescribeOptions, Quote, describe};
use crossread::json::{Json, parse};
use crossread::text::{CodePointOffset, Text, TextRange};

use crate::fixtures::fixtures;

fn cases(file: &str) -> Vec<Json> {
    let Some(folder) = fixtures("anchoring") else { return Vec::new() };
    let json = parse(&std::fs::read_to_string(folder.join(file)).expect("the cases")).expect("JSON");
    let cases = json["cases"].as_array().expect("cases").clone();
    assert!(!cases.is_empty());
    cases
}

fn text(json: &Json) -> String {
    json.as_str().unwrap_or_default().to_owned()
}

fn quote(json: &Json) -> Quote {
    Quote { exact: text(&json["exact"]), prefix: text(&json["prefix"]), suffix: text(&json["suffix"]) }
}

fn offsets(json: &Json) -> (u64, u64) {
    (json[0].as_u64().expect("a start"), json[1].as_u64().expect("an end"))
}

fn range(text: &Text, (start, end): (u64, u64)) -> TextRange {
    let position = |offset: u64| text.from_code_points(CodePointOffset(offset as u32)).expect("a position");
    TextRange::new(position(start), position(end))
}

#[test]
fn quotes_are_found_at_all_their_places() {
    for case in cases("text-quote-match.json") {
        let whole = Text::new(text(&case["text"]));
        let found: Vec<TextRange> = quote(&case["selector"]).places(whole.as_str()).collect();
        let expected = |unit: &str| case[unit].as_array().expect("ranges").iter().map(offsets).collect::<Vec<_>>();
        let code_points = found
            .iter()
            .map(|range| (whole.to_code_points(range.start()).0.into(), whole.to_code_points(range.end()).0.into()));
        assert_eq!(code_points.collect::<Vec<_>>(), expected("expected_code_point_ranges"), "{}", case["name"]);
        let utf16 =
            found.iter().map(|range| (whole.to_utf16(range.start()).0.into(), whole.to_utf16(range.end()).0.into()));
        assert_eq!(utf16.collect::<Vec<_>>(), expected("expected_utf16_ranges"), "{}", case["name"]);
    }
}

#[test]
fn ranges_are_described_by_quotes_that_are_only_there() {
    for case in cases("text-quote-describe.json") {
        let whole = Text::new(text(&case["text"]));
        let number = |name: &str| case["options"][name].as_u64().map(|number| number as usize);
        let standard = DescribeOptions::default();
        let options = DescribeOptions {
            minimal: case["options"]["minimalContext"].as_bool().unwrap_or(standard.minimal),
            least: number("minimumQuoteLength").unwrap_or(standard.least),
            longest_word: number("maxWordLength").unwrap_or(standard.longest_word),
            ..standard
        };
        let range = range(&whole, offsets(&case["range_code_points"]));
        let described = describe(whole.as_str(), range, options);
        assert_eq!(described, quote(&case["expected"]), "{}", case["name"]);
        assert_eq!(described.places(whole.as_str()).collect::<Vec<_>>(), [range], "{}", case["name"]);
    }
}

#[test]
fn positions_count_code_points() {
    for case in cases("text-position-match.json") {
        let whole = Text::new(text(&case["text"]));
        let (start, end) = (&case["selector"]["start"], &case["selector"]["end"]);
        let range = range(&whole, (start.as_u64().expect("a start"), end.as_u64().expect("an end")));
        assert_eq!(whole.slice(range), case["selected_text"].as_str().expect("a text"), "{}", case["name"]);
        let utf16 = (whole.to_utf16(range.start()).0.into(), whole.to_utf16(range.end()).0.into());
        assert_eq!(utf16, offsets(&case["utf16"]), "{}", case["name"]);
    }
}
