//! The forms of names in tags: the same name is one form, and some forms are shorter or other forms of another.

use std::collections::BTreeMap;

use super::kinds::NamedKind;
use crate::analysis::bare_name;
use crate::analysis::language::Naming;
use crate::analysis::names::Name;
use crate::analysis::parsed::ParsedArticle;
use crate::model::{AnnotationId, EntityId, LabelId, Project};
use crate::order;
use crate::text::TextRange;

/// A tag on a name.
#[derive(Clone, Debug)]
pub(super) struct Mention {
    pub(super) id: AnnotationId,
    /// The index of the article.
    pub(super) article: usize,
    pub(super) range: TextRange,
    /// The entity that it is linked to.
    pub(super) entity: Option<EntityId>,
    /// The text without title and possessive ending.
    pub(super) words: String,
    /// Whether a title before the name is that of a woman, or of a man.
    pub(super) is_woman: Option<bool>,
}

/// Mentions with the same name and label.
#[derive(Debug)]
pub(super) struct Form {
    pub(super) label: LabelId,
    pub(super) kind: NamedKind,
    /// The name in lower case, without dots, accents and hyphens.
    pub(super) key: String,
    pub(super) name: Name,
    /// The mentions, in the order of the texts.
    pub(super) mentions: Vec<Mention>,
}

/// Puts the mentions of articles into forms.
#[derive(Debug, Default)]
pub(super) struct FormsBuilder {
    forms: Vec<Form>,
    /// The forms with each key.
    by_key: BTreeMap<String, Vec<usize>>,
}

impl FormsBuilder {
    /// Adds the mentions in an article, the one after those that were added before.
    pub(super) fn add(&mut self, project: &Project, index: usize, article: &ParsedArticle) {
        let naming = (article.language.naming)();
        for annotation in project.annotations_of(article.id()).iter() {
            let kind = project.schema().label(&annotation.label).and_then(|label| NamedKind::of(label, naming));
            let (Some(kind), [range]) = (kind, annotation.ranges.as_slice()) else { continue };
            let words = bare_name(article.slice(*range)).into_owned();
            if !words.starts_with(|c: char| c.is_alphabetic()) {
                continue;
            }
            let (label, key, name) = (annotation.label.clone(), key(&words, naming), Name::new(&words));
            let mention = Mention {
                id: annotation.id.clone(),
                article: index,
                range: *range,
                entity: annotation.entity.clone(),
                is_woman: title(article.article.text.as_str(), *range, naming),
                words,
            };
            let same_key = self.by_key.entry(key.clone()).or_default();
            let is_same = |at: &usize| self.forms.get(*at).is_some_and(|form| form.label == label);
            let known = same_key.iter().copied().find(is_same);
            if let Some(form) = known.and_then(|at| self.forms.get_mut(at)) {
                form.mentions.push(mention);
            } else {
                same_key.push(self.forms.len());
                self.forms.push(Form { label, kind, key, name, mentions: vec![mention] });
            }
        }
    }

    /// The forms of all names that are tagged, longest first.
    pub(super) fn finish(self) -> Vec<Form> {
        let mut forms = self.forms;
        order::sort_by(&mut forms, |a, b| {
            let by_length = b.key.chars().count().cmp(&a.key.chars().count());
            by_length.then_with(|| (&a.label, &a.key).cmp(&(&b.label, &b.key)))
        });
        forms
    }
}

/// Whether the title at the beginning of a tag, or in the word before it, is that of a woman or of a man.
fn title(text: &str, range: TextRange, naming: &Naming) -> Option<bool> {
    let before = text.get(..range.start().index())?.rsplit(char::is_whitespace).find(|word| !word.is_empty());
    let inside = text.get(range.indices())?.split_whitespace().next();
    [inside, before].into_iter().flatten().find_map(|word| {
        let word = word.trim_matches(|c: char| !c.is_alphabetic()).to_lowercase();
        let is_in = |titles: &[&str]| titles.contains(&word.as_str());
        if is_in(naming.words.women_titles) { Some(true) } else { is_in(naming.words.men_titles).then_some(false) }
    })
}

/// A name in lower case, without dots, accents and hyphens; another name of the same thing is replaced by the first.
pub(super) fn key(words: &str, naming: &Naming) -> String {
    let plain = Name::new(words).key;
    let folded: String = plain.trim().chars().map(folded).collect();
    naming.canonical(&folded).to_owned()
}

/// A letter without its accent.
fn folded(c: char) -> char {
    match c {
        'à'..='å' => 'a',
        'ç' | 'č' | 'ć' => 'c',
        'è'..='ë' | 'ě' | 'ę' => 'e',
        'ì'..='ï' => 'i',
        'ñ' | 'ń' => 'n',
        'ò'..='ö' | 'ø' => 'o',
        'ś' | 'š' => 's',
        'ù'..='ü' => 'u',
        'ý' | 'ÿ' => 'y',
        'ż' | 'ź' | 'ž' => 'z',
        '-' | '‑' => ' ',
        '’' => '\'',
        _ => c,
    }
}

impl Form {
    /// The mentions in an article.
    pub(super) fn mentions_in(&self, article: usize) -> &[Mention] {
        let from = self.mentions.partition_point(|mention| mention.article < article);
        let to = self.mentions.partition_point(|mention| mention.article <= article);
        self.mentions.get(from..to).unwrap_or_default()
    }

    /// Whether this is a short or another form of a name that is at least as long.
    pub(super) fn is_form_of(&self, long: &Self, naming: &Naming) -> bool {
        if self.label != long.label || self.key == long.key {
            return false;
        }
        if is_misspelt(&self.key, &long.key) {
            return true;
        }
        match self.kind {
            NamedKind::Person => is_person(&self.key, &long.key) || self.name.shortens(&long.name),
            NamedKind::Place => is_place(&self.key, &long.key, naming) || is_acronym(self, long),
            NamedKind::Other => self.name.shortens(&long.name),
        }
    }

    /// What forms of one name have in common at least one of: the first word, the last word, the initials, the first letters.
    pub(super) fn lookup_keys(&self) -> Vec<String> {
        let mut keys = self.name.lookup_keys();
        keys.extend(self.key.split(' ').next().map(str::to_owned));
        keys.extend(self.key.split(' ').next_back().map(str::to_owned));
        if self.key.chars().count() >= LEAST_MISSPELT {
            keys.push(format!("{}…", self.key.chars().take(3).collect::<String>()));
        }
        order::sort(&mut keys);
        keys.dedup();
        keys
    }
}

/// Whether two full names are of one person: with and without middle names, or with an initial for the first name.
fn is_person(short: &str, long: &str) -> bool {
    let (short, long): (Vec<&str>, Vec<&str>) = (short.split(' ').collect(), long.split(' ').collect());
    let ([first, .., last], [other_first, .., other_last]) = (short.as_slice(), long.as_slice()) else { return false };
    let begins = |name: &str, other: &str| name.chars().count() == 1 && other.starts_with(name);
    let is_initial = begins(first, other_first) || begins(other_first, first);
    let has_middle = short.len() != long.len() && first == other_first;
    last == other_last && (is_initial || has_middle)
}

/// Whether two names of places differ by a word for a kind of place, or one is only that word.
fn is_place(short: &str, long: &str, naming: &Naming) -> bool {
    let is_word = |word: &str| naming.words.place_words.contains(&word);
    let rest = |word: &str| -> Option<&str> {
        let before = long.strip_suffix(word).and_then(|rest| rest.strip_suffix(' '));
        before.or_else(|| long.strip_prefix(word).and_then(|rest| rest.strip_prefix(' ')))
    };
    rest(short).is_some_and(is_word) || is_word(short) && long.ends_with(&format!(" {short}"))
}

fn is_acronym(short: &Form, long: &Form) -> bool {
    let is_one_word = !short.key.contains(' ') && short.key.chars().count() <= 5;
    is_one_word && !long.key.contains(short.key.as_str()) && short.name.shortens(&long.name)
}

const LEAST_MISSPELT: usize = 7;

/// Whether two long names differ in one letter that was added, left out or replaced, after the first three.
fn is_misspelt(a: &str, b: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    if a.len().min(b.len()) < LEAST_MISSPELT || a.len().abs_diff(b.len()) > 1 || a.iter().any(|c| c.is_numeric()) {
        return false;
    }
    let same = a.iter().zip(&b).take_while(|(a, b)| a == b).count();
    let (rest_a, rest_b) = (a.get(same..).unwrap_or_default(), b.get(same..).unwrap_or_default());
    let tail = rest_a.iter().rev().zip(rest_b.iter().rev()).take_while(|(a, b)| a == b).count();
    same >= 3 && rest_a.len().max(rest_b.len()) <= tail + 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_letter_may_differ_in_long_names() {
        assert!(is_misspelt("darmanin", "darmannin") && is_misspelt("tiongson", "tiongsen"));
        assert!(!is_misspelt("france", "frances") && !is_misspelt("johnson", "robinson"));
    }

    #[test]
    fn full_names_of_one_person() {
        assert!(is_person("donald trump", "donald j trump") && is_person("j smith", "john smith"));
        assert!(!is_person("rachel johnson", "boris johnson") && !is_person("trump", "donald trump"));
    }
}
