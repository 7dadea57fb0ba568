//! Dragging an edge of a tag: what would become of it is painted while the hand moves.

use web_sys::Element;

use crate::edit::{AnnotationPatch, Command};
use crate::model::{AnnotationId, Article};
use crate::text::{ByteOffset, Text, TextRange};
use crate::ui::store::{Action, Edge, Store};
use crate::web::{dom_text, highlight};

/// The name under which the style sheet knows what is painted.
const PAINT: &str = "edge-preview";

/// An edge in somebody's hand.
#[derive(Clone, Debug)]
pub(super) struct EdgeDrag {
    annotation: AnnotationId,
    edge: Edge,
    /// All ranges as they would be.
    ranges: Vec<TextRange>,
    /// Whether the hand has moved at all.
    moved: bool,
}

impl EdgeDrag {
    /// Takes an edge of the selected annotation.
    pub(super) fn begin(store: &Store, edge: Edge) -> Option<Self> {
        let state = store.state();
        let annotation = state.project().annotation(state.view.selected.as_ref()?)?;
        Some(Self { annotation: annotation.id.clone(), edge, ranges: annotation.ranges.clone(), moved: false })
    }

    /// Moves the edge to a position, and paints what the tag would cover.
    pub(super) fn move_to(&mut self, root: &Element, article: &Article, position: ByteOffset, exact: bool) {
        self.moved = true;
        let wanted =
            if exact { article.text.floor_grapheme(position) } else { snapped(&article.text, position, self.edge) };
        let mut ranges = self.ranges.clone();
        let (part, neighbour) = match self.edge {
            Edge::Start => (0, None),
            Edge::End => (ranges.len() - 1, ranges.len().checked_sub(2)),
        };
        let before = ranges[part];
        ranges[part] = match self.edge {
            Edge::Start => TextRange::new(wanted, before.end()),
            Edge::End => TextRange::new(before.start(), wanted),
        };
        let crossed = match self.edge {
            Edge::Start => wanted >= before.end(),
            Edge::End => wanted <= before.start() || neighbour.is_some_and(|n| ranges[n].end() > ranges[part].start()),
        };
        if !crossed {
            self.ranges = ranges;
        }
        let stretches = self.ranges.iter().filter_map(|range| dom_text::stretch_of(root, &article.text, *range));
        highlight::set(PAINT, &stretches.collect::<Vec<_>>());
    }

    /// Lets go: the tag becomes what was painted. Gives `false` where the hand did not move, so that it was a click.
    pub(super) fn finish(self, store: &Store) -> bool {
        highlight::clear(PAINT);
        if !self.moved {
            return false;
        }
        let patch = AnnotationPatch { ranges: Some(self.ranges), ..Default::default() };
        store.dispatch(Action::Edit(Command::Update(self.annotation, patch)));
        true
    }

    /// Gives up: the tag stays as it was.
    pub(super) fn cancel() {
        highlight::clear(PAINT);
    }
}

/// The edge of the word at a position.
fn snapped(text: &Text, position: ByteOffset, edge: Edge) -> ByteOffset {
    match (text.word_at(position), edge) {
        (Some(word), Edge::Start) => word.start(),
        (Some(word), Edge::End) if word.start() < position => word.end(),
        _ => text.floor_grapheme(position),
    }
}
