//! Mentions by role, "the Prime Minister", and who has the role.

use super::descriptions::{Description, Descriptions, is_same_name};
use super::forms::Form;
use super::kinds::NamedKind;
use crate::analysis::language::Naming;
use crate::analysis::parsed::ParsedArticles;

/// That the mentions of a form in an article are a person, who is named by another form.
pub(super) struct RoleMention {
    pub(super) form: usize,
    pub(super) article: usize,
    pub(super) person: usize,
}

/// Whether a form is a role instead of a name.
pub(super) fn is_role(form: &Form, naming: &Naming) -> bool {
    let last = naming.full_role(&form.key).rsplit(' ').next();
    form.kind == NamedKind::Person && last.is_some_and(|word| naming.is_role(word))
}

/// The words of the names of forms.
#[derive(Debug, Default)]
pub(super) struct FormNames {
    /// The words, in the order of the forms.
    words: Vec<Vec<String>>,
    /// Whether the form is a role.
    is_role: Vec<bool>,
}

impl FormNames {
    pub(super) fn new(forms: &[Form], naming: &Naming) -> Self {
        Self {
            words: forms.iter().map(|form| form.key.split(' ').map(str::to_owned).collect()).collect(),
            is_role: forms.iter().map(|form| is_role(form, naming)).collect(),
        }
    }

    /// The form, if all are of one person.
    fn only(&self, persons: &[usize]) -> Option<usize> {
        let first = *persons.first()?;
        let name = self.words.get(first)?;
        persons
            .iter()
            .all(|other| self.words.get(*other).is_some_and(|other| is_same_name(name, other)))
            .then_some(first)
    }
}

/// The persons that the mentions of a form are, if it is a role: the only one whom the article describes so, or the only one in all
/// articles.
pub(super) fn resolved(parsed: &ParsedArticles, forms: &[Form], names: &FormNames, at: usize) -> Vec<RoleMention> {
    let Some(form) = forms.get(at) else { return Vec::new() };
    let language = form.mentions.first().and_then(|first| parsed.all().get(first.article)).map(|one| one.language);
    let Some(naming) = language.map(|language| (language.naming)()) else { return Vec::new() };
    if !is_role(form, naming) {
        return Vec::new();
    }
    let mut holders = Holders::new(forms, names, form, naming);
    let everywhere: Vec<usize> =
        (0..parsed.all().len()).flat_map(|article| holders.of_article(parsed, article)).collect();
    let everywhere = names.only(&everywhere);
    let mut resolved = Vec::new();
    for same in form.mentions.chunk_by(|a, b| a.article == b.article) {
        let Some(article) = same.first().map(|mention| mention.article) else { continue };
        let here = holders.of_article(parsed, article);
        let person = names.only(&here).or_else(|| everywhere.filter(|_| here.is_empty()));
        resolved.extend(person.map(|person| RoleMention { form: at, article, person }));
    }
    resolved
}

/// Finds who has a role.
struct Holders<'a> {
    forms: &'a [Form],
    names: &'a FormNames,
    /// The form that is the role.
    form: &'a Form,
    countries: Vec<usize>,
    /// The words of the role without the country.
    role: Vec<&'a str>,
    /// The form for each name that is described: few names have one role.
    known: Vec<(Vec<String>, Option<usize>)>,
}

impl<'a> Holders<'a> {
    fn new(forms: &'a [Form], names: &'a FormNames, form: &'a Form, naming: &'a Naming) -> Self {
        let (countries, role): (Vec<&str>, Vec<&str>) =
            naming.full_role(&form.key).split(' ').partition(|word| naming.country(word).is_some());
        let countries = countries.into_iter().filter_map(|word| naming.country(word)).collect();
        Self { forms, names, form, countries, role, known: Vec::new() }
    }

    /// The forms of the names that an article describes with the role.
    fn of_article(&mut self, parsed: &ParsedArticles, article: usize) -> Vec<usize> {
        let Some(article) = parsed.all().get(article) else { return Vec::new() };
        let descriptions = article.cached(Descriptions::new);
        let fits = descriptions.0.iter().filter(|one| self.fits(one)).collect::<Vec<_>>();
        fits.into_iter().filter_map(|one| self.named(&one.name)).collect()
    }

    fn fits(&self, one: &Description) -> bool {
        let ends =
            one.role.len() >= self.role.len() && one.role.iter().rev().zip(self.role.iter().rev()).all(|(a, b)| a == b);
        let same_country = self.countries.is_empty()
            || one.countries.is_empty()
            || self.countries.iter().any(|country| one.countries.contains(country));
        ends && same_country
    }

    /// The form of a name.
    fn named(&mut self, name: &[String]) -> Option<usize> {
        if let Some((_, form)) = self.known.iter().find(|(known, _)| known == name) {
            return *form;
        }
        let of_form = self.names.words.iter().zip(&self.names.is_role);
        let mut of_label =
            self.forms.iter().zip(of_form).enumerate().filter(|(_, (form, _))| form.label == self.form.label);
        let found = of_label.find(|(_, (_, (words, is_role)))| !**is_role && is_same_name(words, name));
        let found = found.map(|(at, _)| at);
        self.known.push((name.to_vec(), found));
        found
    }
}
