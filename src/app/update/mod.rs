//! How each action changes the state, and the effects that it has. Exhaustive: a new action does not compile until it
//! is dealt with.

mod active_label;
mod articles;
mod attributes;
mod caret;
mod claims_board;
mod entities;
mod exporting;
mod files;
mod follow;
mod history;
mod incoming;
mod occurrences;
mod opening;
mod parts;
mod projects;
mod relations;
mod report;
mod review;
mod search;
mod select;
mod session;
mod suggestions;
mod tagging;
mod view;

use std::rc::Rc;

use super::messages::{errors, summaries};
use super::{Action, Dialog, Effect, FollowSource, Mode, Notice, State, UiEffect};
use crate::edit::{Command, Conflict, EditError, Stamp, Step, StepKind};
use crate::model::{Annotation, AnnotationId, ArticleId, Records};
use crate::text::ByteOffset;

/// What a command of an action led to: the step, if it changed anything.
type Edited = Result<Option<Step>, EditError>;

/// Carries an action out. `stamp` is what a transaction made by it says about its time and author.
pub fn update(state: &mut State, action: Action, stamp: Stamp) -> Vec<Effect> {
    let (files, panels) = (state.dialog.as_ref().map(Dialog::files).unwrap_or_default(), state.panels);
    let followed = FollowSource::of(state);
    let mut update = Update::new(state, stamp);
    update.run(action);
    update.prune();
    update.ask_for_suggestions();
    update.release(files);
    update.follow_selection(followed);
    if update.state.panels != panels {
        update.effects.push(Effect::StorePanels(update.state.panels));
    }
    update.effects
}

/// Carries a command out for a caller that shows errors itself.
///
/// # Errors
/// With why it cannot be done; nothing has changed then.
pub fn perform(state: &mut State, command: Command, stamp: Stamp) -> Result<(Option<Step>, Vec<Effect>), EditError> {
    if state.preview().is_some() {
        return Err(EditError::Opening);
    }
    let followed = FollowSource::of(state);
    let mut update = Update::new(state, stamp);
    let step = update.perform(command)?;
    update.after(step.as_ref());
    update.prune();
    update.follow_selection(followed);
    update.ask_for_suggestions();
    Ok((step, update.effects))
}

/// Carries out a step that another tab has saved. It moves nothing in this tab but what it changes.
///
/// # Errors
/// When it does not fit the project; nothing has changed then.
pub fn follow(state: &mut State, step: Step, stamp: Stamp) -> Result<Vec<Effect>, Conflict> {
    let annotations = state.project().annotation_records().clone();
    let step = state.editor.run(step)?;
    let mut update = Update { annotations, ..Update::new(state, stamp) };
    let arrived = step.transaction.articles();
    update.state.samples.retain(|sample| !arrived.iter().any(|id| id.as_str() == sample.article.id));
    update.state.show_new_articles(&step);
    update.effects.push(Effect::Notify(step));
    update.search_again();
    update.prune();
    update.ask_for_suggestions();
    Ok(update.effects)
}

/// One update: the state as it changes, and the effects gathered so far.
struct Update<'a> {
    state: &'a mut State,
    stamp: Stamp,
    effects: Vec<Effect>,
    /// The annotations before the update.
    annotations: Rc<Records<AnnotationId, Annotation>>,
}

impl<'a> Update<'a> {
    fn new(state: &'a mut State, stamp: Stamp) -> Self {
        let annotations = state.project().annotation_records().clone();
        Self { state, stamp, effects: Vec::new(), annotations }
    }
}

impl Update<'_> {
    fn run(&mut self, action: Action) {
        let Some(action) = self.admit(action) else { return };
        let edited = match action {
            Action::Edit(command) => self.perform(command),
            Action::History(action) => return self.history(action),
            Action::Caret(action) => self.caret(action),
            Action::Select(action) => return self.select(action),
            Action::Tag(action) => self.tag(action),
            Action::Attributes(action) => self.attributes(action),
            Action::Parts(action) => self.parts(action),
            Action::Relation(action) => self.relation(action),
            Action::Board(action) => self.board(action),
            Action::Report(action) => return self.report_action(action),
            Action::Suggestion(action) => self.suggestions(action),
            Action::Review(action) => self.review(action),
            Action::Entity(action) => self.entity(action),
            Action::Follow(action) => return self.follow(action),
            Action::Occurrences(action) => self.occurrences(action),
            Action::Search(action) => return self.search(action),
            Action::View(action) => return self.view(action),
            Action::Article(action) => self.article(action),
            Action::Incoming(action) => return self.incoming(action),
            Action::Project(action) => return self.project(action),
            Action::Session(action) => return self.session(action),
            Action::Opening(action) => return self.opening(action),
            Action::Exporting(action) => return self.exporting(action),
            Action::Escape => return self.escape(),
        };
        match edited {
            Ok(step) => self.after(step.as_ref()),
            Err(error) => self.report(&error),
        }
    }

    /// Carries a command out as part of an action.
    fn perform(&mut self, command: Command) -> Edited {
        let step = self.state.editor.perform(command, self.stamp.clone())?;
        self.commit(step.as_ref());
        Ok(step)
    }

    /// A step was carried out: it has to be saved, and subscribers are told.
    fn commit(&mut self, step: Option<&Step>) {
        if let Some(step) = step {
            let effects = self.state.record(step);
            self.effects.extend(effects);
        }
    }

    /// What is shown and said follows from the step.
    fn after(&mut self, step: Option<&Step>) {
        let Some(step) = step else { return };
        self.state.show_new_articles(step);
        if step.kind != StepKind::Load {
            self.announce(summaries::step(step));
        }
        self.search_again();
    }

    /// Drops what the project does not have any more, and leaves a mode that has lost what it was about.
    fn prune(&mut self) {
        let state = &mut *self.state;
        let project = state.editor.project().clone();
        state.view.prune(&project);
        if !Rc::ptr_eq(project.annotation_records(), &self.annotations) {
            state.view.prune_selected(&project);
        }
        state.board.prune(&project);
        let primary = state.view.primary();
        let goes_on = match &state.mode {
            Mode::Idle | Mode::ChoosingActiveLabel => true,
            Mode::SelectingParts(_) => state.view.cursor.is_some(),
            Mode::AddingPart(id) => project.annotation(id).is_some(),
            Mode::Relabelling | Mode::SettingAttributes(_) => primary.is_some(),
            Mode::Reviewing(review) => review.is_in(&project),
            Mode::Relating(relation) => {
                let has_type = |kind| project.schema().relation_type(kind).is_some();
                let are_there = relation.others.iter().all(|id| project.annotation(id).is_some());
                primary == Some(&relation.near)
                    && are_there
                    && relation.kind.as_ref().is_none_or(|link| has_type(&link.kind))
            }
        };
        if !goes_on {
            state.mode = Mode::Idle;
        }
        state.active_label.take_if(|label| project.schema().label(label).is_none());
        let filter = &mut state.relation_panel.filter;
        filter.kind.take_if(|kind| project.schema().relation_type(kind).is_none());
        filter.article.take_if(|article| project.article(article).is_none());
        state.relation_panel.open.take_if(|open| project.relation(open).is_none());
    }

    /// Says something to screen readers.
    fn announce(&mut self, text: impl Into<String>) {
        self.effects.push(Effect::announce(text));
    }

    /// Shows a message at the foot of the page, and says it to screen readers.
    fn notify(&mut self, text: impl Into<String>) {
        let text = text.into();
        self.announce(text.clone());
        self.state.notice = Some(Notice::info(text));
    }

    /// Shows an error at the foot of the page, which says it to screen readers by its role.
    fn notify_error(&mut self, text: impl Into<String>) {
        self.state.notice = Some(Notice::error(text));
    }

    fn report(&mut self, error: &EditError) {
        self.notify_error(errors::sentence(&errors::edit(error)));
    }

    fn ui(&mut self, effect: UiEffect) {
        self.effects.push(Effect::Ui(effect));
    }

    fn scroll_to(&mut self, article: &ArticleId, position: ByteOffset) {
        self.ui(UiEffect::ScrollTo(article.clone(), position));
    }

    /// Shows an article, in place of the claims board.
    fn show(&mut self, article: &ArticleId) {
        self.state.board.is_shown = false;
        let columns = self.state.columns();
        self.state.view.show(article, columns);
    }

    fn project_of_state(&self) -> Rc<crate::model::Project> {
        self.state.project().clone()
    }
}
