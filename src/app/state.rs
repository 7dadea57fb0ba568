//! Everything the page shows, as one value.

use std::rc::Rc;

use super::{
    Backup, BoardView, Cursor, Dialog, EntityPanel, Exporting, Following, Mode, Notice, OccurrenceWork, Occurrences,
    Opening, Panels, PendingSample, ProjectRequest, RelationPanel, ReportView, Search, Session, StorageInfo,
    SuggestionView, View, WindowLayout,
};
use crate::analysis::claims_board::{ClaimsBoard, claims_board};
use crate::analysis::relations::RelationKind;
use crate::edit::Editor;
use crate::format::ProjectInfo;
use crate::model::{Annotation, AnnotationId, Article, ArticleId, LabelId, Project};
use crate::text::{ByteOffset, Snap, TextRange, snap};

/// Everything the page shows. Cloning it is cheap: what is large is shared.
#[derive(Clone, Debug)]
pub struct State {
    /// The project and its history.
    pub editor: Editor,
    /// The storage key of the project. It is not part of the project, and not exported.
    pub key: String,
    /// Counts the projects that were opened, so that components of one project never show another.
    pub generation: u32,
    /// How this tab stands to the stored project.
    pub session: Session,
    /// The project that is being opened. Until it is open, the fields of the open project keep what they had.
    pub opening: Option<Opening>,
    /// An export that is being written and takes time.
    pub exporting: Option<Exporting>,
    /// How many steps were done since the project was opened or exported.
    pub unexported: usize,
    /// What the user is in the middle of.
    pub mode: Mode,
    /// The keys pressed so far of a label that has two.
    pub chord: String,
    /// The label that each selection is tagged with at once.
    pub active_label: Option<LabelId>,
    /// How the user looks at the project.
    pub view: View,
    /// The window.
    pub window: WindowLayout,
    /// Which panels are shown, and their sizes.
    pub panels: Panels,
    /// Whether the search and the articles lie over the text of a narrow window.
    pub drawer: bool,
    /// Sample articles that are not in the project yet.
    pub samples: Vec<PendingSample>,
    /// The ids of all sample articles, in the order of their index.
    pub sample_order: Vec<String>,
    /// The saved projects, as far as they have been listed.
    pub saved_projects: Rc<Vec<ProjectInfo>>,
    /// A request that waits until the user agrees to lose the open project.
    pub waiting: Option<ProjectRequest>,
    /// The file that the project is backed up to.
    pub backup: Option<Backup>,
    /// When the project was last exported or backed up, as people read it.
    pub last_export: Option<String>,
    /// What the browser does with what it stores.
    pub storage: StorageInfo,
    /// The name under which the user makes changes; empty if not given.
    pub author: String,
    /// The dialog over the page.
    pub dialog: Option<Dialog>,
    /// The message at the foot of the page.
    pub notice: Option<Notice>,
    /// The search in all articles.
    pub search: Search,
    /// The list of occurrences, while it is open.
    pub occurrences: Option<Rc<Occurrences>>,
    /// What is being done about occurrences.
    pub occurrence_work: Option<OccurrenceWork>,
    /// The number of the newest request about occurrences.
    pub occurrence_number: u32,
    /// The type of relation that was chosen last.
    pub last_relation: Option<RelationKind>,
    /// The claims board.
    pub board: BoardView,
    /// What the columns show that follow the selection.
    pub following: Following,
    /// The suggestions.
    pub suggestions: SuggestionView,
    /// The relations panel.
    pub relation_panel: RelationPanel,
    /// The entities panel.
    pub entity_panel: EntityPanel,
    /// Commands that were run lately from the command palette, the newest first.
    pub recent_commands: Vec<String>,
}

impl State {
    /// A state with this project, before anything is known of storage or window.
    pub fn new(project: Project, key: String) -> Self {
        Self {
            editor: Editor::new(project),
            key,
            generation: 0,
            session: Session::Opening,
            opening: None,
            exporting: None,
            unexported: 0,
            mode: Mode::Idle,
            chord: String::new(),
            active_label: None,
            view: View { columns: View::MAX_COLUMNS, ..View::default() },
            window: WindowLayout::default(),
            panels: Panels::default(),
            drawer: false,
            samples: Vec::new(),
            sample_order: Vec::new(),
            saved_projects: Rc::default(),
            waiting: None,
            backup: None,
            last_export: None,
            storage: StorageInfo::default(),
            author: String::new(),
            dialog: None,
            notice: None,
            search: Search::default(),
            occurrences: None,
            occurrence_work: None,
            occurrence_number: 0,
            last_relation: None,
            board: BoardView::default(),
            following: Following::default(),
            suggestions: SuggestionView::default(),
            relation_panel: RelationPanel::default(),
            entity_panel: EntityPanel::default(),
            recent_commands: Vec::new(),
        }
    }

    /// The open project.
    pub fn project(&self) -> &Rc<Project> {
        self.editor.project()
    }

    /// How many columns there are: as many as wanted, if there is room for them.
    pub fn columns(&self) -> usize {
        self.view.columns.min(self.room())
    }

    /// The articles that the columns show.
    pub fn shown(&self) -> &[ArticleId] {
        &self.view.open[..self.columns().min(self.view.open.len())]
    }

    /// The selected annotation that the inspector shows.
    pub fn selected(&self) -> Option<&Rc<Annotation>> {
        self.project().annotation(self.view.primary()?)
    }

    /// Whether a label would act on something: a selection or a selected annotation.
    pub fn can_tag(&self) -> bool {
        self.view.primary().is_some() || self.pending().is_some()
    }

    /// Whether a label would accept the suggestion that is reviewed: nothing else is selected.
    pub fn reviews_label(&self) -> bool {
        self.mode.review().is_some() && self.pending().is_none()
    }

    /// Whether something is selected that cannot be tagged: spaces, or invisible characters.
    pub fn selects_only_spaces(&self) -> bool {
        let cursor = self.view.cursor.as_ref().filter(|cursor| cursor.is_selection());
        cursor.is_some() && self.snapped(cursor.into_iter(), None).is_none()
    }

    /// Whether a chosen label becomes the active one, instead of tagging or relabelling: the user is choosing it, or there is one
    /// and nothing that another label could act on.
    pub(super) fn chooses_active_label(&self) -> bool {
        self.mode == Mode::ChoosingActiveLabel
            || self.active_label.is_some() && !self.can_tag() && self.mode.review().is_none()
    }

    /// The cursor, or the start of the first article shown.
    pub fn cursor_or_start(&self) -> Option<Cursor> {
        let start = || self.view.open.first().map(|article| Cursor::at(article.clone(), ByteOffset(0)));
        self.view.cursor.clone().or_else(start)
    }

    /// The article of the cursor, else the first one shown, else the first of the project.
    pub fn current_article(&self) -> Option<&Rc<Article>> {
        let of_cursor = self.cursor_or_start().map(|cursor| cursor.article);
        of_cursor.and_then(|id| self.project().article(&id)).or_else(|| self.project().articles().first())
    }

    /// The ranges that a label would tag now: at least one, in order and apart.
    pub fn pending(&self) -> Option<(ArticleId, Vec<TextRange>)> {
        self.pending_as(None)
    }

    /// The same, snapped in this way, or each range as it was selected.
    pub fn pending_as(&self, how: Option<Snap>) -> Option<(ArticleId, Vec<TextRange>)> {
        self.snapped(self.mode.parts().iter().chain(&self.view.cursor), how)
    }

    /// The parts that were kept, as they would be tagged.
    pub fn kept_parts(&self) -> Option<(ArticleId, Vec<TextRange>)> {
        self.snapped(self.mode.parts().iter(), None)
    }

    fn snapped<'a>(
        &self,
        parts: impl Iterator<Item = &'a Cursor>,
        how: Option<Snap>,
    ) -> Option<(ArticleId, Vec<TextRange>)> {
        let article = self.project().article(&self.view.cursor.as_ref()?.article)?;
        let parts = parts.filter(|part| part.article == article.id && part.is_selection());
        let ranges = parts.filter_map(|part| snap(&article.text, part.range(), how.unwrap_or(part.snap)));
        let ranges = TextRange::merged(ranges);
        (!ranges.is_empty()).then(|| (article.id.clone(), ranges))
    }

    /// The report that is open.
    pub fn report(&self) -> Option<&ReportView> {
        match &self.dialog {
            Some(Dialog::Report(view)) => Some(view),
            _ => None,
        }
    }

    /// Whether the report of a project, as it was, is still waited for.
    pub fn awaits_report(&self, project: &Rc<Project>) -> bool {
        self.report().is_some_and(|view| view.report.is_none() && Rc::ptr_eq(&view.project.0, project))
    }

    /// Whether the answer to a request about occurrences is still waited for.
    pub fn awaits_occurrences(&self, number: u32) -> bool {
        self.occurrence_work.as_ref().is_some_and(|work| work.number == number)
    }

    /// The rows of the claims board that are shown.
    pub fn shown_board(&self) -> ClaimsBoard {
        claims_board(self.project()).view(&self.board.filter, self.board.sort)
    }

    /// Whether an annotation is in this article.
    pub(super) fn is_in(&self, id: &AnnotationId, article: &ArticleId) -> bool {
        self.project().annotation(id).is_some_and(|annotation| &annotation.article == article)
    }
}

/// Of the annotations at a place, outermost first: the innermost, or the next one out from the selected one.
pub fn innermost_or_next_out(there: &[AnnotationId], selected: Option<&AnnotationId>) -> Option<AnnotationId> {
    let at = selected.and_then(|id| there.iter().position(|one| one == id));
    match at {
        Some(at) if at > 0 => there.get(at - 1).cloned(),
        _ => there.last().cloned(),
    }
}
