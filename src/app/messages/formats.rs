//! File formats, and what they do not contain.

use crate::format::{CATALOGUE, Dropped, DroppedPart};

/// The title of a format.
pub fn title(format: &'static str) -> &'static str {
    match format {
        "crossread" => "Crossread project",
        "w3c" => "Web Annotations (W3C)",
        "brat" => "brat standoff",
        "webanno-tsv" => "WebAnno TSV 3",
        "cas" => "UIMA CAS JSON",
        "conll" => "CoNLL",
        "doccano" => "doccano (JSON Lines)",
        "spacy" => "spaCy",
        "prodigy" => "Prodigy",
        "label-studio" => "Label Studio",
        "json-lines" => "JSON Lines",
        "csv" => "Table of tags (CSV, TSV)",
        "data-package" => "Tables with a description (Frictionless)",
        "schema-org" => "Claims (schema.org)",
        other => other,
    }
}

/// What a format is for, in a sentence or two.
pub fn about(format: &str) -> &'static str {
    match format {
        "crossread" => {
            "JSON with everything: articles, tags, entities, relations and labels. It opens again as the project."
        }
        "w3c" => {
            "JSON-LD with an annotation for each tag, by position and quote, for Recogito, Hypothesis and other annotation \
             tools. It opens again with everything."
        }
        "brat" => {
            "Text files with standoff annotations (.txt and .ann) and their configuration, for brat and the many tools that read its files."
        }
        "webanno-tsv" => {
            "A table of tokens for INCEpTION and WebAnno, with a file for each article. Tags are in a layer webanno.custom.CrossreadTag."
        }
        "cas" => {
            "A JSON file for each article, for INCEpTION, DKPro and cassis: tags, relations, tokens and sentences. \
             Positions are UTF-16 units."
        }
        "conll" => {
            "A line for each token with its tag (IOB2, or another scheme), for training recognisers. Tags do not overlap in it."
        }
        "doccano" => {
            "JSON Lines with a text a line, for doccano. Allow overlapping spans in the doccano project if tags overlap. \
             Positions are UTF-16 units."
        }
        "spacy" => "JSON Lines with a document a line, for Doc.from_json in spaCy. Positions are code points.",
        "prodigy" => {
            "JSON Lines with a task a line, with tokens and relations, for Prodigy. Positions are code points."
        }
        "label-studio" => {
            "JSON with a task for each article, and the labelling configuration beside it, for Label Studio. Positions are \
             code points."
        }
        "json-lines" => {
            "A file with a tag a line for pandas, DuckDB and Spark, and one with an article a line, which opens again. \
             Positions are code points."
        }
        "csv" => {
            "A table with a row for each tagged range, for spreadsheets and data frames. It opens again together with the \
             texts. Positions are code points."
        }
        "data-package" => {
            "Tables of the tags, articles, entities and relations as a Data Package, for pandas, R and databases. It opens again \
             with everything. Positions are code points."
        }
        "schema-org" => {
            "JSON-LD with a Claim for each claim and where it appears, and a ClaimReview where a tag has a verdict, for web pages and \
             archives of fact checks. It cannot be opened again."
        }
        _ => "",
    }
}

/// The description of project files in the file chooser of the browser.
pub const PROJECT_FILES: &str = "Crossread project";

/// The formats that can be opened, with their extensions.
pub(super) fn readable_formats() -> String {
    let readable = CATALOGUE.iter().filter(|format| format.can_be_read);
    let named: Vec<_> = readable.map(|format| format!("{} (.{})", title(format.name), format.extension)).collect();
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
        DroppedPart::EntityNames => "names of entities",
        DroppedPart::EntityDetails => "labels, aliases, identifiers and notes of entities",
        DroppedPart::Definitions => "definitions of labels, attributes and relation types",
        DroppedPart::Predictions => "predictions of other tools",
        DroppedPart::PredictionDetails => "details of predictions",
        DroppedPart::RejectedSuggestions => "rejected suggestions",
        DroppedPart::UnknownFields => "fields that this version does not know",
        DroppedPart::ArticleMetadata => "titles, sources, dates and languages of articles",
        DroppedPart::OverlappingTags => "tags that overlap others",
        DroppedPart::TagsOfSpaces => "tags of spaces or line ends only",
        DroppedPart::SpacesOfTags => "spaces or line ends at the edges of tags or between their parts",
        DroppedPart::Parts => "tags of several parts as one tag",
        DroppedPart::PartsOfWords => "tags that begin or end inside of a word",
        DroppedPart::Attributes => "values of attributes",
        DroppedPart::OtherTags => "tags that are not claims",
        DroppedPart::Positions => "positions of tags",
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
        for format in CATALOGUE {
            assert_ne!(title(format.name), format.name);
            assert!(about(format.name).ends_with('.'), "{}", format.name);
        }
        assert!(readable_formats().starts_with("Crossread project (.crossread.json), "));
    }
}
