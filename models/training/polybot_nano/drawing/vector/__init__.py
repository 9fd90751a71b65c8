"""Own vector drawings by class name."""

from . import kitchen, nature, room, street
from .canvas import Drawing

DRAWINGS: dict[str, tuple[Drawing, ...]] = {**street.DRAWINGS, **kitchen.DRAWINGS, **room.DRAWINGS, **nature.DRAWINGS}
