//! Writes a project with a token a line.

use std::collections::HashSet;

use super::lines::NEWDOC;
use super::plan::Plan;
use crate::format::file_name::unique_file_name;
use crate::format::{ExportOptions, TagScheme, WrittenFile, file_name};
use crate::json::to_line;
use crate::model::{Article, Project};

/// The line before each article. It has as many columns as other lines.
const DOCSTART: &str = "-DOCSTART-\t-X-\t-X-\tO\n";

/// The files of a project: one, or one for each article.
pub(super) fn files(project: &Project, options: ExportOptions) -> Vec<WrittenFile> {
    let first = format!("# crossread.project = {}\n", to_line(&project.title));
    let written = project.articles().iter().map(|article| (article, written(project, article, options.scheme)));
    if !options.one_file_each {
        let all: String = std::iter::once(first).chain(written.map(|(_, text)| text)).collect();
        return vec![WrittenFile { name: file_name(&project.title, "conll"), bytes: all.into_bytes() }];
    }
    let mut used = HashSet::new();
    let files = written.map(|(article, text)| {
        let name = unique_file_name(&article.title, "conll", &mut used);
        WrittenFile { name, bytes: format!("{first}{text}").into_bytes() }
    });
    files.collect()
}

fn written(project: &Project, article: &Article, scheme: TagScheme) -> String {
    let plan = Plan::of(project, article);
    let tags = tags(&plan, scheme);
    let mut out = format!("{DOCSTART}\n# {NEWDOC} id = {}\n", article.id);
    let fields = [
        ("title", article.title.as_str()),
        ("source", &article.source),
        ("date", &article.date),
        ("language", &article.language),
        ("text", article.text.as_str()),
    ];
    for (name, value) in fields.into_iter().filter(|(name, value)| *name == "text" || !value.is_empty()) {
        out.push_str(&format!("# crossread.{name} = {}\n", to_line(&value)));
    }
    for (index, (&token, tag)) in plan.tokens.iter().zip(&tags).enumerate() {
        if plan.begins_sentence[index] && index > 0 {
            out.push('\n');
        }
        let at = |position| article.text.to_code_points(position).0;
        let (start, end) = (at(token.start()), at(token.end()));
        out.push_str(&format!("{}\t{start}\t{end}\t{tag}\n", article.text.slice(token)));
    }
    out.push('\n');
    out
}

/// The tag of each token.
fn tags(plan: &Plan, scheme: TagScheme) -> Vec<String> {
    let mut tags = vec!["O".to_owned(); plan.tokens.len()];
    for (index, chunk) in plan.chunks.iter().enumerate() {
        let before = index.checked_sub(1).and_then(|before| plan.chunks.get(before));
        let touches = before.is_some_and(|before| {
            before.end == chunk.first && before.label == chunk.label && !plan.begins_sentence[chunk.first]
        });
        let last = chunk.end - chunk.first - 1;
        for (at, tag) in tags[chunk.first..chunk.end].iter_mut().enumerate() {
            let (is_first, is_last) = (at == 0, at == last);
            let letter = match (scheme, is_first, is_last) {
                (TagScheme::Iob1, true, _) if touches => 'B',
                (TagScheme::Iob1, ..) => 'I',
                (TagScheme::Bioes, true, true) => 'S',
                (TagScheme::Bilou, true, true) => 'U',
                (_, true, _) => 'B',
                (TagScheme::Bioes, _, true) => 'E',
                (TagScheme::Bilou, _, true) => 'L',
                _ => 'I',
            };
            *tag = format!("{letter}-{}", chunk.label);
        }
    }
    tags
}
