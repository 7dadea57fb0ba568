//! Reads `annotation.conf` (types, attributes and their arguments) and `visual.conf` (labels and colours).
//!
//! The rules are those of brat's `projectconfig.py`: sections in brackets, comments with `#`, separators of hyphens, macros
//! `<NAME>=A|B`, `!Type` for types that only group others, `Type|Alias` before the arguments, and arguments `Role:Type|Type` with
//! `?`, `*`, `+`, `{n}` or `{n-m}` after the role.

use std::collections::HashMap;

use super::colours::colour;
use super::kinds::is_separator;
use crate::model::Colour;

/// The configuration of a folder.
#[derive(Debug, Default)]
pub(super) struct Configuration {
    /// The types of entities.
    pub(super) entities: Vec<String>,
    /// The types of events.
    pub(super) events: Vec<EventType>,
    /// The types of relations; a type with several definitions is here several times.
    pub(super) relations: Vec<RelationRule>,
    /// The attributes.
    pub(super) attributes: Vec<AttributeRule>,
    /// The names that are shown, by the name that is stored: a long one and perhaps shorter ones.
    pub(super) labels: HashMap<String, Vec<String>>,
    /// The colours, by the name that is stored.
    pub(super) colours: HashMap<String, Colour>,
}

/// A type of events, with the roles of its arguments and the types that they may have.
#[derive(Debug)]
pub(super) struct EventType {
    pub(super) name: String,
    pub(super) roles: Vec<(String, Vec<String>)>,
}

/// A definition of a type of relations.
#[derive(Debug)]
pub(super) struct RelationRule {
    pub(super) name: String,
    pub(super) roles: [String; 2],
    pub(super) types: [Vec<String>; 2],
    pub(super) is_symmetric: bool,
    pub(super) is_transitive: bool,
}

/// An attribute, with the types that may have it and its values; without values it is binary.
#[derive(Debug)]
pub(super) struct AttributeRule {
    pub(super) name: String,
    pub(super) types: Vec<String>,
    pub(super) values: Vec<String>,
}

/// The arguments of a line: keys and the texts after the colon.
type Arguments = Vec<(String, Vec<String>)>;

impl Configuration {
    /// Reads the text of `annotation.conf`. Lines that cannot be read are ignored, as the names in use are added anyway.
    pub(super) fn read_types(&mut self, text: &str) {
        let mut section = String::new();
        let mut macros: Vec<(String, String)> = Vec::new();
        for line in lines(text) {
            if let Some(name) = section_name(line) {
                section = name.to_lowercase();
                // Macros are those of a section.
                macros.clear();
            } else if let Some((name, types)) = macro_of(line) {
                macros.push((name.to_owned(), types.to_owned()));
            } else {
                let line = macros.iter().fold(line.to_owned(), |line, (name, types)| line.replace(name, types));
                self.read_type(&section, &line);
            }
        }
    }

    fn read_type(&mut self, section: &str, line: &str) {
        let (names, arguments) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
        let mut names = names.split('|');
        let Some(name) = names.next().filter(|name| !name.is_empty() && !name.starts_with(['!', '<'])) else { return };
        let aliases: Vec<String> = names.filter(|alias| !alias.is_empty()).map(str::to_owned).collect();
        if !aliases.is_empty() {
            self.labels.entry(name.to_owned()).or_insert(aliases);
        }
        let (name, arguments) = (name.to_owned(), read_arguments(arguments));
        match section {
            "entities" | "spans" => self.entities.push(name),
            "events" => {
                let is_role = |key: &str| !key.starts_with('<');
                let roles = arguments.into_iter().filter(|(key, _)| is_role(key)).collect();
                self.events.push(EventType { name, roles });
            }
            "relations" => self.relations.extend(relation_rule(name, arguments)),
            "attributes" => {
                let of = |wanted: &str| -> Vec<String> {
                    let mut found = arguments.iter().filter(|(key, _)| key == wanted);
                    found.next().map(|(_, values)| values.clone()).unwrap_or_default()
                };
                let (types, values) = (of("Arg"), of("Value"));
                self.attributes.push(AttributeRule { name, types, values });
            }
            _ => {}
        }
    }

    /// Reads the text of `visual.conf`.
    pub(super) fn read_looks(&mut self, text: &str) {
        let mut section = String::new();
        for line in lines(text) {
            if let Some(name) = section_name(line) {
                section = name.to_lowercase();
            } else if section == "labels" {
                let mut names = line.split('|').map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned);
                if let Some(stored) = names.next() {
                    self.labels.insert(stored, names.collect());
                }
            } else if section == "drawing"
                && let Some((name, arguments)) = line.split_once(char::is_whitespace)
            {
                let keys = arguments.split(',').filter_map(|one| one.trim().split_once(':'));
                let background = keys.filter(|(key, _)| *key == "bgColor").find_map(|(_, value)| colour(value));
                self.colours.extend(background.map(|colour| (name.to_owned(), colour)));
            }
        }
    }

    /// The labels that a list of types means. `<ENTITY>`, `<EVENT>` and `<ANY>` stand for all of a kind.
    pub(super) fn resolve<'a>(&'a self, types: &'a [String]) -> Vec<&'a str> {
        let entities = || self.entities.iter().map(String::as_str);
        let events = || self.events.iter().map(|event| event.name.as_str());
        let each = types.iter().flat_map(|name| match name.as_str() {
            "<ENTITY>" => entities().collect(),
            "<EVENT>" => events().collect(),
            "<ANY>" => entities().chain(events()).collect(),
            other => Vec::from_iter(Some(other).filter(|name| entities().chain(events()).any(|known| known == *name))),
        });
        each.collect()
    }

    /// The name of a type that is shown, and a shorter one; the name that is stored if no other is.
    pub(super) fn shown(&self, stored: &str) -> (String, String) {
        let mut names = self.labels.get(stored).into_iter().flatten();
        let name = names.next().map_or(stored, String::as_str);
        (name.to_owned(), names.next().cloned().unwrap_or_default())
    }
}

/// The lines that say something.
fn lines(text: &str) -> impl Iterator<Item = &str> {
    let text = text.trim_start_matches('\u{feff}');
    text.lines().map(str::trim).filter(|line| !line.starts_with('#') && !is_separator(line))
}

fn section_name(line: &str) -> Option<&str> {
    line.strip_prefix('[')?.strip_suffix(']')
}

/// `<NAME>=A|B`.
fn macro_of(line: &str) -> Option<(&str, &str)> {
    let (name, types) = line.split_once('=')?;
    let (name, types) = (name.trim(), types.trim());
    (name.starts_with('<') && name.ends_with('>') && !name.contains(char::is_whitespace)).then_some((name, types))
}

/// `Role?:Type|Type, Role*:Type`; what follows the role is not kept.
fn read_arguments(text: &str) -> Arguments {
    let one = |argument: &str| {
        let (key, values) = argument.trim().split_once(':')?;
        let key = key.split('{').next().unwrap_or(key).trim_end_matches(['?', '*', '+']);
        let values = values.split('|').map(str::trim).filter(|value| !value.is_empty());
        Some((key.to_owned(), values.map(str::to_owned).collect()))
    };
    text.split(',').filter_map(one).collect()
}

fn relation_rule(name: String, arguments: Arguments) -> Option<RelationRule> {
    let (special, roles): (Vec<_>, Vec<_>) = arguments.into_iter().partition(|(key, _)| key.starts_with('<'));
    let kind = special.iter().find(|(key, _)| key == "<REL-TYPE>").and_then(|(_, values)| values.first());
    let has = |word: &str| kind.is_some_and(|kind| kind.split('-').any(|part| part == word));
    // As in brat, `Equiv` is an equivalence also where the file does not say it.
    let is_equivalence = kind.is_none() && name == "Equiv";
    let (is_symmetric, is_transitive) = (has("symmetric") || is_equivalence, has("transitive") || is_equivalence);
    let [first, second] = <[_; 2]>::try_from(roles).ok()?;
    let (roles, types) = ([first.0, second.0], [first.1, second.1]);
    Some(RelationRule { name, roles, types, is_symmetric, is_transitive })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types_are_read() {
        let mut read = Configuration::default();
        read.read_types(
            "# a comment\n[spans]\n!Thing\n\tPerson|Human|Hum\n\tPlace\n------\n[relations]\n\
             <PP>=Person|Place\nNear Arg1:<PP>, Arg2:Place\nSame\tOne:Person, Two:Person, <REL-TYPE>:symmetric\n\
             Equiv Arg1:Person, Arg2:Person\nBroken Arg1:Person\n\
             [events]\nMove Who{2}:Person, To?:Place|<EVENT>, From*:<PP>\n\
             [attributes]\nNegated Arg:<EVENT>\nSure Arg:Person|Move, Value:high|low, <DEFAULT>:high\n[other]\nX\n",
        );
        assert_eq!(read.entities, ["Person", "Place"]);
        assert_eq!(read.labels["Person"], ["Human", "Hum"]);
        let near = &read.relations[0];
        assert_eq!(
            (near.types[0].join(" "), near.roles.join(" ")),
            ("Person Place".to_owned(), "Arg1 Arg2".to_owned())
        );
        let kinds: Vec<_> = read.relations.iter().map(|one| (one.is_symmetric, one.is_transitive)).collect();
        assert_eq!(kinds, [(false, false), (true, false), (true, true)]);
        let roles: Vec<_> =
            read.events[0].roles.iter().map(|(role, types)| format!("{role}={}", types.join("|"))).collect();
        // The macro is that of another section.
        assert_eq!(roles, ["Who=Person", "To=Place|<EVENT>", "From=<PP>"]);
        let sure = &read.attributes[1];
        assert_eq!((sure.types.join(" "), sure.values.join(" ")), ("Person Move".to_owned(), "high low".to_owned()));
        assert!(read.attributes[0].values.is_empty());
    }

    #[test]
    fn labels_and_colours_are_read() {
        let mut read = Configuration::default();
        read.read_looks(
            "[labels]\nGPE | Geo-political entity | GPE\nPerson | Person\n[drawing]\n\
             SPAN_DEFAULT\tfgColor:black, bgColor:lightgreen\nGPE\tbgColor:#FFD412\nX\tfgColor:red\n",
        );
        assert_eq!(read.shown("GPE"), ("Geo-political entity".to_owned(), "GPE".to_owned()));
        assert_eq!(read.shown("Other"), ("Other".to_owned(), String::new()));
        assert_eq!(read.colours["GPE"], Colour(0x00ff_d412));
        assert!(!read.colours.contains_key("X"));
    }
}
