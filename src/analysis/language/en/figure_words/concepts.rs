//! Words that stand for the same thing when what two figures measure is compared.

use crate::analysis::language::Kind;

/// Stems with what they stand for. Sorted.
#[rustfmt::skip]
const CONCEPTS: &[(&str, &str, Kind)] = &[
    ("aboard", "aboard", Kind::Event), ("absenc", "absence", Kind::Topic), ("absent", "absence", Kind::Topic),
    ("abstain", "abstain", Kind::Event), ("abstainer", "abstain", Kind::Event), ("abstention", "abstain", Kind::Event),
    ("accident", "crash", Kind::Other), ("acquir", "deal", Kind::Topic), ("acquisition", "deal", Kind::Topic),
    ("adopt", "adopt", Kind::Event), ("aircraft", "plane", Kind::Other), ("airlin", "plane", Kind::Other),
    ("airplan", "plane", Kind::Other), ("allow", "limit", Kind::Event), ("approval", "support", Kind::Topic),
    ("area", "area", Kind::Topic), ("arrest", "arrest", Kind::Event), ("arriv", "arrive", Kind::Event),
    ("arrival", "arrive", Kind::Event), ("attend", "attend", Kind::Event), ("attendanc", "attend", Kind::Event),
    ("audienc", "popular", Kind::Topic), ("autumn", "autumn", Kind::Other), ("away", "distance", Kind::Topic),
    ("axe", "redundancy", Kind::Event), ("axed", "redundancy", Kind::Event), ("ballot", "vote", Kind::Event),
    ("beat", "win", Kind::Event), ("bid", "deal", Kind::Topic), ("birth", "birth", Kind::Event),
    ("blackout", "power", Kind::Event), ("blast", "blast", Kind::Other), ("blaz", "fire", Kind::Other),
    ("boat", "ship", Kind::Other), ("body", "die", Kind::Event), ("bomb", "blast", Kind::Other), ("born", "birth", Kind::Event),
    ("borrow", "debt", Kind::Topic), ("breach", "steal", Kind::Event), ("breakdown", "delay", Kind::Event),
    ("budget", "budget", Kind::Topic), ("build", "build", Kind::Event), ("built", "build", Kind::Event),
    ("burn", "burn", Kind::Event), ("business", "company", Kind::Other), ("buy", "deal", Kind::Topic),
    ("cancel", "cancel", Kind::Event), ("cap", "limit", Kind::Event), ("capacity", "limit", Kind::Event),
    ("car", "car", Kind::Other), ("cargo", "cargo", Kind::Topic), ("carry", "aboard", Kind::Event),
    ("case", "infect", Kind::Event), ("casualti", "injure", Kind::Event), ("casualty", "injure", Kind::Event),
    ("ceil", "limit", Kind::Event), ("chamber", "parliament", Kind::Other), ("chanc", "risk", Kind::Topic),
    ("charg", "charge", Kind::Event), ("child", "child", Kind::Other), ("city", "town", Kind::Other),
    ("climb", "rise", Kind::Other), ("clinic", "hospital", Kind::Other), ("colleg", "university", Kind::Other),
    ("collid", "crash", Kind::Other), ("collision", "crash", Kind::Other), ("company", "company", Kind::Other),
    ("compensat", "pay", Kind::Topic), ("compensation", "pay", Kind::Topic), ("compromis", "steal", Kind::Event),
    ("confiscat", "seize", Kind::Event), ("construct", "build", Kind::Event), ("contribut", "fund", Kind::Topic),
    ("convict", "convict", Kind::Event), ("cost", "price", Kind::Topic), ("crash", "crash", Kind::Other),
    ("cross", "arrive", Kind::Event), ("crowd", "attend", Kind::Event), ("custody", "arrest", Kind::Event),
    ("cut", "reduce", Kind::Other), ("cyclon", "storm", Kind::Other), ("damag", "damage", Kind::Event),
    ("dead", "die", Kind::Event), ("deal", "deal", Kind::Topic), ("death", "die", Kind::Event), ("debt", "debt", Kind::Topic),
    ("deceas", "die", Kind::Event), ("declin", "reduce", Kind::Other), ("decreas", "reduce", Kind::Other),
    ("deep", "depth", Kind::Topic), ("defeat", "win", Kind::Event), ("deficit", "deficit", Kind::Topic),
    ("degree", "temperature", Kind::Topic), ("delay", "delay", Kind::Event), ("demolish", "destroy", Kind::Event),
    ("demonstrat", "attend", Kind::Event), ("demonstrator", "attend", Kind::Event), ("deploy", "deploy", Kind::Event),
    ("depth", "depth", Kind::Topic), ("derail", "derail", Kind::Event), ("destroy", "destroy", Kind::Event),
    ("detain", "arrest", Kind::Event), ("diagnos", "infect", Kind::Event), ("die", "die", Kind::Event),
    ("diesel", "fuel", Kind::Other), ("dinghy", "ship", Kind::Other), ("displac", "flee", Kind::Event),
    ("distanc", "distance", Kind::Topic), ("doctor", "doctor", Kind::Other), ("donat", "donate", Kind::Topic),
    ("drop", "reduce", Kind::Other), ("drown", "die", Kind::Event), ("duty", "tax", Kind::Topic),
    ("earn", "profit", Kind::Topic), ("earning", "profit", Kind::Topic), ("earthquak", "magnitude", Kind::Topic),
    ("effectiv", "vaccine", Kind::Topic), ("efficacy", "vaccine", Kind::Topic), ("elect", "elect", Kind::Event),
    ("electricity", "power", Kind::Event), ("employ", "employ", Kind::Event), ("employe", "employ", Kind::Event),
    ("employee", "worker", Kind::Other), ("enter", "arrive", Kind::Event), ("evacuat", "flee", Kind::Event),
    ("evacue", "flee", Kind::Event), ("evict", "flee", Kind::Event), ("expand", "growth", Kind::Topic),
    ("explod", "blast", Kind::Other), ("explosion", "blast", Kind::Other), ("export", "export", Kind::Topic),
    ("factory", "plant", Kind::Other), ("fall", "reduce", Kind::Other), ("family", "family", Kind::Other),
    ("fatal", "die", Kind::Event), ("fatalities", "die", Kind::Event), ("fatality", "die", Kind::Event),
    ("ferry", "ship", Kind::Other), ("film", "film", Kind::Other), ("fin", "fine", Kind::Event),
    ("financ", "fund", Kind::Topic), ("fir", "shoot", Kind::Event), ("fire", "fire", Kind::Other),
    ("firm", "company", Kind::Other), ("flatten", "destroy", Kind::Event), ("fled", "flee", Kind::Event),
    ("flee", "flee", Kind::Event), ("flood", "flood", Kind::Other), ("football", "football", Kind::Other),
    ("freighter", "ship", Kind::Other), ("fuel", "fuel", Kind::Other), ("fund", "fund", Kind::Topic),
    ("gas", "fuel", Kind::Other), ("gasolin", "fuel", Kind::Other), ("gather", "attend", Kind::Event),
    ("gdp", "gdp", Kind::Topic), ("goal", "score", Kind::Event), ("group", "company", Kind::Other),
    ("grow", "rise", Kind::Other), ("growth", "growth", Kind::Topic), ("guilty", "convict", Kind::Event),
    ("gust", "speed", Kind::Topic), ("gut", "destroy", Kind::Event), ("hack", "steal", Kind::Event),
    ("headcount", "employ", Kind::Event), ("hear", "hearing", Kind::Other), ("heat", "temperature", Kind::Topic),
    ("height", "height", Kind::Topic), ("high", "height", Kind::Topic), ("hir", "hire", Kind::Event),
    ("home", "home", Kind::Other), ("homeless", "flee", Kind::Event), ("hospital", "hospital", Kind::Other),
    ("hospitalis", "injure", Kind::Event), ("hospitaliz", "injure", Kind::Event), ("house", "home", Kind::Other),
    ("hurrican", "storm", Kind::Other), ("hurt", "injure", Kind::Event), ("ill", "infect", Kind::Event),
    ("import", "import", Kind::Topic), ("imprison", "sentence", Kind::Event), ("incom", "profit", Kind::Topic),
    ("increas", "rise", Kind::Other), ("indict", "charge", Kind::Event), ("infect", "infect", Kind::Event),
    ("infection", "infect", Kind::Event), ("inflation", "inflation", Kind::Topic), ("inhabitant", "population", Kind::Topic),
    ("injur", "injure", Kind::Event), ("injury", "injure", Kind::Event), ("interest", "interest", Kind::Topic),
    ("invest", "spend", Kind::Topic), ("jail", "sentence", Kind::Event), ("jet", "plane", Kind::Other),
    ("job", "employ", Kind::Event), ("jobless", "unemployment", Kind::Topic), ("jump", "rise", Kind::Other),
    ("kid", "child", Kind::Other), ("kill", "die", Kind::Event), ("land", "arrive", Kind::Event),
    ("lawmaker", "parliament", Kind::Other), ("lay", "redundancy", Kind::Event), ("layoff", "redundancy", Kind::Event),
    ("leak", "steal", Kind::Event), ("levy", "tax", Kind::Topic), ("licenc", "limit", Kind::Event),
    ("licens", "limit", Kind::Event), ("likelihood", "risk", Kind::Topic), ("likely", "risk", Kind::Topic),
    ("limit", "limit", Kind::Event), ("load", "cargo", Kind::Topic), ("loan", "debt", Kind::Topic),
    ("los", "loss", Kind::Topic), ("loss", "loss", Kind::Topic), ("low", "reduce", Kind::Other),
    ("lower", "parliament", Kind::Other), ("magnitud", "magnitude", Kind::Topic), ("majority", "majority", Kind::Topic),
    ("march", "attend", Kind::Event), ("marcher", "attend", Kind::Event), ("marchers", "attend", Kind::Event),
    ("margin", "margin", Kind::Topic), ("massacr", "die", Kind::Event), ("maximum", "limit", Kind::Event),
    ("merger", "deal", Kind::Topic), ("minister", "minister", Kind::Other), ("missing", "missing", Kind::Event),
    ("mortgag", "mortgage", Kind::Topic), ("movi", "film", Kind::Other), ("mps", "parliament", Kind::Other),
    ("murder", "die", Kind::Event), ("ocean", "sea", Kind::Other), ("odd", "risk", Kind::Topic), ("offer", "deal", Kind::Topic),
    ("officer", "police", Kind::Other), ("outag", "power", Kind::Event), ("owe", "debt", Kind::Topic),
    ("parliament", "parliament", Kind::Other), ("pay", "pay", Kind::Topic),
    ("payout", "pay", Kind::Topic), ("payroll", "employ", Kind::Event), ("penalty", "fine", Kind::Event),
    ("perish", "die", Kind::Event), ("permit", "limit", Kind::Event), ("petition", "sign", Kind::Event),
    ("petrol", "fuel", Kind::Other), ("physician", "doctor", Kind::Other), ("plan", "plane", Kind::Other),
    ("plant", "plant", Kind::Other), ("pluck", "survive", Kind::Event), ("polic", "police", Kind::Other),
    ("poll", "support", Kind::Topic), ("population", "population", Kind::Topic), ("positiv", "infect", Kind::Event),
    ("possession", "possession", Kind::Topic), ("premium", "premium", Kind::Topic), ("pric", "price", Kind::Topic),
    ("prison", "sentence", Kind::Event), ("profit", "profit", Kind::Topic), ("protest", "attend", Kind::Event),
    ("protester", "attend", Kind::Event), ("protestor", "attend", Kind::Event), ("purchas", "deal", Kind::Topic),
    ("push", "rise", Kind::Other), ("quak", "magnitude", Kind::Topic), ("rain", "rain", Kind::Topic),
    ("rainfall", "rain", Kind::Topic), ("rais", "rise", Kind::Other), ("rally", "attend", Kind::Event),
    ("rat", "rate", Kind::Topic), ("raz", "destroy", Kind::Event), ("recall", "recall", Kind::Event),
    ("reduc", "reduce", Kind::Other), ("reduction", "reduce", Kind::Other), ("redundancy", "redundancy", Kind::Event),
    ("redundant", "redundancy", Kind::Event), ("relativ", "family", Kind::Other), ("rent", "rent", Kind::Topic),
    ("rescu", "survive", Kind::Event), ("revenu", "revenue", Kind::Topic), ("ris", "rise", Kind::Other),
    ("risk", "risk", Kind::Topic), ("sal", "sales", Kind::Topic), ("salary", "pay", Kind::Topic),
    ("sav", "survive", Kind::Event), ("saving", "save", Kind::Topic), ("scor", "score", Kind::Event),
    ("scorch", "burn", Kind::Event), ("sea", "sea", Kind::Other), ("seat", "elect", Kind::Event),
    ("seiz", "seize", Kind::Event), ("sell", "sales", Kind::Topic), ("sentenc", "sentence", Kind::Event),
    ("shar", "shares", Kind::Topic), ("ship", "ship", Kind::Other), ("shoot", "shoot", Kind::Event),
    ("shortfall", "deficit", Kind::Topic), ("shot", "shoot", Kind::Event), ("shrink", "reduce", Kind::Other),
    ("shut", "close", Kind::Event), ("shutter", "close", Kind::Event), ("sick", "infect", Kind::Event),
    ("sicken", "infect", Kind::Event), ("sign", "sign", Kind::Event), ("signatur", "sign", Kind::Event),
    ("slain", "die", Kind::Event), ("slay", "die", Kind::Event), ("soar", "rise", Kind::Other),
    ("soccer", "football", Kind::Other), ("spectator", "attend", Kind::Event), ("speed", "speed", Kind::Topic),
    ("spend", "spend", Kind::Topic), ("staff", "worker", Kind::Other), ("stak", "stake", Kind::Topic),
    ("steal", "steal", Kind::Event), ("stock", "shares", Kind::Topic), ("stol", "steal", Kind::Event),
    ("stolen", "steal", Kind::Event), ("storm", "storm", Kind::Other), ("strand", "strand", Kind::Event),
    ("strik", "strike", Kind::Event), ("study", "trial", Kind::Other),
    ("support", "support", Kind::Topic), ("surg", "rise", Kind::Other), ("surviv", "survive", Kind::Event),
    ("survivor", "survive", Kind::Event), ("takeover", "deal", Kind::Topic), ("tall", "height", Kind::Topic),
    ("tariff", "tax", Kind::Topic), ("tax", "tax", Kind::Topic), ("temperatur", "temperature", Kind::Topic),
    ("theft", "steal", Kind::Event), ("toll", "die", Kind::Event), ("town", "town", Kind::Other),
    ("trap", "trap", Kind::Event), ("travel", "arrive", Kind::Event), ("trawler", "ship", Kind::Other), ("trial", "trial", Kind::Other),
    ("triumph", "win", Kind::Event), ("turnout", "turnout", Kind::Topic), ("turnover", "revenue", Kind::Topic),
    ("typhoon", "storm", Kind::Other), ("unaccount", "missing", Kind::Event), ("unaccounted", "missing", Kind::Event),
    ("unemployment", "unemployment", Kind::Topic), ("union", "union", Kind::Other), ("university", "university", Kind::Other),
    ("unveil", "launch", Kind::Event), ("vaccin", "vaccine", Kind::Topic),
    ("valu", "price", Kind::Topic), ("vehicl", "car", Kind::Other), ("vessel", "ship", Kind::Other),
    ("victim", "die", Kind::Event), ("victory", "win", Kind::Event), ("viewer", "popular", Kind::Topic),
    ("vot", "vote", Kind::Event), ("wage", "pay", Kind::Topic), ("walkout", "strike", Kind::Event),
    ("water", "sea", Kind::Other), ("wildfir", "fire", Kind::Other), ("win", "win", Kind::Event),
    ("wind", "speed", Kind::Topic), ("work", "employ", Kind::Event), ("worker", "worker", Kind::Other),
    ("workforc", "employ", Kind::Event), ("worth", "price", Kind::Topic), ("wound", "injure", Kind::Event),
];

/// Stems of nouns that stand for people in general. Sorted.
#[rustfmt::skip]
const PEOPLE: [&str; 26] = [
    "arrival", "attende", "being", "body", "casualty", "citizen", "death", "demonstrator", "evacue", "fatality",
    "human", "individual", "liv", "marcher", "migrant", "newcomer", "peopl", "person", "protester", "protestor",
    "refuge", "seeker", "soul", "spectator", "survivor", "victim",
];

/// Stems of nouns that stand for persons of one kind. Sorted.
#[rustfmt::skip]
const PERSONS: [&str; 101] = [
    "activist", "adolescent", "adult", "baby", "boy", "buyer", "child", "civilian", "climber", "consumer", "crew",
    "crewman", "customer", "delegat", "detaine", "doctor", "driver", "employe", "family", "fan", "farmer", "fighter",
    "firefighter", "fisherman", "fishermen", "follower", "foreigner", "graduat", "guard", "guest", "gunman",
    "homeowner", "hostag", "householder", "immigrant", "infant", "inhabitant", "inmat", "investor", "journalist",
    "lawmaker", "local", "man", "member", "militant", "miner", "mourner", "nurs", "officer", "official", "owner",
    "parent", "participant", "passenger", "patient", "pensioner", "pilgrim", "pilot", "player", "policeman",
    "policemen", "prisoner", "pupil", "reader", "rebel", "recruit", "rescuer", "resident", "runner", "sailor",
    "scientist", "seafarer", "settler", "shareholder", "skier", "soldier", "staff", "striker", "student",
    "subscriber", "supporter", "suspect", "swimmer", "teacher", "teen", "teenager", "tenant", "toddler", "tourist",
    "traveler", "traveller", "troop", "user", "villager", "visitor", "volunteer", "voter", "woman", "worker",
    "worshipper", "youth",
];

/// What a stem stands for, and of what kind that is.
pub fn concept(stem: &str) -> Option<(&'static str, Kind)> {
    let at = CONCEPTS.binary_search_by(|(known, ..)| (*known).cmp(stem)).ok()?;
    CONCEPTS.get(at).map(|(_, concept, kind)| (*concept, *kind))
}

/// Whether the stem of a noun stands for people in general.
pub fn is_people(stem: &str) -> bool {
    PEOPLE.binary_search(&stem).is_ok()
}

/// Nouns for persons of one sex or age, or of a family. Sorted.
#[rustfmt::skip]
const SEX_OR_AGE: [&str; 38] = [
    "adult", "adults", "babies", "baby", "boy", "boys", "brother", "brothers", "child", "children", "daughter", "daughters",
    "girl", "girls", "infant", "infants", "kid", "kids", "male", "males", "man", "men", "minor", "minors", "pensioner",
    "pensioners", "sister", "sisters", "son", "sons", "teen", "teenager", "teenagers", "teens", "toddler", "toddlers", "woman",
    "women",
];

/// Whether a noun stands for persons of one sex or age, or of a family.
pub fn is_sex_or_age(noun: &str) -> bool {
    SEX_OR_AGE.binary_search(&noun).is_ok()
}

/// Whether the stem of a noun stands for persons of one kind.
pub fn is_person(stem: &str) -> bool {
    // "Mineworker", "churchgoer", "ticketholder".
    PERSONS.binary_search(&stem).is_ok() || ["worker", "goer", "holder"].iter().any(|end| stem.ends_with(end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_stems_are_sorted() {
        assert!(
            CONCEPTS.is_sorted_by_key(|(stem, ..)| *stem)
                && PEOPLE.is_sorted()
                && PERSONS.is_sorted()
                && SEX_OR_AGE.is_sorted()
        );
        assert!(is_person(&super::super::stem("passengers")) && !is_person("boat"));
        assert_eq!(concept("drown").map(|it| it.0), Some("die"));
        assert!(is_people(&super::super::stem("people")) && is_people(&super::super::stem("refugees")));
    }
}
