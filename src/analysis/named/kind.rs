//! The kinds of names, and scores for them.

use std::ops::AddAssign;

/// What a name is a name of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum NameKind {
    /// A person.
    Person,
    /// A company, party, agency, team or other group.
    Organization,
    /// A country, town, street or other place.
    Location,
    /// A war, festival, competition or other event.
    Event,
    /// Nationalities, languages, products, works, laws.
    Other,
}

impl NameKind {
    /// All kinds.
    pub const ALL: [Self; 5] = [Self::Person, Self::Organization, Self::Location, Self::Event, Self::Other];
}

/// Evidence for each kind: the sum of points.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Scores([f32; 5]);

impl Scores {
    /// Points for one kind.
    pub(super) fn of(kind: NameKind, points: f32) -> Self {
        Self::default().and(kind, points)
    }

    /// With points for a kind.
    pub(super) fn and(mut self, kind: NameKind, points: f32) -> Self {
        self.add(kind, points);
        self
    }

    /// Adds points for a kind.
    pub(super) fn add(&mut self, kind: NameKind, points: f32) {
        self.0[kind as usize] += points;
    }

    /// The points of a kind.
    pub(super) fn get(&self, kind: NameKind) -> f32 {
        self.0[kind as usize]
    }

    /// The points, multiplied.
    pub(super) fn times(mut self, factor: f32) -> Self {
        self.0.iter_mut().for_each(|points| *points *= factor);
        self
    }

    /// The points, each at least and at most so many.
    pub(super) fn clamped(mut self, least: f32, most: f32) -> Self {
        self.0.iter_mut().for_each(|points| *points = points.clamp(least, most));
        self
    }

    /// The kind with the most points, and how many these are.
    pub(super) fn best(&self) -> (NameKind, f32) {
        let mut best = (NameKind::Person, self.get(NameKind::Person));
        for kind in NameKind::ALL {
            if self.get(kind) > best.1 {
                best = (kind, self.get(kind));
            }
        }
        best
    }

    /// The points of the best kind above those of the next.
    pub(super) fn margin(&self) -> f32 {
        let (kind, points) = self.best();
        let others = NameKind::ALL.into_iter().filter(|&other| other != kind);
        points - others.map(|other| self.get(other)).fold(f32::MIN, f32::max)
    }
}

impl AddAssign for Scores {
    fn add_assign(&mut self, other: Self) {
        self.0.iter_mut().zip(other.0).for_each(|(points, more)| *points += more);
    }
}
