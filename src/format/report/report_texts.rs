//! The texts of a report that are not from the project. The caller has them, as all texts are in `app::messages`.

use crate::analysis::dates::Period;
use crate::analysis::report::{DateMention, DisagreementKind, SpokenCount};
use crate::format::claims_board::BoardTexts;
use crate::model::Colour;

/// A section of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Section {
    /// The articles.
    Articles,
    /// The claims board.
    Claims,
    /// What contradicts what.
    Disagreements,
    /// Who is quoted where.
    Speakers,
    /// Entities by article.
    Entities,
    /// Tags per label and article.
    Tags,
    /// How much of each article is repeated.
    Repetition,
    /// Dates in the order of time.
    Timeline,
}

impl Section {
    /// All of them, in their order.
    pub const ALL: [Self; 8] = [
        Self::Articles,
        Self::Claims,
        Self::Disagreements,
        Self::Speakers,
        Self::Entities,
        Self::Tags,
        Self::Repetition,
        Self::Timeline,
    ];

    /// The id of its element.
    pub fn id(self) -> &'static str {
        match self {
            Self::Articles => "report-articles",
            Self::Claims => "report-claims",
            Self::Disagreements => "report-disagreements",
            Self::Speakers => "report-speakers",
            Self::Entities => "report-entities",
            Self::Tags => "report-tags",
            Self::Repetition => "report-repetition",
            Self::Timeline => "report-timeline",
        }
    }
}

/// A heading of a column, or another short text.
#[allow(missing_docs)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Word {
    Contents,
    Number,
    Title,
    Source,
    Date,
    Words,
    Tags,
    Article,
    Articles,
    All,
    Share,
    Kind,
    First,
    Second,
    Speaker,
    Claims,
    Claim,
    Entity,
    Label,
    Mentions,
    When,
    Where,
    Unplaced,
    AnyOther,
    OtherArticle,
    TaggedDate,
    DateOfArticle,
    Sideways,
}

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counted {
    /// Articles.
    Articles,
    /// Words of the articles.
    Words,
    /// Tags.
    Tags,
    /// Claims.
    Claims,
    /// Relations.
    Relations,
    /// Entities.
    Entities,
    /// Claims without a source.
    Unsourced,
    /// Tags of entities that are not linked to one.
    Unlinked,
}

/// The texts of a report that are not from the project.
#[derive(Clone, Copy, Debug)]
pub struct ReportTexts {
    /// The texts of the claims board.
    pub board: &'static BoardTexts,
    /// The title of the document, given that of the project.
    pub title: fn(&str) -> String,
    /// When the report was made, given the time as text.
    pub made: fn(&str) -> String,
    /// The heading of a section.
    pub heading: fn(Section) -> &'static str,
    /// What the table or chart of a section shows, for captions and text alternatives.
    pub caption: fn(Section) -> &'static str,
    /// How a section was computed and is to be read; empty if that is plain.
    pub note: fn(Section) -> &'static str,
    /// What a section without content says.
    pub empty: fn(Section) -> &'static str,
    /// A short text.
    pub word: fn(Word) -> &'static str,
    /// A number as people read it.
    pub number: fn(usize) -> String,
    /// A count with its noun.
    pub count: fn(Counted, usize) -> String,
    /// So many of all rows are shown here, and all are in the file.
    pub shown: fn(usize, usize) -> String,
    /// So many of all rows are in the chart.
    pub charted: fn(usize, usize) -> String,
    /// So many pairs of articles are listed, of all; those with the most in common.
    pub strongest: fn(usize, usize) -> String,
    /// The greatest of the bars of a chart, with its value.
    pub greatest: fn(&str, &str) -> String,
    /// A share from 0 to 1.
    pub percent: fn(f64) -> String,
    /// A day, month or year.
    pub date: fn(Period) -> String,
    /// A number of days between two dates.
    pub gap: fn(i64) -> String,
    /// A place that names a date.
    pub mention: fn(&DateMention) -> String,
    /// How many claims of a speaker an article reports, and how.
    pub spoken: fn(SpokenCount) -> String,
    /// The number of an article with a count or another text: "3: 12".
    pub at_article: fn(usize, &str) -> String,
    /// In how many of all articles a claim is.
    pub spread: fn(usize, usize) -> String,
    /// How two places disagree, given the name of the relation type.
    pub disagreement: fn(DisagreementKind, &str) -> String,
    /// Values beside each other.
    pub values: fn(&[String]) -> String,
    /// The colours of a label in the light and in the dark theme.
    pub colours: fn(Colour) -> [Colour; 2],
}
