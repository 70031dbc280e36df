"""Short codes of emoji (``:smile:``).

GitHub draws them; the portal and its papers do not, so the sign must be written.
"""

import re
from collections.abc import Sequence
from itertools import islice

from ..problems.problem import ProblemList

_CODE = re.compile(r":(?<!\w:)([a-z0-9_+-]{1,40}):(?!\w)")
_SIGNS = """
    +1 👍 -1 👎 100 💯 1st_place_medal 🥇 2nd_place_medal 🥈 3rd_place_medal 🥉 alarm_clock ⏰ angry 😠 apple 🍎
    arrow_down ⬇️ arrow_forward ▶️ arrow_left ⬅️ arrow_right ➡️ arrow_up ⬆️ art 🎨 balloon 🎈
    ballot_box_with_check ☑️ bangbang ‼️ bell 🔔 bike 🚲 birthday 🎂 black_circle ⚫ black_square_button 🔲
    blue_circle 🔵 blue_heart 💙 blush 😊 book 📖 bookmark 🔖 books 📚 boom 💥 brain 🧠 bridge_at_night 🌉 bug 🐛
    bulb 💡
    bus 🚌 bust_in_silhouette 👤 busts_in_silhouette 👥 cake 🍰 calendar 📆 camera 📷 chart_with_upwards_trend 📈
    cherry_blossom 🌸 christmas_tree 🎄 clap 👏 clinking_glasses 🥂 clipboard 📋 clock1 🕐 clock9 🕘 coffee ☕
    compass 🧭 computer 💻 confetti_ball 🎊 confused 😕 construction 🚧 cry 😢 crystal_ball 🔮 dancer 💃 dart 🎯 date 📅
    deciduous_tree 🌳 dizzy 💫 dog 🐶 e-mail 📧 ear 👂 earth_africa 🌍 email ✉️ evergreen_tree 🌲 exclamation ❗
    eyes 👀 family 👪 file_folder 📁 fire 🔥 five 5️⃣ footprints 👣 four 4️⃣ four_leaf_clover 🍀 gear ⚙️ gem 💎
    gift 🎁 green_circle 🟢 green_heart 💚 grin 😁 grinning 😀 hammer 🔨 hand ✋ handshake 🤝 hatching_chick 🐣
    heart ❤️ heart_eyes 😍 heartpulse 💗 heavy_check_mark ✔️ heavy_exclamation_mark ❗ heavy_plus_sign ➕ herb 🌿
    hourglass ⌛ house 🏠 hugs 🤗 information_source ℹ️ innocent 😇 iphone 📱 joy 😂 key 🔑 kissing_heart 😘
    large_blue_circle 🔵 laughing 😆 link 🔗 lock 🔒 loudspeaker 📢 mag 🔍 mailbox 📫 mailbox_with_mail 📬
    man_teacher 👨‍🏫 mega 📣 memo 📝 microphone 🎤 mortar_board 🎓 mountain ⛰️ movie_camera 🎥 muscle 💪
    musical_note 🎵 newspaper 📰 no_entry ⛔ no_entry_sign 🚫 norway 🇳🇴 notebook 📓 ok 🆗 ok_hand 👌 one 1️⃣
    open_book 📖 open_hands 👐 package 📦 page_facing_up 📄 paperclip 📎 partying_face 🥳 pencil 📝 pencil2 ✏️
    phone ☎️ point_down 👇 point_left 👈 point_right 👉 point_up ☝️ pray 🙏 printer 🖨️ purple_heart 💜 pushpin 📌
    question ❓ rainbow 🌈 raised_hand ✋ raised_hands 🙌 raising_hand 🙋 recycle ♻️ red_circle 🔴 relaxed ☺️
    rocket 🚀 rofl 🤣 rose 🌹 rotating_light 🚨 round_pushpin 📍 runner 🏃 santa 🎅 school 🏫 school_satchel 🎒
    scream 😱 scroll 📜 see_no_evil 🙈 seedling 🌱 shrug 🤷 sleeping 😴 slightly_smiling_face 🙂 small_blue_diamond 🔹
    small_orange_diamond 🔸 smile 😄 smiley 😃 smirk 😏 snowflake ❄️ snowman ⛄ sob 😭 soccer ⚽ sparkles ✨
    sparkling_heart 💖 speech_balloon 💬 spiral_calendar 🗓️ star ⭐ star2 🌟 stop_sign 🛑 stopwatch ⏱️
    student 🧑‍🎓 sun_with_face 🌞 sunflower 🌻 sunglasses 😎 sunny ☀️ sweat_smile 😅 tada 🎉 teacher 🧑‍🏫
    telephone ☎️ thermometer 🌡️ thinking 🤔 thought_balloon 💭 three 3️⃣ thumbsdown 👎 thumbsup 👍
    triangular_flag_on_post 🚩 trophy 🏆 tulip 🌷 two 2️⃣ umbrella ☔ unlock 🔓 v ✌️ video_camera 📹 walking 🚶
    warning ⚠️ watch ⌚ wave 👋 white_check_mark ✅ white_circle ⚪ wink 😉 woman_teacher 👩‍🏫 world_map 🗺️
    worried 😟 wrench 🔧 writing_hand ✍️ x ❌ yellow_circle 🟡 yellow_heart 💛 yum 😋 zap ⚡
"""
_PARTS = _SIGNS.split()
SIGN_OF = dict(zip(_PARTS[::2], _PARTS[1::2], strict=True))
"""Short code → the sign that it means."""

_ENOUGH = 5
"""How many of one line become problems; further ones say nothing new."""


def check_emoji(path: str, lines: tuple[str, ...], plain: Sequence[str], first: int, problems: ProblemList) -> None:
    """Add a problem for each short code that is known; any other is taken for text between colons.

    ``plain``: the file's lines without code, columns kept; ``first``: the line where the body begins.
    """
    for number in range(first, len(plain) + 1):
        line = plain[number - 1]
        if line.count(":") < 2:
            continue
        known = (found for found in _CODE.finditer(line) if found[1] in SIGN_OF)
        for found in islice(known, _ENOUGH):
            details = {"mark": found[0], "right": SIGN_OF[found[1]]}
            problems.add("emoji-code", path, number, found.start() + 1, excerpt=lines[number - 1], **details)
