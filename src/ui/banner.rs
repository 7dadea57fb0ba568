//! What is wrong for as long as it lasts: a bar under the header for each cause, with what can be done about it.

use web_sys::{Element, FocusOptions, HtmlElement};
use yew::prelude::*;

use super::backup;
use super::exporting;
use super::shared::{Shared, sentence, use_store};
use super::store::{Access, Action, Backup, BackupStage, Cursor, State, Store};
use crate::text::ByteOffset;

/// Something that lasts and that a person should know of.
pub(super) struct Banner {
    /// What tells it from other causes.
    pub(super) kind: &'static str,
    /// In two or three words.
    pub(super) heading: &'static str,
    /// What it is and what to do.
    pub(super) text: String,
    /// What can be done at once: words, and what they do.
    pub(super) actions: Vec<(AttrValue, Callback<MouseEvent>)>,
}

impl Banner {
    /// Said when it comes, and again only if its words change: what is drawn anew as it was changes nothing.
    fn view(self) -> Html {
        let action = |(words, act): (AttrValue, Callback<MouseEvent>)| {
            html! { <button type="button" key={words.as_str()} onclick={act}>{ words.clone() }</button> }
        };
        html! {
            <section key={self.kind} class="banner" data-banner={self.kind} aria-label={self.heading}>
                <p class="banner-words" role="alert"><strong>{ self.heading }</strong>{ " " }<span>{ self.text }</span></p>
                <div class="row">{ for self.actions.into_iter().map(action) }</div>
            </section>
        }
    }
}

/// All that is wrong now, the gravest first.
fn troubles(store: &Store, state: &State) -> Vec<Banner> {
    let unsaved = state.unsaved.iter().map(|reason| not_saved(store, reason));
    let elsewhere = (state.access != Access::Writing).then(|| edited_elsewhere(store, state.access));
    let backups = state.backup.iter().filter_map(|backup| not_backed_up(store, backup));
    unsaved.chain(elsewhere).chain(backups).collect()
}

fn not_saved(store: &Store, reason: &str) -> Banner {
    Banner {
        kind: "unsaved",
        heading: "Not saved",
        text: sentence(reason),
        actions: vec![
            ("Download a backup now".into(), act(store, download)),
            ("Try again now".into(), act(store, Store::retry)),
        ],
    }
}

fn edited_elsewhere(store: &Store, access: Access) -> Banner {
    let text = match access {
        Access::Taking => "The other tab is asked to save and to let this one edit the project…",
        _ => "This project is being edited in another tab. What is done there is shown here as soon as it is saved.",
    };
    Banner {
        kind: "elsewhere",
        heading: "Read only",
        text: text.to_owned(),
        actions: vec![("Edit here".into(), act(store, Store::take_over))],
    }
}

fn not_backed_up(store: &Store, backup: &Backup) -> Option<Banner> {
    let stop = ("Stop backing up".into(), act(store, backup::stop));
    match &backup.stage {
        BackupStage::Running => None,
        BackupStage::Paused => Some(Banner {
            kind: "paused",
            heading: "Backups are paused",
            text: "The browser wants to be told again that the page may write to the file.".to_owned(),
            actions: vec![(format!("Resume backups to “{}”", backup.name).into(), act(store, backup::resume)), stop],
        }),
        BackupStage::Failed(reason) => Some(Banner {
            kind: "backup",
            heading: "Not backed up",
            text: reason.clone(),
            actions: vec![
                ("Try again now".into(), act(store, backup::resume)),
                ("Choose another file…".into(), act(store, backup::choose)),
                stop,
            ],
        }),
    }
}

fn download(store: &Store) {
    exporting::export(store);
}

fn act(store: &Store, what: fn(&Store)) -> Callback<MouseEvent> {
    let store = store.clone();
    Callback::from(move |_| what(&store))
}

#[derive(Properties, PartialEq)]
pub(super) struct BannersProps {
    pub(super) state: Shared<State>,
}

/// The bars under the header. The text stays where it is on the screen when one comes or goes: it may be under a hand.
#[component]
pub(super) fn Banners(props: &BannersProps) -> Html {
    let store = use_store();
    let node = use_node_ref();
    let all = troubles(&store, &props.state);
    let kinds: Vec<&'static str> = all.iter().map(|banner| banner.kind).collect();
    let drawn = use_mut_ref(|| (Vec::new(), None));
    if drawn.borrow().0 != kinds {
        // Nothing has changed on the page yet.
        let before = node.cast::<Element>().map(|bars| Before::of(&bars));
        *drawn.borrow_mut() = (kinds.clone(), before);
    }
    {
        let node = node.clone();
        use_effect_with(kinds, move |_| {
            let before = drawn.borrow_mut().1.take();
            if let (Some(before), Some(bars)) = (before, node.cast::<Element>()) {
                before.keep(&bars, &store);
            }
        });
    }
    html! { <div class="banners" ref={node}>{ for all.into_iter().map(Banner::view) }</div> }
}

/// How the page was before a bar came or went.
struct Before {
    height: f64,
    scrolled: Vec<(HtmlElement, i32)>,
    had_focus: bool,
}

impl Before {
    fn of(bars: &Element) -> Self {
        let document = gloo::utils::document();
        let scrollers = document.query_selector_all(".reader .scroller").ok();
        let count = scrollers.as_ref().map_or(0, web_sys::NodeList::length);
        let scroller = |i| wasm_bindgen::JsCast::dyn_into::<HtmlElement>(scrollers.as_ref()?.item(i)?).ok();
        Self {
            height: height(bars),
            scrolled: (0..count).filter_map(scroller).map(|one| (one.clone(), one.scroll_top())).collect(),
            had_focus: document.active_element().is_some_and(|active| bars.contains(Some(&active))),
        }
    }

    /// Puts the text back where it was on the screen, and the keyboard into the text if it has been lost.
    fn keep(self, bars: &Element, store: &Store) {
        let grown = height(bars) - self.height;
        let at_opening = bars.query_selector("[data-banner=elsewhere]").is_ok_and(|bar| bar.is_some());
        for (scroller, top) in self.scrolled {
            // Nobody is reading yet when a project opens that another tab edits: its first line stays in view.
            if at_opening && top == 0 {
                continue;
            }
            // A column that has become higher may have been scrolled already, so as not to show what is not there.
            let moved = f64::from(top - scroller.scroll_top());
            scroller.scroll_by_with_x_and_y(0.0, grown + moved);
        }
        let active = gloo::utils::document().active_element();
        if self.had_focus && active.is_none_or(|active| active.tag_name() == "BODY") {
            focus_text(store);
        }
    }
}

fn height(bars: &Element) -> f64 {
    bars.get_bounding_client_rect().height()
}

/// Gives the keyboard to the text where the cursor is; without one, it is put where the first text is being read.
fn focus_text(store: &Store) {
    let state = store.state();
    let shown = state.shown();
    let article = state.view.cursor.as_ref().map(|cursor| &cursor.article).filter(|article| shown.contains(article));
    let Some(article) = article.or(shown.first()) else { return };
    if state.view.cursor.as_ref().is_none_or(|cursor| &cursor.article != article)
        && let Some(text) = state.project().article(article).map(|article| &article.text)
    {
        let block = store.scroll(article).map_or(0, |(block, _)| block);
        let start = text.blocks().get(block).map_or(ByteOffset(0), |block| block.start());
        // As by a pointer: the text is not scrolled to it.
        let cursor = Cursor { by_pointer: true, ..Cursor::at(article.clone(), start) };
        store.dispatch(Action::Place(Some(cursor)));
    }
    let root = super::reader::root_of(article);
    if let Some(root) = root.and_then(|root| wasm_bindgen::JsCast::dyn_into::<HtmlElement>(root).ok()) {
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = root.focus_with_options(&options);
    }
}
