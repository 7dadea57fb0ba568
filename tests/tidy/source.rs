//! Parses the files of `src`, and removes tests and comments.

use std::fs;
use std::path::{Path, PathBuf};

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::{Item, Meta};

/// A file of `src`.
pub(crate) struct Source {
    /// The path below `src`, with slashes.
    pub(crate) path: String,
    /// The path of its module below the crate, such as `ui`, `reader`.
    pub(crate) module: Vec<String>,
    /// The items, without those for tests.
    pub(crate) items: Vec<Item>,
    /// The tokens of these items without attributes, imports and macro definitions.
    pub(crate) tokens: Vec<TokenTree>,
    /// The names in the imports.
    pub(crate) imported: Vec<String>,
    /// The number of lines before the tests.
    pub(crate) lines: usize,
    /// Whether the file begins with a doc comment.
    pub(crate) has_description: bool,
}

impl Source {
    pub(crate) fn parse(path: &str, text: &str) -> Self {
        let own = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
        let parsed = syn::parse_file(text).unwrap_or_else(|error| panic!("src/{path}: {error}"));
        let items: Vec<Item> = parsed.items.into_iter().filter(|item| !is_for_tests(item)).collect();
        // Imports are read separately. Names in a macro definition count where the macro is used.
        let code = items
            .iter()
            .filter(|item| !matches!(item, Item::Use(_) | Item::Macro(syn::ItemMacro { ident: Some(_), .. })));
        let tokens = code.flat_map(|item| without_attributes(item.to_token_stream())).collect();
        let imports = items
            .iter()
            .filter(|item| matches!(item, Item::Use(_)))
            .flat_map(|item| without_attributes(item.to_token_stream()));
        let mut imported = Vec::new();
        each_sequence(&imports.collect::<Vec<_>>(), &mut |tokens| {
            imported.extend(tokens.iter().filter_map(|one| ident(Some(one))));
        });
        let mut module: Vec<String> = path.trim_end_matches(".rs").split('/').map(str::to_owned).collect();
        module.pop_if(|last| matches!(last.as_str(), "mod" | "lib" | "main"));
        let (path, lines, has_description) = (path.to_owned(), own.lines().count(), text.starts_with("//!"));
        Self { path, module, items, tokens, imported, lines, has_description }
    }

    /// Whether the file is for tests only.
    pub(crate) fn is_test(&self) -> bool {
        ["tests.rs", "json_schema.rs"].iter().any(|name| self.path.ends_with(name)) || self.path.contains("/tests/")
    }
}

/// All files of `src`.
pub(crate) fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut paths = Vec::new();
    collect(&root, &mut paths);
    paths.sort();
    let read = |path: &PathBuf| {
        let text = fs::read_to_string(path).expect("a readable source");
        let path = path.strip_prefix(&root).expect("a path below src").to_string_lossy().replace('\\', "/");
        Source::parse(&path, &text)
    };
    paths.iter().map(read).collect()
}

fn collect(folder: &Path, paths: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a readable folder").flatten() {
        let path = entry.path();
        if path.is_dir() {
            collect(&path, paths);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            paths.push(path);
        }
    }
}

fn is_for_tests(item: &Item) -> bool {
    let attributes = match item {
        Item::Mod(item) => &item.attrs,
        Item::Fn(item) => &item.attrs,
        Item::Use(item) => &item.attrs,
        Item::Impl(item) => &item.attrs,
        Item::Struct(item) => &item.attrs,
        Item::Const(item) => &item.attrs,
        _ => return false,
    };
    attributes.iter().any(|attribute| {
        matches!(&attribute.meta, Meta::List(list) if list.path.is_ident("cfg") && list.tokens.to_string() == "test")
    })
}

/// The tokens without attributes (`#[…]`), also within groups.
fn without_attributes(tokens: TokenStream) -> Vec<TokenTree> {
    let mut kept = Vec::new();
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        match &token {
            TokenTree::Punct(punct) if punct.as_char() == '#' => {
                tokens.next_if(|next| matches!(next, TokenTree::Punct(punct) if punct.as_char() == '!'));
                tokens.next_if(|next| matches!(next, TokenTree::Group(_)));
            }
            TokenTree::Group(group) => {
                let inner: TokenStream = without_attributes(group.stream()).into_iter().collect();
                kept.push(TokenTree::Group(proc_macro2::Group::new(group.delimiter(), inner)));
            }
            _ => kept.push(token),
        }
    }
    kept
}

/// Calls back for each sequence of tokens: those of the file, and those of each group in it.
pub(crate) fn each_sequence(tokens: &[TokenTree], found: &mut impl FnMut(&[TokenTree])) {
    found(tokens);
    for token in tokens {
        if let TokenTree::Group(group) = token {
            each_sequence(&group.stream().into_iter().collect::<Vec<_>>(), found);
        }
    }
}

/// All names in a file: in its imports and in its code.
pub(crate) fn names(source: &Source) -> Vec<String> {
    let mut found = source.imported.clone();
    each_sequence(&source.tokens, &mut |tokens| found.extend(tokens.iter().filter_map(|one| ident(Some(one)))));
    found
}

/// Whether a token is this punctuation character.
pub(crate) fn is_punct(token: Option<&TokenTree>, character: char) -> bool {
    matches!(token, Some(TokenTree::Punct(punct)) if punct.as_char() == character)
}

/// The name of a token, if it is one.
pub(crate) fn ident(token: Option<&TokenTree>) -> Option<String> {
    match token {
        Some(TokenTree::Ident(ident)) => Some(ident.to_string()),
        _ => None,
    }
}
