"""What the detector learns to see: COCO class names and the glyphs that stand for them.

`trained` and `held_out` are characters of Noto Color Emoji; the held-out ones are drawn in the evaluation only.
`outline` are characters of Symbola, monochrome, which are filled with paint of one colour.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Thing:
    """One class: its COCO name and the characters that show it."""

    name: str
    trained: tuple[str, ...]
    held_out: tuple[str, ...] = ()
    outline: tuple[str, ...] = ()


def thing(name: str, trained: str, held_out: str = "", outline: str = "") -> Thing:
    """Characters are separated by spaces, for a character may be several code points."""
    return Thing(name, tuple(trained.split()), tuple(held_out.split()), tuple(outline.split()))


THINGS: tuple[Thing, ...] = (
    thing(
        "person",
        "🧍 🧍🏻 🧍🏼 🧍🏿 🧍‍♂️ 🧍🏾‍♂️ 🧍🏻‍♀️ 🧍🏽‍♀️ 🚶 🚶🏻 🚶🏾 🚶🏼‍♀️ 🚶🏿‍♀️ 🏃 🏃🏽 🏃🏻‍♀️ 🏃🏿‍♀️ 💃🏻 💃🏾 🕺🏼 🕺🏿"
        " 👩🏻 👩🏾 👨🏼 👨🏿 👦🏽 👧🏻",
        "🧍🏽 🧍🏾‍♀️ 🧍🏻‍♂️ 🚶🏽‍♂️ 🚶🏻‍♀️ 🏃🏾‍♂️ 💃🏽 🕺🏽 👩🏽 👨🏻",
        "🚶 🏃 💃",
    ),
    thing("bicycle", "🚲", "", "🚲"),
    thing("car", "🚗 🚙 🚘 🚖", "🚕", "🚗 🚙 🚘"),
    thing("airplane", "✈️ 🛩️", "", "✈ 🛩 🛪"),
    thing("bus", "🚌 🚍", "🚎", "🚌 🚍"),
    thing("boat", "⛵ 🚤 🛥️ 🚢 ⛴️", "", "⛵ 🚤 🛥 🚢"),
    thing("traffic light", "🚦 🚥", "", "🚦 🚥"),
    thing("stop sign", "🛑", "", "🛑"),
    thing("bird", "🐦 🦜 🦆 🐤", "", "🐦 🐤"),
    thing("cat", "🐈 🐱 😺 😸", "🐈‍⬛ 😹", "🐈 🐱"),
    thing("dog", "🐕 🐶 🐕‍🦺", "🦮", "🐕 🐶"),
    thing("elephant", "🐘", "", "🐘"),
    thing("zebra", "🦓"),
    thing("backpack", "🎒", "", "🎒"),
    thing("umbrella", "☂️ ☔ ⛱️", "", "☂ ⛱"),
    thing("sports ball", "⚽ 🏀 ⚾ 🏐 🏈 🥎", "🏉", "⚽ 🏈"),
    thing("bottle", "🍾", "", "🍾"),
    thing("wine glass", "🍷 🍸", "", "🍷"),
    thing("cup", "☕ 🍵 🥤", "", "☕ 🍵"),
    thing("banana", "🍌", "", "🍌"),
    thing("apple", "🍎 🍏"),
    thing("orange", "🍊"),
    thing("pizza", "🍕", "", "🍕"),
    thing("donut", "🍩", "", "🍩"),
    thing("cake", "🎂 🍰 🧁", "", "🎂 🍰"),
    thing("chair", "🪑"),
    thing("couch", "🛋️"),
    thing("potted plant", "🪴"),
    thing("tv", "📺 🖥️", "", "📺"),
    thing("laptop", "💻"),
    thing("cell phone", "📱", "", "📱"),
    thing("book", "📖 📕 📗 📙 📓", "📘 📔", "📖 📕"),
    thing("clock", "🕐 🕒 🕔 🕗 🕙 🕛 🕧 🕝 ⏰ 🕰️", "🕑 🕓 🕖 🕘 🕤", "🕐 🕔 🕗 ⏰ 🕰"),
    thing("teddy bear", "🧸"),
)

NAMES: tuple[str, ...] = tuple(t.name for t in THINGS)
"""Class names in the order of the network's output columns."""

DISTRACTORS: tuple[str, ...] = tuple(
    (
        "🌵 🌲 🌳 🌻 🌷 🍄 🍁 ⭐ ❤️ 🔑 💡 🎈 🎁 🪁 🧢 👑 💎 🔔 🎵 ✏️ 📎 🧲 🔨 🪣 🧽 🧊 🍇 🍓 🌽 🥑"
        " 🧀 🥨 🏠 ⛺ ⚓ 🪨 🐌 🐢 🐙 🦋 🐞 🐟 ☁️ ☀️ 🌙 ❄️ ⚡ 🔥 💧 🎺 🎸 🥁"
    ).split()
)
"""Things of no class: the detector has to leave them alone."""
