//! Commands about suggestions. Those of the review come before the commands for tags that have the same keys.

use super::enabled::always;
use super::{Command, Group};
use crate::app::keys::{Keys, Scope};
use crate::app::messages::{commands as titles, help};
use crate::app::{Action, Direction, Edge, ReviewAction, State, SuggestionAction};

const fn command(
    id: &'static str,
    title: &'static str,
    keys: &'static [Keys],
    help: &'static str,
    enabled: fn(&State) -> bool,
    action: fn(&State) -> Action,
) -> Command {
    Command { id, title, keys, scope: Scope::OutsideFields, group: Group::Review, help, enabled, action }
}

/// A command of the review.
const fn review(
    id: &'static str,
    title: &'static str,
    keys: &'static [Keys],
    help: &'static str,
    action: fn(&State) -> Action,
) -> Command {
    command(id, title, keys, help, |state| state.mode.review().is_some(), action)
}

fn edge(edge: Edge, direction: Direction) -> Action {
    ReviewAction::MoveEdge(edge, direction).into()
}

pub(super) const COMMANDS: &[Command] = &[
    review("review.accept", titles::ACCEPT, &[Keys("A")], help::ACCEPT, |_| {
        ReviewAction::Accept { group: false }.into()
    }),
    review("review.reject", titles::REJECT, &[Keys("R"), Keys("Delete"), Keys("Backspace")], help::REJECT, |_| {
        ReviewAction::Reject { group: false }.into()
    }),
    review("review.accept-group", titles::ACCEPT_GROUP, &[Keys("G")], help::ACCEPT_GROUP, |_| {
        ReviewAction::Accept { group: true }.into()
    }),
    review("review.reject-group", titles::REJECT_GROUP, &[Keys("Shift+G")], "", |_| {
        ReviewAction::Reject { group: true }.into()
    }),
    review("review.label", titles::REVIEW_LABEL, &[Keys("L")], help::REVIEW_LABEL, |_| {
        ReviewAction::ChooseLabel.into()
    }),
    review("review.next", titles::NEXT_SUGGESTION, &[Keys("."), Keys("N")], help::NEXT_SUGGESTION, |_| {
        ReviewAction::Go(Direction::Forward).into()
    }),
    review("review.previous", titles::PREVIOUS_SUGGESTION, &[Keys(",")], "", |_| {
        ReviewAction::Go(Direction::Back).into()
    }),
    review("review.start-earlier", titles::SUGGESTION_STARTS_EARLIER, &[Keys("[")], help::REVIEW_EDGES, |_| {
        edge(Edge::Start, Direction::Back)
    }),
    review("review.start-later", titles::SUGGESTION_STARTS_LATER, &[Keys("{")], "", |_| {
        edge(Edge::Start, Direction::Forward)
    }),
    review("review.end-later", titles::SUGGESTION_ENDS_LATER, &[Keys("]")], "", |_| {
        edge(Edge::End, Direction::Forward)
    }),
    review("review.end-earlier", titles::SUGGESTION_ENDS_EARLIER, &[Keys("}")], "", |_| {
        edge(Edge::End, Direction::Back)
    }),
    review("review.other-side", titles::OTHER_SIDE, &[Keys("S")], help::OTHER_SIDE, |_| ReviewAction::OtherSide.into()),
    review("review.leave", titles::LEAVE_REVIEW, &[], "", |_| ReviewAction::Leave.into()),
    command("review.start", titles::REVIEW, &[Keys("S")], help::REVIEW, always, |_| {
        ReviewAction::Start { by_group: false }.into()
    }),
    command(
        "review.start-by-group",
        titles::REVIEW_BY_GROUP,
        &[Keys("Shift+S")],
        help::REVIEW_BY_GROUP,
        always,
        |state| {
            let by_group = state.mode.review().is_none_or(|review| !review.by_group);
            ReviewAction::Start { by_group }.into()
        },
    ),
    command("suggestions.outlines", titles::OUTLINES, &[Keys("U")], help::OUTLINES, always, |_| {
        SuggestionAction::ToggleOutlines.into()
    }),
];
