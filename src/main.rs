//! Mounts the page.

use crossread::ui::{App, AppProps, install_api, projects, store::Store};
use crossread::web::panic;

fn main() {
    panic::watch();
    panic::force("start");
    let store = Store::new(projects::blank_state());
    yew::Renderer::<App>::with_props(AppProps { store: store.clone() }).render();
    wasm_bindgen_futures::spawn_local(async move {
        projects::start(&store).await;
        if let Err(error) = install_api(&store) {
            web_sys::console::error_1(&error);
        }
    });
}
