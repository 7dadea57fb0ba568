//! Tests that every message with a count has the right form for 0, 1 and 2.

use super::{
    add_articles, analysis, annotations, articles, claims_board, command_line, commands, dialogs, documents, encodings,
    entities, errors, export, files, follow, header, history, import, inspector, occurrences, palette, projects,
    reanchored, recovery, relations, review, schema, search, suggestions, summaries, tags, text,
};
use crate::analysis::Gap;
use crate::analysis::counterpart::{Basis, Counterpart};
use crate::analysis::relations::RelationCandidates;
use crate::analysis::suggestions::SuggestionReason;
use crate::analysis::word_diff::{SharedWords, WordDiff};
use crate::app::Followed;
use crate::app::occurrences::Operation;
use crate::edit::{EditError, InUse, Places, SchemaChange, Summary, Tags};
use crate::format::recovery::Loss;
use crate::format::{ImportWarning, RecordProblem};
use crate::merge::MergeCounts;
use crate::model::{AnnotationId, ArticleId, Invalid, LabelKind, Project, TextField, Timestamp, news_claims};
use crate::text::{Broken, Encoding};

fn s(text: &str) -> String {
    text.to_owned()
}

/// A counterpart with so many words that differ.
fn followed(n: usize) -> Followed {
    let (basis, diff) = (Basis::Alike, WordDiff { count: n, ..WordDiff::default() });
    counterpart(basis, diff)
}

/// A counterpart of which most words differ, with so many in common.
fn followed_with_shared(n: usize) -> Followed {
    let shared = Some(SharedWords { count: n, ..SharedWords::default() });
    counterpart(Basis::Related, WordDiff { count: 20, shared, ..WordDiff::default() })
}

fn counterpart(basis: Basis, diff: WordDiff) -> Followed {
    let counterpart = Some(Counterpart { basis, own: Vec::new(), ranges: Vec::new(), diff });
    Followed { article: ArticleId::from("a"), counterpart, is_too_long: false }
}

/// A merge with so many of each.
fn merged(n: usize) -> MergeCounts {
    MergeCounts {
        articles: n,
        tags: n,
        equal_tags: n,
        doubtful: n,
        unplaced: n,
        entities: n,
        equal_entities: n,
        relations: n,
        equal_relations: n,
        waiting_relations: n,
        dropped_relations: n,
        predictions: n,
        equal_predictions: n,
        lost_predictions: n,
        kept: n,
        labels: n,
        attributes: n,
        choices: n,
        relation_types: n,
        ..MergeCounts::default()
    }
}

/// Every message with a count, for a count.
fn all(n: usize) -> Vec<String> {
    let at = Places { places: n, articles: n };
    let tags_of = |text: Option<&str>| Tags { text: text.map(s), label: Some(s("Person")), at };
    let ids: Vec<ArticleId> = (0..n).map(|i| ArticleId::new(format!("a{i}"))).collect();
    let project = Project::new("P", news_claims(), Timestamp::epoch());
    let label = project.schema().labels[0].id.clone();
    let broken = Broken { count: n, lines: vec![7], more_lines: false };
    let operations = [Operation::Tag, Operation::Relabel, Operation::Remove];
    let mut all = vec![
        analysis::gap(&Gap { kind: LabelKind::Claim, attribute: s("x"), count: n }),
        suggestions::reason(&SuggestionReason::Tagged { text: s("x"), label: s("L"), count: n }),
        suggestions::reason(&SuggestionReason::SameSentence { differing: n }),
        annotations::count(n, n),
        annotations::count(0, n),
        annotations::unfinished_tags(n),
        export::summary(Some(n), n),
        export::summary(None, n),
        export::preview_of("x", n),
        export::more_files(n),
        export::size(n),
        import::content(n, n, n, n),
        files::import_warning(&ImportWarning::Record {
            place: s(""),
            problem: RecordProblem::Cells { found: n, most: n },
        }),
        files::import_warning(&ImportWarning::Record {
            place: s(""),
            problem: RecordProblem::NoArticle { source: s("x"), count: n },
        }),
        import::heading_of_files(n),
        import::warnings(n),
        import::more_articles(n),
        import::result(&merged(n)),
        import::schema_additions(&merged(n), &vec![s("A"); n]),
        import::remarks(&merged(n)).join(" "),
        import::added(&merged(n), &reanchored::to_review(n, n)),
        reanchored::to_review(n, 0),
        reanchored::to_review(0, n),
        reanchored::count(n, n),
        reanchored::more(n),
        summaries::summary(&Summary::Merged { articles: n, tags: n, doubtful: n, unplaced: n }),
        summaries::summary(&Summary::TagsAccepted(tags_of(None))),
        import::predictions(n, "m"),
        command_line::several_files("brat", n),
        command_line::strict(n),
        add_articles::add_many(n),
        add_articles::guesses(n),
        add_articles::characters(n),
        claims_board::caption(n, n),
        claims_board::conflicts(n),
        claims_board::shown(n, n),
        claims_board::shown(0, n),
        commands::count(n, n),
        commands::count(0, n),
        dialogs::discard("P", n),
        documents::outside_article(n),
        entities::count(n, n),
        encodings::broken_bytes(&broken, Encoding::UTF_8),
        encodings::broken_pairs(&broken),
        entities::mentions(n),
        entities::link_unlinked(n),
        entities::facts(n, n, &[]),
        entities::link_ticked(n, n),
        entities::group_facts(true, n),
        entities::link_to_title("X", n),
        errors::edit(&EditError::InUse { used: InUse::Label(label.clone(), n), name: s("X") }),
        errors::invalid(&Invalid::TooManyLabels { found: n, most: 9 }),
        errors::invalid(&Invalid::TooLong { field: TextField::Name, found: n, most: 9 }),
        files::too_many_files(n, 500),
        files::line_ends_changed(n),
        files::imported("f", &project, &[]),
        follow::status(&followed(n)),
        follow::announced("A", &followed(n)),
        follow::status(&followed_with_shared(n)),
        review::difference(&WordDiff { count: n + 1, ..WordDiff::default() }),
        review::difference(&WordDiff {
            shared: Some(SharedWords { count: n, ..SharedWords::default() }),
            ..WordDiff::default()
        }),
        header::columns(n),
        history::went_to(true, n, None),
        inspector::several(n),
        inspector::remove_several(n),
        inspector::parts(n),
        occurrences::places_ticked(n, n),
        occurrences::tagged_everywhere("Tagged", n),
        palette::parts_kept(n),
        projects::facts(n, n, "today", false),
        recovery::loss(&Loss { steps: n, ..Loss::default() }),
        relations::candidates(&RelationCandidates { best: Vec::new(), total: n }, false),
        relations::heading(&project, &vec![AnnotationId::from("x"); n], None),
        relations::count(n, n),
        relations::count(0, n),
        relations::relate_title(n, "R"),
        schema::from_file("f", n),
        schema::users(&InUse::Label(label.clone(), n), &project),
        schema::without_replacement(&InUse::Label(label, n)).to_owned(),
        schema::relations_lost(n),
        review::accept_listed(n, 0),
        review::listed(n, n),
        review::listed(0, n),
        review::places(n),
        search::found(ids.iter()),
        search::place(1, n, "x", "A"),
        search::too_long(n as u32),
        text::places(at),
        tags::several_selected(n),
        tags::parts_selected(n),
        tags::parts_kept(n),
    ];
    all.extend(LabelKind::ALL.map(|kind| articles::count_of(kind, n)));
    all.extend(operations.map(|operation| occurrences::confirm(operation, n, "X")));
    all.extend(
        [
            Summary::Tagged(tags_of(None)),
            Summary::AllEdited(tags_of(Some("x"))),
            Summary::AllUnlinked(tags_of(None)),
            Summary::TagsRemoved { tags: tags_of(None), relations: n },
            Summary::TagsRemoved { tags: tags_of(Some("x")), relations: n },
            Summary::ArticleRemoved { title: s("A"), tags: n },
            Summary::RelationsRemoved { relations: n },
            Summary::Relabelled { text: s("x"), label: s("L"), relations: n },
            Summary::MentionsLinked { at, entities: n, created: n },
            Summary::SchemaEdited { changes: vec![SchemaChange::RelationTypes], more: n, changed: n, removed: n },
        ]
        .map(|what| summaries::summary(&what)),
    );
    all
}

/// Nouns in the singular, as they may follow a count.
const SINGULAR: &str = "tag mention place article relation entity part label character change step file time second command \
                        column claim row contradiction word suggestion prediction";

#[test]
fn one_is_singular_and_other_counts_are_plural() {
    for text in all(1) {
        let plural = after(&text, "1").find(|word| word.ends_with('s') && !["is", "was", "has"].contains(word));
        assert_eq!(plural, None, "{text}");
        assert!(!text.contains("these"), "{text}");
    }
    for (count, number) in [(0, "0"), (2, "2")] {
        for text in all(count) {
            assert_eq!(after(&text, number).find(|word| SINGULAR.split(' ').any(|noun| noun == *word)), None, "{text}");
        }
    }
}

/// The words that directly follow a number in a text.
fn after<'a>(text: &'a str, number: &str) -> impl Iterator<Item = &'a str> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let following: Vec<&str> = words.windows(2).filter(|two| two[0] == number).map(|two| two[1]).collect();
    following.into_iter().map(|word| word.trim_matches(|c: char| !c.is_alphabetic()))
}
