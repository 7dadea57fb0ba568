"""The converter of Label Studio reads the tasks with their labelling configuration."""

import json
import sys
import tempfile
from collections import Counter
from importlib.metadata import version
from pathlib import Path

from label_studio_sdk.converter import Converter
from label_studio_sdk.converter.converter import Format

from crossread_projects import Report, folders, only

report = Report(f"label-studio-sdk {version('label-studio-sdk')}")
for folder, articles in folders(sys.argv[1:]):
    tasks, config = only(folder / "label-studio", "*.json"), only(folder / "label-studio", "*.xml")
    with tempfile.TemporaryDirectory() as work:
        Converter(str(config), None).convert(str(tasks), work, Format.JSON_MIN, is_dir=False)
        converted = json.loads((Path(work) / "result.json").read_text(encoding="utf-8"))
    report.compare(f"{folder.name}, tasks", len(converted), len(articles))
    for task, article in zip(converted, articles):
        regions = task.get("label", [])
        parts = Counter((one["start"], one["end"], label) for one in regions for label in one["labels"])
        place = f"{folder.name}, {article['id']}"
        report.article(place, task["text"], article["text"], parts, article["parts"])
        for one in regions:
            report.compare(f"{place}, covered text", one["text"], article["text"][one["start"]:one["end"]])
report.finish()
