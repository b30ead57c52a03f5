"""From truth values to an answer and an outcome: the tables of the outcome algebra, for one clause."""

from __future__ import annotations

from typing import Literal, NamedTuple

from license_gate.domain.answers import Answer, Effect, Outcome, Truth
from license_gate.domain.license import Cell, Kind

Why = Literal["", "fact", "text", "late", "lineage"]
Duty = Literal["", "met", "unmet", "to-do"]
Missing = Literal["fields", "fact", "nothing"]


class Decision(NamedTuple):
    """What one clause comes to.

    `standing`: a general term that asks for nothing now. `fields`: the answer hangs on fields of use that
    nobody stated. `assumed`: a duty that is taken to arise although that is not certain. `why`: what is
    missing where the answer is unknown.
    """

    answer: Answer
    outcome: Outcome = "clear"
    why: Why = ""
    duty: Duty = ""
    assumed: bool = False
    standing: bool = False
    fields: bool = False
    curable: bool = False


NOTHING = Decision("satisfied")
STANDING = Decision("satisfied", standing=True)
FIELDS = Decision("unknown", standing=True, fields=True)
_INFORMS: frozenset[Effect] = frozenset({"permits", "reserves", "defines", "disclaims"})


def decide(
    effect: Effect,
    kind: Kind,
    when: Truth,
    met: Truth | None,
    why: Why = "fact",
    missing: Missing = "fact",
) -> Decision:
    """The answer and outcome of one clause.

    `when`: whether its case is given; `met`: whether the duty is fulfilled, None where nothing tells;
    `why`: what makes `when` unknown; `missing`: what could be recorded, which decides between a line for
    the product (its fields), an open answer (a fact) and a general term (nobody is ever asked).
    """
    if effect in _INFORMS:
        return NOTHING
    if when is Truth.UNKNOWN and why == "text":
        return Decision("unknown", "undecided", "text")
    if effect == "requires":
        return _duty(kind, when, met, why, missing)
    return _ban(effect, kind, when, why, missing)


def _ban(effect: Effect, kind: Kind, when: Truth, why: Why, missing: Missing) -> Decision:
    if when is Truth.FALSE:
        return NOTHING
    if when is Truth.TRUE:
        return Decision("violated", _bitten(effect, kind))
    if effect == "ends" or kind.unknown in ("standing", "none"):
        return STANDING
    if kind.unknown == "attest":
        return _of_fields(why, missing)
    if kind.unknown == "duty":
        return Decision("unknown", "obligations", why, "to-do", assumed=True)
    return Decision("unknown", "undecided", why)


def _of_fields(why: Why, missing: Missing) -> Decision:
    """A term on fields of use. Once a field is recorded, what its exception hangs on is a fact like others."""
    if missing == "fields":
        return FIELDS
    return Decision("unknown", "undecided", why) if missing == "fact" else STANDING


def _bitten(effect: Effect, kind: Kind) -> Outcome:
    if effect == "withholds":
        return "needs-license"
    return "undecided" if kind.id == "patent-termination" else "prohibited"


def _duty(kind: Kind, when: Truth, met: Truth | None, why: Why, missing: Missing) -> Decision:
    if when is Truth.FALSE:
        return NOTHING
    if kind.unknown in ("standing", "attest"):
        waiting = kind.unknown == "attest" and when is Truth.UNKNOWN
        return _of_fields(why, missing) if waiting else STANDING
    assumed = when is Truth.UNKNOWN
    if met is Truth.TRUE:
        return Decision("satisfied", "obligations", duty="met", assumed=assumed)
    if met is Truth.FALSE:
        return _unmet(kind, why, assumed=assumed)
    if assumed:
        return Decision("unknown", "obligations", why, "to-do", assumed=True)
    return Decision("satisfied", "obligations", duty="to-do")


def _unmet(kind: Kind, why: Why, *, assumed: bool) -> Decision:
    """A duty that is known not to be fulfilled: a condition of the grant, or something done elsewhere."""
    if kind.unmet == "obligations":
        answer: Answer = "unknown" if assumed else "violated"
        return Decision(answer, "obligations", why if assumed else "", "unmet", assumed=assumed)
    if assumed:
        return Decision("unknown", "undecided", why, "unmet", assumed=True)
    return Decision("violated", "prohibited", "", "unmet", curable=True)


def soften(cell: Cell, when: Truth, why: Why, *, made_and_handed_on: bool) -> tuple[Truth, Why]:
    """What an uncertain inheritance leaves of a truth value.

    U: the case is uncertain even where its facts are not. X: the step itself needed permission, so the one
    who made and hands on the derivative is in the case, everybody else cannot know.
    """
    if cell == "X":
        return (Truth.TRUE, "") if made_and_handed_on else (Truth.UNKNOWN, "lineage")
    if cell == "U" and when is not Truth.FALSE:
        return Truth.UNKNOWN, "lineage" if when is Truth.TRUE else why
    return when, why
