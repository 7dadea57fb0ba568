//! Keyboard layouts: what the keys of each type, as browsers report it.

use crossread::app::keys::{KeyFocus, KeyPress, KnownLayout};

/// The keys of the four rows, from the upper left.
pub(crate) const CODES: [&str; 47] = [
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

/// A layout. Its rows are what its keys type, in the order of [`CODES`], separated by spaces; `Dead` is a dead key or nothing.
pub(crate) struct Layout {
    pub name: &'static str,
    /// Without a modifier.
    pub plain: &'static str,
    pub shifted: &'static str,
    /// What AltGr types, of what commands need: the key's code and the character.
    pub altgr: &'static [(&'static str, char)],
    /// With Option, which types characters on a Mac; empty on a PC.
    pub option: &'static str,
    pub option_shifted: &'static str,
}

const PC: Layout = Layout { name: "", plain: "", shifted: "", altgr: &[], option: "", option_shifted: "" };
const US: &str = "` 1 2 3 4 5 6 7 8 9 0 - = q w e r t y u i o p [ ] a s d f g h j k l ; ' \\ z x c v b n m , . /";
const US_SHIFTED: &str =
    "~ ! @ # $ % ^ & * ( ) _ + Q W E R T Y U I O P { } A S D F G H J K L : \" | Z X C V B N M < > ?";
const AZERTY: &str =
    "² & é \" ' ( - è _ ç à ) = a z e r t y u i o p Dead $ q s d f g h j k l m ù * w x c v b n , ; : !";
const AZERTY_SHIFTED: &str =
    "Dead 1 2 3 4 5 6 7 8 9 0 ° + A Z E R T Y U I O P Dead £ Q S D F G H J K L M % µ W X C V B N ? . / §";

const GERMAN_ALTGR: &[(&str, char)] = &[("Digit7", '{'), ("Digit8", '['), ("Digit9", ']'), ("Digit0", '}')];

pub(crate) const LAYOUTS: &[Layout] = &[
    Layout { name: "US", plain: US, shifted: US_SHIFTED, ..PC },
    Layout {
        name: "US, Mac",
        plain: US,
        shifted: US_SHIFTED,
        option: "Dead ¡ ™ £ ¢ ∞ § ¶ • ª º – ≠ œ ∑ Dead ® † ¥ Dead Dead ø π “ ‘ å ß ∂ ƒ © ˙ ∆ ˚ ¬ … æ « Ω ≈ ç √ ∫ Dead µ ≤ ≥ ÷",
        option_shifted: "` ⁄ € ‹ › ﬁ ﬂ ‡ ° · ‚ — ± Œ „ ´ ‰ ˇ Á ¨ ˆ Ø ∏ ” ’ Å Í Î Ï ˝ Ó Ô \u{f8ff} Ò Ú Æ » ¸ ˛ Ç ◊ ı ˜ Â ¯ ˘ ¿",
        ..PC
    },
    Layout {
        name: "UK",
        plain: "` 1 2 3 4 5 6 7 8 9 0 - = q w e r t y u i o p [ ] a s d f g h j k l ; ' # z x c v b n m , . /",
        shifted: "¬ ! \" £ $ % ^ & * ( ) _ + Q W E R T Y U I O P { } A S D F G H J K L : @ ~ Z X C V B N M < > ?",
        ..PC
    },
    Layout {
        name: "German, PC",
        plain: "Dead 1 2 3 4 5 6 7 8 9 0 ß Dead q w e r t z u i o p ü + a s d f g h j k l ö ä # y x c v b n m , . -",
        shifted: "° ! \" § $ % & / ( ) = ? Dead Q W E R T Z U I O P Ü * A S D F G H J K L Ö Ä ' Y X C V B N M ; : _",
        altgr: GERMAN_ALTGR,
        ..PC
    },
    Layout {
        name: "German, Mac",
        plain: "Dead 1 2 3 4 5 6 7 8 9 0 ß Dead q w e r t z u i o p ü + a s d f g h j k l ö ä # y x c v b n m , . -",
        shifted: "° ! \" § $ % & / ( ) = ? Dead Q W E R T Z U I O P Ü * A S D F G H J K L Ö Ä ' Y X C V B N M ; : _",
        option: "„ ¡ “ ¶ ¢ [ ] | { } ≠ ¿ ' « ∑ € ® † Ω ¨ ⁄ ø π • ± å ‚ ∂ ƒ © ª º ∆ @ œ æ ‘ ¥ ≈ ç √ ∫ Dead µ ∞ … –",
        option_shifted: "“ ¬ ” # £ ﬁ ^ \\ ˜ · ¯ ˙ ˚ » „ ‰ ¸ ˝ ˇ Á Û Ø ∏ ° \u{f8ff} Å Í ™ Ï Ì Ó ı ˆ ﬂ Œ Æ ’ ‡ Ù Ç ◊ ‹ › ˘ ˛ ÷ —",
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
        plain: "@ & é \" ' ( § è ! ç à ) - a z e r t y u i o p Dead $ q s d f g h j k l m ù ` w x c v b n , ; : =",
        shifted: "# 1 2 3 4 5 6 7 8 9 0 ° _ A Z E R T Y U I O P Dead * Q S D F G H J K L M % £ W X C V B N ? . / +",
        option: "• \u{f8ff} ë “ ‘ { ¶ « ¡ Ç ø } — â Â ê ® † Ú º î œ π ô € ‡ Ò ∂ ƒ ﬁ Ì Ï È ¬ µ Ù @ ‹ ≈ © ◊ ß Dead ∞ … ÷ ≠",
        option_shifted: "Ÿ ´ „ ” ’ [ å » Û Á Ø ] – Æ Å Ê ‚ ™ Ÿ ª ï Œ ∏ Ô ¥ Ω ∑ ∆ · ﬂ Î Í Ë | Ó ‰ # › ⁄ ¢ √ ∫ ı ¿ • \\ ±",
        ..PC
    },
    Layout {
        name: "Spanish",
        plain: "º 1 2 3 4 5 6 7 8 9 0 ' ¡ q w e r t y u i o p Dead + a s d f g h j k l ñ Dead ç z x c v b n m , . -",
        shifted: "ª ! \" · $ % & / ( ) = ? ¿ Q W E R T Y U I O P Dead * A S D F G H J K L Ñ Dead Ç Z X C V B N M ; : _",
        altgr: &[("BracketLeft", '['), ("BracketRight", ']'), ("Quote", '{'), ("Backslash", '}')],
        ..PC
    },
    Layout {
        name: "Swedish",
        plain: "§ 1 2 3 4 5 6 7 8 9 0 + Dead q w e r t y u i o p å Dead a s d f g h j k l ö ä ' z x c v b n m , . -",
        shifted: "½ ! \" # ¤ % & / ( ) = ? Dead Q W E R T Y U I O P Å Dead A S D F G H J K L Ö Ä * Z X C V B N M ; : _",
        altgr: GERMAN_ALTGR,
        ..PC
    },
    Layout {
        name: "Russian",
        plain: "ё 1 2 3 4 5 6 7 8 9 0 - = й ц у к е н г ш щ з х ъ ф ы в а п р о л д ж э \\ я ч с м и т ь б ю .",
        shifted: "Ё ! \" № ; % : ? * ( ) _ + Й Ц У К Е Н Г Ш Щ З Х Ъ Ф Ы В А П Р О Л Д Ж Э / Я Ч С М И Т Ь Б Ю ,",
        ..PC
    },
    Layout {
        name: "Greek",
        plain: "` 1 2 3 4 5 6 7 8 9 0 - = ; ς ε ρ τ υ θ ι ο π [ ] α σ δ φ γ η ξ κ λ Dead ' \\ ζ χ ψ ω β ν μ , . /",
        shifted: "~ ! @ # $ % ^ & * ( ) _ + : Dead Ε Ρ Τ Υ Θ Ι Ο Π { } Α Σ Δ Φ Γ Η Ξ Κ Λ Dead \" | Ζ Χ Ψ Ω Β Ν Μ < > ?",
        ..PC
    },
    Layout {
        name: "Hebrew",
        plain: "; 1 2 3 4 5 6 7 8 9 0 - = / ' ק ר א ט ו ן ם פ ] [ ש ד ג כ ע י ח ל ך ף , \\ ז ס ב ה נ מ צ ת ץ .",
        shifted: "~ ! @ # $ % ^ & * ) ( _ + Q W E R T Y U I O P } { A S D F G H J K L : \" | Z X C V B N M > < ?",
        ..PC
    },
    Layout {
        name: "Arabic",
        plain: "ذ 1 2 3 4 5 6 7 8 9 0 - = ض ص ث ق ف غ ع ه خ ح ج د ش س ي ب ل ا ت ن م ك ط \\ ئ ء ؤ ر لا ى ة و ز ظ",
        shifted: "ّ ! @ # $ % ^ & * ) ( _ + َ ً ُ ٌ لإ إ ‘ ÷ × ؛ < > ِ ٍ ] [ لأ أ ـ ، / : \" | ~ ْ } { لآ آ ’ , . ؟",
        ..PC
    },
    Layout {
        name: "Japanese, romaji",
        plain: "Dead 1 2 3 4 5 6 7 8 9 0 - ^ q w e r t y u i o p @ [ a s d f g h j k l ; : ] z x c v b n m , . /",
        shifted: "Dead ! \" # $ % & ' ( ) Dead = ~ Q W E R T Y U I O P ` { A S D F G H J K L + * } Z X C V B N M < > ?",
        ..PC
    },
    Layout {
        name: "Japanese, kana",
        plain: "Dead ぬ ふ あ う え お や ゆ よ わ ほ へ た て い す か ん な に ら せ ゛ ゜ ち と し は き く ま の り れ け む つ さ そ ひ こ み も ね る め",
        shifted: "Dead ぬ ふ ぁ ぅ ぇ ぉ ゃ ゅ ょ を ほ へ た て ぃ す か ん な に ら せ ゛ 「 ち と し は き く ま の り れ け 」 っ さ そ ひ こ み も 、 。 ・",
        ..PC
    },
    Layout {
        name: "Dvorak",
        plain: "` 1 2 3 4 5 6 7 8 9 0 [ ] ' , . p y f g c r l / = a o e u i d h t n s - \\ ; q j k x b m w v z",
        shifted: "~ ! @ # $ % ^ & * ( ) { } \" < > P Y F G C R L ? + A O E U I D H T N S _ | : Q J K X B M W V Z",
        ..PC
    },
];

/// The keys of a row.
pub(crate) fn keys_of(row: &'static str) -> impl Iterator<Item = &'static str> {
    row.split(' ').filter(|key| !key.is_empty())
}

/// The layout of a name.
pub(crate) fn layout(name: &str) -> &'static Layout {
    LAYOUTS.iter().find(|layout| layout.name == name).expect("a layout")
}

impl Layout {
    fn press(&self, key: &str, code: &str, shift: bool) -> KeyPress {
        KeyPress {
            key: key.to_owned(),
            code: code.to_owned(),
            ctrl: false,
            alt: false,
            alt_types: self.is_mac(),
            altgr: false,
            shift,
            layout: KnownLayout::default(),
            focus: KeyFocus::Text("a".into()),
        }
    }

    fn is_mac(&self) -> bool {
        !self.option.is_empty()
    }

    /// What is known of the layout once each key was pressed.
    fn known(&self) -> KnownLayout {
        let row = CODES.iter().zip(keys_of(self.plain)).map(|(code, key)| self.press(key, code, false));
        row.fold(KnownLayout::default(), |known, press| known.after(&press))
    }

    /// All presses that type a character, as the browser reports them in an article's text.
    pub(crate) fn presses(&self) -> Vec<KeyPress> {
        let row = |row: &'static str, shift: bool, alt: bool| {
            let keys = CODES.iter().zip(keys_of(row));
            keys.map(move |(code, key)| KeyPress { alt, ..self.press(key, code, shift) })
        };
        let altgr = self
            .altgr
            .iter()
            .map(|&(code, key)| KeyPress { altgr: true, ..self.press(key.encode_utf8(&mut [0; 4]), code, false) });
        let all = row(self.plain, false, false).chain(row(self.shifted, true, false)).chain(altgr);
        let all = all.chain(row(self.option, false, true)).chain(row(self.option_shifted, true, true));
        let layout = self.known();
        all.map(|press| KeyPress { layout, ..press }).collect()
    }

    /// The same, and with Ctrl, and with Alt where it types nothing.
    pub(crate) fn held_presses(&self) -> Vec<KeyPress> {
        let held = |press: KeyPress| {
            let ctrl = (!press.altgr && !press.alt).then(|| KeyPress { ctrl: true, ..press.clone() });
            let alt = (!press.altgr && !self.is_mac()).then(|| KeyPress { alt: true, ..press.clone() });
            [Some(press), ctrl, alt].into_iter().flatten()
        };
        self.presses().into_iter().flat_map(held).collect()
    }

    /// Keys that all layouts have, with and without modifiers.
    pub(crate) fn named_presses(&self) -> Vec<KeyPress> {
        let named = [
            "Enter",
            "Escape",
            "Delete",
            "F6",
            "F8",
            "Home",
            "End",
            "PageUp",
            "PageDown",
            "ArrowLeft",
            "ArrowRight",
            "ArrowUp",
            "ArrowDown",
        ];
        let modifiers = [(false, false), (true, false), (false, true)];
        let all = named.iter().flat_map(|key| [false, true].map(|shift| self.press(key, key, shift)));
        all.flat_map(|press| modifiers.map(|(ctrl, alt)| KeyPress { ctrl, alt, ..press.clone() })).collect()
    }
}
