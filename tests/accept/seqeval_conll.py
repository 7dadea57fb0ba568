"""seqeval decodes the tags of CoNLL: the same entities from IOB2 and from IOBES, each of them a tag of the project."""

import sys
from collections import Counter
from importlib.metadata import version

from seqeval.metrics import f1_score
from seqeval.metrics.sequence_labeling import get_entities
from seqeval.scheme import IOB2, IOBES, Entities

from crossread_projects import Report, folders, only

report = Report(f"seqeval {version('seqeval')}")


def articles_of(path):
    """The tokens of each article, in sentences: text, start, end and tag."""
    articles = []
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line.startswith("-DOCSTART-"):
            articles.append([[]])
        elif not line:
            if articles and articles[-1][-1]:
                articles[-1].append([])
        elif not line.startswith("# "):
            token, start, end, tag = line.split("\t")
            articles[-1][-1].append((token, int(start), int(end), tag))
    return [[sentence for sentence in article if sentence] for article in articles]


def spans(sentences, scheme):
    """The entities as seqeval decodes them, strictly."""
    tags = [[tag for *_, tag in sentence] for sentence in sentences]
    found = Counter()
    for sentence, entities in zip(sentences, Entities(tags, scheme).entities):
        for entity in entities:
            found[sentence[entity.start][1], sentence[entity.end - 1][2], entity.tag] += 1
    return found


for folder, articles in folders(sys.argv[1:], label="id"):
    iob2, bioes = (articles_of(only(folder / name, "*.conll")) for name in ["conll", "conll-bioes"])
    report.compare(f"{folder.name}, articles", len(iob2), len(articles))
    for sentences, other, article in zip(iob2, bioes, articles):
        place, text = f"{folder.name}, {article['id']}", article["text"]
        for token, start, end, _ in (token for sentence in sentences for token in sentence):
            report.compare(f"{place}, token", token, text[start:end])
        tags = [[tag for *_, tag in sentence] for sentence in sentences]
        decoded = spans(sentences, IOB2)
        report.articles += 1
        report.tags += sum(decoded.values())
        report.compare(f"{place}, IOBES", spans(other, IOBES), decoded)
        report.compare(f"{place}, F1", f1_score(tags, tags, mode="strict", scheme=IOB2) if decoded else 1.0, 1.0)
        lenient = sum(len(get_entities(sentence)) for sentence in tags)
        report.compare(f"{place}, entities by get_entities", lenient, sum(decoded.values()))
        # A tag is widened to whole tokens, and cut at the ends of sentences.
        for start, end, label in decoded:
            is_tag = any(first < end and start < last for first, last, name in article["parts"] if name == label)
            report.compare(f"{place}, {label} at {start}", is_tag, True)
report.finish()
