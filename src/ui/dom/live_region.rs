//! The live region, which screen readers read aloud.

use yew::prelude::*;

thread_local! {
    static PLACES: [NodeRef; 2] = Default::default();
}

/// The live region. Two elements take turns, so that the same text said twice is a change.
pub(in crate::ui) fn live_region() -> Html {
    let [even, odd] = PLACES.with(Clone::clone);
    html! {
        <div class="visually-hidden" role="status" aria-live="polite" id="announcer">
            <p ref={even} /><p ref={odd} />
        </div>
    }
}

/// Says something to screen readers. Yew renders nothing into the two elements, so their text is ours to set.
pub(in crate::ui) fn announce(text: &str) {
    let [Some(first), Some(second)] = PLACES.with(|places| places.each_ref().map(NodeRef::get)) else { return };
    let first_is_empty = first.text_content().is_none_or(|text| text.is_empty());
    let (next, last) = if first_is_empty { (first, second) } else { (second, first) };
    last.set_text_content(None);
    next.set_text_content(Some(text));
}
