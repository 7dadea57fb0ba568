//! The encodings that texts come in.

/// An encoding of the Encoding Standard.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Encoding(&'static str);

/// Encodings that are offered together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Script {
    /// Encodings of all characters.
    Unicode,
    /// Western European languages.
    Western,
    /// Central European languages, such as Polish and Czech.
    Central,
    /// Baltic languages.
    Baltic,
    /// Other European languages.
    European,
    /// Cyrillic.
    Cyrillic,
    /// Greek.
    Greek,
    /// Turkish.
    Turkish,
    /// Hebrew.
    Hebrew,
    /// Arabic.
    Arabic,
    /// Thai.
    Thai,
    /// Vietnamese.
    Vietnamese,
    /// Japanese.
    Japanese,
    /// Korean.
    Korean,
    /// Chinese in simplified characters.
    SimplifiedChinese,
    /// Chinese in traditional characters.
    TraditionalChinese,
}

const fn all<const N: usize>(names: [&'static str; N]) -> [Encoding; N] {
    let mut encodings = [Encoding::UTF_8; N];
    let mut at = 0;
    while at < N {
        encodings[at] = Encoding(names[at]);
        at += 1;
    }
    encodings
}

/// All encodings of the Encoding Standard that a text may have, by script. GBK is a part of gb18030.
pub const ENCODINGS: [(Script, &[Encoding]); 16] = [
    (Script::Unicode, &all(["UTF-8", "UTF-16LE", "UTF-16BE"])),
    (Script::Western, &all(["windows-1252", "macintosh", "ISO-8859-15"])),
    (Script::Central, &all(["windows-1250", "ISO-8859-2"])),
    (Script::Baltic, &all(["windows-1257", "ISO-8859-13", "ISO-8859-4"])),
    (Script::European, &all(["ISO-8859-3", "ISO-8859-10", "ISO-8859-14", "ISO-8859-16"])),
    (Script::Cyrillic, &all(["windows-1251", "KOI8-R", "KOI8-U", "IBM866", "ISO-8859-5", "x-mac-cyrillic"])),
    (Script::Greek, &all(["windows-1253", "ISO-8859-7"])),
    (Script::Turkish, &all(["windows-1254"])),
    (Script::Hebrew, &all(["windows-1255", "ISO-8859-8-I", "ISO-8859-8"])),
    (Script::Arabic, &all(["windows-1256", "ISO-8859-6"])),
    (Script::Thai, &all(["windows-874"])),
    (Script::Vietnamese, &all(["windows-1258"])),
    (Script::Japanese, &all(["Shift_JIS", "EUC-JP", "ISO-2022-JP"])),
    (Script::Korean, &all(["EUC-KR"])),
    (Script::SimplifiedChinese, &all(["gb18030"])),
    (Script::TraditionalChinese, &all(["Big5"])),
];

impl Encoding {
    /// UTF-8.
    pub const UTF_8: Self = Self("UTF-8");
    /// UTF-16, little-endian.
    pub const UTF_16LE: Self = Self("UTF-16LE");
    /// UTF-16, big-endian.
    pub const UTF_16BE: Self = Self("UTF-16BE");
    /// Windows-1252.
    pub const WINDOWS_1252: Self = Self("windows-1252");
    /// MacRoman.
    pub const MACINTOSH: Self = Self("macintosh");

    /// ISO-8859-4.
    pub const ISO_8859_4: Self = Self("ISO-8859-4");
    /// GB18030.
    pub const GB18030: Self = Self("gb18030");
    /// KOI8-R.
    pub const KOI8_R: Self = Self("KOI8-R");
    /// KOI8-U.
    pub const KOI8_U: Self = Self("KOI8-U");

    /// Its name in the Encoding Standard, which is also a label that `TextDecoder` takes.
    pub fn name(self) -> &'static str {
        self.0
    }

    /// The encoding of a name in the Encoding Standard.
    pub fn find(name: &str) -> Option<Self> {
        let name = if name == "GBK" { "gb18030" } else { name };
        let mut encodings = ENCODINGS.iter().flat_map(|(_, encodings)| encodings.iter());
        encodings.find(|encoding| encoding.0 == name).copied()
    }
}
