//! Names of exported files.

use std::collections::HashSet;

/// The length limit of the part that is made from the title, in characters.
const MAX_TITLE: usize = 60;

/// Makes a file name from a project's title: letters and digits in lower case, joined by hyphens, and an extension.
pub fn file_name(title: &str, extension: &str) -> String {
    let lower = title.to_lowercase();
    let words: Vec<&str> = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let slug: String = words.join("-").chars().take(MAX_TITLE).collect();
    let slug = slug.trim_end_matches('-');
    let stem = match slug {
        "" => "project".to_owned(),
        // Windows reserves these names, with any extension.
        device if is_device(device) => format!("project-{device}"),
        slug => slug.to_owned(),
    };
    format!("{stem}.{extension}")
}

/// Makes a file name like [`file_name`] that is not yet in `used`, and adds it there.
pub(super) fn unique_file_name(title: &str, extension: &str, used: &mut HashSet<String>) -> String {
    let name = file_name(title, extension);
    let stem = name.strip_suffix(&format!(".{extension}")).unwrap_or(&name);
    let numbered = (2_usize..).map(|number| format!("{stem}-{number}.{extension}"));
    let free = std::iter::once(name.clone()).chain(numbered).find(|name| !used.contains(name));
    let name = free.unwrap_or(name);
    used.insert(name.clone());
    name
}

fn is_device(name: &str) -> bool {
    let number = name.strip_prefix("com").or_else(|| name.strip_prefix("lpt")).unwrap_or_default();
    matches!(name, "con" | "prn" | "aux" | "nul") || number.chars().count() == 1 && number.chars().all(char::is_numeric)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_name_is_made_from_the_title() {
        assert_eq!(file_name("Channel crossings", "crossread.json"), "channel-crossings.crossread.json");
        assert_eq!(file_name(" ../A: “Été”?/ ", "csv"), "a-été.csv");
        assert_eq!(file_name("…", "csv"), "project.csv");
        assert_eq!(file_name(&"long ".repeat(50), "csv").len(), 63);
    }

    #[test]
    fn names_of_several_files_differ() {
        let mut used = HashSet::new();
        let names = ["One", "one!", "One 2", "One"].map(|title| unique_file_name(title, "conll", &mut used));
        assert_eq!(names, ["one.conll", "one-2.conll", "one-2-2.conll", "one-3.conll"]);
    }

    #[test]
    fn every_file_system_accepts_the_name() {
        for (title, name) in [
            ("CON", "project-con.csv"),
            ("aux.", "project-aux.csv"),
            ("Com1", "project-com1.csv"),
            ("LPT\u{b9}", "project-lpt\u{b9}.csv"),
            ("com", "com.csv"),
            ("com10", "com10.csv"),
            ("combat", "combat.csv"),
            (".htaccess", "htaccess.csv"),
            ("-rf *", "rf.csv"),
            ("\u{202e}nosj.exe\u{2066}\u{200f}\u{0}", "nosj-exe.csv"),
            ("a/../b\\c:d|e", "a-b-c-d-e.csv"),
            ("<img src=x>", "img-src-x.csv"),
        ] {
            assert_eq!(file_name(title, "csv"), name, "{title:?}");
        }
        // The length limit of common file systems.
        assert!(file_name(&"𝔞".repeat(100), "crossread.json").len() <= 255);
    }
}
