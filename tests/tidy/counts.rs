//! Checks that every public message with a count is in the list that `app/messages/counts.rs` tests.

use std::fs;
use std::path::Path;

use syn::{Item, Visibility};

use crate::source::{Source, each_sequence, ident, sources};

/// The messages of a file that count something, as "module::function". The modules of errors are re-exported by `errors`.
fn counting(source: &Source) -> Vec<String> {
    let module = match source.module.as_slice() {
        [.., errors, _] if errors == "errors" => errors,
        [.., module] => module,
        [] => return Vec::new(),
    };
    let functions = source.items.iter().filter_map(|item| match item {
        Item::Fn(function) if matches!(function.vis, Visibility::Public(_)) => Some(function),
        _ => None,
    });
    let counts = |function: &&syn::ItemFn| {
        let body = quote::ToTokens::to_token_stream(&function.block).into_iter().collect::<Vec<_>>();
        let mut found = false;
        each_sequence(&body, &mut |tokens| {
            found |= tokens.iter().any(|token| ident(Some(token)).as_deref() == Some("counted"));
        });
        found
    };
    functions.filter(counts).map(|function| format!("{module}::{}", function.sig.ident)).collect()
}

#[test]
fn every_message_with_a_count_is_tested_with_one() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/app/messages/counts.rs");
    let list = fs::read_to_string(path).expect("the tests of counts");
    let messages = sources().into_iter().filter(|source| source.path.starts_with("app/messages/"));
    let missing: Vec<String> =
        messages.flat_map(|source| counting(&source)).filter(|name| !list.contains(&format!("{name}("))).collect();
    assert!(missing.is_empty(), "not in app/messages/counts.rs: {}", missing.join(", "));
}

#[test]
fn messages_that_count_are_found() {
    let text =
        "pub fn f(n: usize) -> String { if n > 0 { counted(n, \"tag\", \"tags\") } else { g() } }\npub fn g() {}";
    assert_eq!(counting(&Source::parse("app/messages/tags.rs", text)), ["tags::f"]);
    assert_eq!(counting(&Source::parse("app/messages/errors/edit.rs", text)), ["errors::f"]);
}
