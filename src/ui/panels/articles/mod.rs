//! The articles panel: the articles with their status and counts, and the guidelines.

mod guidelines;
mod progress;

use std::rc::Rc;

use yew::prelude::*;

use crate::analysis::lacking;
use crate::app::messages::{articles as words, reader};
use crate::app::{
    ArticleAction, ByPtr, Dialog, Dispatcher, FilePurpose, PendingSample, ProjectAction, State, ViewAction,
};
use crate::edit::Command;
use crate::model::{AnnotationSet, Article, ArticleId, ArticleStatus, LabelKind, Records, Schema};
use crate::ui::widgets::{LongList, Row, RowPlace, RowSource, Rows, button, on, use_dispatcher};
use guidelines::Guidelines;
use progress::progress;

/// An article with what the panel shows of it.
#[derive(Clone, PartialEq)]
struct ArticleRow {
    article: ByPtr<Article>,
    annotations: ByPtr<AnnotationSet>,
    is_shown: bool,
    schema: ByPtr<Schema>,
}

#[derive(Properties, PartialEq)]
pub(in crate::ui) struct ArticlesPanelProps {
    articles: ByPtr<Vec<Rc<Article>>>,
    sets: ByPtr<Records<ArticleId, AnnotationSet>>,
    shown: Vec<ArticleId>,
    samples: Vec<PendingSample>,
    schema: ByPtr<Schema>,
}

impl ArticlesPanelProps {
    pub(in crate::ui) fn of(state: &State) -> Self {
        let project = state.project();
        Self {
            articles: ByPtr(project.article_list().clone()),
            sets: ByPtr(project.annotation_sets().clone()),
            shown: state.shown().to_vec(),
            samples: state.samples.clone(),
            schema: ByPtr(project.schema().clone()),
        }
    }

    fn status(&self, article: &Article) -> ArticleStatus {
        article.status_with(self.sets.get(&article.id).is_some_and(|set| !set.is_empty()))
    }
}

/// The buttons that add articles.
pub(in crate::ui) fn add_article_buttons(dispatcher: &Dispatcher) -> Html {
    let paste = ViewAction::Open(Some(Dialog::paste_text()));
    html! {
        <>
            { button(words::OPEN_TEXTS, on(dispatcher, ProjectAction::PickFiles(FilePurpose::Articles))) }
            { button(words::PASTE_TEXT, on(dispatcher, paste)) }
        </>
    }
}

/// The articles panel.
#[component]
pub(in crate::ui) fn ArticlesPanel(props: &ArticlesPanelProps) -> Html {
    let dispatcher = use_dispatcher();
    // Only articles of this status are listed.
    let wanted = use_state_eq(|| None::<ArticleStatus>);
    let onfilter = {
        let wanted = wanted.setter();
        Callback::from(move |status: Option<ArticleStatus>| wanted.set(status))
    };
    let statuses = use_memo((props.articles.clone(), props.sets.clone()), |(articles, _)| {
        articles.iter().map(|article| props.status(article)).collect::<Vec<_>>()
    });
    let listed = use_memo((props.articles.clone(), statuses.clone(), *wanted), |(articles, statuses, wanted)| {
        let is_listed = |(_, status): &(&Rc<Article>, &ArticleStatus)| wanted.is_none_or(|wanted| **status == wanted);
        articles.iter().zip(statuses.iter()).filter(is_listed).map(|(article, _)| article.clone()).collect::<Vec<_>>()
    });
    let rows = Rows::of(ArticleRows {
        listed: ByPtr(listed),
        sets: props.sets.clone(),
        shown: props.shown.clone(),
        schema: props.schema.clone(),
    });
    html! {
        <nav class="articles" aria-label={words::PANEL} data-region="">
            <h2>{ words::PANEL }</h2>
            if props.articles.len() > 1 {
                { progress(&dispatcher, &statuses, *wanted, &onfilter) }
            }
            <div class="article-list" role="list">
                <LongList {rows} />
                { for props.samples.iter().map(|sample| sample_row(&dispatcher, sample)) }
            </div>
            <div class="stack">{ add_article_buttons(&dispatcher) }</div>
            <Guidelines schema={props.schema.clone()} />
        </nav>
    }
}

/// The rows of the list.
#[derive(PartialEq)]
struct ArticleRows {
    listed: ByPtr<Vec<Rc<Article>>>,
    sets: ByPtr<Records<ArticleId, AnnotationSet>>,
    shown: Vec<ArticleId>,
    schema: ByPtr<Schema>,
}

impl RowSource for ArticleRows {
    type Row = ArticleRow;

    fn len(&self) -> usize {
        self.listed.len()
    }

    fn row(&self, at: usize) -> Option<ArticleRow> {
        let article = self.listed.get(at)?;
        Some(ArticleRow {
            article: article.into(),
            annotations: ByPtr(self.sets.get(&article.id).cloned().unwrap_or_default()),
            is_shown: self.shown.contains(&article.id),
            schema: self.schema.clone(),
        })
    }

    fn key(&self, at: usize) -> AttrValue {
        self.listed.get(at).map(|article| article.id.to_string().into()).unwrap_or_default()
    }
}

impl Row for ArticleRow {
    fn key(&self) -> AttrValue {
        self.article.id.to_string().into()
    }

    fn view(&self, place: RowPlace, dispatcher: &Dispatcher) -> Html {
        let Self { article, annotations, is_shown, schema } = self;
        let status = article.status_with(!annotations.is_empty());
        let missing = lacking(&schema.article_attributes, &article.attributes);
        let missing: Vec<&str> = missing.map(|one| one.name.as_str()).collect();
        let (posinset, setsize) = place.aria();
        html! {
            <div role="listitem" class="article-line" aria-posinset={posinset} aria-setsize={setsize}>
                { status_button(dispatcher, article, status) }
                <button type="button" class="article-entry" aria-pressed={is_shown.to_string()} data-region-stop=""
                    onclick={on(dispatcher, ViewAction::Show(article.id.clone()))}>
                    <span class="article-name">{ &article.title }</span>
                    <span class="counts"><span class="visually-hidden">{ words::status(status) }{ " · " }</span>{ counts(annotations, schema) }</span>
                    if !missing.is_empty() { <span class="row-lacks">{ reader::missing(&missing) }</span> }
                </button>
            </div>
        }
    }
}

/// Marks an article with the next status; after the last comes the first.
fn status_button(dispatcher: &Dispatcher, article: &Article, status: ArticleStatus) -> Html {
    let at = ArticleStatus::ALL.iter().position(|one| *one == status).unwrap_or(0);
    let next = ArticleStatus::ALL[(at + 1) % ArticleStatus::ALL.len()];
    html! {
        <button type="button" class="icon" title={words::mark_title(status, next)} aria-label={words::mark_as(&article.title, next)}
            onclick={on(dispatcher, Command::MarkArticle(article.id.clone(), Some(next)))}>
            <span class={classes!("status-icon", words::status_class(status))} aria-hidden="true" />
        </button>
    }
}

/// How many annotations of each kind there are.
fn counts(annotations: &AnnotationSet, schema: &Schema) -> String {
    let of_kind = |kind: LabelKind| {
        let labels = schema.labels.iter().filter(|label| label.kind == kind);
        labels.map(|label| annotations.count(&label.id)).sum::<usize>()
    };
    let counts = LabelKind::ALL.map(|kind| (kind, of_kind(kind)));
    // Most schemas have no other labels.
    let shown = counts.into_iter().filter(|(kind, count)| *count > 0 || *kind != LabelKind::Other);
    shown.map(|(kind, count)| words::count_of(kind, count)).collect::<Vec<_>>().join(" · ")
}

/// A sample article that is being loaded, or could not be.
fn sample_row(dispatcher: &Dispatcher, sample: &PendingSample) -> Html {
    let title = &sample.article.title;
    let key = format!("sample {}", sample.article.id);
    match &sample.failure {
        None => {
            html! { <div role="listitem" {key} class="article-entry waiting" aria-busy="true">{ reader::loading(title) }</div> }
        }
        Some(reason) => html! {
            <div role="listitem" {key} class="article-entry failed">
                <span class="article-name">{ title }</span>
                <span class="muted">{ reason }</span>
                <button type="button" aria-label={words::load_again(title)}
                    onclick={on(dispatcher, ArticleAction::RetrySample(sample.article.id.clone()))}>{ words::LOAD_AGAIN }</button>
            </div>
        },
    }
}
