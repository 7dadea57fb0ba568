//! Texts on their way to becoming articles.

use std::rc::Rc;

use super::Update;
use crate::app::incoming::{FileText, IncomingText, ReadAs, TextSource, title_of_file};
use crate::app::messages::files as words;
use crate::app::{Dialog, Effect, FocusTarget, Incoming, IncomingAction, UiEffect};

impl Update<'_> {
    pub(super) fn incoming(&mut self, action: IncomingAction) {
        match action {
            IncomingAction::Pasted { text, broken } => {
                if matches!(self.state.dialog, None | Some(Dialog::AddArticles(_))) {
                    self.change_texts(|incoming| incoming.paste(&text, broken));
                }
            }
            IncomingAction::Reread(number, how) => self.reread(number, how),
            IncomingAction::ReadAsText(number) => self.effects.push(Effect::ReadTextAgain(number, None)),
            IncomingAction::RereadDone(number, how, result) => self.reread_done(number, how, result),
            IncomingAction::Remove(number) => self.remove_text(number),
            IncomingAction::Restore(number) => {
                if let Some(incoming) = self.incoming_mut() {
                    incoming.restore(number);
                }
            }
            IncomingAction::Added(articles) => {
                let columns = self.state.columns();
                self.state.view.show_all(&articles, columns);
                self.state.dialog = None;
                // In a narrow window, the list would cover the new article.
                self.state.drawer = false;
                if let Some(first) = articles.first() {
                    self.ui(UiEffect::Focus(FocusTarget::Text(first.clone())));
                }
            }
        }
    }

    /// Files that cannot be added in any way need no dialog, if no other came with them.
    pub(super) fn texts_read(&mut self, incoming: Incoming) {
        if !incoming.has_texts() && !matches!(self.state.dialog, Some(Dialog::AddArticles(_))) {
            let messages: Vec<&str> = incoming.refused.iter().map(|file| file.message.as_str()).collect();
            self.notify_error(messages.join("\n"));
        } else {
            self.add_texts(incoming);
        }
    }

    /// Opens the dialog with these, or adds them to it.
    fn add_texts(&mut self, new: Incoming) {
        self.change_texts(|incoming| incoming.append(new));
    }

    /// Changes what is in the dialog, which is opened if need be.
    fn change_texts(&mut self, change: impl FnOnce(&mut Incoming)) {
        let mut incoming = match &self.state.dialog {
            Some(Dialog::AddArticles(incoming)) => (**incoming).clone(),
            _ => Incoming::default(),
        };
        let from = incoming.texts.len();
        change(&mut incoming);
        let project = self.project_of_state();
        incoming.tell_titles_apart(from, project.articles().iter().map(|article| article.title.as_str()));
        self.state.dialog = Some(Dialog::AddArticles(Rc::new(incoming)));
    }

    /// The texts in the dialog, if it is open.
    fn incoming_mut(&mut self) -> Option<&mut Incoming> {
        match &mut self.state.dialog {
            Some(Dialog::AddArticles(incoming)) => Some(Rc::make_mut(incoming)),
            _ => None,
        }
    }

    fn reread(&mut self, number: u32, how: ReadAs) {
        let Some(incoming) = self.incoming_mut() else { return };
        let Some(text) = incoming.texts.iter_mut().find(|text| text.number == number) else { return };
        let TextSource::File { text, reading, problem, .. } = &mut text.source else { return };
        // The present one may be chosen again before the answer about another one came.
        let is_other = problem.is_some() || text.read_as() != how;
        *reading = is_other.then_some(how);
        if is_other {
            self.effects.push(Effect::ReadTextAgain(number, Some(how)));
        }
    }

    fn reread_done(&mut self, number: u32, how: Option<ReadAs>, result: Result<Box<FileText>, String>) {
        let Some(incoming) = self.incoming_mut() else { return };
        if how.is_none() {
            return self.refused_read(number, result);
        }
        for text in incoming.texts.iter_mut().filter(|text| text.number == number) {
            let IncomingText { title, source, .. } = text;
            let TextSource::File { text, reading, problem, name } = source else { continue };
            // Something else may have been chosen meanwhile.
            if *reading != how {
                continue;
            }
            *reading = None;
            match result {
                Ok(read) => {
                    if read.details != text.details {
                        *title = title_of_file(name, &read.details);
                    }
                    (*text, *problem) = (Rc::new(*read), None);
                }
                Err(reason) => *problem = Some(reason),
            }
            return;
        }
    }

    /// A file that was refused was read as plain text.
    fn refused_read(&mut self, number: u32, result: Result<Box<FileText>, String>) {
        let Some(incoming) = self.incoming_mut() else { return };
        let Some(at) = incoming.refused.iter().position(|file| file.as_text == Some(number)) else { return };
        match result {
            Ok(text) => {
                let name = incoming.refused.remove(at).name;
                let text = IncomingText::of_file(number, name, *text);
                self.add_texts(Incoming { texts: vec![text], ..Incoming::default() });
            }
            Err(reason) => {
                let file = &mut incoming.refused[at];
                (file.as_text, file.message) = (None, words::in_file(&file.name, &reason));
            }
        }
    }

    /// Without anything left, the dialog is closed.
    fn remove_text(&mut self, number: u32) {
        let Some(incoming) = self.incoming_mut() else { return };
        incoming.remove(number);
        if incoming.texts.is_empty() && incoming.refused.is_empty() {
            self.state.dialog = None;
        }
    }

    /// Forgets files that the dialog needed before and does not need now.
    pub(super) fn release(&mut self, before: Vec<u32>) {
        if before.is_empty() {
            return;
        }
        let now = self.state.dialog.as_ref().map(Dialog::files).unwrap_or_default();
        let released: Vec<u32> = before.into_iter().filter(|file| !now.contains(file)).collect();
        if !released.is_empty() {
            self.effects.push(Effect::ReleaseFiles(released));
        }
    }
}
