//! An occurrence of a name, and why it may not be one.

use std::rc::Rc;

use crate::model::{AnnotationId, ArticleId, LabelId, LabelKind, Project};
use crate::text::{TextRange, shortened};

/// The maximum length of a text in a [`Doubt`], in characters: there may be as many doubts as letters in a text.
pub(super) const MAX_DOUBT_TEXT: usize = 60;

/// A range of an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The article.
    pub article: ArticleId,
    /// The range.
    pub range: TextRange,
}

/// Why it is doubtful that an occurrence should be tagged.
#[derive(Clone, Debug, PartialEq)]
pub enum Doubt {
    /// It overlaps a tag with another label of the same kind.
    Tagged(LabelId),
    /// It is part of a longer name that is tagged elsewhere.
    PartOf(Rc<str>),
    /// The name is only the beginning of this word: "Johnsons".
    Ending(String),
}

/// An occurrence of a name.
#[derive(Clone, Debug, PartialEq)]
pub struct Occurrence {
    /// The article and range.
    pub place: Place,
    /// The annotation on exactly this range with the label.
    pub tag: Option<AnnotationId>,
    /// Why it may not be an occurrence of the name.
    pub doubt: Option<Doubt>,
}

/// A place as an occurrence for a label: tagged, untagged or doubtful; `None` for a place inside a longer tag with the label.
pub(super) fn judge(project: &Project, place: &Place, label: &LabelId) -> Option<Occurrence> {
    let kind_of = |label: &LabelId| -> Option<LabelKind> { project.schema().label(label).map(|label| label.kind) };
    let range = place.range;
    let set = project.annotations_of(&place.article);
    let overlapping = || set.overlapping(range);
    let tag = overlapping().find(|(_, one)| &one.label == label && one.ranges == [range]);
    let tag = tag.map(|(_, one)| one.id.clone());
    if tag.is_none() && overlapping().any(|(other, one)| &one.label == label && other.contains(range)) {
        return None;
    }
    let kind = kind_of(label);
    let rival = overlapping().find(|(_, one)| Some(&one.id) != tag.as_ref() && kind_of(&one.label) == kind);
    let rival = rival.map(|(_, one)| Doubt::Tagged(one.label.clone()));
    let doubt = rival.filter(|_| tag.is_none()).or_else(|| longer_word(project, place));
    Some(Occurrence { place: place.clone(), tag, doubt })
}

/// The doubt that a word continues after the end of a place.
fn longer_word(project: &Project, place: &Place) -> Option<Doubt> {
    let text = &project.article(&place.article)?.text;
    let end = place.range.end();
    let word = Some(end).filter(|&end| text.continues_word(end)).and_then(|end| text.word_near(end))?;
    Some(Doubt::Ending(shortened(text.slice(word), MAX_DOUBT_TEXT)))
}
