"""Ideas whose themes are known, in Korean and English."""

KOREAN = (
    (
        "골목 가로등이 꺼져 있어요",
        "가로등을 더 밝게 해 주세요",
        "골목마다 가로등을 달아 주세요",
        "밤에 골목이 어두워서 가로등이 필요해요",
        "고장 난 가로등을 빨리 고쳐 주세요",
    ),
    (
        "버스 정류장에 의자가 없어요",
        "정류장에 그늘막을 설치해 주세요",
        "버스 정류장에서 비를 피할 수 없습니다",
        "정류장 의자를 따뜻하게",
        "버스 정류장마다 도착 안내판을 달아 주세요",
    ),
    (
        "횡단보도 신호가 너무 짧아요",
        "학교 앞 횡단보도 신호 시간을 늘려 주세요",
        "횡단보도에서 신호를 기다리기 위험해요",
        "어르신을 위해 횡단보도 신호를 길게",
        "횡단보도에 바닥 신호등을 깔아 주세요",
    ),
    (
        "재활용 쓰레기 버리는 곳이 멀어요",
        "쓰레기 분리수거함을 늘려 주세요",
        "쓰레기 냄새가 심해요",
        "재활용 분리수거 방법을 알려 주세요",
        "쓰레기를 몰래 버리는 사람이 많아요",
    ),
)
ENGLISH = (
    (
        "Benches at the bus stop",
        "A roof for the bus stop",
        "The bus stop needs light",
        "Bus stops with a bench in the shade",
        "Show arrival times at every bus stop",
    ),
    (
        "More trees in the playground",
        "The playground has no shade",
        "A water tap for the playground",
        "Clean the playground on Mondays",
        "Playgrounds for small children",
    ),
    (
        "Bicycle lanes are too narrow",
        "Park bicycles safely at the station",
        "Rent a bicycle by the hour",
        "Bicycles may not ride on pavements",
        "A pump for bicycles at the library",
    ),
)
# Ideas that belong to none of them, nor to each other.
ALONE = (
    "동네 합창단을 만들고 싶어요",
    "도서관을 늦게까지 열면 좋겠습니다",
    "Free concerts in winter",
    "빈집을 청년 작업실로",
)
