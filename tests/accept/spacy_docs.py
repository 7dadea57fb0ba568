"""spaCy reads the documents: Doc.from_json with validation, and DocBin."""

import json
import sys
from collections import Counter
from importlib.metadata import version

import spacy
from spacy.tokens import Doc, DocBin

from crossread_projects import Report, folders, only

report = Report(f"spaCy {version('spacy')}")
vocabulary = spacy.blank("xx").vocab


def parts_of(doc):
    return Counter((span.start_char, span.end_char, span.label_) for span in doc.spans["sc"])


def trimmed(text, start, end):
    part = text[start:end]
    return start + len(part) - len(part.lstrip()), start + len(part.rstrip())


for folder, articles in folders(sys.argv[1:]):
    lines = only(folder / "spacy", "*.jsonl").read_text(encoding="utf-8").split("\n")[:-1]
    report.compare(f"{folder.name}, lines", len(lines), len(articles))
    docs = DocBin(store_user_data=True)
    for line, article in zip(lines, articles):
        place = f"{folder.name}, {article['id']}"
        doc = Doc(vocabulary).from_json(json.loads(line), validate=True)
        expected = Counter()
        for (start, end, label), count in article["parts"].items():
            if article["text"][start:end].strip():
                expected[(*trimmed(article["text"], start, end), label)] += count
        report.article(place, doc.text, article["text"], parts_of(doc), expected)
        # Entities are some of the spans, and do not overlap.
        entities = Counter((entity.start_char, entity.end_char, entity.label_) for entity in doc.ents)
        report.compare(f"{place}, entities", entities - expected, Counter())
        docs.add(doc)
    for doc, article in zip(DocBin().from_bytes(docs.to_bytes()).get_docs(vocabulary), articles):
        before = Doc(vocabulary).from_json(json.loads(lines[articles.index(article)]))
        report.compare(f"{folder.name}, {article['id']}, DocBin", parts_of(doc), parts_of(before))
        report.compare(f"{folder.name}, {article['id']}, text in DocBin", doc.text, article["text"])
report.finish()
