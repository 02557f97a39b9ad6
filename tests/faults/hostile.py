"""What files may hold that means harm, or is merely broken: to put in a folder, and to begin mutations with."""

from __future__ import annotations

SET_CLIPBOARD = "\x1b]52;c;cm0gLXJmIC8=\x07"
LINK = "\x1b]8;;file:///etc/passwd\x1b\\here\x1b]8;;\x1b\\"
CONTROLS = (
    SET_CLIPBOARD,
    LINK,
    "\x1b[31mred\x1b[0m",
    "\x1b[2J\x1b[H",
    "\x1b]0;title\x07",
    "\x1bP1$r0m\x1b\\",
    "\x1b_Ga=T;AAAA\x1b\\",
    "\x1bc",
    "\x9b31m",
    "\x9d52;c;eA==\x9c",
    "\x07\x08\x0c\x0b\x0e\x0f\x7f\x85",
    "\x1b[?1049l",
    "\x1b[6n",
    "\x1b[c",
)
"""What a terminal would obey."""
BIDI = "\u202e\u202d\u202a\u202b\u202c\u2066\u2067\u2068\u2069\u200e\u200f\u061c\u2028\u2029"
MARKUP = (
    "[red] [/red] [/] [@click=app.quit] [link=file:///etc/passwd] [bold [ [[ ]] \\[ [$error] [on $x] [@click='app.bell()']x[/]"
)
RUNNABLE = "v1.0; rm -rf / $(touch pwned) `touch pwned` | touch pwned && touch pwned\t'\"; echo %s {0} {x} $HOME ~ !! \\"


def hostile_text(name: str = "M1") -> str:
    """A milestone in which every value, heading, cell and box holds all of it."""
    bad = " ".join((*CONTROLS, BIDI, MARKUP, RUNNABLE)).replace("\n", " ")
    cell = bad.replace("|", "\\|")
    return (
        f"# {name}: {bad}\n\n**Status**: active {bad}\n**Owner**: {bad}\n**Track**: {bad}\n**Priority**: {bad}\n"
        f"**Start**: 2026-01-05 {bad}\n**Target**: 2026-03-01 {bad}\n**Depends on**: M2, {bad}\n**Goal**: {bad}\n"
        f"**{bad}**: {bad}\n\n"
        f"## Tasks {bad}\n\n- [ ] {bad}\n  - [x] {bad}\n- [ ] plain one (@{bad}, due 2026-02-01)\n\n"
        f"## Risks\n\n| Risk | Probability | Impact | Mitigation | Owner |\n|---|---|---|---|---|\n"
        f"| {cell} | High {cell} | High | {cell} | {cell} |\n\n"
        f"## Dependencies\n\n- **M2** {bad}\n- Blocked by: {bad}\n\n## Blockers\n\n- {bad}\n\n"
        f"## Checkpoints\n\n- **50% Checkpoint**: 2026-02-01 - {bad}\n\n"
        f"## Success Metrics\n\n| Metric | Target | Current |\n|---|---|---|\n| {cell} | {cell} | {cell} |\n\n"
        f"## Phase 1: {bad}\n\n- [ ] {bad}\n\n## Notes\n\n> {bad}\n\n```{bad}\n{bad}\n```\n\n<div>{bad}</div>\n\n[{bad}]({bad})\n"
    )


def hostile_front_matter(name: str = "M2") -> str:
    """The same in quoted YAML, where escapes make control characters of plain ones."""
    escaped = "".join(f"\\u{ord(each):04x}" if not each.isascii() or not each.isprintable() else each for each in _ALL)
    escaped = escaped.replace('"', "'").replace("\\[", "[").replace(" \\ ", " ").removesuffix("\\")
    keys = (
        "title",
        "status",
        "owner",
        "priority",
        "risk_level",
        "start_date",
        "target_date",
        "track",
        "goal",
        "x\\u001b]52;c;eA==",
    )
    matter = "".join(f'"{key}": "{escaped}"\n' for key in keys)
    return f'---\nid: "{name}"\n{matter}dependencies: ["M1", "{escaped}"]\n---\n# {name}\n\n- [ ] task\n'


_ALL = " ".join((*CONTROLS, BIDI, MARKUP, RUNNABLE))

BOMB = "---\na: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"{chr(98 + at)}: &{chr(98 + at)} [{','.join(['*' + chr(97 + at)] * 9)}]\n" for at in range(20)
)
YAML = (
    BOMB + "---\n# M1\n",
    "---\na: &a\n  b: *a\n<<: *a\n---\n# M1\n",
    "---\nid: !!python/object/apply:os.system ['touch pwned']\nx: !!binary aGk=\ny: !<tag:x> z\nz: !!set {a, b}\n---\n# M1\n",
    "---\n? [a, b]\n: c\n? {d: e}\n: f\non: yes\n1: 2\n~: 3\n2026-01-01: 4\nid: 0x1F\n---\n# M1\n",
    "---\n" + "[" * 30_000 + "\n---\n# M1\n",
    "---\nid: M1\na: " + "[" * 30_000 + "]" * 30_000 + "\n---\n# M1\n",
    "---\nid: M1\na: " + "{a: " * 30_000 + "\n---\n# M1\n",
    "---\nid: M1\n" + "- " * 30_000 + "\n---\n# M1\n",
    "---\n" + "".join(" " * (2 * at) + "a:\n" for at in range(300)) + "---\n# M1\n",
    "---\nid: M1\ntitle: |\n  " + "x" * 5_000 + "\nstatus: >-\n  active\n  or not\n---\n# M1\n",
    "---\nid: 'M1\nstatus: \"active\ntarget: {a: b\nlabels: [x, 'y\n---\n# M1\n",
    "---\n%YAML 9.9\n---\nid: M1\n...\n# M1\n",
    "---\nid: M1\n" + "".join(f"key{at}: {at}\n" for at in range(3_000)) + "---\n# M1\n",
)
"""Front matter that makes careless readers run code, run out of memory or out of stack."""

CONFLICT = (
    "# M1 Title\n\n**Status**: active\n\n<<<<<<< HEAD\n- [x] one\n||||||| base\n- [ ] one\n=======\n- [ ] one and more\n"
    ">>>>>>> topic\n- [ ] two\n"
)
"""As git leaves a file that two people changed."""

SEEDS: tuple[bytes, ...] = (
    hostile_text().encode(),
    hostile_front_matter().encode(),
    CONFLICT.encode(),
    *(each.encode() for each in YAML if len(each) < 10_000),
    b"",
    b"\xef\xbb\xbf",
    "\ufeff# M1\n- [ ] one\n".encode("utf-16-le"),
    "\ufeff# M1\n- [ ] one\n".encode("utf-16-be"),
    b"\xff\xfe\x00",
    b"# M1\n\0- [ ] one\n",
    b"# M1\r- [ ] one\r- [x] two\r",
    b"> > > - [ ] - [x] 1. [ ] * + a\n> - b\n",
    b"|a|b|\n|-|-|\n" + b"|" * 400 + b"\n|x\n",
    b"1. " * 200,
    b"- [ ] " * 100,
    "# 里程碑 一：标题\n\n**状态**：进行中\n**负责人**：李\n- [ ] 完成（截止 2026-03-01）\n".encode(),
    "# M1\n**Target**: Q3 2026 – Q4/2027, week 53, 31.02.2026, 2026-13-45, 99999999999999999-01-01\n".encode(),
    b"# M1\n**Progress**: 1e999 %\n**Effort**: 99999999999999999999 weeks\n**Priority**: 1/99999999999\n",
    b"# M1\n## Risks\n1. **x** (Probability: , Impact: )\n   - **Mitigation**:\n",
    b"# M1\n## Dependencies\n- M1 -> M1 -> M1\n- depends on: M1..M99999\n",
)  # fmt: skip

TOKENS: tuple[bytes, ...] = (
    b"- [ ] ", b"- [x] ", b"* [X]", b"[", b"]", b"(", b")", b"**", b"*", b"_", b"`", b"```\n", b"~~~", b"# ", b"## ",
    b"\n# M1: ", b"---\n", b"\n---\n", b"...\n", b"|", b"|-|-|\n", b"| ", b"> ", b"<!-- ", b" -->", b"<div>", b"\n", b"\r\n",
    b"\r", b"\t", b" ", b"    ", b"\0", b"\x1b", b"\x80", b"\xff", b"\xc3", b"\xed\xa0\x80", b"\xf4\x90\x80\x80",
    b"\xef\xbb\xbf", b"\xe2\x80\xae", b"\xe2\x80\xa8", b"\xcc\x81", b"\xf0\x9f\x91\xa9", b"\xe2\x80\x8d", b"\xd9\xa3",
    b"\xef\xbc\x93", b"\xc2\xb2", b"\xe2\x85\xa7", b"\xc4\xb0", b"\xc5\xbf", b": ", b":", b"**Status**: ", b"status: ",
    b"Depends on: ", b"Owner:", b"**Target**: ", b"id: ", b"M1", b"M-00001", b"2026-02-31", b"2026-03-01", b"0000-00-00",
    b"9999999999999999999", b"100%", b"-1%", b"1e400", b"3/0", b"0/0 (5%)", b"Q3 2026", b"Week 99", b"due ", b"@", b"~~",
    b"\\", b"&", b"&a ", b"*a", b"!!x ", b"{", b"}", b"'", b'"', b"? ", b", ", b"->", b"\xe2\x86\x92", b"+", b"1. ",
    b"999999999. ", b"Phase 1: ", b"## Risks\n", b"## Dependencies\n", b"## Checkpoints\n", b"## Success Metrics\n",
    b"\n<<<<<<< HEAD\n", b"\n=======\n", b"\n>>>>>>> x\n", b"a", b"9", b"=", b"-", b"\xe2\x9c\x85", b"\xf0\x9f\x9f\xa2",
    b"(Probability: High, Impact: Low)", b"blocked by ", b"[x](y)", b"![", b"&#0;", b"&#x1b;", b"&amp;", b"$", b"%", b"\x0b",
    b"\x0c", b"\x85",
)  # fmt: skip
"""Pieces that mean something to a reader."""
