//! Keyboard layouts: every command, and the labels 1 to 7, can be reached on each.
//!
//! The rows of a layout are what its keys type without a modifier and with Shift, in the order of [`CODES`]; `·` is a dead key or
//! nothing. What AltGr (on a PC) or Option (on a Mac) types is listed for the characters that commands need.

use crossread::app::commands::commands;
use crossread::app::keymap::action_for;
use crossread::app::keys::{KeyFocus, KeyPress};
use crossread::app::{Action, CaretAction, OccurrenceAction, TagAction};

use crate::harness::table;

/// The keys of the four rows, from the upper left.
const CODES: [&str; 47] = [
    "Backquote",
    "Digit1",
    "Digit2",
    "Digit3",
    "Digit4",
    "Digit5",
    "Digit6",
    "Digit7",
    "Digit8",
    "Digit9",
    "Digit0",
    "Minus",
    "Equal",
    "KeyQ",
    "KeyW",
    "KeyE",
    "KeyR",
    "KeyT",
    "KeyY",
    "KeyU",
    "KeyI",
    "KeyO",
    "KeyP",
    "BracketLeft",
    "BracketRight",
    "KeyA",
    "KeyS",
    "KeyD",
    "KeyF",
    "KeyG",
    "KeyH",
    "KeyJ",
    "KeyK",
    "KeyL",
    "Semicolon",
    "Quote",
    "Backslash",
    "KeyZ",
    "KeyX",
    "KeyC",
    "KeyV",
    "KeyB",
    "KeyN",
    "KeyM",
    "Comma",
    "Period",
    "Slash",
];

struct Layout {
    name: &'static str,
    plain: &'static str,
    shifted: &'static str,
    /// What AltGr types: the key's code and the character.
    altgr: &'static [(&'static str, char)],
    /// What Option types, with and without Shift.
    option: &'static [(&'static str, bool, char)],
}

const PC: Layout = Layout { name: "", plain: "", shifted: "", altgr: &[], option: &[] };
const AZERTY: &str = "²&é\"'(-è_çà)=azertyuiop·$qsdfghjklmù*wxcvbn,;:!";
const AZERTY_SHIFTED: &str = "·1234567890°+AZERTYUIOP·£QSDFGHJKLM%µWXCVBN?./§";

const LAYOUTS: &[Layout] = &[
    Layout {
        name: "US",
        plain: "`1234567890-=qwertyuiop[]asdfghjkl;'\\zxcvbnm,./",
        shifted: "~!@#$%^&*()_+QWERTYUIOP{}ASDFGHJKL:\"|ZXCVBNM<>?",
        ..PC
    },
    Layout {
        name: "UK",
        plain: "`1234567890-=qwertyuiop[]asdfghjkl;'#zxcvbnm,./",
        shifted: "¬!\"£$%^&*()_+QWERTYUIOP{}ASDFGHJKL:@~ZXCVBNM<>?",
        ..PC
    },
    Layout {
        name: "German, PC",
        plain: "·1234567890ß·qwertzuiopü+asdfghjklöä#yxcvbnm,.-",
        shifted: "°!\"§$%&/()=?·QWERTZUIOPÜ*ASDFGHJKLÖÄ'YXCVBNM;:_",
        altgr: &[("Digit7", '{'), ("Digit8", '['), ("Digit9", ']'), ("Digit0", '}')],
        ..PC
    },
    Layout {
        name: "German, Mac",
        plain: "·1234567890ß·qwertzuiopü+asdfghjklöä#yxcvbnm,.-",
        shifted: "°!\"§$%&/()=?·QWERTZUIOPÜ*ASDFGHJKLÖÄ'YXCVBNM;:_",
        option: &[("Digit5", false, '['), ("Digit6", false, ']'), ("Digit8", false, '{'), ("Digit9", false, '}')],
        ..PC
    },
    Layout {
        name: "French, PC",
        plain: AZERTY,
        shifted: AZERTY_SHIFTED,
        altgr: &[("Digit4", '{'), ("Digit5", '['), ("Minus", ']'), ("Equal", '}')],
        ..PC
    },
    Layout {
        name: "French, Mac",
        plain: "@&é\"'(§è!çà)-azertyuiop·$qsdfghjklmù`wxcvbn,;:=",
        shifted: "#1234567890°_AZERTYUIOP·*QSDFGHJKLM%£WXCVBN?./+",
        option: &[("Digit5", false, '{'), ("Digit5", true, '['), ("Minus", false, '}'), ("Minus", true, ']')],
        ..PC
    },
    Layout {
        name: "Spanish",
        plain: "º1234567890'¡qwertyuiop·+asdfghjklñ·çzxcvbnm,.-",
        shifted: "ª!\"·$%&/()=?¿QWERTYUIOP·*ASDFGHJKLÑ·ÇZXCVBNM;:_",
        altgr: &[("BracketLeft", '['), ("BracketRight", ']'), ("Quote", '{'), ("Backslash", '}')],
        ..PC
    },
    Layout {
        name: "Swedish",
        plain: "§1234567890+·qwertyuiopå·asdfghjklöä'zxcvbnm,.-",
        shifted: "½!\"#¤%&/()=?·QWERTYUIOPÅ·ASDFGHJKLÖÄ*ZXCVBNM;:_",
        altgr: &[("Digit7", '{'), ("Digit8", '['), ("Digit9", ']'), ("Digit0", '}')],
        ..PC
    },
    Layout {
        name: "Russian",
        plain: "ё1234567890-=йцукенгшщзхъфывапролджэ\\ячсмитьбю.",
        shifted: "Ё!\"№;%:?*()_+ЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭ/ЯЧСМИТЬБЮ,",
        ..PC
    },
    Layout {
        name: "Greek",
        plain: "`1234567890-=;ςερτυθιοπ[]ασδφγηξκλ·'\\ζχψωβνμ,./",
        shifted: "~!@#$%^&*()_+:·ΕΡΤΥΘΙΟΠ{}ΑΣΔΦΓΗΞΚΛ·\"|ΖΧΨΩΒΝΜ<>?",
        ..PC
    },
    Layout {
        name: "Hebrew",
        plain: ";1234567890-=/'קראטוןםפ][שדגכעיחלךף,\\זסבהנמצתץ.",
        shifted: "~!@#$%^&*)(_+QWERTYUIOP}{ASDFGHJKL:\"|ZXCVBNM><?",
        ..PC
    },
    Layout {
        name: "Arabic",
        plain: "ذ1234567890-=ضصثقفغعهخحجدشسيبلاتنمكط\\ئءؤرىةوزظل",
        shifted: "ّ!@#$%^&*)(_+ًٌَُ‘إ’×؛<>ٍِ][لأأـ،/:\"|~ْ}{لآآ’؟،.",
        ..PC
    },
    Layout {
        name: "Japanese, romaji",
        plain: "·1234567890-^qwertyuiop@[asdfghjkl;:]zxcvbnm,./",
        shifted: "·!\"#$%&'()·=~QWERTYUIOP`{ASDFGHJKL+*}ZXCVBNM<>?",
        ..PC
    },
    Layout {
        name: "Japanese, kana",
        plain: "·ぬふあうえおやゆよわほへたていすかんなにらせ゛゜ちとしはきくまのりれけむつさそひこみもねるめ",
        shifted: "·ぬふぁぅぇぉゃゅょをほへたてぃすかんなにらせ゛「ちとしはきくまのりれけ」っさそひこみも、。・",
        ..PC
    },
    Layout {
        name: "Dvorak",
        plain: "`1234567890[]',.pyfgcrl/=aoeuidhtns-\\;qjkxbmwvz",
        shifted: "~!@#$%^&*(){}\"<>PYFGCRL?+AOEUIDHTNS_|:QJKXBMWVZ",
        ..PC
    },
];

impl Layout {
    /// All presses that type a character, as the browser reports them in an article's text.
    fn presses(&self) -> Vec<KeyPress> {
        let press = |key: char, code: &str, shift: bool| KeyPress {
            key: if key == '·' { "Dead".to_owned() } else { key.to_string() },
            code: code.to_owned(),
            ctrl: false,
            alt: false,
            alt_types: !self.option.is_empty(),
            altgr: false,
            shift,
            focus: KeyFocus::Text("a".into()),
        };
        let row =
            |row: &str, shift| CODES.iter().zip(row.chars()).map(move |(code, key)| press(key, code, shift)).collect();
        let mut all: Vec<KeyPress> = row(self.plain, false);
        all.extend::<Vec<_>>(row(self.shifted, true));
        all.extend(self.altgr.iter().map(|&(code, key)| KeyPress { altgr: true, ..press(key, code, false) }));
        all.extend(self.option.iter().map(|&(code, shift, key)| KeyPress { alt: true, ..press(key, code, shift) }));
        all
    }

    /// What the presses do, with and without Ctrl and Alt, in a text with a tag selected.
    fn actions(&self) -> Vec<Action> {
        let page = table("|Paris is big").tagged("Paris", "Claim").keys("Enter");
        let named =
            ["Enter", "Escape", "Delete", "F6", "Home", "End", "ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"];
        let named = named.map(|key| KeyPress {
            key: key.to_owned(),
            code: key.to_owned(),
            ctrl: false,
            alt: false,
            alt_types: false,
            altgr: false,
            shift: false,
            focus: KeyFocus::Text("a".into()),
        });
        let with_shift = named.clone().map(|press| KeyPress { shift: true, ..press });
        let plain: Vec<KeyPress> = self.presses().into_iter().chain(named).chain(with_shift).collect();
        let held = |press: &KeyPress| {
            let ctrl = KeyPress { ctrl: true, ..press.clone() };
            let alt = KeyPress { alt: true, ..press.clone() };
            if press.altgr { vec![press.clone()] } else { vec![press.clone(), ctrl, alt] }
        };
        plain.iter().flat_map(held).filter_map(|press| action_for(&page.state, &press)).collect()
    }
}

/// Edges move by a character with Alt and a bracket, for which some layouts have no keys; there Ctrl+K has them.
fn needs_plain_brackets(id: &str) -> bool {
    id.starts_with("edge.") && id.ends_with("-character")
}

#[test]
fn layouts_have_all_keys() {
    for layout in LAYOUTS {
        assert_eq!(layout.plain.chars().count(), CODES.len(), "{}", layout.name);
        // Shift types a ligature of two characters in places on the Arabic keyboard.
        let shifted = layout.shifted.chars().count();
        assert!(shifted >= CODES.len(), "{}: {shifted}", layout.name);
    }
}

#[test]
fn every_command_is_reachable_on_each_layout() {
    let page = table("|Paris is big").tagged("Paris", "Claim").keys("Enter");
    for layout in LAYOUTS {
        let reached: Vec<String> = layout.actions().iter().map(|action| format!("{action:?}")).collect();
        for command in commands().filter(|command| !command.keys.is_empty() && (command.enabled)(&page.state)) {
            let wanted = format!("{:?}", (command.action)(&page.state));
            let is_reached = reached.contains(&wanted) || needs_plain_brackets(command.id) && layout.name != "US";
            assert!(is_reached, "{}: {} ({wanted})", layout.name, command.id);
        }
    }
}

#[test]
fn labels_one_to_seven_are_reachable_on_each_layout() {
    for layout in LAYOUTS {
        let actions = layout.actions();
        for label in &table("One").state.project().schema().labels {
            let is_applied =
                |action: &Action| matches!(action, Action::Tag(TagAction::Apply(id, None)) if *id == label.id);
            assert!(actions.iter().any(is_applied), "{}: {}", layout.name, label.name);
        }
    }
}

fn press_on(name: &str, code: &str, shift: bool) -> Option<Action> {
    let layout = LAYOUTS.iter().find(|layout| layout.name == name).expect("a layout");
    let page = table("|Paris is big").tagged("Paris", "Claim").keys("Enter");
    let press = layout
        .presses()
        .into_iter()
        .find(|press| press.code == code && press.shift == shift && !press.alt && !press.altgr);
    action_for(&page.state, &press.expect("a key"))
}

fn composed_on(name: &str, code: &str) -> Option<Action> {
    let layout = LAYOUTS.iter().find(|layout| layout.name == name).expect("a layout");
    let page = table("|Paris is big").tagged("Paris", "Claim").keys("Enter");
    let press = layout.presses().into_iter().find(|press| press.code == code && (press.alt || press.altgr));
    action_for(&page.state, &press.expect("a key"))
}

#[test]
fn a_french_digit_row_counts_by_position() {
    assert!(
        matches!(press_on("French, PC", "Digit1", false), Some(Action::Tag(TagAction::Apply(id, None))) if id.as_str() == "Person")
    );
    assert!(
        matches!(press_on("French, PC", "Digit1", true), Some(Action::Occurrences(OccurrenceAction::Everywhere(id, None))) if id.as_str() == "Person")
    );
}

#[test]
fn brackets_that_option_or_altgr_types_move_edges_by_a_word() {
    let by_word = |action: Option<Action>| {
        matches!(action, Some(Action::Tag(TagAction::MoveEdge(_, _, crossread::text::Unit::Word))))
    };
    for code in ["Digit5", "Digit6", "Digit8", "Digit9"] {
        assert!(by_word(composed_on("German, Mac", code)), "{code}");
    }
    for code in ["Digit7", "Digit8", "Digit9", "Digit0"] {
        assert!(by_word(composed_on("German, PC", code)), "{code}");
    }
}

#[test]
fn the_position_decides_where_the_layout_types_another_script() {
    assert!(
        matches!(press_on("Russian", "KeyC", false), Some(Action::Tag(TagAction::Apply(id, _))) if id.as_str() == "Claim")
    );
    assert!(matches!(press_on("Arabic", "Slash", true), Some(Action::View(_))));
    assert!(press_on("German, PC", "BracketLeft", false).is_none(), "ü is a letter of the same script");
    assert!(!matches!(press_on("Dvorak", "KeyC", false), Some(Action::Caret(CaretAction::SelectAll))));
}
