//! Consecutive blocks of a text, rendered again only when something in one of them has changed.

use std::rc::Rc;

use yew::prelude::*;

use super::block::BlockView;
use crate::app::ByPtr;
use crate::model::{AnnotationId, Article, Run, Schema};

/// The number of blocks of a section.
pub(super) const BLOCKS: usize = 64;

/// A block whose tags are drawn.
#[derive(Clone, PartialEq)]
pub(super) struct DrawnBlock {
    /// The index of the block.
    pub(super) index: usize,
    pub(super) runs: Rc<Vec<Run>>,
    /// The selected annotations over the block.
    pub(super) selected: Vec<AnnotationId>,
    /// The one of them that the inspector shows.
    pub(super) primary: Option<AnnotationId>,
}

#[derive(Properties, PartialEq)]
pub(super) struct SectionProps {
    pub(super) article: ByPtr<Article>,
    /// The index of the first block.
    pub(super) first: usize,
    /// The blocks whose tags are drawn, in order.
    pub(super) drawn: Vec<DrawnBlock>,
    /// The schema, if there are such blocks.
    pub(super) schema: Option<ByPtr<Schema>>,
    /// Whether the page is being printed.
    pub(super) printing: bool,
}

/// The blocks, without an element around them.
#[component]
pub(super) fn Section(props: &SectionProps) -> Html {
    let SectionProps { article, first, drawn, schema, printing } = props;
    let blocks = article.text.blocks().iter().enumerate().skip(*first).take(BLOCKS);
    let block = |(index, &range)| {
        let drawn = drawn.binary_search_by_key(&index, |one| one.index).ok().map(|at| drawn[at].clone());
        let schema = schema.clone().filter(|_| drawn.is_some());
        let (runs, selected, primary) =
            drawn.map_or_else(Default::default, |one| (Some(one.runs), one.selected, one.primary));
        html! { <BlockView key={index} article={article.clone()} {index} {range} {runs} {selected} {primary} {schema} {printing} /> }
    };
    html! { <>{ for blocks.map(block) }</> }
}
