"""Short codes of emoji (``:smile:``): GitHub draws them, this portal and paper do not, so the sign itself is wanted."""

import re
from collections.abc import Sequence

from ..problems import ProblemList

_CODE = re.compile(r":(?<!\w:)([a-z0-9_+-]{1,40}):(?!\w)")
_SIGNS = """
    +1 👍 -1 👎 100 💯 1st_place_medal 🥇 2nd_place_medal 🥈 3rd_place_medal 🥉 alarm_clock ⏰ apple 🍎 arrow_down ⬇️
    arrow_forward ▶️ arrow_left ⬅️ arrow_right ➡️ arrow_up ⬆️ art 🎨 balloon 🎈 ballot_box_with_check ☑️
    bangbang ‼️ bell 🔔 bike 🚲 birthday 🎂 black_circle ⚫ black_square_button 🔲 blue_circle 🔵 blue_heart 💙
    blush 😊 book 📖 bookmark 🔖 books 📚 boom 💥 brain 🧠 bug 🐛 bulb 💡 bus 🚌 bust_in_silhouette 👤
    busts_in_silhouette 👥 cake 🍰 calendar 📆 camera 📷 chart_with_upwards_trend 📈 cherry_blossom 🌸
    christmas_tree 🎄 clap 👏 clipboard 📋 clock1 🕐 clock9 🕘 coffee ☕ computer 💻 confetti_ball 🎊 construction 🚧
    cry 😢 crystal_ball 🔮 dancer 💃 dart 🎯 date 📅 deciduous_tree 🌳 dizzy 💫 dog 🐶 e-mail 📧 earth_africa 🌍
    email ✉️ evergreen_tree 🌲 exclamation ❗ eyes 👀 family 👪 file_folder 📁 fire 🔥 five 5️⃣ four 4️⃣
    four_leaf_clover 🍀 gear ⚙️ gem 💎 gift 🎁 green_circle 🟢 green_heart 💚 grin 😁 grinning 😀 hammer 🔨
    handshake 🤝 heart ❤️ heart_eyes 😍 heartpulse 💗 heavy_check_mark ✔️ heavy_exclamation_mark ❗
    heavy_plus_sign ➕ herb 🌿 hourglass ⌛ house 🏠 hugs 🤗 information_source ℹ️ innocent 😇 iphone 📱 joy 😂 key 🔑
    large_blue_circle 🔵 laughing 😆 link 🔗 lock 🔒 loudspeaker 📢 mag 🔍 mailbox 📫 mailbox_with_mail 📬
    man_teacher 👨‍🏫 mega 📣 memo 📝 microphone 🎤 mortar_board 🎓 movie_camera 🎥 muscle 💪 musical_note 🎵
    newspaper 📰 no_entry ⛔ norway 🇳🇴 notebook 📓 ok 🆗 ok_hand 👌 one 1️⃣ open_book 📖 open_hands 👐 package 📦
    page_facing_up 📄 paperclip 📎 partying_face 🥳 pencil 📝 pencil2 ✏️ phone ☎️ point_down 👇 point_left 👈
    point_right 👉 point_up ☝️ pray 🙏 printer 🖨️ purple_heart 💜 pushpin 📌 question ❓ rainbow 🌈 raised_hand ✋
    raised_hands 🙌 recycle ♻️ red_circle 🔴 relaxed ☺️ rocket 🚀 rose 🌹 rotating_light 🚨 round_pushpin 📍
    runner 🏃 school 🏫 school_satchel 🎒 scroll 📜 see_no_evil 🙈 seedling 🌱 slightly_smiling_face 🙂
    small_blue_diamond 🔹 small_orange_diamond 🔸 smile 😄 smiley 😃 smirk 😏 snowflake ❄️ sob 😭 soccer ⚽
    sparkles ✨ sparkling_heart 💖 speech_balloon 💬 spiral_calendar 🗓️ star ⭐ star2 🌟 stopwatch ⏱️
    sun_with_face 🌞 sunflower 🌻 sunglasses 😎 sunny ☀️ tada 🎉 telephone ☎️ thermometer 🌡️ thinking 🤔
    thought_balloon 💭 three 3️⃣ thumbsdown 👎 thumbsup 👍 triangular_flag_on_post 🚩 trophy 🏆 tulip 🌷 two 2️⃣
    umbrella ☔ unlock 🔓 v ✌️ video_camera 📹 warning ⚠️ watch ⌚ wave 👋 white_check_mark ✅ white_circle ⚪ wink 😉
    woman_teacher 👩‍🏫 world_map 🗺️ wrench 🔧 writing_hand ✍️ x ❌ yellow_circle 🟡 yellow_heart 💛 yum 😋 zap ⚡
"""
_PARTS = _SIGNS.split()
SIGN_OF = dict(zip(_PARTS[::2], _PARTS[1::2], strict=True))
"""Short code → the sign that it stands for."""


def check_emoji(path: str, lines: tuple[str, ...], plain: Sequence[str], first: int, problems: ProblemList) -> None:
    """Add a problem for each short code that we know; what we do not know is text between colons."""
    for number in range(first, len(plain) + 1):
        line = plain[number - 1]
        if line.count(":") < 2:
            continue
        for found in _CODE.finditer(line):
            if sign := SIGN_OF.get(found[1]):
                details = {"mark": found[0], "right": sign}
                problems.add("emoji-code", path, number, found.start() + 1, excerpt=lines[number - 1], **details)
