//! Where an annotation is, who created and changed it, and when.

use yew::prelude::*;

use crate::app::messages::inspector as words;
use crate::model::{Annotation, Project};
use crate::web::clock;

/// The place, the author and the times.
pub(super) fn facts(project: &Project, annotation: &Annotation) -> Html {
    let Some(article) = project.article(&annotation.article) else { return Html::default() };
    let at = |position| article.text.to_code_points(position).0;
    let parts: Vec<(u32, u32)> = annotation.ranges.iter().map(|range| (at(range.start()), at(range.end()))).collect();
    let tagged = words::tagged(&annotation.creator, &clock::local_time(&annotation.created));
    let changed = annotation.modified.as_ref();
    let changed = changed.map(|time| words::changed(&annotation.modifier, &clock::local_time(time)));
    html! {
        <p class="muted facts">
            { words::place(&article.title, &parts) }<br />{ tagged }{ changed.unwrap_or_default() }
        </p>
    }
}
