//! Finds all occurrences of names: tagged, untagged, and doubtful ones.

use std::collections::HashSet;
use std::rc::Rc;

use crate::model::{AnnotationId, ArticleId, LabelId, Project};
use crate::text::{Query, Text, TextRange, shortened, without_invisible};

/// The maximum length of a text in a [`Doubt`], in characters: there may be as many doubts as letters in a text.
const MAX_DOUBT_TEXT: usize = 60;

/// How often names may be in a longer one for it to be looked for around each of their places.
const MAX_AROUND: usize = 4;

/// A range of an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The article.
    pub article: ArticleId,
    /// The range.
    pub range: TextRange,
}

/// Why it is doubtful that an occurrence should be tagged.
#[derive(Clone, Debug, PartialEq)]
pub enum Doubt {
    /// It overlaps a tag with another label of the same kind.
    Tagged(LabelId),
    /// It is part of a longer name that is tagged elsewhere.
    PartOf(Rc<str>),
    /// The name is only the beginning of this word: "Johnsons".
    Ending(String),
}

/// An occurrence of a name.
#[derive(Clone, Debug, PartialEq)]
pub struct Occurrence {
    /// The article and range.
    pub place: Place,
    /// The annotation on exactly this range with the label.
    pub tag: Option<AnnotationId>,
    /// Why it may not be an occurrence of the name.
    pub doubt: Option<Doubt>,
}

/// The occurrences of names that are or could be tagged with a label, in article and text order. Where two overlap, the
/// one of the earlier name is returned. Leaves out occurrences inside a longer tag with the label.
pub fn occurrences(project: &Project, names: &[Query], label: &LabelId) -> Vec<Occurrence> {
    let longer: Vec<LongerName> =
        longer_names(project, names, label).into_iter().map(|name| LongerName::new(name, names)).collect();
    let mut all = Vec::new();
    for article in project.articles() {
        let mut places: Vec<TextRange> = Vec::new();
        for name in names {
            for range in article.text.find(name, usize::MAX) {
                let at = places.partition_point(|other| other.start() < range.start());
                let free = |other: Option<&TextRange>| other.is_none_or(|other| !other.overlaps(range));
                if free(places.get(at)) && free(at.checked_sub(1).and_then(|before| places.get(before))) {
                    places.insert(at, range);
                }
            }
        }
        let mut inside: Vec<Option<Vec<TextRange>>> = vec![None; longer.len()];
        let places = places.into_iter().map(|range| Place { article: article.id.clone(), range }).collect();
        for mut one in judge(project, places, label) {
            if one.doubt.is_none() && one.tag.is_none() {
                let range = one.place.range;
                let mut names = longer.iter().zip(&mut inside);
                let is_part = |(name, scanned): (&LongerName, &mut _)| {
                    name.contains(&article.text, range, scanned).then(|| Doubt::PartOf(Rc::clone(&name.shown)))
                };
                one.doubt = names.find_map(is_part);
            }
            all.push(one);
        }
    }
    all
}

/// A longer name that is tagged.
struct LongerName {
    text: String,
    shown: Rc<str>,
    /// Where the names are in it: the text before, the name, and the text after. Empty if that is too often.
    around: Vec<[String; 3]>,
}

impl LongerName {
    fn new(text: String, names: &[Query]) -> Self {
        let parts = |name: String| -> Vec<[String; 3]> {
            let split = |(at, _): (usize, &str)| [text[..at].into(), name.clone(), text[at + name.len()..].into()];
            text.match_indices(name.as_str()).take(MAX_AROUND + 1).map(split).collect()
        };
        let words = names.iter().map(|name| without_invisible(&name.text).into_owned()).filter(|name| !name.is_empty());
        let around: Vec<_> = words.flat_map(parts).collect();
        let around = if around.len() > MAX_AROUND { Vec::new() } else { around };
        Self { shown: shortened(&text, MAX_DOUBT_TEXT).into(), text, around }
    }

    /// Whether a place is part of this name. Looks only around the place, because there may be many names and a long text; a name
    /// that repeats itself is looked for in the whole text, once.
    fn contains(&self, text: &Text, place: TextRange, scanned: &mut Option<Vec<TextRange>>) -> bool {
        if !self.around.is_empty() {
            let is_here = |[before, name, after]: &[String; 3]| {
                without_invisible(text.slice(place)) == name.as_str() && text.is_between(place, before, after)
            };
            return self.around.iter().any(is_here);
        }
        let found = scanned.get_or_insert_with(|| text.find_words(&self.text).collect());
        let next = found.partition_point(|range| range.end() < place.end());
        found.get(next).is_some_and(|range| range.contains(place))
    }
}

/// Longer names that are tagged with the label and contain one of the names.
fn longer_names(project: &Project, names: &[Query], label: &LabelId) -> Vec<String> {
    let names: Vec<String> = names.iter().map(|name| without_invisible(&name.text).into_owned()).collect();
    let mut longer: Vec<String> = Vec::new();
    let mut known = HashSet::new();
    for annotation in project.all_annotations().filter(|one| &one.label == label && one.ranges.len() == 1) {
        let words = without_invisible(&project.exact(annotation)).into_owned();
        let is_longer = |name: &String| words.len() > name.len() && words.contains(name.as_str());
        let is_name = names.contains(&words);
        if names.iter().any(is_longer) && !is_name && known.insert(words.clone()) {
            longer.push(words);
        }
    }
    longer
}

/// Classifies places as occurrences for a label: tagged, untagged or doubtful. Leaves out places inside a longer tag
/// with the label.
pub fn judge(project: &Project, places: Vec<Place>, label: &LabelId) -> Vec<Occurrence> {
    let kind_of = |label: &LabelId| project.schema().label(label).map(|label| label.kind);
    let kind = kind_of(label);
    let mut all = Vec::with_capacity(places.len());
    for place in places {
        let range = place.range;
        let set = project.annotations_of(&place.article);
        let overlapping = || set.overlapping(range);
        let tag =
            overlapping().find(|(_, one)| &one.label == label && one.ranges == [range]).map(|(_, one)| one.id.clone());
        if tag.is_none() && overlapping().any(|(other, one)| &one.label == label && other.contains(range)) {
            continue;
        }
        let rival = overlapping().find(|(_, one)| Some(&one.id) != tag.as_ref() && kind_of(&one.label) == kind);
        let rival = rival.map(|(_, one)| Doubt::Tagged(one.label.clone()));
        let doubt = rival.filter(|_| tag.is_none()).or_else(|| longer_word(project, &place));
        all.push(Occurrence { place, tag, doubt });
    }
    all
}

/// The doubt that a word continues after the end of a place.
fn longer_word(project: &Project, place: &Place) -> Option<Doubt> {
    let text = &project.article(&place.article)?.text;
    let end = place.range.end();
    let word = Some(end).filter(|&end| text.continues_word(end)).and_then(|end| text.word_near(end))?;
    Some(Doubt::Ending(shortened(text.slice(word), MAX_DOUBT_TEXT)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::tests::editor;
    use crate::edit::{Command, NewAnnotation, Stamp};
    use crate::model::Timestamp;

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
        assert_eq!(
            listed(&texts, &[], &["Priti Patel", "Patel"]),
            ["0 Priti Patel@0", "0 Patel@13", "0 Priti Patel@20"]
        );
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
}
