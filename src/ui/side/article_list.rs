//! The articles of the project, each with how far the work on it has come and how many tags of each kind it has.

use yew::prelude::*;

use super::guidelines::Guidelines;
use crate::analysis::lacking;
use crate::edit::Command;
use crate::model::{AnnotationSet, Article, ArticleId, ArticleStatus, LabelKind, Schema};
use crate::text::isolated;
use crate::ui::incoming;
use crate::ui::keys::next_unfinished;
use crate::ui::projects;
use crate::ui::shared::{Shared, counted, on, use_store};
use crate::ui::store::{Action, Arriving, Store};

#[derive(Properties, PartialEq)]
pub(in crate::ui) struct ArticleListProps {
    pub(in crate::ui) articles: Vec<(Shared<Article>, Shared<AnnotationSet>)>,
    pub(in crate::ui) arriving: Vec<Arriving>,
    pub(in crate::ui) shown: Vec<ArticleId>,
    pub(in crate::ui) schema: Shared<Schema>,
}

/// The left-hand panel.
#[component]
pub(in crate::ui) fn ArticleList(props: &ArticleListProps) -> Html {
    let store = use_store();
    // Only those that are so far.
    let wanted = use_state(|| None::<ArticleStatus>);
    let status = |(article, set): &(Shared<Article>, Shared<AnnotationSet>)| article.status_with(!set.is_empty());
    let entry = |one: &(Shared<Article>, Shared<AnnotationSet>)| {
        let (article, set) = one;
        let status = status(one);
        let shown = props.shown.contains(&article.id);
        let counts = counts(set, &props.schema);
        let lacks: Vec<&str> =
            lacking(&props.schema.article_attributes, &article.attributes).map(|one| one.name.as_str()).collect();
        html! {
            <li key={article.id.to_string()} class="article-line">
                { status_button(&store, article, status) }
                <button type="button" class="article-entry" aria-pressed={shown.to_string()}
                    onclick={on(&store, Action::Show(article.id.clone()))}>
                    <span class="article-name">{ &article.title }</span>
                    <span class="counts"><span class="visually-hidden">{ status.name() }{ " · " }</span>{ counts }</span>
                    if !lacks.is_empty() { <span class="row-lacks">{ format!("lacks {}", isolated(&lacks.join(", "))) }</span> }
                </button>
            </li>
        }
    };
    html! {
        <nav class="articles" aria-label="Articles">
            <h2>{ "Articles" }</h2>
            if props.articles.len() > 1 { { progress(&store, &props.articles.iter().map(status).collect::<Vec<_>>(), &wanted) } }
            <ul>
                { for props.articles.iter().filter(|one| wanted.is_none_or(|wanted| status(one) == wanted)).map(entry) }
                { for props.arriving.iter().map(|arriving| arriving_entry(&store, arriving)) }
            </ul>
            <div class="stack">{ incoming::buttons(&store) }</div>
            <Guidelines schema={props.schema.clone()} />
        </nav>
    }
}

/// How many articles are how far, each count a filter; and the way to the next that is not done.
fn progress(store: &Store, all: &[ArticleStatus], wanted: &UseStateHandle<Option<ArticleStatus>>) -> Html {
    let button = |status: Option<ArticleStatus>| {
        let count = all.iter().filter(|one| status.is_none_or(|status| status == **one)).count();
        let setter = wanted.setter();
        let onclick = Callback::from(move |_: MouseEvent| setter.set(status));
        let name = status.map_or("all", ArticleStatus::name);
        html! {
            <button type="button" key={name} aria-pressed={(**wanted == status).to_string()} {onclick}>{ name }<span class="count">{ " " }{ count }</span></button>
        }
    };
    let next = {
        let store = store.clone();
        Callback::from(move |_: MouseEvent| {
            next_unfinished(&store, false);
        })
    };
    html! {
        <>
            <div class="progress-filter" role="group" aria-label="Show articles">
                { button(None) }{ for ArticleStatus::ALL.into_iter().map(|status| button(Some(status))) }
            </div>
            <button type="button" class="next-unfinished" onclick={next} title="Ctrl+Enter marks the article as done first">{ "Next unfinished" }</button>
        </>
    }
}

/// Marks an article as one step further; from the last it goes round to the first.
fn status_button(store: &Store, article: &Article, status: ArticleStatus) -> Html {
    let at = ArticleStatus::ALL.iter().position(|one| *one == status).unwrap_or(0);
    let next = ArticleStatus::ALL[(at + 1) % ArticleStatus::ALL.len()];
    let action = Action::Edit(Command::MarkArticle(article.id.clone(), Some(next)));
    let (now, then) = (status.name(), next.name());
    html! {
        <button type="button" class="icon" title={format!("{now}: mark as {then}")} onclick={on(store, action)}
            aria-label={format!("Mark {} as {then}", article.title)}>
            <span class={classes!("status-icon", now.replace(' ', "-"))} aria-hidden="true" />
        </button>
    }
}

fn counts(set: &AnnotationSet, schema: &Schema) -> String {
    let of_kind = |kind: LabelKind| {
        let labels = schema.labels.iter().filter(|label| label.kind == kind);
        labels.map(|label| set.count(&label.id)).sum::<usize>()
    };
    let words = LabelKind::ALL.map(|kind| {
        let count = of_kind(kind);
        let (one, many) = match kind {
            LabelKind::Claim => ("claim", "claims"),
            LabelKind::Entity => ("entity", "entities"),
            LabelKind::Other => ("other", "others"),
        };
        // Most schemas have no other labels; then they are not worth a word.
        (count > 0 || kind != LabelKind::Other).then(|| counted(count, one, many))
    });
    words.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

fn arriving_entry(store: &Store, arriving: &Arriving) -> Html {
    let key = format!("arriving {}", arriving.article.id);
    let title = arriving.article.title.clone();
    let Some(reason) = arriving.arrival.failure() else {
        return html! { <li {key} class="article-entry waiting" aria-busy="true">{ format!("Loading “{}”…", isolated(&title)) }</li> };
    };
    let (store, article) = (store.clone(), arriving.article.clone());
    let retry = Callback::from(move |_: MouseEvent| projects::retry(&store, article.clone()));
    html! {
        <li {key} class="article-entry failed">
            <span class="article-name">{ title.clone() }</span>
            <span class="muted">{ reason.to_owned() }</span>
            <button type="button" onclick={retry} aria-label={format!("Load {title} again")}>{ "Load again" }</button>
        </li>
    }
}
