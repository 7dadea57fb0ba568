//! Verbs of saying, and what may follow them.

/// The form of a verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VerbForm {
    /// "say".
    Base,
    /// "says".
    Present,
    /// "said": past or past participle.
    Past,
    /// "saying".
    Participle,
}

/// What may follow a verb of saying, as a set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Follows(pub u16);

impl Follows {
    /// A quotation only: "he continued: “…”".
    pub const QUOTE: Self = Self(0);
    /// A clause, with or without "that".
    pub const CLAUSE: Self = Self(1);
    /// With [`Self::CLAUSE`]: only with "that", as the verb often means something else.
    pub const THAT: Self = Self(1 << 1);
    /// With [`Self::CLAUSE`]: without "that" only if what follows is certainly a clause: "added two goals" is none.
    pub const LOOSE: Self = Self(1 << 2);
    /// Whoever is spoken to comes first: "told reporters that".
    pub const HEARER: Self = Self(1 << 3);
    /// An infinitive: "urged Paris to act".
    pub const INFINITIVE: Self = Self(1 << 4);
    /// A noun phrase: "announced a plan".
    pub const OBJECT: Self = Self(1 << 5);
    /// "of" and what is said: "accused him of lying".
    pub const OF: Self = Self(1 << 6);
    /// "for" and what is said: "blamed him for it".
    pub const FOR: Self = Self(1 << 7);
    /// "as" and what is said: "described it as unfortunate".
    pub const AS: Self = Self(1 << 8);
    /// A quotation after the noun phrase that it names: "called it “unfortunate”".
    pub const NAMED: Self = Self(1 << 9);
    /// A preposition and what is said: "warned of floods".
    pub const ABOUT: Self = Self(1 << 10);
    /// With "out": "pointed out that".
    pub const OUT: Self = Self(1 << 12);
    /// No property of what follows: forms of the verb are nouns too ("claims", "reports").
    pub const IS_NOUN: Self = Self(1 << 13);

    /// Whether any of these may follow.
    pub fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

impl std::ops::BitOr for Follows {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// A verb of saying in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SayingVerb {
    /// What may follow it.
    pub follows: Follows,
    /// Its form.
    pub form: VerbForm,
}
