//! The panels: search and articles on the left; the inspector and the tabs on the right.

mod annotations;
mod articles;
pub(super) mod attribute_controls;
mod entities;
mod history;
mod inspector;
mod reanchored;
mod relations;
mod search;
mod separators;
mod side;

pub(super) use articles::{ArticlesPanel, ArticlesPanelProps, add_article_buttons};
pub(super) use reanchored::{Reanchored, ReanchoredProps};
pub(super) use search::{SearchPanel, SearchPanelProps, SearchResultsProps, search_results, text_in_context};
pub(super) use separators::Separators;
pub(super) use side::{SidePanel, SidePanelProps};
