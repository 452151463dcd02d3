#!/usr/bin/python3
"""Reads DG1 of an electronic travel document over PC/SC, after ICAO Doc 9303-11 (8th edition) and nothing else.
Usage: read_dg1.py DOCUMENT_NUMBER BIRTH EXPIRY (as in the MRZ, without check digits). Written to test the simulated chip
with something that shares no line with it; needs python3-pyscard and python3-cryptography."""
import hashlib, os, sys
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from smartcard.System import readers

def des3(key, data, encrypt=True, mode=modes.CBC(bytes(8))):
    context = Cipher(algorithms.TripleDES(key if len(key) > 8 else key * 3), mode)
    context = context.encryptor() if encrypt else context.decryptor()
    return context.update(data) + context.finalize()

def pad(data):                                   # ISO/IEC 9797-1 padding method 2
    return data + b"\x80" + bytes(-(len(data) + 1) % 8)

def mac(key, data):                              # ISO/IEC 9797-1 MAC algorithm 3
    last = des3(key[:8], pad(data))[-8:]
    return des3(key[:8], des3(key[8:], last, False, modes.ECB()), True, modes.ECB())

def derive(seed, counter):                       # 9.7.1.1 (parity bits do not matter here)
    return hashlib.sha1(seed + bytes([0, 0, 0, counter])).digest()[:16]

def check(text):                                 # Doc 9303-3, 4.9
    value = lambda c: int(c) if c.isdigit() else 0 if c == "<" else ord(c) - 55
    return text + str(sum(value(c) * (7, 3, 1)[i % 3] for i, c in enumerate(text)) % 10)

def transmit(command):
    data, sw1, sw2 = card.transmit(list(command))
    assert (sw1, sw2) == (0x90, 0x00), "%s -> %02X%02X" % (command.hex(), sw1, sw2)
    return bytes(data)

def secure(header, data=b"", expected=None):     # 9.8; ssc counts every command and every answer
    global ssc
    body = b"" if not data else bytes([0x87, len(pad(data)) + 1, 1]) + des3(ks_enc, pad(data))
    body += b"" if expected is None else bytes([0x97, 1, expected])
    body += b"\x8E\x08" + mac(ks_mac, (ssc + 1).to_bytes(8, "big") + pad(b"\x0C" + header) + body)
    answer = transmit(b"\x0C" + header + bytes([len(body)]) + body + b"\0")
    ssc += 2
    assert answer[-10:] == b"\x8E\x08" + mac(ks_mac, ssc.to_bytes(8, "big") + answer[:-10])
    plain = des3(ks_enc, answer[3 if answer[1] < 0x80 else 4:-14], False) if answer[0] == 0x87 else b"\x80"
    return plain[:plain.rindex(b"\x80")]

mrz = check(sys.argv[1].ljust(9, "<")) + check(sys.argv[2]) + check(sys.argv[3])
seed = hashlib.sha1(mrz.encode()).digest()[:16]
k_enc, k_mac = derive(seed, 1), derive(seed, 2)
card = next(reader for reader in readers() if reader.name.endswith(" 00")).createConnection()
card.connect()                                   # the first slot of a reader
transmit(bytes.fromhex("00A4040C07A0000002471001"))
rnd_ic, rnd_ifd, k_ifd = transmit(bytes.fromhex("0084000008")), os.urandom(8), os.urandom(16)
e_ifd = des3(k_enc, rnd_ifd + rnd_ic + k_ifd)
answer = transmit(bytes.fromhex("0082000028") + e_ifd + mac(k_mac, e_ifd) + b"\x28")
assert mac(k_mac, answer[:32]) == answer[32:]
plain = des3(k_enc, answer[:32], False)
assert plain[:16] == rnd_ic + rnd_ifd
session = bytes(a ^ b for a, b in zip(k_ifd, plain[16:]))
ks_enc, ks_mac = derive(session, 1), derive(session, 2)
ssc = int.from_bytes(rnd_ic[4:] + rnd_ifd[4:], "big")
secure(bytes.fromhex("A4020C"), bytes.fromhex("0101"))
print(secure(bytes.fromhex("B00000"), expected=secure(bytes.fromhex("B00000"), expected=4)[1] + 2)[5:].decode())
