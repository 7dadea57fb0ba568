//! Commands about tags.

use super::enabled::{always, has_caret, has_only_selected, has_selected, has_selection};
use super::{Command, Group};
use crate::app::keys::{Keys, Scope};
use crate::app::messages::{commands as titles, help};
use crate::app::{
    Action, AttributeAction, AttributeStep, Direction, Edge, EntityAction, FocusTarget, OccurrenceAction, PartAction,
    RelationAction, SelectAction, State, TagAction, ViewAction,
};
use crate::text::Unit;

const fn tag(
    id: &'static str,
    title: &'static str,
    keys: &'static [Keys],
    help: &'static str,
    enabled: fn(&State) -> bool,
    action: fn(&State) -> Action,
) -> Command {
    Command { id, title, keys, scope: Scope::OutsideFields, group: Group::Tags, help, enabled, action }
}

const fn edge(
    id: &'static str,
    title: &'static str,
    keys: &'static [Keys],
    help: &'static str,
    action: fn(&State) -> Action,
) -> Command {
    tag(id, title, keys, help, has_selected, action)
}

fn start(direction: Direction, unit: Unit) -> Action {
    TagAction::MoveEdge(Edge::Start, direction, unit).into()
}

fn end(direction: Direction, unit: Unit) -> Action {
    TagAction::MoveEdge(Edge::End, direction, unit).into()
}

pub(super) const COMMANDS: &[Command] = &[
    tag("tag.next", titles::NEXT_TAG, &[Keys(".")], help::NEXT_TAG, always, |_| {
        SelectAction::Next(Direction::Forward).into()
    }),
    tag("tag.previous", titles::PREVIOUS_TAG, &[Keys(",")], "", always, |_| SelectAction::Next(Direction::Back).into()),
    Command {
        id: "tag.select-at-caret",
        title: titles::SELECT_AT_CARET,
        keys: &[Keys("Enter")],
        scope: Scope::InText,
        group: Group::Tags,
        help: help::SELECT_AT_CARET,
        enabled: has_caret,
        action: |_| SelectAction::AtCaret.into(),
    },
    tag("tag.relabel", titles::RELABEL, &[Keys("L")], help::RELABEL, has_selected, |_| TagAction::Relabel.into()),
    tag("tag.keep-label", titles::KEEP_LABEL, &[Keys("M")], help::KEEP_LABEL, always, |_| {
        TagAction::ChooseActive.into()
    }),
    tag("tag.attributes", titles::ATTRIBUTES, &[Keys("D")], help::ATTRIBUTES, has_selected, |_| {
        AttributeAction::Show(AttributeStep::List(String::new())).into()
    }),
    tag("tag.note", titles::NOTE, &[Keys("N")], help::NOTE, has_selected, |_| {
        ViewAction::Focus(FocusTarget::Note).into()
    }),
    tag("tag.remove", titles::REMOVE, &[Keys("Delete"), Keys("Backspace")], help::REMOVE, has_selected, |_| {
        TagAction::Remove.into()
    }),
    tag("tag.deselect", titles::DESELECT, &[], "", has_selected, |_| SelectAction::Only(None).into()),
    tag("part.keep", titles::KEEP_PART, &[Keys("+")], help::KEEP_PART, has_selection, |_| PartAction::Keep.into()),
    tag("part.add", titles::ADD_PART, &[Keys("+")], help::ADD_PART, has_only_selected, |_| PartAction::Keep.into()),
    tag("part.none", "", &[Keys("+")], "", always, |_| PartAction::Keep.into()),
    edge("edge.start-earlier", titles::START_EARLIER, &[Keys("[")], help::START_BY_WORD, |_| {
        start(Direction::Back, Unit::Word)
    }),
    edge("edge.start-later", titles::START_LATER, &[Keys("{")], "", |_| start(Direction::Forward, Unit::Word)),
    edge("edge.end-later", titles::END_LATER, &[Keys("]")], help::END_BY_WORD, |_| end(Direction::Forward, Unit::Word)),
    edge("edge.end-earlier", titles::END_EARLIER, &[Keys("}")], "", |_| end(Direction::Back, Unit::Word)),
    edge(
        "edge.start-earlier-character",
        titles::START_EARLIER_CHARACTER,
        // Some layouts have no brackets without AltGr or Option.
        &[Keys("Alt+["), Keys("Alt+PageUp")],
        help::EDGE_BY_CHARACTER,
        |_| start(Direction::Back, Unit::Grapheme),
    ),
    edge(
        "edge.start-later-character",
        titles::START_LATER_CHARACTER,
        &[Keys("Alt+{"), Keys("Alt+PageDown")],
        "",
        |_| start(Direction::Forward, Unit::Grapheme),
    ),
    edge(
        "edge.end-later-character",
        titles::END_LATER_CHARACTER,
        &[Keys("Alt+]"), Keys("Alt+Shift+PageDown")],
        "",
        |_| end(Direction::Forward, Unit::Grapheme),
    ),
    edge(
        "edge.end-earlier-character",
        titles::END_EARLIER_CHARACTER,
        &[Keys("Alt+}"), Keys("Alt+Shift+PageUp")],
        "",
        |_| end(Direction::Back, Unit::Grapheme),
    ),
    tag("relation.begin", titles::RELATE, &[Keys("R")], help::RELATE, has_selected, |_| {
        RelationAction::Begin { repeat: false }.into()
    }),
    tag("relation.repeat", titles::RELATE_AGAIN, &[Keys("Shift+R")], help::RELATE_AGAIN, has_selected, |_| {
        RelationAction::Begin { repeat: true }.into()
    }),
    tag("entity.link", titles::LINK_ENTITY, &[Keys("E")], help::LINK_ENTITY, has_selected, |_| {
        EntityAction::Link.into()
    }),
    tag("entity.new", titles::NEW_ENTITY, &[Keys("Shift+E")], help::NEW_ENTITY, has_selected, |_| {
        EntityAction::New(None).into()
    }),
    tag("occurrences.list", titles::OCCURRENCES, &[Keys("A")], help::OCCURRENCES, has_selected, |_| {
        OccurrenceAction::Open.into()
    }),
    tag("escape", "", &[Keys("Escape")], help::ESCAPE, always, |_| Action::Escape),
];
