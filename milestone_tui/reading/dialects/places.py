"""Where each dialect states a field and which sections it has, in its own order and spelling: what is missing is added there."""

from __future__ import annotations

from typing import NamedTuple


class Keys(NamedTuple):
    """How a dialect spells a field that a file of it lacks."""

    matter: str
    """In front matter; empty where this dialect has it only in the header."""
    header: str
    """In a key line or a table of keys."""


USUAL: dict[str, Keys] = {
    "id": Keys("id", "Milestone ID"),
    "title": Keys("title", "Milestone Name"),
    "version": Keys("version", "Version"),
    "component": Keys("component", "Component"),
    "type": Keys("type", "Type"),
    "status": Keys("status", "Status"),
    "priority": Keys("priority", "Priority"),
    "owner": Keys("owner", "Owner"),
    "product_owner": Keys("product_owner", "Product Owner"),
    "technical_lead": Keys("technical_lead", "Technical Lead"),
    "reviewer": Keys("reviewer", "Reviewer"),
    "author": Keys("author", "Author"),
    "stakeholder": Keys("stakeholders", "Stakeholders"),
    "track": Keys("track", "Parallel Track"),
    "upstream": Keys("dependencies", "Dependencies"),
    "downstream": Keys("blocks", "Blocks"),
    "parallel": Keys("parallel_with", "Can Run In Parallel With"),
    "blockers": Keys("blockers", "Blockers"),
    "created": Keys("created", "Created"),
    "start": Keys("start_date", "Start Date"),
    "target": Keys("target_date", "Target Date"),
    "completed": Keys("completed_date", "Completed"),
    "updated": Keys("last_updated", "Last Updated"),
    "next_review": Keys("next_review", "Next Review"),
    "estimated": Keys("estimated_effort", "Estimated Effort"),
    "actual": Keys("actual_effort", "Actual Effort"),
    "duration": Keys("duration", "Duration"),
    "buffer": Keys("buffer", "Buffer"),
    "points": Keys("story_points", "Story Points"),
    "progress": Keys("progress", "Progress"),
    "value": Keys("business_value", "Business Value"),
    "complexity": Keys("complexity", "Complexity"),
    "risk_level": Keys("risk_level", "Risk Level"),
    "critical_path": Keys("critical_path", "Critical Path"),
    "goal": Keys("goal", "Goal"),
    "scope": Keys("scope", "Scope"),
    "audience": Keys("audience", "Audience"),
    "parent": Keys("parent", "Epic"),
    "labels": Keys("labels", "Labels"),
}
"""Our name → the keys that most files use, in the order in which they usually stand."""

_OWN: dict[str, dict[str, Keys]] = {
    "manifest": {
        "id": Keys("milestone_id", "Milestone ID"),
        "title": Keys("milestone_name", "Milestone Name"),
        "version": Keys("milestone_version", "Version"),
        "owner": Keys("milestone_lead", "Milestone Lead"),
        "created": Keys("created_date", "Created"),
        "updated": Keys("updated_date", "Last Updated"),
        "completed": Keys("actual_completion_date", "Completed"),
        "complexity": Keys("technical_complexity", "Technical Complexity"),
        "progress": Keys("completion_percentage", "Completion"),
        "risk_level": Keys("risk_level", "Risk"),
    },
    "component": {
        "owner": Keys("owner", "Assigned Agent"),
        "target": Keys("target_date", "Target Completion"),
        "completed": Keys("completed_date", "Actual Completion"),
        "progress": Keys("progress", "Current Progress"),
    },
    "track": {"start": Keys("start_date", "Start")},
    "report": {"completed": Keys("completion_date", "Completion Date")},
    "initiative": {
        "updated": Keys("last-updated", "Last Updated"),
        "related_docs": Keys("related-docs", "Related Docs"),
        "duration": Keys("estimated_duration", "Estimated Duration"),
    },
}


def keys_of(name: str, dialect: str) -> Keys | None:
    """How files of the dialect spell the field; None for a field that is never added."""
    return _OWN.get(dialect, {}).get(name) or USUAL.get(name)


def order_of(name: str) -> int:
    """The place of a field among those of a header."""
    return list(USUAL).index(name) if name in USUAL else len(USUAL)


SECTIONS: dict[str, tuple[str, ...]] = {
    "manifest": (
        "Executive Summary", "Strategic Context", "Milestone Scope", "Technical Architecture", "Implementation Plan",
        "Dependencies", "Risk Assessment", "Quality Assurance", "Milestone Checkpoints", "Deployment Strategy",
        "Communication Plan", "Success Metrics", "Related Documents", "Milestone Retrospective",
    ),
    "component": (
        "Milestone Overview", "Description", "Acceptance Criteria", "Dependencies", "Implementation Plan", "Technical Specifications",
        "Risk Assessment", "Success Metrics", "Progress Tracking", "Milestone Reviews", "Notes",
    ),
    "track": (
        "Prerequisites", "Overview", "Objectives", "Deliverables", "Success Criteria", "Timeline", "Risk Factors", "Resource Allocation",
        "Dependencies", "Technical Specifications", "Documentation Requirements", "Troubleshooting",
    ),
    "report": (
        "Executive Summary", "Milestone Overview", "Deliverables", "Schedule Performance", "Budget Analysis", "Quality Metrics",
        "Risks", "Lessons Learned", "Action Items", "Next Milestone Preview", "Approval & Sign-off",
    ),
    "initiative": (
        "Overview", "Objectives", "Scope & Deliverables", "Prerequisites", "Task Breakdown", "Verification Checklist",
        "Success Criteria", "Time Tracking", "Risks", "Decisions", "Rollback Plan", "Notes",
    ),
}  # fmt: skip
"""Dialect → its headings of the second level, in its order."""

USUAL_SECTIONS = (
    "Overview", "Objectives", "Scope", "Prerequisites", "Dependencies", "Tasks", "Deliverables", "Acceptance Criteria", "Success Criteria",
    "Timeline", "Checkpoints", "Risks", "Metrics", "Decisions", "Lessons Learned", "Notes", "References",
)  # fmt: skip
"""The same for a file of no dialect."""
