"""Countries: ISO 3166-1 codes, and the unions that texts name, by the day on which they are read.

Members of the European Union: Article 52 of the Treaty on European Union; Croatia acceded on 2013-07-01,
the United Kingdom left at the end of 2020-01-31 (Decision (EU) 2020/135, OJ L 29, 31.1.2020).
The European Economic Area is the Union with Iceland, Liechtenstein and Norway (Article 128 and Article
126 of the EEA Agreement, OJ L 1, 3.1.1994); Croatia counts from its provisional application on 2014-04-12.
"""

from __future__ import annotations

from functools import lru_cache

_ISO_3166_1 = (
    "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW "
    "BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI "
    "FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN "
    "IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME "
    "MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF "
    "PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV "
    "SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE "
    "YT ZA ZM ZW"
)
COUNTRIES = frozenset(_ISO_3166_1.split())
UNIONS = frozenset({"EU", "EEA"})

# What people write for a code that ISO 3166-1 does not have.
MISTAKEN = {"UK": "GB", "EL": "GR", "EFTA": "EEA", "USA": "US", "EUR": "EU"}

_EU_27 = frozenset(
    {"AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU"}
    | {"IE", "IT", "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK"}
)
_EFTA_IN_EEA = frozenset({"IS", "LI", "NO"})

# Each list holds from its day until the day of the one before it; the newest first.
_MEMBERS = {
    "EU": (("2020-02-01", _EU_27), ("2013-07-01", _EU_27 | {"GB"}), ("", _EU_27 - {"HR"} | {"GB"})),
    "EEA": (
        ("2020-02-01", _EU_27 | _EFTA_IN_EEA),
        ("2014-04-12", _EU_27 | _EFTA_IN_EEA | {"GB"}),
        ("", _EU_27 - {"HR"} | _EFTA_IN_EEA | {"GB"}),
    ),
}


def members(union: str, day: str = "") -> frozenset[str]:
    """The member states of `EU` or `EEA` on an ISO day; without a day, those of the newest list."""
    lists = _MEMBERS[union]
    return next(states for since, states in lists if not day or day >= since)


@lru_cache(maxsize=1024)
def expand(codes: frozenset[str] | tuple[str, ...], day: str = "") -> frozenset[str]:
    """The codes with every union replaced by its members on an ISO day."""
    countries: frozenset[str] = frozenset(codes)
    for union in countries & UNIONS:
        countries = countries - {union} | members(union, day)
    return countries
