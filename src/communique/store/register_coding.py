"""The published register's tables become coded rows: days, countries, persons, declared kind; none of its prose.

`python -m communique.store.register_coding VISITS.csv TRAVELS.csv LAST_YEAR` writes `data/register.csv.gz` anew. The
tables are those of the Office of the Historian, U.S. Department of State (HistoryAtState/visits and /travels on
GitHub, CC0), with the columns start, end, visitor, from, description, and start, end, role, name, country, locale,
remarks.
"""

from __future__ import annotations

import csv
import gzip
import io
import re
import sys
import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path

from communique import knowledge

HOME = "USA"
COLUMNS = ("start", "end", "guest", "host", "office", "name", "place", "kind", "event")
TARGET = Path(__file__).parent / "data" / "register.csv.gz"

_KINDS = (
    ("state", r"\bstate visit"),
    ("official_working", r"off?ici?al working visit|offical working visit"),
    ("official", r"\boff?ici?al visit|offical visit|official \(?(?:goodwill|friendly)"),
    ("working", r"\bworking (?:visit|session)|working luncheon"),
    ("informal", r"\b(?:informal|unofficial) visit"),
    ("private", r"\bprivate visit"),
    ("transit", r"\b(?:transit|en route|stopover|stopped)\b"),
)
_EVENT = re.compile(
    r"\bsummit|conference|funeral|inaugura|united nations|\bU\.?N\.?\b|general assembly|attended (?:the|a|an)\b"
    r"|ceremon|anniversary|\bNATO\b|\bAPEC\b|\bG-?(?:7|8|20)\b|ministerial",
    re.IGNORECASE,
)
_OFFICE = re.compile(
    r"^((?:(?:acting|deputy|vice|federal|first|prime|foreign|interim|transitional|president|presidents?-? ?elect"
    r"|premier|minister|chancellor|king|queen|emperor|shah|pope|sultan|amir|emir|sheikh|prince|princess|crown|chairman|general"
    r"|secretary|taoiseach|governor|taioseach|grand|duke|duchess|captain|regent|chief|state|counselor|counsellor|head"
    r"|of|government|council|the|ministers|executive|authority|speaker|deputy|designate|elect|co-president|president-"
    r"|leader|supreme|military|junta|party|communist|presidency|tripartite|member|affairs|for)\b\s*)+)(.*)$",
    re.IGNORECASE,
)
_NAMES = {
    "congo, democratic republic of": "COD",
    "democratic republic of the congo (zaire)": "COD",
    "congo, republic of": "COG",
    "china, people's republic of": "CHN",
    "china, republic of": "TWN",
    "germany, federal republic of": "DEU",
    "korea": "KOR",
    "korea, south": "KOR",
    "korea, republic of": "KOR",
    "vatican city": "VAT",
    "holy see": "VAT",
    "ivory coast": "CIV",
    "cote d'ivoire": "CIV",
    "gambia": "GMB",
    "burma": "MMR",
    "macedonia, former yugoslav republic of": "MKD",
    "macedonia": "MKD",
    "swaziland": "SWZ",
    "slovak republic": "SVK",
    "bosnia-herzegovina": "BIH",
    "bosnian federation": "BIH",
    "cape verde": "CPV",
    "turkey": "TUR",
    "micronesia": "FSM",
    "dahomey (benin)": "BEN",
    "upper volta": "BFA",
    "upper volta (burkina faso)": "BFA",
    "somali republic": "SOM",
    "siam (thailand)": "THA",
    "union of south africa": "ZAF",
    "ceylon (sri lanka)": "LKA",
    "khmer republic (cambodia)": "KHM",
    "st. christopher and nevis": "KNA",
    "western samoa": "WSM",
    "somoa": "WSM",
    "east timor": "TLS",
    "u.s.s.r.": "SUN",
    "german democratic republic": "DDR",
    "st. lucia": "LCA",
    "st. kitts and nevis": "KNA",
    "st. vincent and the grenadines": "VCT",
    "poland (government-in-exile)": "POL",
    "czechoslovakia (government-in-exile)": "CSK",
    "france (provisional government)": "FRA",
    "israel (provisional government)": "ISR",
    "cuba (provisional government)": "CUB",
    "afghanistan (interim authority)": "AFG",
    "west bank": "PSE",
    "palestinian authority": "PSE",
    "czech republic": "CZE",
    "brunei": "BRN",
    "yugoslavia": "YUG",
    "sao tome and principe": "STP",
    "korea, north": "PRK",
    "denmark (greenland)": "DNK",
    "tanganyika": "TZA",
    "united kingdom (northern ireland)": "GBR",
    "united kingdom (wales)": "GBR",
    "muscat & oman": "OMN",
    "malaya": "MYS",
    "zimbabwe rhodesia": "ZWE",
    "southern rhodesia (zimbabwe)": "ZWE",
    "yugoslavia (kosovo)": "YUG",
    "timor leste": "TLS",
    "burma (myanmar)": "MMR",
    "european union": "EU",
    "united nations": "UN",
}


def code(visits: Path, travels: Path, last_year: int) -> Iterator[dict[str, str]]:
    """Coded rows of both tables up to a year, by start, guest, host, name. Rows of no known country are left out."""
    codes = _codes()
    rows = [*_visits(visits, codes, str(last_year)), *_travels(travels, codes, str(last_year))]
    yield from sorted(rows, key=lambda row: tuple(row[name] for name in COLUMNS))


def _visits(path: Path, codes: Mapping[str, str], last: str) -> Iterator[dict[str, str]]:
    for row in _rows(path, last):
        guest = codes.get(_plain(row["from"]))
        if guest and guest != HOME:
            office, name = _person(row["visitor"])
            yield _coded(row, guest, HOME, office=office, name=name, place="", remarks=row["description"])


def _travels(path: Path, codes: Mapping[str, str], last: str) -> Iterator[dict[str, str]]:
    offices = {"president": "president", "secretary": "secretary of state"}
    for row in _rows(path, last):
        host = codes.get(_plain(row["country"]))
        if host and host != HOME:
            place = re.split(r"[,;(]", row["locale"])[0].strip()
            office, name = offices[row["role"]], row["name"]
            yield _coded(row, HOME, host, office=office, name=name, place=place, remarks=row["remarks"])


def _rows(path: Path, last: str) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["start"][:4] <= last:
                yield row


def _coded(
    row: Mapping[str, str], guest: str, host: str, *, office: str, name: str, place: str, remarks: str
) -> dict[str, str]:
    kind = next((kind for kind, words in _KINDS if re.search(words, remarks, re.IGNORECASE)), "")
    event = bool(_EVENT.search(remarks))
    if event and not kind:
        kind = "event_only"
    end = row["end"] if row["end"] >= row["start"] else ""
    values = (row["start"], end, guest, host, office, name.replace("’", "'").strip(), place, kind, "1" if event else "")
    return dict(zip(COLUMNS, values, strict=True))


def _person(visitor: str) -> tuple[str, str]:
    """Office in small letters, and name; a first of several persons only."""
    first = re.split(r";| and (?=(?:President|Prime|King|Queen|Chancellor|Premier|Foreign)\b)", visitor)[0]
    found = _OFFICE.match(first.replace("- ", "-").strip())
    if found is None:
        return "", first.strip()
    office = " ".join(found.group(1).split()).casefold()
    office = re.sub(r"(?<=\w) (?:sheikh|shah|prince|king|amir|emir)$", "", office)
    return office, found.group(found.lastindex or 1).strip(" ,")


def _codes() -> dict[str, str]:
    codes: dict[str, str] = {}
    countries = sorted(knowledge.load().tables.countries, key=lambda country: country.valid_to is not None)
    for country in countries:
        for name in (country.name, country.official_name, *country.alternates):
            codes.setdefault(_plain(name), country.iso3)
    return {**codes, **_NAMES}


def _plain(name: str) -> str:
    text = unicodedata.normalize("NFKD", name.replace("’", "'")).encode("ascii", "ignore").decode().casefold()
    return re.sub(r"^the ", "", " ".join(text.split()))


def main(visits: str, travels: str, last_year: str) -> None:
    """Writes the packaged file."""
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(code(Path(visits), Path(travels), int(last_year)))
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_bytes(gzip.compress(out.getvalue().encode(), mtime=0))


if __name__ == "__main__":
    main(*sys.argv[1:])
