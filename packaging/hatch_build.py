"""Compiles the words of all languages whenever the program is built or installed."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompiledWords(BuildHookInterface[Any]):
    """Writes the .mo files that gettext reads beside the .po files they come from."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002  as hatchling calls it
        """Before the files are gathered."""
        sys.path.insert(0, str(Path(__file__).parent))
        from words import LANGUAGES, compile_all

        compile_all(LANGUAGES)
