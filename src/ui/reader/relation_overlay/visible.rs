//! What can be seen of a tag.

use crate::model::{AnnotationId, Project};
use crate::text::TextRange;
use crate::ui::dom::scroll::scroller_of;
use crate::web::dom_text::{self, Rect};

/// So much of a tag has to be in view for a line to it, in CSS pixels: a third of a line of text.
const MIN_VISIBLE: f64 = 8.0;

/// What can be seen of a tag, and the frame that it is seen in.
pub(super) struct Visible {
    pub(super) rect: Rect,
    pub(super) frame: Rect,
    /// The right edge of the text.
    pub(super) text_right: f64,
}

pub(super) fn visible(project: &Project, id: &AnnotationId) -> Option<Visible> {
    let annotation = project.annotation(id)?;
    let article = project.article(&annotation.article)?;
    let root = dom_text::root_of(&article.id)?;
    let frame = Rect::from(scroller_of(&root)?.get_bounding_client_rect());
    let rect = dom_text::rect_of(&root, &article.text, TextRange::new(annotation.start(), annotation.end()))?;
    let clipped = Rect { top: rect.top.max(frame.top), bottom: rect.bottom.min(frame.bottom), ..rect };
    let text_right = root.get_bounding_client_rect().right();
    (clipped.height() > MIN_VISIBLE).then_some(Visible { rect: clipped, frame, text_right })
}
