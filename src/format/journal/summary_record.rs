//! The field `what` of a journal record: a summary as an object with its kind and its fields.
//!
//! Each variant lists its fields once, for writing and for reading. An object that this version does not know, or that
//! is damaged, is read as `None`: the reader then uses the text of the record.

use crate::edit::{Places, SchemaChange, Summary, Tags};
use crate::json::{FromJson, Json, JsonError, JsonExt, NewObject, ToJson};
use crate::model::ArticleStatus;

/// The field `what`: the data of a summary; `None` if absent or unknown to this version.
#[derive(Default)]
pub(super) struct What(pub(super) Option<Summary>);

/// A field of a summary, to be written or to be filled.
enum Field<'a> {
    Text(&'a mut String),
    OptionalText(&'a mut Option<String>),
    Texts(&'a mut Vec<String>),
    Count(&'a mut usize),
    Flag(&'a mut bool),
    Status(&'a mut ArticleStatus),
    SchemaChanges(&'a mut Vec<SchemaChange>),
}

type Fields<'a> = Vec<(&'static str, Field<'a>)>;

fn tags_fields(Tags { text, label, at }: &mut Tags) -> Fields<'_> {
    let mut fields = vec![("text", Field::OptionalText(text)), ("label", Field::OptionalText(label))];
    fields.extend(places_fields(at));
    fields
}

fn places_fields(Places { places, articles }: &mut Places) -> Fields<'_> {
    vec![("places", Field::Count(places)), ("articles", Field::Count(articles))]
}

/// The kind of a summary, and its fields; a summary that is only text has no fields.
fn kind_and_fields(summary: &mut Summary) -> (&'static str, Fields<'_>) {
    use Field::{Count, Flag, SchemaChanges, Status, Text, Texts};
    match summary {
        Summary::ProjectRenamed { title } => ("projectRenamed", vec![("title", Text(title))]),
        Summary::SchemaEdited { changes, more, changed, removed } => {
            let counts = [("more", Count(more)), ("changed", Count(changed)), ("removed", Count(removed))];
            ("schemaEdited", [("changes", SchemaChanges(changes))].into_iter().chain(counts).collect())
        }
        Summary::ArticlesAdded { titles, more } => {
            ("articlesAdded", vec![("titles", Texts(titles)), ("more", Count(more))])
        }
        Summary::ArticleEdited { title } => ("articleEdited", vec![("title", Text(title))]),
        Summary::ArticleDescribed { title, attributes } => {
            ("articleDescribed", vec![("title", Text(title)), ("attributes", Texts(attributes))])
        }
        Summary::ArticleMarked { title, status } => {
            ("articleMarked", vec![("title", Text(title)), ("status", Status(status))])
        }
        Summary::ArticleRemoved { title, tags } => {
            ("articleRemoved", vec![("title", Text(title)), ("tags", Count(tags))])
        }
        Summary::Tagged(tags) => ("tagged", tags_fields(tags)),
        Summary::Relabelled { text, label, relations } => {
            ("relabelled", vec![("text", Text(text)), ("label", Text(label)), ("relations", Count(relations))])
        }
        Summary::AllRelabelled { tags, relations } => {
            ("allRelabelled", tags_fields_and(tags, ("relations", Count(relations))))
        }
        Summary::PartAdded { before, after } => ("partAdded", vec![("before", Text(before)), ("after", Text(after))]),
        Summary::PartRemoved { before, after } => {
            ("partRemoved", vec![("before", Text(before)), ("after", Text(after))])
        }
        Summary::EdgesMoved { before, after } => ("edgesMoved", vec![("before", Text(before)), ("after", Text(after))]),
        Summary::Linked { text, entity } => ("linked", vec![("text", Text(text)), ("entity", Text(entity))]),
        Summary::AllLinked { tags, entity } => ("allLinked", tags_fields_and(tags, ("entity", Text(entity)))),
        Summary::AllUnlinked(tags) => ("allUnlinked", tags_fields(tags)),
        Summary::TagEdited { text, ranges, attributes, entity, note } => {
            let flags = [("ranges", ranges), ("attributes", attributes), ("entity", entity), ("note", note)];
            let flags = flags.map(|(name, flag)| (name, Flag(flag)));
            ("tagEdited", [("text", Text(text))].into_iter().chain(flags).collect())
        }
        Summary::AllEdited(tags) => ("allEdited", tags_fields(tags)),
        Summary::TagsRemoved { tags, relations } => {
            ("tagsRemoved", tags_fields_and(tags, ("relations", Count(relations))))
        }
        Summary::EntityAdded { name, at } => {
            ("entityAdded", [("name", Text(name))].into_iter().chain(places_fields(at)).collect())
        }
        Summary::EntityRenamed { before, after } => {
            ("entityRenamed", vec![("before", Text(before)), ("after", Text(after))])
        }
        Summary::EntityEdited { name } => ("entityEdited", vec![("name", Text(name))]),
        Summary::EntitiesMerged { names, into } => {
            ("entitiesMerged", vec![("names", Texts(names)), ("into", Text(into))])
        }
        Summary::EntitySplit { name, from } => ("entitySplit", vec![("name", Text(name)), ("from", Text(from))]),
        Summary::EntityRemoved { name } => ("entityRemoved", vec![("name", Text(name))]),
        Summary::MentionsLinked { at, entities, created } => {
            let counts = [("entities", Count(entities)), ("created", Count(created))];
            ("mentionsLinked", places_fields(at).into_iter().chain(counts).collect())
        }
        Summary::Related { from, to, kind } => {
            ("related", vec![("from", Text(from)), ("to", Text(to)), ("type", Text(kind))])
        }
        Summary::AllRelated { relations, skipped, kind } => {
            ("allRelated", vec![("relations", Count(relations)), ("skipped", Count(skipped)), ("type", Text(kind))])
        }
        Summary::RelationRetyped { from, to, kind } => {
            ("relationRetyped", vec![("from", Text(from)), ("to", Text(to)), ("type", Text(kind))])
        }
        Summary::RelationReversed { from, to } => ("relationReversed", vec![("from", Text(from)), ("to", Text(to))]),
        Summary::RelationNoteEdited { from, to } => {
            ("relationNoteEdited", vec![("from", Text(from)), ("to", Text(to))])
        }
        Summary::RelationRemoved { kind } => ("relationRemoved", vec![("type", Text(kind))]),
        Summary::Several { steps } => ("several", vec![("steps", Count(steps))]),
        Summary::RelationsRemoved { relations } => ("relationsRemoved", vec![("relations", Count(relations))]),
        Summary::RowTitled { text, title } => ("rowTitled", vec![("text", Text(text)), ("title", Text(title))]),
        Summary::SuggestionsRejected { suggestions } => {
            ("suggestionsRejected", vec![("suggestions", Count(suggestions))])
        }
        Summary::SuggestionsRestored { suggestions } => {
            ("suggestionsRestored", vec![("suggestions", Count(suggestions))])
        }
        Summary::Merged { articles, tags, doubtful, unplaced } => (
            "merged",
            vec![
                ("articles", Count(articles)),
                ("tags", Count(tags)),
                ("doubtful", Count(doubtful)),
                ("unplaced", Count(unplaced)),
            ],
        ),
        Summary::TagsAccepted(tags) => ("tagsAccepted", tags_fields(tags)),
        Summary::UnplacedRemoved { text } => ("unplacedRemoved", vec![("text", Text(text))]),
        Summary::Text(_) => ("text", Vec::new()),
    }
}

fn tags_fields_and<'a>(tags: &'a mut Tags, field: (&'static str, Field<'a>)) -> Fields<'a> {
    let mut fields = tags_fields(tags);
    fields.push(field);
    fields
}

/// A summary of each kind except [`Summary::Text`], with empty fields.
fn empty_summaries() -> [Summary; 40] {
    let (text, tags, at, texts) = (String::new, Tags::default, Places::default, Vec::new);
    [
        Summary::ProjectRenamed { title: text() },
        Summary::SchemaEdited { changes: Vec::new(), more: 0, changed: 0, removed: 0 },
        Summary::ArticlesAdded { titles: texts(), more: 0 },
        Summary::ArticleEdited { title: text() },
        Summary::ArticleDescribed { title: text(), attributes: texts() },
        Summary::ArticleMarked { title: text(), status: ArticleStatus::Unread },
        Summary::ArticleRemoved { title: text(), tags: 0 },
        Summary::Tagged(tags()),
        Summary::Relabelled { text: text(), label: text(), relations: 0 },
        Summary::AllRelabelled { tags: tags(), relations: 0 },
        Summary::PartAdded { before: text(), after: text() },
        Summary::PartRemoved { before: text(), after: text() },
        Summary::EdgesMoved { before: text(), after: text() },
        Summary::Linked { text: text(), entity: text() },
        Summary::AllLinked { tags: tags(), entity: text() },
        Summary::AllUnlinked(tags()),
        Summary::TagEdited { text: text(), ranges: false, attributes: false, entity: false, note: false },
        Summary::AllEdited(tags()),
        Summary::TagsRemoved { tags: tags(), relations: 0 },
        Summary::EntityAdded { name: text(), at: at() },
        Summary::EntityRenamed { before: text(), after: text() },
        Summary::EntityEdited { name: text() },
        Summary::EntitiesMerged { names: texts(), into: text() },
        Summary::EntitySplit { name: text(), from: text() },
        Summary::EntityRemoved { name: text() },
        Summary::MentionsLinked { at: at(), entities: 0, created: 0 },
        Summary::Related { from: text(), to: text(), kind: text() },
        Summary::AllRelated { relations: 0, skipped: 0, kind: text() },
        Summary::RelationRetyped { from: text(), to: text(), kind: text() },
        Summary::RelationReversed { from: text(), to: text() },
        Summary::RelationNoteEdited { from: text(), to: text() },
        Summary::RelationRemoved { kind: text() },
        Summary::Several { steps: 0 },
        Summary::RelationsRemoved { relations: 0 },
        Summary::RowTitled { text: text(), title: text() },
        Summary::SuggestionsRejected { suggestions: 0 },
        Summary::SuggestionsRestored { suggestions: 0 },
        Summary::Merged { articles: 0, tags: 0, doubtful: 0, unplaced: 0 },
        Summary::TagsAccepted(tags()),
        Summary::UnplacedRemoved { text: text() },
    ]
}

impl ToJson for Field<'_> {
    fn to_json(&self) -> Json {
        match self {
            Self::Text(text) => text.to_json(),
            Self::OptionalText(text) => text.to_json(),
            Self::Texts(texts) => texts.to_json(),
            Self::Count(count) => (**count as u32).to_json(),
            Self::Flag(flag) => flag.to_json(),
            Self::Status(status) => status.to_json(),
            Self::SchemaChanges(changes) => changes.iter().map(write_schema_change).collect(),
        }
    }
}

impl Field<'_> {
    /// Sets the field from JSON; `None` if the value has another type.
    fn read(self, json: Json) -> Option<()> {
        match self {
            Self::Text(text) => *text = String::from_json(json).ok()?,
            Self::OptionalText(text) => *text = Option::from_json(json).ok()?,
            Self::Texts(texts) => *texts = Vec::from_json(json).ok()?,
            Self::Count(count) => *count = json.as_u32()? as usize,
            Self::Flag(flag) => *flag = json.as_bool()?,
            Self::Status(status) => *status = ArticleStatus::from_json(json).ok()?,
            Self::SchemaChanges(changes) => {
                *changes = json.as_array()?.iter().map(read_schema_change).collect::<Option<_>>()?;
            }
        }
        Some(())
    }
}

/// Writes a schema change as a list of its kind and its names.
fn write_schema_change(change: &SchemaChange) -> Json {
    let list = match change {
        SchemaChange::LabelAdded(name) => vec!["labelAdded", name],
        SchemaChange::LabelRenamed(before, after) => vec!["labelRenamed", before, after],
        SchemaChange::LabelChanged(name) => vec!["labelChanged", name],
        SchemaChange::LabelRemoved(name) => vec!["labelRemoved", name],
        SchemaChange::RelationTypes => vec!["relationTypes"],
        SchemaChange::ArticleAttributes => vec!["articleAttributes"],
    };
    list.to_json()
}

fn read_schema_change(json: &Json) -> Option<SchemaChange> {
    let texts: Vec<&str> = json.as_array()?.iter().map(Json::as_str).collect::<Option<_>>()?;
    Some(match texts.as_slice() {
        ["labelAdded", name] => SchemaChange::LabelAdded((*name).to_owned()),
        ["labelRenamed", before, after] => SchemaChange::LabelRenamed((*before).to_owned(), (*after).to_owned()),
        ["labelChanged", name] => SchemaChange::LabelChanged((*name).to_owned()),
        ["labelRemoved", name] => SchemaChange::LabelRemoved((*name).to_owned()),
        ["relationTypes"] => SchemaChange::RelationTypes,
        ["articleAttributes"] => SchemaChange::ArticleAttributes,
        _ => return None,
    })
}

fn read(mut json: Json) -> Option<Summary> {
    let kind = json.get("kind")?.as_str()?;
    let mut summary = empty_summaries().into_iter().find_map(|mut one| {
        let is_kind = kind_and_fields(&mut one).0 == kind;
        is_kind.then_some(one)
    })?;
    for (name, field) in kind_and_fields(&mut summary).1 {
        field.read(json.get_mut(name)?.take())?;
    }
    Some(summary)
}

impl FromJson for What {
    fn from_json(json: Json) -> Result<Self, JsonError> {
        Ok(Self(read(json)))
    }
}

impl ToJson for What {
    fn to_json(&self) -> Json {
        let mut object = NewObject::default();
        if let Some(mut summary) = self.0.clone() {
            let (kind, fields) = kind_and_fields(&mut summary);
            object.required("kind", &kind);
            fields.iter().for_each(|(name, field)| object.required(name, field));
        }
        object.into()
    }

    fn is_empty(&self) -> bool {
        matches!(self.0, None | Some(Summary::Text(_)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::{parse, to_line};

    /// A summary of each kind, with a value in each field.
    fn full_summaries() -> Vec<Summary> {
        let fill = |mut summary: Summary| {
            for (i, (name, field)) in kind_and_fields(&mut summary).1.into_iter().enumerate() {
                match field {
                    Field::Text(text) => *text = format!("é {name} {i}"),
                    Field::OptionalText(text) => *text = (i == 0).then(|| name.to_owned()),
                    Field::Texts(texts) => *texts = vec![name.to_owned(), String::new()],
                    Field::Count(count) => *count = i + 7,
                    Field::Flag(flag) => *flag = i % 2 == 0,
                    Field::Status(status) => *status = ArticleStatus::Done,
                    Field::SchemaChanges(changes) => {
                        let text = || "A".to_owned();
                        changes.extend([SchemaChange::LabelAdded(text()), SchemaChange::LabelRenamed(text(), text())]);
                        changes.extend([SchemaChange::LabelChanged(text()), SchemaChange::LabelRemoved(text())]);
                        changes.extend([SchemaChange::RelationTypes, SchemaChange::ArticleAttributes]);
                    }
                }
            }
            summary
        };
        empty_summaries().into_iter().map(fill).collect()
    }

    fn read_back(json: &str) -> Option<Summary> {
        What::from_json(parse(json).expect("JSON")).expect("never an error").0
    }

    #[test]
    fn a_summary_of_each_kind_survives_a_round_trip() {
        let mut kinds = Vec::new();
        for mut summary in full_summaries() {
            let line = to_line(&What(Some(summary.clone())));
            assert_eq!(read_back(&line).as_ref(), Some(&summary), "{line}");
            kinds.push(kind_and_fields(&mut summary).0);
        }
        let count = kinds.len();
        kinds.sort_unstable();
        kinds.dedup();
        assert_eq!(kinds.len(), count, "two kinds have the same name");
    }

    #[test]
    fn the_encoding_of_a_summary_does_not_change() {
        let at = Places { places: 7, articles: 3 };
        let tags = Tags { text: Some("Ana".to_owned()), label: None, at };
        let line = to_line(&What(Some(Summary::TagsRemoved { tags, relations: 2 })));
        let expected = r#"{"kind":"tagsRemoved","text":"Ana","label":null,"places":7,"articles":3,"relations":2}"#;
        assert_eq!(line, expected);
    }

    #[test]
    fn an_unknown_or_damaged_summary_is_read_as_none() {
        for json in [
            "null",
            "[]",
            "7",
            "{}",
            r#"{"kind":"later","x":1}"#,
            r#"{"kind":"text"}"#,
            r#"{"kind":"entityRemoved"}"#,
            r#"{"kind":"entityRemoved","name":1}"#,
            r#"{"kind":"articleRemoved","title":"A","tags":-1}"#,
            r#"{"kind":"articleMarked","title":"A","status":"lost"}"#,
            r#"{"kind":"schemaEdited","changes":[["labelAdded"]],"more":0,"changed":0,"removed":0}"#,
        ] {
            assert_eq!(read_back(json), None, "{json}");
        }
        let more = r#"{"kind":"entityRemoved","name":"X","later":1}"#;
        assert_eq!(
            read_back(more),
            Some(Summary::EntityRemoved { name: "X".to_owned() }),
            "a field of a later version"
        );
    }
}
