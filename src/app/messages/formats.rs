//! File formats, and what they do not contain.

use crate::format::{Dropped, DroppedPart, Format, formats};

/// The title of a format.
pub fn title(format: &dyn Format) -> &'static str {
    match format.name() {
        "crossread" => "Crossread project",
        "cas" => "UIMA CAS JSON",
        "conll" => "CoNLL",
        "csv" => "Table of tags",
        other => other,
    }
}

/// What a format is for, in a sentence or two.
pub fn about(format: &dyn Format) -> &'static str {
    match format.name() {
        "crossread" => {
            "JSON with everything: articles, tags, entities, relations and labels. It opens again as the project."
        }
        "cas" => {
            "A JSON file for each article, for INCEpTION, DKPro and cassis: tags, relations, tokens and sentences. \
             Positions are UTF-16 units."
        }
        "conll" => {
            "A line for each token with its tag (IOB2, or another scheme), for training recognisers. Tags do not overlap in it."
        }
        "csv" => "CSV with a row for each tagged range, for spreadsheets and data frames. Positions are code points.",
        _ => "",
    }
}

/// The description of project files in the file chooser of the browser.
pub const PROJECT_FILES: &str = "Crossread project";

/// The formats that can be opened, with their extensions.
pub(super) fn readable_formats() -> String {
    let readable = formats().iter().filter(|format| format.can_be_read());
    let named: Vec<_> = readable.map(|format| format!("{} (.{})", title(*format), format.extension())).collect();
    named.join(", ")
}

/// What an exported file does not contain, and how many: "relations (3)".
pub fn dropped(dropped: &Dropped) -> String {
    format!("{} ({})", dropped_part(dropped.what), dropped.count)
}

/// What an exported file does not contain, in the plural.
pub fn dropped_part(part: DroppedPart) -> &'static str {
    match part {
        DroppedPart::ArticleTexts => "article texts",
        DroppedPart::ArticleDetails => "notes, statuses and attributes of articles",
        DroppedPart::Relations => "relations",
        DroppedPart::Entities => "entities",
        DroppedPart::UnmentionedEntities => "entities without a tag",
        DroppedPart::EntityDetails => "labels, aliases, identifiers and notes of entities",
        DroppedPart::Definitions => "definitions of labels, attributes and relation types",
        DroppedPart::RejectedSuggestions => "rejected suggestions",
        DroppedPart::UnknownFields => "fields that this version does not know",
        DroppedPart::ArticleMetadata => "titles, sources, dates and languages of articles",
        DroppedPart::OverlappingTags => "tags that overlap others",
        DroppedPart::TagsOfSpaces => "tags of spaces or line ends only",
        DroppedPart::SpacesOfTags => "spaces or line ends at the edges of tags or between their parts",
        DroppedPart::Parts => "tags of several parts as one tag",
        DroppedPart::PartsOfWords => "tags that begin or end inside of a word",
        DroppedPart::Attributes => "values of attributes",
        DroppedPart::EntityLinks => "links of tags to entities",
        DroppedPart::Notes => "notes of tags",
        DroppedPart::Authorship => "authors and times",
        DroppedPart::Ids => "ids",
        DroppedPart::RelationsAcrossArticles => "relations between articles",
        DroppedPart::RelationNotes => "notes of relations",
        DroppedPart::RowTitles => "titles of rows of the claims board",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_format_has_a_title_and_a_description() {
        for format in formats() {
            assert_ne!(title(*format), format.name());
            assert!(about(*format).ends_with('.'), "{}", format.name());
        }
        assert!(readable_formats().starts_with("Crossread project (.crossread.json)"));
    }
}
