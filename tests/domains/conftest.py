"""Makes the gold tables' reader importable: tests run with importlib's mode, without packages."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
