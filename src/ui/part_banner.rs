//! The banner that says that a part of the program does not come.

use yew::prelude::*;

use crate::app::messages::parts as words;
use crate::web::parts::{self, Part};

/// The banner, while there is a reason for it.
#[component]
pub(super) fn PartBanner() -> Html {
    let update = use_force_update();
    use_effect_with((), move |()| parts::listen(move || update.force_update()));
    let missing: Vec<Part> = Part::ALL.into_iter().filter(|part| parts::has_failed(*part)).collect();
    if missing.is_empty() {
        return Html::default();
    }
    let retry = Callback::from(move |_: MouseEvent| missing.iter().for_each(|part| parts::retry(*part)));
    html! {
        <section class="banner" data-banner="part" data-region="" aria-label={words::HEADING}>
            <p class="banner-words" role="alert"><strong>{ words::HEADING }</strong>{ " " }<span>{ words::TEXT }</span></p>
            <div class="row"><button type="button" data-region-stop="" onclick={retry}>{ words::TRY_AGAIN }</button></div>
        </section>
    }
}
