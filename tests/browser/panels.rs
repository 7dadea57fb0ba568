//! The separators of the panels.

use crate::support::*;
use crossread::app::{PanelPlaces, ViewAction, WindowLayout};
use crossread::runtime::Store;
use wasm_bindgen_test::wasm_bindgen_test;

fn window(width: u32, height: u32, panels: PanelPlaces) -> ViewAction {
    ViewAction::Window(WindowLayout { width, height, rem: 16, panels })
}

/// Each separator: what it resizes, its direction, and its value with the least and the greatest one.
fn separators() -> Vec<String> {
    let value = |separator: &web_sys::Element, name: &str| attribute_of(separator, name);
    let all = all("[role=separator]");
    let show = |one: &web_sys::HtmlElement| {
        let names = ["aria-controls", "aria-orientation", "aria-valuemin", "aria-valuenow", "aria-valuemax"];
        names.map(|name| value(one, name)).join(" ")
    };
    all.iter().map(show).collect()
}

async fn opened() -> Store {
    page(&[("x", "abcdef"), ("y", "ghi")], &[]).await
}

#[wasm_bindgen_test]
async fn separators_follow_the_window() {
    let store = opened().await;
    store.dispatch(window(1440, 900, PanelPlaces::Beside));
    settle().await;
    assert_eq!(separators(), ["left vertical 160 224 576", "side vertical 208 320 720"]);
    store.dispatch(window(1000, 900, PanelPlaces::Beside));
    settle().await;
    assert_eq!(separators(), ["left vertical 160 224 296", "side vertical 208 320 392"], "two columns have room");
    store.dispatch(window(390, 844, PanelPlaces::Below));
    store.dispatch(ViewAction::HidePanel(false));
    settle().await;
    assert_eq!(separators(), ["side horizontal 128 320 590"]);
    store.dispatch(window(844, 390, PanelPlaces::SideBeside));
    settle().await;
    assert_eq!(separators(), ["side vertical 208 320 422"], "the phone was turned");
    store.dispatch(window(320, 256, PanelPlaces::Over));
    settle().await;
    assert!(separators().is_empty());
}

#[wasm_bindgen_test]
async fn a_panel_never_takes_the_room_of_the_columns() {
    let store = opened().await;
    store.dispatch(window(1440, 900, PanelPlaces::Beside));
    settle().await;
    for control in ["left", "side"] {
        one(&format!("[role=separator][aria-controls={control}]")).focus().unwrap();
        press("End").await;
    }
    assert_eq!(separators(), ["left vertical 160 576 576", "side vertical 208 480 480"]);
    let style = one(".desk").style();
    assert_eq!(
        style.get_property_value("--left").unwrap() + &style.get_property_value("--side").unwrap(),
        "576px480px"
    );
}

#[wasm_bindgen_test]
async fn resizing_a_panel_is_no_resizing_of_the_window() {
    let store = opened().await;
    run("window.resized = 0; addEventListener('resize', () => window.resized++)");
    store.dispatch(window(1440, 900, PanelPlaces::Beside));
    settle().await;
    one("[role=separator]").focus().unwrap();
    press("ArrowRight").await;
    assert_eq!(separators()[0], "left vertical 160 240 576");
    assert_eq!(run("return window.resized").as_f64(), Some(0.0));
}
