//! How a source that is no entity yet becomes one.

use crate::analysis::bare_name;
use crate::analysis::named::NamedSpan;
use crate::analysis::parsed::ParsedArticle;
use crate::analysis::speech::Speech;
use crate::analysis::suggestions::NewSource;
use crate::analysis::suggestions::entity::label_of_name;
use crate::model::{Label, Schema};

/// The label and the mention of a source; `None` for a pronoun without a name. `people` is the label for people. A source that is only
/// described ("officials") becomes an entity without a mention.
pub(super) fn new_source(
    (schema, people): (&Schema, &Label),
    article: &ParsedArticle,
    names: &[NamedSpan],
    speech: &Speech,
) -> Option<NewSource> {
    if speech.is_unresolved || speech.name.trim().is_empty() {
        return None;
    }
    let bare = bare_name(&speech.name);
    let is_name = speech.name.starts_with(|c: char| !c.is_lowercase());
    // "Lowe" is a part of "Ada Lowe".
    let is_part = |words: &str| *words == *bare || bare.strip_suffix(words).is_some_and(|rest| rest.ends_with(' '));
    let starts_in_source = names.partition_point(|name| name.range.start() < speech.source.start());
    let mut inside = names[starts_in_source..].iter().take_while(|name| name.range.end() <= speech.source.end());
    let mention = inside.find(|name| is_name && is_part(&bare_name(article.slice(name.range))));
    let label = match mention.or_else(|| names.iter().find(|name| is_name && *article.slice(name.range) == *bare)) {
        Some(name) => label_of_name(schema, article, name),
        None => Some(people),
    }?;
    Some(NewSource { label: label.id.clone(), mention: mention.map(|name| name.range) })
}
