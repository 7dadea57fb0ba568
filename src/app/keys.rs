//! Keys as they are written in the command table, and key presses as the browser reports them.

use std::fmt;

use crate::model::ArticleId;

/// A key press.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyPress {
    /// `KeyboardEvent.key`.
    pub key: String,
    /// `KeyboardEvent.code`.
    pub code: String,
    /// Whether Ctrl, or Cmd on a Mac, is held.
    pub ctrl: bool,
    /// Whether Alt is held.
    pub alt: bool,
    /// Whether Alt types characters, as Option does on a Mac.
    pub alt_types: bool,
    /// Whether AltGr is held, which is no modifier: it types characters.
    pub altgr: bool,
    /// Whether Shift is held.
    pub shift: bool,
    /// What is known about the layout of the keyboard.
    pub layout: KnownLayout,
    /// Where the focus is.
    pub focus: KeyFocus,
}

/// What earlier presses have told about the layout of the keyboard.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct KnownLayout {
    /// Whether it types another script than Latin.
    pub(super) other_script: bool,
    /// The Latin letters that the keys from A to Z of a US keyboard type.
    pub(super) letters: [Option<char>; 26],
}

/// Where the focus is when a key is pressed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KeyFocus {
    /// In an article's text.
    Text(ArticleId),
    /// In a field that takes text.
    Field,
    /// Anywhere else.
    Page,
}

/// Where a key binding acts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Everywhere, in fields too.
    Everywhere,
    /// Everywhere but in fields.
    OutsideFields,
    /// In an article's text.
    InText,
}

impl Scope {
    /// Whether a binding of this scope acts at a focus.
    pub fn includes(self, focus: &KeyFocus) -> bool {
        match self {
            Self::Everywhere => true,
            Self::OutsideFields => *focus != KeyFocus::Field,
            Self::InText => matches!(focus, KeyFocus::Text(_)),
        }
    }
}

/// A key with its modifiers, written "Ctrl+Shift+Z", "Alt+[", "ArrowLeft" or "+".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Keys(pub &'static str);

impl Keys {
    fn parts(self) -> (bool, bool, bool, &'static str) {
        let (mut ctrl, mut alt, mut shift, mut rest) = (false, false, false, self.0);
        while let Some((modifier, key)) = rest.split_once('+').filter(|(_, key)| !key.is_empty()) {
            match modifier {
                "Ctrl" => ctrl = true,
                "Alt" => alt = true,
                "Shift" => shift = true,
                _ => break,
            }
            rest = key;
        }
        (ctrl, alt, shift, rest)
    }

    /// Whether Ctrl belongs to it.
    pub(super) fn has_ctrl(self) -> bool {
        self.parts().0
    }

    /// Its character in lower case; `None` for a key with a name, such as F6.
    pub(super) fn character(self) -> Option<String> {
        let key = self.parts().3;
        (key.chars().count() == 1).then(|| key.to_lowercase())
    }

    /// How well a press fits: `Some(0)` exactly; `Some(1)` with Alt, or Shift on a letter, that the binding does not
    /// mention. On punctuation Shift is part of the character.
    pub fn fit(self, press: &KeyPress) -> Option<u8> {
        let (ctrl, alt, shift, key) = self.parts();
        let is_letter = key.len() == 1 && key.starts_with(|c: char| c.is_ascii_alphabetic());
        let same_key = if is_letter { key.eq_ignore_ascii_case(&press.key) } else { key == press.key };
        // Keys that have a name, such as F6, and letters tell Shift from its absence; characters such as "{" do not.
        let tells_shift = is_letter || key.len() > 1;
        if !same_key || ctrl != press.ctrl || (alt && !press.alt) || (tells_shift && shift && !press.shift) {
            return None;
        }
        let has_more = (press.alt && !alt) || (tells_shift && press.shift && !shift);
        Some(u8::from(has_more))
    }

    /// As `aria-keyshortcuts` wants it: "Control+Shift+Z".
    pub fn aria(self) -> String {
        let (ctrl, alt, shift, key) = self.parts();
        let modifiers = [(ctrl, "Control+"), (alt, "Alt+"), (shift, "Shift+")];
        let held: String = modifiers.into_iter().filter(|(held, _)| *held).map(|(_, name)| name).collect();
        held + key
    }
}

/// As people read it: "Ctrl+←".
impl fmt::Display for Keys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (ctrl, alt, shift, key) = self.parts();
        for (held, name) in [(ctrl, "Ctrl+"), (alt, "Alt+"), (shift, "Shift+")] {
            if held {
                f.write_str(name)?;
            }
        }
        f.write_str(match key {
            "ArrowLeft" => "←",
            "ArrowRight" => "→",
            "ArrowUp" => "↑",
            "ArrowDown" => "↓",
            "Escape" => "Esc",
            key => key,
        })
    }
}

/// A label's keys as `aria-keyshortcuts` wants them: keys pressed one after the other, with a space between.
pub fn aria_label_keys(keys: &str) -> Option<String> {
    let keys: Vec<String> = keys.chars().map(String::from).collect();
    (!keys.is_empty()).then(|| keys.join(" "))
}

/// Whether a label's keys begin with those pressed so far; before the first key, all do.
pub fn can_follow(keys: &str, chord: &str) -> bool {
    chord.is_empty() || keys.starts_with(chord)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn press(keys: &str, key: &str) -> KeyPress {
        let held = |name| keys.contains(name);
        KeyPress {
            key: key.to_owned(),
            code: String::new(),
            ctrl: held("Ctrl"),
            alt: held("Alt"),
            alt_types: false,
            altgr: false,
            shift: held("Shift"),
            layout: KnownLayout::default(),
            focus: KeyFocus::Page,
        }
    }

    #[test]
    fn modifiers_have_to_be_held_and_shift_is_part_of_punctuation() {
        assert_eq!(Keys("Ctrl+Z").fit(&press("Ctrl", "z")), Some(0));
        assert_eq!(Keys("Ctrl+Z").fit(&press("Ctrl Shift", "Z")), Some(1));
        assert_eq!(Keys("Ctrl+Shift+Z").fit(&press("Ctrl Shift", "Z")), Some(0));
        assert_eq!(Keys("Ctrl+Z").fit(&press("", "z")), None);
        assert_eq!(Keys("Z").fit(&press("Ctrl", "z")), None);
        assert_eq!(Keys("{").fit(&press("Shift", "{")), Some(0));
        assert_eq!(Keys("Alt+{").fit(&press("Alt Shift", "{")), Some(0));
        assert_eq!(Keys("{").fit(&press("Alt Shift", "{")), Some(1));
        assert_eq!(Keys("+").fit(&press("Shift", "+")), Some(0));
        assert_eq!(Keys("Shift+F6").fit(&press("", "F6")), None);
    }

    #[test]
    fn keys_are_written_for_people_and_for_assistive_technology() {
        assert_eq!(Keys("Ctrl+Shift+ArrowLeft").to_string(), "Ctrl+Shift+←");
        assert_eq!(Keys("Ctrl+Shift+F").aria(), "Control+Shift+F");
        assert_eq!((Keys("+").to_string(), Keys("Alt+[").aria()), ("+".to_owned(), "Alt+[".to_owned()));
        assert_eq!(aria_label_keys("gp"), Some("g p".to_owned()));
    }
}
