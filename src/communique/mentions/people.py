"""Turns an office, a country and a name into the person they mean on a day, within the memory of one text."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from communique import knowledge
from communique.knowledge import Holder
from communique.mentions import naming, titles
from communique.mentions.full_names import FullNames
from communique.mentions.naming import LEADERS, former_office, may_lengthen, one_name, plain_office, surname
from communique.mentions.recalled import AFFAIRS, bare_names, by_first_name
from communique.records import Person

HEADS = 5  # rank from which the tables know all who hold an office


class Figure(msgspec.Struct, frozen=True, gc=False):
    """A person as the text speaks of him or her; `rank` 0 to 6 as in docs/facts.md, None where it is not known."""

    name: str | None
    country: str | None
    office: str | None
    rank: int | None = None
    key: str | None = None
    former: bool = False
    why: str = ""

    def person(self) -> Person:
        """As the output states it."""
        return Person(self.name, self.country, self.office)

    def same_as(self, other: Figure) -> bool:
        """Whether both can be one person: one key or name; the same country and office where one has no name."""
        if self.key and other.key:
            return self.key == other.key
        if self.name and other.name:
            return self.country in (other.country, None) and one_name(self.name, other.name)
        return self.country == other.country and (self.office == other.office or not self.office or not other.office)


class Memory:
    """Who has been spoken of so far in one text, and whose country it is written in."""

    def __init__(self, day: str | None, home: str | None, abroad: str | None, full_names: FullNames) -> None:
        """What is known before reading.

        Args:
            day: the day of the text, as EDTF, None where it is unknown.
            home: the author's country.
            abroad: the one other country that the title names, None where it names none or several.
            full_names: the names that the text writes in full.
        """
        self.own: Callable[[], str | None] = lambda: None  # whose head the first words name by the office alone
        self.full_names = full_names
        self.day = day
        self.home = home
        self.abroad = abroad
        self.known = knowledge.load()
        self.by_name: dict[str, Figure] = {}
        self._by_office: dict[str, Figure] = {}
        self.bare: dict[str, Figure] = {}  # by a name that no scan finds: rulers' first names, unlisted surnames
        self._terms_of: dict[tuple[str, str | None], tuple[Holder, ...]] = {}

    def recall(self, name: str) -> Figure | None:
        """The person whom the text has called by this name before."""
        return self.by_name.get(name.casefold())

    def last_in(self, office: str) -> Figure | None:
        """The last person of this office that the text spoke of."""
        return self._by_office.get(office) or self._by_office.get(titles.AGAIN.get(office, office))

    def remember(self, figure: Figure, *names: str) -> None:
        """Keeps a person under the names by which the text may call him or her again."""
        for name in names:
            for form in {name, surname(name), name.split(" ")[-1] if name else ""}:
                if len(form) > 1 and not (form != name and self._is_leaders(form, figure)):
                    self.by_name[form.casefold()] = figure
        if figure.name:
            self.by_name.setdefault(surname(figure.name), figure)
            self.bare |= dict.fromkeys(bare_names(names, figure), figure)
        if figure.office and not self._is_no_more(figure, self._by_office.get(figure.office)):
            self._by_office[figure.office] = figure

    def _is_leaders(self, form: str, figure: Figure) -> bool:
        """Whether a bare surname stays that of the leader whom the text named before his wife or brother."""
        earlier = self.recall(form)
        if earlier is None or earlier.name == figure.name or earlier.country != figure.country:
            return False
        return (earlier.rank or 0) >= HEADS > (figure.rank or 0) or self._is_no_more(figure, earlier)

    def _is_no_more(self, figure: Figure, earlier: Figure | None) -> bool:
        """Whether the tables know both, and that only the one named earlier leads a country on the day."""
        if earlier is None or earlier.key == figure.key or not (earlier.key and figure.key and self.day):
            return False
        return self._leads(earlier.key) and not self._leads(figure.key)

    def _leads(self, key: str) -> bool:
        return any((term.rank or 0) >= HEADS and self._holds(term) for term in self.known.terms(key))

    def named(self, name: str, office: str | None, country: str | None, *, former: bool, strong: bool) -> Figure | None:
        """The person of that name; one unknown to the tables is taken as written where an office stands with it.

        Args:
            name: as written, without titles.
            office: the office's words, None where none stands with the name.
            country: the country or body that the words name, None where they name none.
            former: the words say that the office is no longer held.
            strong: the form of the name is nobody else's.
        """
        if office and titles.is_of_service(plain_office(office), country):
            return Figure(name, country, plain_office(office), 2, former=former, why="an office of the civil service")
        code = titles.code_of(self.known, office) if office else None
        country = country or (titles.land_of(plain_office(office), self.home) if office else None)
        earlier = self.recall(name) or (self.bare.get(name) if office else None)  # "Prince Mohammed"
        earlier = earlier or by_first_name(self.by_name.values(), name, code, office)  # "Premier Imran"
        same = earlier if earlier is not None and country in (None, earlier.country) else None
        fits = same and (office is None or naming.fits_office(same.office, code, office))
        if same and fits and self._is_best(same, name, country):
            return same
        longer = self.full_names(name) if not strong and office is None else None
        name, strong = (name, strong) if longer is None else (longer, True)
        holders = self._named(name, country)
        if office is None and holders and naming.is_longer(name, holders[0].person, self.known.persons_named):
            holders = ()
        holder = self._choose(titles.lately(holders, name, code, self.day, former=former), code, office, former)
        if holder is not None and titles.is_another(holder, name, office, code):
            holder = None
        holder = holder or (self._written_otherwise(name, code, country) if code and not former else None)
        known = bool(office or country or earlier)
        if not known and (strong or self._only_leader(name, holders)):
            known = " " in name or not self.full_names.is_anothers(name, holder)
        if holder is not None and known:
            return self._figure(holder, code, office, former, why=f"the name {name!r}")
        if office is None or name.endswith(AFFAIRS):
            return None
        bearer = self.in_office(office, country, former=False) if country and not former else None
        if bearer is not None and titles.is_called(bearer.name, name, plain_office(office)):
            return bearer
        rank = None if former else titles.rank_of(self.known, office, country)
        title = former_office(plain_office(office), former)
        return Figure(name, country, title, rank, former=former, why="as written, with an office")

    def _written_otherwise(self, name: str, code: str, country: str | None) -> Holder | None:
        """Who held this office on the day and bears this surname, if his first name may be written so."""
        found = self.known.persons_named(surname(name).title(), on=self.day, country=country) if self.day else ()
        held = [h for h in found if h.office == code and self._holds(h) and naming.may_call(name, h.name)]
        return held[0] if len({holder.person for holder in held}) == 1 else None

    def _is_best(self, earlier: Figure, name: str, country: str | None) -> bool:
        """Whether the tables do not know better who is meant than the text did before."""
        found = () if earlier.key is not None else self._named(name, country)
        if not found or naming.share_first(str(earlier.name), found[0].name, name):
            return not found
        land = earlier.country or (found[0].country if self.full_names.places(found[0].country) else None)
        return land != found[0].country or not self._holds(found[0])  # else it is his wife who was named before

    def _only_leader(self, name: str, holders: tuple[Holder, ...]) -> bool:
        """Whether a bare surname is that of one head of state or government or the like, on the day if there is one."""
        leaders = [h for h in holders if (h.rank or 0) >= HEADS]
        if len({h.person for h in leaders if self._holds(h)}) != 1:
            his = leaders and leaders[0].person == holders[0].person and self.day and name not in self.bare
            return bool(his) and self.full_names.is_of_former(name, leaders, self.home)
        one = holders[0]
        undated = (one.rank or 0) >= HEADS and name not in self.bare  # no "King Philippe" before it
        sure = self._holds(one) if self.day else undated and self.full_names.may_mean(name, one.country)
        return sure and not self.full_names.is_of_another(name, one.name)

    def in_office(self, office: str, country: str | None, *, former: bool) -> Figure:
        """Whoever holds an office, in a country if the words name one; without a name where that cannot be told."""
        plain = titles.single(plain_office(office))
        if titles.is_of_service(plain, country):
            last, anybody = self._by_office.get(plain), Figure(None, country, plain, 2, former=former)
            return last if last and last.country == country else anybody
        spoken = plain.replace(" ", "_")
        led = plain in titles.JUDGED and country and self.full_names.has_any(self._holders(country, "leader"))
        code = "leader" if led else spoken if spoken in LEADERS else self.known.office_code(office) or spoken
        if former:
            return Figure(None, country, former_office(plain, former), former=True, why="an office held no more")
        told, country = country is not None, titles.OF_ONE_LAND.get(plain) if country is None else country
        if country is None:
            earlier = self.last_in(plain) or (self._any_leader(code) if code in LEADERS else None)
            home = self.home or (self.own() if earlier is None else None)
            at_home = home is not None and bool(self._holders(home, code))
            if earlier is not None and not at_home:
                return earlier
            if home is None:
                return Figure(None, None, plain, self.known.rank_of(plain), why="an office without a country")
            if at_home or (self.known.rank_of(plain) or 0) < HEADS:
                country = home
            elif self.abroad and self._holders(self.abroad, code):
                country = self.abroad  # whose office the author's country has not
            if country is None:
                return Figure(None, None, plain, self.known.rank_of(plain), why=f"nobody holds it in {home}")
        holders = next(filter(None, (self._holders(country, one) for one in titles.codes_of(code, told=told))), ())
        holders = titles.bearers(holders, plain)
        names = {holder.person for holder in holders}
        if len(names) == 1:
            return self._figure(holders[0], code, plain, former, f"{plain} of {country} on {self.day}")
        rank = 6 if code in LEADERS else titles.rank_of(self.known, plain, country)
        return Figure(None, country, plain, rank, why=f"{len(names)} holders of this office")

    def _named(self, name: str, country: str | None) -> tuple[Holder, ...]:
        """The terms of the persons of that name, those in office on the day first; a leader's before his others."""
        if (name, country) not in self._terms_of:
            self._terms_of[name, country] = self._sought(name, country)
        return self._terms_of[name, country]

    def _sought(self, name: str, country: str | None) -> tuple[Holder, ...]:
        plain = naming.without_suffix(name)
        many = " bin " in plain and country is None  # of a house of many, each with his father's name
        for form in naming.writings(name)[: -1 if many else None]:
            for land in dict.fromkeys((country, None if country and len(country) != 3 else country)):
                found = self.known.persons_named(form, on=self.day, country=land)
                if found and (form != plain.split(" ")[-1] or form == plain or may_lengthen(plain, found[0].name)):
                    found = titles.by_title(form, self.full_names.placed(found, self._holds), self._holds)
                    return tuple(term for holder in found for term in self._terms(holder))
        return ()

    def _terms(self, holder: Holder) -> list[Holder]:
        """All terms of a person, the likeliest meant first."""
        return titles.in_order(holder, self.known.terms(holder.person) or (holder,), self._holds)

    def _holds(self, holder: Holder) -> bool:
        return self.day is None or (holder.start <= self.day + "~" and (holder.last is None or holder.last >= self.day))

    def _holders(self, country: str, code: str) -> tuple[Holder, ...]:
        if self.day is None:
            return ()
        if code == "leader":
            leader = self.known.leader(country, self.day)
            return leader if isinstance(leader, tuple) else ((leader,) if leader else ())
        return self.known.holders(country, code, self.day)

    def _any_leader(self, code: str) -> Figure | None:
        """The leader that the text spoke of last; of "the head of state" one who is, where there is one."""
        leaders = [f for f in reversed(self._by_office.values()) if (f.rank or 0) >= HEADS]
        heads = [f for f in leaders if code == "head_of_state" and (f.rank or 0) > HEADS]
        return next(iter(heads or leaders), None)

    def _choose(self, holders: tuple[Holder, ...], code: str | None, office: str | None, former: bool) -> Holder | None:
        rank = None if office is None or former else self.known.rank_of(office)
        if rank is None:
            return holders[0] if holders else None
        held = [h for h in holders if h.office == code or (code in LEADERS and (h.rank or 0) >= HEADS)]
        near = [h for h in holders if h.rank is not None and abs(h.rank - rank) <= 1]
        return next(iter(held or near), None)

    def _figure(self, holder: Holder, code: str | None, office: str | None, former: bool, why: str) -> Figure:
        said = plain_office(office or "")
        plain = None if former or code in titles.UNSAID or said in ("", "counterpart") else said
        title = plain or holder.office.replace("_", " ")
        gone = former or (self.day is not None and holder.last is not None and holder.last < self.day)
        rank = None if gone else holder.rank
        if gone and plain and not former:  # the words say that he holds an office: the tables know an older one
            gone, rank = False, self.known.rank_of(plain)
        why, title = f"{why}; {holder.source}", former_office(title, gone)
        return Figure(holder.name, holder.country, title, rank, holder.person, gone, why)
