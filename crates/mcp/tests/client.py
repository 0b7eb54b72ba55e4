"""A ledger asked through the official Python SDK, over stdio and over HTTP: `client.py EXECUTABLE WORKSPACE`, as .ci/mcp calls it.

Asks what a model would ask to tell who denied what and on whose word, and holds every quotation against its article."""

import asyncio
import re
import subprocess
import sys

from mcp import ClientSession, StdioServerParameters
from mcp.client.stdio import stdio_client
from mcp.client.streamable_http import streamable_http_client

TOOLS = {"actors", "agreements", "claims", "disputes", "figures", "forecasts", "search", "statements", "timeline", "transfers",
         "words"}
# What every answer stays below, in bytes.
MOST = 120_000


async def ask(session, tool, **arguments):
    """The structured answer of a tool."""
    answer = await session.call_tool(tool, arguments)
    assert not answer.is_error, answer
    assert len(answer.model_dump_json()) < 2 * MOST, tool
    return answer.structured_content


async def conversation(session):
    await session.initialize()
    tools = (await session.list_tools()).tools
    assert {tool.name for tool in tools} == TOOLS, tools
    for tool in tools:
        assert tool.annotations.read_only_hint and not tool.annotations.destructive_hint, tool
        assert len(tool.description) > 40 and tool.input_schema["properties"], tool
    for tool in ("statements", "claims", "disputes", "timeline", "transfers", "actors"):
        found = await ask(session, tool, limit=3)
        assert found["total"] > 0 and len(found["entries"]) <= 3, tool
        assert found["next"] is None or found["total"] > len(found["entries"]), tool
    denied = await ask(session, "statements", polarity="-", limit=50)
    speakers = {entry["speaker"] for entry in denied["entries"]} - {None}
    assert speakers and speakers <= denied["names"].keys(), denied["names"]
    speaker = sorted(speakers)[0]
    said = await ask(session, "statements", actor=[denied["names"][speaker]])
    assert all(speaker in [entry["speaker"], *entry["via"]] for entry in said["entries"]), said
    for entry in said["entries"][:5]:
        await cited(session, entry["id"])
    found = await ask(session, "search", q=[entry["text"][:4] for entry in said["entries"][:1]])
    assert found["total"] > 0 and found["entries"][0]["snippet"], found
    wrong = await session.call_tool("statements", {"from": "yesterday"})
    assert wrong.is_error, wrong
    return f"{len(tools)} tools; {denied['names'][speaker]}: {said['total']} statements, {denied['total']} denials in all"


async def cited(session, entry):
    """The words of an entry name their article and place, and stand there."""
    words = (await ask(session, "words", id=entry))["words"]
    assert words, entry
    for word in words:
        assert word["quote"] and word["document"] and word["span"][1] - word["span"][0] == len(word["quote"]), word
        again = await ask(session, "words", document=word["document"], span=word["span"])
        assert again["words"][0]["quote"] == word["quote"], word


async def over_stdio(tenkyo, workspace):
    server = StdioServerParameters(command=tenkyo, args=["mcp", "--workspace", workspace])
    async with stdio_client(server) as (read, write), ClientSession(read, write) as session:
        return await conversation(session)


async def over_http(tenkyo, workspace):
    desk = subprocess.Popen([tenkyo, "serve", "--workspace", workspace, "--port", "0"], stderr=subprocess.PIPE, text=True)
    try:
        root = re.search(r"http://[0-9.:]+", desk.stderr.readline()).group()
        async with streamable_http_client(root + "/mcp") as streams, ClientSession(*streams[:2]) as session:
            return await conversation(session)
    finally:
        desk.kill()


def main():
    tenkyo, workspace = sys.argv[1:]
    print("stdio:", asyncio.run(over_stdio(tenkyo, workspace)))
    print("http:", asyncio.run(over_http(tenkyo, workspace)))


if __name__ == "__main__":
    main()
