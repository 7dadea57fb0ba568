//! Files that were chosen or dropped: a project is opened, a schema goes to the schema editor, texts are offered as articles.
//! No file takes the place of an open dialog, so that nothing that was entered in it is lost.

use std::rc::Rc;

use super::Update;
use crate::app::incoming::RefusedFile;
use crate::app::messages::files as words;
use crate::app::{ByPtr, Dialog, Effect, FilePurpose, Incoming, ProjectRequest, ReadFiles, SchemaFile};

impl Update<'_> {
    /// Files are read, unless a dialog is open that has no use for them.
    pub(super) fn files_received(&mut self, purpose: FilePurpose, files: u32) {
        let is_taken = match &self.state.dialog {
            None | Some(Dialog::AddArticles(_)) => true,
            Some(Dialog::Schema(_)) => purpose == FilePurpose::Schema,
            Some(_) => false,
        };
        if is_taken {
            self.effects.push(Effect::ReadFiles(purpose, files));
        } else {
            self.refuse_files(vec![files]);
        }
    }

    /// Projects come first: texts that were chosen with them become articles of the last one.
    pub(super) fn files_read(&mut self, read: ReadFiles) {
        let is_adding = match &self.state.dialog {
            None => false,
            Some(Dialog::AddArticles(_)) => true,
            Some(_) => return self.refuse_files(read.incoming.files()),
        };
        let ReadFiles { mut of_tools, mut projects, mut schemas, mut incoming } = read;
        if !is_adding && !of_tools.is_empty() {
            let mut files = of_tools.remove(0);
            files.rest = Box::new(ReadFiles { of_tools, projects, schemas, incoming });
            self.state.dialog = Some(Dialog::Import(ByPtr(Rc::new(files))));
            return;
        }
        if !is_adding && !projects.is_empty() {
            let mut project = projects.remove(0);
            if projects.is_empty() && schemas.is_empty() && !incoming.has_texts() {
                // No dialog will show them.
                let refused = incoming.refused.drain(..).map(|file| file.message);
                project.message = [project.message].into_iter().chain(refused).collect::<Vec<_>>().join("\n");
            }
            project.rest = Box::new(ReadFiles { of_tools, projects, schemas, incoming });
            return self.request(ProjectRequest::Adopt(project));
        }
        if !is_adding && !schemas.is_empty() && !incoming.has_texts() {
            self.schema_read(schemas.remove(0));
        }
        let refused = |name: String, message: String| RefusedFile { as_text: None, name, message };
        for files in of_tools {
            if files.as_texts.is_empty() {
                incoming.refused.push(refused(files.name.clone(), words::project_alone(&files.name)));
            }
            incoming.texts.extend(files.as_texts);
        }
        let projects = projects.into_iter().map(|file| refused(file.name.clone(), words::project_alone(&file.name)));
        incoming.refused.extend(projects);
        let schemas = schemas.into_iter().map(|file| refused(file.name.clone(), words::schema_alone(&file.name)));
        incoming.refused.extend(schemas);
        if incoming != Incoming::default() {
            self.texts_read(incoming);
        }
    }

    /// A schema file was read.
    pub(super) fn schema_read(&mut self, file: SchemaFile) {
        match self.state.dialog {
            None | Some(Dialog::Schema(_)) => self.state.dialog = Some(Dialog::Schema(Some(ByPtr(Rc::new(file))))),
            Some(_) => self.refuse_files(Vec::new()),
        }
    }

    fn refuse_files(&mut self, files: Vec<u32>) {
        if !files.is_empty() {
            self.effects.push(Effect::ReleaseFiles(files));
        }
        self.notify_error(words::CLOSE_DIALOG_FIRST);
    }
}
