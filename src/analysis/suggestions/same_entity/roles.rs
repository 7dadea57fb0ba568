//! Mentions by role, "the Prime Minister", and who has the role.

use super::descriptions::{Descriptions, is_same_name};
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

/// The persons that mentions by role are: the only one whom the article describes so, or the only one in all articles.
pub(super) fn resolved(parsed: &ParsedArticles, forms: &[Form]) -> Vec<RoleMention> {
    let mut resolved = Vec::new();
    for (at, form) in forms.iter().enumerate() {
        let Some(first) = form.mentions.first() else { continue };
        let Some(naming) = parsed.all().get(first.article).map(|article| (article.language.naming)()) else { continue };
        if !is_role(form, naming) {
            continue;
        }
        let everywhere: Vec<usize> =
            (0..parsed.all().len()).flat_map(|article| persons(parsed, forms, form, article, naming)).collect();
        let mut articles: Vec<usize> = form.mentions.iter().map(|mention| mention.article).collect();
        articles.dedup();
        for article in articles {
            let here = persons(parsed, forms, form, article, naming);
            let person = only(forms, &here).or_else(|| only(forms, &everywhere).filter(|_| here.is_empty()));
            resolved.extend(person.map(|person| RoleMention { form: at, article, person }));
        }
    }
    resolved
}

/// The forms of the names that an article describes with the role of a form.
fn persons(parsed: &ParsedArticles, forms: &[Form], form: &Form, article: usize, naming: &Naming) -> Vec<usize> {
    let Some(article) = parsed.all().get(article) else { return Vec::new() };
    let descriptions = article.cached(Descriptions::new);
    let words: Vec<&str> = naming.full_role(&form.key).split(' ').collect();
    let countries: Vec<usize> = words.iter().filter_map(|word| naming.country(word)).collect();
    let role: Vec<&str> = words.into_iter().filter(|word| naming.country(word).is_none()).collect();
    let fits = descriptions.0.iter().filter(|one| {
        let ends = one.role.len() >= role.len() && one.role.iter().rev().zip(role.iter().rev()).all(|(a, b)| a == b);
        let same_country = countries.is_empty()
            || one.countries.is_empty()
            || countries.iter().any(|country| one.countries.contains(country));
        ends && same_country
    });
    let mut persons = Vec::new();
    for description in fits {
        let is_named = |(_, other): &(usize, &Form)| {
            let name: Vec<String> = other.key.split(' ').map(str::to_owned).collect();
            other.label == form.label && !is_role(other, naming) && is_same_name(&name, &description.name)
        };
        persons.extend(forms.iter().enumerate().find(is_named).map(|(at, _)| at));
    }
    persons
}

/// The form, if all are of one person.
fn only(forms: &[Form], persons: &[usize]) -> Option<usize> {
    let words = |at: usize| -> Vec<String> {
        forms.get(at).map(|form| form.key.split(' ').map(str::to_owned).collect()).unwrap_or_default()
    };
    let first = *persons.first()?;
    persons.iter().all(|&other| is_same_name(&words(first), &words(other))).then_some(first)
}
