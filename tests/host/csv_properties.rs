//! Tables: they contain every tag, and no formulas if they are for spreadsheets; what is read again is the project less what is listed; and
//! csv-spectrum is read as its JSON says.

use crate::common;
use crate::common::{act, actions, edited_projects, project, texts};
use crate::fixtures::{files_in, fixtures};
use crate::json_records::{names, nasty};
use crate::{json_less, lossy};
use crossread::edit::Editor;
use crossread::format::csv::Sheet;
use crossread::format::draft::{Build, build};
use crossread::format::{Dropped, DroppedPart, ExportOptions, SourceFile, find};
use crossread::json::Json;
use crossread::model::{Project, Timestamp};
use proptest::collection::vec;
use proptest::prelude::*;

/// The rows of the table, the header first.
fn rows(project: &Project, for_spreadsheets: bool) -> Vec<Vec<String>> {
    let bytes = find("csv")
        .expect("the format")
        .export(project, ExportOptions { for_spreadsheets, ..ExportOptions::default() })
        .bytes;
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(&bytes);
    let reader = csv::ReaderBuilder::new().has_headers(false).flexible(false).from_reader(bytes);
    let rows = reader.into_records().map(|row| row.expect("as many cells as the first"));
    rows.map(|row| row.iter().map(str::to_owned).collect()).collect()
}

/// The expected cells of each row, for some columns.
fn expected(project: &Project) -> Vec<[String; 9]> {
    let tags = project.all_annotations().flat_map(|tag| tag.ranges.iter().map(move |range| (tag, *range)));
    let row = |(tag, range): (&std::rc::Rc<crossread::model::Annotation>, crossread::text::TextRange)| {
        let article = project.article(&tag.article).expect("an article");
        let entity = tag.entity.as_ref().and_then(|id| project.entity(id)).map_or("", |entity| &entity.name);
        let exact = article.text.slice(range);
        let (start, end) = (article.text.to_code_points(range.start()).0, article.text.to_code_points(range.end()).0);
        let text: String = article.text.as_str().chars().skip(start as usize).take((end - start) as usize).collect();
        assert_eq!(text, exact, "positions are in code points");
        [
            article.id.as_str(),
            &article.title,
            tag.id.as_str(),
            &start.to_string(),
            &end.to_string(),
            exact,
            tag.label.as_str(),
            entity,
            &tag.note,
        ]
        .map(str::to_owned)
    };
    tags.map(row).collect()
}

proptest! {
    #![proptest_config(common::config())]

    #[test]
    fn every_range_has_a_row(texts in vec(texts(), 1..3), actions in actions(), for_spreadsheets: bool) {
        let mut editor = Editor::new(project(&texts));
        act(&mut editor, &actions, |_, _, _| {});
        let project = editor.project();
        let rows = rows(project, for_spreadsheets);
        let expected = expected(project);
        prop_assert_eq!(rows.len(), expected.len() + 1);
        let at = |name: &str| rows[0].iter().position(|column| column == name).expect("a column");
        let columns = ["article", "articleTitle", "annotation", "start", "end", "exact", "label", "entityName", "note"].map(at);
        for (row, expected) in rows[1..].iter().zip(&expected) {
            for (column, expected) in columns.iter().zip(expected) {
                let cell = &row[*column];
                let is_escaped = for_spreadsheets && cell.strip_prefix('\'') == Some(expected);
                prop_assert!(cell == expected || is_escaped, "{cell:?} for {expected:?}");
                let starts = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
                prop_assert!(!for_spreadsheets || !cell.starts_with(starts), "{cell:?} is a formula");
            }
        }
    }
}

/// Reads the tables of a format, with text files beside; there are no warnings.
fn read_back(format: &str, project: &Project, options: ExportOptions, texts: &[(String, String)]) -> Project {
    let format = find(format).expect("the format");
    let files = format.write(project, options);
    let tables = files.iter().map(|file| SourceFile { name: &file.name, bytes: &file.bytes });
    let beside = texts.iter().map(|(name, text)| SourceFile { name, bytes: text.as_bytes() });
    let draft = format.read(&tables.chain(beside).collect::<Vec<_>>()).expect("its own export");
    let how = Build { title: project.title.clone(), now: Timestamp::epoch(), unit: None };
    let imported = build(&draft, &how).expect("a project").imported;
    assert_eq!(imported.warnings, []);
    imported.project.check().expect("valid");
    imported.project
}

/// The texts of the articles as files.
fn text_files(project: &Project) -> Vec<(String, String)> {
    project.articles().iter().map(|article| (format!("{}.txt", article.id), article.text.as_str().to_owned())).collect()
}

fn check_package(project: &Project, options: ExportOptions) {
    let package = find("data-package").expect("the format");
    let texts = if options.without_texts { text_files(project) } else { Vec::new() };
    let read = read_back("data-package", project, options, &texts);
    let dropped = package.dropped(project);
    assert_eq!(json_less::less(&read, &dropped), json_less::less(project, &dropped));
}

fn check_table(project: &Project, options: ExportOptions) {
    let table = find("csv").expect("the format");
    let read = read_back("csv", project, options, &text_files(project));
    let across = project.relations().filter(|relation| {
        let article = |id| project.annotation(id).map(|tag| &tag.article);
        article(&relation.from) != article(&relation.to)
    });
    let across = across.count();
    // The texts are beside the table; relations are compared in two groups, and details only of entities that are there again.
    let compared = |one: Dropped| match one.what {
        DroppedPart::ArticleTexts => vec![],
        DroppedPart::EntityDetails => vec![Dropped { count: details_of_mentioned(project), ..one }],
        DroppedPart::Relations => vec![
            Dropped { count: one.count - across, ..one },
            Dropped { what: DroppedPart::RelationsAcrossArticles, count: across },
        ],
        _ => vec![one],
    };
    let dropped: Vec<Dropped> = table.dropped(project).into_iter().flat_map(compared).collect();
    lossy::check(project, &dropped, &read);
}

fn details_of_mentioned(project: &Project) -> usize {
    let mentioned = project.entities().filter(|entity| project.mentions_of(&entity.id).next().is_some());
    let details = mentioned.map(|one| {
        let fields = usize::from(one.label.is_some()) + usize::from(!one.note.is_empty());
        fields + one.aliases.len() + one.identifiers.len()
    });
    details.sum()
}

fn options() -> impl Strategy<Value = ExportOptions> {
    any::<[bool; 3]>().prop_map(|[for_spreadsheets, tabs, without_texts]| ExportOptions {
        for_spreadsheets,
        tabs,
        without_texts,
        ..ExportOptions::default()
    })
}

proptest! {
    #![proptest_config(common::config())]

    #[test]
    fn tables_are_the_project_less_what_is_dropped(project in edited_projects(), options in options()) {
        check_package(&project, options);
        if !project.articles().is_empty() {
            check_table(&project, options);
        }
    }

    #[test]
    fn names_and_texts_of_tables_may_be_anything(names in names(), text in texts(), options in options()) {
        check_package(&nasty(&names, &text), options);
    }

    #[test]
    fn damaged_tables_do_not_make_the_reader_panic(project in edited_projects(), text in "\\PC{0,40}", at in 0..3_000_usize) {
        let format = find("data-package").expect("the format");
        let mut files = format.write(&project, ExportOptions::default());
        let file = at % files.len();
        let at = at % (files[file].bytes.len() + 1);
        files[file].bytes.splice(at..at, text.bytes());
        let sources: Vec<_> = files.iter().map(|file| SourceFile { name: &file.name, bytes: &file.bytes }).collect();
        if let Ok(draft) = format.read(&sources) {
            let how = Build { title: String::new(), now: Timestamp::epoch(), unit: None };
            if let Ok(built) = build(&draft, &how) {
                prop_assert_eq!(built.imported.project.check(), Ok(()));
            }
        }
    }
}

#[test]
fn csv_spectrum_is_read_as_its_json_says() {
    let Some(folder) = fixtures("csv-spectrum") else { return };
    let tables = files_in(&folder.join("csvs"));
    for path in &tables {
        let sheet = Sheet::read(&std::fs::read(path).expect("the table")).expect("a table");
        let name = path.file_stem().expect("a name").to_string_lossy();
        let twin = std::fs::read_to_string(folder.join(format!("json/{name}.json"))).expect("the JSON");
        let expected: Json = serde_json::from_str(&twin).expect("JSON");
        let row = |row: &crossread::format::csv::Row| {
            let cells = sheet.header.iter().enumerate().map(|(at, name)| (name.clone(), Json::from(row.cell(at))));
            Json::Object(cells.collect())
        };
        let mut read: Vec<Json> = sheet.rows.iter().map(row).collect();
        if name == "newlines_crlf" {
            // The line end in a cell of the table is LF, in that of its JSON CRLF.
            let twin: Json = serde_json::from_str(&twin.replace(r"\r\n", r"\n")).expect("JSON");
            assert_eq!(Json::from(read), twin);
        } else if name == "location_coordinates" {
            // There the JSON is the only row, with another telephone number.
            read[0]["Contact Phone Number"] = "1234567890".into();
            assert_eq!(read, [expected]);
        } else {
            assert_eq!(Json::from(read), expected, "{name}");
        }
    }
    assert_eq!(tables.len(), 12);
}
