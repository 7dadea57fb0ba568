//! Schemas with the named entities of two common data sets.

use super::colours::COLOURS;
use super::labels::{Row, label, schema};
use crate::model::{LabelKind, Schema};

/// The four types of the shared task of CoNLL-2003.
pub(super) fn conll_2003() -> Schema {
    of_rows(
        "CoNLL-2003",
        &[
            ("Person", "PER", "1", "People by name, without title or role."),
            ("Organization", "ORG", "2", "Companies, institutions, parties, teams."),
            ("Location", "LOC", "3", "Countries, cities, regions, seas, mountains, buildings."),
            ("Miscellaneous", "MISC", "4", "Other names, and words made of names: nationalities, events, works."),
        ],
    )
}

/// The eighteen types of OntoNotes 5.0, described as in its guidelines.
pub(super) fn ontonotes_5() -> Schema {
    of_rows(
        "OntoNotes 5",
        &[
            ("Person", "PERSON", "1", "People, including fictional."),
            ("Group", "NORP", "2", "Nationalities or religious or political groups."),
            ("Facility", "FAC", "3", "Buildings, airports, highways, bridges, etc."),
            ("Organization", "ORG", "4", "Companies, agencies, institutions, etc."),
            ("Country or city", "GPE", "5", "Countries, cities, states."),
            ("Location", "LOC", "6", "Non-GPE locations, mountain ranges, bodies of water."),
            ("Product", "PRODUCT", "7", "Vehicles, weapons, foods, etc. (not services)."),
            ("Event", "EVENT", "8", "Named hurricanes, battles, wars, sports events, etc."),
            ("Work of art", "WORK_OF_ART", "9", "Titles of books, songs, etc."),
            ("Law", "LAW", "01", "Named documents made into laws."),
            ("Language", "LANGUAGE", "02", "Any named language."),
            ("Date", "DATE", "03", "Absolute or relative dates or periods."),
            ("Time", "TIME", "04", "Times smaller than a day."),
            ("Percent", "PERCENT", "05", "Percentage (including “%”)."),
            ("Money", "MONEY", "06", "Monetary values, including unit."),
            ("Quantity", "QUANTITY", "07", "Measurements, as of weight or distance."),
            ("Ordinal", "ORDINAL", "08", "“first”, “second”."),
            ("Cardinal", "CARDINAL", "09", "Numerals that do not fall under another type."),
        ],
    )
}

fn of_rows(name: &str, rows: &[Row]) -> Schema {
    let colours = rows.iter().zip(COLOURS);
    schema(name, colours.map(|(&row, colour)| label(LabelKind::Entity, row, colour)).collect())
}
