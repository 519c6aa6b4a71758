"""The knowledge tables and a short list of the register's own spellings → country codes by plain name."""

from __future__ import annotations

import csv
from importlib import resources

from communique import knowledge
from communique.evaluation.register import plain_name


def country_codes() -> dict[str, str]:
    """Codes of today's countries by `plain_name`, and of the names that the register writes otherwise.

    Of two countries with one name the first in the knowledge file has it; `register_names.csv` overrules.
    """
    codes: dict[str, str] = {}
    for country in knowledge.load().tables.countries:
        if country.valid_to is None:
            for name in (country.name, country.official_name, *country.alternates):
                codes.setdefault(plain_name(name), country.iso3)
    names = resources.files("communique.evaluation").joinpath("register_names.csv")
    with names.open(encoding="utf-8") as file:
        codes.update((row["name"], row["code"]) for row in csv.DictReader(file))
    return codes
