//! A web address from a file as a link, where it may be one.

use web_sys::Url;
use yew::prelude::*;

use crate::app::messages::links as words;
use crate::model::is_web_address;
use crate::text::{isolated, shortened};

/// How many characters of an address are shown; its tooltip has all.
const SHOWN: usize = 60;

/// A link to a web address, in a tab of its own that learns nothing of this one; `None` for what must not become a link.
/// Without `text`, the address itself is shown.
pub(in crate::ui) fn web_link(address: &str, text: Option<String>) -> Option<Html> {
    // The check of the core is stricter; the browser, which will follow the link, has the last word.
    let url = is_web_address(address).then(|| Url::new(address).ok()).flatten()?;
    let is_web = matches!(url.protocol().as_str(), "http:" | "https:");
    if !is_web || !url.username().is_empty() || !url.password().is_empty() {
        return None;
    }
    // Letters of one script can look like those of another: then the host is shown as it really is.
    let host = Some(url.hostname()).filter(|host| text.is_none() && !address.to_lowercase().contains(host.as_str()));
    let text = text.unwrap_or_else(|| isolated(&shortened(address, SHOWN)).into_owned());
    let host = host.map(|host| format!(" ({host})")).unwrap_or_default();
    Some(html! {
        <a class="web-link" href={url.href()} title={url.href()} target="_blank" rel="noopener noreferrer">
            { text }{ host }<span aria-hidden="true">{ " ↗" }</span><span class="visually-hidden">{ words::OPENS_TAB }</span>
        </a>
    })
}
