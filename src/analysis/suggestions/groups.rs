//! Suggestions in the order of the texts, and in groups that are decided at once: all places of one name, or one suggestion alone.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::{SuggestedLabel, Suggestion, SuggestionKind};
use crate::model::{ArticleId, Project};
use crate::order;
use crate::text::{ByteOffset, TextRange, visible_text};

/// Suggestions of one kind that propose the same for the same text.
#[derive(Clone, Debug, PartialEq)]
pub struct SuggestionGroup {
    /// A key that stays the same while suggestions of the group are decided.
    pub key: String,
    /// The kind.
    pub kind: SuggestionKind,
    /// The suggestions, in the order of the texts; at least one.
    pub items: Vec<Rc<Suggestion>>,
}

/// Sorts suggestions by their first places: articles in the order of the project, then positions, then kinds.
pub fn in_reading_order(project: &Project, all: &mut Vec<Rc<Suggestion>>) {
    let articles: BTreeMap<&ArticleId, usize> =
        project.articles().iter().enumerate().map(|(at, article)| (&article.id, at)).collect();
    let place = |one: &Suggestion| {
        let span = one.spans.first();
        let article = span.and_then(|span| articles.get(&span.article).copied());
        (article, span.map_or(ByteOffset(0), |span| span.range.start()), one.kind)
    };
    order::sort_by(all, |a, b| place(a).cmp(&place(b)));
}

/// Leaves out what suggests a tag again: a place is suggested by the look of its name, and because the same text is tagged elsewhere.
/// If the labels differ, the label of the tags counts.
pub fn without_duplicates(all: &[Suggestion]) -> Vec<Suggestion> {
    type Place = (ArticleId, TextRange);
    let place = |one: &Suggestion| one.spans.first().map(|span| (span.article.clone(), span.range));
    let labels_of = |kind: SuggestionKind| -> BTreeMap<Place, Option<SuggestedLabel>> {
        let of_kind = all.iter().filter(|one| one.kind == kind);
        of_kind.filter_map(|one| Some((place(one)?, one.label.clone()))).collect()
    };
    let (names, mentions) = (labels_of(SuggestionKind::Entity), labels_of(SuggestionKind::Mention));
    let is_needed = |one: &Suggestion| {
        let label_in = |others: &BTreeMap<Place, Option<SuggestedLabel>>| others.get(&place(one)?).cloned();
        match one.kind {
            SuggestionKind::Entity => label_in(&mentions).is_none_or(|label| label == one.label),
            SuggestionKind::Mention => label_in(&names).is_none_or(|label| label != one.label),
            _ => true,
        }
    };
    all.iter().filter(|one| is_needed(one)).cloned().collect()
}

/// Groups suggestions, which are in the order of the texts: by kind, and within a kind by their first places.
pub fn groups(project: &Project, all: &[Rc<Suggestion>]) -> Vec<SuggestionGroup> {
    let mut groups: Vec<SuggestionGroup> = Vec::new();
    let mut known: BTreeMap<String, usize> = BTreeMap::new();
    for one in all {
        let key = key_of(project, one);
        match known.get(&key) {
            Some(&at) => groups[at].items.push(one.clone()),
            None => {
                known.insert(key.clone(), groups.len());
                groups.push(SuggestionGroup { key, kind: one.kind, items: vec![one.clone()] });
            }
        }
    }
    // The sort keeps the order of places.
    order::sort_by(&mut groups, |a, b| a.kind.cmp(&b.kind));
    groups
}

/// Tags of the same text with the same label belong together; everything else is decided one by one.
fn key_of(project: &Project, one: &Suggestion) -> String {
    match (one.kind, &one.label, one.spans.first()) {
        (SuggestionKind::Entity | SuggestionKind::Mention, Some(SuggestedLabel::Label(label)), Some(span)) => {
            let article = project.article(&span.article);
            let text = article.map(|article| visible_text(article.text.slice(span.range))).unwrap_or_default();
            format!("{}:{label}:{text}", one.kind.name())
        }
        _ => one.id.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::Suggestions;
    use super::*;
    use crate::analysis::tests::editor;

    /// The kind, the text and the number of places of each group.
    fn grouped(texts: &[&str]) -> Vec<String> {
        let editor = editor(texts);
        let project = editor.project();
        let mut suggestions = Suggestions::default();
        suggestions.update(project);
        let mut all: Vec<Rc<Suggestion>> = suggestions.open(project).into_iter().map(Rc::new).collect();
        all.retain(|one| matches!(one.kind, SuggestionKind::Entity | SuggestionKind::Repeat));
        in_reading_order(project, &mut all);
        let shown = |group: &SuggestionGroup| {
            let span = &group.items[0].spans[0];
            let text = project.article(&span.article).map(|article| article.text.slice(span.range)).unwrap_or_default();
            format!("{} {text} {}", group.kind.name(), group.items.len())
        };
        groups(project, &all).iter().map(shown).collect()
    }

    #[test]
    fn places_of_one_name_are_a_group_and_pairs_stand_alone() {
        let one = "Boris Johnson met Emmanuel Macron in Calais on Monday. Boris Johnson left Calais.";
        let two = "Emmanuel Macron stayed in Calais.";
        let found = grouped(&[one, two]);
        for expected in ["entity Boris Johnson 2", "entity Emmanuel Macron 2", "entity Calais 3"] {
            assert!(found.iter().any(|group| group == expected), "{expected} in {found:?}");
        }
        let repeated =
            "The ministers agreed to open three centres for migrants before winter, officials in Calais said.";
        let found = grouped(&[repeated, repeated]);
        assert_eq!(found.iter().filter(|group| group.starts_with("repeat")).count(), 1, "{found:?}");
        let kinds: Vec<&str> = found.iter().map(|group| group.split(' ').next().unwrap_or_default()).collect();
        assert_eq!(kinds.last(), Some(&"repeat"), "kinds come in their order: {kinds:?}");
    }
}
