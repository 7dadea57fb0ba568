//! Checks that texts for users are only in `app/messages`.

use std::collections::BTreeSet;

use proc_macro2::TokenTree;

use crate::source::{Source, each_sequence, ident, is_punct};
use crate::{check, finds};

/// Folders that may contain texts: messages, the texts of preset schemas, and the words of languages.
const EXEMPT: [&str; 3] = ["app/messages/", "model/presets/", "analysis/language/"];
/// Attributes whose values are shown or read aloud.
const READ: [&str; 3] = ["title", "placeholder", "alt"];
const READ_ARIA: [&str; 4] = ["label", "description", "roledescription", "valuetext"];
/// Literals with a space between letters that are not texts for users: (path, literal). At most 20.
const ALLOWED: [(&str, &str); 11] = [
    ("json/read.rs", "recursion limit exceeded"),
    // As the parser says it of what it reads itself.
    ("format/native/reader.rs", "duplicate field"),
    ("format/native/reader.rs", "key must be a string"),
    ("format/native/reader.rs", "trailing characters"),
    ("format/native/reader.rs", "trailing comma"),
    ("format/webanno_tsv/layers.rs", "#FORMAT=WebAnno TSV 3"),
    ("model/article.rs", "in work"),
    ("model/schema.rs", "multiple choice"),
    ("ui/label_style.rs", "@media screen and (prefers-color-scheme: dark){\n"),
    ("ui/widgets/web_link.rs", "noopener noreferrer"),
    ("web/panic.rs", "forced by a test, at “{place}”"),
];

fn texts(sources: &[Source]) -> Vec<String> {
    let mut used = BTreeSet::new();
    let mut found = Vec::new();
    for source in sources.iter().filter(|source| !source.is_test() && !is_exempt(source)) {
        each_sequence(&source.tokens, &mut |tokens| {
            for (at, token) in tokens.iter().enumerate() {
                let Some(text) = string(token) else { continue };
                if !has_words(&text) || is_class(tokens, at) {
                    continue;
                }
                match ALLOWED.iter().position(|(path, allowed)| *path == source.path && *allowed == text) {
                    Some(entry) => {
                        used.insert(entry);
                    }
                    None => found.push(format!("src/{}: the text {text:?} belongs in app/messages", source.path)),
                }
            }
        });
    }
    if sources.len() > 100 {
        let unused = (0..ALLOWED.len()).filter(|entry| !used.contains(entry));
        found.extend(unused.map(|entry| format!("{:?} is allowed but does not occur", ALLOWED[entry])));
    }
    found
}

fn attributes(sources: &[Source]) -> Vec<String> {
    let mut found = Vec::new();
    for source in sources.iter().filter(|source| source.path.starts_with("ui/") && !source.is_test()) {
        each_sequence(&source.tokens, &mut |tokens| {
            for at in 2..tokens.len() {
                let Some(text) = string(&tokens[at]).filter(|text| !text.is_empty()) else { continue };
                let name = ident(tokens.get(at - 2)).unwrap_or_default();
                let is_aria = at >= 4
                    && is_punct(tokens.get(at - 3), '-')
                    && ident(tokens.get(at - 4)).as_deref() == Some("aria")
                    && READ_ARIA.contains(&name.as_str());
                let is_plain = READ.contains(&name.as_str()) && !(at >= 3 && is_punct(tokens.get(at - 3), '-'));
                if is_punct(tokens.get(at - 1), '=') && (is_aria || is_plain) {
                    found.push(format!("src/{}: the {name} {text:?} belongs in app/messages", source.path));
                }
            }
        });
    }
    found
}

/// Nouns that are counted, in the plural.
const COUNTED: [&str; 21] = [
    "tags",
    "mentions",
    "places",
    "articles",
    "relations",
    "entities",
    "parts",
    "labels",
    "characters",
    "changes",
    "steps",
    "files",
    "lines",
    "levels",
    "times",
    "seconds",
    "commands",
    "columns",
    "occurrences",
    "results",
    "bytes",
];
/// Counts that are never 1, and names that are no counts: (path, part of the literal).
const NEVER_ONE: [(&str, &str); 4] = [
    ("app/messages/errors/files.rs", "{bytes} bytes"),
    ("app/messages/errors/model.rs", "1 to {ID} characters"),
    ("app/messages/errors/read.rs", "{expected} bytes"),
    ("app/messages/schema.rs", "{label} tags"),
];

/// Counts whose noun is in the plural even for 1: `counted` has both forms.
fn plurals(sources: &[Source]) -> Vec<String> {
    let mut found = Vec::new();
    for source in sources.iter().filter(|source| source.path.starts_with("app/messages/") && !source.is_test()) {
        each_sequence(&source.tokens, &mut |tokens| {
            for text in tokens.iter().filter_map(string) {
                let after = text.split("} ").skip(1).filter_map(|rest| rest.split(|c: char| !c.is_alphabetic()).next());
                let plural = after.into_iter().find(|word| COUNTED.contains(word));
                let allowed = || NEVER_ONE.iter().any(|(path, part)| *path == source.path && text.contains(part));
                if let Some(noun) = plural.filter(|_| !allowed()) {
                    found
                        .push(format!("src/{}: in {text:?}, {noun:?} may be counted once: use counted()", source.path));
                }
            }
        });
    }
    found
}

fn is_exempt(source: &Source) -> bool {
    EXEMPT.iter().any(|folder| source.path.starts_with(folder))
}

/// The value of a string literal.
fn string(token: &TokenTree) -> Option<String> {
    let TokenTree::Literal(literal) = token else { return None };
    match syn::parse_str::<syn::Lit>(&literal.to_string()).ok()? {
        syn::Lit::Str(text) => Some(text.value()),
        _ => None,
    }
}

/// Whether a text contains a space between two letters.
fn has_words(text: &str) -> bool {
    let characters: Vec<char> = text.chars().collect();
    characters.windows(3).any(|three| three[0].is_alphabetic() && three[1] == ' ' && three[2].is_alphabetic())
}

/// Whether a literal is the value of a `class` attribute.
fn is_class(tokens: &[TokenTree], at: usize) -> bool {
    at >= 2 && is_punct(tokens.get(at - 1), '=') && ident(tokens.get(at - 2)).as_deref() == Some("class")
}

#[test]
fn texts_are_in_app_messages() {
    check(texts);
    assert!(ALLOWED.len() <= 20);
}

#[test]
fn texts_of_attributes_are_in_app_messages() {
    check(attributes);
}

#[test]
fn a_text_elsewhere_is_found() {
    finds(texts, 1, &[("ui/a.rs", "fn f() -> Html { html! { <p>{ \"Two words\" }</p> } }")]);
    finds(texts, 1, &[("web/a.rs", "fn f() -> String { format!(\"{name} could not be read\") }")]);
    finds(texts, 0, &[("app/messages/a.rs", "/// A text.\npub const A: &str = \"Two words\";")]);
    finds(texts, 0, &[("ui/a.rs", "/// Two words.\nfn f() -> Html { html! { <p class=\"row wide\">{ a }</p> } }")]);
    finds(texts, 0, &[("ui/a.rs", "#[cfg(test)]\nmod tests {\n    const A: &str = \"Two words\";\n}")]);
}

#[test]
fn counts_have_both_forms() {
    check(plurals);
}

#[test]
fn a_plural_after_any_count_is_found() {
    finds(plurals, 1, &[("app/messages/a.rs", "fn f(n: usize) -> String { format!(\"{n} tags selected\") }")]);
    finds(plurals, 1, &[("app/messages/a.rs", "fn f(n: usize) -> String { format!(\"in use {} times\", n) }")]);
    finds(plurals, 0, &[("app/messages/a.rs", "fn f(n: usize) -> String { counted(n, \"tag\", \"tags\") }")]);
}

#[test]
fn a_literal_attribute_is_found() {
    finds(attributes, 1, &[("ui/a.rs", "fn f() -> Html { html! { <p title=\"Close\" /> } }")]);
    finds(attributes, 1, &[("ui/a.rs", "fn f() -> Html { html! { <p aria-label=\"Close\" /> } }")]);
    finds(attributes, 1, &[("ui/a.rs", "fn f() -> Html { html! { <input placeholder=\"Name\" /> } }")]);
    finds(
        attributes,
        0,
        &[("ui/a.rs", "fn f() -> Html { html! { <p title={words::CLOSE} aria-label={words::X} role=\"x\" /> } }")],
    );
}
