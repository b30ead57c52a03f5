"""Rights bought from a licensor: which of them answers a clause."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from license_gate.domain.policy import Agreement
from license_gate.evaluate.assessment import Ruling
from license_gate.evaluate.decide import Decision


def current(until: str, today: date) -> bool:
    """Whether something that runs until a day (included; '' = without end) still runs."""
    return not until or today.isoformat() <= until


def covering(agreements: Iterable[Agreement], ruling: Ruling, today: date) -> Agreement | None:
    """The agreement that answers a ruling. A duty is answered only where the agreement names it."""
    return next(
        (
            agreement
            for agreement in agreements
            if current(agreement.until, today) and _covers(agreement, ruling)
        ),
        None,
    )


def _covers(agreement: Agreement, ruling: Ruling) -> bool:
    if agreement.licensor != ruling.edition.licensor:
        return False
    if agreement.licenses and ruling.edition.id not in agreement.licenses:
        return False
    named = {ruling.clause.id, ruling.clause.kind}.intersection(agreement.clauses)
    return bool(named) or (not agreement.clauses and ruling.clause.effect in ("withholds", "prohibits"))


def answered(ruling: Ruling, agreements: Iterable[Agreement], today: date) -> Ruling:
    """The ruling as an agreement leaves it."""
    if ruling.decision.answer == "satisfied" and not ruling.decision.duty:
        return ruling
    agreement = covering(agreements, ruling, today)
    if agreement is None:
        return ruling
    return ruling._replace(decision=Decision("satisfied"), agreement=agreement.id)
