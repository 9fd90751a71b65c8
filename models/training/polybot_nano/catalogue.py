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
    practice: float = 1.0
    """How often training shows the class, as a multiple of the usual: more for those that look like others, or
    that come in many forms."""


def thing(name: str, trained: str, held_out: str = "", outline: str = "", practice: float = 1.0) -> Thing:
    """Characters are separated by spaces, for a character may be several code points."""
    return Thing(name, tuple(trained.split()), tuple(held_out.split()), tuple(outline.split()), practice)


THINGS: tuple[Thing, ...] = (
    thing(
        "person",
        "🧍 🧍🏻 🧍🏼 🧍🏿 🧍‍♂️ 🧍🏾‍♂️ 🧍🏻‍♀️ 🧍🏽‍♀️ 🚶 🚶🏻 🚶🏾 🚶🏼‍♀️ 🚶🏿‍♀️ 🏃 🏃🏽 🏃🏻‍♀️ 🏃🏿‍♀️ 💃🏻 💃🏾 🕺🏼 🕺🏿"
        " 👩🏻 👩🏾 👨🏼 👨🏿 👦🏽 👧🏻",
        "🧍🏽 🧍🏾‍♀️ 🧍🏻‍♂️ 🚶🏽‍♂️ 🚶🏻‍♀️ 🏃🏾‍♂️ 💃🏽 🕺🏽 👩🏽 👨🏻",
        "🚶 🏃 💃",
        practice=3.0,
    ),
    thing("bicycle", "🚲", "", "🚲", practice=1.5),
    thing("car", "🚗 🚙 🚘 🚖", "🚕", "🚗 🚙 🚘", practice=1.3),
    thing("airplane", "✈️ 🛩️", "", "✈ 🛩 🛪"),
    thing("bus", "🚌 🚍", "🚎", "🚌 🚍"),
    thing("boat", "⛵ 🚤 🛥️ 🚢 ⛴️", "", "⛵ 🚤 🛥 🚢", practice=1.5),
    thing("traffic light", "🚦 🚥", "", "🚦 🚥", practice=1.3),
    thing("stop sign", "🛑", "", "🛑"),
    thing("bird", "🐦 🦜 🦆 🐤", "", "🐦 🐤", practice=2.5),
    thing("cat", "🐈 🐱 😺 😸", "🐈‍⬛ 😹", "🐈 🐱", practice=2.0),
    thing("dog", "🐕 🐶 🐕‍🦺", "🦮", "🐕 🐶", practice=2.5),
    thing("elephant", "🐘", "", "🐘"),
    thing("zebra", "🦓"),
    thing("backpack", "🎒", "", "🎒"),
    thing("umbrella", "☂️ ☔ ⛱️", "", "☂ ⛱", practice=1.3),
    thing("sports ball", "⚽ 🏀 ⚾ 🏐 🏈 🥎", "🏉", "⚽ 🏈", practice=2.0),
    thing("bottle", "🍾", "", "🍾", practice=2.0),
    thing("wine glass", "🍷 🍸", "", "🍷", practice=1.5),
    thing("cup", "☕ 🍵 🥤", "", "☕ 🍵", practice=1.5),
    thing("banana", "🍌", "", "🍌", practice=1.5),
    thing("apple", "🍎 🍏"),
    thing("orange", "🍊"),
    thing("pizza", "🍕", "", "🍕"),
    thing("donut", "🍩", "", "🍩"),
    thing("cake", "🎂 🍰 🧁", "", "🎂 🍰"),
    thing("chair", "🪑", practice=1.5),
    thing("couch", "🛋️", practice=1.3),
    thing("potted plant", "🪴"),
    thing("tv", "📺 🖥️", "", "📺", practice=1.3),
    thing("laptop", "💻"),
    thing("cell phone", "📱", "", "📱"),
    thing("book", "📖 📕 📗 📙 📓", "📘 📔", "📖 📕", practice=2.0),
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

MORE_DISTRACTORS: tuple[str, ...] = tuple(
    (
        "🔧 🔩 ⚙️ 🧰 🪜 🪝 🧪 🔬 🔭 📡 💉 🩹 🩺 🚪 🪟 🛏️ 🚽 🚿 🛁 🪒 🧹 🧺 🧻 🧼 🪥 🛒 🗿 📦 📫 📮 🗳️ 🖊️ 🖌️ 🖍️ 📐 📌 ✂️ 🗑️ 🔒"
        " 🗝️ ⚔️ 🛡️ 🏹 🎯 🎲 🎮 🕹️ 🧩 🎭 🎨 🧵 🧶 👓 🕶️ 👔 👕 👖 🧣 🧤 🧥 👗 👟 👠 👢 👒 🎩 💄 💍 📢 📯 🎷 🎻 🪕 📻 🎥 📷 🕯️ 🏮 💰 💳"
        " ⏳ 🧯 🔦 🧭 🧱 🏢 🏰 🗼 🗽 ⛩️ 🎡 🎠 🏭 🚀 🛸 🚁 🚂 🚜 🛴 ⛽ 🚧 🪂 🌴 🌿 🍀 🌾 🌹 🌺 🌸 🌰 🦀 🦞 🦐 🦑 🐬 🐳 🦈 🐊 🦎 🐍 🐸 🦔 🦇"
        " 🐝 🕷️ 🦂 🐜 🐎 🐄 🐖 🦒 🥕 🥔 🍆 🥒 🧄 🧅 🥜 🍞 🥐 🥖 🥞 🧇 🍖 🍗 🥩 🥓 🍔 🍟 🌭 🌮 🌯 🥚 🍳 🥗 🍿 🧈 🍣 🍙 🍤 🍦 🍫 🍬 🍭 🍯 🍒"
        " 🍍 🥥 🥝 🍉 🫐 ⚠️ ♻️ ✅ ❌ ❓ 💯 ➕ ☯️ ⚛️ ♠️ ♣️ ♦️ 🔺 🟦 💠 🏁 🚩 👂 👃 👁️ 🦷 🦴 👣 ✋ 👍 💪 😀 😎 🤖 👻 💀 👽 🎃"
    ).split()
)
"""Further things of no class, for training only."""
