//! An address that a file gives, as a link where it may be one.

use web_sys::Url;
use yew::prelude::*;

use crate::model::is_web_address;
use crate::text::{isolated, shortened};

/// How many characters of an address are shown; its hint has all.
const SHOWN: usize = 60;

/// A link to an address of the web, in a page of its own that learns nothing of this one; `None` for what must not
/// become a link. Without `words`, the address itself stands there.
pub(super) fn web_link(address: &str, words: Option<String>) -> Option<Html> {
    // The check of the core is the stricter; the browser, which will follow the link, has the last word.
    let url = is_web_address(address).then(|| Url::new(address).ok()).flatten()?;
    let known = matches!(url.protocol().as_str(), "http:" | "https:");
    if !known || !url.username().is_empty() || !url.password().is_empty() {
        return None;
    }
    // Letters of one script can look like those of another: then it also says where the link really leads.
    let host = Some(url.hostname()).filter(|host| words.is_none() && !address.to_lowercase().contains(host.as_str()));
    let words = words.unwrap_or_else(|| isolated(&shortened(address, SHOWN)).into_owned());
    Some(html! {
        <a class="web-link" href={url.href()} title={url.href()} target="_blank" rel="noopener noreferrer">
            { words }{ host.map(|host| format!(" ({host})")).unwrap_or_default() }<span aria-hidden="true">{ " ↗" }</span><span class="visually-hidden">{ " (opens another page)" }</span>
        </a>
    })
}
