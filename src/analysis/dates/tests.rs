//! Dates of sentences in many styles.

use super::dates;
use crate::analysis::parsed::ParsedArticle;
use crate::analysis::tests::editor;

fn check(sentences: &[&str]) {
    for &sentence in sentences {
        let plain: String = sentence.chars().filter(|c| !matches!(c, '[' | ']')).collect();
        let parsed = ParsedArticle::new(editor(&[&plain]).project().articles()[0].clone());
        let mut shown = String::new();
        let mut at = 0;
        for date in dates(&parsed) {
            let range = date.range.indices();
            shown.push_str(&plain[at..range.start]);
            shown.push('[');
            shown.push_str(&plain[range.clone()]);
            shown.push(']');
            at = range.end;
        }
        assert_eq!(shown + &plain[at..], sentence);
    }
}

#[test]
fn days_and_years_are_dates() {
    check(&[
        "Talks began on [Sunday] and on [24 November 2021].",
        "[November 24, 2021], and [Nov. 24] too, and [November 2021].",
        "PARIS, [Oct 12] (Agency) - It was in [December 1987].",
        "Since [1999], in [the 1990s], and by [2040].",
        "[Sunday morning], [last Thursday] and [Wednesday night].",
        "On [3 February last year] it sank.",
        "He may march in [May], not in [March].",
        "It was on [2021-11-24], or [24/11/2021].",
        "There were 2000 people and 1,999 dogs.",
        "[early 2020] and [mid-March]",
    ]);
}

#[test]
fn relative_dates_are_dates() {
    check(&[
        "[Yesterday] and [last week], unlike [this year] or [last night].",
        "[The day before], on [the same day], [the day after].",
        "Since [the beginning of the year] until [the end of March].",
        "Over [the next four years] and [the past two months].",
        "In [the coming winter months] and [last season], and at [the weekend].",
        "[earlier this year] and [late last night]",
        "[the first quarter of 2025] and [the year to June]",
    ]);
}

#[test]
fn times_and_durations_are_dates() {
    check(&[
        "It took [two days] and [nearly twenty years].",
        "[A year ago], for [years], within [days], [two days earlier].",
        "It lasted [11 hours and 20 minutes], or [more than an hour and a half].",
        "At [about 9:40 p.m.] and [6 p.m.], before [noon].",
        "[about 7 P.M. Tuesday], then [10.30am], then [0830 GMT].",
        "After [less than 24 hours] a [48-hour] strike began.",
        "They earn 40 a week and 300 a year.",
    ]);
}

#[test]
fn odd_texts_do_not_panic() {
    for text in [
        "",
        "1/2/3",
        "the",
        "the end of",
        "last",
        "Nov.",
        "May",
        "mid-",
        "2021-",
        "2021-13-40",
        "99/99/9999",
        "a",
        "half",
        "and a half",
        "of the year",
        "’90s",
    ] {
        let parsed = ParsedArticle::new(editor(&[text]).project().articles()[0].clone());
        for date in dates(&parsed) {
            assert!(text.get(date.range.indices()).is_some());
        }
    }
}
