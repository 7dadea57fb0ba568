//! The command palette: one field that finds every action, label, article and entity.

mod list;
mod rank;

use std::cell::RefCell;

use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlInputElement};
use yew::prelude::*;

use super::dialogs::Frame;
use super::shared::{counted, use_store};
use super::store::{Action, Store};
use crate::order;
use list::{GROUPS, Item, items, soon};
use rank::{rank, words};

/// So many are listed of each group.
const MOST: usize = 40;
/// So many are remembered as run lately.
const RECENT: usize = 4;

thread_local! {
    /// The names of what was run lately, the last one first.
    static LATELY: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
}

/// What is listed, in order, and how many answer in all.
struct Found<'a> {
    groups: Vec<(&'static str, Vec<&'a Item>)>,
    count: usize,
}

impl<'a> Found<'a> {
    /// What answers the words; the group with the best answer comes first, and in it the best answer.
    fn of(items: &'a [Item], typed: &str) -> Self {
        let words = words(typed);
        let mut count = 0;
        let mut groups: Vec<(usize, &'static str, Vec<&Item>)> = Vec::new();
        for group in GROUPS {
            let of_group = items.iter().filter(|item| item.group == group);
            let mut ranked: Vec<(usize, usize, &Item)> =
                of_group.enumerate().filter_map(|(at, item)| Some((rank(&words, &item.name)?, at, item))).collect();
            order::sort_by_key(&mut ranked, |&(rank, at, _)| (rank, at));
            count += ranked.len();
            if let Some(&(best, ..)) = ranked.first() {
                let at = groups.partition_point(|(rank, ..)| *rank <= best);
                groups.insert(at, (best, group, ranked.into_iter().take(MOST).map(|(.., item)| item).collect()));
            }
        }
        let mut groups: Vec<_> = groups.into_iter().map(|(_, group, items)| (group, items)).collect();
        if words.is_empty() {
            put_lately_first(&mut groups);
        }
        Self { groups, count }
    }

    fn all(&self) -> impl Iterator<Item = &'a Item> {
        self.groups.iter().flat_map(|(_, items)| items.iter().copied())
    }
}

fn put_lately_first(groups: &mut Vec<(&'static str, Vec<&Item>)>) {
    let mut lately: Vec<&Item> = Vec::new();
    LATELY.with_borrow(|names| {
        for name in names {
            for (_, items) in &mut *groups {
                if let Some(at) = items.iter().position(|item| &item.name == name) {
                    lately.push(items.remove(at));
                }
            }
        }
    });
    groups.retain(|(_, items)| !items.is_empty());
    if !lately.is_empty() {
        groups.insert(0, ("Lately", lately));
    }
}

/// The dialog of all commands.
#[component]
pub(super) fn Commands() -> Html {
    let store = use_store();
    let items = use_memo((), |()| items(&store.state()));
    let typed = use_state(String::new);
    let active = use_state(|| 0_usize);
    let found = Found::of(&items, &typed);
    let listed = found.all().count();
    use_effect_with((*active, (*typed).clone()), |(active, _)| show_option(*active));
    let oninput = {
        let (typed, active) = (typed.setter(), active.setter());
        Callback::from(move |event: InputEvent| {
            if let Some(field) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) {
                typed.set(field.value());
                active.set(0);
            }
        })
    };
    let onkeydown = {
        let (store, chosen) = (store.clone(), found.all().nth(*active).cloned());
        let (items, typed) = (items.clone(), typed.clone());
        let (at, active) = (*active, active.setter());
        Callback::from(move |event: KeyboardEvent| {
            match event.key().as_str() {
                "ArrowDown" if listed > 0 => active.set((at + 1) % listed),
                "ArrowUp" if listed > 0 => active.set((at + listed - 1) % listed),
                "PageDown" if listed > 0 => active.set((at + 8).min(listed - 1)),
                "PageUp" => active.set(at.saturating_sub(8)),
                "k" | "K" if event.ctrl_key() || event.meta_key() => store.dispatch(Action::Open(None)),
                "Enter" => {
                    // Whoever types fast presses Enter before the list of what was typed is drawn.
                    let field = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
                    let undrawn = field.map(|field| field.value()).filter(|written| *written != *typed);
                    let chosen = match undrawn {
                        Some(written) => Found::of(&items, &written).all().next().cloned(),
                        None => chosen.clone(),
                    };
                    chosen.iter().for_each(|item| run(&store, item));
                }
                _ => return,
            }
            event.prevent_default();
        })
    };
    let mut next = 0..;
    let groups = found.groups.iter().map(|(group, items)| {
        let heading = format!("commands-{}", group.to_lowercase());
        let options = items.iter().zip(&mut next).map(|(item, at)| option(&store, item, at, at == *active));
        html! {
            <div key={*group} role="group" aria-labelledby={heading.clone()}>
                <p class="muted" id={heading} role="presentation">{ *group }</p>
                { for options }
            </div>
        }
    });
    let status = match (found.count, listed) {
        (0, _) => "Nothing answers this".to_owned(),
        (count, listed) if count > listed => format!("{listed} of {count} commands: type to find the others"),
        (count, _) => counted(count, "command", "commands"),
    };
    html! {
        <Frame heading="Commands" class="commands">
            <input type="text" role="combobox" class="command-field" autofocus={true} autocomplete="off" spellcheck="false"
                aria-label="Find a command, label, article or entity" placeholder="Find a command, label, article or entity"
                aria-expanded="true" aria-autocomplete="list" aria-controls="command-list"
                aria-activedescendant={(listed > 0).then(|| option_id(*active))} {oninput} {onkeydown} />
            <div class="command-list" id="command-list" role="listbox" aria-label="Commands">{ for groups }</div>
            <p class="muted" role="status">{ status }</p>
        </Frame>
    }
}

fn option_id(at: usize) -> String {
    format!("command-{at}")
}

fn option(store: &Store, item: &Item, at: usize, active: bool) -> Html {
    let onclick = {
        let (store, item) = (store.clone(), item.clone());
        Callback::from(move |_: MouseEvent| run(&store, &item))
    };
    // The keyboard stays in the field.
    let onmousedown = Callback::from(|event: MouseEvent| event.prevent_default());
    let keys = (!item.keys.is_empty()).then(|| html! { <kbd>{ &item.keys }</kbd> });
    html! {
        <div key={item.name.clone()} role="option" class="command" id={option_id(at)} aria-selected={active.to_string()} {onclick} {onmousedown}>
            <span>{ &item.name }</span>{ keys.unwrap_or_default() }
        </div>
    }
}

/// Closes the dialog first: the keyboard is then back where it was, and the command may take it elsewhere.
fn run(store: &Store, item: &Item) {
    LATELY.with_borrow_mut(|names| {
        names.retain(|name| name != &item.name);
        names.insert(0, item.name.clone());
        names.truncate(RECENT);
    });
    store.dispatch(Action::Open(None));
    let (store, run) = (store.clone(), item.run.clone());
    soon(move || run(&store));
}

/// Scrolls the list just as far as needed.
fn show_option(at: usize) {
    let option = gloo::utils::document().get_element_by_id(&option_id(at));
    let Some(option) = option.and_then(|option| option.dyn_into::<HtmlElement>().ok()) else { return };
    let Some(list) = option.closest(".command-list").ok().flatten() else { return };
    let (frame, rect) = (list.get_bounding_client_rect(), option.get_bounding_client_rect());
    // The first stands below a heading, which should come along.
    let above = if at == 0 { f64::from(list.scroll_top()) } else { frame.top() - rect.top() };
    let below = rect.bottom() - frame.bottom();
    if above > 0.0 {
        list.set_scroll_top(list.scroll_top() - above.ceil() as i32);
    } else if below > 0.0 {
        list.set_scroll_top(list.scroll_top() + below.ceil() as i32);
    }
}
