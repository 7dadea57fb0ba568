//! Tests of the board on small projects.

use super::*;
use crate::analysis::fixture_tests::Fixture;
use crate::edit::{AnnotationPatch, Command};
use crate::model::{AnnotationId, AttributeValue};

fn relate(fixture: &mut Fixture, kind: &str, from: &AnnotationId, to: &AnnotationId) {
    let (from, to) = (from.clone(), to.clone());
    fixture.act(Command::Relate { kind: kind.into(), from, to, note: String::new() });
}

fn set(fixture: &mut Fixture, claim: &AnnotationId, name: &str, value: &str) {
    let attributes = [(name.to_owned(), Some(AttributeValue::Text(value.to_owned())))].into();
    fixture.act(Command::Update(claim.clone(), AnnotationPatch { attributes, ..Default::default() }));
}

fn entitle(fixture: &mut Fixture, claims: &[&AnnotationId], title: &str) {
    let claims = claims.iter().map(|&id| id.clone()).collect();
    fixture.act(Command::TitleRow { claims, title: title.to_owned() });
}

/// Each row as "title | cell | cell", a cell with its quotes and stances.
fn shown(board: &ClaimsBoard) -> Vec<String> {
    let claim = |claim: &BoardClaim| match &claim.stance {
        Stance::First => claim.text(),
        Stance::Distant => format!("{} (distant)", claim.text()),
        Stance::Related { kind, outwards, direct, .. } => {
            let (back, via) = (if *outwards { "" } else { "<" }, if *direct { "" } else { "*" });
            format!("{} ({back}{kind}{via})", claim.text())
        }
    };
    let row = |row: &std::rc::Rc<Row>| {
        let cells = (0..board.articles.len()).map(|column| {
            let claims: Vec<String> = row.cell(column).iter().map(claim).collect();
            if claims.is_empty() { "-".to_owned() } else { claims.join(", ") }
        });
        [row.title.clone()].into_iter().chain(cells).collect::<Vec<_>>().join(" | ")
    };
    board.rows.iter().map(row).collect()
}

#[test]
fn rows_are_connected_groups_and_cells_are_articles() {
    let mut fixture = Fixture::new(&["one two three", "uno due", "silent", "ein zwei"]);
    let two = fixture.tag(0, "two", "Claim");
    fixture.tag(0, "three", "Claim");
    fixture.tag(0, "one", "Person");
    let (uno, due) = (fixture.tag(1, "uno", "Claim"), fixture.tag(1, "due", "Claim"));
    let zwei = fixture.tag(3, "zwei", "Claim");
    relate(&mut fixture, "contradicts", &zwei, &two);
    relate(&mut fixture, "updates", &uno, &zwei);
    relate(&mut fixture, "quotes", &two, &due);
    let board = claims_board(fixture.project());
    assert_eq!(
        shown(&board),
        ["two | two | uno (distant), due (<quotes) | - | zwei (contradicts)", "three | three | - | - | -"]
    );
    let row = &board.rows[0];
    assert_eq!((row.articles, row.conflicts, row.relations.len()), (3, 1, 3));
    assert_eq!(board.row_of(&zwei), Some(0));
    assert_eq!(board.row_of(&"a99".into()), None);
    assert_eq!(row.relations_of(&zwei).count(), 2);
}

#[test]
fn a_relation_with_something_else_than_a_claim_ties_nothing() {
    let mut fixture = Fixture::new(&["one two name"]);
    let (one, two) = (fixture.tag(0, "one", "Claim"), fixture.tag(0, "two", "Claim"));
    let name = fixture.tag(0, "name", "Person");
    relate(&mut fixture, "supports", &name, &one);
    relate(&mut fixture, "supports", &name, &two);
    assert_eq!(shown(&claims_board(fixture.project())), ["one | one", "two | two"]);
}

#[test]
fn a_claim_that_repeats_another_has_its_stance() {
    let mut fixture = Fixture::new(&["a b c d e f"]);
    let [a, b, c, d, e, f] = ["a", "b", "c", "d", "e", "f"].map(|word| fixture.tag(0, word, "Claim"));
    for (kind, from, to) in [
        ("repeats", &b, &a),
        ("contradicts", &c, &b),
        ("repeats", &d, &c),
        ("supports", &d, &a),
        ("supports", &e, &c),
        ("repeats", &f, &b),
    ] {
        relate(&mut fixture, kind, from, to);
    }
    assert_eq!(
        shown(&claims_board(fixture.project())),
        ["a | a, b (repeats), c (contradicts*), d (supports), e (distant), f (repeats*)"]
    );
    relate(&mut fixture, "contradicts", &f, &a);
    let board = claims_board(fixture.project());
    assert!(shown(&board)[0].ends_with("f (contradicts)"), "a contradiction is shown first");
    assert_eq!(board.rows[0].conflicts, 2);
}

#[test]
fn an_edited_title_goes_with_its_claim() {
    let mut fixture = Fixture::new(&["one two three"]);
    let [one, two, three] = ["one", "two", "three"].map(|word| fixture.tag(0, word, "Claim"));
    entitle(&mut fixture, &[&two], "The toll");
    let titles = |fixture: &Fixture| {
        let rows = claims_board(fixture.project()).rows;
        rows.iter()
            .map(|row| format!("{}{}", row.title, if row.has_edited_title { "!" } else { "" }))
            .collect::<Vec<_>>()
    };
    assert_eq!(titles(&fixture), ["one", "The toll!", "three"]);
    relate(&mut fixture, "repeats", &one, &two);
    assert_eq!(titles(&fixture), ["The toll!", "three"], "a row takes the title of a row that is joined");
    entitle(&mut fixture, &[&three], "Third");
    relate(&mut fixture, "repeats", &two, &three);
    assert_eq!(titles(&fixture), ["The toll!"], "of two titles, the first is shown");
    let last = fixture.project().relations().last().expect("a relation").id.clone();
    fixture.act(Command::Unrelate(last));
    assert_eq!(titles(&fixture), ["The toll!", "Third!"], "parted, both are there again");
    fixture.act(Command::Remove(vec![two]));
    assert_eq!(titles(&fixture), ["one", "Third!"]);
}

#[test]
fn a_claim_has_its_speaker_attributes_and_entities() {
    let mut fixture = Fixture::new(&["Patel said 23,000 came. Nobody came."]);
    let claim = fixture.tag(0, "Patel said 23,000 came", "Claim");
    let other = fixture.tag(0, "Nobody came", "Claim");
    let patel = fixture.tag(0, "Patel", "Person");
    let patel = fixture.entity("Priti Patel", Some("Person"), &[], &[patel]);
    let ministry = fixture.entity("Home Office", None, &[], &[]);
    set(&mut fixture, &claim, "source", ministry.as_str());
    set(&mut fixture, &claim, "type", "Numerical");
    let board = claims_board(fixture.project());
    let first = board.rows[0].first().expect("a claim");
    let speaker = Speaker { name: "Home Office".to_owned(), entity: Some(ministry.clone()) };
    assert_eq!(first.speaker, Some(speaker));
    let attributes: Vec<String> = first.attributes.iter().map(|(name, value)| format!("{name}={value}")).collect();
    assert_eq!(attributes, ["type=Numerical"], "the verdict has its default");
    assert_eq!(first.entities, [patel.clone(), ministry]);
    assert_eq!(first.figures.len(), 1);
    assert_eq!(board.rows[1].first().map(|claim| claim.speaker.is_none()), Some(true));
    let view = |filter: BoardFilter| shown(&board.view(&filter, BoardSort::Place));
    let choice = ChoiceFilter { attribute: "type".to_owned(), choice: "Numerical".to_owned() };
    let one = ["Patel said 23,000 came | Patel said 23,000 came"];
    assert_eq!(view(BoardFilter { entity: Some(patel), ..Default::default() }), one);
    assert_eq!(view(BoardFilter { choice: Some(choice), ..Default::default() }), one);
    assert_eq!(view(BoardFilter { unsourced: true, ..Default::default() }), ["Nobody came | Nobody came"]);
    assert_eq!(board.entities().len(), 2);
    assert!(board.row_of(&other).is_some());
}

#[test]
fn rows_are_filtered_and_sorted() {
    let mut fixture = Fixture::new(&["one two three", "uno due tre"]);
    let [one, _, three] = ["one", "two", "three"].map(|word| fixture.tag(0, word, "Claim"));
    let [uno, due, tre] = ["uno", "due", "tre"].map(|word| fixture.tag(1, word, "Claim"));
    relate(&mut fixture, "supports", &uno, &one);
    relate(&mut fixture, "contradicts", &tre, &due);
    relate(&mut fixture, "repeats", &three, &tre);
    let board = claims_board(fixture.project());
    let titles = |filter: BoardFilter, sort| {
        board.view(&filter, sort).rows.iter().map(|row| row.title.clone()).collect::<Vec<_>>()
    };
    let all = BoardFilter::default;
    assert_eq!(titles(all(), BoardSort::Place), ["one", "two", "three"]);
    assert_eq!(titles(all(), BoardSort::Conflicts), ["three", "one", "two"]);
    assert_eq!(titles(all(), BoardSort::Articles), ["one", "three", "two"]);
    assert_eq!(titles(BoardFilter { conflicts: true, ..all() }, BoardSort::Place), ["three"]);
    assert_eq!(titles(BoardFilter { one_article: true, ..all() }, BoardSort::Place), ["two"]);
}

/// The figures that differ in a row of two claims, each the text of an article.
fn differing(first: &str, second: &str) -> Vec<String> {
    let mut fixture = Fixture::new(&[first, second]);
    let (first, second) = (fixture.tag(0, first, "Claim"), fixture.tag(1, second, "Claim"));
    relate(&mut fixture, "repeats", &first, &second);
    let board = claims_board(fixture.project());
    board.rows[0].differing_figures().iter().map(|figure| figure.text.clone()).collect()
}

#[test]
fn figures_that_differ_stand_side_by_side() {
    for (first, second, expected) in [
        // The hedges decide: 23,000 to 24,000 and 25,000 to 27,000 have no value in common.
        (
            "More than 23,000 people came",
            "about 26,000 people and 3 boats came",
            &["More than 23,000 people", "about 26,000 people"][..],
        ),
        ("More than 20,000 people came", "about 26,000 people came", &[]),
        ("Nearly 3.5 million people came", "3.4 million people came", &[]),
        ("Twenty-seven people died", "27 people died", &[]),
        ("Twenty-seven people died", "31 people died", &["Twenty-seven people", "31 people"]),
        ("The toll is 31", "27 people died", &["31", "27 people"]),
        ("It cost £3 million", "It cost £4 million", &["£3 million", "£4 million"]),
        ("It cost £3 million", "It cost $4 million", &[]),
        // What agrees with a figure of the other claim differs from nothing there.
        ("27 people died, 17 of them men", "31 people died, 17 of them men", &["27 people", "31 people"]),
        ("27 people died, 17 of them men", "27 people died", &[]),
        // Of several things of one name, the nearest values are compared.
        ("20 boats left and 300 boats stayed", "21 boats left", &["20 boats", "21 boats"]),
        ("20 boats left", "20 lorries left and 9 cars", &[]),
        ("One migrant rang a friend", "27 migrants died", &[]),
        ("Hundreds of people came", "3 people came", &[]),
    ] {
        assert_eq!(differing(first, second), expected, "{first} / {second}");
    }
}

#[test]
fn figures_have_their_hedges_and_units() {
    let mut fixture = Fixture::new(&["Nearly 3.5 million asylum seekers paid up to £3,000. It is 12 km."]);
    fixture.tag(0, "3.5 million asylum seekers paid up to £3,000", "Claim");
    let board = claims_board(fixture.project());
    let figures = &board.rows[0].claims[0].figures;
    let shown: Vec<_> = figures.iter().map(|one| (&*one.text, &*one.hedge, &*one.unit, one.figure.amount)).collect();
    let seekers = ("Nearly 3.5 million asylum seekers", "Nearly", "seekers", 3_500_000.0);
    assert_eq!(shown, [seekers, ("up to £3,000", "up to", "GBP", 3_000.0)], "with the hedge before the claim");
}

#[test]
fn rows_that_have_not_changed_are_the_same() {
    let mut fixture = Fixture::new(&["one two", "uno due"]);
    let [one, _] = ["one", "two"].map(|word| fixture.tag(0, word, "Claim"));
    let [uno, _] = ["uno", "due"].map(|word| fixture.tag(1, word, "Claim"));
    let mut builder = BoardBuilder::default();
    let before = builder.build(fixture.project());
    relate(&mut fixture, "repeats", &one, &uno);
    let after = builder.build(fixture.project());
    let same = |title: &str| {
        let find = |board: &ClaimsBoard| board.rows.iter().find(|row| row.title == title).cloned().expect("a row");
        std::rc::Rc::ptr_eq(&find(&before), &find(&after))
    };
    assert_eq!(["one", "two", "due"].map(same), [false, true, true]);
    assert_eq!(after, claims_board(fixture.project()));
    let ids = row_of(fixture.project(), &uno);
    assert_eq!(ids, [one.clone(), uno]);
    assert!(row_of(fixture.project(), &"a99".into()).is_empty());
}

#[test]
fn choices_of_claims_are_listed_once() {
    let fixture = Fixture::new(&["x"]);
    let names: Vec<String> = choices(fixture.project().schema()).into_iter().map(|(name, _)| name).collect();
    assert_eq!(names, ["type", "checkworthy", "attribution", "certainty", "verdict"]);
}
