//! Speech and check-worthy sentences in any text: no panics, and ranges that can be tagged.

use crossread::analysis::suggestions::{SuggestionKind, Suggestions};
use crossread::model::Project;
use proptest::collection::vec;
use proptest::prelude::*;

use crate::common::{self, config, texts};

/// What the rules look for, in any order.
const FRAGMENTS: [&str; 44] = [
    "“",
    "”",
    "\"",
    "‘",
    "’",
    "'",
    "«",
    "»",
    "``",
    "''",
    ":",
    ", ",
    ". ",
    "? ",
    "; ",
    " – ",
    "(",
    ")",
    "\n\n",
    " ",
    "said ",
    " said",
    "according to ",
    "who ",
    "which ",
    "that ",
    "and ",
    "but ",
    "while ",
    "saying ",
    "accused ",
    "of ",
    "as ",
    "described ",
    "told ",
    "was ",
    "he ",
    "They ",
    "the ",
    "minister ",
    "Mr ",
    "Ada Lowe",
    "23,000 ",
    "e\u{301}",
];

fn speech() -> impl Strategy<Value = String> {
    let fragment = (0..FRAGMENTS.len()).prop_map(|i| FRAGMENTS[i].to_owned());
    vec(prop_oneof![9 => fragment, 1 => texts()], 0..60).prop_map(|fragments| fragments.concat())
}

fn check(project: &Project) -> Result<(), TestCaseError> {
    let mut suggestions = Suggestions::default();
    suggestions.update(project);
    for one in suggestions.open(project) {
        if !matches!(one.kind, SuggestionKind::Speaker | SuggestionKind::Claim) {
            continue;
        }
        prop_assert!(one.score > 0.0 && one.score <= 1.0);
        for span in &one.spans {
            let article = project.article(&span.article).expect("an article");
            prop_assert_eq!(article.text.check(span.range), Ok(()), "{:?} in {:?}", one, article.text.as_str());
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn what_is_found_can_be_tagged(one in speech(), two in texts()) {
        check(&project(&[one, two]))?;
    }
}

fn project(texts: &[String]) -> Project {
    use crossread::edit::{ArticleFields, Command, Editor, NewArticle, Stamp};
    use crossread::model::news_claims;
    use crossread::text::{Text, normalise};

    let stamp = Stamp { at: common::time(0), by: String::new() };
    let mut editor = Editor::new(Project::new("x", news_claims(), stamp.at.clone()));
    let article = |text: &String| {
        let fields = ArticleFields { title: "T".to_owned(), language: "en".to_owned(), ..ArticleFields::default() };
        NewArticle { id: None, index: None, fields, text: Text::new(normalise(text).text) }
    };
    editor.perform(Command::AddArticles(texts.iter().map(article).collect()), stamp).expect("articles");
    editor.project().as_ref().clone()
}
