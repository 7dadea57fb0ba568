//! What files are chosen for.

/// What chosen files are for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FilePurpose {
    /// To be imported: projects, schemas or texts.
    Import,
    /// To be added to the open project: a project, or files of other tools.
    Add,
    /// Texts that become articles.
    Articles,
    /// A schema for the schema editor.
    Schema,
}

impl FilePurpose {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Import, Self::Add, Self::Articles, Self::Schema];

    /// The id of its file input.
    pub fn input_id(self) -> &'static str {
        match self {
            Self::Import => "import-file",
            Self::Add => "add-file",
            Self::Articles => "article-files",
            Self::Schema => "schema-file",
        }
    }
}
