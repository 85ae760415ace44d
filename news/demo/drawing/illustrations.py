"""The illustrations by the names of their files."""

from .domes import tashkent_domes
from .embankment import moscow_river
from .festival import festival_stage
from .hall import un_podium
from .harbour import qingdao_harbour
from .lake import issyk_kul
from .papers import charter
from .poppies import poppy_field
from .ranges import bishkek_mountains
from .river import dushanbe_river
from .road import road_pass
from .screens import video_wall
from .skyline import shanghai_skyline
from .steppe import steppe_city
from .table import table
from .tiles import samarkand_pattern
from .train import steppe_train

PICTURES = {
    "bishkek-mountains": bishkek_mountains,
    "charter": charter,
    "dushanbe-river": dushanbe_river,
    "festival-stage": festival_stage,
    "issyk-kul": issyk_kul,
    "moscow-river": moscow_river,
    "poppy-field": poppy_field,
    "qingdao-harbour": qingdao_harbour,
    "road-pass": road_pass,
    "samarkand-pattern": samarkand_pattern,
    "shanghai-skyline": shanghai_skyline,
    "steppe-city": steppe_city,
    "steppe-train": steppe_train,
    "table": table,
    "tashkent-domes": tashkent_domes,
    "un-podium": un_podium,
    "video-wall": video_wall,
}
