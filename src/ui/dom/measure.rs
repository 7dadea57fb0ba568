//! Measuring what is far from the window: `content-visibility` skips it, and until it has been laid out, browsers give its estimated
//! rectangle, or none.

use web_sys::Element;

use crate::model::Article;
use crate::text::{ByteOffset, Text, TextRange};
use crate::web::dom_text::{self, Rect};

/// The attribute of elements that are laid out however far they are from the window.
const LAID_OUT: &str = "data-laid-out";

/// The element of a block of an article's text.
pub(super) fn block_of(root: &Element, number: usize) -> Option<Element> {
    root.query_selector(&format!("[data-block=\"{number}\"]")).ok().flatten()
}

/// Has a block laid out from now on, however far it is from the window.
pub(super) fn lay_out(block: &Element) {
    if !block.has_attribute(LAID_OUT) {
        // The name of the attribute is valid, so this cannot fail.
        let _ = block.set_attribute(LAID_OUT, "");
    }
}

/// Has the block at a position of an article's text laid out.
pub(in crate::ui) fn lay_out_at(root: &Element, text: &Text, position: ByteOffset) {
    block_of(root, text.block_at(position)).iter().for_each(lay_out);
}

/// Has the block at a position laid out, and those before and after it, so that the caret can move between their lines.
pub(in crate::ui) fn lay_out_around(root: &Element, text: &Text, position: ByteOffset) {
    let block = text.block_at(position);
    (block.saturating_sub(1)..=block + 1).filter_map(|number| block_of(root, number)).for_each(|it| lay_out(&it));
}

/// Where a range of an article's text is in the window, in CSS pixels, also where that is far from what is seen; `None` while the
/// article is not rendered.
pub(in crate::ui) fn rect_of_range(article: &Article, range: TextRange) -> Option<Rect> {
    let root = dom_text::root_of(&article.id)?;
    lay_out_at(&root, &article.text, range.start());
    lay_out_at(&root, &article.text, ByteOffset(range.end().0.saturating_sub(1)));
    dom_text::rect_of(&root, &article.text, range)
}
