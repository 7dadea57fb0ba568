//! The properties of a Word document (Dublin Core).

use roxmltree::Document as Xml;

use crate::format::documents::DocumentDetails;
use crate::format::documents::details::{clean, day, language};

/// Reads the properties.
pub(super) fn read(xml: &Xml<'_>) -> DocumentDetails {
    let value = |name: &str| {
        let found = xml.root_element().children().find(|node| node.tag_name().name() == name);
        found.and_then(|node| node.text()).unwrap_or_default()
    };
    let author = clean(value("creator"));
    // When it was written is no date of publication, but mostly near it.
    DocumentDetails {
        title: clean(value("title")),
        source: author.clone(),
        date: day(value("created")),
        language: language(value("language")),
        author,
        url: String::new(),
    }
}
