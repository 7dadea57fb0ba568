//! The scope of a search: anywhere, inside tags with a label, or outside of all tags.

use super::Place;
use crate::model::{LabelId, Project};
use crate::text::Query;

/// The scope of a search.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Scope {
    /// Everywhere.
    #[default]
    Anywhere,
    /// Outside of all tags.
    Untagged,
    /// Inside tags with this label.
    Within(LabelId),
}

impl Scope {
    /// Whether a place is in the scope.
    pub fn contains(&self, project: &Project, place: &Place) -> bool {
        let annotations = project.annotations_of(&place.article);
        let mut tags = annotations.overlapping(place.range);
        match self {
            Self::Anywhere => true,
            Self::Untagged => tags.next().is_none(),
            Self::Within(label) => tags.any(|(range, one)| &one.label == label && range.contains(place.range)),
        }
    }
}

/// The matches of a query in the scope, in all articles: at most `most`, and whether there are more.
pub fn search(project: &Project, query: &Query, scope: &Scope, most: usize) -> (Vec<Place>, bool) {
    let mut places = Vec::new();
    for article in project.articles() {
        // One more than the limit, to know whether there are more. Other scopes filter the matches, so all are needed.
        let limit = if *scope == Scope::Anywhere { most.saturating_add(1) } else { usize::MAX };
        for range in article.text.find(query, limit) {
            let place = Place { article: article.id.clone(), range };
            if scope.contains(project, &place) {
                if places.len() == most {
                    return (places, true);
                }
                places.push(place);
            }
        }
    }
    (places, false)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::tests::editor;
    use crate::edit::{Command, NewAnnotation, Stamp};
    use crate::model::Timestamp;
    use crate::text::TextRange;

    #[test]
    fn a_search_respects_scope_and_limit() {
        let mut editor = editor(&["the UK and the uk", "UK"]);
        let stamp = Stamp { at: Timestamp::parse("2026-01-01T00:00:00Z").expect("a time"), by: String::new() };
        let id = editor.project().articles()[0].id.clone();
        let tag = NewAnnotation::tag(id, TextRange::from_indices(0, 6), "Location".into());
        editor.perform(Command::Annotate(tag), stamp).expect("a tag");
        let query = Query { text: "uk".to_owned(), ..Query::default() };
        let found = |scope: &Scope, most| {
            let (places, more) = search(editor.project(), &query, scope, most);
            (places.iter().map(|place| place.range.start().0).collect::<Vec<_>>(), more)
        };
        assert_eq!(found(&Scope::Anywhere, 9), (vec![4, 15, 0], false));
        assert_eq!(found(&Scope::Anywhere, 2), (vec![4, 15], true));
        assert_eq!(found(&Scope::Untagged, 9), (vec![15, 0], false));
        assert_eq!(found(&Scope::Within("Location".into()), 9), (vec![4], false));
        assert_eq!(found(&Scope::Within("Person".into()), 9), (vec![], false));
    }
}
