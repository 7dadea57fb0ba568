//! How the user looks at the project: what is open, selected and filtered. None of it is part of the project.

use std::collections::BTreeMap;

use super::annotation_filter::AnnotationFilter;
use super::{Cursor, Selection};
use crate::model::{AnnotationId, ArticleId, Project};
use crate::text::ByteOffset;

/// The tabs of the right-hand panel.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tab {
    /// The list of annotations.
    #[default]
    Annotations,
    /// The entities.
    Entities,
    /// The relations.
    Relations,
    /// The suggestions.
    Suggestions,
    /// The history.
    History,
}

impl Tab {
    /// All of them, from left to right.
    pub const ALL: [Self; 5] = [Self::Annotations, Self::Entities, Self::Relations, Self::Suggestions, Self::History];

    /// The name in settings and element ids.
    pub fn id(self) -> &'static str {
        match self {
            Self::Annotations => "annotations",
            Self::Entities => "entities",
            Self::Relations => "relations",
            Self::Suggestions => "suggestions",
            Self::History => "history",
        }
    }

    /// The tab of an id.
    pub fn find(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|tab| tab.id() == id)
    }
}

/// Where an article is scrolled to. Unlike a distance from the top, it survives another width of the column and another size of the
/// font.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ScrollPosition {
    /// A position in the line at the top of the column.
    pub position: ByteOffset,
    /// How far that line is below the column's upper edge, in CSS pixels; less than 0 if a part of it is above.
    pub pixels: f64,
}

/// How the user looks at the project.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct View {
    /// The articles in the columns, from left to right; more than there are columns, where some were closed.
    pub open: Vec<ArticleId>,
    /// How many columns are wanted: 1 to 3.
    pub columns: usize,
    /// The caret and selection.
    pub cursor: Option<Cursor>,
    /// The selected annotations. The first is the one that the inspector shows and that keys for one annotation act on.
    pub selected: Selection,
    /// The tab of the right-hand panel.
    pub tab: Tab,
    /// Which annotations the list shows.
    pub filter: AnnotationFilter,
    /// The articles whose columns follow what is selected in another one.
    pub following: Vec<ArticleId>,
    /// Where articles are scrolled to.
    pub scroll: BTreeMap<ArticleId, ScrollPosition>,
}

impl View {
    /// The most columns there can be.
    pub const MAX_COLUMNS: usize = 3;

    /// The selected annotation that the inspector shows.
    pub fn primary(&self) -> Option<&AnnotationId> {
        self.selected.first()
    }

    /// Puts an article into one of so many columns, unless it is in one: into a free one, else into the last.
    pub fn show(&mut self, article: &ArticleId, columns: usize) {
        if self.open.iter().take(columns).any(|open| open == article) {
            return;
        }
        self.open.retain(|open| open != article);
        let at = columns.saturating_sub(1).min(self.open.len());
        // A column goes on following, whatever it shows.
        if self.open.get(at).is_some_and(|before| self.following.contains(before)) {
            self.set_following(article, true);
        }
        self.open.insert(at, article.clone());
    }

    /// Puts new articles into the columns, as many as there are: from the left, or right of what is shown if there is room
    /// for all of them.
    pub fn show_all(&mut self, articles: &[ArticleId], columns: usize) {
        let new = &articles[..articles.len().min(columns)];
        self.open.retain(|open| !new.contains(open));
        let at = columns.saturating_sub(new.len()).min(self.open.len());
        self.open.splice(at..at, new.iter().cloned());
    }

    /// Has the column of an article follow, or not.
    pub fn set_following(&mut self, article: &ArticleId, follows: bool) {
        self.following.retain(|one| one != article);
        if follows {
            self.following.push(article.clone());
        }
    }

    /// Drops what the project does not have any more, but selected annotations.
    pub fn prune(&mut self, project: &Project) {
        self.open.retain(|id| project.article(id).is_some());
        self.following.retain(|id| project.article(id).is_some());
        self.cursor.take_if(|cursor| project.article(&cursor.article).is_none());
        self.filter.article.take_if(|id| project.article(id).is_none());
    }

    /// Deselects annotations that the project does not have any more. Costs a step for each that is selected.
    pub fn prune_selected(&mut self, project: &Project) {
        self.selected.retain(|id| project.annotation(id).is_some());
    }
}
