//! Figures of sentences in many styles.

use super::{Hedge, Unit, figures};
use crate::analysis::parsed::ParsedArticle;
use crate::analysis::tests::editor;

fn parsed(text: &str) -> ParsedArticle {
    ParsedArticle::new(editor(&[text]).project().articles()[0].clone())
}

/// What is marked, in brackets.
fn marked(text: &str) -> String {
    let parsed = parsed(text);
    let mut shown = String::new();
    let mut at = 0;
    for figure in figures(&parsed) {
        let range = figure.range.indices();
        shown.push_str(&text[at..range.start]);
        shown.push('[');
        shown.push_str(&text[range.clone()]);
        shown.push(']');
        at = range.end;
    }
    shown + &text[at..]
}

fn check(sentences: &[&str]) {
    for &sentence in sentences {
        let plain: String = sentence.chars().filter(|c| !matches!(c, '[' | ']')).collect();
        assert_eq!(marked(&plain), sentence);
    }
}

#[test]
fn counts_have_hedges_and_no_noun() {
    check(&[
        "[More than 23,000] people have entered the UK.",
        "It was [about 26,000], up from [8,500].",
        "[Seventeen] men, [seven] women and [three] teenagers died.",
        "Nearly all of the [40 or so] guests left; [at least 12] stayed.",
        "Some said [some 300] had come, [up to 50] of them late.",
        "[Two dozen] cars, [a hundred] trucks and [half a dozen] bikes.",
        "[Two hundred and six] miners, [one] of them badly hurt, were saved.",
        "[Just over 1.2 million] voters; [no fewer than 4,000] stayed away.",
        "[10 to 15] ships, [between 40 and 50] boats, [two or three] rafts.",
        "A [150]-seat chamber passed a [five]-point plan.",
        "[Hundreds] gathered and [tens of thousands] watched.",
        "[Thirty-eight] people were picked up.",
    ]);
}

#[test]
fn money_percentages_and_measures_have_their_units() {
    check(&[
        "They charge [£3,000] a head, or [$4.5 billion] in all.",
        "Tickets cost [dlrs 36] or [1.5 million dlrs] in all.",
        "Sales rose [20 %] to [£3bn], not [€1.2m] or [US$5 million].",
        "It cost [80 billion francs] ([$2.6 billion]) and [412 pence].",
        "It fell [3.4 percent], then [4 per cent], by [0.5 percentage points].",
        "[12 metres] of rain, [120km] away, at [55 miles an hour], in [27C].",
        "A [420-ton] ship, [about three miles] out in winds of [90 kph].",
        "[A third] of voters, [two-thirds] of women and [almost half] of men.",
        "[Only one in five] of them came.",
        "A [60-foot] trawler with [40 tonnes] of fish.",
        "He paid [£6.2million] and [between £10 and £15].",
    ]);
}

#[test]
fn ages_and_scores_are_figures() {
    check(&[
        "The Prime Minister, [57], met Mohammad Aziz ([31]) there.",
        "A [31-year-old] man and a girl who is [seven years old].",
        "Stanmoor lost [3-2] in the final.",
        "Those aged [65 to 79] and [60 and over] came.",
    ]);
}

#[test]
fn dates_identifiers_and_ordinals_are_none() {
    check(&[
        "On 24 November 2021 at 10:30 the 28th victim was found.",
        "In 1999 two days went by.",
        "Channel 4 said that Boeing 737 pilots knew of Article 50.",
        "No one could say which one it was, one day.",
        "Call +44 20 7946 0958 or 020 7946 0958.",
        "It took 48 hours and a two-day summit.",
        "1. First\n2. Second",
        "She was 5th of the 1990s, on page 3.",
    ]);
}

#[test]
fn amounts_and_nouns_are_read() {
    let read = |text: &str| {
        let parsed = parsed(text);
        let found = figures(&parsed);
        let one = &found[0];
        let noun = one.counted.map(|noun| parsed.slice(noun).to_owned()).unwrap_or_default();
        (one.amount, one.hedge, noun)
    };
    assert_eq!(read("More than 23,000 people have come."), (23_000.0, Hedge::MoreThan, "people".into()));
    assert_eq!(read("Nearly 3.5 million asylum seekers."), (3_500_000.0, Hedge::Nearly, "seekers".into()));
    assert_eq!(read("Two hundred and six French miners left."), (206.0, Hedge::None, "miners".into()));
    assert_eq!(read("The toll rose to 31."), (31.0, Hedge::None, String::new()));
    assert_eq!(read("One migrant feared to be dead."), (1.0, Hedge::None, "migrant".into()));
}

#[test]
fn units_are_read() {
    let unit = |text: &str| figures(&parsed(text))[0].unit.name();
    assert_eq!(unit("£3bn of it"), "GBP");
    assert_eq!(unit("a 12-metre wall"), "m");
    assert_eq!(unit("20 percent of it"), "%");
    assert!(matches!(figures(&parsed("They won 3-1 there."))[0].unit, Unit::Score));
}

#[test]
fn odd_texts_do_not_panic() {
    for text in [
        "",
        "1",
        "-5",
        "1,",
        "1.",
        "£",
        "a",
        "a hundred",
        "1-",
        "–1–2–",
        "½ of 3½",
        "10\u{301}",
        "１２ people",
        "一百 人",
        "9999999999999999999999",
        "1e9 $",
        "5'6\"",
        "between",
        "+",
        "0",
    ] {
        let parsed = parsed(text);
        for figure in figures(&parsed) {
            assert!(text.get(figure.range.indices()).is_some() && !figure.range.is_empty());
        }
    }
}
