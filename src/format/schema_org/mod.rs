//! Claims as schema.org describes them, in JSON-LD, for search engines and archives of fact checks. It is only written: it has no positions.
//!
//! Sources: <https://schema.org/Claim>, <https://schema.org/ClaimReview>.
//!
//! | here | there |
//! |---|---|
//! | a tag whose label is a claim | `Claim` with its `text`; claims that repeat one another (a relation such as *repeats*) are one, with the other wordings as `alternateName` |
//! | the articles of these tags | `appearance`: an `Article` with title, publisher, date and language; its `url` is that of an attribute `url` or `link`, or the source if that is an address |
//! | the attribute that says who makes the claim (*source*, *speaker*) | `author`: a `Person` or an `Organization`, if the label of the entity says it |
//! | an attribute *verdict*, *rating* or *veracity* with a value that is not its default and not *unchecked* | `ClaimReview` of the claim, by who last changed the tag, with the value as its rating |

mod claims;
mod write;

#[cfg(test)]
mod tests;

use super::left_out::{left_out, some};
use super::{Dropped, DroppedPart, ExportOptions, Format, FormatInfo, WrittenFile, file_name};
use crate::json::to_pretty;
use crate::model::{LabelKind, Project};

/// The format.
pub const INFO: FormatInfo = FormatInfo::new("schema-org", "claims.jsonld", "application/ld+json").write_only();

const LEFT_OUT: [DroppedPart; 15] = [
    DroppedPart::Positions,
    DroppedPart::ArticleTexts,
    DroppedPart::ArticleDetails,
    DroppedPart::Relations,
    DroppedPart::Attributes,
    DroppedPart::Notes,
    DroppedPart::RowTitles,
    DroppedPart::Authorship,
    DroppedPart::EntityLinks,
    DroppedPart::UnmentionedEntities,
    DroppedPart::EntityDetails,
    DroppedPart::Definitions,
    DroppedPart::Predictions,
    DroppedPart::RejectedSuggestions,
    DroppedPart::UnknownFields,
];

/// Claims of schema.org as a [`Format`].
pub struct SchemaOrg;

impl Format for SchemaOrg {
    fn info(&self) -> &'static FormatInfo {
        &INFO
    }

    fn recognises(&self, _: &str, _: &[u8]) -> bool {
        false
    }

    fn dropped(&self, project: &Project) -> Vec<Dropped> {
        let is_claim = |label: &crate::model::LabelId| {
            project.schema().label(label).is_some_and(|label| label.kind == LabelKind::Claim)
        };
        let others = project.all_annotations().filter(|tag| !is_claim(&tag.label)).count();
        let mut dropped = some([(DroppedPart::OtherTags, others)]);
        dropped.extend(left_out(project, &LEFT_OUT));
        dropped
    }

    fn write(&self, project: &Project, _: ExportOptions) -> Vec<WrittenFile> {
        let name = file_name(&project.title, self.extension());
        vec![WrittenFile { name, bytes: to_pretty(&write::document(project)).into_bytes() }]
    }
}
