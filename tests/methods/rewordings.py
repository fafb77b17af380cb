"""Ideas in other words: what the cut-off for near-duplicates was measured on; the numbers are those of the sample project."""

REWORDED = {
    14: (
        "정문 앞 횡단보도 초록불이 너무 짧아서 할머니랑 건너다 보면 빨간불이 됩니다",
        "정문 횡단보도는 초록불이 짧아요",
    ),
    18: ("뒷문 삼거리에 횡단보도가 없어 아이들이 차 사이로 건너요",),
    20: (
        "건널목 턱이 높아 휠체어는 돌아가야 해요",
        "휠체어로 건널목 턱을 못 넘어 한참 돌아가요",
    ),
    21: ("솔밭사거리 음성 안내 신호등이 고장 난 지 한 달이 넘었어요",),
    23: ("솔밭공원 옆길에 가로등이 띄엄띄엄 있어 무섭습니다",),
    24: (
        "나래동 골목 가로등 두 개가 꺼져 있습니다",
        "나래동 골목 안쪽에 가로등이 몇 주째 꺼져 있음",
    ),
    26: ("밤 열한 시쯤 버스 정류장 뒤편이 깜깜해요",),
    27: ("가로수가 불빛을 가려서 여름이면 더 어두워요",),
    30: ("등교 시간에 정문 앞에 차가 두 줄로 서서 아이들이 안 보여요",),
    31: ("골목 양쪽에 차가 서 있어 찻길로 걸어요",),
    36: ("전동 킥보드가 길에 쓰러져 있어 걸려 넘어질 뻔했습니다",),
    37: ("보도블록이 깨져서 바퀴가 걸립니다",),
    39: (
        "비가 오면 학교 담장 옆길에 물이 고입니다",
        "비만 오면 담장 옆길에 물이 고여요",
    ),
    40: ("인도 한가운데 전봇대가 있어서 나란히 못 걸어요",),
    41: ("눈이 오면 북쪽 언덕길이 얼어요",),
    48: ("안전 안내문에 어려운 말이 많아서 뜻을 모르겠어요",),
    51: (
        "정류장에 앉을 데가 없고 그늘도 없어요",
        "정류장에 앉을 곳도 그늘도 없습니다",
    ),
    53: ("학교 둘레에 아이들이 쓸 수 있는 화장실이 없어요",),
    55: (
        "학교 앞 횡단보도 신호를 더 길게 해 주세요",
        "횡단보도 신호 길게",
    ),
    56: (
        "어두운 길에 스마트 가로등을 달아 주세요",
        "스마트 가로등을 어두운 길에",
    ),
    57: (
        "통학 시간에는 차 없는 거리로",
        "차 없는 거리 (통학 시간)",
    ),
    58: (
        "골목길 불법 주차 알림",
        "불법 주차 알림을 골목에",
    ),
    59: ("이웃과 함께 걷는 걷는 버스",),
    60: ("공사 구간에 우회 안내 표지판을",),
    61: (
        "집에 가는 길 밝기 지도를 시민이 만들어요",
        "시민이 직접 만드는 밝기 지도",
    ),
    63: (
        "바닥에도 신호등을 깔아 주세요",
        "바닥 신호등",
    ),
    64: ("남은 시간을 숫자로 보여 주면 좋겠어요",),
    67: ("공원 옆길에 사람이 지나가면 밝아지는 센서등을 달아요",),
    68: ("비상벨마다 파란 불을 켜 두면 좋겠어요",),
    71: ("과속하면 찡그리는 속도 표시판을 내리막에 세워요",),
    74: ("킥보드는 정해진 자리에서만 반납되게",),
    75: ("언덕길에 모래함을 두어 눈 오는 날 뿌리게 해요",),
    79: ("신고한 곳을 고치면 쉬운 말로 문자를 보내 주세요",),
    82: ("위험한 곳을 표시한 통학로 지도를 입학식 때 나눠 주세요",),
}

# Ideas that nobody had yet.
NEW = (
    "도서관 앞에 자전거 거치대를 놓아 주세요",
    "놀이터에 그늘막이 있으면 좋겠습니다",
    "분리수거함이 너무 멀어요",
    "노인정 엘리베이터가 자주 멈춰요",
    "버스가 늦게 와서 출근 시간에 늘 지각합니다",
    "공원에 강아지 놀이터를 만들면 좋겠어요",
    "시장에서 장바구니를 빌려주면 좋겠습니다",
    "동네 도서관이 밤에도 열렸으면 해요",
    "체육관 예약을 휴대전화로 하게 해 주세요",
    "빈집을 청년에게 빌려주는 제도를 만들어요",
    "쓰레기 냄새가 여름이면 심합니다",
    "마을회관에 컴퓨터 교실을 열어 주세요",
    "하천 산책로에 운동 기구가 더 있어야겠습니다",
    "텃밭을 나누어 가꾸는 모임을 하고 싶어요",
    "주말마다 장터가 열리면 좋겠어요",
)

ENGLISH = (
    ("Benches in the shade at the bus stop", "Shaded benches at the bus stop"),
    ("A longer green light at the school crossing", "Longer green light for the crossing at the school"),
    ("Street lamps that grow brighter when somebody walks by", "Street lamps get brighter when somebody walks past"),
    ("No cars in front of the school in the morning", "In the morning no cars in front of the school"),
    ("Signs that show a way around building sites", "Signs showing the way around the building site"),
    ("Tell people when what they reported is repaired", "Tell people when the thing they reported has been repaired"),
    ("A map of dark streets made by citizens", "Map of the dark streets, made by the citizens"),
    ("Scooters may only be left at marked places", "Scooters should only be left at the marked places"),
    ("Volunteers walk with the youngest children", "Volunteers who walk with the youngest children"),
    ("Drinking water in the park", "Drinking water for the park"),
    ("Announcements in simple words and in Vietnamese", "Announcements in simple words and Vietnamese too"),
    ("Boxes of sand on the steep street in winter", "In winter boxes of sand on steep streets"),
)
