//! Texts in the encodings that they are written in: articles of the Universal Declaration of Human Rights, some with a sentence added
//! that has rarer characters.

use crossread::text::Encoding;

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
pub(crate) const GERMAN: &str = "Alle Menschen sind frei und gleich an Würde und Rechten geboren. Sie sind mit Vernunft und Gewissen begabt und sollen einander im Geiste der Brüderlichkeit begegnen. „Größe“ und Übermut – das sagte er später in München.";
pub(crate) const FRENCH: &str = "Tous les êtres humains naissent libres et égaux en dignité et en droits. Ils sont doués de raison et de conscience et doivent agir les uns envers les autres dans un esprit de fraternité. L’été dernier, il a déclaré : « Ça ira, où que j’aille. »";
const ICELANDIC: &str = "Hver maður er borinn frjáls og jafn öðrum að virðingu og réttindum. Menn eru gæddir vitsmunum og samvisku, og ber þeim að breyta bróðurlega hverjum við annan. Allir menn eiga rétt til lífs, frelsis og mannhelgi.";
const JAPANESE: &str = "すべての人間は、生まれながらにして自由であり、かつ、尊厳と権利とについて平等である。人間は、理性と良心とを授けられており、互いに同胞の精神をもって行動しなければならない。\nすべて人は、生命、自由及び身体の安全に対する権利を有する。";
const KOREAN: &str = "모든 인간은 태어날 때부터 자유로우며 그 존엄과 권리에 있어 동등하다. 인간은 천부적으로 이성과 양심을 부여받았으며 서로 형제애의 정신으로 행동하여야 한다. 모든 사람은 생명과 신체의 자유와 안전에 대한 권리를 가진다.";
const SIMPLIFIED: &str = "人人生而自由,在尊严和权利上一律平等。他们赋有理性和良心,并应以兄弟关系的精神相对待。人人有权享有生命、自由和人身安全。任何人不得使为奴隶或奴役。";
const TRADITIONAL: &str = "人人生而自由,在尊嚴和權利上一律平等。他們賦有理性和良心,並應以兄弟關係的精神互相對待。人人有權享有生命、自由與人身安全。任何人不容使為奴役。";

/// Texts with the encodings of the Encoding Standard that they are written in.
pub(crate) const TEXTS: [(&str, &[&str]); 20] = [
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

/// The encoding as encoding_rs has it.
pub(crate) fn of_standard(encoding: Encoding) -> &'static encoding_rs::Encoding {
    encoding_rs::Encoding::for_label(encoding.name().as_bytes()).expect("an encoding of the standard")
}

/// The bytes of a text.
pub(crate) fn encode(text: &str, encoding: Encoding) -> Vec<u8> {
    let (bytes, _, failed) = of_standard(encoding).encode(text);
    assert!(!failed, "{} cannot encode {text}", encoding.name());
    bytes.into_owned()
}
