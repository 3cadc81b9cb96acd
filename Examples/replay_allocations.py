#!/usr/bin/env python3
"""Recomputes every allocation of a trial from seed, scheme and log.

    replay_allocations.py FILE.json

FILE.json holds {"seed": hexadecimal, "scheme": canonical text, "log": [[stratum, arm], ...]} with
the log in its order. For each entry one line is printed; the exit code is 1 when an arm of the log
is not the one that the scheme allocates. Written from Documentation/Randomization.md alone, with
nothing but Python's standard library. The draws and the procedures
are in the files beside it.
"""

import json
import sys
from fractions import Fraction

from covariate_procedures import COVARIATE_PROCEDURES
from drawing import Stream, draw
from procedures import PROCEDURES


class Scheme:
    def __init__(self, text):
        lines = [line.split(" ") for line in text.splitlines()]
        if lines[0] != ["milenari", "scheme", "v1"] or lines[-1] != ["end"]:
            sys.exit("this is no complete scheme of version 1")
        rows = {key: [line[1:] for line in lines if line[0] == key] for key, *_ in lines}
        self.identifier, self.method = rows["identifier"][0][0], rows["method"][0][0]
        self.arms = [code for code, _ in rows["arm"]]
        self.ratio = [int(share) for _, share in rows["arm"]]
        self.factors = {name: levels for name, *levels in rows.get("factor", [])}
        self.sizes = [int(size) for size, _ in rows.get("block", [])]
        self.size_weights = [int(weight) for _, weight in rows.get("block", [])]
        self.parameters = dict(rows.get("parameter", []))
        self.balanced = [name for name, _ in rows.get("balance", [])]
        self.balance = [(len(self.factors[n]), int(w)) for n, w in rows.get("balance", [])]

    def number(self, name):
        return int(self.parameters[name])

    def fraction(self, name):
        return Fraction(self.parameters[name])

    def text(self, name):
        return self.parameters[name]

    def has(self, name):
        return name in self.parameters

    def split(self, stratum):
        """The stratum of the sequence, and the places of the levels to balance."""
        levels = dict(part.split("=") for part in stratum.split(";")) if stratum != "all" else {}
        kept = [f"{name}={level}" for name, level in levels.items() if name not in self.balanced]
        places = tuple(self.factors[name].index(levels[name]) for name in self.balanced)
        return ";".join(kept) or "all", places


class Sequence:
    """The sequence of one stratum."""

    def __init__(self, seed, scheme, stratum):
        self.seed, self.scheme, self.stratum = seed, scheme, stratum
        self.past, self.blocks, self.size = [], 0, 0
        self.left = [0] * len(scheme.arms)

    def _stream(self, purpose, index):
        label = f"milenari/v1/{self.scheme.identifier}/{self.stratum}/{purpose}/{index}"
        return Stream(self.seed, label), label

    def weights(self, levels):
        scheme = self.scheme
        if scheme.method != "permuted-blocks":
            return (PROCEDURES | COVARIATE_PROCEDURES)[scheme.method](scheme, self.past, levels)
        if not any(self.left):
            self.blocks += 1
            stream, _ = self._stream("size", self.blocks)
            self.size = scheme.sizes[draw(stream, scheme.size_weights)[0]]
            self.left = [share * self.size // sum(scheme.ratio) for share in scheme.ratio]
        return self.left

    def next(self, weights):
        """The next allocation: (arm, what led to it)."""
        stream, label = self._stream("arm", len(self.past) + 1)
        choice, value, words = draw(stream, weights)
        form = "d" if sum(weights) <= 2**40 else "x"
        block = f"{self.blocks}/{self.size}/{self.size - sum(self.left) + 1}"
        return choice, (
            f"{label} weights={':'.join(format(weight, form) for weight in weights)}"
            f" value={value:{form}} words={words} block={block if self.size else '-'}"
        )

    def record(self, arm, levels):
        self.past.append((arm, levels))
        if self.size:
            self.left[arm] -= 1


def main(path):
    with open(path, encoding="utf-8") as file:
        fixture = json.load(file)
    seed, scheme = bytes.fromhex(fixture["seed"]), Scheme(fixture["scheme"])
    sequences, differences = {}, 0
    for stratum, logged in fixture["log"]:
        name, levels = scheme.split(stratum)
        sequence = sequences.setdefault(name, Sequence(seed, scheme, name))
        weights = sequence.weights(levels)
        choice, details = sequence.next(weights)
        is_same = scheme.arms[choice] == logged
        differences += not is_same
        print(scheme.arms[choice], details + ("" if is_same else f" LOG SAYS {logged}"))
        arm = scheme.arms.index(logged)
        if weights[arm] == 0:
            sys.exit("the scheme could not have made this allocation")
        sequence.record(arm, levels)
    return 1 if differences else 0


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1]))
