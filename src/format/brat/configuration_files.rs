//! Writes `annotation.conf` and `visual.conf`. Without the first, brat shows none of the annotations.

use std::collections::{BTreeMap, HashSet};
use std::fmt::Write;

use super::kinds::{Form, is_argument, is_event};
use super::names::{Names, is_listable};
use super::write::values;
use crate::model::{AttributeKind, Label, LabelId, Project, RelationType};

/// The labels of events: those that are marked as such, and those whose tags have arguments.
pub(super) fn event_labels(project: &Project) -> HashSet<LabelId> {
    let marked = project.schema().labels.iter().filter(|label| is_event(label)).map(|label| label.id.clone());
    let arguments = project.relations().filter(|relation| is_argument(project, relation));
    let used = arguments.filter_map(|relation| project.annotation(&relation.from)).map(|tag| tag.label.clone());
    marked.chain(used).collect()
}

/// The text of `annotation.conf`.
pub(super) fn annotation(project: &Project, names: &Names) -> String {
    let schema = project.schema();
    let events = event_labels(project);
    let mut out = String::from("[entities]\n\n");
    for label in schema.labels.iter().filter(|label| !events.contains(&label.id)) {
        line(&mut out, names.label(&label.id), &[]);
    }
    out.push_str("\n[relations]\n\n");
    for kind in &schema.relation_types {
        let roles = match Form::of(kind) {
            Form::Argument => continue,
            Form::Relation(roles) => roles,
            Form::Equivalence => super::kinds::USUAL_ROLES.map(str::to_owned),
        };
        let [first, second] = roles;
        let mut arguments = vec![argument(&first, &kind.from, names), argument(&second, &kind.to, names)];
        match Form::of(kind) {
            Form::Equivalence => arguments.push("<REL-TYPE>:symmetric-transitive".to_owned()),
            _ if kind.symmetric => arguments.push("<REL-TYPE>:symmetric".to_owned()),
            _ => {}
        }
        line(&mut out, names.relation_type(&kind.id), &arguments);
    }
    out.push_str("\n[events]\n\n");
    for label in schema.labels.iter().filter(|label| events.contains(&label.id)) {
        let is_role = |kind: &&RelationType| {
            Form::of(kind) == Form::Argument && (kind.from.is_empty() || kind.from.contains(&label.id))
        };
        let roles = schema.relation_types.iter().filter(is_role);
        let arguments = roles.map(|kind| argument(&format!("{}*", names.relation_type(&kind.id)), &kind.to, names));
        line(&mut out, names.label(&label.id), &arguments.collect::<Vec<_>>());
    }
    out.push_str("\n[attributes]\n\n");
    write_attributes(&mut out, project, names);
    out
}

fn line(out: &mut String, name: &str, arguments: &[String]) {
    let gap = if arguments.is_empty() { "" } else { "\t" };
    // Writing to a string cannot fail.
    let _ = writeln!(out, "{name}{gap}{}", arguments.join(", "));
}

fn argument(role: &str, labels: &[LabelId], names: &Names) -> String {
    let types: Vec<&str> = labels.iter().map(|label| names.label(label)).collect();
    let types = if types.is_empty() { "<ANY>".to_owned() } else { types.join("|") };
    format!("{role}:{types}")
}

/// An attribute is written once, with all labels that have it and the values of all.
fn write_attributes(out: &mut String, project: &Project, names: &Names) {
    let mut all: BTreeMap<&str, (Vec<&Label>, Vec<String>)> = BTreeMap::new();
    let mut order = Vec::new();
    let add = |listed: &mut Vec<String>, value: &str| {
        if is_listable(value) && !listed.iter().any(|known| known == value) {
            listed.push(value.to_owned());
        }
    };
    for label in &project.schema().labels {
        for attribute in &label.attributes {
            let name = names.attribute(&attribute.name);
            if !all.contains_key(name) {
                order.push(name);
            }
            let (labels, listed) = all.entry(name).or_default();
            labels.push(label);
            if matches!(attribute.kind, AttributeKind::Choice | AttributeKind::MultipleChoice) {
                attribute.choices.iter().for_each(|choice| add(listed, names.value(choice)));
            }
        }
    }
    for tag in project.all_annotations() {
        for (name, value) in &tag.attributes {
            let Some((_, listed)) = all.get_mut(names.attribute(name)) else { continue };
            let used = values(project, tag, name, value).into_iter().flatten();
            used.for_each(|value| add(listed, names.value(&value)));
        }
    }
    for name in order {
        let Some((labels, listed)) = all.get(name) else { continue };
        let types: Vec<&str> = labels.iter().map(|label| names.label(&label.id)).collect();
        let mut arguments = vec![format!("Arg:{}", types.join("|"))];
        if !listed.is_empty() {
            arguments.push(format!("Value:{}", listed.join("|")));
        }
        line(out, name, &arguments);
    }
}

/// The text of `visual.conf`: the names that are shown, and the colours.
pub(super) fn visual(project: &Project, names: &Names) -> String {
    let mut out = String::from("[labels]\n\n");
    for shown in names.lines() {
        let shown: Vec<&str> = shown.into_iter().filter(|name| !name.is_empty()).collect();
        line(&mut out, &shown.join(" | "), &[]);
    }
    out.push_str(
        "\n[drawing]\n\nSPAN_DEFAULT\tfgColor:black, bgColor:white, borderColor:darken\n\
         ARC_DEFAULT\tcolor:black, dashArray:-, arrowHead:triangle-5\n",
    );
    for label in &project.schema().labels {
        let background = format!("bgColor:{}", label.colour.hex());
        let text = if is_dark(label.colour.0) { "white" } else { "black" };
        line(&mut out, names.label(&label.id), &[background, format!("fgColor:{text}")]);
    }
    for kind in project.schema().relation_types.iter().filter(|kind| kind.symmetric) {
        line(&mut out, names.relation_type(&kind.id), &["dashArray:3-3".to_owned(), "arrowHead:none".to_owned()]);
    }
    out
}

/// Whether white text is easier to read on a colour than black; by the luma of ITU-R BT.601.
fn is_dark(colour: u32) -> bool {
    let [_, red, green, blue] = colour.to_be_bytes().map(u32::from);
    299 * red + 587 * green + 114 * blue < 128_000
}
