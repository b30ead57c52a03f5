from __future__ import annotations

import pytest

from license_gate.catalog.condition_diff import Change, differences, settled
from license_gate.domain.condition import EVERY, Condition, Group, Leaf, Readings, Unclear
from license_gate.domain.quantity import Amount

MONTH = "month-before-release"


def users(number: float, at: str = "previous-month", fact: str = "group.monthly_active_users") -> Leaf:
    return Leaf(fact, "above", Amount(number), at)


def serves(*acts: str) -> Leaf:
    return Leaf("use.acts", "includes", acts)


COMMERCIAL = Leaf("use.commercial", "is", True)


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (users(7e8), users(7e8), []),
        (users(7e8), users(1e8), [("limit", "above 700,000,000", "above 100,000,000")]),
        (users(7e8), users(7e8)._replace(operator="at_least"), [("limit", "above 700,000,000", "at least 700,000,000")]),
        (users(7e8), users(7e8, "any-month"), [("period", "in the last complete month", "in any month")]),
        (users(7e8), users(7e8, fact="product.monthly_active_users"),
         [("counted", "group.monthly_active_users", "product.monthly_active_users")]),
        (serves("serve", "embed"), serves("serve", "distribute"),
         [("use.acts no longer lists", "embed", ""), ("use.acts lists as well", "", "distribute")]),
        (serves("serve"), Group((serves("serve"), COMMERCIAL)),
         [("asks as well that", "", "use.commercial is true")]),
        (Group((serves("serve"), COMMERCIAL)), serves("serve"),
         [("no longer asks that", "use.commercial is true", "")]),
        (Group((serves("serve"),)), Group((serves("serve"),), none=(COMMERCIAL,)),
         [("spares the case that", "", "use.commercial is true")]),
        (EVERY, COMMERCIAL, [("when", "always", "use.commercial is true")]),
        (COMMERCIAL, serves("serve"), [("when", "use.commercial is true", "use.acts includes serve")]),
        (Unclear("which", users(1e6)), Unclear("which", users(2e6)), [("limit", "above 1,000,000", "above 2,000,000")]),
        (Readings((users(1e6), users(1e6))), Readings((users(2e6), users(2e6))),
         [("limit", "above 1,000,000", "above 2,000,000")]),
        (Group((serves("serve"), users(1e6))), Group((serves("serve"), users(2e6))),
         [("limit", "above 1,000,000", "above 2,000,000")]),
        (Leaf("use.purposes", "within", ("research",)), Leaf("use.purposes", "includes", ("research",)),
         [("when", "use.purposes is limited to research", "use.purposes includes research")]),
    ],
)  # fmt: skip
def test_a_difference_is_said_as_narrowly_as_it_is(
    before: Condition, after: Condition, said: list[tuple[str, str, str]]
) -> None:
    assert differences(before, after) == [Change(*each) for each in said]


def test_the_month_before_a_release_is_a_month() -> None:
    assert settled(users(1, MONTH), "2024-04-18") == users(1, "2024-03")
    assert settled(Group((users(1, MONTH),)), "2025-01-03") == Group((users(1, "2024-12"),))
    assert settled(Unclear("x", users(1, MONTH)), "") == Unclear("x", users(1, MONTH))
    assert settled(Readings((users(1, MONTH),)), "2024-04-18") == Readings((users(1, "2024-03"),))


def test_an_edition_s_own_id_is_this_license() -> None:
    asks = Leaf("organization.registrations", "includes", ("acme-1",))
    assert settled(asks, "", "acme-1") == settled(asks._replace(value=("acme-2",)), "", "acme-2")
    assert settled(Leaf("target.license", "is", "acme-1"), "", "acme-1").value == "this license"  # type: ignore[union-attr]
    assert settled(COMMERCIAL, "", "acme-1") == COMMERCIAL
