//! Connects the runtime and the UI, and mounts the page.

#[cfg(feature = "split")]
mod parts;

use crossread::app::Dispatcher;
use crossread::runtime::{Store, blank_state, install_script_api, start};
use crossread::ui::{App, AppProps};
use crossread::web::frame::next_frame;
use crossread::web::panic;
use crossread::web::parts::{Part, request};

fn main() {
    panic::watch();
    panic::force("start");
    #[cfg(feature = "split")]
    crossread::web::parts::set_loader(parts::LOADER);
    let store = Store::new(blank_state());
    let dispatcher: Dispatcher = store.dispatcher();
    yew::Renderer::<App>::with_props(AppProps { dispatcher }).render();
    wasm_bindgen_futures::spawn_local(async move {
        start(&store).await;
        if let Err(error) = install_script_api(&store) {
            web_sys::console::error_1(&error);
        }
        // What is not needed yet must not delay what is.
        next_frame().await;
        request(Part::Analysis);
    });
}
