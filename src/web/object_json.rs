//! The JSON of a JavaScript object, written part by part while it is read: written at once, a large project would block the page, and
//! its first article could not be shown before the last tag is written.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, JSON, JsString, Object, Reflect, Uint8Array};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast as _, JsValue};

use crate::json::Source;

/// From how many UTF-16 units on a text is encoded into bytes that are there before.
const LARGE: u32 = 1 << 16;

/// A list that is written in parts: its name, and how many entries a part has.
pub type List = (&'static str, u32);

/// The JSON of an object, as far as it was read. The object must not change meanwhile.
pub struct ObjectJson(RefCell<Written>);

struct Written {
    encoder: TextEncoder,
    /// What is not written yet, the last field first; with the number of entries in a part of a list.
    fields: Vec<(JsString, JsValue, u32)>,
    /// The list that is being written, the number of its entries that are, and that in a part.
    list: Option<(Array, u32, u32)>,
    /// The parts, each with its offset.
    parts: Vec<(usize, Uint8Array)>,
    /// The number of bytes of all parts.
    len: usize,
    is_complete: bool,
    /// The numbers of entries in all lists, and of those that are written.
    entries: u32,
    written: u32,
    /// Whether something in the object cannot be written.
    failed: bool,
}

#[wasm_bindgen]
extern "C" {
    type TextEncoder;

    #[wasm_bindgen(constructor)]
    fn new() -> TextEncoder;

    /// The bindings of web-sys take a text in the memory of the program.
    #[wasm_bindgen(method)]
    fn encode(this: &TextEncoder, text: &JsString) -> Uint8Array;

    /// Takes half the time of `encode` for a large text.
    #[wasm_bindgen(method, js_name = encodeInto)]
    fn encode_into(this: &TextEncoder, text: &JsString, bytes: &Uint8Array) -> EncodeResult;

    type EncodeResult;

    /// The number of UTF-16 units that are encoded.
    #[wasm_bindgen(method, getter)]
    fn read(this: &EncodeResult) -> u32;

    #[wasm_bindgen(method, getter)]
    fn written(this: &EncodeResult) -> u32;
}

impl ObjectJson {
    /// The JSON of an object, these lists last and in this order; `None` for what is not a plain object.
    pub fn of(value: &JsValue, lists: &[List]) -> Option<Self> {
        let object = value.dyn_ref::<Object>().filter(|_| !Array::is_array(value) && !value.is_function())?;
        let writes_itself = Reflect::get(object, &"toJSON".into()).is_ok_and(|method| method.is_function());
        if writes_itself {
            return None;
        }
        let mut fields: Vec<(JsString, JsValue, u32)> = Object::entries(object)
            .iter()
            .map(|entry| Array::from(&entry))
            .filter_map(|entry| {
                let (name, value) = (entry.get(0).dyn_into::<JsString>().ok()?, entry.get(1));
                let list = lists.iter().find(|(list, _)| name == **list).filter(|_| Array::is_array(&value));
                Some((name, value, list.map_or(0, |(_, count)| *count)))
            })
            .collect();
        let place = |name: &JsString| lists.iter().position(|(list, _)| name == *list).map_or(0, |at| at + 1);
        crate::order::sort_by_key(&mut fields, |(name, ..)| std::cmp::Reverse(place(name)));
        let lists = fields.iter().filter_map(|(_, value, count)| value.dyn_ref::<Array>().filter(|_| *count > 0));
        let entries = lists.map(Array::length).sum();
        let mut written = Written {
            encoder: TextEncoder::new(),
            fields,
            list: None,
            parts: Vec::new(),
            len: 0,
            is_complete: false,
            entries,
            written: 0,
            failed: false,
        };
        written.push(&"{".into());
        Some(Self(RefCell::new(written)))
    }

    /// Whether something in the object could not be written, so that the JSON ends there.
    pub fn has_failed(&self) -> bool {
        self.0.borrow().failed
    }
}

impl Written {
    fn push(&mut self, text: &JsString) {
        let mut rest = text.clone();
        while rest.length() > LARGE {
            // A quarter more than there are units is enough for most texts; else the rest is encoded in the next turn.
            let room = Uint8Array::new_with_length(rest.length() / 4 * 5);
            let result = self.encoder.encode_into(&rest, &room);
            self.push_bytes(room.subarray(0, result.written()));
            rest = rest.slice(result.read(), rest.length());
        }
        if rest.length() > 0 {
            self.push_bytes(self.encoder.encode(&rest));
        }
    }

    fn push_bytes(&mut self, bytes: Uint8Array) {
        let len = bytes.length() as usize;
        self.parts.push((self.len, bytes));
        self.len += len;
    }

    /// Writes the next part.
    fn write(&mut self) {
        if let Some((list, from, count)) = self.list.take() {
            return self.write_entries(list, from, count);
        }
        let Some((name, value, count)) = self.fields.pop() else {
            self.push(&"}".into());
            self.is_complete = true;
            return;
        };
        let name = JSON::stringify(&name).unwrap_or_else(|_| "\"\"".into());
        let head: JsString = JsString::from(if self.len > 1 { "," } else { "" }).concat(&name).concat(&":".into());
        if count > 0 {
            self.push(&head.concat(&"[".into()));
            self.list = value.dyn_into().ok().map(|list| (list, 0, count));
            return;
        }
        match JSON::stringify(&value) {
            // A function, or nothing, is left out.
            Ok(text) if JsValue::from(&text).is_undefined() => {}
            Ok(text) => {
                self.push(&head);
                self.push(&text);
            }
            Err(_) => self.fail(),
        }
    }

    fn write_entries(&mut self, list: Array, from: u32, count: u32) {
        let end = from.saturating_add(count).min(list.length());
        let Ok(text) = JSON::stringify(&list.slice(from, end)) else { return self.fail() };
        // Without the brackets of the slice.
        let entries = text.slice(1, text.length() - 1);
        let comma = if from > 0 && from < end { "," } else { "" };
        let is_last = end == list.length();
        self.push(&comma.into());
        self.push(&entries);
        self.push(&if is_last { "]" } else { "" }.into());
        self.written += end - from;
        self.list = (!is_last).then_some((list, end, count));
    }

    fn fail(&mut self) {
        (self.failed, self.is_complete) = (true, true);
    }
}

impl Source for Rc<ObjectJson> {
    /// As far as it is written, an estimate.
    fn len(&self) -> usize {
        let written = self.0.borrow();
        let left = (written.entries - written.written) as usize;
        match written.written {
            0 => written.len,
            done => written.len + written.len / done as usize * left,
        }
    }

    fn reach(&self, end: usize) -> usize {
        let mut written = self.0.borrow_mut();
        while written.len < end && !written.is_complete {
            written.write();
        }
        written.len
    }

    fn fetch(&self, at: usize, count: usize, into: &mut Vec<u8>) {
        let written = self.0.borrow();
        let end = at + count;
        let first = written.parts.partition_point(|(begin, _)| *begin <= at).saturating_sub(1);
        for (begin, bytes) in written.parts[first..].iter().take_while(|(begin, _)| *begin < end) {
            let (from, to) = (at.max(*begin) - begin, (end - begin).min(bytes.length() as usize));
            let length = into.len();
            into.resize(length + to - from, 0);
            bytes.subarray(from as u32, to as u32).copy_to(&mut into[length..]);
        }
    }
}
