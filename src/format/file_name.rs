//! Names of exported files.

/// How many characters of a project's title are kept.
const KEPT: usize = 60;

/// A file's name made of a project's title: letters and digits in lower case, joined by hyphens, and an extension.
pub fn file_name(title: &str, extension: &str) -> String {
    let lower = title.to_lowercase();
    let words: Vec<&str> = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let slug: String = words.join("-").chars().take(KEPT).collect();
    let slug = slug.trim_end_matches('-');
    format!("{}.{extension}", if slug.is_empty() { "project" } else { slug })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_becomes_a_name() {
        assert_eq!(file_name("Channel crossings", "crossread.json"), "channel-crossings.crossread.json");
        assert_eq!(file_name(" ../A: “Été”?/ ", "csv"), "a-été.csv");
        assert_eq!(file_name("…", "csv"), "project.csv");
        assert_eq!(file_name(&"long ".repeat(50), "csv").len(), 63);
    }
}
