//! What a key press means on the user's keyboard layout. Commands and labels are characters, which layouts have in different
//! places, behind AltGr or Option, or not at all.
//!
//! 1. A typed character that is a command or a label key means that, also when Option or AltGr made it.
//! 2. Else the digit row counts by position: `&` is 1 on a French keyboard.
//! 3. Else, where the layout types another script, the position of the key on a US keyboard decides.

use super::State;
use super::commands::bindings;
use super::keys::{KeyPress, Keys, KnownLayout};

/// `KeyboardEvent.key` of a key that adds an accent to the next character.
const DEAD_KEY: &str = "Dead";
/// The most characters that one key types.
const MAX_LIGATURE: usize = 3;

impl KnownLayout {
    /// The layout as it is known after a press: a letter without modifiers tells.
    #[must_use]
    pub fn after(mut self, press: &KeyPress) -> Self {
        let has_modifier = press.ctrl || press.alt || press.altgr || press.shift;
        let Some(at) = letter_index(press).filter(|_| !has_modifier) else { return self };
        match only_character(&press.key).filter(|typed| typed.is_alphabetic()) {
            Some(typed) => {
                self.other_script = is_other_script(typed);
                self.letters[at] = typed.is_ascii().then_some(typed);
            }
            None if is_ligature(&press.key) => self.other_script = true,
            None => {}
        }
        self
    }
}

/// The index of a key that types a letter on a US keyboard, from A to Z.
fn letter_index(press: &KeyPress) -> Option<usize> {
    let letter = press.code.strip_prefix("Key").and_then(only_character)?;
    letter.is_ascii_uppercase().then(|| letter as usize - 'A' as usize)
}

/// A press as it would be on a layout that has all characters of commands and labels.
pub(super) fn resolved(state: &State, press: &KeyPress) -> KeyPress {
    let press = us_mac_brackets(press);
    if only_character(&press.key).is_some_and(|typed| is_ours(state, &press, typed)) {
        // Option has made the character, so it is not a modifier.
        return KeyPress { alt: press.alt && !press.alt_types, ..press };
    }
    let Some(meant) = by_digit(&press).or_else(|| by_position(&press)) else { return press };
    KeyPress { key: meant.to_string(), ..press }
}

/// Option with a bracket types a quotation mark on a US Mac; it means Alt with the bracket. Other layouts have these quotation marks
/// on other keys.
fn us_mac_brackets(press: &KeyPress) -> KeyPress {
    // On a Dvorak layout, the brackets are on the keys after the digits.
    let bracket = match (press.key.as_str(), press.code.as_str()) {
        ("“", "BracketLeft" | "Minus") => "[",
        ("”", "BracketLeft" | "Minus") => "{",
        ("‘", "BracketRight" | "Equal") => "]",
        ("’", "BracketRight" | "Equal") => "}",
        _ => return press.clone(),
    };
    if !press.alt || !press.alt_types {
        return press.clone();
    }
    KeyPress { key: bracket.to_owned(), alt_types: false, ..press.clone() }
}

fn only_character(key: &str) -> Option<char> {
    let mut characters = key.chars();
    characters.next().filter(|_| characters.next().is_none())
}

/// Whether a key types several characters, such as the Arabic "لا". The names of other keys are ASCII.
fn is_ligature(key: &str) -> bool {
    (2..=MAX_LIGATURE).contains(&key.chars().count()) && key.chars().all(|character| !character.is_ascii())
}

/// Whether a key types something. Keys that have a name, and those of an input method, do not.
fn types(key: &str) -> bool {
    only_character(key).is_some() || is_ligature(key) || key == DEAD_KEY
}

/// Whether a character is the key of a command, or a key that may follow those of a label pressed so far.
fn is_ours(state: &State, press: &KeyPress, typed: char) -> bool {
    let lower: String = typed.to_lowercase().collect();
    let is_key = |keys: &Keys| keys.has_ctrl() == press.ctrl && keys.character().is_some_and(|key| key == lower);
    let is_command = bindings().any(|binding| binding.keys.iter().any(is_key));
    let schema = state.project().schema();
    let is_label = || schema.labels.iter().any(|label| label.key.chars().any(|key| key.to_string() == lower));
    is_command || !press.ctrl && is_label()
}

impl KeyPress {
    /// The digit of the key: as typed, else by position in the digit row.
    pub fn digit(&self) -> Option<usize> {
        let typed = only_character(&self.key).filter(char::is_ascii_digit);
        typed.or_else(|| by_digit(self))?.to_digit(10).map(|digit| digit as usize)
    }

    /// The digit that the key means while text is typed: letters of the digit row, such as the French "é", are text.
    pub fn digit_beside_text(&self) -> Option<usize> {
        let is_letter = only_character(&self.key).is_some_and(char::is_alphabetic);
        self.digit().filter(|_| self.alt || !is_letter)
    }

    /// The character of the key: as typed, or by position where the layout types another script.
    pub fn character(&self) -> Option<char> {
        by_position(self).or_else(|| only_character(&self.key))
    }
}

/// The digit of a key of the digit row, unless AltGr typed something else with it.
fn by_digit(press: &KeyPress) -> Option<char> {
    let digit = press.code.strip_prefix("Digit").filter(|_| !press.ctrl && !press.altgr && types(&press.key))?;
    only_character(digit)
}

/// The character of a key on a US keyboard, where the layout types another script there, or Option has typed something. Then it is the
/// letter that the key types without Option, if that is known.
fn by_position(press: &KeyPress) -> Option<char> {
    let letter = letter_index(press);
    let is_option = press.alt && press.alt_types && letter.is_some() && types(&press.key);
    let is_other_script = types_other_script(press);
    if !is_option && !is_other_script {
        return None;
    }
    if let Some(at) = letter {
        let of_layout = press.layout.letters[at].filter(|_| !is_other_script && !press.layout.other_script);
        let letter = of_layout.or_else(|| only_character(press.code.strip_prefix("Key")?))?;
        return Some(if press.shift { letter.to_ascii_uppercase() } else { letter.to_ascii_lowercase() });
    }
    Some(match (press.code.as_str(), press.shift) {
        ("BracketLeft", false) => '[',
        ("BracketLeft", true) => '{',
        ("BracketRight", false) => ']',
        ("BracketRight", true) => '}',
        ("Comma", false) => ',',
        ("Period", false) => '.',
        ("Slash", false) => '/',
        ("Slash", true) => '?',
        ("Equal", true) => '+',
        _ => return None,
    })
}

/// Whether a key types something that is not Latin: a letter of another script, or a sign where a layout of another script has no
/// letter, as the Greek ";" on the key of "q".
fn types_other_script(press: &KeyPress) -> bool {
    match only_character(&press.key) {
        Some(typed) => {
            let is_known = press.layout.other_script && letter_index(press).is_some();
            is_other_script(typed) || is_known && !typed.is_ascii_alphabetic()
        }
        None => is_ligature(&press.key),
    }
}

/// Whether a character is of another script than Latin. Letters such as "ü", and signs such as "§" or "€", are not: their layouts
/// have the Latin letters elsewhere.
fn is_other_script(typed: char) -> bool {
    let is_latin = matches!(typed, '\0'..='\u{36f}' | '\u{1e00}'..='\u{1eff}' | '\u{fb00}'..='\u{fb06}');
    // The logo that Option types on a Mac is for private use.
    let is_sign = matches!(typed, '\u{2000}'..='\u{2bff}' | '\u{e000}'..='\u{f8ff}');
    !is_latin && !is_sign
}
