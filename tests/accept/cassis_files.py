"""cassis reads the CAS JSON, and converts its offsets from UTF-16 to the code points of Python."""

import sys
from collections import Counter
from importlib.metadata import version

from cassis import load_cas_from_json

from crossread_projects import Report, folders

report = Report(f"dkpro-cassis {version('dkpro-cassis')}")
for folder, articles in folders(sys.argv[1:], label="id"):
    found = {}
    for path in sorted((folder / "cas").rglob("*.json")):
        with path.open("rb") as file:
            cas = load_cas_from_json(file)
        [meta] = cas.select("crossread.Article")
        found[meta.id] = cas
    report.compare(f"{folder.name}, articles", sorted(found), sorted(article["id"] for article in articles))
    for article in articles:
        cas = found[article["id"]]
        tags = list(cas.select("crossread.Tag"))
        parts = Counter((tag.begin, tag.end, tag.label) for tag in tags)
        place = f"{folder.name}, {article['id']}"
        report.article(place, cas.sofa_string, article["text"], parts, article["parts"])
        for tag in tags:
            report.compare(f"{place}, covered text", tag.get_covered_text(), article["text"][tag.begin:tag.end])
report.finish()
