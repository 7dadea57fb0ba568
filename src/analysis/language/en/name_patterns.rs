//! How names of English texts are formed, and the prepositions before them.

use crate::analysis::language::NamePatterns;

/// The patterns of English.
pub(super) const PATTERNS: NamePatterns = NamePatterns {
    surname_endings: SURNAME_ENDINGS,
    surname_beginnings: SURNAME_BEGINNINGS,
    place_endings: PLACE_ENDINGS,
    lower_beginnings: LOWER_BEGINNINGS,
    abbreviated_endings: "Inc,Corp,Co,Ltd,Bros,Cos,Assn,Dept,Jr,Sr,N.V,S.A,L.P,Pty,Bhd",
    prepositions: PREPOSITIONS,
};

const SURNAME_ENDINGS: &str = "ov,ova,ev,eva,enko,ski,sky,ska,skaya,skiy,vich,ovic,vić,ić,sson,son,sen,berg,stein,man,mann,idis,opoulos,akis,escu,oglu,shvili,adze,yan,ian,wala,ez,elli,etti,ini,wicz,czyk,uddin,ullah,zadeh";
const SURNAME_BEGINNINGS: &str = "Mc,Mac,O',O’,Fitz";
const PLACE_ENDINGS: &str = "shire,ville,town,burgh,burg,borough,bury,stan,abad,grad,land,lands,pur,chester,mouth,wick,ford,port,haven,dale,ingham,hampton,field,ham,minster,pool,bridge,wood,stead,combe,istan,nagar,vik,polis";
const LOWER_BEGINNINGS: &str = "al,el,ul,an,as,ash,ad,at,ar,az,d,l,bin,dell";

/// Sorted by word.
const PREPOSITIONS: &[(&str, [f32; 3])] = &[
    ("across", [2.5, 0.0, 0.0]),
    ("against", [0.3, 0.9, 0.6]),
    ("around", [1.8, 0.0, 0.0]),
    ("at", [0.9, 0.9, 0.0]),
    ("between", [0.4, 0.3, 0.3]),
    ("by", [0.0, 0.8, 0.9]),
    ("for", [0.2, 0.6, 0.4]),
    ("from", [1.3, 0.5, 0.2]),
    ("in", [2.6, 0.0, 0.0]),
    ("inside", [1.6, 0.3, 0.0]),
    ("into", [1.6, 0.2, 0.0]),
    ("like", [0.2, 0.3, 0.5]),
    ("near", [3.2, 0.0, 0.0]),
    ("off", [2.0, 0.0, 0.0]),
    ("on", [0.2, 0.2, 0.0]),
    ("outside", [2.4, 0.2, 0.0]),
    ("over", [0.3, 0.0, 0.1]),
    ("than", [0.0, 0.2, 0.3]),
    ("through", [1.0, 0.0, 0.0]),
    ("throughout", [3.0, 0.0, 0.0]),
    ("to", [0.9, 0.2, 0.3]),
    ("toward", [1.5, 0.0, 0.0]),
    ("towards", [1.5, 0.0, 0.0]),
    ("via", [1.5, 0.0, 0.0]),
    ("with", [0.0, 0.7, 0.8]),
    ("within", [1.2, 0.5, 0.0]),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_prepositions_are_sorted() {
        assert!(PREPOSITIONS.is_sorted_by_key(|(word, _)| *word));
    }
}
