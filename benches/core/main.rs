//! How the operations of the core grow with the number of annotations: `cargo bench --bench core`. Local operations cost
//! about the same at a thousand and at a million; what reads the whole text or all annotations is linear. The table also
//! has how much memory each operation takes.

#![allow(clippy::expect_used)]

mod projects;

use std::hint::black_box;

use crossread::edit::{AnnotationPatch, Command, Editor, NewAnnotation};
use crossread::format::recovery::{self, StoredRecord, StoredRecords};
use crossread::format::{checksummed, native};
use crossread::model::{Project, Timestamp, news_claims, runs};
use crossread::text::{ByteOffset, TextRange};
use divan::{AllocProfiler, Bencher};

use projects::{json_of, middle, one_article, project, stamp};

#[global_allocator]
static ALLOCATOR: AllocProfiler = AllocProfiler::system();

/// Numbers of annotations.
const SIZES: [usize; 4] = [1_000, 10_000, 100_000, 1_000_000];
/// Sizes of what reads or writes whole files.
const FILES: [usize; 3] = [1_000, 10_000, 100_000];

fn main() {
    divan::main();
}

/// A new annotation on a word of a project.
fn tag(project: &Project) -> Command {
    let article = &project.articles()[0];
    let at = article.text.len() / 2;
    let line = article.text.as_str()[..at].rfind('\n').map_or(0, |end| end + 1);
    let range = TextRange::new(ByteOffset((line + 4) as u32), ByteOffset((line + 9) as u32));
    Command::Annotate(NewAnnotation::tag(article.id.clone(), range, project.schema().labels[0].id.clone()))
}

/// Adds an annotation, and saves what the former project was.
#[divan::bench(args = SIZES)]
fn add(bencher: Bencher<'_, '_>, size: usize) {
    let editor = Editor::new(one_article(size));
    let command = tag(editor.project());
    bencher.with_inputs(|| (editor.clone(), command.clone())).bench_local_values(|(mut editor, command)| {
        editor.perform(command, stamp()).expect("a change");
        editor
    });
}

#[divan::bench(args = SIZES)]
fn remove(bencher: Bencher<'_, '_>, size: usize) {
    let editor = Editor::new(one_article(size));
    let command = Command::Remove(vec![middle(editor.project())]);
    bencher.with_inputs(|| (editor.clone(), command.clone())).bench_local_values(|(mut editor, command)| {
        editor.perform(command, stamp()).expect("a change");
        editor
    });
}

/// The annotations under the pointer.
#[divan::bench(args = SIZES)]
fn hit_test(bencher: Bencher<'_, '_>, size: usize) {
    let project = one_article(size);
    let set = project.annotations_of(&project.articles()[0].id);
    let middle = ByteOffset((project.articles()[0].text.len() / 2) as u32);
    bencher.bench_local(|| black_box(&set).at(black_box(middle)).len());
}

/// What the reader draws of one block.
#[divan::bench(args = SIZES)]
fn runs_of_a_block(bencher: Bencher<'_, '_>, size: usize) {
    let project = one_article(size);
    let text = &project.articles()[0].text;
    let set = project.annotations_of(&project.articles()[0].id);
    let block = text.blocks()[text.blocks().len() / 2];
    bencher.bench_local(|| runs(black_box(&set), black_box(block)).len());
}

/// Undoes a transaction of a thousand changes.
#[divan::bench(args = SIZES)]
fn undo_of_a_thousand(bencher: Bencher<'_, '_>, size: usize) {
    let mut editor = Editor::new(one_article(size));
    let ids = editor.project().all_annotations().take(1_000).map(|one| one.id.clone()).collect();
    let patch = AnnotationPatch { note: Some("A note".to_owned()), ..AnnotationPatch::default() };
    editor.perform(Command::UpdateAll(ids, patch), stamp()).expect("a change");
    bencher.with_inputs(|| editor.clone()).bench_local_values(|mut editor| {
        editor.undo().expect("an undo");
        editor
    });
}

#[divan::bench(args = FILES, sample_count = 5, sample_size = 1)]
fn write(bencher: Bencher<'_, '_>, size: usize) {
    let project = one_article(size);
    bencher.bench_local(|| native::write(black_box(&project)).len());
}

#[divan::bench(args = FILES, sample_count = 5, sample_size = 1)]
fn read(bencher: Bencher<'_, '_>, size: usize) {
    let json = json_of(1, size);
    bencher.bench_local(|| native::read(black_box(&json)).expect("a project"));
}

#[divan::bench(args = [20, 200, 2_000], sample_count = 5, sample_size = 1)]
fn read_articles_of_100(bencher: Bencher<'_, '_>, articles: usize) {
    let json = json_of(articles, 100);
    bencher.bench_local(|| native::read(black_box(&json)).expect("a project"));
}

/// Adds an annotation to one of many articles.
#[divan::bench(args = [20, 200, 2_000])]
fn add_to_one_of_many(bencher: Bencher<'_, '_>, articles: usize) {
    let editor = Editor::new(project(articles, 100));
    let command = tag(editor.project());
    bencher.with_inputs(|| (editor.clone(), command.clone())).bench_local_values(|(mut editor, command)| {
        editor.perform(command, stamp()).expect("a change");
        editor
    });
}

/// Opens a project from its stored records.
#[divan::bench(args = FILES, sample_count = 5, sample_size = 1)]
fn open_stored(bencher: Bencher<'_, '_>, size: usize) {
    let bytes = checksummed::encode(&checksummed::snapshot_name("p", 0), &native::write(&one_article(size)));
    let snapshots = vec![StoredRecord { seq: 0, bytes }];
    let records = StoredRecords { key: "p".to_owned(), next: Some(0), snapshots, steps: Vec::new() };
    bencher.bench_local(|| {
        let empty = Project::new("Bench", news_claims(), Timestamp::epoch());
        recovery::open(black_box(&records), empty).expect("a project")
    });
}
