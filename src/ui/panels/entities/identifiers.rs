//! The note on an entity, and links to what its identifiers name.

use yew::prelude::*;

use super::fields::{URL, WIKIDATA};
use crate::app::messages::entities as words;
use crate::model::Entity;
use crate::text::isolated;
use crate::ui::widgets::web_link;

/// The page of a Wikidata id.
const WIKIDATA_PAGE: &str = "https://www.wikidata.org/wiki/";

/// The note and the identifiers. An identifier that does not have the form of its scheme is shown, but not as a link.
pub(super) fn identifiers(entity: &Entity) -> Html {
    let wikidata = entity.identifiers.get(WIKIDATA);
    let wikidata = wikidata.filter(|id| Entity::expected_identifier(WIKIDATA, id).is_none());
    let wikidata = wikidata.and_then(|id| web_link(&[WIKIDATA_PAGE, id].concat(), Some(words::on_wikidata(id))));
    let url = entity.identifiers.get(URL).and_then(|url| web_link(url, None));
    let others = entity.identifiers.iter().filter(|(scheme, value)| match scheme.as_str() {
        WIKIDATA => wikidata.is_none(),
        URL => url.is_none(),
        _ => !value.is_empty(),
    });
    let others: Vec<Html> = others.map(|(scheme, value)| other(scheme, value)).collect();
    let note = (!entity.note.is_empty()).then(|| html! { <p class="row-note">{ &entity.note }</p> });
    html! {
        <div class="entity-links">
            { note.unwrap_or_default() }
            { for wikidata.into_iter().chain(url).chain(others) }
        </div>
    }
}

/// An identifier of another scheme. It may be a web address too.
fn other(scheme: &str, value: &str) -> Html {
    let value = web_link(value, None).unwrap_or_else(|| html! { { isolated(value).into_owned() } });
    html! { <span class="muted">{ words::scheme(scheme) }{ value }</span> }
}
