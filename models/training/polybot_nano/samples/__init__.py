"""The sample pictures: little scenes with things where they belong."""

from collections.abc import Callable

from .harbour import harbour
from .indoors import desk, kitchen_table, living_room
from .outdoors import park, street
from .stage import Stage

SAMPLES: dict[str, Callable[[], Stage]] = {
    "street": street, "park": park, "kitchen-table": kitchen_table, "desk": desk, "living-room": living_room,
    "harbour": harbour,
}
"""Functions that set a stage, by the name of the file."""
