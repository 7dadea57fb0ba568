//! How well a title matches what was typed.

/// How well a title matches the words, in lower case and in any order; lower is better. `None` if one of them is
/// not in it.
pub(super) fn rank(words: &[String], name: &str) -> Option<usize> {
    let name = name.to_lowercase();
    words.iter().map(|word| rank_word(word, &name)).sum()
}

/// 0 at the beginning of the name, 1 at that of a word, 2 for the first letters of words that follow one another, 3
/// inside a word.
fn rank_word(word: &str, name: &str) -> Option<usize> {
    if name.starts_with(word) {
        return Some(0);
    }
    let is_inside = |at: usize| name[..at].ends_with(char::is_alphanumeric);
    let mut places = name.match_indices(word).map(|(at, _)| is_inside(at));
    match places.next() {
        Some(true) if places.all(|inside| inside) => Some(3),
        Some(_) => Some(1),
        None => initials(name).contains(word).then_some(2),
    }
}

fn initials(name: &str) -> String {
    name.split(|c: char| !c.is_alphanumeric()).filter_map(|word| word.chars().next()).collect()
}

/// What was typed, as words in lower case.
pub(super) fn search_words(typed: &str) -> Vec<String> {
    typed.to_lowercase().split_whitespace().map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ranked(typed: &str, name: &str) -> Option<usize> {
        rank(&search_words(typed), name)
    }

    #[test]
    fn the_beginning_of_a_name_comes_before_that_of_a_word_and_that_before_its_middle() {
        assert_eq!(ranked("new", "New project"), Some(0));
        assert_eq!(ranked("PRO", "New project"), Some(1));
        assert_eq!(ranked("np", "New project"), Some(2));
        assert_eq!(ranked("ject", "New project"), Some(3));
        assert_eq!(ranked("object", "New project"), None);
    }

    #[test]
    fn words_stand_in_any_order_and_all_have_to_be_there() {
        assert_eq!(ranked("person tag", "Tag as Person"), Some(1));
        assert_eq!(ranked("  tag   person ", "Tag as Person"), Some(1));
        assert_eq!(ranked("tag place", "Tag as Person"), None);
        assert_eq!(ranked("", "Tag as Person"), Some(0));
    }

    #[test]
    fn a_later_place_may_be_the_better_one() {
        assert_eq!(ranked("port", "Transport to the port"), Some(1));
        assert_eq!(ranked("é", "Café, été"), Some(1));
    }
}
