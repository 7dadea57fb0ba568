//! What figures are measured in.

use crate::analysis::dates::Grain;

/// What a measure measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Dimension {
    /// In metres.
    Length,
    /// In square metres.
    Area,
    /// In litres.
    Volume,
    /// In kilograms.
    Mass,
    /// In metres per second.
    Speed,
    /// In degrees Celsius; degrees Fahrenheit are another dimension, as they have another zero.
    Celsius,
    /// In degrees Fahrenheit.
    Fahrenheit,
    /// In degrees of an unknown scale, or of an angle.
    Degrees,
    /// In watts.
    Power,
    /// In watt hours.
    Energy,
    /// In bytes.
    Data,
    /// In percentage points.
    Points,
    /// In days. Such figures are durations, which are marked as dates.
    Time,
}

/// A unit of measurement.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Measure {
    /// Its short name.
    pub name: &'static str,
    /// What it measures.
    pub dimension: Dimension,
    /// How many of the dimension's base unit it is.
    pub factor: f64,
}

/// What a figure is measured in.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Unit {
    /// A number of things.
    Count,
    /// A percentage, or a fraction as one.
    Percent,
    /// Money, with its currency as an ISO 4217 code; "dollars" are USD, and "francs" alone are a currency of that name.
    Money(&'static str),
    /// A measure.
    Measure(Measure),
    /// The age of a person in years.
    Age,
    /// The result of a match or a vote.
    Score,
    /// When something happens, as days since 1 January 1970, or as the minutes of a day.
    Moment(Grain),
}

impl Unit {
    /// How many base units it is.
    pub(super) fn factor(&self) -> f64 {
        match self {
            Self::Measure(measure) => measure.factor,
            _ => 1.0,
        }
    }

    /// Whether figures in the two can be compared.
    pub fn is_comparable(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Measure(own), Self::Measure(other)) => own.dimension == other.dimension,
            (Self::Money(own), Self::Money(other)) => own == other || is_named(own, other) || is_named(other, own),
            _ => self == other,
        }
    }

    /// Its short name: "%", "GBP", "km"; empty for what is counted, ages and scores.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Percent => "%",
            Self::Money(code) => code,
            Self::Measure(measure) => measure.name,
            Self::Moment(grain) => grain.name(),
            Self::Count | Self::Age | Self::Score => "",
        }
    }

    /// Whether it is a duration, which is marked as a date.
    pub fn is_time(&self) -> bool {
        matches!(self, Self::Measure(measure) if measure.dimension == Dimension::Time)
    }
}

/// Whether a currency can be what a name of several currencies stands for.
fn is_named(name: &str, code: &str) -> bool {
    let codes: &[&str] = match name {
        "crowns" => &["CZK", "DKK", "NOK", "SEK", "kroner"],
        "francs" => &["BEF", "CHF", "FRF"],
        "kroner" => &["DKK", "NOK"],
        "pesos" => &["ARS", "CLP", "COP", "MXN", "PHP"],
        _ => &[],
    };
    codes.contains(&code)
}

/// The metre.
pub(super) const METRE: Measure = Measure { name: "m", dimension: Dimension::Length, factor: 1.0 };
