//! Who is quoted where.

use std::collections::HashMap;

use crate::analysis::claims_board::{BoardClaim, ClaimsBoard};
use crate::model::{AttributeValue, EntityId};
use crate::order;

/// The attribute that says how an article reports a claim, and two of its values.
const ATTRIBUTION: &str = "attribution";
const DIRECT: &str = "direct";
const INDIRECT: &str = "indirect";

/// How many claims of a speaker an article reports.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SpokenCount {
    /// In the speaker's words.
    pub direct: usize,
    /// In other words.
    pub indirect: usize,
    /// It is not said how.
    pub other: usize,
}

impl SpokenCount {
    /// The number of claims.
    pub fn all(self) -> usize {
        self.direct + self.indirect + self.other
    }
}

/// Someone who makes claims.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SpeakerSummary {
    /// The name of the entity, or what the source is called.
    pub name: String,
    /// The entity, if the source is one.
    pub entity: Option<EntityId>,
    /// The articles that report claims of the speaker, by index, with how many.
    pub articles: Vec<(usize, SpokenCount)>,
}

impl SpeakerSummary {
    /// All claims.
    pub fn count(&self) -> SpokenCount {
        self.articles.iter().fold(SpokenCount::default(), |sum, (_, one)| SpokenCount {
            direct: sum.direct + one.direct,
            indirect: sum.indirect + one.indirect,
            other: sum.other + one.other,
        })
    }

    /// The claims in an article.
    pub fn in_article(&self, article: usize) -> SpokenCount {
        self.articles.iter().find(|(at, _)| *at == article).map_or(SpokenCount::default(), |(_, count)| *count)
    }
}

/// The speakers, those with the most claims first, then by name; and the number of claims without one.
pub(super) fn speakers(board: &ClaimsBoard) -> (Vec<SpeakerSummary>, usize) {
    let mut speakers: Vec<SpeakerSummary> = Vec::new();
    let mut known: HashMap<(Option<EntityId>, String), usize> = HashMap::new();
    let mut unsourced = 0;
    let mut claims: Vec<&BoardClaim> = board.rows.iter().flat_map(|row| &row.claims).collect();
    order::sort_by_key(&mut claims, |claim| claim.column);
    for claim in claims {
        let Some(speaker) = &claim.speaker else {
            unsourced += 1;
            continue;
        };
        // An entity is one speaker whatever its name; texts are one if they are equal.
        let name = if speaker.entity.is_some() { String::new() } else { speaker.name.clone() };
        let at = *known.entry((speaker.entity.clone(), name)).or_insert(speakers.len());
        if at == speakers.len() {
            let (name, entity) = (speaker.name.clone(), speaker.entity.clone());
            speakers.push(SpeakerSummary { name, entity, articles: Vec::new() });
        }
        if let Some(speaker) = speakers.get_mut(at) {
            add(&mut speaker.articles, claim);
        }
    }
    order::sort_by(&mut speakers, |a, b| b.count().all().cmp(&a.count().all()).then_with(|| a.name.cmp(&b.name)));
    (speakers, unsourced)
}

fn add(articles: &mut Vec<(usize, SpokenCount)>, claim: &BoardClaim) {
    if articles.last().is_none_or(|(at, _)| *at != claim.column) {
        articles.push((claim.column, SpokenCount::default()));
    }
    let Some((_, count)) = articles.last_mut() else { return };
    match claim.annotation.attributes.get(ATTRIBUTION) {
        Some(AttributeValue::Text(value)) if value == DIRECT => count.direct += 1,
        Some(AttributeValue::Text(value)) if value == INDIRECT => count.indirect += 1,
        _ => count.other += 1,
    }
}
