//! The card that names the tags under the pointer.

use web_sys::HtmlElement;
use yew::prelude::*;

use crate::analysis::lacking_of;
use crate::app::messages::reader as words;
use crate::model::{AnnotationId, Project};
use crate::text::shortened;
use crate::ui::dom::popover;
use crate::ui::label_style::{label_class, swatch};
use crate::ui::widgets::use_dispatcher;
use crate::web::dom_text::Rect;

/// How many characters of a discontinuous tag are shown.
const SHOWN: usize = 80;

#[derive(Properties, PartialEq)]
pub(super) struct HoverCardProps {
    /// The annotations under the pointer, outermost first, and their mark.
    pub(super) hovered: Option<(Vec<AnnotationId>, HtmlElement)>,
}

/// Names the tags under the pointer. Screen readers have the list of annotations instead.
#[component]
pub(super) fn HoverCard(props: &HoverCardProps) -> Html {
    let dispatcher = use_dispatcher();
    let node = use_node_ref();
    {
        let node = node.clone();
        use_effect_with(props.hovered.clone(), move |hovered| {
            if let (Some(card), Some((_, mark))) = (node.cast::<HtmlElement>(), hovered) {
                popover::beside(&card, &Rect::from(mark.get_bounding_client_rect()));
            }
        });
    }
    let Some((ids, _)) = &props.hovered else { return html! { <div ref={node} class="hover-card" hidden={true} /> } };
    let state = dispatcher.state();
    html! {
        <div ref={node} class="hover-card" aria-hidden="true">
            { for ids.iter().filter_map(|id| line(state.project(), id)) }
        </div>
    }
}

fn line(project: &Project, id: &AnnotationId) -> Option<Html> {
    let annotation = project.annotation(id)?;
    let schema = project.schema();
    let label = schema.label(&annotation.label)?;
    let missing: Vec<&str> = lacking_of(schema, annotation).map(|one| one.name.as_str()).collect();
    // Where only a part is under the pointer, the whole text is shown.
    let parts = (annotation.ranges.len() > 1).then(|| shortened(&project.exact(annotation), SHOWN));
    Some(html! {
        <p class={label_class(schema, &label.id)}>
            { swatch(label) }<b>{ &label.name }</b>
            if let Some(parts) = parts { <span>{ parts }</span> }
            if !annotation.note.is_empty() { <span class="muted">{ &annotation.note }</span> }
            if !missing.is_empty() { <span class="remark">{ words::missing(&missing) }</span> }
        </p>
    })
}
