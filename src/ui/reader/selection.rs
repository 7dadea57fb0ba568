//! What the browser has selected.

use super::mouse_selection::nearest;
use crate::app::Dispatcher;
use crate::model::ArticleId;
use crate::text::ByteOffset;
use crate::web::selection;

/// What the browser has selected in an article, which is how touch selects: the fixed end and the moving end. Where the moving end
/// has left the article, it is the place of the article that is nearest to it, as for a mouse.
pub(super) fn selected_by_browser(dispatcher: &Dispatcher) -> Option<(ArticleId, ByteOffset, ByteOffset)> {
    let state = dispatcher.state();
    let selected = selection::read()?;
    let article = state.project().article(&selected.article)?;
    if selected.is_inside() {
        return selected.resolve(|_| Some(article.text.clone()));
    }
    let rect = selected.focus_rect()?;
    let head = nearest(article, &selected.root, (rect.left, (rect.top + rect.bottom) / 2.0))?;
    Some((article.id.clone(), selected.anchor(&article.text)?, head))
}
