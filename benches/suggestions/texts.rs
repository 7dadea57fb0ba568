//! The texts of the benchmark.

use std::path::Path;

/// The bundled articles.
pub(crate) fn bundled() -> Vec<String> {
    files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("articles"))
}

/// So many articles of so many words. Their sentences are made of halves of those of the evaluation set, so that they are news in form,
/// and often alike.
pub(crate) fn many(count: usize, words: usize) -> Vec<String> {
    let sentences = sentences();
    let mut random = Random(7);
    let mut article = || {
        let mut text = String::new();
        while text.split(' ').count() < words {
            let (first, second) = (random.pick(&sentences), random.pick(&sentences));
            let half = |sentence: &str| sentence.split(' ').count() / 2;
            let begin: Vec<&str> = first.split(' ').take(half(first)).collect();
            let end: Vec<&str> = second.split(' ').skip(half(second)).collect();
            text += &begin.join(" ");
            text.push(' ');
            text += &end.join(" ");
            text += if random.next().is_multiple_of(4) { "\n\n" } else { " " };
        }
        text
    };
    (0..count).map(|_| article()).collect()
}

/// The sentences of the evaluation set, without its marks.
fn sentences() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/evaluation");
    let mut folders: Vec<_> =
        std::fs::read_dir(folder).expect("the evaluation set").flatten().map(|it| it.path()).collect();
    folders.sort();
    let texts = folders.iter().filter(|path| path.is_dir() && !path.ends_with("channel")).flat_map(|path| files(path));
    let mut all = Vec::new();
    for text in texts {
        let body = text.split_once("\n\n").map_or("", |(_, body)| body);
        let plain = without_marks(body);
        let lines = plain.lines().flat_map(|line| line.split_inclusive(". "));
        all.extend(lines.map(|line| line.trim().to_owned()).filter(|line| line.split(' ').count() > 5));
    }
    all
}

/// `{Label#key|words}` becomes the words.
fn without_marks(text: &str) -> String {
    let mut plain = String::new();
    for (at, part) in text.split('{').enumerate() {
        plain += if at == 0 { part } else { part.split_once('|').map_or(part, |(_, words)| words) };
    }
    plain.replace('}', "")
}

fn files(folder: &Path) -> Vec<String> {
    let mut paths: Vec<_> = std::fs::read_dir(folder).expect("a folder").flatten().map(|it| it.path()).collect();
    paths.sort();
    let texts = paths.iter().filter(|path| path.extension().is_some_and(|ext| ext == "txt"));
    texts.map(|path| std::fs::read_to_string(path).expect("a text")).collect()
}

/// The same numbers in each run (xorshift).
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn pick<'a>(&mut self, all: &'a [String]) -> &'a str {
        let at = self.next() as usize % all.len().max(1);
        all.get(at).map_or("", String::as_str)
    }
}
