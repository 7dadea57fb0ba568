//! Tests of the report.

use std::rc::Rc;

use super::*;
use crate::analysis::dates::Period;
use crate::analysis::fixture_tests::Fixture;
use crate::analysis::parsed::ParsedArticles;
use crate::format::native;
use crate::model::Project;

const ONE: &str = "More than 23,000 people crossed the Channel in small boats this year, Priti Patel said on Monday. \
                   The ferry sank within minutes of striking a reef off Cape Valdez. It rained all day. \
                   The ferry sank within minutes of striking a reef off Cape Valdez.";
const TWO: &str = "About 26,000 people crossed the Channel in small boats this year, the Home Office said. \
                   Within minutes of hitting a reef off Cape Valdez the ferry sank. Nobody answered in 2019.";

/// A tag as JSON, on the first occurrence of its words.
fn tag(
    id: &str,
    (article, text): (&str, &str),
    words: &str,
    label: &str,
    more: &serde_json::Value,
) -> serde_json::Value {
    let start = text.find(words).map(|at| text[..at].chars().count()).expect("the words");
    let end = start + words.chars().count();
    let mut tag = serde_json::json!({ "id": id, "article": article, "label": label,
        "ranges": [{ "start": start, "end": end, "exact": words }] });
    for (key, value) in more.as_object().expect("an object") {
        tag[key] = value.clone();
    }
    tag
}

fn project() -> Rc<Project> {
    let schema = native_schema();
    let (one, two) = (("x", ONE), ("y", TWO));
    let source =
        |entity: &str, how: &str| serde_json::json!({ "attributes": { "source": entity, "attribution": how } });
    let none = || serde_json::json!({});
    let file = serde_json::json!({
        "format": "crossread", "version": 1,
        "project": { "title": "Crossings", "created": "2021-11-28T12:00:00Z" },
        "schema": schema,
        "articles": [
            { "id": "x", "title": "One", "date": "2021-11-30", "language": "en", "text": ONE },
            { "id": "y", "title": "Two", "date": "2021-12", "language": "en", "text": TWO },
            { "id": "z", "title": "Three", "text": "-" },
        ],
        "entities": [{ "id": "e1", "name": "Priti Patel" }, { "id": "e2", "name": "Nobody" }],
        "annotations": [
            tag("c1", one, "More than 23,000 people crossed the Channel in small boats this year", "Claim", &source("e1", "direct")),
            tag("c2", two, "About 26,000 people crossed the Channel in small boats this year", "Claim", &source("e1", "indirect")),
            tag("c3", one, "It rained all day", "Claim", &none()),
            tag("p1", one, "Priti Patel", "Person", &serde_json::json!({ "entity": "e1" })),
            tag("p2", two, "Home Office", "Organization", &none()),
            tag("d1", one, "Monday", "Date", &none()),
            tag("d2", two, "2019", "Date", &none()),
            tag("d3", one, "all day", "Date", &none()),
            tag("q1", one, "More than 23,000 people", "Quantity", &none()),
        ],
        "relations": [{ "id": "r1", "type": "contradicts", "from": "c1", "to": "c2", "created": "2021-11-28T12:00:00Z" }],
    });
    Rc::new(native::read(&file.to_string()).expect("a project"))
}

fn native_schema() -> serde_json::Value {
    let at = crate::model::Timestamp::epoch();
    let project = Project::new("x", crate::model::news_claims(), at);
    let written = native::write(&project);
    serde_json::from_str::<serde_json::Value>(&written).expect("JSON")["schema"].clone()
}

#[test]
fn articles_have_their_words_and_tags() {
    let project = project();
    let report = report(&project);
    let counts: Vec<(usize, usize)> = report.articles.iter().map(|one| (one.words, one.all_tags())).collect();
    assert_eq!(counts, [(45, 6), (31, 3), (0, 0)]);
    assert_eq!(report.tags_by_label().iter().sum::<usize>(), project.annotation_count());
    assert_eq!((report.claims(), report.board.rows.len()), (3, 2));
}

#[test]
fn relations_that_contradict_are_disagreements_with_their_figures() {
    let report = report(&project());
    let found = &report.disagreements[0];
    assert_eq!((found.kind, found.name.as_str()), (DisagreementKind::Contradicts, "contradicts"));
    assert_eq!(
        found.sides.each_ref().map(|side| side.figures.clone()),
        [["More than 23,000 people"], ["About 26,000 people"]]
    );
    assert_eq!(found.sides.each_ref().map(|side| side.speaker.as_str()), ["Priti Patel", "Priti Patel"]);
    assert!(report.disagreements.iter().skip(1).all(|one| one.kind == DisagreementKind::Figures));
}

#[test]
fn tagged_figures_disagree_though_nobody_has_related_them() {
    let texts =
        ["The court fined the company £1.2m for the spill.", "For the spill the company got a fine of £1.5 million."];
    let figures = |tagged: &[(usize, &str)]| {
        let mut fixture = Fixture::new(&texts);
        for (article, words) in tagged {
            fixture.tag(*article, words, "Quantity");
        }
        let all = report(&Rc::new(fixture.project().clone())).disagreements;
        all.iter().map(|one| (one.kind, one.sides.each_ref().map(|side| side.figures.join("")))).collect::<Vec<_>>()
    };
    let expected = (DisagreementKind::Figures, ["£1.2m", "£1.5 million"].map(str::to_owned));
    assert_eq!(figures(&[(0, "£1.2m"), (1, "£1.5 million")]), [expected]);
    assert_eq!(figures(&[(0, "£1.2m")]), [], "one of the two is not tagged");
}

#[test]
fn speakers_are_counted_by_article_and_manner() {
    let report = report(&project());
    assert_eq!((report.speakers.len(), report.unsourced), (1, 1));
    let patel = &report.speakers[0];
    assert_eq!((patel.name.as_str(), patel.count().all()), ("Priti Patel", 2));
    assert_eq!(patel.in_article(0), SpokenCount { direct: 1, ..SpokenCount::default() });
    assert_eq!(patel.in_article(1), SpokenCount { indirect: 1, ..SpokenCount::default() });
    assert_eq!(patel.in_article(2).all(), 0);
}

#[test]
fn entities_are_counted_by_article() {
    let report = report(&project());
    let entities: Vec<_> = report.entities.iter().map(|one| (one.entity.name.as_str(), one.articles.clone())).collect();
    assert_eq!(entities, [("Priti Patel", vec![(0, 1)]), ("Nobody", vec![])]);
    // The organization, the dates and the quantity.
    assert_eq!(report.unlinked, 5);
}

#[test]
fn what_an_article_repeats_is_a_share_of_its_words() {
    let report = report(&project());
    let share = |a, b| (report.repetition.share(a, b) * 100.0).round();
    assert_eq!(share(0, 0), 27.0, "12 of 45 words come again");
    assert!(share(1, 0) > 35.0 && share(0, 1) > 24.0 && share(1, 1) == 0.0, "{:?}", report.repetition);
    assert!(report.repetition.share_anywhere(1) >= report.repetition.share(1, 0));
    assert_eq!((share(2, 0), share(0, 2), report.repetition.share_anywhere(2)), (0.0, 0.0, 0.0));
}

#[test]
fn dates_are_in_the_order_of_time_and_the_others_are_listed() {
    let report = report(&project());
    let shown = |mentions: &[DateMention]| -> Vec<(usize, String)> {
        mentions.iter().map(|one| (one.article, one.words.clone())).collect()
    };
    let groups: Vec<_> = report.timeline.groups.iter().map(|group| (group.period, shown(&group.mentions))).collect();
    let period = |text: &str| Period::parse(text).expect("a date");
    let expected =
        [("2019", (1, "2019")), ("2021-11-29", (0, "Monday")), ("2021-11-30", (0, "")), ("2021-12", (1, ""))];
    assert_eq!(groups, expected.map(|(date, (article, words))| (period(date), vec![(article, words.to_owned())])));
    assert_eq!(shown(&report.timeline.unplaced), [(0, "all day".to_owned())]);
}

#[test]
fn it_is_computed_in_as_many_steps_as_it_says() {
    let project = project();
    let mut builder = ReportBuilder::new(project, ParsedArticles::default());
    let (_, all) = builder.progress();
    let steps = (1..).find(|_| builder.step().is_some());
    assert_eq!((steps, builder.progress()), (Some(all), (all, all)));
}

#[test]
fn a_project_without_articles_has_a_report() {
    let project = Rc::new(Project::new("x", crate::model::news_claims(), crate::model::Timestamp::epoch()));
    let report = report(&project);
    assert!(report.articles.is_empty() && report.board.rows.is_empty() && report.timeline == Timeline::default());
}
