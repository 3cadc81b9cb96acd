#!/usr/bin/env python3
"""Opens a sealed record of a trial folder with a person's passphrase.

    open_record.py TRIAL USER PASSPHRASE-FILE [TABLE ROW]    without a row: the keys that USER can open

TABLE is screening, subject, allocation or identity; ROW is its number or pseudonym. Written from
Documentation/Format.md alone, with Python's own library only: AES-GCM and X25519 are written out, so
that it can be read, or written anew, when no package of today can be had. It does not check the log.
"""
import hashlib, hmac, sqlite3, struct, sys

# AES-256 (FIPS 197), encryption of one block, and GCM (NIST SP 800-38D), opening.
def times(a, b):
    product = 0
    while b:
        product ^= a if b & 1 else 0
        a = a << 1 ^ (0x11B if a & 0x80 else 0)
        b >>= 1
    return product

rotate = lambda byte, count: (byte << count | byte >> 8 - count) & 0xFF
INVERSE = [0] + [next(b for b in range(1, 256) if times(a, b) == 1) for a in range(1, 256)]
SBOX = [i ^ rotate(i, 1) ^ rotate(i, 2) ^ rotate(i, 3) ^ rotate(i, 4) ^ 0x63 for i in INVERSE]
TWICE = [times(a, 2) for a in range(256)]

def round_keys(key):
    words, constant = [list(key[i:i + 4]) for i in range(0, 32, 4)], 1
    for i in range(8, 60):
        word = list(words[-1])
        if i % 8 == 0:
            word = [SBOX[b] for b in word[1:] + word[:1]]
            word[0], constant = word[0] ^ constant, times(constant, 2)
        elif i % 8 == 4:
            word = [SBOX[b] for b in word]
        words.append([a ^ b for a, b in zip(words[i - 8], word)])
    return [sum(words[i:i + 4], []) for i in range(0, 60, 4)]

def encrypt_block(keys, block):
    state = [a ^ b for a, b in zip(block, keys[0])]
    for number, key in enumerate(keys[1:], 1):
        state = [SBOX[state[(i + 4 * (i % 4)) % 16]] for i in range(16)]
        for c in range(0, 16 if number < 14 else 0, 4):
            a, b, d, e = state[c:c + 4]
            total = a ^ b ^ d ^ e
            state[c:c + 4] = [a ^ total ^ TWICE[a ^ b], b ^ total ^ TWICE[b ^ d],
                              d ^ total ^ TWICE[d ^ e], e ^ total ^ TWICE[e ^ a]]
        state = [a ^ b for a, b in zip(state, key)]
    return bytes(state)

def ghash(h, data):
    table = [h]  # h times x to the power of 0 to 127
    for _ in range(127):
        table.append(table[-1] >> 1 ^ (0xE1 << 120 if table[-1] & 1 else 0))
    y = 0
    for i in range(0, len(data), 16):
        y ^= int.from_bytes(data[i:i + 16].ljust(16, b"\0"), "big")
        product = 0
        for bit in range(128):
            product ^= table[bit] if y >> 127 - bit & 1 else 0
        y = product
    return y

def open_gcm(key, nonce, associated, sealed):
    ciphertext, tag, keys = sealed[:-16], sealed[-16:], round_keys(key)
    lengths = struct.pack(">QQ", 8 * len(associated), 8 * len(ciphertext))
    padded = lambda data: data + bytes(-len(data) % 16)
    h = int.from_bytes(encrypt_block(keys, bytes(16)), "big")
    mask = int.from_bytes(encrypt_block(keys, nonce + b"\0\0\0\1"), "big")
    code = ghash(h, padded(associated) + padded(ciphertext) + lengths) ^ mask
    if not hmac.compare_digest(code.to_bytes(16, "big"), tag):
        raise SystemExit("the value does not authenticate: changed, or sealed for another place")
    plain = bytearray()
    for i in range(0, len(ciphertext), 16):
        stream = encrypt_block(keys, nonce + struct.pack(">I", i // 16 + 2))
        plain += bytes(a ^ b for a, b in zip(ciphertext[i:i + 16], stream))
    return bytes(plain)

def x25519(scalar, point):
    """RFC 7748, section 5."""
    p = 2 ** 255 - 19
    k = int.from_bytes(scalar, "little") & ~7 & (1 << 254) - 1 | 1 << 254
    x1 = x3 = int.from_bytes(point, "little") & (1 << 255) - 1
    x2, z2, z3 = 1, 0, 1
    for bit in range(254, -1, -1):
        if k >> bit & 1:
            x2, x3, z2, z3 = x3, x2, z3, z2
        a, b, c, d = x2 + z2, x2 - z2, x3 + z3, x3 - z3
        aa, bb, da, cb = a * a, b * b, d * a, c * b
        e = aa - bb
        x3, z3 = (da + cb) ** 2 % p, x1 * (da - cb) ** 2 % p
        x2, z2 = aa * bb % p, e * (aa + 121665 * e) % p
        if k >> bit & 1:
            x2, x3, z2, z3 = x3, x2, z3, z2
    return (x2 * pow(z2, p - 2, p) % p).to_bytes(32, "little")

# HKDF (RFC 5869) and HPKE (RFC 9180: DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-256-GCM, base mode).
def extract(salt, key):
    return hmac.new(salt, key, hashlib.sha256).digest()

def expand(key, info, count):
    output, block = b"", b""
    while len(output) < count:
        block = hmac.new(key, block + info + bytes([len(output) // 32 + 1]), hashlib.sha256).digest()
        output += block
    return output[:count]

def open_hpke(secret, encapsulated, info, sealed):
    """The plaintext, and the commitment that the sender exported."""
    labeled = lambda suite, salt, label, key: extract(salt, b"HPKE-v1" + suite + label + key)
    stretched = lambda suite, key, label, info, count: expand(
        key, struct.pack(">H", count) + b"HPKE-v1" + suite + label + info, count)
    kem, suite = b"KEM\0\x20", b"HPKE\0\x20\0\1\0\2"
    public = x25519(secret, b"\x09" + bytes(31))
    agreed = labeled(kem, b"", b"eae_prk", x25519(secret, encapsulated))
    shared = stretched(kem, agreed, b"shared_secret", encapsulated + public, 32)
    context = (b"\0" + labeled(suite, b"", b"psk_id_hash", b"")
               + labeled(suite, b"", b"info_hash", info))
    root = labeled(suite, shared, b"secret", b"")
    key, nonce = (stretched(suite, root, n, context, c) for n, c in ((b"key", 32), (b"base_nonce", 12)))
    exporter = stretched(suite, root, b"exp", context, 32)
    commitment = stretched(suite, exporter, b"sec", b"milenari wrapped key commitment", 32)
    return open_gcm(key, nonce, b"", sealed), commitment

# The formats of milenari, version 1.
def fields(*values):
    data = (v if isinstance(v, bytes) else v.encode() for v in values)
    return b"".join(struct.pack(">I", len(d)) + d for d in data)

def check_head(data, magic, name):
    if data[:4] != magic or data[4] != 1:
        raise SystemExit("not " + name + " of format 1")

def open_body(body, key, purpose, associated, refusal):
    salt, commitment, nonce, sealed = body[:32], body[32:64], body[64:76], body[76:]
    derived = expand(extract(salt, key), purpose, 64)
    if not hmac.compare_digest(derived[32:], commitment):
        raise SystemExit(refusal)
    return open_gcm(derived[:32], nonce, associated, sealed)

def open_user_keys(data, passphrase, user, origin):
    """The X25519 secret, then the Ed25519 secret."""
    check_head(data, b"MLNU", "sealed user keys")
    head = data[:41]
    stretched = hashlib.scrypt(passphrase, salt=head[9:], n=1 << head[5], r=head[6] << 8 | head[7],
                               p=head[8], maxmem=1 << 30, dklen=32)
    secret = open_body(data[41:], stretched, b"milenari user keys v1",
                       fields("milenari user keys", head, user, origin), "wrong passphrase")
    return secret[:32], secret[32:]

def open_wrapped_key(data, secret, origin):
    check_head(data, b"MLNW", "a wrapped key")
    end = 6 + data[5]
    name = data[6:end].decode()
    public = x25519(secret, b"\x09" + bytes(31))
    info = fields("milenari wrapped key", b"\1", origin, name, public)
    key, commitment = open_hpke(secret, data[end:end + 32], info, data[end + 64:])
    if not hmac.compare_digest(commitment, data[end + 32:end + 64]):
        raise SystemExit("wrapped for another person or trial")
    return name, key

def open_record(data, keys, origin, table, column, row):
    check_head(data, b"MLNS", "a sealed record")
    end = 6 + data[5]
    name = data[6:end].decode()
    if name not in keys:
        raise SystemExit("this person does not hold the key " + name)
    associated = fields("milenari sealed record", b"\1", origin, table, column, row, name)
    padded = open_body(data[end:], keys[name], b"milenari sealed record v1", associated, "wrong key")
    return padded[:padded.rindex(b"\x80")]

def main(trial, user, passphrase_file, table=None, row=None):
    connect = lambda name: sqlite3.connect(f"file:{trial}/{name}?mode=ro&immutable=1", uri=True)
    ask = lambda file, sql, *values: connect(file).execute(sql, values).fetchone() or sys.exit("no such row")
    origin = ask("trial.sqlite", "SELECT origin FROM trial")[0]
    passphrase = open(passphrase_file, "rb").read().splitlines()[0]
    sealed = ask("trial.sqlite", "SELECT sealed_keys FROM user WHERE name = ?", user)[0]
    secret, _ = open_user_keys(sealed, passphrase, user, origin)
    wrapped = connect("trial.sqlite").execute("SELECT wrapped FROM key_grant WHERE holder = ?", (user,))
    keys = dict(open_wrapped_key(data, secret, origin) for (data,) in wrapped)
    if table is None:
        return print("\n".join(sorted(keys)))
    column = "sealed"
    if table in ("screening", "subject"):
        key, link = ("number", "number") if table == "screening" else ("code", "screening")
        site, sealed, number = ask(
            "trial.sqlite", f"SELECT site, sealed, {link} FROM {table} WHERE {key} = ?", row)
        own = ask(f"keys/{site}.sqlite", "SELECT sealed FROM entry WHERE id = ?", number)[0]
        keys[f"candidate/{number}#1"] = open_record(own, keys, origin, f"keys/{site}", "sealed", number)
    elif table == "allocation":
        column = "sealed_result"
        sealed = ask("trial.sqlite", "SELECT sealed_result FROM allocation WHERE subject = ?", row)[0]
    else:
        site = ask("trial.sqlite", "SELECT site FROM subject WHERE code = ?", row)[0]
        sealed = ask(f"vaults/{site}.sqlite", "SELECT sealed FROM entry WHERE id = ?", row)[0]
        table = f"vaults/{site}"
    sys.stdout.buffer.write(open_record(sealed, keys, origin, table, column, row))

if __name__ == "__main__":
    main(*sys.argv[1:])
