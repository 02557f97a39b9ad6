"""Which of our fields a key of a file means, and what kind of value it holds."""

from __future__ import annotations

NAMES: dict[str, dict[str, str]] = {
    "status": {
        "status": "status|state|current status|overall status|implementation status|verification status|milestone status|状态|当前状态"
        "|ステータス|статус|estado",
    },
    "level": {
        "priority": "priority|severity|priority level|优先级|優先度|prioridad|приоритет",
        "risk_level": "risk|risk level|risk_level|overall risk|risk assessment|风险等级",
        "value": "business value|business_value",
        "complexity": "technical complexity|technical_complexity|complexity|architecture complexity",
        "architecture_impact": "architecture impact|architecture_impact",
    },
    "date": {
        "start": "start|started|start date|start_date|actual start|actual start date|actual_start_date|started at|started_at|begin"
        "|开始日期|开始时间|開始日",
        "target": "target|target date|target_date|target completion|target completion date|due|due date|due_date|deadline|planned end"
        "|end date|end_date|planned completion|expected completion|target end date|截止日期|目标日期|期限",
        "completed": "completed|completion date|completed date|completed on|completed at|completed_at|completed_date|actual completion"
        "|actual completion date|actual_completion_date|actual end|actual end date|actual_end_date|actual end date|finished|closed"
        "|closed_at|completion_date|完成日期|完了日",
        "created": "created|created date|created_date|created at|created_at|creation date|date created|创建日期|作成日",
        "updated": "updated|last updated|last-updated|last_updated|updated date|updated_date|updated at|updated_at|last update"
        "|last modified|更新日期|最后更新|更新时间|最終更新",
        "original_start": "original start date|planned start|planned start date|planned_start_date",
        "original_target": "original end date|original target|original target date",
        "next_review": "next review|next review date|next_review",
        "dated": "date",
    },
    "person": {
        "owner": "owner|assignee|assigned to|milestone owner|milestone lead|milestone_lead|lead|assigned agent|primary agent|responsible"
        "|负责人|担当|オーナー|担当者|ответственный|responsable",
        "product_owner": "product owner|product_owner",
        "technical_lead": "technical lead|technical_lead|tech lead",
        "author": "author|creator|created by|document prepared by|prepared by|作者",
        "reviewer": "reviewer|reviewers",
        "maintainer": "maintainer|template owner",
        "stakeholder": "stakeholders|stakeholder",
        "development_team": "development team",
        "qa_team": "qa team|qa",
        "devops": "devops",
        "supporting_agents": "supporting agents",
        "review_qa": "review/qa",
        "participants": "participants",
        "recipients": "recipients",
    },
    "effort": {
        "estimated": "effort|estimate|estimated effort|estimated_effort|estimated|estimated_hours|estimated hours"
        "|estimated time|estimated timeline|工作量|预计工作量|预计时间|工数|見積",
        "actual": "actual effort|actual_effort|actual|actual duration|actual hours",
        "estimated_duration": "estimated duration",
        "total_estimated": "total estimated",
        "total_actual": "total actual",
        "duration": "duration|total duration|timeline|时间|期间|期間",
        "total_effort": "total effort",
        "buffer": "buffer",
        "points": "story points|points",
        "blocker_resolution": "blocker resolution time",
    },
    "percent": {
        "progress": "progress|overall progress|current progress|completion|completion percentage|completion_percentage"
        "|progress_percentage|calculated_progress|progress percentage|整体进度|进度|進捗",
        "completion_rate": "completion rate",
    },
    "dependencies": {
        "upstream": "dependencies|depends on|depends_on|dependency|prerequisites|prerequisite|requires|depends|依赖|前置依赖|前置条件"
        "|依存|blocked by|blocked_by|upstream|upstream dependencies|follows|builds on",
        "downstream": "blocks|enables|unblocks|affects|downstream|downstream impact",
        "parallel": "can run in parallel with|parallelizable with|parallelizable|parallel with|can run in parallel",
        "blockers": "blockers|blocker",
    },
    "text": {
        "id": "milestone id|milestone_id|id|milestone number|epic id|feature id|里程碑id",
        "title": "milestone name|milestone_name|title|name|里程碑名称|milestone title",
        "version": "version|milestone_version|milestone version",
        "track": "parallel track|track",
        "critical_path": "critical path",
        "parallel_speedup": "parallel speedup",
        "component": "component",
        "goal": "goal|vision|目标",
        "description": "description|summary",
        "type": "type",
        "scope": "scope",
        "audience": "audience",
        "parent": "parent|epic",
        "milestone": "milestone|里程碑",
        "team_size": "team_size|team size",
        "quality_score": "quality_score|quality score",
        "risk_score": "risk score",
        "velocity": "sprint velocity|velocity|average velocity",
        "template_version": "template version",
        "total_sprints": "total sprints",
        "sprint_duration": "sprint duration",
        "team_capacity": "team capacity",
        "capacity_utilization": "capacity utilization",
        "token_budget": "token budget",
        "integration_multipliers": "integration multipliers applied",
        "parallel_notes": "parallel execution notes",
        "days_remaining": "days remaining",
        "business_value_score": "business value score",
        "complexity_score": "technical complexity score",
        "team_satisfaction": "team satisfaction score",
        "satisfaction_score": "satisfaction score",
        "distribution": "distribution",
        "confidentiality": "confidentiality",
        "role": "role",
        "schedule_variance": "schedule variance",
        "coverage_target": "coverage target",
        "success_metrics": "success_metrics",
        "related_docs": "related-docs|related docs|related_docs",
        "branch": "branch",
        "labels": "labels|tags",
    },
}
"""Kind of value → our name → the keys that mean it, folded, with `|` between. Counts behind the choice: docs/dialects."""

KIND: dict[str, str] = {name: kind for kind, names in NAMES.items() for name in names}
"""Our name → the kind of its value."""

BY_KEY: dict[str, str] = {key: name for names in NAMES.values() for name, keys in names.items() for key in keys.split("|")}
"""Key, folded → our name."""
