//! English words that tell of people: titles, roles, and the gender of common given names.

use crate::analysis::language::Gender;

/// Words for what somebody is, in lower case, sorted.
#[rustfmt::skip]
const ROLES: [&str; 175] = [
    "actor", "actress", "adviser", "advisor", "agent", "aide", "ambassador", "analyst", "archaeologist",
    "archbishop", "architect", "astronomer", "attorney", "author", "backbencher", "banker", "baroness", "bishop",
    "boss", "brother", "businessman", "businesswoman", "campaigner", "candidate", "captain", "cardinal",
    "caretaker", "chair", "chairman", "chairperson", "chairwoman", "chancellor", "chief", "climatologist", "coach",
    "colonel", "columnist", "commander", "commissioner", "congressman", "congresswoman", "constable", "coroner",
    "correspondent", "councillor", "counsel", "counterpart", "critic", "daughter", "dean", "defendant", "delegate",
    "deputy", "designer", "detective", "diplomat", "director", "doctor", "driver", "ecologist", "economist",
    "editor", "emperor", "engineer", "epidemiologist", "executive", "expert", "father", "fisherman", "forecaster",
    "foreman", "founder", "general", "geologist", "governor", "head", "historian", "husband", "inspector",
    "investigator", "investor", "janitor", "journalist", "judge", "justice", "king", "lawmaker", "lawyer", "leader",
    "lecturer", "lieutenant", "magistrate", "major", "manager", "mayor", "medic", "meteorologist", "minister",
    "monsignor", "mother", "mp", "neighbor", "neighbour", "nominee", "nurse", "officer", "official", "operator",
    "opponent", "organiser", "organizer", "owner", "paramedic", "partner", "physicist", "pilot", "player", "pm",
    "policeman", "policewoman", "pope", "premier", "president", "pretender", "priest", "prince", "princess",
    "principal", "producer", "professor", "prosecutor", "psychologist", "qc", "queen", "rabbi", "rector", "referee",
    "rep", "representative", "researcher", "resident", "retailer", "scientist", "seaman", "secretary", "senator",
    "sergeant", "sheriff", "sister", "skipper", "soldier", "solicitor", "son", "speaker", "spokesman",
    "spokesperson", "spokeswoman", "striker", "student", "superintendent", "surgeon", "surveyor", "survivor",
    "teacher", "teammate", "trader", "treasurer", "trustee", "victim", "volunteer", "widow", "wife", "winger",
    "witness", "worker",
];

/// Common given names of men, in lower case, sorted.
#[rustfmt::skip]
const MALE_NAMES: [&str; 171] = [
    "adam", "alan", "albert", "alex", "alexander", "andrew", "anthony", "antonio", "arthur", "barack", "ben",
    "benjamin", "bernard", "bill", "bob", "boris", "brian", "bruce", "carlos", "charles", "chris", "christopher",
    "colin", "craig", "daniel", "danilo", "dave", "david", "dennis", "derek", "dominic", "donald", "douglas",
    "eduardo", "edward", "emmanuel", "eric", "ernest", "ethan", "felix", "francis", "frank", "fred", "frederick",
    "gareth", "gary", "gavin", "geoffrey", "george", "gerald", "gordon", "graham", "grant", "greg", "hans",
    "harold", "harry", "henry", "howard", "hugh", "ian", "isaac", "ivan", "jack", "jacob", "james", "jason", "jeff",
    "jeffrey", "jeremy", "jerome", "jim", "joe", "john", "jonathan", "jorge", "joseph", "josh", "joshua", "juan",
    "justin", "karl", "keith", "ken", "kenneth", "kevin", "larry", "lars", "lee", "leo", "leon", "liam", "louis",
    "lucas", "luis", "luke", "marco", "marcus", "mario", "mark", "martin", "matt", "matthew", "max", "michael",
    "miguel", "mike", "mohamed", "mohammad", "mohammed", "muhammad", "nathan", "neil", "nicholas", "nick",
    "nicolas", "nigel", "noah", "oliver", "oscar", "owen", "patrick", "paul", "pedro", "peter", "phil", "philip",
    "pierre", "ralph", "ray", "raymond", "ricardo", "richard", "rob", "robert", "roger", "roland", "ron", "ronald",
    "ross", "roy", "russell", "ryan", "sam", "samuel", "scott", "sean", "sebastian", "simon", "stefan", "stephen",
    "steve", "steven", "stuart", "ted", "terry", "thomas", "tim", "timothy", "toby", "tom", "tony", "trevor",
    "vincent", "vladimir", "walter", "warren", "wayne", "will", "william", "xavier",
];

/// Common given names of women, in lower case, sorted.
#[rustfmt::skip]
const FEMALE_NAMES: [&str; 173] = [
    "abigail", "alice", "alison", "amanda", "amber", "amelia", "amy", "andrea", "angela", "anna", "anne", "annie",
    "audrey", "barbara", "beth", "betty", "brenda", "carla", "carol", "caroline", "catherine", "charlotte",
    "cheryl", "chloe", "christina", "christine", "claire", "clara", "cynthia", "dawn", "deborah", "debra", "denise",
    "diana", "diane", "donna", "doris", "dorothy", "edith", "eleanor", "elena", "elizabeth", "ellen", "emily",
    "emma", "erin", "eva", "evelyn", "fatima", "fiona", "frances", "gemma", "gillian", "gloria", "grace", "hannah",
    "harriet", "heather", "helen", "hillary", "holly", "ingrid", "irene", "isabel", "isabella", "jacqueline",
    "jane", "janet", "janice", "jennifer", "jenny", "jessica", "jill", "joan", "joanna", "joanne", "josefina",
    "joyce", "judith", "judy", "julia", "julie", "karen", "kate", "katherine", "kathleen", "kathryn", "katie",
    "kelly", "kim", "laura", "lauren", "leah", "lillian", "linda", "lisa", "liz", "louise", "lucy", "lydia", "lynn",
    "maggie", "margaret", "maria", "marie", "marilyn", "marion", "martha", "mary", "maya", "megan", "melania",
    "melanie", "melissa", "michelle", "miriam", "monica", "nancy", "naomi", "natalie", "nicola", "nicole", "nina",
    "nora", "olivia", "pamela", "patricia", "paula", "pauline", "penelope", "penny", "phoebe", "polly", "priti",
    "priya", "rachel", "rebecca", "rita", "rosa", "rosario", "rose", "rosemary", "ruth", "sally", "samantha",
    "sandra", "sara", "sarah", "sharon", "sheila", "shirley", "sofia", "sonia", "sophie", "stella", "stephanie",
    "susan", "suzanne", "sylvia", "tanya", "tara", "teresa", "theresa", "tina", "tracy", "ursula", "vanessa",
    "vera", "victoria", "virginia", "wendy", "yvonne", "zoe",
];

/// Words that tell that somebody is a man or a woman.
const MALE_WORDS: [&str; 13] = [
    "actor",
    "boy",
    "brother",
    "businessman",
    "chairman",
    "father",
    "fisherman",
    "husband",
    "king",
    "man",
    "policeman",
    "son",
    "spokesman",
];
const FEMALE_WORDS: [&str; 14] = [
    "actress",
    "businesswoman",
    "chairwoman",
    "daughter",
    "girl",
    "mother",
    "policewoman",
    "princess",
    "queen",
    "sister",
    "spokeswoman",
    "widow",
    "wife",
    "woman",
];

/// Whether a title stands before a name: with the gender that it tells, if any.
pub(super) fn courtesy_title(word: &str) -> Option<Option<Gender>> {
    match word {
        "mr" | "sir" | "lord" | "monsieur" | "herr" | "señor" | "signor" | "don" => Some(Some(Gender::Male)),
        "ms" | "mrs" | "miss" | "dame" | "lady" | "madame" | "mme" | "frau" => Some(Some(Gender::Female)),
        "dr" | "prof" | "rev" | "hon" | "gov" | "sen" | "gen" | "col" | "capt" | "lt" | "sgt" | "maj" | "adm"
        | "cmdr" | "supt" | "det" | "insp" | "messrs" => Some(None),
        _ => None,
    }
}

/// Whether a word in lower case, singular or plural, says what somebody is: "minister", "spokesman", "officials".
pub(super) fn is_role(word: &str) -> bool {
    let is_known = |word: &str| ROLES.binary_search(&word).is_ok();
    is_known(word) || word.strip_suffix('s').is_some_and(is_known)
}

/// The gender that a given name or a word for a person tells, in lower case.
pub(super) fn gender_of(word: &str) -> Option<Gender> {
    if MALE_NAMES.binary_search(&word).is_ok() || MALE_WORDS.contains(&word) {
        return Some(Gender::Male);
    }
    (FEMALE_NAMES.binary_search(&word).is_ok() || FEMALE_WORDS.contains(&word)).then_some(Gender::Female)
}

/// Whether a word in lower case is a common given name.
pub(super) fn is_given_name(word: &str) -> bool {
    MALE_NAMES.binary_search(&word).is_ok() || FEMALE_NAMES.binary_search(&word).is_ok()
}

/// The words of a role, where a short form stands for it.
pub(super) fn role_words(word: &str) -> &'static [&'static str] {
    match word {
        "pm" => &["prime", "minister"],
        "judge" => &["justice"],
        _ => &[],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_are_sorted() {
        assert!(ROLES.is_sorted() && MALE_NAMES.is_sorted() && FEMALE_NAMES.is_sorted());
        assert!(is_role("minister") && is_role("officials") && !is_role("letter"));
        assert_eq!(gender_of("spokeswoman"), Some(Gender::Female));
        assert_eq!(courtesy_title("mr"), Some(Some(Gender::Male)));
    }
}
