r"""Turns a rule's pattern, as a coder writes it, into a regular expression over shadows.

{guest}            a slot: one item of the types that the family allows for it; {guest:person|country} says them here
{dest+}            a list of such items: "A, B and C"
{:pronoun}         an item of that type which is in no slot: "his", "the guest"
<visit>            any form of the word; <pay|make> any form of either
^<visit>           the head of the rule: its form and place decide tense and scope (else the first <word>)
[a two-day]        may be missing
(to|of)            either
_                  one word; _3 up to three words
~                  up to 60 characters without a comma and without an item (but for dates and the like)
..                 up to 60 characters without a comma or other end of a clause
...                up to 120 characters that may hold commas, but no semicolon, colon, question mark or bracket
%aux               a named piece of pattern, from the codebook's macros
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from communique.grammar.choice import any_of
from communique.grammar.lazy import lazy
from communique.grammar.lists import SEPARATOR, guard
from communique.grammar.plan import PatternError, Plan
from communique.grammar.presence import common, counted, telling
from communique.grammar.shadow import FIRST, LAST, Alphabet

PRIVATE = f"{chr(FIRST)}-{chr(LAST)}"
WORD = rf"[\w{PRIVATE}][\w'’.&{PRIVATE}-]{{0,40}}"
NARROW = r"[^,;:!?()\[\]\n]{1,60}?"
WIDE = r"[^;:!?()\[\]\n]{1,120}?"

_TOKEN = lazy(
    r"(?P<slot>\{(?P<name>[a-z_]*)(?P<many>\+)?(?::(?P<types>[a-z_|]+))?\})"
    r"|(?P<head>\^)?<(?P<lemma>[^<>]+)>"
    r"|(?P<macro>%[a-z_]+)"
    r"|(?P<gap>\.\.\.?|~)(?![\w.])"
    r"|(?P<open>[\[(])|(?P<close>[\])])|(?P<bar>\|)|(?P<space>\s+)"
    r"|_(?P<words>\d*)(?![\w])"
    r"|(?P<text>[^\s\[\](){}<>|%~]+?(?=[\s\[\](){}<>|%~]|\.\.|$))"
)


class _Builder:
    """One pass over one pattern."""

    def __init__(
        self,
        pattern: str,
        letters: Alphabet,
        slots: Mapping[str, tuple[str, ...]],
        forms: Callable[[str], tuple[str, ...]],
        macros: Mapping[str, str],
    ) -> None:
        self.letters, self.slots, self.forms, self.macros = letters, slots, forms, macros
        closed = "".join(letters[t] for t in letters.types if t not in letters.passable)
        self.tight = rf"[^,;:!?()\[\]\n{closed}]{{1,60}}?"
        self.names: set[str] = set()
        self.head, self.depth = False, 0
        self.leading = True  # nothing stands before
        self.needs: list[tuple[str, ...]] = []
        self.words: list[tuple[str, ...]] = []  # of the branch that is being read
        self.marked = "^" in pattern
        self.tokens = self._tokens(pattern)
        self.at = 0

    def _tokens(self, pattern: str) -> list[re.Match[str]]:
        pattern = re.sub(r"\[(\.\.\.?|~)\]", r"\1", pattern)  # a gap may be empty anyway
        for _ in range(8):
            wider = re.sub(r"%([a-z_]+)", self._macro, pattern)
            if wider == pattern:
                break
            pattern = wider
        tokens, at = [], 0
        while at < len(pattern):
            match = _TOKEN.match(pattern, at)
            if match is None or match.end() == at:
                raise PatternError(f"at {pattern[at : at + 20]!r}: found no slot, word, gap or group")
            tokens.append(match)
            at = match.end()
        return tokens

    def _macro(self, match: re.Match[str]) -> str:
        try:
            return self.macros[match[1]]
        except KeyError:
            raise PatternError(f"macro %{match[1]} is not defined; known: {', '.join(sorted(self.macros))}") from None

    def sequence(self, until: str | None = None, *, glued: bool = False) -> str:
        """Everything up to the closing bracket, alternatives included; `words` gets what all of them need.

        `glued`: no space stands before the bracket, so that a space at the head of an alternative counts.
        """
        branches, leading = list[str](), self.leading
        outside, needed = self.words, list[list[tuple[str, ...]]]()
        self.words = []
        out, spaced, first = "", False, True
        while True:
            if self.at >= len(self.tokens):
                if until:
                    raise PatternError(f"found the end of the pattern, wanted {until!r}")
                break
            token = self.tokens[self.at]
            if token["close"]:
                if token["close"] != until:
                    raise PatternError(f"found {token['close']!r}, wanted {until or 'no bracket'!r}")
                self.at += 1
                break
            if token["bar"]:
                self.at += 1
                self.leading = leading
                branches.append(out)
                needed.append(self.words)
                self.words = []
                out, spaced, first = "", False, True
                continue
            self.at += 1
            if token["space"]:
                spaced = glued or not first
                continue
            out, spaced, first = self._join(out, spaced, first, token, glued=glued and first)
            self.leading = False
        branches.append(out)
        self.words = [*outside, *common([*needed, self.words])]
        return branches[0] if len(branches) == 1 else "(?:" + "|".join(branches) + ")"

    def _join(
        self, out: str, spaced: bool, first: bool, token: re.Match[str], *, glued: bool
    ) -> tuple[str, bool, bool]:
        ahead = self.tokens[self.at] if token["open"] == "[" and self.at < len(self.tokens) else token  # "[,]"
        space = " " if spaced and not (ahead["text"] or "").startswith((",", "'", ".", ";", ":")) else ""
        if token["gap"]:
            body = {"..": NARROW, "...": WIDE, "~": self.tight}[token["gap"]]
            lead = "[, ]" if token["gap"] == "..." else " "
            return out + (f"(?:{lead}{body})??" if not first else f"(?:{body} )??"), True, first
        if token["open"] == "[":
            self.depth += 1
            self.leading = False
            needed = self.words
            inner = self.sequence("]", glued=not spaced and (glued or not first))
            self.words = needed  # what may be missing is not needed
            self.depth -= 1
            if first:
                follows = self.at < len(self.tokens) and bool(self.tokens[self.at]["space"])
                return out + f"(?:{inner}{' ' if follows else ''})?", False, True
            return out + f"(?:{space}{inner})?", False, False
        if count := token["words"]:  # in "[_2]" the bracket gave the space
            once = f"{WORD}(?: {WORD}){{0,{int(count) - 1}}}" if first and self.depth else ""
            return out + (once or f"(?:{space}{WORD}){{0,{count}}}"), False, False
        return out + space + self._piece(token, glued=not spaced and (glued or not first)), False, False

    def _piece(self, token: re.Match[str], *, glued: bool) -> str:
        if token["open"] == "(":
            self.depth += 1
            inner = f"(?:{self.sequence(')', glued=glued)})"
            self.depth -= 1
            return inner
        if token["slot"]:
            return self._slot(token)
        if token["lemma"]:
            return self._lemma(token)
        if token["words"] is not None:
            return WORD
        if token["text"] == "'s":  # or as "Francis' visit" has it
            self.words.append(("'",))
            return "'s?"
        self.words.append((token["text"],))
        return re.escape(token["text"])

    def _slot(self, token: re.Match[str]) -> str:
        name = token["name"]
        if name and name in self.names:
            raise PatternError(f"slot {{{name}}} stands twice")
        self.names.add(name)
        types = tuple(token["types"].split("|")) if token["types"] else self.slots.get(name, ())
        if not types:
            raise PatternError(f"slot {{{name}}} has no types; [slots] names {', '.join(sorted(self.slots))}")
        if unknown := [t for t in types if t not in self.letters]:
            known = ", ".join(self.letters.types)
            raise PatternError(f"slot {{{name}}}: unknown type {unknown[0]!r}, wanted one of {known}")
        if not self.depth:
            self.needs.append(types)
        letters = [self.letters[t] for t in types]
        self.words.append(tuple(letters))
        one = "[" + "".join(letters) + "]"
        if not name:
            return one
        if token["many"]:
            return f"(?P<{name}>{one}{guard(one) if self.leading else ''}(?:{SEPARATOR}{one})*)"
        return f"(?P<{name}>{one})"

    def _lemma(self, token: re.Match[str]) -> str:
        forms = {form for word in token["lemma"].split("|") for form in self.forms(word)}
        self.words.append(tuple(forms))
        if token["head"] and self.head:
            raise PatternError("found a second head ^<…>, wanted one")
        if token["head"] or (not self.marked and not self.head):
            self.head = True
            return f"(?P<head>{any_of(forms)})"
        return any_of(forms)


def plan_pattern(
    pattern: str,
    letters: Alphabet,
    slots: Mapping[str, tuple[str, ...]],
    forms: Callable[[str], tuple[str, ...]],
    macros: Mapping[str, str],
) -> Plan:
    """What one pattern says; the groups of its expression are slots, and `head` where it has one.

    Args:
        pattern: as a coder writes it; see the top of this module.
        letters: the character of each item type.
        slots: the types that each slot may take where the pattern does not say.
        forms: all written forms of a word.
        macros: named pieces of pattern.

    Raises: PatternError: the pattern cannot be read, or names an unknown slot, type or macro.
    """
    builder = _Builder(pattern.strip(), letters, slots, forms, macros)
    try:
        body = builder.sequence()
    except RecursionError:
        raise PatternError("found brackets within brackets without end, wanted a few") from None
    # No look behind the first letter: with it, the search could not jump to where the first letter stands.
    # `hits` passes over what begins inside a word.
    known = [[letters[t] for t in types] for types in builder.needs]  # asked for by their types before
    return Plan(body, tuple(builder.needs), telling(builder.words, known), counted(builder.needs, letters))
