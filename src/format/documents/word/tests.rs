//! Tables of the XML of Word documents and their texts.

use super::{is_needed, read};
use crate::format::documents::{Document, DocumentProblem};

const START: &str = "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main' \
    xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006' xmlns:m='http://schemas.openxmlformats.org/officeDocument/2006/math'>\
    <w:body>";

fn part(name: &str, xml: &str) -> (String, Vec<u8>) {
    (name.to_owned(), xml.as_bytes().to_vec())
}

/// Reads the body of a document, and checks that each kept piece is at its place.
fn body(xml: &str) -> Document {
    let xml = format!("{START}{xml}</w:body></w:document>");
    let document = read(&[part("word/document.xml", &xml)]).expect("a document");
    for piece in document.kept.iter().filter(|piece| piece.is_verbatim) {
        assert_eq!(document.text[piece.text.clone()], xml[piece.source.clone()], "{xml}");
    }
    document
}

#[test]
fn a_text_is_what_word_shows() {
    let p = |inside: &str| format!("<w:p>{inside}</w:p>");
    let r = |text: &str| format!("<w:r><w:t xml:space='preserve'>{text}</w:t></w:r>");
    let cell = |inside: &str| format!("<w:tc><w:tcPr/><w:p>{}</w:p></w:tc>", r(inside));
    let deleted = |name: &str| format!("<w:{name}><w:r><w:delText>no</w:delText><w:t>no</w:t></w:r></w:{name}>");
    let field = |kind: &str| format!("<w:r><w:fldChar w:fldCharType='{kind}'/></w:r>");
    for (xml, expected) in [
        (p(&(r("One ") + &r("two"))) + &p("") + &p(&r("Three")), "One two\n\nThree"),
        (p("<w:r><w:t> trimmed </w:t></w:r><w:r><w:t>a</w:t></w:r>"), "trimmeda"),
        (p(&(r("a") + "<w:r><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:cr/><w:t>d</w:t></w:r>")), "a\tb\nc\nd"),
        (p("<w:pPr><w:tabs><w:tab w:val='left'/></w:tabs></w:pPr><w:r><w:t>a</w:t></w:r>"), "a"),
        (
            p(
                "<w:r><w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t><w:softHyphen/><w:t>c</w:t><w:sym w:char='F0B7'/><w:sym w:char='2022'/></w:r>",
            ),
            "a\u{2011}b\u{ad}c•",
        ),
        (p(&(r("keep ") + &deleted("del") + &deleted("moveFrom") + "<w:ins>" + &r("new") + "</w:ins>")), "keep new"),
        (
            p(&(field("begin")
                + "<w:r><w:instrText> PAGE </w:instrText><w:t>no</w:t></w:r>"
                + &field("separate")
                + &r("7")
                + &field("end")
                + &r(" x"))),
            "7 x",
        ),
        (
            p(&(field("begin")
                + &field("begin")
                + &field("separate")
                + &r("no")
                + &field("end")
                + &field("separate")
                + &r("7")
                + &field("end"))),
            "7",
        ),
        (
            p(
                "<w:fldSimple w:instr='AUTHOR'><w:r><w:t>Ana</w:t></w:r></w:fldSimple><w:hyperlink><w:r><w:t> link</w:t></w:r></w:hyperlink>",
            ),
            "Analink",
        ),
        (
            p(
                "<w:r><w:rPr><w:vanish/></w:rPr><w:t>no</w:t></w:r><w:r><w:rPr><w:vanish w:val='0'/></w:rPr><w:t>yes</w:t></w:r>",
            ),
            "yes",
        ),
        (
            "<w:tbl><w:tblPr/><w:tr>".to_owned()
                + &cell("a")
                + &cell("b")
                + "</w:tr><w:tr>"
                + &cell("")
                + &cell("d")
                + "</w:tr></w:tbl>"
                + &p(&r("after")),
            "a\tb\n\td\n\nafter",
        ),
        (
            "<w:tbl><w:tr><w:trPr><w:del/></w:trPr>".to_owned()
                + &cell("no")
                + "</w:tr><w:tr>"
                + &cell("yes")
                + "</w:tr></w:tbl>",
            "yes",
        ),
        (
            "<w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent>".to_owned() + &p(&r("in")) + "</w:sdtContent></w:sdt>",
            "in",
        ),
        (
            p(
                "<w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>box</w:t></w:r></w:p></w:txbxContent></mc:Choice><mc:Fallback><w:t>no</w:t></mc:Fallback></mc:AlternateContent></w:r>",
            ),
            "box",
        ),
        (p("<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>"), "x=1"),
        (
            p("<w:pPr><w:numPr/></w:pPr><w:r><w:t>one</w:t></w:r>")
                + &p("<w:pPr><w:numPr/></w:pPr><w:r><w:t>two</w:t></w:r>"),
            "one\ntwo",
        ),
        (p("<w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>joined</w:t></w:r>") + &p(&r(" here")), "joined here"),
        (
            p(
                "<w:ruby><w:rt><w:r><w:t>ji</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>字</w:t></w:r></w:rubyBase></w:ruby>",
            ),
            "字",
        ),
        (p(&r("R&amp;B &#8217; &lt;x&gt; <![CDATA[<y>]]> z")), "R&B ’ <x> <y> z"),
        (p("stray text<w:r>stray</w:r>"), ""),
    ] {
        assert_eq!(body(&xml).text, expected, "{xml}");
    }
}

#[test]
fn other_prefixes_and_the_strict_form_are_read() {
    for namespace in [
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    ] {
        let xml = format!(
            "<ns0:document xmlns:ns0='{namespace}'><ns0:body><ns0:p><ns0:r><ns0:t>Text</ns0:t></ns0:r></ns0:p></ns0:body></ns0:document>"
        );
        assert_eq!(read(&[part("word/document.xml", &xml)]).expect("a document").text, "Text");
    }
    let xml = format!("{START}<w:p><w:r><w:t>Zoë</w:t></w:r></w:p></w:body></w:document>");
    let utf16: Vec<u8> = format!("\u{feff}{xml}").encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(read(&[("word/document.xml".to_owned(), utf16)]).expect("a document").text, "Zoë");
}

#[test]
fn parts_are_found_by_their_relationships() {
    let relationships = |list: &[(&str, &str)]| {
        let items =
            list.iter().map(|(kind, target)| format!("<Relationship Type='http://x/{kind}' Target='{target}'/>"));
        format!("<Relationships xmlns='http://y'>{}</Relationships>", items.collect::<String>())
    };
    let note = |name: &str, id: &str, text: &str| {
        format!(
            "<w:{name} w:id='{id}'><w:p><w:r><w:{name}Ref/></w:r><w:r><w:t>{text}</w:t></w:r></w:p><w:p><w:r><w:t>more</w:t></w:r></w:p></w:{name}>"
        )
    };
    let main = format!(
        "{START}<w:p><w:r><w:t>One</w:t><w:footnoteReference w:id='5'/><w:t>two</w:t><w:endnoteReference w:id='5'/><w:footnoteReference w:id='2'/></w:r></w:p></w:body></w:document>"
    );
    let notes = |name: &str, inside: &str| {
        format!("<w:{name} xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'>{inside}</w:{name}>")
    };
    let core = "<c:coreProperties xmlns:c='http://c' xmlns:d='http://d'><d:title> The  title </d:title><d:creator>Ana</d:creator>\
                <c:created>2021-11-28T09:00:00Z</c:created><d:language>en-GB</d:language></c:coreProperties>";
    let document = read(&[
        part(
            "_rels/.rels",
            &relationships(&[("officeDocument", "/word/document2.xml"), ("core-properties", "docProps/core.xml")]),
        ),
        part("word/document2.xml", &main),
        part(
            "word/_rels/document2.xml.rels",
            &relationships(&[("footnotes", "../word/notes.xml"), ("endnotes", "ends.xml")]),
        ),
        part(
            "word/notes.xml",
            &notes(
                "footnotes",
                &(note("footnote", "0", "separator")
                    + &note("footnote", "2", "third")
                    + &note("footnote", "5", "first")),
            ),
        ),
        part("word/ends.xml", &notes("endnotes", &note("endnote", "5", "second"))),
        part("docProps/core.xml", core),
    ]);
    let document = document.expect("a document");
    assert_eq!(document.text, "One[1]two[2][3]\n\n[1] first\n\nmore\n\n[3] third\n\nmore\n\n[2] second\n\nmore");
    assert_eq!((document.details.title.as_str(), document.details.source.as_str()), ("The title", "Ana"));
    assert_eq!((document.details.date.as_str(), document.details.language.as_str()), ("2021-11-28", "en-GB"));
}

#[test]
fn what_is_no_document_is_an_error_with_its_place() {
    assert_eq!(read(&[]), Err(DocumentProblem::NotWord));
    assert_eq!(read(&[part("xl/workbook.xml", "<x/>")]), Err(DocumentProblem::NotWord));
    let xml = |xml: &str| match read(&[part("word/document.xml", xml)]) {
        Err(DocumentProblem::Xml { part, reason }) => (part, reason),
        other => panic!("{other:?}"),
    };
    assert_eq!(xml("<a>\n<b></a>").0, "word/document.xml");
    assert!(xml("<a>\n<b></a>").1.contains("2:"), "{:?}", xml("<a>\n<b></a>"));
    let entities = "<!DOCTYPE a [<!ENTITY b 'bbbb'><!ENTITY c '&b;&b;&b;'>]><a>&c;</a>";
    assert!(xml(entities).1.contains("DTD"), "{:?}", xml(entities));
    assert_eq!(
        read(&[("word/document.xml".to_owned(), vec![0xff, 0x80])]).map(|_| ()),
        Err(DocumentProblem::Xml { part: "word/document.xml".to_owned(), reason: String::new() })
    );
}

#[test]
fn deep_documents_do_not_end_the_program() {
    let nested = |deep: usize| {
        let (start, end) =
            ("<w:tbl a='>'><w:tr><!-- </w:tr> --><w:tc>".repeat(deep), "</w:tc></w:tr></w:tbl>".repeat(deep));
        let xml = format!("{START}{start}<w:p><w:r><w:t>x</w:t></w:r></w:p>{end}</w:body></w:document>");
        read(&[part("word/document.xml", &xml)]).map(|document| document.text)
    };
    assert_eq!(nested(80), Ok("x".to_owned()));
    assert!(matches!(nested(50_000), Err(DocumentProblem::TooDeep { .. })));
}

#[test]
fn pictures_and_styles_are_not_needed() {
    for (name, expected) in [
        ("word/document.xml", true),
        ("word/_rels/document.xml.rels", true),
        ("_rels/.rels", true),
        ("docProps/core.xml", true),
        ("word/footnotes.xml", true),
        ("word/media/image1.png", false),
        ("word/theme/theme1.xml", false),
        ("word/styles.xml", false),
    ] {
        assert_eq!(is_needed(name), expected, "{name}");
    }
}
