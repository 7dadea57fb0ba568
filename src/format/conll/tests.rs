//! Nasty cases of CoNLL: hyphens in labels, tags after O, nested columns, joined tokens, and the tags that an export leaves out.

use super::*;
use crate::format::draft::{Build, build};
use crate::format::{ImportWarning, Imported, RecordProblem, TagScheme, native};
use crate::model::Timestamp;

fn imported(text: &str, decoding: Decoding) -> Imported {
    let draft = read(&[SourceFile { name: "", bytes: text.as_bytes() }], decoding).expect("CoNLL");
    let how = Build { title: String::new(), now: Timestamp::epoch(), unit: None };
    build(&draft, &how).expect("a project").imported
}

/// The text of each article, and its tags as `label: text`.
fn content(text: &str) -> Vec<(String, Vec<String>)> {
    content_of(&imported(text, Decoding::Lenient).project)
}

fn content_of(project: &Project) -> Vec<(String, Vec<String>)> {
    let of_one = |article: &crate::model::Article| {
        let tags = project.annotations_of(&article.id);
        let tags = tags.iter().map(|tag| format!("{}: {}", project.label_name(&tag.label), tag.exact(&article.text)));
        (article.text.as_str().to_owned(), tags.collect())
    };
    project.articles().iter().map(|article| of_one(article)).collect()
}

fn one(text: &str) -> (String, Vec<String>) {
    let mut all = content(text);
    assert_eq!(all.len(), 1, "{text:?}");
    all.remove(0)
}

fn expected(text: &str, tags: &[&str]) -> (String, Vec<String>) {
    (text.to_owned(), tags.iter().map(|tag| (*tag).to_owned()).collect())
}

#[test]
fn chunks_may_begin_with_any_tag() {
    let text = "Ana I-PER\nmet O\nBen I-PER\nRome I-LOC\nItaly B-LOC\n\nEva I-PER";
    let tags = ["PER: Ana", "PER: Ben", "LOC: Rome", "LOC: Italy", "PER: Eva"];
    assert_eq!(one(text), expected("Ana met Ben Rome Italy\nEva", &tags));
    // IOB1 at its best: the second B makes sense only there.
    let strict = content_of(&imported(text, Decoding::Strict).project);
    assert_eq!(strict[0].1, tags);
    let iob2 = "Ana B-PER\nmet O\nBen B-PER\nand I-LOC\nEva E-PER";
    let strict = imported(iob2, Decoding::Strict);
    assert_eq!(content_of(&strict.project)[0].1, Vec::<String>::new());
}

#[test]
fn all_schemes_are_read() {
    for tags in ["B-X I-X E-X S-Y", "B-X I-X L-X U-Y", "B-X M-X E-X S-Y", "I-X I-X E-X E-Y", "B-X I-X I-X B-Y"] {
        let rows: Vec<_> =
            ["a", "b", "c", "d"].iter().zip(tags.split(' ')).map(|(word, tag)| format!("{word} {tag}")).collect();
        assert_eq!(one(&rows.join("\n")), expected("a b c d", &["X: a b c", "Y: d"]), "{tags}");
    }
    assert_eq!(one("a B-per-son\nb I-per-son\nc O\nd B"), expected("a b c d", &["per-son: a b", "entity: d"]));
}

#[test]
fn two_columns_of_tags_are_nested_tags() {
    let text = "#\thttp://de.example.org [2009-10-17]\n1\tTroia\tB-OTH\tB-LOC\n2\t-\tI-OTH\tO\n3\tTraum\tI-OTH\tO\n\n1\tx\tO\tO\n";
    assert_eq!(one(text), expected("Troia - Traum\nx", &["OTH: Troia - Traum", "LOC: Troia"]));
}

#[test]
fn other_spaces_are_parts_of_tokens() {
    let text = "a\u{a0}b\u{3000}\u{2028}c B-X\r\n👩\u{200d}🚀 I-X\r\n&\u{fe0f} O\r\n";
    assert_eq!(one(text).1, ["X: a\u{a0}b\u{3000}\u{2028}c 👩\u{200d}🚀"]);
}

#[test]
fn documents_are_articles() {
    let text = "-DOCSTART- -X- O O\n\nEU NNP I-NP I-ORG\n\n-DOCSTART- -X- O O\n\nAna NNP I-NP I-PER\nsays VBZ I-VP O\n";
    assert_eq!(content(text), [expected("EU", &["ORG: EU"]), expected("Ana says", &["PER: Ana"])]);
}

#[test]
fn the_text_of_conllu_is_kept() {
    let row = |id: &str, form: &str, misc: &str| format!("{id}\t{form}\t_\tX\t_\t_\t0\troot\t_\t{misc}\n");
    let text = [
        "# newdoc id = a b\n# newpar\n# text =Er geht  zur Uni.\n",
        &row("1", "Er", "_"),
        &row("2", "geht", "_"),
        &row("3-4", "zur", "_"),
        &row("3", "zu", "_"),
        &row("4", "der", "NER=B-PLACE"),
        &row("5", "Uni", "X=1|NER=I-PLACE|SpaceAfter=No"),
        &row("5.1", "gone", "NER=B-X"),
        &row("6", ".", "SpaceAfter=No"),
        "\n# text = other\n",
        &row("1", "漢", "SpaceAfter=No"),
        &row("2", "字", "Entity=(e1-WORD-new)"),
        "\n# newpar\n",
        &row("1", "x", "_"),
        "\n# newdoc\n",
        &row("1", "y", "_"),
    ];
    let imported = imported(&text.concat(), Decoding::Lenient);
    assert_eq!(
        content_of(&imported.project),
        [expected("Er geht  zur Uni.漢字\n\nx", &["PLACE: zur Uni", "WORD: 字"]), expected("y", &[])]
    );
    assert_eq!(imported.project.articles()[0].title, "a b");
    let guessed = ImportWarning::Record { place: String::new(), problem: RecordProblem::SpacesGuessed };
    assert_eq!(imported.warnings, [guessed]);
}

#[test]
fn what_is_not_in_columns_is_left_out_with_its_line() {
    let rows = "a\tO\n".repeat(20);
    let imported = imported(&format!("{rows}b c d\ne\tX-Y\n"), Decoding::Lenient);
    let places = imported.warnings.iter().map(|warning| match warning {
        ImportWarning::Record { place, .. } => place.as_str(),
        other => panic!("{other:?}"),
    });
    assert_eq!(places.collect::<Vec<_>>(), ["line 21", "line 22", ""]);
    assert!(content_of(&imported.project)[0].0.ends_with("a e"));
    let none = read(&[SourceFile { name: "", bytes: b"Plain text.\nOf two lines." }], Decoding::Lenient);
    assert!(none.is_err());
}

#[test]
fn files_are_recognised_by_their_content() {
    for text in
        ["Wolff B-PER\n, O\n", "\u{feff}JAPAN\tB-LOC\nGET\tO\n", "# text = Go\n1\tGo\tgo\tVERB\t_\t_\t0\troot\t_\t_\n"]
    {
        assert!(Conll.recognises("x.txt", text.as_bytes()), "{text}");
    }
    for text in [
        "",
        "Plain text.\n\nOf two lines.",
        "{\"a\": 1}",
        "T1\tPER 0 5\tAlice",
        "#FORMAT=WebAnno TSV 3.3\n\n1-1\t0-3\tBob\t_\t\n",
    ] {
        assert!(!Conll.recognises("x.conll", text.as_bytes()), "{text}");
    }
}

/// A project with a tag in a tag, one of two parts, one that ends inside of a word, one on a space, and two that touch.
fn project() -> Project {
    let tag = |id: u32, label: &str, ranges: &[(u32, u32, &str)]| {
        let ranges =
            ranges.iter().map(|(start, end, exact)| serde_json::json!({ "start": start, "end": end, "exact": exact }));
        serde_json::json!({ "id": id.to_string(), "article": "x", "label": label, "ranges": ranges.collect::<Vec<_>>(),
            "created": "2021-11-28T12:01:00Z" })
    };
    let file = serde_json::json!({
        "format": "crossread", "version": 1, "project": { "title": "A \"day\"", "created": "2021-11-28T12:00:00Z" },
        "schema": { "labels": [
            { "id": "B-PER#1", "kind": "entity", "name": "Person", "colour": "#112233" },
            { "id": "claim", "kind": "claim", "name": "Claim", "colour": "#112233" },
        ] },
        "articles": [{ "id": "x", "title": "One", "language": "en", "text": "😀 Ana Bo said\tso.\n \n# Ben was there. Then all" }],
        "annotations": [
            tag(1, "B-PER#1", &[(2, 5, "Ana")]),
            tag(2, "B-PER#1", &[(6, 8, "Bo")]),
            tag(3, "claim", &[(8, 12, " sai")]),
            tag(4, "claim", &[(14, 16, "so"), (22, 25, "Ben")]),
            tag(5, "B-PER#1", &[(22, 25, "Ben")]),
            tag(6, "claim", &[(18, 19, " ")]),
            tag(7, "claim", &[(30, 45, "there. Then all")]),
        ],
    });
    native::read(&file.to_string()).expect("a project")
}

#[test]
fn an_export_has_tokens_with_their_positions() {
    let files = Conll.write(&project(), ExportOptions { scheme: TagScheme::Iob1, ..ExportOptions::default() });
    let written = String::from_utf8(files[0].bytes.clone()).expect("UTF-8");
    let expected = "# crossread.project = \"A \\\"day\\\"\"\n-DOCSTART-\t-X-\t-X-\tO\n\n# newdoc id = x\n\
        # crossread.title = \"One\"\n# crossread.language = \"en\"\n\
        # crossread.text = \"😀 Ana Bo said\\tso.\\n \\n# Ben was there. Then all\"\n\
        😀\t0\t1\tO\nAna\t2\t5\tI-B-PER#1\nBo\t6\t8\tB-B-PER#1\nsaid\t9\t13\tI-claim\nso\t14\t16\tB-claim\n.\t16\t17\tO\n\n\
        #\t20\t21\tO\nBen\t22\t25\tI-claim\nwas\t26\t29\tO\nthere\t30\t35\tI-claim\n.\t35\t36\tI-claim\nThen\t37\t41\tI-claim\n\
        all\t42\t45\tI-claim\n\n";
    assert_eq!(written, expected);
    let dropped: Vec<_> = Conll.dropped(&project()).iter().map(|one| (one.what, one.count)).collect();
    assert_eq!(
        dropped,
        [
            (DroppedPart::OverlappingTags, 1),
            (DroppedPart::Parts, 1),
            (DroppedPart::PartsOfWords, 1),
            (DroppedPart::TagsOfSpaces, 1),
            (DroppedPart::SpacesOfTags, 1),
            (DroppedPart::Authorship, 7),
            (DroppedPart::Ids, 7),
            (DroppedPart::Definitions, 2),
        ]
    );
}

#[test]
fn every_scheme_is_read_back() {
    for scheme in [TagScheme::Iob1, TagScheme::Iob2, TagScheme::Bioes, TagScheme::Bilou] {
        let options = ExportOptions { scheme, one_file_each: true, ..ExportOptions::default() };
        let files = Conll.write(&project(), options);
        assert_eq!(files[0].name, "one.conll");
        let read = imported(&String::from_utf8_lossy(&files[0].bytes), Decoding::Strict);
        assert_eq!(read.warnings, []);
        let tags = ["B-PER#1: Ana", "B-PER#1: Bo", "claim: said", "claim: so", "claim: Ben", "claim: there. Then all"];
        let text = project().articles()[0].text.as_str().to_owned();
        assert_eq!(content_of(&read.project), [expected(&text, &tags)], "{scheme:?}");
        assert_eq!(read.project.title, "A \"day\"");
    }
}
