//! Searching in all articles.

use crossread::analysis::{Place, Scope, search};
use crossread::app::messages::search::status;
use crossread::app::search::MAX_RESULTS;
use crossread::app::{Direction, Effect, FocusTarget, SearchAction, SearchProblem, SearchQuery, SearchResults};
use crossread::text::{ByteOffset, Query, TextRange};

use crate::harness::{Table, table};

fn query(text: &str) -> SearchQuery {
    SearchQuery { query: Query { text: text.to_owned(), ..Query::default() }, ..SearchQuery::default() }
}

/// Answers the newest request, as the runtime does.
fn answered(table: Table) -> Table {
    let request = table.effects.iter().rev().find_map(|effect| match effect {
        Effect::Search(request) => Some(request.clone()),
        _ => None,
    });
    let request = request.expect("a search");
    let (places, more) = search(&request.project, &request.query.query, &request.query.scope, MAX_RESULTS);
    table.act(SearchAction::Answered(request.number, Ok(SearchResults { places, more })))
}

/// The first place of an article "a" that begins with "Paris", found by the newest request when it is at 40 percent.
fn found_until_now(table: Table) -> Table {
    let place = Place { article: "a".into(), range: TextRange::new(ByteOffset(0), ByteOffset(5)) };
    let number = table.state.search.number;
    table.act(SearchAction::Found(number, SearchResults { places: vec![place], more: false }, 40))
}

fn searched(text: &str, wanted: &str) -> Table {
    answered(table(text).keys("/").act(SearchAction::Query(query(wanted))))
}

fn searches(table: &Table) -> usize {
    table.effects.iter().filter(|effect| matches!(effect, Effect::Search(_))).count()
}

rows! {
    slash_opens_the_search: { let t = table("|Paris").keys("/").expect_focus(&FocusTarget::SearchField); assert!(t.state.search.open); t };
    ctrl_shift_f_opens_it_from_a_field: table("|Paris").field_keys("Ctrl+Shift+f").expect_focus(&FocusTarget::SearchField);
    slash_in_a_field_does_not_open_the_search: { let t = table("|Paris").field_keys("/"); assert!(!t.state.search.open); t };
    results_are_announced: searched("|Paris and paris ¶ Paris", "paris").expect_announced("3 places in 2 articles found");
    nothing_found_is_announced: searched("|Paris", "Rome").expect_announced("Nothing found");
    an_empty_query_starts_no_search: { let t = table("|Paris").keys("/").act(SearchAction::Query(query(""))); assert_eq!(searches(&t), 0); t };
    stepping_to_the_next_result_announces_it: searched("|Paris and Paris", "Paris").act(SearchAction::Step(Direction::Forward))
        .expect_announced("1 of 2 places: Paris and Paris, in Article a");
    after_the_last_comes_the_first: {
        let t = searched("|Paris and Paris", "Paris");
        let t = t.act(SearchAction::Step(Direction::Forward)).act(SearchAction::Step(Direction::Forward)).act(SearchAction::Step(Direction::Forward));
        assert_eq!(t.state.search.current, Some(0));
        t
    };
    before_the_first_comes_the_last: {
        let t = searched("|Paris and Paris", "Paris").act(SearchAction::Step(Direction::Back));
        assert_eq!(t.state.search.current, Some(1));
        t
    };
    going_to_a_result_scrolls_to_it: { let t = searched("|One Paris", "Paris").act(SearchAction::GoTo(0)); assert_eq!(t.scrolled_to(), ["Paris"]); t };
    leaving_selects_the_result: searched("|One Paris", "Paris").act(SearchAction::GoTo(0)).act(SearchAction::Leave)
        .expect_text("One «Paris|»").expect_focus(&FocusTarget::Text("a".into()));
    a_label_key_then_tags_it: searched("|One Paris", "Paris").act(SearchAction::GoTo(0)).act(SearchAction::Leave).keys("3")
        .expect_tags(["Location: Paris"]);
    leaving_without_a_result_does_not_move_the_caret: searched("|One Paris", "Paris").act(SearchAction::Leave).expect_text("|One Paris");
    an_old_answer_is_dropped: {
        let t = table("|Paris Rome").keys("/").act(SearchAction::Query(query("Paris")));
        let old = t.state.search.number;
        let t = t.act(SearchAction::Query(query("Rome")));
        let place = Place { article: "a".into(), range: TextRange::new(ByteOffset(0), ByteOffset(5)) };
        let t = t.act(SearchAction::Answered(old, Ok(SearchResults { places: vec![place], more: false })));
        assert!(!t.state.search.answered);
        t
    };
    the_first_results_are_shown_before_the_search_is_complete: {
        let t = found_until_now(table("|Paris and Paris").keys("/").act(SearchAction::Query(query("Paris"))));
        assert_eq!((t.state.search.places.len(), status(&t.state.search)), (1, "1 place in 1 article. Searching… 40 %".to_owned()));
        let t = t.act(SearchAction::Step(Direction::Forward));
        assert!(t.announced().iter().all(|text| !text.ends_with("found")), "only what is complete is announced");
        let t = answered(t);
        assert_eq!((t.state.search.places.len(), t.state.search.current), (2, Some(0)), "the place that the user went to stays");
        t
    };
    a_search_that_is_repeated_keeps_its_results_until_it_is_complete: {
        let t = found_until_now(searched("|Paris and Paris", "Paris"));
        assert_eq!(t.state.search.places.len(), 2);
        t
    };
    first_results_of_an_old_search_are_dropped: {
        let t = table("|Paris Rome").keys("/").act(SearchAction::Query(query("Paris")));
        let old = t.state.search.number;
        let t = t.act(SearchAction::Query(query("Rome")));
        let place = Place { article: "a".into(), range: TextRange::new(ByteOffset(0), ByteOffset(5)) };
        let t = t.act(SearchAction::Found(old, SearchResults { places: vec![place], more: false }, 50));
        assert!(t.state.search.places.is_empty());
        t
    };
    a_new_key_and_leaving_cancel_a_search: {
        let t = table("|Paris").keys("/").act(SearchAction::Query(query("Paris"))).act(SearchAction::Query(query("")));
        assert!(matches!(t.effects.last(), Some(Effect::CancelSearch)));
        let t = t.act(SearchAction::Query(query("Paris"))).act(SearchAction::Leave);
        assert!(t.effects.iter().any(|effect| matches!(effect, Effect::CancelSearch)));
        t
    };
    an_answer_after_leaving_is_dropped: {
        let t = table("|Paris").keys("/").act(SearchAction::Query(query("Paris")));
        let number = t.state.search.number;
        let t = t.act(SearchAction::Leave).act(SearchAction::Answered(number, Ok(SearchResults::default())));
        assert!(t.announced().is_empty());
        t
    };
    the_position_of_a_syntax_error_is_announced: {
        let t = table("|Paris").keys("/").act(SearchAction::Query(query("(")));
        let number = t.state.search.number;
        let problem = SearchProblem::InvalidRegex { reason: "Unterminated group".to_owned(), position: 0 };
        t.act(SearchAction::Answered(number, Err(problem)))
            .expect_announced("Invalid regular expression at position 1: Unterminated group")
    };
    tagging_does_not_search_again: { let t = searched("«Paris|»", "Paris"); let before = searches(&t); let t = t.keys("3"); assert_eq!(searches(&t), before); t };
    tagging_repeats_a_search_outside_of_tags: {
        let mut wanted = query("Paris");
        wanted.scope = Scope::Untagged;
        let t = answered(table("«Paris|»").keys("/").act(SearchAction::Query(wanted)));
        let before = searches(&t);
        let t = t.keys("3");
        assert_eq!(searches(&t), before + 1);
        t
    };
    the_current_result_stays_current: {
        let t = searched("|Paris Rome Paris", "Paris").act(SearchAction::GoTo(1));
        let t = t.act(SearchAction::Query(query("paris")));
        assert_eq!(answered(t).state.search.current, None);
        searched("|Paris", "Paris")
    };
    tag_all_lists_the_results: {
        let t = searched("|Paris and Paris", "Paris").act(crossread::app::OccurrenceAction::OpenSearch);
        assert_eq!(t.state.occurrences.as_ref().map(|list| list.count()), Some(2));
        t
    };
}
