//! Texts of the dialog that imports files of other tools.

use super::text::counted;
use crate::format::draft::OffsetUnit;
use crate::merge::MergeCounts;
use crate::text::isolated;

/// The heading until the files are read.
pub const HEADING: &str = "Import";
/// While the code is loaded.
pub const LOADING: &str = "Loading…";
/// While the files are read.
pub const READING: &str = "Reading the files…";
/// The select of the format.
pub const FORMAT: &str = "Format";
/// The select of the unit of offsets.
pub const UNIT: &str = "Positions count";
/// The option of the unit that was found out.
pub const AS_FOUND: &str = "as found in the file";
/// Before the list of labels.
pub const LABELS: &str = "Labels";
/// The column of the file's labels.
pub const IN_FILE: &str = "In the file";
/// The column of the project's labels.
pub const IN_PROJECT: &str = "In the project";
/// The column of the number of tags.
pub const TAGS: &str = "Tags";
/// Below the list of labels.
pub const SAME_NAME: &str = "Labels with the same name become one.";
/// The choice of the project.
pub const WHERE: &str = "Where it goes";
/// A choice.
pub const NEW_PROJECT: &str = "A new project";
/// What that means.
pub const NEW_PROJECT_HINT: &str = "It is opened.";
/// A choice.
pub const THIS_PROJECT: &str = "The open project";
/// What that means.
pub const THIS_PROJECT_HINT: &str =
    "Articles with the same text get the tags. Tags for another version of a text are looked for in it.";
/// The list of articles.
pub const ARTICLES: &str = "Articles";
/// The column of the project's articles.
pub const GOES_TO: &str = "Goes to";
/// The option of an article that is added.
pub const NEW_ARTICLE: &str = "a new article";
/// The texts are equal.
pub const SAME_TEXT: &str = "has the same text";
/// The texts differ.
pub const OTHER_VERSION: &str = "has another text: tags are looked for in it";
/// The button.
pub const ADD: &str = "Add to this project";
/// The button.
pub const IMPORT: &str = "Import as a new project";
/// What becomes of the open project.
pub const OPEN_ONE_STAYS: &str = "The open project stays in the list of projects.";
/// The button that imports nothing.
pub const CANCEL: &str = "Cancel";
/// Several units fit.
pub const CHOOSE_UNIT: &str =
    "Choose what positions count: the file does not show it, and the tags are at other places for each.";

/// The heading for one file.
pub fn heading(name: &str) -> String {
    format!("Import {}", isolated(name))
}

/// The heading for several files.
pub fn heading_of_files(count: usize) -> String {
    format!("Import {}", counted(count, "file", "files"))
}

/// What is in the files.
pub fn content(articles: usize, tags: usize, relations: usize, entities: usize) -> String {
    let mut parts = vec![counted(articles, "article", "articles"), counted(tags, "tag", "tags")];
    if relations > 0 {
        parts.push(counted(relations, "relation", "relations"));
    }
    if entities > 0 {
        parts.push(counted(entities, "entity", "entities"));
    }
    parts.join(", ")
}

/// What becomes of the predictions of a model: "120 predictions of model-v2 become suggestions".
pub fn predictions(count: usize, model: &str) -> String {
    let what = counted(count, "prediction", "predictions");
    let of = if model.is_empty() { String::new() } else { format!(" of {}", isolated(model)) };
    format!("{what}{of} {}", if count == 1 { "becomes a suggestion." } else { "become suggestions." })
}

/// A unit of offsets.
pub fn unit(unit: OffsetUnit) -> &'static str {
    match unit {
        OffsetUnit::CodePoints => "Unicode characters (code points)",
        OffsetUnit::Utf16 => "UTF-16 units, as JavaScript and Java",
        OffsetUnit::Graphemes => "characters as readers see them (graphemes)",
        OffsetUnit::Bytes => "bytes of UTF-8",
    }
}

/// Which unit was found out.
pub fn found_unit(found: OffsetUnit) -> String {
    format!("Positions count {}.", unit(found))
}

/// The name of the field with the name that a label gets.
pub fn label_field(name: &str) -> String {
    format!("Name of {} in the project", isolated(name))
}

/// The summary of the warnings.
pub fn warnings(count: usize) -> String {
    counted(count, "warning", "warnings")
}

/// After the first warnings.
pub fn more_warnings(count: usize) -> String {
    format!("and {count} more")
}

/// The select of where an article goes.
pub fn goes_to(title: &str) -> String {
    format!("Where {} goes", isolated(title))
}

/// After the first articles.
pub fn more_articles(count: usize) -> String {
    format!("{} more: those with the same text get the tags, others are added.", counted(count, "article", "articles"))
}

/// The counts that are not zero, each with its noun in singular and plural.
fn some_of<const N: usize>(all: [(usize, &str, &str); N]) -> impl Iterator<Item = String> {
    all.into_iter().filter(|(count, ..)| *count > 0).map(|(count, one, many)| counted(count, one, many))
}

/// What would be added.
pub fn result(counts: &MergeCounts) -> String {
    let all = [
        (counts.articles, "article", "articles"),
        (counts.tags, "tag", "tags"),
        (counts.entities, "entity", "entities"),
        (counts.relations, "relation", "relations"),
        (counts.predictions, "prediction", "predictions"),
    ];
    let mut parts: Vec<String> = some_of(all).collect();
    if counts.doubtful > 0 {
        parts.push(format!("{} to review", counted(counts.doubtful, "tag", "tags")));
    }
    if counts.unplaced > 0 {
        parts.push(format!("{} without a place", counted(counts.unplaced, "tag", "tags")));
    }
    if parts.is_empty() { "Adds no tags.".to_owned() } else { format!("Adds {}.", parts.join(", ")) }
}

/// What is added to the labels; empty if nothing is.
pub fn schema_additions(counts: &MergeCounts, labels: &[String]) -> String {
    if !counts.changes_schema() {
        return String::new();
    }
    let names: Vec<String> = labels.iter().map(|name| isolated(name).into_owned()).collect();
    let mut parts = Vec::new();
    if !names.is_empty() {
        parts.push(format!("{} {}", if names.len() == 1 { "the label" } else { "the labels" }, names.join(", ")));
    }
    let all = [
        (counts.attributes, "attribute", "attributes"),
        (counts.choices, "choice", "choices"),
        (counts.relation_types, "type of relation", "types of relations"),
    ];
    parts.extend(some_of(all));
    format!("The schema gets {}.", parts.join(", "))
}

/// What else has to be known before.
pub fn remarks(counts: &MergeCounts) -> Vec<String> {
    let mut all = Vec::new();
    let there = [
        (counts.equal_tags, "tag", "tags"),
        (counts.equal_entities, "entity", "entities"),
        (counts.equal_relations, "relation", "relations"),
        (counts.equal_predictions, "prediction", "predictions"),
    ];
    let there: Vec<String> = some_of(there).collect();
    if !there.is_empty() {
        all.push(format!("Already there: {}.", there.join(", ")));
    }
    if counts.waiting_relations > 0 {
        let relations = counted(counts.waiting_relations, "relation waits", "relations wait");
        all.push(format!("{relations} until both tags have a place."));
    }
    if counts.dropped_relations > 0 {
        let relations = counted(counts.dropped_relations, "relation is", "relations are");
        all.push(format!("{relations} left out: both ends are one tag here."));
    }
    if counts.lost_predictions > 0 {
        let predictions = counted(counts.lost_predictions, "prediction is", "predictions are");
        all.push(format!("{predictions} left out: it is not certain where in this version of the text."));
    }
    if counts.kept > 0 {
        let records = counted(counts.kept, "record", "records");
        all.push(format!("{records} with other details (title, date, status, note): this project keeps its own."));
    }
    all
}

/// The message when it is done; with what is to be reviewed.
pub fn added(counts: &MergeCounts, review: &str) -> String {
    let done = result(&MergeCounts { doubtful: 0, unplaced: 0, ..*counts }).replacen("Adds", "Added", 1);
    if review.is_empty() { done } else { format!("{done} {review}") }
}
