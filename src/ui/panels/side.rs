//! The right-hand panel: the inspector above the tabs.

use yew::prelude::*;

use super::annotations::{AnnotationsPanel, AnnotationsPanelProps};
use super::entities::{EntitiesPanelProps, entities_panel};
use super::history::{HistoryPanel, HistoryPanelProps};
use super::inspector::{Inspector, InspectorProps};
use super::relations::{RelationsPanel, RelationsPanelProps};
use crate::app::messages::panels as words;
use crate::app::{FocusTarget, State, Tab, ViewAction};
use crate::ui::dom::focus;
use crate::ui::suggestions::{ReviewCard, ReviewCardProps, SuggestionsPanel, SuggestionsPanelProps};
use crate::ui::widgets::{TabItem, Tabs, tabs, use_dispatcher};

#[derive(Properties, PartialEq)]
pub(in crate::ui) struct SidePanelProps {
    inspector: InspectorProps,
    /// In the place of the inspector, while the user walks through suggestions.
    review: Option<ReviewCardProps>,
    content: Content,
}

/// What the active tab shows.
#[derive(Clone, PartialEq)]
enum Content {
    Annotations(AnnotationsPanelProps),
    Entities(EntitiesPanelProps),
    Relations(RelationsPanelProps),
    Suggestions(SuggestionsPanelProps),
    History(HistoryPanelProps),
}

impl Content {
    fn tab(&self) -> Tab {
        match self {
            Self::Annotations(_) => Tab::Annotations,
            Self::Entities(_) => Tab::Entities,
            Self::Relations(_) => Tab::Relations,
            Self::Suggestions(_) => Tab::Suggestions,
            Self::History(_) => Tab::History,
        }
    }
}

impl SidePanelProps {
    pub(in crate::ui) fn of(state: &State) -> Self {
        let content = match state.view.tab {
            Tab::Annotations => Content::Annotations(AnnotationsPanelProps::of(state)),
            Tab::Entities => Content::Entities(EntitiesPanelProps::of(state)),
            Tab::Relations => Content::Relations(RelationsPanelProps::of(state)),
            Tab::Suggestions => Content::Suggestions(SuggestionsPanelProps::of(state)),
            Tab::History => Content::History(HistoryPanelProps::of(state)),
        };
        Self { inspector: InspectorProps::of(state), review: ReviewCardProps::of(state), content }
    }
}

/// The right-hand panel.
#[component]
pub(in crate::ui) fn SidePanel(props: &SidePanelProps) -> Html {
    let dispatcher = use_dispatcher();
    let active = props.content.tab();
    let items: Vec<TabItem> =
        Tab::ALL.into_iter().map(|tab| TabItem { id: tab.id(), name: words::tab(tab).into() }).collect();
    let onselect = Callback::from(move |at: usize| dispatcher.dispatch(ViewAction::ShowTab(Tab::ALL[at])));
    let content = match props.content.clone() {
        Content::Annotations(props) => html! { <AnnotationsPanel ..props /> },
        Content::Entities(props) => entities_panel(&props),
        Content::Relations(props) => html! { <RelationsPanel ..props /> },
        Content::Suggestions(props) => html! { <SuggestionsPanel ..props /> },
        Content::History(props) => html! { <HistoryPanel ..props /> },
    };
    let row =
        Tabs { label: words::TABS, items, active: active.id(), active_node: focus::target(FocusTarget::Tab), onselect };
    html! {
        <aside class="side" id="side" aria-label={words::SIDE} data-region="">
            if let Some(review) = props.review.clone() {
                <ReviewCard ..review />
            } else {
                <Inspector ..props.inspector.clone() />
            }
            { tabs(&row, content) }
        </aside>
    }
}
