//! The command table, and the key tables made of it.

use std::collections::BTreeSet;
use std::path::Path;

use super::*;
use crate::app::State;
use crate::app::keymap::RESERVED;
use crate::app::keys::Scope;
use crate::app::messages::help as words;

#[test]
fn ids_are_unique_and_titles_too() {
    let (mut ids, mut titles) = (BTreeSet::new(), BTreeSet::new());
    for command in commands() {
        assert!(ids.insert(command.id), "{} twice", command.id);
        assert!(command.title.is_empty() || titles.insert(command.title), "{} twice", command.title);
    }
}

#[test]
fn all_keys_are_in_help() {
    let shown: BTreeSet<String> = Group::ALL.into_iter().flat_map(help).flat_map(|row| row.keys).collect();
    for command in commands() {
        for keys in command.keys {
            assert!(shown.contains(&keys.to_string()), "{keys} of {} is not in Help", command.id);
        }
    }
}

#[test]
fn keys_that_are_used_twice_belong_to_commands_with_conditions() {
    let state = State::new(
        crate::model::Project::new(String::new(), crate::model::news_claims(), crate::model::Timestamp::epoch()),
        String::new(),
    );
    let all: Vec<&Command> = commands().collect();
    for (at, command) in all.iter().enumerate() {
        for keys in command.keys {
            let first = all[..at].iter().find(|first| first.keys.contains(keys));
            assert!(first.is_none_or(|first| !(first.enabled)(&state)), "{keys} of {} is never reached", command.id);
        }
    }
}

#[test]
fn no_label_key_can_be_a_command_key() {
    for command in commands().filter(|command| command.scope == Scope::OutsideFields) {
        for keys in command.keys {
            let character = keys.to_string().chars().last().filter(|_| !keys.to_string().starts_with("Ctrl"));
            let Some(character) = character
                .filter(|_| keys.0.trim_start_matches("Alt+").trim_start_matches("Shift+").chars().count() == 1)
            else {
                continue;
            };
            let lower = character.to_ascii_lowercase();
            assert!(RESERVED.contains(lower), "{keys} of {} is not reserved", command.id);
        }
    }
}

/// `docs/keys.md`, made of the command table.
fn key_tables() -> String {
    let mut page = format!("# Keyboard shortcuts\n\n{}\n", words::KEYS_INTRODUCTION);
    for group in Group::ALL {
        page.push_str(&format!("\n## {}\n\n| keys | |\n|---|---|\n", words::heading(group)));
        for row in help(group) {
            let keys: Vec<String> = row.keys.iter().map(|keys| format!("`{}`", keys.replace('|', "\\|"))).collect();
            page.push_str(&format!("| {} | {} |\n", keys.join(" "), row.text));
        }
    }
    page
}

#[test]
fn the_key_tables_are_up_to_date() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/keys.md");
    if std::env::var_os("UPDATE_DOCS").is_some() {
        std::fs::write(&path, key_tables()).expect("the page is written");
    }
    let page = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(page == key_tables(), "run `UPDATE_DOCS=1 cargo test key_tables` to write docs/keys.md");
}
