//! Files with what is difficult, and what is written.

use super::*;
use crate::format::draft::{Build, build};
use crate::format::{ImportWarning, RecordProblem};
use crate::model::Timestamp;

const START: &str = "#FORMAT=WebAnno TSV 3.3\n";

fn read(files: &[(&str, &str)]) -> (Project, Vec<ImportWarning>) {
    let files: Vec<_> = files.iter().map(|(name, text)| SourceFile { name, bytes: text.as_bytes() }).collect();
    let draft = WebAnnoTsv.read(&files).expect("files");
    let how = Build { title: String::new(), now: Timestamp::epoch(), unit: None };
    let imported = build(&draft, &how).expect("a project").imported;
    imported.project.check().expect("valid");
    (imported.project, imported.warnings)
}

fn file(layers: &str, body: &str) -> (Project, Vec<ImportWarning>) {
    read(&[("a.tsv", &format!("{START}{layers}\n\n\n{body}"))])
}

fn tags(project: &Project) -> Vec<String> {
    let of = |tag: &crate::model::Annotation| format!("{} {}", project.label_name(&tag.label), project.exact(tag));
    project.all_annotations().map(|tag| of(tag)).collect()
}

fn relations(project: &Project) -> Vec<String> {
    let exact =
        |id: &crate::model::AnnotationId| project.annotation(id).map(|tag| project.exact(tag)).unwrap_or_default();
    let of = |one: &crate::model::Relation| {
        format!("{} {} → {}", project.relation_type_name(&one.kind), exact(&one.from), exact(&one.to))
    };
    project.relations().map(|relation| of(relation)).collect()
}

#[test]
fn stacked_and_partial_annotations_are_told_apart() {
    let (project, warnings) = file(
        "#T_SP=a.Span|value",
        "#Text=aaaaaa bbbbbb\n1-1\t0-6\taaaaaa\t2[1]|1[2]\t\n1-1.1\t3-6\taaa\t9[3]|6[4]\t\n1-2\t7-13\tbbbbbb\t2[1]|9[3]\t\n\
         1-2.1\t7-10\tbbb\t6[4]\t\n1-2.2\t7-7\t\t11\t\n1-2.3\t9-13\tbbbb\t\\*\\|x\\\\|y\t\n",
    );
    assert_eq!(tags(&project), ["2 aaaaaa bbbbbb", "1 aaaaaa", "9 aaa bbbbbb", "6 aaa bbb", "*|x\\ bbbb", "y bbbb"]);
    let place = |warning: &ImportWarning| matches!(warning, ImportWarning::Record { place, problem: RecordProblem::EmptyRange { .. } } if place == "line 10");
    assert!(warnings.iter().all(place) && warnings.len() == 1, "{warnings:?}");
}

#[test]
fn references_name_numbers_only_where_they_have_to() {
    let (project, warnings) = file(
        "#T_SP=a.Span|value\n#T_RL=a.Rel|flag|value|BT_a.Span",
        "#Text=one two\n1-1\t0-3\tone\tX[1]|Y[2]\tyes|*\tpart|*\t1-2[3_2]|1-1[1_2]\t\n1-2\t4-7\ttwo\tZ[3]|W[4]\t_\t_\t_\t\n",
    );
    assert_eq!(
        (warnings, relations(&project)),
        (vec![], vec!["part two → one".to_owned(), "Rel one → one".to_owned()])
    );
    let notes: Vec<_> = project.relations().map(|one| one.note.as_str()).collect();
    assert_eq!(notes, ["flag: yes", ""]);
    let (project, warnings) = file(
        "#T_SP=a.Span|value\n#T_RL=a.Rel|BT_a.Span",
        "#Text=one two\n1-1\t0-3\tone\tX\t1-2\t\n1-2\t4-7\ttwo\tZ\t1-9|1-1[8_0]\t\n",
    );
    assert_eq!(relations(&project), ["Rel two → one"]);
    assert_eq!(warnings.len(), 2);
}

#[test]
fn the_label_is_the_value_of_the_usual_feature() {
    let (project, warnings) = file(
        "#T_SP=x.NamedEntity|identifier|value\n#T_SP=x.POS|PosValue|coarseValue\n#T_SP=x.Lemma|value\n#T_SP=x.Mark|",
        "#Text=one two\n1-1\t0-3\tone\thttp://x\tPER\tNN\t*\tone\t*\t\n1-2\t4-7\ttwo\t*\t*\tPER\tN\ttwo\t_\t\n",
    );
    assert_eq!(warnings, []);
    assert_eq!(
        tags(&project),
        ["PER one", "NN one", "Lemma one", "Mark one", "NamedEntity two", "POS.PER two", "Lemma two"]
    );
    let names = |id: &str| -> Vec<String> {
        let tag = project.all_annotations().find(|tag| tag.id.as_str() == id).expect("a tag");
        tag.attributes.keys().cloned().collect()
    };
    assert_eq!((names("s1"), names("s3")), (vec!["identifier".to_owned()], vec!["value".to_owned()]));
}

#[test]
fn slots_chains_and_relations_of_tokens_are_relations() {
    let (project, warnings) = file(
        "#T_SP=a.Simple|\n#T_SP=a.Host|ROLE_a.Host:links_a.LinkType|a.Simple|value",
        "#Text=one two\n1-1\t0-3\tone\t_\tp\\;1;*\t1-2[1];1-2[2]\tGive\t\n1-2\t4-7\ttwo\t*[1]|*[2]\t_[3]|q[4]\t*|1-1\tX[3]|Y[4]\t\n",
    );
    assert_eq!(tags(&project), ["Give one", "Token one", "Simple two", "Simple two", "X two", "Y two"]);
    // The last one refers to a row without a simple annotation: to the token.
    assert_eq!(relations(&project), ["p;1 one → two", "links one → two", "q two → one"]);
    assert_eq!(warnings, []);
    let (project, warnings) = file(
        "#T_CH=a.CorefLink|referenceRelation|referenceType",
        "#Text=one two Ann\n1-1\t0-3\tone\t*->1-2\t*[1]\t\n1-2\t4-7\ttwo\tsame->1-1|*->2-1\tname[1]|*[2]\t\n\
         1-3\t8-11\tAnn\tsame->1-1\tname[1]\t\n",
    );
    assert_eq!(tags(&project), ["CorefLink one", "name two Ann", "CorefLink two"]);
    assert_eq!((relations(&project), warnings), (vec!["same two Ann → one".to_owned()], vec![]));
    let (project, _) = file(
        "#T_RL=a.Dep|DependencyType|flavor|BT_x.Token",
        "#Text=one two\n1-1\t0-3\tone\tnsubj\t*\t1-2\t\n1-2\t4-7\ttwo\troot\t*\t1-2\t\n",
    );
    // A root refers to itself, which relations here cannot.
    assert_eq!(
        (tags(&project), relations(&project)),
        (vec!["Token one".to_owned(), "Token two".to_owned()], vec!["nsubj two → one".to_owned()])
    );
}

#[test]
fn several_files_are_several_articles() {
    let one = format!("{START}#T_SP=a.B|c\n\n\n#Text=one\n1-1\t0-3\tone\tx\t\n");
    let (project, _) = read(&[("d/1.tsv", &one), ("d/2.tsv", &one)]);
    let ids: Vec<_> = project.all_annotations().map(|tag| tag.id.to_string()).collect();
    assert_eq!(ids, ["d/1/s1", "d/2/s1"]);
    assert_eq!(project.articles()[1].title, "2");
}

#[test]
fn tags_are_written_to_a_layer_of_their_own() {
    let json = serde_json::json!({
        "format": "crossread", "version": 1, "project": { "title": "P", "created": "2026-01-01T00:00:00Z" },
        "schema": {
            "labels": [{ "id": "C", "kind": "claim", "name": "A claim", "colour": "#aa0000", "attributes": [
                { "name": "how sure", "kind": "text" },
            ] }],
            "relationTypes": [{ "id": "says", "name": "says" }],
        },
        "articles": [{ "id": "x", "title": "x", "text": "😀 Bob_ left. He\nreturned." }],
        "annotations": [
            { "id": "a1", "article": "x", "label": "C", "created": "2026-01-01T00:00:00Z", "note": "one\ntwo",
              "ranges": [{ "start": 3, "end": 12, "exact": "ob_ left." }, { "start": 13, "end": 15, "exact": "He" }] },
            { "id": "a2", "article": "x", "label": "C", "created": "2026-01-01T00:00:00Z",
              "ranges": [{ "start": 12, "end": 15, "exact": " He" }], "attributes": { "how sure": "a|b" } },
        ],
        "relations": [{ "id": "r1", "type": "says", "from": "a2", "to": "a1" }],
    });
    let project = crate::format::native::read(&json.to_string()).expect("a project");
    let written = WebAnnoTsv.write(&project, ExportOptions::default());
    assert_eq!((written.len(), written[0].name.as_str()), (1, "x.tsv"));
    let expected = "#FORMAT=WebAnno TSV 3.3\n#T_SP=webanno.custom.CrossreadTag|entity|entityName|how_sure|id|label|note\n\
                    #T_RL=webanno.custom.CrossreadRelation|id|label|note|BT_webanno.custom.CrossreadTag\n\n\n\
                    #Text=😀 Bob_ left. \n1-1\t0-2\t😀\t_\t_\t_\t_\t_\t_\t_\t_\t_\t_\t\n1-2\t3-7\tBob_\t_\t_\t_\t_\t_\t_\t_\t_\t_\t_\t\n\
                    1-2.1\t4-7\tob_\t*[1]\t*[1]\t*[1]\ta1[1]\tA claim[1]\tone\\ntwo[1]\tr1\tsays\t*\t2-1[3_1]\t\n\
                    1-3\t8-12\tleft\t*[1]\t*[1]\t*[1]\ta1[1]\tA claim[1]\tone\\ntwo[1]\t_\t_\t_\t_\t\n\
                    1-4\t12-13\t.\t*[1]\t*[1]\t*[1]\ta1[1]\tA claim[1]\tone\\ntwo[1]\t_\t_\t_\t_\t\n\n\
                    #Text=He\n2-1\t14-16\tHe\t*[2]|*[3]\t*[2]|*[3]\t*[2]|a\\|b[3]\ta1[2]|a2[3]\tA claim[2]|A claim[3]\t\
                    one\\ntwo[2]|*[3]\t_\t_\t_\t_\t\n\n\
                    #Text=returned.\n3-1\t17-25\treturned\t_\t_\t_\t_\t_\t_\t_\t_\t_\t_\t\n3-2\t25-26\t.\t_\t_\t_\t_\t_\t_\t_\t_\t_\t_\t\n\n";
    assert_eq!(String::from_utf8_lossy(&written[0].bytes), expected);
    let (again, warnings) = read(&[("x.tsv", expected)]);
    assert_eq!(warnings, []);
    assert_eq!(again.articles()[0].text.as_str(), "😀 Bob_ left. He\nreturned.");
    assert_eq!(tags(&again), ["A claim ob_ left. … He", "A claim He"]);
    assert_eq!(relations(&again), ["says He → ob_ left. … He"]);
    let tag = again.all_annotations().next().expect("a tag");
    assert_eq!((tag.id.as_str(), tag.note.as_str()), ("a1", "one\ntwo"));
}

#[test]
fn files_are_recognised() {
    assert!(WebAnnoTsv.recognises("x.tsv", b"#FORMAT=WebAnno TSV 3.2\r\n"));
    assert!(
        !WebAnnoTsv.recognises("x.tsv", b"#FORMAT=WebAnno TSV 2.0\n") && !WebAnnoTsv.recognises("x.tsv", b"a\tb\n")
    );
}
