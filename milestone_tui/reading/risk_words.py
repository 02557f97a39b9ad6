"""The words by which a risk is rated, its fate told, and its lines labelled."""

from __future__ import annotations

import re

from milestone_tui.model.values import Stated
from milestone_tui.reading.level_words import level_of
from milestone_tui.reading.placeholders import is_none
from milestone_tui.reading.state_words import said
from milestone_tui.reading.vocabulary.lexicon import BUILT_IN, Lexicon
from milestone_tui.text.fold import fold

STATUS_OF_KIND = {"risk_realized": "realized", "risk_mitigated": "mitigated"}
"""The fate that a heading gives to the risks below it."""
_OVER = r"(?:closed|resolved|retired|mitigated)"
_SO = r"(?:(?:the )?risk )?(?:(?:has|is|now|been|fully|already|completely|successfully) ){0,4}"
_FATES = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        ("open", rf"(?:un{_OVER}|(?:is )?(?:re-?opened|still open|being {_OVER}|not (?:yet |fully )?(?:been )?{_OVER})).*"),
        ("open", rf"(?:will|to|should|must|can|could|may|might|cannot|can't|needs? to) (?:\w+ )?be (?:\w+ )?{_OVER}.*"),
        ("open", rf"(?:partial|partially|partly|mostly|nearly|almost) {_OVER}.*"),
        ("closed", rf"{_SO}(?:closed|resolved|retired)\b|已(?:完全)?解决|已关闭"),
        ("mitigated", rf"{_SO}mitigated\b|已缓解"),
        ("realized", rf"{_SO}(?:reali[sz]ed|occurred|materiali[sz]ed)\b"),
        ("open", r"(?:open|active|identified)\b"),
    )
)
_FATE_MARKS = ("mitigated", "")
"""What ✅ says of a risk; ❌ says nothing."""
_STILL_OPEN = re.compile(r"(?<!not )(?<!longer )(?<!be )\b(?:open\b|active\b|monitor|identified\b|plan)|🔴|🟡|⏳", re.IGNORECASE)
_STRUCK_WHOLE = re.compile(r"\W*~~.*~~\W*")
_STRUCK = re.compile(r"~~[^~]+~~")
_SAID_FATE = re.compile(
    r"(?:^|[(\[—–:✅]|\s-)\s*(?P<fate>closed|resolved|retired|mitigated|reali[sz]ed|occurred|已(?:完全)?解决)(?=[)\]]|\s+[-–—]|[:.,](?:\s|$)|\s*$)",
    re.IGNORECASE,
)
_FIELD = re.compile(
    r"^(?:risk )?(?:prob(?:ability)?|likelihood|(?:potential )?impact|severity|level|rating|descri(?:ption|be)|details"
    r"|mitigations?(?: strategy| plan| steps)?|contingency(?: plan)?|fallback(?: plan)?|owner|responsible|status|triggers?"
    r"|monitoring|indicators?|recommendations?)$"
    r"|^概率|^影响(?:程度)?$|^缓解(?:措施|策略|方案)?$|^应对(?:措施|策略)$|^应急|^风险(?:级别|描述|等级)$"
    r"|^(?:描述|监控指标|负责人|状态|建议)$|^(?:影響|対策|オーナー)$"
)
"""Labels that tell of a risk and name none."""
_RISK_LABEL = re.compile(r"^(?:risk|风险|リスク|риск|riesgo)(?: \d+)?$")
_NESTED = (
    ("probability", r"^probab|likeli|概率"),
    ("impact", r"^(?:potential )?impact|severity|影响"),
    ("level", r"^(?:risk )?(?:level|rating)$|^风险(?:级别|等级)$"),
    ("mitigation", r"mitigat|缓解|应对|対策"),
    ("contingency", r"contingenc|fallback|应急"),
    ("owner", r"owner|responsible|负责"),
    ("status", r"^status|状态"),
    ("description", r"descri|^risk$|^风险$|details|描述"),
)


def rated(raw: str, line: int, lexicon: Lexicon = BUILT_IN) -> Stated | None:
    """A rating; None where nothing is said."""
    return Stated(level_of(raw, lexicon), raw, line) if raw.strip() and not is_none(fold(raw)) else None


def fate(words: str) -> str | None:
    """The fate that a status column or a line `Status: …` states with its first words, or with a mark."""
    if "~~" in words:
        if _STRUCK_WHOLE.fullmatch(words):
            return "closed"
        words = _STRUCK.sub("", words)
    return said(words, _FATES, _FATE_MARKS, cell=True) or ("open" if _STILL_OPEN.search(words) else None)


def fate_of(text: str) -> str | None:
    """The fate that the words of a risk itself state: a tick, a stroke, `(closed)`; not `closed source` nor `mitigated by …`."""
    said = _SAID_FATE.search(text)
    if said:
        return fate(said["fate"])
    return "closed" if "~~" in text else "mitigated" if "✅" in text else None


def fate_below(kind: str, text: str) -> str | None:
    """The same under a heading of a `kind`, which says it for all below it; a risk that is closed is more than mitigated."""
    headed, own = STATUS_OF_KIND.get(kind), fate_of(text)
    return own if headed is None or (headed == "mitigated" and own == "closed") else headed


def bare(text: str) -> str:
    """A risk's name without emphasis and strokes."""
    return text.replace("**", "").replace("~~", "").strip().strip("*_").rstrip(":").strip()


def is_label(folded: str) -> bool:
    """Whether a label tells of a risk named elsewhere: `impact`, `mitigation plan`."""
    return _FIELD.match(folded) is not None


def is_risk_label(folded: str) -> bool:
    """Whether a label says that a risk's name follows: `risk`, `risk 2`."""
    return _RISK_LABEL.match(folded) is not None


def label_named(folded: str) -> str:
    """Our name for what a line with this label tells of a risk, or an empty string."""
    return next((name for name, pattern in _NESTED if re.search(pattern, folded)), "")
