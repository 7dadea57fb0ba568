//! A project that is being opened, and what has to wait until it is.

use std::rc::Rc;

use super::Update;
use crate::app::messages::opening as words;
use crate::app::{
    Action, ArticleAction, Dialog, Effect, FollowAction, OccurrenceAction, Opening, OpeningAction, Preview,
    ProjectAction, ReportAction, SearchAction, Session, SuggestionAction, TagAction, ViewAction,
};

impl Update<'_> {
    pub(super) fn opening(&mut self, action: OpeningAction) {
        match action {
            OpeningAction::Begin { number, name } => {
                self.state.opening = Some(Opening { number, name, percent: None, preview: None });
            }
            OpeningAction::Read(number, percent) => {
                if let Some(opening) = self.opening_of(number) {
                    opening.percent = Some(percent);
                }
            }
            OpeningAction::Show(number, preview) => self.show_preview(number, preview),
            OpeningAction::End(number) => drop(self.state.opening.take_if(|opening| opening.number == number)),
            OpeningAction::Cancel => {
                if let Some(opening) = self.state.opening.take() {
                    self.notify(words::cancelled(&opening.name));
                }
            }
        }
    }

    fn opening_of(&mut self, number: u32) -> Option<&mut Opening> {
        self.state.opening.as_mut().filter(|opening| opening.number == number)
    }

    /// Shows what is read. What was scrolled stays so.
    ///
    /// Not over a dialog, in which something may be entered, and not where the user has to be asked before the former project goes.
    fn show_preview(&mut self, number: u32, mut preview: Rc<Preview>) {
        let is_in_memory = matches!(self.state.session, Session::MemoryOnly { .. });
        let has_dialog = !matches!(self.state.dialog, None | Some(Dialog::Projects));
        if has_dialog || is_in_memory && self.state.unexported > 0 {
            return;
        }
        let Some(opening) = self.opening_of(number) else { return };
        let words = opening.preview.is_none().then(|| words::shown(&opening.name));
        if let Some(before) = &opening.preview {
            Rc::make_mut(&mut preview).view.scroll.clone_from(&before.view.scroll);
        }
        opening.preview = Some(preview);
        words.into_iter().for_each(|words| self.announce(words));
    }

    /// While a part of another project is shown, what the user does must not change the former project, which is not seen. Returns the
    /// action if it may be carried out.
    pub(super) fn admit(&mut self, action: Action) -> Option<Action> {
        if self.state.preview().is_none() {
            return Some(action);
        }
        match action {
            Action::Opening(_) | Action::Exporting(_) | Action::Session(_) | Action::Escape => Some(action),
            Action::View(ViewAction::Scrolled(article, position)) => {
                if let Some(preview) = self.state.opening.as_mut().and_then(|opening| opening.preview.as_mut()) {
                    Rc::make_mut(preview).view.scroll.insert(article, position);
                }
                None
            }
            Action::View(ref view) if concerns_page(view) => Some(action),
            Action::Project(ref project) if comes_by_itself(project) => Some(action),
            // Answers to what was asked for before.
            Action::Article(ArticleAction::SamplesListed(_) | ArticleAction::SampleArrived(..))
            | Action::Search(SearchAction::Found(..) | SearchAction::Answered(..))
            | Action::Suggestion(SuggestionAction::Computed(..) | SuggestionAction::Progress(..))
            | Action::Occurrences(OccurrenceAction::Progress(..) | OccurrenceAction::Worked(..))
            | Action::Report(ReportAction::Computed(_) | ReportAction::Progress(..))
            | Action::Follow(FollowAction::Found(..)) => Some(action),
            // These are too frequent for a message.
            Action::Caret(_) | Action::Select(_) | Action::View(ViewAction::Ran(_)) => None,
            Action::Tag(TagAction::SelectionMade | TagAction::SelectionGrown(_)) => None,
            Action::Project(ProjectAction::ReceivedFiles(_, files)) => self.refuse_now(vec![files]),
            Action::Project(ProjectAction::FilesRead(read)) => self.refuse_now(read.incoming.files()),
            _ => self.refuse_now(Vec::new()),
        }
    }

    fn refuse_now(&mut self, files: Vec<u32>) -> Option<Action> {
        if !files.is_empty() {
            self.effects.push(Effect::ReleaseFiles(files));
        }
        self.notify_error(words::WAIT);
        None
    }
}

/// Whether this is about the page, whatever it shows.
fn concerns_page(action: &ViewAction) -> bool {
    matches!(
        action,
        ViewAction::Window(_)
            | ViewAction::HidePanel(_)
            | ViewAction::HideLeft(_)
            | ViewAction::HideMinimap(_)
            | ViewAction::Resize(..)
            | ViewAction::Focus(_)
            | ViewAction::Notify(_)
            | ViewAction::Announce(_)
    )
}

/// Whether this happens without the user, or concerns only what is stored.
fn comes_by_itself(action: &ProjectAction) -> bool {
    matches!(
        action,
        ProjectAction::Opened(_)
            | ProjectAction::Listed(_)
            | ProjectAction::Downloaded(_)
            | ProjectAction::Backup(_)
            | ProjectAction::Exported { .. }
            | ProjectAction::StorageInspected(_)
            | ProjectAction::InspectStorage
            | ProjectAction::RetrySaving
    )
}
