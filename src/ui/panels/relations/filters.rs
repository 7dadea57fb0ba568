//! The filters of the relations panel.

use yew::prelude::*;

use crate::app::messages::relations as words;
use crate::app::{ByPtr, Dispatcher, RelationAction, RelationFilter};
use crate::model::{ArticleId, Project};
use crate::ui::dom::events::{is_checked, value_of};
use crate::ui::widgets::{ArticleSelect, SelectOption, select};

fn set(dispatcher: &Dispatcher, change: impl FnOnce(&mut RelationFilter)) {
    let mut filter = dispatcher.state().relation_panel.filter.clone();
    change(&mut filter);
    dispatcher.dispatch(RelationAction::Filter(filter));
}

/// By type, article, text, and whether the ends are in different articles.
pub(super) fn filters(dispatcher: &Dispatcher, project: &Project, filter: &RelationFilter) -> Html {
    let by = |change: fn(&mut RelationFilter, Option<String>)| {
        let dispatcher = dispatcher.clone();
        Callback::from(move |chosen: Option<String>| set(&dispatcher, |filter| change(filter, chosen)))
    };
    let all = std::iter::once(SelectOption::new("", words::ALL_TYPES));
    let types = project.schema().relation_types.iter().map(|kind| SelectOption::new(&kind.id, kind.name.clone()));
    let kind = filter.kind.as_ref();
    let onarticle = {
        let dispatcher = dispatcher.clone();
        Callback::from(move |article: Option<ArticleId>| set(&dispatcher, |filter| filter.article = article))
    };
    let oninput = {
        let dispatcher = dispatcher.clone();
        Callback::from(move |event: InputEvent| set(&dispatcher, |filter| filter.text = value_of(&event)))
    };
    let onchange = {
        let dispatcher = dispatcher.clone();
        Callback::from(move |event: Event| set(&dispatcher, |filter| filter.across = is_checked(&event)))
    };
    html! {
        <div class="filters">
            { select(words::SHOW_TYPE, all.chain(types), kind.map(|id| id.as_str()),
                &by(|filter, id| filter.kind = id.map(|id| id.as_str().into()))) }
            <ArticleSelect label={words::SHOW_ARTICLE} all={words::ALL_ARTICLES} articles={ByPtr::from(project.article_list())}
                current={filter.article.clone()} onchoose={onarticle} />
            <input type="search" aria-label={words::FILTER_TEXT} placeholder={words::FILTER_TEXT_PLACEHOLDER} value={filter.text.clone()} {oninput} />
            <label class="across"><input type="checkbox" checked={filter.across} {onchange} />{ words::ACROSS }</label>
        </div>
    }
}
