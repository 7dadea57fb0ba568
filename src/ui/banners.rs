//! Banners: persistent problems are shown below the header, each with what the user can do about it.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use super::dom::events::elements;
use super::dom::focus::{focus_text, focused, has_focus_within};
use super::widgets::{on, use_dispatcher};
use crate::app::messages::banners as words;
use crate::app::{Backup, BackupRequest, BackupStage, CaretAction, Cursor, Dispatcher, Effect, ProjectAction, Session};
use crate::text::ByteOffset;

/// A persistent problem.
struct Banner {
    /// Its name in the DOM, which tells it from other problems.
    kind: &'static str,
    heading: &'static str,
    text: String,
    buttons: Vec<(AttrValue, ProjectAction)>,
}

impl Banner {
    /// A screen reader says it when it comes, and again only if its text changes.
    fn view(self, dispatcher: &Dispatcher) -> Html {
        let button = |(name, action): (AttrValue, ProjectAction)| {
            html! { <button type="button" key={name.as_str()} data-region-stop="" onclick={on(dispatcher, action)}>{ name.clone() }</button> }
        };
        html! {
            <section key={self.kind} class="banner" data-banner={self.kind} data-region="" aria-label={self.heading}>
                <p class="banner-words" role="alert"><strong>{ self.heading }</strong>{ " " }<span>{ self.text }</span></p>
                <div class="row">{ for self.buttons.into_iter().map(button) }</div>
            </section>
        }
    }
}

/// All problems, the gravest first.
fn problems(session: &Session, backup: Option<&Backup>) -> Vec<Banner> {
    let unsaved = session.unsaved().map(not_saved);
    let elsewhere = match session {
        Session::Follower { asked, .. } => Some(edited_elsewhere(*asked)),
        _ => None,
    };
    unsaved.into_iter().chain(elsewhere).chain(backup.and_then(not_backed_up)).collect()
}

fn not_saved(reason: &str) -> Banner {
    let mut buttons = vec![(words::TRY_AGAIN.into(), ProjectAction::RetrySaving)];
    if let Effect::Download(download) = Effect::export() {
        buttons.insert(0, (words::DOWNLOAD_BACKUP.into(), ProjectAction::Download(download)));
    }
    Banner { kind: "unsaved", heading: words::NOT_SAVED, text: words::not_saved(reason), buttons }
}

fn edited_elsewhere(asked: bool) -> Banner {
    let text = if asked { words::ASKED_OTHER_TAB } else { words::EDITED_ELSEWHERE };
    let buttons = vec![(words::EDIT_HERE.into(), ProjectAction::TakeOver)];
    Banner { kind: "elsewhere", heading: words::READ_ONLY, text: text.to_owned(), buttons }
}

fn not_backed_up(backup: &Backup) -> Option<Banner> {
    let request = ProjectAction::RequestBackup;
    let stop = (words::STOP_BACKUPS.into(), request(BackupRequest::Stop));
    match &backup.stage {
        BackupStage::Running => None,
        BackupStage::Paused => Some(Banner {
            kind: "paused",
            heading: words::BACKUPS_PAUSED,
            text: words::PERMISSION_NEEDED.to_owned(),
            buttons: vec![(words::resume_backups(&backup.name).into(), request(BackupRequest::Resume)), stop],
        }),
        BackupStage::Failed(reason) => Some(Banner {
            kind: "backup",
            heading: words::NOT_BACKED_UP,
            text: reason.clone(),
            buttons: vec![
                (words::TRY_AGAIN.into(), request(BackupRequest::Resume)),
                (words::CHOOSE_ANOTHER_FILE.into(), request(BackupRequest::Choose)),
                stop,
            ],
        }),
    }
}

#[derive(Properties, PartialEq)]
pub(super) struct BannersProps {
    pub(super) session: Session,
    pub(super) backup: Option<Backup>,
}

/// The banners. When one comes or goes, the columns are scrolled by its height, so that the text stays where it is on the
/// screen: the user may be about to click it.
#[component]
pub(super) fn Banners(props: &BannersProps) -> Html {
    let dispatcher = use_dispatcher();
    let node = use_node_ref();
    let all = problems(&props.session, props.backup.as_ref());
    let kinds: Vec<&'static str> = all.iter().map(|banner| banner.kind).collect();
    let rendered = use_mut_ref(|| (Vec::new(), None));
    if rendered.borrow().0 != kinds {
        // The DOM is still as it was.
        let before = node.cast::<Element>().map(|banners| LayoutBefore::of(&banners));
        *rendered.borrow_mut() = (kinds.clone(), before);
    }
    {
        let (node, dispatcher) = (node.clone(), dispatcher.clone());
        use_effect_with(kinds, move |_| {
            let before = rendered.borrow_mut().1.take();
            if let (Some(before), Some(banners)) = (before, node.cast::<Element>()) {
                before.restore(&banners, &dispatcher);
            }
        });
    }
    html! { <div class="banners" ref={node}>{ for all.into_iter().map(|banner| banner.view(&dispatcher)) }</div> }
}

/// How the page was before a banner came or went.
struct LayoutBefore {
    height: f64,
    scrolled: Vec<(HtmlElement, i32)>,
    had_focus: bool,
}

impl LayoutBefore {
    fn of(banners: &Element) -> Self {
        let scrollers = elements(&gloo::utils::document(), ".reader .scroller");
        let scrollers = scrollers.into_iter().filter_map(|scroller| scroller.dyn_into::<HtmlElement>().ok());
        Self {
            height: height(banners),
            scrolled: scrollers.map(|one| (one.clone(), one.scroll_top())).collect(),
            had_focus: has_focus_within(banners),
        }
    }

    /// Puts the text back where it was on the screen, and the focus into the text if it was lost.
    fn restore(self, banners: &Element, dispatcher: &Dispatcher) {
        let grown = height(banners) - self.height;
        let at_opening = banners.query_selector("[data-banner=elsewhere]").is_ok_and(|banner| banner.is_some());
        for (scroller, top) in self.scrolled {
            // When a project opens that another tab edits, its first line stays in view.
            if at_opening && top == 0 {
                continue;
            }
            // The browser may have scrolled a column that became higher already.
            let moved = f64::from(top - scroller.scroll_top());
            scroller.scroll_by_with_x_and_y(0.0, grown + moved);
        }
        if self.had_focus && focused().is_none() {
            focus_shown_text(dispatcher);
        }
    }
}

fn height(banners: &Element) -> f64 {
    banners.get_bounding_client_rect().height()
}

/// Moves the focus to the text of the cursor; without one, the cursor goes to where the first text is being read.
fn focus_shown_text(dispatcher: &Dispatcher) {
    let state = dispatcher.state();
    let shown = state.shown();
    let article = state.view.cursor.as_ref().map(|cursor| &cursor.article).filter(|article| shown.contains(article));
    let Some(article) = article.or(shown.first()) else { return };
    if state.view.cursor.as_ref().is_none_or(|cursor| &cursor.article != article) {
        let start = state.view.scroll.get(article).map_or(ByteOffset(0), |line| line.position);
        // As by a pointer: the text is not scrolled to it.
        let cursor = Cursor { by_pointer: true, ..Cursor::at(article.clone(), start) };
        dispatcher.dispatch(CaretAction::Place(Some(cursor)));
    }
    focus_text(article);
}
