//! Suggestions: asking for them, and deciding them one by one or many at once.

use std::collections::BTreeSet;
use std::rc::Rc;

use super::{Edited, Update};
use crate::analysis::suggestions::{Suggestion, SuggestionKind, SuggestionList, accept};
use crate::app::messages::{review as words, suggestions::conflict_note};
use crate::app::suggestions::{SuggestionAction, first_side};
use crate::app::{ByPtr, Cursor, Effect, Tab};
use crate::edit::Command;
use crate::model::Project;
use crate::text::{ByteOffset, Text, TextRange, Unit};

/// About as many bytes as three lines of a column have.
const BYTES_AHEAD: usize = 120;

impl Update<'_> {
    pub(super) fn suggestions(&mut self, action: SuggestionAction) -> Edited {
        match action {
            SuggestionAction::Begun(project, list) => self.suggestions_begun(&project, list),
            SuggestionAction::Computed(project, list) => self.suggestions_computed(&project, list),
            SuggestionAction::Progress(project, progress) => {
                if self.state.suggestions.awaits(&project) {
                    self.state.suggestions.progress = progress;
                }
            }
            SuggestionAction::Stop => self.stop_suggestions(),
            SuggestionAction::Resume => self.state.suggestions.want(),
            SuggestionAction::Accept(ids) => return self.accept(&self.open_suggestions(&ids)),
            SuggestionAction::Reject(ids) => return self.reject(&ids),
            SuggestionAction::AcceptListed(kind) => return self.accept_listed(kind),
            SuggestionAction::Restore(ids) => return self.perform(Command::RestoreSuggestions(ids)),
            SuggestionAction::SetMinScore(per_cent) => self.state.suggestions.min_score = per_cent.min(100),
            SuggestionAction::ToggleOutlines => self.toggle_outlines(),
            SuggestionAction::Reveal(id) => {
                let list = self.state.suggestions.list.clone();
                let rejected = list.rejected.iter().find(|one| one.id == id);
                if let Some(one) = list.find(&id).or(rejected) {
                    self.reveal_span(one, first_side(one));
                }
            }
        }
        Ok(None)
    }

    /// Where suggestions are wanted, they are asked for again when the project has changed. Costs one comparison of pointers.
    pub(super) fn ask_for_suggestions(&mut self) {
        let view = &mut self.state.suggestions;
        view.is_wanted |= self.state.view.tab == Tab::Suggestions;
        let project = self.state.editor.project();
        if view.is_wanted && !view.is_stopped && view.asked.as_ref().is_none_or(|asked| !Rc::ptr_eq(&asked.0, project))
        {
            view.asked = Some(ByPtr(project.clone()));
            (view.is_current, view.progress) = (false, (0, 0));
            self.effects.push(Effect::Suggest(project.clone()));
        }
    }

    /// Shows the first suggestions, and begins a review that waits for them.
    fn suggestions_begun(&mut self, project: &Rc<Project>, list: Rc<SuggestionList>) {
        let view = &mut self.state.suggestions;
        if !view.awaits(project) || list.open.is_empty() {
            return;
        }
        view.list = ByPtr(list);
        if let Some(by_group) = self.state.suggestions.starting.take() {
            self.begin_review(by_group);
        }
    }

    fn suggestions_computed(&mut self, project: &Rc<Project>, list: Rc<SuggestionList>) {
        if !self.state.suggestions.awaits(project) {
            return;
        }
        let before = std::mem::replace(&mut self.state.suggestions.list, ByPtr(list));
        self.state.suggestions.is_current = true;
        match self.state.suggestions.starting.take() {
            Some(by_group) => self.begin_review(by_group),
            None => self.follow_suggestions(&before),
        }
    }

    fn stop_suggestions(&mut self) {
        let view = &mut self.state.suggestions;
        if !view.is_current && view.asked.take().is_some() {
            (view.is_stopped, view.starting) = (true, None);
            self.announce(words::STOPPED);
        }
    }

    fn toggle_outlines(&mut self) {
        let view = &mut self.state.suggestions;
        view.hides_outlines = view.is_wanted && !view.hides_outlines;
        view.want();
        let text = words::outlines(!view.hides_outlines);
        self.announce(text);
    }

    fn open_suggestions(&self, ids: &[String]) -> Vec<Suggestion> {
        let wanted: BTreeSet<&str> = ids.iter().map(String::as_str).collect();
        let open = self.state.suggestions.list.open.iter().filter(|one| wanted.contains(one.id.as_str()));
        open.map(|one| (**one).clone()).collect()
    }

    fn accept_listed(&mut self, kind: Option<SuggestionKind>) -> Edited {
        let groups = self.state.suggestions.listed();
        let groups = groups.iter().filter(|group| kind.is_none_or(|kind| kind == group.kind));
        let listed: Vec<Suggestion> = groups.flat_map(|group| &group.items).map(|one| (**one).clone()).collect();
        self.accept(&listed)
    }

    /// Accepts suggestions as one step.
    pub(super) fn accept(&mut self, accepted: &[Suggestion]) -> Edited {
        let Some(command) = accept(self.state.project(), accepted, &conflict_note) else {
            if !accepted.is_empty() {
                self.notify(words::NOTHING_TO_MAKE);
            }
            return Ok(None);
        };
        let step = self.perform(command)?;
        self.drop_decided(accepted.iter().map(|one| one.id.as_str()));
        Ok(step)
    }

    /// Rejects suggestions as one step.
    pub(super) fn reject(&mut self, ids: &[String]) -> Edited {
        let step = self.perform(Command::RejectSuggestions(ids.to_vec()))?;
        self.drop_decided(ids.iter().map(String::as_str));
        Ok(step)
    }

    /// What is decided goes at once; what else follows from it comes with the next answer.
    fn drop_decided<'a>(&mut self, ids: impl Iterator<Item = &'a str>) {
        let list = &mut self.state.suggestions.list;
        *list = ByPtr(Rc::new(list.without(&ids.collect())));
    }

    /// Shows one of the places of a suggestion, with the caret at its start.
    pub(super) fn reveal_span(&mut self, one: &Suggestion, side: usize) {
        let Some(span) = one.spans.get(side) else { return };
        let Some(article) = self.state.project().article(&span.article).cloned() else { return };
        self.show(&span.article);
        // The caret comes into view by itself; of a long passage, so do the next lines.
        self.state.view.cursor = Some(Cursor::at(span.article.clone(), span.range.start()));
        self.scroll_to(&span.article, ahead(&article.text, span.range));
        let beside = one.spans.iter().find(|other| other.article != span.article);
        if let Some(other) = beside.filter(|other| self.state.shown().contains(&other.article)) {
            self.scroll_to(&other.article, other.range.start());
        }
    }
}

/// A position some lines after the start of a range, but still in it.
fn ahead(text: &Text, range: TextRange) -> ByteOffset {
    let (start, end) = (range.start().index(), range.end().index());
    let limit = (start..=end.min(start + BYTES_AHEAD)).rev().find(|&at| text.as_str().is_char_boundary(at));
    text.previous(ByteOffset(limit.unwrap_or(end) as u32), Unit::Grapheme).max(range.start())
}
