"""What a heading announces: which noun the blocks below it are read as."""

from __future__ import annotations

import re
from functools import lru_cache

from milestone_tui.reading.vocabulary.lexicon import Lexicon
from milestone_tui.text.fold import fold
from milestone_tui.text.repair import repair

_RULES: tuple[tuple[str, str], ...] = (
    ("legend", r"\blegend\b|图例|凡例"),
    ("next_milestone", r"^next milestone"),
    ("preparatory", r"^preparatory work"),
    ("sign_off", r"sign-?off|milestone acceptance\b|^approval"),
    ("handover", r"handover|transition"),
    ("rollback", r"roll-?back"),
    (
        "closing",
        r"^post-(milestone|completion|deployment|rollback)|launch activities|success measurement|knowledge transfer"
        r"|^maintenance$|(immediate|short-term|long-term) actions|retrospective",
    ),
    ("debt", r"technical debt to|technical debt$"),
    (
        "lesson",
        r"lessons? learned|what went well|could be improved|best practices|process improvements|recommendations for future"
        r"|learnings|challenges faced|^achievements$|going well|working well|unexpected discoveries|continuous improvement",
    ),
    ("risk_realized", r"risks? realized"),
    ("risk_mitigated", r"risks? mitigated|(resolved|closed) risks|已(?:完全)?(?:解决|缓解|关闭)的?风险"),
    ("risk_high", r"^(🔴 ?)?(high|critical)[- ]risks?\b|^high risk items|^(🔴 ?)?高风险"),
    ("risk_medium", r"^(🟡 ?)?(medium|moderate)[- ]risks?\b|^(🟡 ?)?中(?:等|度)?风险"),
    ("risk_low", r"^(🟢 ?)?low[- ]risks?\b|^(🟢 ?)?低风险"),
    (
        "risk_process",
        r"risk (monitoring|score|matrix|scale|management|categor|methodolog)|escalation procedure|mitigation strateg"
        r"|(metodolog|categor|gesti|seguimiento|informe|matri)\w* .*riesgos"
        r"|风险(?:的)?(?:缓解|应对|防范|管理|监控|控制)(?:措施|策略|方案|机制|流程|计划)?",
    ),
    ("risks", r"\brisks?\b|风险|リスク|\bриск|\briesgo"),
    ("upstream", r"upstream|prerequisite milestones?|^depends on"),
    ("downstream", r"downstream|^enables$|^blocks$"),
    ("external", r"external dependenc"),
    ("internal", r"internal dependenc"),
    ("sprint_dependencies", r"sprint dependenc"),
    ("prerequisites", r"prerequisite|前置条件|依赖条件"),
    ("blockers", r"^(current |active |known )?blockers?$|^blocked$|^(当前)?阻塞(项|问题|因素|事项)?$"),
    ("dependencies", r"^dependenc(y|ies)$|^dependencies\b(?! matrix)|^依赖(关系)?$|^depends$"),
    ("checkpoints", r"checkpoints?"),
    ("reviews", r"milestone reviews?$|^reviews?$|review schedule"),
    ("must", r"must[- ]have|core features"),
    ("should", r"should[- ]have|important features"),
    ("could", r"nice[- ]to[- ]have|could[- ]have"),
    ("scope_out", r"out[- ]of[- ]scope|excluded|not in scope|non-?goals?|不在范围"),
    ("scope_in", r"in[- ]scope$|in[- ]scope\b|included features|^scope\b"),
    ("deliverables_deferred", r"deferred deliverables"),
    ("deliverables_added", r"additional deliverables"),
    ("deliverables_done", r"completed deliverables"),
    ("deliverables", r"deliverables?|交付物"),
    ("criteria_metrics", r"success criteria assessment|quantitative metrics|qualitative metrics"),
    ("tests", r"^test(ing)?\b"),
    ("documentation", r"^(required )?documentation( requirements| standards)?$"),
    ("resources", r"^skill requirements$"),
    (
        "criteria",
        r"success criteria|acceptance criteria|definition of done|exit criteria|(functional|quality|integration) requirements$"
        r"|验收标准|критерии|release criteria",
    ),
    ("objectives", r"objectives?\b|^goals?$|目标|^milestone goal"),
    ("primary", r"primary (success )?metrics?"),
    ("secondary", r"secondary (success )?metrics?"),
    ("leading", r"leading indicators?"),
    ("lagging", r"lagging indicators?"),
    ("test_results", r"testing results|test results"),
    ("code_quality", r"code quality"),
    ("quality_metrics", r"quality metrics|quality gates|progress metrics"),
    ("benchmarks", r"benchmarks?|system performance|user experience metrics|performance (requirements|impact)"),
    ("metrics", r"metrics|kpis?|关键指标"),
    ("defects", r"defects?"),
    ("budget", r"budget"),
    ("team_effort", r"team effort"),
    ("time_tracking", r"time tracking"),
    ("phase_durations", r"phase (breakdown|durations?)"),
    ("schedule", r"schedule performance|^schedule$"),
    ("completion", r"completion summary|^final (implementation )?status|completion status"),
    ("timeline", r"^timeline$|^timeframe$|^timing$|^时间"),
    ("constraints", r"constraints?"),
    ("communication", r"communication|status updates?"),
    ("team", r"team composition|^team( assignment)?$|human resources|^owners?$"),
    ("resources", r"resource|skill"),
    ("tasks_blocked", r"blocked tasks"),
    ("tasks_active", r"in[- ]progress tasks"),
    ("tasks_upcoming", r"upcoming tasks"),
    ("tasks_done", r"completed tasks"),
    ("tests", r"testing|test types|unit tests?|integration tests?|e2e|manual tests?|verification|validation checklist"),
    ("decisions", r"decisions?\b|\badrs?\b"),
    ("questions", r"open questions?"),
    ("links", r"related (documents?|documentation|links)|references|appendi"),
    ("documentation", r"document(s|ation)"),
    ("feedback", r"feedback|user acceptance|acceptance testing|business validation|business impact|market validation"),
    ("deployment", r"deployment|promotion|monitoring|launch"),
    ("troubleshooting", r"troubleshooting|common issues|fallback"),
    (
        "architecture",
        r"architecture|system changes|technical (specification|implementation|decision)|technology|integration points"
        r"|implementation notes|security|database|infrastructure|api documentation|changes required|code changes",
    ),
    ("progress", r"progress|current status|task breakdown|进度"),
    ("metadata", r"metadata|creation info|メタ情報|^meta\b"),
    ("context", r"summary|overview|vision|context|impact|advantage|description|background|rationale|概述|^概要"),
)

_COMPILED = tuple((kind, re.compile(pattern)) for kind, pattern in _RULES)

FIRST_SECTIONS = re.compile(
    r"^(?:(?:project|program(?:me)?|product|plan|milestone|release|version|sprint|iteration|phase|epic|feature|initiative|delivery|status"
    r"|progress|quick|general|executive) )?(?:overview|summary)$|^status$|^meta|^基本信息|^メタ情報|^time(frame|line)$|^quick reference$|^milestone (info|details)"
    r"|^metadata$|^current status$|^概要$|^basic info"
)
"""Titles of a first section that is read like the header (docs/dialects.md R2)."""

_PART = re.compile(
    r"^(?:\W*)(?P<kind>(?i:phase|sprint|week|day|stage|step|slice|阶段|этап|часть))\s*"
    r"(?P<number>\d+[A-Za-z]?(?:[.\-]\d+)*|[A-Z]|[IVX]{1,4}|[一二三四五六七八九十]+)(?=[\s:：—–\-.(（]|$)(?P<rest>[^:：—–(（]*)",
)
_PART_MILESTONE = re.compile(
    r"^(?:\W*)(?:(?:milestone|里程碑|веха|hito)\s*[:#]?\s*(?P<word>[A-Za-z]{0,6}[-.]?\d[\w.\-]*)"
    r"|(?P<id>(?:[A-Z]{1,3}-)?M-?\d+(?:\.\w+)*|[vV]\.?\d+\.\d+(?:\.\d+)*))"
    r"(?=[\s:：—–(]|-(?![A-Z]{1,2}\d)|$)(?P<rest>[^:：—–(（]*)",
    re.IGNORECASE,
)
_ABOUT_ANY_PART = r"(?:exit |entry )?(?:validation|gates?|summary|results?|metrics|criteria|reviews?|retrospective|report|risks?)\b|总结|准备就绪|完成报告|验收"
_ABOUT_A_STRETCH = re.compile(rf"(?i)^\s+(?:{_ABOUT_ANY_PART})")
_ABOUT_A_PART = re.compile(
    rf"(?i)^\s+(?:{_ABOUT_ANY_PART}|(?:requirements?|tasks?|deliverables?|checklists?|status|goals?|notes?|overview|timeline|analysis|features?"
    r"|completion|checkpoints?|progress|objectives?)\b|概述|任务|风险)"
)
"""`Phase 1 Validation` tells of a part and opens none; but `Week 1 Tasks` opens the week."""
_BEFORE_AN_ID = "*_`[( "
_STRETCHES = frozenset(("sprint", "week", "day"))
_LONGEST = 300
"""Characters of a heading in which its kind is looked for."""


@lru_cache(maxsize=8192)
def heading_kind(title: str) -> str:
    """What a heading with this title announces, or an empty string."""
    folded = fold(repair(title[:_LONGEST])).strip(" *_:#`0123456789.)")
    for kind, pattern in _COMPILED:
        if pattern.search(folded):
            return kind
    return ""


@lru_cache(maxsize=8192)
def part_kind(title: str) -> tuple[str, str] | None:
    """The kind (`phase`, …, `milestone`) and number of a heading that opens a part, or None."""
    found = _PART.match(title[:_LONGEST]) or _PART_MILESTONE.match(title[:_LONGEST])
    if found is None:
        return None
    named = found.groupdict()
    kind = named.get("kind", "milestone").lower()
    kind = {"阶段": "phase", "этап": "stage", "часть": "part"}.get(kind, kind)
    if (_ABOUT_A_STRETCH if kind in _STRETCHES else _ABOUT_A_PART).match(named["rest"]):
        return None
    return kind, named["number"] if "number" in named else named["word"] or named["id"]


def own_part(title: str, lexicon: Lexicon) -> tuple[str, str] | None:
    """The same for a heading that begins with one of the project's own ids: such a heading opens a milestone."""
    start = len(title) - len(title.lstrip(_BEFORE_AN_ID))
    end = lexicon.id_end(title, start)
    if end < 0 or _ABOUT_A_PART.match(title[end:]):
        return None
    return "milestone", title[start:end]


@lru_cache(maxsize=8192)
def is_first_section(title: str) -> bool:
    """Whether key lines of a first section with this title belong to the header."""
    return FIRST_SECTIONS.match(fold(repair(title)).strip(" *_:#`📊📋📌🎯")) is not None
