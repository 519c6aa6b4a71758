"""Laws of every reader of outside bytes, on bytes that nobody meant it to read; `bench/fuzz.py` tries more."""

from __future__ import annotations

import random
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from mutation import mutated
from readers import READERS

SEEDS = 6  # whole inputs of a reader that are tried as they are
SLOW = {
    "Parquet": 4,
    "reader of texts": 25,
    "record": 12,
    "page": 25,
    "knowledge files": 25,
    "rules": 25,
}  # examples, where each is slow
HOSTILE = st.text(
    st.sampled_from(
        "aZ0 .,;:-/\"'\\|=+@*_<>&[]{}()#%\n\r\t\x00\x01\x0b\x1b\x7f\x85\xa0\xad\xe9\u200b\u202e\u2028\u2066"
        "\ufeff\ufffd\ufffe\ue000\uf8ff\u0130\u0301\u3000\u4e2d\U0001f600\ud800\udfff€â™"
    ),
    max_size=300,
).map(lambda text: text.encode("utf-8", "surrogatepass"))


@cache
def seeds(name: str) -> list[bytes]:
    return READERS[name].seeds()


@pytest.mark.parametrize("name", READERS)
def test_a_reader_keeps_its_laws_on_whole_input(name: str) -> None:
    for seed in seeds(name)[:SEEDS]:
        READERS[name].run(seed)


@pytest.mark.parametrize("name", READERS)
def test_a_reader_keeps_its_laws_on_hostile_input(name: str) -> None:
    whole, words = seeds(name) or [b""], READERS[name].words

    def damaged(seed: int) -> bytes:
        return mutated(whole, words, random.Random(seed), 4_000)

    @settings(
        derandomize=True,
        database=None,
        max_examples=SLOW.get(name, 60),
        suppress_health_check=list(HealthCheck),
    )
    @given(st.one_of(st.binary(max_size=300), HOSTILE, st.integers(0, 1 << 32).map(damaged)))
    def holds(data: bytes) -> None:
        READERS[name].run(data)

    holds()
