"""The stream of random words of a label, and the choice among whole weights.

Written from Documentation/Randomization.md alone, with nothing but Python's standard library.
"""

import hashlib
import hmac


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
        if bound <= 2**40:
            product = stream.word() * bound
            words += 1
            value = product >> 64
            is_refused = product % 2**64 < 2**64 % bound
        else:
            count = (bound.bit_length() + 63) // 64
            value = 0
            for _ in range(count):
                value = value << 64 | stream.word()
            words += count
            value >>= count * 64 - bound.bit_length()
            is_refused = value >= bound
        if not is_refused:
            break
    choice = 0
    while value >= sum(weights[: choice + 1]):
        choice += 1
    return choice, value, words
