//! What a transaction did, as a sentence without its full stop.

use super::names::status;
use super::text::{counted, places, quoted};
use crate::edit::{SchemaChange, Step, StepKind, Summary, Tags};
use crate::text::isolated;

/// What a step did: "Undone: Tagged “Calais” as Location".
pub fn step(step: &Step) -> String {
    step_of(step.kind, &step.transaction.summary)
}

/// What a step of a kind did.
pub fn step_of(kind: StepKind, what: &Summary) -> String {
    let words = summary(what);
    match kind {
        StepKind::Do | StepKind::Load => words,
        StepKind::Undo => format!("Undone: {words}"),
        StepKind::Redo => format!("Redone: {words}"),
    }
}

/// What a transaction did: "Tagged “Calais” as Location".
pub fn summary(what: &Summary) -> String {
    match what {
        Summary::ProjectRenamed { title } => format!("Renamed the project to {}", quoted(title)),
        Summary::SchemaEdited { changes, more, changed, removed } => schema(changes, *more, *changed, *removed),
        Summary::Text(words) => words.clone(),
        Summary::SuggestionsRejected { suggestions } => format!("Rejected {}", count_of_suggestions(*suggestions)),
        Summary::SuggestionsRestored { suggestions } => format!("Restored {}", count_of_suggestions(*suggestions)),
        Summary::Merged { articles, tags, doubtful, unplaced } => merged(*articles, *tags, *doubtful, *unplaced),
        Summary::UnplacedRemoved { text } => format!("Removed the tag without a place on {}", quoted(text)),
        Summary::Several { steps } => format!("Made {} at once", counted(*steps, "change", "changes")),
        Summary::ArticlesAdded { .. }
        | Summary::ArticleEdited { .. }
        | Summary::ArticleDescribed { .. }
        | Summary::ArticleMarked { .. }
        | Summary::ArticleRemoved { .. } => of_article(what),
        Summary::EntityAdded { .. }
        | Summary::EntityRenamed { .. }
        | Summary::EntityEdited { .. }
        | Summary::EntitiesMerged { .. }
        | Summary::EntitySplit { .. }
        | Summary::EntityRemoved { .. }
        | Summary::MentionsLinked { .. } => of_entity(what),
        Summary::Related { .. }
        | Summary::AllRelated { .. }
        | Summary::RelationRetyped { .. }
        | Summary::RelationReversed { .. }
        | Summary::RelationNoteEdited { .. }
        | Summary::RelationRemoved { .. }
        | Summary::RelationsRemoved { .. } => of_relation(what),
        _ => of_tags(what),
    }
}

fn merged(articles: usize, tags: usize, doubtful: usize, unplaced: usize) -> String {
    let mut parts = vec![counted(articles, "article", "articles"), counted(tags, "tag", "tags")];
    if doubtful > 0 {
        parts.push(format!("{doubtful} to review"));
    }
    if unplaced > 0 {
        parts.push(format!("{unplaced} without a place"));
    }
    format!("Added {}", parts.join(", "))
}

fn count_of_suggestions(count: usize) -> String {
    counted(count, "suggestion", "suggestions")
}

fn of_article(what: &Summary) -> String {
    match what {
        Summary::ArticlesAdded { titles, more } => {
            let mut titles: Vec<String> = titles.iter().map(|title| quoted(title)).collect();
            if *more > 0 {
                titles.push(format!("and {more} more"));
            }
            format!("Added {}", titles.join(", "))
        }
        Summary::ArticleEdited { title } => format!("Changed the details of {}", quoted(title)),
        Summary::ArticleDescribed { title, attributes } => {
            format!("Changed {} of {}", isolated(&attributes.join(", ")), quoted(title))
        }
        Summary::ArticleMarked { title, status: now } => format!("Marked {} as {}", quoted(title), status(*now)),
        Summary::ArticleRemoved { title, tags } => match tags {
            0 => format!("Removed {}", quoted(title)),
            1 => format!("Removed {} and its tag", quoted(title)),
            n => format!("Removed {} and its {}", quoted(title), counted(*n, "tag", "tags")),
        },
        _ => String::new(),
    }
}

fn of_tags(what: &Summary) -> String {
    match what {
        Summary::Tagged(Tags { text: Some(text), label: Some(label), at }) if at.places == 1 => {
            format!("Tagged {} as {}", quoted(text), isolated(label))
        }
        Summary::Tagged(all) => format!("Tagged {}", tags(all)),
        Summary::Relabelled { text, label, relations } => {
            format!("Changed {} to {}{}", quoted(text), isolated(label), no_longer_fit(*relations))
        }
        Summary::AllRelabelled { tags: all, relations } => {
            format!("Changed {}{}", tags(all), no_longer_fit(*relations))
        }
        Summary::PartAdded { before, after } => format!("Added a part to {}: {}", quoted(before), quoted(after)),
        Summary::PartRemoved { before, after } => {
            format!("Removed a part of {}: {}", quoted(before), quoted(after))
        }
        Summary::EdgesMoved { before, after } => {
            format!("Moved the edges of {} to {}", quoted(before), quoted(after))
        }
        Summary::Linked { text, entity } => format!("Linked {} to {}", quoted(text), isolated(entity)),
        Summary::AllLinked { tags: all, entity } => format!("Linked {} to {}", tags(all), isolated(entity)),
        Summary::AllUnlinked(all) => format!("Unlinked {}", tags(all)),
        Summary::TagEdited { text, ranges, attributes, entity, note } => {
            let changes = [
                (*ranges, "moved its edges"),
                (*attributes, "changed its attributes"),
                (*entity, "changed its entity"),
                (*note, "changed its note"),
            ];
            let changes: Vec<&str> = changes.into_iter().filter(|(holds, _)| *holds).map(|(_, words)| words).collect();
            format!("{}: {}", quoted(text), changes.join(", "))
        }
        Summary::RowTitled { text, title } if title.is_empty() => {
            format!("Removed the title of the row {}", quoted(text))
        }
        Summary::RowTitled { text, title } => format!("Titled the row {}: {}", quoted(text), quoted(title)),
        Summary::TagsAccepted(all) => format!("Accepted the place of {}", tags(all)),
        Summary::AllEdited(all) => format!("Changed attributes of {}", tags(all)),
        Summary::TagsRemoved { tags: all, relations } => removed(all, *relations),
        _ => String::new(),
    }
}

fn of_entity(what: &Summary) -> String {
    match what {
        Summary::EntityAdded { name, at } if at.places == 0 => format!("Created the entity {}", isolated(name)),
        Summary::EntityAdded { name, at } => format!("Created the entity {} from {}", isolated(name), places(*at)),
        Summary::EntityRenamed { before, after } => {
            format!("Renamed the entity {} to {}", isolated(before), isolated(after))
        }
        Summary::EntityEdited { name } => format!("Changed the details of {}", isolated(name)),
        Summary::EntitiesMerged { names, into } => {
            let names: Vec<_> = names.iter().map(|name| isolated(name)).collect();
            format!("Merged {} into {}", names.join(", "), isolated(into))
        }
        Summary::EntitySplit { name, from } => format!("Split {} from {}", isolated(name), isolated(from)),
        Summary::EntityRemoved { name } => format!("Removed the entity {}", isolated(name)),
        Summary::MentionsLinked { at, entities, created } => {
            let entities = counted(*entities, "entity", "entities");
            format!("Linked {} to {entities}, {created} of them new", places(*at))
        }
        _ => String::new(),
    }
}

fn of_relation(what: &Summary) -> String {
    let ends = |from: &str, to: &str| format!("{} to {}", quoted(from), quoted(to));
    match what {
        Summary::Related { from, to, kind } => format!("Related {}: {}", ends(from, to), isolated(kind)),
        Summary::AllRelated { relations, skipped, kind } => {
            let made = format!("Made {}: {}", counted(*relations, "relation", "relations"), isolated(kind));
            match skipped {
                0 => made,
                skipped => format!("{made}. {}", counted(*skipped, "was there already", "were there already")),
            }
        }
        Summary::RelationRetyped { from, to, kind } => {
            format!("Changed the relation {} to {}", ends(from, to), isolated(kind))
        }
        Summary::RelationReversed { from, to } => format!("Reversed the relation {}", ends(from, to)),
        Summary::RelationNoteEdited { from, to } => format!("Changed the note on the relation {}", ends(from, to)),
        Summary::RelationRemoved { kind } => format!("Removed the relation {}", quoted(kind)),
        Summary::RelationsRemoved { relations } => format!("Removed {}", counted(*relations, "relation", "relations")),
        _ => String::new(),
    }
}

fn schema(changes: &[SchemaChange], more: usize, changed: usize, removed: usize) -> String {
    let words: Vec<String> = changes.iter().map(schema_change).collect();
    let mut summary = format!("Schema: {}", if words.is_empty() { "changed".to_owned() } else { words.join(", ") });
    if more > 0 {
        summary += &format!(" and {}", counted(more, "more change", "more changes"));
    }
    if changed > 0 {
        summary += &format!(", {} changed", counted(changed, "tag", "tags"));
    }
    if removed > 0 {
        summary += &format!(", {} removed", counted(removed, "tag", "tags"));
    }
    summary
}

fn schema_change(change: &SchemaChange) -> String {
    match change {
        SchemaChange::LabelAdded(name) => format!("added the label {}", isolated(name)),
        SchemaChange::LabelRenamed(before, after) => format!("renamed {} to {}", isolated(before), isolated(after)),
        SchemaChange::LabelChanged(name) => format!("changed the label {}", isolated(name)),
        SchemaChange::LabelRemoved(name) => format!("removed the label {}", isolated(name)),
        SchemaChange::RelationTypes => "changed the relation types".to_owned(),
        SchemaChange::ArticleAttributes => "changed the article attributes".to_owned(),
    }
}

/// "“Priti Patel” as Person, 7 places in 3 articles"; less where the texts or labels differ.
fn tags(Tags { text, label, at }: &Tags) -> String {
    let as_label = label.as_ref().map(|label| format!(" as {}", isolated(label))).unwrap_or_default();
    match text {
        Some(text) => format!("{}{as_label}, {}", quoted(text), places(*at)),
        None => format!("{}{as_label}", places(*at)),
    }
}

fn removed(all: &Tags, relations: usize) -> String {
    let (what, their) = match all {
        Tags { text: Some(text), label: Some(label), at } if at.places == 1 => {
            (format!("the tag {} on {}", isolated(label), quoted(text)), "its")
        }
        all if all.at.places == 1 => (format!("the tag on {}", tags(all)), "its"),
        all => (format!("tags on {}", tags(all)), "their"),
    };
    match relations {
        0 => format!("Removed {what}"),
        1 => format!("Removed {what} and {their} relation"),
        n => format!("Removed {what} and {their} {}", counted(n, "relation", "relations")),
    }
}

/// The end of a summary where relations were removed because a label no longer allows them.
fn no_longer_fit(relations: usize) -> String {
    match relations {
        0 => String::new(),
        1 => "; removed a relation that no longer fits".to_owned(),
        n => format!("; removed {} that no longer fit", counted(n, "relation", "relations")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::Places;

    fn tags_of(text: Option<&str>, label: Option<&str>, places: usize) -> Tags {
        let at = Places { places, articles: if places > 1 { 2 } else { 1 } };
        Tags { text: text.map(str::to_owned), label: label.map(str::to_owned), at }
    }

    fn s(text: &str) -> String {
        text.to_owned()
    }

    #[test]
    fn what_was_done_to_tags() {
        let one = || tags_of(Some("Priti Patel"), Some("Person"), 1);
        let many = || tags_of(Some("Priti Patel"), Some("Person"), 7);
        let various = || tags_of(None, None, 7);
        let edited = |ranges, note| Summary::TagEdited { text: s("x"), ranges, attributes: true, entity: false, note };
        for (what, expected) in [
            (Summary::Tagged(one()), "Tagged “Priti Patel” as Person"),
            (Summary::Tagged(many()), "Tagged “Priti Patel” as Person, 7 places in 2 articles"),
            (Summary::Tagged(tags_of(None, Some("Person"), 7)), "Tagged 7 places in 2 articles as Person"),
            (Summary::Tagged(various()), "Tagged 7 places in 2 articles"),
            (Summary::TagsRemoved { tags: one(), relations: 0 }, "Removed the tag Person on “Priti Patel”"),
            (
                Summary::TagsRemoved { tags: one(), relations: 1 },
                "Removed the tag Person on “Priti Patel” and its relation",
            ),
            (
                Summary::TagsRemoved { tags: various(), relations: 2 },
                "Removed tags on 7 places in 2 articles and their 2 relations",
            ),
            (
                Summary::Relabelled { text: s("x"), label: s("Event"), relations: 1 },
                "Changed “x” to Event; removed a relation that no longer fits",
            ),
            (
                Summary::AllRelabelled { tags: many(), relations: 2 },
                "Changed “Priti Patel” as Person, 7 places in 2 articles; removed 2 relations that no longer fit",
            ),
            (Summary::PartAdded { before: s("x"), after: s("x … y") }, "Added a part to “x”: “x … y”"),
            (Summary::PartRemoved { before: s("x … y"), after: s("y") }, "Removed a part of “x … y”: “y”"),
            (Summary::EdgesMoved { before: s("x"), after: s("xy") }, "Moved the edges of “x” to “xy”"),
            (Summary::Linked { text: s("x"), entity: s("X") }, "Linked “x” to X"),
            (Summary::AllLinked { tags: various(), entity: s("X") }, "Linked 7 places in 2 articles to X"),
            (Summary::AllUnlinked(various()), "Unlinked 7 places in 2 articles"),
            (Summary::AllEdited(various()), "Changed attributes of 7 places in 2 articles"),
            (Summary::RowTitled { text: s("x"), title: s("The toll") }, "Titled the row “x”: “The toll”"),
            (Summary::RowTitled { text: s("x"), title: s("") }, "Removed the title of the row “x”"),
            (edited(true, true), "“x”: moved its edges, changed its attributes, changed its note"),
            (edited(false, false), "“x”: changed its attributes"),
        ] {
            assert_eq!(summary(&what), expected);
        }
    }

    #[test]
    fn what_was_done_to_articles_entities_and_relations() {
        use crate::model::ArticleStatus;
        let at = Places { places: 1, articles: 1 };
        let ends = || (s("a"), s("b"));
        let ((from, to), kind) = (ends(), s("supports"));
        for (what, expected) in [
            (
                Summary::Merged { articles: 1, tags: 7, doubtful: 2, unplaced: 1 },
                "Added 1 article, 7 tags, 2 to review, 1 without a place",
            ),
            (Summary::UnplacedRemoved { text: s("x") }, "Removed the tag without a place on “x”"),
            (Summary::SuggestionsRejected { suggestions: 1 }, "Rejected 1 suggestion"),
            (Summary::SuggestionsRestored { suggestions: 14 }, "Restored 14 suggestions"),
            (Summary::ProjectRenamed { title: s("P") }, "Renamed the project to “P”"),
            (Summary::ArticlesAdded { titles: vec![s("A"), s("B")], more: 3 }, "Added “A”, “B”, and 3 more"),
            (Summary::ArticleEdited { title: s("A") }, "Changed the details of “A”"),
            (
                Summary::ArticleDescribed { title: s("A"), attributes: vec![s("topic"), s("stance")] },
                "Changed topic, stance of “A”",
            ),
            (Summary::ArticleMarked { title: s("A"), status: ArticleStatus::InWork }, "Marked “A” as in progress"),
            (Summary::ArticleRemoved { title: s("A"), tags: 2 }, "Removed “A” and its 2 tags"),
            (Summary::EntityAdded { name: s("X"), at }, "Created the entity X from 1 place in 1 article"),
            (Summary::EntityAdded { name: s("X"), at: Places::default() }, "Created the entity X"),
            (Summary::EntitiesMerged { names: vec![s("A"), s("B")], into: s("C") }, "Merged A, B into C"),
            (
                Summary::MentionsLinked { at, entities: 2, created: 1 },
                "Linked 1 place in 1 article to 2 entities, 1 of them new",
            ),
            (Summary::Related { from, to, kind }, "Related “a” to “b”: supports"),
            (Summary::AllRelated { relations: 3, skipped: 0, kind: s("supports") }, "Made 3 relations: supports"),
            (
                Summary::AllRelated { relations: 1, skipped: 2, kind: s("supports") },
                "Made 1 relation: supports. 2 were there already",
            ),
            (Summary::RelationReversed { from: ends().0, to: ends().1 }, "Reversed the relation “a” to “b”"),
            (Summary::RelationRemoved { kind: s("supports") }, "Removed the relation “supports”"),
            (Summary::Several { steps: 3 }, "Made 3 changes at once"),
            (Summary::RelationsRemoved { relations: 2 }, "Removed 2 relations"),
            (Summary::Text(s("Words of before")), "Words of before"),
        ] {
            assert_eq!(summary(&what), expected);
        }
    }

    #[test]
    fn a_schema_edit_lists_its_changes_and_what_they_did_to_tags() {
        let changes = vec![
            SchemaChange::LabelAdded(s("A")),
            SchemaChange::LabelRenamed(s("B"), s("C")),
            SchemaChange::ArticleAttributes,
        ];
        let what = Summary::SchemaEdited { changes, more: 1, changed: 2, removed: 1 };
        assert_eq!(
            summary(&what),
            "Schema: added the label A, renamed B to C, changed the article attributes and 1 more change, 2 tags changed, 1 tag removed"
        );
        let nothing = Summary::SchemaEdited { changes: Vec::new(), more: 0, changed: 0, removed: 0 };
        assert_eq!(summary(&nothing), "Schema: changed");
    }

    #[test]
    fn undone_and_redone_steps_say_so() {
        let what = Summary::EntityRemoved { name: s("X") };
        assert_eq!(step_of(StepKind::Do, &what), "Removed the entity X");
        assert_eq!(step_of(StepKind::Undo, &what), "Undone: Removed the entity X");
        assert_eq!(step_of(StepKind::Redo, &what), "Redone: Removed the entity X");
    }
}
