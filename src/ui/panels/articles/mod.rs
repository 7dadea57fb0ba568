//! The articles panel: the articles with their status and counts, and the guidelines.

mod guidelines;
mod progress;

use yew::prelude::*;

use crate::analysis::lacking;
use crate::app::messages::{articles as words, reader};
use crate::app::{
    ArticleAction, ByPtr, Dialog, Dispatcher, FilePurpose, PendingSample, ProjectAction, State, ViewAction,
};
use crate::edit::Command;
use crate::model::{AnnotationSet, Article, ArticleStatus, LabelKind, Schema};
use crate::ui::widgets::{button, on, use_dispatcher};
use guidelines::Guidelines;
use progress::progress;

/// An article with what the panel shows of it.
#[derive(Clone, PartialEq)]
struct Entry {
    article: ByPtr<Article>,
    annotations: ByPtr<AnnotationSet>,
    is_shown: bool,
}

impl Entry {
    fn status(&self) -> ArticleStatus {
        self.article.status_with(!self.annotations.is_empty())
    }
}

#[derive(Properties, PartialEq)]
pub(in crate::ui) struct ArticlesPanelProps {
    entries: Vec<Entry>,
    samples: Vec<PendingSample>,
    schema: ByPtr<Schema>,
}

impl ArticlesPanelProps {
    pub(in crate::ui) fn of(state: &State) -> Self {
        let project = state.project();
        let entry = |article: &std::rc::Rc<Article>| Entry {
            article: ByPtr(article.clone()),
            annotations: ByPtr(project.annotations_of(&article.id)),
            is_shown: state.shown().contains(&article.id),
        };
        Self {
            entries: project.articles().iter().map(entry).collect(),
            samples: state.samples.clone(),
            schema: ByPtr(project.schema().clone()),
        }
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
    let listed = props.entries.iter().filter(|entry| wanted.is_none_or(|wanted| entry.status() == wanted));
    let onfilter = {
        let wanted = wanted.setter();
        Callback::from(move |status: Option<ArticleStatus>| wanted.set(status))
    };
    html! {
        <nav class="articles" aria-label={words::PANEL} data-region="">
            <h2>{ words::PANEL }</h2>
            if props.entries.len() > 1 {
                { progress(&dispatcher, &props.entries.iter().map(Entry::status).collect::<Vec<_>>(), *wanted, &onfilter) }
            }
            <ul>
                { for listed.map(|entry| html! { <Row key={entry.article.id.to_string()} entry={entry.clone()} schema={props.schema.clone()} /> }) }
                { for props.samples.iter().map(|sample| sample_row(&dispatcher, sample)) }
            </ul>
            <div class="stack">{ add_article_buttons(&dispatcher) }</div>
            <Guidelines schema={props.schema.clone()} />
        </nav>
    }
}

#[derive(Properties, PartialEq)]
struct RowProps {
    entry: Entry,
    schema: ByPtr<Schema>,
}

/// An article in the list.
#[component]
fn Row(props: &RowProps) -> Html {
    let dispatcher = use_dispatcher();
    let Entry { article, annotations, is_shown } = &props.entry;
    let status = props.entry.status();
    let missing = lacking(&props.schema.article_attributes, &article.attributes);
    let missing: Vec<&str> = missing.map(|one| one.name.as_str()).collect();
    html! {
        <li class="article-line">
            { status_button(&dispatcher, article, status) }
            <button type="button" class="article-entry" aria-pressed={is_shown.to_string()} data-region-stop=""
                onclick={on(&dispatcher, ViewAction::Show(article.id.clone()))}>
                <span class="article-name">{ &article.title }</span>
                <span class="counts"><span class="visually-hidden">{ words::status(status) }{ " · " }</span>{ counts(annotations, &props.schema) }</span>
                if !missing.is_empty() { <span class="row-lacks">{ reader::missing(&missing) }</span> }
            </button>
        </li>
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
        None => html! { <li {key} class="article-entry waiting" aria-busy="true">{ reader::loading(title) }</li> },
        Some(reason) => html! {
            <li {key} class="article-entry failed">
                <span class="article-name">{ title }</span>
                <span class="muted">{ reason }</span>
                <button type="button" aria-label={words::load_again(title)}
                    onclick={on(dispatcher, ArticleAction::RetrySample(sample.article.id.clone()))}>{ words::LOAD_AGAIN }</button>
            </li>
        },
    }
}
