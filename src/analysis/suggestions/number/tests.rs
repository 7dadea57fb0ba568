//! Figures that disagree, and figures that do not.

use super::*;
use crate::analysis::fixture_tests::Fixture;
use crate::analysis::suggestions::Suggestions;
use crate::analysis::tests::editor;
use crate::edit::{ArticleFields, Command};

/// The pairs that are suggested for these articles.
fn suggested(texts: &[&str]) -> Vec<String> {
    of_project(editor(texts).project())
}

/// The same for articles with dates.
fn suggested_on(articles: &[(&str, &str)]) -> Vec<String> {
    let mut fixture = Fixture::new(&articles.iter().map(|(_, text)| *text).collect::<Vec<_>>());
    for (at, (date, _)) in articles.iter().enumerate() {
        let id = fixture.project().articles()[at].id.clone();
        let fields = ArticleFields { title: "News".to_owned(), date: (*date).to_owned(), ..Default::default() };
        fixture.act(Command::EditArticle(id, fields));
    }
    of_project(fixture.project())
}

fn of_project(project: &Project) -> Vec<String> {
    let mut suggestions = Suggestions::default();
    suggestions.update(project);
    let show =
        |span: &SuggestedSpan| project.article(&span.article).expect("an article").text.slice(span.range).to_owned();
    let open = suggestions.open(project);
    let numbers = open.iter().filter(|one| one.kind == SuggestionKind::Number);
    numbers.map(|one| format!("{} / {}", show(&one.spans[0]), show(&one.spans[1]))).collect()
}

#[test]
fn figures_of_the_same_thing_that_cannot_both_be_right_are_suggested() {
    let crossings = [
        "More than 23,000 people have entered the UK on small boats this year, up from 8,500 last year.",
        "The number of people who crossed from France to England in small boats this year was about 26,000.",
    ];
    assert_eq!(suggested(&crossings), ["More than 23,000 / about 26,000"]);
    let tolls = [
        "At least 12 people were killed when a bus crashed in Peru.",
        "The death toll of the bus crash in Peru rose to seventeen.",
    ];
    assert_eq!(suggested(&tolls), ["At least 12 / seventeen"]);
    let fines =
        ["The court fined the company £1.2m for the spill.", "For the spill the company got a fine of £1.5 million."];
    assert_eq!(suggested(&fines), ["£1.2m / £1.5 million"]);
    let ages = ["Erik Solheim, 49, was jailed.", "“No,” said Mr Solheim, 47, in court."];
    assert_eq!(suggested(&ages), ["49 / 47"]);
    let terms = ["He was jailed for nine years.", "The captain was sentenced to eight years in prison."];
    assert!(suggested(&terms).len() <= 1);
}

#[test]
fn words_hedges_and_units_are_read_before_figures_are_compared() {
    for (texts, wanted) in [
        (["Seventeen people died when the dam burst.", "The dam burst killed 18 people."], "Seventeen / 18"),
        (["Nearly 40 people died when the dam burst.", "The dam burst killed 43 people."], "Nearly 40 / 43"),
        (["Up to 40 people died when the dam burst.", "The dam burst killed 43 people."], "Up to 40 / 43"),
        (
            ["The firm owes $1.2 billion.", "The firm owes 1,500 million dollars."],
            "$1.2 billion / 1,500 million dollars",
        ),
        (["Unemployment rose to 7.9%.", "Unemployment rose to 8.4 per cent."], "7.9% / 8.4 per cent"),
        (["The quake of magnitude 6.1 hit Bam.", "A quake of magnitude 6.4 hit Bam."], "6.1 / 6.4"),
    ] {
        assert_eq!(suggested(&texts), [wanted]);
    }
    for texts in [
        ["Eighteen people died when the dam burst.", "The dam burst killed 18 people."],
        ["Nearly 40 people died when the dam burst.", "The dam burst killed 38 people."],
        ["Up to 40 people died when the dam burst.", "The dam burst killed 35 people."],
        ["The firm owes $1.2 billion.", "The firm owes 1,200 million dollars."],
        ["The firm owes $1.2 billion.", "The firm owes €1.5 billion."],
        ["The firm owes $1.2 billion.", "The firm made a profit of $1.5 billion."],
        ["The shaft is 2,700 metres deep.", "The shaft is 2.7km deep."],
        ["Three in four voters backed the plan.", "75 per cent of voters backed the plan."],
        ["The dead included 11 men from Beira and six from Tete.", "At least nine people died."],
    ] {
        assert!(suggested(&texts).is_empty(), "{texts:?}: {:?}", suggested(&texts));
    }
}

#[test]
fn ages_are_compared_where_they_stand_behind_a_name() {
    let texts = ["“It fell,” said Thabo Nkosi, 29, a driller.", "Thabo Nkosi, a 28-year-old driller, was hurt."];
    assert_eq!(suggested(&texts), ["29 / 28-year-old"]);
    let other = ["“It fell,” said Thabo Nkosi, 29, a driller.", "Joe Venter, a 28-year-old driller, was hurt."];
    assert!(suggested(&other).is_empty());
}

#[test]
fn times_are_those_of_the_articles() {
    // "Three years ago" is in 2010; what a later article tells of a month is what the article of that month told.
    let bids = "Corwin offered $3.9 billion for the brewer Zlatovar in 2010.";
    let ago = "Three years ago Corwin offered $3.6bn for the brewer Zlatovar.";
    assert_eq!(suggested_on(&[("2013-04-15", bids), ("2013-04-16", ago)]), ["$3.9 billion / $3.6bn"]);
    assert!(suggested_on(&[("2013-04-15", bids), ("2016-04-16", ago)]).is_empty());
    let first = "The crash of the express train killed 12 passengers on Friday.";
    let later = "The crash of the express train in August 2008 killed 15 passengers.";
    assert_eq!(suggested_on(&[("2008-08-09", first), ("2009-11-02", later)]), ["12 / 15"]);
    assert!(suggested_on(&[("2010-08-09", first), ("2010-11-02", later)]).is_empty());
    // Years with which a figure is compared are no dates of events.
    let year = ["Mines killed 128 people, down from 168 in 2009.", "Mines killed 128 people, down from 600 in 1994."];
    assert!(suggested(&year).iter().all(|one| !one.contains("1994")), "{:?}", suggested(&year));
}

#[test]
fn lists_that_differ_are_one_suggestion() {
    let text = "Two boys and one girl were identified as the dead.\n\nThere were two girls and a boy who died.";
    assert_eq!(suggested(&[text]), ["Two boys and one girl / two girls and a boy"]);
}

#[test]
fn a_correction_in_an_article_updates_the_former_figure() {
    let text = "Police originally stated that the death count was 31. But they later put it at 27.";
    assert_eq!(suggested(&[text]), ["27 / 31"]);
}

#[test]
fn figures_that_agree_or_measure_different_things_are_not_suggested() {
    for texts in [
        ["More than 20,000 people crossed the Channel this year.", "26,000 people crossed the Channel this year."],
        [
            "Seventeen men, seven women and three teenagers died when the boat sank.",
            "27 people died when the boat sank.",
        ],
        ["About 12 people were injured in the fire.", "Three people were killed in the fire."],
        ["26,000 people crossed the Channel this year.", "8,500 people crossed the Channel last year."],
        ["20% of voters backed the plan.", "2,000 voters backed the plan."],
        ["The fire killed 12 people.", "In 2015 a fire killed 40 people."],
        ["£3m was paid for the ship.", "$4m was paid for the ship."],
        ["Two of the dead were children.", "27 people died."],
        ["The ferry was licensed to carry 150 people.", "The ferry was carrying 212 people."],
        ["Profit rose 20% to £96 million.", "Profit fell to £96 million, 20% less."],
        ["Another 50 people arrived.", "26,000 people arrived."],
    ] {
        assert!(suggested(&texts).is_empty(), "{texts:?}: {:?}", suggested(&texts));
    }
}

#[test]
fn what_is_counted_may_be_said_in_other_words_or_not_at_all() {
    let bids =
        ["The board rejected two lower bids from Brightwater.", "Brightwater made three proposals, all rejected."];
    assert_eq!(suggested(&bids), ["two / three"]);
    let elided = ["More than 40,000 people marched against the cuts.", "Police put the number of marchers at 17,000."];
    assert_eq!(suggested(&elided), ["More than 40,000 / 17,000"]);
    let lives = ["In all 1,749 lives were lost in the Dona wreck.", "The Dona wreck killed more than 4,000 people."];
    assert_eq!(suggested(&lives), ["1,749 / more than 4,000"]);
}

#[test]
fn names_of_currencies_stand_for_those_of_a_country() {
    let francs = ["The budget saves 80 billion francs.", "The budget would save 85bn Belgian francs."];
    assert_eq!(suggested(&francs), ["80 billion francs / 85bn Belgian francs"]);
    let other = ["The budget saves 80 billion francs.", "The budget would save £85bn."];
    assert!(suggested(&other).is_empty());
}

#[test]
fn dates_and_times_of_one_event_disagree() {
    let built = ["The ferry Rosa was built in Japan in 1967.", "The ferry Rosa was built at Kobe in 1961."];
    assert_eq!(suggested(&built), ["1967 / 1961"]);
    let times =
        ["The ferry sent a distress call at about 9:40 p.m.", "The ferry sent a single distress call at 10:40 p.m."];
    assert_eq!(suggested(&times), ["about 9:40 p.m. / 10:40 p.m."]);
    let said = [
        "The mayor said on 3 May 2018 that the bridge was safe.",
        "The mayor said on 4 May 2018 that the bridge was safe.",
    ];
    assert!(suggested(&said).is_empty());
}

#[test]
fn a_date_has_its_digits_as_value() {
    let texts = ["The ferry Rosa was built in Japan in 1967.", "The ferry Rosa was built at Kobe in 1961."];
    let editor = editor(&texts);
    let mut suggestions = Suggestions::default();
    suggestions.update(editor.project());
    let open = suggestions.open(editor.project());
    let value = open.iter().find(|one| one.kind == SuggestionKind::Number).and_then(|one| one.value.clone());
    let Some(SuggestedValue::Figures(first, second)) = value else { panic!("no figures: {value:?}") };
    assert_eq!((first.amount, second.amount, first.unit.as_str()), (1967.0, 1961.0, "year"));
}

#[test]
fn what_a_third_article_says_joins_values() {
    let texts = [
        "Marchers filled the square: 40,000 people, said the unions.",
        "The unions put the number of marchers at 40,000.",
        "Police put the number of marchers at 17,000.",
    ];
    assert_eq!(suggested(&texts), ["40,000 / 17,000", "40,000 / 17,000"]);
}

#[test]
fn prices_of_a_market_and_shares_of_a_whole_do_not_disagree() {
    for texts in [
        ["The shares closed up 31 per cent on Tuesday.", "The shares rose as much as 33% in trading on Tuesday."],
        ["Rosa was carrying 162 passengers when she sank.", "Rosa was carrying 185 people when she sank."],
        ["The ferry disaster killed 52 people.", "Among the dead of the ferry disaster were 19 people from Cork."],
        ["17 men died when the dinghy sank.", "27 migrants died when the dinghy sank."],
        ["He was at sea for three weeks.", "The trial lasted five weeks."],
    ] {
        assert!(suggested(&texts).is_empty(), "{texts:?}: {:?}", suggested(&texts));
    }
}

#[test]
fn the_bundled_articles_disagree_on_crossings() {
    let texts = [
        include_str!("../../../../articles/000_392ed6e5ef7bc9b9.txt"),
        include_str!("../../../../articles/001_1bd36e8f627b0a4c.txt"),
        include_str!("../../../../articles/002_cf462735b472f4b0.txt"),
    ];
    let suggested = suggested(&texts);
    for wanted in [
        "More than 23,000 / about 26,000",
        "More than 23,000 / 26,000",
        "27 / 31",
        "Two boys and one girl / two girls and a boy",
        "two boys and a girl / two girls and a boy",
    ] {
        assert!(suggested.iter().any(|one| one == wanted), "{wanted}: {suggested:?}");
    }
    assert!(suggested.len() <= 6, "{suggested:?}");
}

#[test]
fn clauses_and_kinds_of_persons_are_kept_apart() {
    // The date is of the founding, not of the mills.
    let mills = ["The brewer Zlatovar was founded in 1843 and runs five mills.", "Zlatovar, a brewer, runs six mills."];
    assert_eq!(suggested(&mills), ["five / six"]);
    let men = [
        "Nine people died in the outbreak. Five of them were men.",
        "Nine people died in the outbreak. Seven were men.",
    ];
    assert_eq!(suggested(&men), ["Five / Seven"]);
    let women = [
        "Nine people died in the outbreak. Five of them were men.",
        "Nine people died in the outbreak. Four were women.",
    ];
    assert!(suggested(&women).is_empty(), "{:?}", suggested(&women));
    let parts =
        ["Ten of the dead lived in the houses that the plane hit.", "The plane crashed. All four of the crew died."];
    assert!(suggested(&parts).is_empty(), "{:?}", suggested(&parts));
    let all = ["The crash killed all four crew members.", "The number of dead in the crash rose to 13."];
    assert!(suggested(&all).is_empty(), "{:?}", suggested(&all));
    let year = ["The collapse killed 29 mineworkers. Mines have killed 71 people so far this year."];
    assert!(suggested(&year).is_empty(), "{:?}", suggested(&year));
    let times = ["Corwin is paying 14 times earnings for Zlatovar.", "Corwin pays 15 times the earnings of Zlatovar."];
    assert_eq!(suggested(&times), ["14 / 15"]);
}
