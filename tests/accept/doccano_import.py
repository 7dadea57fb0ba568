"""doccano imports the lines into a database in memory. Its offsets are UTF-16 units."""

import os
import sys
from collections import Counter
from importlib.metadata import version
from importlib.util import find_spec

from crossread_projects import Report, folders, only

# The packages of doccano.
sys.path.insert(0, find_spec("backend").submodule_search_locations[0])
os.environ.update(DJANGO_SETTINGS_MODULE="config.settings.development", DATABASE_URL="sqlite:///:memory:", DEBUG="False")

import django
from django.core.management import call_command

django.setup()
call_command("migrate", verbosity=0)

from data_import.datasets import load_dataset
from data_import.pipeline.catalog import RELATION_EXTRACTION, create_file_format
from data_import.pipeline.readers import FileName
from django.contrib.auth import get_user_model
from examples.models import Example
from projects.models import ProjectType, SequenceLabelingProject

report = Report(f"doccano {version('doccano')}")
user = get_user_model().objects.create_user(username="reader")


def characters(text, start, end):
    """A range of UTF-16 units in code points."""
    units = text.encode("utf-16-le")
    return tuple(len(units[: 2 * at].decode("utf-16-le")) for at in (start, end))


for folder, articles in folders(sys.argv[1:]):
    path = only(folder / "doccano", "*.jsonl")
    has_relations = any(article["relations"] for article in articles)
    project = SequenceLabelingProject.objects.create(
        name=folder.name, description="", created_by=user, project_type=ProjectType.SEQUENCE_LABELING,
        allow_overlapping=True, use_relation=has_relations,
    )
    task = RELATION_EXTRACTION if has_relations else ProjectType.SEQUENCE_LABELING
    file = FileName(full_path=str(path), generated_name=path.name, upload_name=path.name)
    # The page of doccano proposes this encoding; without one, it is guessed.
    dataset = load_dataset(task, create_file_format("JSONL"), [file], project, encoding="utf_8")
    dataset.save(user)
    report.compare(f"{folder.name}, errors", [str(error) for error in dataset.errors], [])
    examples = list(Example.objects.filter(project=project).order_by("id"))
    report.compare(f"{folder.name}, examples", len(examples), len(articles))
    for example, article in zip(examples, articles):
        parts = Counter()
        for span in example.spans.all():
            parts[(*characters(example.text, span.start_offset, span.end_offset), span.label.text)] += 1
        place = f"{folder.name}, {article['id']}"
        report.article(place, example.text, article["text"], parts, article["parts"])
        report.compare(f"{place}, relations", example.relations.count(), article["relations"])
report.finish()
