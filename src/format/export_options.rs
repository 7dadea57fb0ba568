//! What a user can choose about an export.

/// Options of an export. Those that a format does not have ([`super::FormatInfo::options`]) change nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ExportOptions {
    /// For spreadsheets: with a byte order mark, and an apostrophe before each text that would be taken for a formula.
    /// This changes texts, so files for other programs should not have it.
    pub for_spreadsheets: bool,
    /// How the tokens of a tag are named, in formats with a token a line.
    pub scheme: TagScheme,
    /// What a token is, in formats with a token a line.
    pub tokeniser: Tokeniser,
    /// A file for each article instead of one for all, in formats that can do both.
    pub one_file_each: bool,
    /// Tabs instead of commas between the cells of tables.
    pub tabs: bool,
    /// Without the texts of articles, in formats that can do without.
    pub without_texts: bool,
}

/// An option that some formats have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExportOption {
    /// [`ExportOptions::for_spreadsheets`].
    ForSpreadsheets,
    /// [`ExportOptions::tabs`].
    Tabs,
    /// [`ExportOptions::scheme`].
    Scheme,
    /// [`ExportOptions::tokeniser`].
    Tokeniser,
    /// [`ExportOptions::one_file_each`].
    OneFileEach,
    /// [`ExportOptions::without_texts`].
    WithoutTexts,
}

/// How tokens of tags are named in formats with a token a line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TagScheme {
    /// `B-` at the first token of a tag, `I-` at the others (also called BIO).
    #[default]
    Iob2,
    /// `B-` only where a tag follows another one of the same label.
    Iob1,
    /// As IOB2, with `E-` at the last token and `S-` at the only one.
    Bioes,
    /// As IOB2, with `L-` at the last token and `U-` at the only one.
    Bilou,
}

impl TagScheme {
    /// All schemes, the usual one first.
    pub const ALL: [Self; 4] = [Self::Iob2, Self::Iob1, Self::Bioes, Self::Bilou];

    /// The name in the API and in settings, which is the usual name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Iob2 => "IOB2",
            Self::Iob1 => "IOB1",
            Self::Bioes => "BIOES",
            Self::Bilou => "BILOU",
        }
    }

    /// The scheme with this name, in capital or small letters.
    pub fn find(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|scheme| scheme.name().eq_ignore_ascii_case(name))
    }
}

/// What a token is in formats with a token a line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tokeniser {
    /// Each word, and each other character without spaces.
    #[default]
    Words,
    /// What is between two spaces.
    Spaces,
}

impl Tokeniser {
    /// All of them, the usual one first.
    pub const ALL: [Self; 2] = [Self::Words, Self::Spaces];

    /// The name in the API and in settings.
    pub fn name(self) -> &'static str {
        match self {
            Self::Words => "words",
            Self::Spaces => "spaces",
        }
    }

    /// The one with this name.
    pub fn find(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.name() == name)
    }
}
