//! Detects the encoding of an article file. `web::files` decodes it.

/// An encoding of article files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, with or without a byte order mark.
    Utf8,
    /// UTF-16, little-endian, recognised by its byte order mark.
    Utf16Le,
    /// UTF-16, big-endian, recognised by its byte order mark.
    Utf16Be,
    /// Windows-1252: the fallback.
    Windows1252,
}

impl Encoding {
    /// The label in the Encoding Standard, for `TextDecoder`.
    pub fn label(self) -> &'static str {
        match self {
            Self::Utf8 => "utf-8",
            Self::Utf16Le => "utf-16le",
            Self::Utf16Be => "utf-16be",
            Self::Windows1252 => "windows-1252",
        }
    }
}

/// The encoding of a file's bytes: that of the byte order mark, else UTF-8 if the bytes are valid UTF-8, else
/// Windows-1252.
pub fn sniff(bytes: &[u8]) -> Encoding {
    match bytes {
        [0xff, 0xfe, ..] => Encoding::Utf16Le,
        [0xfe, 0xff, ..] => Encoding::Utf16Be,
        _ if std::str::from_utf8(bytes).is_ok() => Encoding::Utf8,
        _ => Encoding::Windows1252,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn encodings_are_detected() {
        assert_eq!(sniff("\u{feff}naïve".as_bytes()), Encoding::Utf8);
        assert_eq!(sniff(b"\xff\xfea\0"), Encoding::Utf16Le);
        assert_eq!(sniff(b"\xfe\xff\0a"), Encoding::Utf16Be);
        assert_eq!(sniff(b"na\xefve"), Encoding::Windows1252);
        assert_eq!(sniff(b""), Encoding::Utf8);
    }
}
