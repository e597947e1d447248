#!/usr/bin/env python3
"""How what a command costs grows with its input: shapes of maps by commands. sh tests/bench/growth.sh runs it.

Each shape is written in four sizes, each twice the one before, and each command runs on all of them. Processor time without that of
a start is fitted to size^e. A row is marked where e is above 1.15, or where memory is above 100 bytes per byte of input and
64 MiB. "-" stands for what is too quick to tell."""

import json
import math
import os
import resource
import subprocess
import sys
import tempfile

ARGMAP = os.path.abspath(sys.argv[1])
RUNS = int(os.environ.get("RUNS", "1"))
SCALE = float(os.environ.get("SCALE", "1"))
LIMIT = float(os.environ.get("LIMIT", "20"))  # seconds of a run, after which larger sizes are left out
FEWEST = 0.012  # seconds: below, a figure is noise
SHORTEST = 0.1  # seconds: an exponent is held against a row only where its largest map takes as long
MOST_EXPONENT = 1.15
MARGIN = 64 << 20

# --- shapes: from a size to the files of a map; "m.json" is the map ---

SHAPES = {}


def shape(size):
    def add(function):
        SHAPES[function.__name__.replace("_", "-")] = (size, function)
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
def circle_of_undercuts(n):
    return plan([thesis(), claim("x", {"claim": "t", "id": "r"})], [
        undercut(i, {"relation": f"r{(i + 1) % n}", "id": f"r{i}"}) for i in range(n)], resolution="t")


@shape(100)
def dense_rebuttals(n):
    return plan([thesis()], [claim(i, *[f"c{k}" for k in range(n) if k != i], kind="rebuts") for i in range(n)], resolution="t")


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
        person(i, positions=[{"claim": "t", "stance": "for"}], **({"memberOf": f"s{i - 1}"} if i else {})) for i in range(n)])


@shape(3000)
def members_of_one(n):
    return plan([thesis()], resolution="t", stakeholders=[
        person(i, positions=[{"claim": "t", "stance": "for"}], **({"memberOf": "s0"} if i else {})) for i in range(n)])


@shape(3000)
def members_in_a_circle(n):
    return plan([thesis()], resolution="t", stakeholders=[person(i, memberOf=f"s{(i + 1) % n}") for i in range(n)])


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


# texts


@shape(40000)
def one_word(n):
    return plan([thesis(text="a" * n)], resolution="t", title="b" * n)


@shape(2000)
def long_words(n):
    return plan([thesis()] + [claim(i, "t", text=f"{i}" + "a" * 400) for i in range(n // 10)], resolution="t")


@shape(20000)
def one_text(n):
    return plan([thesis(text="word " * n)], resolution="t", title="word " * n)


@shape(10000)
def combining_marks(n):
    return plan([thesis(text="a" + "\u0301\u0323" * n)], resolution="t", title="b" + "\u0323\u0301" * n)


@shape(10000)
def joined_emoji(n):
    return plan([thesis(text="👩\u200d" * n)], resolution="t", title="👩\u200d" * n)


@shape(20000)
def chinese_text(n):
    return plan([thesis(text="漢字、" * n)], resolution="t", title="「漢字」" * (n // 2))


@shape(20000)
def arabic_text(n):
    return plan([thesis(text="مرحبا بالعالم " * n)], resolution="t", title="مرحبا" * n)


@shape(20000)
def thai_text(n):
    return plan([thesis(text="ภาษาไทย" * n)], resolution="t", title="ภาษาไทย" * n)


@shape(20000)
def marks_of_markdown(n):
    return plan([thesis(text="*_`[x](y)<b>\\ " * n)], resolution="t", title="\"" * n)


@shape(40000)
def quotation_marks(n):
    return plan([thesis(text="\"" * n)], resolution="t", title="`" * n)


@shape(20000)
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
    return plan([thesis()] + [claim(i, "t") for i in range(n)], resolution="t", expect={"fallen": [f"c{i}" for i in range(n)]})


@shape(3000)
def numbers_in_circles(n):
    return plan([thesis()] + [claim(i, f"c{(i + 1) % n}", confidence=0.5) for i in range(n)], resolution="t")


# --- commands: words of a command line; @ is the map, @@ the map with other words, - an empty one ---

COMMANDS = {
    "check": "check @",
    "check json": "check --format json --level info @",
    "check sarif": "check --format sarif --level info @",
    "format": "format --check @",
    "evaluate": "evaluate --force @",
    "evaluate json": "evaluate --force --format json @",
    "summary": "summary --force @",
    "summary json": "summary --force --format json @",
    "summary brief": "summary --force --brief @",
    "crux": "crux --force @",
    "why": "why --force @ ID",
    "list": "list --force @",
    "list stakeholders": "list --force --stakeholders @",
    "list tsv": "list --force --format tsv @",
    "diff itself": "diff --force @ @",
    "diff empty": "diff --force - @",
    "diff reworded": "diff --force @ @@",
    "diff json": "diff --force --format json @ @@",
    "dot": "render --force --fast -T dot -o /dev/null @",
    "svg": "render --force --fast -T svg -o /dev/null @",
    "html": "render --force --fast -T html -o /dev/null @",
}

# What is laid out by Graphviz: to so many statements, since its layout grows faster than a map and has a bound of its own.
LAID_OUT = {"svg", "html"}
MOST_LAID_OUT = 1000


# --- measuring ---


def cost(words, cwd):
    """Processor time in seconds, peak memory in bytes, and whether it ended within the limit."""
    best = None
    for _ in range(RUNS):
        def bound():
            resource.setrlimit(resource.RLIMIT_CPU, (int(LIMIT) + 1, int(LIMIT) + 2))

        child = subprocess.Popen(words, cwd=cwd, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, preexec_fn=bound)
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        # the system's share is that of memory mostly, and the noisier of the two
        time = usage.ru_utime + (usage.ru_stime if os.environ.get("SYS") else 0)
        if best is None or time < best[0]:
            best = (time, usage.ru_maxrss * 1024, child.returncode in (0, 1), child.returncode)
    return best


def fit(points):
    """The slope of the line through the logarithms, by least squares."""
    xs = [math.log(x) for x, _ in points]
    ys = [math.log(y) for _, y in points]
    mean_x, mean_y = sum(xs) / len(xs), sum(ys) / len(ys)
    below = sum((x - mean_x) ** 2 for x in xs)
    return sum((x - mean_x) * (y - mean_y) for x, y in zip(xs, ys)) / below if below > 0 else 0


def reworded(text):
    return text.replace("number", "numeral").replace("words", "terms").replace("aaaa", "abab").replace("word ", "term ")


def write(folder, made):
    """Writes the files of a map. Returns the bytes that are read, and an id."""
    files = {}
    if isinstance(made, tuple):
        made, files = made
    text = made if isinstance(made, str) else json.dumps(made, ensure_ascii=False)
    files = {"m.json": text, "other.json": reworded(text), "empty.json": '{"argmap": 1, "title": "T", "claims": []}', **files}
    for name, content in files.items():
        with open(os.path.join(folder, name), "w", encoding="utf-8") as out:
            out.write(content)
    first = made["claims"][0]["id"] if isinstance(made, dict) and made["claims"] else "t"
    size = sum(len(content.encode()) for name, content in files.items() if name not in ("other.json", "empty.json"))
    return size, str(first)


def words_of(command, first):
    places = {"@": "m.json", "@@": "other.json", "-": "empty.json", "ID": first}
    return [ARGMAP] + [places.get(word, word) for word in COMMANDS[command].split()]


def measure(name, commands, folder, start):
    size, function = SHAPES[name]
    rows = {command: [] for command in commands}
    for step in range(4):
        n = max(2, int(size * SCALE * 2**step))
        read, first = write(folder, function(n))
        for command in commands:
            points = rows[command]
            if points and (not points[-1][3] or points[-1][1] > LIMIT / 4):
                continue
            laid = n // 8 if command in LAID_OUT else n
            if command in LAID_OUT:
                read_here, first_here = write(folder, function(max(2, min(laid, MOST_LAID_OUT))))
                points.append((read_here, *cost(words_of(command, first_here), folder)))
                write(folder, function(n))
            else:
                points.append((read, *cost(words_of(command, first), folder)))
    return [row(name, command, rows[command], start) for command in commands]


def row(name, command, points, start):
    times = [(read, time - start) for read, time, *_ in points if time - start > FEWEST]
    exponent = fit(times) if len(times) >= 3 and times[-1][0] > times[0][0] else None
    twice = 2 if command.startswith("diff") else 1
    memory = max((peak - MARGIN) / (read * twice) for read, _, peak, *_ in points)
    marks = []
    if exponent is not None and exponent > MOST_EXPONENT and times[-1][1] > SHORTEST:
        marks.append("TIME")
    if memory > 100:
        marks.append("MEMORY")
    if not points[-1][3]:
        marks.append(f"STATUS {points[-1][4]}")
    shown = f"{exponent:6.2f}" if exponent is not None else "     -"
    print(f"{name:30} {command:18} {points[-1][0] / 1e6:7.2f} MB {points[-1][1]:8.3f} s {points[-1][2] / 2**20:7.0f} MiB"
          f" {shown} {' '.join(marks)}".rstrip(), flush=True)
    return (name, command, marks) if marks else None


def main():
    wanted = sys.argv[2:]
    shapes = [word for word in wanted if word in SHAPES] or list(SHAPES)
    commands = [word for word in wanted if word in COMMANDS] or list(COMMANDS)
    for word in wanted:
        if word not in SHAPES and word not in COMMANDS:
            sys.exit(f"growth: there is no shape or command {word!r}; shapes: {' '.join(SHAPES)}; commands: {', '.join(COMMANDS)}")
    with tempfile.TemporaryDirectory() as folder:
        write(folder, plan([thesis()], resolution="t"))
        start = min(cost(words_of("check", "t"), folder)[0] for _ in range(5))
        print(f"a start takes {start * 1e3:.1f} ms of processor time, which is taken off\n")
        print(f"{'shape':30} {'command':18} {'largest':>10} {'time':>10} {'memory':>11} {'growth':>6}")
        marked = [found for name in shapes for found in measure(name, commands, folder, start) if found]
    print(f"\n{len(marked)} rows are above their bounds" + (":" if marked else ""))
    for name, command, marks in marked:
        print(f"  {name}, {command}: {' '.join(marks)}")


main()
