"""The probabilities of the arms, as whole weights: for every procedure a function of the history.

Written from Documentation/Randomization.md alone, with nothing but Python's standard library.
`scheme` has `ratio`, `number(name)`, `fraction(name)`, `text(name)` and `balance`, a list of
(number of levels, weight). `past` is a list of (arm, levels) of one sequence, `levels` the places
of the levels of the factors to balance.
"""

from functools import cache


def counts(scheme, past):
    return [sum(1 for arm, _ in past if arm == one) for one in range(len(scheme.ratio))]


def places(scheme, past):
    """The places left of each arm, in a sequence that ends in balance."""
    rounds = scheme.number("count") // sum(scheme.ratio)
    return [share * rounds - count for share, count in zip(scheme.ratio, counts(scheme, past))]


def difference(scheme, past):
    first, second = counts(scheme, past)
    return first - second


def coin(probability, lead):
    favored, other = probability.numerator, probability.denominator - probability.numerator
    return [1, 1] if lead == 0 else [favored, other] if lead < 0 else [other, favored]


def truncated(scheme, past, _):
    return [share * (left > 0) for share, left in zip(scheme.ratio, places(scheme, past))]


def maximal(scheme, past, _):
    tolerance, (r, s) = scheme.number("tolerance"), scheme.ratio
    first_end, second_end = places(scheme, [])

    @cache
    def ways(first, second):
        if first > first_end or second > second_end or abs(s * first - r * second) > tolerance:
            return 0
        if (first, second) == (first_end, second_end):
            return 1
        return ways(first + 1, second) + ways(first, second + 1)

    first, second = counts(scheme, past)
    return [ways(first + 1, second), ways(first, second + 1)]


def block_urn(scheme, past, _):
    out = counts(scheme, past)
    balls = scheme.number("factor") + min(n // share for n, share in zip(out, scheme.ratio))
    return [share * balls - n for n, share in zip(out, scheme.ratio)]


def mass_weighted_urn(scheme, past, _):
    mass, total = scheme.fraction("mass"), sum(scheme.ratio)
    exact = [
        max(0, share * (mass + len(past)) - n * total)
        for n, share in zip(counts(scheme, past), scheme.ratio)
    ]
    return [int(value * mass.denominator) for value in exact]


def wei_urn(scheme, past, _):
    initial = scheme.number("initial") or (0 if past else 1)
    return [initial + scheme.number("added") * (len(past) - n) for n in counts(scheme, past)]


def ehrenfest_urn(scheme, past, _):
    balls, lead = scheme.number("balls"), difference(scheme, past)
    return [max(0, balls - lead), max(0, balls + lead)]


def efron(scheme, past, _):
    return coin(scheme.fraction("probability"), difference(scheme, past))


def chen(scheme, past, _):
    lead = difference(scheme, past)
    if abs(lead) >= scheme.number("tolerance"):
        return [1, 0] if lead < 0 else [0, 1]
    return coin(scheme.fraction("probability"), lead) if scheme.method == "chen" else [1, 1]


def generalized(scheme, past, _):
    powers = [n ** scheme.number("exponent") for n in reversed(counts(scheme, past))]
    return powers if past else [1, 1]


def adjustable(scheme, past, _):
    lead, exponent = difference(scheme, past), scheme.number("exponent")
    return [max(1, -lead) ** exponent, max(1, lead) ** exponent]


PROCEDURES = {
    "complete": lambda scheme, past, _: scheme.ratio,
    "random-allocation-rule": lambda scheme, past, _: places(scheme, past),
    "truncated-binomial": truncated,
    "maximal": maximal,
    "block-urn": block_urn,
    "mass-weighted-urn": mass_weighted_urn,
    "wei-urn": wei_urn,
    "ehrenfest-urn": ehrenfest_urn,
    "efron": efron,
    "big-stick": chen,
    "chen": chen,
    "generalized-biased-coin": generalized,
    "adjustable-biased-coin": adjustable,
}
