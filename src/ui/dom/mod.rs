//! Between components and the DOM: focus, regions of the page, positions of popovers, the texts of articles, scrolling.

pub(super) mod effects;
pub(super) mod events;
pub(super) mod focus;
pub(super) mod frames;
pub(super) mod line_caret;
pub(super) mod live_region;
pub(super) mod measure;
pub(super) mod movable;
pub(super) mod mutations;
pub(super) mod near;
mod paced;
pub(super) mod popover;
pub(super) mod print;
pub(super) mod regions;
pub(super) mod scroll;
pub(super) mod typing;
pub(super) mod visible_focus;
