//! Ids: opaque strings that never change, with one type for each kind of record.

use std::cmp::Ordering;
use std::fmt;
use std::rc::Rc;

/// The maximum number of trailing digits that are compared as a number, so that it fits into 64 bits.
const DIGITS: usize = 18;

/// Natural order: "a2" before "a10".
fn natural(a: &str, b: &str) -> Ordering {
    if a == b { Ordering::Equal } else { stem_and_number(a).cmp(&stem_and_number(b)).then_with(|| a.cmp(b)) }
}

/// The number at the end of an id, and the bytes before it.
fn stem_and_number(id: &str) -> (&[u8], u64) {
    let bytes = id.as_bytes();
    let digits = bytes.iter().rev().take(DIGITS).take_while(|byte| byte.is_ascii_digit()).count();
    let (stem, number) = bytes.split_at(bytes.len() - digits);
    (stem, number.iter().fold(0, |value, digit| 10 * value + u64::from(digit - b'0')))
}

macro_rules! id_type {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, Hash)]
        pub struct $name(Rc<str>);

        impl $name {
            /// Creates an id from a string.
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

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                &self.0
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
    /// The id of an article.
    ArticleId
);
id_type!(
    /// The id of an annotation.
    AnnotationId
);
id_type!(
    /// The id of an entity.
    EntityId
);
id_type!(
    /// The id of a relation.
    RelationId
);
id_type!(
    /// The id of a label: without spaces, and unchanged when the label is renamed.
    LabelId
);
id_type!(
    /// The id of a relation type: without spaces, and unchanged when the type is renamed.
    RelationTypeId
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_sort_in_natural_order() {
        let mut ids: Vec<AnnotationId> = ["a10", "b1", "a2", "a", "a02"].into_iter().map(Into::into).collect();
        ids.sort();
        assert_eq!(format!("{ids:?}"), "[a, a02, a2, a10, b1]");
        let long = ["9".repeat(30), "1".repeat(31), "é7".to_owned(), "é10".to_owned()];
        let mut ids: Vec<AnnotationId> = long.iter().map(|id| id.as_str().into()).collect();
        ids.sort();
        assert_eq!(ids.iter().map(AnnotationId::as_str).collect::<Vec<_>>(), [&long[1], &long[0], &long[2], &long[3]]);
    }
}
