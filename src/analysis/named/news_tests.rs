//! Tests with kinds of names that agency and newspaper stories have.

use super::tests::found;

/// Checks the names of one text.
fn check(text: &str, names: &[&str]) {
    assert_eq!(found(&[text])[0], names, "{text}");
}

#[test]
fn datelines_and_abbreviated_states() {
    check("NEW YORK — Officials met on Friday. The talks failed.", &["Location NEW YORK"]);
    check("He was born in Little Rock, Ark., in 1946.", &["Location Little Rock", "Location Ark."]);
    check("Trent Lott, R-Miss., left the room.", &["Person Trent Lott", "Location Miss."]);
    check("It was bought by a New York-based bank.", &["Location New York"]);
}

#[test]
fn the_full_stop_of_an_abbreviation_is_part_of_a_company() {
    check(
        "She left Northern Electric Co., and he works for Hale Industries Corp. in Ohio.",
        &["Organization Northern Electric Co.", "Organization Hale Industries Corp.", "Location Ohio"],
    );
    check("The firm hired Marlow, Sachs & Co. last year.", &["Organization Marlow, Sachs & Co."]);
}

#[test]
fn initials_and_months_in_names_of_people() {
    check("The museum hired Roslyn A. Walker and A.J. Johnson.", &["Person Roslyn A. Walker", "Person A.J. Johnson"]);
    check("Later Jan Siemerink won the match in April.", &["Person Jan Siemerink"]);
}

#[test]
fn a_role_is_a_surname_after_the_full_name() {
    check(
        "Douglas Cardinal drew the plan. The museum then thanked Cardinal, and the cardinal prayed.",
        &["Person Douglas Cardinal", "Person Cardinal"],
    );
    check(
        "Martin Luther King Jr. spoke. For them, King was a hero.",
        &["Person Martin Luther King Jr.", "Person King"],
    );
    check("They met the Chairman and the Cardinal.", &[]);
}

#[test]
fn the_first_word_of_a_sentence_is_no_name_because_it_is_a_surname() {
    check("Snow fell on the hills. Strong winds followed.", &[]);
    check("Recalling Macron’s speech, they left.", &["Person Macron"]);
}

#[test]
fn a_surname_stays_a_person_before_a_noun() {
    check(
        "Alvin Rosenbaum lived there. The Rosenbaum house is old, and the Rosenbaum family sold it.",
        &["Person Alvin Rosenbaum", "Person Rosenbaum", "Person Rosenbaum"],
    );
}

#[test]
fn nationalities_belong_to_museums_and_federations() {
    check(
        "The Canadian Museum of Civilization reopened, the French Ministry of Defence said.",
        &["Organization Canadian Museum of Civilization", "Other French", "Organization Ministry of Defence"],
    );
    check("The Second Vatican Council ended in 1965.", &["Organization Second Vatican Council"]);
}

#[test]
fn names_in_a_series_are_of_one_kind() {
    check(
        "The office was led by Ada Lowe, Wolfowitz and Feith.",
        &["Person Ada Lowe", "Person Wolfowitz", "Person Feith"],
    );
}

#[test]
fn a_name_alone_in_quotation_marks_is_a_work() {
    check("Her song for “Titanic” was sold in Oslo.", &["Other Titanic", "Location Oslo"]);
}

#[test]
fn the_owner_in_a_description_says_nothing_about_the_name() {
    check("Danilo Ocampo, the ship’s engineer, was saved.", &["Person Danilo Ocampo"]);
}
