//! WebAnno TSV 3: real files equal their XMI twins, and projects survive but for what is listed.

use std::collections::BTreeMap;

use crossread::format::draft::{Build, build};
use crossread::format::{Dropped, ExportOptions, ImportWarning, RecordProblem, SourceFile, find};
use crossread::model::{Annotation, Project, Timestamp};
use crossread::text::Text;
use proptest::prelude::*;

use crate::common;
use crate::fixtures::{files_in, fixtures};
use crate::lossy;

/// A start and an end, in UTF-16 units.
type Range = (u32, u32);
/// An element of XMI: its type without the prefix, and its attributes.
type Element = (String, BTreeMap<String, String>);

/// The elements of an XMI file, which are flat, with texts in attributes only.
fn elements(xmi: &str) -> Vec<Element> {
    let mut found = Vec::new();
    for tag in xmi.split('<').skip(1) {
        let tag = tag.split('>').next().expect("an end").trim_end_matches('/');
        let (name, mut rest) = tag.split_once(char::is_whitespace).unwrap_or((tag, ""));
        if name.starts_with(['?', '/', '!']) || name == "xmi:XMI" {
            continue;
        }
        let mut attributes = BTreeMap::new();
        while let Some((key, after)) = rest.split_once("=\"") {
            let (value, after) = after.split_once('"').expect("an end of the value");
            attributes.insert(key.trim().to_owned(), unescaped(value));
            rest = after;
        }
        let short = name.rsplit_once(':').map_or(name, |(_, short)| short);
        found.push((short.to_owned(), attributes));
    }
    found
}

fn unescaped(value: &str) -> String {
    let mut plain = String::new();
    let mut parts = value.split('&');
    plain.push_str(parts.next().expect("a part"));
    for part in parts {
        let (entity, rest) = part.split_once(';').expect("an entity");
        let number = entity.strip_prefix("#x").map(|digits| u32::from_str_radix(digits, 16));
        let number = number.or_else(|| entity.strip_prefix('#').map(str::parse));
        match (entity, number) {
            (_, Some(number)) => plain.push(char::from_u32(number.expect("a number")).expect("a character")),
            ("lt", _) => plain.push('<'),
            ("gt", _) => plain.push('>'),
            ("amp", _) => plain.push('&'),
            ("quot", _) => plain.push('"'),
            ("apos", _) => plain.push('\''),
            (other, _) => panic!("unknown entity {other}"),
        }
        plain.push_str(rest);
    }
    plain
}

/// Types that are no annotations of ranges, or belong to every text.
const PLUMBING: [&str; 6] = ["NULL", "DocumentMetaData", "Token", "Sentence", "Sofa", "View"];
/// Attributes that are no features with a value: ids, offsets, and references to other elements.
const REFERENCES: [&str; 12] =
    ["xmi:id", "sofa", "begin", "end", "Governor", "Dependent", "links", "next", "first", "order", "role", "target"];

/// What is compared of a file: its text, its annotations with all values of their features, the number of those without text, and its
/// relations by the ranges of their ends.
#[derive(Debug, Default, PartialEq)]
struct Content {
    text: String,
    annotations: Vec<(Range, Vec<String>)>,
    empty: usize,
    links: Vec<(Range, Range, Vec<String>)>,
}

impl Content {
    fn sorted(mut self) -> Self {
        self.annotations.sort();
        self.links.sort();
        self
    }

    fn of_xmi(xmi: &str) -> Self {
        let all = elements(xmi);
        let number = |element: &Element, name: &str| element.1.get(name).and_then(|value| value.parse::<u32>().ok());
        let sofa = all.iter().find(|(name, _)| name == "Sofa").expect("a text");
        let text: Vec<u16> = sofa.1["sofaString"].encode_utf16().collect();
        let is_space = |at: u32| text.get(at as usize).is_some_and(|unit| [9, 10, 13, 32].contains(unit));
        // INCEpTION writes annotations without the spaces at their edges.
        let range = |element: &Element| {
            let (mut begin, mut end) = (number(element, "begin")?, number(element, "end")?);
            while begin < end && is_space(begin) {
                begin += 1;
            }
            while begin < end && is_space(end - 1) {
                end -= 1;
            }
            Some((begin, end))
        };
        let by_id = |id: &str| all.iter().find(|element| element.1.get("xmi:id").map(String::as_str) == Some(id));
        let values = |element: &Element| {
            let is_value = |key: &&String| !REFERENCES.contains(&key.as_str());
            let mut values: Vec<_> =
                element.1.iter().filter(|(key, _)| is_value(key)).map(|(_, value)| value.clone()).collect();
            values.sort();
            values
        };
        let mut found = Self::default();
        for element in &all {
            let (name, attributes) = element;
            if name == "Sofa" {
                found.text.clone_from(&attributes["sofaString"]);
            }
            if PLUMBING.contains(&name.as_str()) {
                continue;
            }
            let end = |key: &str| attributes.get(key).and_then(|id| range(by_id(id)?));
            if let (Some(from), Some(to)) = (end("Governor"), end("Dependent")) {
                found.links.push((from, to, values(element)));
                continue;
            }
            let Some(own) = range(element) else { continue };
            let has_text = own.0 < own.1;
            match has_text {
                true => found.annotations.push((own, values(element))),
                false => found.empty += 1,
            }
            if let Some(next) = end("next").filter(|_| has_text) {
                found.links.push((own, next, Vec::new()));
            }
            for link in attributes.get("links").into_iter().flat_map(|ids| ids.split(' ')) {
                let link = by_id(link).expect("a link");
                let target = range(by_id(&link.1["target"]).expect("a target")).expect("a range");
                if has_text {
                    found.links.push((own, target, link.1.get("role").cloned().into_iter().collect()));
                }
            }
        }
        found.sorted()
    }

    fn of_project(project: &Project, warnings: &[ImportWarning], names: &[&str]) -> Self {
        let article = &project.articles()[0];
        let text: &Text = &article.text;
        let range = |tag: &Annotation| (text.to_utf16(tag.start()).0, text.to_utf16(tag.end()).0);
        let is_name = |value: &String| names.contains(&value.as_str());
        let values = |label: String, others: Vec<String>| {
            let label = Some(label).filter(|label| !is_name(label));
            let mut values: Vec<String> = label.into_iter().chain(others).collect();
            values.sort();
            values
        };
        let is_empty = |warning: &&ImportWarning| {
            matches!(warning, ImportWarning::Record { problem: RecordProblem::EmptyRange { .. }, .. })
        };
        let mut found =
            Self { text: text.as_str().to_owned(), empty: warnings.iter().filter(is_empty).count(), ..Self::default() };
        for tag in project.all_annotations() {
            let label = project.label_name(&tag.label);
            if label != "Token" {
                let attributes = tag.attributes.values().map(|value| match value {
                    crossread::model::AttributeValue::Text(text) => text.clone(),
                    other => panic!("{other:?}"),
                });
                found.annotations.push((range(tag), values(label, attributes.collect())));
            }
        }
        for relation in project.relations() {
            let end = |id| range(project.annotation(id).expect("an end"));
            let notes =
                relation.note.lines().filter_map(|line| line.split_once(": ").map(|(_, value)| value.to_owned()));
            let label = project.relation_type_name(&relation.kind);
            found.links.push((end(&relation.from), end(&relation.to), values(label, notes.collect())));
        }
        found.sorted()
    }
}

/// The names of layers and of features in the header, which stand for labels and relation types without a value.
fn names(tsv: &str) -> Vec<&str> {
    let headers = tsv.lines().filter(|line| line.starts_with("#T_"));
    let fields = headers.flat_map(|line| line.split(['=', '|', ':']));
    let short = fields.clone().map(|field| field.rsplit('.').next().expect("a part"));
    short.chain(fields.map(|field| field.split('_').next().expect("a part"))).collect()
}

#[test]
fn files_equal_their_xmi_twins() {
    let Some(root) = fixtures("webanno-tsv3") else { return };
    let format = find("webanno-tsv").expect("the format");
    let (mut files, mut annotations, mut links) = (0, 0, 0);
    for path in files_in(&root).into_iter().filter(|path| path.extension().is_some_and(|extension| extension == "tsv"))
    {
        let tsv = std::fs::read_to_string(&path).expect("a file");
        assert!(format.recognises("x.tsv", tsv.as_bytes()));
        let draft = format.read(&[SourceFile { name: "reference.tsv", bytes: tsv.as_bytes() }]).expect("a file");
        let how = Build { title: String::new(), now: Timestamp::epoch(), unit: None };
        let imported = build(&draft, &how).expect("a project").imported;
        assert_eq!(imported.project.check(), Ok(()));
        let found = Content::of_project(&imported.project, &imported.warnings, &names(&tsv));
        // Nothing is left out but what covers no text.
        let others = imported.warnings.len() - found.empty;
        let of_empty = imported
            .warnings
            .iter()
            .filter(|warning| matches!(warning, ImportWarning::Record { problem: RecordProblem::NoAnnotation, .. }));
        assert_eq!(
            others,
            if found.empty > 0 { of_empty.count() } else { 0 },
            "{}: {:?}",
            path.display(),
            imported.warnings
        );
        let Ok(xmi) = std::fs::read_to_string(path.with_extension("xmi")) else {
            // One file has a type system beside it, and no twin.
            assert_eq!((found.annotations.len(), found.links.len()), (2, 1), "{}: {found:?}", path.display());
            continue;
        };
        let mut expected = Content::of_xmi(&xmi);
        // These have spaces around the text that the table does not have; it fills them with spaces.
        if expected.text.trim() == found.text.trim() {
            expected.text.clone_from(&found.text);
        }
        assert_eq!(found, expected, "{}", path.display());
        files += 1;
        annotations += found.annotations.len();
        links += found.links.len();
    }
    println!("{files} files with {annotations} annotations and {links} relations");
    assert!(
        files >= 35 && annotations > 80 && links > 25,
        "{files} files, {annotations} annotations, {links} relations"
    );
}

proptest! {
    #![proptest_config(common::config())]

    #[test]
    fn projects_survive_but_for_what_is_listed(project in common::edited_projects()) {
        let format = find("webanno-tsv").expect("the format");
        let (read, warnings) = lossy::round_trip(format, &project, ExportOptions::default());
        prop_assert_eq!(warnings, []);
        prop_assert_eq!(read.check(), Ok(()));
        let dropped: Vec<Dropped> = format.dropped(&project);
        lossy::check(&project, &dropped, &read);
    }

    #[test]
    fn damaged_files_do_not_make_the_reader_panic(
        project in common::edited_projects(),
        damage in proptest::collection::vec((any::<u32>(), any::<u8>()), 1..8),
    ) {
        let format = find("webanno-tsv").expect("the format");
        let mut written = format.write(&project, ExportOptions::default());
        for (at, byte) in damage {
            let count = written.len();
            let Some(file) = written.get_mut(at as usize % count.max(1)) else { continue };
            let at = at as usize / 7 % file.bytes.len();
            file.bytes[at] = byte;
        }
        let files: Vec<_> = written.iter().map(|file| SourceFile { name: &file.name, bytes: &file.bytes }).collect();
        if let Ok(draft) = format.read(&files) {
            let how = Build { title: String::new(), now: Timestamp::epoch(), unit: None };
            if let Ok(built) = build(&draft, &how) {
                prop_assert_eq!(built.imported.project.check(), Ok(()));
            }
        }
    }
}
