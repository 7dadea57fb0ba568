//! Opening a project: what is read of it is shown read-only until all of it is read and checked. Until then the former project stays
//! in the state as it is, and only the page shows the other one; so it is back when the opening fails or is cancelled.

use std::rc::Rc;

use super::View;
use crate::edit::Editor;
use crate::model::Project;

/// A project that is being opened.
#[derive(Clone, Debug)]
pub struct Opening {
    /// Tells it from others.
    pub number: u32,
    /// The name of the file, or the title of the project; empty if not known.
    pub name: String,
    /// How much of it is read, in percent; `None` until it is clear that this takes longer than a moment.
    pub percent: Option<u8>,
    /// What is shown of it.
    pub preview: Option<Rc<Preview>>,
}

/// What is shown of a project that is not read completely.
#[derive(Clone, Debug)]
pub struct Preview {
    /// What is read; read-only.
    pub editor: Editor,
    /// How the user looks at it.
    pub view: View,
}

impl Preview {
    /// What is read, as the user looks at it.
    pub fn new(project: Project, view: View) -> Self {
        let mut editor = Editor::new(project);
        editor.set_read_only(true);
        Self { editor, view }
    }
}

/// What happens to a project that is being opened.
#[derive(Clone, Debug)]
pub enum OpeningAction {
    /// It is read from now on.
    Begin {
        /// See [`Opening::number`].
        number: u32,
        /// See [`Opening::name`].
        name: String,
    },
    /// So much of the one with this number is read, in percent.
    Read(u32, u8),
    /// So much of the one with this number can be shown.
    Show(u32, Rc<Preview>),
    /// The one with this number cannot be opened, or not yet: the former project stays.
    End(u32),
    /// The user does not want it.
    Cancel,
}
