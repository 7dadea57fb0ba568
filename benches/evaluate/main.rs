//! Compares the suggestions with the evaluation set: `make evaluate`. With `--wrong KIND`, prints what was suggested wrongly and what
//! was not found, of the held-out groups only with `--held-out`.

#![allow(clippy::expect_used, clippy::panic)]

mod group;
mod kinds;
mod score;

use std::path::Path;

use group::{Group, read_all};
use kinds::{KINDS, Kind};
use score::Score;

/// The folders of groups for which no rule was made begin so.
const HELD_OUT: &str = "held-out-";

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let shows_held_out = arguments.iter().any(|one| one == "--held-out");
    let wrong = arguments.iter().position(|one| one == "--wrong").and_then(|at| arguments.get(at + 1));
    let folder = std::env::var("EVALUATION")
        .unwrap_or_else(|_| concat!(env!("CARGO_MANIFEST_DIR"), "/tests/evaluation").to_owned());
    let (held_out, fitted): (Vec<Group>, Vec<Group>) =
        read_all(Path::new(&folder)).into_iter().partition(|group| group.name.starts_with(HELD_OUT));
    for kind in KINDS.iter().filter(|kind| wrong.is_none_or(|wanted| wanted == kind.name)) {
        println!("\n{:<20} precision  recall      F1   suggested  marked", kind.name);
        print(kind, "all", &fitted, wrong.is_some());
        print(kind, "held out", &held_out, wrong.is_some() && shows_held_out);
    }
}

fn print(kind: &Kind, name: &str, groups: &[Group], with_mistakes: bool) {
    let mut total = Score::default();
    for group in groups {
        let (score, mistakes) = (kind.judge)(group);
        print_score(&group.name, score);
        if with_mistakes {
            mistakes.iter().for_each(|mistake| println!("    {mistake}"));
        }
        total += score;
    }
    print_score(name, total);
}

fn print_score(name: &str, score: Score) {
    let (precision, recall, f1) = (score.precision(), score.recall(), score.f1());
    println!("  {name:<20} {precision:>7.3} {recall:>7.3} {f1:>7.3} {:>11} {:>7}", score.suggested, score.marked);
}
