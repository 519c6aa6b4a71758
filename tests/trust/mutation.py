"""Whole inputs and words of their format → inputs that are nearly whole, the same ones for the same chance."""

from __future__ import annotations

import random


def mutated(seeds: list[bytes], words: tuple[bytes, ...], chance: random.Random, longest: int) -> bytes:
    """One of the seeds with one to twelve changes."""
    data = bytearray(chance.choice(seeds))
    for _ in range(chance.randint(1, 12)):
        at = chance.randint(0, len(data))
        past = min(len(data), at + int(chance.expovariate(1 / 20)))
        match chance.randint(0, 7):
            case 0:
                data[at:past] = b""
            case 1:
                data[at:at] = data[at:past] * chance.choice((1, 2, 30))
            case 2 if words:
                data[at:at] = chance.choice(words) * chance.choice((1, 1, 2, 40))
            case 3:
                other = chance.choice(seeds)
                start = chance.randint(0, len(other))
                data[at:past] = other[start : start + 200]
            case 4:
                data[at:past] = chance.randbytes(past - at)
            case 5:
                data[at : at + 1] = bytes([chance.randint(0, 255)])
            case 6:
                data[at:past], data[: past - at] = data[: past - at], data[at:past]
            case 7:
                data[at:] = b""
    return bytes(data[:longest])
