//! Tests with sentences of many kinds of stories.

use proptest::collection::vec;
use proptest::prelude::*;

use super::*;
use crate::analysis::parsed::ParsedArticles;
use crate::analysis::tests::editor;

/// The names of each text of a project.
pub(super) fn found(texts: &[&str]) -> Vec<Vec<String>> {
    let editor = editor(texts);
    let parsed = ParsedArticles::update(editor.project(), &ParsedArticles::default());
    let show = |at: usize| {
        names(&parsed, at)
            .iter()
            .map(|name| format!("{:?} {}", name.kind, parsed.all()[at].slice(name.range)))
            .collect()
    };
    (0..texts.len()).map(show).collect()
}

/// Checks the names of one text.
fn check(text: &str, names: &[&str]) {
    assert_eq!(found(&[text])[0], names, "{text}");
}

#[test]
fn names_of_a_war_story() {
    check(
        "KABUL, Afghanistan (AP) — Taliban fighters attacked a police post in Helmand province, killing 12 officers, said Omar Zwak, a spokesman for the governor.",
        &[
            "Location KABUL",
            "Location Afghanistan",
            "Organization AP",
            "Organization Taliban",
            "Location Helmand",
            "Person Omar Zwak",
        ],
    );
    check(
        "LONDON (Reuters) - Britain sent two ships to the Strait of Hormuz, the Ministry of Defence said.",
        &[
            "Location LONDON",
            "Organization Reuters",
            "Location Britain",
            "Location Strait of Hormuz",
            "Organization Ministry of Defence",
        ],
    );
}

#[test]
fn titles_and_roles_are_no_part_of_names() {
    check(
        "UK Prime Minister Boris Johnson sent a letter to French President Emmanuel Macron.",
        &["Location UK", "Person Boris Johnson", "Other French", "Person Emmanuel Macron"],
    );
    check(
        "Dr. Jane Goodall met Sen. John McCain and Mr Obi.",
        &["Person Jane Goodall", "Person John McCain", "Person Obi"],
    );
    check("A spokesman for Mr Darmanin spoke to the Home Secretary.", &["Person Darmanin"]);
    check("Superintendent Anne Holroyd praised Dame Margaret Lyle.", &["Person Anne Holroyd", "Person Margaret Lyle"]);
}

#[test]
fn names_of_a_court_story() {
    check(
        "Judge Adaeze Nwosu told Kofi Mensah, 34, of Hackney, that he would serve six years. The Crown Prosecution Service welcomed the sentence.",
        &["Person Adaeze Nwosu", "Person Kofi Mensah", "Location Hackney", "Organization Crown Prosecution Service"],
    );
}

#[test]
fn names_of_a_sports_story() {
    check(
        "Mohamed Salah scored twice as Liverpool beat Manchester United at Old Trafford.",
        &["Person Mohamed Salah", "Organization Liverpool", "Organization Manchester United", "Location Old Trafford"],
    );
}

#[test]
fn names_of_a_business_story() {
    check(
        "Shares in Tata Motors fell after Ratan Tata told the Economic Times that Jaguar Land Rover would cut jobs in Solihull.",
        &[
            "Organization Tata Motors",
            "Person Ratan Tata",
            "Organization Economic Times",
            "Organization Jaguar Land Rover",
            "Location Solihull",
        ],
    );
    check(
        "Goldman Sachs and Johnson & Johnson declined to comment.",
        &["Organization Goldman Sachs", "Organization Johnson & Johnson"],
    );
}

#[test]
fn particles_join_names() {
    check(
        "Ursula von der Leyen met Osama bin Laden, Charles de Gaulle and Bashar al-Assad in Rio de Janeiro.",
        &[
            "Person Ursula von der Leyen",
            "Person Osama bin Laden",
            "Person Charles de Gaulle",
            "Person Bashar al-Assad",
            "Location Rio de Janeiro",
        ],
    );
}

#[test]
fn a_short_form_has_the_kind_of_the_long_one() {
    check(
        "Tendai Moyo joined the Kestrel Institute. Moyo had left Kestrel. Kestrel praised Moyo.",
        &[
            "Person Tendai Moyo",
            "Organization Kestrel Institute",
            "Person Moyo",
            "Organization Kestrel",
            "Organization Kestrel",
            "Person Moyo",
        ],
    );
    let texts = ["Brightwell fell.", "Ada Brightwell won. The crowd cheered."];
    assert_eq!(found(&texts), [vec!["Person Brightwell"], vec!["Person Ada Brightwell"]]);
}

#[test]
fn words_at_the_beginning_of_sentences_are_no_names() {
    check("Police said so. Officials agreed. Rescuers dug. Meanwhile it rained. Hundreds fled.", &[]);
    check("“Nobody knows,” he said. “Everything is lost.” Afterwards the crowd left.", &[]);
}

#[test]
fn days_months_and_roles_are_no_names() {
    check("On Monday the Prime Minister said that in May the Government would resign, the PM’s office confirmed.", &[]);
}

#[test]
fn possessive_endings_are_no_part_of_names() {
    check("France’s interior ministry and Johnson's letter", &["Location France", "Person Johnson"]);
}

#[test]
fn parts_of_compounds_are_names() {
    check("the London-based charity on post-Brexit rules", &["Location London", "Event Brexit"]);
}

#[test]
fn names_do_not_depend_on_the_order_of_calls() {
    let texts = ["Brightwell fell.", "Ada Brightwell won."];
    let editor = editor(&texts);
    let parsed = ParsedArticles::update(editor.project(), &ParsedArticles::default());
    let second = names(&parsed, 1);
    prepare_names(&parsed, 0);
    let again = ParsedArticles::update(editor.project(), &parsed);
    assert_eq!(names(&again, 1), second);
    assert_eq!(names(&parsed, 0).len(), 1);
    assert!(names(&parsed, 2).is_empty());
}

const FRAGMENTS: [&str; 36] = [
    "Priti ",
    "Patel",
    "PATEL ",
    "Mr ",
    "of ",
    "the ",
    "van ",
    "& ",
    "and ",
    "U.S. ",
    "St. ",
    "J. ",
    "’s ",
    "' ",
    "- ",
    "—",
    "(AP) ",
    "LONDON ",
    "University ",
    "President ",
    "French ",
    "post-Brexit ",
    "-",
    "“",
    "”",
    ": ",
    "\n",
    "\n\n",
    "e\u{301}",
    "É",
    "ß",
    "İ",
    "\u{ad}",
    "\u{200d}",
    "👨‍👩‍👧",
    "क्षि",
];

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn names_are_graphemes_in_order(parts in vec(0..FRAGMENTS.len(), 1..60)) {
        let text: String = parts.iter().map(|&at| FRAGMENTS[at]).collect();
        if text.trim().is_empty() {
            return Ok(());
        }
        let editor = editor(&[&text, "Priti Patel left."]);
        let parsed = ParsedArticles::update(editor.project(), &ParsedArticles::default());
        let mut end = 0;
        for name in names(&parsed, 0) {
            let text = &parsed.all()[0].article.text;
            prop_assert!(text.is_grapheme_boundary(name.range.start()) && text.is_grapheme_boundary(name.range.end()));
            prop_assert!(!name.range.is_empty() && name.range.start().index() >= end);
            prop_assert!(name.score > 0.0 && name.score <= 1.0);
            end = name.range.end().index();
        }
    }
}
