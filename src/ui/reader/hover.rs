//! The little card that names the tags under the pointer.

use web_sys::HtmlElement;
use yew::prelude::*;

use crate::analysis::lacking_of;
use crate::model::{AnnotationId, Project};
use crate::text::{isolated, shortened};
use crate::ui::place;
use crate::ui::shared::use_store;
use crate::web::dom_text::Rect;

#[derive(Properties, PartialEq)]
pub(super) struct HoverCardProps {
    /// The annotations under the pointer, outermost first, and the mark they are drawn on.
    pub(super) hovered: Option<(Vec<AnnotationId>, HtmlElement)>,
}

/// Names the tags under the pointer. A screen reader has the list of annotations instead.
#[component]
pub(super) fn HoverCard(props: &HoverCardProps) -> Html {
    let store = use_store();
    let node = use_node_ref();
    {
        let node = node.clone();
        use_effect_with(props.hovered.clone(), move |hovered| {
            if let (Some(card), Some((_, mark))) = (node.cast::<HtmlElement>(), hovered) {
                let rect = mark.get_bounding_client_rect();
                let (left, top, bottom) = (rect.left(), rect.top(), rect.bottom());
                place::beside(&card, &Rect { left, top, right: rect.right(), bottom });
            }
        });
    }
    let Some((ids, _)) = &props.hovered else { return html! { <div ref={node} class="hover-card" hidden={true} /> } };
    let state = store.state();
    html! {
        <div ref={node} class="hover-card" aria-hidden="true">
            { for ids.iter().filter_map(|id| line(state.project(), id)) }
        </div>
    }
}

fn line(project: &Project, id: &AnnotationId) -> Option<Html> {
    let annotation = project.annotation(id)?;
    let at = project.schema().labels.iter().position(|label| label.id == annotation.label)?;
    let label = &project.schema().labels[at];
    let lacks: Vec<&str> = lacking_of(project.schema(), annotation).map(|one| one.name.as_str()).collect();
    let note = (!annotation.note.is_empty()).then(|| html! { <span class="muted">{ &annotation.note }</span> });
    // Where only a part is under the pointer, the others say what the whole is.
    let parts =
        (annotation.ranges.len() > 1).then(|| html! { <span>{ shortened(&project.exact(annotation), 80) }</span> });
    Some(html! {
        <p class={format!("label-{at}")}>
            <span class={classes!("swatch", label.kind.name())} /><b>{ &label.name }</b>{ parts.unwrap_or_default() }{ note.unwrap_or_default() }
            if !lacks.is_empty() { <span class="remark">{ format!("lacks {}", isolated(&lacks.join(", "))) }</span> }
        </p>
    })
}
