//! Highlights of the selected passage and its counterparts in the columns that follow, and of the words in which they differ, or that they have in common.

use yew::prelude::*;

use crate::analysis::word_diff::Mark;
use crate::app::{ByPtr, Dispatcher, Followed, Following, State};
use crate::model::ArticleId;
use crate::text::TextRange;
use crate::ui::dom::frames::FrameTask;
use crate::ui::dom::mutations::ReaderObserver;
use crate::web::{dom_text, highlight};

/// The names of the highlights in the style sheet: the passages, words that differ, words that stand elsewhere, words in common.
const NAMES: [&str; 4] = ["counterpart", "counterpart-differs", "counterpart-moved", "counterpart-shared"];

/// The counterparts that are highlighted.
#[derive(Clone, PartialEq)]
pub(in crate::ui) struct ShownCounterparts {
    source: Option<ArticleId>,
    columns: ByPtr<Vec<Followed>>,
    shown: Vec<ArticleId>,
}

impl ShownCounterparts {
    pub(in crate::ui) fn of(state: &State) -> Self {
        let Following { source, columns } = &state.following;
        Self { source: source.clone(), columns: ByPtr(columns.clone()), shown: state.shown().to_vec() }
    }
}

/// Highlights what the columns show that follow. Again whenever the elements with their text were rendered anew.
#[hook]
pub(in crate::ui) fn use_counterpart_highlights(dispatcher: &Dispatcher, counterparts: &ShownCounterparts) {
    let dispatcher = dispatcher.clone();
    use_effect_with(counterparts.clone(), move |ShownCounterparts { source, columns, .. }| {
        let found = source.clone().filter(|_| columns.iter().any(|one| one.counterpart.is_some()));
        let painted = found.map(|source| {
            let columns = columns.clone();
            let paint = move || paint(&dispatcher.state(), &source, &columns);
            paint();
            let task = FrameTask::new(paint);
            let again = task.clone();
            (ReaderObserver::new(|_| false, move || again.request(1)), task)
        });
        move || {
            if painted.is_some() {
                NAMES.into_iter().for_each(highlight::clear);
            }
        }
    });
}

/// A range, and the index of its highlight.
type Painted = (ArticleId, TextRange, usize);

fn paint(state: &State, source: &ArticleId, columns: &[Followed]) {
    let painted: Vec<Painted> = columns.iter().flat_map(|column| ranges(source, column)).collect();
    for (index, name) in NAMES.into_iter().enumerate() {
        let stretches = painted.iter().filter(|(.., of)| *of == index).filter_map(|(article, range, _)| {
            let (root, article) = (dom_text::root_of(article)?, state.project().article(article)?);
            dom_text::stretch_of(&root, &article.text, *range)
        });
        highlight::set_below(name, &stretches.collect::<Vec<_>>());
    }
}

fn ranges(source: &ArticleId, column: &Followed) -> Vec<Painted> {
    let Some(found) = &column.counterpart else { return Vec::new() };
    let side = |side: usize, article: &ArticleId, passage: &[TextRange]| -> Vec<Painted> {
        let passage = passage.iter().map(|&range| (article.clone(), range, 0));
        let marks = found.diff.marks(side).into_iter().map(|(range, mark)| (article.clone(), range, index(mark)));
        passage.chain(marks).collect()
    };
    [side(0, source, &found.own), side(1, &column.article, &found.ranges)].concat()
}

/// The index of the highlight.
fn index(mark: Mark) -> usize {
    match mark {
        Mark::Differs => 1,
        Mark::Moved => 2,
        Mark::Shared => 3,
    }
}
