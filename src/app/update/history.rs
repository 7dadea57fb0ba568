//! Undo, redo, and steps through the history.

use super::Update;
use crate::app::HistoryAction;
use crate::app::messages::{errors, history as words, summaries};
use crate::edit::{Conflict, Step};

impl Update<'_> {
    pub(super) fn history(&mut self, action: HistoryAction) {
        let stepped = match action {
            HistoryAction::Undo => self.state.editor.undo(),
            HistoryAction::Redo => self.state.editor.redo(),
            HistoryAction::GoTo(done) => return self.go_to_moment(done),
        };
        match stepped {
            Ok(step) => {
                self.commit(step.as_ref());
                self.after(step.as_ref());
                step.iter().for_each(|step| self.reveal_touched(step));
            }
            Err(conflict) => self.report_conflict(&conflict),
        }
    }

    /// Each step is saved and told by itself, with the project as it was after it: what it speaks of may be gone after
    /// the next.
    fn go_to_moment(&mut self, done: usize) {
        let before = self.state.editor.history().done_count();
        let mut last = None;
        let mut steps = 0;
        loop {
            match self.state.editor.step_to(done) {
                Ok(Some(step)) => {
                    self.commit(Some(&step));
                    self.state.show_new_articles(&step);
                    self.state.view.prune(&self.project_of_state());
                    steps += 1;
                    last = Some(step);
                }
                Ok(None) => break,
                Err(conflict) => return self.report_conflict(&conflict),
            }
        }
        if let Some(step) = last {
            self.reveal_touched(&step);
            self.search_again();
            let newest = self.state.editor.history().next_undo();
            let newest = newest.map(|transaction| summaries::summary(&transaction.summary));
            self.announce(words::went_to(done < before, steps, newest.as_deref()));
        }
    }

    /// What was undone or redone comes into view.
    fn reveal_touched(&mut self, step: &Step) {
        // A review goes back to the suggestion by itself.
        if self.state.mode.review().is_some() {
            return;
        }
        if let Some(id) = step.transaction.annotations().last().cloned() {
            let project = self.project_of_state();
            self.state.view.prune(&project);
            self.state.view.prune_selected(&project);
            self.reveal(id);
        }
    }

    fn report_conflict(&mut self, conflict: &Conflict) {
        self.notify_error(errors::sentence(&errors::conflict(conflict)));
    }
}
