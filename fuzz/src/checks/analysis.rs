//! Analyses of any project: every range they return is a valid range of a text, and every command they propose can be
//! performed.

use arbitrary::{Arbitrary, Unstructured};
use crossread::analysis::relations::{candidates, relation_kinds};
use crossread::analysis::suggestions::Suggestions;
use crossread::analysis::{
    OccurrenceFinder, Scope, entity_candidates, in_context, name_groups, occurrences, search, unfinished,
};
use crossread::anchor::context;
use crossread::app::messages::{analysis, suggestions as messages};
use crossread::edit::{ArticleFields, Command, Editor, EntityFields, NewAnnotation, NewArticle, NewEntity, Stamp};
use crossread::model::{AnnotationId, ArticleId, LabelId, Project, news_claims, runs};
use crossread::text::{Query, Text, TextRange, normalise};

use crate::common::{position, time};

/// The maximum number of tags of a project, and of results of a search.
const MAX_TAGS: usize = 40;

/// A project and a query.
#[derive(Arbitrary, Debug)]
struct Input {
    /// An article, the two ends of a tag in it (the second near the first), and its label.
    tags: Vec<(u8, u16, u8, u8)>,
    /// How many of the tags, from the first, are mentions of one entity.
    linked: u8,
    query: String,
    how: u8,
    texts: Vec<String>,
}

/// Checks any bytes: they choose the texts, the tags and the query.
pub fn check(bytes: &[u8]) {
    let Ok(mut input) = Input::arbitrary_take_rest(Unstructured::new(bytes)) else { return };
    input.texts.truncate(3);
    input.tags.truncate(MAX_TAGS);
    let mut editor = Editor::new(Project::new("P", news_claims(), time(0)));
    fill(&mut editor, &input);
    run_analyses(editor.project(), &input);
    let links = name_groups(editor.project(), &[]).iter().map(|group| group.link()).collect();
    let linked = editor.perform(Command::LinkAll(links), stamp());
    assert!(linked.is_ok(), "{linked:?}");
    assert_eq!(editor.project().check(), Ok(()));
    assert!(name_groups(editor.project(), &[]).is_empty(), "every mention with a name is linked");
}

fn stamp() -> Stamp {
    Stamp { at: time(1), by: String::new() }
}

fn fill(editor: &mut Editor, input: &Input) {
    for text in &input.texts {
        let text = Text::new(normalise(text).text);
        let fields = ArticleFields { title: "T".to_owned(), ..ArticleFields::default() };
        // An empty text is refused.
        let _ = editor.perform(Command::AddArticles(vec![NewArticle { id: None, index: None, fields, text }]), stamp());
    }
    let labels: Vec<LabelId> = editor.project().schema().labels.iter().map(|label| label.id.clone()).collect();
    for &(article, start, length, label) in &input.tags {
        let articles = editor.project().articles();
        let Some(article) = articles.get(usize::from(article) % articles.len().max(1)) else { return };
        let text = &article.text;
        let start = text.floor_grapheme(position(text, u32::from(start)));
        let end = text.ceil_grapheme(position(text, start.0.saturating_add(u32::from(length)).min(text.end().0)));
        let label = labels[usize::from(label) % labels.len()].clone();
        let tag = NewAnnotation::tag(article.id.clone(), TextRange::new(start, end), label);
        // An empty range is refused.
        let _ = editor.perform(Command::Annotate(tag), stamp());
    }
    let mentions: Vec<AnnotationId> = editor.project().all_annotations().map(|one| one.id.clone()).collect();
    let mentions = mentions[..mentions.len().min(usize::from(input.linked))].to_vec();
    let fields = EntityFields { name: input.query.clone(), ..EntityFields::default() };
    let _ = editor.perform(Command::AddEntity(NewEntity { fields, mentions }), stamp());
}

fn run_analyses(project: &Project, input: &Input) {
    let check_range = |article: &ArticleId, range: TextRange| {
        let text = &project.article(article).expect("an article of the project").text;
        assert_eq!(text.check(range), Ok(()), "{:?}", text.slice(range));
        let (before, after) = in_context(text, range);
        assert!(!before.contains('\n') && !after.contains('\n'));
        let (before, after) = context(text, range);
        assert!(text.slice(TextRange::new(text.full_range().start(), range.start())).ends_with(before));
        assert!(text.slice(TextRange::new(range.end(), text.end())).starts_with(after));
    };
    let mut suggestions = Suggestions::default();
    suggestions.update(project);
    for suggestion in suggestions.open(project) {
        assert!(!messages::reason(&suggestion.reason).is_empty() && (0.0..=1.0).contains(&suggestion.score));
        suggestion.spans.iter().for_each(|span| check_range(&span.article, span.range));
    }
    let [case, whole, endings] = [1, 2, 4].map(|bit| input.how & bit != 0);
    let query = Query { text: input.query.clone(), case, whole, endings };
    let label: LabelId = ["Person", "Claim", "Location", "Missing"][usize::from(input.how >> 6)].into();
    for one in occurrences(project, &[query.clone(), Query::words(input.query.as_str())], &label) {
        check_range(&one.place.article, one.place.range);
        assert!(one.doubt.is_none_or(|doubt| !analysis::doubt(project, &doubt).is_empty()));
    }
    for scope in [Scope::Anywhere, Scope::Untagged, Scope::Within(label.clone())] {
        let (places, _) = search(project, &query, &scope, MAX_TAGS);
        assert!(places.len() <= MAX_TAGS);
        places.iter().for_each(|place| check_range(&place.article, place.range));
        let mut judged = OccurrenceFinder::of_places(places, &label);
        while judged.step(project) {}
        assert!(judged.take_found().len() <= MAX_TAGS);
    }
    let _ = (entity_candidates(project, &input.query, &label), unfinished(project));
    for one in project.all_annotations() {
        let words = project.exact(one);
        let _ = entity_candidates(project, &words, &one.label);
        for link in relation_kinds(project.schema(), &[&one.label]) {
            let found = candidates(project, std::slice::from_ref(&one.id), &link, &input.query, 5);
            assert!(found.best.len() <= found.total.min(5));
        }
    }
    for article in project.articles() {
        let runs = runs(&project.annotations_of(&article.id), article.text.full_range());
        let joined: String = runs.iter().map(|run| article.text.slice(run.range)).collect();
        assert_eq!(joined, article.text.as_str());
    }
}
