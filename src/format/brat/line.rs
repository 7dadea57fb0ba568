//! The lines of standoff files (`.ann`, `.a1`, `.a2`): an id, a TAB, data in fields, and for some kinds a TAB and a text.

/// A line that could be read.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Line<'a> {
    /// `T1⇥Person 0 5;8 9⇥Alice B`: a tag, or the trigger of an event.
    Span { id: &'a str, kind: &'a str, fragments: Vec<(u32, u32)>, covered: &'a str },
    /// `E1⇥Buy:T3 Buyer:T1 Item:T2`: an event with its trigger and its arguments, each with a role.
    Event { id: &'a str, kind: &'a str, trigger: &'a str, arguments: Vec<(&'a str, &'a str)> },
    /// `R1⇥Author Arg1:T1 Arg2:T2`: a relation with its two arguments.
    Relation { id: &'a str, kind: &'a str, arguments: [(&'a str, &'a str); 2] },
    /// `*⇥Equiv T1 T2 T3`: an equivalence of two or more.
    Equivalence { kind: &'a str, members: Vec<&'a str> },
    /// `A1⇥Negation E1`, `A2⇥Confidence E1 Pretty high`: an attribute, with a value or without.
    Attribute { name: &'a str, target: &'a str, value: Option<&'a str> },
    /// `N1⇥Reference T1 Wikipedia:534366⇥Barack Obama`: the entry of a database, and its name.
    Reference { target: &'a str, scheme: &'a str, value: &'a str, name: &'a str },
    /// `#1⇥AnnotatorNotes T1⇥free text`: a note.
    Note { kind: &'a str, target: &'a str, text: &'a str },
}

/// Reads a line; `None` if it is none of these. Only the first two TABs separate: texts and notes may contain others.
pub(super) fn parse(line: &str) -> Option<Line<'_>> {
    let mut fields = line.splitn(3, '\t');
    let (id, data) = (fields.next()?, fields.next()?);
    let rest = fields.next().unwrap_or_default();
    let is_numbered = id.ends_with(|last: char| last.is_ascii_digit());
    match id.chars().next()? {
        '*' => equivalence(data),
        _ if !is_numbered => None,
        'T' => span(id, data, rest),
        'E' => event(id, data),
        'R' => relation(id, data),
        // `M` is what brat wrote before it had attributes with values.
        'A' | 'M' => attribute(data),
        'N' => reference(data, rest),
        '#' => note(data, rest),
        _ => None,
    }
}

fn span<'a>(id: &'a str, data: &'a str, covered: &'a str) -> Option<Line<'a>> {
    let (kind, offsets) = data.trim_end().split_once(' ')?;
    let fragment = |pair: &str| {
        let (start, end) = pair.trim().split_once(' ')?;
        let (start, end) = (start.parse().ok()?, end.trim_start().parse().ok()?);
        (start <= end).then_some((start, end))
    };
    let fragments: Option<Vec<_>> = offsets.split(';').map(fragment).collect();
    (!kind.is_empty()).then_some(Line::Span { id, kind, fragments: fragments?, covered })
}

/// A role and an id, or a type and a trigger.
fn pair(field: &str) -> Option<(&str, &str)> {
    field.split_once(':').filter(|(role, id)| !role.is_empty() && !id.is_empty())
}

fn event<'a>(id: &'a str, data: &'a str) -> Option<Line<'a>> {
    let mut fields = data.split_whitespace();
    let (kind, trigger) = pair(fields.next()?)?;
    let arguments: Option<Vec<_>> = fields.map(pair).collect();
    Some(Line::Event { id, kind, trigger, arguments: arguments? })
}

fn relation<'a>(id: &'a str, data: &'a str) -> Option<Line<'a>> {
    let mut fields = data.split_whitespace();
    let kind = fields.next()?;
    let (first, second) = (pair(fields.next()?)?, pair(fields.next()?)?);
    let is_valid = first.0 != second.0 && fields.next().is_none();
    // The second role may be written first.
    let is_turned = first.0 == "Arg2" && second.0 == "Arg1";
    let arguments = if is_turned { [second, first] } else { [first, second] };
    is_valid.then_some(Line::Relation { id, kind, arguments })
}

fn equivalence(data: &str) -> Option<Line<'_>> {
    let mut fields = data.split_whitespace();
    let kind = fields.next()?;
    let members: Vec<_> = fields.collect();
    (members.len() > 1).then_some(Line::Equivalence { kind, members })
}

fn attribute(data: &str) -> Option<Line<'_>> {
    let mut fields = data.splitn(3, ' ');
    let (name, target) = (fields.next()?, fields.next()?);
    let value = fields.next().map(str::trim).filter(|value| !value.is_empty());
    let is_valid = !name.is_empty() && !target.is_empty();
    is_valid.then_some(Line::Attribute { name, target, value })
}

/// The database is everything before the first colon. Files of BioNLP 2013 name the fields (`Annotation:T1 Referent:x`), and some
/// name no database; the type of the line stands for it.
fn reference<'a>(data: &'a str, rest: &'a str) -> Option<Line<'a>> {
    let mut fields = data.split_whitespace();
    let (kind, target, entry) = (fields.next()?, fields.next()?, fields.next()?);
    if fields.next().is_some() {
        return None;
    }
    let target = target.strip_prefix("Annotation:").unwrap_or(target);
    let entry = entry.strip_prefix("Referent:").unwrap_or(entry);
    let (scheme, value) = pair(entry).unwrap_or((kind, entry));
    Some(Line::Reference { target, scheme, value, name: rest.trim() })
}

fn note<'a>(data: &'a str, text: &'a str) -> Option<Line<'a>> {
    let mut fields = data.split_whitespace();
    let (kind, target) = (fields.next()?, fields.next()?);
    fields.next().is_none().then_some(Line::Note { kind, target, text })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_of_line_is_read() {
        let fragments = vec![(0, 5), (16, 23)];
        let span = Line::Span { id: "T2", kind: "Loc", fragments, covered: "North\tAmerica" };
        assert_eq!(parse("T2\tLoc 0 5;16 23\tNorth\tAmerica"), Some(span));
        let arguments = vec![("Buyer", "T1"), ("Item2", "E2")];
        let event = Line::Event { id: "E1", kind: "Buy", trigger: "T3", arguments };
        assert_eq!(parse("E1\tBuy:T3 Buyer:T1  Item2:E2 "), Some(event));
        let relation = Line::Relation { id: "R1", kind: "Author", arguments: [("Arg1", "T1"), ("Arg2", "T2")] };
        assert_eq!(parse("R1\tAuthor Arg2:T2 Arg1:T1\t"), Some(relation));
        let equivalence = Line::Equivalence { kind: "Equiv", members: vec!["T1", "T2", "T3"] };
        assert_eq!(parse("*\tEquiv T1 T2 T3"), Some(equivalence));
        let valued = Line::Attribute { name: "Confidence", target: "E1", value: Some("Pretty high") };
        assert_eq!(parse("A2\tConfidence E1 Pretty high"), Some(valued));
        assert_eq!(parse("M1\tNegation E1"), Some(Line::Attribute { name: "Negation", target: "E1", value: None }));
        let note = Line::Note { kind: "AnnotatorNotes", target: "T1", text: "free\ttext " };
        assert_eq!(parse("#1\tAnnotatorNotes T1\tfree\ttext "), Some(note));
    }

    #[test]
    fn references_may_have_more_tabs_and_no_database() {
        let line = |target, scheme, value, name| Some(Line::Reference { target, scheme, value, name });
        assert_eq!(parse("N1\tReference T1 Wiki:5:3\t\t\tObama"), line("T1", "Wiki", "5:3", "Obama"));
        assert_eq!(parse("N2\tReference T3 672"), line("T3", "Reference", "672", ""));
        assert_eq!(parse("N3\tTaxon Annotation:T1 Referent:9606"), line("T1", "Taxon", "9606", ""));
    }

    #[test]
    fn malformed_lines_are_not_read() {
        for line in [
            "",
            "no tabs",
            "T1",
            "T1\tPerson",
            "T1\tPerson 5 0\tx",
            "T1\tPerson 0\tx",
            "T12\ttest label 0 378 386\tx",
            "T\tPerson 0 1\tx",
            "E1\tBuy",
            "E1\tBuy: Buyer:T1",
            "R1\tAuthor Arg1:T1",
            "R1\tAuthor Arg1:T1 Arg1:T2",
            "R1\tAuthor Arg1:T1 Arg2:T2 Arg3:T3",
            "*\tEquiv T1",
            "A1\tNegation",
            "X1\tSomething T1",
            "N1\tReference T1",
        ] {
            assert_eq!(parse(line), None, "{line:?}");
        }
    }
}
