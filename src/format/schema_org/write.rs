//! Writes the graph of claims and their reviews.

use std::rc::Rc;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::claims::{Author, author, claims, verdict};
use crate::format::draft::value_text;
use crate::json::{Json, NewObject};
use crate::model::{Annotation, Article, AttributeValue, Entity, Project, is_web_address};

/// What an id in an address has as it is.
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');
/// The names of article attributes with the address of the article.
const ADDRESSES: [&str; 3] = ["url", "link", "address"];
/// Parts of the names of labels of persons and of organizations.
const PERSONS: [&str; 3] = ["person", "people", "politician"];
const ORGANIZATIONS: [&str; 6] = ["organi", "company", "institution", "party", "agency", "government"];

/// The claims of a project.
pub(super) fn document(project: &Project) -> Json {
    let mut graph = Vec::new();
    for group in claims(project) {
        graph.extend(of_group(project, &group));
    }
    let mut document = NewObject::default();
    document.required("@context", &"https://schema.org");
    document.required("@graph", &graph);
    document.into()
}

/// A claim, and a review for each verdict about it.
fn of_group(project: &Project, group: &[Rc<Annotation>]) -> Vec<Json> {
    let Some(first) = group.first() else { return Vec::new() };
    let (id, text) = (id_of(first), project.exact(first));
    let mut others: Vec<String> = Vec::new();
    let mut articles: Vec<&Article> = Vec::new();
    for tag in group {
        let wording = project.exact(tag);
        if wording != text && !others.contains(&wording) {
            others.push(wording);
        }
        let new = project.article(&tag.article).filter(|new| !articles.iter().any(|known| known.id == new.id));
        articles.extend(new.map(|article| &**article));
    }
    let mut claim = typed("Claim");
    claim.required("@id", &id);
    claim.required("text", &text);
    if !others.is_empty() {
        claim.required("alternateName", &others);
    }
    let author = group.iter().find_map(|tag| author(project, tag));
    if let Some(author) = author {
        claim.required("author", &author_json(project, &author));
    }
    let appearances: Vec<Json> = articles.into_iter().map(appearance).collect();
    claim.required("appearance", &appearances);
    let mut all = vec![Json::from(claim)];
    let mut seen: Vec<&AttributeValue> = Vec::new();
    for tag in group {
        let Some((_, value)) = verdict(project, tag).filter(|(_, value)| !seen.contains(value)) else { continue };
        seen.push(value);
        all.push(review(tag, value, &id, &project.exact(tag)));
    }
    all
}

fn typed(name: &str) -> NewObject {
    let mut object = NewObject::default();
    object.required("@type", &name);
    object
}

/// The id of a claim in the document.
fn id_of(tag: &Annotation) -> String {
    format!("#claim-{}", utf8_percent_encode(tag.id.as_str(), ENCODED))
}

fn appearance(article: &Article) -> Json {
    let mut object = typed("Article");
    object.optional("headline", &article.title);
    if let Some(address) = address(article) {
        object.required("url", &address);
    }
    if !article.source.is_empty() && !is_web_address(&article.source) {
        let mut publisher = typed("Organization");
        publisher.required("name", &article.source);
        object.required("publisher", &Json::from(publisher));
    }
    object.optional("datePublished", &article.date);
    object.optional("inLanguage", &article.language.as_str().to_owned());
    object.into()
}

/// The address of an article.
fn address(article: &Article) -> Option<String> {
    let named = |name: &str| {
        let found = article.attributes.iter().find(|(attribute, _)| attribute.to_lowercase() == name);
        found.map(|(_, value)| value_text(value))
    };
    let all = ADDRESSES.iter().filter_map(|name| named(name)).chain([article.source.clone()]);
    all.map(|address| address.trim().to_owned()).find(|address| is_web_address(address))
}

fn author_json(project: &Project, author: &Author<'_>) -> Json {
    match author {
        Author::Named(name) => {
            let mut object = NewObject::default();
            object.required("name", name);
            object.into()
        }
        Author::Known(entity) => entity_json(project, entity),
    }
}

fn entity_json(project: &Project, entity: &Entity) -> Json {
    let mut object = entity_type(project, entity).map_or_else(NewObject::default, typed);
    object.required("name", &entity.name);
    let mut same: Vec<String> = Vec::new();
    for (scheme, id) in
        entity.identifiers.iter().filter(|(scheme, id)| Entity::expected_identifier(scheme, id).is_none())
    {
        match scheme.as_str() {
            "wikidata" => same.push(format!("https://www.wikidata.org/entity/{id}")),
            "url" => same.push(id.clone()),
            _ => {}
        }
    }
    if !same.is_empty() {
        object.required("sameAs", &same);
    }
    object.into()
}

/// The type of an entity by its label, or by the labels of its mentions.
fn entity_type(project: &Project, entity: &Entity) -> Option<&'static str> {
    let mention = || project.mentions_of(&entity.id).next().map(|tag| tag.label.clone());
    let label = project.schema().label(&entity.label.clone().or_else(mention)?)?;
    let names = [label.name.to_lowercase(), label.id.as_str().to_lowercase(), label.short.to_lowercase()];
    let has = |parts: &[&str], short: &str| {
        names.iter().any(|name| name == short || parts.iter().any(|part| name.contains(part)))
    };
    match () {
        () if has(&PERSONS, "per") => Some("Person"),
        () if has(&ORGANIZATIONS, "org") => Some("Organization"),
        () => None,
    }
}

/// A review of a claim.
fn review(tag: &Annotation, value: &AttributeValue, claim: &str, text: &str) -> Json {
    let mut rating = typed("Rating");
    match value {
        AttributeValue::Number(number) => rating.required("ratingValue", number),
        value => rating.required("alternateName", &value_text(value)),
    }
    let mut item = NewObject::default();
    item.required("@id", &claim);
    let mut review = typed("ClaimReview");
    review.required("claimReviewed", &text);
    review.required("itemReviewed", &Json::from(item));
    review.required("reviewRating", &Json::from(rating));
    let who = if tag.modifier.is_empty() { &tag.creator } else { &tag.modifier };
    if !who.is_empty() {
        let mut author = typed("Person");
        author.required("name", who);
        review.required("author", &Json::from(author));
    }
    let when = tag.modified.as_ref().unwrap_or(&tag.created).as_str();
    review.required("datePublished", &when.get(..10).unwrap_or(when));
    review.into()
}
