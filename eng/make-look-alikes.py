#!/usr/bin/env python3
"""Writes src/Diwan.Moderation/Text/LookAlikes.Data.cs from the confusables data inside ICU.

Usage: eng/make-look-alikes.py [libicu major version, default 72]

Two characters look alike when Unicode's skeleton (UTS #39) of both is the same. Kept are single characters that look
like one Latin letter (of any script written from left to right) or like one Arabic-script letter (of the same script).
Letters are compared as they stand after case folding; where the small form looks like nothing, its capital may.
"""
import ctypes
import pathlib
import sys
import unicodedata

ICU = sys.argv[1] if len(sys.argv) > 1 else "72"
i18n, uc = ctypes.CDLL(f"libicui18n.so.{ICU}"), ctypes.CDLL(f"libicuuc.so.{ICU}")
error = ctypes.c_int(0)
open_checker = getattr(i18n, f"uspoof_open_{ICU}")
open_checker.restype = ctypes.c_void_p
checker = ctypes.c_void_p(open_checker(ctypes.byref(error)))
skeleton_of = getattr(i18n, f"uspoof_getSkeletonUTF8_{ICU}")
script_of = getattr(uc, f"uscript_getScript_{ICU}")
ARABIC, LATIN = 2, 25
RIGHT_TO_LEFT = {"R", "AL", "AN"}
ARABIC_LETTERS = "ابپتثجچحخدذرزژڕسشصضطظعغفڤقکگلڵمنوۆهیێ"


def skeleton(text):
    buffer, status = ctypes.create_string_buffer(256), ctypes.c_int(0)
    source = text.encode()
    length = skeleton_of(checker, 0, source, len(source), buffer, 256, ctypes.byref(status))
    return buffer.raw[:length].decode()


def script(char):
    return script_of(ord(char), ctypes.byref(ctypes.c_int(0)))


latin = {skeleton(letter): letter for letter in "abcdefghijklmnopqrstuvwxyz"}
capitals = {skeleton(letter): letter.lower() for letter in "ABCDEFGHJKLMNOPQRSTUVWXYZ"}
arabic = {skeleton(letter): letter for letter in ARABIC_LETTERS}
always, foreign, arabs = {}, {}, {}
for code in range(0x80, 0x20000):
    char = chr(code)
    if unicodedata.category(char)[0] != "L" or char.lower() != char or unicodedata.normalize("NFKD", char) != char:
        continue
    if script(char) == ARABIC:
        like = arabic.get(skeleton(char))
        if like and char not in ARABIC_LETTERS:
            arabs[char] = like
        continue
    if unicodedata.bidirectional(char) in RIGHT_TO_LEFT:
        continue
    like = latin.get(skeleton(char)) or (capitals.get(skeleton(char.upper())) if len(char.upper()) == 1 and char.upper() != char else None)
    if like:
        (always if script(char) == LATIN else foreign)[char] = like


def rows(table):
    for code, like in sorted(table.items()):
        yield f'        "{code}{like}" + // U+{ord(code):04X} {unicodedata.name(code, "").lower()}'


def member(name, table, summary):
    pairs = "".join(code + like for code, like in sorted(table.items()))
    lines = [pairs[i:i + 96] for i in range(0, len(pairs), 96)]
    body = " +\n        ".join('"' + "".join(c if ord(c) < 0x10000 and c.isprintable() else f"\\U{ord(c):08X}" for c in line) + '"' for line in lines)
    return f"    /// <summary>{summary}</summary>\n    private const string {name} =\n        {body};\n"


target = pathlib.Path(__file__).parent.parent / "src/Diwan.Moderation/Text/LookAlikes.Data.cs"
target.write_text(f"""// Made by eng/make-look-alikes.py from the confusables data (UTS #39) in ICU {ICU}: change the script, not this file.
// Source: Unicode, Inc., https://www.unicode.org/Public/security/ under the Unicode License v3 (https://www.unicode.org/license.txt).
// Content: pairs of a character and the letter it looks like. Language: none.
namespace Diwan.Moderation.Text;

internal static partial class LookAlikes
{{
""" + "\n".join([
    member("LatinVariants", always, "Latin-script letters that look like a plain one: small capitals, phonetic signs."),
    member("ForeignToLatin", foreign, "Letters of other scripts that look like a Latin one."),
    member("ArabicVariants", arabs, "Arabic-script letters that look like one of Arabic, Persian or Kurdish."),
]) + "}\n", encoding="utf-8")
print(len(always), len(foreign), len(arabs))
