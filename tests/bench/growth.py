#!/usr/bin/env python3
"""How what a command costs grows with its input: shapes of maps by commands. sh tests/bench/growth.sh runs it.

Each shape is written in four sizes, each twice the one before, and each command runs on all of them. What that costs, less a start, is
fitted to size^e. A row is marked TIME where e is above 1.15, and MEMORY where a run takes more than 100 bytes per byte of input and
64 MiB; "-" stands for what is too quick to tell. What has a bound of its own instead is told apart as "named": docs/performance.md
says what it is.

Cost is the number of instructions, where perf can count them, else processor time. Time is noisy, so a row above the
bound is measured again, and the quickest runs count; where it stays above, the instructions are counted by valgrind if it is there,
which takes some thirty times as long, and these decide."""

import concurrent.futures
import json
import math
import os
import re
import shutil
import subprocess
import sys
import tempfile

ARGMAP = os.path.abspath(sys.argv[1]) if len(sys.argv) > 1 else "argmap"
RUNS = int(os.environ.get("RUNS", "1"))
SCALE = float(os.environ.get("SCALE", "1"))
LIMIT = float(os.environ.get("LIMIT", "20"))  # seconds of a run, after which larger sizes are left out
JOBS = int(os.environ.get("JOBS", "1"))  # shapes at a time
FEWEST = 0.012  # seconds: below, a figure is noise
SHORTEST = 0.1  # seconds: an exponent is held against a row only where its largest map takes as long
PER_SECOND = 4e9  # instructions, for these two
MOST_EXPONENT = 1.15
AGAIN = 4  # so often is a row above that measured again
MOST_TO_COUNT = 1.5  # seconds: what takes longer is not counted by valgrind,
MOST_IN_DOUBT = 1.5  # and neither is what is above the bound beyond doubt
MARGIN = 64 << 20
PER_BYTE = 100

# --- shapes: from a size to the files of a map; "m.json" is the map ---

SHAPES = {}

# What Graphviz lays out grows faster than a map, so pictures of what becomes a graph are of fewer statements.
SMALLEST_LAID_OUT = 125


def shape(size, laid_out=SMALLEST_LAID_OUT):
    """@laid_out: the smallest size for commands that lay out; the others double it as well."""

    def add(function):
        SHAPES[function.__name__.replace("_", "-")] = (size, min(size, laid_out), function)
        return function

    return add


def plan(claims=(), rebuttals=(), **more):
    return {"argmap": 1, "title": "T", **more, "claims": list(claims), "rebuttals": list(rebuttals)}


def claim(i, *targets, kind="supports", letter="c", **more):
    return {"id": f"{letter}{i}", "text": f"Text number {i} of this map", **({kind: list(targets)} if targets else {}), **more}


def thesis(**more):
    return {"id": "t", "text": "Thesis", **more}


def undercut(i, *targets):
    return claim(i, *targets, kind="undercuts", letter="u")


# trees, chains, ladders


@shape(4000)
def star_of_support(n):
    return plan([thesis()] + [claim(i, "t") for i in range(n)], resolution="t")


@shape(4000)
def star_of_rebuttals(n):
    return plan([thesis()], [claim(i, "t", kind="rebuts") for i in range(n)], resolution="t")


@shape(4000)
def chain_of_support(n):
    return plan([thesis()] + [claim(i, f"c{i - 1}" if i else "t") for i in range(n)], resolution="t")


@shape(4000)
def chain_of_rebuttals(n):
    return plan([thesis()], [claim(i, f"c{i - 1}" if i else "t", kind="rebuts") for i in range(n)], resolution="t")


@shape(4000)
def one_supports_all(n):
    return plan([claim(i) for i in range(n)] + [claim("x", *[f"c{i}" for i in range(n)])])


@shape(4000)
def ladder(n):
    def rung(i, letter, other):
        return claim(i, *([f"{letter}{i - 1}", f"{other}{i - 1}"] if i else ["t"]), letter=letter)

    return plan([thesis()] + [rung(i, *pair) for i in range(n // 2) for pair in ("ab", "ba")], resolution="t")


@shape(4000)
def ladder_of_rebuttals(n):
    def rung(i, letter, other):
        return claim(i, *([f"{letter}{i - 1}", f"{other}{i - 1}"] if i else ["t"]), letter=letter, kind="rebuts")

    return plan([thesis()], [rung(i, *pair) for i in range(n // 2) for pair in ("ab", "ba")], resolution="t")


@shape(4000)
def tree(n):
    return plan([thesis()] + [claim(i, f"c{i // 3 - 1}" if i >= 3 else "t") for i in range(n)], resolution="t")


# circles


def ring(n, kind):
    return [claim(i, f"c{(i + 1) % n}", kind=kind) for i in range(n)]


@shape(4000)
def circle_of_support(n):
    return plan([thesis()] + ring(n, "supports"), resolution="t")


@shape(4000)
def circle_of_rebuttals_even(n):
    return plan([thesis()], ring(n & ~1, "rebuts"), resolution="t")


@shape(4000)
def circle_of_rebuttals_odd(n):
    return plan([thesis()], ring(n | 1, "rebuts"), resolution="t")


@shape(4000)
def pairs_of_support(n):
    return plan([thesis()] + [claim(i, f"c{i ^ 1}", "t") for i in range(n & ~1)], resolution="t")


@shape(4000)
def pairs_of_rebuttals(n):
    return plan([thesis()], [claim(i, f"c{i ^ 1}", *(["t"] if i & 1 else []), kind="rebuts") for i in range(n & ~1)], resolution="t")


@shape(4000)
def triples_of_rebuttals(n):
    return plan([thesis()], [claim(i, f"c{i // 3 * 3 + (i + 1) % 3}", "t", kind="rebuts") for i in range(n // 3 * 3)], resolution="t")


@shape(4000)
def nested_circles(n):
    return plan([thesis()] + [claim(i, f"c{i + 1}" if i + 1 < n else "t", *([f"c{i // 2}"] if i else [])) for i in range(n)], resolution="t")


@shape(4000)
def circle_of_both_kinds(n):
    return plan([thesis()] + [claim(i, f"c{(i + 1) % n}", "t") for i in range(0, n, 2)],
                [claim(i, f"c{(i + 1) % n}", kind="rebuts") for i in range(1, n, 2)], resolution="t")


@shape(4000)
def circle_at_the_end_of_a_chain(n):
    return plan([thesis()] + [claim(i, f"c{i - 1}" if i else "t") for i in range(n)],
                [claim("x", f"c{n - 1}", "cy", kind="rebuts"), claim("y", "cx", kind="rebuts")], resolution="t")


@shape(4000)
def circle_of_premises(n):
    return plan([thesis()] + [claim(i, {"claim": f"c{(i + 1) % n}", "with": [f"c{(i + 2) % n}"]}, "t") for i in range(n)], resolution="t")


@shape(4000)
def disputes_in_a_row(n):
    return plan([thesis()], [claim(i, f"c{i ^ 1}", *([f"c{i + 2}" if i + 2 < n else "t"] if i % 2 == 0 else []), kind="rebuts")
                             for i in range(n & ~1)], resolution="t")


@shape(500)
def hard_disputes(n):
    """Literals that rebut each other, and clauses that three of them rebut: random, and about as often satisfiable as not."""
    state = [n]

    def below(most):
        state[0] = (state[0] * 6364136223846793005 + 1442695040888963407) % 2**64
        return (state[0] >> 33) % most

    rebutted = {}
    for clause in range(int(n * 4.2)):
        for _ in range(3):
            rebutted.setdefault((below(n), below(2)), []).append(f"k{clause}")
    return plan([thesis()], [claim(i, f"{'pn'[1 - side]}{i}", *rebutted.get((i, side), []), kind="rebuts", letter="pn"[side])
                             for i in range(n) for side in (0, 1)]
                + [claim(clause, "t", kind="rebuts", letter="k") for clause in range(int(n * 4.2))], resolution="t")


@shape(4000)
def circle_of_undercuts(n):
    return plan([thesis(), claim("x", {"claim": "t", "id": "r"})], [
        undercut(i, {"relation": f"r{(i + 1) % n}", "id": f"r{i}"}) for i in range(n)], resolution="t")


@shape(100)
def dense_rebuttals(n):
    return plan([thesis()], [claim(i, *[f"c{k}" for k in range(n) if k != i], kind="rebuts") for i in range(n)], resolution="t")


@shape(1000)
def chains_that_share_premises(n):
    """Each step of two chains takes a premise that the other needs somewhere else."""
    return plan([thesis(), claim(0, {"claim": "t", "with": ["e0"]}, letter="d"), claim(0, letter="e")] + [
        one for i in range(1, n) for one in (claim(i, letter="y"), claim(i, {"claim": f"d{i - 1}", "with": [f"y{i}"]}, letter="d"),
                                             claim(i, {"claim": f"e{i - 1}", "with": [f"y{i * 1997 % (n - 1) + 1}"]}, letter="e"))],
                resolution="t")


@shape(4000)
def ladder_of_premises(n):
    return plan([thesis(), claim(0, {"claim": "t", "with": ["b0"]}, letter="a"), claim(0, letter="b")] + [
        one for i in range(1, n // 2) for one in (claim(i, letter="b"), claim(i, *[{"claim": f"{letter}{i - 1}", "with": [f"b{i}"]}
                                                                                   for letter in "ab"], letter="a"))], resolution="t")


# undercuts, premises


@shape(3000)
def undercuts_of_one_step(n):
    return plan([thesis(), claim("x", "t")], [undercut(i, {"from": "cx", "to": "t"}) for i in range(n)], resolution="t")


@shape(3000)
def deep_undercuts_by_id(n):
    return plan([thesis(), claim("x", {"claim": "t", "id": "r"})], [
        undercut(i, {"relation": f"r{i - 1}" if i else "r", "id": f"r{i}"}) for i in range(n)], resolution="t")


@shape(3000)
def deep_undercuts_reversed(n):
    return plan([thesis(), claim("x", {"claim": "t", "id": "r"})], [
        undercut(i, {"relation": f"r{i - 1}" if i else "r", "id": f"r{i}"}) for i in reversed(range(n))], resolution="t")


@shape(3000)
def pairs_that_fit_many(n):
    return plan([thesis(), claim("x", *[{"claim": "t", "id": f"r{i}"} for i in range(n)])],
                [undercut(i, {"from": "cx", "to": "t"}) for i in range(n)], resolution="t")


@shape(2000)
def undercuts_that_fit_many(n):
    return plan([thesis(), claim("x", "t")], [claim("u", *[{"from": "cx", "to": "t"}] * n, kind="undercuts", letter="")] + [
        claim(i, {"from": "u", "to": {"from": "cx", "to": "t"}}, kind="undercuts", letter="v") for i in range(n)], resolution="t")


@shape(3000)
def repeated_relations(n):
    return plan([thesis(), claim("x", *["t"] * n)], resolution="t")


@shape(3000)
def wide_premises(n):
    return plan([thesis()] + [claim(i) for i in range(n)] + [claim("x", {"claim": "t", "with": [f"c{i}" for i in range(n)]})],
                resolution="t")


@shape(3000)
def shared_premise(n):
    return plan([thesis(), claim("p")] + [claim(i, {"claim": "t", "with": ["cp"]}) for i in range(n)], resolution="t")


# theses


@shape(4000)
def theses(n):
    return plan([claim(i) for i in range(n)], resolution=[f"c{i}" for i in range(n)])


@shape(3000)
def theses_of_one_chain(n):
    return plan([claim(i) for i in range(n)] + [
        claim(i, *([f"h{i - 1}"] if i else [f"c{k}" for k in range(n)]), letter="h") for i in range(n)],
        resolution=[f"c{i}" for i in range(n)])


@shape(3000)
def theses_that_chain(n):
    return plan([claim(i, *([f"c{i - 1}"] if i else []), issue="harm") for i in range(n)], resolution=[f"c{i}" for i in range(n)])


@shape(4000)
def maps_apart(n):
    return plan([claim(i, *([f"c{i - 1}"] if i & 1 else [])) for i in range(n)])


# people


def person(i, name=None, **more):
    return {"id": f"s{i}", "name": name or f"Person {i}", **more}


@shape(3000)
def people_of_one_name(n):
    return plan([thesis()], stakeholders=[person(i, "Same Name") for i in range(n)], resolution="t")


@shape(3000)
def people_of_the_same_initials(n):
    return plan([thesis()], stakeholders=[person(i, f"Anna B{i:x}g Cl{i}rk") for i in range(n)], resolution="t")


@shape(3000)
def people_with_positions(n):
    return plan([thesis()], stakeholders=[person(i, positions=[{"claim": "t", "stance": "for"}]) for i in range(n)], resolution="t")


@shape(3000)
def people_and_claims(n):
    return plan([thesis()] + [claim(i, "t", by=[f"s{i}"]) for i in range(n)], stakeholders=[
        person(i, positions=[{"claim": f"c{(i + 1) % n}", "stance": "against"}]) for i in range(n)], resolution="t")


@shape(150)
def people_and_theses(n):
    return plan([claim(i) for i in range(n)], resolution=[f"c{i}" for i in range(n)], stakeholders=[
        person(i, positions=[{"claim": f"c{k}", "stance": "for"} for k in range(n)]) for i in range(n)])


@shape(3000)
def positions_of_one(n):
    return plan([thesis()] + [claim(i, "t") for i in range(n)], resolution="t",
                stakeholders=[person(0, positions=[{"claim": f"c{i}", "stance": "for"} for i in range(n)])])


@shape(3000)
def positions_on_one(n):
    return plan([thesis()], resolution="t", stakeholders=[person(0, positions=[{"claim": "t", "stance": "for"}] * n)])


@shape(3000)
def members_in_a_chain(n):
    return plan([thesis()], resolution="t", stakeholders=[
        person(i, positions=[{"claim": "t", "stance": "for"}], **({"member_of": f"s{i - 1}"} if i else {})) for i in range(n)])


@shape(3000)
def members_of_one(n):
    return plan([thesis()], resolution="t", stakeholders=[
        person(i, positions=[{"claim": "t", "stance": "for"}], **({"member_of": "s0"} if i else {})) for i in range(n)])


@shape(3000)
def members_in_a_circle(n):
    return plan([thesis()], resolution="t", stakeholders=[person(i, member_of=f"s{(i + 1) % n}") for i in range(n)])


# sources and quotations


def source(i, **more):
    return {"id": f"z{i}", "title": f"Source {i}", **more}


def quoting(quotes, sources, files):
    evidence = [{"source": where, "quote": quote} for where, quote in quotes]
    return plan([thesis(evidence=evidence)], sources=sources, resolution="t"), files


@shape(3000)
def sources(n):
    return plan([thesis(evidence=[{"source": f"z{i}"} for i in range(n)])], sources=[source(i) for i in range(n)], resolution="t")


@shape(3000)
def evidence_of_one_source(n):
    return plan([thesis(evidence=[{"source": "z0", "locator": f"p. {i}"} for i in range(n)])], sources=[source(0)], resolution="t")


@shape(1000)
def one_file_of_many_sources(n):
    text = "".join(f"It is said {i} times. " for i in range(n))
    return quoting([(f"z{i}", f"said {i} times") for i in range(n)], [source(i, file="s.txt") for i in range(n)], {"s.txt": text})


@shape(1000)
def quotations_of_one_file(n):
    text = "".join(f"It is said {i} times. " for i in range(n))
    return quoting([("z0", f"said {n - i - 1} times") for i in range(n)], [source(0, file="s.txt")], {"s.txt": text})


@shape(1000)
def quotations_that_are_missing(n):
    text = "".join(f"It is said {i} times. " for i in range(n))
    return quoting([("z0", f"said {i} times not") for i in range(n)], [source(0, file="s.txt")], {"s.txt": text})


@shape(2000)
def quotation_of_many_parts(n):
    text = "ab " * (n * 4)
    return quoting([("z0", " […] ".join(["ab"] * n) + " […] zz")], [source(0, file="s.txt")], {"s.txt": text})


@shape(4000)
def quotation_nearly_everywhere(n):
    return quoting([("z0", "a" * n + "b")], [source(0, file="s.txt")], {"s.txt": "a" * (4 * n)})


@shape(8000)
def file_of_marks(n):
    return quoting([("z0", "b")], [source(0, file="s.txt")], {"s.txt": "a" + "\u0301\u0323" * n})


@shape(3000)
def sources_of_one_address(n):
    return plan([thesis(evidence=[{"source": f"z{i}"} for i in range(n)])], resolution="t",
                sources=[source(i, url=f"https://doi.org/10.1000/{'x' * (i % 3)}", title="One title") for i in range(n)])


@shape(250)
def missing_files(n):
    return quoting([(f"z{i}", "said") for i in range(n)], [source(i, file=f"sourec-{i}.txt") for i in range(n)],
                   {f"source-{i}.txt": "It is said." for i in range(n)})


# texts


@shape(40000, laid_out=10000)
def one_word(n):
    return plan([thesis(text="a" * n)], resolution="t", title="b" * n)


@shape(2000, laid_out=500)
def long_words(n):
    return plan([thesis()] + [claim(i, "t", text=f"{i}" + "a" * 400) for i in range(n // 10)], resolution="t")


@shape(20000, laid_out=5000)
def one_text(n):
    return plan([thesis(text="word " * n)], resolution="t", title="word " * n)


@shape(10000, laid_out=2500)
def combining_marks(n):
    return plan([thesis(text="a" + "\u0301\u0323" * n)], resolution="t", title="b" + "\u0323\u0301" * n)


@shape(10000, laid_out=2500)
def joined_emoji(n):
    return plan([thesis(text="👩\u200d" * n)], resolution="t", title="👩\u200d" * n)


@shape(20000, laid_out=5000)
def chinese_text(n):
    return plan([thesis(text="漢字、" * n)], resolution="t", title="「漢字」" * (n // 2))


@shape(20000, laid_out=5000)
def arabic_text(n):
    return plan([thesis(text="مرحبا بالعالم " * n)], resolution="t", title="مرحبا" * n)


@shape(20000, laid_out=5000)
def thai_text(n):
    return plan([thesis(text="ภาษาไทย" * n)], resolution="t", title="ภาษาไทย" * n)


@shape(20000, laid_out=5000)
def marks_of_markdown(n):
    return plan([thesis(text="*_`[x](y)<b>\\ " * n)], resolution="t", title="\"" * n)


@shape(40000, laid_out=10000)
def quotation_marks(n):
    return plan([thesis(text="\"" * n)], resolution="t", title="`" * n)


@shape(20000, laid_out=5000)
def breaks_and_overrides(n):
    return plan([thesis(text="\n\u202e" * n)], resolution="t", title="\t\u2067" * n)


@shape(3000)
def texts_that_repeat(n):
    return plan([thesis()] + [claim(i, "t", text="The very same words in every one of these") for i in range(n)], resolution="t")


@shape(3000)
def texts_that_nearly_repeat(n):
    return plan([thesis()] + [claim(i, "t", text=f"The very same words in every one of these but {i}") for i in range(n)], resolution="t")


@shape(3000)
def texts_that_begin_alike(n):
    return plan([thesis()] + [claim(i, "t", text=" " * (i % 7) + "é" * 300 + str(i)) for i in range(n // 4)], resolution="t")


# ids, notation, what is accepted


@shape(4096)
def ids_that_collide(n):
    bits = max(1, (n - 1).bit_length())
    ids = ["".join("ar" if i >> k & 1 else "c0" for k in range(bits)) for i in range(n)]
    return plan([thesis(id=ids[0])] + [claim(0, ids[0]) | {"id": name} for name in ids[1:]], resolution=ids[0])


@shape(3000)
def one_id(n):
    return plan([thesis()] + [claim(0, "t") for _ in range(n)], resolution="t")


@shape(1000)
def misspelt_ids(n):
    return plan([claim(0, "a" * 49 + f"b{i:08d}x") | {"id": "a" * 50 + f"{i:08d}"} for i in range(n)])


@shape(1000)
def short_misspelt_ids(n):
    return plan([claim(i, f"c{i}x") for i in range(n)])


@shape(1000)
def ids_to_be_corrected(n):
    return plan([claim(0, f"an-id-{i}") | {"id": f"An id {i}"} for i in range(n)])


@shape(3000)
def unknown_members(n):
    return plan([thesis(**{f"member{i}": i for i in range(n)})], resolution="t")


@shape(3000)
def keys_twice(n):
    pairs = ", ".join('"textx": 1' for _ in range(n))
    return '{"argmap": 1, "title": "T", "claims": [{"id": "t", "text": "T", ' + pairs + "}]}"


@shape(3000)
def values_of_another_type(n):
    return plan([{"id": i, "text": [i], "supports": i} for i in range(n)])


@shape(3000)
def values_that_are_no_words(n):
    return plan([thesis()] + [claim(i, "t", kind="supports", type="fakt", issue="harmm") for i in range(n)], resolution="t")


@shape(3000)
def ignored_and_found(n):
    return plan([thesis()] + [claim(i, "t") for i in range(n)], resolution="t",
                ignore=[{"rule": "unattributed-claim", "at": f"c{i}", "reason": "r"} for i in range(n)])


@shape(3000)
def ignored_loader_findings(n):
    return plan([thesis()] + [claim(i, "t", kind="supports", xyz=1) for i in range(n)], resolution="t",
                ignore=[{"rule": "unknown-member", "at": f"c{i}", "reason": "r"} for i in range(n)])


@shape(3000)
def ignored_and_not_found(n):
    return plan([thesis()] + [claim(i, "t") for i in range(n)], resolution="t",
                ignore=[{"rule": "repeated-text", "at": f"c{i}", "reason": "r"} for i in range(n)])


@shape(2000)
def ignored_at_wrong_ids(n):
    return plan([thesis()] + [claim(i, "t") for i in range(n)], resolution="t",
                ignore=[{"rule": "repeated-text", "at": f"k{i}x", "reason": "r"} for i in range(n)])


@shape(3000)
def ignored_by_unknown_rules(n):
    return plan([thesis()], resolution="t", ignore=[{"rule": f"rule-{i}", "at": "t", "reason": "r"} for i in range(n)])


@shape(3000)
def tags(n):
    return plan([thesis(tags=[f"tag {i}" for i in range(n)])] + [claim(i, "t", tags=["a", f"b{i}"]) for i in range(n)], resolution="t")


@shape(3000)
def expectations(n):
    return plan([thesis()] + [claim(i, "t") for i in range(n)], resolution="t", expect={"answered": [f"c{i}" for i in range(n)]})


@shape(2000)
def values_in_values(n):
    deep = "[" * 60 + "1" + "]" * 60
    return '{"argmap": 1, "title": "T", "claims": [' + ", ".join(f'{{"id": "c{i}", "text": "T", "other": {deep}}}' for i in range(n)) + "]}"


@shape(500)
def many_maps(n):
    return [plan([thesis(), claim(0, "t")], title=f"Map {i}", resolution="t", stakeholders=[person(i, f"Person {i // 2}")]) for i in range(n)]


@shape(3000)
def numbers_in_circles(n):
    return plan([thesis()] + [claim(i, f"c{(i + 1) % n}", confidence=0.5) for i in range(n)], resolution="t")


# --- commands: words of a command line; @ is the map, @@ the map with other words, @ids with other ids, - an empty one, < the map
# on standard input ---

COMMANDS = {
    "check": "check @",
    "check json": "check --format json --level info @",
    "check sarif": "check --format sarif --level info @",
    "check several": "check --level info @ @@",
    "format": "format - <",
    "evaluate": "evaluate --force @",
    "evaluate json": "evaluate --force --format json @",
    "strengths": "evaluate --force --strength auto @",
    "summary": "summary --force @",
    "summary json": "summary --force --format json @",
    "summary brief": "summary --force --brief @",
    "summary all": "summary --force --all --evaluate @",
    "summary several": "summary --force @ @@",
    "crux": "crux --force @",
    "why": "why --force @1 ID",
    "why defence": "why --force --defence @1 ID",
    "list": "list --force @",
    "list stakeholders": "list --force --stakeholders @",
    "list evaluated": "list --force --status unanswered --format tsv @",
    "list several": "list --force --format json @ @@",
    "diff itself": "diff --force @1 @1",
    "diff empty": "diff --force - @1",
    "diff reworded": "diff --force @1 @@",
    "diff renamed": "diff --force @1 @ids",
    "diff json": "diff --force --format json @1 @@",
    "dot": "render --force --fast -T dot -d out @",
    "svg": "render --force --fast -T svg -d out @",
    "html": "render --force --fast -T html -d out @",
    "solve": "solve -p EE-PR --limit 1 -f af",
}

LAID_OUT = {"svg", "html"}
OF_TWO = {"check several", "summary several", "list several"}  # that read another as large

# What may be above the bounds, and has a bound of its own that docs/performance.md names: (shape, command, what), None for all of them.
NAMED = [
    (None, "svg", "layout"),
    (None, "html", "layout"),
    (None, "solve", "solver"),
    ("chains-that-share-premises", "crux", "cruxes"),
    ("chains-that-share-premises", "summary all", "cruxes"),
]


def named(name, command):
    return next((what for one, other, what in NAMED if one in (None, name) and other in (None, command)), None)


# --- measuring ---


def perf_counts():
    """Whether perf can count instructions here."""
    if shutil.which("perf") is None:
        return False
    run = subprocess.run(["perf", "stat", "-x", ",", "-e", "instructions:u", "true"], capture_output=True, text=True)
    return run.returncode == 0 and re.match(r"\d", run.stderr.strip().splitlines()[-1] if run.stderr.strip() else "") is not None


PERF = perf_counts()
VALGRIND = shutil.which("valgrind")


def run(words, cwd, prefix=()):
    """A run: (processor time, peak memory in bytes, its status; None where it came to the limit)."""
    stdin = subprocess.DEVNULL
    if words[-1] == "<":
        words, stdin = words[:-1], open(os.path.join(cwd, "m.json"), "rb")
    seconds = int(LIMIT) + 1 if not prefix else 40 * int(LIMIT)
    child = subprocess.Popen(["sh", "-c", f'ulimit -t {seconds}; exec "$@"', "sh", *prefix, *words], cwd=cwd, stdin=stdin,
                             stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if stdin is not subprocess.DEVNULL:
        stdin.close()
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024, None if child.returncode < 0 or child.returncode > 128 else child.returncode


def count(words, cwd, valgrind):
    """Instructions of a run, and its other figures."""
    with tempfile.NamedTemporaryFile("r") as out:
        if valgrind:
            prefix = ["valgrind", "--tool=cachegrind", "--cache-sim=no", "--trace-children=no", "--cachegrind-out-file=" + out.name]
        else:
            prefix = ["perf", "stat", "-x", ",", "-e", "instructions:u", "-o", out.name]
        figures = run(words, cwd, prefix)
        text = out.read()
    found = re.search(r"summary: *(\d+)" if valgrind else r"(?m)^(\d+),", text)
    return int(found[1]) if found else None, figures


def cost(words, cwd):
    """(cost in seconds, or what would be seconds; peak memory; status)"""
    best = None
    for _ in range(RUNS):
        if PERF:
            instructions, (time, memory, status) = count(words, cwd, False)
            time = instructions / PER_SECOND if instructions is not None else time
        else:
            time, memory, status = run(words, cwd)
        if best is None or time < best[0]:
            best = (time, memory, status)
    return best


def fit(points):
    """The slope of the line through the logarithms, by least squares."""
    xs = [math.log(x) for x, _ in points]
    ys = [math.log(y) for _, y in points]
    mean_x, mean_y = sum(xs) / len(xs), sum(ys) / len(ys)
    below = sum((x - mean_x) ** 2 for x in xs)
    return sum((x - mean_x) * (y - mean_y) for x, y in zip(xs, ys)) / below if below > 0 else 0


def exponent_of(points, start):
    """None where it is too quick to tell."""
    times = [(point["read"], point["cost"] - start) for point in points if point["cost"] - start > FEWEST]
    return fit(times) if len(times) >= 3 and times[-1][0] > times[0][0] else None


# --- the files of a map ---

TEXTS = {"title", "text", "name", "note", "quote", "reason", "url", "file", "stance", "rule", "kind", "issue", "type"}


def renamed(value, ids, key=None):
    """The map with "q-" before every id."""
    if isinstance(value, dict):
        return {name: renamed(one, ids, name) for name, one in value.items()}
    if isinstance(value, list):
        return [renamed(one, ids, key) for one in value]
    return "q-" + value if isinstance(value, str) and key not in TEXTS and value in ids else value


def ids_of(value):
    if isinstance(value, list):
        return set().union(*map(ids_of, value)) if value else set()
    if not isinstance(value, dict):
        return set()
    own = {value["id"]} if isinstance(value.get("id"), str) else set()
    return own.union(*(ids_of(one) for one in value.values()))


def reworded(text):
    return text.replace("number", "numeral").replace("words", "terms").replace("aaaa", "abab").replace("word ", "term ")


def framework(n):
    """Arguments in threes that attack one another, as solve reads them."""
    return f"p af {n}\n" + "".join(f"{i + 1} {i // 3 * 3 + (i + 1) % 3 + 1}\n" for i in range(n // 3 * 3))


def write(folder, made, n):
    """Writes the files of a map into @folder, which has none yet. Returns how many bytes each sort has, the names of maps, and an id."""
    files = {}
    if isinstance(made, tuple):
        made, files = made
    plans = made if isinstance(made, list) else [made]
    texts = [one if isinstance(one, str) else json.dumps(one, ensure_ascii=False) for one in plans]
    names = ["m.json"] + [f"m{i}.json" for i in range(1, len(texts))]
    other = json.dumps(renamed(plans[0], ids_of(plans[0])), ensure_ascii=False) if isinstance(plans[0], dict) else texts[0]
    maps = {**dict(zip(names, texts)), **files}
    files = {"other.json": reworded(texts[0]), "ids.json": other, "empty.json": '{"argmap": 1, "title": "T", "claims": []}',
             "af": framework(n), **maps}
    for name, content in files.items():
        with open(os.path.join(folder, name), "w", encoding="utf-8") as out:
            out.write(content)
    first = plans[0]["claims"][0]["id"] if isinstance(plans[0], dict) and plans[0]["claims"] else "t"
    sizes = {name: len(content.encode()) for name, content in files.items()}
    return {"all": sum(sizes[name] for name in maps), "af": sizes["af"], "maps": names, "first": str(first), "folder": folder}


def words_of(command, written):
    places = {"@": written["maps"], "@1": ["m.json"], "@@": ["other.json"], "@ids": ["ids.json"], "-": ["empty.json"],
              "ID": [written["first"]]}
    line = COMMANDS[command].split()
    if line[0] == "format":
        return [ARGMAP, *line]
    return [ARGMAP] + [one for word in line for one in places.get(word, [word])]


# --- rows ---


class Sizes:
    """The maps of a shape in all sizes, written when they are wanted."""

    def __init__(self, name, scratch):
        self.smallest, self.laid_out, _ = SHAPES[name]
        self.scratch, self.name, self.written = scratch, name, {}

    def get(self, step, laid_out):
        n = max(2, int((self.laid_out if laid_out else self.smallest) * SCALE * 2**step))
        if n not in self.written:
            folder = os.path.join(self.scratch, self.name, str(n))
            os.makedirs(folder)
            # by a process of its own: a child that is started counts the memory of this one as its own
            written = subprocess.run([sys.executable, __file__, ARGMAP, "--write", self.name, str(n), folder], capture_output=True, check=True)
            self.written[n] = json.loads(written.stdout)
        return self.written[n]


def measure(sizes, command, start):
    points = []
    for step in range(4):
        if points and (points[-1]["status"] is None or points[-1]["cost"] > LIMIT / 4):
            break
        written = sizes.get(step, command in LAID_OUT)
        words = words_of(command, written)
        time, memory, status = cost(words, written["folder"])
        twice = 2 if command.startswith("diff") or command in OF_TWO else 1
        points.append({"read": written["af"] if command == "solve" else written["all"] * twice, "cost": time, "memory": memory,
                       "status": status, "words": words, "folder": written["folder"]})
    return points


def steady(points, start):
    """Measures a row above the bound again. Returns its exponent, and how it was found."""
    exponent = exponent_of(points, start)
    for _ in range(0 if PERF else AGAIN):
        if exponent is None or exponent <= MOST_EXPONENT or points[-1]["cost"] < SHORTEST:
            return exponent, ""
        for point in points:
            point["cost"] = min(point["cost"], cost(point["words"], point["folder"])[0])
        exponent = exponent_of(points, start)
    if (exponent is None or exponent <= MOST_EXPONENT or points[-1]["cost"] < SHORTEST or PERF or VALGRIND is None
            or points[-1]["cost"] > MOST_TO_COUNT or exponent > MOST_IN_DOUBT):
        return exponent, ""
    counted = [(point["read"], count(point["words"], point["folder"], True)[0]) for point in points]
    if any(number is None for _, number in counted):
        return exponent, ""
    least = count(points[0]["words"][:1] + ["--version"], points[0]["folder"], True)[0] or 0
    return fit([(read, max(number - least, 1)) for read, number in counted]), "counted"


def row(name, command, points, start):
    """A line of the table, what is marked in it, and (command, shape, exponent, share of the bound on memory) for the summary."""
    what = named(name, command)
    exponent, how = (exponent_of(points, start), "") if what else steady(points, start)
    memory = max((point["memory"] - MARGIN) / point["read"] for point in points)
    share = max(point["memory"] / (PER_BYTE * point["read"] + MARGIN) for point in points)
    last, marks = points[-1], []
    if exponent is not None and exponent > MOST_EXPONENT and last["cost"] - start > SHORTEST:
        marks.append("TIME")
    if memory > PER_BYTE:
        marks.append("MEMORY")
    if last["status"] is None:
        marks.append("LIMIT")
    shown = f"{exponent:6.2f}" if exponent is not None else "     -"
    notes = [how] * bool(how) + ([f"named: {what}"] if what and marks else marks)
    line = (f"{name:30} {command:18} {last['read'] / 1e6:7.2f} MB {last['cost']:8.3f} s {last['memory'] / 2**20:7.0f} MiB {shown}"
            f" {' '.join(notes)}").rstrip()
    held = exponent if exponent is not None and last["cost"] - start > SHORTEST and not what else None
    return line, (name, command, what, marks) if marks else None, (command, name, held, share, what)


def measure_shape(name, commands, scratch, start):
    sizes = Sizes(name, scratch)
    rows = [row(name, command, measure(sizes, command, start), start) for command in commands]
    shutil.rmtree(os.path.join(scratch, name), ignore_errors=True)
    return rows


def main():
    wanted = sys.argv[2:]
    if wanted[:1] == ["--write"]:
        name, n, folder = wanted[1], int(wanted[2]), wanted[3]
        print(json.dumps(write(folder, SHAPES[name][2](n), n)))
        return
    shapes = [word for word in wanted if word in SHAPES] or list(SHAPES)
    commands = [word for word in wanted if word in COMMANDS] or list(COMMANDS)
    for word in wanted:
        if word not in SHAPES and word not in COMMANDS:
            sys.exit(f"growth: there is no shape or command {word!r}; shapes: {' '.join(SHAPES)}; commands: {', '.join(COMMANDS)}")
    marked, summary = [], []
    with tempfile.TemporaryDirectory() as scratch, concurrent.futures.ThreadPoolExecutor(JOBS) as pool:
        first = os.path.join(scratch, "start")
        os.makedirs(first)
        write(first, plan([thesis()], resolution="t"), 3)
        os.makedirs(os.path.join(first, "out"))
        start = min(cost([ARGMAP, "check", "m.json"], first)[0] for _ in range(5))
        unit = "instructions, as if 4e9 were a second" if PERF else "processor time"
        print(f"cost: {unit}; a start takes {start * 1e3:.1f} ms, which is taken off\n")
        print(f"{'shape':30} {'command':18} {'largest':>10} {'cost':>10} {'memory':>11} {'growth':>6}", flush=True)
        for future in [pool.submit(measure_shape, name, commands, scratch, start) for name in shapes]:
            for line, found, figures in future.result():
                print(line, flush=True)
                marked += [found] if found else []
                summary.append(figures)
    print(f"\n{'command':18} {'highest growth':>14} {'':30} {'most memory':>11}")
    for command in commands:
        rows = [one for one in summary if one[0] == command]
        growth = max((one for one in rows if one[2] is not None), key=lambda one: one[2], default=None)
        memory = max(rows, key=lambda one: one[3])
        shown = f"{growth[2]:14.2f} {growth[1]:30}" if growth else f"{'-':>14} {'':30}"
        print(f"{command:18} {shown} {memory[3]:10.0%} of its bound, {memory[1]}")
    by_name = [one for one in marked if one[2]]
    above = [one for one in marked if not one[2]]
    print(f"\n{len(by_name)} rows are above the bounds and named" + (":" if by_name else ""))
    for what in sorted({one[2] for one in by_name}):
        print(f"  {what}: {', '.join(f'{name} {command}' for name, command, other, _ in by_name if other == what)}")
    print(f"{len(above)} other rows are above the bounds" + (":" if above else ""))
    for name, command, _, marks in above:
        print(f"  {name}, {command}: {' '.join(marks)}")
    sys.exit(1 if above else 0)


main()
