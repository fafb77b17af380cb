"""Lists of words for `theming_words`: what says nothing by itself, and nouns that look like something else."""

# Korean words, and the first two syllables of verbs, that are met in ideas about anything.
STOP_KOREAN = frozenset(
    """
    그리고 그래서 그런데 하지만 그러나 또는 그냥 너무 정말 진짜 아주 매우 조금 많이 자주 계속 항상 늘 다시 아직
    이미 바로 따로 서로 함께 같이 모두 모든 다들 우리 저희 제가 저는 나는 내가 이것 그것 저것 여기 거기 저기 이런
    그런 저런 어떤 무슨 누가 누구 어디 언제 얼마나 이번 다음 때문 때문에 정도 경우 것 것이 것을 거 게 수 때 때가
    때는 데 데가 곳 곳이 곳에 곳을 점 등 및 더 덜 잘 못 안 꼭 좀 참 약 한 두 세 네 다섯 여러 몇 하나 둘 셋 있다
    없다 있게 없이 있어 없어 위해 위한 대한 대해 통해 따라 관련 가지 가장 제일 특히 혹은 만약 주세요 주면 주는
    주고 좋겠 좋게 해주 쉽게 크게 새로 사람 사람이 사람도 사람들 생각 요즘 오늘 매일 매번 날마다 동네 곳곳 뿐 만큼
    아는 모르는 보면 보는 보고 하나씩 한참 잠깐 갑자기 자꾸 혼자 이제 먼저 스스로 미리 그때 이때 별로 전혀 거의
    이상 이하 이후 이전 있는 없는 있습 없습 있으 없으 있었 없었 해요 돼요 하는 하게 하면 하고 합시 합니 싶어 싶습
    않아 않고 않습 않겠 되게 되면 되는 어떨 줍시 봅시 드리 같은 같아 많아 보이 하자 들어 나눠 달기 앞에 앞으로
    앞을 앞이 쪽으로 데도 데를 적이
    """.split()  # noqa: SIM905
)

# The same in English, in small letters and without apostrophes.
STOP_ENGLISH = frozenset(
    """
    a about above after again all also always am an and any are as at be because been before being below between
    both but by can cannot could did do does doing down during each even every few for from further get gets give
    go good had has have having he her here him his how i if in into is it its just let like lot make many may me
    more most much must my need needs never new no not now of off often on once one only or other our out over own
    people please put same say see she should so some somebody someone something still such take than that the
    their them then there these they thing things this those through to too under until up us use used very want
    wants was way we well were what when where which while who whom why will with without would you your idea
    ideas dont doesnt isnt cant
    """.split()  # noqa: SIM905
)

# Ends of nouns that verbs and adjectives end in as well.
NOUNS = tuple(
    """
    표지 금지 복지 단지 휴지 편지 토지 유지 정지 방지 아지 버지 먼지 신고 사고 창고 광고 보고 권고 최고 경고 예고
    참고 중고 장고 측면 정면 표면 노면 화면 지면 벽면 라면 수면 평면 차면 도서 질서 문서 부서 내서 청서 순서 찰서
    방서 획서 비서 용서 고서 가게 무게 휴게 집게 국어 언어 영어 남어 단어 용어 유아 영아 육아 소아 미아 이해 피해 방해
    공해
    재해 올해 오해 역할 분할 제한 권한 노인 상인 주인 개인 확인 할인 국인 애인 군인 승인 무인 라인 자인 통인 기운
    타운 거울 서울 겨울 저울 방울 개울 참여 기여 대여 급여 샤워 타워 배려 고려 격려 머니 구니 언니 수요 필요 중요
    동요 소요 바다 의자 하자 기와
    """.split()  # noqa: SIM905
)

# Ends of nouns, and of words that say how, that look like a noun with a particle.
WHOLE = tuple(
    """
    린이 팡이 양이 킴이 우미 차로 우회로 나들이 잡이 틀이 놀이 높이 깊이 먹이 걸이 맞이 벌이 살이 풀이 돌이 같이 많이 없이
    붙이 굳이 샅이 낱이 일이 틈이 휴가 추가 국가 물가 상가 참가 노을 마을 가을 고을 개을
    """.split()  # noqa: SIM905
)

# Nouns of one syllable that ideas are about.
SHORT = frozenset(
    """
    길 차 비 눈 밤 물 불 턱 앱 꽃 개 책 집 글 돈 약 문 벽 산 강 땅 숲 옷 밥 공 방 칸 줄
    """.split()  # noqa: SIM905
)
