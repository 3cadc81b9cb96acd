#!/usr/bin/env python3
"""Recomputes every allocation of a trial from seed, scheme and log.

    replay_allocations.py FILE.json

FILE.json holds {"seed": hexadecimal, "scheme": canonical text, "log": [[stratum, arm], ...]} with
the log in its order. For each entry one line is printed; the exit code is 1 when an arm of the log
is not the one that the scheme allocates. Written from Documentation/Randomization.md alone, with
nothing but Python's standard library.
"""

import hashlib
import hmac
import json
import sys


class Stream:
    """HMAC_DRBG with SHA-256 (NIST SP 800-90A), instantiated with seed and label."""

    def __init__(self, seed, label):
        self.key, self.value = bytes(32), b"\x01" * 32
        self._update(seed + label.encode("ascii"))

    def _hmac(self, data):
        return hmac.new(self.key, data, hashlib.sha256).digest()

    def _update(self, data):
        for marker in (b"\x00", b"\x01") if data else (b"\x00",):
            self.key = self._hmac(self.value + marker + data)
            self.value = self._hmac(self.value)

    def word(self):
        """One Generate request of 8 bytes, read big-endian."""
        self.value = self._hmac(self.value)
        word = int.from_bytes(self.value[:8], "big")
        self._update(b"")
        return word


def draw(stream, weights):
    """A choice with the given weights: (choice, value, words taken)."""
    bound, words = sum(weights), 0
    while True:
        product = stream.word() * bound
        words += 1
        if product % 2**64 >= 2**64 % bound:
            break
    value, choice = product >> 64, 0
    while value >= sum(weights[: choice + 1]):
        choice += 1
    return choice, value, words


class Scheme:
    def __init__(self, text):
        lines = [line.split(" ") for line in text.splitlines()]
        if lines[0] != ["milenari", "scheme", "v1"] or lines[-1] != ["end"]:
            sys.exit("this is no complete scheme of version 1")
        self.identifier = next(line[1] for line in lines if line[0] == "identifier")
        self.method = next(line[1] for line in lines if line[0] == "method")
        self.arms = [line[1] for line in lines if line[0] == "arm"]
        self.ratio = [int(line[2]) for line in lines if line[0] == "arm"]
        blocks = [line for line in lines if line[0] == "block"]
        self.sizes = [int(line[1]) for line in blocks]
        self.size_weights = [int(line[2]) for line in blocks]


class Sequence:
    """The sequence of one stratum."""

    def __init__(self, seed, scheme, stratum):
        self.seed, self.scheme, self.stratum = seed, scheme, stratum
        self.recorded, self.blocks, self.size = 0, 0, 0
        self.left = [0] * len(scheme.arms)

    def _stream(self, purpose, index):
        label = f"milenari/v1/{self.scheme.identifier}/{self.stratum}/{purpose}/{index}"
        return Stream(self.seed, label), label

    def next(self):
        """The next allocation: (arm, what led to it)."""
        block = "-"
        if self.scheme.method == "permuted-blocks":
            if not any(self.left):
                self.blocks += 1
                stream, _ = self._stream("size", self.blocks)
                self.size = self.scheme.sizes[draw(stream, self.scheme.size_weights)[0]]
                rounds = self.size // sum(self.scheme.ratio)
                self.left = [share * rounds for share in self.scheme.ratio]
            weights = self.left
            block = f"{self.blocks}/{self.size}/{self.size - sum(self.left) + 1}"
        else:
            weights = self.scheme.ratio
        stream, label = self._stream("arm", self.recorded + 1)
        choice, value, words = draw(stream, weights)
        weights = ":".join(map(str, weights))
        return choice, f"{label} weights={weights} value={value} words={words} block={block}"

    def record(self, arm):
        self.recorded += 1
        if self.scheme.method == "permuted-blocks":
            self.left[arm] -= 1


def main(path):
    with open(path, encoding="utf-8") as file:
        fixture = json.load(file)
    seed, scheme = bytes.fromhex(fixture["seed"]), Scheme(fixture["scheme"])
    sequences, differences = {}, 0
    for stratum, logged in fixture["log"]:
        sequence = sequences.setdefault(stratum, Sequence(seed, scheme, stratum))
        choice, details = sequence.next()
        is_same = scheme.arms[choice] == logged
        differences += not is_same
        print(scheme.arms[choice], details + ("" if is_same else f" LOG SAYS {logged}"))
        arm = scheme.arms.index(logged)
        if scheme.method == "permuted-blocks" and sequence.left[arm] == 0:
            sys.exit("the scheme could not have made this allocation")
        sequence.record(arm)
    return 1 if differences else 0


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1]))
