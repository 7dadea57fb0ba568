//! How long suggestions take: `make bench-suggestions`. Each time is also given as a ratio to a bare pass over the same texts, which
//! hashes their words, so that figures of different machines can be compared.

#![allow(clippy::expect_used)]

mod texts;

use std::time::{Duration, Instant};

use crossread::analysis::suggestions::{Opening, Suggestion, SuggestionKind, Suggestions, accept};
use crossread::edit::{ArticleFields, Command, Editor, NewArticle, Stamp};
use crossread::model::{Project, Timestamp, news_claims};
use crossread::text::Text;

use texts::{bundled, many};

/// The best of so many runs counts.
const RUNS: usize = 5;

fn main() {
    let bundled = bundled();
    println!("{:<44} {:>9} {:>9}", "best of 5", "ms", "ratio");
    from_nothing(&bundled);
    after_a_tag("three articles: update after a tag", &bundled);
    let many = many(200, 1000);
    in_slices(&many);
    after_a_tag("200 articles: update after a tag", &many[..]);
}

fn from_nothing(texts: &[String]) {
    let editor = editor(texts);
    let time = best(|| {
        let mut suggestions = Suggestions::default();
        suggestions.update(editor.project());
        std::hint::black_box(suggestions.open(editor.project()).len());
    });
    print("three articles: from nothing", time, texts);
}

/// Accepts suggestions of names and claims one after the other, and measures the suggestions after each.
fn after_a_tag(name: &str, texts: &[String]) {
    let mut editor = editor(texts);
    let mut suggestions = Suggestions::default();
    suggestions.update(editor.project());
    let mut open = suggestions.open(editor.project());
    // So that all kinds have something to do: half of the names and claims of the first articles are tagged.
    let is_early = |one: &&Suggestion| {
        let at = editor.project().articles().iter().position(|article| article.id == one.spans[0].article);
        at.is_some_and(|at| at < 10)
    };
    let tags =
        open.iter().filter(is_early).filter(|one| matches!(one.kind, SuggestionKind::Entity | SuggestionKind::Claim));
    let half: Vec<Suggestion> = tags.step_by(2).cloned().collect();
    perform(&mut editor, &half);
    suggestions.update(editor.project());
    open = suggestions.open(editor.project());
    let mut times = Vec::new();
    for kind in [SuggestionKind::Entity, SuggestionKind::Claim, SuggestionKind::Mention, SuggestionKind::Entity] {
        let Some(one) = open.iter().find(|one| one.kind == kind).cloned() else { continue };
        perform(&mut editor, &[one]);
        let start = Instant::now();
        suggestions.update(editor.project());
        open = suggestions.open(editor.project());
        times.push(start.elapsed());
    }
    let tags = editor.project().annotation_count();
    let longest = times.iter().max().copied().unwrap_or_default();
    print(&format!("{name} ({tags} tags)"), longest, texts);
}

fn in_slices(texts: &[String]) {
    let editor = editor(texts);
    let start = Instant::now();
    let mut suggestions = Suggestions::default();
    let mut slices = Vec::new();
    let mut slice = |work: &mut dyn FnMut() -> bool| {
        let start = Instant::now();
        let is_more = work();
        slices.push(start.elapsed());
        is_more
    };
    slice(&mut || {
        suggestions.begin(editor.project());
        true
    });
    while slice(&mut || suggestions.step()) {}
    let mut opening = Opening::default();
    while slice(&mut || suggestions.open_next(editor.project(), &mut opening)) {}
    let open = opening.all;
    print(&format!("200 articles: all ({} suggestions)", open.len()), start.elapsed(), texts);
    let at = (0..slices.len()).max_by_key(|&at| slices[at]).unwrap_or_default();
    print(&format!("200 articles: longest of {} slices ({at})", slices.len()), slices[at], texts);
    print("200 articles: begin", slices[0], texts);
}

fn editor(texts: &[String]) -> Editor {
    let mut editor = Editor::new(Project::new("Bench", news_claims(), Timestamp::epoch()));
    let article = |(at, text): (usize, &String)| NewArticle {
        id: Some(format!("t{at}").as_str().into()),
        index: None,
        fields: ArticleFields { title: format!("Article {at}"), date: "2021-11-28".to_owned(), ..Default::default() },
        text: Text::new(text.as_str()),
    };
    let articles = texts.iter().enumerate().map(article).collect();
    editor.perform(Command::AddArticles(articles), stamp()).expect("articles");
    editor
}

fn stamp() -> Stamp {
    Stamp { at: Timestamp::epoch(), by: String::new() }
}

fn perform(editor: &mut Editor, suggestions: &[Suggestion]) {
    let command = accept(editor.project(), suggestions, &|_, _| String::new()).expect("something to accept");
    editor.perform(command, stamp()).expect("it can be accepted");
}

fn best(mut work: impl FnMut()) -> Duration {
    let run = |_| {
        let start = Instant::now();
        work();
        start.elapsed()
    };
    (0..RUNS).map(run).min().unwrap_or_default()
}

fn print(name: &str, time: Duration, texts: &[String]) {
    let bare = best(|| {
        let words = texts.iter().flat_map(|text| text.split_whitespace());
        let hash = |sum: u32, byte: u8| (sum ^ u32::from(byte)).wrapping_mul(0x0100_0193);
        std::hint::black_box(words.map(|word| word.bytes().fold(0x811c_9dc5, hash)).fold(0, u32::wrapping_add));
    });
    let ratio = time.as_secs_f64() / bare.as_secs_f64();
    println!("{name:<44} {:>9.2} {ratio:>9.0}", time.as_secs_f64() * 1000.0);
}
