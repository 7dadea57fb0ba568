//! Where a tag stands, and who made and changed it, and when.

use yew::prelude::*;

use crate::model::{Annotation, Project, Timestamp};
use crate::text::isolated;
use crate::web::clock;

/// What is known about a tag without anybody having written it down.
pub(super) fn facts(project: &Project, annotation: &Annotation) -> Html {
    let Some(article) = project.article(&annotation.article) else { return Html::default() };
    let at = |position| article.text.to_code_points(position).0;
    let mut places = String::new();
    for range in &annotation.ranges {
        let and = if places.is_empty() { "" } else { ", " };
        places.push_str(&format!("{and}{} to {}", at(range.start()), at(range.end())));
    }
    let made = step("Tagged", &annotation.creator, &annotation.created);
    let changed = annotation.modified.as_ref().map(|when| step(" · Changed", &annotation.modifier, when));
    html! {
        <p class="muted facts">
            { format!("{} · characters {places}", isolated(&article.title)) }<br />{ made }{ changed.unwrap_or_default() }
        </p>
    }
}

fn step(what: &str, who: &str, when: &Timestamp) -> String {
    let by = if who.is_empty() { "" } else { " by " };
    format!("{what}{by}{}, {}", isolated(who), clock::local_time(when))
}
