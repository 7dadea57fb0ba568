//! The state as the page shows it: while another project is being opened, with that in place of the open one.

use std::rc::Rc;

use super::{Dialog, Following, Mode, Preview, Search, Session, State, View};
use crate::edit::Editor;

impl State {
    /// Whether the project of this number is still being opened.
    pub fn is_opening(&self, number: u32) -> bool {
        self.opening.as_ref().is_some_and(|opening| opening.number == number)
    }

    /// What the page shows of a project that is being opened, in place of the open one. Meanwhile nothing is edited.
    pub fn preview(&self) -> Option<&Rc<Preview>> {
        self.opening.as_ref()?.preview.as_ref()
    }

    /// The state as the page shows it.
    pub fn on_page(self: Rc<Self>) -> Rc<Self> {
        let Some(preview) = self.preview().cloned() else { return self };
        let mut page = Rc::unwrap_or_clone(self);
        page.replace_project(preview.editor.clone(), preview.view.clone());
        page.session = Session::Reading;
        page.following = Following::default();
        page.search = Search { open: page.search.open, query: page.search.query, ..Search::default() };
        Rc::new(page)
    }

    /// Puts another project in the place of the open one, and forgets what was about that one.
    pub(super) fn replace_project(&mut self, editor: Editor, view: View) {
        (self.editor, self.view) = (editor, view);
        (self.waiting, self.occurrences, self.occurrence_work) = (None, None, None);
        // Texts that are being added, with what was entered for them, can be added to this project too.
        self.dialog.take_if(|dialog| !matches!(dialog, Dialog::AddArticles(_)));
        self.mode = Mode::Idle;
        self.board = Default::default();
        self.suggestions.forget();
        self.chord.clear();
        self.active_label = None;
        (self.samples, self.sample_order) = (Vec::new(), Vec::new());
        self.generation += 1;
    }
}
