//! `crossread stats`.

use std::collections::HashMap;
use std::ffi::OsString;

use super::console::{Console, harmless};
use super::error::Failure;
use super::exit::Exit;
use super::groups::{Group, groups};
use super::read::{Reading, read};
use crate::app::messages::command_line as words;
use crate::app::messages::files::import_warning;
use crate::format::Format;
use crate::json::{Json, NewObject, to_line};
use crate::model::Project;

/// What to count, and how.
pub(super) struct Options {
    /// The files and folders.
    pub(super) inputs: Vec<OsString>,
    /// Their format, if it is not to be recognised.
    pub(super) from: Option<&'static dyn Format>,
    /// How to read.
    pub(super) reading: Reading,
    /// Whether only errors are said.
    pub(super) is_quiet: bool,
    /// Whether to print a JSON object for each project, a line each.
    pub(super) is_json: bool,
}

/// Prints what is in each project.
///
/// # Errors
/// When a file cannot be read.
pub(super) fn stats(options: &Options, console: &mut Console) -> Result<Exit, Failure> {
    console.be_quiet(options.is_quiet);
    for group in groups(&options.inputs, options.from, console)? {
        let imported = read(&group, &options.reading)?;
        for warning in &imported.warnings {
            console.warn(&words::in_file(&group.name(), &import_warning(warning)));
        }
        let counts = Counts::of(&imported.project, imported.warnings.len());
        let text = if options.is_json { counts.json(&group) } else { counts.text(&group) };
        console.print(&text)?;
    }
    Ok(Exit::Done)
}

/// The numbers of a project.
struct Counts {
    title: String,
    articles: usize,
    characters: usize,
    annotations: usize,
    /// The annotations by label, and the relations by type: in the order of the schema.
    labels: Vec<(String, usize)>,
    relation_types: Vec<(String, usize)>,
    relations: usize,
    entities: usize,
    mentions: usize,
    warnings: usize,
}

impl Counts {
    fn of(project: &Project, warnings: usize) -> Self {
        let mut by_label: HashMap<&str, usize> = HashMap::new();
        project.all_annotations().for_each(|tag| *by_label.entry(tag.label.as_str()).or_default() += 1);
        let mut by_type: HashMap<&str, usize> = HashMap::new();
        project.relations().for_each(|relation| *by_type.entry(relation.kind.as_str()).or_default() += 1);
        let schema = project.schema();
        let count = |counts: &HashMap<&str, usize>, id: &str| counts.get(id).copied().unwrap_or_default();
        let labels = schema.labels.iter().map(|one| (one.name.clone(), count(&by_label, one.id.as_str())));
        let types = schema.relation_types.iter().map(|one| (one.name.clone(), count(&by_type, one.id.as_str())));
        Self {
            title: project.title.clone(),
            articles: project.articles().len(),
            characters: project.articles().iter().map(|article| article.text.as_str().chars().count()).sum(),
            annotations: project.annotation_count(),
            labels: labels.collect(),
            relation_types: types.collect(),
            relations: project.relations().count(),
            entities: project.entities().count(),
            mentions: project.all_annotations().filter(|tag| tag.entity.is_some()).count(),
            warnings,
        }
    }

    fn text(&self, group: &Group) -> String {
        let mut text = words::project(&group.name(), group.format.name());
        for (name, count) in [
            (words::ARTICLES, self.articles),
            (words::CHARACTERS, self.characters),
            (words::TAGS, self.annotations),
            (words::RELATIONS, self.relations),
            (words::ENTITIES, self.entities),
            (words::MENTIONS, self.mentions),
            (words::WARNINGS, self.warnings),
        ] {
            text += &row(name, count, 2);
            let details = match name {
                words::TAGS => &self.labels,
                words::RELATIONS => &self.relation_types,
                _ => continue,
            };
            details.iter().filter(|(_, count)| *count > 0).for_each(|(name, count)| text += &row(name, *count, 4));
        }
        harmless(&text)
    }

    fn json(&self, group: &Group) -> String {
        // Several labels may have the same name.
        let by_name = |counts: &[(String, usize)]| {
            let mut object = serde_json::Map::new();
            for (name, count) in counts {
                let known = object.get(name).and_then(Json::as_u64).unwrap_or_default();
                object.insert(name.clone(), Json::from(known + *count as u64));
            }
            Json::Object(object)
        };
        let mut record = NewObject::default();
        record.required("name", &group.name());
        record.required("format", &group.format.name());
        record.required("title", &self.title);
        for (name, count) in
            [("articles", self.articles), ("characters", self.characters), ("annotations", self.annotations)]
        {
            record.required(name, &Json::from(count));
        }
        record.required("labels", &by_name(&self.labels));
        record.required("relations", &Json::from(self.relations));
        record.required("relationTypes", &by_name(&self.relation_types));
        for (name, count) in [("entities", self.entities), ("mentions", self.mentions), ("warnings", self.warnings)] {
            record.required(name, &Json::from(count));
        }
        to_line(&Json::from(record)) + "\n"
    }
}

fn row(name: &str, count: usize, indent: usize) -> String {
    format!("{:indent$}{name}: {count}\n", "")
}
