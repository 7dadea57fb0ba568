//! What files are chosen for.

/// What chosen files are for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FilePurpose {
    /// To be imported: projects, schemas or texts.
    Import,
    /// Texts that become articles.
    Articles,
    /// A schema for the schema editor.
    Schema,
}

impl FilePurpose {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Import, Self::Articles, Self::Schema];

    /// The id of its file input.
    pub fn input_id(self) -> &'static str {
        match self {
            Self::Import => "import-file",
            Self::Articles => "article-files",
            Self::Schema => "schema-file",
        }
    }
}
