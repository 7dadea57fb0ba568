//! Where what was read goes: a new project, or the open one, with what would be added to it.

use std::collections::BTreeMap;

use yew::prelude::*;

use super::read::Outcome;
use crate::app::ToolFiles;
use crate::app::messages::import as words;
use crate::format::native;
use crate::merge::{Destination, MergeOptions, MergePlan, proposed};
use crate::model::{Article, ArticleId, Project};
use crate::ui::widgets::{SelectOption, select};

/// Of how many articles the user can say where they go.
const LISTED: usize = 100;

/// Where it goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// To a new project.
    New,
    /// To the open project.
    Here,
}

impl Place {
    /// Where files go unless the user says something else.
    pub(super) fn of(files: &ToolFiles) -> Self {
        if files.format == native::NAME { Self::Here } else { Self::New }
    }
}

/// Where articles go that the user has chosen, by their index.
pub(super) type Chosen = BTreeMap<usize, Destination>;

/// What would be added to the open project.
pub(super) struct Addition {
    pub(super) plan: MergePlan,
    /// The titles of the imported articles, and whether the text is that of the article where they go.
    articles: Vec<(String, bool)>,
    destinations: Vec<Destination>,
}

impl Addition {
    pub(super) fn new(open: &Project, outcome: &Outcome, chosen: &Chosen) -> Self {
        let imported = &outcome.project;
        let mut destinations = proposed(open, imported);
        for (&at, destination) in chosen {
            if let Some(one) = destinations.get_mut(at) {
                one.clone_from(destination);
            }
        }
        let is_same = |article: &Article, destination: &Destination| match destination {
            Destination::Into(id) => open.article(id).is_some_and(|one| one.text.sha256() == article.text.sha256()),
            Destination::New => true,
        };
        let articles = imported.articles().iter().zip(&destinations);
        let articles = articles.map(|(article, at)| (article.title.clone(), is_same(article, at))).collect();
        let options = MergeOptions { destinations: destinations.clone(), names: outcome.names.clone() };
        Self { plan: MergePlan::new(open, imported, &options), articles, destinations }
    }
}

/// The choice between a new project and the open one.
pub(super) fn destination(can_edit: bool, place: &UseStateHandle<Place>) -> Html {
    let choice = |value: Place, name: &'static str, hint: &'static str| {
        let onchange = {
            let place = place.clone();
            Callback::from(move |_: Event| place.set(value))
        };
        let disabled = value == Place::Here && !can_edit;
        html! {
            <label class="choice">
                <input type="radio" name="place" checked={**place == value} {disabled} {onchange} />
                <span>{ name }<span class="hint">{ hint }</span></span>
            </label>
        }
    };
    html! {
        <fieldset>
            <legend>{ words::WHERE }</legend>
            { choice(Place::New, words::NEW_PROJECT, words::NEW_PROJECT_HINT) }
            { choice(Place::Here, words::THIS_PROJECT, words::THIS_PROJECT_HINT) }
        </fieldset>
    }
}

/// What would be added, and where each article goes.
pub(super) fn added(addition: &Addition, open: &Project, chosen: &UseStateHandle<Chosen>) -> Html {
    let listed = addition.articles.iter().zip(&addition.destinations).take(LISTED).enumerate();
    let rows = listed.map(|(at, ((title, is_same), destination))| row(at, title, *is_same, destination, open, chosen));
    let schema = words::schema_additions(&addition.plan.counts, &addition.plan.new_labels);
    html! {
        <div class="left-out">
            <table class="import-labels">
                <caption>{ words::ARTICLES }</caption>
                <thead><tr><th scope="col">{ words::IN_FILE }</th><th scope="col">{ words::GOES_TO }</th></tr></thead>
                <tbody>{ for rows }</tbody>
            </table>
            if addition.articles.len() > LISTED { <p class="muted">{ words::more_articles(addition.articles.len() - LISTED) }</p> }
            <p role="status" class="import-result">{ words::result(&addition.plan.counts) }</p>
            if !schema.is_empty() { <p>{ schema }</p> }
            { for words::remarks(&addition.plan.counts).into_iter().map(|remark| html! { <p class="muted">{ remark }</p> }) }
        </div>
    }
}

fn row(
    at: usize,
    title: &str,
    is_same: bool,
    destination: &Destination,
    open: &Project,
    chosen: &UseStateHandle<Chosen>,
) -> Html {
    let current = match destination {
        Destination::New => None,
        Destination::Into(id) => Some(id.as_str()),
    };
    let options = std::iter::once(SelectOption::new("", words::NEW_ARTICLE))
        .chain(open.articles().iter().map(|article| SelectOption::new(&article.id, article.title.clone())));
    let onchoose = {
        let chosen = chosen.clone();
        Callback::from(move |id: Option<String>| {
            let destination = id.map_or(Destination::New, |id| Destination::Into(ArticleId::new(id)));
            let mut all = (*chosen).clone();
            all.insert(at, destination);
            chosen.set(all);
        })
    };
    let note = match (current, is_same) {
        (None, _) => "",
        (Some(_), true) => words::SAME_TEXT,
        (Some(_), false) => words::OTHER_VERSION,
    };
    html! {
        <tr key={at}>
            <th scope="row"><bdi>{ title.to_owned() }</bdi></th>
            <td>{ select(&words::goes_to(title), options, current, &onchoose) }<span class="muted">{ format!(" {note}") }</span></td>
        </tr>
    }
}
