//! Texts in their encodings: each is recognised or guessed, and can be chosen.

use std::collections::BTreeSet;

use crossread::text::{ENCODINGS, Encoding, broken_bytes, guess_encoding, sniff};

// Articles of the Universal Declaration of Human Rights, some with a sentence added that has rarer characters.
const RUSSIAN: &str = "Все люди рождаются свободными и равными в своём достоинстве и правах. Они наделены разумом и совестью и должны поступать в отношении друг друга в духе братства. Каждый человек имеет право на жизнь, на свободу и на личную неприкосновенность.";
const UKRAINIAN: &str = "Всі люди народжуються вільними і рівними у своїй гідності та правах. Вони наділені розумом і совістю і повинні діяти у відношенні один до одного в дусі братерства. Кожна людина має право на життя, на свободу і на особисту недоторканність.";
const BULGARIAN: &str = "Всички хора се раждат свободни и равни по достойнство и права. Те са надарени с разум и съвест и следва да се отнасят помежду си в дух на братство. Всеки има право на живот, свобода и лична сигурност.";
const GREEK: &str = "Όλοι οι άνθρωποι γεννιούνται ελεύθεροι και ίσοι στην αξιοπρέπεια και τα δικαιώματα. Είναι προικισμένοι με λογική και συνείδηση, και οφείλουν να συμπεριφέρονται μεταξύ τους με πνεύμα αδελφοσύνης.";
const HEBREW: &str = "כל בני האדם נולדו בני חורין ושווים בערכם ובזכויותיהם. כולם חוננו בתבונה ובמצפון, לפיכך חובה עליהם לנהוג איש ברעהו ברוח של אחוה. כל אדם יש לו הזכות לחיים, לחרות ולבטחון אישי.";
const ARABIC: &str = "يولد جميع الناس أحرارا متساوين في الكرامة والحقوق. وقد وهبوا عقلا وضميرا وعليهم أن يعامل بعضهم بعضا بروح الإخاء. لكل فرد الحق في الحياة والحرية وسلامة شخصه.";
const THAI: &str = "มนุษย์ทั้งหลายเกิดมามีอิสระและเสมอภาคกันในเกียรติศักดิ์และสิทธิ ต่างมีเหตุผลและมโนธรรม และควรปฏิบัติต่อกันด้วยเจตนารมณ์แห่งภราดรภาพ คนทุกคนมีสิทธิในการดำเนินชีวิต ในเสรีธรรม และในความมั่นคงแห่งร่างกาย";
const POLISH: &str = "Wszyscy ludzie rodzą się wolni i równi pod względem swej godności i swych praw. Są oni obdarzeni rozumem i sumieniem i powinni postępować wobec innych w duchu braterstwa. Każdy człowiek ma prawo do życia, wolności i bezpieczeństwa swej osoby. Łódź leży w środku kraju.";
const CZECH: &str = "Všichni lidé rodí se svobodní a sobě rovní co do důstojnosti a práv. Jsou nadáni rozumem a svědomím a mají spolu jednat v duchu bratrství. Každý má právo na život, svobodu a osobní bezpečnost. Žluťoučký kůň úpěl ďábelské ódy.";
const HUNGARIAN: &str = "Minden emberi lény szabadon születik és egyenlő méltósága és joga van. Az emberek, ésszel és lelkiismerettel bírván, egymással szemben testvéri szellemben kell hogy viseltessenek. Minden személynek joga van az élethez, a szabadsághoz és a személyi biztonsághoz.";
const TURKISH: &str = "Bütün insanlar hür, haysiyet ve haklar bakımından eşit doğarlar. Akıl ve vicdana sahiptirler ve birbirlerine karşı kardeşlik zihniyeti ile hareket etmelidirler. Yaşamak, hürriyet ve kişi emniyeti her ferdin hakkıdır.";
const LITHUANIAN: &str = "Visi žmonės gimsta laisvi ir lygūs savo orumu ir teisėmis. Jiems suteiktas protas ir sąžinė ir jie turi elgtis vienas kito atžvilgiu kaip broliai. Kiekvienas žmogus turi teisę į gyvybę, laisvę ir asmens saugumą.";
const VIETNAMESE: &str = "Tâ\u{301}t ca\u{309} mo\u{323}i ngươ\u{300}i sinh ra đê\u{300}u đươ\u{323}c tư\u{323} do và bi\u{300}nh đă\u{309}ng vê\u{300} nhân phâ\u{309}m và quyê\u{300}n lơ\u{323}i. Mo\u{323}i con ngươ\u{300}i đê\u{300}u đươ\u{323}c ta\u{323}o hóa ban cho ly\u{301} trí và lương tâm và câ\u{300}n pha\u{309}i đô\u{301}i xư\u{309} vơ\u{301}i nhau trong ti\u{300}nh anh em. Ai cu\u{303}ng có quyê\u{300}n đươ\u{323}c sô\u{301}ng, tư\u{323} do, và an toàn thân thê\u{309}.";
const GERMAN: &str = "Alle Menschen sind frei und gleich an Würde und Rechten geboren. Sie sind mit Vernunft und Gewissen begabt und sollen einander im Geiste der Brüderlichkeit begegnen. „Größe“ und Übermut – das sagte er später in München.";
const FRENCH: &str = "Tous les êtres humains naissent libres et égaux en dignité et en droits. Ils sont doués de raison et de conscience et doivent agir les uns envers les autres dans un esprit de fraternité. L’été dernier, il a déclaré : « Ça ira, où que j’aille. »";
const ICELANDIC: &str = "Hver maður er borinn frjáls og jafn öðrum að virðingu og réttindum. Menn eru gæddir vitsmunum og samvisku, og ber þeim að breyta bróðurlega hverjum við annan. Allir menn eiga rétt til lífs, frelsis og mannhelgi.";
const JAPANESE: &str = "すべての人間は、生まれながらにして自由であり、かつ、尊厳と権利とについて平等である。人間は、理性と良心とを授けられており、互いに同胞の精神をもって行動しなければならない。\nすべて人は、生命、自由及び身体の安全に対する権利を有する。";
const KOREAN: &str = "모든 인간은 태어날 때부터 자유로우며 그 존엄과 권리에 있어 동등하다. 인간은 천부적으로 이성과 양심을 부여받았으며 서로 형제애의 정신으로 행동하여야 한다. 모든 사람은 생명과 신체의 자유와 안전에 대한 권리를 가진다.";
const SIMPLIFIED: &str = "人人生而自由,在尊严和权利上一律平等。他们赋有理性和良心,并应以兄弟关系的精神相对待。人人有权享有生命、自由和人身安全。任何人不得使为奴隶或奴役。";
const TRADITIONAL: &str = "人人生而自由,在尊嚴和權利上一律平等。他們賦有理性和良心,並應以兄弟關係的精神互相對待。人人有權享有生命、自由與人身安全。任何人不容使為奴役。";

/// Texts with the encodings of the Encoding Standard that they are written in.
const TEXTS: [(&str, &[&str]); 20] = [
    (RUSSIAN, &["windows-1251", "KOI8-R", "IBM866", "ISO-8859-5"]),
    (UKRAINIAN, &["windows-1251", "KOI8-U"]),
    (BULGARIAN, &["windows-1251"]),
    (GREEK, &["windows-1253", "ISO-8859-7"]),
    (HEBREW, &["windows-1255", "ISO-8859-8-I"]),
    (ARABIC, &["windows-1256", "ISO-8859-6"]),
    (THAI, &["windows-874"]),
    (POLISH, &["windows-1250", "ISO-8859-2"]),
    (CZECH, &["windows-1250", "ISO-8859-2"]),
    (HUNGARIAN, &["windows-1250", "ISO-8859-2"]),
    (TURKISH, &["windows-1254"]),
    (LITHUANIAN, &["windows-1257", "ISO-8859-13", "ISO-8859-4"]),
    (VIETNAMESE, &["windows-1258"]),
    (GERMAN, &["windows-1252", "macintosh"]),
    (FRENCH, &["windows-1252", "macintosh"]),
    (ICELANDIC, &["windows-1252"]),
    (JAPANESE, &["Shift_JIS", "EUC-JP", "ISO-2022-JP"]),
    (KOREAN, &["EUC-KR"]),
    (SIMPLIFIED, &["gb18030"]),
    (TRADITIONAL, &["Big5"]),
];

/// What the detector takes for another encoding.
const NOT_GUESSED: [&str; 1] = ["ISO-8859-4"];

fn of_standard(encoding: Encoding) -> &'static encoding_rs::Encoding {
    encoding_rs::Encoding::for_label(encoding.name().as_bytes()).expect("an encoding of the standard")
}

fn encode(text: &str, encoding: Encoding) -> Vec<u8> {
    let (bytes, _, failed) = of_standard(encoding).encode(text);
    assert!(!failed, "{} cannot encode {text}", encoding.name());
    bytes.into_owned()
}

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
