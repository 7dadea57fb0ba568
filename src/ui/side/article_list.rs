//! The articles of the project, each with how many tags of each kind it has.

use yew::prelude::*;

use crate::model::{AnnotationSet, Article, ArticleId, LabelKind, Schema};
use crate::ui::incoming;
use crate::ui::projects;
use crate::ui::shared::{Shared, SharedSet, counted, on, use_store};
use crate::ui::store::{Action, Arriving, Store};

#[derive(Properties, PartialEq)]
pub(in crate::ui) struct ArticleListProps {
    pub(in crate::ui) articles: Vec<(Shared<Article>, SharedSet)>,
    pub(in crate::ui) arriving: Vec<Arriving>,
    pub(in crate::ui) shown: Vec<ArticleId>,
    pub(in crate::ui) schema: Shared<Schema>,
}

/// The left-hand panel.
#[component]
pub(in crate::ui) fn ArticleList(props: &ArticleListProps) -> Html {
    let store = use_store();
    let entry = |(article, set): &(Shared<Article>, SharedSet)| {
        let shown = props.shown.contains(&article.id);
        let counts = counts(set, &props.schema);
        html! {
            <li key={article.id.to_string()}>
                <button type="button" class="article-entry" aria-pressed={shown.to_string()}
                    onclick={on(&store, Action::Show(article.id.clone()))}>
                    <span class="article-name">{ &article.title }</span>
                    <span class="counts">{ counts }</span>
                </button>
            </li>
        }
    };
    html! {
        <nav class="articles" aria-label="Articles">
            <h2>{ "Articles" }</h2>
            <ul>
                { for props.articles.iter().map(entry) }
                { for props.arriving.iter().map(|arriving| arriving_entry(&store, arriving)) }
            </ul>
            <div class="stack">{ incoming::buttons(&store) }</div>
        </nav>
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
        return html! { <li {key} class="article-entry waiting" aria-busy="true">{ format!("Loading “{title}”…") }</li> };
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
