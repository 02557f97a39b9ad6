"""The dashboard: header, milestones at the left, one panel at the right, footer. Hands values down and wishes up."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.reactive import var
from textual.screen import Screen
from textual.timer import Timer

from milestone_tui.model.contents import Contents
from milestone_tui.model.milestone import Milestone
from milestone_tui.text.terminal import harmless
from milestone_tui.tui.messages import MilestoneOpened, MilestoneSelected
from milestone_tui.tui.panels.bars import FooterBar, HeaderBar
from milestone_tui.tui.panels.milestone import MilestonePanel
from milestone_tui.tui.panels.milestones import MilestoneList, is_problem
from milestone_tui.tui.panels.overview import Overview, OverviewTable
from milestone_tui.tui.panels.tabs import DOORS, tab_title
from milestone_tui.tui.screens.finding import Finding
from milestone_tui.tui.snapshot import Snapshot
from milestone_tui.tui.widgets.line_list import LineList
from milestone_tui.views.ordering import FILTERS

FOLLOW_SECONDS = 0.08
"""How long the cursor of the list rests before the panel follows it."""
MESSAGE_SECONDS = 6.0
NARROW, WIDE = 100, 160
