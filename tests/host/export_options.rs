//! What can be chosen about an export: each format has the options that change its files, and no others; and a file that is written in
//! steps is the same as one that is written at once.

use crossread::format::{
    Dropped, DroppedPart, ExportOption, ExportOptions, ExportWriter, Format, TagScheme, Tokeniser, find, formats,
    native,
};
use crossread::model::Project;
use serde_json::json;

fn project() -> Project {
    let tag = |id: &str, start: usize, exact: &str, note: &str| json!({"id": id, "article": "a", "label": "l", "ranges": [{"start": start, "end": start + exact.len(), "exact": exact}], "created": "2026-01-01T00:00:00Z", "note": note});
    let file = json!({
        "format": "crossread", "version": 1, "project": {"title": "P", "created": "2026-01-01T00:00:00Z"},
        "schema": {"labels": [{"id": "l", "kind": "entity", "name": "L", "colour": "#0072b2", "key": "l"}]},
        "articles": [
            {"id": "a", "title": "A", "source": "S", "text": "Anna Bell met Bob in Rome. -DOCSTART- Yes. What is not near a tag is no part of what a tag is found by, either. This is the end."},
            {"id": "b", "title": "A", "text": "Two."},
        ],
        "annotations": [tag("1", 0, "Anna Bell", "=1+1"), tag("2", 14, "Bob", ""), tag("3", 21, "Rome", "")],
    });
    native::read(&file.to_string()).expect("a project")
}

fn with(option: ExportOption) -> ExportOptions {
    let mut options = ExportOptions::default();
    match option {
        ExportOption::ForSpreadsheets => options.for_spreadsheets = true,
        ExportOption::Tabs => options.tabs = true,
        ExportOption::Scheme => options.scheme = TagScheme::Bioes,
        ExportOption::Tokeniser => options.tokeniser = Tokeniser::Spaces,
        ExportOption::OneFileEach => options.one_file_each = true,
        ExportOption::WithoutTexts => options.without_texts = true,
    }
    options
}

const ALL: [ExportOption; 6] = [
    ExportOption::ForSpreadsheets,
    ExportOption::Tabs,
    ExportOption::Scheme,
    ExportOption::Tokeniser,
    ExportOption::OneFileEach,
    ExportOption::WithoutTexts,
];

fn written() -> impl Iterator<Item = &'static dyn Format> {
    formats().iter().copied().filter(|format| format.info().can_be_written)
}

#[test]
fn a_format_has_the_options_that_change_its_files() {
    let project = project();
    for format in written() {
        for option in ALL {
            let changes = format.write(&project, with(option)) != format.write(&project, ExportOptions::default());
            assert_eq!(changes, format.info().options.contains(&option), "{}: {option:?}", format.name());
        }
    }
}

#[test]
fn an_export_in_steps_is_that_at_once() {
    let project = project();
    for (format, option) in written().flat_map(|format| ALL.map(|option| (format, option))) {
        let options = with(option);
        let mut writer = ExportWriter::new(format.mime(options), format.parts(&project, options), &project.title);
        let mut bytes = Vec::new();
        while writer.step() {
            bytes.append(&mut writer.take());
            assert!(writer.progress().is_none_or(|progress| progress <= 1.0), "{}", format.name());
        }
        bytes.append(&mut writer.take());
        let exported = format.export(&project, options);
        assert_eq!((writer.name(), writer.mime()), (exported.name, exported.mime));
        assert_eq!(bytes, exported.bytes, "{}: {option:?}", format.name());
        assert_eq!(exported.dropped, format.dropped_with(&project, options));
    }
}

#[test]
fn texts_that_are_left_out_are_listed_and_are_not_in_the_files() {
    let project = project();
    let option = ExportOption::WithoutTexts;
    for format in written().filter(|format| format.info().options.contains(&option)) {
        let dropped = format.dropped_with(&project, with(option));
        assert!(dropped.contains(&Dropped { what: DroppedPart::ArticleTexts, count: 2 }), "{}", format.name());
        let files = format.write(&project, with(option));
        let has_text = files.iter().any(|file| String::from_utf8_lossy(&file.bytes).contains("This is the end"));
        assert!(!has_text, "{}", format.name());
    }
}

#[test]
fn what_a_token_is_changes_which_tags_are_widened() {
    let conll = find("conll").expect("the format");
    let widened = |project: &Project, options| {
        let dropped = conll.dropped_with(project, options);
        dropped.iter().find(|one| one.what == DroppedPart::PartsOfWords).map_or(0, |one| one.count)
    };
    let by_spaces = with(ExportOption::Tokeniser);
    let plain = native::write(&project()).replace("-DOCSTART-", "+DOCSTART+");
    let plain = native::read(&plain.replace("\"sha256\"", "\"x\"")).expect("a project");
    assert_eq!((widened(&plain, ExportOptions::default()), widened(&plain, by_spaces)), (0, 1));
    // A token that is like the line between articles would end one, so this text has words.
    assert_eq!(widened(&project(), by_spaces), 0);
    let file = conll.write(&project(), by_spaces).remove(0);
    assert!(String::from_utf8_lossy(&file.bytes).contains("\nDOCSTART\t"));
}
