//! Search in all articles, in steps that take little time.

use super::{Place, Scope};
use crate::model::Project;
use crate::text::{Finder, Query, TextRange};

/// A search in all articles of one project that can be interrupted.
#[derive(Clone, Debug)]
pub struct ProjectSearch {
    query: Query,
    scope: Scope,
    most: usize,
    /// The article that is searched, by its index.
    article: usize,
    finder: Finder,
    /// The bytes of the articles before it, and of all.
    before: usize,
    total: usize,
    /// What was found, by article and in the order of the text.
    places: Vec<Place>,
    more: bool,
}

impl ProjectSearch {
    /// A search in a project for at most `most` places.
    pub fn new(project: &Project, query: Query, scope: Scope, most: usize) -> Self {
        let total = project.articles().iter().map(|article| article.text.len()).sum();
        let finder = Finder::new(query.clone());
        Self { query, scope, most, article: 0, finder, before: 0, total, places: Vec::new(), more: false }
    }

    /// Searches on in the same project; returns whether there is more to search.
    pub fn step(&mut self, project: &Project) -> bool {
        let Some(article) = project.articles().get(self.article) else { return false };
        let mut found: Vec<TextRange> = Vec::new();
        let has_more = self.finder.step(&article.text, usize::MAX, &mut found);
        for range in found {
            let place = Place { article: article.id.clone(), range };
            if !self.scope.contains(project, &place) {
                continue;
            }
            // One more than the limit, to know whether there are more.
            if self.places.len() == self.most {
                self.more = true;
                self.article = project.articles().len();
                return false;
            }
            self.places.push(place);
        }
        if !has_more {
            self.before += article.text.len();
            self.article += 1;
            self.finder = Finder::new(self.query.clone());
        }
        !self.is_complete(project)
    }

    /// Whether there is nothing more to search in the project.
    fn is_complete(&self, project: &Project) -> bool {
        self.article >= project.articles().len()
    }

    /// What was found until now, by article and in the order of the text.
    pub fn places(&self) -> &[Place] {
        &self.places
    }

    /// How much was searched, in percent.
    pub fn percent(&self) -> u8 {
        let searched = self.before + self.finder.searched();
        u8::try_from(searched.saturating_mul(100) / self.total.max(1)).unwrap_or(100).min(100)
    }

    /// What was found, and whether there are more.
    pub fn into_places(self) -> (Vec<Place>, bool) {
        (self.places, self.more)
    }
}

/// The matches of a query in the scope, in all articles: at most `most`, and whether there are more.
pub fn search(project: &Project, query: &Query, scope: &Scope, most: usize) -> (Vec<Place>, bool) {
    let mut search = ProjectSearch::new(project, query.clone(), scope.clone(), most);
    while search.step(project) {}
    search.into_places()
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
