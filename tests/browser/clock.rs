//! Times as people read them, in browsers that do not format any.

use crate::support::run;
use crossread::model::Timestamp;
use crossread::web::clock;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
fn a_time_that_cannot_be_formatted_is_shown_as_it_is_stored() {
    let time = Timestamp::parse("2026-01-01T00:00:00Z").unwrap();
    run("window.formatOfTimes = Object.getOwnPropertyDescriptor(Intl.DateTimeFormat.prototype, 'format');
         Object.defineProperty(Intl.DateTimeFormat.prototype, 'format', { configurable: true, get() { throw new RangeError('C') } })");
    let shown = clock::local_time(&time);
    run("Object.defineProperty(Intl.DateTimeFormat.prototype, 'format', window.formatOfTimes)");
    assert_eq!(shown, "2026-01-01T00:00:00Z");
}
