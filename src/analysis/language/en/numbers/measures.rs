//! Units of measurement.

use crate::analysis::figures::{Dimension, Measure};
use crate::analysis::parsed::Words;

use Dimension::{Area, Celsius, Data, Degrees, Energy, Fahrenheit, Length, Mass, Points, Power, Speed, Time, Volume};

/// The units by their words. Sorted.
const MEASURES: &[(&str, &str, Dimension, f64)] = &[
    ("acre", "acres", Area, 4046.86),
    ("acres", "acres", Area, 4046.86),
    ("c", "°", Celsius, 1.0),
    ("celsius", "°", Celsius, 1.0),
    ("centimeter", "cm", Length, 0.01),
    ("centimeters", "cm", Length, 0.01),
    ("centimetre", "cm", Length, 0.01),
    ("centimetres", "cm", Length, 0.01),
    ("centuries", "centuries", Time, 36525.0),
    ("century", "centuries", Time, 36525.0),
    ("cm", "cm", Length, 0.01),
    ("day", "days", Time, 1.0),
    ("days", "days", Time, 1.0),
    ("decade", "decades", Time, 3652.5),
    ("decades", "decades", Time, 3652.5),
    ("f", "°", Fahrenheit, 1.0),
    ("fahrenheit", "°", Fahrenheit, 1.0),
    ("feet", "ft", Length, 0.3048),
    ("foot", "ft", Length, 0.3048),
    ("fortnight", "fortnights", Time, 14.0),
    ("fortnights", "fortnights", Time, 14.0),
    ("ft", "ft", Length, 0.3048),
    ("g", "g", Mass, 0.001),
    ("gallon", "gal", Volume, 4.0),
    ("gallons", "gal", Volume, 4.0),
    ("gb", "GB", Data, 1000000000.0),
    ("gigabyte", "GB", Data, 1000000000.0),
    ("gigabytes", "GB", Data, 1000000000.0),
    ("gigawatt", "GW", Power, 1000000000.0),
    ("gigawatts", "GW", Power, 1000000000.0),
    ("gram", "g", Mass, 0.001),
    ("gramme", "g", Mass, 0.001),
    ("grammes", "g", Mass, 0.001),
    ("grams", "g", Mass, 0.001),
    ("gw", "GW", Power, 1000000000.0),
    ("gwh", "GWh", Energy, 1000000000.0),
    ("ha", "ha", Area, 10000.0),
    ("hectare", "ha", Area, 10000.0),
    ("hectares", "ha", Area, 10000.0),
    ("hour", "h", Time, 0.041666666666666664),
    ("hours", "h", Time, 0.041666666666666664),
    ("hr", "h", Time, 0.041666666666666664),
    ("hrs", "h", Time, 0.041666666666666664),
    ("inch", "in", Length, 0.0254),
    ("inches", "in", Length, 0.0254),
    ("kg", "kg", Mass, 1.0),
    ("kgs", "kg", Mass, 1.0),
    ("kilo", "kg", Mass, 1.0),
    ("kilogram", "kg", Mass, 1.0),
    ("kilogramme", "kg", Mass, 1.0),
    ("kilogrammes", "kg", Mass, 1.0),
    ("kilograms", "kg", Mass, 1.0),
    ("kilometer", "km", Length, 1000.0),
    ("kilometers", "km", Length, 1000.0),
    ("kilometre", "km", Length, 1000.0),
    ("kilometres", "km", Length, 1000.0),
    ("kilos", "kg", Mass, 1.0),
    ("kilowatt", "kW", Power, 1000.0),
    ("kilowatts", "kW", Power, 1000.0),
    ("km", "km", Length, 1000.0),
    ("kmh", "km/h", Speed, 0.277778),
    ("kms", "km", Length, 1000.0),
    ("knot", "kn", Speed, 0.514444),
    ("knots", "kn", Speed, 0.514444),
    ("kph", "km/h", Speed, 0.277778),
    ("kw", "kW", Power, 1000.0),
    ("kwh", "kWh", Energy, 1000.0),
    ("lb", "lb", Mass, 0.4536),
    ("lbs", "lb", Mass, 0.4536),
    ("liter", "l", Volume, 1.0),
    ("liters", "l", Volume, 1.0),
    ("litre", "l", Volume, 1.0),
    ("litres", "l", Volume, 1.0),
    ("mb", "MB", Data, 1000000.0),
    ("megabyte", "MB", Data, 1000000.0),
    ("megabytes", "MB", Data, 1000000.0),
    ("megawatt", "MW", Power, 1000000.0),
    ("megawatts", "MW", Power, 1000000.0),
    ("meter", "m", Length, 1.0),
    ("meters", "m", Length, 1.0),
    ("metre", "m", Length, 1.0),
    ("metres", "m", Length, 1.0),
    ("mg", "mg", Mass, 1e-6),
    ("mile", "miles", Length, 1609.344),
    ("miles", "miles", Length, 1609.344),
    ("milligram", "mg", Mass, 1e-6),
    ("milligrams", "mg", Mass, 1e-6),
    ("millimeter", "mm", Length, 0.001),
    ("millimeters", "mm", Length, 0.001),
    ("millimetre", "mm", Length, 0.001),
    ("millimetres", "mm", Length, 0.001),
    ("min", "min", Time, 0.0006944444444444445),
    ("mins", "min", Time, 0.0006944444444444445),
    ("minute", "min", Time, 0.0006944444444444445),
    ("minutes", "min", Time, 0.0006944444444444445),
    ("mm", "mm", Length, 0.001),
    ("month", "months", Time, 30.4),
    ("months", "months", Time, 30.4),
    ("mph", "mph", Speed, 0.44704),
    ("mw", "MW", Power, 1000000.0),
    ("mwh", "MWh", Energy, 1000000.0),
    ("night", "nights", Time, 1.0),
    ("nights", "nights", Time, 1.0),
    ("ounce", "oz", Mass, 0.02835),
    ("ounces", "oz", Mass, 0.02835),
    ("oz", "oz", Mass, 0.02835),
    ("pint", "pt", Volume, 0.57),
    ("pints", "pt", Volume, 0.57),
    ("quarter-century", "years", Time, 9131.0),
    ("sec", "s", Time, 1.1574074074074073e-5),
    ("second", "s", Time, 1.1574074074074073e-5),
    ("seconds", "s", Time, 1.1574074074074073e-5),
    ("secs", "s", Time, 1.1574074074074073e-5),
    ("sqm", "m", Area, 1.0),
    ("tb", "TB", Data, 1000000000000.0),
    ("terabyte", "TB", Data, 1000000000000.0),
    ("terabytes", "TB", Data, 1000000000000.0),
    ("ton", "t", Mass, 1000.0),
    ("tonne", "t", Mass, 1000.0),
    ("tonnes", "t", Mass, 1000.0),
    ("tons", "t", Mass, 1000.0),
    ("watt", "W", Power, 1.0),
    ("watts", "W", Power, 1.0),
    ("week", "weeks", Time, 7.0),
    ("weeks", "weeks", Time, 7.0),
    ("yard", "yd", Length, 0.9144),
    ("yards", "yd", Length, 0.9144),
    ("yd", "yd", Length, 0.9144),
    ("yds", "yd", Length, 0.9144),
    ("year", "years", Time, 365.25),
    ("years", "years", Time, 365.25),
    ("yr", "years", Time, 365.25),
    ("yrs", "years", Time, 365.25),
];

/// The unit that a word names.
pub(super) fn measure(word: &str) -> Option<Measure> {
    let at = MEASURES.binary_search_by(|(known, ..)| (*known).cmp(word)).ok()?;
    let &(_, name, dimension, factor) = MEASURES.get(at)?;
    Some(Measure { name, dimension, factor })
}

/// The unit that begins at a token, and where it ends: "square kilometres", "miles per hour", "°C".
pub fn measure_after(words: &Words, at: usize) -> Option<(usize, Measure)> {
    let word = words.at(at);
    match word {
        "square" | "sq" | "cubic" => {
            let after = if words.at(at + 1) == "." { at + 2 } else { at + 1 };
            let length = measure(words.at(after)).filter(|it| it.dimension == Length)?;
            let (power, dimension) = if word == "cubic" { (3, Volume) } else { (2, Area) };
            let factor = length.factor.powi(power) * if power == 3 { 1_000.0 } else { 1.0 };
            return Some((after + 1, Measure { name: length.name, dimension, factor }));
        }
        "degrees" | "degree" | "°" | "º" => {
            let scale = match words.at(at + 1) {
                "celsius" | "centigrade" | "c" => Some(Celsius),
                "fahrenheit" | "f" => Some(Fahrenheit),
                _ => None,
            };
            let (end, dimension) = scale.map_or((at + 1, Degrees), |scale| (at + 2, scale));
            return Some((end, Measure { name: "°", dimension, factor: 1.0 }));
        }
        "percentage" if matches!(words.at(at + 1), "point" | "points") => {
            return Some((at + 2, Measure { name: "points", dimension: Points, factor: 1.0 }));
        }
        "basis" if matches!(words.at(at + 1), "point" | "points") => {
            return Some((at + 2, Measure { name: "points", dimension: Points, factor: 0.01 }));
        }
        _ => {}
    }
    let found = measure(word)?;
    if found.dimension == Length {
        let per = match (words.at(at + 1), words.at(at + 2)) {
            ("per" | "an" | "a", "hour") | ("/", "h") => Some((at + 3, found.factor / 3_600.0)),
            ("per" | "a", "second") | ("/", "s") => Some((at + 3, found.factor)),
            _ => None,
        };
        if let Some((end, factor)) = per {
            return Some((end, Measure { name: found.name, dimension: Speed, factor }));
        }
    }
    Some((at + 1, found))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_units_are_sorted() {
        assert!(MEASURES.is_sorted_by_key(|(word, ..)| *word));
        assert_eq!(measure("km").map(|it| it.factor), Some(1_000.0));
    }
}
