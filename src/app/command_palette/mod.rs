//! What the command palette lists: the commands that can be run, and what can be done with labels, articles and entities;
//! and how well each matches what was typed.

mod rank;

use super::commands::commands;
use super::entities::EntityPage;
use super::messages::commands as words;
use super::{Action, AnnotationFilter, Dialog, EntityAction, Mode, OccurrenceAction, State, TagAction, ViewAction};
use crate::order;
use rank::{rank, search_words};

/// How many entries of each group are listed.
const LISTED: usize = 40;

/// Something the command palette lists.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Its group.
    pub group: Group,
    /// What it says.
    pub title: String,
    /// Its keys, as people read them; empty if it has none.
    pub keys: String,
    /// What it does.
    pub action: Action,
}

/// The headings of the command palette.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// What was run lately.
    Recent,
    /// Commands.
    Commands,
    /// Labels.
    Labels,
    /// Articles.
    Articles,
    /// Entities.
    Entities,
}

impl Group {
    /// The groups that entries are in, in order.
    const ALL: [Self; 4] = [Self::Commands, Self::Labels, Self::Articles, Self::Entities];

    /// Its heading.
    pub fn heading(self) -> &'static str {
        match self {
            Self::Recent => words::RECENT,
            Self::Commands => words::COMMANDS,
            Self::Labels => words::LABELS,
            Self::Articles => words::ARTICLES,
            Self::Entities => words::ENTITIES,
        }
    }
}

/// What can be done now.
pub fn entries(state: &State) -> Vec<Entry> {
    let mut entries = Vec::new();
    for command in commands().filter(|command| !command.title.is_empty() && (command.enabled)(state)) {
        let keys = command.keys.first().map(ToString::to_string).unwrap_or_default();
        let (group, title) = (Group::Commands, command.title.to_owned());
        entries.push(Entry { group, title, keys, action: (command.action)(state) });
    }
    add_labels(state, &mut entries);
    add_articles(state, &mut entries);
    for entity in state.project().entities() {
        let action = EntityAction::GoTo(EntityPage::Entity(entity.id.clone())).into();
        entries.push(Entry { group: Group::Entities, title: entity.name.clone(), keys: String::new(), action });
    }
    entries
}

fn add_labels(state: &State, entries: &mut Vec<Entry>) {
    let labels = &state.project().schema().labels;
    let mut add = |title: String, keys: String, action: Action| {
        entries.push(Entry { group: Group::Labels, title, keys, action });
    };
    let tags = state.mode != Mode::Relabelling && state.pending().is_some();
    if tags || state.view.primary().is_some() {
        for label in labels {
            let title = if tags { words::tag_as(&label.name) } else { words::change_to(&label.name) };
            add(title, label.key.clone(), TagAction::Apply(label.id.clone(), None).into());
        }
        for label in labels {
            let title = if tags { words::tag_every(&label.name) } else { words::change_every(&label.name) };
            let keys = if label.key.chars().count() == 1 { ["Shift+", &label.key].concat() } else { String::new() };
            add(title, keys, OccurrenceAction::Everywhere(label.id.clone(), None).into());
        }
    }
    for label in labels {
        let filter = AnnotationFilter { label: Some(label.id.clone()), ..AnnotationFilter::default() };
        add(words::list_labelled(&label.name), String::new(), ViewAction::GoToFiltered(filter).into());
    }
}

fn add_articles(state: &State, entries: &mut Vec<Entry>) {
    let articles = state.project().articles();
    let mut add = |title: String, action: ViewAction| {
        entries.push(Entry { group: Group::Articles, title, keys: String::new(), action: action.into() });
    };
    for article in articles {
        add(words::go_to(&article.title), ViewAction::GoTo(article.id.clone()));
    }
    for article in articles {
        add(words::details_of(&article.title), ViewAction::Open(Some(Dialog::EditArticle(article.id.clone()))));
        if state.shown().contains(&article.id) {
            add(words::close_column(&article.title), ViewAction::Hide(article.id.clone()));
        }
    }
}

/// The entries that match what was typed.
#[derive(Debug)]
pub struct Matches<'a> {
    /// By group, the group with the best match first.
    pub groups: Vec<(Group, Vec<&'a Entry>)>,
    /// How many match; not all of them are listed.
    pub count: usize,
}

impl<'a> Matches<'a> {
    /// The entries that match; `recent` are the titles of what was run lately, which come first while nothing is typed.
    pub fn find(entries: &'a [Entry], typed: &str, recent: &[String]) -> Self {
        let wanted = search_words(typed);
        let mut count = 0;
        let mut groups: Vec<(usize, Group, Vec<&Entry>)> = Vec::new();
        for group in Group::ALL {
            let of_group = entries.iter().filter(|entry| entry.group == group);
            let ranked = of_group.enumerate().filter_map(|(at, entry)| Some((rank(&wanted, &entry.title)?, at, entry)));
            let mut ranked: Vec<(usize, usize, &Entry)> = ranked.collect();
            order::sort_by_key(&mut ranked, |&(rank, at, _)| (rank, at));
            count += ranked.len();
            if let Some(&(best, ..)) = ranked.first() {
                let at = groups.partition_point(|(rank, ..)| *rank <= best);
                groups.insert(at, (best, group, ranked.into_iter().take(LISTED).map(|(.., entry)| entry).collect()));
            }
        }
        let mut groups: Vec<_> = groups.into_iter().map(|(_, group, entries)| (group, entries)).collect();
        if wanted.is_empty() {
            put_recent_first(&mut groups, recent);
        }
        Self { groups, count }
    }

    /// The listed entries, in order.
    pub fn listed(&self) -> impl Iterator<Item = &'a Entry> {
        self.groups.iter().flat_map(|(_, entries)| entries.iter().copied())
    }
}

fn put_recent_first<'a>(groups: &mut Vec<(Group, Vec<&'a Entry>)>, recent: &[String]) {
    let mut first: Vec<&'a Entry> = Vec::new();
    for title in recent {
        for (_, entries) in &mut *groups {
            if let Some(at) = entries.iter().position(|entry| &entry.title == title) {
                first.push(entries.remove(at));
            }
        }
    }
    groups.retain(|(_, entries)| !entries.is_empty());
    if !first.is_empty() {
        groups.insert(0, (Group::Recent, first));
    }
}
