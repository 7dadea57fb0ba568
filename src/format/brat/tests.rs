//! Documents with what is difficult in real files, and what is written.

use super::*;
use crate::format::draft::{Build, build};
use crate::format::{ImportWarning, ReadProblem, RecordProblem};
use crate::model::{AttributeKind, AttributeValue, Timestamp};

fn read(files: &[(&str, &str)]) -> (Project, Vec<ImportWarning>) {
    let files: Vec<_> = files.iter().map(|(name, text)| SourceFile { name, bytes: text.as_bytes() }).collect();
    let draft = Brat.read(&files).expect("documents");
    let how = Build { title: String::new(), now: Timestamp::epoch(), unit: None };
    let imported = build(&draft, &how).expect("a project").imported;
    imported.project.check().expect("valid");
    (imported.project, imported.warnings)
}

fn problems(warnings: &[ImportWarning]) -> Vec<(&str, RecordProblem)> {
    let mut found = Vec::new();
    for warning in warnings {
        match warning {
            ImportWarning::Record { place, problem } => found.push((place.as_str(), problem.clone())),
            ImportWarning::Loss(_) => panic!("{warning:?}"),
        }
    }
    found
}

fn tags(project: &Project) -> Vec<(String, String, String)> {
    let of = |tag: &crate::model::Annotation| (tag.id.to_string(), project.label_name(&tag.label), project.exact(tag));
    project.all_annotations().map(|tag| of(tag)).collect()
}

fn relations(project: &Project) -> Vec<String> {
    let of = |one: &crate::model::Relation| {
        format!("{} {} {} {}", one.id, project.relation_type_name(&one.kind), one.from, one.to)
    };
    project.relations().map(|relation| of(relation)).collect()
}

fn written(project: &Project) -> Vec<(String, String)> {
    let files = Brat.write(project, ExportOptions::default());
    files.into_iter().map(|file| (file.name, String::from_utf8(file.bytes).expect("UTF-8"))).collect()
}

/// The standoff file of the only article.
fn standoff(project: &Project) -> String {
    written(project).into_iter().find(|(name, _)| name.ends_with(".ann")).expect("a standoff file").1
}

#[test]
fn malformed_lines_are_left_out_with_their_place() {
    // Like a file of the tests of EDS-NLP.
    let ann = "T1\ttest 0 3;4 7\tone two\n#1\tAnnotatorNotes T1\tfirst\n#1\tAnnotatorNotes T1\tsecond\n\
               T12 test label 0 3\nT4\ttest label 0 378 386\tx\nA9\tbool flag 0 T4\nE1\n\nA1\tsure T1\nR1\tx Arg1:T1 Arg2:T9\n";
    let (project, warnings) = read(&[("doc.txt", "one two"), ("doc.ann", ann)]);
    assert_eq!(tags(&project), [("T1".to_owned(), "test".to_owned(), "one … two".to_owned())]);
    assert_eq!(project.all_annotations().next().expect("a tag").note, "first\nsecond");
    let places: Vec<_> = problems(&warnings).into_iter().map(|(place, _)| place.to_owned()).collect();
    assert_eq!(places, ["line 4", "line 5", "line 7", "line 10", "line 6"]);
    assert!(matches!(&problems(&warnings)[3].1, RecordProblem::NoAnnotation));
}

#[test]
fn covered_texts_are_joined_in_many_ways_and_may_contain_tabs() {
    let text = "North and South America\tis big";
    for joined in
        ["North America", "NorthAmerica", "North [...] America", "North ... America", "", "North America\tnote"]
    {
        let ann = format!("T1\tLoc 0 5;16 23\t{joined}\nT2\tLoc 16 26\tAmerica\tis\n");
        let (project, warnings) = read(&[("a.txt", text), ("a.ann", &ann)]);
        assert_eq!(warnings, [], "{joined}");
        assert_eq!(standoff(&project), "T1\tLoc 0 5;16 23\tNorth America\nT2\tLoc 16 26\tAmerica\tis\n");
    }
    let (project, warnings) =
        read(&[("a.txt", text), ("a.ann", "T1\tLoc 0 5\tSouth\nT2\tLoc 3 3\t\nT3\tLoc 9 99\t\n")]);
    assert_eq!((project.annotation_count(), warnings.len()), (0, 3));
}

#[test]
fn discontinuous_tags_may_overlap() {
    let text = "Breast and Ovarian Cancers";
    let ann = "T1\tDisease 0 6;19 26\tBreast Cancers\nT2\tDisease 11 26\tOvarian Cancers\nN1\tReference T1 672\n";
    let (project, warnings) = read(&[("a.txt", text), ("a.ann", ann)]);
    assert_eq!(warnings, []);
    assert_eq!(standoff(&project), ann.replace("T1 672", "T1 Reference:672\t672"));
}

#[test]
fn offsets_of_old_clients_are_recognised() {
    let text = "😀 Bob met 😀 Ann";
    let (project, _) = read(&[("a.txt", text), ("a.ann", "T1\tPer 3 6\tBob\nT2\tPer 14 17\tAnn\n")]);
    assert_eq!(standoff(&project), "T1\tPer 2 5\tBob\nT2\tPer 12 15\tAnn\n");
}

#[test]
fn a_tag_over_lines_is_one_range_and_has_a_fragment_a_line() {
    let ann = "T1\tX 0 3;6 9\tone two\n";
    let (project, _) = read(&[("a.txt", "one \n two"), ("a.ann", ann)]);
    assert_eq!(tags(&project)[0].2, "one \n two");
    assert_eq!(standoff(&project), ann);
}

#[test]
fn events_share_triggers_and_refer_to_each_other() {
    let ann = "T1\tProtein 0 3\tp53\nT2\tBind 4 9\tbinds\nT3\tProtein 10 13\tTax\nT4\tBind 14 17\tand\n\
               E1\tBind:T2 Theme:T1 Theme2:T3\nE2\tBind:T2 Cause:E1\nE3\tBind:T4 Site3:T1 Theme:E2\n\
               A1\tNegation E2\n#1\tAnnotatorNotes E1\tsure?\n";
    let (project, warnings) = read(&[("a.txt", "p53 binds Tax and"), ("a.ann", ann)]);
    assert_eq!(warnings, []);
    let ids: Vec<_> = tags(&project).into_iter().map(|(id, ..)| id).collect();
    assert_eq!(ids, ["T1", "T2-E1", "T2-E2", "T3", "T4-E3"]);
    assert_eq!(
        relations(&project),
        [
            "E1.1 Theme T2-E1 T1",
            "E1.2 Theme T2-E1 T3",
            "E2.1 Cause T2-E2 T2-E1",
            "E3.1 Site3 T4-E3 T1",
            "E3.2 Theme T4-E3 T2-E2",
        ]
    );
    assert_eq!(standoff(&project), ann);
    let conf = &written(&project)[0].1;
    assert!(conf.contains("\nBind\tTheme*:<ANY>, Cause*:<ANY>, Site3*:<ANY>\n"), "{conf}");
    // BioNLP has the given entities in a file of its own.
    let (given, found) = ann.split_at(ann.find("T2").expect("a line"));
    let (both, _) = read(&[("a.a2", found), ("a.txt", "p53 binds Tax and"), ("a.a1", given)]);
    assert_eq!(standoff(&both), ann);
}

#[test]
fn relations_keep_their_roles_and_equivalences_are_chains() {
    let ann = "T1\tX 0 1\ta\nT2\tX 2 3\tb\nT3\tX 4 5\tc\nR1\tOrigin source:T2 target:T3\nR7\tOrigin Arg1:T2 Arg2:T1\n\
               *\tEquiv T1 T3 T2\n#1\tAnnotatorNotes R1\tone\n#2\tAnnotatorNotes R1\t\n#3\tAnnotatorNotes R1\tthree\n";
    let (project, warnings) = read(&[("a.txt", "a b c"), ("a.ann", ann)]);
    assert_eq!(warnings, []);
    assert_eq!(relations(&project), ["*3 Equiv T1 T3", "*4 Equiv T3 T2", "R1 Origin T2 T3", "R7 Origin T2 T1"]);
    assert!(project.schema().find_relation_type("Equiv").expect("a type").symmetric);
    assert_eq!(standoff(&project), ann);
    let attribute = format!("{ann}A1\tsure R1\n");
    let (_, warnings) = read(&[("a.txt", "a b c"), ("a.ann", &attribute)]);
    assert_eq!(problems(&warnings), [("line 10", RecordProblem::Unsupported("sure".to_owned()))]);
}

#[test]
fn attributes_get_the_kind_that_their_values_show() {
    let conf = "[entities]\nX\nY\n[attributes]\nSure Arg:X, Value:high|low\nBare Arg:<ENTITY>\n";
    let ann = "T1\tX 0 1\ta\nT2\tX 2 3\tb\nT3\tY 4 5\tc\nA1\tSure T1 Pretty high\nA2\tBare T1\nA3\tSaid T2 some words\n\
               A4\tKind T3 one\nA5\tKind T3 two\nM6\tOld T3\n";
    let (project, warnings) = read(&[("annotation.conf", conf), ("d/a.txt", "a b c"), ("d/a.ann", ann)]);
    assert_eq!(warnings, []);
    let kinds = |label: usize| -> Vec<_> {
        let attributes = &project.schema().labels[label].attributes;
        attributes.iter().map(|one| (one.name.as_str(), one.kind, one.choices.join("|"))).collect()
    };
    let (choice, bare) = (
        ("Sure", AttributeKind::Choice, "high|low|Pretty high".to_owned()),
        ("Bare", AttributeKind::YesNo, String::new()),
    );
    assert_eq!(kinds(0), [choice, bare.clone(), ("Said", AttributeKind::Text, String::new())]);
    let several = ("Kind", AttributeKind::MultipleChoice, "one|two".to_owned());
    assert_eq!(kinds(1), [bare, several, ("Old", AttributeKind::YesNo, String::new())]);
    let value = &project.all_annotations().next().expect("a tag").attributes["Bare"];
    assert_eq!(value, &AttributeValue::YesNo(true));
    let lines = standoff(&project);
    assert!(lines.contains("\tSure T1 Pretty_high\n") && lines.contains("\tOld T3\n"), "{lines}");
}

#[test]
fn references_are_entities_with_identifiers() {
    let ann = "T1\tX 0 1\ta\nT2\tX 2 3\tb\nT3\tX 4 5\tc\nN1\tReference T1 Wiki:5\tBob\nN2\tReference T1 Taxon:9\tBob\n\
               N3\tReference T2 Wiki:5\t\t\tBob\nN4\tReference T3 Wiki:6\t\nN5\tReference T3 Wiki:7\tother\n";
    let (project, warnings) = read(&[("a.txt", "a b c"), ("a.ann", ann)]);
    assert_eq!(problems(&warnings), [("line 8", RecordProblem::Unsupported("Wiki:7".to_owned()))]);
    let entities: Vec<_> = project.entities().map(|one| (one.name.as_str(), one.identifiers.len())).collect();
    assert_eq!(entities, [("Bob", 2), ("6", 1)]);
    let mentions: Vec<_> =
        project.all_annotations().map(|tag| tag.entity.clone().expect("an entity").to_string()).collect();
    assert_eq!(mentions, ["Wiki:5", "Wiki:5", "Wiki:6"]);
}

#[test]
fn several_documents_have_their_ids_and_the_nearest_configuration() {
    let files = [
        ("c/annotation.conf", "[entities]\nPerson\n[relations]\nKnows Arg1:Person, Arg2:Person\n"),
        ("c/visual.conf", "[labels]\nPerson | A human | Hum\n[drawing]\nPerson bgColor:pink\n"),
        ("c/x/1.txt", "Bob Ann"),
        ("c/x/1.ann", "T1\tPerson 0 3\tBob\nT2\tOrg 4 7\tAnn\nR1\tKnows Arg1:T1 Arg2:T2\n"),
        ("c/y/annotation.conf", "[entities]\nOrg\n"),
        ("c/y/1.txt", "Bob Ann"),
        ("c/y/1.ann", "T1\tOrg 0 3\tBob\n"),
        ("c/y/2.ann", "T1\tOrg 0 3\tBob\n"),
        ("readme.txt", "no document"),
    ];
    let (project, warnings) = read(&files);
    assert_eq!(problems(&warnings), [("c/y/2.ann", RecordProblem::NoText("c/y/2.txt".to_owned()))]);
    let ids: Vec<_> = tags(&project).into_iter().map(|(id, ..)| id).collect();
    assert_eq!(ids, ["c/x/1/T1", "c/x/1/T2", "c/y/1/T1"]);
    // The relation is there although the configuration does not allow it.
    assert_eq!(relations(&project), ["c/x/1/R1 Knows c/x/1/T1 c/x/1/T2"]);
    let label = &project.schema().labels[0];
    assert_eq!((label.name.as_str(), label.short.as_str(), label.colour.hex().as_str()), ("A human", "Hum", "#ffc0cb"));
    let files = written(&project);
    let names: Vec<_> = files.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["annotation.conf", "visual.conf", "c/x/1.txt", "c/x/1.ann", "c/y/1.txt", "c/y/1.ann"]);
    assert!(files[3].1.starts_with("T1\tPerson 0 3\tBob\nT2\t"));
    assert!(files[0].1.contains("\nKnows\tArg1:Person, Arg2:Person|Org\n"), "{}", files[0].1);
    assert!(files[1].1.contains("\nPerson | A human | Hum\n"), "{}", files[1].1);
}

#[test]
fn standoff_without_a_text_is_refused() {
    let file = SourceFile { name: "a.ann", bytes: b"T1\tX 0 1\ta\n" };
    let error = Brat.read(&[file]).expect_err("no text");
    assert_eq!(error, ReadError::new("a.ann", ReadProblem::NoText("a.txt".to_owned())));
}

#[test]
fn files_are_recognised() {
    for (name, text) in
        [("a.ann", "T1\tX 0 1\ta\n"), ("b/A.ANN", ""), ("a.a2", "\n*\tEquiv T1 T2\n"), ("a.a1", "#1\tNote T1\tx")]
    {
        assert!(Brat.recognises(name, text.as_bytes()), "{name}");
    }
    for (name, text) in
        [("a.txt", "T1\tX 0 1\ta\n"), ("a.ann", "{}"), ("a.ann", "T\tX"), ("a.ann", "12\tX"), ("ann", "")]
    {
        assert!(!Brat.recognises(name, text.as_bytes()), "{name} {text}");
    }
}
