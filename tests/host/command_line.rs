//! The command line as a process, and its documentation. `UPDATE_DOCS=1 cargo test --features cli --test host` writes the help into
//! `docs/command-line.md`.

use std::fs::{self, File};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::time::Duration;

use crossread::app::messages::command_line::{COMMANDS, help, help_of};
use crossread::format::{ExportOptions, WrittenFile, find, native};
use serde_json::{Value, json};

/// A folder that is deleted at the end.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("crossread-test-{}-{name}", std::process::id()));
        fs::create_dir_all(&path).expect("a folder");
        Self(path)
    }

    fn write(&self, name: &str, content: impl AsRef<[u8]>) -> String {
        let path = self.0.join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(&path, content).expect("a file");
        self.path(name)
    }

    fn path(&self, name: &str) -> String {
        self.0.join(name).to_str().expect("UTF-8").to_owned()
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.0.join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    fn names(&self) -> Vec<String> {
        let names = fs::read_dir(&self.0).expect("a folder").flatten().map(|file| file.file_name());
        let mut names: Vec<_> = names.map(|name| name.to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_crossread"));
    command.args(arguments).env("SOURCE_DATE_EPOCH", "0").stdin(Stdio::null());
    command
}

fn run(arguments: &[&str]) -> Output {
    command(arguments).output().expect("the program")
}

fn run_with(arguments: &[&str], input: &[u8]) -> Output {
    let mut command = command(arguments);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child: Child = command.spawn().expect("the program");
    child.stdin.take().expect("its input").write_all(input).expect("its input");
    child.wait_with_output().expect("its output")
}

/// Runs a command that has to end with this code; returns the standard output and the standard error.
fn expect(code: i32, output: &Output) -> (String, String) {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("UTF-8");
    let (out, error) = (text(&output.stdout), text(&output.stderr));
    assert_eq!(output.status.code(), Some(code), "{out}\n{error}");
    (out, error)
}

fn project() -> String {
    let label =
        |id: &str, key: &str| json!({ "id": id, "kind": "entity", "name": id, "colour": "#0072b2", "key": key });
    let range = |start: u32, end: u32, exact: &str| json!({ "start": start, "end": end, "exact": exact });
    json!({
        "format": "crossread", "version": 1, "project": { "title": "Talks", "created": "2026-01-01T00:00:00Z" },
        "schema": { "labels": [label("Person", "p"), label("Place", "l")], "relationTypes": [{ "id": "in", "name": "in" }] },
        "articles": [{ "id": "a", "title": "One", "text": "😀 Anna met Bob in Rome.\nשלום" }],
        "annotations": [
            { "id": "1", "article": "a", "label": "Person", "ranges": [range(2, 6, "Anna"), range(11, 14, "Bob")], "note": "n" },
            { "id": "2", "article": "a", "label": "Place", "ranges": [range(18, 22, "Rome")] },
        ],
        "relations": [{ "id": "r", "type": "in", "from": "1", "to": "2" }],
    })
    .to_string()
}

fn exported(format: &str) -> Vec<WrittenFile> {
    let project = native::read(&project()).expect("a project");
    find(format).expect("a format").write(&project, ExportOptions::default())
}

#[test]
fn the_help_is_documented() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/command-line.md");
    let mut updated = fs::read_to_string(&path).expect("the document");
    let general = (String::from("crossread --help"), help());
    let of_commands = COMMANDS.map(|name| (format!("crossread help {name}"), help_of(name).expect("help")));
    for (command, text) in [general].into_iter().chain(of_commands) {
        let begin = format!("```text\n$ {command}\n");
        let start = updated.find(&begin).unwrap_or_else(|| panic!("{begin}")) + begin.len();
        let end = start + updated[start..].find("```\n").expect("the end of the block");
        updated.replace_range(start..end, &text);
        let printed = expect(0, &run(&command.split(' ').skip(1).collect::<Vec<_>>())).0;
        assert_eq!(printed, text);
    }
    if std::env::var_os("UPDATE_DOCS").is_some() {
        fs::write(&path, &updated).expect("the document");
    }
    assert_eq!(fs::read_to_string(&path).expect("the document"), updated, "run with UPDATE_DOCS=1 and review the diff");
    let all: String = COMMANDS.iter().filter_map(|name| help_of(name)).chain([help()]).collect();
    assert!(all.lines().all(|line| line.len() <= 80), "for a terminal");
}

#[test]
fn wrong_arguments_and_files_have_their_exit_codes() {
    let folder = Folder::new("codes");
    let text = folder.write("notes.txt", "Only a text.");
    assert!(expect(0, &run(&[])).0.starts_with("crossread converts"));
    assert!(expect(0, &run(&["stats", "-h"])).0.contains("--json"));
    for arguments in [
        &["frobnicate"][..],
        &["--frob"],
        &["convert", &text],
        &["convert", "--to", "word", &text],
        &["convert", "--to", "spacy"],
        &["convert", "--to", "spacy", "--json", &text],
        &["convert", "--to", "conll", "--scheme", "x", &text],
        &["convert", "--to", "conll", "--tokens", "x", &text],
        &["stats", "--unit", "x", &text],
        &["help", "frobnicate"],
    ] {
        assert!(expect(2, &run(arguments)).1.ends_with("See crossread --help.\n"));
    }
    assert!(expect(1, &run(&["stats", &text])).1.contains("notes.txt: in no known format"));
    assert!(expect(1, &run(&["stats", &folder.path("")])).1.contains("no file in a known format"));
    assert!(expect(3, &run(&["stats", &folder.path("missing")])).1.contains("missing: "));
    let own = folder.write("own.crossread.json", project());
    assert!(expect(3, &run(&["convert", "-t", "spacy", "-o", &format!("{own}/x/"), &own])).1.contains("output: "));
}

#[test]
fn the_options_of_a_format_change_its_files() {
    let folder = Folder::new("options");
    let own = folder.write("own.crossread.json", project());
    let table = expect(0, &run(&["convert", "-q", "--to", "csv", "--tabs", &own])).0;
    assert!(table.starts_with("article\tarticleTitle\t"), "{table}");
    let (lines, messages) = expect(0, &run(&["convert", "--to", "json-lines", "--without-texts", &own]));
    assert!(lines.contains("\"sha256\":") && messages.contains("article texts (1)"), "{lines}{messages}");
    let (whole, _) = expect(0, &run(&["convert", "-q", "--to", "json-lines", &own]));
    let lines = folder.write("own.articles.jsonl", &whole);
    let (lines, messages) = expect(0, &run(&["convert", "--to", "json-lines", "--without-texts", &lines]));
    assert!(lines.contains("\"sha256\":") && messages.contains("article texts (1)"), "{lines}{messages}");
    for scheme in ["iob1", "IOB1"] {
        let (columns, _) =
            expect(0, &run(&["convert", "-q", "-t", "conll", "--scheme", scheme, "--tokens", "spaces", &own]));
        assert!(columns.contains("I-"), "{columns}");
    }
}

#[test]
fn the_result_is_that_of_the_library() {
    let folder = Folder::new("convert");
    let own = folder.write("own.crossread.json", project());
    let (out, messages) = expect(0, &run(&["convert", "--to", "spacy", &own]));
    assert_eq!(out.as_bytes(), exported("spacy")[0].bytes);
    assert!(messages.starts_with("own.crossread.json: 1 article, 2 tags, 1 relation, as spacy\nspacy leaves out: "));
    assert!(messages.contains("relations (1)"), "{messages}");
    let read = run_with(&["convert", "-q", "--to", "doccano", "-"], project().as_bytes());
    assert_eq!(expect(0, &read).0.as_bytes(), exported("doccano")[0].bytes);
    expect(0, &run(&["convert", "-q", "-t", "brat", "-o", &folder.path("brat/"), &own]));
    for file in exported("brat") {
        assert_eq!(folder.read(&format!("brat/{}", file.name)).as_bytes(), file.bytes);
    }
    let refused = expect(2, &run(&["convert", "-t", "brat", "-o", &folder.path("one.ann"), &own])).1;
    assert!(refused.contains("brat has 4 files"), "{refused}");
    let (_, messages) = expect(0, &run(&["convert", "-t", "json-lines", "-o", &folder.path("a.jsonl"), &own]));
    assert!(messages.contains("talks.annotations.jsonl: not written"), "{messages}");
    assert_eq!(folder.read("a.jsonl").as_bytes(), exported("json-lines")[0].bytes);
    expect(0, &run(&["convert", "-q", "-t", "csv", "-o", "/dev/null", &own]));
    assert!(!fs::metadata("/dev/null").expect("the device").is_file());
}

#[test]
fn folders_and_archives_are_read() {
    let folder = Folder::new("archives");
    let own = folder.write("own.crossread.json", project());
    let brat = folder.path("corpus/");
    expect(0, &run(&["convert", "-q", "-t", "brat", "-o", &brat, &own]));
    folder.write("corpus/.hidden.ann", "T1\tX 0 1\tx");
    folder.write("corpus/README.md", "# Notes");
    let (stats, messages) = expect(0, &run(&["stats", "--json", &brat]));
    assert_eq!(messages, "README.md: not read, because it is in no known format\n");
    let stats: Value = serde_json::from_str(&stats).expect("JSON");
    assert_eq!(
        (&stats["name"], &stats["annotations"], &stats["labels"]["Person"]),
        (&json!("corpus"), &json!(2), &json!(1))
    );
    let stored = folder.path("stored.zip");
    expect(0, &run(&["convert", "-q", "-t", "brat", "-o", &stored, &own]));
    let deflated = folder.write("deflated.zip", deflated(&exported("brat")));
    for zip in [&stored, &deflated] {
        let (out, _) = expect(0, &run(&["convert", "-q", "-t", "doccano", zip]));
        assert_eq!(out.lines().count(), 1);
        assert!(out.contains("\"from_id\""), "{out}");
    }
    let mut damaged = fs::read(&deflated).expect("the archive");
    let middle = damaged.len() / 3;
    damaged[middle..middle + 40].fill(0xff);
    let damaged = folder.write("damaged.zip", damaged);
    assert!(expect(1, &run(&["stats", &damaged])).1.contains("the archive is damaged"));
    let several = expect(2, &run(&["convert", "-t", "spacy", &own, &folder.write("two.crossread.json", project())])).1;
    assert!(several.contains("these are several projects: own.crossread.json, two.crossread.json"));
}

/// An archive as other programs make it.
fn deflated(files: &[WrittenFile]) -> Vec<u8> {
    let mut out = rawzip::ZipArchiveWriter::new(Vec::new());
    for file in files {
        let name = format!("corpus/{}", file.name);
        let new = out.new_file(&name).compression_method(rawzip::CompressionMethod::DEFLATE);
        let (mut entry, config) = new.start().expect("an entry");
        let encoder = flate2::write::DeflateEncoder::new(&mut entry, flate2::Compression::default());
        let mut writer = config.wrap(encoder);
        writer.write_all(&file.bytes).expect("a file");
        let (encoder, descriptor) = writer.finish().expect("a file");
        encoder.finish().expect("a file");
        entry.finish(descriptor).expect("a file");
    }
    out.finish().expect("an archive")
}

#[test]
fn nothing_is_left_behind_on_failure() {
    let folder = Folder::new("failure");
    // The second line leaves it open what its offsets count.
    let ok = json!({ "text": "Anna", "label": [[0, 4, "PER"]] });
    let open = json!({ "text": "😀😀 Anna Anna", "label": [[4, 6, "PER"]] });
    let input = folder.write("in.doccano.jsonl", format!("{ok}\n{open}\n"));
    let target = folder.path("out.jsonl");
    assert!(expect(1, &run(&["convert", "-t", "spacy", "-o", &target, &input])).1.contains("--unit"));
    assert!(expect(1, &run(&["convert", "-t", "csv", "-o", &target, &input])).1.contains("--unit"));
    assert_eq!(folder.names(), ["in.doccano.jsonl"]);
    expect(0, &run(&["convert", "-t", "spacy", "-o", &target, "--unit", "utf-16", &input]));
    let before = folder.read("out.jsonl");
    let broken = folder.write("broken.doccano.jsonl", format!("{ok}\n{{\"text\": \"x\u{1b}[31m\"}}\n"));
    let refused = expect(1, &run(&["convert", "-t", "spacy", "-o", &target, "--strict", &broken])).1;
    assert!(
        refused.contains("broken.doccano.jsonl: line 2: ") && refused.contains("because of 1 warning"),
        "{refused}"
    );
    assert!(!refused.contains('\u{1b}'), "{refused}");
    assert_eq!((folder.read("out.jsonl"), folder.names().len()), (before, 3));
}

#[test]
fn validate_says_what_is_wrong_and_where() {
    let folder = Folder::new("validate");
    let own = folder.write("own.crossread.json", project());
    assert_eq!(expect(0, &run(&["validate", &own])).1, "own.crossread.json: valid (crossread)\n");
    let wrong = folder.write("wrong.crossread.json", project().replace("Rome", "Rom"));
    assert!(expect(1, &run(&["validate", &wrong])).1.starts_with("wrong.crossread.json: annotations[1].ranges[0]"));
    let w3c = exported("w3c").remove(0);
    let w3c = String::from_utf8(w3c.bytes).expect("UTF-8");
    assert!(expect(0, &run(&["validate", &folder.write("a.jsonld", &w3c)])).1.contains("valid (w3c)"));
    let elsewhere = json!({
        "@context": "http://www.w3.org/ns/anno.jsonld", "id": "http://example.org/a", "type": "Annotation",
        "target": { "source": "http://example.org/page", "selector": { "type": "TextQuoteSelector", "exact": "x" } },
    });
    expect(0, &run(&["validate", &folder.write("c.jsonld", elsewhere.to_string())]));
    let mut annotation: Value = serde_json::from_str(&w3c).expect("JSON");
    annotation["first"]["items"][0]["created"] = json!("yesterday");
    let wrong = folder.write("b.jsonld", annotation.to_string());
    assert!(expect(1, &run(&["validate", &wrong])).1.starts_with("b.jsonld: first.items[0].created: "));
}

/// Ten megabytes take little more memory than one.
#[test]
fn json_lines_are_converted_in_little_memory() {
    let folder = Folder::new("lines");
    let input = folder.path("in.doccano.jsonl");
    let text = "😀 Ana met Bob in Rome, שלום said “no” to 1,200 people there. ".repeat(60);
    let mut file = File::create(&input).expect("a file");
    let mut size = 0;
    while size < 10 << 20 {
        let line = json!({ "text": text, "label": [[3, 6, "Person"], [11, 14, "Person"]], "meta": { "id": size } })
            .to_string();
        writeln!(file, "{line}").expect("a file");
        size += line.len();
    }
    drop(file);
    let output = folder.path("out.doccano.jsonl");
    let mut child = command(&["convert", "-q", "-t", "doccano", "--unit", "utf-16", "-o", &output, &input])
        .spawn()
        .expect("the program");
    let mut peak = 0;
    while child.try_wait().expect("the program").is_none() {
        peak = peak.max(most_memory(child.id()).unwrap_or_default());
        std::thread::sleep(Duration::from_millis(5));
    }
    // 0 where the system does not say it.
    assert!(peak < 40 << 10, "{peak} kB");
    let written = fs::read_to_string(&output).expect("the result");
    let last = written.lines().last().expect("a line");
    assert!(last.contains("\"label\":[[3,6,\"Person\"],[11,14,\"Person\"]]"), "{last}");
    assert_eq!(written.lines().count(), fs::read_to_string(&input).expect("the file").lines().count());
}

/// The most memory that a process has had, in kB.
fn most_memory(process: u32) -> Option<u64> {
    let status = fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM"))?;
    line.split_whitespace().nth(1)?.parse().ok()
}
