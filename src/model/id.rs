//! Ids: strings that never change and mean nothing, one type for each kind of record.

use std::cmp::Ordering;
use std::fmt;
use std::rc::Rc;

/// Orders ids as a person would: "a2" before "a10".
fn natural(a: &str, b: &str) -> Ordering {
    if a == b { Ordering::Equal } else { stem_and_number(a).cmp(&stem_and_number(b)).then_with(|| a.cmp(b)) }
}

fn stem_and_number(id: &str) -> (&str, u64) {
    let digits = id.len() - id.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    let (stem, number) = id.split_at(id.len() - digits.min(18));
    (stem, number.parse().unwrap_or(0))
}

macro_rules! id_type {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, Hash)]
        pub struct $name(Rc<str>);

        impl $name {
            /// Takes a string as an id.
            pub fn new(id: impl Into<Rc<str>>) -> Self {
                Self(id.into())
            }

            /// The id as a string.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl From<&str> for $name {
            fn from(id: &str) -> Self {
                Self(id.into())
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl Ord for $name {
            fn cmp(&self, other: &Self) -> Ordering {
                natural(&self.0, &other.0)
            }
        }

        impl PartialOrd for $name {
            fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
                Some(self.cmp(other))
            }
        }
    };
}

id_type!(
    /// Names an article.
    ArticleId
);
id_type!(
    /// Names an annotation.
    AnnotationId
);
id_type!(
    /// Names an entity.
    EntityId
);
id_type!(
    /// Names a relation.
    RelationId
);
id_type!(
    /// Names a label; it stays when the label's name changes. Has no blanks.
    LabelId
);
id_type!(
    /// Names a relation type; it stays when the type's name changes. Has no blanks.
    RelationTypeId
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_sort_as_a_person_would() {
        let mut ids: Vec<AnnotationId> = ["a10", "b1", "a2", "a", "a02"].into_iter().map(Into::into).collect();
        ids.sort();
        assert_eq!(format!("{ids:?}"), "[a, a02, a2, a10, b1]");
    }
}
