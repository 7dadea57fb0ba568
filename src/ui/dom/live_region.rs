//! The live region, which screen readers read aloud.

use std::cell::RefCell;

use yew::prelude::*;

thread_local! {
    static PLACES: RefCell<Option<[NodeRef; 2]>> = const { RefCell::new(None) };
}

/// The live region. Two elements take turns, so that the same text said twice is a change.
#[component]
pub(in crate::ui) fn LiveRegion() -> Html {
    let (even, odd) = (use_node_ref(), use_node_ref());
    {
        let places = [even.clone(), odd.clone()];
        use_effect_with((), move |()| {
            PLACES.set(Some(places));
            || PLACES.set(None)
        });
    }
    html! {
        <div class="visually-hidden" role="status" aria-live="polite" id="announcer">
            <p ref={even} /><p ref={odd} />
        </div>
    }
}

/// Says something to screen readers. Yew renders nothing into the two elements, so their text is ours to set.
pub(in crate::ui) fn announce(text: &str) {
    let places = PLACES.with_borrow(Clone::clone);
    let Some([Some(first), Some(second)]) = places.map(|places| places.map(|place| place.get())) else { return };
    let first_is_empty = first.text_content().is_none_or(|text| text.is_empty());
    let (next, last) = if first_is_empty { (first, second) } else { (second, first) };
    last.set_text_content(None);
    next.set_text_content(Some(text));
}
