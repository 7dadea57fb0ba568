//! The labelling configuration: which labels and which questions about them Label Studio shows.

use std::collections::HashMap;

use super::xml::{Tag, XmlWriter, tags};
use crate::format::export_names::ExportNames;
use crate::model::{Attribute, AttributeKind, Colour, Label, LabelId, Project, Schema};

/// The names of the controls for labels and entities, and of the text.
pub(super) const LABELS: &str = "label";
pub(super) const ENTITY: &str = "entity";
pub(super) const TEXT: &str = "text";
/// The tool from which predictions come: the name of the format.
pub(super) const SOURCE: &str = "label-studio";
/// The origin of regions that are those of a prediction, and the beginning of that of regions that were changed then.
pub(super) const PREDICTION: &str = "prediction";
/// The choices of an attribute that is yes or no.
pub(super) const YES_NO: [&str; 2] = ["true", "false"];

/// A labelling configuration.
#[derive(Debug, Default)]
pub(super) struct Config {
    /// The labels, with their colours if they are in hexadecimal digits.
    pub(super) labels: Vec<(String, Option<Colour>)>,
    pub(super) relation_types: Vec<String>,
    pub(super) controls: Vec<Control>,
    /// The field of the data that has the text, and whether it is HTML.
    pub(super) text: Option<(String, bool)>,
}

/// A question about a region.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Control {
    pub(super) name: String,
    pub(super) kind: AttributeKind,
    pub(super) choices: Vec<String>,
    /// The labels of the regions; all if empty.
    pub(super) labels: Vec<String>,
}

/// The names of the controls for the attributes of labels. An attribute that several labels have in the same way is one control; one that
/// they have in different ways is named `LABEL.ATTRIBUTE`.
pub(super) struct ControlNames(HashMap<(LabelId, String), String>);

impl ControlNames {
    pub(super) fn get<'a>(&'a self, label: &LabelId, attribute: &'a str) -> &'a str {
        self.0.get(&(label.clone(), attribute.to_owned())).map_or(attribute, String::as_str)
    }
}

/// The attribute of a label that a control is about.
pub(super) fn attribute_name<'a>(control: &'a str, label: &str) -> &'a str {
    control.strip_prefix(label).and_then(|rest| rest.strip_prefix('.')).unwrap_or(control)
}

impl Config {
    /// The configuration for a project, and the names of its controls.
    pub(super) fn of(project: &Project, names: &ExportNames) -> (Self, ControlNames) {
        let schema = project.schema();
        let labels = schema.labels.iter().map(|label| (names.label(&label.id).to_owned(), Some(label.colour)));
        let types = schema.relation_types.iter().map(|kind| names.relation_type(&kind.id).to_owned());
        let mut config = Self {
            labels: labels.collect(),
            relation_types: types.collect(),
            controls: Vec::new(),
            text: Some((TEXT.to_owned(), false)),
        };
        let mut control_names = HashMap::new();
        for label in &schema.labels {
            for attribute in &label.attributes {
                let control = config.add(schema, names.label(&label.id), attribute);
                control_names.insert((label.id.clone(), attribute.name.clone()), control);
            }
        }
        if project.all_annotations().any(|tag| tag.entity.is_some()) {
            let (name, kind) = (ENTITY.to_owned(), AttributeKind::Text);
            config.controls.push(Control { name, kind, choices: Vec::new(), labels: Vec::new() });
        }
        (config, ControlNames(control_names))
    }

    /// Adds the attribute of a label, and returns the name of its control.
    fn add(&mut self, schema: &Schema, label: &str, attribute: &Attribute) -> String {
        let is_same = |other: &Attribute| other.kind == attribute.kind && other.choices == attribute.choices;
        let of_name = |owner: &'_ Label| owner.attribute(&attribute.name).is_none_or(is_same);
        let is_reserved = [LABELS, ENTITY, TEXT, ""].contains(&attribute.name.as_str());
        let is_like_another = attribute_name(&attribute.name, label) != attribute.name;
        let is_shared = schema.labels.iter().all(of_name) && !is_reserved && !is_like_another;
        let name = if is_shared { attribute.name.clone() } else { format!("{label}.{}", attribute.name) };
        match self.controls.iter_mut().find(|control| is_shared && control.name == name) {
            Some(control) => control.labels.push(label.to_owned()),
            None => self.controls.push(Control {
                name: name.clone(),
                kind: attribute.kind,
                choices: attribute.choices.clone(),
                labels: vec![label.to_owned()],
            }),
        }
        name
    }

    /// The configuration as a file.
    pub(super) fn write(&self) -> String {
        let mut out = XmlWriter::default();
        out.open("View", &[]);
        out.open("Labels", &[("name", LABELS), ("toName", TEXT)]);
        for (label, colour) in &self.labels {
            let colour = colour.map(Colour::hex);
            let background = colour.iter().map(|colour| ("background", colour.as_str()));
            out.empty("Label", &[("value", label.as_str())].into_iter().chain(background).collect::<Vec<_>>());
        }
        out.close();
        out.empty("Text", &[("name", TEXT), ("value", &format!("${TEXT}"))]);
        // Label Studio refuses choices without one.
        let is_asked = |control: &&Control| {
            !control.choices.is_empty()
                || !matches!(control.kind, AttributeKind::Choice | AttributeKind::MultipleChoice)
        };
        self.controls.iter().filter(is_asked).for_each(|control| control.write(&mut out));
        if !self.relation_types.is_empty() {
            out.open("Relations", &[]);
            self.relation_types.iter().for_each(|kind| out.empty("Relation", &[("value", kind)]));
            out.close();
        }
        out.close();
        out.finish()
    }

    /// Reads a file.
    pub(super) fn read(text: &str) -> Self {
        let mut config = Self::default();
        for tag in tags(text) {
            let value = tag.get("value");
            match tag.name.as_str() {
                "Label" if !value.trim().is_empty() => {
                    config.labels.push((value.to_owned(), Colour::parse(tag.get("background"))));
                }
                "Relation" if !value.trim().is_empty() => config.relation_types.push(value.to_owned()),
                "Choice" => config.controls.last_mut().into_iter().for_each(|last| last.choices.push(value.to_owned())),
                "Text" | "HyperText" => {
                    let is_html = tag.name == "HyperText";
                    config.text = value.strip_prefix('$').map(|field| (field.to_owned(), is_html)).or(config.text);
                }
                _ => config.controls.extend(Control::of(&tag)),
            }
        }
        for control in &mut config.controls {
            if control.kind == AttributeKind::Choice && control.choices == YES_NO {
                (control.kind, control.choices) = (AttributeKind::YesNo, Vec::new());
            }
        }
        config
    }

    /// The control with a name.
    pub(super) fn control(&self, name: &str) -> Option<&Control> {
        self.controls.iter().find(|control| control.name == name)
    }
}

impl Control {
    fn write(&self, out: &mut XmlWriter) {
        let (element, choice) = match self.kind {
            AttributeKind::Choice | AttributeKind::YesNo => ("Choices", Some("single")),
            AttributeKind::MultipleChoice => ("Choices", Some("multiple")),
            AttributeKind::Number => ("Number", None),
            AttributeKind::Text | AttributeKind::Entity => ("TextArea", None),
        };
        let labels = self.labels.join(",");
        // Names are separated by commas there.
        let can_be_named = !self.labels.is_empty() && !self.labels.iter().any(|label| label.contains(','));
        let mut attributes = vec![("name", self.name.as_str()), ("toName", TEXT), ("perRegion", "true")];
        attributes.extend(choice.map(|choice| ("choice", choice)));
        if can_be_named {
            attributes.extend([("whenTagName", LABELS), ("whenLabelValue", labels.as_str())]);
        }
        let yes_no = YES_NO.map(str::to_owned);
        let choices = if self.kind == AttributeKind::YesNo { &yes_no[..] } else { &self.choices[..] };
        if choices.is_empty() {
            out.empty(element, &attributes);
            return;
        }
        out.open(element, &attributes);
        choices.iter().for_each(|choice| out.empty("Choice", &[("value", choice)]));
        out.close();
    }

    fn of(tag: &Tag) -> Option<Self> {
        let kind = match tag.name.as_str() {
            "Choices" if tag.get("choice") == "multiple" => AttributeKind::MultipleChoice,
            "Choices" => AttributeKind::Choice,
            "Taxonomy" => AttributeKind::MultipleChoice,
            "Number" | "Rating" => AttributeKind::Number,
            "TextArea" => AttributeKind::Text,
            _ => return None,
        };
        let labels = tag.get("whenLabelValue").split(',').filter(|label| !label.is_empty());
        Some(Self {
            name: tag.get("name").to_owned(),
            kind,
            choices: Vec::new(),
            labels: labels.map(str::to_owned).collect(),
        })
    }
}
