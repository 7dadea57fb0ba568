//! What is computed from a project: whatever its texts and tags, each place that is named is one of a text, and what is
//! proposed can be done.

use arbitrary::{Arbitrary, Unstructured};
use crossread::analysis::relations::{candidates, relation_kinds};
use crossread::analysis::{
    Scope, entity_candidates, in_context, judge, mentions, name_groups, occurrences, search, unfinished,
};
use crossread::anchor::context;
use crossread::app::messages::analysis as messages;
use crossread::edit::{ArticleFields, Command, Editor, EntityFields, NewAnnotation, NewArticle, NewEntity, Stamp};
use crossread::model::{AnnotationId, ArticleId, LabelId, Project, news_claims, runs};
use crossread::text::{Query, Text, TextRange, normalise};

use crate::common::{position, time};

const MOST: usize = 40;

/// A project and what is asked of it.
#[derive(Arbitrary, Debug)]
struct Desk {
    /// An article, the two ends of a tag in it (the second near the first), and its label.
    tags: Vec<(u8, u16, u8, u8)>,
    /// How many of the tags, from the first, are mentions of one entity.
    linked: u8,
    query: String,
    how: u8,
    texts: Vec<String>,
}

/// Holds for any bytes: they choose the texts, the tags and the question.
pub fn hold(bytes: &[u8]) {
    let Ok(mut desk) = Desk::arbitrary_take_rest(Unstructured::new(bytes)) else { return };
    desk.texts.truncate(3);
    desk.tags.truncate(MOST);
    let mut editor = Editor::new(Project::new("P", news_claims(), time(0)));
    fill(&mut editor, &desk);
    asks(editor.project(), &desk);
    let links = name_groups(editor.project(), &[]).iter().map(|group| group.link()).collect();
    let linked = editor.perform(Command::LinkAll(links), stamp());
    assert!(linked.is_ok(), "{linked:?}");
    assert_eq!(editor.project().check(), Ok(()));
    assert!(name_groups(editor.project(), &[]).is_empty(), "all that has a name is linked");
}

fn stamp() -> Stamp {
    Stamp { at: time(1), by: String::new() }
}

fn fill(editor: &mut Editor, desk: &Desk) {
    for text in &desk.texts {
        let text = Text::new(normalise(text).text);
        let fields = ArticleFields { title: "T".to_owned(), ..ArticleFields::default() };
        // One that is empty is refused.
        let _ = editor.perform(Command::AddArticles(vec![NewArticle { id: None, index: None, fields, text }]), stamp());
    }
    let labels: Vec<LabelId> = editor.project().schema().labels.iter().map(|label| label.id.clone()).collect();
    for &(article, start, length, label) in &desk.tags {
        let articles = editor.project().articles();
        let Some(article) = articles.get(usize::from(article) % articles.len().max(1)) else { return };
        let text = &article.text;
        let start = text.floor_grapheme(position(text, u32::from(start)));
        let end = text.ceil_grapheme(position(text, start.0.saturating_add(u32::from(length)).min(text.end().0)));
        let label = labels[usize::from(label) % labels.len()].clone();
        let tag = NewAnnotation::tag(article.id.clone(), TextRange::new(start, end), label);
        // An empty one is refused.
        let _ = editor.perform(Command::Annotate(tag), stamp());
    }
    let mentions: Vec<AnnotationId> = editor.project().all_annotations().map(|one| one.id.clone()).collect();
    let mentions = mentions[..mentions.len().min(usize::from(desk.linked))].to_vec();
    let fields = EntityFields { name: desk.query.clone(), ..EntityFields::default() };
    let _ = editor.perform(Command::AddEntity(NewEntity { fields, mentions }), stamp());
}

fn asks(project: &Project, desk: &Desk) {
    let is_place = |article: &ArticleId, range: TextRange| {
        let text = &project.article(article).expect("an article of the project").text;
        assert_eq!(text.check(range), Ok(()), "{:?}", text.slice(range));
        let (before, after) = in_context(text, range);
        assert!(!before.contains('\n') && !after.contains('\n'));
        let (before, after) = context(text, range);
        assert!(text.slice(TextRange::new(text.full_range().start(), range.start())).ends_with(before));
        assert!(text.slice(TextRange::new(range.end(), text.end())).starts_with(after));
    };
    for suggestion in mentions(project) {
        assert!(!messages::reason(&suggestion.reason).is_empty() && (0.0..=1.0).contains(&suggestion.score));
        suggestion.spans.iter().for_each(|span| is_place(&span.article, span.range));
    }
    let [case, whole, endings] = [1, 2, 4].map(|bit| desk.how & bit != 0);
    let query = Query { text: desk.query.clone(), case, whole, endings };
    let label: LabelId = ["Person", "Claim", "Location", "Missing"][usize::from(desk.how >> 6)].into();
    for one in occurrences(project, &[query.clone(), Query::words(desk.query.as_str())], &label) {
        is_place(&one.place.article, one.place.range);
        assert!(one.doubt.is_none_or(|doubt| !messages::doubt(project, &doubt).is_empty()));
    }
    for scope in [Scope::Anywhere, Scope::Untagged, Scope::Within(label.clone())] {
        let (places, _) = search(project, &query, &scope, MOST);
        assert!(places.len() <= MOST);
        places.iter().for_each(|place| is_place(&place.article, place.range));
        assert!(judge(project, places, &label).len() <= MOST);
    }
    let _ = (entity_candidates(project, &desk.query, &label), unfinished(project));
    for one in project.all_annotations() {
        let words = project.exact(one);
        let _ = entity_candidates(project, &words, &one.label);
        for link in relation_kinds(project.schema(), &one.label) {
            let found = candidates(project, &one.id, &link, &desk.query, 5);
            assert!(found.best.len() <= found.total.min(5));
        }
    }
    for article in project.articles() {
        let runs = runs(&project.annotations_of(&article.id), article.text.full_range());
        let drawn: String = runs.iter().map(|run| article.text.slice(run.range)).collect();
        assert_eq!(drawn, article.text.as_str());
    }
}
