"""The probabilities of the procedures that balance factors; see `procedures.py`."""

from fractions import Fraction
from math import lcm, sqrt

from procedures import coin, counts, difference


def margin(scheme, past, levels, factor):
    """The counts of the arms at the participant's level of a factor; without factors, of all."""
    same = [one for one in past if not levels or one[1][factor] == levels[factor]]
    return counts(scheme, same)


def measure(name, x):
    arms, spread = len(x), len(x) * sum(v * v for v in x) - sum(x) ** 2
    pairs = sum(abs(one - other) for one in x for other in x) // 2
    return {
        "range": max(x) - min(x),
        "variance": spread,
        "standard-deviation": int(sqrt(spread) * 2**32),
        "marginal-balance": (pairs << 32) // ((arms - 1) * sum(x)),
    }[name]


def pocock_simon(scheme, past, levels):
    ratio, name = scheme.ratio, scheme.text("measure")
    arms, totals = range(len(ratio)), []
    balance = scheme.balance or [(1, 1)]
    for candidate in arms:
        total = 0
        for factor, (_, weight) in enumerate(balance):
            here = margin(scheme, past, levels, factor)
            x = [(here[arm] + (arm == candidate)) * (lcm(*ratio) // ratio[arm]) for arm in arms]
            total += weight * measure(name, x)
        totals.append(total)
    slack = 0 if name in ("range", "variance") else sum(weight for _, weight in balance)
    return by_rank(scheme, totals, slack) if scheme.has("rank") else best(scheme, totals, slack)


def best(scheme, totals, slack):
    p, ratio, whole = scheme.fraction("probability"), scheme.ratio, sum(scheme.ratio)
    tied = [arm for arm, total in enumerate(totals) if total - min(totals) <= slack]
    tied_shares = sum(ratio[arm] for arm in tied)
    weights = [Fraction(0)] * len(ratio)
    for favored in tied:  # each is preferred in proportion to its share
        for arm, share in enumerate(ratio):
            high = 1 - (1 - p) * Fraction(whole - share, whole - min(ratio))
            low = (1 - p) * Fraction(share, whole - min(ratio))
            part = Fraction(ratio[favored], tied_shares)
            weights[arm] += part * (high if arm == favored else low)
    return [int(w * p.denominator * (whole - min(ratio)) * tied_shares) for w in weights]


def by_rank(scheme, totals, slack):
    q, n, weights = scheme.fraction("rank"), len(totals), [0] * len(totals)
    order = sorted(range(n), key=lambda arm: (totals[arm], arm))
    while order:
        tied = [arm for arm in order if totals[arm] - totals[order[0]] <= slack]
        ranks = 2 * (n - len(order)) + len(tied) + 1  # twice the mean rank
        for arm in tied:
            chance = q - (n * q - 1) * ranks / (n * (n + 1))
            weights[arm] = int(chance * 2 * q.denominator * n * (n + 1))
        order = order[len(tied):]
    return weights


def hu_hu(scheme, past, levels):
    total = scheme.number("overall") * difference(scheme, past)
    for factor, (_, weight) in enumerate(scheme.balance):
        first, second = margin(scheme, past, levels, factor)
        total += weight * (first - second)
    stratum = [one for one in past if one[1] == levels]
    total += scheme.number("stratum") * difference(scheme, stratum)
    return coin(scheme.fraction("probability"), total)


def d_optimal(scheme, past, levels):
    def row(of):
        places = [(n, level) for (n, _), level in zip(scheme.balance, of)]
        return [1.0] + [float(one == level) for n, level in places for one in range(1, n)]

    rows = [(row(of), 1 if arm == 0 else -1) for arm, of in past]
    size = len(row(levels))
    m = [[sum(z[i] * z[j] for z, _ in rows) + 0.0 for j in range(size)] for i in range(size)]
    b = [sum(z[i] * sign for z, sign in rows) + 0.0 for i in range(size)]
    for pivot in range(size):
        value = m[pivot][pivot]
        if value < 1e-9:
            b[pivot] = 0.0
            for line in m:
                line[pivot] = 0.0
            continue
        for column in range(pivot, size):
            m[pivot][column] /= value
        b[pivot] /= value
        for line in range(size):
            factor = m[line][pivot]
            if line != pivot and factor != 0:
                for column in range(pivot, size):
                    m[line][column] -= factor * m[pivot][column]
                b[line] -= factor * b[pivot]
    lean = 0.0
    for place, one in enumerate(row(levels)):
        if one:
            lean += b[place]
    first, second = (1 - lean) * (1 - lean), (1 + lean) * (1 + lean)
    weight = int(first / (first + second) * 2.0**32 + 0.5)
    return [weight, 2**32 - weight]


COVARIATE_PROCEDURES = {"pocock-simon": pocock_simon, "hu-hu": hu_hu, "d-optimal": d_optimal}
