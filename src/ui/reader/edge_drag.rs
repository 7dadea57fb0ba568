//! Dragging an edge of a tag: what the tag would cover is highlighted meanwhile.

use web_sys::Element;

use crate::app::{Dispatcher, Edge};
use crate::edit::{AnnotationPatch, Command};
use crate::model::{AnnotationId, Article};
use crate::text::{ByteOffset, TextRange, snap_end, snap_start};
use crate::web::{dom_text, highlight};

/// The name of the highlight in the style sheet.
const HIGHLIGHT: &str = "edge-preview";

/// An edge that is being dragged.
#[derive(Clone, Debug)]
pub(super) struct EdgeDrag {
    annotation: AnnotationId,
    edge: Edge,
    /// All ranges as they would be.
    ranges: Vec<TextRange>,
    /// Whether the pointer has moved at all.
    moved: bool,
    /// Whether the edge goes where the pointer is, and not to the edge of a word.
    pub(super) is_exact: bool,
}

impl EdgeDrag {
    /// Begins to drag an edge of the selected annotation.
    pub(super) fn begin(dispatcher: &Dispatcher, edge: Edge) -> Option<Self> {
        let state = dispatcher.state();
        let annotation = state.selected()?;
        let (annotation, ranges) = (annotation.id.clone(), annotation.ranges.clone());
        Some(Self { annotation, edge, ranges, moved: false, is_exact: false })
    }

    /// Moves the edge to a position, and highlights what the tag would cover.
    pub(super) fn move_to(&mut self, root: &Element, article: &Article, position: ByteOffset) {
        self.moved = true;
        let text = &article.text;
        let wanted = match self.edge {
            _ if self.is_exact => text.floor_grapheme(position),
            Edge::Start => snap_start(text, position),
            Edge::End => snap_end(text, position),
        };
        if let Some(ranges) = self.with_edge_at(wanted) {
            self.ranges = ranges;
        }
        let stretches = self.ranges.iter().filter_map(|range| dom_text::stretch_of(root, text, *range));
        highlight::set(HIGHLIGHT, &stretches.collect::<Vec<_>>());
    }

    /// The ranges with the edge at a position; `None` where it would cross another edge.
    fn with_edge_at(&self, wanted: ByteOffset) -> Option<Vec<TextRange>> {
        let mut ranges = self.ranges.clone();
        match self.edge {
            Edge::Start => {
                let first = ranges.first_mut()?;
                if wanted >= first.end() {
                    return None;
                }
                *first = TextRange::new(wanted, first.end());
            }
            Edge::End => {
                let last = ranges.last_mut()?;
                if wanted <= last.start() {
                    return None;
                }
                *last = TextRange::new(last.start(), wanted);
            }
        }
        Some(ranges)
    }

    /// Ends the drag: the tag becomes what was highlighted. `false` if the pointer did not move, so that it was a click.
    pub(super) fn finish(self, dispatcher: &Dispatcher) -> bool {
        highlight::clear(HIGHLIGHT);
        if self.moved {
            let patch = AnnotationPatch { ranges: Some(self.ranges), ..Default::default() };
            dispatcher.dispatch(Command::Update(self.annotation, patch));
        }
        self.moved
    }

    /// Gives the drag up: the tag stays as it was.
    pub(super) fn cancel() {
        highlight::clear(HIGHLIGHT);
    }
}
