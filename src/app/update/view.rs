//! Columns, panels, dialogs, focus and messages.

use super::Update;
use crate::app::{Dialog, Effect, FocusTarget, Notice, Offer, ProjectRequest, Tab, UiEffect, View, ViewAction};
use crate::model::ArticleId;

/// How many commands are remembered as run lately.
const RECENT_COMMANDS: usize = 4;

impl Update<'_> {
    pub(super) fn view(&mut self, action: ViewAction) {
        let view = &mut self.state.view;
        match action {
            ViewAction::Window(window) => {
                if window.is_compact() != self.state.window.is_compact() {
                    self.state.drawer = false;
                }
                self.state.window = window;
            }
            ViewAction::Columns(columns) => self.set_columns(columns),
            ViewAction::Show(article) => {
                self.show(&article);
                self.state.drawer = false;
            }
            ViewAction::GoTo(article) => {
                self.show(&article);
                self.ui(UiEffect::Focus(FocusTarget::Text(article)));
            }
            ViewAction::Hide(article) => view.open.retain(|open| open != &article),
            ViewAction::Scrolled(article, position) => drop(view.scroll.insert(article, position)),
            ViewAction::HidePanel(hidden) => self.hide_panel(hidden),
            ViewAction::HideLeft(hidden) => self.state.hide_left(hidden),
            ViewAction::HideMinimap(hidden) => self.state.panels.minimap_hidden = hidden,
            ViewAction::Resize(panel, size) => self.state.panels.sizes.set(panel, size),
            ViewAction::ShowInspectorRelations => {
                self.hide_panel(false);
                self.ui(UiEffect::Focus(FocusTarget::InspectorRelations));
            }
            ViewAction::ShowTab(tab) => view.tab = tab,
            ViewAction::GoToTab(tab) => self.go_to_tab(tab),
            ViewAction::Filter(filter) => view.filter = filter,
            ViewAction::GoToFiltered(filter) => {
                view.filter = filter;
                self.go_to_tab(Tab::Annotations);
            }
            ViewAction::Open(dialog) => self.open(dialog),
            ViewAction::Focus(target) => self.ui(UiEffect::Focus(target)),
            ViewAction::EditAuthor => {
                self.go_to_tab(Tab::History);
                self.ui(UiEffect::Focus(FocusTarget::AuthorField));
            }
            ViewAction::SetAuthor(name) => {
                self.state.author.clone_from(&name);
                self.effects.push(Effect::StoreAuthor(name));
            }
            ViewAction::Notify(notice) => self.state.notice = notice,
            ViewAction::TakeOffer => self.take_offer(),
            ViewAction::Announce(text) => self.announce(text),
            ViewAction::Ran(title) => {
                let recent = &mut self.state.recent_commands;
                recent.retain(|one| one != &title);
                recent.insert(0, title);
                recent.truncate(RECENT_COMMANDS);
            }
        }
    }

    /// Texts that were chosen with a project that is not opened after all are offered for the open one.
    fn open(&mut self, dialog: Option<Dialog>) {
        self.close_occurrences();
        self.state.dialog = dialog;
        if let Some(ProjectRequest::Adopt(project)) = self.state.waiting.take()
            && project.rest.incoming.has_texts()
        {
            self.files_read(project.rest.incoming.into());
        }
    }

    fn go_to_tab(&mut self, tab: Tab) {
        self.hide_panel(false);
        self.state.view.tab = tab;
        self.ui(UiEffect::Focus(FocusTarget::Tab));
    }

    /// Where the panel takes room from the text, the selected annotation may have to be scrolled to.
    fn hide_panel(&mut self, hidden: bool) {
        let was_hidden = self.state.side_hidden();
        self.state.hide_side(hidden);
        if hidden != was_hidden
            && !self.state.board.is_shown
            && let Some(annotation) = self.state.selected().cloned()
        {
            self.scroll_to(&annotation.article, annotation.start());
        }
    }

    fn set_columns(&mut self, columns: usize) {
        let state = &mut *self.state;
        state.view.columns = columns.clamp(1, View::MAX_COLUMNS);
        let all: Vec<ArticleId> = state.editor.project().articles().iter().map(|article| article.id.clone()).collect();
        for article in all {
            if state.view.open.len() < state.view.columns && !state.view.open.contains(&article) {
                state.view.open.push(article);
            }
        }
    }

    fn take_offer(&mut self) {
        let offer = self.state.notice.take().and_then(|Notice { offer, .. }| offer);
        match offer {
            Some(Offer::Export) => self.effects.push(Effect::export()),
            Some(Offer::Restore(key)) => self.effects.push(Effect::Project(ProjectRequest::Restore(key))),
            None => {}
        }
    }
}
