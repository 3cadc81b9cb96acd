#!/usr/bin/env python3
"""Recovers a data key from printed shares: recover_key.py TRIAL KEY SHARE-FILE…

Prints the 32 bytes in hexadecimal. Written from Documentation/Format.md alone.
"""
import hashlib, hmac, struct, sys

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

def times(a, b):
    product = 0
    while b:
        product ^= a if b & 1 else 0
        a = a << 1 ^ (0x11B if a & 0x80 else 0)
        b >>= 1
    return product

def holds(symbols):
    plain = weighted = 0
    for symbol in symbols:
        plain, weighted = plain ^ symbol, weighted << 1 ^ symbol
        weighted ^= 0b100101 if weighted & 32 else 0
    return plain == weighted == 0

def read(path):
    bits = ""
    lines = [line for line in open(path).read().splitlines() if line[:1] in tuple("123456")]
    for number, line in enumerate(lines, 1):
        typed = line[1:].upper().translate(str.maketrans("OIL", "011", " -"))
        symbols = [ALPHABET.index(c) for c in typed]
        if int(line[0]) != number or len(symbols) != 20 or not holds([number] + symbols):
            sys.exit(f"{path}: line {number} is wrong")
        bits += "".join(f"{s:05b}" for s in symbols[:18])
    data = int(bits[:536], 2).to_bytes(67, "big")
    if len(lines) != 6 or hashlib.sha256(data[:64]).digest()[:3] != data[64:]:
        sys.exit(f"{path}: the lines are not one share")
    return data

def main(trial, key, *paths):
    shares = [read(path) for path in paths]
    head = shares[0]
    if any(s[:3] + s[4:32] != head[:3] + head[4:32] for s in shares) or head[0] != 1:
        sys.exit("the shares are of different sets")
    chosen = {s[3]: s[32:64] for s in shares}
    if len(chosen) < head[1]:
        sys.exit(f"{head[1]} shares are needed")
    chosen = dict(list(chosen.items())[:head[1]])
    secret = bytearray(32)
    for x, values in chosen.items():
        weight = 1
        for other in chosen:
            if other != x:
                inverse = next(i for i in range(1, 256) if times(i, other ^ x) == 1)
                weight = times(weight, times(other, inverse))
        secret = bytes(a ^ times(weight, b) for a, b in zip(secret, values))
    parts = [b"milenari key share", b"\1", trial.encode(), key.encode(), head[1:3], head[4:12]]
    fields = b"".join(struct.pack(">I", len(p)) + p for p in parts)
    if hmac.new(secret, fields, hashlib.sha256).digest()[:16] != head[16:32]:
        sys.exit("the shares do not give the key of this trial and name")
    print(secret.hex())

if __name__ == "__main__":
    main(*sys.argv[1:])
