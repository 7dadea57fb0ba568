//! Compares the suggestions with the evaluation set: `make evaluate`. With `--wrong KIND`, prints what was suggested wrongly and what
//! was not found.

#![allow(clippy::expect_used, clippy::panic)]

mod group;
mod kinds;
mod score;

use std::path::Path;

use group::{Group, read_all};
use kinds::{KINDS, Kind};
use score::Score;

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let wrong = arguments.iter().position(|one| one == "--wrong").and_then(|at| arguments.get(at + 1));
    let folder = std::env::var("EVALUATION")
        .unwrap_or_else(|_| concat!(env!("CARGO_MANIFEST_DIR"), "/tests/evaluation").to_owned());
    let groups = read_all(Path::new(&folder));
    for kind in &KINDS {
        if wrong.is_none_or(|wanted| wanted == kind.name) {
            print(kind, &groups, wrong.is_some());
        }
    }
}

fn print(kind: &Kind, groups: &[Group], with_mistakes: bool) {
    println!("\n{:<12} precision  recall      F1   suggested  marked", kind.name);
    let mut total = Score::default();
    for group in groups {
        let (score, mistakes) = (kind.judge)(group);
        print_score(&group.name, score);
        if with_mistakes {
            mistakes.iter().for_each(|mistake| println!("    {mistake}"));
        }
        total += score;
    }
    print_score("all", total);
}

fn print_score(name: &str, score: Score) {
    let (precision, recall, f1) = (score.precision(), score.recall(), score.f1());
    println!("  {name:<12} {precision:>7.3} {recall:>7.3} {f1:>7.3} {:>11} {:>7}", score.suggested, score.marked);
}
