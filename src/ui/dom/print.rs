//! Printing: what is drawn only near the window has to be drawn everywhere before the browser lays out the pages.

use gloo::events::EventListener;
use yew::prelude::*;

use super::effects;

/// Opens the print dialog of the browser.
pub(in crate::ui) fn print_page() {
    // Where the browser cannot print, its menu cannot either.
    let _ = gloo::utils::window().print();
}

/// Whether the page is being printed. It is rendered again before the browser goes on, so that the pages show it.
#[hook]
pub(in crate::ui) fn use_printing() -> bool {
    let printing = use_state_eq(|| false);
    let setter = printing.setter();
    use_effect_with((), move |()| {
        let window = gloo::utils::window();
        let listen = |event: &'static str, is_printing: bool| {
            let setter = setter.clone();
            EventListener::new(&window, event, move |_| {
                setter.set(is_printing);
                effects::run_now();
            })
        };
        let mut listeners = vec![listen("beforeprint", true), listen("afterprint", false)];
        // A preview of the printed page that is not followed by printing.
        if let Some(media) = window.match_media("print").ok().flatten() {
            let (setter, query) = (setter.clone(), media.clone());
            listeners.push(EventListener::new(&media, "change", move |_| {
                setter.set(query.matches());
                effects::run_now();
            }));
        }
        move || drop(listeners)
    });
    *printing
}
