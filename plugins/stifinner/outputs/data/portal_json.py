"""Render the portal's data as JSON, and its JSON Schema."""

import json
from functools import cache

from pydantic import TypeAdapter

from ...views.data.shown import PortalData

DATA, SCHEMA = "portal.json", "portal.schema.json"
"""Addresses from the portal's root; the same in every portal, whatever its language."""


@cache
def _adapter() -> TypeAdapter[PortalData]:
    """Make what writes and describes the data; it takes a while, which only commands that build have to wait for."""
    return TypeAdapter(PortalData)


def render_data(data: PortalData, site_url: str) -> bytes:
    """Render ``portal.json``. ``site_url``: where the portal is published; empty where nobody knows.

    Two renderings of one portal are the same, byte for byte.
    """
    said = _adapter().dump_python(data, mode="json")
    return _json({"$schema": SCHEMA, "address": site_url or None, **said})


def render_schema() -> bytes:
    """Render the JSON Schema of ``portal.json``; its sentences are those of the data's own docstrings."""
    schema = _adapter().json_schema(mode="serialization")
    added = {
        "$schema": {"type": "string", "description": "Address of this schema, beside the file."},
        "address": {
            "anyOf": [{"type": "string", "format": "uri"}, {"type": "null"}],
            "description": "Where the portal is published: what the other addresses begin at. Null where nobody knows.",
        },
    }
    properties = {**added, **schema.pop("properties")}
    required = [*added, *schema.pop("required")]
    whole = {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
    return _json({**whole, "properties": properties, "required": required})


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()
