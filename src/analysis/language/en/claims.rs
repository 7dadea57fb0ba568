//! English words that tell whether a sentence states something that can be checked.

use crate::analysis::language::ClaimCue;
use ClaimCue::{
    Act as A, Cause as R, Change as H, Comparison as C, Figure as F, Opinion as O, Possibility as P, Superlative as S,
    Wish as W,
};

/// The words in lower case, sorted.
#[rustfmt::skip]
const CUES: [(&str, ClaimCue); 381] = [
    ("accused", A), ("acquired", A), ("added", H), ("after", R), ("agreed", A), ("almost", C), ("amazing", O),
    ("angry", O), ("announced", A), ("appointed", A), ("approved", A), ("arguably", O), ("arrested", A),
    ("arrived", A), ("attacked", A), ("attributed", R), ("average", C), ("awful", O), ("banned", A), ("beat", A),
    ("beautiful", O), ("became", H), ("because", R), ("began", A), ("best", S), ("better", C), ("bigger", C),
    ("biggest", S), ("billion", F), ("billions", F), ("blamed", R), ("bleak", O), ("born", A), ("bought", A),
    ("brilliant", O), ("built", A), ("buried", A), ("burned", A), ("called", A), ("canceled", A), ("cancelled", A),
    ("cause", R), ("caused", R), ("causes", R), ("changed", H), ("charged", A), ("climbed", H), ("closed", A),
    ("collapsed", A), ("compared", C), ("confirmed", A), ("congratulations", W), ("convicted", A), ("could", P),
    ("crashed", A), ("cut", H), ("cuts", H), ("damaged", A), ("dead", A), ("deadliest", S), ("decline", H),
    ("declined", H), ("declines", H), ("decrease", H), ("decreased", H), ("decreases", H), ("defeated", A),
    ("delight", O), ("delighted", O), ("demanded", A), ("denied", A), ("destroyed", A), ("detected", A), ("died", A),
    ("disappointed", O), ("disappointing", O), ("discovered", A), ("disgrace", O), ("disgraceful", O),
    ("dismissed", A), ("double", C), ("doubled", H), ("down", H), ("dozen", F), ("dozens", F), ("driven", R),
    ("drop", H), ("dropped", H), ("drops", H), ("drowned", A), ("due", R), ("earliest", S), ("eight", F),
    ("eighteen", F), ("eighty", F), ("elected", A), ("eleven", F), ("ended", A), ("evacuated", A), ("ever", S),
    ("exceed", C), ("exceeded", C), ("exceeds", C), ("expanded", H), ("exploded", A), ("fair", O), ("fall", H),
    ("fallen", H), ("falling", H), ("falls", H), ("far", C), ("faster", C), ("fastest", S), ("feel", O), ("feels", O),
    ("fell", H), ("felt", O), ("fewer", C), ("fifteen", F), ("fifty", F), ("fined", A), ("finished", A), ("fired", A),
    ("first", S), ("five", F), ("following", R), ("forced", R), ("fortunately", O), ("forty", F), ("found", A),
    ("founded", A), ("four", F), ("fourteen", F), ("fueled", R), ("fuelled", R), ("furious", O), ("gained", H),
    ("glad", O), ("goodbye", W), ("greater", C), ("greatest", S), ("grew", H), ("grim", O), ("grow", H),
    ("growing", H), ("grown", H), ("grows", H), ("half", C), ("halved", H), ("happy", O), ("hate", O),
    ("heaviest", S), ("held", A), ("higher", C), ("highest", S), ("hired", A), ("hit", A), ("hope", W), ("hoped", W),
    ("hopefully", O), ("hopes", W), ("horrible", O), ("hundred", F), ("hundreds", F), ("hurt", A), ("i", O),
    ("i'd", O), ("i'll", O), ("i'm", O), ("i've", O), ("identified", A), ("if", P), ("imagine", O), ("improved", H),
    ("increase", H), ("increased", H), ("increases", H), ("increasing", H), ("injured", A), ("invaded", A),
    ("i’d", O), ("i’ll", O), ("i’m", O), ("i’ve", O), ("jailed", A), ("joined", A), ("jumped", H), ("killed", A),
    ("larger", C), ("largest", S), ("last", S), ("latest", S), ("launched", A), ("leading", R), ("leads", R),
    ("least", C), ("led", R), ("left", A), ("less", C), ("let", W), ("let's", W), ("let’s", W), ("likely", P),
    ("longest", S), ("lost", H), ("love", O), ("lower", C), ("lowered", H), ("lowest", S), ("luckily", O),
    ("majority", C), ("married", A), ("may", P), ("maybe", O), ("me", O), ("means", R), ("meant", R), ("measured", A),
    ("met", A), ("might", P), ("million", F), ("millions", F), ("minority", C), ("missing", A), ("more", C),
    ("most", C), ("moved", A), ("must", W), ("my", O), ("named", A), ("narrowed", H), ("nearly", C), ("need", W),
    ("needs", W), ("never", S), ("nine", F), ("nineteen", F), ("ninety", F), ("older", C), ("oldest", S), ("only", S),
    ("opened", A), ("ordered", A), ("ought", W), ("our", O), ("owing", R), ("paid", A), ("passed", A), ("perhaps", O),
    ("planned", A), ("plans", A), ("please", W), ("pledged", A), ("plunged", H), ("poorest", S), ("possible", P),
    ("possibly", P), ("postponed", A), ("promised", A), ("prompted", R), ("proposed", A), ("proud", O),
    ("published", A), ("quarter", C), ("raised", H), ("record", S), ("recovered", H), ("reduced", H), ("refused", A),
    ("rejected", A), ("released", A), ("rescued", A), ("resigned", A), ("result", R), ("resulted", R), ("results", R),
    ("returned", A), ("revoked", A), ("richest", S), ("ridiculous", O), ("rise", H), ("risen", H), ("rises", H),
    ("rising", H), ("rose", H), ("ruled", A), ("sacked", A), ("sad", O), ("sadly", O), ("sank", A), ("scored", A),
    ("seem", O), ("seems", O), ("sent", A), ("sentenced", A), ("seven", F), ("seventeen", F), ("seventy", F),
    ("shame", O), ("shameful", O), ("shortest", S), ("shot", A), ("should", W), ("shrank", H), ("shrunk", H),
    ("signed", A), ("six", F), ("sixteen", F), ("sixty", F), ("slower", C), ("slumped", H), ("smaller", C),
    ("smallest", S), ("soared", H), ("sold", A), ("sorry", O), ("sparked", R), ("spent", A), ("stabbed", A),
    ("started", A), ("stemmed", R), ("strongest", S), ("struck", A), ("stupid", O), ("surely", O), ("surged", H),
    ("suspected", A), ("suspended", A), ("ten", F), ("terrible", O), ("than", C), ("thank", W), ("thanks", W),
    ("third", C), ("thirteen", F), ("thirty", F), ("thousand", F), ("thousands", F), ("three", F), ("total", C),
    ("tragic", O), ("triggered", R), ("trillion", F), ("triple", C), ("tripled", C), ("twelve", F), ("twenty", F),
    ("twice", C), ("two", F), ("unfair", O), ("unfortunately", O), ("unprecedented", S), ("up", H), ("us", O),
    ("voted", A), ("warned", A), ("we", O), ("we'll", O), ("we're", O), ("we've", O), ("welcome", W), ("we’ll", O),
    ("we’re", O), ("we’ve", O), ("whether", P), ("widened", H), ("wish", W), ("wishes", W), ("withdrawn", A),
    ("withdrew", A), ("won", A), ("wonderful", O), ("worse", C), ("worsened", H), ("worst", S), ("would", P),
    ("wounded", A), ("you", O), ("younger", C), ("youngest", S), ("your", O),
];

/// What a word in lower case says about its sentence.
pub(super) fn claim_cue(word: &str) -> Option<ClaimCue> {
    if let Ok(at) = CUES.binary_search_by_key(&word, |row| row.0) {
        return Some(CUES[at].1);
    }
    // "richest", "coldest", but not "forest" or "protest".
    let is_superlative = word.len() > 6
        && word.ends_with("est")
        && !matches!(word, "protest" | "request" | "interest" | "harvest" | "conquest" | "manifest" | "suggest");
    is_superlative.then_some(S)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_are_sorted() {
        assert!(CUES.is_sorted_by_key(|row| row.0));
        assert_eq!(claim_cue("deadliest"), Some(S));
        assert_eq!(claim_cue("snowiest"), Some(S));
        assert_eq!(claim_cue("protest"), None);
    }
}
