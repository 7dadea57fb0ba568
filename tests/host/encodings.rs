//! Texts in their encodings: each is recognised or guessed, and can be chosen.

use std::collections::BTreeSet;

use crossread::text::{ENCODINGS, Encoding, broken_bytes, sniff};

use crate::common::guess_encoding;
use crate::legacy_texts::{FRENCH, GERMAN, TEXTS, encode, of_standard};

/// What the detector takes for another encoding.
const NOT_GUESSED: [&str; 1] = ["ISO-8859-4"];

fn decode(bytes: &[u8], encoding: Encoding) -> String {
    of_standard(encoding).decode_without_bom_handling(bytes).0.into_owned()
}

/// Each text in each of its encodings, as a file.
fn files() -> impl Iterator<Item = (&'static str, Encoding, Vec<u8>)> {
    TEXTS.into_iter().flat_map(|(text, names)| {
        names.iter().map(move |name| {
            let encoding = Encoding::find(name).expect("an encoding that is offered");
            (text, encoding, encode(text, encoding))
        })
    })
}

#[test]
fn texts_in_legacy_encodings_are_guessed() {
    let (mut encodings, mut failures) = (BTreeSet::new(), Vec::new());
    for (text, encoding, bytes) in files().filter(|(_, encoding, _)| !NOT_GUESSED.contains(&encoding.name())) {
        encodings.insert(encoding.name());
        assert_eq!(sniff(&bytes), None, "{}", encoding.name());
        let guess = guess_encoding(&bytes);
        if decode(&bytes, guess) != text {
            failures.push(format!("{} as {}: {text}", encoding.name(), guess.name()));
        }
    }
    assert!(failures.is_empty(), "{failures:#?}");
    assert_eq!(encodings.len(), 26);
}

#[test]
fn a_long_text_is_guessed_by_a_part_of_it() {
    for (text, encoding, bytes) in files().filter(|(_, encoding, _)| !NOT_GUESSED.contains(&encoding.name())) {
        let long = [b"Plain English. ".repeat(200_000), [&bytes, b"\n".as_slice()].concat().repeat(40)].concat();
        let guess = sniff(&long).unwrap_or_else(|| guess_encoding(&long));
        assert_eq!(decode(&bytes, guess), text, "{} as {}", encoding.name(), guess.name());
    }
}

#[test]
fn every_encoding_can_be_chosen_and_gives_the_text() {
    for (text, encoding, bytes) in files() {
        assert_eq!(decode(&bytes, encoding), text, "{}", encoding.name());
        assert_eq!(broken_bytes(&bytes, encoding, text).count, 0);
    }
    let offered: BTreeSet<&str> = ENCODINGS.iter().flat_map(|(_, all)| all.iter().map(|one| one.name())).collect();
    assert!(offered.iter().all(|name| encoding_rs::Encoding::for_label(name.as_bytes()).is_some()));
    // Of the standard's encodings, those that are no texts of people are not offered, nor GBK, which is decoded as gb18030.
    assert_eq!(offered.len(), 37);
}

/// The number of the line that has the byte at an offset.
fn line_at(text: &str, at: usize) -> usize {
    text[..at].matches('\n').count() + 1
}

#[test]
fn utf8_with_a_broken_sequence_stays_utf8() {
    let whole = "Łódź says “no” –".as_bytes();
    let cut = &whole[..whole.len() - 1];
    assert!(cut.ends_with(b"\xe2\x80"), "{}", cut.escape_ascii());
    let texts = TEXTS.iter().map(|(text, _)| text.replace(' ', "\n"));
    for text in texts.chain(["Łódź says\n“no” – Zoë".to_owned(), "Zoë was\nthere – yes".to_owned()]) {
        for (at, c) in text.char_indices().filter(|(_, c)| !c.is_ascii()) {
            for kept in 1..c.len_utf8() {
                let bytes = [&text.as_bytes()[..at + kept], b" ", &text.as_bytes()[at + c.len_utf8()..]].concat();
                assert_eq!(sniff(&bytes), Some(Encoding::UTF_8), "{}", bytes.escape_ascii());
                let broken = broken_bytes(&bytes, Encoding::UTF_8, &String::from_utf8_lossy(&bytes));
                assert_eq!((broken.count, broken.lines), (1, vec![line_at(&text, at)]));
            }
        }
    }
    assert_eq!(sniff(cut), Some(Encoding::UTF_8));
    assert_eq!(broken_bytes(cut, Encoding::UTF_8, &String::from_utf8_lossy(cut)).count, 1);
}

/// Bytes that are not UTF-8: a rest and two rests of a sequence, bytes that UTF-8 never has, too long sequences, one beyond Unicode,
/// a surrogate and a pair of them, letters of Windows-1252.
const BROKEN: [&[u8]; 12] = [
    b"\x80",
    b"\x80\x9c",
    b"\xff",
    b"\xfe\xfe",
    b"\xc0\xaf",
    b"\xc0\x80",
    b"\xe0\x80\xaf",
    b"\xf5\x80\x80\x80",
    b"\xed\xa0\xbd",
    b"\xed\xa0\xbd\xed\xb8\x80",
    b"\xfc",
    b"\xe9",
];

#[test]
fn utf8_with_other_bytes_in_several_places_stays_utf8() {
    let short = ["Łódź says “no” – Zoë", "Zoë was there – yes", "The café is “open” now", "Zoë was there again."];
    for text in TEXTS.iter().map(|(text, _)| *text).chain(short).filter(|text| text.contains(' ')) {
        for broken in BROKEN {
            let spaces: Vec<usize> = text.match_indices(' ').map(|(at, _)| at).collect();
            for places in 1..=3 {
                let mut bytes = text.as_bytes().to_vec();
                for at in spaces.iter().rev().step_by((spaces.len() / places).max(1)).take(places) {
                    bytes.splice(at..at, [b" ", broken].concat());
                }
                assert_eq!(sniff(&bytes), Some(Encoding::UTF_8), "{}", bytes.escape_ascii());
                let found = broken_bytes(&bytes, Encoding::UTF_8, &String::from_utf8_lossy(&bytes));
                assert_eq!(found.count, places.min(spaces.len()), "{}", bytes.escape_ascii());
            }
        }
        for end in [b"\xc3".as_slice(), b"\xe2", b"\xe2\x80", b"\xf0\x9f\x98"] {
            assert_eq!(
                sniff(&[text.as_bytes(), b" ", end].concat()),
                Some(Encoding::UTF_8),
                "cut off after {end:x?}: {text}"
            );
        }
    }
}

#[test]
fn utf8_with_a_paragraph_in_another_encoding_stays_utf8() {
    let windows = Encoding::WINDOWS_1252;
    for text in [GERMAN, FRENCH] {
        let bytes = [format!("{text}\n").as_bytes(), &encode(text, windows), b"\n", text.as_bytes()].concat();
        assert_eq!(sniff(&bytes), Some(Encoding::UTF_8));
        assert_eq!(broken_bytes(&bytes, Encoding::UTF_8, "").lines, [2]);
        // Without anything in UTF-8, it is not.
        assert_eq!(sniff(&[b"Plain English.\n".as_slice(), &encode(text, windows)].concat()), None);
    }
    for bytes in [b"the caf\xe9\x92s menu".as_slice(), b"caf\xe9", b"caf\xe9\x85 yes", b"\x93caf\xe9\x94."] {
        assert_eq!(sniff(bytes), None, "{}", bytes.escape_ascii());
    }
}

#[test]
fn legacy_words_in_an_english_text_are_not_taken_for_utf8() {
    let english = b"Yesterday the people said that they came, and then went again. ".repeat(5);
    for (text, encoding, _) in files().filter(|(_, encoding, _)| encoding.name() != "ISO-2022-JP") {
        let characters: Vec<char> = text.chars().collect();
        for part in characters.windows(32).step_by(3) {
            let part: String = part.iter().collect();
            let (words, _, failed) = of_standard(encoding).encode(&part);
            if !failed && std::str::from_utf8(&words).is_err() {
                let bytes = [english.as_slice(), &words, b" All of them."].concat();
                assert_eq!(sniff(&bytes), None, "{} {}", encoding.name(), bytes.escape_ascii());
            }
        }
    }
}

#[test]
fn a_few_words_of_a_legacy_encoding_are_not_taken_for_utf8() {
    for (text, encoding, _) in files().filter(|(_, encoding, _)| encoding.name() != "ISO-2022-JP") {
        let characters: Vec<char> = text.chars().collect();
        for part in characters.windows(32) {
            let part: String = part.iter().collect();
            let (bytes, _, failed) = of_standard(encoding).encode(&part);
            // By chance, a short text is valid UTF-8 too.
            if !failed && std::str::from_utf8(&bytes).is_err() {
                assert_eq!(sniff(&bytes), None, "{} {}", encoding.name(), bytes.escape_ascii());
            }
        }
    }
}

#[test]
fn utf16_is_recognised_with_a_mark_and_without() {
    for (text, _) in TEXTS.iter().chain(&[("Plain English.", [].as_slice()), ("Zoë 😀\n", &[])]) {
        for (encoding, order) in [
            (Encoding::UTF_16LE, u16::to_le_bytes as fn(u16) -> [u8; 2]),
            (Encoding::UTF_16BE, u16::to_be_bytes as fn(u16) -> [u8; 2]),
        ] {
            let plain: Vec<u8> = text.encode_utf16().flat_map(order).collect();
            let marked: Vec<u8> = "\u{feff}".encode_utf16().chain(text.encode_utf16()).flat_map(order).collect();
            assert_eq!(sniff(&marked), Some(encoding), "{text}");
            assert_eq!(sniff(&plain), Some(encoding), "{} {text}", encoding.name());
            // Cut off inside a unit, and in the middle of a text.
            assert_eq!(sniff(&plain[..plain.len() - 1]), Some(encoding), "{} {text}", encoding.name());
            assert_eq!(decode(&plain, encoding), *text);
        }
    }
}

#[test]
fn other_files_are_not_taken_for_utf16() {
    let picture = std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/phone.png")).expect("a picture");
    for start in 8..200 {
        let encoding = sniff(&picture[start..]);
        assert!(!matches!(encoding, Some(Encoding::UTF_16LE | Encoding::UTF_16BE)), "from byte {start}: {encoding:?}");
    }
    for text in ["", "Plain\ttext\r\n", "Zoë", "\u{1b}[1mbold"] {
        assert_eq!(sniff(text.as_bytes()), Some(Encoding::UTF_8), "{text}");
    }
    assert_eq!(sniff("\u{feff}naïve".as_bytes()), Some(Encoding::UTF_8));
    assert_eq!(sniff(b"\xef\xbb\xbfna\xefve"), Some(Encoding::UTF_8));
    assert_eq!(sniff(b"na\xefve"), None);
    assert_eq!(guess_encoding(b"na\xefve"), Encoding::WINDOWS_1252);
}

#[test]
fn one_word_in_an_english_text_is_enough() {
    let words = [
        (
            "windows-1252",
            "café façade Müller José Ångström naïve Niño Łódź São Malmö “quoted” it’s €5 20°C © ½ Noël Straße –",
        ),
        ("macintosh", "café José Beyoncé it’s crème résumé Citroën naïve"),
    ];
    for (name, words) in words {
        let encoding = Encoding::find(name).expect("an encoding");
        for word in words.split(' ') {
            let text = format!("Yesterday the people at {word} said that they would come again soon, and went.");
            let (bytes, _, failed) = of_standard(encoding).encode(&text);
            if !failed {
                assert_eq!(decode(&bytes, guess_encoding(&bytes)), text, "{name}");
            }
        }
    }
}
