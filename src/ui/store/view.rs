//! How a person looks at the project: what is open, selected and filtered. None of it is part of the project.

use crate::model::{AnnotationId, ArticleId, LabelId, LabelKind, Project};
use crate::text::{ByteOffset, Snap, TextRange, snap};

/// The place in a text where keys act, and what is selected there.
#[derive(Clone, Debug, PartialEq)]
pub struct Cursor {
    /// The article.
    pub article: ArticleId,
    /// Where the selection began.
    pub anchor: ByteOffset,
    /// Where it ends now, and where the caret stands.
    pub head: ByteOffset,
    /// Whether the characters are meant exactly as selected.
    pub how: Snap,
    /// Whether a pointer placed it. The page then shows what the selection snaps to, and does not scroll: the place was
    /// in view. While keys extend a selection, it shows the selection itself and follows it.
    pub by_pointer: bool,
}

impl Cursor {
    /// A caret without a selection.
    pub fn at(article: ArticleId, position: ByteOffset) -> Self {
        Self { article, anchor: position, head: position, how: Snap::Words, by_pointer: false }
    }

    /// Whether anything is selected.
    pub fn is_selection(&self) -> bool {
        self.anchor != self.head
    }

    /// What is selected, as selected.
    pub fn range(&self) -> TextRange {
        TextRange::new(self.anchor, self.head)
    }
}

/// The tabs of the right-hand panel.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tab {
    /// The list of annotations.
    #[default]
    Annotations,
    /// The registry of entities.
    Entities,
    /// The table of relations.
    Relations,
    /// What was done.
    History,
}

impl Tab {
    /// All of them, from left to right.
    pub const ALL: [Self; 4] = [Self::Annotations, Self::Entities, Self::Relations, Self::History];

    /// What it says.
    pub fn name(self) -> &'static str {
        match self {
            Self::Annotations => "Annotations",
            Self::Entities => "Entities",
            Self::Relations => "Relations",
            Self::History => "History",
        }
    }
}

/// What an annotation must lack to be shown.
#[derive(Clone, Debug, PartialEq)]
pub enum Lacking {
    /// Anything that is required.
    Anything,
    /// This attribute, of a label of this kind.
    Of(LabelKind, String),
}

/// Which annotations the list shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Filter {
    /// Only with this label.
    pub label: Option<LabelId>,
    /// Only in this article.
    pub article: Option<ArticleId>,
    /// Only with this in their text or note, in any case.
    pub text: String,
    /// Only what is unfinished.
    pub lacking: Option<Lacking>,
}

/// What the palette of attributes shows. It is kept here and not in the palette, because keys may come before it is drawn.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Describing {
    /// Nothing: it is closed.
    #[default]
    No,
    /// All attributes; the keyboard is at the one of this name, else at the first.
    All(String),
    /// The values of one attribute.
    One(String),
}

/// How a person looks at the project.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct View {
    /// The articles in the columns, from left to right.
    pub open: Vec<ArticleId>,
    /// How many columns are wanted: 1 to 3.
    pub columns: usize,
    /// Where keys act.
    pub cursor: Option<Cursor>,
    /// Selections that were kept while the next one is made: together with the cursor's they become one tag. All lie in
    /// the cursor's article.
    pub parts: Vec<Cursor>,
    /// The annotation that the next selection is to become a part of.
    pub extending: Option<AnnotationId>,
    /// The selected annotation.
    pub selected: Option<AnnotationId>,
    /// Annotations that are selected along with it, to be changed together.
    pub also_selected: Vec<AnnotationId>,
    /// The keys pressed so far of a label that has two.
    pub chord: String,
    /// Whether the palette is open to give the selected annotation another label.
    pub relabelling: bool,
    /// What the palette shows that gives the selected annotations attributes.
    pub describing: Describing,
    /// Whether the panel of annotations is hidden.
    pub panel_hidden: bool,
    /// The tab of the right-hand panel.
    pub tab: Tab,
    /// What the list of annotations shows.
    pub filter: Filter,
    /// The ids of suggestions that are not wanted.
    pub rejected: Vec<String>,
    /// Counts up each time the selected annotation should be scrolled to.
    pub reveal: u32,
}

impl View {
    /// The most columns there can be.
    pub const MAX_COLUMNS: usize = 3;

    /// All selected annotations, the one that the inspector shows first.
    pub fn all_selected(&self) -> Vec<AnnotationId> {
        self.selected.iter().chain(&self.also_selected).cloned().collect()
    }

    /// The ranges that a label would tag now: at least one, in order and apart.
    pub fn pending(&self, project: &Project) -> Option<(ArticleId, Vec<TextRange>)> {
        self.pending_as(project, None)
    }

    /// The ranges that a label would tag now, snapped in a certain way, or each as it was selected.
    pub fn pending_as(&self, project: &Project, how: Option<Snap>) -> Option<(ArticleId, Vec<TextRange>)> {
        self.snapped(project, self.parts.iter().chain(&self.cursor), how)
    }

    /// The parts that were kept, as they would be tagged.
    pub fn kept(&self, project: &Project) -> Option<(ArticleId, Vec<TextRange>)> {
        self.snapped(project, self.parts.iter(), None)
    }

    fn snapped<'a>(
        &self,
        project: &Project,
        parts: impl Iterator<Item = &'a Cursor>,
        how: Option<Snap>,
    ) -> Option<(ArticleId, Vec<TextRange>)> {
        let article = project.article(&self.cursor.as_ref()?.article)?;
        let parts = parts.filter(|part| part.article == article.id && part.is_selection());
        let ranges = parts.filter_map(|part| snap(&article.text, part.range(), how.unwrap_or(part.how)));
        let ranges = TextRange::merged(ranges);
        (!ranges.is_empty()).then(|| (article.id.clone(), ranges))
    }

    /// Forgets the parts of a tag that was to be made.
    pub fn drop_parts(&mut self) {
        self.parts.clear();
        self.extending = None;
    }

    /// Puts an article in one of so many columns, unless it is in one: in a free one, else in the last.
    pub fn show(&mut self, article: &ArticleId, columns: usize) {
        if self.open.iter().take(columns).any(|open| open == article) {
            return;
        }
        self.open.retain(|open| open != article);
        let at = columns.saturating_sub(1).min(self.open.len());
        self.open.insert(at, article.clone());
    }

    /// Forgets what the project no longer has, after a step.
    pub fn tidy(&mut self, project: &Project) {
        self.open.retain(|id| project.article(id).is_some());
        if self.cursor.as_ref().is_some_and(|cursor| project.article(&cursor.article).is_none()) {
            self.cursor = None;
        }
        if self.selected.as_ref().is_some_and(|id| project.annotation(id).is_none()) {
            self.selected = None;
            self.relabelling = false;
            self.describing = Describing::No;
        }
        if self.cursor.is_none() {
            self.parts.clear();
        }
        self.extending = self.extending.take().filter(|id| project.annotation(id).is_some());
        self.also_selected.retain(|id| project.annotation(id).is_some());
        if self.selected.is_none() && !self.also_selected.is_empty() {
            self.selected = Some(self.also_selected.remove(0));
        }
        if self.filter.article.as_ref().is_some_and(|id| project.article(id).is_none()) {
            self.filter.article = None;
        }
    }
}
