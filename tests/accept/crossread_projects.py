"""Projects to export, and what other tools should find in them.

python crossread_projects.py FOLDER ARTICLES COUNT writes FOLDER/NAME/project.crossread.json: one with the sample articles, and COUNT generated ones
with emoji, combining marks, right-to-left text, overlaps, tags of several parts, tags of spaces, and relations.
"""

import json
import random
import re
import sys
from collections import Counter
from pathlib import Path

# Between any two of these, a reader sees a boundary of characters.
FRAGMENTS = [
    "Ana", "met", "Bob", "1,200", "e\u0301lan", "naïve", "😀", "👨‍👩‍👧", "👍🏽", "🇬🇧", "שלום", "مرحبا", "漢字", "한국", "’s", "“quoted”", "<b>&amp;",
    "\\", "\"", "(", ")", ".", ",", "\u200f", "_", "|", "[1]", "R&B",
]
SPACES = [" ", " ", " ", " ", "\n", "\n\n", "  ", "\u00a0", "\u3000", "\t", ""]
LABELS = [("Person", "entity"), ("Place", "entity"), ("Claim", "claim"), ("Ärger & <b> \"x\"", "other"), ("שם", "entity")]


def schema():
    def label(at, name, kind):
        return {"id": f"l{at}", "kind": kind, "name": name, "colour": "#0072b2", "key": "abcde"[at]}

    labels = [label(at, name, kind) for at, (name, kind) in enumerate(LABELS)]
    return {"labels": labels, "relationTypes": [{"id": "r", "name": "supports"}]}


def project(title, articles, annotations, relations):
    return {
        "format": "crossread", "version": 1, "project": {"title": title, "created": "2026-01-01T00:00:00Z"}, "schema": schema(),
        "articles": articles, "annotations": annotations, "relations": relations,
    }


def annotation(at, article, label, ranges):
    ranges = [{"start": start, "end": end, "exact": article["text"][start:end]} for start, end in ranges]
    return {"id": f"t{at}", "article": article["id"], "label": f"l{label}", "ranges": ranges}


def generated(seed):
    chance = random.Random(seed)
    articles, annotations = [], []
    for number in range(chance.randint(1, 4)):
        text, edges = "", []
        for _ in range(chance.randint(3, 60)):
            edges.append(len(text))
            text += chance.choice(FRAGMENTS)
            edges.append(len(text))
            text += chance.choice(SPACES)
        article = {"id": f"a{number}", "title": f"Article {seed}-{number}", "text": text}
        articles.append(article)
        edges = sorted(set(edges))
        for _ in range(chance.randint(0, 12)):
            several = min(chance.choice([1, 1, 1, 2, 3]), len(edges) // 2)
            ends = sorted(chance.sample(edges, 2 * several))
            ranges = list(zip(ends[::2], ends[1::2]))
            annotations.append(annotation(len(annotations), article, chance.randrange(len(LABELS)), ranges))
    relations = []
    for number in range(len(annotations) // 2):
        start, end = chance.sample(annotations, 2)
        relations.append({"id": f"r{number}", "type": "r", "from": start["id"], "to": end["id"]})
    unique = {(one["from"], one["to"]): one for one in relations}
    return project(f"Generated {seed}", articles, annotations, list(unique.values()))


def samples(folder):
    articles, annotations = [], []
    for listed in json.loads((folder / "index.json").read_text(encoding="utf-8")):
        text = (folder / listed["file"]).read_bytes().decode("utf-8")
        article = {"id": listed["id"], "title": listed["title"], "text": text.replace("\r\n", "\n").removeprefix("\ufeff")}
        articles.append(article)
        for found in re.finditer(r"[A-Z]\w+( [A-Z]\w+)*", article["text"]):
            annotations.append(annotation(len(annotations), article, len(annotations) % 2, [found.span()]))
        for found in re.finditer(r"[^.\n]*\bsaid\b[^.\n]*\.", article["text"]):
            annotations.append(annotation(len(annotations), article, 2, [found.span()]))
    relations = [{"id": "r0", "type": "r", "from": annotations[0]["id"], "to": annotations[1]["id"]}]
    return project("Samples", articles, annotations, relations)


def folders(paths, label="name"):
    """Yields the folder of each project, and its articles: id, title, text, parts of tags, and relations within the article.

    Labels by name, or by id, as some formats have them.
    """
    for folder in map(Path, paths):
        own = json.loads((folder / "project.crossread.json").read_text(encoding="utf-8"))
        labels = {one["id"]: one[label] for one in own["schema"]["labels"]}
        articles = {one["id"]: {**one, "parts": Counter(), "relations": 0} for one in own["articles"]}
        places = {}
        for tag in own["annotations"]:
            places[tag["id"]] = tag["article"]
            for part in tag["ranges"]:
                articles[tag["article"]]["parts"][part["start"], part["end"], labels[tag["label"]]] += 1
        for relation in own["relations"]:
            if places[relation["from"]] == places[relation["to"]]:
                articles[places[relation["from"]]]["relations"] += 1
        yield folder, list(articles.values())


def only(folder, pattern):
    """The only file of this name in a folder."""
    [path] = folder.glob(pattern)
    return path


class Report:
    """Compares, counts, and says what differs."""

    def __init__(self, tool):
        self.tool, self.articles, self.tags, self.wrong = tool, 0, 0, 0

    def compare(self, place, found, expected):
        if found == expected:
            return
        self.wrong += 1
        if isinstance(expected, Counter):
            found, expected = dict(found - expected), dict(expected - found)
        if self.wrong <= 5:
            print(f"{self.tool}: {place}: found {found!r}, expected {expected!r}", file=sys.stderr)

    def article(self, place, text, expected_text, parts, expected_parts):
        self.articles += 1
        self.tags += sum(expected_parts.values())
        self.compare(f"{place}, text", text, expected_text)
        self.compare(f"{place}, tags", Counter(parts), Counter(expected_parts))

    def finish(self):
        if self.articles == 0:
            sys.exit(f"{self.tool}: nothing was compared")
        if self.wrong:
            sys.exit(f"{self.tool}: {self.wrong} differences")
        print(f"{self.tool}: {self.articles} articles, {self.tags} tags, as expected")


def main(folder, articles, count):
    all_projects = {"samples": samples(Path(articles))}
    all_projects.update({f"generated-{seed}": generated(seed) for seed in range(int(count))})
    for name, content in all_projects.items():
        path = Path(folder) / name / "project.crossread.json"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
