//! Tables of others and of ours are read: with and without a description, with texts in a column, in a table, and in files.

use super::*;
use crate::format::draft::{Build, Decision, OffsetUnit, build};
use crate::format::{ImportWarning, ReadProblem, RecordProblem};
use crate::model::{AttributeKind, Timestamp};

struct Read {
    project: Project,
    /// The places and the problems.
    warnings: Vec<(String, RecordProblem)>,
    decisions: Vec<Decision>,
}

fn read(files: &[(&str, &str)]) -> Result<Read, ReadError> {
    let sources: Vec<_> = files.iter().map(|(name, text)| SourceFile { name, bytes: text.as_bytes() }).collect();
    let draft = Csv.read(&sources)?;
    let built = build(&draft, &Build { title: String::new(), now: Timestamp::epoch(), unit: None })?;
    built.imported.project.check().expect("valid");
    let warning = |warning: &ImportWarning| match warning {
        ImportWarning::Record { place, problem } => (place.clone(), problem.clone()),
        other => panic!("{other:?}"),
    };
    let warnings = built.imported.warnings.iter().map(warning).collect();
    Ok(Read { project: built.imported.project, warnings, decisions: built.decisions })
}

fn fine(files: &[(&str, &str)]) -> Read {
    let read = read(files).unwrap_or_else(|error| panic!("{error:?}"));
    assert_eq!(read.warnings, []);
    read
}

/// The article, label and text of each tag.
fn tags(project: &Project) -> Vec<String> {
    let tag = |tag: &std::rc::Rc<crate::model::Annotation>| {
        format!("{} {}: {}", tag.article, project.label_name(&tag.label), project.exact(tag))
    };
    project.all_annotations().map(tag).collect()
}

#[test]
fn texts_are_in_a_column() {
    let table =
        "doc_id;start;end;type;text;sure\n1;0;3;PER;Ana met Ben;true\n1;8;11;PER;Ana met Ben;false\n2;0;3;PER;Eva;\n";
    let project = fine(&[("a.csv", table)]).project;
    assert_eq!(tags(&project), ["1 PER: Ana", "1 PER: Ben", "2 PER: Eva"]);
    let attribute = project.schema().labels[0].attribute("sure").expect("the attribute");
    assert_eq!(attribute.kind, AttributeKind::YesNo);
    let sentences = "document,begin,end,label,sentence\nd,0,3,PER,Ana met Ben\nd,0,3,PER,Eva left\n";
    let project = fine(&[("a.csv", sentences)]).project;
    assert_eq!(tags(&project), ["d PER: Ana", "d-2 PER: Eva"]);
}

#[test]
fn texts_are_in_a_table_or_in_files() {
    let spans = "id\tdocument\tbegin\tlength\ttag\tcovered text\nT1\td/1\t4\t3\tVERB\tmet\nT2\td/1\t8\t3\tPER\tBen\n";
    let articles = "id,headline,body,views\nd/1,The news,Ana met Ben,7\n";
    let relations = "head,tail,label\nT1,T2,object\nT1,T9,object\n";
    let in_table =
        read(&[("relations.csv", relations), ("spans.tsv", spans), ("articles.csv", articles)]).expect("read");
    assert_eq!(in_table.warnings, [("relations.csv, line 3".to_owned(), RecordProblem::NoAnnotation)]);
    let project = in_table.project;
    assert_eq!(tags(&project), ["d/1 VERB: met", "d/1 PER: Ben"]);
    assert_eq!((project.relations().count(), project.articles()[0].title.as_str()), (1, "The news"));
    assert_eq!(project.schema().article_attributes[0].kind, AttributeKind::Number);
    for name in ["d/1.txt", "x/d/1.txt", "1.txt"] {
        let of_file = fine(&[("spans.tsv", spans), (name, "Ana met Ben"), ("other.txt", "Other")]);
        assert_eq!(tags(&of_file.project), ["d/1 VERB: met", "d/1 PER: Ben"], "{name}");
        assert_eq!(of_file.project.articles()[1].text.as_str(), "Other");
    }
    let only = "start,end,label\n0,3,PER\n";
    assert_eq!(tags(&fine(&[("a.csv", only), ("news.txt", "Ana met Ben")]).project), ["news PER: Ana"]);
}

#[test]
fn what_is_missing_is_named() {
    let error = |files: &[(&str, &str)]| *read(files).map(|_| ()).expect_err("refused").problem;
    assert_eq!(error(&[("a.csv", "doc,start,end,label\nd7,0,3,PER\n")]), ReadProblem::NoTexts("d7".to_owned()));
    assert_eq!(error(&[("a.csv", "start,end,label\n0,3,PER\n")]), ReadProblem::NoTexts(String::new()));
    assert_eq!(
        error(&[("a.csv", "name,age\nAna,3\n")]),
        ReadProblem::Columns(vec!["name".to_owned(), "age".to_owned()])
    );
    assert_eq!(error(&[]), ReadProblem::Columns(Vec::new()));
    let package = r#"{"name": "p", "resources": [{"name": "a", "path": "data/a.csv"}]}"#;
    assert_eq!(error(&[("datapackage.json", package)]), ReadProblem::NoFile("data/a.csv".to_owned()));
}

#[test]
fn rows_that_do_not_fit_have_their_lines() {
    let table = "doc,start,end,label,quote,text\n\
        d,0,3,PER,Ana,Ana met Ben\nd,x,3,PER,,\nd,0,99,PER,,\nd,8,11,,Ben,\nd,8,11,PER,Eva,\nd,1,2,3,4,5,6\nd,,,,,\nd,3,3,PER,,\ne,0,1,PER,,\n";
    let read = read(&[("a.csv", table)]).expect("read");
    assert_eq!(tags(&read.project), ["d PER: Ana"]);
    let mut warnings = read.warnings;
    warnings.sort_by(|a, b| a.0.cmp(&b.0));
    assert_eq!(
        warnings,
        [
            (String::new(), RecordProblem::NoArticle { source: "e".to_owned(), count: 1 }),
            ("line 3".to_owned(), RecordProblem::NotAPosition("start".to_owned(), "x".to_owned())),
            ("line 4".to_owned(), RecordProblem::OutsideText { start: 0, end: 99 }),
            ("line 5".to_owned(), RecordProblem::NoLabel),
            ("line 6".to_owned(), RecordProblem::OtherText { expected: "Eva".to_owned(), found: "Ben".to_owned() }),
            ("line 7".to_owned(), RecordProblem::Cells { found: 7, most: 6 }),
            ("line 9".to_owned(), RecordProblem::EmptyRange { start: 3, end: 3 }),
        ]
    );
}

#[test]
fn the_unit_of_positions_is_found_or_asked() {
    let articles = ("articles.csv", "doc,text\nd,😀 Ana met Ben\n");
    for (start, end, unit) in [(2, 5, OffsetUnit::CodePoints), (3, 6, OffsetUnit::Utf16), (5, 8, OffsetUnit::Bytes)] {
        let table = format!("doc,start,end,label,quote\nd,{start},{end},PER,Ana\n");
        let read = fine(&[("a.csv", &table), articles]);
        assert_eq!(
            (read.decisions.as_slice(), tags(&read.project)),
            (&[Decision::Decided(unit)][..], vec!["d PER: Ana".to_owned()])
        );
    }
    let open = read(&[("a.csv", "doc,start,end,label\nd,3,6,PER\n"), articles]).expect("read");
    assert!(matches!(open.decisions[0], Decision::Open(_)));
}

#[test]
fn a_description_says_how_tables_are_written() {
    let package = r#"{"name": "p", "title": "Title", "resources": [
        {"name": "docs", "path": "docs.csv", "dialect": {"delimiter": "|", "quoteChar": "'"}},
        {"name": "spans", "path": ["1.csv", "2.csv"], "dialect": {"header": false, "commentChar": "%"}, "schema": {"missingValues": ["NA"], "fields": [
            {"name": "doc"}, {"name": "start"}, {"name": "end"}, {"name": "label"}, {"name": "code", "type": "string"}, {"name": "n", "type": "number"}]}},
        {"name": "photo", "path": "photo.png"}, {"name": "none", "path": "none.csv"}]}"#;
    let files = [
        ("p/datapackage.json", package),
        ("p/docs.csv", "doc|text\nd|'Ana, it''s Ben'\n"),
        ("p/1.csv", "% a comment\nd,0,3,PER,7,NA\n"),
        ("p/2.csv", "d,10,13,PER,NA,1.50\n"),
    ];
    let read = read(&files).expect("read");
    assert_eq!(tags(&read.project), ["d PER: Ana", "d PER: Ben"]);
    assert_eq!(read.project.title, "Title");
    let kinds = ["code", "n"].map(|name| read.project.schema().labels[0].attribute(name).map(|one| one.kind));
    assert_eq!(kinds, [Some(AttributeKind::Text), Some(AttributeKind::Number)]);
    assert_eq!(
        read.warnings,
        [
            ("p/datapackage.json".to_owned(), RecordProblem::Unsupported("photo.png".to_owned())),
            ("p/datapackage.json".to_owned(), RecordProblem::NoFile("none.csv".to_owned())),
        ]
    );
}

#[test]
fn tables_are_recognised() {
    let is = |name: &str, text: &str| crate::format::recognise(name, text.as_bytes()).map(Format::name);
    let spans = "doc,start,end,label\nd,0,3,PER\n";
    assert_eq!(is("a.csv", spans), Some("csv"));
    assert_eq!(is("a.data", spans), Some("csv"));
    assert_eq!(is("a.csv", "id,text\n1,Ana\n"), Some("csv"));
    assert_eq!(is("a.data", "id,text\n1,Ana\n"), None);
    assert_eq!(is("a.csv", "name,age\nAna,3\n"), None);
    assert_eq!(is("datapackage.json", r#"{"name": "p", "resources": []}"#), Some("csv"));
    assert_eq!(is("a.txt", "Start, end and label it,\nhe said."), None);
    let others = ["a.csv", "x.txt"];
    assert!(Csv.goes_with("x.txt", &others) && !Csv.goes_with("x.png", &others) && !Csv.goes_with("x.txt", &["x.txt"]));
}

#[test]
fn any_table_is_read_or_refused() {
    for text in [
        "",
        "\"",
        "start,end\n",
        "start,end\n\"\n1,2",
        "text\n\"a\"\"",
        "a\0b,start,end\n",
        "start;end,label\n1;2,3",
        "from,to\n1,1\n",
        "entity,name\n,\n",
    ] {
        let _ = read(&[("a.csv", text)]);
        let _ = read(&[("a.csv", text), ("b.txt", "Text")]);
    }
}
