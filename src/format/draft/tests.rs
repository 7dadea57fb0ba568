//! Drafts become projects: units decided by evidence, line ends, ids, and what does not fit.

use super::*;
use crate::format::RecordProblem;
use crate::text::{CodePointOffset, TextRange};

const UNITS: &[OffsetUnit] = &OffsetUnit::ALL;
/// A family of four code points joined by three joiners, a flag, and an accent of its own.
const TEXT: &str = "👨‍👩‍👧‍👦 met 🇩🇪 e\u{301}lan and Bob";

fn how() -> Build {
    Build { title: "File".to_owned(), now: Timestamp::epoch(), unit: None }
}

fn offsets(text: &str, words: &str, unit: OffsetUnit) -> (u32, u32) {
    let text = crate::text::Text::new(text);
    let start = text.as_str().find(words).expect("the words");
    let range = TextRange::from_indices(start, start + words.len());
    OffsetTable::new(&text, unit).offsets(range)
}

fn tag(fragments: &[(u32, u32)], covered: Option<&str>) -> DraftTag {
    DraftTag {
        place: "line 1".to_owned(),
        label: "PER".to_owned(),
        fragments: fragments.to_vec(),
        covered: covered.map(str::to_owned),
        ..DraftTag::default()
    }
}

fn draft(text: &str, tags: Vec<DraftTag>) -> Draft {
    let mut draft = Draft::new(UNITS);
    draft.articles.push(DraftArticle { text: text.to_owned(), tags, ..DraftArticle::default() });
    draft
}

fn exact(built: &Built) -> Vec<String> {
    let project = &built.imported.project;
    project.all_annotations().map(|annotation| project.exact(annotation)).collect()
}

#[test]
fn the_unit_is_decided_by_the_covered_text() {
    for unit in OffsetUnit::ALL {
        let built =
            build(&draft(TEXT, vec![tag(&[offsets(TEXT, "Bob", unit)], Some("Bob"))]), &how()).expect("a project");
        assert_eq!(built.decisions, [Decision::Decided(unit)]);
        assert_eq!(exact(&built), ["Bob"]);
        assert_eq!(built.imported.warnings, []);
        built.imported.project.check().expect("valid");
    }
}

#[test]
fn what_makes_no_difference_is_not_asked_and_what_does_is() {
    let ascii = build(&draft("Bob met Ann", vec![tag(&[(8, 11)], None)]), &how()).expect("a project");
    assert_eq!(
        (ascii.decisions[0].clone(), exact(&ascii)),
        (Decision::Decided(OffsetUnit::CodePoints), vec!["Ann".to_owned()])
    );
    let open = build(&draft("😀 Bob met Ann in a town", vec![tag(&[(2, 5)], None)]), &how()).expect("a project");
    assert!(matches!(&open.decisions[0], Decision::Open(units) if units.len() > 1), "{:?}", open.decisions);
    let chosen = Build { unit: Some(OffsetUnit::Utf16), ..how() };
    let chosen = build(&draft("😀 Bob met Ann in a town", vec![tag(&[(3, 6)], None)]), &chosen).expect("a project");
    assert_eq!(exact(&chosen), ["Bob"]);
}

#[test]
fn an_article_that_shows_the_unit_decides_for_the_others() {
    let mut both = draft("😀 Bob met Ann in a town", vec![tag(&[(3, 6)], Some("Bob"))]);
    both.articles.push(DraftArticle {
        text: "😀 Eva met Ann in a town".to_owned(),
        tags: vec![tag(&[(3, 6)], None)],
        ..DraftArticle::default()
    });
    let built = build(&both, &how()).expect("a project");
    assert_eq!(exact(&built), ["Bob", "Eva"]);
}

#[test]
fn offsets_count_in_the_text_before_line_ends_are_normalised() {
    let text = "\u{feff}one\r\ntwo\rthree\r\nfour";
    let tags =
        ["one", "two", "three", "four"].map(|words| tag(&[offsets(text, words, OffsetUnit::CodePoints)], Some(words)));
    let built = build(&draft(text, tags.to_vec()), &how()).expect("a project");
    assert_eq!(exact(&built), ["one", "two", "three", "four"]);
    let article = &built.imported.project.articles()[0];
    assert_eq!(article.text.as_str(), "one\ntwo\nthree\nfour");
    let across = build(&draft(text, vec![tag(&[(1, 9)], None)]), &how()).expect("a project");
    assert_eq!(exact(&across), ["one\ntwo"]);
}

#[test]
fn what_does_not_fit_is_left_out_with_its_place() {
    let tags = vec![
        tag(&[(0, 3)], Some("Bob")),
        tag(&[(4, 7)], Some("Ann")),
        tag(&[(3, 3)], None),
        tag(&[(8, 99)], None),
        tag(&[], None),
    ];
    let built = build(&draft("Bob met Ann", tags), &how()).expect("a project");
    assert_eq!(exact(&built), ["Bob"]);
    let problems: Vec<_> = built
        .imported
        .warnings
        .iter()
        .map(|warning| match warning {
            ImportWarning::Record { problem, .. } => problem.clone(),
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(
        problems,
        [
            RecordProblem::OtherText { expected: "Ann".to_owned(), found: "met".to_owned() },
            RecordProblem::EmptyRange { start: 3, end: 3 },
            RecordProblem::OutsideText { start: 8, end: 99 },
            RecordProblem::NoRange,
        ]
    );
}

#[test]
fn fragments_are_sorted_and_clusters_are_whole() {
    let built = build(&draft("North and South America", vec![tag(&[(16, 23), (0, 5)], Some("America North"))]), &how());
    assert_eq!(exact(&built.expect("a project")), ["North … America"]);
    let text = "e\u{301}lan";
    let mut cut = draft(text, vec![tag(&[(1, 5)], None)]);
    cut.articles[0].unit = Some(OffsetUnit::CodePoints);
    let built = build(&cut, &how()).expect("a project");
    assert_eq!(exact(&built), [text]);
    assert!(matches!(&built.imported.warnings[..], [ImportWarning::Record { problem: RecordProblem::Widened, .. }]));
    let article = &built.imported.project.articles()[0];
    assert!(article.text.range(CodePointOffset(0), CodePointOffset(5)).is_ok());
}

#[test]
fn labels_ids_attributes_and_relations_are_made() {
    let mut tags = vec![tag(&[(0, 3)], None), tag(&[(8, 11)], None)];
    tags[0].id = "T 1".to_owned();
    tags[1].id = "T 1".to_owned();
    tags[1].label = "Claim".to_owned();
    tags[1].attributes =
        [("sure".to_owned(), AttributeValue::YesNo(true)), ("n".to_owned(), AttributeValue::Number(2.0))].into();
    let mut both = draft("Bob met Ann", tags);
    let ends = [TagIndex { article: 0, tag: 0 }, TagIndex { article: 0, tag: 1 }];
    let relation = |from, to| DraftRelation {
        place: "line 3".to_owned(),
        kind: "knows".to_owned(),
        from,
        to,
        ..DraftRelation::default()
    };
    both.relations = vec![
        relation(ends[0], ends[1]),
        relation(ends[0], ends[0]),
        relation(ends[0], TagIndex { article: 0, tag: 9 }),
    ];
    let built = build(&both, &how()).expect("a project");
    let project = &built.imported.project;
    project.check().expect("valid");
    assert_eq!(project.all_annotations().map(|one| one.id.to_string()).collect::<Vec<_>>(), ["T-1", "T-1-2"]);
    assert_eq!(project.relations().count(), 1);
    assert_eq!(built.imported.warnings.len(), 2);
    let kinds: Vec<_> = project.schema().labels.iter().map(|label| (label.name.as_str(), label.kind)).collect();
    assert_eq!(kinds, [("PER", crate::model::LabelKind::Entity), ("Claim", crate::model::LabelKind::Claim)]);
}

#[test]
fn labels_are_counted_renamed_and_joined() {
    let mut both = draft("Bob met Ann", vec![tag(&[(0, 3)], None), tag(&[(8, 11)], None)]);
    both.articles[0].tags[1].label = "PERSON".to_owned();
    assert_eq!(both.labels(), [("PER".to_owned(), 1), ("PERSON".to_owned(), 1)]);
    let renamed = |names: &[(&str, &str)]| {
        let names = names.iter().map(|(old, new)| ((*old).to_owned(), (*new).to_owned())).collect();
        let (how, mut prepared) = (how(), Prepared::default());
        let mut building = Building::new(&both, &mut prepared, &how, &names).expect("a schema");
        while building.step().expect("a project") {}
        let project = building.finish().imported.project;
        project.check().expect("valid");
        let names: Vec<_> = project.schema().labels.iter().map(|label| label.name.clone()).collect();
        (names.join(" "), project.annotation_count())
    };
    assert_eq!(renamed(&[]), ("PER PERSON".to_owned(), 2));
    assert_eq!(renamed(&[("PERSON", "PER")]), ("PER".to_owned(), 2));
    assert_eq!(renamed(&[("PERSON", "PER"), ("PER", "PERSON")]), ("PERSON PER".to_owned(), 2));
    assert_eq!(renamed(&[("PERSON", "Claim"), ("PER", "Claim")]), ("Claim".to_owned(), 2));
}

#[test]
fn what_was_found_out_is_used_again_for_another_choice() {
    let text = "😀 Anna met Bob in Rome.";
    let tags: Vec<_> = [("Anna", (2, 6)), ("Bob", (11, 14))].map(|(words, at)| tag(&[at], Some(words))).into();
    let both = draft(text, tags);
    let mut prepared = Prepared::default();
    let mut steps = |how: &Build| {
        let mut building = Building::new(&both, &mut prepared, how, &BTreeMap::new()).expect("a schema");
        let mut count = 1;
        while building.step().expect("a project") {
            count += 1;
        }
        (building.finish(), count)
    };
    let (first, in_steps) = steps(&how());
    let (again, fewer) = steps(&how());
    assert_eq!((exact(&first), &first.decisions), (exact(&again), &again.decisions));
    assert!(fewer < in_steps, "{fewer} of {in_steps}");
    let (chosen, _) = steps(&Build { unit: Some(OffsetUnit::Utf16), ..how() });
    assert_eq!(chosen.decisions, [Decision::Decided(OffsetUnit::Utf16)]);
    assert_eq!(chosen.imported.warnings.len(), 2);
}

#[test]
fn a_unit_that_fits_but_for_spaces_and_what_follows_is_not_as_good() {
    let text = "😀 Anna met Bob in Rome.";
    let mut tags: Vec<_> = [("Anna", (2, 6)), ("Bob", (11, 14))].map(|(words, at)| tag(&[at], Some(words))).into();
    tags.iter_mut().for_each(|tag| tag.may_continue = true);
    let built = build(&draft(text, tags), &how()).expect("a project");
    assert_eq!(
        (built.decisions.clone(), exact(&built)),
        (vec![Decision::Decided(OffsetUnit::CodePoints)], vec!["Anna".to_owned(), "Bob".to_owned()])
    );
}
