//! Errors of reading JSON, as data with their place in the file. `app::messages` has their texts.

/// The number of characters of a value that an error contains: one more than a message shows, so that the message can
/// tell that the value is longer.
const MAX_EXCERPT: usize = 61;

/// A place in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// The file in general.
    Whole,
    /// A position in its text; both numbers count from 1, and the column counts characters.
    Line {
        /// The line.
        line: usize,
        /// The column.
        column: usize,
    },
    /// The path to a value, such as `annotations[3].ranges[0].end`.
    Path(String),
}

impl From<&str> for Place {
    fn from(path: &str) -> Self {
        if path.is_empty() { Self::Whole } else { Self::Path(path.to_owned()) }
    }
}

/// A problem in a file, and its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Located<P> {
    /// The place.
    pub place: Place,
    /// The problem there. Boxed: results with an error are returned by nearly every function that reads.
    pub problem: Box<P>,
}

impl<P> Located<P> {
    /// A problem at a place.
    pub fn new(place: impl Into<Place>, problem: impl Into<P>) -> Self {
        Self { place: place.into(), problem: Box::new(problem.into()) }
    }

    /// The same problem with its path extended by `outer`, the path of the record that contains the place.
    pub fn within(mut self, outer: &str) -> Self {
        self.place = match self.place {
            Place::Whole => Place::from(outer),
            Place::Path(inner) if inner.starts_with('[') => Place::Path(format!("{outer}{inner}")),
            Place::Path(inner) => Place::Path(format!("{outer}.{inner}")),
            line @ Place::Line { .. } => line,
        };
        self
    }
}

/// Why a text or a value is not the JSON that was expected.
pub type JsonError = Located<JsonProblem>;

/// What is wrong with a text or a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum JsonProblem {
    /// The bytes are not UTF-8.
    NotUtf8,
    /// The text is not JSON; the reason as the parser gives it.
    Syntax(String),
    /// The text ends inside of a value.
    EndsEarly,
    /// The lists and objects of the text are nested too deep.
    TooDeep {
        /// The largest number of levels.
        most: usize,
    },
    /// The lists and objects of a field that this version does not know are nested too deep.
    FieldTooDeep {
        /// The largest number of levels.
        most: usize,
    },
    /// A field that a record must have is missing.
    Missing,
    /// There is another value than the expected one.
    Unexpected {
        /// What was expected.
        expected: Expected,
        /// What was found.
        found: Found,
    },
}

/// What was expected at a place in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Expected {
    /// Anything that can be written as JSON.
    Json,
    /// A text.
    Text,
    /// A text with one character.
    Character,
    /// `true` or `false`.
    Bool,
    /// A number.
    Number,
    /// A non-negative integer.
    Count,
    /// A list.
    List,
    /// An object.
    Object,
    /// One of these texts.
    OneOf(Vec<&'static str>),
    /// This text.
    Exactly(&'static str),
    /// This number.
    Version(u32),
    /// The value of an attribute.
    AttributeValue,
    /// A time in UTC.
    Time,
    /// An IRI.
    Iri,
    /// No value.
    Nothing,
    /// A colour.
    Colour,
    /// The keys of a label: one or two characters.
    Keys,
    /// An object with the fields of a record of this kind.
    Record(RecordForm),
}

/// The records that files and the browser's storage contain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RecordForm {
    /// A project with everything in it.
    Project,
    /// The title and the time of a project.
    ProjectHead,
    /// A schema.
    Schema,
    /// A label.
    Label,
    /// An attribute.
    Attribute,
    /// The condition of an attribute.
    Condition,
    /// A relation type.
    RelationType,
    /// An article.
    Article,
    /// An entity.
    Entity,
    /// An annotation.
    Annotation,
    /// A range of an annotation.
    Range,
    /// A relation.
    Relation,
    /// A prediction.
    Prediction,
    /// A step of the journal.
    Step,
    /// A change of a step.
    Change,
    /// An article of a change, and its index in the list.
    PlacedArticle,
    /// An article in the index of bundled articles.
    SampleArticle,
    /// What the list of projects shows of a project.
    ProjectInfo,
    /// The entry of a project in the browser's storage.
    ProjectEntry,
    /// The view of a project, or a part of it, in the browser's settings.
    View,
    /// A Web Annotation.
    WebAnnotation,
    /// A body or a target of a Web Annotation.
    Resource,
}

/// What was found at a place in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// Nothing: the field is missing.
    Nothing,
    /// `null`, `true`, `false` or a number, as written.
    Literal(String),
    /// A text, perhaps truncated.
    Text(String),
    /// A list.
    List,
    /// An object.
    Object,
}

/// The beginning of a text from a file, as errors contain it.
pub fn excerpt(text: &str) -> String {
    text.chars().take(MAX_EXCERPT).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_joined_from_inner_to_outer() {
        let missing = || JsonError::new("end", JsonProblem::Missing);
        let error = missing().within("ranges[0]").within("annotations[3]");
        assert_eq!(error.place, Place::Path("annotations[3].ranges[0].end".to_owned()));
        let error = JsonError::new("", JsonProblem::Missing).within("[1]").within("[0]").within("all");
        assert_eq!(error.place, Place::Path("all[0][1]".to_owned()));
        assert_eq!(JsonError::new("", JsonProblem::Missing).place, Place::Whole);
        let line = JsonError::new(Place::Line { line: 1, column: 2 }, JsonProblem::NotUtf8).within("x");
        assert_eq!(line.place, Place::Line { line: 1, column: 2 });
    }

    #[test]
    fn long_texts_are_truncated() {
        assert_eq!(excerpt("né\n"), "né\n");
        assert_eq!(excerpt(&"é".repeat(70)), "é".repeat(MAX_EXCERPT));
    }
}
