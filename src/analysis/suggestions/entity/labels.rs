//! The label that a schema has for a name, date or quantity.

use crate::analysis::language::{Classes, Lexicon};
use crate::analysis::named::NameKind;
use crate::model::{Label, LabelKind, Schema};

/// What a label is wanted for.
#[derive(Clone, Copy)]
pub(super) enum Named<'a> {
    /// A name: its kind, its words, and the words of the language.
    Name(NameKind, &'a str, &'a Lexicon),
    /// A day or longer.
    Date,
    /// A time of less than a day.
    Time,
    /// A sum of money.
    Money,
    /// A percentage.
    Percent,
    /// A measure with its unit.
    Measure,
    /// A number of things.
    Count,
}

// The ids, names and short names of labels that mean the same, in lower case, with hyphens for spaces; the first that a schema has is taken.
const PERSON: &[&str] = &["person", "per", "pers", "people", "human", "individual"];
const ORGANIZATION: &[&str] = &["organization", "organisation", "org", "company", "institution", "corporation"];
const LOCATION: &[&str] = &["location", "loc", "place", "geo", "gpe", "country-or-city"];
const TOWN: &[&str] = &["gpe", "country-or-city", "location", "loc", "place", "geo"];
const FACILITY: &[&str] = &["facility", "fac", "location", "loc", "place", "geo", "gpe"];
const EVENT: &[&str] = &["event", "evt", "eve", "misc", "miscellaneous", "other"];
const NATIONALITY: &[&str] = &["norp", "group", "nationality", "misc", "miscellaneous", "other"];
const OTHER: &[&str] = &["misc", "miscellaneous", "other", "product", "work_of_art", "work-of-art"];
const DATE: &[&str] = &["date", "time", "datetime", "temporal", "tim", "timex"];
const TIME: &[&str] = &["time", "date", "datetime", "temporal", "tim", "timex"];
const MONEY: &[&str] = &["money", "quantity", "number", "numeric", "num", "figure", "amount"];
const PERCENT: &[&str] = &["percent", "percentage", "quantity", "number", "numeric", "num", "figure", "amount"];
const MEASURE: &[&str] = &["quantity", "number", "numeric", "num", "figure", "amount", "measure"];
const COUNT: &[&str] = &["cardinal", "quantity", "number", "numeric", "num", "figure", "amount"];

/// Whether a label marks dates.
pub fn is_date_label(label: &Label) -> bool {
    label.kind == LabelKind::Entity && DATE.iter().any(|wanted| is_called(label, wanted))
}

/// The label that a schema has for people, or else for organisations.
pub(in crate::analysis::suggestions) fn label_of_speakers(schema: &Schema) -> Option<&Label> {
    find(schema, PERSON).or_else(|| find(schema, ORGANIZATION))
}

/// Whether a schema has a label for any of these.
pub(super) fn fits(schema: &Schema) -> bool {
    [PERSON, ORGANIZATION, LOCATION, EVENT, OTHER, NATIONALITY, DATE, MONEY, PERCENT, MEASURE, COUNT]
        .iter()
        .any(|wanted| find(schema, wanted).is_some())
}

/// The label of a schema.
pub(super) fn label_for<'a>(schema: &'a Schema, named: Named<'_>) -> Option<&'a Label> {
    find(schema, wanted(named))
}

fn wanted(named: Named<'_>) -> &'static [&'static str] {
    match named {
        Named::Name(kind, words, lexicon) => of_name(kind, words, lexicon),
        Named::Date => DATE,
        Named::Time => TIME,
        Named::Money => MONEY,
        Named::Percent => PERCENT,
        Named::Measure => MEASURE,
        Named::Count => COUNT,
    }
}

fn of_name(kind: NameKind, words: &str, lexicon: &Lexicon) -> &'static [&'static str] {
    let classes = lexicon.get(words);
    let last = words.rsplit(' ').next().unwrap_or_default();
    match kind {
        NameKind::Person => PERSON,
        NameKind::Organization => ORGANIZATION,
        NameKind::Location if lexicon.get(last).has(Classes::BUILDING_WORD) && !classes.has(Classes::COUNTRY) => {
            FACILITY
        }
        NameKind::Location
            if lexicon.get(last).has(Classes::PLACE_WORD) && !classes.has(Classes::COUNTRY) && last != "City" =>
        {
            LOCATION
        }
        NameKind::Location => TOWN,
        NameKind::Event => EVENT,
        NameKind::Other if classes.has(Classes::NATIONALITY) => NATIONALITY,
        NameKind::Other => OTHER,
    }
}

/// The first label of the kind "entity" that has one of these as its id, name or short name.
fn find<'a>(schema: &'a Schema, wanted: &[&str]) -> Option<&'a Label> {
    let entities = || schema.labels.iter().filter(|label| label.kind == LabelKind::Entity);
    wanted.iter().find_map(|wanted| entities().find(|label| is_called(label, wanted)))
}

fn is_called(label: &Label, wanted: &str) -> bool {
    let is_same = |text: &str| text.replace(' ', "-").eq_ignore_ascii_case(wanted);
    is_same(&label.name) || is_same(label.id.as_str()) || is_same(&label.short)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::language::en;
    use crate::model::PRESETS;

    fn shown(preset: &str) -> Vec<String> {
        let schema = PRESETS.iter().find(|(name, _)| *name == preset).expect("a preset").1();
        let name = |kind, words| Named::Name(kind, words, en::lexicon());
        let all = [
            name(NameKind::Person, "Priti Patel"),
            name(NameKind::Organization, "Frontex"),
            name(NameKind::Location, "France"),
            name(NameKind::Location, "Hyde Park"),
            name(NameKind::Location, "North Sea"),
            name(NameKind::Event, "World Cup"),
            name(NameKind::Other, "French"),
            Named::Date,
            Named::Time,
            Named::Money,
            Named::Percent,
            Named::Measure,
            Named::Count,
        ];
        all.into_iter()
            .map(|one| label_for(&schema, one).map_or("-", |label| label.short.as_str()).to_owned())
            .collect()
    }

    #[test]
    fn labels_of_the_presets_are_found() {
        assert_eq!(
            shown("News claims"),
            [
                "PER", "ORG", "LOC", "LOC", "LOC", "EVENT", "MISC", "DATE", "DATE", "QUANTITY", "QUANTITY", "QUANTITY",
                "QUANTITY"
            ]
        );
        assert_eq!(
            shown("CoNLL-2003"),
            ["PER", "ORG", "LOC", "LOC", "LOC", "MISC", "MISC", "-", "-", "-", "-", "-", "-"]
        );
        assert_eq!(
            shown("OntoNotes 5"),
            [
                "PERSON", "ORG", "GPE", "FAC", "LOC", "EVENT", "NORP", "DATE", "TIME", "MONEY", "PERCENT", "QUANTITY",
                "CARDINAL"
            ]
        );
        assert!(shown("Plain").iter().all(|one| one == "-"));
    }
}
