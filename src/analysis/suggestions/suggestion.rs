//! What a suggestion is.

use super::claim::ClaimFeature;
use crate::model::{AnnotationId, ArticleId, EntityId, LabelId, RelationTypeId};
use crate::text::TextRange;

/// The kind of a suggestion.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SuggestionKind {
    /// A tag that another tool proposes.
    Prediction,
    /// A name, date or quantity that is not tagged.
    Entity,
    /// A tag on a text that is tagged elsewhere.
    Mention,
    /// Mentions that are one entity, or a description that conflicts with an entity's others.
    SameEntity,
    /// A sentence or clause worth a claim.
    Claim,
    /// The source of a claim.
    Speaker,
    /// Two passages that say the same.
    Repeat,
    /// Two figures that disagree.
    Number,
    /// A relation between two claims.
    Relation,
}

impl SuggestionKind {
    /// All kinds, in the order in which the page lists them.
    pub const ALL: [Self; 9] = [
        Self::Prediction,
        Self::Entity,
        Self::Mention,
        Self::SameEntity,
        Self::Claim,
        Self::Speaker,
        Self::Repeat,
        Self::Number,
        Self::Relation,
    ];

    /// The id of the kind in the API.
    pub fn name(self) -> &'static str {
        match self {
            Self::Prediction => "prediction",
            Self::Entity => "entity",
            Self::Mention => "mention",
            Self::SameEntity => "sameEntity",
            Self::Claim => "claim",
            Self::Speaker => "speaker",
            Self::Repeat => "repeat",
            Self::Number => "number",
            Self::Relation => "relation",
        }
    }
}

/// What a suggestion would make: a label for new annotations, or a type for a new relation.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum SuggestedLabel {
    /// The label of annotations.
    Label(LabelId),
    /// The type of a relation.
    Relation(RelationTypeId),
}

impl SuggestedLabel {
    /// The id, as the API has it.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Label(id) => id.as_str(),
            Self::Relation(id) => id.as_str(),
        }
    }
}

/// A range of an article that a suggestion is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SuggestedSpan {
    /// The article.
    pub article: ArticleId,
    /// The range.
    pub range: TextRange,
    /// The annotation on it, if it has the one that the suggestion is about.
    pub annotation: Option<AnnotationId>,
}

impl SuggestedSpan {
    /// A range that is not annotated.
    pub fn new(article: ArticleId, range: TextRange) -> Self {
        Self { article, range, annotation: None }
    }
}

/// Whether what a source says stands in quotation marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Attribution {
    /// In quotation marks.
    Direct,
    /// In the article's words.
    Indirect,
}

impl Attribution {
    /// The choice of the attribute `attribution` in the default schema.
    pub fn name(self) -> &'static str {
        match self {
            Self::Direct => "direct",
            Self::Indirect => "indirect",
        }
    }
}

/// A figure as the API shows it.
#[derive(Clone, Debug, PartialEq)]
pub struct FigureValue {
    /// The number; of a date and of a time of day, its digits: 20211124, 2021, 2140.
    pub amount: f64,
    /// What it counts or measures: "people", "%", "GBP", or "day", "month", "year" or "time" of a date; empty if unknown.
    pub unit: String,
    /// The hedge: "more than"; empty if none.
    pub hedge: String,
}

/// Further data of a suggestion.
#[derive(Clone, Debug, PartialEq)]
pub enum SuggestedValue {
    /// Who says it.
    Speaker {
        /// The name of the source, or the words that stand for it.
        name: String,
        /// The entity of the project that it is.
        entity: Option<EntityId>,
        /// Whether it is a quotation.
        attribution: Attribution,
        /// How it becomes an entity of the project, if it is none yet and can be one.
        new_entity: Option<NewSource>,
    },
    /// The predictions that propose it, by their ids in the article: the surest first.
    Predicted(Vec<AnnotationId>),
    /// The figures on both sides.
    Figures(FigureValue, FigureValue),
    /// A description that conflicts with others of an entity.
    Conflict {
        /// The entity of the project, if the mention is linked.
        entity: Option<EntityId>,
        /// The description.
        description: String,
        /// What others say.
        others: Vec<String>,
    },
}

/// A source that is no entity of the project yet.
#[derive(Clone, Debug, PartialEq)]
pub struct NewSource {
    /// The label of the entity and of its mentions.
    pub label: LabelId,
    /// The words of the source that are its name; `None` if it is only described.
    pub mention: Option<TextRange>,
}

/// Who says something, and how the article tells it.
#[derive(Clone, Debug, PartialEq)]
pub struct SpokenBy {
    /// The name of the source, or the words that stand for it.
    pub name: String,
    /// The words that tell it ("said"); empty for a quotation beside another one.
    pub cue: String,
    /// Whether it is a quotation.
    pub attribution: Attribution,
}

/// The reason for a suggestion, as data: `app::messages` words it.
#[derive(Clone, Debug, PartialEq)]
pub enum SuggestionReason {
    /// Another tool proposes it.
    Predicted {
        /// The tool or file; empty if unknown.
        source: String,
        /// The model; empty if unknown.
        model: String,
        /// The score as the tool has it.
        score: Option<f64>,
    },
    /// It is written as a name, and its words or those around it fit a label.
    Name {
        /// The name of the label.
        label: String,
    },
    /// It is a date, time or length of time.
    Date,
    /// It is a number.
    Quantity,
    /// The same text is tagged elsewhere.
    Tagged {
        /// The text.
        text: String,
        /// The name of the label.
        label: String,
        /// The number of places where it is tagged with the label.
        count: usize,
    },
    /// Two figures measure the same and disagree.
    Disagree {
        /// The first figure.
        first: String,
        /// The second figure.
        second: String,
        /// What they count, as the text has it; empty if unknown.
        counted: String,
        /// What happens to it, or what is measured, as a key that `app::messages` words; empty if unknown.
        event: String,
        /// The date of both; empty if they have none in common.
        date: String,
    },
    /// Both sides are one sentence, up to a few words.
    SameSentence {
        /// The number of words that differ.
        differing: usize,
    },
    /// Both sides have the same names and numbers.
    SameDetails {
        /// The names and numbers.
        details: Vec<String>,
    },
    /// Both sides have the same words.
    SameWords {
        /// The words that tell the most.
        words: Vec<String>,
    },
    /// The mentions are forms of one name, or descriptions of who has it.
    OneEntity {
        /// The full name.
        name: String,
        /// The other forms.
        forms: Vec<String>,
    },
    /// A description of somebody differs from the others.
    DescribedOtherwise {
        /// The name.
        name: String,
        /// The description.
        description: String,
        /// What others say.
        others: Vec<String>,
    },
    /// Both claims say nearly the same, and one of them denies it.
    Negated,
    /// The figure of a later claim differs from that of an earlier one.
    Newer {
        /// The later figure.
        newer: String,
        /// The earlier figure.
        former: String,
    },
    /// A claim reports what another has in a person's own words.
    Quoted {
        /// The name of the person.
        name: String,
    },
    /// A claim gives a reason or evidence for another.
    Evidence {
        /// The words that tell it: "for example", "records showed".
        cue: String,
    },
    /// A claim says why somebody denies or states what another says.
    Grounds {
        /// The word for it: "rejects".
        stated: String,
    },
    /// A claim gives the figure or a case of what another states in general.
    Instance {
        /// The figure.
        figure: String,
    },
    /// Two sources, or a source and what gives evidence, state compatible things of the same.
    Compatible {
        /// The words that both have.
        words: Vec<String>,
    },
    /// A sentence has these features.
    CheckWorthy(Vec<ClaimFeature>),
    /// A source says it.
    Speech(SpokenBy),
}

/// A suggestion that the user has not accepted yet. Suggestions are no part of a project, and never exported; the predictions of other
/// tools are, from which some come.
#[derive(Clone, Debug, PartialEq)]
pub struct Suggestion {
    /// The id: equal for equal suggestions, see [`super::id_of`]. A rule leaves it empty, or sets it to what the suggestion is known by
    /// instead of its places.
    pub id: String,
    /// The kind.
    pub kind: SuggestionKind,
    /// The confidence, above 0 and up to 1; 0 if another tool gives none.
    pub score: f64,
    /// The reason.
    pub reason: SuggestionReason,
    /// The suggested label or relation type; `None` for links of mentions.
    pub label: Option<SuggestedLabel>,
    /// The ranges. The two sides of a pair are the first and the second.
    pub spans: Vec<SuggestedSpan>,
    /// Further data.
    pub value: Option<SuggestedValue>,
}
