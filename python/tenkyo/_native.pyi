from typing import Any, final

__version__: str
TABLES: list[str]

@final
class Tables:
    def columns(self, name: str) -> list[tuple[str, str, list[Any]]]: ...
    def export(self, format: str, table: str | None = None) -> bytes: ...

def read(
    text: str,
    source: str,
    title: str | None = None,
    outlet: str | None = None,
    published: str | None = None,
    url: str | None = None,
) -> tuple[str, Tables]: ...
def open(workspace: str) -> Tables: ...
