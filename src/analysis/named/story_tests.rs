//! Names in sentences of many kinds of stories, by reading: how many of them are found, and how many of what is found is right.

use super::tests::found;

/// Sentences in which names are marked: `[P Boris Johnson]` is a person, `[O …]` an organization, `[L …]` a place, `[E …]` an event, `[X …]` another
/// name.
const STORIES: [&str; 40] = [
    // War
    "[L KYIV] ([O Reuters]) - [X Russian] missiles hit a power plant near [L Kharkiv] overnight, [P Oleh Syniehubov], the regional governor, said on Telegram.",
    "The [O U.N. Security Council] will meet in [L New York] to discuss the shelling, diplomats from [L Ghana] and [L Albania] said.",
    "[O Hezbollah] fired rockets across the border, the [O Israel Defense Forces] said, a day after talks in [L Cairo] had collapsed.",
    "Colonel [P Mamadou Traore] told state radio that the army had retaken [L Menaka], a town in northern [L Mali].",
    // Court
    "A jury at [O Manchester Crown Court] convicted [P Liam Hargreaves], 27, of [L Salford], of the murder of [P Shanice Campbell].",
    "Mr Justice [P Fraser] sentenced [P Hargreaves] to life. His barrister, [P Imran Qureshi] KC, said he would appeal.",
    "The [O Supreme Court] in [L Delhi] refused bail to [P Arvind Menon], a former minister from [L Kerala].",
    "[P Sipho Nkosi], spokesman for the [O National Prosecuting Authority], said the case had been moved to [L Pretoria].",
    // Sport
    "[P Kylian Mbappe] scored twice as [L France] beat [L Denmark] 2-1 in [L Doha] to reach the last 16 of the [E World Cup].",
    "[O Arsenal] manager [P Mikel Arteta] praised [P Bukayo Saka] after the win over [O Tottenham Hotspur].",
    "[P Rafael Nadal] of [L Spain] beat [X Norwegian] [P Casper Ruud] in straight sets to win the [E French Open].",
    "[P Virat Kohli] made 112 at [L Eden Gardens], his first century since the [E Asia Cup].",
    "The [O New York Yankees] signed pitcher [P Gerrit Cole], agent [P Scott Boras] said.",
    // Business
    "[O Volkswagen] said it would build a battery plant in [L Salzgitter], [L Germany], with [X Swedish] partner [O Northvolt].",
    "Shares of [O Nakamura Steel Corp] fell 4 percent in [L Tokyo] after [O Moody's] cut its rating.",
    "[P Mary Barra], chief executive of [O General Motors], told analysts that demand in [L China] had slowed.",
    "[O Tata Consultancy Services] will hire 40,000 people, the [O Economic Times] reported, citing [P Milind Lakkad].",
    "The [O European Central Bank] raised rates, its president, [P Christine Lagarde], said in [L Frankfurt].",
    // Science
    "Researchers at the [O University of Cape Town] found the fossil in the [L Karoo], a desert in [L South Africa].",
    "[O NASA] will launch the probe from [L Cape Canaveral], said [P Thomas Zurbuchen], who leads its science programme.",
    "The study, led by Dr [P Akiko Yamada] of [O Kyoto University], was published in [O The Lancet].",
    // Disasters
    "A magnitude 6.1 earthquake struck [L Sumatra], and officials in [L Padang] told people to leave the coast.",
    "[E Cyclone Idai] killed hundreds of people in [L Beira], [L Mozambique], the [O Red Cross] said.",
    "At least 14 people died when a ferry sank on [L Lake Victoria], police commander [P Jonathan Shana] said.",
    "[O Pacific Gas and Electric] cut power as fire spread through [L Sonoma County].",
    // Obituaries
    "[P Desmond Ackroyd], who has died aged 91, taught at [O Leeds Grammar School] before he joined the [O BBC] in 1958.",
    "Born in [L Lahore], [P Zia Mohyeddin] trained at the [O Royal Academy of Dramatic Art] in [L London].",
    "She is survived by her husband, [P Olusegun], and two daughters, [P Folake] and [P Titilayo].",
    // Politics
    "[P Sadiq Khan], the [L London] mayor, accused the [O Department for Transport] of ignoring [L Croydon].",
    "[X Conservative] councillor [P Jean Whitby] told [O Barnsley Council] the bypass would harm [L Penistone].",
    "Senator [P Elizabeth Warren] of [L Massachusetts] criticized the [O Treasury Department].",
    "[X Japanese] Prime Minister [P Fumio Kishida] met [P Yoon Suk Yeol] in [L Seoul].",
    "[P Raila Odinga] rejected the result, and police fired tear gas in [L Kisumu].",
    "The [O African National Congress] lost its majority in [L Gauteng], [P Fikile Mbalula] admitted.",
    "[P Benjamin Netanyahu]'s [O Likud] won 32 of 120 seats in the [O Knesset].",
    "The [X British] government said that [L Britain] would leave the [O European Court of Human Rights].",
    "[P Nguyen Phu Trong] opened the congress of the [O Communist Party] in [L Hanoi].",
    "[P Mohammed bin Salman] received [P Abdel Fattah al-Sisi] in [L Jeddah].",
    "[P Luiz Inacio Lula da Silva] defeated [P Jair Bolsonaro] in [L Brazil].",
    "The [O Greater Manchester Combined Authority] and [O Transport for London] opposed the plan, said [P Andy Burnham].",
];

fn parse(marked: &str) -> (String, Vec<String>) {
    let (mut text, mut names) = (String::new(), Vec::new());
    let mut rest = marked;
    while let Some((before, after)) = rest.split_once('[') {
        let (inner, after) = after.split_once(']').expect("the end of a mark");
        let (kind, name) = inner.split_once(' ').expect("a kind");
        let kind = match kind {
            "P" => "Person",
            "O" => "Organization",
            "L" => "Location",
            "E" => "Event",
            _ => "Other",
        };
        text.push_str(before);
        text.push_str(name);
        names.push(format!("{kind} {name}"));
        rest = after;
    }
    text.push_str(rest);
    (text, names)
}

#[test]
fn most_names_of_all_kinds_of_stories_are_found() {
    let (mut right, mut suggested, mut marked) = (0, 0, 0);
    let mut mistakes = Vec::new();
    for story in STORIES {
        let (text, names) = parse(story);
        let found = found(&[&text]).remove(0);
        right += found.iter().filter(|one| names.contains(one)).count();
        suggested += found.len();
        marked += names.len();
        mistakes.extend(found.iter().filter(|one| !names.contains(one)).map(|one| format!("wrong: {one}")));
        mistakes.extend(names.iter().filter(|one| !found.contains(one)).map(|one| format!("missed: {one}")));
    }
    let (precision, recall) = (right as f64 / suggested as f64, right as f64 / marked as f64);
    assert!(precision > 0.9 && recall > 0.9, "precision {precision:.3}, recall {recall:.3}\n{}", mistakes.join("\n"));
}
