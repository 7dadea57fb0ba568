//! What kind of data a text contains, by its beginning. A kind is named only where the text is hardly anything else: what
//! people write begins with a bracket or has commas, too.

use super::file_kind::{FILE_HEAD, FileKind};
use crate::json::{self, JsonProblem};
use crate::text::{Encoding, sniff};

/// How many lines, records or rows are examined.
const EXAMINED: usize = 100;
/// How many rows a table has at least.
const ROWS: usize = 3;
/// How many columns it has at least: the lines of a transcript have a name, a tab and what was said.
const COLUMNS: usize = 3;

/// The kind of data that a file contains, by its first bytes; `None` if it may be a text.
pub(super) fn content_kind(head: &[u8]) -> Option<FileKind> {
    let text = decoded(head);
    let text = text.trim_start_matches('\u{feff}').trim_start();
    if text.starts_with(['{', '[']) {
        return json_kind(text, &complete_lines(text, head));
    }
    let lines = complete_lines(text, head);
    if is_brat(&lines) {
        return Some(FileKind::Brat);
    }
    if is_conll(&lines) {
        return Some(FileKind::Conll);
    }
    let is_cut = head.len() >= FILE_HEAD;
    ["\t", ",", ";"].iter().any(|separator| is_table(text, separator, is_cut)).then_some(FileKind::Table)
}

/// The bytes as a text; of an encoding that is not UTF-8 or UTF-16, only the characters of ASCII are right.
fn decoded(head: &[u8]) -> String {
    let unit = match sniff(head) {
        Some(Encoding::UTF_16LE) => u16::from_le_bytes,
        Some(Encoding::UTF_16BE) => u16::from_be_bytes,
        _ => return String::from_utf8_lossy(head).into_owned(),
    };
    let (pairs, _) = head.as_chunks::<2>();
    char::decode_utf16(pairs.iter().map(|pair| unit(*pair))).map(|c| c.unwrap_or('\u{fffd}')).collect()
}

/// The first lines; without the last one, if that may go on.
fn complete_lines<'a>(text: &'a str, head: &[u8]) -> Vec<&'a str> {
    let mut lines: Vec<&str> = text.split(['\n', '\r']).take(EXAMINED + 1).collect();
    if lines.len() > EXAMINED || head.len() >= FILE_HEAD {
        lines.pop();
    }
    lines.iter().map(|line| line.trim_end()).filter(|line| !line.is_empty()).collect()
}

fn json_kind(text: &str, lines: &[&str]) -> Option<FileKind> {
    let is_object = |line: &&str| line.starts_with('{') && json::parse(line).is_ok();
    if lines.len() > 1 && lines.iter().all(is_object) {
        return Some(FileKind::JsonLines);
    }
    let is_json = match json::parse(text) {
        Ok(_) => true,
        Err(error) => *error.problem == JsonProblem::EndsEarly,
    };
    // "[" and "{" alone are no more than brackets.
    let is_json = is_json && text.contains(['"', ':', ',']);
    is_json.then_some(if text.contains("\"@context\"") { FileKind::JsonLd } else { FileKind::Json })
}

/// "T1⇥Person 0 5⇥Alice": an id and fields, separated by tabs.
fn is_brat(lines: &[&str]) -> bool {
    let has_id = |line: &&str| {
        line.split_once('\t').is_some_and(|(id, _)| {
            id == "*" || id.strip_prefix(['T', 'R', 'E', 'A', 'M', 'N', '#']).is_some_and(is_number)
        })
    };
    !lines.is_empty() && lines.iter().all(has_id)
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Words in columns that are equally many in each line, of which one has tags as "B-PER" and "O"; or CoNLL-U.
fn is_conll(lines: &[&str]) -> bool {
    let lines: Vec<Vec<&str>> = lines
        .iter()
        .filter(|line| !line.starts_with('#') && !line.starts_with("-DOCSTART-"))
        .map(|line| line.split(['\t', ' ']).collect())
        .collect();
    let Some(columns) = lines.first().map(Vec::len) else { return false };
    if lines.iter().any(|line| line.len() != columns) {
        return false;
    }
    let all = |column: usize, is: fn(&str) -> bool| lines.iter().all(|line| is(line[column]));
    let is_universal = columns == 10
        && all(0, |id| is_number(&id.replace(['-', '.'], "")))
        && all(6, |head| is_number(head) || head == "_");
    is_universal || lines.len() >= ROWS && (1..columns).any(|column| all(column, is_tag))
}

/// A tag of the schemes IOB, IOBES and BILOU.
fn is_tag(tag: &str) -> bool {
    tag == "O" || matches!(tag.as_bytes(), [b'B' | b'I' | b'E' | b'S' | b'L' | b'U', b'-', _, ..])
}

/// Rows with the same number of values. After a comma in a sentence there is a space.
fn is_table(text: &str, separator: &str, is_cut: bool) -> bool {
    let Some(mut rows) = rows(text, separator) else { return false };
    if is_cut || rows.len() > EXAMINED {
        rows.pop();
    }
    let columns = rows.first().copied().unwrap_or_default();
    rows.len() >= ROWS && columns >= COLUMNS && rows.iter().all(|row| *row == columns)
}

/// The number of values in each of the first rows, where values may be in quotation marks; `None` if this is no table.
fn rows(text: &str, separator: &str) -> Option<Vec<usize>> {
    let (mut rows, mut values, mut is_quoted, mut is_empty) = (Vec::new(), 1, false, true);
    let mut characters = text.chars().peekable();
    while let Some(c) = characters.next() {
        match c {
            '"' => is_quoted = !is_quoted,
            '\n' | '\r' if !is_quoted => {
                if !is_empty {
                    rows.push(values);
                }
                (values, is_empty) = (1, true);
                if rows.len() > EXAMINED {
                    return Some(rows);
                }
                continue;
            }
            c if !is_quoted && separator.contains(c) => {
                values += 1;
                if c != '\t' && characters.peek() == Some(&' ') {
                    return None;
                }
            }
            _ => {}
        }
        is_empty = false;
    }
    if !is_empty {
        rows.push(values);
    }
    Some(rows)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn data_of_other_programs_is_recognised_by_its_content() {
        let long = format!("{{\"text\": \"{}\"}}\n{{\"text\": \"b\"}}\n", "a".repeat(FILE_HEAD));
        let utf16: Vec<u8> = "\u{feff}{\"a\": 1}".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(content_kind(&utf16), Some(FileKind::Json));
        assert_eq!(content_kind(&long.as_bytes()[..FILE_HEAD]), Some(FileKind::Json), "cut inside the first line");
        for (text, kind) in [
            ("{\"text\": \"Alice\", \"label\": [[0, 5, \"PER\"]]}\n{\"text\": \"Bob\"}\n", FileKind::JsonLines),
            ("\u{feff}\n{\"a\": 1}\r\n\r\n{\"a\": 2}", FileKind::JsonLines),
            ("{\"a\": [1, 2],\n \"b\": {}}", FileKind::Json),
            ("[\n  {\"a\": 1},\n  {\"a\": 2}\n]\n", FileKind::Json),
            ("{\"type\": \"FeatureCollection\", \"features\": [", FileKind::Json),
            ("{\"@context\": \"http://www.w3.org/ns/anno.jsonld\", \"type\": \"Annotation\"}", FileKind::JsonLd),
            ("T1\tPerson 0 5\tAlice\nR1\tknows Arg1:T1 Arg2:T2\n#1\tAnnotatorNotes T1\tsure\n", FileKind::Brat),
            ("T1\tPerson 0 5\tAlice", FileKind::Brat),
            ("*\tEquiv T1 T2\nA1\tNegation E1\n", FileKind::Brat),
            ("Alice B-PER\nwent O\nto O\nNew B-LOC\nYork I-LOC\n", FileKind::Conll),
            ("-DOCSTART- -X- O O\n\nEU NNP I-NP B-ORG\nrejects VBZ I-VP O\n\nGerman JJ I-NP B-MISC", FileKind::Conll),
            ("# text = Go\n1\tGo\tgo\tVERB\t_\t_\t0\troot\t_\t_\n", FileKind::Conll),
            ("name,label,start\nAlice,PER,0\n\"Bob, the builder\",PER,9\n", FileKind::Table),
            ("name;label;start\nAlice;PER;0\n\"Bob\nBuilder\";PER;9\n", FileKind::Table),
            ("name\tlabel\tstart\nAlice\tPER\t0\nBob\t\t9", FileKind::Table),
        ] {
            assert_eq!(content_kind(text.as_bytes()), Some(kind), "{text}");
        }
    }

    #[test]
    fn texts_are_not_taken_for_data() {
        for text in [
            "",
            "Plain text.\n\nIn paragraphs.",
            "[Editor’s note: this text has an error.]\nText.",
            "[1] The first note.\n[2] The second note.",
            "[",
            "{{Infobox person}}\nText.",
            "{ a set of numbers }",
            "T1 is a tunnel.\nR2 is a robot.",
            "A1\nA2",
            "Blow, winds, and crack your cheeks! rage! blow!\nYou, cataracts, and hurricanoes, spout\nTill you, have drench’d, our",
            "One, two\nThree, four\nFive, six",
            "He said O\nShe said O",
            "Ada:\tHello.\nBob:\tHello.\nAda:\tGoodbye.\n",
            "Title\n\tIndented once.\n\tIndented twice.",
            "1,000 people came.\n2,000 people left.\n3,000 people stayed.",
            "Paris; Rome\nBerlin; Bonn\nOslo; Bergen",
        ] {
            assert_eq!(content_kind(text.as_bytes()), None, "{text}");
        }
    }
}
