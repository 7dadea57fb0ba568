//! Tests of [`super::occurrences`].

use proptest::prelude::*;

use super::finder::insert;
use super::longer_names::{Inside, LongerName, LongerNames};
use super::occurrence::judge;
use super::*;
use crate::analysis::tests::editor;
use crate::edit::{Command, Editor, NewAnnotation, Stamp};
use crate::model::{LabelId, Project, Timestamp};
use crate::text::{Query, TextRange};

/// Occurrences of names for the label Person, after tagging: `article text@start`, then `=` if tagged, and `!` and
/// the doubt.
fn listed(texts: &[&str], tags: &[(usize, &str, &str)], names: &[&str]) -> Vec<String> {
    let mut editor = editor(texts);
    let stamp = Stamp { at: Timestamp::parse("2026-01-01T00:00:00Z").expect("a time"), by: String::new() };
    for &(article, label, words) in tags {
        let start = texts[article].find(words).expect("the words");
        let id = editor.project().articles()[article].id.clone();
        let tag = NewAnnotation::tag(id, TextRange::from_indices(start, start + words.len()), label.into());
        editor.perform(Command::Annotate(tag), stamp.clone()).expect("a tag");
    }
    let project = editor.project();
    let names: Vec<Query> = names.iter().map(|name| Query::words(*name)).collect();
    let show = |one: Occurrence| {
        let at = project.articles().iter().position(|article| article.id == one.place.article).expect("there");
        let words = project.articles()[at].text.slice(one.place.range);
        let doubt = one.doubt.map_or_else(String::new, |doubt| match doubt {
            Doubt::Tagged(label) => format!(" ! {label}"),
            Doubt::PartOf(name) => format!(" ! part of {name}"),
            Doubt::Ending(word) => format!(" ! {word}"),
        });
        format!("{at} {words}@{}{}{doubt}", one.place.range.start().0, if one.tag.is_some() { " =" } else { "" })
    };
    occurrences(project, &names, &"Person".into()).into_iter().map(show).collect()
}

#[test]
fn occurrences_are_in_article_and_text_order() {
    let texts = ["Patel met Macron. Patel’s plan", "Ms Patel"];
    assert_eq!(listed(&texts, &[(0, "Person", "Patel")], &["Patel"]), ["0 Patel@0 =", "0 Patel@18", "1 Patel@3"]);
    assert_eq!(listed(&texts, &[], &["Macron", "Patel"])[..2], ["0 Patel@0", "0 Macron@10"]);
}

#[test]
fn earlier_names_are_preferred_and_nothing_inside_a_longer_tag_is_found() {
    let texts = ["Priti Patel, Patel; Priti Patel again"];
    assert_eq!(listed(&texts, &[], &["Priti Patel", "Patel"]), ["0 Priti Patel@0", "0 Patel@13", "0 Priti Patel@20"]);
    assert_eq!(
        listed(&texts, &[(0, "Person", "Priti Patel")], &["Patel"]),
        ["0 Patel@13", "0 Patel@26 ! part of Priti Patel"]
    );
}

#[test]
fn a_longer_name_that_repeats_itself_is_found_too() {
    let (long, names) = ("Ana Ana Ana Ana Ana Ana Ana", ["Ana"]);
    let text = format!("{long}, Ana; {long}");
    let all = listed(&[&text], &[(0, "Person", long)], &names);
    assert_eq!((all.len(), all[0].as_str()), (8, "0 Ana@29"));
    assert!(all[1..].iter().all(|one| one.ends_with(&format!("! part of {long}"))), "{all:?}");
}

#[test]
fn a_longer_name_is_found_with_invisible_characters_in_it() {
    let texts = ["Priti Patel, Priti\u{200b} Pa\u{ad}tel, Spriti Patel, Priti Patels"];
    let all = listed(&texts, &[(0, "Person", "Priti Patel")], &["Patel"]);
    let doubts: Vec<_> = all.iter().map(|one| one.contains("part of Priti Patel")).collect();
    assert_eq!(doubts, [true, false, false], "{all:?}");
}

#[test]
fn an_occurrence_with_another_label_of_the_same_kind_is_doubtful() {
    let texts = ["Paris left", "Paris stayed", "Paris"];
    let tags = [(0, "Location", "Paris"), (1, "Claim", "Paris stayed")];
    assert_eq!(listed(&texts, &tags, &["Paris"]), ["0 Paris@0 ! Location", "1 Paris@0", "2 Paris@0"]);
}

#[test]
fn the_beginning_of_a_longer_word_is_doubtful() {
    assert_eq!(listed(&["Johnson’s Johnsons"], &[], &["Johnson"]), ["0 Johnson@0", "0 Johnson@12 ! Johnsons"]);
}

/// Found by fuzzing: in a very long word, each letter had a doubt with the complete word.
#[test]
fn the_text_of_a_doubt_is_limited() {
    let text = format!("{} and {}", "G".repeat(2_000), "Ana G ".repeat(500));
    let mut editor = editor(&[&text]);
    let (id, start) = (editor.project().articles()[0].id.clone(), 2_000 + " and ".len());
    let tag = NewAnnotation::tag(id, TextRange::from_indices(start, text.trim_end().len()), "Person".into());
    let stamp = Stamp { at: Timestamp::parse("2026-01-01T00:00:00Z").expect("a time"), by: String::new() };
    editor.perform(Command::Annotate(tag), stamp).expect("a tag");
    let all = occurrences(editor.project(), &[Query { whole: false, ..Query::words("G") }], &"Person".into());
    assert!(all.len() >= 2_000);
    let is_short = |doubt: &Doubt| match doubt {
        Doubt::Tagged(label) => label.as_str().len() < 200,
        Doubt::PartOf(text) => text.len() < 200,
        Doubt::Ending(text) => text.len() < 200,
    };
    assert!(all.iter().all(|one| one.doubt.as_ref().is_none_or(is_short)));
}

/// The occurrences of names for the label Person, found without interruption.
fn at_once(project: &Project, names: &[Query], label: &LabelId) -> Vec<Occurrence> {
    let mut longer = LongerNames::new(names);
    let sets = project.articles().iter().map(|article| project.annotations_of(&article.id));
    sets.for_each(|set| set.pieces().for_each(|piece| longer.add(project, &piece, label)));
    let mut all = Vec::new();
    for article in project.articles() {
        let mut ranges = Vec::new();
        names.iter().flat_map(|name| article.text.find(name, usize::MAX)).for_each(|range| insert(&mut ranges, range));
        for place in ranges.into_iter().map(|range| Place { article: article.id.clone(), range }) {
            let Some(mut one) = judge(project, &place, label) else { continue };
            if one.doubt.is_none() && one.tag.is_none() {
                let is_part = |name: &&LongerName| {
                    let mut inside = Inside::default();
                    std::iter::repeat_with(|| name.contains(&article.text, place.range, &mut inside)).flatten().next()
                        == Some(true)
                };
                one.doubt = longer.found.iter().find(is_part).map(|name| Doubt::PartOf(name.shown.clone()));
            }
            all.push(one);
        }
    }
    all
}

/// Articles of these words, each tagged at some of its words with Person or, if the last is true, Location.
type Tagged = Vec<(Vec<usize>, Vec<(usize, usize, bool)>)>;

fn tagged(articles: &Tagged) -> Editor {
    let words = ["Ana", "Bo", "Anas", "Ana’s", "said"];
    let texts: Vec<String> =
        articles.iter().map(|(text, _)| text.iter().map(|at| words[*at]).collect::<Vec<_>>().join(" ")).collect();
    let mut editor = editor(&texts.iter().map(String::as_str).collect::<Vec<_>>());
    let stamp = Stamp { at: Timestamp::parse("2026-01-01T00:00:00Z").expect("a time"), by: String::new() };
    for (at, (_, tags)) in articles.iter().enumerate() {
        let article = editor.project().articles()[at].id.clone();
        let ends: Vec<(usize, usize)> =
            texts[at].split(' ').map(|word| (word.as_ptr().addr() - texts[at].as_ptr().addr(), word.len())).collect();
        for &(from, count, is_place) in tags {
            let Some(&(start, _)) = ends.get(from) else { continue };
            let (last, length) = ends[(from + count).min(ends.len() - 1)];
            let label = if is_place { "Location" } else { "Person" };
            let range = TextRange::from_indices(start, last + length);
            let tag = NewAnnotation::tag(article.clone(), range, label.into());
            editor.perform(Command::AnnotateAll(vec![tag]), stamp.clone()).expect("a tag");
        }
    }
    editor
}

proptest! {
    #[test]
    fn what_is_found_in_steps_is_what_is_found_at_once(
        articles in prop::collection::vec(
            (prop::collection::vec(0usize..5, 1..40), prop::collection::vec((0usize..40, 0usize..8, any::<bool>()), 0..8)),
            1..4,
        ),
        names in prop::sample::select(vec![vec!["Ana"], vec!["Bo Ana", "Ana"], vec!["Ana Ana", "Bo", "Ana"]]),
        (whole, endings) in any::<(bool, bool)>(),
    ) {
        let editor = tagged(&articles);
        let names: Vec<Query> =
            names.into_iter().map(|name| Query { whole, endings, ..Query::words(name) }).collect();
        let mut finder = OccurrenceFinder::new(editor.project(), &names, &"Person".into());
        let (mut found, mut percent) = (Vec::new(), 0);
        while finder.step(editor.project()) {
            found.extend(finder.take_found());
            prop_assert!(finder.percent() >= percent, "{} after {percent} %", finder.percent());
            percent = finder.percent();
        }
        found.extend(finder.take_found());
        prop_assert_eq!(&found, &at_once(editor.project(), &names, &"Person".into()));
        // Places that are given are judged in the same way, but for longer names.
        let places: Vec<Place> = found.iter().map(|one| one.place.clone()).collect();
        let mut finder = OccurrenceFinder::of_places(places.clone(), &"Person".into());
        while finder.step(editor.project()) {}
        let judged: Vec<_> = places.iter().filter_map(|place| judge(editor.project(), place, &"Person".into())).collect();
        prop_assert_eq!(finder.take_found(), judged);
    }
}
